"""
Elements of HTML whose words readers do not see, or see struck out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.drafts.tags import VOID, Tag, attributes, names

#: Elements that browsers do not show, whatever their attributes.
NEVER_SHOWN = names("annotation annotation-xml audio canvas datalist noscript rp template video")
STRUCK = frozenset(("del", "s", "strike"))
BLOCKS = names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary"
    " table tbody td tfoot th thead tr ul"
)
#: Elements that end where one of these begins, or where one of those ends, at their own level.
_ENDED_BY = {
    "p": (BLOCKS, BLOCKS),
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu"))),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "td": (frozenset(("td", "th", "tr", "tbody", "tfoot")), frozenset(("tr", "tbody", "thead", "tfoot", "table"))),
    "th": (frozenset(("td", "th", "tr", "tbody", "tfoot")), frozenset(("tr", "tbody", "thead", "tfoot", "table"))),
    "tr": (frozenset(("tr", "tbody", "tfoot")), frozenset(("tbody", "thead", "tfoot", "table"))),
}
_LEVELS = frozenset(("ul", "ol", "menu", "dl", "table"))


def is_hidden(tag: Tag) -> bool:
    """Whether a start tag opens an element that browsers do not show."""
    if tag.name in NEVER_SHOWN:
        return True
    written = tag.written.lower()
    if tag.name in VOID or ("hidden" not in written and "none" not in written):
        return False
    found = attributes(tag)
    return "hidden" in found or _is_styled_away(found.get("style", "").lower())


def _is_styled_away(style: str) -> bool:
    """Whether a style attribute hides: the last declaration of a property wins, and comments say nothing."""
    declared = {}
    for declaration in _comments().sub("", style).split(";"):
        name, _, value = declaration.partition(":")
        declared[name.strip()] = value.partition("!")[0].strip()
    return declared.get("display") == "none" or declared.get("visibility") == "hidden"


@lru_cache(maxsize=1)
def _comments() -> re.Pattern[str]:
    return re.compile(r"/\*[^*]{0,9999}\*/")


class Hidden:
    """An open element that is not shown: it sees the tags inside, and says when it has ended."""

    __slots__ = ("_ends", "_levels", "_open", "_starts", "end", "name", "start")

    def __init__(self, tag: Tag) -> None:
        self.name = name = tag.name
        self.start, self.end = tag.start, tag.end
        self._open = {name: 1}
        self._starts, self._ends = _ENDED_BY.get(name, (frozenset(), frozenset()))
        self._levels = 0

    def ended_before(self, tag: Tag) -> bool:
        """Whether the tag stands behind the element, which has no end tag of its own."""
        if self._levels:
            return False
        if tag.closing:
            return tag.name != self.name and (tag.name in self._ends or not self._open.get(tag.name))
        return tag.name in self._starts

    def ended_with(self, tag: Tag) -> bool:
        """Whether the tag is the element's own end; the tags inside are counted for that."""
        name = tag.name
        if not tag.closing:
            if name not in VOID and not tag.written.endswith("/"):
                self._open[name] = self._open.get(name, 0) + 1
                self._levels += name in _LEVELS
            return False
        if self._open.get(name):
            self._open[name] -= 1
            self._levels -= name in _LEVELS and self._levels > 0
        return not self._open[self.name]
