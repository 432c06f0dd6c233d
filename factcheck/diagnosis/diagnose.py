"""
Why a figure is probably wrong: the rewrites that make it true, ranked, or silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.diagnosis.accident import BAR, BAR_OF_TWO, share_hit, share_of_decade
from factcheck.diagnosis.candidate import Candidate, hits
from factcheck.diagnosis.costs import BASIS, TWO
from factcheck.diagnosis.table import one_rewrite, two_rewrites, with_currency
from factcheck.diagnosis.world import World
from factcheck.evaluate.words import arithmetic
from factcheck.findings import Cause, Diagnosis, Finding, Tried
from factcheck.rules import Verdict
from factcheck.statements import Expected, Statement, Within

MOST = 3  # causes that are shown
SCALE = "scale x"
PER_MILLE = 1000  # shares are told to a tenth of a per cent


def diagnose(statement: Statement, world: World) -> Diagnosis | None:
    """
    What was tried for a claim that its reference refutes, and what makes it true; None for a form without a figure.

    The cheapest rewrites that hit are the causes. They are kept back where all that was tried at their cost would have
    explained more than 5 % of the claims beside this one.
    """
    if not isinstance(statement, Within) or statement.expected.number is None:
        return None
    quantity, expected = statement.quantity, statement.expected
    tried, found = list[Candidate](), list[Candidate]()
    for rewrites in (one_rewrite, with_currency, two_rewrites):
        more = rewrites(quantity, expected, world)
        tried += more
        found = [each for each in more if hits(each, expected)]
        if found:
            break
    told = tuple(_tried(each, each in found) for each in tried)
    if not found:
        return Diagnosis((), told)
    cost = min(each.cost for each in found)
    equals = [each for each in found if each.cost == cost]
    share = share_hit((each for each in tried if each.cost == cost and not _is_scale(each)), expected)
    kept = [each for each in equals if _is_earned(each, share, expected)]
    causes = tuple(_cause(each, share, expected) for each in _distinct(kept)[:MOST])
    return Diagnosis(causes, told, None if cost == BASIS else _rounded(share))


def is_other_basis(finding: Finding) -> bool:
    """Whether the finding's figure is another currency's published rate."""
    return bool(finding.causes) and finding.causes[0].share is None


def _tried(candidate: Candidate, hit: bool) -> Tried:
    steps, _, value, _, reference, working, _, missing, unit = candidate
    return Tried(steps, value, hit, reference, working, missing, unit)


def explained(finding: Finding, world: World) -> Finding:
    """
    A finding with the causes of its miss.

    A match that holds only with a revised base has one too where it repeats another currency's published rate.
    """
    if finding.statement is None or finding.verdict not in (Verdict.DISCREPANCY, Verdict.MATCH):
        return finding
    if finding.verdict is Verdict.MATCH and finding.rule != "revised-base":
        return finding
    found = diagnose(finding.statement, world)
    if found is None:
        return finding
    causes = found.causes
    if finding.verdict is Verdict.MATCH:
        causes = tuple(cause for cause in causes if cause.share is None)
    return replace(finding, causes=causes, diagnosis=found)


def _is_scale(candidate: Candidate) -> bool:
    return candidate.name.startswith(SCALE)


def _is_earned(candidate: Candidate, share: float, expected: Expected) -> bool:
    """Whether the accident is small enough; a slip of scale keeps its digits, and is measured on those alone."""
    if candidate.cost == BASIS:
        return True
    if _is_scale(candidate):
        return share_of_decade(expected) <= BAR
    return share <= (BAR_OF_TWO if candidate.cost == TWO else BAR)


def _distinct(candidates: Sequence[Candidate]) -> list[Candidate]:
    """One candidate a name: two days' rates that lead to one number are one cause."""
    return list({candidate.name: candidate for candidate in reversed(candidates)}.values())[::-1]


def _cause(candidate: Candidate, share: float, expected: Expected) -> Cause:
    steps = candidate.steps
    if _is_scale(candidate):
        share = share_of_decade(expected)
    return Cause(
        name=candidate.name,
        rewrites=tuple(step.name for step in steps),
        text=f"looks like {' and '.join(step.said for step in steps)}",
        arithmetic=arithmetic(_tried(candidate, True), expected),
        reference=candidate.reference,
        share=None if candidate.cost == BASIS else _rounded(share),
    )


def _rounded(share: float) -> Fraction:
    return Fraction(round(share * PER_MILLE), PER_MILLE)
