"""
Which requests UN Comtrade is sent for what is wanted: few, with lists in them, none too large.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from factcheck.observations import SeriesQuery
from factcheck.resolvers.live.comtrade.codes import goods_code, partners, period_code, reporters
from factcheck.resolvers.live.wanted import wanted_periods

FIRST_YEAR = 1995  # of a whole series
MONTHS_BACK = 36
#: Theirs -> ours. Re-exports and the like are parts of these two.
FLOWS = {"X": "exports", "M": "imports"}
#: One logical figure stands in about nine rows (second partner, customs procedure, transport); these are the totals.
PINS = {"partner2Code": "0", "customsCode": "C00", "motCode": "0"}
ALL_PARTNERS = 300  # rows of a reporter, period, flow and commodity with every partner, at most
LONGEST_LIST = 100  # codes of one kind: three such lists keep the address far under 4,096 characters


#: When a want is asked for, should there be more than may be asked: first what was named; then months of a year that
#: was named too, which may be wanted only to stand in for it, those of years without figures first; then whole series.
NAMED, STAND_IN, BESIDE, OF_A_SERIES = range(4)


class Terms(NamedTuple):
    """
    What the service allows, with a key or without.

    Attributes:
        data: path of the figures.
        releases: path of the table that says when data sets were released.
        keyed: whether the key is sent along.
        periods: of one request, at most.
        rows: of one reply, at most, as requests are planned.
        caps: numbers of rows at which the service cuts a reply without a word.
        requests: for figures, in one run.
        records: the cap that is asked for; blank where there is no choice.
    """

    data: str
    releases: str
    keyed: bool
    periods: int
    rows: int
    caps: frozenset[int]
    requests: int
    records: str = ""


PREVIEW = Terms("/public/v1/preview", "/public/v1/getDa", False, 1, 400, frozenset({500}), 30)
#: A row has about 1,300 characters, a reply at most 32 MiB: ten thousand rows are far from both.
KEYED = Terms(
    "/data/v1/get", "/data/v1/getDa", True, 12, 10_000, frozenset({500, 100_000, 250_000}), 120, records="100000"
)


class Want(NamedTuple):
    """A year or a month of a pair, all in the service's codes; ``partner`` None is every one."""

    frequency: str
    period: str
    reporter: str
    partner: str | None
    commodity: str


class Call(NamedTuple):
    """One request: every combination of its lists."""

    frequency: str
    periods: tuple[str, ...]
    reporters: tuple[str, ...]
    partners: tuple[str, ...] | None
    commodities: tuple[str, ...]
    flows: tuple[str, ...] = tuple(FLOWS)

    @property
    def rows(self) -> int:
        """How many rows it brings at most."""
        partners = ALL_PARTNERS if self.partners is None else len(self.partners)
        return len(self.periods) * len(self.reporters) * partners * len(self.commodities) * len(self.flows)

    def params(self, terms: Terms) -> list[tuple[str, str]]:
        """The parameters of the query, without a key."""
        lists = {
            "reporterCode": self.reporters,
            "period": self.periods,
            "partnerCode": self.partners or (),
            "cmdCode": self.commodities,
            "flowCode": self.flows,
        }
        params = [(name, ",".join(codes)) for name, codes in lists.items() if codes]
        params += [*PINS.items(), ("breakdownMode", "classic"), ("includeDesc", "true")]
        return [*params, ("maxRecords", terms.records)] if terms.records else params


class Planned(NamedTuple):
    """A request, and what it is made for."""

    call: Call
    wants: tuple[Want, ...]


def wants_of(query: SeriesQuery, today: date) -> dict[Want, int]:
    """What a query wants, each with its turn."""
    periods = wanted_periods([query], today, years_back=today.year - FIRST_YEAR, months_back=MONTHS_BACK)
    years = {period.first.year for period in periods if period.freq == "A"}
    reporter, goods = reporters()[query.reporter], goods_code(query.commodity) or ""
    partner = None if query.partner is None else partners()[query.partner]
    wants: dict[Want, int] = {}
    for period in periods:
        code = period_code(period)
        if code is not None:
            named = STAND_IN if period.freq == "M" and period.first.year in years else NAMED
            turn = OF_A_SERIES if query.periods is None else named
            wants[Want(period.freq, code, reporter, partner, goods)] = turn
    return wants


def plan(wants: Mapping[Want, int], terms: Terms) -> list[Planned]:
    """The requests for all that is wanted, in the order in which they are made: years first, and the newest."""
    groups: dict[tuple[str, bool], list[Want]] = {}
    for want in sorted(wants, key=lambda each: (*each[:3], each.partner or "", each.commodity)):
        groups.setdefault((want.frequency, want.partner is None), []).append(want)
    found = [each for group in groups.values() for each in _fitted(group, terms)]
    return sorted(found, key=lambda each: (min(wants[want] for want in each.wants), *_place(each.call)))


def _place(call: Call) -> tuple[object, ...]:
    return call.frequency, -int(max(call.periods)), call.reporters, call.commodities, call.partners or ()


def _fitted(wants: Sequence[Want], terms: Terms) -> Iterator[Planned]:
    """The wants of one frequency as requests that are small enough."""
    call = _call(wants)
    longest, codes = _longest(call)
    if len(call.periods) > terms.periods:
        yield from _parted(wants, "period", call.periods[: terms.periods], terms)
    elif len(codes) > 1 and (call.rows > terms.rows or len(codes) > LONGEST_LIST):
        yield from _parted(wants, longest, codes[: len(codes) // 2], terms)
    elif call.rows > terms.rows:  # all partners of a single reporter: one flow at a time
        yield from (Planned(call._replace(flows=(flow,)), tuple(wants)) for flow in call.flows)
    else:
        yield Planned(call, tuple(wants))


def _call(wants: Sequence[Want]) -> Call:
    partners = {want.partner for want in wants if want.partner is not None}
    return Call(
        wants[0].frequency,
        tuple(sorted({want.period for want in wants})),
        tuple(sorted({want.reporter for want in wants}, key=int)),
        tuple(sorted(partners, key=int)) or None,
        tuple(sorted({want.commodity for want in wants})),
    )


def _longest(call: Call) -> tuple[str, tuple[str, ...]]:
    """The longest of the lists that may be halved, and the name of its part of a want."""
    lists = {"reporter": call.reporters, "partner": call.partners or (), "commodity": call.commodities}
    return max(lists.items(), key=lambda each: len(each[1]))


def _parted(wants: Sequence[Want], name: str, codes: Sequence[str], terms: Terms) -> Iterator[Planned]:
    """The wants with these codes, and those without, each as requests."""
    first = frozenset(codes)
    yield from _fitted([want for want in wants if getattr(want, name) in first], terms)
    yield from _fitted([want for want in wants if getattr(want, name) not in first], terms)
