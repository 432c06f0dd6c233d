"""
``factcheck verify``: read, check, report, exit.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import click

from factcheck.cli.annotated import annotated_options, pages_of, read_choices, refuse_options, wants_html
from factcheck.cli.effective import chosen_paths, inputs_of_all, report_targets, run_settings
from factcheck.cli.formats import completions, deliver, help_text
from factcheck.cli.live_options import live_choice, live_options
from factcheck.cli.options import read_day, read_size
from factcheck.cli.review import read_review, refuse_review, review_options

LOCK = "factcheck.lock"


@click.command("verify")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--output-format",
    "-o",
    "formats",
    multiple=True,
    metavar="F[=FILE]",
    help=help_text(),
    shell_complete=completions,
)
@click.option(
    "--as-of", metavar="DAY", callback=read_day, help="Use what was published by this day, not by the article's own."
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "unresolved", "never"]),
    help="The least serious thing that ends with exit code 1; error if neither this nor the settings say.",
)
@click.option("--only-changed", metavar="REV", help="Only articles that changed since REV, as in origin/main.")
@click.option("--diff", metavar="REV", help="Only claims that changed since REV, or whose sentence did.")
@click.option("--baseline", metavar="FILE", help="The file of known findings, which fail nothing.")
@click.option("--write-baseline", is_flag=True, help="Write it: first with all findings, then only with fewer.")
@click.option("--baseline-add", metavar="REASON", help="With --write-baseline: take up new findings too, and why.")
@live_options
@click.option("--locked", is_flag=True, help="Check against the figures pinned in the lock, and nothing else.")
@click.option("--lock", metavar="FILE", help="With --locked: another lock than factcheck.lock.")
@review_options
@annotated_options
@click.option("--isolated", is_flag=True, help="Take neither sources nor settings from this folder.")
@click.option("--max-file-size", metavar="SIZE", callback=read_size, help="Read larger claims files, as 64M.")
@click.option("--watch", is_flag=True, help="Run again when claims, drafts, sources or settings change.")
@click.option("--no-color", is_flag=True, help="No colours; NO_COLOR in the environment says the same.")
@click.option("--quiet", "-q", is_flag=True, help="Print no report on standard output; files are written.")
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
def command(
    paths: tuple[str, ...],
    formats: tuple[str, ...],
    as_of: date | None,
    fail_on: str | None,
    only_changed: str | None,
    diff: str | None,
    baseline: str | None,
    write_baseline: bool,
    baseline_add: str | None,
    live: bool,
    live_sources: tuple[str, ...],
    base_urls: tuple[tuple[str, str], ...],
    evidence: str | None,
    locked: bool,
    lock: str | None,
    isolated: bool,
    max_file_size: int | None,
    watch: bool,
    no_color: bool,
    quiet: bool,
    debug: bool,
    reviewer: str | None,
    reviewer_url: str | None,
    author: str | None,
    appearance: str | None,
    review_page: str | None,
    fragment: bool,
    public: bool,
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
    settings = run_settings(isolated=isolated)
    root, passed_over, paths = chosen_paths(paths, settings)
    if watch:
        return _watched(live=live, paths=paths, beside=inputs_of_all(settings, [lock or LOCK]))
    targets = report_targets(formats, settings)
    refuse_options(targets, fragment=fragment, public=public)
    review = read_review(targets, reviewer, reviewer_url, author, appearance, review_page)
    from factcheck.cli.exit_codes import is_lacking
    from factcheck.cli.folders import folder_and_root
    from factcheck.cli.inputs import CLAIMS, hidden_note, read_inputs
    from factcheck.cli.judge import Rewriting, Strictness, judge
    from factcheck.cli.known import read_known
    from factcheck.cli.locked import refuse_lock, resolvers_of
    from factcheck.cli.problems import problem_lines
    from factcheck.cli.report_places import refuse_inputs
    from factcheck.cli.scope import read_scope
    from factcheck.cli.screen import wants_colour
    from factcheck.cli.step_summary import write_step_summary
    from factcheck.outputs.result import Result, in_order
    from factcheck.verification import verify_compiled

    files = [target.file for target in targets if target.file is not None]
    refuse_inputs(files, paths or (CLAIMS,), max_file_size)
    refuse_lock(files if locked else (), lock)
    known = read_known(baseline, settings, write=write_baseline, partial=bool(only_changed or diff), why=baseline_add)
    known.refuse(files)
    beside = [*known.files(), *([lock or LOCK] if locked else [])]
    scope = read_scope(only_changed, diff, paths or (CLAIMS,), root, inputs_of_all(settings, beside))
    inputs = read_inputs(paths, max_file_size, root=root, only=scope.only, isolated=isolated)
    resolvers = resolvers_of(inputs.articles, isolated=isolated, live=choice, locked=locked, lock=lock)
    problems = (*inputs.problems, *resolvers.problems)
    for problem in problems:
        click.echo("\n".join(problem_lines(problem)), err=True)
    for note in filter(None, (scope.note, hidden_note(paths), *resolvers.notes)):
        click.echo(note, err=True)
    compiled, pictures = inputs.articles, wants_html(targets)
    reports = in_order(tuple(verify_compiled(compiled, resolvers.all, as_of, illustrated=pictures)))
    of_the_run = (*resolvers.warnings, *resolvers.notes)  # what a lock cannot prove is in every format
    reports = tuple(replace(report, warnings=(*report.warnings, *of_the_run)) for report in reports)
    lacking = resolvers.lacking or ((live or locked) and is_lacking(reports))
    strictness = Strictness(settings, fail_on, bool(problems), lacking)
    articles = [compiled.article for compiled in inputs.articles]
    outcome = judge(reports, articles, strictness, known, scope, Rewriting(write_baseline, baseline_add))
    for note in outcome.notes:
        click.echo(note, err=True)
    folder, repository = folder_and_root()
    result = Result(
        outcome.reports,
        problems,
        outcome.exit_code,
        as_of,
        folder,
        repository,
        left_out=outcome.left_out,
        let_pass=outcome.let_pass,
        gone=outcome.gone,
        passed_over=passed_over,
    )
    refuse_review(review, result.reports)
    choices = read_choices(targets, resolvers.all, fragment=fragment, public=public)
    refuse_inputs(list(pages_of(targets, result, choices)), paths or (CLAIMS,), max_file_size)
    for target in targets:
        if not (quiet and target.file is None):
            deliver(result, target, colour=wants_colour(no_color), review=review, choices=choices)
        if target.format == "github":
            write_step_summary(result)
    return outcome.exit_code


def _watched(*, live: bool, paths: tuple[str, ...], beside: tuple[str, ...]) -> int:
    """The same command without ``--watch``, after each change."""
    from factcheck.cli.watch import repeat

    if live:
        raise click.UsageError("--watch would ask the services at every change: leave out --live")
    context = click.get_current_context()
    given = {**context.params, "watch": False}
    return repeat(lambda: int(context.invoke(command, **given)), paths, beside)
