"""
Coverage: which figures of the quotes and of the draft no claim checks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.anchors import Anchor
from factcheck.claims import Article, Claim
from factcheck.errors import Location
from factcheck.findings import Coverage, Uncovered
from factcheck.kinds.choice import figures_of
from factcheck.reading.figure import Figure, FigureKind
from factcheck.reading.figures import read_figures

AMOUNTS = frozenset({FigureKind.MONEY, FigureKind.QUANTITY})
RATES = frozenset({FigureKind.PERCENT, FigureKind.FRACTION, FigureKind.FACTOR})
#: Which figures a kind takes; a figure of the quote that no kind takes is uncovered.
TAKES: dict[str, frozenset[FigureKind]] = {
    "level": AMOUNTS | {FigureKind.NUMBER},
    "change": RATES,
    "difference": AMOUNTS | {FigureKind.POINTS, FigureKind.NUMBER},
    "share": RATES,
    "multiple": RATES,
    "rank": frozenset({FigureKind.ORDINAL, FigureKind.NUMBER}),
    "count": frozenset({FigureKind.ORDINAL, FigureKind.NUMBER, FigureKind.QUANTITY}),
}
MOST_FIGURES = 20_000  # of a draft; the report says when there are more
WORTH_CHECKING = AMOUNTS | RATES | {FigureKind.POINTS}


def coverage(article: Article, anchors: Mapping[str, Anchor | None]) -> Coverage:
    """The figures of the draft that some claim's quote covers, and those that none does."""
    uncovered = [found for claim in article.claims for found in _in_quote(claim)]
    if article.draft_text is None:
        return Coverage(uncovered=tuple(uncovered))
    read = read_figures(article.draft_text, MOST_FIGURES)
    figures = [figure for figure in read if figure.kind in WORTH_CHECKING]
    spans = [(anchor.start, anchor.end) for anchor in anchors.values() if anchor is not None]
    left = list(_outside(figures, spans))
    uncovered += [_at(article, figure) for figure in left]
    return Coverage(len(figures), len(figures) - len(left), tuple(uncovered), len(read) >= MOST_FIGURES)


def _outside(figures: Sequence[Figure], spans: Sequence[tuple[int, int]]) -> Iterator[Figure]:
    """The figures that lie in none of the spans; both are walked once, from left to right."""
    ordered = sorted(spans)
    place, farthest = 0, -1
    for figure in figures:
        while place < len(ordered) and ordered[place][0] <= figure.start:
            farthest = max(farthest, ordered[place][1])
            place += 1
        if figure.end > farthest:
            yield figure


def _in_quote(claim: Claim) -> Iterator[Uncovered]:
    if claim.seen is not None or claim.ignore or not claim.quote:
        return
    taken = frozenset[FigureKind]().union(*(TAKES.get(use.kind, frozenset()) for use in claim.kinds))
    for figure in figures_of(claim.quote):
        if figure.kind in WORTH_CHECKING and figure.kind not in taken:
            yield Uncovered(figure.text, claim.location(("quote",)), claim.id)


def _at(article: Article, figure: Figure) -> Uncovered:
    line, column = (1, 1) if article.draft_read is None else article.draft_read.place(figure.start)
    return Uncovered(figure.text, Location(article.draft, line, column))
