"""Locks of any content, for laws."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from factcheck.lock.pinned import FOLDER, SNAPSHOT, Failed, Lock, Pinned
from factcheck.observations import (
    FLOWS,
    SCOPES,
    Citation,
    Event,
    EventQuery,
    Failure,
    Observation,
    Query,
    Rate,
    RateQuery,
    SeriesQuery,
    Standing,
)
from factcheck.periods import Period

PLACES = ("CHN", "RUS", "DEU", "EU", "WLD")
STAMP = "5" * 64

days = st.dates(date(1990, 1, 1), date(2030, 12, 31))
periods = st.one_of(
    st.builds(Period.of_months, st.integers(1990, 2030), st.integers(1, 12), st.sampled_from([1, 2, 3, 5, 6, 12, 24])),
    st.builds(lambda first, length: Period(first, first + timedelta(length)), days, st.integers(0, 40)),
)
words = st.text(
    st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff"), max_size=40
).filter(lambda text: not any(0x200B <= ord(char) <= 0x206F for char in text))
named = words.filter(lambda text: text.strip() == text != "")
moments = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))


@st.composite
def citations(draw: st.DrawFn, by: str) -> Citation:
    fetched = by not in (SNAPSHOT, FOLDER) and draw(st.booleans())
    return Citation(
        source=draw(named),
        dataset=draw(st.sampled_from(["totals", "a.b_c-1"])),
        agency=draw(named),
        url="https://example.org/" + draw(st.sampled_from(["", "a?b=c&d", "%D0%A2", "’"])),
        source_kind=draw(st.sampled_from(["", "primary", "live"])),
        note=draw(words),
        local=by == FOLDER or (by != SNAPSHOT and draw(st.booleans())),
        retrieved=draw(moments) if fetched else None,
        evidence=draw(st.sampled_from(["", "ab" * 32])) if fetched else "",
        rank=draw(st.integers(0, 3)),
    )


@st.composite
def numbers(draw: st.DrawFn, *, negative: bool) -> Decimal:
    digits = draw(st.integers(0, 10**12))
    return Decimal((int(negative and draw(st.booleans())), tuple(map(int, str(digits))), -draw(st.integers(0, 6))))


@st.composite
def observations(draw: st.DrawFn, by: str) -> Observation:
    measure = draw(st.sampled_from(["level", "level", "yoy", "mom", "share"]))
    flow, period = draw(st.sampled_from(FLOWS)), draw(periods)
    value = draw(numbers(negative=measure != "level" or flow == "balance"))
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return Observation(
        reporter=draw(st.sampled_from(PLACES)),
        partner=draw(st.sampled_from(PLACES)),
        flow=flow,
        commodity=draw(st.sampled_from(["", "hs:8703", "crude-oil"])),
        scope=draw(st.sampled_from(SCOPES)),
        valuation=draw(st.sampled_from(["", "CIF", "bop-sa"])),
        unit=draw(st.sampled_from(["USD", "t", "1"] if measure == "level" else ["USD", "", "1"])),
        period=period,
        measure=measure,
        value=value,
        unit_multiplier=draw(st.integers(0, 18)) if measure == "level" else 0,
        decimals=draw(st.integers(-3, -exponent)),
        published=draw(st.none() | st.integers(0, 900).map(lambda later: period.last + timedelta(later))),
        standing=draw(st.sampled_from(list(Standing))),
        citation=draw(citations(by)),
        revision=draw(st.sampled_from([Fraction(1, 200), Fraction(3, 200), Fraction(0)])),
    )


@st.composite
def events(draw: st.DrawFn, by: str) -> Event:
    return Event(
        id=draw(st.sampled_from(["summit-2025-07-13", "gacc-h1-2025", "a"])),
        kind=draw(st.sampled_from(["release", "release-detail", "meeting"])),
        days=draw(periods),
        words=draw(named),
        citation=draw(citations(by)),
        source=draw(st.sampled_from(["", "gacc"])),
        period=draw(st.none() | periods),
        text=draw(words),
        scheduled=draw(st.booleans()),
    )


@st.composite
def rates(draw: st.DrawFn, by: str) -> Rate:
    value = draw(numbers(negative=False).filter(bool))
    return Rate(
        base=draw(st.sampled_from(["USD", "EUR", "CNY"])),
        quote=draw(st.sampled_from(["USD", "CNY", "RUB"])),
        period=draw(periods),
        kind=draw(st.sampled_from(["average", "point", "implied"])),
        value=value,
        decimals=-value.as_tuple().exponent,
        published=draw(st.none() | days),
        citation=draw(citations(by)),
    )


@st.composite
def pinned_rows(draw: st.DrawFn) -> Pinned:
    by = draw(st.sampled_from([SNAPSHOT, FOLDER, "comtrade", "a house's own"]))
    return Pinned(by, draw(st.one_of(observations(by), observations(by), events(by), rates(by))))


queries: st.SearchStrategy[Query] = st.one_of(
    st.builds(
        SeriesQuery,
        st.sampled_from(PLACES),
        st.sampled_from([None, *PLACES]),
        st.sampled_from(["", "hs:8703", "crude-oil"]),
        st.none() | st.frozensets(periods, max_size=5),
    ),
    st.sampled_from(["summit-2025-07-13", "gacc-h1-2025", "No such Event!"]).map(EventQuery),
    st.builds(lambda source, of: EventQuery(None, source, of), st.sampled_from(["gacc", "ons"]), st.none() | periods),
    st.builds(RateQuery, st.sampled_from(["USD", "EUR", "CNY"]), st.none() | periods),
)
failures = st.builds(
    Failed,
    queries,
    st.sampled_from(["comtrade", "imf"]),
    st.sampled_from([each for each in Failure if each is not Failure.NO_DATA]),
)
locks = st.builds(
    Lock,
    st.just(STAMP),
    st.lists(queries, max_size=5).map(tuple),
    st.lists(pinned_rows(), max_size=8, unique=True).map(tuple),
    st.lists(failures, max_size=3).map(tuple),
)
