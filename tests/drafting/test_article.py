"""
The project's own article: what draft proposes beside the claims that people wrote, and its coverage.
"""

from datetime import date
from pathlib import Path

import pytest

from factcheck.anchors import find_quote
from factcheck.check.draft import anchor_claims
from factcheck.claim_files import read_claims
from factcheck.coverage import coverage
from factcheck.drafts import draft_of_text, read_draft
from factcheck.scanning.mention import CHECKABLE
from factcheck.scanning.scan import scan
from factcheck.verification import verify

ROOT = Path(__file__).parents[2]
CLAIMS = ROOT / "claims" / "china-russia-trade-2025-h1.yaml"
DRAFT = ROOT / "drafts" / "china-russia-trade-2025-h1.md"
SEED = ROOT.parent / "shared" / "article" / "china-russia-trade-2025-h1.txt"
PUBLISHED = date(2025, 7, 14)
#: The figures and days of the article that can be checked, read by hand.
FIGURES = ["Monday", "9.1 percent", "$106.48 billion", "26 percent", "$237 billion", "1.9 percent", "Sunday"]


@pytest.fixture(scope="module")
def stand_in():
    return read_draft(str(DRAFT), "story.md", str(ROOT))


def test_every_figure_percentage_and_date_that_people_claimed_is_proposed(proposed, stand_in):
    """
    For each claim of a figure or a day in the project's file there is a proposal whose quote holds the same figure or
    day.
    """
    article = proposed(stand_in.text, PUBLISHED).article
    held = [find_quote(claim.quote, stand_in.text) for claim in article.claims]
    wanted = {"level", "change", "date"}
    (written,), _ = read_claims([CLAIMS], root=ROOT)
    missing = []
    for claim in written.claims:
        if not {use.kind for use in claim.kinds} & wanted:
            continue
        anchor = find_quote(claim.quote, stand_in.text)
        if not any(each.start < anchor.end and anchor.start < each.end for each in held):
            missing.append(claim.id)

    assert missing == []


def test_most_of_what_is_proposed_verifies_unchanged(proposed, stand_in, resolvers):
    """
    At least nine of the statements match as they are written, and none is wrong.
    """
    article = proposed(stand_in.text, PUBLISHED).article
    (report,) = verify([article], resolvers)
    verdicts = [finding.verdict for finding in report.findings]

    assert verdicts.count("match") >= 9
    assert verdicts.count("discrepancy") == 0


def test_every_checkable_figure_of_the_stand_in_is_found_and_none_is_invented(stand_in):
    """
    The seven figures and days of the article, the run of days, and the draft's own date; nothing else.
    """
    found = [each.surface for each in scan(stand_in.text, PUBLISHED) if each.kind in CHECKABLE]

    assert found == ["14 July 2025", *FIGURES, "two consecutive days"]


def test_the_claims_file_covers_its_draft(stand_in):
    """
    All figures and days of the draft have a claim.
    """
    (article,), _ = read_claims([CLAIMS], root=ROOT)
    covered = coverage(article, anchor_claims(article))

    assert (covered.figures, covered.covered, covered.uncovered) == (8, 8, ())


@pytest.mark.skipif(not SEED.exists(), reason="the article itself is not part of the project")
def test_every_checkable_figure_of_the_article_is_found_and_none_is_invented():
    """
    The same figures and days in the article's own words.
    """
    draft = draft_of_text(SEED.read_text(encoding="utf-8"), "text")
    found = [each.surface for each in scan(draft.text, PUBLISHED) if each.kind in CHECKABLE]

    assert found == [*FIGURES, "two consecutive days"]


@pytest.mark.skipif(not SEED.exists(), reason="the article itself is not part of the project")
def test_the_wrong_figure_of_the_article_is_caught_at_once(proposed, resolvers):
    """
    Of all that is proposed for the article, only the record of 2023 is wrong.
    """
    draft = draft_of_text(SEED.read_text(encoding="utf-8"), "text")
    (report,) = verify([proposed(draft.text, PUBLISHED).article], resolvers)
    wrong = [finding.claimed.text for finding in report.findings if finding.verdict == "discrepancy"]

    assert wrong == ["$237 billion"]
