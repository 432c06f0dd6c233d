"""Stories about China's trade through the whole command, with the Chinese customs' pages at hand."""

from __future__ import annotations

from collections.abc import Callable

from tests.resolvers.live.conftest import Ran
from tests.resolvers.live.gacc_service import GaccService
from tests.resolvers.live.gacc_troubles import SHELL
from tests.resolvers.live.server import Response

CLAIMS = """\
title: China and Russia trade less in the first half of 2025
published: 2025-07-14
about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}
claims:
  - id: first-half
    quote: "slipped by 9.1 percent to $106.48 billion"
    change: 2025-H1
    level: 2025-H1
  - id: exports
    quote: "exports fell by 8.4 percent to $47.16 billion"
    flow: exports
    change: 2025-H1
    level: 2025-H1
  - id: imports
    quote: "imports fell by 9.6 percent to $59.32 billion"
    flow: imports
    change: 2025-H1
    level: 2025-H1
"""
#: The embedded figures have neither Germany nor Latin America with China in 2026; those of the pages are real.
ELSEWHERE = """\
title: China's trade in the first quarter of 2026
published: 2026-04-20
about: {source: gacc, reporter: China, flow: total, currency: CNY}
claims:
  - id: holds
    partner: Germany
    quote: "trade with Germany came to 375.26 billion yuan"
    level: 2026-Q1
  - id: grew
    partner: Germany
    quote: "rose 12.7 percent"
    change: 2026-Q1
  - id: misses
    partner: Latin America
    quote: "trade with Latin America came to 311.23 billion yuan"
    level: 2026-Q1
  - id: month
    partner: Germany
    flow: exports
    quote: "exports of 71.18 billion yuan in March"
    level: 2026-03
  - id: open
    partner: Germany
    quote: "came to 120 billion yuan in November"
    level: 2026-11
  - id: early
    partner: Japan
    quote: "came to 1 trillion yuan in the first half"
    level: 2026-H1
"""


def test_the_first_half_of_2025_through_the_whole_command(verify_live: Callable[..., Ran]) -> None:
    """
    On the day of the release the published figures hold, read from the page of that day.
    """
    with GaccService() as server:
        url, ran = server.url, verify_live(CLAIMS, {"gacc": server.url}, "--isolated")

    claims = ("first-half", "exports", "imports")
    assert [ran.verdict(f"{claim}.change") for claim in claims] == [("match", "published-rate")] * 3
    assert [ran.verdict(f"{claim}.level") for claim in claims] == [("match", "within")] * 3
    assert ran.finding("exports.level")["reference"]["url"].startswith(url)
    assert ran.code == 0


def test_partners_that_the_snapshot_lacks(verify_live: Callable[..., Ran]) -> None:
    """
    Levels and growth of partners and periods that nobody else has are decided by the pages.
    """
    with GaccService() as server:
        ran = verify_live(ELSEWHERE, {"gacc": server.url})

    assert [ran.verdict(each) for each in ("holds", "grew", "misses", "month", "open", "early")] == [
        ("match", "within"),
        ("match", "published-rate"),
        ("discrepancy", "wrong-level"),
        ("match", "within"),
        ("unresolved", "no-observation"),
        ("unresolved", "not-yet-published"),
    ]
    assert ran.code == 1


def test_a_challenge_leaves_claims_unresolved(verify_live: Callable[..., Ran]) -> None:
    """
    A site that lets no program in ends with exit code 4 and says so.
    """
    with GaccService() as server:
        server.always = lambda handler, asked, response: Response(412, SHELL, "text/html")
        ran = verify_live(ELSEWHERE, {"gacc": server.url})

    assert (ran.code, ran.verdict("holds")) == (4, ("unresolved", "source-unavailable"))
    assert "challenge" in ran.finding("holds")["explanation"]
