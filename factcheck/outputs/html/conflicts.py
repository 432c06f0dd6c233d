"""
Contradictions as the page shows them: who takes part, what the others leave for each, and the smallest mend.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck.amounts import RATES
from factcheck.findings import Finding, Inconsistency, Left, Report
from factcheck.intervals import Interval
from factcheck.outputs.html.audience import Audience
from factcheck.outputs.html.inert import cut
from factcheck.outputs.html.looks import Look, look_of
from factcheck.outputs.html.pictures import Axis, pixel
from factcheck.rules import RULES, Verdict
from factcheck.units import FACTOR

LONGEST = 4000
LONGEST_QUOTE = 300
MOST_MEMBERS, MOST_ALTERNATIVES = 50, 20
WIDTH, EDGE = 160, 4
MARGIN = Fraction(1, 8)


class Band(NamedTuple):
    """A stretch of a bar in pixels; an end without a bound reaches the edge."""

    start: str
    width: str


class Member(NamedTuple):
    """
    One claim of a contradiction.

    Attributes:
        quote: as written.
        card: the anchor of its card; blank where it has none.
        look: of its worst finding.
        subject: whose figure of when.
        words: those that would have to change.
        allowed: what they allow.
        left: what the others leave for them.
        fits: the nearest figure that would fit.
        says: ``allowed`` as a bar; None where it is no interval.
        leaves: ``left`` as a bar.
    """

    quote: str
    card: str
    look: Look | None
    subject: str = ""
    words: str = ""
    allowed: str = ""
    left: str = ""
    fits: str = ""
    says: Band | None = None
    leaves: Band | None = None


class Conflict(NamedTuple):
    """
    One contradiction.

    Attributes:
        meaning: what its rule means.
        prose: the whole reason in sentences.
        mend: the smallest change after which the others can stand; blank where none is known.
        others: the other smallest sets that cannot hold together, as quotes.
    """

    anchor: str
    rule: str
    meaning: str
    members: tuple[Member, ...]
    prose: str
    mend: str
    others: tuple[tuple[str, ...], ...]


def conflict_of(
    each: Inconsistency, report: Report, audience: Audience, anchor: str, cards: Mapping[str, str]
) -> Conflict:
    """
    A contradiction for the page.

    Args:
        each: the contradiction.
        report: of its article.
        audience: for whom.
        anchor: its name in the page.
        cards: the anchor of the first card of each claim.
    """
    by_claim: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_claim.setdefault(finding.claim, []).append(finding)
    rule = RULES.get(each.rule)
    return Conflict(
        anchor=anchor,
        rule=each.rule,
        meaning="" if rule is None else rule.meaning,
        members=tuple(_members(each, by_claim, cards)),
        prose=cut(audience.text(each.explanation), LONGEST),
        mend=_mend(each.left, by_claim),
        others=tuple(
            tuple(_quote(claim, by_claim) for claim in claims) for claims in each.alternatives[:MOST_ALTERNATIVES]
        ),
    )


def _members(
    each: Inconsistency, by_claim: Mapping[str, Sequence[Finding]], cards: Mapping[str, str]
) -> Iterator[Member]:
    axes = _axes(each.left)
    for claim in each.claims[:MOST_MEMBERS]:
        findings = by_claim.get(claim, ())
        look = min((look_of(finding) for finding in findings), key=lambda look: look.rank, default=None)
        bare = Member(_quote(claim, by_claim), cards.get(claim, ""), look)
        lefts = [left for left in each.left if left.claim == claim]
        for left in lefts:
            axis = axes.get(_kind(left.unit))
            yield bare._replace(
                subject=left.subject,
                words=left.words,
                allowed=left.allowed,
                left=left.left or left.text,
                fits=left.fits,
                says=_band(left.says, axis),
                leaves=_band(left.leaves, axis),
            )
        if not lefts:
            yield bare


def _quote(claim: str, by_claim: Mapping[str, Sequence[Finding]]) -> str:
    findings = by_claim.get(claim, ())
    return cut(findings[0].quote or findings[0].claimed.text, LONGEST_QUOTE) if findings else ""


def _kind(unit: str) -> str:
    """Rates are drawn on one axis, amounts on one for each unit."""
    return "rate" if unit in RATES and unit != FACTOR else unit


def _axes(lefts: Sequence[Left]) -> dict[str, Axis]:
    """One axis for all members in one unit."""
    ends: dict[str, list[Fraction]] = {}
    for left in lefts:
        for interval in (left.says, left.leaves):
            if interval is not None:
                ends.setdefault(_kind(left.unit), []).extend(
                    end for end in (interval.low, interval.high) if end is not None
                )
    return {kind: Axis(values, EDGE, WIDTH - EDGE, margin=MARGIN) for kind, values in ends.items() if values}


def _band(interval: Interval | None, axis: Axis | None) -> Band | None:
    if interval is None or axis is None:
        return None
    low = Fraction(0) if interval.low is None else axis.at(interval.low)
    high = Fraction(WIDTH) if interval.high is None else axis.at(interval.high)
    return Band(pixel(low), pixel(max(high - low, Fraction(2))))


def _mend(lefts: Sequence[Left], by_claim: Mapping[str, Sequence[Finding]]) -> str:
    """
    The smallest change of one claim after which the others can stand.

    A figure that the source confirms is not offered for change where there is another.
    """
    sizes = [(size, place) for place, left in enumerate(lefts) if (size := _size(left)) is not None]
    doubted = [each for each in sizes if not _is_confirmed(lefts[each[1]].claim, by_claim)]
    if not sizes:
        return ""
    _, place = min(doubted or sizes, key=lambda each: (each[0], not lefts[each[1]].fits, each[1]))
    left = lefts[place]
    return f"“{left.words}” as {left.fits}" if left.fits else left.text


def _is_confirmed(claim: str, by_claim: Mapping[str, Sequence[Finding]]) -> bool:
    findings = by_claim.get(claim, ())
    return bool(findings) and all(finding.verdict is Verdict.MATCH for finding in findings)


def _size(left: Left) -> Fraction | None:
    """How far a claim would have to move, as a part of the amount behind it: a point of growth is a hundredth."""
    says, leaves = left.says, left.leaves
    if says is None or leaves is None:
        return None
    if leaves.low is not None and says.high is not None and leaves.low >= says.high:
        gap, end = leaves.low - says.high, says.high
    elif leaves.high is not None and says.low is not None and leaves.high <= says.low:
        gap, end = says.low - leaves.high, says.low
    else:
        return None
    return gap / 100 if _kind(left.unit) == "rate" else gap / (abs(end) or Fraction(1))
