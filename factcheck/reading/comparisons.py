"""
What stands right after a figure and compares it: "8 percent lower", "more than in May", "up on 2023", "above June".
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.direction_words import COMPARED, NOT_CHANGE, OPEN, TIMES, plain_word
from factcheck.reading.glue import is_year
from factcheck.reading.sentence_words import Sort, Token


def comparison(tokens: Sequence[Token], at: int, rate: bool) -> int | None:
    """Lower, more than, up on the year, above last year's level; "47.16 down 8.4 %" is about the next figure."""
    word, after = tokens[at + 1].word, [plain_word(tokens, place) for place in range(at + 2, at + 8)]
    if word in ("up", "down"):
        beside = tokens[at + 2 : at + 5]
        leads = any(token.sort in (Sort.FIGURE, Sort.NUMBER) for token in beside)
        if after[0] in ("on", "from") and len(beside) > 1 and _is_year(beside[1]):
            return COMPARED[word] if rate else None  # 2.7 percent up on 2023
        return None if not rate or leads or after[0] in ("from", "to", "by") else COMPARED[word]
    if word in ("ahead", "behind"):
        return None if after[0] != "of" and word == "ahead" else OPEN if NOT_CHANGE & set(after) else COMPARED[word]
    if word in ("above", "below", "short") and (NOT_CHANGE.intersection(after) or not (rate or _is_time(after))):
        return OPEN
    if word in ("above", "below") and not rate:
        return COMPARED[word]
    return COMPARED[word] if rate or "than" in after else None


def _is_time(words: list[str]) -> bool:
    """Whether a level of another time is compared with: "0.5 million tons above June", "$3 bn below last year's"."""
    return not TIMES.isdisjoint(words[:3])


def _is_year(token: Token) -> bool:
    return token.sort is Sort.NUMBER and is_year(token.word)
