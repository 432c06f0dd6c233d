"""
The only place that calls the program: a story drafted as ``factcheck draft`` does it, taken apart into statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.claims import Article, Claim, ClaimError
from factcheck.cli.goods import commodity_ids
from factcheck.cli.stories import read_story
from factcheck.drafting.propose import Proposed, propose_article
from factcheck.kinds.compile import Compiled, compile_claim
from factcheck.observations import Cell, Resolver
from factcheck.snapshot import all_events
from factcheck.statements import (
    Difference,
    Every,
    Extreme,
    Level,
    OnDay,
    Ordered,
    Position,
    Quantity,
    Ratio,
    Run,
    Total,
    Within,
)

Span = tuple[int, int]
_SIGNS = {1: "up", -1: "down"}


class Said(NamedTuple):
    """
    One statement that a claim of the draft makes, or one claim without kinds.

    Attributes:
        figures: where its figure stands; of a statement without one, all places of its claim.
        quote: where the quote of its claim stands.
        kind: its kind; blank where a person must choose.
        keys: the keys in force, with codes for places.
        todo: what its claim asks.
        claim: the claim, as the file says it.
    """

    figures: tuple[Span, ...]
    quote: Span
    kind: str
    keys: Mapping[str, str]
    todo: str
    claim: str


class Drafted(NamedTuple):
    """The words of a story and what its draft says of them."""

    text: str
    said: tuple[Said, ...]


def drafted(path: str, resolvers: Sequence[Resolver]) -> Drafted:
    """Draft a story."""
    draft = read_story(path)
    day = draft.published
    if day is None:
        raise ValueError(f"{path} names no day")
    blank = Article("claims/story.yaml", (), draft="story.md", title=draft.title, published=day, draft_read=draft)
    proposed = propose_article(draft, resolvers, commodity_ids(resolvers), tuple(all_events()), blank)
    return Drafted(draft.text, tuple(_all_said(draft.text, proposed)))


def _all_said(text: str, proposed: Proposed) -> Iterator[Said]:
    flat = re.sub(r"\s", " ", text)
    for claim, spans in zip(proposed.article.claims, proposed.spans, strict=True):
        quote = _quote_span(flat, claim.quote, spans)
        yield from _said(text, proposed.article, claim, spans, quote)


def _said(text: str, article: Article, claim: Claim, spans: tuple[Span, ...], quote: Span) -> Iterator[Said]:
    todo = claim.todo if isinstance(claim.todo, str) else "; ".join(claim.todo)
    shown = _shown(claim, article)
    if not claim.kinds:
        yield Said(spans, quote, "", {}, todo, shown)
        return
    try:
        compiled = compile_claim(article, claim)
    except ClaimError as error:
        yield Said(spans, quote, "", {}, f"{todo} (does not load: {error})", shown)
        return
    for each in compiled:
        yield Said(_figures(text, each, spans), quote, each.kind, _keys(each), todo, shown)


def _figures(text: str, compiled: Compiled, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The places of the figure that a statement takes, all of its claim where it takes none."""
    figure = getattr(getattr(compiled.statement, "expected", compiled.statement), "figure", None)
    if figure is None:
        return spans
    own = tuple(span for span in spans if _same(text[slice(*span)], figure.text))
    return own or spans


def _same(surface: str, figure: str) -> bool:
    one, other = " ".join(surface.split()), " ".join(figure.split())
    return one == other or one.endswith(other) or other.endswith(one)


def _quote_span(flat: str, quote: str, spans: tuple[Span, ...]) -> Span:
    """Where a quote stands: the occurrence that is nearest to its figures."""
    parts = quote.split(" … ")
    found = [match.start() for match in re.finditer(re.escape(parts[0]), flat)]
    start = min(found, key=lambda at: abs(at - spans[0][0]), default=spans[0][0])
    last = flat.find(parts[-1], start)
    return start, max(start + len(parts[0]), last + len(parts[-1]), spans[-1][1])


def _keys(compiled: Compiled) -> dict[str, str]:
    """The keys of a statement as it compiles: of its cell, its base, its sign."""
    statement = compiled.statement
    match statement:
        case Within(quantity=quantity, expected=expected):
            return {**_of_quantity(quantity), "sign": _SIGNS.get(expected.sign, "")}
        case Every(of=parts):
            inner = [part.quantity if isinstance(part, Within) else part.now for part in parts]
            return {**_of_quantity(inner[0]), "periods": " ".join(str(_cell(each).period) for each in inner)}
        case Ordered(now=now):
            return _of_quantity(now)
        case Extreme(of=cell, sense=sense, since=since):
            return {**_of_cell(cell), "sense": sense, "since": "" if since is None else str(since)}
        case Position(of=cell):
            return _of_cell(cell)
        case Run(of=cell, sign=sign, step=step):
            return {**_of_cell(cell), "sign": _SIGNS.get(sign, ""), "step": step}
        case OnDay(event=event, release=release):
            return {"event": event or "", "release": "" if release is None else str(release)}
        case _:
            return {}


def _of_quantity(quantity: Quantity) -> dict[str, str]:
    keys = _of_cell(_cell(quantity))
    if isinstance(quantity, Ratio):
        keys["base"] = str(_cell(quantity.base).period)
        keys["whole"] = _cell(quantity.base).series.partner
    elif isinstance(quantity, Difference):
        keys["base"] = str(_cell(quantity.less).period)
    return keys


def _cell(quantity: Quantity) -> Cell:
    match quantity:
        case Level(cell=cell):
            return cell
        case Total(parts=parts):
            return parts[0].cell
        case Ratio(of=of) | Difference(of=of):
            return _cell(of)


def _of_cell(cell: Cell) -> dict[str, str]:
    series = cell.series
    return {
        "reporter": series.reporter,
        "partner": series.partner,
        "flow": series.flow,
        "commodity": series.commodity,
        "currency": series.unit,
        "period": str(cell.period),
    }


def _shown(claim: Claim, article: Article) -> str:
    """The claim in one line."""
    kinds = ", ".join(f"{use.kind}: {dict(use.options)}" for use in claim.kinds)
    keys = " ".join(f"{key}={value}" for key, value in {**article.about, **claim.keys}.items() if key != "source")
    todo = f" todo: {claim.todo}" if claim.todo else ""
    return f"“{claim.quote}” {kinds or 'no kind'} [{keys}]{todo}"
