"""
What was not checked and why: claims that no source settles, those that people settled, and what nobody finished.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.errors import Problem
from factcheck.findings import Report
from factcheck.outputs.html.audience import Audience
from factcheck.outputs.html.card import Card
from factcheck.outputs.html.inert import cut
from factcheck.outputs.html.looks import Look
from factcheck.outputs.html.remarks import reason_of
from factcheck.rules import Verdict

LONGEST = 600
MOST = 500  # lines of one list; the rest is counted
LEFT_OPEN = (Verdict.UNRESOLVED, Verdict.ATTESTED, Verdict.IGNORED)


class NotChecked(NamedTuple):
    """Something that was not checked: its words, why not, and the anchor of its card."""

    words: str
    why: str
    card: str
    look: Look


class Uncovered(NamedTuple):
    """A figure without a claim: its words, why it cannot be read or who quotes it, where it is marked, its anchor."""

    words: str
    why: str
    mark: str
    anchor: str


def not_checked(report: Report, cards: Sequence[Card], audience: Audience) -> tuple[NotChecked, ...]:
    """The claims of an article that were not checked."""
    return tuple(
        NotChecked(
            cut(finding.quote or finding.claimed.text, LONGEST), reason_of(finding, audience), card.anchor, card.look
        )
        for finding, card in zip(report.findings, cards, strict=True)
        if finding.verdict in LEFT_OPEN
    )


def unfinished(report: Report, audience: Audience) -> tuple[str, ...]:
    """What else was not looked at, in sentences."""
    number = len(report.todo)
    told = [f"{number} {'claim is' if number == 1 else 'claims are'} not finished: a person must say what is meant"]
    told = told if number else []
    if report.coverage.partial:
        told.append("the story has more figures than are looked at: the rest was not searched for figures")
    if not audience.public:
        told += [cut(each, LONGEST) for each in (*report.questions[:MOST], *report.warnings[:MOST])]
    return tuple(told)


def uncovered_of(
    report: Report, anchors: Sequence[str], marks: dict[str, str], audience: Audience
) -> tuple[Uncovered, ...]:
    """The figures of an article that no claim checks."""
    return tuple(
        Uncovered(cut(each.text, LONGEST), _why(each.in_quote_of, each.why, audience), marks.get(anchor, ""), anchor)
        for each, anchor in zip(report.coverage.uncovered[:MOST], anchors, strict=False)
    )


def _why(quoted_by: str, unread: str, audience: Audience) -> str:
    if unread:
        return f"it cannot be read: {cut(unread, LONGEST)}"
    if quoted_by and not audience.public:
        return f"the claim {cut(quoted_by, LONGEST)} quotes it and does not check it"
    return "a claim quotes it and does not check it" if quoted_by else ""


def problems_told(problems: Sequence[Problem], audience: Audience) -> tuple[str, ...]:
    """The files that could not be read; for the public their number."""
    if audience.public:
        files = len({problem.location.path for problem in problems})
        return (f"{files} {'file' if files == 1 else 'files'} of claims could not be read",) if files else ()
    told = [
        f"{problem.location}: {problem.what}" + (f"; {problem.hint}" if problem.hint else "") for problem in problems
    ]
    return tuple(cut(each, LONGEST) for each in told[:MOST])
