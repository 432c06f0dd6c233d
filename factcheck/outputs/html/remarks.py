"""
Remarks beside a finding, and which of them the public may read.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.check.notes import RAISING
from factcheck.findings import IGNORED, Finding, Report
from factcheck.outputs.html.audience import Audience
from factcheck.outputs.html.inert import cut
from factcheck.outputs.result import explained
from factcheck.rules import RULES, Verdict

LONGEST = 600  # characters of one remark
NOT_COMPUTED = "A person saw it; nothing was computed."
#: Their explanations are made of ids, names and reasons that are the newsroom's own.
_OWN_WORDS = frozenset({Verdict.UNRESOLVED, Verdict.INCONSISTENT, Verdict.ATTESTED, Verdict.IGNORED})


def notes_of(finding: Finding, report: Report, audience: Audience) -> tuple[str, ...]:
    """What else a reader must know of a finding."""
    return tuple(cut(audience.text(text), LONGEST) for text in _notes(finding, report, audience) if text)


def _notes(finding: Finding, report: Report, audience: Audience) -> Iterator[str]:
    for note in finding.notes:
        if not audience.public or (note.kind in RAISING and note.kind != IGNORED):
            yield note.text
    if not audience.public and report.story is not None and finding.claim in report.story.notes:
        yield f"note in the claims file: {report.story.notes[finding.claim]}"


def reason_of(finding: Finding, audience: Audience) -> str:
    """Why a verdict is what it is, in a sentence; for the public the meaning of the rule where the rest is private."""
    if audience.public and (finding.verdict in _OWN_WORDS or finding.event is not None):
        rule = RULES.get(finding.rule)
        return NOT_COMPUTED if finding.verdict is Verdict.ATTESTED or rule is None else rule.meaning
    return cut(audience.text(explained(finding)), LONGEST)
