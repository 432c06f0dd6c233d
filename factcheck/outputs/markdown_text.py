"""
Text of claims, drafts and sources in Markdown: it means nothing there but itself.
"""

from __future__ import annotations

import re

from factcheck.outputs.page import Page
from factcheck.outputs.sentences import LONGEST_LINE

_PAGE = Page()
#: What Markdown, HTML, mathematics and references of a forge are made of.
_ACTING = str.maketrans({char: f"&#{ord(char)};" for char in "\\`*_[]<>#!|~&$@"})
#: Here a forge would find a name, a number, an address or an emoji: @name, #12, !12, https://, www., GH-12, :name:.
_FOUND = re.compile(
    r"(?<=&#64;)|(?<=&#35;)|(?<=&#33;)|(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bGH)(?=-)"
    r"|(?:(?<=:)|(?<=&#58;))(?=(?:[a-z][\w+&;#-]{0,60}|[+-]1|100|1234|8ball)(?::|$))",
    re.IGNORECASE,
)
_NO_WIDTH = "&#8203;"  # a space that nobody sees, and over which nothing is found
_AT_AN_END = re.compile("^:|:$")  # two texts beside each other make no command
_BULLET = re.compile(r"^([-+])(?=[\s-]|$)|^([0-9]{1,9})([.)])(?=\s|$)")


def inert(text: str, most: int = LONGEST_LINE) -> str:
    """
    A text on one line, at most so many columns of it.

    Every character that Markdown or HTML is made of becomes a reference. A forge looks for names, numbers and addresses
    in what comes of that, so a space of no width stands where it would find one.
    """
    shown = _AT_AN_END.sub("&#58;", _PAGE.short(text, most).translate(_ACTING))
    return _FOUND.sub(_NO_WIDTH, _BULLET.sub(_no_bullet, shown))


def _no_bullet(match: re.Match[str]) -> str:
    return f"&#{ord(match[1])};" if match[1] else f"{match[2]}&#{ord(match[3])};"
