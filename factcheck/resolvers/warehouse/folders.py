"""
Source folders of a project whose figures lie in a warehouse: their descriptions, read as if from someone hostile.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from factcheck.errors import Location, WrittenError
from factcheck.resolvers.warehouse.mapping import TableMapping, read_mapping
from factcheck.resolvers.warehouse.place import checked_inside, place_of
from factcheck.resolvers.warehouse.resolver import WarehouseResolver
from factcheck.snapshot.datapackage import place_in, read_package
from factcheck.snapshot.folder import DESCRIPTION, as_text, strangers
from factcheck.snapshot.package import Package
from factcheck.snapshot.packages import shown
from factcheck.snapshot.problems import Problems


def resolvers_of(
    root: Path, described: Mapping[Path, bytes], environ: Mapping[str, str]
) -> tuple[WarehouseResolver, ...]:
    """
    A resolver for each folder whose description has a mapping.

    Args:
        root: the project's folder of sources.
        described: folders whose description names a warehouse, with the description.
        environ: the operator's environment.

    Raises:
        SourceError: with everything that is wrong in the folders.
    """
    problems = Problems()
    found = [_resolver(root, folder, raw, environ, problems) for folder, raw in described.items()]
    problems.stop()
    return tuple(each for each in found if each is not None)


def _resolver(
    root: Path, folder: Path, raw: bytes, environ: Mapping[str, str], problems: Problems
) -> WarehouseResolver | None:
    path = shown(folder / DESCRIPTION)
    try:
        text = as_text(raw)
    except WrittenError as error:
        problems.add_written(Location(path, 1, 1), error)
        return None
    package = read_package(path, folder.name, text, problems)
    if package is None or package.warehouse is None:
        return None
    mapping = read_mapping(package.warehouse, problems, lambda near: place_in(path, text, near))
    if mapping is None:
        return None
    _check_files(root, folder, path, mapping, package, problems)
    return WarehouseResolver(mapping, source=package, place=place_of(package.name, mapping, folder, environ))


def _check_files(
    root: Path, folder: Path, path: str, mapping: TableMapping, package: Package, problems: Problems
) -> None:
    """The file that is named can be read, and no other lies there unread."""
    for name in strangers(folder, {mapping.path}):
        what = f"{name[:60]!r} is not described"
        problems.add(Location(path, 1, 1), what, "take it out of the folder, or name it as the 'path' of the warehouse")
    if mapping.path:
        try:
            checked_inside(folder / mapping.path, root)
        except WrittenError as error:
            problems.add_written(Location(path, 1, 1), error)
