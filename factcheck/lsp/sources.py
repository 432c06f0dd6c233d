"""
What answers for a workspace folder, and how strictly: the snapshot, plugins, the folder's own sources and settings.

The snapshot stays open. No service is asked: what needs the network is for the command line. One thread uses it all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import SettingsFileError, SourceError
from factcheck.observations import Answer, Event, Query, Resolver
from factcheck.resolvers import LoadedResolvers, SnapshotResolver, load_resolvers, local_sources
from factcheck.settings import Settings, read_settings
from factcheck.snapshot import Snapshot

MOST_KEPT = 50_000  # questions whose answers are remembered


class NamedThing(NamedTuple):
    """Something that a claims file can name: how it is written, and what it is."""

    name: str
    says: str


class Names(NamedTuple):
    """What the sources of a folder know by name, for completion."""

    sources: tuple[NamedThing, ...] = ()
    commodities: tuple[NamedThing, ...] = ()
    events: tuple[NamedThing, ...] = ()


class Remembering:
    """
    A resolver that is asked each question once: a keystroke changes few of them.

    Args:
        resolver: the resolver behind.
    """

    def __init__(self, resolver: Resolver) -> None:
        self.name = resolver.name
        self.knows_rates = bool(getattr(resolver, "knows_rates", False))
        self.costly = bool(getattr(resolver, "costly", False))
        self._resolver = resolver
        self._answers: dict[Query, list[Answer]] = {}

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        """Answer every query, in order."""
        if len(self._answers) > MOST_KEPT:
            self._answers.clear()
        new = [query for query in dict.fromkeys(queries) if query not in self._answers]
        if new:
            self._answers.update((query, []) for query in new)
            for answer in self._resolver.resolve(new):
                self._answers.setdefault(answer.query, []).append(answer)
        return [answer for query in queries for answer in self._answers[query]]


class Sources:
    """
    What answers for one folder.

    Args:
        folder: the workspace folder, links followed.
        installed: the snapshot and the plugins.
        isolated: whether the folder's own sources and settings are left out.

    Attributes:
        resolvers: all that answer.
        settings: what the folder, or the repository around it, says of severities.
        notes: what could not be read, in words.
    """

    def __init__(self, folder: Path, installed: LoadedResolvers, *, isolated: bool) -> None:
        self.notes = list(installed.warnings)
        own = [] if isolated else list(self._own(folder))
        self.settings = Settings() if isolated else self._settings(folder)
        self._asked = (*installed.resolvers, *own)
        self.resolvers = tuple(Remembering(each) for each in self._asked)

    def _own(self, folder: Path) -> Iterator[Resolver]:
        try:
            local = local_sources(folder)
            if local is not None:
                _ = local.snapshot  # opened here, so that its faults do not stop the rest
                yield local
        except SourceError as error:
            self.notes += [f"the folder's own sources are not used: {problem}" for problem in error.problems]

    def _settings(self, folder: Path) -> Settings:
        try:
            return read_settings(folder)
        except SettingsFileError as error:
            self.notes += [f"the settings are not obeyed: {problem}" for problem in error.problems]
            return Settings()

    @property
    def plain(self) -> tuple[Resolver, ...]:
        """The resolvers as they are, for whoever looks into their snapshots."""
        return self._asked

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Every event and release, by day."""
        snapshots = (each.snapshot for each in self._asked if isinstance(each, SnapshotResolver))
        return tuple({event.id: event for one in snapshots for event in one.all_events()}.values())

    @cached_property
    def names(self) -> Names:
        """What can be named."""
        snapshots = [each.snapshot for each in self._asked if isinstance(each, SnapshotResolver)]
        return Names(
            tuple(_once(NamedThing(each.id, each.title) for one in snapshots for each in one.sources())),
            tuple(_once(each for one in snapshots for each in _commodities(one))),
            tuple(NamedThing(each.id, f"{each.days}: {each.words}") for each in reversed(self.events)),
        )


def installed_sources() -> LoadedResolvers:
    """The snapshot and the installed plugins."""
    return load_resolvers()


def _once(things: Iterable[NamedThing]) -> Iterable[NamedThing]:
    return {each.name: each for each in things}.values()


def _commodities(snapshot: Snapshot) -> Iterator[NamedThing]:
    for commodity in snapshot.commodity_ids():
        yield NamedThing(commodity, snapshot.commodity(commodity) or "goods with figures")
