"""
Check a word that is said of several periods: all of them must hold.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.check.judgement import Judgement
from factcheck.rules import RULES, Verdict

ORDER = (Verdict.DISCREPANCY, Verdict.UNRESOLVED, Verdict.MATCH)


def together(judgements: Sequence[Judgement]) -> Judgement:
    """The worst judgement names the whole; a match takes the weakest rule. The explanation tells each."""

    def badness(judgement: Judgement) -> tuple[int, int]:
        rule = RULES[judgement.rule]
        severity = judgement.severity or rule.severity
        return ORDER.index(rule.verdict), -(severity.rank if severity is not None else 0)

    worst = min(judgements, key=badness)
    return worst._replace(
        explanation=" | ".join(judgement.explanation for judgement in judgements),
        notes=tuple(dict.fromkeys(note for judgement in judgements for note in judgement.notes)),
    )
