"""
The working in the fold of a card: how the words became an interval, and how the reference was found.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from factcheck.amounts import span
from factcheck.findings import Finding
from factcheck.outputs.html.audience import Audience
from factcheck.outputs.html.inert import cut
from factcheck.outputs.html.lines import Lines
from factcheck.outputs.in_full import asked, ends, margin, reading
from factcheck.outputs.told import explanation
from factcheck.outputs.tried import tried_lines
from factcheck.rules import Verdict

LONGEST = 1200  # characters of one text
MOST_TRIED = 60
ROUTES = {
    "printed": "as its source prints it",
    "published-rate": "the source published this rate itself",
    "recomputed": "computed from two levels",
    "computed": "computed from levels",
    "derived": "derived from other figures of the source",
    "revised-base": "with the base that the source has revised since",
    "mirror": "from the other side, or from another source",
}


class Step(NamedTuple):
    """A line of the working: what it is, and what it says."""

    label: str
    text: str


def working_of(finding: Finding, audience: Audience) -> tuple[Step, ...]:
    """The working of a finding for its audience."""
    steps = [*_of_words(finding), *_of_reference(finding)]
    if not audience.public:
        steps += _of_claim(finding)
    return tuple(Step(label, cut(audience.text(text), LONGEST)) for label, text in steps if text)


def _of_words(finding: Finding) -> Iterator[Step]:
    claimed = finding.claimed
    yield Step("Quote", finding.quote)
    yield Step("Words", claimed.text if claimed.text != finding.quote else "")
    if claimed.interval is not None:
        interval = f"{span(claimed.interval, claimed.unit or '1')} {ends(claimed.interval)}"
        yield Step("They allow", interval.strip())
    if finding.expected is not None:
        yield Step("Read as", "; ".join(reading(finding.expected, finding)))
    yield from (Step("Series", text) for text in asked(finding))


def _of_reference(finding: Finding) -> Iterator[Step]:
    reference = finding.reference
    if reference is not None:
        yield Step("Reference covers", span(reference.interval, reference.unit))
        yield Step("Found", f"{ROUTES.get(reference.route, reference.route)}{', derived' if reference.derived else ''}")
        yield Step("How", reference.how)
    yield Step("Margin", margin(finding))
    if finding.verdict in (Verdict.MATCH, Verdict.DISCREPANCY) and finding.event is None:
        yield Step("Why", explanation(finding)[1])


def _of_claim(finding: Finding) -> Iterator[Step]:
    """What only the newsroom sees."""
    if finding.event is not None:
        yield Step("Why", finding.explanation)
    yield Step("Claim", f"{finding.id}, {finding.location}")
    yield Step("Rule", finding.rule)


def tried_of(finding: Finding, audience: Audience) -> tuple[str, ...]:
    """What was tried to explain a miss; not for the public, who read what came of it."""
    if audience.public:
        return ()
    return tuple(cut(line, LONGEST) for line in islice(tried_lines(finding, Lines()), MOST_TRIED))
