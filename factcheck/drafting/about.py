"""
The keys that most claims share, put under ``about``; each claim keeps only those in which it differs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from factcheck.claims import SERIES_KEYS, Article, Claim, ClaimError, Text
from factcheck.kinds.compile import compile_claim
from factcheck.statements import Statement

#: Keys that a claim must never get from the others: where they do not stand on it, they do not hold.
_OWN = frozenset({"commodity", "holder", "scope", "valuation"})


def shared(claims: Sequence[Claim]) -> dict[str, Text]:
    """The value of each key that more than half of the claims about a series have, in the order of the keys."""
    speaking = [claim for claim in claims if "flow" in claim.keys]
    about: dict[str, Text] = {}
    for key in SERIES_KEYS:
        if key in _OWN or (key != "currency" and any(key not in claim.keys for claim in speaking)):
            continue  # a claim that leaves the key open would no longer; one without a currency has its figure's own
        counts = Counter(claim.keys[key] for claim in speaking if key in claim.keys)
        value = max(counts, key=lambda each: (counts[each], str(each)), default=None)
        if value is not None and 2 * counts[value] > len(speaking):
            about[key] = value
    return about


def shortened(claim: Claim, article: Article) -> Claim:
    """
    The claim without the keys that say what the article's ``about`` says.

    It keeps them all if it would say something else without them: a quote's sign goes before the article's currency.
    """
    keys = {key: value for key, value in claim.keys.items() if article.about.get(key) != value}
    short = replace(claim, keys=keys)
    whole = _statements(claim, replace(article, about={}))
    return short if _statements(short, article) == whole else claim


def _statements(claim: Claim, article: Article) -> list[Statement] | None:
    try:
        return [each.statement for each in compile_claim(article, claim)]
    except ClaimError:
        return None
