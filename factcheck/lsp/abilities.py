"""
What the editor at the other end can do.
"""

from __future__ import annotations

from typing import Any

from pygls.lsp.server import LanguageServer


def asked(server: LanguageServer, capability: str) -> Any:
    """What the editor says that it can."""
    found: Any = server.client_capabilities
    for name in capability.split("."):
        found = getattr(found, name, None)
    return found
