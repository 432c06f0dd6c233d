"""
What a resolver's tests tell the contract: queries, and how the resolver is made.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from unittest import SkipTest

from factcheck.evidence.store import EvidenceStore
from factcheck.observations import Answer, Observation, Query, Resolver, SeriesQuery
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.service import Service
from factcheck.testing.faults import Fault, as_it_is
from factcheck.testing.recorded import recorded
from factcheck.testing.replay import serve
from factcheck.testing.sockets import only_loopback

MADE_UP_KEY = "made-up-key/of+the=contract"


class Hooks:
    """
    What a contract test may be told. A test whose hook is missing is skipped, with the reason.

    Attributes:
        known: queries that the resolver has answers to, at least one.
        unknown: queries of places or events that it has nothing about, at least one.
        offline: whether it must do without the network; one that is made to ask a service in its tests says False.
        recorded: the folder of recorded replies of a live resolver's service.
        own_faults: further faults that the service is known for, by name: each must end in a failure.
    """

    known: Sequence[Query] = ()
    unknown: Sequence[Query] = ()
    offline: bool = True
    recorded: Path | str | None = None
    own_faults: Mapping[str, Fault] = {}

    def make_resolver(self) -> Resolver:
        """A new resolver; of a live one with recorded replies, one that answers from those alone."""
        if self.recorded is None or not self.is_made_live():
            raise NotImplementedError("make_resolver() gives the resolver that is tested")
        return self.make_live(recorded(self.recorded, self._environment()))

    def make_live(self, access: Access) -> Resolver:
        """A new live resolver with this access: ``return Harbour(access)``."""
        raise NotImplementedError("make_live(access) gives a live resolver")

    @contextmanager
    def served(self, fault: Fault) -> Iterator[Access]:
        """Access to the recorded service, whose replies are changed by a fault; for one block."""
        if self.recorded is None:
            raise SkipTest("no faults were tried: name the folder of recorded replies under recorded")
        key = self._service().key
        parameter = "" if key is None else key.parameter
        with only_loopback(), serve(self.recorded, fault, key_parameter=parameter) as replay:
            yield replay.access(self._environment())
        require(bool(replay.asked), "the resolver did not ask the service that it was given")
        if fault is as_it_is:
            require(not replay.lacking, f"no reply is recorded to {replay.lacking[:1]}; record what known asks for")

    def make_resolver_with(self, fault: Fault) -> AbstractContextManager[Resolver] | Resolver:
        """A new resolver of a service whose replies are changed by a fault; or a context in which there is one."""
        return self._made_with(fault)

    @contextmanager
    def _made_with(self, fault: Fault) -> Iterator[Resolver]:
        with self.served(fault) as access:
            yield self.make_live(access)

    def licences(self) -> Sequence[str]:
        """Under what the figures may be used: of the resolver's service, or of the folder that it reads."""
        resolver = self.make_resolver()
        service = getattr(resolver, "service", None)
        if service is not None:
            return [str(getattr(service, "licence", "")).strip()]
        sources = getattr(getattr(resolver, "snapshot", None), "sources", None)
        if sources is None:
            raise SkipTest("no licence was looked at: give the resolver a service, or define licences()")
        return [str(each.licence).strip() for each in sources()]

    def record(self) -> str:
        """
        Ask the service itself for what is known and unknown, keep its replies under ``recorded``, say what came.

        For a person who records anew: no test calls this.
        """
        require(self.recorded is not None, "name the folder of recorded replies under recorded")
        access = Access(evidence=EvidenceStore(Path(self.recorded or "")), keys=os.environ)
        batches = (list(self.known), self._queries())  # some resolvers ask for all of a batch at once
        answers = [answer for batch in batches for answer in self.make_live(access).resolve(batch)]
        return "\n".join(dict.fromkeys(map(_told, answers)))

    # What the tests use.

    def is_made_live(self) -> bool:
        """Whether the tests say how a live resolver is made."""
        return type(self).make_live is not Hooks.make_live

    def _service(self) -> Service:
        """The facts of a live resolver's service."""
        service = getattr(self.make_live(Access(offline=True)), "service", None)
        require(isinstance(service, Service), "a live resolver has the facts of its service under service")
        assert isinstance(service, Service)  # noqa: S101  for the type checker
        return service

    def _environment(self) -> dict[str, str]:
        """A made-up key where the service takes one."""
        key = self._service().key
        return {} if key is None else {key.variable: MADE_UP_KEY}

    def _queries(self) -> list[Query]:
        require(bool(self.known), "name at least one query under known")
        require(bool(self.unknown), "name at least one query under unknown")
        return list(dict.fromkeys([*self.known, *self.unknown]))

    def _rows(self) -> Iterator[tuple[SeriesQuery, Observation]]:
        for query, answer in by_query(self.make_resolver(), self._queries()).items():
            if isinstance(query, SeriesQuery):
                for row in answer.observations:
                    yield query, row

    def _is_about_live(self, hook: str = "make_live") -> bool:
        """
        Whether a test of live resolvers is about this one.

        Raises:
            SkipTest: it is, and the tests do not say how to try it.
        """
        if getattr(type(self), hook) is not getattr(Hooks, hook) or self.is_made_live():
            return True
        if getattr(self.make_resolver(), "live", False):
            raise SkipTest(f"a live resolver was not tried here: define {hook}, as docs/resolvers.md tells")
        return False


def entered(made: AbstractContextManager[Resolver] | Resolver) -> AbstractContextManager[Resolver]:
    """A context in which there is a resolver, also where it was given without one."""
    return nullcontext(made) if isinstance(made, Resolver) else made


def _told(answer: Answer) -> str:
    rows = len(answer.observations) + len(answer.events) + len(answer.rates)
    return f"{words_of(answer.query)}: {answer.failure or f'{rows} figures'} {answer.detail}".rstrip()


def words_of(query: Query) -> str:
    """A query in a few words; a set in it always in one order."""
    if not isinstance(query, SeriesQuery):
        return str(query)
    periods = "all periods" if query.periods is None else ", ".join(map(str, sorted(query.periods)))
    return " ".join(filter(None, (query.reporter, query.partner or "each partner", query.commodity, periods)))


def by_query(resolver: Resolver, queries: Sequence[Query]) -> dict[Query, Answer]:
    """The answers of a resolver, each under its query."""
    return {answer.query: answer for answer in resolver.resolve(queries)}


def require(holds: bool, otherwise: str, query: Query | None = None) -> None:
    """
    See that something holds, of the answer to a query if one is given.

    Raises:
        AssertionError: it does not; what is wrong.
    """
    if not holds:
        raise AssertionError(otherwise if query is None else f"{words_of(query)}: {otherwise}")
