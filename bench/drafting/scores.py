"""
The outcomes counted, by story and in all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from bench.drafting.drafted import Drafted, Said, drafted
from bench.drafting.gold import Story
from bench.drafting.judging import Judged, Outcome, judge, place_of
from factcheck.observations import Resolver

COLUMNS = (
    Outcome.RIGHT,
    Outcome.KEY,
    Outcome.KEY_ASKED,
    Outcome.SILENT,
    Outcome.ASKED,
    Outcome.MISSING,
    Outcome.INVENTED,
    Outcome.INVENTED_ASKED,
)
HEADS = ("right", "key", "key+todo", "silent", "todo", "missing", "invented", "inv+todo", "wanted", "noise", "more")


class Scored(NamedTuple):
    """
    One story judged.

    Attributes:
        noise: figures of which nothing can be claimed that have a todo.
        more: statements of the draft that no entry speaks of.
    """

    name: str
    judged: tuple[Judged, ...]
    noise: int
    more: tuple[Said, ...]

    @property
    def counts(self) -> Counter[Outcome]:
        """How often each outcome."""
        return Counter(each.outcome for each in self.judged)


def scored(resolvers: Sequence[Resolver], told: Sequence[Story]) -> tuple[Scored, ...]:
    """Draft and judge each story."""
    return tuple(_scored(story, drafted(story.path, resolvers)) for story in told)


def _scored(story: Story, draft: Drafted) -> Scored:
    judged = tuple(judge(entry, draft) for entry in story.entries)
    noise = sum(each.outcome is Outcome.LEFT and each.said is not None for each in judged)
    places = [place_of(entry, draft.text) for entry in story.entries]
    more = tuple(
        said
        for said in draft.said
        if not any(start < span[1] and span[0] < end for span in said.figures for start, end in places)
    )
    return Scored(story.name, judged, noise, more)


def totals(results: Sequence[Scored]) -> Mapping[str, int]:
    """The counts of all stories, by the heads of the table."""
    return dict(zip(HEADS, [sum(column) for column in zip(*map(_row, results), strict=True)], strict=True))


def table(results: Sequence[Scored]) -> Iterator[str]:
    """The counts by story and in all."""
    yield f"{'story':<20}" + "".join(f"{head:>9}" for head in HEADS)
    for each in results:
        yield f"{each.name:<20}" + "".join(f"{number:>9}" for number in _row(each))
    yield f"{'in all':<20}" + "".join(f"{number:>9}" for number in totals(results).values())


def _row(result: Scored) -> list[int]:
    counts = result.counts
    wanted = sum(not each.entry.is_none and each.outcome is not Outcome.OPTIONAL for each in result.judged)
    return [*(counts[outcome] for outcome in COLUMNS), wanted, result.noise, len(result.more)]


def mistakes(results: Sequence[Scored]) -> Iterator[str]:
    """Every entry that is not right: what was wanted, what was said."""
    for result in results:
        for each in result.judged:
            if each.outcome in COLUMNS and each.outcome is not Outcome.RIGHT:
                wrong = f" ({', '.join(each.wrong)})" if each.wrong else ""
                yield f"{result.name}: {each.outcome}{wrong}: “{each.entry.words}”"
                yield f"    wanted {_wanted(each.entry.readings[0])}"
                yield f"    said   {each.said.claim if each.said else 'nothing'}"
        for said in result.more:
            yield f"{result.name}: more: {said.claim}"


def _wanted(reading: Mapping[str, str]) -> str:
    return " ".join(f"{key}={value}" for key, value in reading.items())


def as_json(results: Sequence[Scored]) -> dict[str, Any]:
    """What ``results.json`` holds."""
    rows = {each.name: dict(zip(HEADS, _row(each), strict=True)) for each in results}
    return {"in all": dict(totals(results)), "stories": rows}
