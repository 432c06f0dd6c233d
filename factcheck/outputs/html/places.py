"""
Where the figure of a finding stands in the draft.
"""

from __future__ import annotations

from factcheck.anchors import find_quote
from factcheck.findings import Finding, Story, marked

Span = tuple[int, int]


def place_of(finding: Finding, story: Story) -> Span | None:
    """The words that a finding is about; its whole quote where they do not stand there; None where that is gone."""
    quote = story.quotes.get(finding.claim)
    if quote is None:
        return None
    return words_in(finding, story.text[quote[0] : quote[1]], quote[0]) or quote


def words_in(finding: Finding, passage: str, start: int = 0) -> Span | None:
    """The words that a finding is about inside the passage that is its quote, written or broken otherwise as may be."""
    found = marked(finding)
    if found is None:
        return None
    if passage == finding.quote:
        return start + found[0], start + found[1]
    anchor = find_quote(finding.quote[found[0] : found[1]], passage)
    return None if anchor is None else (start + anchor.start, start + anchor.end)
