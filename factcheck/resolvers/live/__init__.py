"""
Live resolvers: one module for each public service, all through one transport.

A resolver of this kind is a class with ``live = True``, a ``name``, its ``service`` (facts for people and for the
transport), ``covers(query)`` and ``resolve(queries)``; it is made with an ``Access``.

What a resolver in a package of its own needs is listed here and stays: see docs/resolvers.md. Each name is loaded from
its module when it is first used, so that a run without live sources pays for none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from factcheck.resolvers.live.access import Access
    from factcheck.resolvers.live.budget import Allowance
    from factcheck.resolvers.live.failure import LiveFailure, bad_payload, no_data
    from factcheck.resolvers.live.reply import Expected, Reply
    from factcheck.resolvers.live.rows import (
        answer_of,
        citation,
        day_of,
        level,
        not_asked,
        number,
        one_each,
        rates_answer,
        vintage,
    )
    from factcheck.resolvers.live.service import Key, Service
    from factcheck.resolvers.live.transport import Transport
    from factcheck.resolvers.live.wanted import chunks, months_of, wanted_periods, years_of, years_to_date

__all__ = [
    "Access",
    "Allowance",
    "Expected",
    "Key",
    "LiveFailure",
    "Reply",
    "Service",
    "Transport",
    "answer_of",
    "bad_payload",
    "chunks",
    "citation",
    "day_of",
    "level",
    "months_of",
    "no_data",
    "not_asked",
    "number",
    "one_each",
    "rates_answer",
    "vintage",
    "wanted_periods",
    "years_of",
    "years_to_date",
]

# One table for the interpreter, one block above for type checkers: a test compares the two with ``__all__``.
_MODULE_OF: Final[dict[str, str]] = {
    "Access": "access",
    "Allowance": "budget",
    "Expected": "reply",
    "Key": "service",
    "LiveFailure": "failure",
    "Reply": "reply",
    "Service": "service",
    "Transport": "transport",
    "answer_of": "rows",
    "bad_payload": "failure",
    "chunks": "wanted",
    "citation": "rows",
    "day_of": "rows",
    "level": "rows",
    "months_of": "wanted",
    "no_data": "failure",
    "not_asked": "rows",
    "number": "rows",
    "one_each": "rows",
    "rates_answer": "rows",
    "vintage": "rows",
    "wanted_periods": "wanted",
    "years_of": "wanted",
    "years_to_date": "wanted",
}


def __getattr__(name: str) -> object:
    """Load a public name from the module that defines it."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
