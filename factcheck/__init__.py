"""
Check the figures of a news article against public customs data.

Each public name is loaded from its module when it is first used: importing factcheck costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    pass

__version__ = "0.1.0"

__all__ = ["__version__"]

# One table for the interpreter, one block above for type checkers: a test compares the two with ``__all__``.
_MODULE_OF: Final[dict[str, str]] = {}


def __getattr__(name: str) -> object:
    """Load a public name from the module that defines it."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    return getattr(import_module(_MODULE_OF[name]), name)


def __dir__() -> list[str]:
    return list(__all__)
