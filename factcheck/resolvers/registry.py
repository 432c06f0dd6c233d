"""
Which resolvers there are: the built-in snapshot and the plugins of the entry-point group ``factcheck.resolvers``.

A plugin is trusted: it was installed on purpose. One that fails to load is a warning, and the rest go on. The working
folder is no place of installation: what lies in it is never loaded, whatever the import path says.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.observations import Resolver
from factcheck.resolvers.snapshot import EMBEDDED, resolver

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "factcheck.resolvers"


class LoadedResolvers(NamedTuple):
    """The resolvers that could be loaded, the snapshot first, and a warning for each plugin that could not."""

    resolvers: tuple[Resolver, ...]
    warnings: tuple[str, ...] = ()


def load_resolvers(*, plugins: bool = True, only: Sequence[str] | None = None) -> LoadedResolvers:
    """
    The embedded snapshot, and the installed plugins by name.

    Args:
        plugins: whether to look for installed plugins; without them nothing but the snapshot is loaded.
        only: names of the resolvers wanted; None takes all.
    """
    found: list[Resolver] = [resolver()] if only is None or EMBEDDED in only else []
    warnings: list[str] = []
    if not plugins or (only is not None and set(only) <= {EMBEDDED}):
        return LoadedResolvers(tuple(found))
    for point in _registered():
        if only is not None and point.name not in only:
            continue
        loaded, warning = _load(point)
        if loaded is not None:
            found.append(loaded)
        else:
            warnings.append(warning)
    return LoadedResolvers(tuple(found), tuple(warnings))


def _registered() -> list[EntryPoint]:
    """The plugins' entry points, by name; of two with one name the first on the import path counts."""
    places = list(_places_with_plugins())
    if not places:
        return []
    from importlib.metadata import distributions  # slow to import; a run without plugins does without it

    first: dict[str, EntryPoint] = {}
    for distribution in distributions(path=places):
        for point in distribution.entry_points.select(group=GROUP):
            if point.name != EMBEDDED:
                first.setdefault(point.name, point)
    return [first[name] for name in sorted(first)]


def _places_with_plugins() -> Iterator[str]:
    """The folders of the import path in which a distribution registers a resolver other than the built-in one."""
    here = os.path.realpath(os.curdir)
    for place in dict.fromkeys(sys.path):
        if place and os.path.realpath(place) != here and any(map(_registers_more, _entry_point_files(place))):
            yield place


def _entry_point_files(place: str) -> Iterator[str]:
    try:
        with os.scandir(place) as found:
            for item in found:
                if item.name.endswith((".dist-info", ".egg-info")):
                    yield os.path.join(item.path, "entry_points.txt")
    except OSError:
        return


def _registers_more(path: str) -> bool:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
    except OSError:
        return False
    _, _, section = text.partition(f"[{GROUP}]")
    names = [line.partition("=")[0].strip() for line in section.partition("\n[")[0].splitlines() if "=" in line]
    return any(name != EMBEDDED for name in names)


def _load(point: EntryPoint) -> tuple[Resolver | None, str]:
    try:
        made = point.load()()
    except (Exception, SystemExit) as error:  # a plugin may fail in any way; the rest go on
        reason = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
        return None, f"resolver {point.name!r} ({point.value}) could not be loaded: {reason}"
    if not isinstance(made, Resolver):
        return None, f"resolver {point.name!r} ({point.value}) is no resolver: it needs a name and resolve(queries)"
    return made, ""
