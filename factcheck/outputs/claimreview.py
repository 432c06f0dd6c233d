"""
ClaimReview (schema.org) for pages that review somebody else's article: one for each match and discrepancy.

https://developers.google.com/search/docs/appearance/structured-data/factcheck says what search engines need of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from factcheck.findings import Finding, Report
from factcheck.outputs.json import Json, dumped
from factcheck.outputs.result import Result, explained, in_order
from factcheck.outputs.told import explanation, reference_in_words
from factcheck.outputs.visible import visible
from factcheck.rules import Severity, Verdict


class Review(NamedTuple):
    """
    Who reviews whom.

    Attributes:
        reviewer: the organisation that publishes the review.
        reviewer_url: its address.
        author: who published the article.
        appearance: the address of the article.
        page: the address of the page that the review stands on; that of the reviewer if blank.
    """

    reviewer: str = ""
    reviewer_url: str = ""
    author: str = ""
    appearance: str = ""
    page: str = ""


class Rating(NamedTuple):
    """A rating: from 1, the worst, to 5, the best, and its words."""

    value: int
    words: str


CORRECT = Rating(5, "Correct")
WITH_A_REMARK = Rating(4, "Correct, with a remark")
INEXACT = Rating(3, "Inexact")
WRONG = Rating(2, "Wrong")
FALSE = Rating(1, "False")
RATINGS = (CORRECT, WITH_A_REMARK, INEXACT, WRONG, FALSE)
#: The rules of what turns a story round.
TURNING = frozenset({"wrong-direction", "wrong-magnitude", "not-a-record"})
_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def render_claimreview(result: Result, review: Review) -> str:
    """The reviews as one JSON-LD document that may stand inside a ``script`` element."""
    reviews = [
        dumped(_review(finding, rated, report, review)).translate(_SCRIPT)
        for report in in_order(result.reports)
        for finding in report.findings
        for rated in _rating(finding)
    ]
    return '{\n"@context": "https://schema.org",\n"@graph": [\n' + ",\n".join(reviews) + "\n]\n}\n"


def left_out(result: Result) -> int:
    """How many findings have no review: whatever was neither a match nor a discrepancy, or has no words."""
    return sum(not list(_rating(finding)) for report in result.reports for finding in report.findings)


def _rating(finding: Finding) -> Iterator[Rating]:
    """The rating of a finding; none where nothing was checked, or where there are no words to review."""
    if not (finding.quote or finding.claimed.text):
        return
    warned = finding.severity is Severity.WARNING
    if finding.verdict is Verdict.MATCH:
        yield WITH_A_REMARK if warned else CORRECT
    elif finding.verdict is Verdict.DISCREPANCY:
        yield FALSE if finding.rule in TURNING else INEXACT if warned else WRONG


def _review(finding: Finding, rating: Rating, report: Report, review: Review) -> dict[str, Json]:
    author: Json = {"@type": "Organization", "name": visible(review.author)}
    work: dict[str, Json] = {"@type": "CreativeWork", "url": review.appearance}
    claim: dict[str, Json] = {"@type": "Claim", "author": author, "appearance": work}
    if report.title:
        work["name"] = visible(report.title)
    if report.published is not None:
        work["datePublished"] = claim["datePublished"] = report.published.isoformat()
    reviewer: Json = {"@type": "Organization", "name": visible(review.reviewer), "url": review.reviewer_url}
    body = "; ".join(filter(None, (reference_in_words(finding), explanation(finding)[1] or explained(finding))))
    return {
        "@type": "ClaimReview",
        "url": f"{review.page or review.reviewer_url}#{quote(finding.id.encode('utf-8', 'backslashreplace'), safe='')}",
        "claimReviewed": visible(finding.quote or finding.claimed.text),
        "author": reviewer,
        "itemReviewed": claim,
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": rating.value,
            "bestRating": CORRECT.value,
            "worstRating": FALSE.value,
            "alternateName": rating.words,
        },
        "reviewBody": visible(body),
    }
