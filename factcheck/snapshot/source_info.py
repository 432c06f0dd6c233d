"""What is told of a source: who published it, under what it may be used, what it holds."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class DatasetInfo(NamedTuple):
    """A dataset of a source: ``revision`` is how far its earlier periods are usually revised, a fraction."""

    id: str
    title: str
    revision: Fraction
    vintage: str
    valuation: str
    rows: int


class LicenceInfo(NamedTuple):
    """Under what a source may be used."""

    name: str
    title: str
    path: str


class SourceInfo(NamedTuple):
    """A source of the snapshot, or of a newsroom's own folder where ``local``."""

    id: str
    title: str
    publisher: str
    homepage: str
    licences: tuple[LicenceInfo, ...]
    attribution: str
    valuation: str
    retrieved: str  # a day or a month
    rows: int
    datasets: tuple[DatasetInfo, ...]
    local: bool = False

    @property
    def licence(self) -> str:
        """The names of its licences in one line."""
        return ", ".join(licence.name for licence in self.licences)
