"""A lock that was edited, or that someone hostile wrote, is refused with its place and what to do."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import LockError
from factcheck.lock.file import MAX_SIZE, lock_file
from factcheck.lock.pinned import Lock, Pinned
from factcheck.lock.read import read_lock
from factcheck.lock.write import lock_text
from tests.lock.figures import query, read_on, row
from tests.lock.strategies import STAMP, locks

RESTORE = "restore it from version control, or delete it and make it anew: factcheck lock"
GOOD = lock_text(
    Lock(STAMP, (query(),), (Pinned("snapshot", row()), Pinned("service", read_on("2026-01-02", "244.9"))))
)


def problems(text: str) -> list[str]:
    """The first line of each problem."""
    with pytest.raises(LockError) as caught:
        read_lock(text, "factcheck.lock")
    return [str(problem).splitlines()[0] for problem in caught.value.problems]


def test_an_edit_is_an_error() -> None:
    """
    Another digit in a row is told as an edit, with the way out.
    """
    with pytest.raises(LockError) as caught:
        read_lock(GOOD.replace("244.81", "245.81"), "factcheck.lock")

    assert str(caught.value) == (
        f"factcheck.lock:1:1: the lock was edited: its content does not have the sha256 that stands in it\n{RESTORE}"
    )


@pytest.mark.parametrize(
    ("old", "new", "near", "what"),
    [
        ('"value": "244.81"', '"value": 244.81', "244.81,", "244.81 is no number here: numbers are text, as printed"),
        ('"value": "244.81"', '"value": NaN', "NaN", "NaN is no number here: numbers are text, as printed"),
        ('"value": "244.81"', '"value": -Infinity', "-Inf", "-Infinity is no number here"),
        ('"value": "244.81"', '"value": "2.4e2"', '"value"', "'2.4e2' is no number"),
        ('"value": "244.81"', '"value": "-244.81"', "", "total of -244.81"),
        ('"value": "244.81"', '"value": ["244.81"]', "", "'value' is no text"),
        (
            '"value": "244.81", ',
            '"published": "2025-01-13", ',
            '"published": "2025-01-13", "citation"',
            "the key 'published' stands twice",
        ),
        ('"value": "244.81"', '"valeu": "244.81"', "", "unknown key 'valeu'"),
        ('"value": "244.81"', '"commodity": ""', "", "the key 'value' is missing"),
        (
            '"value": "244.81"',
            '"value": "99999999999999999999999999999999999999999999999999"',
            '"value"',
            "a number of 50 characters",
        ),
        ('"unit_multiplier": 9', '"unit_multiplier": 99999', "99999", "a number of 5 characters"),
        ('"unit_multiplier": 9', '"unit_multiplier": 19', '"unit_multiplier"', "'19' is no power of ten"),
        ('"unit_multiplier": 9', '"unit_multiplier": "9"', "", "'unit_multiplier' is no whole number"),
        ('"unit_multiplier": 9', '"unit_multiplier": true', "", "'unit_multiplier' is no whole number"),
        ('"period": "2024"', '"period": "2024-13"', '"period"', "'2024-13': there is no month 13"),
        ('"partner": "RUS", "flow"', '"partner": "Russia", "flow"', '"partner"', "unknown place 'Russia'"),
        (
            '"published": "2025-01-13"',
            '"published": "2024-12-30"',
            "",
            "published on 2024-12-30, before its period ended on 2024-12-31",
        ),
        ('"published": "2025-01-13"', '"published": "soon"', '"published"', "'published' is no day: 'soon'"),
        ('"unit": "USD"', '"unit": "USX"', "", "unknown unit 'USX'"),
        ('"unit": "USD"', '"unit": ""', "", "the level has no unit"),
        ('"value": "244.81"', '"value": "244.81", "decimals": 3', "", "3 decimals, but 244.81 has 2"),
        ('"value": "244.81"', '"value": "244.81", "standing": "wins"', '"standing"', "unknown standing 'wins'"),
        ('"agency": "An office"', '"agency": "An\\u202eoffice"', "", "'agency' has an invisible character: U+202E"),
        ('"agency": "An office"', '"agency": " "', '"agency"', "the citation names no agency"),
        ('"source": "gacc"', '"source": ""', '"source"', "'' is no name"),
        (
            '"by": "snapshot"',
            '"by": "snapshot", "local": true',
            '"by"',
            "rows of snapshot are not like this: an edited citation",
        ),
        ('"by": "snapshot"', '"by": "snapshot", "local": false', "", "'local' is not true"),
        ('"by": "snapshot"', '"by": "sources"', '"by"', "rows of sources are not like this: an edited citation"),
        ('"by": "snapshot"', '"by": "snapshot", "revision": "1/2"', '"revision"', "'1/2' is no revision"),
        ('"by": "snapshot"', '"by": "snapshot", "rank": 5000', '"rank"', "5000 is no rank"),
        (
            '"by": "snapshot"',
            '"by": "snapshot", "evidence": "../../etc/passwd"',
            '"evidence"',
            "'../../etc/passwd' is no SHA-256",
        ),
        ('"https://example.org/1"', '"javascript:alert(1)"', '"url"', "'javascript:alert(1)' is no web address"),
        ("2026-01-02T12:00:00Z", "2026-01-02T12:00:00", '"retrieved"', "'2026-01-02T12:00:00' is no moment in UTC"),
        ("2026-01-02T12:00:00Z", "2026-13-02T12:00:00Z", '"retrieved"', "'2026-13-02T12:00:00Z' is no moment in UTC"),
        ('"periods": "all"', '"periods": "some"', '"periods"', "the periods are neither a list nor all"),
        ('"periods": "all"', '"periods": ["2024", "soon"]', '"periods"', "unknown period 'soon'"),
        ('"periods": "all"', '"periods": ["2024", {}]', '"periods"', "unknown period ''"),
        ('{"reporter": "CHN", "partner": "RUS", "periods": "all"}', "{}", "", "a question that asks for nothing"),
        ('{"reporter": "CHN", "partner": "RUS", "periods": "all"}', "[1]", "", "an item of 'asked' is no object"),
        (
            '{"reporter": "CHN", "partner": "RUS", "periods": "all"}',
            '{"currency": "gold"}',
            '"currency"',
            "unknown currency 'gold'",
        ),
        (
            '"failed": []',
            '"failed": [\n{"by": "imf", "failure": "tired", "currency": "USD"}]',
            '"failure"',
            "unknown failure 'tired'",
        ),
    ],
)
def test_what_is_wrong_in_an_item_is_told_with_its_place(old: str, new: str, near: str, what: str) -> None:
    """
    The line of the row, the column of the key where there is one, and the fault.
    """
    text = GOOD.replace(old, new, 1)
    place = text.index(new) + len(new.partition("\n")[0]) * ("\n" in new) + ("\n" in new)
    line = text.splitlines()[text[:place].count("\n")]

    assert text != GOOD
    assert problems(text)[0].startswith(
        f"factcheck.lock:{text[:place].count(chr(10)) + 1}:{line.index(near) + 1}: {what}"
    )


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('"version": 1', '"version": 2', "the version of the lock is not 1"),
        ('"version": 1', '"version": true', "the version of the lock is not 1"),
        ('"version": 1', '"version": 1,\n"extra": []', "unknown key 'extra'"),
        ('"events": [],', "", "'events' is no list"),
        ('"sha256": "', '"sha256": "x', "the lock has no sha256 of its content"),
        (STAMP, "", "the lock has rows of the snapshot and does not say of which"),
        (STAMP, "latest", "the stamp of the snapshot is no SHA-256"),
    ],
)
def test_what_is_wrong_with_the_whole_is_told(old: str, new: str, what: str) -> None:
    """
    Another version, other parts, rows of a snapshot that is not named.
    """
    text = GOOD.replace(old, new, 1)

    assert text != GOOD
    assert problems(text)[0].startswith(f"factcheck.lock:1:1: {what}")


def test_a_list_that_is_not_closed() -> None:
    """
    The parser's own fault, with its place.
    """
    text = GOOD.replace('"rates": []', '"rates": [')
    end = text.count("\n")

    assert problems(text) == [f"factcheck.lock:{end}:1: no valid JSON: expecting value"]


def test_a_row_of_no_citation_is_refused() -> None:
    """
    A row names a citation that is there.
    """
    told = json.loads(GOOD)
    told["citations"] = []

    assert [line.partition(": ")[2] for line in problems(json.dumps(told))] == [
        f"there is no citation {each['citation']}" for each in told["observations"]
    ]


@pytest.mark.parametrize(
    "text", ["", "[]", "1", "null", '"lock"', "{}", "[" * 200_000, '{"a":' * 50_000, "<<<<<<< HEAD\n" + GOOD]
)
def test_no_lock_at_all_is_refused(text: str) -> None:
    """
    Another JSON, nested brackets without end and the marks of a merge are told and never a crash.
    """

    assert problems(text)[0].startswith("factcheck.lock:1:")


def test_thousands_of_problems_end() -> None:
    """
    The first fifty are told, the others counted.
    """
    told = json.loads(GOOD)
    told["observations"] = [{"reporter": "CHN"}] * 100_000

    assert len(problems(json.dumps(told))) == 51


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=5,
)


@given(locks, st.data())
def test_any_json_in_any_place_is_refused_or_read(lock: Lock, data: st.DataObject) -> None:
    """
    Whatever stands in place of a value, the lock is refused or reads as before.
    """
    text = lock_text(lock)
    told: Any = json.loads(text)
    sections = [section for section in told.values() if isinstance(section, list) and section]
    place: Any = data.draw(st.sampled_from([told, *(item for section in sections for item in section)]))
    key = data.draw(st.sampled_from(sorted(place)) | st.text(max_size=10))
    place[key] = data.draw(ANYTHING)
    try:
        read = read_lock(json.dumps(told), "factcheck.lock")
    except LockError:
        return
    assert lock_text(read) == text


def make_fifo(path: Path) -> None:
    os.mkfifo(path)


def make_folder(path: Path) -> None:
    path.mkdir()


def make_large(path: Path) -> None:
    path.write_bytes(b" " * (MAX_SIZE + 1))


def make_link_out(path: Path) -> None:
    outside = path.parent.parent / "outside.lock"
    outside.write_text(GOOD, encoding="utf-8")
    path.symlink_to(outside)


def make_link_to_nothing(path: Path) -> None:
    path.symlink_to(path.parent / "nothing")


def make_latin(path: Path) -> None:
    path.write_bytes(GOOD.replace("An office", "Ein Büro").encode("latin-1"))


def make_empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (make_fifo, "not a regular file"),
        (make_folder, "not a regular file"),
        (make_large, "the file is larger than 16 MiB"),
        (make_link_out, "the file lies outside the project folder"),
        (make_link_to_nothing, "the file cannot be read: there is no such file"),
        (make_latin, "the byte 0xFC is not UTF-8"),
        (make_empty, "no valid JSON"),
    ],
)
def test_files_that_are_no_locks(tmp_path: Path, make: Callable[[Path], None], what: str) -> None:
    """
    What is no regular text file of the project is refused, an empty one among them, and never taken for no lock.
    """
    project = tmp_path / "project"
    project.mkdir()
    make(project / "factcheck.lock")

    with pytest.raises(LockError, match=what):
        lock_file(None, project).read()


def test_no_lock_is_none(tmp_path: Path) -> None:
    """
    Where there is no file there is no lock.
    """

    assert lock_file(None, tmp_path).read() is None


def test_another_version_is_all_that_is_told() -> None:
    """
    What a lock of another version has under its keys is no fault, and making it anew begins with deleting it.
    """
    with pytest.raises(LockError) as caught:
        read_lock(GOOD.replace('"version": 1', '"version": 2,\n"extra": []'), "factcheck.lock")

    assert str(caught.value) == (
        "factcheck.lock:1:1: the version of the lock is not 1\n"
        "another version of factcheck made it: use that one, or delete the lock and make it anew: factcheck lock"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_conflict_of_git_is_told_as_one(end: str) -> None:
    """
    Both sides of a merge in the lock are named as that, with the line where they begin and the way out.
    """
    lines = GOOD.splitlines()
    both = [*lines[:5], "<<<<<<< HEAD", *lines[5:7], "=======", *lines[5:7], ">>>>>>> branch", *lines[7:], ""]

    with pytest.raises(LockError) as caught:
        read_lock(end.join(both), "factcheck.lock")

    assert str(caught.value) == (
        "factcheck.lock:6:1: git left both sides of a conflict in the lock\n"
        "take either side whole and lock again: git checkout --ours factcheck.lock, then factcheck lock"
    )
