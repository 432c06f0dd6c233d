"""A file that came with a project cannot make this program take all memory of its machine."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from factcheck.observations import Failure, SeriesQuery
from factcheck.resolvers.warehouse import WarehouseResolver
from factcheck.resolvers.warehouse.memory import bounded_memory
from factcheck.resolvers.warehouse.place import Place
from tests.resolvers.warehouse.tables import MAPPING, TYPES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts memory as it is asked for")


def test_more_than_is_allowed_is_refused_and_later_allowed_again() -> None:
    """
    Inside the block too much memory is refused; after it, it is there as before.
    """
    with bounded_memory(64 << 20), pytest.raises(MemoryError):
        bytearray(256 << 20)

    assert len(bytearray(256 << 20)) == 256 << 20


def test_a_view_that_makes_gigabytes_of_text_is_too_big(tmp_path: Path) -> None:
    """
    DuckDB does not count what a function makes: a text of two gigabytes ends the question and not the run.
    """
    path = tmp_path / "figures.duckdb"
    with closing(duckdb.connect(str(path))) as database:
        columns = ", ".join(f"'x' AS {name}" for name in TYPES if name != MAPPING["columns"]["reporter"])
        giant = f"repeat('1', 2000000000) AS {MAPPING['columns']['reporter']}"
        database.execute(f"CREATE VIEW figures AS SELECT {giant}, {columns}")
    place = Place(str(path), "figures.duckdb", root=tmp_path)
    mapping = {**MAPPING, "kind": "duckdb", "table": "figures"}

    (answer,) = WarehouseResolver(mapping, source="desk", place=place).resolve([SeriesQuery("CHN", "RUS")])

    assert (answer.failure, answer.observations) == (Failure.TOO_BIG, ())
    assert "more than the 512MB of memory" in answer.detail
