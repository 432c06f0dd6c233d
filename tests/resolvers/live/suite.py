"""
What every live resolver must show: the contract, the right value, the faults of any service, offline replay.

A service's tests inherit ``LiveSuite`` and add what is its own: what it refuses, its traps, its faults.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

import pytest

from factcheck.evidence.store import EvidenceStore
from factcheck.observations import Answer, Observation, Query, Resolver, SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers.live.access import Access
from factcheck.testing import Fault, ResolverContract, Sent, no_sockets
from tests.resolvers.live.faults import COMMON, JSON_ONLY, Trouble
from tests.resolvers.live.server import FakeService, Response

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
SECRET = "s3cret/key+with=signs"
LONGEST = 60.0  # seconds that any fault may take in a test; the deadline is set to 1.5


def periods(*texts: str) -> frozenset[Period]:
    """Periods as claims write them."""
    return frozenset(Period.parse(text) for text in texts)


def amount(row: Observation) -> Decimal:
    """The figure in whole units."""
    return row.value.scaleb(row.unit_multiplier)


def _with_fault(fault: Fault, response: Response) -> Response:
    sent = fault(Sent(response.status, response.content_type, response.body))
    promised = {"Content-Length": str(len(sent.body) + sent.missing)} if sent.missing else {}
    headers = {**response.headers, **promised}
    return Response(sent.status, sent.body, sent.content_type, headers)


class LiveSuite(ResolverContract):
    """
    Attributes:
        service: the fake that speaks as the real one.
        resolver: the class of the resolver.
        question: one query, with ``flow``, ``at`` and ``value``: the figure in whole units that answers it.
        troubles: the faults of any service; add those that are the service's own in ``own_troubles``.
        keys: what the environment has.
    """

    service: ClassVar[type[FakeService]]
    resolver: ClassVar[Any]
    question: ClassVar[SeriesQuery]
    flow: ClassVar[str] = "exports"
    unit: ClassVar[str] = "USD"
    at: ClassVar[Period]
    value: ClassVar[Decimal]
    troubles: ClassVar[Sequence[Trouble]] = (*COMMON, *JSON_ONLY)
    own_troubles: ClassVar[Sequence[Trouble]] = ()
    keys: ClassVar[dict[str, str]] = {}
    offline = False

    @pytest.fixture(autouse=True)
    def _serve(self, tmp_path: Path) -> Iterator[None]:
        self.folder = tmp_path
        self.waited: list[float] = []
        self.now = NOW
        with self.service() as server:
            self.server = server
            yield

    def access(self, **given: Any) -> Access:
        """Access to the fake, with a clock of the test's."""
        usual: dict[str, Any] = {
            "base_url": self.server.url,
            "deadline": 1.5,
            "keys": self.keys,
            "now": lambda: self.now,
            "sleep": self.waited.append,
            "jitter": lambda: 0.0,
        }
        return Access(**{**usual, **given})

    def make_resolver(self) -> Resolver:
        """A new resolver of the fake."""
        made: Resolver = self.resolver(self.access())
        return made

    #: Its fake lives in this process; a package of ``factcheck plugin new`` is tried in others.
    test_answers_do_not_depend_on_the_process = None

    def make_live(self, access: Access) -> Resolver:
        """A new resolver with this access."""
        made: Resolver = self.resolver(access)
        return made

    @contextmanager
    def served(self, fault: Fault) -> Iterator[Access]:
        """Access to the fake, whose replies are changed by a fault of the contract."""
        self.server.always = lambda handler, asked, response: _with_fault(fault, response)
        yield self.access()
        self.server.always = None

    def answer(self, query: Query | None = None, **given: Any) -> Answer:
        """The answer to one query, the suite's own if none is given."""
        (found,) = self.resolver(self.access(**given)).resolve((query or self.question,))
        assert isinstance(found, Answer)
        return found

    def found(self, answer: Answer) -> list[Decimal]:
        """The figures of the suite's own cell in an answer."""
        return [
            amount(row)
            for row in answer.observations
            if (row.flow, row.period, row.measure, row.unit, row.valuation)
            == (self.flow, self.at, "level", self.unit, "")
        ]

    def test_the_right_value_is_found(self) -> None:
        """
        The service's figure arrives, once, in its unit.
        """
        assert self.found(self.answer()) == [self.value]

    def test_a_fault_ends_right_or_loud(self, trouble: Trouble) -> None:
        """
        A fault ends in the right value or in a typed reason, in time, without a wrong figure and without a key.

        A fault of one request of several leaves what the others brought: the right figure, or none of that cell.
        """
        self.server.faults = [trouble.fault] * trouble.times
        self.server.always = None if trouble.times else trouble.fault
        start = time.monotonic()

        answer = self.answer(keys={**self.keys})

        assert time.monotonic() - start < LONGEST
        if answer.failure is None:
            assert (self.found(answer), trouble.ends_in) == ([self.value], frozenset())
        else:
            assert answer.failure in trouble.ends_in, answer.detail
            assert self.found(answer) in ([], [self.value]), answer.detail
            assert answer.detail
        assert not any(secret and secret in repr(answer) for secret in self.keys.values())

    def test_kept_replies_answer_offline(self) -> None:
        """
        What was fetched once is answered again without a socket, in the same words.
        """
        kept = EvidenceStore(self.folder / "evidence")
        first = self.answer(evidence=kept)

        with no_sockets():
            again = self.answer(evidence=kept, offline=True)

        assert first == again

    def test_offline_without_kept_replies_is_a_failure(self) -> None:
        """
        Offline and with nothing kept there is a reason and no figure.
        """
        with no_sockets():
            answer = self.answer(offline=True, evidence=EvidenceStore(self.folder / "none"))

        assert (str(answer.failure), answer.observations) == ("unavailable", ())

    def test_a_fresh_reply_is_not_asked_for_again(self) -> None:
        """
        A reply of the same hour is used again; a later run asks anew.
        """
        kept = EvidenceStore(self.folder / "evidence")
        self.answer(evidence=kept)
        before = len(self.server.asked)

        self.answer(evidence=kept)
        same_day = len(self.server.asked)
        self.now += timedelta(days=1)
        self.answer(evidence=kept)

        assert (same_day, len(self.server.asked)) == (before, 2 * before)

    def test_no_kept_file_holds_a_key(self) -> None:
        """
        Evidence has no key in it.
        """
        self.answer(evidence=EvidenceStore(self.folder / "evidence"))

        files = [path for path in (self.folder / "evidence").rglob("*") if path.is_file()]

        assert files
        assert not any(
            secret.encode() in path.read_bytes() for secret in self.keys.values() for path in files if secret
        )

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """Each fault is a test."""
        if "trouble" in metafunc.fixturenames:
            cls = metafunc.cls
            found = (*cls.troubles, *cls.own_troubles)
            metafunc.parametrize("trouble", found, ids=[each.name for each in found])
