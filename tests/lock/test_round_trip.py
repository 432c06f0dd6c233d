"""A lock reads back as it was written, and whatever happens to its bytes it is the same lock or none."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import LockError
from factcheck.lock.asked import joined
from factcheck.lock.file import lock_file
from factcheck.lock.pinned import Lock, Pinned
from factcheck.lock.read import read_lock
from factcheck.lock.write import lock_text
from tests.lock.figures import digest, query, read_on, row
from tests.lock.strategies import STAMP, locks

SMALL = Lock(
    STAMP,
    (query(), query("2024", "2023", reporter="RUS", partner=None)),
    (Pinned("snapshot", row()), Pinned("service", read_on("2026-01-02", "244.9"))),
)


@given(locks)
def test_a_lock_reads_back_as_it_was_written(lock: Lock) -> None:
    """
    Questions, rows with their citations, and failures are the same; questions about one pair are joined.
    """
    read = read_lock(lock_text(lock), "factcheck.lock")

    assert set(read.rows) == set(lock.rows)
    assert read.asked == joined(lock.asked)
    assert set(read.failed) == set(lock.failed)
    assert read.snapshot == lock.snapshot


@given(locks, st.randoms(use_true_random=False))
def test_the_bytes_depend_on_the_content_alone(lock: Lock, chance: random.Random) -> None:
    """
    In whatever order it was asked a lock has the same text, and writing what was read changes nothing.
    """
    asked, failed = list(lock.asked), list(lock.failed)
    chance.shuffle(asked)
    chance.shuffle(failed)
    text = lock_text(lock)

    assert lock_text(lock._replace(asked=tuple(asked), failed=tuple(failed))) == text
    assert lock_text(read_lock(text, "factcheck.lock")) == text


@given(locks)
def test_rows_of_one_figure_keep_their_order(lock: Lock) -> None:
    """
    The order in which a resolver gave rows of one cell decides last between them, so a lock keeps it.
    """
    rows = tuple(Pinned("snapshot", row(note=str(number))) for number in (3, 1, 2))
    read = read_lock(lock_text(lock._replace(rows=(*lock.rows, *rows))), "factcheck.lock")

    assert [each for each in read.rows if each in rows] == list(rows)


def test_what_a_lock_looks_like() -> None:
    """
    A row takes a line, its citation stands once, and what has its usual value is left out.
    """
    lines = lock_text(SMALL).splitlines()

    assert lines[:2] == ["{", '"version": 1,']
    assert lines[3:6] == [
        f'"snapshot": "{STAMP}",',
        '"asked": [',
        '{"reporter": "CHN", "partner": "RUS", "periods": "all"},',
    ]
    assert '{"reporter": "RUS", "partner": "all", "periods": ["2023", "2024"]}' in lines
    assert [line.partition('"citation"')[0] for line in lines if '"value"' in line] == [
        '{"reporter": "CHN", "partner": "RUS", "flow": "total", "period": "2024", "unit": "USD", "value": "244.81", '
        '"unit_multiplier": 9, "published": "2025-01-13", ',
        '{"reporter": "CHN", "partner": "RUS", "flow": "total", "period": "2024", "unit": "USD", "value": "244.9", '
        '"unit_multiplier": 9, "published": "2026-01-02", ',
    ]
    assert [line.partition(", ")[2] for line in lines if '"id"' in line] == [
        '"by": "snapshot", "source": "gacc", "dataset": "totals", "agency": "An office", '
        '"url": "https://example.org/1", "source_kind": "primary"},',
        '"by": "service", "source": "service", "dataset": "totals", "agency": "An office", '
        '"url": "https://example.org/1", "source_kind": "primary", "retrieved": "2026-01-02T12:00:00Z", '
        f'"evidence": "{digest("244.9")}"}}',
    ]


MUTATIONS = st.lists(
    st.tuples(st.sampled_from(["flip", "cut", "copy", "put"]), st.floats(0, 1), st.integers(0, 255)), max_size=4
)


def mutated(content: bytes, changes: list[tuple[str, float, int]]) -> bytes:
    """The bytes with some changed, cut out, doubled or put in."""
    for kind, where, value in changes:
        place = int(where * len(content))
        if kind == "flip":
            content = content[:place] + bytes([value]) + content[place + 1 :]
        elif kind == "cut":
            content = content[:place] + content[place + value :]
        elif kind == "copy":
            content = content[:place] + content[max(place - value, 0) :]
        else:
            content = content[:place] + bytes([value]) + content[place:]
    return content


@given(locks, MUTATIONS)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_changed_bytes_are_the_same_lock_or_none(
    tmp_path: Path, lock: Lock, changes: list[tuple[str, float, int]]
) -> None:
    """
    Whatever is done to the bytes of a lock, it is refused, or it says exactly what it said.
    """
    path = tmp_path / "factcheck.lock"
    text = lock_text(lock)
    path.write_bytes(mutated(text.encode(), changes))
    try:
        read = lock_file(None, tmp_path).read()
    except LockError:
        return
    assert read is not None
    assert lock_text(read) == text


@pytest.mark.parametrize("line_end", ["\r\n", "\n\n", " \n"])
def test_another_layout_is_the_same_lock(line_end: str) -> None:
    """
    Line ends of another system and blank lines between are no edit.
    """
    text = lock_text(SMALL).replace("\n", line_end)

    assert lock_text(read_lock(text, "factcheck.lock")) == lock_text(SMALL)
