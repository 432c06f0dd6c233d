"""
The name of a plugin, and what is named after it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from factcheck.errors import UnknownNameError

LONGEST = 40  # as settings and the lock take names
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
#: Names that mean something else: our own package, the snapshot, a folder's sources, all live ones, the lock.
TAKEN = frozenset({"claims", "snapshot", "sources", "live", "lock"})


class PluginName(NamedTuple):
    """The name of a plugin, as in ``--source``."""

    name: str

    @property
    def package(self) -> str:
        """The distribution, and the folder that it is written in."""
        return f"factcheck-{self.name}"

    @property
    def module(self) -> str:
        """The importable package."""
        return f"factcheck_{self.name.replace('-', '_')}"

    @property
    def resolver(self) -> str:
        """The class of the resolver."""
        return "".join(part.capitalize() for part in self.name.split("-")) + "Resolver"


def plugin_name(text: str, installed: Collection[str] = ()) -> PluginName:
    """
    The name of a new plugin.

    Args:
        text: as written.
        installed: names of resolvers that there are.

    Raises:
        UnknownNameError: it cannot be the name of a new one.
    """
    if not _NAME.fullmatch(text) or len(text) > LONGEST:
        plain = re.sub(r"[^a-z0-9]+", "-", text.casefold().removeprefix("factcheck-"))[:LONGEST].strip("-0123456789")
        hint = f"write it as {plain}" if _NAME.fullmatch(plain) else "write a short name, as harbour or port-of-call"
        raise UnknownNameError(
            f"{text[:60]!r} cannot be the name of a plugin: small letters a to z, digits and single hyphens, "
            f"a letter first, {LONGEST} characters at most",
            hint,
        )
    if text in TAKEN or text in installed:
        raise UnknownNameError(
            f"there is a resolver of the name {text!r} already"
            if text not in TAKEN
            else f"{text!r} has another meaning here",
            "take a name of its own; the office whose figures it gives is named in its SERVICE, under source",
        )
    return PluginName(text)
