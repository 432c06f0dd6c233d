"""
Check the order of two rates: accelerating, slowing. Order is judged on the rates as printed.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from factcheck.amounts import number
from factcheck.check.judgement import Judgement
from factcheck.check.notes import notes_on
from factcheck.evaluate.observed import Observed
from factcheck.evaluate.quantities import evaluate
from factcheck.findings import Reference
from factcheck.rules import Severity
from factcheck.statements import Ordered
from factcheck.units import PERCENT

FAR = Fraction(1)


def check_ordered(statement: Ordered, kind: str, observed: Observed, as_of: date | None) -> Judgement:
    """Compare the rate with the rate before: same sign and larger, or smaller, in size."""
    now, before = (evaluate(rate, observed, as_of) for rate in (statement.now, statement.before))
    if now.first is None or before.first is None:
        missing = (now if now.first is None else before).lacking
        return Judgement(missing.rule, missing.text)
    rate, earlier = now.first.point, before.first.point
    reference = _both(now.first, before.first)
    meaning = "the same sign and a larger size" if statement.sense == "accelerating" else "a smaller size"
    text = f"{reference.how}; “{statement.text}” means {meaning} than before"
    gap = abs(rate) - abs(earlier) if statement.sense == "accelerating" else abs(earlier) - abs(rate)
    notes = (*notes_on(now.first), *notes_on(before.first))
    if statement.sign and (rate * statement.sign < 0 or (not rate and earlier * statement.sign < 0)):
        return Judgement("wrong-direction", text, reference, -abs(rate), Severity.ERROR, notes, _told(rate, earlier))
    if _holds(statement.sense, rate, earlier):
        routes = {now.first.route, before.first.route}
        rule = "published-rate" if routes == {"published-rate"} else "recomputed"
        return Judgement(rule, text, reference, gap, notes=notes)
    severity = Severity.ERROR if rate * earlier < 0 or abs(gap) > FAR else Severity.WARNING
    return Judgement(f"wrong-{kind}", text, reference, -abs(gap), severity, notes, _told(rate, earlier))


def _holds(sense: str, rate: Fraction, earlier: Fraction) -> bool:
    if sense == "accelerating":
        return rate * earlier > 0 and abs(rate) > abs(earlier)
    return earlier > 0 == rate or (rate * earlier > 0 and abs(rate) < abs(earlier))


def _told(rate: Fraction, earlier: Fraction) -> str:
    tenth = Fraction(1, 10)
    return f"went from {number(earlier, tenth)} {PERCENT} to {number(rate, tenth)} {PERCENT}"


def _both(now: Reference, before: Reference) -> Reference:
    return Reference(
        interval=now.interval,
        point=now.point,
        unit=now.unit,
        route=now.route,
        evidence=(*now.evidence, *before.evidence),
        how=f"{now.how}; before, {before.how}",
        derived=now.derived or before.derived,
    )
