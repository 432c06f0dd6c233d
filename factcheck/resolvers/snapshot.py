"""
Answers from the embedded snapshot, and from a newsroom's own ``sources`` folder, which has the same shape.

No socket is opened: the index and the CSV files are all there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from factcheck.errors import Location, Problem, SourceError
from factcheck.observations import Answer, EventQuery, Failure, Query, RateQuery, SeriesQuery
from factcheck.snapshot import Snapshot, snapshot_folder

EMBEDDED, LOCAL = "snapshot", "sources"


class SnapshotResolver:
    """
    Answers each query from one folder of sources; the folder is opened with the first query.

    Args:
        folder: the ``sources`` folder.
        local: whether it is a working folder's own: its rows are read strictly from the CSV files into memory, are
            cited as local, and those it has in common with the embedded snapshot are left out.

    Raises:
        SourceError: at the first query, with everything that is wrong in the folder.
    """

    knows_rates = True

    def __init__(self, folder: Path, *, local: bool = False) -> None:
        self.name = LOCAL if local else EMBEDDED
        self.folder = folder
        self._local = local
        self._opened: Snapshot | None = None

    @property
    def snapshot(self) -> Snapshot:
        """The opened snapshot: its events, rates, commodities and the list of its sources."""
        if self._opened is None:
            self._opened = _open_local(self.folder) if self._local else Snapshot.open(self.folder)
        return self._opened

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        """Answer every query, in order; what the folder does not have is ``no data``."""
        return [self._answer(query) for query in queries]

    def _answer(self, query: Query) -> Answer:
        if isinstance(query, SeriesQuery):
            observations = self.snapshot.observations(query)
            if observations:
                return Answer(query, self.name, observations=observations)
            return Answer(query, self.name, failure=Failure.NO_DATA, detail=_nothing(query))
        if isinstance(query, RateQuery):
            rates = self.snapshot.rates_with(query)
            if rates:
                return Answer(query, self.name, rates=rates)
            detail = f"no rates of {query.currency} for {query.period or 'single days'}"
            return Answer(query, self.name, failure=Failure.NO_DATA, detail=detail)
        if query == EventQuery():
            return Answer(
                query, self.name, failure=Failure.BAD_REQUEST, detail="ask for an event, a source or a period"
            )
        events = self.snapshot.events(query)
        if events:
            return Answer(query, self.name, events=events)
        return Answer(query, self.name, failure=Failure.NO_DATA, detail="no such event")


def resolver() -> SnapshotResolver:
    """The resolver of the embedded snapshot: what the entry point names."""
    return SnapshotResolver(snapshot_folder())


def local_sources(project: Path) -> SnapshotResolver | None:
    """
    The resolver of a project's own ``sources`` folder; None where it has none, or where that is the embedded one.

    Raises:
        SourceError: the folder leads out of the project.
    """
    folder = own_sources(project)
    return None if folder is None else SnapshotResolver(folder, local=True)


def own_sources(project: Path) -> Path | None:
    """
    A project's own folder of sources; None where it has none, or where that is the embedded one.

    Raises:
        SourceError: the folder leads out of the project.
    """
    folder = project / "sources"
    if not folder.is_dir():
        return None
    real = folder.resolve()
    if real == snapshot_folder().resolve():
        return None
    if not real.is_relative_to(project.resolve()):
        place = Location(folder.as_posix(), 1, 1)
        raise SourceError((Problem(place, "the folder leads out of the project", "put the folder itself there"),))
    return folder


def _open_local(folder: Path) -> Snapshot:
    from factcheck.snapshot.local import open_local  # reads rows: not needed for the embedded snapshot

    return open_local(folder)


def _nothing(query: SeriesQuery) -> str:
    asked = f"{query.reporter} with {query.partner or 'its partners'}"
    return f"no figures of {asked}" + (f" for {query.commodity}" if query.commodity else "")
