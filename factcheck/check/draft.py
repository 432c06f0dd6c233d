"""
Check that a claim's quote still stands in its draft: a claim whose sentence is gone never passes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from factcheck.anchors import MAX_PLACES, MAX_WANTED, Anchor, differences, figure_changed, find_quote, nearest
from factcheck.claims import Article, Claim
from factcheck.draft_text import Draft
from factcheck.findings import Finding, Note, Place, marked
from factcheck.positions import Stretch, points
from factcheck.rules import Severity, Verdict

NOT_THERE = "the draft does not have these words"
MOST_CHANGES = 3  # that are told of a passage
SEARCHED = 4_000_000  # characters of the draft that are searched again, over all missing quotes of an article


def anchor_claims(article: Article) -> dict[str, Anchor | None]:
    """Where each quote stands in the draft; None where it stands nowhere. Empty without a draft."""
    text = article.draft_text
    if text is None:
        return {}
    return {claim.id: find_quote(claim.quote, text) for claim in article.claims if claim.quote}


def explain_missing(article: Article, anchors: Mapping[str, Anchor | None]) -> dict[str, tuple[str, str]]:
    """For each claim whose quote is gone: the rule that names it and what the draft has instead."""
    missing = [claim for claim in article.claims if claim.id in anchors and anchors[claim.id] is None]
    text = article.draft_text or ""
    return {
        claim.id: _explained(claim, text) if place * len(text) < SEARCHED else ("quote-not-in-draft", NOT_THERE)
        for place, claim in enumerate(missing)
    }


def _explained(claim: Claim, text: str) -> tuple[str, str]:
    changed = figure_changed(claim.quote, text)
    if changed is not None:
        return "figure-changed", f"the claim quotes {changed[0]}, the draft has {changed[1]}"
    found = nearest(claim.quote, text)
    if not found:
        return "quote-not-in-draft", NOT_THERE
    changes = list(islice(differences(claim.quote[:MAX_WANTED], found), MOST_CHANGES))
    told = f"; in it {', '.join(changes)}" if changes else ""
    return "quote-not-in-draft", f"{NOT_THERE}; nearest: “{found}”{told}"


def with_places(finding: Finding, anchors: Mapping[str, Anchor | None]) -> Finding:
    """The finding with a note where the draft has its quote more than once: which of them is meant nobody knows."""
    anchor = anchors.get(finding.claim)
    if anchor is None or anchor.occurrences < 2:
        return finding
    often = f"{anchor.occurrences} times" if anchor.occurrences < MAX_PLACES else f"at least {MAX_PLACES} times"
    note = Note("", f"the draft has these words {often}: quote more of them, so that one place is meant")
    return replace(finding, notes=(*finding.notes, note))


def placed(
    findings: Sequence[Finding], anchors: Mapping[str, Anchor | None], draft: Draft | None
) -> tuple[Finding, ...]:
    """The findings with the places of their words in the draft's file, all looked up in one walk through it."""
    if draft is None:
        return tuple(findings)
    spans = [_spans(finding, anchors.get(finding.claim), draft) for finding in findings]
    at = points(draft.source or draft.text, (offset for both in spans if both for span in both for offset in span))
    return tuple(
        finding
        if both is None
        else replace(finding, place=Place(*(Stretch(at[start], at[end]) for start, end in both)))
        for finding, both in zip(findings, spans, strict=True)
    )


def _spans(finding: Finding, anchor: Anchor | None, draft: Draft) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The quote of a finding and its words, as offsets in the draft's source."""
    if anchor is None:
        return None
    quote = anchor.start, anchor.end
    return draft.in_source(*quote), draft.in_source(*(_words(finding, anchor, draft.text) or quote))


def _words(finding: Finding, anchor: Anchor, text: str) -> tuple[int, int] | None:
    found = marked(finding)
    if found is None:
        return None
    if text[anchor.start : anchor.end] == finding.quote:
        return anchor.start + found[0], anchor.start + found[1]
    words = finding.quote[found[0] : found[1]]
    at = text.find(words, anchor.start, anchor.end)
    return (at, at + len(words)) if at >= 0 else None


def gone(finding: Finding, rule: str, explanation: str) -> Finding:
    """The finding of a claim whose quote is gone, whatever the figures say."""
    return replace(
        finding,
        verdict=Verdict.DISCREPANCY,
        rule=rule,
        severity=Severity.ERROR,
        explanation=explanation,
        suggestion="",
    )
