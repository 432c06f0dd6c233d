"""
Check that a claim's quote still stands in its draft: a claim whose sentence is gone never passes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice

from factcheck.anchors import MAX_PLACES, MAX_WANTED, Anchor, differences, figure_changed, find_quote, nearest
from factcheck.claims import Article, Claim
from factcheck.findings import Finding, Note
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
