"""
The bar of a card: what the words allow as a band, the reference as a mark on the same line.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from factcheck.findings import Finding
from factcheck.intervals import Interval
from factcheck.outputs.html.one_unit import Compared, same_unit
from factcheck.outputs.html.pictures import Axis, pixel

WIDTH, HEIGHT = 240, 26
EDGE = 6  # pixels that are left free at both ends
MARGIN = Fraction(1, 6)  # of the width of what is shown, on either side
THINNEST = Fraction(2)  # pixels of a band, so that it is seen


class Bar(NamedTuple):
    """
    Where things stand, in pixels.

    Attributes:
        start: of the band that the words allow.
        width: of that band.
        open_start: whether it has no lower end.
        open_end: whether it has no upper end.
        reference: where the reference stands.
        zero: where nothing stands; blank where it is not in the picture.
        label: the picture in words.
    """

    start: str
    width: str
    open_start: bool
    open_end: bool
    reference: str
    zero: str
    label: str


def bar_of(finding: Finding, told: Compared) -> Bar | None:
    """The bar of a finding; None where it has no interval and reference in one unit."""
    interval, reference = finding.claimed.interval, finding.reference
    if interval is None or reference is None or not same_unit(finding) or interval.low is interval.high is None:
        return None
    axis = _axis(interval, reference.point)
    low = Fraction(0) if interval.low is None else axis.at(interval.low)
    high = Fraction(WIDTH) if interval.high is None else axis.at(interval.high)
    width = max(high - low, THINNEST)
    inside = reference.interval.matches(interval) if reference.interval != interval else True
    return Bar(
        start=pixel(low - (width - (high - low)) / 2),
        width=pixel(width),
        open_start=interval.low is None,
        open_end=interval.high is None,
        reference=pixel(axis.at(reference.point)),
        zero=pixel(axis.at(Fraction(0))) if axis.low < 0 < axis.high else "",
        label=f"The words allow {told.claimed}; the reference, {told.reference}, "
        f"{'lies in it' if inside else 'lies outside'}.",
    )


def _axis(interval: Interval, point: Fraction) -> Axis:
    ends = [end for end in (interval.low, interval.high) if end is not None]
    values = [*ends, point]
    if len(ends) == 1:  # an open end gets as much room as there is between the other and the reference
        room = abs(point - ends[0]) or abs(point) or Fraction(1)
        values.append(ends[0] + room if interval.high is None else ends[0] - room)
    return Axis(values, EDGE, WIDTH - EDGE, margin=MARGIN)
