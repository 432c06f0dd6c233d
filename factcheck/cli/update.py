"""
``factcheck update``: ask live sources again for what is pinned, and pin what they say now beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from factcheck.cli.live_options import LiveChoice, base_url_option, evidence_option

if TYPE_CHECKING:
    from factcheck.lock.file import LockFile
    from factcheck.lock.pinned import Lock

LACKING = 4


@click.command("update")
@click.argument("sources", nargs=-1, metavar="[SOURCE]…")
@click.option("--lock", "named", metavar="FILE", help="Another lock than factcheck.lock.")
@base_url_option
@evidence_option
@click.option("--isolated", is_flag=True, help="Take no settings from this folder.")
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
def command(
    sources: tuple[str, ...],
    named: str | None,
    base_urls: tuple[tuple[str, str], ...],
    evidence: str | None,
    isolated: bool,
    debug: bool,
) -> int:
    """
    Ask live sources again for what factcheck.lock has pinned: each SOURCE, else those that it has figures of.

    Kept replies are passed over. What they say now is pinned beside what they said before. "factcheck sources diff"
    then says which claims it breaks.

    Exit codes: 0 asked and pinned, 2 usage or a lock with errors, 4 a source failed or there is no lock, 70 internal
    error.
    """
    from factcheck.cli.locked import missing, project_lock
    from factcheck.outputs.visible import visible

    file = project_lock(named)
    if not file.exists():
        click.echo(visible(missing(file)), err=True)
        return LACKING
    asked = sources or tuple(_installed(live_names(file.read())))
    if not asked:
        click.echo(
            visible(f"{file.shown} has nothing of a live source that could be asked; factcheck lock --live asks")
        )
        return 0
    return _update(file, LiveChoice(True, asked, base_urls, anew=True, evidence=evidence), isolated=isolated)


def live_names(lock: Lock | None) -> list[str]:
    """The live sources that gave something of a lock, or failed to."""
    if lock is None:
        return []
    gave = {pinned.by for pinned in lock.rows if pinned.row.citation.retrieved is not None}
    return sorted(gave | {failed.by for failed in lock.failed})


def _installed(names: Iterable[str]) -> Iterator[str]:
    """The names that a resolver is installed for; the others are told."""
    from factcheck.outputs.visible import visible
    from factcheck.resolvers.registry import registrations

    known = {found.name for found in registrations()}
    for name in names:
        if name in known:
            yield name
        else:
            click.echo(visible(f"note: {name} is not installed here, and was not asked"), err=True)


def _update(file: LockFile, choice: LiveChoice, *, isolated: bool) -> int:
    from factcheck.cli.inputs import read_resolvers
    from factcheck.cli.lock_told import lock_lines, told_exit_code
    from factcheck.cli.screen import page_for_screen, to_screen
    from factcheck.lock.pin import pin_again
    from factcheck.outputs.page import safe
    from factcheck.outputs.visible import visible

    resolvers = read_resolvers(isolated=isolated, live=choice)
    for warning in resolvers.warnings:
        click.echo(visible(f"warning: {warning}"), err=True)
    pinning = pin_again(file, resolvers.all, now=datetime.now(UTC), keep_ranks=True)
    to_screen(safe(lock_lines(pinning, file.shown, page_for_screen(colour=False), one_by_one=True)))
    return told_exit_code(pinning.told)
