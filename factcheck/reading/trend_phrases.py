"""
Phrases among the words for change: those that say flat, those that say pace, and words that mean something else.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.change_words import CHANGE_WORDS, INTRANSITIVE, PHRASAL
from factcheck.reading.sentence_words import Sort, Token, word_set

_FLAT = (
    "flat | unchanged | stagnant | stagnate | stagnates | stagnated | stagnating | stagnation | plateaued"
    " | flatlined | flatlining | little changed | barely changed | hardly changed | stopped growing |"
    " stops growing | ceased growing | ceased to grow | stopped expanding | stopped rising | stopped"
    " increasing | held steady | holds steady | holding steady | remained steady | remains steady |"
    " remained stable | remains stable | stayed steady | stayed stable | was stable | were stable | held"
    " stable | levelled off | leveled off | levelling off | leveling off | levelled out | leveled out |"
    " ground to a halt | came to a standstill | zero growth | no growth | little change | no change |"
    " stalled | stalled out | stalling | stalling out | is steady | are steady | was steady | were steady |"
    " be steady | been steady | stood still | stands still | standing still"
)
_PACE_UP = (
    "sped up | speeds up | speeding up | gathered pace | gathering pace | gathers pace | gathered speed |"
    " gathering speed | gathers speed | gathered momentum | gathering momentum | gathered steam |"
    " gathering steam | gained pace | gained momentum | gaining pace | gaining momentum | picked up pace |"
    " picked up speed | picking up pace | picking up speed | picked up steam"
)
_PACE_DOWN = (
    "lost pace | lost momentum | lost steam | losing pace | losing momentum | losing steam | loses"
    " momentum | loses pace | slowed down | slowing down | slows down | cooled off | cooling off | cooled"
    " down | tapered off | tapering off | petered out"
)
_MOVES = {
    1: "picked up | picks up | picking up | pick up | bounced back | bounces back | bouncing back | bounce back |"
    " firmed up | firming up | gained ground | gains ground | gaining ground",
    -1: "lost ground | loses ground | losing ground | lose ground",
}
_STRONG_MOVES = {1: "took off | takes off | taking off | take off | taken off"}
_AFTER_VERB = word_set(
    "in from to by after before last this on again during since as and but or over somewhat "
    "slightly further at while with"
    " amid despite until through across against only also when where than too late early next year "
    "what who because more"
    " less even back up down markedly for of is was are were has have had"
)
_AFTER_MOVE = word_set("the a an their his her its our it them for where")
_ADVERBS = word_set(
    "largely virtually almost nearly practically essentially broadly mostly basically relatively roughly"
    " fairly pretty all but effectively more or less completely totally entirely altogether simply just"
)
_NOT_FLAT_AFTER = word_set(
    "panel panels screen screens steel rolled glass tax rate fee pack packed products tyre tire tv tvs"
    " display displays bed roof rejection refusal denial land iron bread white top"
)
_STEADY_OTHERS = frozenset({*CHANGE_WORDS, *word_set("progress demand flow stream supply pace work state hands hand")})
_NOT_FLAT_BEFORE = word_set("talks negotiations talk deal bill legislation project projects plan plans flood mud a")
_GO = word_set(
    "was were is are be been being 's go goes went gone going came coming trending trended trends "
    "trend moved moves moving"
    " heading headed ended finished closed remains remained stayed shot pushed stood"
)
_AFTER_POINTER = word_set(
    "from by sharply slightly steeply strongly marginally rapidly dramatically year on month again"
    " significantly modestly about around nearly almost over more less roughly some just only another a an"
    " at as quarter considerably"
)
_HEDGES = word_set("just about around nearly almost only over under more less than roughly some a mere around")
_MONEY = frozenset("$\u20ac\u00a3\u00a5\u20bd\u20b9~\u2248")


def _table(phrases: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word, the longest first."""
    rows: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases.split(" | "):
        words = tuple(phrase.split())
        rows.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(row, key=len, reverse=True)) for first, row in rows.items()}


_FLAT_PHRASES, _PACE_PHRASES = _table(_FLAT), {1: _table(_PACE_UP), -1: _table(_PACE_DOWN)}


_MOVE_TABLES = tuple(
    (sign, strong, _table(phrases))
    for strong, moves in ((False, _MOVES), (True, _STRONG_MOVES))
    for sign, phrases in moves.items()
)


def _word(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].word if 0 <= place < len(tokens) else ""


def _match(table: dict[str, tuple[tuple[str, ...], ...]], tokens: Sequence[Token], place: int) -> int | None:
    """The place of the last word of a phrase that begins here; one adverb may stand inside ("held largely steady")."""
    for words in table.get(tokens[place].word, ()):
        at = place
        for word in words[1:]:
            at += 1
            if _word(tokens, at) in _ADVERBS and word != _word(tokens, at):
                at += 1
            if _word(tokens, at) != word:
                break
        else:
            return at
    return None


def flat_phrase(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """The first and the last place of a phrase for flat that begins here, with its adverb: "largely stalled"."""
    last = _match(_FLAT_PHRASES, tokens, place)
    if last is None or (_word(tokens, last) == "steady" and _word(tokens, last + 1) in _STEADY_OTHERS):
        return None
    first = place
    while place - first < 3 and _word(tokens, first - 1) in _ADVERBS and _word(tokens, first - 1) != "but":
        first -= 1
    if _word(tokens, first - 1) == "but" and _word(tokens, first - 2) == "all":
        first -= 2
    return first, last


def pace_phrase(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """The last place of a phrase for pace that begins here, and 1 for accelerating or -1 for slowing."""
    for pace, table in _PACE_PHRASES.items():
        last = _match(table, tokens, place)
        if last is not None:
            return last, pace
    return None


def move_phrase(tokens: Sequence[Token], place: int) -> tuple[int, int, bool] | None:
    """
    The last place of a phrase for a rise or fall that begins here, its sign, and whether it is a strong one.

    "Picked up" and "took off" with an object are none: "picked up the parcels", "took off for Moscow".
    """
    for sign, strong, table in _MOVE_TABLES:
        last = _match(table, tokens, place)
        if last is not None:
            has_object = _word(tokens, last) in ("up", "off") and _word(tokens, last + 1) in _AFTER_MOVE
            return None if has_object else (last, sign, strong)
    return None


def has_object(tokens: Sequence[Token], place: int) -> bool:
    """Whether a verb that says change only by itself has an object: "strengthened ties"."""
    if tokens[place].word not in INTRANSITIVE or place + 1 >= len(tokens):
        return False
    after = tokens[place + 1]
    free = after.word in _AFTER_VERB or after.word.endswith("ly") or after.word in _MONEY
    slight = after.word == "a" and _word(tokens, place + 2) in ("little", "touch", "shade", "tad", "bit")
    return after.sort is Sort.WORD and not free and not slight


def points_at_change(tokens: Sequence[Token], place: int) -> bool:
    """Whether up, down, higher or lower says that something changed: "up 2.2 percent", "was down", not "made up"."""
    before, word = _word(tokens, place - 1), tokens[place].word
    if before in PHRASAL and not (before.startswith("com") or before.startswith("end")):
        return False
    if before.endswith("ly") or before == "also":
        before = _word(tokens, place - 2)
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is not None and after.word == "to":
        return before in _GO and not _is_rate(tokens, place + 2)
    if before in _GO:
        return True
    if word in ("higher", "lower"):
        return after is not None and after.word in ("than", "by") and before not in ("a", "the", "no")
    if after is None or before in CHANGE_WORDS:
        return False
    return after.sort is Sort.NUMBER or after.word in _AFTER_POINTER or after.word in _MONEY


def _is_rate(tokens: Sequence[Token], place: int) -> bool:
    while _word(tokens, place) in _HEDGES:
        place += 1
    return _word(tokens, place + 1) in ("%", "percent", "per")


def is_other_sense(text: str, tokens: Sequence[Token], place: int) -> bool:
    """Whether a word for change means something else here: the fall of 2024, declined to comment, flat screens."""
    token, before, after = tokens[place], _word(tokens, place - 1), _word(tokens, place + 1)
    word, later = token.word, _word(tokens, place + 2)
    if text[token.start - 1 : token.start] == "-" or text[token.end : token.end + 1] == "-":
        return True
    if word in ("flat", "stalled", "stalling"):
        return after in _NOT_FLAT_AFTER or before in _NOT_FLAT_BEFORE
    if word in ("fall", "falls"):
        name = text[token.start] == "F" and text[max(0, token.start - 2) : token.start].rstrip()[-1:].isalpha()
        return name or after in _FELL_OTHERWISE or _is_season(tokens, place)
    if word in ("fell", "falling", "fallen"):
        return after in _FELL_OTHERWISE
    if word in ("declined", "declines", "decline", "declining"):
        return after == "to" and later.isalpha() and later not in _HEDGES and not _may_be_level(later)
    if word in ("eased", "easing", "ease", "eases"):
        return after in _EASED
    if word == "growth":
        return after in _GROWTH_OF_OTHER
    if word in ("slow", "cool", "moderate"):
        return before != "to"
    if word == "leap":
        return after in ("year", "years")
    return word in ("collapse", "climb", "slide") and before in ("the", "a") and after == "of"


_FELL_OTHERWISE = word_set("short behind under into apart")
_EASED = word_set("the its their some sanctions restrictions curbs rules tensions tariffs")
_GROWTH_OF_OTHER = word_set(
    "potential forecast forecasts target targets prospects outlook engine engines driver drivers strategy"
    " model stock stocks expectations opportunities plan plans"
)


def _may_be_level(word: str) -> bool:
    return word in ("a", "an", "its", "their", "the", "levels", "almost", "zero", "below", "under")


def _is_season(tokens: Sequence[Token], place: int) -> bool:
    """Last fall, in fall 2024, the fall of 2024, in the fall."""
    before, after = _word(tokens, place - 1), _word(tokens, place + 1)
    later = tokens[place + 2].sort if place + 2 < len(tokens) else None
    if before in ("last", "this", "next", "early", "late") or (after == "of" and later is Sort.NUMBER):
        return True
    lead = _word(tokens, place - 2) if before == "the" else before
    return lead in ("in", "by", "since", "until") and after not in ("in", "of")
