"""
``factcheck show``: one claim in full.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import read_day

if TYPE_CHECKING:
    from factcheck.findings import Finding, Report


@click.command("show")
@click.argument("claim")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--as-of", metavar="DAY", callback=read_day, help="Use what was published by this day.")
@click.option("--isolated", is_flag=True, help="Take neither sources nor settings from this folder.")
@click.option("--no-color", is_flag=True, help="No colours; NO_COLOR in the environment says the same.")
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
def command(claim: str, paths: tuple[str, ...], as_of: date | None, isolated: bool, no_color: bool, debug: bool) -> int:
    """
    Show CLAIM in full: words, interval, series, arithmetic, every row with its source.

    CLAIM is the id of a claim or of one of its findings, or path#id. PATHS are files or folders; claims/ if none.
    """
    from factcheck.cli.inputs import read_inputs, read_resolvers
    from factcheck.cli.problems import problem_lines
    from factcheck.cli.screen import page_for_screen, to_screen, wants_colour
    from factcheck.outputs.in_full import in_full
    from factcheck.outputs.page import safe
    from factcheck.verification import verify_compiled

    path, _, name = claim.rpartition("#")
    inputs = read_inputs((path,) if path and not paths else paths, isolated=isolated)
    resolvers = read_resolvers(isolated=isolated)
    problems = (*inputs.problems, *resolvers.problems)
    for problem in problems:
        click.echo("\n".join(problem_lines(problem)), err=True)
    reports = tuple(verify_compiled(inputs.articles, resolvers.all, as_of))
    found = list(_named(reports, path, name))
    if not found:
        raise click.UsageError(_unknown(name, reports))
    page = page_for_screen(colour=wants_colour(no_color))
    lines: list[str] = []
    for finding, report in found:
        lines += [*in_full(finding, report, page), ""]
    to_screen(safe(lines[:-1]))
    return 2 if problems else 0


def _named(reports: Sequence[Report], path: str, name: str) -> Iterator[tuple[Finding, Report]]:
    for report in reports:
        if path in ("", report.path):
            for finding in report.findings:
                if name in (finding.claim, finding.id):
                    yield finding, report


def _unknown(name: str, reports: Sequence[Report]) -> str:
    from difflib import get_close_matches

    ids = list(dict.fromkeys(finding.claim for report in reports for finding in report.findings))
    near = get_close_matches(name, ids, n=3)
    if near:
        return f"there is no claim {name!r}. Did you mean {' or '.join(near)}?"
    return f"there is no claim {name!r}. Claims are {', '.join(ids[:20])}." if ids else "there are no claims to show."
