"""
Check a count: how many periods in a row, up to the one named, rose or fell?
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from factcheck.amounts import number
from factcheck.check.judgement import Judgement
from factcheck.evaluate.observed import Observed
from factcheck.evaluate.quantities import evaluate
from factcheck.findings import Reference
from factcheck.observations import Cell
from factcheck.period_names import FIRST_YEAR
from factcheck.periods import Period
from factcheck.rules import Severity
from factcheck.statements import Level, Ratio, Run

LONGEST = 400


def check_run(statement: Run, kind: str, observed: Observed, as_of: date | None) -> Judgement:
    """Walk back from the last period while the rate has the sign; a gap leaves the length open upwards."""
    period = statement.of.period
    length, stopped = 0, False
    first: Reference | None = None
    if period.first.year <= FIRST_YEAR + 1:
        return Judgement("no-observation", f"no period before {period} can be named")
    for _ in range(LONGEST):
        outcome = evaluate(_rate(statement, period), observed, as_of)
        reference = outcome.first
        if reference is None:
            if length == 0:
                return Judgement(outcome.lacking.rule, outcome.lacking.text)
            break
        first = first or reference
        if reference.point * statement.sign <= 0:
            stopped = True
            break
        length += 1
        if period.first.year <= FIRST_YEAR + 1:
            break
        period = period.previous
    return _judged(statement, kind, length, stopped, period, first)


def _rate(statement: Run, period: Period) -> Ratio:
    series = statement.of.series
    base = period.previous if statement.from_previous else period.year_earlier
    return Ratio(Level(Cell(series, period)), Level(Cell(series, base)), "change")


def _judged(
    statement: Run, kind: str, length: int, stopped: bool, end: Period, reference: Reference | None
) -> Judgement:
    word = "rises" if statement.sign > 0 else "falls"
    steps = statement.step
    claimed = statement.length
    if stopped:
        text = f"{length} {steps} of {word} in a row up to {statement.of.period}; {end} had none"
        if Fraction(length) in claimed:
            return Judgement("within", text, reference, Fraction(0))
    else:
        text = f"at least {length} {steps} of {word} in a row up to {statement.of.period}; {end} is not known"
        if claimed.low is not None and length >= claimed.low and claimed.high is None:
            return Judgement("within", text, reference, Fraction(0))
        if claimed.high is None or length <= claimed.high:
            return Judgement("series-incomplete", text)
    bound = claimed.high if claimed.high is not None and length > claimed.high else claimed.low
    gap = abs(Fraction(length) - (bound or Fraction(length)))
    far = not length or gap > 1 or gap * 10 > (bound or Fraction(0))  # over a unit, or over a tenth (MEANING 5)
    severity = Severity.ERROR if far else Severity.WARNING
    told = f"{'' if stopped else 'at least '}{number(Fraction(length))} {steps}"
    return Judgement(f"wrong-{kind}", text, reference, -gap, severity, suggestion=told)
