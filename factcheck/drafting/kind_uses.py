"""
The kinds that a statement's figures make, with their periods and bases.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.claims import KindUse, Text
from factcheck.drafting.clusters import Cluster, Told
from factcheck.drafting.known import WORLD
from factcheck.drafting.periods import When
from factcheck.drafting.roles import Role
from factcheck.drafting.shares import share_of
from factcheck.drafting.story import Story
from factcheck.drafting.subject import Subject
from factcheck.periods import Period
from factcheck.reading.trend_words import read_trend_words
from factcheck.scanning import Mention

_Options = Mapping[str, Text | Mapping[str, Text]]
_STEPS = (("month", "months", 1), ("quarter", "quarters", 3), ("year", "years", 12))


def kind_uses(
    cluster: Cluster, subject: Subject, moment: When, story: Story, asks: list[str]
) -> Iterator[tuple[KindUse, Mention]]:
    """Each figure's kind, with the figure; what stays open is asked."""
    for told in cluster:
        for use in _uses(told, cluster, subject, moment, story, asks):
            yield use, told.mention


def _uses(
    told: Told, cluster: Cluster, subject: Subject, moment: When, story: Story, asks: list[str]
) -> Iterator[KindUse]:
    period = str(moment.period)
    base: _Options = {"from": moment.base} if moment.base else {}
    figure: _Options = {"figure": story.words(told.mention)} if _is_one_of_several(told, cluster) else {}
    match told.role:
        case Role.LEVEL:
            yield KindUse("level", {"period": period, **figure})
        case Role.CHANGE:
            yield KindUse("change", {"period": period, **base, **figure})
        case Role.DIFFERENCE:
            yield KindUse("difference", {"period": period, **base, **figure})
        case Role.SHARE:
            yield from _share(told.mention, subject, moment, story, asks)
        case Role.POINTS:
            yield KindUse("difference", {"of": "change", "period": period, **(base or _year_before(moment.period))})
            asks.append("points of what? of: change is the growth rate; a share is of: share with whole:")
        case Role.MULTIPLE:
            asks.append("so many times what? write multiple: {period: …, of: 2021}")
        case Role.RANK:
            yield KindUse("rank", {"period": period, "among": "countries"})
        case Role.RUN:
            yield from _run(told.mention, moment, story, asks)
        case Role.OPEN:
            said = story.words(told.mention)
            asks.append(f"what does “{said}” say? a change, a share, or nothing that figures decide")


def _is_one_of_several(told: Told, cluster: Cluster) -> bool:
    """Whether another figure of the statement has the same unit, so that the kind must say which is its own."""
    return any(each is not told and each.mention.unit == told.mention.unit for each in cluster)


def _year_before(period: Period | None) -> _Options:
    return {} if period is None else {"from": str(period.year_earlier)}


def _share(mention: Mention, subject: Subject, moment: When, story: Story, asks: list[str]) -> Iterator[KindUse]:
    """A partner's share in all exports, imports or trade of the reporter."""
    share = share_of(mention, story.text)
    if share.of_all and share.owner in ("", subject.reporter) and subject.partner != WORLD:
        yield KindUse("share", {"period": str(moment.period), "of": {"partner": "World"}})
    else:
        asks.append("a share of what? write share: {period: …, of: {partner: World}}")


def _run(mention: Mention, moment: When, story: Story, asks: list[str]) -> Iterator[KindUse]:
    """A run of rises or falls: its sign is that of the sentence's words for change."""
    words = story.text[mention.span[0] : mention.span[1] + 40].lower()
    step = next(((name, months) for word, name, months in _STEPS if word in words), None)
    signs = {word.sign for word in read_trend_words(story.text[slice(*mention.sentence)]) if word.sign}
    if step is None or len(signs) != 1:
        asks.append("a run of what? write count: {down: 2025-06, of: months}")
        return
    if moment.period is None or moment.period.months != step[1]:
        asks.append(f"with which of the {step[0]} does the run end? write count: {{down: …, of: {step[0]}}}")
        return
    yield KindUse("count", {"up" if signs == {1} else "down": str(moment.period), "of": step[0]})


def merged(kinds: Sequence[KindUse]) -> Iterator[KindUse]:
    """The kinds, each once: a level in two currencies is one kind that makes two findings."""
    seen: set[str] = set()
    for use in kinds:
        if use.kind not in seen:
            seen.add(use.kind)
            yield use


def in_short(uses: Sequence[KindUse]) -> str:
    """Kinds as they would stand in a claims file, on one line."""
    return ", ".join(f"{use.kind}: {_value(use)}" for use in merged(uses))


def _value(use: KindUse) -> str:
    if list(use.options) == ["period"]:
        return str(use.options["period"])
    return "{" + ", ".join(f"{key}: {value}" for key, value in use.options.items()) + "}"
