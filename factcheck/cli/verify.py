"""
``factcheck verify``: read, check, report, exit.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import click

from factcheck.cli.formats import deliver, help_text, read_targets
from factcheck.cli.live_options import live_choice, live_options
from factcheck.cli.options import read_day, read_size
from factcheck.cli.review import read_review, refuse_review, review_options


@click.command("verify")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--output-format",
    "-o",
    "formats",
    multiple=True,
    metavar="F[=FILE]",
    help=help_text(),
)
@click.option(
    "--as-of", metavar="DAY", callback=read_day, help="Use what was published by this day, not by the article's own."
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "unresolved", "never"]),
    default="error",
    show_default=True,
    help="The least serious thing that ends with exit code 1.",
)
@live_options
@click.option("--locked", is_flag=True, help="Check against the figures pinned in the lock, and nothing else.")
@click.option("--lock", metavar="FILE", help="With --locked: another lock than factcheck.lock.")
@review_options
@click.option("--isolated", is_flag=True, help="Take neither sources nor settings from this folder.")
@click.option("--max-file-size", metavar="SIZE", callback=read_size, help="Read larger claims files, as 64M.")
@click.option("--no-color", is_flag=True, help="No colours; NO_COLOR in the environment says the same.")
@click.option("--quiet", "-q", is_flag=True, help="Print no report on standard output; files are written.")
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
def command(
    paths: tuple[str, ...],
    formats: tuple[str, ...],
    as_of: date | None,
    fail_on: str,
    live: bool,
    live_sources: tuple[str, ...],
    base_urls: tuple[tuple[str, str], ...],
    evidence: str | None,
    locked: bool,
    lock: str | None,
    isolated: bool,
    max_file_size: int | None,
    no_color: bool,
    quiet: bool,
    debug: bool,
    reviewer: str | None,
    reviewer_url: str | None,
    author: str | None,
    appearance: str | None,
    review_page: str | None,
) -> int:
    """
    Check the claims in PATHS (files or folders; claims/ if none) and print the report.

    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 usage or a file with errors, 3 nothing could be
    checked, 4 the lock lacks something or a live source failed that a claim needs, 70 internal error.
    """
    choice = live_choice(live, live_sources, base_urls, evidence)
    if locked and live:
        raise click.UsageError("--locked asks no source, --live asks them all: leave one of them out")
    if lock is not None and not locked:
        raise click.UsageError("--lock says which lock --locked reads; add --locked")
    targets = read_targets(formats)
    review = read_review(targets, reviewer, reviewer_url, author, appearance, review_page)
    from factcheck.cli.exit_codes import FailOn, exit_code, is_lacking
    from factcheck.cli.folders import folder_and_root
    from factcheck.cli.inputs import CLAIMS, hidden_note, read_inputs
    from factcheck.cli.locked import refuse_lock, resolvers_of
    from factcheck.cli.problems import problem_lines
    from factcheck.cli.report_places import refuse_inputs
    from factcheck.cli.screen import wants_colour
    from factcheck.cli.step_summary import write_step_summary
    from factcheck.outputs.result import Result, in_order
    from factcheck.verification import verify_compiled

    files = [target.file for target in targets if target.file is not None]
    refuse_inputs(files, paths or (CLAIMS,), max_file_size)
    refuse_lock(files if locked else (), lock)
    inputs = read_inputs(paths, max_file_size)
    resolvers = resolvers_of(inputs.articles, isolated=isolated, live=choice, locked=locked, lock=lock)
    problems = (*inputs.problems, *resolvers.problems)
    for problem in problems:
        click.echo("\n".join(problem_lines(problem)), err=True)
    for note in filter(None, (hidden_note(paths), *resolvers.notes)):
        click.echo(note, err=True)
    reports = in_order(tuple(verify_compiled(inputs.articles, resolvers.all, as_of)))
    reports = tuple(replace(report, warnings=(*report.warnings, *resolvers.warnings)) for report in reports)
    lacking = resolvers.lacking or ((live or locked) and is_lacking(reports))
    code = exit_code(reports, fail_on=FailOn(fail_on), refused=bool(problems), lacking=lacking)
    result = Result(reports, problems, code, as_of, *folder_and_root())
    refuse_review(review, reports)
    for target in targets:
        if not (quiet and target.file is None):
            deliver(result, target, colour=wants_colour(no_color), review=review)
        if target.format == "github":
            write_step_summary(result)
    return code
