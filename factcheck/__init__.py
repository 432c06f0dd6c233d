"""
Check the figures of a news article against public customs data.

Each public name is loaded from its module when it is first used: importing factcheck costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from factcheck.claim_files import read_claims
    from factcheck.claims import Article, Claim, KindUse
    from factcheck.errors import FactcheckError, Location, Problem
    from factcheck.findings import Cause, Finding, Inconsistency, Reference, Report
    from factcheck.inconsistencies import find_inconsistencies
    from factcheck.intervals import Interval
    from factcheck.observations import (
        Answer,
        Citation,
        Event,
        EventQuery,
        Failure,
        Observation,
        Resolver,
        SeriesQuery,
        Standing,
    )
    from factcheck.periods import Period
    from factcheck.reading.figure import Figure
    from factcheck.reading.figures import read_figure, read_figures
    from factcheck.reading.periods import read_periods
    from factcheck.resolvers import load_resolvers
    from factcheck.rules import Severity, Verdict
    from factcheck.scanning.mention import Mention
    from factcheck.scanning.scan import scan
    from factcheck.verification import verify

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "Article",
    "Cause",
    "Citation",
    "Claim",
    "Event",
    "EventQuery",
    "FactcheckError",
    "Failure",
    "Figure",
    "Finding",
    "Inconsistency",
    "Interval",
    "KindUse",
    "Location",
    "Mention",
    "Observation",
    "Period",
    "Problem",
    "Reference",
    "Report",
    "Resolver",
    "SeriesQuery",
    "Severity",
    "Standing",
    "Verdict",
    "__version__",
    "find_inconsistencies",
    "load_resolvers",
    "read_claims",
    "read_figure",
    "read_figures",
    "read_periods",
    "scan",
    "verify",
]

# One table for the interpreter, one block above for type checkers: a test compares the two with ``__all__``.
_MODULE_OF: Final[dict[str, str]] = {
    "Answer": "factcheck.observations",
    "Article": "factcheck.claims",
    "Cause": "factcheck.findings",
    "Citation": "factcheck.observations",
    "Claim": "factcheck.claims",
    "Event": "factcheck.observations",
    "EventQuery": "factcheck.observations",
    "FactcheckError": "factcheck.errors",
    "Failure": "factcheck.observations",
    "Figure": "factcheck.reading.figure",
    "find_inconsistencies": "factcheck.inconsistencies",
    "Finding": "factcheck.findings",
    "Inconsistency": "factcheck.findings",
    "Interval": "factcheck.intervals",
    "KindUse": "factcheck.claims",
    "load_resolvers": "factcheck.resolvers",
    "Location": "factcheck.errors",
    "Mention": "factcheck.scanning.mention",
    "Observation": "factcheck.observations",
    "Period": "factcheck.periods",
    "Problem": "factcheck.errors",
    "read_claims": "factcheck.claim_files",
    "read_figure": "factcheck.reading.figures",
    "read_figures": "factcheck.reading.figures",
    "read_periods": "factcheck.reading.periods",
    "Reference": "factcheck.findings",
    "Report": "factcheck.findings",
    "Resolver": "factcheck.observations",
    "scan": "factcheck.scanning.scan",
    "SeriesQuery": "factcheck.observations",
    "Severity": "factcheck.rules",
    "Standing": "factcheck.observations",
    "Verdict": "factcheck.rules",
    "verify": "factcheck.verification",
}


def __getattr__(name: str) -> object:
    """Load a public name from the module that defines it."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    return getattr(import_module(_MODULE_OF[name]), name)


def __dir__() -> list[str]:
    return list(__all__)
