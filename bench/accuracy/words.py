"""
The words around a figure: each kind of claim in a few plain forms.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

LEVEL = ("it came to {}", "was worth {}", "reached {}", "amounted to {}", "stood at {}")
SURPLUS = ("a surplus of {}", "its surplus was {}", "ran a surplus of {}")
DEFICIT = ("a deficit of {}", "its deficit was {}", "ran a deficit of {}")
UP = ("rose {}", "grew {}", "increased by {}", "was up {}", "rose by {}")
DOWN = ("fell {}", "dropped {}", "declined by {}", "was down {}", "fell by {}")
UP_BY = ("rose by {}", "grew by {}", "increased by {}")
DOWN_BY = ("fell by {}", "dropped by {}", "declined by {}")
SHARE = ("accounted for {} of the total", "made up {} of the total", "was {} of the whole")
MULTIPLE = ("was {} as much", "was {} what it was")
MORE_POINTS = ("growth was {} higher", "rose by {}")
FEWER_POINTS = ("growth was {} lower", "fell by {}")
MORE_SHARE = ("its share rose by {}", "its share grew by {}")
LESS_SHARE = ("its share fell by {}", "its share dropped by {}")

FORMS: dict[tuple[str, int], Sequence[str]] = {
    ("level", 0): LEVEL,
    ("balance", 1): SURPLUS,
    ("balance", -1): DEFICIT,
    ("change", 1): UP,
    ("change", -1): DOWN,
    ("change-by", 1): UP_BY,
    ("change-by", -1): DOWN_BY,
    ("difference", 1): UP_BY,
    ("difference", -1): DOWN_BY,
    ("share", 0): SHARE,
    ("multiple", 0): MULTIPLE,
    ("rate-points", 1): MORE_POINTS,
    ("rate-points", -1): FEWER_POINTS,
    ("share-points", 1): MORE_SHARE,
    ("share-points", -1): LESS_SHARE,
}

#: Words for change: class -> sign -> words.
TRENDS = {
    "flat": {0: ("was flat", "was little changed", "largely stopped growing")},
    "up": {1: ("rose", "grew", "increased")},
    "down": {-1: ("fell", "declined", "dropped")},
    "edged": {1: ("edged up",), -1: ("edged down",)},
    "surge": {1: ("surged", "jumped", "soared")},
    "plunge": {-1: ("plunged", "slumped", "plummeted")},
    "accelerating": {1: ("growth accelerated",), -1: ("the decline accelerated",)},
    "slowing": {1: ("growth slowed",), -1: ("the decline slowed",)},
}


def said(kind: str, sign: int, text: str, random: Random) -> str:
    """A figure's text in words; ``kind`` is ``balance`` for the level of one, ``change-by`` for a hedged change."""
    return random.choice(FORMS[kind, sign]).format(text)
