"""
Small words, which are translated only beside a figure or a time: de, à, en, um, auf, von, un, les.

"De" is "from" where "à" and a second figure in the same unit follow, "by" after a verb of change, else "of".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.reading.languages.neighbours import (
    figure_after,
    is_counted_one,
    is_rate,
    other_end,
    time_after,
    time_range,
)
from factcheck.reading.languages.phrases import Sort
from factcheck.reading.languages.pieces import Piece
from factcheck.reading.languages.verbs import changes, is_verb, leads, second_half, verb_behind
from factcheck.reading.tokens import Kind

Pieces = Sequence[Piece]
Rule = Callable[[Pieces, int], str | None]
"""The English of a piece; blank to leave it out with the space after it, None to leave it as it stands."""

_ADVERBS = ("ment", "mente")
_MOST_BETWEEN = 4  # unknown words between a verb of change and its percentage


def before_figure(pieces: Pieces, at: int) -> str | None:
    """A hedge, "or"; "environ" may follow its figure, "entre" may stand before two times."""
    written = pieces[at].english
    if written == "approximately" or figure_after(pieces, at) >= 0:
        return written
    return written if written == "between" and time_after(pieces, at) >= 0 else None


def behind_figure(pieces: Pieces, at: int) -> str | None:
    """More or less right after a percentage: "5 % de plus"."""
    before = at - 2 if at and pieces[at - 1].is_space else at - 1
    rate = before >= 0 and (pieces[before].text == "%" or pieces[before].english.startswith("percent"))
    return pieces[at].english if rate else None


def one(pieces: Pieces, at: int) -> str | None:
    """One before a scale or per cent, nothing before a numeral: "un milliard", "un 9,1 %"."""
    if is_counted_one(pieces, at):
        return "one"
    return article(pieces, at)


def article(pieces: Pieces, at: int) -> str | None:
    """Nothing before a figure in digits or a year: "los 240.000 millones", "tra il 2020 e il 2023"."""
    number = figure_after(pieces, at)
    time = time_after(pieces, at)
    if time >= 0 and pieces[time].is_year:
        return ""
    return "" if number >= 0 and pieces[number].is_digits else None


def of(pieces: Pieces, at: int) -> str | None:
    """Of, by or from before a figure; of before a time, nothing inside a date; in after a noun of change."""
    number = figure_after(pieces, at)
    if number >= 0:
        hedge = pieces[at].english.removeprefix("of")  # of "de plus de"
        if other_end(pieces, number) >= 0:
            return f"from{hedge}"
        return f"by{hedge}" if _is_moved(pieces, at, number) else f"of{hedge}"
    time = time_after(pieces, at)
    if time >= 0:
        if time_range(pieces, time):
            return "from"
        return "" if _inside_date(pieces, at, time) else "of"
    before = at - 1 if at and pieces[at - 1].is_space else at
    if before > 0 and pieces[before - 1].sort is Sort.NOUN:
        return "in"
    return None


def _is_moved(pieces: Pieces, at: int, number: int) -> bool:
    """Whether a verb of change before "de" measures itself with its figure: "ont augmenté fortement de 9,1 %"."""
    verb = leads(pieces, at)
    if verb < 0 or not is_verb(pieces, verb):
        return False
    between = [
        piece
        for piece in pieces[verb + 1 : at]
        if piece.sort is None and piece.kind is Kind.WORD and not piece.text.lower().endswith(_ADVERBS)
    ]
    return len(between) <= (_MOST_BETWEEN if is_rate(pieces, number) else 0)


def _inside_date(pieces: Pieces, at: int, time: int) -> bool:
    """Whether a piece stands between day and month or month and year: "14 de julio de 2025"."""
    before = at - 2 if at and pieces[at - 1].is_space else at - 1
    if before < 0:
        return False
    if pieces[time].is_year:
        return pieces[before].sort is Sort.MONTH or pieces[before].sort is Sort.TIME
    return pieces[before].is_day and pieces[time].sort is Sort.MONTH


def from_(pieces: Pieces, at: int) -> str | None:
    """Such as "da", "desde": before a figure or a time."""
    return pieces[at].english if figure_after(pieces, at) >= 0 or time_after(pieces, at) >= 0 else None


def to(pieces: Pieces, at: int) -> str | None:
    """To before a figure, and between two times; in before another time. "Hasta" is a hedge where nothing changes."""
    if figure_after(pieces, at) >= 0:
        return "to" if changes(pieces, at) else pieces[at].english
    if time_after(pieces, at) < 0:
        return None
    before = at - 2 if at and pieces[at - 1].is_space else at - 1
    joined = before >= 0 and (
        pieces[before].sort in {Sort.MONTH, Sort.TIME} or pieces[before].is_year or pieces[before].is_day
    )
    return "to" if joined else "in"


def by(pieces: Pieces, at: int) -> str | None:
    """By before a figure, with the verb that German puts behind it: "um 9,1 Prozent gestiegen"."""
    if figure_after(pieces, at) < 0:
        return None
    behind = verb_behind(pieces, at)
    return "by" if behind < 0 else f"{pieces[behind].english} by"


def into(pieces: Pieces, at: int) -> str | None:
    """Spanish "en": by after a verb of change, else in before a time."""
    if figure_after(pieces, at) >= 0:
        verb = leads(pieces, at)
        return "by" if verb >= 0 and is_verb(pieces, verb) else None
    return "in" if time_after(pieces, at) >= 0 else None


def in_(pieces: Pieces, at: int) -> str | None:
    """Before a time only."""
    return pieces[at].english if time_after(pieces, at) >= 0 else None


def split(pieces: Pieces, at: int) -> str | None:
    """The beginning of a German verb in two parts, where its end stands in the clause."""
    return second_half(pieces, at) or None


#: The rules of the sorts that depend on their neighbours.
SMALL_WORDS: dict[Sort, Rule] = {
    Sort.BEFORE: before_figure,
    Sort.BEHIND: behind_figure,
    Sort.ONE: one,
    Sort.ARTICLE: article,
    Sort.OF: of,
    Sort.FROM: from_,
    Sort.TO: to,
    Sort.BY: by,
    Sort.INTO: into,
    Sort.IN: in_,
    Sort.SPLIT: split,
}
