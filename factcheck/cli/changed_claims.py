"""
Which claims of an article a branch changed: their own words and keys, or the sentence of the draft that they quote.

Both sides are read and compared by what they say, so lines that only moved change nothing.
"""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.cli.changed_files import Changes
from factcheck.errors import DraftError
from factcheck.files.text_file import RefusedFile, text_of

if TYPE_CHECKING:
    from factcheck.claims import Article, Claim
    from factcheck.draft_text import Draft

Span = tuple[int, int]


def changed_claims(article: Article, changes: Changes) -> frozenset[str]:
    """
    The ids of the claims that are new or other than they were, or whose sentence is.

    A claim whose quote stands nowhere in the draft counts among them; so do all where the article's own keys changed,
    or where the file of before cannot be read.
    """
    from factcheck.check.draft import anchor_claims

    before = _article_before(article, changes)
    if before is None or (before.about, before.published) != (article.about, article.published):
        return frozenset(claim.id for claim in article.claims)
    same = _by_quote(before)
    changed = {claim.id for claim in article.claims if _said(claim) not in same[claim.quote]}
    spans = changed_spans(article, changes)
    for claim, anchor in anchor_claims(article).items():
        if anchor is None or any(start < anchor.end and anchor.start < end for start, end in spans):
            changed.add(claim)
    return frozenset(changed)


def changed_spans(article: Article, changes: Changes) -> tuple[Span, ...]:
    """Where in the draft's text the sentences stand that it did not have; the whole text where nothing can be said."""
    from factcheck.scanning.sentences import sentences_of

    draft = article.draft_read
    path = os.path.join(os.path.dirname(os.path.abspath(article.path)), article.draft)
    if draft is None or not changes.is_changed(os.path.realpath(path)):
        return ()
    before = _draft_before(draft, os.path.realpath(path), changes)
    if before is None or before.language != draft.language:  # figures are read by the language
        return ((0, len(draft.text)),)
    had = {_plain(before.text[each.start : each.end]) for each in sentences_of(before.text).all}
    return tuple(
        (each.start, each.end)
        for each in sentences_of(draft.text).all
        if _plain(draft.text[each.start : each.end]) not in had
    )


def _article_before(article: Article, changes: Changes) -> Article | None:
    from factcheck.claim_files.read import read_claims_text

    content = changes.content(os.path.realpath(article.path))
    if content is None:
        return None
    try:
        before, _ = read_claims_text(text_of(content, article.path), article.path)
    except RefusedFile:
        return None
    return before


def _draft_before(draft: Draft, path: str, changes: Changes) -> Draft | None:
    from factcheck.drafts import draft_of_bytes

    content = changes.content(path)
    if content is None:
        return None
    try:
        return draft_of_bytes(content, draft.format, os.path.basename(path))
    except DraftError:
        return None


def _by_quote(article: Article) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in article.claims:
        found[claim.quote].append(_said(claim))
    return found


def _said(claim: Claim) -> Claim:
    """A claim by what it says: an id that was made counts its like, so it moves with claims that come and go."""
    return replace(claim, id="")


def _plain(sentence: str) -> str:
    return " ".join(sentence.split())
