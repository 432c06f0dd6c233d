"""Facts of the embedded snapshot, read by hand in the collected data."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from factcheck.observations import EventQuery, Observation, SeriesQuery, Standing
from factcheck.periods import Period
from factcheck.snapshot import Snapshot, all_events, list_sources, rates


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    """The embedded snapshot."""
    return Snapshot.open()


def ask(snapshot: Snapshot, reporter: str, partner: str, period: str, commodity: str = "") -> tuple[Observation, ...]:
    """All rows of a cell."""
    return snapshot.observations(SeriesQuery(reporter, partner, commodity, frozenset({Period.parse(period)})))


def pick(rows, **fields) -> list[Observation]:
    """The rows whose fields are these."""
    return [row for row in rows if all(getattr(row, name) == value for name, value in fields.items())]


def test_every_source_has_its_rows() -> None:
    """
    Of the 35,214 figures collected none was lost, and none was added.
    """
    sources = {source.id: source for source in list_sources()}
    figures = sum(dataset.rows for source in sources.values() for dataset in source.datasets)

    assert figures == 1041 + 208 + 42 + 33923
    assert {name: sources[name].rows for name in ("gacc", "census", "destatis", "india-commerce", "cpca")} == {
        "gacc": 965 + 76 + 2230 + 102 + 27,
        "census": 76 + 16264 + 1453 + 8433 + 900 + 1786 + 37,
        "destatis": 13 + 1882,
        "india-commerce": 28 + 153,
        "cpca": 14,
    }


def test_chinese_customs_revise_more_than_others() -> None:
    """
    The allowance of a dataset is that of its description: 1.5 % for Chinese customs by partner, else half a per cent.
    """
    datasets = {(source.id, dataset.id): dataset.revision for source in list_sources() for dataset in source.datasets}

    assert datasets["gacc", "gacc_country_totals"] == Fraction(15, 1000)
    assert datasets["gacc", "gacc_world_monthly"] == Fraction(5, 1000)
    assert datasets["census", "census_country_2025-04"] == Fraction(5, 1000)


def test_every_source_says_who_published_it_and_under_what() -> None:
    """
    No source without publisher, licence and month of retrieval.
    """
    assert [
        source.id for source in list_sources() if not (source.publisher and source.licence and source.retrieved)
    ] == []


def test_the_first_half_of_2025(snapshot) -> None:
    """
    The figures of the release of 14 July 2025, with levels and the published rates that recomputation misses.
    """
    rows = pick(
        ask(snapshot, "CHN", "RUS", "2025-H1"), standing=Standing.DECIDES, published=date(2025, 7, 14), unit="USD"
    )

    found = {
        (row.flow, row.measure): str(row.value) for row in rows if row.citation.url.startswith("https://www.themoscow")
    }
    assert found == {
        ("total", "level"): "106.48",
        ("total", "yoy"): "-9.1",
        ("exports", "level"): "47.16",
        ("exports", "yoy"): "-8.4",
        ("imports", "level"): "59.32",
        ("imports", "yoy"): "-9.6",
        ("balance", "level"): "-12.16",
    }


def test_a_year_in_both_currencies(snapshot) -> None:
    """
    2024 is 244.81 billion dollars and 1.9 %, or 1.74 trillion yuan and 2.9 %.
    """
    rows = pick(ask(snapshot, "CHN", "RUS", "2024"), flow="total", standing=Standing.DECIDES)

    assert Fraction("244.81") * 10**9 in {row.amount for row in pick(rows, unit="USD", measure="level")}
    assert Fraction("1.74") * 10**12 in {row.amount for row in pick(rows, unit="CNY", measure="level")}
    assert Decimal("1.9") in {row.value for row in pick(rows, unit="USD", measure="yoy")}
    assert Decimal("2.9") in {row.value for row in pick(rows, unit="CNY", measure="yoy")}


def test_revised_series_are_dated_when_they_were_read(snapshot) -> None:
    """
    The revised world series of August 2026 bears its day, so no earlier article is held to it.
    """
    rows = [row for row in ask(snapshot, "CHN", "WLD", "2023-04") if row.citation.dataset == "gacc_world_monthly"]

    assert {row.published for row in rows} == {date(2026, 8, 31)}
    assert [str(row.value) for row in pick(rows, flow="exports", measure="level")] == ["288.1"]


@pytest.mark.parametrize(
    ("dataset", "day"),
    [
        ("census_country_2025-04", date(2025, 4, 3)),
        ("census_api_annual_2025-06", date(2025, 6, 30)),
        ("census_country_2023-03", date(2023, 3, 31)),
        ("census_country_2026-10", date(2026, 10, 1)),
        ("census_page_2026-06-17", date(2026, 6, 17)),
    ],
)
def test_files_without_a_day_have_that_of_their_name(snapshot, dataset, day) -> None:
    """
    A workbook of known month counts from its last day: never earlier than it was known.
    """
    rows = [row for row in snapshot.observations(SeriesQuery("USA", "CHN")) if row.citation.dataset == dataset]

    assert {row.published for row in rows} == {day}


def test_four_vintages_of_one_deficit(snapshot) -> None:
    """
    America's balance with China in 2024: -295.40 first, -295.52 and -297.05 after later revisions.
    """
    rows = pick(ask(snapshot, "USA", "CHN", "2024"), measure="level")
    exact = pick(rows, flow="balance", published=date(2025, 6, 30))

    assert [round(row.amount / 10**9, 2) for row in exact] == [Fraction("-295.52")]
    first = {row.flow: row.amount for row in pick(rows, published=date(2025, 4, 3))}
    assert round((first["exports"] - first["imports"]) / 10**9, 1) == Fraction("-295.4")


def test_another_basis_is_another_cell(snapshot) -> None:
    """
    Adjusted and balance-of-payments goods bear their basis; the unadjusted census figure alone has none.
    """
    rows = [row for row in ask(snapshot, "USA", "WLD", "2024") if row.flow == "balance" and row.measure == "level"]

    by_basis = {
        (row.scope, row.valuation): round(row.amount / 10**9, 1) for row in rows if row.published == date(2026, 10, 1)
    }
    assert by_basis[("goods", "bop")] == Fraction("-1215.4")
    assert by_basis[("goods-and-services", "")] == Fraction("-903.5")
    german = snapshot.observations(SeriesQuery("DEU", "USA", periods=frozenset({Period.parse("2025-05")})))
    assert {row.valuation for row in german} == {"sa"}


MISPRINTS = [
    ("JPN", "WLD", "2024", "107.9"),
    ("CHN", "ASEAN", "2024-01/2024-04", "2.08"),
    ("EA", "WLD", "2025-06", "204.6"),
]


@pytest.mark.parametrize(("reporter", "partner", "period", "value"), MISPRINTS)
def test_misprints_are_kept_and_never_compared_with(snapshot, reporter, partner, period, value) -> None:
    """
    A slipped or dropped digit and a conversion in the wrong currency stay, to explain an error.
    """
    rows = [row for row in ask(snapshot, reporter, partner, period) if str(row.value) == value]

    assert {row.standing for row in rows} == {Standing.NEVER}


def test_derived_years_support(snapshot) -> None:
    """
    The German years that were added up from months do not decide.
    """
    rows = [row for row in ask(snapshot, "DEU", "CHN", "2024") if row.citation.source_kind == "derived"]

    assert {row.standing for row in rows} == {Standing.SUPPORTS}


def test_cars_and_oil_bear_their_scale(snapshot) -> None:
    """
    Counts of vehicles are counts, oil is in tonnes, and a rate names its basis only where that is known.
    """
    cars = ask(snapshot, "CHN", "RUS", "2025", "passenger-cars")
    oil = ask(snapshot, "CHN", "RUS", "2024", "crude-oil")

    assert [(row.unit, row.amount) for row in pick(cars, measure="level", unit="1")] == [("1", 632341)]
    assert [(row.value, row.unit) for row in pick(cars, measure="yoy")] == [(-42, "1")]
    assert [(row.unit, row.amount) for row in oil] == [("t", 108_500_000)]


def test_mainland_with_hong_kong_is_a_partner_of_its_own(snapshot) -> None:
    """
    Taiwan's 35.2 % and 31.7 % are shares of China with Hong Kong, and stand under no other partner.
    """
    shares = {str(row.value) for row in snapshot.observations(SeriesQuery("TWN", "CHN+HKG")) if row.measure == "share"}

    assert shares == {"35.2", "31.7"}


def test_all_partners_at_once(snapshot) -> None:
    """
    A query without a partner brings every partner of the period, and nothing of another reporter.
    """
    rows = snapshot.observations(SeriesQuery("USA", None, periods=frozenset({Period.parse("2023")})))

    assert len({row.partner for row in rows}) > 230
    assert {(row.reporter, str(row.period)) for row in rows} == {("USA", "2023")}


def test_one_release_a_period(snapshot) -> None:
    """
    The first publication is the release; tables and databases that follow days later are not.
    """
    (found,) = snapshot.events(EventQuery(source="gacc", period=Period.parse("2025-H1")))

    assert (found.id, str(found.days)) == ("gacc-h1-2025-2025-07-14", "2025-07-14")
    days = {
        (event.source, str(event.period)): set() for event in all_events() if event.kind == "release" and event.period
    }
    for event in all_events():
        if event.kind == "release" and event.period:
            days[event.source, str(event.period)].add(str(event.days))
    assert {key: found for key, found in days.items() if len(found) > 1} == {}


def test_a_timetable_is_no_observation(snapshot) -> None:
    """
    Days from a timetable are scheduled; a day that was also seen is not.
    """
    (may,) = snapshot.events(EventQuery(source="gacc", period=Period.parse("2025-05")))
    (june,) = snapshot.events(EventQuery(source="gacc", period=Period.parse("2025-06")))

    assert (str(may.days), may.scheduled) == ("2025-06-09", True)
    assert (str(june.days), june.scheduled) == ("2025-07-14", False)


def test_later_tables_are_details() -> None:
    """
    The country tables of the 18th and the database of the 20th are kept beside the release.
    """
    kinds = Counter(event.kind for event in all_events() if event.source == "gacc")

    assert kinds["release-detail"] == 24 + 23 + 23 + 1 + 6  # six lines name a month and a year


def test_collected_events_keep_their_ids() -> None:
    """
    The ids of the dated facts are stable.
    """
    ids = {event.id for event in all_events()}

    assert {"wang-lavrov-beijing-2025-07-13", "invasion-of-ukraine-2022-02-24", "gacc-annual-2023-2024-01-12"} <= ids


def test_rates_of_a_day_and_of_a_year() -> None:
    """
    Rates are found by pair and period, from several offices, with what news implied kept apart by kind.
    """
    day = {rate.kind: str(rate.value) for rate in rates("USD", "CNY", Period.parse("2025-01-13"))}
    year = {rate.citation.source: str(rate.value) for rate in rates("USD", "CNY", Period.parse("2024"))}

    assert (day["point"], day["quoted"]) == ("7.3319", "7.3317")
    assert year["ecb"] == "7.1956"
    assert rates("EUR", "USD", Period.parse("1999-01")) == ()
    assert [str(rate.value) for rate in rates("USD", "GBP", Period.parse("2026-06"))] == ["0.7497"]


def test_the_harmonized_system_is_looked_up(snapshot) -> None:
    """
    A heading has its description, a code that is not there has none.
    """
    assert (snapshot.commodity("hs:8703") or "").startswith("Motor cars and other motor vehicles")
    assert snapshot.commodity("hs:7777") is None
