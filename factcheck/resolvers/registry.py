"""
Which resolvers there are: the built-in snapshot and the plugins of the entry-point group ``factcheck.resolvers``.

A plugin is trusted: it was installed on purpose. One that fails to load is a warning, and the rest go on. The working
folder is no place of installation: what lies in it is never loaded, whatever the import path says.

A plugin with ``live = True`` asks a service over the network. It is made with an ``Access``, and only where live
sources are wanted; where a part of its module's name is ``live`` it is not even imported without.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.observations import Resolver
from factcheck.resolvers.snapshot import EMBEDDED, resolver

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from factcheck.resolvers.live.access import Access

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
    for point in _registered(live=False):
        if only is not None and point.name not in only:
            continue
        loaded, warning = _load(point)
        if loaded is not None:
            found.append(loaded)
        elif warning:
            warnings.append(warning)
    return LoadedResolvers(tuple(found), tuple(warnings))


def load_live(access: Callable[[str], Access], only: Sequence[str] = (), *, by_default: bool = True) -> LoadedResolvers:
    """
    The resolvers of services over the network, in the order of ``only``, else by name.

    Args:
        access: gives the access of the resolver of a name.
        only: names of resolvers or ids of their sources; none takes all.
        by_default: whether "all" leaves out those that are asked by name alone.
    """
    found: list[Resolver] = []
    warnings: list[str] = []
    for point in _registered(live=True):
        loaded, warning = _load(point, access)
        if loaded is not None:
            found.append(loaded)
        elif warning:
            warnings.append(warning)
    if only:
        named = [[each for each in found if wish in names_of_live(each)] for wish in only]
        found = list(dict.fromkeys(each for group in named for each in group))
    elif by_default:
        found = [each for each in found if getattr(getattr(each, "service", None), "by_default", True)]
    return LoadedResolvers(tuple(found), tuple(warnings))


def names_of_live(resolver: Resolver) -> tuple[str, ...]:
    """By what names a live resolver may be asked for: its own, and that of the office whose figures it gives."""
    source = getattr(getattr(resolver, "service", None), "source", "")
    return (resolver.name, source) if source else (resolver.name,)


def _registered(*, live: bool) -> list[EntryPoint]:
    """The plugins' entry points, by name; of two with one name the first on the import path counts."""
    places = list(_places_with_plugins(live=live))
    if not places:
        return []
    from importlib.metadata import distributions  # slow to import; a run without plugins does without it

    first: dict[str, EntryPoint] = {}
    for distribution in distributions(path=places):
        for point in distribution.entry_points.select(group=GROUP):
            if point.name != EMBEDDED and (live or not _is_live(point.value)):
                first.setdefault(point.name, point)
    return [first[name] for name in sorted(first)]


def _is_live(target: str) -> bool:
    """Whether a module says by its name that it calls a service: it is then not imported for nothing."""
    return "live" in target.partition(":")[0].strip().split(".")


def _places_with_plugins(*, live: bool) -> Iterator[str]:
    """The folders of the import path in which a distribution registers a resolver other than the built-in one."""
    here = os.path.realpath(os.curdir)
    for place in dict.fromkeys(sys.path):
        if (
            place
            and os.path.realpath(place) != here
            and any(_registers_more(file, live=live) for file in _entry_point_files(place))
        ):
            yield place


def _entry_point_files(place: str) -> Iterator[str]:
    try:
        with os.scandir(place) as found:
            for item in found:
                if item.name.endswith((".dist-info", ".egg-info")):
                    yield os.path.join(item.path, "entry_points.txt")
    except OSError:
        return


def _registers_more(path: str, *, live: bool) -> bool:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
    except OSError:
        return False
    _, _, section = text.partition(f"[{GROUP}]")
    lines = [line.partition("=") for line in section.partition("\n[")[0].splitlines() if "=" in line]
    return any(name.strip() != EMBEDDED and (live or not _is_live(target)) for name, _, target in lines)


def _load(point: EntryPoint, access: Callable[[str], Access] | None = None) -> tuple[Resolver | None, str]:
    """
    The resolver of an entry point, or why there is none; neither where it is not of the kind that is wanted.

    With ``access`` that is a live one, without it any other.
    """
    try:
        maker: Any = point.load()
        if bool(getattr(maker, "live", False)) != (access is not None):
            return None, ""
        made = maker() if access is None else maker(access(point.name))
    except (Exception, SystemExit) as error:  # a plugin may fail in any way; the rest go on
        reason = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
        return None, f"resolver {point.name!r} ({point.value}) could not be loaded: {reason}"
    if not isinstance(made, Resolver):
        return None, f"resolver {point.name!r} ({point.value}) is no resolver: it needs a name and resolve(queries)"
    if access is None and getattr(made, "live", False):
        return None, ""
    return made, ""
