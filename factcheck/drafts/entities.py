"""
Characters that HTML and Markdown spell in another way: ``&pound;`` for £, ``&#8364;`` for €.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LONGEST = 32  # characters of a name; CounterClockwiseContourIntegral has 31


@lru_cache(maxsize=1)
def entity_pattern() -> re.Pattern[str]:
    """What may stand for a character."""
    return re.compile(r"&(?:#[0-9]{1,8}+;?|#[xX][0-9a-fA-F]{1,6}+;?|[A-Za-z][A-Za-z0-9]{0,31}+;?)")


def entity_of(written: str, *, closed: bool) -> tuple[str, int] | None:
    """
    The characters that an entity stands for, and how many characters it has; None where it is none.

    Args:
        written: what ``entity_pattern`` found.
        closed: whether it must end with ``;``, as in Markdown; browsers read some names without.
    """
    if closed and written[-1] != ";":
        return None
    return _number(written) if written[1] == "#" else _name(written, closed=closed)


def _number(written: str) -> tuple[str, int] | None:
    from html import unescape

    char = unescape(written)
    return (char, len(written)) if char and char != written else None


def _name(written: str, *, closed: bool) -> tuple[str, int] | None:
    from html.entities import html5

    name = written[1:]
    if name in html5:
        return html5[name], len(written)
    for end in range(min(len(name), _LONGEST), 1, -1) if not closed else ():
        if name[:end] in html5:
            return html5[name[:end]], end + 1
    return None
