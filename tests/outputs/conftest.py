"""A report made by hand, with one finding of every sort; the figures are those of the China-Russia article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from factcheck.errors import Location, Problem
from factcheck.findings import (
    Cause,
    Claimed,
    Coverage,
    Finding,
    Inconsistency,
    Note,
    Reference,
    Report,
    Uncovered,
)
from factcheck.intervals import Interval
from factcheck.observations import Citation, Observation, Standing
from factcheck.outputs.result import Result
from factcheck.periods import Period
from factcheck.rules import RULES, Severity

PATH = "claims/china-russia.yaml"
URL = "https://example.org/china-russia-trade"
BN = 10**9


def row(value: str, period: str, published: str, measure: str = "level", unit: str = "USD") -> Observation:
    decimals = len(value.partition(".")[2])
    return Observation(
        "CHN", "RUS", "total", "", "goods", "", unit, Period.parse(period), measure, Decimal(value),
        9 if measure == "level" else 0, decimals, date.fromisoformat(published), Standing.DECIDES,
        Citation("gacc", "gacc_country_totals", "GACC", URL),
    )  # fmt: skip


def reference(observation: Observation, how: str, route: str = "printed") -> Reference:
    unit = observation.unit if observation.measure == "level" else "%"
    return Reference(observation.interval, observation.amount, unit, route, (observation,), how)


def make_finding(rule: str, quote: str, **fields: object) -> Finding:
    known = RULES[rule]
    made = Finding(
        id=rule, claim=rule, quote=quote, kind="level", period=None, verdict=known.verdict, rule=rule,
        severity=known.severity or Severity.ERROR, location=Location(PATH, 9, 12), claimed=Claimed("", None, ""),
    )  # fmt: skip
    return replace(made, **fields)  # type: ignore[arg-type]


def wrong_level() -> Finding:
    row_2023 = row("240.11", "2023", "2024-01-12")
    return make_finding(
        "wrong-level",
        "a record high of $237 billion at the beginning of 2024",
        id="level-2023",
        claim="level-2023",
        period=Period.parse("2023"),
        location=Location(PATH, 21, 12),
        claimed=Claimed("$237 billion", Interval(Fraction(2365, 10) * BN, Fraction(2375, 10) * BN), "USD"),
        reference=reference(row_2023, "gacc, released 2024-01-12: 240.11 bn USD"),
        margin=Fraction(-2605, 1000),
        scale=Fraction(BN),
        explanation="gacc, released 2024-01-12: 240.11 bn USD; “$237 billion” covers 236.5 to 237.5 bn USD",
        causes=(Cause("other year", ("period",), "looks like 2024 in yuan", "1.74 tn CNY / 7.3317 = 237.33 bn USD"),),
        suggestion="$240 billion",
    )


def growth() -> Finding:
    return make_finding(
        "published-rate",
        "slipped by 9.1 percent to $106.48 billion in the first half of 2025",
        id="change-2025-h1",
        claim="change-2025-h1",
        kind="change",
        period=Period.parse("2025-H1"),
        claimed=Claimed("9.1 percent", Interval(Fraction(-915, 100), Fraction(-905, 100)), "%"),
        reference=reference(
            row("-9.1", "2025-H1", "2025-07-14", "yoy"),
            "gacc, released 2025-07-14: −9.1 % on a year earlier in USD",
            "published-rate",
        ),
        margin=Fraction(1, 10),
    )


def make_report() -> Report:
    findings = (
        growth(),
        wrong_level(),
        make_finding("coarse", "$240 billion", notes=(Note("since-revised", "since revised: 238 stands at 239"),)),
        make_finding("no-observation", "for two consecutive days", kind="date", explanation="no source has it"),
        make_finding("seen", "the agency noted", kind="seen", explanation="seen by A. Editor on 2025-07-15"),
        make_finding("ignored", "about $1 trillion", notes=(Note("ignored", "ignored (wrong-level): a joke"),)),
    )
    conflict = Inconsistency(
        "conflict",
        ("change-2024", "trend-2024-imports", "trend-2024-exports"),
        (("change-2024", "trend-2024-exports"),),
        ("change-2024", "trend-2024-exports", "trend-2024-imports"),
        "the rate of a total lies between the rates of its parts",
    )
    return Report(
        path=PATH,
        title="China and Russia trade less",
        published=date(2025, 7, 14),
        as_of=date(2025, 7, 14),
        findings=findings,
        inconsistencies=(conflict,),
        coverage=Coverage(9, 8, (Uncovered("20 percent", Location("drafts/story.md", 3, 7)),)),
        tolerances=("change-2025-h1: 0.2 pp",),
        local_rows=1,
        todo=("level-2022",),
        warnings=("resolver 'house' could not be loaded",),
    )


@pytest.fixture
def report() -> Report:
    """The hand-made report of one article."""
    return make_report()


@pytest.fixture
def result() -> Result:
    """A run with that one report and one problem."""
    problem = Problem(Location("claims/bad.yaml", 2, 3), "unknown key 'lavel'", "did you mean level?", "  lavel: 2023")
    return Result((make_report(),), (problem,), 2, date(2025, 7, 14))


@pytest.fixture
def finding() -> Callable[..., Finding]:
    """Make a finding by rule and quote."""
    return make_finding
