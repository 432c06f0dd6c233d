"""
The gold lists, read from their text files: figures, periods, and sentences that have no figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from factcheck.intervals import Interval

HERE = Path(__file__).parent
DAY = date(2025, 7, 14)  # on which a sentence without a day was published
OPEN = "-"  # of a period: understood, and open
NOT_JUDGED = "*"
FISCAL = {"en-IN": 4, "en-AU": 7}  # the months in which the fiscal years of these desks begin
FIELDS = 5


class GoldFigure(NamedTuple):
    """A figure of the list: where it stands and what it says; the direction ``*`` is not judged."""

    span: tuple[int, int]
    value: Fraction
    unit: str
    interval: Interval
    hedge: str
    direction: str


class FigureSentence(NamedTuple):
    """A sentence without its braces, with all its figures."""

    text: str
    language: str
    figures: tuple[GoldFigure, ...]


class PeriodSentence(NamedTuple):
    """A sentence without its braces, with its expressions of time and the period that each names, or ``-``."""

    text: str
    published: date
    language: str
    fiscal_start: int | None
    periods: tuple[tuple[tuple[int, int], str], ...]


def figure_sentences(name: str = "figures.txt") -> tuple[FigureSentence, ...]:
    """
    The sentences of a list of figures.

    Raises:
        ValueError: a sentence has more or fewer lines below it than braces.
    """
    return tuple(_figure_sentences(_lines(name)))


def _figure_sentences(lines: list[str]) -> Iterator[FigureSentence]:
    language, at = "", 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.startswith("@"):
            language = line.partition("language=")[2].strip()
            continue
        text, spans = _unbraced(line)
        said = lines[at : at + len(spans)]
        if not all(each.startswith(" ") for each in said) or len(said) < len(spans) or not spans:
            raise ValueError(f"one line for each brace is wanted below: {line}")
        at += len(spans)
        figures = tuple(_figure(span, each) for span, each in zip(spans, said, strict=True))
        yield FigureSentence(text, language, figures)


def _figure(span: tuple[int, int], line: str) -> GoldFigure:
    fields = [field.strip() for field in line.split("|")]
    if len(fields) != FIELDS:
        raise ValueError(f"{FIELDS} fields are wanted: {line}")
    value, unit, interval, hedge, direction = fields
    return GoldFigure(span, Fraction(value), unit, _interval(interval), hedge, direction)


def _interval(written: str) -> Interval:
    """Such as ``[95/3, 35)``; a missing end is no bound."""
    low, high = (end.strip() for end in written[1:-1].split(","))
    return Interval(
        Fraction(low) if low else None,
        Fraction(high) if high else None,
        low_closed=not low or written[0] == "[",
        high_closed=not high or written[-1] == "]",
    )


def period_sentences() -> tuple[PeriodSentence, ...]:
    """
    The sentences of ``periods.txt``.

    Raises:
        ValueError: a sentence has more or fewer periods than braces.
    """
    return tuple(_period_sentence(line) for line in _lines("periods.txt"))


def _period_sentence(line: str) -> PeriodSentence:
    day, language, rest = (field.strip() for field in line.split("|", 2))
    written, _, names = rest.rpartition("|")
    text, spans = _unbraced(written.strip())
    periods = [name.strip() for name in names.split(";") if name.strip()]
    if len(periods) != len(spans):
        raise ValueError(f"periods.txt: one period for each brace is wanted: {line}")
    published = date.fromisoformat(day) if day else DAY
    code = language.partition("-")[0]
    return PeriodSentence(
        text, published, "" if code == "en" else code, FISCAL.get(language), tuple(zip(spans, periods, strict=True))
    )


def sentences_without_figures() -> tuple[str, ...]:
    """The sentences of ``not_figures.txt``."""
    return tuple(_lines("not_figures.txt"))


def _lines(name: str) -> list[str]:
    """The lines of a list that are neither blank nor remarks, with escaped characters as themselves."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [_plain(line) for line in lines if line.strip() and not line.startswith("#")]


def _plain(line: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})|\\n", lambda found: chr(int(found[1], 16)) if found[1] else "\n", line.rstrip())


def _unbraced(line: str) -> tuple[str, list[tuple[int, int]]]:
    """The sentence without its braces, and where their contents stand in it."""
    text, spans, start = "", [], 0
    for piece in re.split(r"([{}])", line):
        if piece == "{":
            start = len(text)
        elif piece == "}":
            spans.append((start, len(text)))
        else:
            text += piece
    return text, spans
