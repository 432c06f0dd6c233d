"""
A draft of claims beside those that people wrote: what they wrote stays byte for byte, what is new is added below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.anchors import find_quote
from factcheck.claim_files import read_claims_text
from factcheck.claim_files.write import write_claim
from factcheck.claims import Article, Claim
from factcheck.drafting.about import shortened
from factcheck.drafting.propose import Proposed
from factcheck.errors import WrittenError

Span = tuple[int, int]


class Merged(NamedTuple):
    """
    A claims file after a draft was added to it.

    Attributes:
        text: the whole file.
        added: the claims that are new.
        gone: those that people wrote whose words the draft no longer has.
    """

    text: str
    added: tuple[Claim, ...]
    gone: tuple[Claim, ...]


def merged(text: str, article: Article, proposed: Proposed) -> Merged:
    """
    Add to a claims file what no claim of it is about yet.

    Args:
        text: the file as it stands.
        article: the same, read.
        proposed: the claims of the story as it stands now; their keys not factored out.

    Raises:
        WrittenError: the file is written in a way to which nothing can be added.
    """
    story = proposed.article.draft_text or ""
    anchors = [(claim, find_quote(claim.quote, story)) for claim in article.claims if claim.quote]
    held = [(anchor.start, anchor.end) for _, anchor in anchors if anchor is not None]
    written = {" ".join(claim.quote.split()) for claim in article.claims}
    new = [
        shortened(whole(claim, proposed), article)
        for claim, spans in zip(proposed.article.claims, proposed.spans, strict=True)
        if claim.quote not in written and not _is_held(claim, spans, held)
    ]
    gone = tuple(claim for claim, anchor in anchors if anchor is None)
    return Merged(_appended(text, article, new) if new else text, tuple(new), gone)


def _is_held(claim: Claim, spans: Sequence[Span], held: Sequence[Span]) -> bool:
    """Whether a claim of the file is about it: about all of its figures, or one where nothing is claimed yet."""
    inside = [any(start <= first and last <= end for start, end in held) for first, last in spans]
    return all(inside) if claim.kinds else any(inside)


def whole(claim: Claim, proposed: Proposed) -> Claim:
    """A proposed claim with all its keys."""
    if not claim.kinds:
        return claim
    return replace(claim, keys={**proposed.article.about, **claim.keys})


def _appended(text: str, article: Article, new: Sequence[Claim]) -> str:
    """The file with the claims below its last one, indented as it is."""
    lines = text.splitlines(keepends=True)
    last = max((claim.location().line for claim in article.claims), default=len(lines))
    column = article.claims[-1].location().column if article.claims else 5
    end = next((at for at in range(last, len(lines)) if re.match(r"[^\s#-]", lines[at])), len(lines))
    while end > last and not lines[end - 1].strip():
        end -= 1
    head = "".join(lines[:end])
    head += "" if head.endswith("\n") else "\r\n" if "\r\n" in text else "\n"
    blocks = "".join("\n" + _indented(write_claim(claim, with_id=False), column - 3) for claim in new)
    if "\r\n" in text:
        blocks = blocks.replace("\n", "\r\n")
    whole_text = head + blocks + "".join(lines[end:])
    again, _ = read_claims_text(whole_text, article.path)
    if again is None or again.claims[: len(article.claims)] != article.claims:
        raise WrittenError(
            "the claims of this file are not a plain list, so none can be added to it",
            "write each claim on lines of its own, beginning with - quote:",
        )
    return whole_text


def _indented(block: str, blanks: int) -> str:
    """A claim as it is written, its dash at the given column."""
    pad = " " * max(blanks, 0)
    return "".join(f"{pad}{line[2:]}" if line.strip() else line for line in block.splitlines(keepends=True))
