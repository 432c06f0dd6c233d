"""
The smallest pieces of a Word document that a reader sees, and the mark that leads back from a text to each of them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

TEXT: Final = "text"
TAB: Final = "tab"
BREAK: Final = "break"
COMMENT: Final = "comment"  # the place at which a comment begins; it has no text

# Private characters of planes 15 and 16: a pair of them is a number in base 4096.
_FIRST, _SECOND, _BASE = 0xF0000, 0x100000, 4096


class Leaf(NamedTuple):
    """
    One piece of text.

    Attributes:
        kind: ``text``, ``tab``, ``break`` or ``comment``.
        element: the element that it stands in.
        text: its characters, as they stand there.
        note: of a footnote or endnote, its reference in the story.
        name: the id of the comment that begins here.
    """

    kind: str
    element: Element
    text: str
    note: Element | None = None
    name: str = ""


def mark(number: int) -> str:
    """What stands before the text of a leaf, to tell whose it is after a conversion."""
    return chr(_FIRST + number // _BASE) + chr(_SECOND + number % _BASE)


def number_of(mark: str) -> int:
    """The number of the leaf that a mark leads to."""
    return (ord(mark[0]) - _FIRST) * _BASE + ord(mark[1]) - _SECOND


def unmarkable(text: str) -> str:
    """The text with characters that could be taken for marks replaced, one by one."""
    return text if text.isascii() else _lookalikes().sub("\ufffd", text)


@lru_cache(maxsize=1)
def _lookalikes() -> re.Pattern[str]:
    return re.compile("[\U000f0000-\U0010ffff]")
