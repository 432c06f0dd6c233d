"""
What locking and updating did, in words: by resolver what is new, what was revised, what failed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.evaluate.words import printed, released
from factcheck.lock.merge import Change, Told
from factcheck.lock.pin import Pinning
from factcheck.lock.pinned import Row
from factcheck.observations import Answer, Event, Failure, Observation
from factcheck.outputs.page import Page

LACKING = 4
MOST_SHOWN = 50  # revised figures that are told one by one


def lock_lines(pinning: Pinning, shown: str, page: Page, *, one_by_one: bool = False) -> Iterator[str]:
    """
    What became of a lock.

    Args:
        pinning: what was done.
        shown: the path of the lock.
        page: the layout.
        one_by_one: whether every revised figure is told.
    """
    for told in pinning.told:
        yield from _resolver_lines(told, page)
        yield from _revised_lines(told.revised, page) if one_by_one else ()
    lock = pinning.lock
    parts = (
        _plural(len(lock.asked), "question"),
        _plural(sum(isinstance(each.row, Observation) for each in lock.rows), "figure"),
        _plural(sum(isinstance(each.row, Event) for each in lock.rows), "event"),
    )
    rates = len(lock.rows) - sum(isinstance(each.row, Observation | Event) for each in lock.rows)
    yield from page.paragraph(f"{shown}: {', '.join((*parts, _plural(rates, 'exchange rate')))}.", hanging=2)
    for note in pinning.notes:
        yield from page.paragraph(f"note: {note}", hanging=2)


def told_exit_code(told: Sequence[Told]) -> int:
    """4 where a source failed, else 0."""
    return LACKING if any(_failures(each.failed) for each in told) else 0


def _resolver_lines(told: Told, page: Page) -> Iterator[str]:
    parts = (
        f"{len(told.new)} new" if told.new else "",
        f"{len(told.revised)} revised" if told.revised else "",
        f"{told.same} the same" if told.same else "",
    )
    counted = ", ".join(filter(None, parts))
    failures = _failures(told.failed)
    if counted or not failures:
        yield from page.paragraph(f"{told.by}: {counted or 'nothing'}", hanging=2)
    for failure in failures:
        text = f"{told.by} failed: {failure}"
        yield from page.paragraph(text, hanging=2, style="bad")
    if failures:
        yield from page.paragraph(f"what the lock had of {told.by} stays", indent=2, hanging=2)


def _failures(answers: Sequence[Answer]) -> list[str]:
    """Each reason once; a question that nobody could answer is no failure of the source."""
    told = (f"{each.failure}. {each.detail}" for each in answers if each.failure is not Failure.BAD_REQUEST)
    return sorted(set(told))


def _revised_lines(changes: Sequence[Change], page: Page) -> Iterator[str]:
    for change in changes[:MOST_SHOWN]:
        assert change.before is not None  # noqa: S101  these are revised
        yield from page.paragraph(revision_in_words(change.before, change.row), indent=2, hanging=2)
    if len(changes) > MOST_SHOWN:
        yield from page.paragraph(f"and {len(changes) - MOST_SHOWN} more", indent=2)


def revision_in_words(before: Row, after: Row) -> str:
    """A figure, what it was and what it is: CHN with RUS, exports, 2024: 8.28 bn USD (released …) → 8.3 bn USD (…)."""
    if isinstance(before, Observation) and isinstance(after, Observation):
        goods = f", {after.commodity}" if after.commodity else ""
        what = f"{after.reporter} with {after.partner}, {after.flow}{goods}, {after.period}"
        return f"{what}: {printed(before)} ({released(before)}) → {printed(after)} ({released(after)})"
    if isinstance(after, Event):
        return f"event {after.id}: {before.days if isinstance(before, Event) else ''} → {after.days}"
    if isinstance(before, Observation | Event) or isinstance(after, Observation):
        return ""
    return f"1 {after.base} in {after.quote}, {after.kind}, {after.period}: {before.value} → {after.value}"


def _plural(number: int, one: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number} {one}s"
