"""UN Comtrade through the whole command line."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from factcheck.resolvers.live.comtrade.resolver import SERVICE
from tests.resolvers.live.comtrade_faults import QUOTA, error
from tests.resolvers.live.comtrade_service import FIGURES, KEY, RELEASED, ComtradeService
from tests.resolvers.live.conftest import Ran

CLAIMS = """\
about: {reporter: Bhutan, partner: Thailand, flow: exports, currency: USD, source: comtrade}
claims:
  - {quote: "exports of $12.4 million", id: holds, level: 2024}
  - {quote: "exports of $9 million", id: misses, level: 2022}
  - {quote: "rose 24 percent", id: growth, change: 2024}
  - {quote: "exports of $3 million", id: open, level: 2021}
"""
#: Of India in 2022 the figure is the service's own, 80,230,193,279.727.
REAL = """\
about: {reporter: India, partner: United States, flow: exports, currency: USD, source: comtrade}
claims:
  - {quote: "exported goods worth $80.2 billion", id: holds, level: 2022}
  - {quote: "exported goods worth $78 billion", id: misses, level: 2022}
"""


@pytest.mark.parametrize("key", [KEY, ""])
def test_level_and_growth_through_the_whole_command(
    verify_live: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """
    A level and a growth of a pair that the snapshot does not have are decided by the service's figures.
    """
    monkeypatch.setenv("COMTRADE_API_KEY", key)
    with ComtradeService() as server:
        ran = verify_live(CLAIMS, {"comtrade": server.url})

    assert [ran.verdict(each) for each in ("holds", "misses", "growth", "open")] == [
        ("match", "within"),
        ("discrepancy", "wrong-level"),
        ("match", "recomputed"),  # the two years were released on different days
        ("unresolved", "no-observation"),
    ]
    assert ran.code == 1
    assert KEY not in json.dumps(ran.report) + ran.errors


def test_a_real_figure_through_the_whole_command(
    verify_live: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    India's exports to the United States in 2022, as the service has them, decide.
    """
    monkeypatch.delenv("COMTRADE_API_KEY", raising=False)
    with ComtradeService() as server:
        ran = verify_live(REAL, {"comtrade": server.url})

    assert [ran.verdict(each) for each in ("holds", "misses")] == [("match", "within"), ("discrepancy", "wrong-level")]


def test_a_service_without_quota_leaves_claims_unresolved(verify_live: Callable[..., Ran]) -> None:
    """
    A quota that is gone ends with exit code 4 and its reason.
    """
    with ComtradeService() as server:
        server.always = error(403, QUOTA)
        ran = verify_live(CLAIMS, {"comtrade": server.url})

    assert (ran.code, ran.verdict("holds")) == (4, ("unresolved", "source-unavailable"))
    assert "comtrade" in ran.finding("holds")["explanation"]


def test_facts_of_the_service() -> None:
    """
    The service is asked no faster than its free key allows, and its figures support.
    """
    assert (SERVICE.allowance.spacing, SERVICE.allowance.per_day, SERVICE.by_default) == (2.0, 500, True)
    assert (ComtradeService().figures, ComtradeService().released) == (FIGURES, RELEASED)
