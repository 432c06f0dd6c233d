"""
``--only-changed`` and ``--diff``: which articles, and which of their findings, a branch answers for.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from factcheck.cli.changed_files import Changes
from factcheck.cli.report_places import SOURCES

if TYPE_CHECKING:
    from factcheck.claim_files.find import Found
    from factcheck.claims import Article
    from factcheck.findings import Report
    from factcheck.outputs.result import LeftOut


class Scope(NamedTuple):
    """
    What of a folder is looked at.

    Attributes:
        since: the revision that is compared with.
        changes: the difference; None where everything is looked at.
        by_claim: whether only the claims that changed count, not all of their articles.
        only: the claims files that are read, links followed; None for all.
        left_out: how many are not.
        note: what a person should know; may be blank.
    """

    since: str = ""
    changes: Changes | None = None
    by_claim: bool = False
    only: frozenset[str] | None = None
    left_out: int = 0
    note: str = ""


def read_scope(
    only_changed: str | None, diff: str | None, paths: Sequence[str], root: Path | None, inputs: Iterable[str]
) -> Scope:
    """
    What changed since a revision.

    Args:
        only_changed: the revision of ``--only-changed``.
        diff: that of ``--diff``.
        paths: the claims files and folders of the run.
        root: the project folder.
        inputs: files and folders that all articles depend on: the folder's own sources, its settings, a baseline.

    Raises:
        UsageError: both are given.
        SettingsError: there is no git, no repository or no such revision.
    """
    revision = diff if only_changed is None else only_changed
    if revision is None:
        return Scope()
    if only_changed is not None and diff is not None:
        raise click.UsageError("--diff looks at less than --only-changed: leave one of them out")
    changes = Changes.since(revision, os.path.realpath(os.curdir))
    changed = next((each for each in inputs if _is_input_changed(changes, each)), None)
    if changed is not None:
        return Scope(revision, note=f"note: {changed} changed since {revision}: every article is looked at")
    found = list(_found(paths, root))
    only = frozenset(each.real for each in found if _is_changed(changes, each))
    return Scope(revision, changes, diff is not None, only, len({each.real for each in found} - only))


def narrowed(
    scope: Scope, reports: Sequence[Report], articles: Sequence[Article]
) -> tuple[tuple[Report, ...], LeftOut]:
    """The reports with what the branch answers for, and how much was left out."""
    from factcheck.cli.changed_claims import changed_claims, changed_spans
    from factcheck.outputs.result import LeftOut

    if scope.changes is None or not scope.by_claim:
        return tuple(reports), LeftOut(scope.since, scope.left_out) if scope.left_out else LeftOut()
    by_path = {article.path: article for article in articles}
    kept: list[Report] = []
    findings = 0
    for report in reports:
        article = by_path[report.path]
        claims = changed_claims(article, scope.changes)
        less = _less(report, claims, changed_spans(article, scope.changes))
        if less.findings or less.inconsistencies or less.coverage.uncovered or less.todo:
            kept.append(less)
            findings += len(report.findings) - len(less.findings)
    return tuple(kept), LeftOut(scope.since, scope.left_out + len(reports) - len(kept), findings)


def _is_input_changed(changes: Changes, path: str) -> bool:
    if path == SOURCES:
        return changes.are_sources_changed(path)
    if not os.path.lexists(path):
        return changes.content(os.path.abspath(path)) is not None  # it is gone
    return changes.is_changed(os.path.abspath(path))


def _found(paths: Sequence[str], root: Path | None) -> Iterator[Found]:
    from factcheck.claim_files.find import Found, find_files

    for found in find_files([Path(path) for path in paths], Path.cwd() if root is None else root):
        if isinstance(found, Found):
            yield found


def _is_changed(changes: Changes, found: Found) -> bool:
    from factcheck.claim_files.draft import named_draft
    from factcheck.claim_files.read import MAX_CLAIMS_FILE

    if changes.is_changed(os.path.abspath(found.path)):
        return True
    draft = named_draft(found.real, found.root, MAX_CLAIMS_FILE)
    return draft is not None and changes.is_changed(draft)


def _less(report: Report, claims: frozenset[str], spans: Sequence[tuple[int, int]]) -> Report:
    """A report with the findings of some claims, and the uncovered figures of some sentences."""
    findings = tuple(finding for finding in report.findings if finding.claim in claims)
    ids = {finding.id for finding in findings}
    to_do = [place for place, claim in enumerate(report.todo) if claim in claims]
    uncovered = tuple(
        each
        for each in report.coverage.uncovered
        if each.in_quote_of in claims
        or (each.span is not None and any(start <= each.span[0] < end for start, end in spans))
    )
    return replace(
        report,
        findings=findings,
        inconsistencies=tuple(each for each in report.inconsistencies if claims.intersection(each.involved)),
        coverage=report.coverage._replace(uncovered=uncovered),
        tolerances=tuple(each for each in report.tolerances if each.partition(": ")[0] in ids),
        local_rows=sum(finding.local for finding in findings),
        locked_rows=sum(finding.locked for finding in findings),
        todo=tuple(report.todo[place] for place in to_do),
        questions=tuple(report.questions[place] for place in to_do if place < len(report.questions)),
        unneeded=tuple(each for each in report.unneeded if each.partition(": ")[0] in claims),
    )
