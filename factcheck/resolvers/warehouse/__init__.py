"""
Warehouses: an organisation's own table of figures, told by a mapping of its columns, asked once a run.

Looking whether a project has one reads descriptions and nothing else; all that follows is imported when one has.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import WrittenError
from factcheck.resolvers.snapshot import own_sources
from factcheck.snapshot.folder import DESCRIPTION, LARGEST_DESCRIPTION, read_inside, source_folders

if TYPE_CHECKING:
    from factcheck.resolvers.warehouse.limits import Limits
    from factcheck.resolvers.warehouse.resolver import WarehouseResolver

__all__ = ["Limits", "WarehouseResolver", "warehouse_resolvers"]

_KEYS = (b'"warehouse"', b"\\u")  # JSON may write any letter of the key as an escape


def warehouse_resolvers(project: Path, environ: Mapping[str, str]) -> tuple[WarehouseResolver, ...]:
    """
    The resolvers of a project's warehouses, by the names of their folders; none where no folder has one.

    Args:
        project: the working folder.
        environ: the operator's environment, which alone may name servers and files elsewhere.

    Raises:
        SourceError: with everything that is wrong in the folders that have one.
    """
    root = own_sources(project)
    described = _described(root) if root is not None else {}
    if root is None or not described:
        return ()
    from factcheck.resolvers.warehouse.folders import resolvers_of

    return resolvers_of(root, described, environ)


def _described(root: Path) -> dict[Path, bytes]:
    """The folders that may have a warehouse, with their description; of what cannot be read local sources tell."""
    found = {}
    try:
        for folder in source_folders(root):
            try:
                raw = read_inside(root, folder / DESCRIPTION, LARGEST_DESCRIPTION)
            except WrittenError:
                continue
            if any(key in raw for key in _KEYS):
                found[folder] = raw
    except WrittenError:
        return {}
    return found


def __getattr__(name: str) -> object:
    """Import the resolver when it is first named."""
    if name == "WarehouseResolver":
        from factcheck.resolvers.warehouse.resolver import WarehouseResolver

        return WarehouseResolver
    if name == "Limits":
        from factcheck.resolvers.warehouse.limits import Limits

        return Limits
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
