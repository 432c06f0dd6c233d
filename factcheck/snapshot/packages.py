"""All packages of a ``sources`` folder, read whole: their descriptions and every row."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.commodities import parse_commodity
from factcheck.errors import Location, UnknownNameError, WrittenError
from factcheck.observations import Event, Observation
from factcheck.snapshot import event_rows, exchange_rates, rows
from factcheck.snapshot.datapackage import read_package
from factcheck.snapshot.folder import (
    DESCRIPTION,
    LARGEST_DESCRIPTION,
    LARGEST_TABLE,
    as_text,
    read_inside,
    source_folders,
    strangers,
)
from factcheck.snapshot.package import Package, Resource
from factcheck.snapshot.problems import Problems
from factcheck.snapshot.rate import Rate
from factcheck.snapshot.table import Line, lines


@dataclass(slots=True)
class Contents:
    """What a package holds; observations and events with the place of their row."""

    package: Package
    observations: list[tuple[Location, Observation]] = field(default_factory=list)
    rates: list[Rate] = field(default_factory=list)
    events: list[tuple[Location, Event]] = field(default_factory=list)
    commodities: list[tuple[str, str, str]] = field(default_factory=list)


def read_all(root: Path, problems: Problems, *, local: bool, leave_out: frozenset[str] = frozenset()) -> list[Contents]:
    """
    Read every source folder inside ``root``; what is wrong goes to ``problems``.

    Args:
        root: the folder that holds the source folders.
        problems: where faults go.
        local: whether the rows are those of a working folder, not of the embedded snapshot.
        leave_out: names of folders that are not read.
    """
    try:
        folders = source_folders(root)
    except WrittenError as error:
        problems.add_written(Location(shown(root), 1, 1), error)
        return []
    if not folders:
        what = "there is no source in the folder"
        problems.add(Location(shown(root), 1, 1), what, f"a source is a folder with a {DESCRIPTION}")
    found = [_read(root, folder, problems, local=local) for folder in folders if folder.name not in leave_out]
    contents = [one for one in found if one is not None]
    _unique_events(contents, problems)
    return contents


def _read(root: Path, folder: Path, problems: Problems, *, local: bool) -> Contents | None:
    description = folder / DESCRIPTION
    path = shown(description)
    if not os.path.lexists(description):
        hint = "describe the source there: name, title, publisher, licenses, resources"
        problems.add(Location(path, 1, 1), f"the source {folder.name!r} has no {DESCRIPTION}", hint)
        return None
    try:
        text = as_text(read_inside(root, description, LARGEST_DESCRIPTION))
    except WrittenError as error:
        problems.add_written(Location(path, 1, 1), error)
        return None
    package = read_package(path, folder.name, text, problems)
    if package is None:
        return None
    if package.warehouse is not None:
        if not local:
            what = "the figures of an embedded source lie in a warehouse"
            problems.add(Location(path, 1, 1), what, "write them into CSV files, and name those under 'resources'")
        return None
    for name in strangers(folder, {resource.path for resource in package.resources}):
        what = f"{name[:60]!r} is not described"
        problems.add(Location(path, 1, 1), what, "name it under 'resources', or take it out of the folder")
    contents = Contents(package)
    for resource in package.resources:
        _read_table(root, folder / resource.path, resource, contents, problems, local=local)
    return contents


def _read_table(
    root: Path, path: Path, resource: Resource, contents: Contents, problems: Problems, *, local: bool
) -> None:
    where = Location(shown(path), 1, 1)
    try:
        raw = read_inside(root, path, LARGEST_TABLE)
        _same_bytes(raw, resource)
        text = as_text(raw)
    except WrittenError as error:
        problems.add_written(where, error)
        return
    _TAKES[resource.holds](where.path, text, contents, problems, local)


def shown(path: Path) -> str:
    """A path as errors name it: from the working folder where it lies below."""
    try:
        here = Path.cwd()
    except FileNotFoundError:  # it was deleted
        return path.as_posix()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def _same_bytes(raw: bytes, resource: Resource) -> None:
    digest = f"sha256:{hashlib.sha256(raw).hexdigest()}"
    if resource.hash and resource.hash != digest:
        raise WrittenError(
            f"the file is not the one that datapackage.json describes: its {digest[:17]}… is not {resource.hash[:17]}…",
            f'after a wanted change write "hash": "{digest}"',
        )
    if resource.size is not None and resource.size != len(raw):
        raise WrittenError(f"the file has {len(raw)} bytes, not {resource.size}", f'write "bytes": {len(raw)}')


def _take_observations(path: str, text: str, contents: Contents, problems: Problems, local: bool) -> None:
    reader = rows.RowReader(contents.package, problems, local=local)
    for line in _once(lines(path, text, rows.COLUMNS, rows.REQUIRED, problems), problems):
        if observation := reader.read(line):
            contents.observations.append((line.location(), observation))


def _take_rates(path: str, text: str, contents: Contents, problems: Problems, local: bool) -> None:
    for line in _once(lines(path, text, exchange_rates.COLUMNS, exchange_rates.REQUIRED, problems), problems):
        if rate := exchange_rates.read_rate(line, contents.package, problems, local=local):
            contents.rates.append(rate)


def _take_events(path: str, text: str, contents: Contents, problems: Problems, local: bool) -> None:
    for line in lines(path, text, event_rows.COLUMNS, event_rows.REQUIRED, problems):
        if event := event_rows.read_event(line, contents.package, problems, local=local):
            contents.events.append((line.location("id"), event))


def _take_commodities(path: str, text: str, contents: Contents, problems: Problems, local: bool) -> None:
    columns = ("code", "description", "parent")
    seen = set()
    for line in lines(path, text, columns, frozenset(columns[:2]), problems):
        code = line.fields["code"]
        try:
            if parse_commodity(code) != code or code in seen:
                raise WrittenError(f"{code[:40]!r} is no code, or stands twice", "write each once, as hs:8703")
        except UnknownNameError as error:
            problems.add_written(line.location("code"), error)
        except WrittenError as error:
            problems.add_written(line.location("code"), error)
        seen.add(code)
        contents.commodities.append((code, line.fields["description"], line.fields.get("parent", "")))


def _once(found: Iterator[Line], problems: Problems) -> Iterator[Line]:
    """The rows, each only once: a row that stands twice was pasted twice."""
    first: dict[str, int] = {}
    for line in found:
        before = first.setdefault(line.raw, line.number)
        if before != line.number:
            problems.add(line.location(), f"the row of line {before} stands here again", "keep one of them")
            continue
        yield line


def _unique_events(contents: list[Contents], problems: Problems) -> None:
    first: dict[str, Location] = {}
    for one in contents:
        for location, event in one.events:
            before = first.setdefault(event.id, location)
            if before != location:
                problems.add(location, f"event {event.id!r} stands twice", f"it is that of {before}; choose another id")


_TAKES: dict[str, Callable[[str, str, Contents, Problems, bool], None]] = {
    "observations": _take_observations,
    "rates": _take_rates,
    "events": _take_events,
    "commodities": _take_commodities,
}
