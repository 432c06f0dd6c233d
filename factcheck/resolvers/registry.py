"""
Which resolvers there are: the built-in snapshot and the plugins of the entry-point group ``factcheck.resolvers``.

A plugin is trusted: it was installed on purpose. One that fails to load is a warning, and the rest go on. The working
folder is no place of installation: what lies in it is never loaded, whatever the import path says.

A plugin with ``live = True`` asks a service over the network. It is made with an ``Access``, and only where live
sources are wanted; where a part of its module's name is ``live`` it is not even imported without.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.observations import Resolver
from factcheck.resolvers.snapshot import EMBEDDED, resolver

if TYPE_CHECKING:
    from factcheck.resolvers.live.access import Access

GROUP = "factcheck.resolvers"
ENTRY_POINTS = "entry_points.txt"
BUILT_IN = "factcheck.resolvers.snapshot:resolver"  # the target of the embedded snapshot's own entry point
_TARGET = re.compile(r"[\w.]{1,200}(?::[\w.]{1,200})?")


@dataclass(frozen=True, slots=True)
class Registration:
    """
    An entry point of the group.

    Attributes:
        name: as in ``--source``.
        target: ``module:maker``, as written.
        metadata: the folder with the metadata of the distribution that registers it.
        counts: False where another registered the name before it, or where it is that of the snapshot.
    """

    name: str
    target: str
    metadata: str
    counts: bool = True

    @property
    def package(self) -> str:
        """The name of the distribution; blank where its metadata do not say."""
        return self._told("Name")

    @property
    def version(self) -> str:
        """The version of the distribution; blank where its metadata do not say."""
        return self._told("Version")

    def _told(self, key: str) -> str:
        from importlib.metadata import Distribution  # slow to import; a run without plugins does without it

        try:
            found = Distribution.at(self.metadata).metadata
            return str(found[key] or "") if found is not None and key in found else ""
        except (TypeError, ValueError, OSError):  # the metadata are missing, or no text
            return ""


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


def registrations() -> tuple[Registration, ...]:
    """Every entry point of the group but the snapshot's own, by name; those that do not count among them."""
    return tuple(sorted(_read(live=True), key=lambda found: (found.name, not found.counts)))


def load_registered(found: Registration, access: Callable[[str], Access]) -> tuple[Resolver | None, str]:
    """The resolver of one entry point, live or not, or the reason why there is none."""
    for given in (None, access(found.name)):
        made, reason = _made(found, given)
        if made is not None or reason:
            return made, reason
    return None, "is live and does not say so: let the entry point name its class, with live = True"


def _registered(*, live: bool) -> list[Registration]:
    """The plugins' entry points, by name; of two with one name the first on the import path counts."""
    return sorted((found for found in _read(live=live) if found.counts), key=lambda found: found.name)


def _read(*, live: bool) -> Iterator[Registration]:
    """The plugins' entry points in the order of the import path."""
    names = {EMBEDDED}
    for path in _entry_point_files():
        for name, target in _points(_text(path)):
            if (name, target) == (EMBEDDED, BUILT_IN):
                continue
            if live or not _is_live(target):
                yield Registration(name, target, os.path.dirname(path), counts=name not in names)
            names.add(name)


def _entry_point_files() -> Iterator[str]:
    """The files in which distributions register what they have, in the order of the import path."""
    here = os.path.realpath(os.curdir)
    for place in dict.fromkeys(os.path.realpath(place) for place in sys.path if place):
        if place != here:
            try:
                found = sorted(name for name in os.listdir(place) if name.endswith((".dist-info", ".egg-info")))
            except OSError:
                continue
            yield from (os.path.join(place, name, ENTRY_POINTS) for name in found)


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


def _points(text: str) -> Iterator[tuple[str, str]]:
    """The entry points of the group in a file: names and targets; read by us, so that a damaged line harms no other."""
    inside = False
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            inside = line.strip("[] ") == GROUP
        elif inside and line and line[0] not in "#;":
            name, _, target = line.partition("=")
            yield name.strip(), target.strip()


def _is_live(target: str) -> bool:
    """Whether a module says by its name that it calls a service: it is then not imported for nothing."""
    return "live" in target.partition(":")[0].strip().split(".")


def _load(found: Registration, access: Callable[[str], Access] | None = None) -> tuple[Resolver | None, str]:
    """
    The resolver of an entry point, or a warning why there is none; neither where it is not of the kind that is wanted.

    With ``access`` that is a live one, without it any other.
    """
    made, reason = _made(found, None if access is None else access(found.name))
    return made, f"resolver {found.name!r} ({found.target}) {reason}" if reason else ""


def _made(found: Registration, access: Access | None) -> tuple[Resolver | None, str]:
    from importlib.metadata import EntryPoint  # as above

    if not _TARGET.fullmatch(found.target):
        return None, "could not be loaded: its entry point names no module:maker"
    try:
        maker: Any = EntryPoint(found.name, found.target, GROUP).load()
        if bool(getattr(maker, "live", False)) != (access is not None):
            return None, ""
        made = maker() if access is None else maker(access)
        if not isinstance(made, Resolver):
            return None, "is no resolver: it needs a name and resolve(queries)"
        if access is None and getattr(made, "live", False):
            return None, ""
    except (Exception, SystemExit) as error:  # a plugin may fail in any way; the rest go on
        return None, f"could not be loaded: {type(error).__name__}: {' '.join(str(error).split())[:300]}"
    return made, ""
