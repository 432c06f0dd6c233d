"""Every row of the built-in live services can be pinned: a lock holds whatever they give."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import pytest

from factcheck.lock.answered import holdable
from factcheck.observations import Query
from factcheck.resolvers.live.access import Access
from tests.resolvers.live.suite import NOW, LiveSuite

MODULES = (
    "census",
    "comexstat",
    "comtrade",
    "dbnomics",
    "ecb",
    "eurostat",
    "gacc",
    "hmrc",
    "imf",
    "wits",
    "world_bank",
)


def suites() -> Iterator[type[LiveSuite]]:
    """The suite of each service: its fake, its resolver, and questions that it has answers to."""
    for name in MODULES:
        module = import_module(f"tests.resolvers.live.test_{name}")
        found = [each for each in vars(module).values() if isinstance(each, type) and issubclass(each, LiveSuite)]
        yield next(each for each in found if each is not LiveSuite)


@pytest.mark.parametrize("suite", tuple(suites()), ids=lambda suite: suite.__name__)
def test_what_a_service_gives_can_be_held(suite: type[LiveSuite]) -> None:
    """
    Its answers are in a lock as they are, to questions about figures and about rates alike.
    """
    queries: list[Query] = [suite.question, *suite.known]
    with suite.service() as server:
        access = Access(base_url=server.url, keys=suite.keys, now=lambda: NOW, sleep=lambda _: None, jitter=lambda: 0.0)
        answers = list(suite.resolver(access).resolve(list(dict.fromkeys(queries))))

    assert [answer for answer in answers if answer.observations or answer.rates]
    assert [holdable(answer).detail for answer in answers] == [answer.detail for answer in answers]
