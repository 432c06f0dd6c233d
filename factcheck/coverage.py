"""
Coverage: which figures and dates of a draft a claim checks, and which none does.

A claim covers a figure where its quote holds it and one of its kinds takes it, or where a person attested or set the
claim aside. A claim that still has only a todo covers nothing: nobody has said yet what it claims.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from factcheck.anchors import Anchor
from factcheck.claims import Article, Claim
from factcheck.draft_text import Draft
from factcheck.errors import Location
from factcheck.findings import Coverage, Uncovered
from factcheck.kinds.choice import figures_of
from factcheck.positions import Stretch, points, rest_of_line
from factcheck.reading.figure import FigureKind
from factcheck.scanning import Mention, MentionKind
from factcheck.scanning.checkable import checkables, unread

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
MOST_TEXT = 500_000  # characters of a draft that are looked at, some 80,000 words; the report says so, too
WORTH_CHECKING = AMOUNTS | RATES | {FigureKind.POINTS}
HEAD = 300  # characters in which a draft's own date stands


def coverage(article: Article, anchors: Mapping[str, Anchor | None]) -> Coverage:
    """The figures and dates of the draft that some claim covers, and those that none does."""
    draft = article.draft_read
    if draft is None:
        return Coverage(uncovered=tuple(found for claim in article.claims for found in _in_quote(claim)))
    reasons = {mention.span: why for mention, why in unread(_looked_at(draft.text), draft.language)}
    mentions = countable(draft, article.published)
    partial = len(mentions) > MOST_FIGURES or len(draft.text) > MOST_TEXT
    mentions = mentions[:MOST_FIGURES]
    covered, quoted = _covered(mentions, article.claims, anchors)
    open_ = {place: mention for place, mention in enumerate(mentions) if place not in covered}
    stretches = _stretches(draft, list(open_.values()))
    left = tuple(
        _at(article, mention, stretch, quoted.get(place, ""))._replace(why=reasons.get(mention.span, ""))
        for (place, mention), stretch in zip(open_.items(), stretches, strict=True)
    )
    return Coverage(len(mentions), len(covered), left, partial)


def countable(draft: Draft, published: date | None) -> tuple[Mention, ...]:
    """What coverage counts: what a reader may want checked, and the amounts and rates that cannot be read."""
    dark = [mention for mention, _ in unread(_looked_at(draft.text), draft.language)]
    return tuple(sorted([*checkable(draft, published), *dark], key=lambda mention: mention.span))


def checkable(draft: Draft, published: date | None) -> tuple[Mention, ...]:
    """What a reader may want checked: figures and days; not periods, plain numbers, and the draft's own date."""
    day = published or draft.published
    found = checkables(_looked_at(draft.text), day, draft.language)
    return tuple(each for each in found if not (_is_aside(each, day) or _is_filed(draft, each)))


def _looked_at(text: str) -> str:
    return text if len(text) <= MOST_TEXT else text[: text.rfind(" ", 0, MOST_TEXT)]


def _is_aside(mention: Mention, published: date | None) -> bool:
    """Whether it is a length of time ("for three years"), or the day that the draft gives as its own at its head."""
    if mention.kind is MentionKind.COUNT:
        return _run().search(mention.surface) is None
    return mention.kind is MentionKind.DATE and is_dateline(mention, published)


def is_dateline(mention: Mention, published: date | None) -> bool:
    """Whether a day is the draft's own, written out with its year near the top."""
    own = mention.period is not None and mention.period.first == mention.period.last == published
    return own and mention.span[0] < HEAD and bool(re.search(r"[0-9]{4}$", mention.surface))


def _is_filed(draft: Draft, mention: Mention) -> bool:
    """Whether a day stands in the dateline: "TOKYO (Jan. 23) –", nothing but capitals before it on its line."""
    before = draft.text[max(0, mention.span[0] - HEAD) : mention.span[0]].rpartition("\n")[2]
    return mention.span[0] < HEAD and before.isupper() and any(char.isdigit() for char in mention.surface)


def _covered(
    mentions: Sequence[Mention], claims: Sequence[Claim], anchors: Mapping[str, Anchor | None]
) -> tuple[set[int], dict[int, str]]:
    """The places of the mentions that are covered; and for the others the claim whose quote holds them."""
    starts = [mention.span[0] for mention in mentions]
    covered: set[int] = set()
    quoted: dict[int, str] = {}
    for claim in claims:
        anchor = anchors.get(claim.id)
        if anchor is None:
            continue
        for place in range(bisect_left(starts, anchor.start), bisect_left(starts, anchor.end)):
            if mentions[place].span[1] > anchor.end or not _is_quoted(claim, mentions[place]):
                continue
            if _takes(claim, mentions[place]):
                covered.add(place)
            else:
                quoted.setdefault(place, claim.id)
    return covered, quoted


def _is_quoted(claim: Claim, mention: Mention) -> bool:
    """Whether a quote has a figure in its own words, and does not skip it with an ellipsis."""
    if "…" not in claim.quote and "..." not in claim.quote:
        return True
    return " ".join(mention.surface.split()) in " ".join(claim.quote.split())


def _takes(claim: Claim, mention: Mention) -> bool:
    if claim.seen is not None or claim.ignore:
        return True
    kinds = {use.kind for use in claim.kinds}
    if mention.kind is MentionKind.DATE:
        return "date" in kinds
    figure = mention.figure
    return figure is not None and any(figure.kind in TAKES.get(kind, frozenset()) for kind in kinds)


def _in_quote(claim: Claim) -> Iterator[Uncovered]:
    """Without a draft: the figures of a quote that none of its kinds takes."""
    if claim.seen is not None or claim.ignore or not claim.quote:
        return
    taken = frozenset[FigureKind]().union(*(TAKES.get(use.kind, frozenset()) for use in claim.kinds))
    for figure in figures_of(claim.quote):
        if figure.kind in WORTH_CHECKING and figure.kind not in taken:
            at = claim.location(("quote",))
            yield Uncovered(figure.text, at, claim.id, stretch=rest_of_line(claim.line, at.line, at.column))


def _stretches(draft: Draft, mentions: Sequence[Mention]) -> list[Stretch]:
    """Where the mentions stand in the draft's file."""
    spans = [draft.in_source(*mention.span) for mention in mentions]
    at = points(draft.source or draft.text, (offset for span in spans for offset in span))
    return [Stretch(at[start], at[end]) for start, end in spans]


def _at(article: Article, mention: Mention, stretch: Stretch, claim: str) -> Uncovered:
    location = Location(article.draft, stretch.start.line, stretch.start.column)
    return Uncovered(" ".join(mention.surface.split()), location, claim, stretch=stretch, span=mention.span)


@lru_cache(maxsize=1)
def _run() -> re.Pattern[str]:
    return re.compile(r"\b(?:straight|consecutive|successive|running|row)\b", re.IGNORECASE)
