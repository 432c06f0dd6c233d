"""Reports made for tests of the baseline: any findings, in any order, on any lines."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from factcheck.baseline import Baseline, Compared, compare
from factcheck.errors import Location
from factcheck.findings import Claimed, Finding, Inconsistency, Reference, Report
from factcheck.intervals import Interval
from factcheck.rules import RULES, Severity, Verdict

SHOWN = "factcheck-baseline.json"


def interval(low: int, high: int) -> Interval:
    return Interval(Fraction(low), Fraction(high))


def finding(
    quote: str = "fell 9 percent",
    rule: str = "wrong-level",
    id_: str = "a",
    line: int = 4,
    reference: int | None = 7,
    words: tuple[int, int] = (8, 9),
) -> Finding:
    """A finding of a rule, with a reference unless there is none."""
    known = RULES[rule]
    return Finding(
        id=id_,
        claim=id_,
        quote=quote,
        kind="level",
        period=None,
        verdict=known.verdict,
        rule=rule,
        severity=known.severity if known.severity is not None else Severity.ERROR,
        location=Location("claims/a.yaml", line, 5),
        claimed=Claimed("9 percent", interval(*words), "%"),
        reference=None
        if reference is None
        else Reference(interval(reference, reference + 1), Fraction(reference), "%", "printed", ()),
    )


def report(*findings: Finding, path: str = "claims/a.yaml", together: tuple[tuple[str, ...], ...] = ()) -> Report:
    """The report of an article; ``together`` are claims that cannot all be true."""
    found = tuple(Inconsistency("conflict", claims, (), claims, "they cannot") for claims in together)
    return Report(path, "", None, None, findings, found)


def beside(baseline: Baseline, *reports: Report, absent: frozenset[str] = frozenset()) -> Compared:
    """Reports beside a baseline in the working folder."""
    return compare(reports, {each.path: each.path for each in reports}, baseline, absent=absent, shown=SHOWN)


FINDINGS = st.builds(
    finding,
    quote=st.sampled_from(["fell 9 percent", "rose 8 percent", "a record"]),
    rule=st.sampled_from(["wrong-level", "wrong-direction", "coarse", "no-observation", "within", "recomputed"]),
    line=st.integers(1, 99),
    reference=st.sampled_from([None, 7, 8]),
)


@st.composite
def reports(draw: st.DrawFn) -> tuple[Report, ...]:
    """The reports of a few articles, the ids of each article its own."""
    made = []
    for path in draw(st.lists(st.sampled_from(["claims/a.yaml", "claims/b.yaml"]), unique=True)):
        found = draw(st.lists(FINDINGS, max_size=5))
        ids = draw(st.permutations([f"claim-{number}" for number in range(len(found))]))
        made.append(report(*(_named(each, id_) for each, id_ in zip(found, ids, strict=True)), path=path))
    return tuple(made)


def _named(each: Finding, id_: str) -> Finding:
    from dataclasses import replace

    return replace(each, id=id_, claim=id_)


def is_open(each: Finding) -> bool:
    """Whether a run may fail on it, as the page about settings says."""
    return each.verdict is not Verdict.MATCH or each.severity is Severity.WARNING
