"""
``factcheck sources outdated``: which pinned figures have been published anew since.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli.live_options import LiveChoice, live_choice, live_options

if TYPE_CHECKING:
    from factcheck.lock.outdated import Outdated
    from factcheck.observations import Answer, Query
    from factcheck.outputs.page import Page

NEWER, LACKING = 1, 4


@click.command("outdated")
@click.option("--lock", "named", metavar="FILE", help="Another lock than factcheck.lock.")
@live_options
@click.option("--isolated", is_flag=True, help="Take neither sources nor settings from this folder.")
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
def command(
    named: str | None,
    live: bool,
    live_sources: tuple[str, ...],
    base_urls: tuple[tuple[str, str], ...],
    evidence: str | None,
    isolated: bool,
    debug: bool,
) -> int:
    """
    Say which figures in factcheck.lock have been published anew since.

    They are compared with the embedded snapshot and the folder's own sources, with --live with the services.

    Exit codes: 0 nothing newer, 1 something is, 2 usage or a lock with errors, 4 there is no lock or a source failed.
    """
    from factcheck.cli.locked import missing, project_lock
    from factcheck.cli.screen import page_for_screen, to_screen
    from factcheck.lock.outdated import outdated
    from factcheck.lock.pin import with_live_rows
    from factcheck.outputs.page import safe
    from factcheck.outputs.visible import visible

    choice = live_choice(live, live_sources, base_urls, evidence)
    file = project_lock(named)
    lock = file.read()
    if lock is None:
        click.echo(visible(missing(file)), err=True)
        return LACKING
    answers = ask_again(lock.asked, tuple(with_live_rows(lock)), choice, isolated=isolated)
    found = tuple(outdated(lock, answers))
    to_screen(safe(_lines(found, page_for_screen(colour=False), asked=live)))
    if tell_failures(answers):
        return LACKING
    return NEWER if any(each.newer for each in found) else 0


def ask_again(
    queries: Sequence[Query], needed: Sequence[Query], choice: LiveChoice, *, isolated: bool
) -> tuple[Answer, ...]:
    """
    What the resolvers at hand answer.

    Args:
        queries: for everyone.
        needed: for costly resolvers.
        choice: which live ones are asked.
        isolated: whether the folder's own sources are left out.

    Raises:
        SourceError: the folder's own sources have faults.
        SettingsError: a live source that nobody has, or settings that cannot be obeyed.
    """
    from factcheck.cli.inputs import read_resolvers
    from factcheck.errors import SourceError
    from factcheck.outputs.visible import visible
    from factcheck.verification import answers

    resolvers = read_resolvers(isolated=isolated, live=choice)
    if resolvers.problems:
        raise SourceError(resolvers.problems)
    for warning in resolvers.warnings:
        click.echo(visible(f"warning: {warning}"), err=True)
    return tuple(answers(queries, resolvers.all, needed))


def tell_failures(answers: Sequence[Answer]) -> bool:
    """Say which sources failed, and whether any did."""
    from factcheck.evaluate.observed import Observed, failures_told
    from factcheck.outputs.visible import visible

    told = tuple(failures_told(Observed.of(answers)))
    for failure in told:
        click.echo(visible(f"warning: {failure}"), err=True)
    return bool(told)


def _lines(found: Sequence[Outdated], page: Page, *, asked: bool) -> Iterator[str]:
    yield f"{'source':<21}{'pinned':<12}{'newest':<12}"
    for each in found:
        days = f"{_day(each.pinned):<12}{_day(each.newest) if each.at_hand else '':<12}"
        yield f"{page.clean(each.source):<21}{days}{_told(each, asked=asked)}"
    if not found:
        yield "no figure is pinned"


def _day(day: object) -> str:
    return "unknown" if day is None else str(day)


def _told(each: Outdated, *, asked: bool) -> str:
    if not each.at_hand:
        return "was not asked" if asked else "is not at hand; --live asks it"
    if not each.newer:
        return "up to date"
    from factcheck.lock.vintages import says

    revised = sum(change.before is not None and says(change.row) != says(change.before) for change in each.newer)
    return f"{len(each.newer)} of {each.figures} newer, {revised} revised"
