"""
When UN Comtrade released its data sets: one a reporter and period, and each replaces the one before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from factcheck.resolvers.live.comtrade.calls import Terms
from factcheck.resolvers.live.comtrade.codes import period_code, reporters
from factcheck.resolvers.live.comtrade.rows import Figure, Row, code, rows_of
from factcheck.resolvers.live.failure import LiveFailure
from factcheck.resolvers.live.reply import Reply
from factcheck.resolvers.live.rows import day_of
from factcheck.resolvers.live.transport import Refused, Transport

MOST_PERIODS = 12  # of one request; where there are more, all periods are asked for
MOST_REPORTERS = 60
#: A table that was read before the figures may tell of the data set before theirs; one of the same run does not.
SAME_RUN = timedelta(hours=1)


class Release(NamedTuple):
    """The last release of a data set, and when that was read."""

    day: date
    read: datetime


class Releases:
    """
    The days from which figures count.

    Args:
        transport: one of its own: should this table fail, figures are still asked for.
        terms: with a key or without.
        refused: looks at replies that are errors.
    """

    def __init__(self, transport: Transport, terms: Terms, refused: Refused) -> None:
        self._transport = transport
        self._terms = terms
        self._refused = refused

    def days(self, figures: Sequence[Figure]) -> Iterator[date]:
        """
        The day of each figure: that of its data set's last release, else the day on which it was retrieved.

        Where the release is not known for certain it is never an earlier day: that could make a revised figure look
        like one that was known before.
        """
        known: dict[tuple[str, str, str], Release] = {}
        for frequency in sorted({figure.frequency for figure in figures}):
            known.update(self._read(frequency, [each for each in figures if each.frequency == frequency]))
        for figure in figures:
            retrieved = figure.reply.retrieved
            found = known.get(_key(figure))
            if found is None or found.read < retrieved - SAME_RUN or found.day < figure.period.last:
                yield retrieved.date()
            else:
                yield min(found.day, retrieved.date())

    def _read(self, frequency: str, figures: Sequence[Figure]) -> dict[tuple[str, str, str], Release]:
        periods = sorted({_key(figure)[1] for figure in figures})
        numbers = sorted({_key(figure)[2] for figure in figures}, key=int)
        found: dict[tuple[str, str, str], Release] = {}
        for start in range(0, len(numbers), MOST_REPORTERS):
            params = [("reporterCode", ",".join(numbers[start : start + MOST_REPORTERS]))]
            if len(periods) <= MOST_PERIODS:
                params.append(("period", ",".join(periods)))
            try:
                table = self._transport.get(
                    f"{self._terms.releases}/C/{frequency}/HS",
                    params,
                    read=lambda reply: _table(reply, frequency),
                    keyed=self._terms.keyed,
                    refused=self._refused,
                )
            except LiveFailure:
                continue
            found.update(table)
        return found


def _table(reply: Reply, frequency: str) -> dict[tuple[str, str, str], Release]:
    """
    The last release of each data set in a reply.

    Raises:
        LiveFailure: a row that is not as expected.
    """
    found: dict[tuple[str, str, str], Release] = {}
    for row in rows_of(reply):
        if not _is_reported(row, frequency):
            continue
        key = frequency, code(row, "period"), code(row, "reporterCode")
        release = Release(day_of(row.get("lastReleased"), "lastReleased"), reply.retrieved)
        found[key] = max(release, found.get(key, release))
    return found


def _is_reported(row: Row, frequency: str) -> bool:
    """Whether a row is of goods as they were reported, not as they were turned into another classification."""
    fits: dict[str, Collection[object]] = {
        "typeCode": ("C",),
        "freqCode": (frequency,),
        "classificationSearchCode": ("HS", None),
        "isOriginalClassification": (True, None),
    }
    return all(row.get(name) in values for name, values in fits.items())


def _key(figure: Figure) -> tuple[str, str, str]:
    return figure.frequency, period_code(figure.period) or "", reporters()[figure.reporter]
