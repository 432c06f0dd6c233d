"""What a newsroom's row says when it can be read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from factcheck.observations import Citation, Event, EventQuery, Observation, SeriesQuery, Standing
from factcheck.periods import Period
from factcheck.snapshot.local import open_local

SHORT = "reporter,partner,flow,period,unit,value,source_url"


def test_seven_columns_make_an_observation(make_source) -> None:
    """
    What a short row leaves out is a level of all goods, in single units, that decides, of unknown vintage.
    """
    snapshot = open_local(make_source(f"{SHORT}\nCHN,RUS,exports,2024-H1,CNY,81.40,https://example.org/a\n"))

    assert snapshot.observations(SeriesQuery("CHN", "RUS")) == (
        Observation(
            reporter="CHN",
            partner="RUS",
            flow="exports",
            commodity="",
            scope="goods",
            valuation="",
            unit="CNY",
            period=Period.parse("2024-01/2024-06"),
            measure="level",
            value=Decimal("81.40"),
            unit_multiplier=0,
            decimals=2,
            published=None,
            standing=Standing.DECIDES,
            citation=Citation("desk", "desk", "The newsroom", "https://example.org/a", local=True),
            revision=Fraction(1, 200),
        ),
    )


def test_every_column_is_taken_over(make_source) -> None:
    """
    A row with all columns keeps what each says; the revision is that of its dataset.
    """
    header = (
        "note,source_url,source_kind,agency,standing,published,valuation,scope,measure,decimals,unit_multiplier,value,"
        "unit,period,commodity,flow,partner,reporter,dataset"
    )
    row = (
        '"one, two",https://example.org/b,primary,GACC,supports,2025-07-14,bop,services,yoy,-1,0,540,USD,2025-06,'
        "passenger-cars,balance,EU,CHN,monthly"
    )
    datasets = [{"id": "monthly", "title": "By month", "revision": "0.015"}]

    (found,) = open_local(make_source(f"{header}\n{row}\n", datasets=datasets)).observations(
        SeriesQuery("CHN", "EU", "passenger-cars")
    )

    assert found == Observation(
        reporter="CHN",
        partner="EU",
        flow="balance",
        commodity="passenger-cars",
        scope="services",
        valuation="bop",
        unit="USD",
        period=Period.parse("2025-06"),
        measure="yoy",
        value=Decimal(540),
        unit_multiplier=0,
        decimals=-1,
        published=date(2025, 7, 14),
        standing=Standing.SUPPORTS,
        citation=Citation("desk", "monthly", "GACC", "https://example.org/b", "primary", "one, two", local=True),
        revision=Fraction(15, 1000),
    )


def test_printed_zeros_are_kept(make_source) -> None:
    """
    26.0 is not 26: the zero that was printed is a digit.
    """
    (found,) = open_local(
        make_source(f"{SHORT},measure\nCHN,RUS,total,2023,USD,26.0,https://e.org,yoy\n")
    ).observations(SeriesQuery("CHN", "RUS"))

    assert (str(found.value), found.decimals) == ("26.0", 1)


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(make_source) -> None:
    """
    A table saved by a spreadsheet on Windows reads like any other.
    """
    rows = f"\ufeff{SHORT}\r\nCHN,RUS,total,2024,USD,244.81,https://example.org/a\r\n"

    (found,) = open_local(make_source(rows)).observations(SeriesQuery("CHN", "RUS"))

    assert found.value == Decimal("244.81")


def test_events_may_stand_in_a_folder_of_ones_own(make_source) -> None:
    """
    A table that holds events brings releases; the day is as precise as it is known.
    """
    rows = (
        "id,kind,date,words,source,period,source_url\n"
        "gacc-may-2025-06-09,release,2025-06-09,Figures for May,gacc,2025-05,https://example.org/may\n"
        "opening-2024,event,2024,A bridge opens,,,https://example.org/bridge\n"
    )
    snapshot = open_local(make_source(rows, resources=[{"path": "rows.csv", "holds": "events"}]))

    assert snapshot.events(EventQuery(source="gacc", period=Period.parse("2025-05"))) == (
        Event(
            id="gacc-may-2025-06-09",
            kind="release",
            days=Period.parse("2025-06-09"),
            words="Figures for May",
            citation=Citation("desk", "events", "The newsroom", "https://example.org/may", local=True),
            source="gacc",
            period=Period.parse("2025-05"),
        ),
    )
    assert [str(event.days) for event in snapshot.events(EventQuery(event="opening-2024"))] == ["2024"]


def test_exchange_rates_may_stand_in_a_folder_of_ones_own(make_source) -> None:
    """
    A table that holds rates answers by pair and period.
    """
    rows = "base,quote,period,kind,rate,source_url\nUSD,CNY,2025-01-13,point,7.3317,https://example.org/fx\n"
    snapshot = open_local(make_source(rows, resources=[{"path": "rows.csv", "holds": "rates"}]))

    (found,) = snapshot.rates("USD", "CNY", Period.parse("2025-01-13"))

    assert (found.value, found.kind, found.decimals) == (Decimal("7.3317"), "point", 4)
    assert snapshot.rates("CNY", "USD") == ()
