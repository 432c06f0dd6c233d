"""
The unknowns of the model: levels, the bases that rates are measured on, and rates that are compared with each other.

A rate is measured on the base that its own release used, so an earlier period has two unknowns: what claims say of it,
and what the later release made of it (MEANING 7).
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.observations import Series
from factcheck.periods import Period
from factcheck.statements import Ratio

BALANCE = "balance"
Family = tuple[str | None, ...]


class LevelAt(NamedTuple):
    """The level of a series at a period, as claims state it."""

    series: Series
    period: Period


class BaseAt(NamedTuple):
    """The level of ``earlier`` as it stands in the release about ``later``."""

    series: Series
    earlier: Period
    later: Period


class RateOf(NamedTuple):
    """A change or a share, in per cent; only where two of them are compared."""

    ratio: Ratio


Variable = LevelAt | BaseAt | RateOf


def is_positive(variable: Variable) -> bool:
    """Whether it is larger than 0: every level and base that is no balance."""
    return not isinstance(variable, RateOf) and variable.series.flow != BALANCE


def family_of(series: Series) -> Family:
    """Everything of a series but its flow: what the flows of one identity share."""
    return (*series[:2], *series[3:])


def with_flow(series: Series, flow: str) -> Series:
    """The same series of another flow."""
    return series if series.flow == flow else series._replace(flow=flow)
