"""
Rules that a claim sets aside though they did not occur: an exception that outlives its reason hides the next error.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import Claim
from factcheck.findings import Finding, Inconsistency
from factcheck.rules import Verdict


def unneeded_ignores(
    claims: Sequence[Claim], findings: Sequence[Finding], inconsistencies: Sequence[Inconsistency]
) -> dict[str, str]:
    """
    Each rule that a claim sets aside for nothing, behind the claim's id, with a warning that says so.

    A claim that could not be checked needs its ignores still: nobody knows what would have been found.

    Args:
        claims: of the article.
        findings: what was found of them, what is ignored among it.
        inconsistencies: the same.
    """
    occurred = {(finding.claim, finding.rule) for finding in findings}
    occurred |= {(claim, each.rule) for each in inconsistencies for claim in each.claims}
    checked = {finding.claim for finding in findings}
    checked -= {finding.claim for finding in findings if finding.verdict is Verdict.UNRESOLVED}
    return {
        f"{claim.id}: {rule}": f"claim {claim.id} ignores {rule}, which does not occur: leave it out of ignore"
        for claim in claims
        for rule in claim.ignore
        if claim.id in checked and (claim.id, rule) not in occurred
    }
