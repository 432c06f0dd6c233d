"""A remark is the same remark in another run, and no two of a run are the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import Location
from factcheck.findings import Coverage, Finding, Report, Uncovered
from factcheck.outputs.annotations import annotations_of
from factcheck.outputs.gitlab import render_gitlab
from factcheck.outputs.result import Result
from factcheck.outputs.sarif import render_sarif

from .project import CLAIMS, STORY, checked

STORY_WITH_MORE = f"{STORY}\nImports rose by 17 percent. Cars rose by 17 percent.\n"


def gitlab_prints(result: Result) -> set[str]:
    return {issue["fingerprint"] for issue in json.loads(render_gitlab(result))}


def sarif_prints(result: Result) -> set[str]:
    results = json.loads(render_sarif(result))["runs"][0]["results"]
    return {each["partialFingerprints"]["primaryLocationLineHash"] for each in results}


@pytest.mark.parametrize("prints", [gitlab_prints, sarif_prints])
def test_lines_above_change_no_fingerprint(prints: Callable[[Result], set[str]], tmp_path: Path) -> None:
    """
    Lines that are put above the claims and the story leave every fingerprint as it was.
    """
    before = prints(checked(tmp_path, story=STORY_WITH_MORE))
    after = prints(checked(tmp_path, above="One\n\nTwo\n", story=STORY_WITH_MORE))

    assert before == after
    assert len(before) >= 4


def test_other_claims_change_no_fingerprint(tmp_path: Path) -> None:
    """
    A claim that is put first leaves the fingerprints of the others as they were.
    """
    more = CLAIMS.replace("claims:\n", 'claims:\n  - {{id: first, quote: "In 2024", todo: say what}}\n')

    assert sarif_prints(checked(tmp_path)) < sarif_prints(checked(tmp_path, claims=more))


def test_the_folder_of_the_run_changes_no_fingerprint(report: Report) -> None:
    """
    A run in a folder of the repository has the fingerprints of one at its root.
    """
    at_root = Result((report,), folder="/repo", root="/repo")
    below = Result((replace(report, path="../claims/china-russia.yaml"),), folder="/repo/desk", root="/repo")
    ours = [each.fingerprint for each in annotations_of(at_root) if each.rule == "wrong-level"]

    assert ours == [each.fingerprint for each in annotations_of(below) if each.rule == "wrong-level"]
    assert len(ours) == 1


def test_no_two_remarks_share_a_fingerprint(report: Report, finding: Callable[..., Finding]) -> None:
    """
    The same claim twice, the same figure twice: still each has a fingerprint of its own.
    """
    twice = finding("wrong-level", "the same", id="same", claim="same")
    left = Uncovered("20 percent", Location("drafts/story.md", 3, 7))
    report = replace(report, findings=(twice, twice), coverage=Coverage(2, 0, (left, left)))
    prints = [each.fingerprint for each in annotations_of(Result((report, report)))]

    assert len(set(prints)) == len(prints)


def test_another_rule_is_another_remark(report: Report, finding: Callable[..., Finding]) -> None:
    """
    A claim that is wrong in another way has another fingerprint.
    """
    made = [replace(report, findings=(finding(rule, "x", id="a"),)) for rule in ("wrong-level", "wrong-magnitude")]
    first, second = ({each.fingerprint for each in annotations_of(Result((one,)))} for one in made)

    assert len(first ^ second) == 2
