"""Contradictions in the page: who takes part, what is left for each, and the smallest mend."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from factcheck.findings import Finding, Inconsistency, Left
from factcheck.intervals import Interval
from factcheck.outputs.html import render_html
from factcheck.outputs.html.audience import Audience
from factcheck.outputs.html.conflicts import Conflict, conflict_of
from factcheck.outputs.result import Result
from factcheck.rules import RULES

from .pages import article_result, by_class, choices, tree, words

REPORT = article_result().reports[0]


def shown(conflict: Inconsistency, *findings: Finding) -> Conflict:
    return conflict_of(conflict, replace(REPORT, findings=findings or REPORT.findings), Audience(), "fc-x", {})


def left(
    claim: str, says: tuple[float | None, float | None], leaves: tuple[float | None, float | None], **more: str
) -> Left:
    intervals = [Interval(*(None if end is None else Fraction(str(end)) for end in ends)) for ends in (says, leaves)]
    return Left(
        claim,
        claim,
        "",
        f"“{claim}” would have to be …",
        "a",
        "b",
        more.get("fits", ""),
        *intervals,
        more.get("unit", "%"),
    )


def claim(name: str, rule: str) -> Finding:
    return replace(REPORT.findings[0], id=name, claim=name, quote=name, verdict=RULES[rule].verdict, rule=rule)


def test_the_contradiction_of_the_article() -> None:
    """
    Each of the three claims is told with what it says and what the others leave for it.
    """
    page = tree(render_html(article_result(), choices()))
    members = [[words(dd) for dd in member.iter("dd")] for member in by_class(page, "fc-member")]

    assert members == [
        ["+1.85 to +1.95 %", "below +1 %+1.0 % would fit"],
        ["−1 to +1 %", "above +1.85 %"],
        ["−10 % or less", "above +1.85 %"],
    ]
    assert len(by_class(page, "fc-bands")) == 3


def test_members_lead_to_their_cards() -> None:
    """
    The quote of each member is a link to its card.
    """
    page = tree(render_html(article_result(), choices()))
    hrefs = [member.find(".//a").get("href") for member in by_class(page, "fc-member")]

    assert hrefs == ["#fc-claim-growth-2024.change", "#fc-claim-russian-exports-flat", "#fc-claim-russian-demand"]


def test_the_mend_spares_what_the_source_confirms() -> None:
    """
    Of the three only "plummeted" is not confirmed, so that it is the one to change.
    """

    assert shown(REPORT.inconsistencies[0]).mend == "“plummeted” would have to be above +1.85 %"


@pytest.mark.parametrize(
    ("lefts", "mend"),
    [
        # a point of growth moves the amount behind it by a hundredth
        ((left("a", (1.85, 1.95), (None, 1), fits="+1.0 %"), left("b", (None, -10), (1.85, None))), "“a” as +1.0 %"),
        ((left("a", (1, 2), (12, None)), left("b", (100, 101), (None, 99), unit="USD", fits="$99")), "“b” as $99"),
        ((left("a", (100, 101), (None, 50), unit="USD"), left("b", (1, 2), (3, None))), "“b” would have to be …"),
        # of equals the one for which a figure is known
        ((left("a", (1, 2), (3, None)), left("b", (1, 2), (3, None), fits="3 %")), "“b” as 3 %"),
        # nothing is said where nothing is measured
        ((left("a", (1, 2), (1, 2)),), ""),
        ((), ""),
    ],
)
def test_the_smallest_mend(lefts: tuple[Left, ...], mend: str) -> None:
    """
    The claim whose amount has to move least.
    """
    conflict = Inconsistency("conflict", ("a", "b"), (), ("a", "b"), "", lefts)

    assert shown(conflict, claim("a", "no-observation"), claim("b", "no-observation")).mend == mend


def test_if_all_are_confirmed_the_smallest_is_told() -> None:
    """
    Where the source confirms every member, arithmetic alone decides.
    """
    conflict = Inconsistency(
        "conflict", ("a", "b"), (), ("a", "b"), "", (left("a", (1, 2), (9, None)), left("b", (1, 2), (3, None)))
    )

    assert shown(conflict, claim("a", "within"), claim("b", "within")).mend.startswith("“b”")


def test_bars_of_one_contradiction_share_a_scale() -> None:
    """
    What one member says and another leaves can be compared by eye: equal values stand at equal places.
    """
    conflict = shown(REPORT.inconsistencies[0])
    starts = [member.leaves.start for member in conflict.members if member.leaves is not None]

    assert starts[1] == starts[2]
    assert conflict.members[0].says is not None
    assert float(conflict.members[0].says.start) > 0


def test_a_contradiction_without_numbers_is_told_in_words() -> None:
    """
    A weekday that does not fit has its quote and its reason, and no picture.
    """
    conflict = Inconsistency("conflict", ("a",), (), ("a",), "This cannot be true: “a” says Tuesday.")
    found = shown(conflict, claim("a", "within"))

    assert (found.prose, found.mend) == ("This cannot be true: “a” says Tuesday.", "")
    assert [(member.quote, member.says, member.left) for member in found.members] == [("a", None, "")]


def test_other_sets_are_listed_as_quotes() -> None:
    """
    Where several smallest sets contradict themselves all are named.
    """
    conflict = Inconsistency("conflict", ("a", "b"), (("a", "c"),), ("a", "b", "c"), "x")
    findings = tuple(claim(name, "within") for name in "abc")
    page = tree(render_html(Result((replace(REPORT, findings=findings, inconsistencies=(conflict,)),)), choices()))

    assert "Nor can these all be true: a, c." in words(page)
