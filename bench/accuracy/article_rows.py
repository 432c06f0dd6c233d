"""
The figures that honest articles are drawn from: the snapshot's deciding rows, by family of flows, span and release.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from bench.accuracy.article_spans import Span, calendar_spans, months_of, read_span

FLOWS = ("total", "exports", "imports", "balance")
MEASURES = ("level", "yoy", "mom")
CURRENCY_LETTERS = 3


class Family(NamedTuple):
    """The series that differ only in their flow."""

    source: str
    reporter: str
    partner: str
    commodity: str
    scope: str
    valuation: str
    unit: str


class Printed(NamedTuple):
    """A figure as printed: its value and how far its rounding reaches either way, in whole units or per cent."""

    value: Fraction
    half: Fraction

    @property
    def low(self) -> Fraction:
        """The least that it may stand for."""
        return self.value - self.half

    @property
    def high(self) -> Fraction:
        """The most that it may stand for."""
        return self.value + self.half

    def plus(self, other: Printed, sign: int = 1) -> Printed:
        """The sum, or the difference for a sign of −1, with both roundings."""
        return Printed(self.value + sign * other.value, self.half + other.half)

    def meets(self, other: Printed) -> bool:
        """Whether the two may stand for one figure."""
        return abs(self.value - other.value) <= self.half + other.half


@dataclass(frozen=True)
class Edition:
    """
    What one release says of one span: figures by measure and flow.

    ``published`` is None where the day is not known; ``summed`` says that its levels were added up from months.
    """

    dataset: str
    published: date | None
    figures: Mapping[tuple[str, str], Printed]
    summed: bool = False

    def known(self, day: date, span: Span) -> bool:
        """Whether it was out on that day; a blank day counts once the span is over."""
        return span.end < day and (self.published is None or self.published <= day)

    @property
    def rank(self) -> tuple[bool, date]:
        """Later is better, and what is printed comes before what was added up."""
        return not self.summed, self.published or date.min


@dataclass
class Snapshot:
    """All families with their editions by span, and how many rows went in and why others did not."""

    editions: dict[Family, dict[Span, list[Edition]]] = field(default_factory=dict)
    rows: Counter[str] = field(default_factory=Counter)


def load_snapshot(root: Path) -> Snapshot:
    """Read every file of observations under ``sources/``."""
    snapshot = Snapshot()
    found: dict[Family, dict[Span, dict[tuple[str, date | None], list[dict[str, str]]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for row in _rows(root, snapshot.rows):
        published = date.fromisoformat(row["published"]) if row["published"] else None
        found[_family(row)][read_span(row["period"])][(row["dataset"], published)].append(row)
    for family in sorted(found):
        editions = _editions(found[family], snapshot.rows)
        if editions:
            snapshot.editions[family] = editions
    return snapshot


def _rows(root: Path, counted: Counter[str]) -> Iterator[dict[str, str]]:
    """The rows that may decide, in a currency, of one partner."""
    for path in sorted(root.glob("sources/*/*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            if not {"measure", "flow", "standing"} <= set(reader.fieldnames or ()):
                continue
            for row in reader:
                reason = _unfit(row)
                counted[reason or "used"] += 1
                if not reason:
                    yield row | {"source": path.parent.name}


def _unfit(row: Mapping[str, str]) -> str:
    if row["standing"] != "decides":
        return "may not decide"
    if row["measure"] not in MEASURES:
        return "another measure"
    if len(row["unit"]) != CURRENCY_LETTERS or not row["unit"].isupper():
        return "not in a stated currency"
    return "a list of partners" if "+" in row["partner"] else ""


def _family(row: Mapping[str, str]) -> Family:
    return Family(*(row[name] for name in Family._fields))


def _editions(
    spans: Mapping[Span, Mapping[tuple[str, date | None], list[dict[str, str]]]], counted: Counter[str]
) -> dict[Span, list[Edition]]:
    editions: dict[Span, list[Edition]] = defaultdict(list)
    for span in sorted(spans):
        for (dataset, published), rows in sorted(spans[span].items(), key=lambda item: (item[0][0], str(item[0][1]))):
            figures = _added_up(_figures(rows))
            if figures is None:
                counted["of releases whose flows do not add up"] += len(rows)
            else:
                editions[span].append(Edition(dataset, published, figures))
    for span, edition in list(_summed(editions)):
        editions[span].append(edition)
    return dict(editions)


def _figures(rows: Iterable[Mapping[str, str]]) -> dict[tuple[str, str], Printed]:
    """The figure with most digits of each measure and flow."""
    figures: dict[tuple[str, str], Printed] = {}
    for row in rows:
        scale = Fraction(10) ** int(row["unit_multiplier"])
        half = Fraction(1, 2) * Fraction(10) ** -int(row["decimals"]) * scale
        key = (row["measure"], row["flow"])
        if key not in figures or half < figures[key].half:
            figures[key] = Printed(Fraction(Decimal(row["value"])) * scale, half)
    return figures


def _added_up(figures: dict[tuple[str, str], Printed]) -> dict[tuple[str, str], Printed] | None:
    """The figures with total and balance put in where missing; None where they contradict the flows."""
    exports, imports = figures.get(("level", "exports")), figures.get(("level", "imports"))
    if exports is None or imports is None:
        return figures
    for flow, computed in (("total", exports.plus(imports)), ("balance", exports.plus(imports, -1))):
        if not figures.setdefault(("level", flow), computed).meets(computed):
            return None
    return figures


def _summed(editions: Mapping[Span, list[Edition]]) -> Iterator[tuple[Span, Edition]]:
    """Longer spans added up from the months of one release, where it does not print them."""
    releases = sorted(
        {(each.dataset, each.published) for span in editions if span.months == 1 for each in editions[span]},
        key=str,
    )
    for release in releases:
        own = {span: each for span in editions for each in editions[span] if (each.dataset, each.published) == release}
        for year in sorted({span.year for span in own if span.months == 1}):
            for span in calendar_spans(year):
                parts = [own.get(month) for month in months_of(span)]
                if span not in own and all(part is not None for part in parts):
                    levels = _sum_of([part for part in parts if part is not None])
                    if levels:
                        yield span, Edition(*release, levels, summed=True)


def _sum_of(parts: list[Edition]) -> dict[tuple[str, str], Printed]:
    sums = {}
    for flow in FLOWS:
        printed = [part.figures.get(("level", flow)) for part in parts]
        known = [each for each in printed if each is not None]
        if len(known) == len(parts):
            sums["level", flow] = Printed(
                sum((each.value for each in known), Fraction(0)), sum((each.half for each in known), Fraction(0))
            )
    return sums
