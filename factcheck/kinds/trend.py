"""
The kind ``trend``. A word for change fits the rate.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.claims import ClaimError
from factcheck.intervals import Interval
from factcheck.kinds.context import Context
from factcheck.kinds.kind import Key, KeyType, Kind, Part
from factcheck.kinds.measures import unit_in_force
from factcheck.kinds.signs import holds
from factcheck.periods import Period
from factcheck.reading.trend_words import Trend, TrendWord, read_trend_words
from factcheck.statements import Every, Expected, Ordered, Ratio, Sense, Within
from factcheck.units import PERCENT

FLAT = Fraction(1)  # flat: at most 1 point either way (MEANING 2)
EDGED = Fraction(5)  # edged: the sign and at most 5 %
STRONG = Fraction(10)  # jumped, plunged: the sign and at least 10 %
ANY = Interval(Fraction(0), None, low_closed=False)
SIZES = {
    Trend.FLAT: Interval(Fraction(0), FLAT),
    Trend.UP: ANY,
    Trend.DOWN: ANY,
    Trend.EDGED: Interval(Fraction(0), EDGED, low_closed=False),
    Trend.SURGE: Interval(STRONG, None),
    Trend.PLUNGE: Interval(STRONG, None),
}
SIGNS = {Trend.FLAT: 0, Trend.UP: 1, Trend.SURGE: 1, Trend.DOWN: -1, Trend.PLUNGE: -1}


def compile_trend(context: Context) -> Iterator[Part]:
    """A band of the rate, or the order of two rates; a list of periods means each."""
    words = read_trend_words(context.quote)
    trend, key = _class(context, words)
    unit = unit_in_force(context)
    periods = context.use.options[key]
    names = (periods,) if isinstance(periods, str) else tuple(str(name) for name in periods)
    if len(names) > 1 and context.option("from") is not None:
        raise ClaimError(("trend", "from"), "from goes with one period", "write one claim for each period")
    word = next((word for word in words if word.trend is trend), None)
    text = word.text if word is not None else str(trend)
    statements = [
        _statement(context, trend, context.period(name, ("trend", key)), unit, text, _sign(context, trend, words))
        for name in names
    ]
    yield Part(statements[0] if len(statements) == 1 else Every(tuple(statements)))


def _class(context: Context, words: tuple[TrendWord, ...]) -> tuple[Trend, str]:
    """The class that the key names, else the one that the words have; and the key under which the period stands."""
    named = [trend for trend in Trend if trend.value in context.use.options]
    if named:
        trend = named[0]
        signs = {word.sign for word in words if word.sign}
        if words and SIGNS.get(trend) and signs == {-SIGNS[trend]}:
            raise ClaimError(("trend", trend.value), f"the words say {words[0].text!r}, the claim says {trend.value}")
        return trend, trend.value
    found = list(dict.fromkeys(word.trend for word in words))
    if len(found) != 1:
        said = " and ".join(repr(word.text) for word in words) or "no word for change"
        raise ClaimError(
            ("trend",),
            f"the quote has {said}",
            f"say which is meant: trend: {{{found[0] if found else 'up'}: 2024}}",
        )
    return found[0], "period"


def _sign(context: Context, trend: Trend, words: tuple[TrendWord, ...]) -> int:
    if trend in SIGNS:
        return SIGNS[trend]
    written = context.option("direction")
    if written is not None:
        return 1 if written == "up" else -1
    signs = {word.sign for word in words if word.trend is trend and word.sign} or {w.sign for w in words if w.sign}
    if len(signs) == 1:
        return signs.pop()
    if trend is Trend.EDGED:
        raise ClaimError(("trend",), "the words do not say whether it edged up or down", "write direction: up")
    return 0


def _statement(context: Context, trend: Trend, period: Period, unit: str, text: str, sign: int) -> Within | Ordered:
    def rate(of: Period, base: Period) -> Ratio:
        return Ratio(context.level(of, unit), context.level(base, unit), "change")

    if trend in SIZES:
        return Within(rate(period, context.base(period)), Expected(SIZES[trend], sign, PERCENT, text), holds(context))
    before = context.option("from")
    other = period.period_before_for_pace if before is None else context.base(period)
    sense: Sense = "accelerating" if trend is Trend.ACCELERATING else "slowing"
    now = rate(period, period.year_earlier)
    earlier = rate(other, other.year_earlier)
    return Ordered(now, earlier, sense, sign, text)


TREND = Kind(
    name="trend",
    says="A word for change fits the rate.",
    keys={
        "period": Key(KeyType.PERIODS, "the period; the class is read from the words"),
        "flat": Key(KeyType.PERIODS, "at most 1 point either way: the period or periods"),
        "up": Key(KeyType.PERIODS, "it rose: the period or periods"),
        "down": Key(KeyType.PERIODS, "it fell: the period or periods"),
        "edged": Key(KeyType.PERIODS, "the sign and at most 5 %: the period or periods"),
        "surge": Key(KeyType.PERIODS, "rose by at least 10 %: the period or periods"),
        "plunge": Key(KeyType.PERIODS, "fell by at least 10 %: the period or periods"),
        "accelerating": Key(KeyType.PERIODS, "same sign, larger than the rate before: the period or periods"),
        "slowing": Key(KeyType.PERIODS, "same sign, smaller than the rate before: the period or periods"),
        "direction": Key(KeyType.WORD, "with edged and no word that says it", ("up", "down")),
        "from": Key(KeyType.BASE, "the base of the rate; for accelerating and slowing, the period before"),
    },
    compile=compile_trend,
    short="period",
    required=(("period", "flat", "up", "down", "edged", "surge", "plunge", "accelerating", "slowing"),),
    figure=False,
    example='- quote: "grew quickly in 2022 and 2023"\n  trend: {surge: [2022, 2023]}',
)
