"""
TradeStats of the World Integrated Trade Solution (WITS): totals of any reporter with each partner, by year, in dollars.

The figures are in thousands of dollars. They are made from UN Comtrade, so that they are no second witness beside it;
they are asked for by name only. Some codes are older than the standard's, and SDN is the Sudan before its division: a
place whose code is not certain is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from factcheck.observations import Answer, Failure, Observation, Query, SeriesQuery, Standing
from factcheck.periods import Period
from factcheck.places import countries
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.budget import Allowance
from factcheck.resolvers.live.failure import LiveFailure, bad_payload, no_data
from factcheck.resolvers.live.reply import Reply
from factcheck.resolvers.live.rows import answer_of, citation, level, not_asked, number, one_each, vintage
from factcheck.resolvers.live.service import Service
from factcheck.resolvers.live.transport import Transport
from factcheck.resolvers.live.wanted import wanted_periods, years_of

SERVICE = Service(
    name="wits",
    source="wits",
    agency="World Integrated Trade Solution (World Bank)",
    base_url="https://wits.worldbank.org/API/V1/SDMX/V21",
    homepage="https://wits.worldbank.org",
    licence="CC BY 4.0: World Bank, WITS, from data of UN Comtrade",
    holds="goods trade of about 200 reporters with each partner by year since 1988, totals only; made from UN Comtrade",
    valuation="exports FOB, imports CIF, as UN Comtrade has them",
    lag="about two years",
    revisions="without notice, when its copy of UN Comtrade is made anew",
    limits="none is published; one request at a time; some networks are refused",
    allowance=Allowance(1.0, 500),
    standing=Standing.SUPPORTS,
    by_default=False,
)
DATASET = "tradestats-trade"
PATH = "/datasource/tradestats-trade/reporter/{reporter}/year/{years}/partner/{partner}/product/Total/indicator/{flow}"
WORLD = "WLD"
#: ours -> theirs, where they differ; others are ISO 3166-1 alpha-3.
CODES = {"COD": "ZAR", "MNE": "MNT", "ROU": "ROM", "SDN": "SUD", "SRB": "SER", "TLS": "TMP", WORLD: WORLD}
#: Places that it has no code for, or counts with others.
NOT_HELD = frozenset({
    "ALA", "GGY", "IMN", "JEY", "LIE", "MAF", "PRI", "SJM", "TWN", "VIR", "XGZ", "XKX", "XWB",
})  # fmt: skip
INDICATORS = {"XPRT-TRD-VL": "exports", "MPRT-TRD-VL": "imports"}
FIRST_YEAR = 1988
YEARS_AT_ONCE = 10
THOUSAND = 3
DIMENSIONS = ("FREQ", "REPORTER", "PARTNER", "PRODUCTCODE", "INDICATOR")
_YEAR = re.compile(r"[12][0-9]{3}")
_INDEX = re.compile(r"[0-9]{1,6}")
_MESSAGE = re.compile(r"<(?:wits:)?message(?:\s[^>]{0,200})?>([^<]{1,300})<")


class Wits:
    """
    Answers from TradeStats; one request for each flow of a pair and ten years.

    Args:
        access: how the service is reached.
    """

    name = SERVICE.name
    live = True
    service = SERVICE

    def __init__(self, access: Access) -> None:
        self._transport = Transport(SERVICE, access)
        self._today = access.now().date()

    def covers(self, query: Query) -> bool:
        """All goods of a country with another, or with the world."""
        return (
            isinstance(query, SeriesQuery)
            and not query.commodity
            and query.partner is not None
            and query.reporter != WORLD
            and _code(query.reporter) is not None
            and _code(query.partner) is not None
        )

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        """Answer every query; those of one pair go out together."""
        pairs: dict[tuple[str, str], list[SeriesQuery]] = {}
        for query in queries:
            if isinstance(query, SeriesQuery) and query.partner is not None and self.covers(query):
                pairs.setdefault((query.reporter, query.partner), []).append(query)
            else:
                yield not_asked(query, self.name)
        for (reporter, partner), asked in pairs.items():
            yield from self._of_pair(reporter, partner, asked)

    def _of_pair(self, reporter: str, partner: str, queries: Sequence[SeriesQuery]) -> Iterator[Answer]:
        back = self._today.year - FIRST_YEAR
        years = [year for year in years_of(wanted_periods(queries, self._today, years_back=back)) if year >= FIRST_YEAR]
        rows: list[Observation] = []
        first: LiveFailure | None = None
        for asked in _questions(reporter, partner, years):
            try:
                rows += self._rows(asked)
            except LiveFailure as failed:
                first = first or failed
        for query in queries:
            answer = answer_of(query, self.name, rows)
            yield first.beside(answer) if first is not None else answer

    def _rows(self, asked: _Question) -> list[Observation]:
        path = PATH.format(
            reporter=_code(asked.reporter, lower=True),
            partner=_code(asked.partner, lower=True),
            years=";".join(map(str, asked.years)),
            flow=asked.indicator,
        )
        try:
            return self._transport.get(path, [("format", "JSON")], read=asked.read, refused=_refused)
        except LiveFailure as failed:
            if failed.failure is not Failure.NO_DATA:
                raise
            return []  # one flow can be there without the other


class _Question(NamedTuple):
    """What was asked, which every series of a reply is held against."""

    reporter: str
    partner: str
    indicator: str
    years: tuple[int, ...]

    def read(self, reply: Reply) -> list[Observation]:
        """
        The rows of a reply: SDMX-JSON 1.0, whose keys are places in the lists of its own structure.

        Raises:
            LiveFailure: another form, or a series or year that was not asked for.
        """
        found = reply.json()
        if not isinstance(found, dict) or not isinstance(found.get("dataSets"), list):
            raise bad_payload("the reply has no data sets")
        names = _lists(found, "series")
        if sorted(names) != sorted(DIMENSIONS):
            raise bad_payload(f"series of the dimensions {', '.join(names)[:80]}, not {', '.join(DIMENSIONS)}")
        times = _lists(found, "observation").get("TIME_PERIOD", [])
        rows: list[Observation] = []
        for data in found["dataSets"]:
            for key, series in _members(data, "series"):
                self._check(dict(zip(names, _ids(key, list(names.values())), strict=True)))
                rows += self._row_of_each(series, times, reply)
        return one_each(rows)

    def _check(self, codes: Mapping[str, str]) -> None:
        expected = (
            ("FREQ", "A"),
            ("REPORTER", _code(self.reporter)),
            ("PARTNER", _code(self.partner)),
            ("PRODUCTCODE", "Total"),
            ("INDICATOR", self.indicator),
        )
        for name, code in expected:
            if codes[name].casefold() != str(code).casefold():
                raise bad_payload(f"a series with {name} {codes[name][:20]!r}, {code} was asked for")

    def _row_of_each(self, series: object, times: list[str], reply: Reply) -> Iterator[Observation]:
        for key, values in _members(series, "observations"):
            (text,) = _ids(key, [times])
            if not _YEAR.fullmatch(text) or int(text) not in self.years:
                raise bad_payload(f"a figure for {text[:20]!r}, which was not asked for")
            if not isinstance(values, list) or not values:
                raise bad_payload(f"a figure for {text} has another form than the service's")
            if values[0] is not None:
                yield self._row(Period.of_year(int(text)), values[0], reply)

    def _row(self, period: Period, value: object, reply: Reply) -> Observation:
        return level(
            SERVICE,
            citation(SERVICE, reply, DATASET, note="made from UN Comtrade, not independent of it"),
            reporter=self.reporter,
            partner=self.partner,
            flow=INDICATORS[self.indicator],
            period=period,
            unit="USD",
            value=number(value, f"the value of {period}"),
            published=vintage(reply, None, period),
            multiplier=THOUSAND,
        )


def _questions(reporter: str, partner: str, years: Sequence[int]) -> Iterator[_Question]:
    for start in range(0, len(years), YEARS_AT_ONCE):
        for indicator in INDICATORS:
            yield _Question(reporter, partner, indicator, tuple(years[start : start + YEARS_AT_ONCE]))


def _lists(found: dict[str, Any], kind: str) -> dict[str, list[str]]:
    """The dimensions of a kind in their order, each with the ids that keys are places in."""
    structure = found.get("structure")
    dimensions = structure.get("dimensions") if isinstance(structure, dict) else None
    listed = dimensions.get(kind) if isinstance(dimensions, dict) else None
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise bad_payload(f"the reply does not tell its dimensions of {kind}")
    return {str(each.get("id")): _value_ids(each.get("values")) for each in listed}


def _value_ids(values: object) -> list[str]:
    if not isinstance(values, list) or not all(isinstance(each, dict) and "id" in each for each in values):
        raise bad_payload("a dimension of the reply has no list of values")
    return [str(each["id"]) for each in values]


def _members(holder: object, name: str) -> Iterable[tuple[str, Any]]:
    members = holder.get(name) if isinstance(holder, dict) else None
    if not isinstance(members, dict):
        raise bad_payload(f"the reply has no {name}")
    return members.items()


def _ids(key: str, lists: Sequence[Sequence[str]]) -> list[str]:
    """What a key as "0:0:0:23:0" stands for."""
    places = key.split(":")
    if len(places) != len(lists) or not all(_INDEX.fullmatch(place) for place in places):
        raise bad_payload(f"the key {key[:40]!r} has not one place for each dimension")
    try:
        return [ids[int(place)] for place, ids in zip(places, lists, strict=True)]
    except IndexError:
        raise bad_payload(f"the key {key[:40]!r} stands for nothing in the lists of the reply") from None


def _refused(reply: Reply) -> None:
    """
    See why the service has no answer.

    Raises:
        LiveFailure: its firewall, no records, or its own words.
    """
    if reply.status == 403:
        raise LiveFailure(Failure.UNAVAILABLE, "its firewall refuses this network (status 403): ask from another one")
    head = reply.body[:4000].decode("utf-8", "replace")
    if "NoRecordsFound" in head:
        raise no_data("the service has no records of this")
    words = _MESSAGE.search(head)
    if words and head.lstrip("\ufeff \r\n\t").startswith("<") and reply.status < 500:
        raise LiveFailure(Failure.BAD_REQUEST, f"the service says: {words[1]}")


def _code(place: str, *, lower: bool = False) -> str | None:
    """The service's code of a place; None where it has none or its own is not certain."""
    code = CODES.get(place) or (place if place in countries() - NOT_HELD else None)
    return code.lower() if code is not None and lower else code
