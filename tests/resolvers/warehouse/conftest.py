"""A PostgreSQL server for all tests of warehouses, started once; and the table that they ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.resolvers.postgres import NoServer, PostgresServer, running_server
from tests.resolvers.warehouse.tables import make_table

MakeTable = Callable[..., str]


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A running server; the test is skipped where there is none."""
    try:
        with running_server() as server:
            yield server
    except NoServer as reason:
        pytest.skip(str(reason))


@pytest.fixture
def table(request: pytest.FixtureRequest, tmp_path: Path) -> MakeTable:
    """Write a table of a kind and say where it lies."""

    def make(kind: str, *args: Any, **options: Any) -> str:
        server = request.getfixturevalue("postgres") if kind == "postgres" else None
        return make_table(kind, tmp_path, *args, server=server, **options)

    return make
