"""ClaimReview: only of other people's articles, only of what was checked."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import main
from factcheck.findings import Finding, Report
from factcheck.outputs.claimreview import RATINGS, left_out, render_claimreview
from factcheck.outputs.result import Result
from factcheck.rules import Severity

from .hostile import REVIEW
from .project import CLAIMS, STORY, checked

#: What search engines ask for: of a ClaimReview, of its rating, of the claim.
REQUIRED = {"claimReviewed", "reviewRating", "url"}
RECOMMENDED = {"author", "itemReviewed"}
OPTIONS = (
    "--reviewer", "A Desk", "--reviewer-url", "https://desk.example", "--author", "The Paper",
    "--appearance", "https://paper.example/story",
)  # fmt: skip


def reviews_of(result: Result) -> list[dict[str, Any]]:
    document = json.loads(render_claimreview(result, REVIEW))
    assert document["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = document["@graph"]
    return graph


def test_reviews_have_what_is_required(result: Result) -> None:
    """
    Every review has the properties that search engines require, each of its type and not blank.
    """
    for review in reviews_of(result):
        assert review["@type"] == "ClaimReview"
        assert set(review) >= REQUIRED | RECOMMENDED
        assert review["url"].startswith("https://desk.example#")
        assert review["claimReviewed"]
        assert review["author"] == {"@type": "Organization", "name": "A Desk", "url": "https://desk.example"}
        claim, rating = review["itemReviewed"], review["reviewRating"]
        assert (claim["@type"], claim["author"]["name"]) == ("Claim", "The Paper")
        assert claim["appearance"]["url"] == "https://paper.example/story"
        assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        assert rating["alternateName"]


def test_only_matches_and_discrepancies_are_reviewed(result: Result) -> None:
    """
    What was not resolved, attested or ignored has no review, and is counted.
    """

    assert [review["url"].partition("#")[2] for review in reviews_of(result)] == [
        "change-2025-h1",
        "level-2023",
        "coarse",
    ]
    assert left_out(result) == 3


@pytest.mark.parametrize(
    ("rule", "severity", "value", "words"),
    [
        ("within", Severity.NONE, 5, "Correct"),
        ("over-precise", Severity.NOTE, 5, "Correct"),
        ("coarse", Severity.WARNING, 4, "Correct, with a remark"),
        ("wrong-level", Severity.WARNING, 3, "Inexact"),
        ("wrong-level", Severity.ERROR, 2, "Wrong"),
        ("wrong-direction", Severity.ERROR, 1, "False"),
    ],
)
def test_ratings(
    rule: str, severity: Severity, value: int, words: str, report: Report, finding: Callable[..., Finding]
) -> None:
    """
    A match is correct, a small miss inexact, a larger one wrong, and one that turns the story round false.
    """
    made = finding(rule, "x", severity=severity)
    (review,) = reviews_of(Result((replace(report, findings=(made,)),)))

    assert (review["reviewRating"]["ratingValue"], review["reviewRating"]["alternateName"]) == (value, words)


def test_ratings_are_described() -> None:
    """
    The table of ratings stands in the documentation.
    """
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")

    assert [rating for rating in RATINGS if f"| {rating.value} | {rating.words} |" not in page] == []


def test_page_of_the_review(result: Result) -> None:
    """
    Where the page of the review is named, the addresses of the reviews lead there.
    """
    document = render_claimreview(result, REVIEW._replace(page="https://desk.example/check?id=1"))

    assert '"url": "https://desk.example/check?id=1#level-2023"' in document


def others(folder: Path) -> Path:
    """A claims file about somebody else's article, in a folder that becomes the working one."""
    checked(folder)
    file = folder / "claims" / "story.yaml"
    file.write_text(CLAIMS.format(draft="x").replace("article: x\n", ""), encoding="utf-8")
    return file


def test_command_writes_reviews(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    With all options the command prints the reviews, and says how many findings have none.
    """
    others(tmp_path)
    monkeypatch.chdir(tmp_path)
    code = main(["verify", "-o", "claimreview", *OPTIONS])
    printed = capsys.readouterr()

    assert code == 1
    assert len(json.loads(printed.out)["@graph"]) == 3
    assert "note: 0 of 3 findings have no review" in printed.err


def test_own_article_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    A claims file with a draft is about a story of one's own: nothing is written, and the reason is told.
    """
    checked(tmp_path, story=STORY)
    monkeypatch.chdir(tmp_path)
    code = main(["verify", "-o", "text", "-o", "claimreview=out.json", *OPTIONS])
    printed = capsys.readouterr()

    assert (code, printed.out, (tmp_path / "out.json").exists()) == (2, "", False)
    assert "is about a draft of your own (article: ../drafts/story.md)" in printed.err


@pytest.mark.parametrize("missing", range(0, len(OPTIONS), 2))
def test_missing_options_are_named(missing: int, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Without who reviews whom there is no review; the option that is missing is named.
    """
    options = (*OPTIONS[:missing], *OPTIONS[missing + 2 :])
    code = main(["verify", "-o", "claimreview", *options])

    assert (code, f"add {OPTIONS[missing]}" in capsys.readouterr().err) == (2, True)


def test_options_for_nothing_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """
    An option of reviews without the format is a slip, and it is told.
    """

    assert main(["verify", "-o", "json", "--author", "The Paper"]) == 2
    assert "--author is for --output-format claimreview" in capsys.readouterr().err


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "desk.example", "https://", "https://a b", "https://user@desk.example", "https://x/#y",
     'https://x/"y', "https://x/</script>"],
)  # fmt: skip
def test_addresses_are_plain(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Only addresses of the web, without a name in them or a fragment, are taken.
    """

    assert main(["verify", "-o", "claimreview", *OPTIONS[:-1], address]) == 2
    assert "write an address" in capsys.readouterr().err


def test_two_articles_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    One address cannot be that of two articles.
    """
    file = others(tmp_path)
    file.with_name("other.yaml").write_bytes(file.read_bytes())
    monkeypatch.chdir(tmp_path)

    assert main(["verify", "-o", "claimreview", *OPTIONS]) == 2
    assert "2 claims files are named: name one" in capsys.readouterr().err
