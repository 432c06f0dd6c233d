"""
What the words around figures say besides them: a record, a pace, a surge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factcheck.claims import KindUse
from factcheck.drafting.clusters import Cluster
from factcheck.drafting.periods import PREVIOUS, When
from factcheck.drafting.roles import Role
from factcheck.drafting.story import Story
from factcheck.periods import Period
from factcheck.reading.trend_words import Trend, TrendWord, read_trend_words
from factcheck.scanning import Mention

#: Words for change that say more than the figure's sign, and are worth a kind of their own.
TOLD = frozenset({Trend.FLAT, Trend.EDGED, Trend.SURGE, Trend.PLUNGE, Trend.ACCELERATING, Trend.SLOWING})
PACE = frozenset({Trend.ACCELERATING, Trend.SLOWING})
LEAD = 60  # characters before the first figure in which such words are looked for


def beside(cluster: Cluster, moment: When, story: Story) -> Iterator[tuple[KindUse, int]]:
    """The kinds that the words around the figures make, and where their words begin."""
    if moment.period is None:
        return
    first = cluster[0].mention
    roles = {told.role for told in cluster}
    if Role.LEVEL in roles and (record := _record(cluster, story.text, moment.period)) is not None:
        yield record
    if Role.CHANGE in roles and moment.base in ("", PREVIOUS):
        low = max(first.sentence[0], first.span[0] - LEAD)
        window = story.text[low : cluster[-1].mention.span[0]]
        for word in read_trend_words(window):
            if word.trend in TOLD and not _is_of_another(word, low, first, story):
                base = {"from": moment.base} if moment.base and word.trend not in PACE else {}
                yield KindUse("trend", {word.trend.value: str(moment.period), **base}), low + word.start
                return


def _is_of_another(word: TrendWord, low: int, first: Mention, story: Story) -> bool:
    """Whether a word belongs to another figure, or compares with another flow and not over time ("more slowly")."""
    compares = word.text.lower().startswith(("more ", "less ")) or word.text.lower().endswith(("ly", "faster"))
    return (compares and word.trend in PACE) or any(
        each.figure is not None and low + word.start <= each.span[0] < first.span[0] for each in story.mentions
    )


def _record(cluster: Cluster, text: str, period: Period) -> tuple[KindUse, int] | None:
    """A record that stands beside a level: "a record high of $237 billion", "$237 billion, the highest since 2020"."""
    level = next(told.mention for told in cluster if told.role is Role.LEVEL)
    low = max(level.sentence[0], level.span[0] - LEAD)
    match = _records().search(text, low, level.span[0]) or _records().match(text, level.span[1])
    if match is None:
        return None
    words = match[0].lower()
    sense = "low" if "low" in words or "smallest" in words else "high"
    since = {"since": match["since"]} if match["since"] else {}
    return KindUse("record", {sense: str(period), **since}), min(match.start(), level.span[0])


@lru_cache(maxsize=1)
def _records() -> re.Pattern[str]:
    return re.compile(
        r"[\s,]{0,3}(?:an?\s|the\s)?(?:new\s|fresh\s)?(?:(?:record|all-time)(?:\s(?:high|low))?"
        r"|(?:highest|lowest|largest|biggest|smallest)(?:\s(?:level|figure|value|gap|surplus|deficit))?"
        r"(?:\s(?:on\srecord|ever(?:\srecorded)?|since\s(?P<since>(?:19|20)[0-9]{2})(?![0-9-]))))\b",
        re.IGNORECASE,
    )
