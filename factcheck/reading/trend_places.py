"""
How a word for change stands in its sentence: denied or only expected, strong or slight, and what it speaks of.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.change_words import CHANGE_WORDS, is_noun
from factcheck.reading.sentence_words import Sort, Token, is_stop, word_set

_MODALS = word_set("will would could can may might shall should must cannot let lets")
_DENIALS = word_set(
    "not never no neither nor hardly without stop stops stopped stopping cease ceases ceased ceasing quit"
    " avoid avoids avoided avoiding prevent prevented prevents preventing instead rather from fail failed"
    " fails failing"
)
_AUXILIARIES = word_set(
    "be been being have has had having is was were are do does did longer of than also still even again"
    " ever further now then once soon just only in-turn both up it they actually"
)
# After these an infinitive is told as a fact: continued to grow, appears to be accelerating.
_FACTUAL = word_set(
    "continue continues continued continuing begin begins began begun beginning start starts started"
    " starting appear appears appeared seem seems seemed tend tends tended manage managed manages"
)
_CONDITIONS = word_set("if unless whether")
_EXPECTED = word_set(
    "forecast forecasts forecasting expect expects expected expecting expectations project projected"
    " projects predict predicts predicted predicting planned possible potential anticipated likely lack"
    " absence risk risks threat fear fears hope hopes prospect prospects target targets targeted targeting"
    " no without avoid avoided avert averted could would may might will never not"
)
_ENDERS = word_set(
    "end ended ends ending halt halted halts halting stop stopped stops stopping reverse reversed"
    " reverses reversing stem stemmed stems arrest arrested snap snapped snaps snapping broke breaks breaking broken"
    " bucked bucking undid erased overcame interrupted interrupting"
)
# After an ender these begin no object: ended with a decline, ended the year in decline.
_NOT_ENDED = word_set(
    "with on in at up down higher lower as after by amid for from to despite following when flat into out off weaker"
    " stronger even and"
)
_STATES = word_set("is was are were be now finally largely")
_OVER = word_set("ended ends stopped halted reversed bottomed abated paused petered vanished")
_STRONG = word_set("sharply quickly strongly rapidly steeply dramatically drastically massively fast")
_SLIGHT = word_set("slightly marginally fractionally barely")
_STRONG_ADJECTIVES = word_set("sharp steep rapid strong quick dramatic massive drastic")
_SLIGHT_ADJECTIVES = word_set("slight marginal fractional")
_SLIGHT_PAIRS = frozenset({("a", "little"), ("a", "touch"), ("a", "shade"), ("a", "tad")})
_INTENSIFIERS = word_set("very so quite rather again also too extremely most and only")
_COMPARATIVE = frozenset({"more", "less", "as", "not"})
_KINDS_OF = word_set(
    "annual yearly monthly further overall export import trade economic year month on very and bilateral"
)
# How the words of a phrase begin that says what grew: growth in exports, the decline of trade between.
_AFTER_NOUN = word_set("in of to for between from with rate rates at also has have had is was were are itself then now")
_CLAUSES = word_set("but while whereas although though as because after before since when that which who if and")
_VERBS = word_set("meant made helped led saw said showed means makes helps leads shows brought drove pushed kept")
_BARE = _AUXILIARIES | _FACTUAL | {"to", ","}
_REACH = 14


def word_at(tokens: Sequence[Token], place: int) -> str:
    """The word at a place; blank for a number, a mark or no token at all."""
    return tokens[place].word if 0 <= place < len(tokens) and tokens[place].sort is Sort.WORD else ""


def change_noun(tokens: Sequence[Token], place: int, *, any_pace: bool = False) -> bool:
    """Whether a token is a noun of change: growth, a sharp fall; with ``any_pace`` a slowdown too."""
    word = word_at(tokens, place)
    says = CHANGE_WORDS.get(word)
    if says is None or says.with_figure or (says.pace and not any_pace):
        return False
    before = tokens[place - 1] if place else None
    measured = before is not None and (before.word in ("%", "percent", "cent", "billion", "million", "bn", "point"))
    lead = "a" if measured else "" if before is None else before.word
    if lead == "outright" or (lead == "in" and says.noun):
        return True
    return is_noun(word, lead, word_at(tokens, place + 1))


def is_unreal_verb(tokens: Sequence[Token], place: int) -> bool:
    """Whether a verb is denied, possible, future, conditional or wished for, by the words before it."""
    at, steps = place - 1, 0
    while at >= 0 and steps < 8:
        word = word_at(tokens, at)
        if word == "only" and word_at(tokens, at - 1) == "not":
            return False
        if word in _DENIALS or word.endswith("n't") or (word in _MODALS and tokens[at].word != "may"):
            return not (word == "from" and not word_at(tokens, place).endswith("ing"))
        if word == "may":
            return True
        if word == "to":
            if not _is_infinitive(tokens, at, place):
                return False
            at -= 1
            if word_at(tokens, at) not in _FACTUAL:
                return True
        elif word not in _AUXILIARIES and not word.endswith("ly"):
            return _is_conditional(tokens, at)
        at, steps = at - 1, steps + 1
    return False


def _is_infinitive(tokens: Sequence[Token], to: int, verb: int) -> bool:
    """Whether "to" and the verb are one: to grow, to have fallen; not "due to falling"."""
    says = CHANGE_WORDS.get(word_at(tokens, verb))
    plain = says is None or says.base or word_at(tokens, verb) in ("slow", "cool", "ease", "moderate")
    return plain or word_at(tokens, to + 1) in ("be", "have", "not")


def _is_conditional(tokens: Sequence[Token], place: int) -> bool:
    for at in range(place, max(-1, place - 6), -1):
        if word_at(tokens, at) in _CONDITIONS:
            return True
        if tokens[at].sort is Sort.MARK:
            return False
    return False


def is_unreal_noun(tokens: Sequence[Token], place: int) -> bool:
    """Whether a noun is denied, forecast or brought to an end: no decline, expected growth, halted the fall."""
    for at in range(place - 1, max(-1, place - 6), -1):
        word = word_at(tokens, at)
        if tokens[at].sort is Sort.MARK or word in _CLAUSES or (word in CHANGE_WORDS and at < place - 1):
            return False
        if word in _EXPECTED or word.endswith("n't"):
            return True
        if word in _ENDERS:
            between = {word_at(tokens, each) for each in range(at + 1, place)}
            return word_at(tokens, at + 1) not in _NOT_ENDED and not between & {"in", "with", "amid", "after"}
    return False


def is_over(tokens: Sequence[Token], place: int) -> bool:
    """Whether a noun of change has come to its end: "the fall in imports is over", "the decline bottomed out"."""
    for at in range(place + 1, min(len(tokens), place + 9)):
        word = word_at(tokens, at)
        if tokens[at].sort is Sort.MARK or word in _CLAUSES:
            return False
        if word == "over" and word_at(tokens, at - 1) in _STATES:
            return word_at(tokens, at - 1) != "now" or word_at(tokens, at - 2) in ("is", "are")
        if word == "end" and word_at(tokens, at - 1) in ("an", "its", "their"):
            return True
        if word in _OVER:
            return word_at(tokens, at + 1) not in ("the", "at", "up", "down", "short") and at > place
        if word in CHANGE_WORDS:
            return False
    return False


def degree(tokens: Sequence[Token], place: int, *, noun: bool) -> tuple[int, int, int]:
    """
    What the adverb or adjective beside a word for change makes of it.

    Returns:
        the first and the last place of the words together, and 1 for strong, -1 for slight, 0 for neither.
    """
    return _adjective(tokens, place) if noun else _adverb(tokens, place)


def _adjective(tokens: Sequence[Token], place: int) -> tuple[int, int, int]:
    at = place - 1
    if word_at(tokens, at) == "outright":
        return (at - 1 if word_at(tokens, at - 1) == "in" else at), place, 0
    while place - at < 4 and word_at(tokens, at) in _KINDS_OF:
        at -= 1
    word = word_at(tokens, at)
    if word_at(tokens, at - 1) in _COMPARATIVE:
        return place, place, 0
    if word in _STRONG_ADJECTIVES:
        return at, place, 1
    return (at, place, -1) if word in _SLIGHT_ADJECTIVES else (place, place, 0)


def _adverb(tokens: Sequence[Token], place: int) -> tuple[int, int, int]:
    before, after = word_at(tokens, place - 1), place + 1
    if before in _SLIGHT or (before in _STRONG and word_at(tokens, place - 2) not in _COMPARATIVE):
        return place - 1, place, -1 if before in _SLIGHT else 1
    if (word_at(tokens, place - 2), before) in _SLIGHT_PAIRS:
        return place - 2, place, -1
    while after - place < 4 and word_at(tokens, after) in _INTENSIFIERS:
        after += 1
    word = word_at(tokens, after)
    if word in _STRONG and not _belongs_on(tokens, after):
        return place, after, 1
    if word in _SLIGHT and word != "barely":
        return place, after, -1
    if (word, word_at(tokens, after + 1)) in _SLIGHT_PAIRS:
        return place, after + 1, -1
    return place, place, 0


def _belongs_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether the next word is a verb of change that the adverb belongs to: "rose and sharply fell"."""
    says = CHANGE_WORDS.get(word_at(tokens, place + 1))
    return says is not None and word_at(tokens, place - 1) == "and"


def subject_noun(tokens: Sequence[Token], place: int) -> int | None:
    """The place of the noun of change that a verb at ``place`` speaks of: "growth in exports to Russia slipped"."""
    for at in range(place - 1, max(-1, place - _REACH), -1):
        word = tokens[at].word
        if change_noun(tokens, at):
            beside = at + 1 == place or word_at(tokens, at + 1) in _AFTER_NOUN or word_at(tokens, at + 1).endswith("ly")
            return at if beside else None
        if tokens[at].sort is Sort.MARK or word in _CLAUSES - {"and"} or word in CHANGE_WORDS or word in _VERBS:
            return None
        if word == "and" and word_at(tokens, at + 1) in ("is", "was", "has", "then"):
            return None
    return None


def sign_of_pace(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int | None]:
    """
    The sign of what accelerates or slows, and the place of its noun.

    The nearest noun of change before it in its clause, or before a clause that begins with the verb itself; else one
    just after it ("accelerating decline", "a slowdown in growth"); else, with "at an accelerating pace", the verb.
    """
    noun = _noun_before(tokens, first)
    if noun is None:
        noun = _noun_after(tokens, last + 1)
    if noun is not None:
        return CHANGE_WORDS[tokens[noun].word].sign, noun
    if word_at(tokens, last + 1) in ("pace", "rate"):
        for at in range(first - 1, max(-1, first - _REACH), -1):
            says = CHANGE_WORDS.get(word_at(tokens, at))
            if says is not None and not says.pace:
                return says.sign, None
            if is_stop(tokens[at]):
                break
    return 0, None


def _noun_before(tokens: Sequence[Token], first: int) -> int | None:
    bare, crossed = True, False  # bare: only auxiliaries so far, so that the subject stands before the comma
    for at in range(first - 1, max(-1, first - 2 * _REACH), -1):
        token = tokens[at]
        if change_noun(tokens, at):
            return at
        if is_stop(token):
            return None
        if not bare and not crossed and (token.word == "," or token.word in _CLAUSES - {"and"}):
            return None
        crossed = crossed or token.word == ","
        bare = bare and (token.word in _BARE or token.word.endswith("ly"))
    return None


def _noun_after(tokens: Sequence[Token], place: int) -> int | None:
    for at in range(place, min(len(tokens), place + 6)):
        if tokens[at].sort is Sort.MARK or tokens[at].word in _CLAUSES:
            return None
        says = CHANGE_WORDS.get(tokens[at].word)
        if says is not None and says.noun and not says.pace and not says.with_figure:
            return at
    return None
