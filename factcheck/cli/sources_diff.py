"""
``factcheck sources diff``: which claims does the revised data break?
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from factcheck.cli.live_options import LiveChoice, live_choice, live_options
from factcheck.cli.options import read_size

if TYPE_CHECKING:
    from factcheck.findings import Finding
    from factcheck.kinds.compile import CompiledArticle
    from factcheck.lock.pinned import Lock
    from factcheck.lock.shifts import Shift
    from factcheck.outputs.page import Page

BROKEN, REFUSED, LACKING = 1, 2, 4


@click.command("diff")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--lock", "named", metavar="FILE", help="Another lock than factcheck.lock.")
@live_options
@click.option("--isolated", is_flag=True, help="Take neither sources nor settings from this folder.")
@click.option("--max-file-size", metavar="SIZE", callback=read_size, help="Read larger claims files, as 64M.")
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
def command(
    paths: tuple[str, ...],
    named: str | None,
    live: bool,
    live_sources: tuple[str, ...],
    base_urls: tuple[tuple[str, str], ...],
    evidence: str | None,
    isolated: bool,
    max_file_size: int | None,
    debug: bool,
) -> int:
    """
    Say which claims in PATHS (files or folders; claims/ if none) the newest figures break.

    They are checked with the figures of factcheck.lock as of each article's day, then with the newest at hand,
    whenever published; those whose verdict or figure changes are listed.

    Exit codes: 0 no claim that matched is broken, 1 some are, 2 usage or a file with errors, 4 the lock lacks
    something or a source failed.
    """
    from factcheck.cli.inputs import read_inputs
    from factcheck.cli.locked import compared, missing, project_lock
    from factcheck.cli.problems import problem_lines
    from factcheck.outputs.visible import visible

    choice = live_choice(live, live_sources, base_urls, evidence)
    inputs = read_inputs(paths, max_file_size, isolated=isolated)
    for problem in inputs.problems:
        click.echo("\n".join(problem_lines(problem)), err=True)
    file = project_lock(named)
    lock = file.read()
    if lock is None:
        click.echo(visible(missing(file)), err=True)
        return REFUSED if inputs.problems else LACKING
    for note in compared(lock, file):
        click.echo(visible(note), err=True)
    code = _compare(inputs.articles, lock, choice, isolated=isolated)
    return REFUSED if inputs.problems else code


def _compare(articles: Sequence[CompiledArticle], lock: Lock, choice: LiveChoice, *, isolated: bool) -> int:
    from factcheck.cli.locked import statements_of
    from factcheck.cli.screen import page_for_screen, to_screen
    from factcheck.cli.sources_outdated import ask_again, tell_failures
    from factcheck.evaluate.queries import plan
    from factcheck.lock.asked import in_words, lacking
    from factcheck.lock.shifts import shifts
    from factcheck.outputs.page import safe
    from factcheck.verification import queries_of

    statements = statements_of(articles)
    queries = queries_of(statements)
    missing = tuple(lacking(lock.asked, queries))
    if missing:
        click.echo(f"the lock has nothing on {in_words(missing[0])}; run factcheck lock", err=True)
        return LACKING
    answers = ask_again(queries, plan(statements), choice, isolated=isolated)
    found = tuple(shifts(articles, queries, lock, answers))
    to_screen(safe(_lines(found, page_for_screen(colour=False))))
    if tell_failures(answers):
        return LACKING
    return BROKEN if any(shift.breaks for shift in found) else 0


def _lines(found: Sequence[Shift], page: Page) -> Iterator[str]:
    for path, together in groupby(found, key=lambda shift: shift.before.location.path):
        yield from page.paragraph(path, style="strong")
        for shift in together:
            yield from _shift_lines(shift, page)
        yield ""
    broken = sum(shift.breaks for shift in found)
    if not found:
        yield "No verdict and no figure changes with the newest data."
    else:
        changed = "1 finding changes" if len(found) == 1 else f"{len(found)} findings change"
        yield f"{changed} with the newest data; {broken} that matched no longer {'does' if broken == 1 else 'do'}."


def _shift_lines(shift: Shift, page: Page) -> Iterator[str]:
    from factcheck.findings import marked
    from factcheck.outputs.page import quoted

    before = shift.before
    said = before.quote or before.claimed.text
    if said:
        yield from quoted(page, said, marked(before) if before.quote else None, 2)
    yield from page.field("was", _in_words(before))
    yield from page.field("now", _in_words(shift.after))
    yield from page.field("claim", f"{before.id}, {before.location}")


def _in_words(finding: Finding) -> str:
    """Verdict and rule, and the figure with its source and day."""
    from factcheck.outputs.told import reference_in_short

    known = reference_in_short(finding)
    return f"{finding.verdict}, {finding.rule}" + (f": {known}" if known else "")
