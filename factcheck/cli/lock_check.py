"""
``factcheck lock --check``: whether the lock has all that claims need, is unedited, and its evidence is what it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli.live_options import LiveChoice
from factcheck.cli.lock_told import LACKING
from factcheck.outputs.visible import visible

if TYPE_CHECKING:
    from factcheck.kinds.compile import CompiledArticle
    from factcheck.lock.pinned import Failed, Lock
    from factcheck.observations import Query

MOST_SHOWN = 20


def check_lock(articles: Sequence[CompiledArticle], named: str | None, choice: LiveChoice) -> int:
    """
    Say whether the lock is in order; 4 where it lacks something or evidence is not what it says.

    Raises:
        LockError: the lock was edited, or cannot be read.
    """
    from factcheck.cli.locked import compared, missing, project_lock, statements_of
    from factcheck.lock.asked import in_words
    from factcheck.verification import queries_of

    file = project_lock(named)
    lock = file.read()
    if lock is None:
        click.echo(visible(missing(file)), err=True)
        return LACKING
    for note in compared(lock, file):
        click.echo(visible(note), err=True)
    queries = queries_of(statements_of(articles))
    faults = [f"{file.shown} has nothing on {in_words(query)}" for query in _lacking(lock, queries)]
    faults += [f"{each.by} failed ({each.failure}) at {in_words(each.query)}" for each in _failed(lock, queries)]
    faults += _wrong_evidence(lock, choice)
    for fault in faults[:MOST_SHOWN]:
        click.echo(visible(fault), err=True)
    if len(faults) > MOST_SHOWN:
        click.echo(f"and {len(faults) - MOST_SHOWN} more", err=True)
    if faults:
        click.echo("run factcheck lock", err=True)
        return LACKING
    click.echo(visible(f"{file.shown} has all that the claims need: {len(lock.rows)} rows"))
    return 0


def _lacking(lock: Lock, queries: Sequence[Query]) -> Iterator[Query]:
    from factcheck.lock.asked import lacking

    yield from lacking(lock.asked, queries)


def _failed(lock: Lock, queries: Sequence[Query]) -> Iterator[Failed]:
    """What a source failed at that the claims need, and of which the lock has nothing by anyone."""
    from factcheck.lock.asked import Questions
    from factcheck.lock.at_hand import AtHand

    needed, at_hand = Questions(queries), AtHand(pinned.row for pinned in lock.rows)
    for each in lock.failed:
        if needed.about(each.query) and not at_hand.any_answering(each.query):
            yield each


def _wrong_evidence(lock: Lock, choice: LiveChoice) -> Iterator[str]:
    """Kept replies whose bytes are not those that the lock names; of absent ones only the number is told."""
    from factcheck.cli.live import evidence_folder
    from factcheck.evidence.store import EvidenceStore

    warned: list[str] = []
    store = EvidenceStore(evidence_folder(choice), warn=warned.append)
    absent = 0
    for sha256 in sorted({pinned.row.citation.evidence for pinned in lock.rows} - {""}):
        if store.body(sha256) is None:
            absent += 1
    wrong = len(warned)
    yield from warned
    if absent > wrong:
        replies = "1 reply is" if absent - wrong == 1 else f"{absent - wrong} replies are"
        click.echo(f"note: {replies} not at hand, from which figures were read", err=True)
