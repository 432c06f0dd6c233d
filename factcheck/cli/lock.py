"""
``factcheck lock``: pin every figure that the verdicts on some claims rest on, so that other machines need no source.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.live_options import LiveChoice, live_choice, live_options
from factcheck.cli.options import read_size

if TYPE_CHECKING:
    from factcheck.cli.inputs import Inputs, Resolvers
    from factcheck.lock.pinned import Lock

REFUSED = 2


@click.command("lock")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--lock", "named", metavar="FILE", help="Another lock than factcheck.lock.")
@click.option("--check", is_flag=True, help="Write nothing; say whether the lock has all that the claims need.")
@click.option("--prune", is_flag=True, help="Drop what these claims do not need, and figures that were revised since.")
@live_options
@click.option("--isolated", is_flag=True, help="Take neither sources nor settings from this folder.")
@click.option("--max-file-size", metavar="SIZE", callback=read_size, help="Read larger claims files, as 64M.")
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
def command(
    paths: tuple[str, ...],
    named: str | None,
    check: bool,
    prune: bool,
    live: bool,
    live_sources: tuple[str, ...],
    base_urls: tuple[tuple[str, str], ...],
    evidence: str | None,
    isolated: bool,
    max_file_size: int | None,
    debug: bool,
) -> int:
    """
    Pin in factcheck.lock what the claims in PATHS (files or folders; claims/ if none) are checked against.

    "factcheck verify --locked" then gives the same verdicts on any machine, without a source. What was pinned
    before stays, unless --prune.

    Exit codes: 0 all is pinned, 2 usage or a file with errors, 4 a source failed or, with --check, the lock lacks
    something, 70 internal error.
    """
    if check and (live or prune):
        raise click.UsageError("--check asks no source and writes nothing: leave out --live and --prune")
    choice = live_choice(live, live_sources, base_urls, evidence)
    from factcheck.cli.inputs import Resolvers, read_inputs, read_resolvers

    inputs = read_inputs(paths, max_file_size, isolated=isolated)
    resolvers = Resolvers() if check else read_resolvers(isolated=isolated, live=choice)
    if _told_problems(inputs, resolvers, named):
        return REFUSED
    if check:
        from factcheck.cli.lock_check import check_lock

        return check_lock(inputs.articles, named, choice)
    return _pin(inputs, resolvers, named, choice, prune=prune)


def _told_problems(inputs: Inputs, resolvers: Resolvers, named: str | None) -> bool:
    """Say what is wrong with the files, and whether anything is."""
    from factcheck.cli.problems import problem_lines
    from factcheck.lock.file import NAME
    from factcheck.outputs.visible import visible

    problems = (*inputs.problems, *resolvers.problems)
    for problem in problems:
        click.echo("\n".join(problem_lines(problem)), err=True)
    for warning in resolvers.warnings:
        click.echo(visible(f"warning: {warning}"), err=True)
    if problems:
        click.echo(visible(f"{named or NAME} stays as it is"), err=True)
    return bool(problems)


def _pin(inputs: Inputs, resolvers: Resolvers, named: str | None, choice: LiveChoice, *, prune: bool) -> int:
    from factcheck.cli.lock_told import lock_lines, told_exit_code
    from factcheck.cli.locked import project_lock, statements_of
    from factcheck.cli.screen import page_for_screen, to_screen
    from factcheck.evaluate.queries import plan
    from factcheck.lock.pin import pin
    from factcheck.outputs.page import safe
    from factcheck.verification import queries_of

    statements = statements_of(inputs.articles)
    file = project_lock(named)
    queries, needed = queries_of(statements), plan(statements)
    pinning = pin(file, resolvers.all, queries, needed, stamp=_stamp(), now=datetime.now(UTC), prune=prune)
    to_screen(safe(lock_lines(pinning, file.shown, page_for_screen(colour=False))))
    if prune and choice.evidence is not None:
        _prune_evidence(pinning.lock, Path(choice.evidence))
    return told_exit_code(pinning.told)


def _prune_evidence(lock: Lock, folder: Path) -> None:
    """Delete kept replies that the lock does not name: in a folder that was named, since others share the user's."""
    from factcheck.evidence.store import EvidenceStore

    gone = EvidenceStore(folder).prune({pinned.row.citation.evidence for pinned in lock.rows} - {""})
    click.echo(f"{gone} kept {'reply' if gone == 1 else 'replies'} deleted that no row of the lock names")


def _stamp() -> str:
    from factcheck.snapshot import Snapshot

    snapshot = Snapshot.open()
    try:
        return snapshot.stamp
    finally:
        snapshot.close()
