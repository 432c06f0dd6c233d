"""
From a compiled statement to its finding: one straight line for every form.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from factcheck.check.day import check_day
from factcheck.check.every import together
from factcheck.check.extreme import check_extreme
from factcheck.check.frame import signed
from factcheck.check.judgement import Judgement
from factcheck.check.notes import RAISING
from factcheck.check.ordered import check_ordered
from factcheck.check.position import check_position
from factcheck.check.run import check_run
from factcheck.check.said import check_said
from factcheck.check.within import check_within
from factcheck.evaluate.observed import Observed
from factcheck.findings import Claimed, Finding, Note, Reference
from factcheck.kinds.compile import Compiled
from factcheck.observations import Observation
from factcheck.positions import rest_of_line
from factcheck.rules import RULES, Severity, Verdict
from factcheck.statements import (
    Every,
    Expected,
    Extreme,
    OnDay,
    Ordered,
    Position,
    Run,
    Said,
    Seen,
    Statement,
    Within,
)


def check(compiled: Compiled, observed: Observed, as_of: date | None) -> Finding:
    """Check one statement of one claim; never raises over what an article says."""
    claim = compiled.claim
    judgement = judge(compiled.statement, compiled.kind, observed, as_of)
    rule = RULES[judgement.rule]
    expected = expected_of(compiled.statement)
    scale = Fraction(1) if expected is None or expected.figure is None else expected.figure.scale
    overrides = () if expected is None else expected.overrides
    notes = (*judgement.notes, *(Note("", f"the claims file says {each}") for each in overrides))
    if claim.seen is not None and compiled.kind != "seen":
        seen = claim.seen
        notes = (*notes, Note("", f"seen by {seen.get('by')} on {seen.get('on')}: {seen.get('source')}"))
    location = claim.location(("quote",))
    finding = Finding(
        id=compiled.id,
        claim=claim.id,
        quote=claim.quote,
        kind=compiled.kind,
        period=compiled.period,
        verdict=rule.verdict,
        rule=judgement.rule,
        severity=_severity(judgement, notes),
        location=location,
        claimed=_claimed(compiled.statement, expected),
        reference=judgement.reference,
        margin=None if judgement.margin is None else judgement.margin / scale,
        scale=scale,
        explanation=judgement.explanation,
        notes=notes,
        suggestion=judgement.suggestion,
        expected=expected,
        local=judgement.local or any(row.citation.local for row in _evidence(judgement.reference)),
        locked=judgement.locked or any(row.citation.locked for row in _evidence(judgement.reference)),
        event=judgement.event,
        written=rest_of_line(claim.line, location.line, location.column),
        statement=compiled.statement,
    )
    return finding


def judge(statement: Statement, kind: str, observed: Observed, as_of: date | None) -> Judgement:
    """Judge a statement of any form."""
    match statement:
        case Within():
            return check_within(statement, kind, observed, as_of)
        case Ordered():
            return check_ordered(statement, kind, observed, as_of)
        case Every(of=statements):
            return together([judge(each, kind, observed, as_of) for each in statements])
        case Extreme():
            return check_extreme(statement, kind, observed, as_of)
        case Position():
            return check_position(statement, kind, observed, as_of)
        case Run():
            return check_run(statement, kind, observed, as_of)
        case OnDay():
            return check_day(statement, observed, as_of)
        case Said():
            return check_said(statement, observed, as_of)
        case Seen():
            return Judgement("seen", f"seen by {statement.by} on {statement.on}: {statement.source}")


def _severity(judgement: Judgement, notes: tuple[Note, ...]) -> Severity:
    rule = RULES[judgement.rule]
    severity = judgement.severity or rule.severity or Severity.ERROR
    if rule.verdict is Verdict.MATCH and severity is Severity.NONE and any(note.kind in RAISING for note in notes):
        return Severity.NOTE
    return severity


def _evidence(reference: Reference | None) -> tuple[Observation, ...]:
    return () if reference is None else reference.evidence


def expected_of(statement: Statement) -> Expected | None:
    """What the words allow, where the statement speaks of a quantity."""
    match statement:
        case Within(expected=expected):
            return expected
        case Every(of=statements):
            return expected_of(statements[0])
        case _:
            return None


def _claimed(statement: Statement, expected: Expected | None) -> Claimed:
    if expected is not None:
        return Claimed(expected.text, signed(expected), expected.unit)
    match statement:
        case Ordered(text=text):
            return Claimed(text, None, "%")
        case Position(text=text, places=interval) | Run(text=text, length=interval):
            return Claimed(text, interval, "1")
        case Extreme(sense=sense):
            return Claimed(f"record {sense}", None, "")
        case OnDay(text=text):
            return Claimed(text, None, "")
        case Said(words=words):
            return Claimed(words, None, "")
        case _:
            return Claimed("", None, "")
