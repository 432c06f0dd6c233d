"""
What an honest journalist knows on the day of the article: one release for each span of a family of flows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bench.accuracy.article_forms import Change, Series
from bench.accuracy.article_rows import FLOWS, Edition, Family, Printed, Snapshot
from bench.accuracy.article_spans import MONTHS_IN_YEAR, Span

FINEST = Fraction(1, 10)  # computed rates are written to a tenth of a point at most


@dataclass(frozen=True)
class Rate:
    """A rate in per cent, the change that it measures, and whether the office published it or two levels give it."""

    printed: Printed
    change: Change
    published: bool = True


@dataclass(frozen=True)
class Facts:
    """
    The figures of one family as they stood on one day.

    Attributes:
        family: whose figures.
        chosen: the release that speaks of each span.
        others: all releases of each span, for records.
    """

    family: Family
    chosen: Mapping[Span, Edition]
    others: Mapping[Span, list[Edition]]

    def series(self, flow: str) -> Series:
        """One of its flows."""
        return Series(self.family, flow)

    def level(self, flow: str, span: Span) -> Printed | None:
        """The level that the release of the span prints, or that its flows or months make."""
        edition = self.chosen.get(span)
        return None if edition is None else edition.figures.get(("level", flow))

    def sign(self, flow: str, span: Span) -> int:
        """The sign of a level, 0 where its rounding leaves it open or it is not known."""
        level = self.level(flow, span)
        if level is None or level.low <= 0 <= level.high:
            return 0
        return 1 if level.low > 0 else -1

    def rate(self, flow: str, span: Span) -> Rate | None:
        """
        Growth on a year earlier: the published one; where the release prints none for any flow, that of the levels.

        One release measures its flows on bases of one kind, so published and recomputed rates are never mixed.
        """
        base = span.earlier(MONTHS_IN_YEAR)
        sign = self._common_sign(flow, span, base)
        edition = self.chosen.get(span)
        if edition is None or not sign:
            return None
        change = Change(self.series(flow), span, base, sign)
        if any(("yoy", each) in edition.figures for each in FLOWS):
            printed = edition.figures.get(("yoy", flow))
            return None if printed is None else Rate(printed, change)
        return self.recomputed(change)

    def on_month(self, flow: str, span: Span) -> Rate | None:
        """Growth on the month before, as published."""
        edition = self.chosen.get(span)
        printed = None if edition is None else edition.figures.get(("mom", flow))
        if printed is None or span.months > 1 or flow == "balance":
            return None
        return Rate(printed, Change(self.series(flow), span, span.earlier(1)))

    def recomputed(self, change: Change) -> Rate | None:
        """The rate that two levels of one vintage give, where they give its tenth of a point."""
        now, then = (self.level(change.series.flow, span) for span in (change.span, change.base))
        if now is None or then is None or not self._one_vintage(change.span, change.base):
            return None
        if not self._common_sign(change.series.flow, change.span, change.base):
            return None
        value = abs(now.value) / abs(then.value) * 100 - 100
        reach = 100 * (now.half / abs(then.value) + abs(now.value) * then.half / then.value**2)
        return Rate(Printed(value, reach), change, published=False) if reach < FINEST / 2 else None

    def increment(self, flow: str, span: Span) -> Printed | None:
        """How much a level rose in a year, from the two levels; a deficit by its size."""
        base = span.earlier(MONTHS_IN_YEAR)
        now, then, sign = self.level(flow, span), self.level(flow, base), self._common_sign(flow, span, base)
        if now is None or then is None or not sign or not self._one_vintage(span, base):
            return None
        return Printed((now.value - then.value) * sign, now.half + then.half)

    def is_record(self, flow: str, span: Span, way: int) -> bool:
        """Whether every release says that no earlier span of its length lies as high, or as low for ``way`` −1."""
        level = self.level(flow, span)
        earlier = [
            each.figures["level", flow]
            for other in self.others
            if other.months == span.months and other.first < span.first
            for each in self.others[other]
            if ("level", flow) in each.figures
        ]
        if level is None or len(earlier) < 3:
            return False
        return all(level.low > each.high if way > 0 else level.high < each.low for each in earlier)

    def _common_sign(self, flow: str, span: Span, base: Span) -> int:
        """1, or for a balance the sign that it has in both spans; 0 where there is none."""
        if flow != "balance":
            return 1
        sign = self.sign(flow, span)
        return sign if sign == self.sign(flow, base) else 0

    def _one_vintage(self, span: Span, base: Span) -> bool:
        now, then = self.chosen[span], self.chosen.get(base)
        if then is None:
            return False
        newest = max(self.others[base], key=lambda edition: edition.rank)
        return (now.dataset, now.published) == (then.dataset, then.published) or then == newest


def facts_on(snapshot: Snapshot, family: Family, day: date, first_releases: bool) -> Facts:
    """
    The figures of a family as they stood on a day.

    Args:
        snapshot: all figures.
        family: whose.
        day: the article's.
        first_releases: whether single months keep the figure of their first release, as in an article that is not
            brought up to date.
    """
    chosen: dict[Span, Edition] = {}
    known: dict[Span, list[Edition]] = {}
    for span, editions in sorted(snapshot.editions[family].items()):
        eligible = [edition for edition in editions if edition.known(day, span)]
        if eligible:
            known[span] = eligible
            pick = min if first_releases and span.months == 1 else max
            chosen[span] = pick(eligible, key=lambda edition: edition.rank)
    return Facts(family, chosen, known)
