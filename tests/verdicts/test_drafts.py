"""A claim is bound to its draft: its words must stand there, and its figure must be the same."""

from __future__ import annotations

import pytest

from factcheck.claim_files import read_claims
from factcheck.resolvers import load_resolvers
from factcheck.verification import verify


@pytest.fixture
def finding(tmp_path):
    """
    The finding of one claim beside a draft.
    """

    def run(quote: str, draft: str):
        (tmp_path / "draft.md").write_text(draft, encoding="utf-8")
        (tmp_path / "claims.yaml").write_text(
            "article: draft.md\npublished: 2025-07-14\n"
            "about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}\n"
            f'claims: [{{id: c, quote: "{quote}", level: 2025-H1}}]\n',
            encoding="utf-8",
        )
        articles, problems = read_claims([tmp_path / "claims.yaml"], root=tmp_path)
        assert not problems
        (report,) = verify(articles, load_resolvers(plugins=False).resolvers)
        return report.findings[0], report

    return run


def test_a_quote_of_the_draft_is_checked(finding):
    """
    The words stand there, so the figure is judged.
    """
    found, report = finding("to $106.48 billion", "Trade slipped to $106.48 billion in the half-year.")

    assert (found.verdict, found.rule) == ("match", "within")
    assert (report.coverage.figures, report.coverage.covered) == (1, 1)


def test_a_quote_that_is_gone_never_passes(finding):
    """
    A right figure in a deleted sentence is an error that shows the nearest passage.
    """
    found, _ = finding("trade came to $106.48 billion", "Commerce came to a halt. It was $106.48 billion.")

    assert (found.verdict, found.rule, found.severity) == ("discrepancy", "quote-not-in-draft", "error")


def test_a_figure_that_was_changed_is_named(finding):
    """
    The words match and the number is another: the claim is out of date.
    """
    found, _ = finding("trade slipped to $106.48 billion", "Then trade slipped to $107.48 billion, they said.")

    assert (found.rule, found.severity) == ("figure-changed", "error")
    assert "107.48" in found.explanation


def test_the_nearest_passage_says_what_is_other(finding):
    """
    A sentence that was reworded is shown with the words that changed.
    """
    found, _ = finding("trade slipped back to $106.48 billion", "So trade fell to $106.48 billion in the half-year.")

    assert found.explanation.endswith("; in it “slipped back” is “fell”")


def test_a_quote_that_stands_twice_asks_for_more_words(finding):
    """
    The figure is judged, and a note says that the words fit two places.
    """
    found, _ = finding("to $106.48 billion", "It fell to $106.48 billion. Later it fell to $106.48 billion again.")

    assert (found.verdict, found.rule, found.severity) == ("match", "within", "none")
    assert ["2 times" in note.text and "quote more" in note.text for note in found.notes] == [True]


def test_a_figure_without_a_claim_is_listed_with_its_place(finding):
    """
    What nobody claims is said: line and column in the draft.
    """
    _, report = finding("to $106.48 billion", "Trade slipped to $106.48 billion.\nExports fell 8.4 percent.")

    (left,) = report.coverage.uncovered
    assert (left.text, left.location.line, left.location.column) == ("8.4 percent", 2, 14)


def test_tolerances_and_overruled_hedges_are_counted(tmp_path):
    """
    Everything that loosens a claim stands in the report's list.
    """
    (tmp_path / "claims.yaml").write_text(
        "published: 2025-07-14\n"
        "about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}\n"
        "claims:\n"
        '  - {id: a, quote: "$106 billion", level: {period: 2025-H1, tolerance: 1 %}}\n'
        '  - {id: b, quote: "$107 billion", level: {period: 2025-H1, hedge: about}}\n',
        encoding="utf-8",
    )
    articles, _ = read_claims([tmp_path / "claims.yaml"], root=tmp_path)
    (report,) = verify(articles, load_resolvers(plugins=False).resolvers)

    assert report.tolerances == ("a: 1 %", "b: hedge: about")
