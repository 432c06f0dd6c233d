"""
How easily a cause is found by accident: the share of possible claims that the candidates would have explained.

Why: with a coarse figure or many candidates something always fits. A wrong cause is worse than none (MEANING 6).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from fractions import Fraction

from factcheck.diagnosis.candidate import Candidate, is_plain, size_of, written_as
from factcheck.statements import Expected

LOW, HIGH = Fraction(1, 2), Fraction(3, 2)  # the band of claims beside the written one: ± 50 %
BAR = 0.05  # above this share nothing is said
BAR_OF_TWO = 0.01  # two rewrites that do not belong together must earn it: so many are tried that some always fits

Span = tuple[Fraction, Fraction]


def share_hit(candidates: Iterable[Candidate], expected: Expected) -> float:
    """
    The share of a band of ± 50 % around the claim, on a log scale, that some candidate would have explained.

    The only place where a float decides: it is compared with a bar that is a judgement itself.
    """
    number = expected.number
    if not number:
        return 1.0
    low, high = LOW * number, HIGH * number
    spans = (span for candidate in candidates for span in _spans(candidate, expected))
    inside = [(max(a, low), min(b, high)) for a, b in spans if b > low and a < high]
    covered = sum(math.log(b / a) for a, b in _merged(inside))
    return covered / math.log(high / low)


def share_of_decade(expected: Expected) -> float:
    """The share of all sequences of digits that a claim of this precision takes up: what a slip of scale may hit."""
    number, unit = expected.number, expected.last_digit
    if not number or not unit:
        return 1.0
    if is_plain(expected):
        return math.log((number + unit / 2) / (number - unit / 2)) / math.log(10) if number > unit / 2 else 1.0
    low, high = expected.sizes.low, expected.sizes.high
    return math.log(high / low) / math.log(10) if low and high else 1.0


def _spans(candidate: Candidate, expected: Expected) -> Iterator[Span]:
    """The claims that a candidate would explain, each as the stretch of the scale that it stands for."""
    size = size_of(candidate, expected)
    if not size:
        return
    unit = expected.last_digit or Fraction(0)
    if candidate.claims is not None:
        yield from ((claim - unit / 2, claim + unit / 2) for claim in candidate.claims)
    elif is_plain(expected):
        yield from ((claim - unit / 2, claim + unit / 2) for claim in written_as(size, expected))
    else:
        yield from _hedged(size, expected)


def _hedged(size: Fraction, expected: Expected) -> Iterator[Span]:
    """The claims with the same words that would accept the size: bands grow with their number."""
    number, low, high = expected.number or Fraction(1), expected.sizes.low, expected.sizes.high
    yield (
        size * number / high if high else LOW * number,
        size * number / low if low else HIGH * number,
    )


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans without overlaps."""
    last: Span | None = None
    for low, high in sorted(spans):
        if last is None or low > last[1]:
            if last is not None:
                yield last
            last = low, high
        else:
            last = last[0], max(last[1], high)
    if last is not None:
        yield last
