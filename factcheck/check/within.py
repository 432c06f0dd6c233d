"""
Check that a quantity lies where the words put it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from factcheck.amounts import span
from factcheck.check.figures import MATCHES, matching_rule, missing_rule, nearer_end, outside, written_size
from factcheck.check.frame import Framed, framed, margin, signed
from factcheck.check.judgement import Judgement
from factcheck.check.notes import notes_on
from factcheck.check.suggestions import suggestion
from factcheck.check.trends import check_trend
from factcheck.evaluate.observed import Observed
from factcheck.evaluate.outcome import Outcome
from factcheck.evaluate.quantities import evaluate, mirror_outcome
from factcheck.evaluate.scopes import goods_alone
from factcheck.evaluate.words import printed, released
from factcheck.findings import Note, Reference
from factcheck.periods import Period
from factcheck.rules import RULES, Severity
from factcheck.statements import Expected, Quantity, Within, levels

TENTH = Fraction(1, 10)


def check_within(statement: Within, kind: str, observed: Observed, as_of: date | None) -> Judgement:
    """Judge a figure or a word for change against all references of its quantity."""
    outcome = evaluate(statement.quantity, observed, as_of)
    expected = statement.expected
    other = _other_balance(statement, observed, as_of)
    if other is not None:
        return other
    if outcome.references:
        if expected.number is None:
            return check_trend(expected, outcome.references, kind)
        return check_figure(expected, outcome.references, kind, period_of(statement.quantity))
    return _without_reference(statement, kind, outcome, observed, as_of)


def _other_balance(statement: Within, observed: Observed, as_of: date | None) -> Judgement | None:
    """A surplus whose change is told where there was a deficit, or the other way round."""
    if not statement.holds:
        return None
    balance = evaluate(next(levels(statement.quantity)), observed, as_of).first
    if balance is None or balance.point * statement.holds >= 0:
        return None
    said, was = ("surplus", "deficit") if statement.holds > 0 else ("deficit", "surplus")
    text = f"{balance.how}: the words speak of a {said}, it was a {was}"
    return Judgement("wrong-direction", text, balance, -abs(balance.point), Severity.ERROR, tuple(notes_on(balance)))


def period_of(quantity: Quantity) -> Period | None:
    """The period of a level or of a sum of levels."""
    return next(levels(quantity)).cell.period


def check_figure(
    expected: Expected, references: Sequence[Reference], kind: str, period: Period | None = None
) -> Judgement:
    """The first rule by which any reference matches, else the miss against the first reference."""
    best: tuple[int, str, Reference, Fraction | None] | None = None
    for reference in references:
        matched = matching_rule(expected, reference, kind)
        if matched is not None and (best is None or MATCHES.index(matched[0]) < best[0]):
            room = margin(matched[1], framed(reference, expected.sign).interval)
            best = MATCHES.index(matched[0]), matched[0], reference, room
    if best is not None:
        _, rule, reference, room = best
        notes = (*notes_on(reference), *_beside(rule, references), *_misses_finer(expected, reference))
        return Judgement(rule, _explained(expected, reference), reference, room, notes=notes)
    return _miss(expected, references[0], kind, period)


def _misses_finer(expected: Expected, reference: Reference) -> Iterator[Note]:
    """The latest figure decides; one that an earlier release printed to more digits is told where it does not fit."""
    row = reference.finer
    if row is not None:
        turned = framed(reference._replace(interval=row.interval, point=row.amount), expected.sign)
        if not expected.sizes.matches(turned.interval):
            yield Note("", f"an earlier release with more digits does not fit: {printed(row)} ({released(row)})")


def _miss(expected: Expected, reference: Reference, kind: str, period: Period | None = None) -> Judgement:
    rule = missing_rule(expected, reference, kind)
    found = framed(reference, expected.sign)
    return Judgement(
        rule,
        _explained(expected, reference),
        reference,
        _gap(expected, found),
        RULES[rule].severity or severity_of(rule, expected, found.point),
        (*notes_on(reference), *_was_right_once(expected, reference)),
        suggestion(expected, reference, kind, rule, period),
    )


def _gap(expected: Expected, found: Framed) -> Fraction:
    """The margin of a miss; where only the point misses, as beside a one-sided hedge, how far the point is off."""
    room = margin(expected.sizes, found.interval)
    if room is not None and room <= 0:
        return room
    turned = bool(expected.sign) and found.point < 0
    return -abs(found.point) if turned else -outside(expected.sizes, found.point)


def _was_right_once(expected: Expected, reference: Reference) -> Iterator[Note]:
    """A figure that an earlier release printed: the claim is out of date rather than invented."""
    for row in reference.earlier:
        turned = framed(reference._replace(interval=row.interval, point=row.amount), expected.sign)
        if expected.sizes.matches(turned.interval):
            yield Note("", f"it fits an earlier release that has been revised: {printed(row)} ({released(row)})")
            return


def severity_of(rule: str, expected: Expected, point: Fraction) -> Severity:
    """Error where the reference is over one unit of the last digit, or over a tenth, from the written number."""
    number = written_size(expected, nearer_end(expected, point))
    gap = abs(written_size(expected, point) - number)
    unit = (expected.last_digit or Fraction(0)) / (100 if expected.factor else 1)
    return Severity.ERROR if gap > unit or gap > TENTH * number else Severity.WARNING


def _explained(expected: Expected, reference: Reference) -> str:
    allowed = span(signed(expected), expected.unit)
    sign = "" if expected.sign else " in size"
    tolerance = f" with a tolerance of {expected.tolerance}" if expected.tolerance else ""
    return f"{reference.how}; “{expected.text}” covers {allowed}{sign}{tolerance}"


def _beside(rule: str, references: Sequence[Reference]) -> tuple[Note, ...]:
    """Where the recomputed rate matches and the published one does not, the note quotes it (MEANING 3)."""
    if rule != "recomputed" or references[0].route != "published-rate":
        return ()
    return (Note("", f"the published rate is another: {references[0].how}"),)


def _without_reference(
    statement: Within, kind: str, outcome: Outcome, observed: Observed, as_of: date | None
) -> Judgement:
    """Nothing from the named reporter: goods alone may refute, the other side may support; else it is open."""
    missing = outcome.lacking
    expected = statement.expected
    if missing.rule != "no-observation":
        return Judgement(missing.rule, missing.text)
    goods = goods_alone(statement.quantity, observed, as_of)
    if goods is not None and expected.sizes.high is not None and _not_above(expected, goods):
        judged = _miss(expected, goods, kind)
        text = f"{judged.explanation}; that is goods alone, and with services it must be more"
        return Judgement(
            f"wrong-{kind}", text, goods, judged.margin, Severity.ERROR, judged.notes, "the figure is of goods alone"
        )
    mirror = mirror_outcome(statement.quantity, observed, as_of)
    if mirror.references:
        judge = check_trend if expected.number is None else check_figure
        judged = judge(expected, mirror.references, kind)
        if judged.rule == "mirror-only":
            return judged
        beside = Note("", f"{mirror.references[0].how} (shown, not compared with)")
        return Judgement(missing.rule, missing.text, notes=(beside,))
    return Judgement(missing.rule, missing.text)


def _not_above(expected: Expected, goods: Reference) -> bool:
    """Whether the claim leaves no room for services above the goods figure."""
    high = expected.sizes.high
    return high is not None and (expected.sizes.matches(goods.interval) or high <= goods.point)
