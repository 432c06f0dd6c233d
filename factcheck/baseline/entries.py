"""
What a baseline holds: for each known finding what it is recognised by.

Neither lines nor ids count: a finding is the same as long as its article, its words, its figures, its verdict and the
figure beside it are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.findings import Finding, Inconsistency, Report
from factcheck.intervals import Interval
from factcheck.rules import Severity, Verdict

_OPEN = frozenset({Verdict.DISCREPANCY, Verdict.INCONSISTENT, Verdict.UNRESOLVED})
LENGTH = 32  # hexadecimal digits of a fingerprint
_BETWEEN = "\x1f"  # the parts of what is hashed; no claim has it


class Key(NamedTuple):
    """What a known finding is recognised by; ``path`` is that of the claims file, from the folder of the baseline."""

    path: str
    rule: str
    verdict: str
    fingerprint: str


class Entry(NamedTuple):
    """A known finding: its key, its id for people, and why it was taken up later; blank at first."""

    key: Key
    id: str
    why: str = ""


class Baseline(NamedTuple):
    """All known findings, in the order in which they are written."""

    entries: tuple[Entry, ...] = ()


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """By article, then by id, whatever order they came in."""
    return tuple(sorted(entries, key=lambda each: (each.key.path, each.id, each.key, each.why)))


def entries_of(report: Report, path: str) -> Iterator[Entry]:
    """
    An entry for everything in a report that a run may fail on.

    Args:
        report: of an article.
        path: of its claims file, from the folder of the baseline.
    """
    for finding in report.findings:
        if may_fail(finding):
            yield Entry(finding_key(finding, path), finding.id)
    for each in report.inconsistencies:
        yield Entry(inconsistency_key(each, report, path), "+".join(sorted(each.claims)))


def may_fail(finding: Finding) -> bool:
    """Whether a run at any level may fail on a finding."""
    if finding.verdict is Verdict.MATCH:
        return finding.severity.rank >= Severity.WARNING.rank
    return finding.verdict in _OPEN


def finding_key(finding: Finding, path: str) -> Key:
    """What a finding is recognised by."""
    reference = finding.reference
    beside = () if reference is None else (*_bounds(reference.interval), str(reference.point), reference.unit)
    parts = (*_words(finding), "beside", *beside)
    return Key(path, finding.rule, str(finding.verdict), _fingerprint(parts))


def inconsistency_key(each: Inconsistency, report: Report, path: str) -> Key:
    """What claims that cannot all be true are recognised by: the words of each, in any order."""
    members = [finding for finding in report.findings if finding.claim in each.claims]
    words = sorted(_fingerprint(_words(finding)) for finding in members)
    return Key(path, each.rule, str(Verdict.INCONSISTENT), _fingerprint(words))


def _words(finding: Finding) -> tuple[str, ...]:
    claimed = finding.claimed
    period = "" if finding.period is None else str(finding.period)
    said = (finding.quote, finding.kind, period, claimed.text, claimed.unit)
    return (*said, *_bounds(claimed.interval))


def _bounds(interval: Interval | None) -> tuple[str, ...]:
    if interval is None:
        return ()
    return str(interval.low), str(interval.low_closed), str(interval.high), str(interval.high_closed)


def _fingerprint(parts: Iterable[str]) -> str:
    text = _BETWEEN.join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]
