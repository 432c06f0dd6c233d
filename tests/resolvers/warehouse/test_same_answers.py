"""The same rows give the same answers, whatever they lie in; and those are the rows that were asked for."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.observations import Answer, SeriesQuery
from factcheck.periods import Period
from tests.resolvers.warehouse.tables import FILES, TYPES, URL, make_table, warehouse

#: Every name of a period that a table may have, by the one that factcheck prints.
PERIODS = {
    "2023": ["2023", "2023-01/2023-12", "2023/2023", "2023-01-01/2023-12-31"],
    "2024-H1": ["2024-H1", "2024-01/2024-06", "2024-01-01/2024-06-30"],
    "2024-Q2": ["2024-Q2", "2024-04/2024-06"],
    "2024-06": ["2024-06", "2024-06/2024-06", "2024-06-01/2024-06-30"],
    "2024-01/2024-05": ["2024-01/2024-05", "2024-01-01/2024-05-31"],
    "2023/2024": ["2023/2024", "2023-01/2024-12"],
    "2024-06-14": ["2024-06-14", "2024-06-14/2024-06-14"],
}
#: What the table calls places and goods, and what they are here; some words are traps for quoting.
PARTNERS = {"RUS": "RUS", "R,U": "RUS", 'it\'s "x"\\{}': "USA", "NULL": "JPN", "DEU": "DEU", "д": "DEU"}
GOODS = {"8703": "hs:8703", "27": "hs:27", "cars, all": "passenger-cars", "": "", None: ""}
FLOWS = {"X": "exports", "M": "imports", "T": "total", "B": "balance"}
VALUES = {
    "partner": {word: ours for word, ours in PARTNERS.items() if word != ours},
    "flow": FLOWS,
    "commodity": {"cars, all": "passenger-cars"},
}

amounts = st.decimals(0, 10**9, places=2).map(str) | st.sampled_from(["26.0", "26", "0", "007", "0.10"])
cells = st.fixed_dictionaries(
    {
        "rep": st.sampled_from(["CHN", "DEU"]),
        "par": st.sampled_from(list(PARTNERS)),
        "direction": st.sampled_from(list(FLOWS)),
        "code": st.sampled_from(list(GOODS)),
        "month": st.sampled_from([name for names in PERIODS.values() for name in names]),
        "amount": amounts,
        "out": st.sampled_from([None, "2025-01-13", "2025-02-01"]),
        "link": st.just(URL),
    }
)


def cell_of(row: dict[str, Any]) -> tuple[Any, ...]:
    """What a row is about, in our words."""
    period = str(Period.parse(row["month"]))
    return row["rep"], PARTNERS[row["par"]], FLOWS[row["direction"]], GOODS[row["code"]], period, row["out"] or ""


tables = st.lists(cells, max_size=25, unique_by=cell_of)
queries = st.lists(
    st.builds(
        SeriesQuery,
        st.sampled_from(["CHN", "DEU", "FRA"]),
        st.sampled_from([None, "RUS", "USA", "JPN", "DEU", "ITA"]),
        st.sampled_from(["", "hs:8703", "hs:27", "passenger-cars", "hs:01"]),
        st.none() | st.frozensets(st.sampled_from(list(PERIODS)).map(Period.parse), max_size=3),
    ),
    min_size=1,
    max_size=12,
    unique=True,
)


def expected(rows: list[dict[str, Any]], query: SeriesQuery) -> list[tuple[Any, ...]]:
    """The rows that a query asks for, found one by one."""
    wanted = None if query.periods is None else {str(period) for period in query.periods}
    return sorted(
        (*cell, row["amount"])
        for row in rows
        for cell in [cell_of(row)]
        if cell[0] == query.reporter
        and query.partner in (None, cell[1])
        and cell[3] == query.commodity
        and (wanted is None or cell[4] in wanted)
    )


def told(answer: Answer) -> list[tuple[Any, ...]]:
    """An answer in the same form."""
    assert answer.failure is None or str(answer.failure) == "no data", answer.detail
    return sorted(
        (row.reporter, row.partner, row.flow, row.commodity, str(row.period), str(row.published or ""), written(row))
        for row in answer.observations
    )


def written(row: Any) -> str:
    """The digits of a value; Decimal forgets zeros in front, as numbers do."""
    return str(row.value)


def without_zeros_in_front(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted((*row[:-1], "7" if row[-1] == "007" else row[-1]) for row in rows)


def check(kind: str, rows: list[dict[str, Any]], asked: list[SeriesQuery], server: Any = None) -> None:
    """Put the rows into a table of the kind, ask, and compare each answer with the rows found one by one."""
    with tempfile.TemporaryDirectory() as folder:
        cells_ = [tuple(row[name] for name in TYPES) for row in rows]
        place = make_table(kind, Path(folder), cells_, server=server, table="same_answers")
        table = "same_answers" if kind == "postgres" else "figures" if kind in ("sqlite", "duckdb") else None
        answers = list(warehouse(kind, place, values=VALUES, table=table).resolve(asked))

    for query, answer in zip(asked, answers, strict=True):
        assert told(answer) == without_zeros_in_front(expected(rows, query)), query


@pytest.mark.parametrize("kind", FILES)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(rows=tables, asked=queries)
def test_a_file_answers_with_the_rows_asked_for(
    kind: str, rows: list[dict[str, Any]], asked: list[SeriesQuery]
) -> None:
    """
    Whatever the table calls periods, places and goods, each query has its rows and no other.
    """
    check(kind, rows, asked)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(rows=tables, asked=queries)
def test_a_server_answers_with_the_rows_asked_for(
    postgres: Any, rows: list[dict[str, Any]], asked: list[SeriesQuery]
) -> None:
    """
    A PostgreSQL table with the same rows gives the same answers as the files.
    """
    check("postgres", rows, asked, postgres)
