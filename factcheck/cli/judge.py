"""
From reports to an outcome: severities of the settings, what the baseline knows, what did not change, the exit code.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factcheck.claims import Article
from factcheck.cli.exit_codes import FailOn, exit_code, let_pass
from factcheck.cli.known import Known, compared, write_known
from factcheck.cli.scope import Scope, narrowed
from factcheck.findings import Report
from factcheck.outputs.result import LeftOut
from factcheck.settings import Settings, article_settings, with_severities


class Strictness(NamedTuple):
    """
    How strictly a run is judged.

    Attributes:
        settings: of the folder.
        fail_on: as the command line says it; it goes before all levels of the settings. None where it says nothing.
        refused: whether a file had errors.
        lacking: whether the lock or a live source lacked something that a claim needs.
    """

    settings: Settings
    fail_on: str | None
    refused: bool
    lacking: bool


class Outcome(NamedTuple):
    """
    What a run comes to.

    Attributes:
        reports: with severities and what is known, less what did not change.
        exit_code: the code that the run ends with.
        left_out: what did not change.
        let_pass: errors that do not fail the run because the settings say so.
        gone: entries of the baseline that no longer occur.
        notes: what became of the baseline.
    """

    reports: tuple[Report, ...]
    exit_code: int
    left_out: LeftOut
    let_pass: int
    gone: int
    notes: tuple[str, ...]


class Rewriting(NamedTuple):
    """Whether the baseline is written again, and why new findings are taken up; None if they are not."""

    wanted: bool = False
    why: str | None = None


def judge(
    reports: Sequence[Report],
    articles: Sequence[Article],
    strictness: Strictness,
    known: Known,
    scope: Scope,
    rewriting: Rewriting,
) -> Outcome:
    """
    Settle the outcome of a run, and write the baseline where that is wanted.

    Raises:
        SettingsError: the baseline cannot be written.
    """
    settled, levels = _settled(reports, strictness)
    known, notes = _rewritten(known, settled, rewriting, strictness)
    run = compared(known, settled)
    kept, left_out = narrowed(scope, settled if run is None else run.reports, articles)
    code = exit_code(
        kept,
        fail_on=FailOn.ERROR,
        own=levels,
        refused=strictness.refused,
        lacking=strictness.lacking,
        unchanged=bool(left_out.articles or left_out.findings),
    )
    passing = {} if strictness.fail_on is not None else levels
    return Outcome(kept, code, left_out, let_pass(kept, passing), 0 if run is None else len(run.gone), notes)


def _rewritten(
    known: Known, reports: Sequence[Report], rewriting: Rewriting, strictness: Strictness
) -> tuple[Known, tuple[str, ...]]:
    """The baseline as it is after a run, and what became of it."""
    if not rewriting.wanted:
        return known, ()
    if strictness.lacking:
        return known, ("note: the baseline was not written: without its sources a run finds other things",)
    return write_known(known, reports, rewriting.why)


def _settled(reports: Iterable[Report], strictness: Strictness) -> tuple[tuple[Report, ...], dict[str, FailOn]]:
    """The reports with the severities of the settings, and for each article the least serious thing that fails it."""
    settled: list[Report] = []
    levels: dict[str, FailOn] = {}
    for report in reports:
        own = article_settings(strictness.settings, report.path, report.draft)
        settled.append(with_severities(report, own))
        levels[report.path] = FailOn(strictness.fail_on or own.fail_on or FailOn.ERROR)
    return tuple(settled), levels
