"""
Check a word for change: "plummeted", "little changed". It uses the rates of a change: published, else recomputed.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.amounts import number, span
from factcheck.check.figures import distance
from factcheck.check.frame import framed, margin
from factcheck.check.judgement import Judgement
from factcheck.check.notes import notes_on
from factcheck.findings import Reference
from factcheck.rules import Severity
from factcheck.statements import Expected
from factcheck.units import PERCENT

FAR = Fraction(1)  # over 1 point outside the band is an error (MEANING 5)
BY_ROUTE = {"published-rate": "published-rate", "recomputed": "recomputed", "mirror": "mirror-only"}


def check_trend(expected: Expected, references: Sequence[Reference], kind: str) -> Judgement:
    """The sign is judged on the rate as printed, the band on its interval."""
    reference = references[0]
    found = framed(reference, expected.sign)
    right_sign = not expected.sign or found.point > 0
    room = margin(expected.sizes, found.interval, either_way=not expected.sign)
    text = f"{reference.how}; “{expected.text}” means {_band(expected)}"
    if right_sign and expected.sizes.matches(found.interval):
        return Judgement(
            BY_ROUTE.get(reference.route, "within"), text, reference, room, notes=tuple(notes_on(reference))
        )
    turned = bool(expected.sign) and found.point < 0
    far = turned or distance(expected, found.point) > FAR
    return Judgement(
        "wrong-direction" if turned else f"wrong-{kind}",
        text,
        reference,
        -abs(room) if room is not None else None,
        Severity.ERROR if far else Severity.WARNING,
        tuple(notes_on(reference)),
        _suggestion(reference),
    )


def _band(expected: Expected) -> str:
    if not expected.sign:
        return f"at most {number(expected.sizes.high or Fraction(0))} point either way"
    word = "a rise" if expected.sign > 0 else "a fall"
    if expected.sizes.high is None and not expected.sizes.low:
        return word
    return f"{word} of {span(expected.sizes, PERCENT)}"


def _suggestion(reference: Reference) -> str:
    if not reference.point:
        return "did not change"
    step = reference.evidence[0].last_digit if reference.route == "published-rate" else Fraction(1, 10)
    return f"{'rose' if reference.point > 0 else 'fell'} {number(abs(reference.point), step)} %"
