"""
Shares: "accounted for 10.4 percent of German exports", "took 76 percent of imports", "its share was 29 percent".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from factcheck.places import names_in
from factcheck.scanning import Mention

REACH = 80  # characters before and after a figure that say what it is a share of
FLOWS = {"export": "exports", "import": "imports", "trade": "total", "turnover": "total", "commerce": "total"}


class Share(NamedTuple):
    """
    What a share is of, as far as the words say.

    Attributes:
        flow: of the whole; blank where they do not say.
        owner: the code of the place whose whole it is ("German exports"); blank where none is named.
        of_all: whether the whole is all of that flow: the words name no partner of the whole.
    """

    flow: str
    owner: str
    of_all: bool


def is_share(mention: Mention, text: str) -> bool:
    """Whether a rate is the share of a part in its whole."""
    before, after = _around(mention, text)
    return bool(_patterns()["before"].search(before) or _patterns()["after"].match(after))


def share_of(mention: Mention, text: str) -> Share:
    """What a rate is a share of."""
    before, after = _around(mention, text)
    whole = _patterns()["whole"].match(after)
    words = after[whole.start(1) : whole.end()] if whole else ""
    if whole is None and (named := _patterns()["named"].search(before)) is not None:
        whole, words = named, named[0]
    if whole is None:
        return Share("", "", False)
    owner = next((each.code for each in names_in(words)), "")
    rest = after[whole.end() : whole.end() + 16] if whole.string == after else ""
    return Share(FLOWS[whole["flow"].lower().rstrip("s")], owner, not re.match(r"\s(?:to|from|with)\s", rest))


def _around(mention: Mention, text: str) -> tuple[str, str]:
    start, end = mention.span
    return text[max(mention.sentence[0], start - REACH) : start], text[end : min(mention.sentence[1], end + REACH)]


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    few = r"(?:[^\W_]{1,20}\s{1,2}){0,3}"
    flow = r"(?P<flow>exports?|imports?|trade|turnover|commerce)\b"
    verbs = (
        r"account(?:s|ed|ing)?\s{1,2}for|mak(?:es?|ing)\s{1,2}up|made\s{1,2}up|represent(?:s|ed|ing)?|compris(?:es?|ed|ing)"
        r"|took|takes?|taken|suppl(?:ies|ied|y)|absorb(?:s|ed)|provid(?:es?|ed)|received?"
    )
    patterns = {
        "before": rf"\b(?:(?:{verbs}|share\s{{1,2}}of)\s{{1,2}}{few}$"
        r"|share\b[^.;,]{0,40}\b(?:was|is|to|at|reached|stood)\b[^.;]{0,20}$)",
        "after": r"\s{1,2}(?:share\s{1,2})?of\s{1,2}",
        "whole": rf"\s{{1,2}}(?:share\s{{1,2}})?of\s{{1,2}}((?:[^\W_][^\s,.;]{{0,20}}\s{{1,2}}){{0,4}}){flow}",
        "named": rf"\bshare\s{{1,2}}of\s{{1,2}}(?:[^\W_][^\s,.;]{{0,20}}\s{{1,2}}){{0,4}}{flow}",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}
