"""Baselines that someone edited or made up: refused with a reason, and nothing outside is touched."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from factcheck.baseline import Baseline, baseline_file
from factcheck.baseline.file import MAX_SIZE, read_baseline
from factcheck.errors import SettingsError, SettingsFileError

ROW = {
    "path": "claims/a.yaml",
    "id": "record",
    "rule": "wrong-level",
    "verdict": "discrepancy",
    "fingerprint": "0" * 32,
}


def text(*rows: object, **top: object) -> bytes:
    return json.dumps({"version": 1, "about": "…", "known": list(rows), **top}).encode()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "it is no JSON"),
        (b"[]", "it is no baseline"),
        (b"null", "it is no baseline"),
        (b'{"version": 1}', "it is no baseline"),
        (b'{"version": 1, "version": 1, "known": []}', "a key stands twice"),
        (b'{"version": 1, "known": NaN}', "a number in it is not whole"),
        (b'{"version": 1.0, "known": []}', "a number in it is not whole"),
        (b"[" * 100_000, "it is nested too deep"),
        ("é".encode(), "it has bytes that are no ASCII"),
        (text(version=2), "it is no baseline of version 1"),
        (text(version=True), "it is no baseline of version 1"),
        (text(version="1"), "it is no baseline of version 1"),
        (text(known={}), "known is no list"),
        (text(extra=1), "it is no baseline"),
        (text("entry"), "entry 1: an entry has the keys"),
        (text({**ROW, "extra": "x"}), "entry 1: an entry has the keys"),
        (text({**ROW, "severity": "note"}), "entry 1: an entry has the keys"),
        (text({"path": "a"}), "entry 1: an entry has the keys"),
        (text({**ROW, "id": 1}), "entry 1: every value of an entry is a text"),
        (text({**ROW, "id": "x" * 1001}), "entry 1: every value of an entry is a text"),
        (text({**ROW, "why": None}), "entry 1: every value of an entry is a text"),
        (text({**ROW, "path": "../a.yaml"}), "entry 1: its path leads out"),
        (text({**ROW, "path": "/etc/passwd"}), "entry 1: its path leads out"),
        (text({**ROW, "path": ""}), "entry 1: its path leads out"),
        (text({**ROW, "path": "a\0b"}), "entry 1: its path leads out"),
        (text({**ROW, "verdict": "ignored"}), "entry 1: it has no verdict or rule"),
        (text({**ROW, "verdict": "attested"}), "entry 1: it has no verdict or rule"),
        (text({**ROW, "rule": "*"}), "entry 1: it has no verdict or rule"),
        (text({**ROW, "fingerprint": "*"}), "entry 1: its fingerprint has no 32"),
        (text(ROW, {**ROW, "fingerprint": "0" * 31}), "entry 2: its fingerprint has no 32"),
    ],
)
def test_what_is_no_baseline_is_refused(content, what):
    """
    The message says what is wrong and how to have it back.
    """
    with pytest.raises(SettingsFileError) as raised:
        read_baseline(content, "known.json")
    problem = raised.value.problems[0]

    assert problem.location.path == "known.json"
    assert problem.what.startswith(what)
    assert problem.hint.startswith("restore it from version control")


def test_a_fault_has_the_line_of_its_entry():
    """
    In a file as it is written, each entry stands on a line of its own.
    """
    rows = f"{json.dumps(ROW)},\n{json.dumps({**ROW, 'rule': 'X'})}"
    content = f'{{\n"version": 1,\n"about": "…",\n"known": [\n{rows}\n]\n}}\n'.encode("ascii", "backslashreplace")

    with pytest.raises(SettingsFileError) as raised:
        read_baseline(content.replace(b"\\u2026", b""), "known.json")

    assert str(raised.value.problems[0].location) == "known.json:6:1"


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: os.symlink("/etc/hostname", path)])
def test_what_is_no_file_inside_is_not_read(tmp_path: Path, make):
    """
    Neither a pipe nor a folder nor a link that leads out.
    """
    make(tmp_path / "known.json")

    with pytest.raises(SettingsError, match=r"known\.json"):
        baseline_file("known.json", str(tmp_path), "known.json").read()


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path):
    """
    Nobody has that many known findings.
    """
    with (tmp_path / "known.json").open("wb") as file:
        file.truncate(MAX_SIZE + 1)

    with pytest.raises(SettingsError, match="larger than 16 MiB"):
        baseline_file("known.json", str(tmp_path), "known.json").read()


def test_nothing_is_written_through_a_link_that_leads_out(tmp_path: Path):
    """
    What the link names stays as it is.
    """
    (tmp_path / "desk").mkdir()
    (tmp_path / "victim.json").write_text("{}")
    (tmp_path / "desk" / "known.json").symlink_to(tmp_path / "victim.json")

    with pytest.raises(SettingsError, match="leads out"):
        baseline_file("known.json", str(tmp_path / "desk"), "known.json").write(Baseline())
    assert (tmp_path / "victim.json").read_text() == "{}"
