"""
Series of DBnomics: pages of a reply, and what each series has, held against what was asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from factcheck.errors import PeriodError
from factcheck.periods import Period
from factcheck.resolvers.live.failure import bad_payload
from factcheck.resolvers.live.reply import Reply
from factcheck.resolvers.live.rows import day_of, number

MISSING = (None, "NA")
#: Means of daily rates come with all the digits of a binary fraction; beyond these they say nothing.
MOST_DECIMALS = 6
MOST_DIGITS = 12  # before the point of a rate
FREQUENCIES = {"annual": "A", "quarterly": "Q", "monthly": "M"}  # theirs -> a period's


class Kind(NamedTuple):
    """
    The series of a data set that may be asked for.

    Attributes:
        code: of a series, with the names of dimensions in braces, in their order.
        fixed: dimension -> the one code that is asked for.
    """

    provider: str
    dataset: str
    code: str
    fixed: Mapping[str, str]


class OneSeries(NamedTuple):
    """
    A series as it was read.

    Attributes:
        values: period -> value, of all periods that have one.
        indexed: the day on which DBnomics last read it from its provider.
    """

    dimensions: Mapping[str, str]
    values: Mapping[Period, Decimal]
    indexed: date
    reply: Reply

    @property
    def last(self) -> Period | None:
        """Its newest period with a value."""
        return max(self.values, default=None)


class Page(NamedTuple):
    """A page of series: of how many there are in all, from which one on."""

    series: Mapping[str, OneSeries]
    total: int
    offset: int

    @property
    def indexed(self) -> date:
        """The newest day of its series."""
        return max((each.indexed for each in self.series.values()), default=date.min)


class PageReader:
    """
    Reads pages of what was asked.

    Args:
        kind: of the series.
        asked: code of a series -> its dimensions.
    """

    def __init__(self, kind: Kind, asked: Mapping[str, Mapping[str, str]]) -> None:
        self._kind, self._asked = kind, asked

    def read(self, reply: Reply) -> Page:
        """
        The page of a reply.

        Raises:
            LiveFailure: an error in the service's own words, a series that was not asked for, or one that is not sound.
        """
        document = reply.json()
        series = document.get("series") if isinstance(document, dict) else None
        if not isinstance(series, dict) or not isinstance(series.get("docs"), list):
            raise bad_payload("the reply has no list of series")
        total: Any = series.get("num_found")
        offset: Any = series.get("offset")
        if not _is_count(total) or not _is_count(offset) or total > len(self._asked):
            raise bad_payload(f"the reply says that there are {total!r} series; {len(self._asked)} were asked for")
        found: dict[str, OneSeries] = {}
        for each in series["docs"]:
            code, one = self._one(each, reply)
            if code in found:
                raise bad_payload(f"the series {code} comes twice in a page")
            found[code] = one
        return Page(found, total, offset)

    def _one(self, document: Any, reply: Reply) -> tuple[str, OneSeries]:
        if not isinstance(document, dict):
            raise bad_payload("a series of the reply is none")
        code = document.get("series_code")
        dimensions = self._asked.get(code) if isinstance(code, str) else None
        owner = (document.get("provider_code"), document.get("dataset_code"))
        if dimensions is None or owner != (self._kind.provider, self._kind.dataset):
            raise bad_payload(f"a series {code!r} of {owner[0]}/{owner[1]}, which was not asked for")
        stated = document.get("dimensions")
        for name, value in (stated if isinstance(stated, dict) else {}).items():
            if dimensions.get(name, value) != value:
                raise bad_payload(f"the series {code} says that its {name} is {value!r}")
        if FREQUENCIES.get(document.get("@frequency", ""), "") != dimensions["FREQ"]:
            raise bad_payload(f"the series {code} says that it is {document.get('@frequency')!r}")
        indexed = day_of(document.get("indexed_at"), f"the day of {code}")
        return str(code), OneSeries(dimensions, _values(document, str(code), dimensions["FREQ"]), indexed, reply)


def _values(document: Mapping[str, Any], code: str, freq: str) -> dict[Period, Decimal]:
    periods, values, starts = (document.get(name) for name in ("period", "value", "period_start_day"))
    if not isinstance(periods, list) or not isinstance(values, list) or len(periods) != len(values):
        raise bad_payload(f"the series {code} has not as many values as periods")
    if starts is not None and (not isinstance(starts, list) or len(starts) != len(periods)):
        raise bad_payload(f"the series {code} has not as many first days as periods")
    found: dict[Period, Decimal | None] = {}
    for place, (written, value) in enumerate(zip(periods, values, strict=True)):
        period = _period(written, code, freq)
        if period in found:
            raise bad_payload(f"the series {code} has the period {period} twice")
        if starts is not None and starts[place] != period.first.isoformat():
            raise bad_payload(f"the series {code} says that {period} begins on {starts[place]!r}")
        found[period] = None if value in MISSING else _value(value, f"{code} in {period}")
    return {period: value for period, value in found.items() if value is not None}


def _value(value: object, what: str) -> Decimal:
    if isinstance(value, Decimal) and value.adjusted() < MOST_DIGITS and value != round(value, MOST_DECIMALS):
        return round(value, MOST_DECIMALS)
    return number(value, what)


def _period(written: object, code: str, freq: str) -> Period:
    try:
        period = Period.parse(written if isinstance(written, str) else "")
    except PeriodError:
        raise bad_payload(f"the series {code} has a period {str(written)[:20]!r}") from None
    if period.freq != freq:
        raise bad_payload(f"the series {code} has a period {period}, which is of another frequency")
    return period


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
