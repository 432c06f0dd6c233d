"""
The period of a statement and the base that it is compared with, from the words around its figures.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from factcheck.drafting.story import Story
from factcheck.errors import PeriodError
from factcheck.periods import Period
from factcheck.scanning import Mention, MentionKind

PREVIOUS = "previous"
MANY = 200  # periods of a story that are looked at for one figure
REACH = 70  # characters after a figure that may name its base


class When(NamedTuple):
    """
    When a statement is about.

    Attributes:
        period: the period; None where neither the sentence nor the story names one.
        base: as ``from:`` writes it; blank for the same period a year earlier.
        asks: what a person must settle.
        choices: the periods that the words could mean, where they could mean several.
    """

    period: Period | None
    base: str = ""
    asks: tuple[str, ...] = ()
    choices: tuple[Period, ...] = ()


def when(first: Mention, last: Mention, story: Story, before: When | None = None) -> When:
    """
    The period and base of the figures from ``first`` to ``last``.

    Args:
        first: the first figure of the statement.
        last: its last one.
        story: the story.
        before: when the statement before it in the same sentence is about.

    A period of the sentence counts, save one that a comparison names ("after 5 percent in 2023"); else one that the
    paragraph named before, save for a month "alone"; else the story's, with a question.
    """
    named = _named(first, last, story)
    period = None if named is None else _with_next(named, story)
    base = _base(first, last, period, story)
    if isinstance(base, Period) and period is None:
        if base.months == 1:  # "rose 2 percent from May" tells of June
            return When(Period.of_months(base.first.year, base.first.month + 1), PREVIOUS)
        own = before.period if before is not None and before.period is not None else story.setting.period
        if own is None or base not in (own.year_earlier, own.previous):
            return When(own, "", (f"of which period? the words name {base} alone",))
    base = _written(base, period or (before.period if before else None)) if isinstance(base, Period) else base
    leaning = _patterns()["year_before"].match(story.text, last.span[1])
    if leaning and before is not None and before.period is not None:  # "to $13 billion from $10 billion a year earlier"
        return When(before.period.year_earlier)
    if period is None and before is not None and before.period is not None:
        return When(before.period, base or before.base)
    if period is None:
        return _of_story(base, first, story)
    if not base and _came_from(first, story):
        if period.months is not None and period.months < 3:
            return When(period, base, (f"of which period? what it came from may be of {period.year_earlier}",))
        period = period.year_earlier
    if not base and period.freq in ("MY", "SPAN") and _moves(first, last):
        return _from_end_to_end(first, period, last, story)
    return When(period, base, (), _edge(named, period, story) if named else ())


def _moves(first: Mention, last: Mention) -> bool:
    """Whether a statement is of a change: a rate or a factor up or down."""
    return any(
        each.unit == "x" if each.kind is MentionKind.RATIO else each.kind is MentionKind.PERCENT and each.direction
        for each in (first, last)
    )


def _from_end_to_end(first: Mention, period: Period, last: Mention, story: Story) -> When:
    """A change over several years is of the last against the first: "grew 46 percent from 2020 to 2023"."""
    end = min(last.sentence[1], last.span[1] + REACH)
    if _patterns()["paced"].search(story.text, max(first.sentence[0], first.span[0] - REACH), end):
        return When(period, "", (f"in all, or each year of {period}?",))
    if period.freq == "MY":
        start, close = Period.of_year(period.first.year), Period.of_year(period.last.year)
        return When(close, _written(start, close))
    if period.months == 2:
        close = Period.of_months(period.last.year, period.last.month)
        return When(close, PREVIOUS)
    return When(period, "", (f"all of {period}, or its end against its beginning?",))


def _of_story(base: str, first: Mention, story: Story) -> When:
    """The story's own period, with a question if another was named before; of a base only the period before is safe."""
    own = story.setting.period
    if own is None:
        return When(None, base, ("which period? the words name none",))
    base = base if base == PREVIOUS else ""
    named = [each for each in story.periods(0, first.sentence[0]) if not _is_compared(each, each, story.text)][:MANY]
    if {each.period for each in named} == {own}:
        return When(own, base)
    return When(own, base, (f"which period? the words name none; {own} is the story’s",))


def _came_from(first: Mention, story: Story) -> bool:
    """Whether a level is what another came from, without a period of its own: "to $41 billion from $35 billion"."""
    lead = story.text[max(first.sentence[0], first.span[0] - 12) : first.span[0]]
    if not _patterns()["came"].search(lead):
        return False
    others = [each.span for each in story.mentions if each.figure is not None and each.unit == first.unit]
    earlier = any(first.span[0] - 70 < end <= first.span[0] for _, end in others)
    moves = any(story.text[first.span[1] : start].strip() == "to" for start, _ in others if start > first.span[1])
    earlier = earlier or moves
    own = any(each.span[0] < first.span[1] + 24 for each in story.periods(first.span[1], first.sentence[1]))
    return earlier and not own


def _named(first: Mention, last: Mention, story: Story) -> Mention | None:
    """The period's words: in the sentence the one that scanning chose, else the nearest; else in the paragraph."""
    here = [each for each in story.periods(*first.sentence) if not _is_compared(each, last, story.text)]
    chosen = [each for each in here if each.period in (first.period, last.period)]
    if chosen or here:
        return min(chosen or here, key=lambda each: _distance(each, first, last))
    paragraph = story.paragraph(first.span[0])
    before = [
        each
        for each in story.periods(story.paragraph_start(first.span[0]), first.sentence[0])
        if story.paragraph(each.span[0]) == paragraph and not _is_compared(each, each, story.text)
    ]
    before = [each for each in before if not _is_aside(each, story.text)]
    chosen = [each for each in before if each.period == first.period]
    return next(iter(chosen[-1:] or before[:1]), None)


def _is_aside(period: Mention, text: str) -> bool:
    """Whether a period holds for its own sentence only: "in March alone", "a year earlier"."""
    leans = _patterns()["leaning"].search(period.surface) is not None and period.surface.lower() != "last year"
    return leans or _patterns()["alone"].match(text, period.span[1]) is not None


def _is_compared(period: Mention, last: Mention, text: str) -> bool:
    """Whether a period is that of a comparison: behind the figures, or right after "from" or "than"."""
    lead = f" {text[max(period.sentence[0], period.span[0] - 80) : period.span[0]]}"
    spans = _spans(period, lead)
    if not spans and _patterns()["base"].search(lead):
        return True
    after = last.span[1]
    end = period.span[0] - 6 if spans else period.span[0]  # before its own " from "
    return period.span[0] >= after and _patterns()["compared"].search(text, after, max(after, end)) is not None


def _spans(period: Mention, lead: str) -> bool:
    """
    Whether the word before a period makes it one, not a base: "from January to August", "over the first half".

    Args:
        period: the period.
        lead: the text before it; "over" makes a base only behind a figure.
    """
    if _patterns()["from"].search(lead) and period.period is not None:
        return period.period.freq in ("MY", "SPAN") or _patterns()["span"].search(period.surface) is not None
    over = _patterns()["over"].search(lead)
    return over is not None and _patterns()["digit"].search(lead, 0, over.start()) is None


def _distance(period: Mention, first: Mention, last: Mention) -> int:
    """Characters between a period and the figures; one after them is taken before one as far ahead of them."""
    before = first.span[0] - period.span[1]
    return 2 * before + 1 if before >= 0 else 2 * max(0, period.span[0] - last.span[1])


def _with_next(named: Mention, story: Story) -> Period | None:
    """The period, and with it the month that "and" ties to it: "in January and February"."""
    period = named.period
    if period is None or period.months != 1:
        return period
    for each in story.periods(named.span[1], named.span[1] + 24):
        tied = story.text[named.span[1] : each.span[0]].strip() in ("and", "-", "–", "to")
        follows = each.period is not None and each.period.months == 1 and each.period.previous == period
        if tied and follows and each.period is not None:
            return Period(period.first, each.period.last)
    for each in story.periods(max(0, named.span[0] - 24), named.span[0]):
        tied = story.text[each.span[1] : named.span[0]].strip() == "and"
        if tied and each.period is not None and each.period == period.previous:
            return Period(each.period.first, period.last)
    return period


def _edge(named: Mention, period: Period, story: Story) -> tuple[Period, ...]:
    """
    The years that "at the beginning of 2024" and "when 2024 began" could mean.

    A year's figures come out as the next one begins, so that a figure said to be of that time may be of either.
    """
    start, end = named.span
    lead, after = story.text[max(0, start - 30) : start], story.text[end : end + 10]
    if _patterns()["edge"].search(f"{lead}{named.surface}") or _patterns()["began"].match(after):
        year = Period.of_year(period.first.year)
        return (year.year_earlier, year)
    return ()


def _base(first: Mention, last: Mention, period: Period | None, story: Story) -> Period | str:
    """The base that the words after or before a change name: a period, ``previous``, or blank for a year earlier."""
    text, start = story.text, first.span[1]
    end = min(last.sentence[1], last.span[1] + REACH)
    figures = (each.span[0] for each in story.mentions if each.figure and last.span[1] <= each.span[0] < end)
    end = min(figures, default=end)
    cut = _patterns()["cut"].search(text, last.span[1], end)
    end = cut.start() if cut else end
    lead = text[max(first.sentence[0], first.span[0] - 40) : first.span[0]]
    if _patterns()["previous"].search(text, start, end) or _patterns()["lead"].search(lead):
        return PREVIOUS
    for each in story.periods(start, last.sentence[1]):
        if each.span[0] >= end or each.period is None:
            continue
        before = text[start : each.span[0]]
        if _patterns()["base"].search(before) and not _spans(each, f"0{before}"):
            return "" if _patterns()["leaning"].search(each.surface) else each.period
    for each in story.periods(first.sentence[0], first.sentence[0] + REACH):  # "Compared with July, exports rose"
        lead = text[first.sentence[0] : each.span[0]]
        if each.period and _patterns()["ahead"].fullmatch(lead) and not _spans(each, f" {lead}"):
            return "" if _patterns()["leaning"].search(each.surface) else each.period
    goes_on = _patterns()["previous"].search(text, max(0, first.sentence[0] - 1), first.span[0]) is not None
    return PREVIOUS if goes_on and not _patterns()["yearly"].search(text, start, end) else ""


def _written(base: Period, period: Period | None) -> str:
    """A base as ``from:`` writes it; the usual one, a year earlier, is not written."""
    if period is None:
        return str(base)
    try:
        if base == period.year_earlier or base.freq != period.freq:
            return ""
        return PREVIOUS if base == period.previous else str(base)
    except PeriodError:
        return str(base)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    gap = r"[\s,(]{1,3}"
    step, turn = r"(?:month|quarter)", r"(?:month|quarter)[- ](?:on|over)[- ](?:month|quarter)"
    one = rf"(?:a|the|one)\s{step}\s(?:earlier|before|ago)|(?:the\s)?(?:previous|prior|preceding|last)\s{step}"
    compared = r"from|than|since|compared\s(?:with|to)|versus|against|over|on"
    patterns = {
        "previous": rf"(?:\A|{gap})(?:{turn}|m/m|q/q|mom|qoq|(?:{compared})\s(?:{one})|on\s(?:the|a)\s{step}"
        rf"|(?:a|one)\s{step}\s(?:earlier|before|ago))\b",
        "lead": rf"\b{turn}\s(?:[^\W_]{{1,14}}\s){{0,2}}(?:of\s|by\s)?$",
        "base": rf"{gap}(?:(?:{compared})\s(?!\w{{3,12}}ed\s)(?:[^\W\d_]{{1,12}}\s){{0,3}}"  # not "more than doubled"
        r"|since\s(?:[^\W\d_]{1,14}\s){0,8})$",
        "ahead": r"\s{0,3}(?:compared\s(?:with|to)|from|against|versus|relative\sto)\s(?:the\s)?(?:same\s)?",
        "from": rf"{gap}from\s{{1,3}}$",
        "over": rf"{gap}(?:over|on)\s(?:[^\W\d_]{{1,12}}\s){{0,3}}$",
        "span": r"\b(?:to|through|until|till)\b|[\u2010-\u2014-]",
        "paced": r"\b(?:average|annual(?:ly|i[sz]ed)?|yearly|(?:a|per|each|every)\s(?:year|month))\b",
        "digit": r"[0-9]",
        "cut": r"[;:\u2014]|,\s|\b(?:while|whereas|but|after|although|though|and)\b",
        "compared": r"\b(?:after|from|than|since|compared|versus|against|up from|down from|following)\b",
        "came": r"\bfrom\s(?:about\s|around\s|nearly\s)?$",
        "leaning": r"\b(?:earlier|before|ago|previous|prior|same|last year|preceding)\b",
        "yearly": r"\b(?:year|annual(?:ly)?)\b",
        "year_before": r"\s(?:a|one|the)\syear\s(?:earlier|before|ago)\b",
        "alone": r"\s{1,3}alone\b",
        "edge": r"\b(?:beginning|start|turn|outset)\s(?:of\s)?(?:the\s)?(?:year\s)?(?:of\s)?\S{0,12}$",
        "began": r"\s(?:began|begins|started|opened|dawned)\b",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}
