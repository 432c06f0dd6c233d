"""Workflow commands of GitHub Actions, and the summary of a step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.cli.step_summary import MOST, write_step_summary
from factcheck.errors import SettingsError
from factcheck.findings import Finding, Report
from factcheck.outputs.github import render_github
from factcheck.outputs.result import Result

from .workflow_commands import read_commands


def test_commands_of_a_report(result: Result) -> None:
    """
    Errors come first, then warnings, then notices; the last one has the counts.
    """
    found = read_commands(render_github(result))

    assert [(each.name, each.properties.get("title")) for each in found] == [
        ("error", "factcheck: problem"),
        ("error", "factcheck: wrong-level"),
        ("error", "factcheck: conflict"),
        ("warning", "factcheck: coarse"),
        ("warning", "factcheck: warning"),
        ("notice", "factcheck: no-observation"),
        ("notice", "factcheck: to-do"),
        ("notice", "factcheck: not-covered"),
        ("notice", "factcheck"),
    ]
    assert found[-1].data.startswith("Exit 2: 2 matches, 1 discrepancy")


def test_properties_are_escaped(report: Report, finding: Callable[..., Finding]) -> None:
    """
    A path with the characters of the grammar comes back whole.
    """
    path = "a,b:c%0A::d=e.yaml"
    made = replace(finding("wrong-level", "x"), location=finding("wrong-level", "x").location._replace(path=path))
    text = render_github(Result((replace(report, findings=(made,)),)))

    assert "file=a%2Cb%3Ac%250A%3A%3Ad=e.yaml,line=9," in text
    assert read_commands(text)[0].properties["file"] == path


def test_github_takes_ten_of_each(report: Report, finding: Callable[..., Finding]) -> None:
    """
    Ten errors, ten warnings and ten notices are written, the last notice counting the others.
    """
    rules = ("wrong-level", "coarse", "no-observation")
    many = tuple(finding(rule, "x", id=f"{rule}{number}") for number in range(1000) for rule in rules)
    found = read_commands(render_github(Result((replace(report, findings=many, inconsistencies=()),), (), 1)))

    assert Counter(each.name for each in found) == {"error": 10, "warning": 10, "notice": 10}
    assert found[-1].data.endswith("990 more errors, 991 more warnings, 993 more notices")


def test_nothing_wrong_is_a_notice(report: Report) -> None:
    """
    A run in which all is well still says what it checked.
    """
    found = read_commands(render_github(Result((Report(report.path, "", None, None, report.findings[:1]),), (), 0)))

    assert [(each.name, each.data) for each in found] == [("notice", "Exit 0: 1 match, 0 discrepancies, 0 unresolved")]


@pytest.fixture
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the runner names."""
    path = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    return path


def test_summary_is_appended(result: Result, summary: Path) -> None:
    """
    The summary goes below what the step wrote before.
    """
    summary.write_text("# Before\n", encoding="utf-8")
    write_step_summary(result)
    text = summary.read_text(encoding="utf-8")

    assert text.startswith("# Before\n## factcheck: 2 errors, 1 warning\n")
    assert text.endswith("1 to do\n")


def test_summary_stays_below_what_github_shows(report: Report, summary: Path) -> None:
    """
    A long summary is cut between articles, what is left out is counted, and the worst articles are in it.
    """
    quote = "中国的外贸额 " * 20
    fine = Report("fine.yaml", "", None, None, tuple(replace(each, quote=quote) for each in report.findings[:1]) * 10)
    reports = (*(replace(fine, path=f"a{number}.yaml") for number in range(500)), replace(report, path="z.yaml"))
    summary.write_bytes(b"x" * 1000)
    write_step_summary(Result(reports, (), 1))
    text = summary.read_text(encoding="utf-8")

    assert MOST // 4 < summary.stat().st_size <= MOST
    assert "### z.yaml" in text
    assert "Too long to show whole: " in text


def test_no_room_writes_nothing(result: Result, summary: Path) -> None:
    """
    A step that has filled its summary keeps it.
    """
    summary.write_bytes(b"x" * (MOST - 10))
    write_step_summary(result)

    assert summary.stat().st_size == MOST - 10


def test_summary_that_cannot_be_written(result: Result, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A file that is not there to be written is an error that names the variable.
    """
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "missing" / "summary.md"))

    with pytest.raises(SettingsError, match="GITHUB_STEP_SUMMARY"):
        write_step_summary(result)
