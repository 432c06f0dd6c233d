"""
The Census Bureau's table: an array of arrays of text, a header first, held against the question row by row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from factcheck.observations import Observation
from factcheck.period_names import MONTH_NAMES
from factcheck.periods import Period
from factcheck.resolvers.live.census.codes import EU, WORLD, code_of, named, place_of
from factcheck.resolvers.live.failure import bad_payload
from factcheck.resolvers.live.reply import Reply
from factcheck.resolvers.live.rows import citation, level, number, one_each, vintage
from factcheck.resolvers.live.service import Service

UPDATED = "LAST_UPDATE"
LEVEL = "SUMMARY_LVL"
COLUMNS = ("CTY_CODE", "CTY_NAME", LEVEL, UPDATED)
NEEDED = ("CTY_CODE", "CTY_NAME", "time")  # without the others a figure has no other value, only less is known of it
#: What stands for a figure that is withheld or does not exist; none of it is zero.
ABSENT = frozenset({"", "(D)", "(S)", "(X)", "(NA)", "N/A"})
COUNTRY, GROUP = "DET", "CGP"
WORLD_PLACE = "WLD"
EU_FROM = 2021  # earlier, it is not told of which members the service's group consists


class Side(NamedTuple):
    """
    Exports or imports, as the service has them.

    Attributes:
        month: the column of the month's value.
        year_to_date: the column of the value from January to that month.
        cif: the column of the month's value with freight and insurance; blank for exports.
        goods: the variable that filters by goods.
        pinned: filters without which a figure would be broken down.
    """

    flow: str
    month: str
    year_to_date: str
    cif: str
    goods: str
    pinned: tuple[tuple[str, str], ...]


EXPORTS = Side("exports", "ALL_VAL_MO", "ALL_VAL_YR", "", "E_COMMODITY", (("DF", "-"),))
#: General imports: what arrived, as the press means it; not imports for consumption.
IMPORTS = Side("imports", "GEN_VAL_MO", "GEN_VAL_YR", "GEN_CIF_MO", "I_COMMODITY", ())


class Question(NamedTuple):
    """
    What is asked in one request, which every row is held against.

    Attributes:
        partners: codes of places; None for all.
        first: the first month.
        last: the last month.
    """

    side: Side
    commodity: str
    partners: tuple[str, ...] | None
    first: Period
    last: Period

    @property
    def values(self) -> tuple[str, ...]:
        """The columns of figures."""
        return tuple(filter(None, (self.side.month, self.side.year_to_date, self.side.cif)))

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """What every row must have; the service repeats each as a column."""
        if not self.commodity:
            return self.side.pinned
        heading = self.commodity.removeprefix("hs:")
        return (*self.side.pinned, (self.side.goods, heading), ("COMM_LVL", f"HS{len(heading)}"))

    @property
    def params(self) -> list[tuple[str, str]]:
        """The query, without a key."""
        span = str(self.first) if self.first == self.last else f"from {self.first} to {self.last}"
        countries = [("CTY_CODE", code_of()[place]) for place in self.partners or ()]
        return [("get", ",".join((*COLUMNS, *self.values))), ("time", span), *countries, *self.filters]


def read(question: Question, service: Service, reply: Reply) -> list[Observation]:
    """
    The figures of a reply.

    Raises:
        LiveFailure: a column is missing, or a row is of something that was not asked for.
    """
    lines = _lines(reply.json(), (*NEEDED, question.side.month))
    return one_each(row for line in lines for row in _figures(question, service, reply, line))


def released_together(rows: Iterable[Observation]) -> list[Observation]:
    """
    The rows, exports and imports of a period with a partner under one day: the later of the two.

    The Bureau releases both in one publication. The service states a day for each table; none may count from a day on
    which only the other was known.
    """
    found = list(rows)
    days: dict[tuple[str, str, Period], date] = {}
    for row in found:
        if row.published is not None:
            key = row.partner, row.commodity, row.period
            days[key] = max(row.published, days.get(key, row.published))
    return [row._replace(published=days[row.partner, row.commodity, row.period]) for row in found]


def _lines(table: object, wanted: tuple[str, ...]) -> Iterator[Mapping[str, str]]:
    if not isinstance(table, list) or not table or not all(isinstance(line, list) for line in table):
        raise bad_payload("the reply is no array of arrays")
    head, *lines = table
    if not all(isinstance(name, str) for name in head):
        raise bad_payload("the table has no header")
    missing = [name for name in wanted if name not in head]
    if missing:
        raise bad_payload(f"the table has no column {missing[0]}; it has {', '.join(head)}")
    for line in lines:
        yield _line(head, line)


def _line(head: list[str], line: list[object]) -> Mapping[str, str]:
    """A row by the names of its columns; a filter that was asked for too comes twice, and must say the same twice."""
    if len(line) != len(head):
        raise bad_payload(f"a row of the table has {len(line)} columns in place of {len(head)}")
    fields: dict[str, str] = {}
    for name, value in zip(head, line, strict=True):
        if not isinstance(value, str | None):
            raise bad_payload(f"{name} is {str(value)[:40]!r}, not text")
        text = (value or "").strip()
        if fields.setdefault(name, text) != text:
            raise bad_payload(f"a row has two values of {name}: {fields[name][:40]!r} and {text[:40]!r}")
    return fields


def _figures(question: Question, service: Service, reply: Reply, line: Mapping[str, str]) -> Iterator[Observation]:
    for name, value in question.filters:
        found = line.get(name, value if (name, value) in question.side.pinned else "that is missing")
        if found != value:
            raise bad_payload(f"a row of {name} {found[:40]!r}, not {value!r}")
    partner = _partner(question, line)
    month = _month(question, line["time"])
    if partner is None or (partner == "EU" and month.first.year < EU_FROM):
        return
    side = question.side
    for period, column, valuation in _cells(side, month, line):
        amount = _amount(line, column)
        if amount is None:
            continue
        yield level(
            service,
            citation(service, reply, f"{side.flow}-hs"),
            reporter="USA",
            partner=partner,
            flow=side.flow,
            period=period,
            unit="USD",
            value=amount,
            published=vintage(reply, _stated(reply, line.get(UPDATED, ""), period), period),
            commodity=question.commodity,
            valuation=valuation,
        )


def _cells(side: Side, month: Period, line: Mapping[str, str]) -> Iterator[tuple[Period, str, str]]:
    """
    The periods of a row with their columns and valuations: the month, and from January to that month.

    Raises:
        LiveFailure: the two contradict each other, so that a column is not what its name says.
    """
    of_month, so_far = _amount(line, side.month), _amount(line, side.year_to_date)
    if of_month is not None and so_far is not None:
        whole = month.first.month == 1
        if (whole and so_far != of_month) or so_far < of_month:
            raise bad_payload(f"{side.flow} of {month} are {of_month} and {so_far} from January to that month")
    yield month, side.month, ""
    if month.first.month > 1:
        yield Period.of_months(month.first.year, 1, month.first.month), side.year_to_date, ""
    if side.cif:
        yield month, side.cif, "CIF"


def _partner(question: Question, line: Mapping[str, str]) -> str | None:
    """
    The place of a row; None where it is a total or a group of countries that came along unasked.

    Raises:
        LiveFailure: a place that was not asked for, or whose name is not that of its code.
    """
    code, name, kind = line["CTY_CODE"], line["CTY_NAME"], line.get(LEVEL)
    found = place_of().get(code)
    everyone = question.partners is None
    is_total = code == WORLD and WORLD_PLACE not in (question.partners or (WORLD_PLACE,))
    if is_total or (everyone and (found is None or code == EU)):
        return None
    if found is None or (question.partners is not None and found not in question.partners):
        raise bad_payload(f"a row of the country {code[:10]!r} ({name[:40]}), which was not asked for")
    if code != WORLD and kind not in (GROUP if code == EU else COUNTRY, None):
        raise bad_payload(f"a row of {name[:40]} at the level {kind[:10]!r}")
    meant = named(name)
    if everyone and meant is None:  # one name that nobody knows does not spoil all the others
        return None
    if meant != found:
        raise bad_payload(f"the country {code} is named {name[:60]!r}, and not as {found} is")
    return found


def _month(question: Question, text: str) -> Period:
    if not re.fullmatch(r"[0-9]{4}-(?:0[1-9]|1[0-2])", text):
        raise bad_payload(f"a row of the time {text[:20]!r}, which is no month")
    month = Period.parse(text)
    if not question.first <= month <= question.last:
        raise bad_payload(f"a row of {month}, which was not asked for")
    return month


def _amount(line: Mapping[str, str], column: str) -> Decimal | None:
    text = line.get(column, "")
    return None if text in ABSENT else number(text, f"{column} of {line['time']}")


#: How a day may be written, with the places of year, month and day among the groups. An American office's 8/5 is
#: 5 August.
_DAYS = (
    (re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9]).*", re.DOTALL), (0, 1, 2)),
    (re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})"), (0, 1, 2)),
    (re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?![0-9]).*", re.DOTALL), (2, 0, 1)),
    (re.compile(r"([A-Za-z]{3,9})\.? ([0-9]{1,2}), ([0-9]{4})"), (2, 0, 1)),
    (re.compile(r"([0-9]{1,2})[- ]([A-Za-z]{3,9})[- ]([0-9]{4})"), (2, 1, 0)),
)
_MONTHS = {name.lower()[:size]: place for place, name in enumerate(MONTH_NAMES, 1) for size in (3, len(name))}


def _stated(reply: Reply, text: str, period: Period) -> date | None:
    """
    The day on which the service says it last changed a figure; None where it says no day that can be one.

    A day before the period was over, or yet to come, is none: the figure then counts from the day of retrieval.
    """
    for pattern, places in _DAYS:
        found = pattern.fullmatch(text)
        if found:
            year, month, day = (found[place + 1] for place in places)
            try:
                stated = date(int(year), _MONTHS.get(month.lower()) or int(month), int(day))
            except ValueError:
                return None
            return stated if period.last < stated <= reply.retrieved.date() else None
    return None
