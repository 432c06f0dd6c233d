"""
Units carried over: a number that takes its unit, and sometimes its scale, from the figure that it is compared with.

"$4.1 billion, from 3.9 billion a year earlier"; "5,910.3 billion yuan, up from 5,864.6 in May"; "to 5.3 from 5.1
percent"; "the yuan surplus, 7.06 trillion"; "3.2 percent in May and 2.9 in June". A number takes nothing where a noun
follows it, where another number stands between, or where the two are more than twenty times apart: then it stays a
plain number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.currencies import candidates
from factcheck.reading.calendar_words import MONTH
from factcheck.reading.figure import Figure, FigureKind
from factcheck.scanning.sentences import Sentences

Span = tuple[int, int]
_FAR = 20
_REACH = 90  # characters between a figure and the one that it is compared with
_MEASURES = frozenset({FigureKind.MONEY, FigureKind.QUANTITY, FigureKind.PERCENT, FigureKind.POINTS})
_MILLIONS = 6


class Carried(NamedTuple):
    """A figure with the unit that it took, and where that stands."""

    figure: Figure
    unit_from: Span


def carried_units(text: str, sentences: Sentences, figures: Sequence[Figure]) -> list[Carried | None]:
    """For each figure the one that it is with a unit from elsewhere, None where it keeps its own."""
    found: list[Carried | None] = []
    for place, figure in enumerate(figures):
        if figure.kind is FigureKind.MONEY and not figure.unit_multiplier and not figure.noun:
            found.append(_scaled(figure, _before(text, sentences, figures, found, place)))
        elif figure.kind is not FigureKind.NUMBER or not _stands_alone(text, figure):
            found.append(None)
        else:
            found.append(
                _before(text, sentences, figures, found, place)
                or _parallel(text, sentences, figures, found, place)
                or _after(text, figures, place)
                or _from_word(text, sentences, figure)
            )
    return found


def _scaled(figure: Figure, taken: Carried | None) -> Carried | None:
    """An amount with the scale of the one it is compared with: "$4.1 billion, from $3.9"."""
    if taken is None or not taken.figure.unit_multiplier or taken.figure.currencies != figure.currencies:
        return None
    return taken


def _before(
    text: str, sentences: Sentences, figures: Sequence[Figure], found: Sequence[Carried | None], place: int
) -> Carried | None:
    """The unit of the figure before, after "from", "compared with", "against", "versus", "than"."""
    if not place:
        return None
    figure, taken = figures[place], found[place - 1]
    base = figures[place - 1] if taken is None else taken.figure
    if base.kind not in _MEASURES or not _same_sentence(sentences, base, figure) or figure.start - base.end > _REACH:
        return None
    if _compares().search(text, base.end, figure.start) is None:
        return None
    span = (base.start, base.end) if taken is None else taken.unit_from
    return _with_unit(figure, base, span)


def _parallel(
    text: str, sentences: Sentences, figures: Sequence[Figure], found: Sequence[Carried | None], place: int
) -> Carried | None:
    """The unit of the figure before, where each of the two has its period: "3.2 percent in May and 2.9 in June"."""
    if not place:
        return None
    figure, taken = figures[place], found[place - 1]
    base = figures[place - 1] if taken is None else taken.figure
    if base.kind not in _MEASURES or not _same_sentence(sentences, base, figure) or figure.start - base.end > _REACH:
        return None
    if not text[base.end : figure.start].endswith((" and ", "\nand ", " and\n")):
        return None
    if _dated().match(text, base.end) is None or _dated().match(text, figure.end) is None:
        return None
    return _with_unit(figure, base, (base.start, base.end) if taken is None else taken.unit_from)


def _after(text: str, figures: Sequence[Figure], place: int) -> Carried | None:
    """The unit of the figure right after it: "to 5.3 from 5.1 percent"."""
    if place + 1 >= len(figures):
        return None
    figure, following = figures[place], figures[place + 1]
    if following.kind not in _MEASURES or _leads().fullmatch(text, figure.end, following.start) is None:
        return None
    return _with_unit(figure, following, (following.start, following.end))


def _same_sentence(sentences: Sentences, one: Figure, other: Figure) -> bool:
    return sentences.at(one.start) == sentences.at(other.start)


def _with_unit(figure: Figure, base: Figure, span: Span) -> Carried | None:
    """The number in the unit of the other, in its scale if it has none of its own; None where they are far apart."""
    scaled = figure.unit_multiplier > 0
    power = figure.unit_multiplier if scaled else base.unit_multiplier
    shift = power - base.unit_multiplier
    size, other = abs(figure.number.scaleb(shift)), abs(base.number)
    if not size or not other or size > other * _FAR or other > size * _FAR:
        return None
    carried = figure._replace(
        kind=base.kind, unit=base.unit, currencies=base.currencies, noun=base.noun, unit_multiplier=power
    )
    return Carried(carried, span)


def _from_word(text: str, sentences: Sentences, figure: Figure) -> Carried | None:
    """A number in millions or more takes the currency that its sentence names as the one of an amount."""
    if figure.unit_multiplier < _MILLIONS:
        return None
    start = max(sentences.all[sentences.at(figure.start)].start, figure.start - _REACH)
    last = None
    for match in _worded().finditer(text, start, figure.start):
        last = match
    if last is None or any(char.isdigit() for char in text[last.end() : figure.start]):
        return None
    codes = candidates(last["money"] or last["terms"])
    if not codes:
        return None
    unit = codes[0] if len(codes) == 1 or last.group().lower().find("dollar") >= 0 else ""
    span = last.span("money") if last["money"] else last.span("terms")
    return Carried(figure._replace(kind=FigureKind.MONEY, unit=unit, currencies=codes), span)


def _stands_alone(text: str, figure: Figure) -> bool:
    """Whether no noun follows that the number counts."""
    return _no_noun().match(text, figure.end) is not None


_SP = r"[ \t\r\n\u00a0]{1,3}"
_MONEY = r"yuan|renminbi|RMB|dollars?|euros?|yen|roubles?|rubles?|rupees?|pounds?|sterling|won|francs?|pesos?"


@lru_cache(maxsize=1)
def _compares() -> re.Pattern[str]:
    """The words before a base, with hedges between: "up from", "compared with about", "against just"."""
    return re.compile(
        r"(?<![^\W_])(?:from|against|versus|vs\.?|than|compared[ \n](?:with|to)|(?:after|following)[ \n]rising[ \n]to)"
        rf"(?:{_SP}(?:the|a|an|about|around|roughly|nearly|almost|just|only|some|over|more|less|than|revised|previous"
        rf"|record|level|of|under|at|least|most|as|much|little|initial(?:ly)?|upwardly|downwardly)){{0,5}}{_SP}$"
    )


@lru_cache(maxsize=1)
def _dated() -> re.Pattern[str]:
    """A period right behind a figure."""
    return re.compile(
        rf"{_SP}(?:(?:in|for|during|at){_SP})?(?:the{_SP})?(?:{MONTH}|(?:19|20)[0-9]{{2}}(?![0-9])|[QH][1-4](?![^\W_])"
        rf"|(?:a|the){_SP}(?:year|quarter|month){_SP}(?:ago|earlier|before|prior)(?![^\W_])"
        rf"|(?:first|second|third|fourth|final|same|prior|previous|last|this){_SP}"
        r"(?:half|quarter|period|month|year)(?![^\W_]))",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _leads() -> re.Pattern[str]:
    return re.compile(rf",?{_SP}(?:(?:up|down){_SP})?(?:from|against|versus|compared{_SP}with){_SP}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _worded() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_])(?:(?P<money>{_MONEY})(?:-denominated)?{_SP}(?:trade{_SP})?"
        r"(?:surplus|deficit|value|total|figure|amount|balance|gap|exports|imports|trade|turnover)"
        rf"|in{_SP}(?P<terms>{_MONEY})(?:{_SP}terms|(?=,)))(?![^\W_])",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _no_noun() -> re.Pattern[str]:
    """What may follow a number that counts nothing: an end, a mark, a preposition, words for time."""
    return re.compile(
        rf"\s{{0,4}}(?:$|[.,;:)\]\u2013\u2014\u201d\"]|{_SP}?(?:in|a|the|last|at|during|from|to|year|one|two|three|recorded"
        r"|seen|reported|registered|posted|previously|earlier|before|and|but|while|on|as|this|same|over|for|when|up|down"
        r"|January|February|March|April|May|June|July|August|September|October|November|December)(?![^\W_]))"
    )
