"""
Words for flows of trade, and the words that join them to places and goods.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SP = r"[ \t\r\n\u00a0]{1,3}"
_NO_MORE = r"(?![^\W_])"
_POLICY = (
    r"controls?|curbs?|bans?|licen[cs]es?|licensing|restrictions?|barriers?|dut(?:y|ies)|tax(?:es)?|quotas?|tariffs?|rules?"
    r"|orders?|credits?|rebates?|polic(?:y|ies)"
)


@lru_cache(maxsize=1)
def flow_word() -> re.Pattern[str]:
    """A word for a flow, in the group named like it; not export controls, trade talks, a budget deficit."""
    return re.compile(
        rf"(?<![^\W_])(?:(?P<exports>exports?(?!{_SP}(?:{_POLICY}){_NO_MORE})|exported|exporting|shipments"
        rf"|sales(?={_SP}to{_SP})|sold(?={_SP}[^.;]{{1,40}}?{_SP}to{_SP}))"
        rf"|(?P<imports>imports?(?!{_SP}(?:{_POLICY}){_NO_MORE})|imported|importing|purchases|bought)"
        rf"|(?P<balance>trade{_SP}(?:surplus(?:es)?|deficits?|(?:im)?balance|gap)"
        r"|(?<!budget )(?<!fiscal )(?<!account )(?<!government )(?:surplus(?:es)?|deficits?))"
        rf"|(?P<total>(?:bilateral{_SP}|two-way{_SP}|mutual{_SP})?(?:trade|turnover|commerce)"
        r"(?!['\u2019-]"
        rf"|{_SP}(?:wars?|deals?|talks|agreements?|data|figures|restrictions|barriers|policy|partners?|tensions?|ministry"
        rf"|ministers?|officials?|representatives?|disputes?|truce|pacts?|negotiators?|department|secretary){_NO_MORE}))"
        rf"){_NO_MORE}",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def leads() -> re.Pattern[str]:
    """What may stand between a place and the flow that is its own: "Russia's total car exports"."""
    return re.compile(
        r"(?:['\u2019]s?)?[ \n-]"
        r"(?:(?!(?:and|to|with|from|of|in|by|for|on|said|says|that|told|saw)[ \n])[^\W\d_]{1,16}[ \n-]){0,4}",
    )


@lru_cache(maxsize=1)
def between() -> re.Pattern[str]:
    """Such as "trade between", before the two places."""
    return re.compile(rf"{_SP}between{_SP}(?:the{_SP})?", re.IGNORECASE)


@lru_cache(maxsize=1)
def joint() -> re.Pattern[str]:
    """The preposition right before a place."""
    return re.compile(rf"(?<![^\W_])(to|from|with|of|by){_SP}(?:the{_SP})?$", re.IGNORECASE)


@lru_cache(maxsize=1)
def ends_phrase() -> re.Pattern[str]:
    """What ends the words that belong to a flow."""
    return re.compile(
        r"[.;:,(\u2014]|[0-9]"
        rf"|(?<![^\W_])(?:while|but|and|as|rose|fell|grew|was|were|is|are|reached|jumped|dropped|slipped){_NO_MORE}",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def ends_clause() -> re.Pattern[str]:
    """What parts a figure from a flow that is told of later."""
    return re.compile(rf"[;:\u2014]|(?<![^\W_])(?:while|whereas|but|although|though){_NO_MORE}", re.IGNORECASE)


@lru_cache(maxsize=1)
def of_goods() -> re.Pattern[str]:
    """The words after "of" up to a preposition or a verb: what is traded."""
    return re.compile(
        rf"{_SP}of{_SP}((?:(?!(?:to|from|in|by|and|for|on|with|rose|fell|grew|were|was|are|is|at|reached|totalled|totaled"
        rf"|jumped|dropped|declined|increased|decreased|climbed|slipped|surged|plunged|soared|more|about|nearly|over"
        rf"|almost|goods|some|around){_NO_MORE})[^\W\d_]{{2,20}}(?:['\u2019]s)?(?:[ \n-](?=[^\W\d_]))?){{1,4}})",
        re.IGNORECASE,
    )
