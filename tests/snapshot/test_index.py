"""The index is made from the sources, is the same every time, and is never older than they are."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing

import pytest

from factcheck.observations import SeriesQuery
from factcheck.snapshot import Snapshot, compile_index
from factcheck.snapshot.load import open_index

HEADER = "reporter,partner,flow,period,unit,value,unit_multiplier,published,source_url"


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """A cache folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def only_readable(monkeypatch):
    """Make folders refuse new files, as a read-only disk does, whoever runs the tests."""
    made = tempfile.mkstemp
    refused = []

    def mkstemp(prefix, dir):
        if dir in refused:
            raise PermissionError(13, "Permission denied", str(dir))
        return made(prefix=prefix, dir=dir)

    monkeypatch.setattr(tempfile, "mkstemp", mkstemp)
    return refused.append


def total(snapshot: Snapshot) -> list[str]:
    """The printed values of China's trade with Russia."""
    return [str(row.value) for row in snapshot.observations(SeriesQuery("CHN", "RUS"))]


def test_the_same_sources_give_the_same_bytes(make_source, tmp_path) -> None:
    """
    Two indexes of one folder are byte for byte the same, whatever the times of its files.
    """
    sources = make_source()
    compile_index(sources, tmp_path / "one")
    os.utime(sources / "desk" / "rows.csv", (0, 0))
    compile_index(sources, tmp_path / "two")

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_the_order_of_rows_does_not_matter(make_source) -> None:
    """
    Observations come in the order of the index, not of the file.
    """
    rows = [
        "CHN,RUS,total,2024,USD,244.81,9,2025-01-13,https://example.org/a",
        "CHN,RUS,total,2023,USD,240.11,9,2024-01-12,https://example.org/b",
    ]
    forwards = total(Snapshot.open(make_source("\n".join([HEADER, *rows, ""]))))
    backwards = total(Snapshot.open(make_source("\n".join([HEADER, *rows[::-1], ""]))))

    assert forwards == backwards == ["240.11", "244.81"]


def test_first_use_makes_the_index_beside_the_sources(make_source) -> None:
    """
    A checkout has no index; the first question makes it.
    """
    sources = make_source()

    assert total(Snapshot.open(sources)) == ["244.81"]
    assert (sources / "index.sqlite").is_file()


def test_an_edited_table_makes_the_index_anew(make_source) -> None:
    """
    A table of the same size with another figure is noticed.
    """
    sources = make_source()
    Snapshot.open(sources).close()
    table = sources / "desk" / "rows.csv"
    table.write_text(table.read_text().replace("244.81", "244.82"))
    later = (sources / "index.sqlite").stat().st_mtime_ns + 1
    os.utime(table, ns=(later, later))

    assert total(Snapshot.open(sources)) == ["244.82"]


def test_a_new_source_makes_the_index_anew(make_source) -> None:
    """
    A folder that was added is noticed.
    """
    sources = make_source()
    Snapshot.open(sources).close()
    make_source(f"{HEADER}\nCHN,RUS,total,2023,USD,240.11,9,,https://example.org/b\n", name="other")

    assert total(Snapshot.open(sources)) == ["240.11", "244.81"]


def test_a_touched_table_keeps_the_index(make_source) -> None:
    """
    Where only the time of a file changed the index stays, and is known to fit from then on.
    """
    sources = make_source()
    Snapshot.open(sources).close()
    index = sources / "index.sqlite"
    before = index.stat().st_ino
    later = index.stat().st_mtime_ns + 10**9
    os.utime(sources / "desk" / "rows.csv", ns=(later, later))

    Snapshot.open(sources).close()

    assert index.stat().st_ino == before


@pytest.mark.parametrize("rubbish", [b"", b"no database", b"SQLite format 3\0" + b"\0" * 5000])
def test_a_broken_index_is_made_anew(make_source, rubbish) -> None:
    """
    An index that is no index does no harm.
    """
    sources = make_source()
    (sources / "index.sqlite").write_bytes(rubbish)

    assert total(Snapshot.open(sources)) == ["244.81"]


def test_where_the_sources_cannot_be_written_the_cache_is_used(make_source, cache, only_readable) -> None:
    """
    With no room beside the sources the index lies in the user's cache.
    """
    sources = make_source()
    only_readable(sources)

    assert total(Snapshot.open(sources)) == ["244.81"]
    assert [path.suffix for path in (cache / "factcheck").iterdir()] == [".sqlite"]


def test_where_nothing_can_be_written_the_index_is_in_memory(make_source, cache, only_readable) -> None:
    """
    With no room in the cache either, the index is made for this run alone.
    """
    sources = make_source()
    only_readable(sources)
    cache.write_text("a file in the way")

    assert total(Snapshot.open(sources)) == ["244.81"]
    assert sorted(path.name for path in sources.iterdir()) == ["desk"]


@pytest.mark.parametrize("place", ["", "relative", "inside"])
def test_the_working_folder_is_no_cache(make_source, only_readable, tmp_path, monkeypatch, place) -> None:
    """
    Without a home, and with a cache inside the working folder, the index is in memory: no file there is taken for it.
    """
    sources = make_source()
    only_readable(sources)
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setenv("XDG_CACHE_HOME", str(work / "cache") if place == "inside" else place)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)  # as where no home is known

    assert total(Snapshot.open(sources)) == ["244.81"]
    assert list(work.iterdir()) == []


def test_an_opened_index_cannot_be_written(make_source) -> None:
    """
    The index is only ever read.
    """
    open_index(make_source()).close()

    with closing(open_index(make_source())) as index, pytest.raises(sqlite3.OperationalError, match="readonly"):
        index.execute("DELETE FROM observations")
