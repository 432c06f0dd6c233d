"""GitLab's Code Quality report."""

from __future__ import annotations

import json

from factcheck.outputs.gitlab import render_gitlab
from factcheck.outputs.result import Result

SEVERITIES = ("info", "minor", "major", "critical", "blocker")


def test_issues_have_the_documented_fields(result: Result) -> None:
    """
    Every issue has the fields that GitLab documents, and no others.
    """
    for issue in json.loads(render_gitlab(result)):
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in SEVERITIES
        assert issue["description"]
        assert not issue["location"]["path"].startswith(("/", "./"))
        assert issue["location"]["lines"]["begin"] >= 1


def test_severities(result: Result) -> None:
    """
    A file that was not checked blocks; errors are critical, warnings major, all else is information.
    """
    issues = json.loads(render_gitlab(result))

    assert [(each["check_name"], each["severity"]) for each in issues] == [
        ("problem", "blocker"),
        ("wrong-level", "critical"),
        ("conflict", "critical"),
        ("coarse", "major"),
        ("warning", "major"),
        ("no-observation", "info"),
        ("to-do", "info"),
        ("not-covered", "info"),
        ("summary", "info"),
    ]


def test_counts_are_never_new(result: Result) -> None:
    """
    The issue with the counts has the same fingerprint whatever it counts.
    """
    first, second = (json.loads(render_gitlab(each))[-1] for each in (result, Result((), (), 3)))

    assert first["description"].startswith("Exit 2: 2 matches")
    assert first["fingerprint"] == second["fingerprint"]
    assert first["description"] != second["description"]


def test_ignored_findings_are_no_issues(result: Result) -> None:
    """
    What a claims file sets aside is counted, and no more.
    """

    assert [each for each in json.loads(render_gitlab(result)) if each["check_name"] == "ignored"] == []
