"""
What an article adds up to: how many findings of each look, and what was loosened, set aside, or one's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factcheck.findings import Report
from factcheck.outputs.html.audience import Audience
from factcheck.outputs.html.inert import cut
from factcheck.outputs.html.looks import INCONSISTENT, LOOKS, UNCOVERED, Look, look_of
from factcheck.outputs.result import Counts, Result, count, rule_severity, severity_of
from factcheck.outputs.text import last_line
from factcheck.rules import Severity

MOST = 200  # lines of one list
LONGEST = 300


class Number(NamedTuple):
    """How many of one look, in words: "3 discrepancies"."""

    look: Look
    number: int
    words: str


class Counted(NamedTuple):
    """A count that every report ends with, and what it counts where the reader may see it."""

    label: str
    number: int
    lines: tuple[str, ...] = ()


_SEVERAL = {
    "discrepancy": ("discrepancy", "discrepancies"),
    "inconsistent": ("inconsistent claim", "inconsistent claims"),
    "warned": ("match with a warning", "matches with a warning"),
    "unresolved": ("not resolved", "not resolved"),
    "uncovered": ("figure without a claim", "figures without a claim"),
    "match": ("match", "matches"),
    "attested": ("attested", "attested"),
    "ignored": ("set aside", "set aside"),
}


def tally(reports: Iterable[Report]) -> tuple[Number, ...]:
    """The numbers of some articles, worst first; what there is none of is left out."""
    reports = tuple(reports)
    counts = Counter(look_of(finding) for report in reports for finding in report.findings)
    counts[UNCOVERED] = sum(len(report.coverage.uncovered) for report in reports)
    found = [Number(look, counts[look], _in_words(look.name, counts[look])) for look in LOOKS if counts[look]]
    conflicts = sum(len(report.inconsistencies) for report in reports)
    if conflicts:
        words = f"{conflicts} {'contradiction' if conflicts == 1 else 'contradictions'}"
        found.insert(1 if counts[LOOKS[0]] else 0, Number(INCONSISTENT, conflicts, words))
    return tuple(found)


def _in_words(name: str, number: int) -> str:
    return f"{number} {_SEVERAL[name][number != 1]}"


def badness(report: Report) -> tuple[int, ...]:
    """A key that sorts the worst article first: errors, then warnings, then what was not settled or not claimed."""
    severities = Counter(severity_of(finding) for finding in report.findings)
    severities.update(rule_severity(each.rule) for each in report.inconsistencies)
    looks = Counter(look_of(finding).name for finding in report.findings)
    return (
        -severities[Severity.ERROR],
        -severities[Severity.WARNING],
        -looks["unresolved"],
        -len(report.coverage.uncovered),
    )


def counts_of(report: Report, audience: Audience) -> tuple[Counted, ...]:
    """The counts that no report leaves out."""
    counts: Counts = count(Result((report,)))
    tolerances = () if audience.public else report.tolerances
    unneeded = () if audience.public else report.unneeded
    always = (
        _counted("tolerance", "tolerances", "of the newsroom's own", counts.tolerances, tolerances),
        _counted("finding", "findings", "set aside", counts.ignores),
        _counted("finding rests", "findings rest", "on rows of the newsroom's own", counts.local_rows),
        _counted("finding rests", "findings rest", "on rows of a lock", counts.locked_rows),
    )
    sometimes = (
        _counted("finding", "findings", "made less serious by settings", counts.lowered),
        _counted("finding", "findings", "known from the baseline", counts.known),
        _counted("rule was", "rules were", "set aside and did not occur", counts.unneeded, unneeded),
    )
    return (*always, *(each for each in sometimes if each.number))


def _counted(one: str, several: str, rest: str, number: int, lines: Sequence[str] = ()) -> Counted:
    label = f"{one if number == 1 else several} {rest}"
    return Counted(label, number, tuple(cut(each, LONGEST) for each in lines[:MOST]))


def run_in_a_line(result: Result, audience: Audience, *, ends: bool = True) -> str:
    """Everything that a run adds up to, in the line that every report ends with; its exit code is not for outsiders."""
    line = last_line(count(result), result.exit_code)
    return line.partition(": ")[2] if audience.public or not ends else line
