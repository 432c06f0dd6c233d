"""The article: the verdict and the rule of every claim, written by hand from the published figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.claim_files import read_claims
from factcheck.resolvers import load_resolvers
from factcheck.verification import verify

ROOT = Path(__file__).parents[2]
CLAIMS = ROOT / "claims" / "china-russia-trade-2025-h1.yaml"

# finding -> verdict, rule, severity; the published figure behind it
EXPECTED = {
    # customs published the half-year on Monday, 14 July 2025
    "release-day": ("match", "within", "none"),
    # −9.1 % as published; from first-published levels it would be −8.9
    "first-half.change": ("match", "published-rate", "none"),
    "first-half.level": ("match", "within", "none"),
    # −9.1 % for January to June after −8.2 % for January to May
    "accelerating-decline": ("match", "published-rate", "none"),
    # +29.3 % and +26.3 %
    "quick-growth": ("match", "published-rate", "none"),
    "invasion": ("match", "within", "none"),
    # +26.3 % as published
    "growth-2023": ("match", "published-rate", "none"),
    # 240.11 billion in 2023
    "record-2023.level": ("discrepancy", "wrong-level", "error"),
    # highest since 2016; 244.819 billion in 2024 was higher still, known by July 2025
    "record-2023.record": ("match", "within", "note"),
    # +1.9 % as published; 244.819 over 240.11 would be 2.0
    "growth-2024.change": ("match", "published-rate", "none"),
    # +1.9 % after +26.3 %
    "growth-2024.trend": ("match", "published-rate", "none"),
    "outright-decline": ("match", "published-rate", "none"),
    # imports from Russia 129.32 after 129.1: no dollar rate was published
    "russian-exports-flat": ("match", "recomputed", "note"),
    # exports to Russia +4.1 %
    "russian-demand": ("discrepancy", "wrong-direction", "error"),
    # 1.16 million vehicles after 0.91 million, +27 %
    "cars": ("discrepancy", "wrong-direction", "error"),
    "meeting-day": ("match", "within", "none"),
    "ministers-words": ("match", "within", "none"),
    # only a summary of the readout is at hand
    "shared-desire": ("unresolved", "no-observation", "note"),
    "two-days": ("attested", "seen", "none"),
    "agency-report": ("unresolved", "unknown-event", "note"),
}


@pytest.fixture(scope="module")
def findings():
    """The article's findings by id."""
    articles, problems = read_claims([CLAIMS], root=ROOT)
    assert not problems
    (report,) = verify(articles, load_resolvers(plugins=False).resolvers)
    return {finding.id: finding for finding in report.findings}


def test_every_statement_of_the_article_is_expected(findings):
    """
    No finding is missing from the hand-written table and none is too many.
    """
    assert set(findings) == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_verdict_rule_and_severity(findings, name):
    """
    Each claim has the verdict, the rule and the severity that the published figures give.
    """
    finding = findings[name]

    assert (finding.verdict, finding.rule, finding.severity) == EXPECTED[name]


@pytest.mark.parametrize(
    "period", ["2022", "2023", "2024", "2023-12", "2024-01", "2024-01/2024-02", "2024-Q1", "2024-H1", "2023-H2"]
)
def test_237_billion_fits_no_reading_of_its_date(tmp_path, period):
    """
    Whatever period "the beginning of 2024" may mean, no dollar total is 237 billion.
    """
    path = tmp_path / "claims.yaml"
    path.write_text(
        "published: 2025-07-14\n"
        "about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}\n"
        f'claims: [{{quote: "a record high of $237 billion", level: {period}}}]\n'
    )
    articles, problems = read_claims([path], root=tmp_path)
    (report,) = verify(articles, load_resolvers(plugins=False).resolvers)

    assert not problems
    assert report.findings[0].verdict != "match"


def test_the_flat_exports_and_the_plummeting_demand_are_told_with_their_figures(findings):
    """
    The explanation names the published rate that contradicts the word.
    """
    assert "+4.1 %" in findings["russian-demand"].explanation
    assert findings["russian-demand"].suggestion == "rose 4.1 %"
