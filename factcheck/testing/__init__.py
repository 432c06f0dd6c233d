"""
The contract of resolvers, as tests that a plugin inherits.

    class TestMyResolver(ResolverContract):
        known = (SeriesQuery("CHN", "RUS", periods=frozenset({Period.parse("2024")})),)
        unknown = (SeriesQuery("CHN", "ATA"),)

        def make_resolver(self):
            return MyResolver()

A live resolver names recorded replies of its service in place of ``make_resolver``, and is then also tried with
faults, offline, and in other processes:

        recorded = Path(__file__).parent / "recorded"

        def make_live(self, access):
            return MyResolver(access)

pytest collects the tests of the subclass; this package needs no pytest. docs/resolvers.md tells more.
"""

from __future__ import annotations

from factcheck.testing.contract import ResolverContract
from factcheck.testing.faults import Fault, Sent
from factcheck.testing.recorded import recorded
from factcheck.testing.replay import Replay, serve
from factcheck.testing.sockets import no_sockets, only_loopback

__all__ = ["Fault", "Replay", "ResolverContract", "Sent", "no_sockets", "only_loopback", "recorded", "serve"]
