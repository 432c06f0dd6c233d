"""Every kind of warehouse keeps the contract of resolvers."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

import pytest

from factcheck.observations import EventQuery, RateQuery, SeriesQuery
from factcheck.resolvers.warehouse import WarehouseResolver, warehouse_resolvers
from factcheck.testing import ResolverContract
from tests.resolvers.warehouse.projects import make_project
from tests.resolvers.warehouse.tables import periods, warehouse

VARIABLE = "FACTCHECK_WAREHOUSE_TRADE_DESK"


@lru_cache
def project_of(kind: str) -> Path:
    """A project with a warehouse of a kind, made once in each process."""
    folder = tempfile.mkdtemp(prefix="factcheck-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    make_project(Path(folder), kind)
    return Path(folder)


class Warehouse(ResolverContract):
    """What the kinds have in common."""

    kind: str
    known = (
        SeriesQuery("CHN", "RUS", periods=periods("2024")),
        SeriesQuery("CHN", "RUS"),
        SeriesQuery("CHN", "RUS", "hs:8703", periods("2024", "2023")),
        SeriesQuery("CHN", None, periods=periods("2024")),
        SeriesQuery("CHN", None),
        SeriesQuery("CHN", "USA", periods=periods("2025-H1")),
        SeriesQuery("DEU", "CHN", periods=periods("2025-06")),
    )
    unknown = (
        SeriesQuery("CHN", "ATA"),
        SeriesQuery("RUS", "CHN"),
        SeriesQuery("CHN", "RUS", "hs:9999"),
        SeriesQuery("CHN", "RUS", "passenger-cars"),
        SeriesQuery("CHN", "RUS", periods=periods("1990")),
        SeriesQuery("CHN", "RUS", periods=frozenset()),
        EventQuery(event="no-such-event"),
        RateQuery("USD"),
    )

    @pytest.fixture(autouse=True)
    def _unnamed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv(VARIABLE, raising=False)

    def make_resolver(self) -> WarehouseResolver:
        (resolver,) = warehouse_resolvers(project_of(self.kind), os.environ)
        return resolver

    def licences(self) -> list[str]:
        return [licence.name for licence in self.make_resolver().source.licences]


class TestCsv(Warehouse):
    """A CSV file."""

    kind = "csv"


class TestSqlite(Warehouse):
    """A SQLite file."""

    kind = "sqlite"


class TestDuckdb(Warehouse):
    """A file of DuckDB."""

    kind = "duckdb"


class TestParquet(Warehouse):
    """A Parquet file."""

    kind = "parquet"


class TestPostgres(Warehouse):
    """A table of a PostgreSQL server."""

    kind = "postgres"
    offline = False

    @pytest.fixture(autouse=True)
    def _named(self, _unnamed, table, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(VARIABLE, table("postgres"))  # where other processes find it too


@pytest.mark.parametrize("kind", ["csv", "sqlite", "duckdb", "parquet"])
def test_a_file_is_not_live(kind, table) -> None:
    """
    A warehouse in a file of this machine is asked without the network.
    """
    assert not warehouse(kind, table(kind)).live


def test_a_server_is_live() -> None:
    """
    A server is asked over the network, and the resolver says so.
    """
    assert warehouse("postgres", "postgresql://desk:secret@db.example.org/trade").live


def test_rows_are_cited_as_the_folders_own(table) -> None:
    """
    A row names its source, its publisher and its page, and is marked as local: it never outranks embedded figures.
    """
    (given,) = warehouse("csv", table("csv")).resolve([SeriesQuery("CHN", "RUS", periods=periods("2023"))])
    cited = given.observations[0].citation

    assert (cited.source, cited.dataset, cited.agency) == ("trade-desk", "trade-desk", "The Example Post")
    assert (cited.url, cited.local) == ("https://example.org/releases", True)
