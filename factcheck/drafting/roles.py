"""
What a figure says in its statement: a level, a change, an amount of change, a share, points, a rank, a run.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from factcheck.drafting.shares import is_share
from factcheck.reading.figure import FigureKind
from factcheck.scanning import Mention, MentionKind

REACH = 60  # characters before and after a figure that may say what it is


class Role(StrEnum):
    """What a figure is in its statement, named as the kind of claim that it makes."""

    LEVEL = "level"
    CHANGE = "change"
    DIFFERENCE = "difference"
    POINTS = "points"
    SHARE = "share"
    MULTIPLE = "multiple"
    RANK = "rank"
    RUN = "count"
    OPEN = "open"  # the words do not say


def role_of(mention: Mention, text: str) -> Role | None:
    """The role of a figure; None for what is no claim by itself: periods, dates, plain numbers."""
    match mention.kind:
        case MentionKind.MONEY | MentionKind.QUANTITY:
            return Role.DIFFERENCE if mention.direction and not _comes_to(mention, text) else Role.LEVEL
        case MentionKind.PERCENT:
            if _patterns()["than"].match(text, mention.span[1]):
                return Role.OPEN
            return Role.CHANGE if mention.direction else Role.SHARE if is_share(mention, text) else Role.OPEN
        case MentionKind.POINTS:
            return Role.POINTS
        case MentionKind.RATIO:
            return _of_ratio(mention, text)
        case MentionKind.RANK:
            return Role.RANK
        case MentionKind.COUNT:
            return Role.RUN if _patterns()["run"].search(mention.surface) else None
    return None


def _of_ratio(mention: Mention, text: str) -> Role:
    """A factor is a change, save where it compares with a level: "1.6 times the level of 2021"."""
    if mention.figure is not None and mention.figure.kind is FigureKind.FRACTION:
        if _patterns()["than"].match(text, mention.span[1]):
            return Role.OPEN
        return Role.CHANGE if mention.direction else Role.SHARE if is_share(mention, text) else Role.OPEN
    after = text[mention.span[1] : mention.span[1] + REACH]
    return Role.MULTIPLE if _patterns()["multiple"].match(after) else Role.CHANGE


def _comes_to(mention: Mention, text: str) -> bool:
    """Whether an amount is what something adds up to, whatever "up" seems to say."""
    return _patterns()["sum"].search(text[max(0, mention.span[0] - 24) : mention.span[0]]) is not None


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    compared = r"(?:the|its|that|what|as\s{1,2}(?:much|large|big|high|many))\b(?!\s{1,2}(?:year|rate|pace))"
    patterns = {
        "than": r"(?:\s(?:more|less|higher|lower|larger|smaller))?\sthan\s(?:with|to|from|exports|imports|that)\b",
        "multiple": rf"\s{{1,2}}{compared}",
        "run": r"\b(?:straight|consecutive|in\s{1,2}a\s{1,2}row|running|successive)\b",
        "sum": r"\b(?:add(?:s|ed|ing)?\s{1,2}up|sum(?:s|med)?(?:\s{1,2}up)?|total(?:s|l?ed)?|amount(?:s|ed)?|c[ao]mes?)"
        r"\s{1,2}(?:to\s{1,2})?$",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}
