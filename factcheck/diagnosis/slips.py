"""
Slips of the pen: the right figure with another scale, sign, digit or unit.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.amounts import amount
from factcheck.diagnosis.candidate import Candidate, is_plain, written_as
from factcheck.diagnosis.costs import FAR, NEAR
from factcheck.diagnosis.question import main_cell
from factcheck.evaluate.outcome import Outcome
from factcheck.findings import Reference, Step
from factcheck.statements import Difference, Expected, Level, Quantity, Ratio
from factcheck.units import PERCENT, POINTS

SCALES = (10, 10**3, 10**6, 10**9)
RATE_SCALES = (10,)
SCALE_WORDS = {10: "10", 10**3: "1,000", 10**6: "a million", 10**9: "a billion"}
CHANGEABLE = 4  # digits that must be written before one of them may be another (MEANING 6)
MOST_DIGITS = 9  # digits of a figure that are tried


def slips(quantity: Quantity, expected: Expected, reference: Reference) -> Iterator[Candidate]:
    """Every slip by which the reference may have become the claim."""
    yield from _scales(expected, reference)
    yield from _signs(quantity, expected, reference)
    yield from _on_the_new_value(quantity, reference)
    yield from _digits(expected, reference)


def _scales(expected: Expected, reference: Reference) -> Iterator[Candidate]:
    rate = expected.unit in (PERCENT, POINTS)
    for factor in RATE_SCALES if rate else SCALES:
        for value, size, sign in (
            (reference.point / factor, "small", "÷"),
            (reference.point * factor, "large", "×"),
        ):
            step = Step(f"scale x{factor}", f"the right digits, {SCALE_WORDS[factor]} times too {size}")
            yield Candidate((step,), NEAR, value, reference=reference, working=f"{sign} {SCALE_WORDS[factor]}")


def _signs(quantity: Quantity, expected: Expected, reference: Reference) -> Iterator[Candidate]:
    """The other sign, where the words give one and the quantity can have both."""
    both = not isinstance(quantity, Level) or main_cell(quantity).series.flow == "balance"
    if both and expected.sign:
        step = Step("sign", "the right size with the other sign")
        yield Candidate((step,), NEAR, -reference.point, reference=reference, working="with the other sign")


def _on_the_new_value(quantity: Quantity, reference: Reference) -> Iterator[Candidate]:
    """A change in per cent of the later value: 100 · g / (100 + g)."""
    growth = reference.point
    if isinstance(quantity, Ratio) and quantity.use == "change" and growth > -100:
        value = 100 * growth / (100 + growth)
        step = Step("percentage on the new value", "the change as a percentage of the new value instead of the old one")
        yield Candidate((step,), NEAR, value, reference=reference, working="of the new value")


def in_per_cent(quantity: Quantity, of: Outcome, less: Outcome) -> Iterator[Candidate]:
    """The relative change of a share or a rate where its change in points was told."""
    if not isinstance(quantity, Difference) or not isinstance(quantity.of, Ratio):
        return
    if of.first is None or less.first is None or not less.first.point:
        return
    value = (of.first.point / less.first.point - 1) * 100
    step = Step("percent for points", "the relative change in per cent instead of the difference in points")
    both = of.first._replace(
        how=f"{of.first.how}; {less.first.how}", evidence=(*of.first.evidence, *less.first.evidence)
    )
    yield Candidate((step,), NEAR, value, reference=both, working="as a relative change", unit=PERCENT)


def _digits(expected: Expected, reference: Reference) -> Iterator[Candidate]:
    """Two digits exchanged, or one changed, in the figure as it would be written."""
    if not is_plain(expected) or not expected.last_digit or (expected.sign and reference.point * expected.sign < 0):
        return
    written = written_as(abs(reference.point), expected)
    unit, scale = expected.last_digit, expected.unit
    for each in written:
        for name, words, slipped in (
            ("digits exchanged", "two digits exchanged", _exchanged),
            ("digit changed", "one digit changed", _changed),
        ):
            claims = tuple(sorted({other * unit for other in slipped(str(each / unit))}))
            if claims:
                step = Step(name, f"{amount(each, scale, unit)} with {words}")
                yield Candidate((step,), FAR, reference.point, reference=reference, claims=claims)


def _exchanged(digits: str) -> Iterator[int]:
    """The numbers that two exchanged digits give, the first never becoming 0."""
    if len(digits) > MOST_DIGITS:
        return
    for low in range(len(digits)):
        for high in range(low + 1, len(digits)):
            if digits[low] != digits[high] and (low or digits[high] != "0"):
                changed = list(digits)
                changed[low], changed[high] = changed[high], changed[low]
                yield int("".join(changed))


def _changed(digits: str) -> Iterator[int]:
    """The numbers that one other digit gives, where enough are written."""
    if not CHANGEABLE <= len(digits) <= MOST_DIGITS:
        return
    for place, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit and (place or other != "0"):
                yield int(f"{digits[:place]}{other}{digits[place + 1 :]}")
