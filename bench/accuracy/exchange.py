"""
Exchange rates: the European Central Bank's of a day, and the averages of the snapshot's files.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

from currency_converter import CurrencyConverter, RateNotFoundError

from bench.accuracy.rows import SOURCES
from bench.accuracy.spans import Span

A_WEEK = 7  # over holidays the last working day's rate stands


@cache
def _converter() -> CurrencyConverter:
    return CurrencyConverter(decimal=True)


@cache
def spot(base: str, quote: str, day: date) -> Fraction | None:
    """What one ``base`` cost in ``quote`` on the day, or on the last working day before it."""
    for back in range(A_WEEK):
        try:
            return Fraction(_converter().convert(Decimal(1), base, quote, day - timedelta(back)))
        except (RateNotFoundError, ValueError):  # a holiday; a currency that the bank does not have
            continue
    return None


@cache
def _averages(sources: Path = SOURCES) -> dict[tuple[str, str, Span], list[Fraction]]:
    found: dict[tuple[str, str, Span], list[Fraction]] = {}
    for path in sorted(sources.glob("*/*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            if "rate" not in (reader.fieldnames or ()):
                continue
            for line in reader:
                if line["kind"] == "average":
                    key = line["base"], line["quote"], Span.parse(line["period"])
                    found.setdefault(key, []).append(Fraction(line["rate"]))
    return found


def averages(base: str, quote: str, span: Span) -> Iterator[Fraction]:
    """The averages over exactly this span that the snapshot's sources print, either way round."""
    yield from _averages().get((base, quote, span), ())
    yield from (1 / rate for rate in _averages().get((quote, base, span), ()))
