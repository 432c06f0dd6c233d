"""
What the sources add to an inconsistency: which members they contradict, and what it means for claims left open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.consistency.forms import takes_part
from factcheck.findings import Finding, Inconsistency
from factcheck.rules import RULES, Verdict


def told_with_sources(found: Inconsistency, findings: Sequence[Finding]) -> Inconsistency:
    """The inconsistency with the members that the source contradicts; the others are not said to be right."""
    wrong = [each for each in findings if each.claim in found.claims and _is_contradicted(each)]
    if not wrong:
        return found
    told = "; ".join(f"“{each.quote}” ({each.reference.how})" for each in wrong if each.reference is not None)
    return found._replace(explanation=f"{found.explanation} The source contradicts {told}.".strip())


def is_the_sources_own(found: Inconsistency, findings: Sequence[Finding]) -> bool:
    """
    Whether an implied rate is that of the office itself: every member is a figure that it printed.

    Why: Chinese customs converts at rates of its own; for single months no day of the market had them.
    """
    members = [each for each in findings if each.claim in found.claims and _is_used(each)]
    return found.rule == "implied-rate" and all(each.verdict is Verdict.MATCH for each in members)


def _is_contradicted(finding: Finding) -> bool:
    return finding.verdict is Verdict.DISCREPANCY and finding.reference is not None and _is_used(finding)


def _is_used(finding: Finding) -> bool:
    return finding.statement is not None and takes_part(finding.statement)


def settled(finding: Finding, inconsistencies: Sequence[Inconsistency]) -> Finding:
    """A claim that no source could check and that stands in a conflict is inconsistent; other verdicts stay."""
    if finding.verdict is not Verdict.UNRESOLVED or not _is_used(finding):
        return finding
    for each in inconsistencies:
        if finding.claim in each.involved:
            rule = RULES[each.rule]
            others = [claim for claim in each.claims if claim != finding.claim]
            beside = f"does not go together with {', '.join(others)}" if others else "contradicts itself"
            text = f"{finding.explanation}; it {beside}: see the inconsistency ({each.rule})"
            severity = rule.severity or finding.severity
            return replace(finding, verdict=rule.verdict, rule=rule.name, severity=severity, explanation=text)
    return finding
