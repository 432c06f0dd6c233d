"""
The contract: all its tests in one class to inherit.
"""

from __future__ import annotations

from factcheck.testing.answers import AnswerTests
from factcheck.testing.live import LiveTests
from factcheck.testing.protocol import ProtocolTests


class ResolverContract(ProtocolTests, AnswerTests, LiveTests):
    """
    What every resolver must do; inherit it and name a few queries. ``Hooks`` has all that can be told.

    A check that a service cannot pass by its nature is taken out by name, with the reason beside it:
    ``test_half_a_body_is_a_failure = None  # a CSV that does not say how long it is``.
    """
