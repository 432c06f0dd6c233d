"""
The kind ``share``. The part over the whole lies in the interval.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims import ClaimError
from factcheck.kinds.choice import is_rate, one_figure
from factcheck.kinds.context import Context
from factcheck.kinds.expectation import expected
from factcheck.kinds.kind import Key, KeyType, Kind, Part
from factcheck.kinds.measures import unit_in_force
from factcheck.statements import Ratio, Within
from factcheck.units import PERCENT


def compile_share(context: Context) -> Iterator[Part]:
    """The part over the whole, in per cent."""
    period, whole = context.period_option(), context.mapping("of")
    if whole is None:
        raise ClaimError(("share",), "share needs the whole", "write of: {partner: World}")
    figure, unit = one_figure(context, is_rate, "percentage or fraction"), unit_in_force(context)
    part = context.level(period, unit)
    if part == (whole_level := context.level(period, unit, whole)):
        raise ClaimError(("share", "of"), "the whole is the part itself", "write the keys in which the whole differs")
    yield Part(Within(Ratio(part, whole_level, "share"), expected(context, figure, PERCENT, 1)))


SHARE = Kind(
    name="share",
    says="The part over the whole lies in the interval.",
    keys={
        "period": Key(KeyType.PERIOD, "the period"),
        "of": Key(KeyType.SERIES, "the keys in which the whole differs from the part"),
    },
    compile=compile_share,
    required=(("period",), ("of",)),
    example='- quote: "accounted for 4.5 percent of China\'s trade"\n  share: {period: 2023, of: {partner: World}}',
)
