"""
How the rules for directions look at their neighbours: over hedges, to the nearest word for change, to its noun.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.change_words import CHANGE_WORDS, PHRASAL, POINTERS, is_noun
from factcheck.reading.figure import FigureKind
from factcheck.reading.sentence_words import Sort, Token, is_stop, word_set

OPEN = 0
"""The answer of a rule that knows that the words give no sign."""

RATES = frozenset({FigureKind.PERCENT, FigureKind.POINTS, FigureKind.FRACTION})
PACE = frozenset({"pace", "rate", "rates", "clip", "tempo", "speed"})
#: Nouns whose percentage is no rate of change, on whichever side of the figure they stand.
FOREIGN = word_set(
    "tariff tariffs duty duties tax taxes levy levies share shares stake stakes inflation unemployment"
    " vat yield yields discount discounts probability chance majority threshold cap quota quotas interest"
    " margin"
)
#: Verbs after which "by" measures a distance between two things and no change.
EXCEEDING = word_set(
    "exceed exceeds exceeded exceeding outpace outpaced outstrip outstripped outnumber outnumbered beat"
    " beats missed surpass surpassed surpassing topped trailed lagged outweighed outweigh overshot"
    " undershot differ differed outpacing outstripping outnumbering beating trailing lagging outweighing"
    " ahead"
)
#: Other verbs: a figure after one of them continues no list and belongs to no verb of change further left.
OTHER_VERBS = word_set(
    "is was are were has have had took takes take bought buys buy sold sells sell got gets get held holds"
    " hold made makes make went goes go gave gives said says sent sends paid pays spent spends won left"
    " kept met comes came saw sees means meant covers supplies stood stands becomes became hit hits"
)
CLAUSES = word_set(
    "that which who whose as while whereas but and after before when because although though where if since"
)
_NO_CHANGE_AFTER = word_set("short behind under into apart victim foul")  # fell short, fell under sanctions
NOT_CHANGE = word_set(
    "forecast forecasts expectation expectations target targets estimate estimates average consensus"
    " predictions predicted expected for with than versus as because since including like about"
)
#: Verbs and prepositions between a noun of change and its figure: growth was, stood at, came in at, reached.
ACCOUNTING = word_set(
    "is was are were be been being has had have at in on hit hits reached reaching averaged averaging"
    " totalled totaled totalling stood stands came comes amounted amounts amounting equalled : ( for with"
    " than versus as because represent represented represents comprise comprised comprises account"
    " accounted accounts constitute constituted reach reaches average total"
    " may might can could will would shall should must"
)
_SUBJECT_ENDS = word_set("for with than versus as because represent represented represents comprise comprised")
COMPARED: dict[str, int] = {
    **dict.fromkeys(word_set("higher more larger greater bigger above up ahead stronger dearer"), 1),
    **dict.fromkeys(word_set("lower less fewer smaller below down short behind weaker cheaper"), -1),
}
#: Words of time after "above" and "below", which then compare with another period.
TIMES = word_set(
    "january february march april May june july august september october november december last previous earlier year"
)
_HEDGES = word_set(
    "about around roughly approximately approx circa some nearly almost just over more less than only"
    " least most mere merely further another additional still even whopping staggering modest solid robust"
    " a an the no between estimated further slower faster sharper steeper smaller larger expected annual"
    " yearly monthly annualised annualized respective average combined total full year-on-year yoy y-o-y"
    " overall at up close to slightly well much as many ~ ≈ too"
)
_HEDGE_PAIRS = frozenset(
    {
        ("at", "least"),
        ("at", "most"),
        ("just", "under"),
        ("close", "to"),
        ("near", "to"),
        ("total", "of"),
        ("average", "of"),
    }
)
_DEGREES = word_set(
    "sharply steeply quickly rapidly strongly dramatically slightly marginally fractionally modestly"
    " again also significantly considerably substantially year month quarter on over"
)
_BETWEEN = word_set(
    "annual annualised annualized yearly monthly quarterly year month quarter on over yoy mom y o m"
    " overall total further sharp steep modest slight export exports import imports trade nominal real"
    " volume value sales economic gdp output price rate pace of bilateral"
)
_REACH = 24


def plain_word(tokens: Sequence[Token], place: int) -> str:
    """The word at a place, blank where there is none."""
    return tokens[place].word if 0 <= place < len(tokens) and tokens[place].sort is Sort.WORD else ""


def _word(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].word if 0 <= place < len(tokens) else ""


def left_of(tokens: Sequence[Token], place: int) -> int:
    """
    The place of the word that decides before a figure, over hedges: "fell by up to", "slowed to just".

    "Up to" is a hedge only after "by" or a verb of change; "at least", "close to" and "as much as" always are.
    """
    while place >= 0:
        word, before = _word(tokens, place), _word(tokens, place - 1)
        if (before, word) in _HEDGE_PAIRS or ((before, word) == ("up", "to") and _is_up_to(tokens, place - 2)):
            place -= 2
        elif word == "as" and before in ("much", "many", "little") and _word(tokens, place - 2) == "as":
            place -= 3
        elif word in ("to", "at", "up", "as", "of") or (word not in _HEDGES and word not in _DEGREES):
            return place
        else:
            place -= 1
    return place


def _is_up_to(tokens: Sequence[Token], place: int) -> bool:
    word = _word(tokens, place)
    says = CHANGE_WORDS.get(word)
    return word in ("by", "of") or (says is not None and not says.pace)


def change_noun(tokens: Sequence[Token], place: int) -> bool:
    """Whether the token is a noun of change: growth, the decline; a slowdown is one of pace and is none."""
    token = tokens[place]
    says = CHANGE_WORDS.get(token.word)
    if says is None or says.pace or token.sort is not Sort.WORD:
        return False
    beside = tokens[place - 1].sort if place else None
    before = "the" if beside is Sort.FIGURE else _word(tokens, place - 1)
    return is_noun(token.word, before, _word(tokens, place + 1))


def verb_sign(tokens: Sequence[Token], place: int) -> int:
    """The sign of a verb of change at a place, 0 where there is none."""
    return 0 if change_noun(tokens, place) or tokens[place].word in POINTERS else change_sign(tokens, place)


def change_sign(tokens: Sequence[Token], place: int) -> int:
    """
    The sign of a word for change at a place, 0 where there is none or where it stays open.

    A word for pace gives its own sign (growth slowed by 2 points), and none where what changes is a fall.
    """
    word = tokens[place].word
    if word in POINTERS:
        return 0 if place and tokens[place - 1].word in PHRASAL else POINTERS[word]
    says = CHANGE_WORDS.get(word)
    if says is None or fell_short(tokens, place):
        return 0
    if says.pace or word.startswith(("narrow", "widen")):
        noun = subject_noun(tokens, place - 1)
        if says.of_change or (noun is not None and CHANGE_WORDS[tokens[noun].word].sign < 0):
            return 0
    return says.sign


def fell_short(tokens: Sequence[Token], place: int) -> bool:
    """Fell short, falls behind, fell under sanctions: no change."""
    after = tokens[place + 2].sort if place + 2 < len(tokens) else None
    return (
        tokens[place].word in ("fall", "falls", "fell", "falling", "fallen")
        and _word(tokens, place + 1) in _NO_CHANGE_AFTER
        and after not in (Sort.FIGURE, Sort.NUMBER)
    )


def nearest_change(tokens: Sequence[Token], place: int, reach: int = _REACH) -> int | None:
    """The place of the nearest word for change at or before ``place``; None where "exceeded" stands before it."""
    for each in range(place, max(-1, place - reach), -1):
        word = tokens[each].word
        if word in EXCEEDING or word == ";" or fell_short(tokens, each):
            return None
        if word in CHANGE_WORDS or (word in POINTERS and _word(tokens, each - 1) not in PHRASAL):
            return each
    return None


def subject_noun(tokens: Sequence[Token], place: int, *, over_changes: bool = False) -> int | None:
    """
    The place of the noun of change that a verb or a figure after ``place`` speaks of.

    Args:
        tokens: a sentence.
        place: where to begin, going back.
        over_changes: whether verbs of change, commas and other figures may stand between: "growth slowed from 5 to".
    """
    for each in range(place, max(-1, place - (_REACH if over_changes else 10)), -1):
        token = tokens[each]
        if change_noun(tokens, each):
            return each
        if is_foreign(tokens, each) or (is_stop(token) and token.word not in "()") or token.word in _SUBJECT_ENDS:
            return None
        if not over_changes and (token.word in CHANGE_WORDS or token.word in POINTERS or token.word == ","):
            return None
    return None


def is_foreign(tokens: Sequence[Token], place: int) -> bool:
    """Whether a percentage here belongs to a tariff, a share, an interest rate …, up to two adjectives on."""
    word = plain_word(tokens, place)
    if word in FOREIGN:
        return True
    if word in ("rate", "rates"):
        before = _word(tokens, place - 1)
        return before in ("exchange", "lending", "policy", "mortgage")
    return word in ("import", "export", "retaliatory", "customs", "market", "punitive", "us", "additional") and (
        plain_word(tokens, place + 1) in FOREIGN
    )


def figure_before_bracket(tokens: Sequence[Token], colon: int) -> int | None:
    """The place of the figure before the bracket that a colon stands in: "5.8 percent in May (April: 8.1 percent)"."""
    opening = next((at for at in range(colon - 1, max(-1, colon - 4), -1) if tokens[at].word == "("), None)
    if opening is None:
        return None
    places = range(opening - 1, max(-1, opening - 7), -1)
    return next((at for at in places if tokens[at].sort is Sort.FIGURE), None)


def noun_after(tokens: Sequence[Token], place: int) -> int | None:
    """The place of a noun of change that a figure before ``place`` belongs to: "26 percent year-on-year growth"."""
    for each in range(place, min(len(tokens), place + 7)):
        token = tokens[each]
        says = CHANGE_WORDS.get(token.word)
        if says is not None and says.noun and not says.pace:
            return each
        if token.word != "/" and (token.sort is not Sort.WORD or token.word not in _BETWEEN):
            return None
    return None
