"""The command ``factcheck scan``."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from factcheck.cli import main

STORY = """---
title: Trade
date: 2025-07-14
---

China's exports to Russia fell **8.4 percent** to $47.16 billion in the first half, customs said on Monday.
"""


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A story in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.md").write_text(STORY, encoding="utf-8")
    return "story.md"


def test_scan_lists_every_figure(story: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    Place, words, kind, value, interval, direction, period and what it belongs to; the counts stand last.
    """
    assert main(["scan", story]) == 0
    lines = capsysbinary.readouterr().out.decode().splitlines()

    assert lines[0].startswith("6:34 “8.4 percent” percent −8.4 %; −8.45 to −8.35 %; down; of the first half of")
    assert lines[1] == "    2025; China: exports with Russia"
    assert lines[-1] == "2 figures, 1 date and 1 period"
    assert all(len(line) <= 80 for line in lines)


def test_scan_in_json_has_exact_numbers(story: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    Numbers are strings, positions code points of the text, lines and columns those of the file.
    """
    assert main(["scan", story, "-o", "json"]) == 0
    report = json.loads(capsysbinary.readouterr().out)
    first = report["mentions"][0]

    assert (report["version"], report["published"]) == (1, "2025-07-14")
    assert (first["value"], first["unit"], first["line"], first["column"]) == ("-8.4", "%", 6, 34)
    assert (first["first"], first["last"]) == ("2025-01-01", "2025-06-30")


def test_scan_in_json_fits_its_schema(story: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    The output is what scan.schema.json says.
    """
    schema = json.loads(files("factcheck.outputs").joinpath("scan.schema.json").read_text(encoding="utf-8"))

    assert main(["scan", story, "-o", "json"]) == 0
    jsonschema.validate(json.loads(capsysbinary.readouterr().out), schema)


def test_scan_makes_hostile_characters_visible(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """
    A bidi mark in a draft reaches no terminal, and no line is a workflow command.
    """
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text("::error:: trade fell 8.4 percent\u202e or\x0a::$5 billion", encoding="utf-8")

    assert main(["scan", "story.txt", "--published", "2025-07-14"]) == 0
    shown = capsysbinary.readouterr().out.decode()
    assert "\u202e" not in shown
    assert not any(line.lstrip().startswith("::") for line in shown.splitlines())


def test_scan_without_anything_to_find_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """
    A story without figures ends with 3, and one without a day is told to give it.
    """
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text("Nothing here.", encoding="utf-8")

    assert main(["scan", "story.txt"]) == 3
    streams = capsysbinary.readouterr()
    assert streams.out == b"0 figures, 0 dates and 0 periods\n"
    assert b"--published DAY" in streams.err


def test_scan_refuses_what_is_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A file of another format ends with 2.
    """
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.pdf").write_bytes(b"%PDF-1.7")

    assert main(["scan", "story.pdf"]) == 2
