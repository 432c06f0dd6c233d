"""The commands that tell of rules, kinds, sources and schemas."""

from __future__ import annotations

import io
import json
import sys

import pytest

from factcheck.cli import main
from factcheck.kinds import KINDS
from factcheck.outputs.visible import columns
from factcheck.rules import RULES


def shown_by(args: list[str], capture: pytest.CaptureFixture[bytes]) -> str:
    assert main(args) == 0
    return capture.readouterr().out.decode("utf-8")


def test_rules_lists_every_rule(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    Each rule stands in the table, at 80 columns.
    """
    shown = shown_by(["rules"], capsysbinary)

    assert [name for name in RULES if f"\n  {name} " not in shown] == []
    assert max(map(columns, shown.splitlines())) <= 80


@pytest.mark.parametrize("name", [*RULES, *KINDS, "seen", "since-revised"])
def test_explain_prints_the_page(name: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    A rule, a note and a kind are explained under their own name.
    """

    assert shown_by(["explain", name], capsysbinary).startswith(f"# {name}\n")


def test_explain_takes_any_case(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    Names are found however they are capitalised.
    """

    assert shown_by(["explain", "Wrong-Level"], capsysbinary).startswith("# wrong-level\n")


def test_sources_have_publisher_and_licence(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    The table names id, rows, publisher and licence of each source, at 80 columns.
    """
    shown = shown_by(["sources", "--isolated"], capsysbinary)

    assert "\ngacc " in shown
    assert "General Administration of Customs of China" in shown
    assert max(map(columns, shown.splitlines())) <= 80


def test_one_source_in_full(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    One source comes with licences, datasets, vintages and how far it revises.
    """
    shown = shown_by(["sources", "gacc"], capsysbinary)

    assert [
        word for word in ("licence", "homepage", "vintage", "gacc_country_totals", "1.5 %") if word not in shown
    ] == []


def test_schema_of_the_report(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    The schema of the report is JSON of draft-07.
    """
    schema = json.loads(shown_by(["schema", "--report"], capsysbinary))

    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["properties"]["version"] == {"const": 1}


def test_a_poor_terminal_gets_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    On a stream that takes ASCII only, figures and dashes are spelt in ASCII.
    """
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)

    assert main(["lookup", "China Russia 2025-H1", "--isolated"]) == 0
    stream.seek(0)
    shown = stream.read()
    assert "-9.1 % on a year earlier" in shown
    assert shown.isascii()
