"""
What the words allow and what the reference is, in one unit and one scale, so that the two can be compared at a glance.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from factcheck.amounts import RATES, number, scale_of, span, unit_in_words
from factcheck.findings import Finding
from factcheck.intervals import Interval
from factcheck.outputs.told import figure, gap, is_change
from factcheck.units import COUNT, FACTOR, PERCENT, POINTS, is_money, power_of_ten

HUNDREDTH = Fraction(1, 100)


class Scale(NamedTuple):
    """A unit with a power of ten and its word: billions of dollars."""

    power: int
    word: str
    unit: str

    @classmethod
    def of(cls, values: Iterable[Fraction], unit: str) -> Scale:
        """The scale in which people write the largest of the values."""
        power, word = max((scale_of(value, unit) for value in values), default=(0, ""))
        return cls(power, word, unit)

    def tell(self, value: Fraction, step: Fraction | None = None) -> str:
        """A value in this scale, whatever its own size."""
        if self.unit in RATES:
            return f"{number(value, step)}{' times' if self.unit == FACTOR else ' ' + self.unit}"
        told = number(value / power_of_ten(self.power), step)
        return " ".join(part for part in (told, self.word, unit_in_words(self.unit)) if part)

    def short(self, value: Fraction) -> str:
        """A value to at most two decimals, for lists and labels."""
        size = abs(value) / power_of_ten(self.power)
        return self.tell(value, HUNDREDTH if size >= 1 or self.unit in RATES else None)


class Compared(NamedTuple):
    """The texts of a card; blank where there is nothing to tell."""

    claimed: str = ""
    reference: str = ""
    gap: str = ""


def compared(finding: Finding) -> Compared:
    """Claim and reference of a finding in one unit."""
    interval, reference = finding.claimed.interval, finding.reference
    unit = unit_of(finding)
    if reference is None:
        return Compared("" if interval is None else span(interval, unit or COUNT))
    told = figure(reference, plus=is_change(finding))
    if interval is None or not same_unit(finding):
        return Compared("" if interval is None else span(interval, unit or COUNT), told)
    scale = Scale.of([*_ends(interval), reference.point], unit)
    if scale_of(reference.point, unit) != scale[:2]:
        told = scale.tell(reference.point)
    return Compared(_span(interval, scale), told, _gap(finding, scale))


def unit_of(finding: Finding) -> str:
    """The unit in which a finding is told."""
    return finding.claimed.unit or (finding.reference.unit if finding.reference is not None else "")


def same_unit(finding: Finding) -> bool:
    """Whether claim and reference are in one unit; per cent and points are."""
    reference = finding.reference
    units = set() if reference is None else {reference.unit, unit_of(finding)}
    return reference is not None and (len(units) == 1 or units <= {PERCENT, POINTS})


def _gap(finding: Finding, scale: Scale) -> str:
    """The distance between the two, in their own scale where it is so small that it would have another."""
    told = gap(finding)
    if not told or finding.margin is None or scale.unit in RATES:
        return told
    value = -finding.margin * finding.scale
    return told if scale_of(value, scale.unit) == scale[:2] else scale.tell(value)


def _ends(interval: Interval) -> list[Fraction]:
    return [end for end in (interval.low, interval.high) if end is not None]


def _span(interval: Interval, scale: Scale) -> str:
    """An interval, in the scale of the reference where that is the larger one."""
    ends = _ends(interval)
    if not is_money(scale.unit) or not ends or Scale.of(ends, scale.unit) == scale:
        return span(interval, scale.unit)
    low, high = interval.low, interval.high
    if low is None or high is None:
        return f"{'at least' if high is None else 'at most'} {scale.tell(ends[0])}"
    return scale.tell(low) if low == high else f"{number(low / power_of_ten(scale.power))} to {scale.tell(high)}"
