"""
The outline of a claims file: its claims by id, each with its quote.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.lsp.claims_text import ClaimsText, offset_of
from factcheck.lsp.places import Span
from factcheck.outputs.visible import shortened, visible

LONGEST = 80  # columns of a quote


class Symbol(NamedTuple):
    """A claim: its id, its quote, all of it, and where it begins."""

    name: str
    says: str
    span: Span
    head: Span


def outline(text: ClaimsText) -> Iterator[Symbol]:
    """The claims in the order of the file; one that is not finished has no id yet and is called by its quote."""
    names = _names(text)
    for place in text.places:
        content = place.node.content
        quote = content["quote"].value.content if isinstance(content, dict) and "quote" in content else ""
        says = shortened(visible(quote), LONGEST) if isinstance(quote, str) else ""
        name = names.get(place.start) or says or "claim"
        line_end = text.lines.end(text.lines.line_of(place.start))
        head = Span(place.start, max(place.start, min(line_end, place.end)))
        yield Symbol(name, says if says != name else "", Span(place.start, max(place.end, head.end)), head)


def _names(text: ClaimsText) -> dict[int, str]:
    claims = text.article.claims if text.article is not None else ()
    return {offset_of(claim.location(), text.lines): claim.id for claim in claims}
