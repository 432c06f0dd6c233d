"""
Where a table lies.

A project file may name a file of its own folder and nothing else: addresses of servers, files elsewhere and buckets
come from the operator's environment, and no text of ours repeats them.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.errors import WrittenError
from factcheck.resolvers.warehouse.faults import WarehouseFault, bad_request, unavailable
from factcheck.resolvers.warehouse.mapping import TableMapping

PREFIX = "FACTCHECK_WAREHOUSE_"
_REMOTE = re.compile("[A-Za-z][A-Za-z0-9+.-]{0,20}://")
_MANY = re.compile(r"[*?\[]")
#: What lies beside a database that is being written, or was not closed: its newest rows are there and not in the file.
_UNFINISHED = {"sqlite": ("-wal", "-journal"), "duckdb": (".wal",)}
_FORMS = {
    "postgres": "postgresql://user:password@host:5432/database",
    "parquet": "/data/figures.parquet or s3://bucket/figures.parquet",
    "csv": "/data/figures.csv",
    "duckdb": "/data/figures.duckdb",
    "sqlite": "/data/figures.sqlite",
}


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where a table lies.

    Attributes:
        address: a path, a web address or that of a server; blank where nobody said.
        shown: how messages call it; never the address itself where the operator gave it.
        variable: the variable of the environment that names it, or would.
        root: the folder that the file must lie in, where a project file named it; None where the operator did.
    """

    address: str = field(repr=False)
    shown: str
    variable: str = ""
    root: Path | None = None

    @property
    def remote(self) -> bool:
        """Whether it is reached over the network."""
        return _REMOTE.match(self.address) is not None


def variable_of(source: str) -> str:
    """The variable of the environment that says where the table of a source lies."""
    return PREFIX + source.upper().replace("-", "_")


def place_of(source: str, mapping: TableMapping, folder: Path, environ: Mapping[str, str]) -> Place:
    """
    Where the table of a source lies: where the operator says, else in the file of its folder.

    Args:
        source: its id.
        mapping: what its folder says.
        folder: the folder of the source, inside the project's ``sources``.
        environ: the operator's environment.
    """
    variable = variable_of(source)
    if address := environ.get(variable, "").strip():
        return Place(address, f"what {variable} names", variable)
    if mapping.path:
        return Place(str(folder / mapping.path), mapping.path, variable, folder.parent)
    return Place("", "", variable)


def missing(place: Place, kind: str) -> WarehouseFault:
    """Nobody said where the table lies."""
    named = place.variable or "the place"
    return bad_request(f"nobody says where the table lies: set {named}, as {_FORMS[kind]}")


def checked_inside(path: Path, root: Path) -> Path:
    """
    A file that a project file named, its links followed.

    Raises:
        WrittenError: it is missing, is no regular file, or leads out of the folder of sources.
    """
    try:
        real = path.resolve(strict=True)
        inside = real.is_relative_to(root.resolve(strict=True))
        regular = stat.S_ISREG(os.lstat(real).st_mode)
    except OSError as error:
        raise WrittenError(f"cannot read {path.name!r}: {error.strerror}", "put the file into the folder") from None
    except RuntimeError:  # a loop of links, before Python 3.13
        raise WrittenError(f"{path.name!r} is a link to itself", "put the file itself into the folder") from None
    if not inside:
        hint = "put the file itself there; the operator may name one elsewhere in the environment"
        raise WrittenError(f"{path.name!r} leads out of the sources folder", hint)
    if not regular:
        raise WrittenError(f"{path.name!r} is no regular file", "only plain files are read")
    return real


def files_at(place: Place, kind: str) -> list[str]:
    """
    The files of a table on this machine: one, or those that the operator's pattern fits.

    Raises:
        WarehouseFault: there is none, or it may not be read.
    """
    if not place.address:
        raise missing(place, kind)
    if place.root is not None:
        try:
            real = checked_inside(Path(place.address), place.root)
        except WrittenError as error:
            raise bad_request(f"{error.what}; {error.hint}") from None
    else:
        real = _named(place, kind)
    if _MANY.search(real.name) and not real.exists() and kind == "parquet":
        return _fitting(place, real)
    for ending in _UNFINISHED.get(kind, ()) if place.root is not None else ():
        if os.path.lexists(f"{real}{ending}"):
            raise unavailable(f"{place.shown} has changes that are not in the file yet: close it where it is written")
    _regular(place, real)
    return [str(real)]


def _named(place: Place, kind: str) -> Path:
    """The file that the operator names; it must be a whole path, so that the working folder has no say."""
    if place.remote or not os.path.isabs(place.address):
        raise bad_request(f"{place.variable or 'the place'} is no whole path of a {kind} file: write {_FORMS[kind]}")
    return Path(place.address)


def _fitting(place: Place, pattern: Path) -> list[str]:
    found = sorted(str(path) for path in pattern.parent.glob(pattern.name) if path.is_file())
    if not found:
        raise unavailable(f"there is no file at {place.shown}")
    return found


def _regular(place: Place, path: Path) -> None:
    """A pipe or a device is not waited for."""
    try:
        regular = stat.S_ISREG(os.stat(path).st_mode)
    except OSError as error:
        raise unavailable(f"cannot read {place.shown}: {error.strerror}") from None
    if not regular:
        raise bad_request(f"{place.shown} is no regular file")
