"""
One identity in two currencies, seen from the causes: parts whose growth is another currency's than the total's.

Where claims state their currencies consistency finds it from the claims alone. Where all say dollars, only the
published rates tell that some of them are yuan rates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.diagnosis.diagnose import is_other_basis
from factcheck.diagnosis.other_currencies import several
from factcheck.findings import Finding, Inconsistency
from factcheck.observations import Series
from factcheck.periods import Period
from factcheck.rules import Verdict
from factcheck.statements import Level, Ratio, Within

Identity = tuple[Series, Period, Period]  # the series without its flow, the period and its base
PARTS = 3  # flows that make an identity: a total and two more, or both parts and the balance


def mixed_bases(findings: Sequence[Finding]) -> Iterator[Inconsistency]:
    """Each identity of which some members repeat another currency's rate and the others do not."""
    groups: dict[Identity, list[tuple[str, Finding]]] = {}
    for finding in findings:
        member = _member(finding)
        if member is not None:
            identity, flow = member
            groups.setdefault(identity, []).append((flow, finding))
    for members in groups.values():
        other = [finding for _, finding in members if is_other_basis(finding)]
        same = [finding for _, finding in members if finding not in other and finding.verdict is Verdict.MATCH]
        if other and same and len({flow for flow, _ in members}) >= PARTS:
            claims = tuple(dict.fromkeys(finding.claim for _, finding in members))
            yield Inconsistency("mixed-basis", claims, (), claims, _told(same, other))


def _member(finding: Finding) -> tuple[Identity, str] | None:
    """The identity of flows that a change belongs to, and its flow."""
    match finding.statement:
        case Within(quantity=Ratio(of=Level(cell=of), base=Level(cell=base), use="change")) if of.series == base.series:
            return (of.series._replace(flow=""), of.period, base.period), of.series.flow
        case _:
            return None


def _told(same: Sequence[Finding], other: Sequence[Finding]) -> str:
    cause = other[0].causes[0].name.split(" ")
    return (
        f"{_quotes(other)} {'is' if len(other) == 1 else 'are'} growth measured in {several(cause[0])}, "
        f"{_quotes(same)} in {several(cause[3])}: a total and its parts are told in two currencies."
    )


def _quotes(findings: Sequence[Finding]) -> str:
    return " and ".join(dict.fromkeys(f"“{finding.quote}”" for finding in findings))
