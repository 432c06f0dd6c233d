"""
Marks that are passed or missed: "surpassed the $500bn mark", "broke through $430 billion", "did not reach $450bn".
"""

from __future__ import annotations

from factcheck.hedges import Hedge
from factcheck.reading.tokens import Kind, Token, after_gap, before_gap, kind_at, low_at, word_set

#: Verbs that are hedges only before an amount: "passed $430 billion" but not "passed 12 laws".
PASSING: dict[tuple[str, ...], Hedge] = {
    **dict.fromkeys(
        [
            (word,)
            for word in word_set(
                "cross crosses crossed crossing pass passes passed passing breach breaches breached breaching "
                "break breaks "
                "broke broken breaking past beyond clear clears cleared clearing"
            )
        ],
        Hedge.MORE_THAN,
    ),
    **dict.fromkeys(
        [
            (verb, "through")
            for verb in word_set(
                "break breaks broke broken breaking burst bursts bursting smash smashed smashing crash crashed "
                "push pushed"
            )
        ],
        Hedge.MORE_THAN,
    ),
    ("to", "top"): Hedge.MORE_THAN,
    **dict.fromkeys(
        [
            (almost, verb)
            for almost in ("almost", "nearly")
            for verb in word_set("reach reaches reached reaching hit hits hitting totalled totaled attained touched")
        ],
        Hedge.NEARLY,
    ),
    **dict.fromkeys([(word,) for word in word_set("miss misses missed missing")], Hedge.LESS_THAN),
}
PASSING_LAST = frozenset(words[-1] for words in PASSING)

#: Verbs that say nothing of a size by themselves; what they say where they are denied.
REACHING: dict[str, Hedge] = {
    **dict.fromkeys(word_set("reach reached reaching hit hitting attain attained attaining"), Hedge.LESS_THAN),
    "top": Hedge.AT_MOST,  # no hedge by itself: "the top 5 percent"
}

_MARKS = word_set("mark barrier threshold milestone level line target")
_OWNED = word_set("of in seen recorded reached set posted reported a during last from")  # the level of another period
_BEFORE_MARK = word_set("the a its their that this key symbolic psychological")
_VOTED = word_set("aid funding spending assistance cuts bill bills law package measures stimulus budget promises")
_NEGATORS = word_set("not never without failed fails fail failing cannot unable nor")
_BETWEEN = word_set(
    "yet quite even ever to be been go goes went going gone rise rises rose risen rising climb "
    "climbs climbed get gets got "
    "come came grow grew grown move moved fall falls fell fallen falling drop drops dropped dip "
    "dips dipped slip slipped "
    "sink sank sunk stay stayed remain remained have has had really actually"
)
_DENIED = {
    Hedge.MORE_THAN: Hedge.AT_MOST,
    Hedge.LESS_THAN: Hedge.AT_LEAST,
}
_REACH = 5


def is_mark(tokens: list[Token], end: int) -> bool:
    """Whether the amount that ends before a token is a mark: "the $500bn mark"; not "the 5 percent level of 2023"."""
    at = end + 1 if low_at(tokens, end) == "-" else after_gap(tokens, end)
    if low_at(tokens, at) not in _MARKS:
        return False
    return low_at(tokens, at) != "level" or low_at(tokens, after_gap(tokens, at + 1)) not in _OWNED


def is_voted(tokens: list[Token], end: int) -> bool:
    """Whether the amount is one that a parliament passes: "passed $60 billion in aid"."""
    at = after_gap(tokens, end)
    return low_at(tokens, after_gap(tokens, at + 1) if low_at(tokens, at) == "in" else at) in _VOTED


def before_article(tokens: list[Token], first: int) -> int:
    """The token before which a hedge of a mark ends: over "the", "its", "the symbolic"."""
    for _ in range(2):
        last = before_gap(tokens, first)
        if low_at(tokens, last) not in _BEFORE_MARK or kind_at(tokens, last) is not Kind.WORD:
            break
        first = last
    return first


def negation(tokens: list[Token], first: int) -> int:
    """The first token of a "not", "never", "didn't", "failed to" before a verb; -1 where it is not denied."""
    at = before_gap(tokens, first)
    for _ in range(_REACH):
        low = low_at(tokens, at)
        if low in _NEGATORS:
            return at
        if low == "longer" and low_at(tokens, before_gap(tokens, at)) == "no":
            return before_gap(tokens, at)
        if low == "t" and low_at(tokens, at - 1) in {"'", "’"} and low_at(tokens, at - 2).endswith("n"):
            return at - 2
        if low not in _BETWEEN:
            return -1
        at = before_gap(tokens, at)
    return -1


def denied(hedge: Hedge) -> Hedge | None:
    """What a denied hedge says: "did not top" is at most; None where nothing certain is left of it."""
    return _DENIED.get(hedge)
