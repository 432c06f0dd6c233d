"""
How findings shift when the figures behind them do: from those of the lock to the newest at hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.evaluate.observed import Observed
from factcheck.findings import Finding, Report
from factcheck.kinds.compile import CompiledArticle
from factcheck.lock.pinned import FOLDER, SNAPSHOT, Lock
from factcheck.lock.resolver import LockResolver
from factcheck.observations import Answer, Query
from factcheck.rules import Verdict
from factcheck.verification import report_on


class Shift(NamedTuple):
    """A finding as it was with the figures of the lock, and as it is with the newest ones."""

    before: Finding
    after: Finding

    @property
    def breaks(self) -> bool:
        """Whether a claim that matched no longer does."""
        return self.before.verdict is Verdict.MATCH and self.after.verdict is not Verdict.MATCH


def shifts(
    articles: Sequence[CompiledArticle], queries: Sequence[Query], lock: Lock, answers: Sequence[Answer]
) -> Iterator[Shift]:
    """
    What changes for each article when everything counts that was published so far.

    Args:
        articles: checked with the lock as of the day of each, then with the answers as of no day.
        queries: all that was asked for them.
        lock: covers the queries.
        answers: of the resolvers at hand. Pinned figures of services that were not asked stay as they are.
    """
    old = Observed.of(LockResolver(lock).resolve(queries))
    heard = {SNAPSHOT, FOLDER, *(answer.resolver for answer in answers)}
    others = lock._replace(rows=tuple(pinned for pinned in lock.rows if pinned.by not in heard), failed=())
    new = Observed.of((*answers, *LockResolver(others).resolve(queries)))
    for article in sorted(articles, key=lambda each: each.article.path):
        before, after = report_on(article, old, article.article.published), report_on(article, new, None)
        yield from _between(before, after)


def _between(before: Report, after: Report) -> Iterator[Shift]:
    for old, new in zip(before.findings, after.findings, strict=True):
        if _said(old) != _said(new):
            yield Shift(old, new)


def _said(finding: Finding) -> tuple[object, ...]:
    """What a finding says: its verdict with the rule, and the figure that it was compared with."""
    reference = finding.reference
    figure = None if reference is None else (reference.point, reference.unit)
    return finding.verdict, finding.rule, figure
