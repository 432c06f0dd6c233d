"""
The contract of resolvers, as tests that a plugin inherits.

    class TestMyResolver(ResolverContract):
        known = (SeriesQuery("CHN", "RUS", periods=frozenset({Period.parse("2024")})),)
        unknown = (SeriesQuery("CHN", "ATA"),)

        def make_resolver(self):
            return MyResolver()

pytest collects the tests of the subclass; this module needs no pytest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from typing import Any, NoReturn

from factcheck.observations import (
    FLOWS,
    SCOPES,
    Answer,
    EventQuery,
    Failure,
    Observation,
    Query,
    Resolver,
    SeriesQuery,
    Standing,
)
from factcheck.periods import Period
from factcheck.units import QUANTITIES, is_money


class ResolverContract:
    """
    What every resolver must do; inherit it and name a few queries.

    Attributes:
        known: queries that the resolver has answers to, at least one.
        unknown: queries of places or events that it has nothing about, at least one.
        offline: whether it must do without the network; a live resolver says False.
    """

    known: Sequence[Query] = ()
    unknown: Sequence[Query] = ()
    offline: bool = True

    def make_resolver(self) -> Resolver:
        """A new resolver."""
        raise NotImplementedError("make_resolver() gives the resolver that is tested")

    # The protocol.

    def test_it_is_a_resolver_with_a_name(self) -> None:
        """A resolver has a name and resolve(queries)."""
        resolver = self.make_resolver()
        _require(isinstance(resolver, Resolver), "it lacks name or resolve(queries)")
        _require(isinstance(resolver.name, str) and resolver.name.strip() != "", "its name is empty")

    def test_every_query_is_answered_once(self) -> None:
        """Each query of a batch has one answer, under the resolver's name."""
        resolver = self.make_resolver()
        queries = self._queries()
        answers = list(resolver.resolve(queries))
        _require(len(answers) == len(queries), f"{len(answers)} answers to {len(queries)} queries")
        _require({answer.query for answer in answers} == set(queries), "an answer belongs to none of the queries")
        for answer in answers:
            _require(answer.resolver == resolver.name, f"an answer names the resolver {answer.resolver!r}")

    def test_no_query_is_no_answer(self) -> None:
        """An empty batch is answered with nothing."""
        _require(list(self.make_resolver().resolve(())) == [], "an empty batch has answers")

    def test_the_same_queries_have_the_same_answers(self) -> None:
        """Answers depend neither on the run nor on the order of the queries."""
        queries = self._queries()
        first = _by_query(self.make_resolver(), queries)
        again = _by_query(self.make_resolver(), queries)
        backwards = _by_query(self.make_resolver(), queries[::-1])
        _require(first == again, "two resolvers answer differently")
        _require(first == backwards, "the order of the queries changes the answers")

    # What an answer says.

    def test_known_queries_are_answered(self) -> None:
        """A query that the resolver has data for brings observations or events."""
        for query, answer in _by_query(self.make_resolver(), self.known).items():
            _require(answer.failure is None, f"{query}: {answer.failure} {answer.detail}")
            rows = answer.observations or answer.events or answer.rates
            _require(bool(rows), f"{query}: an answer without rows; empty is no answer")

    def test_what_it_lacks_is_a_typed_failure(self) -> None:
        """Where it has nothing it says so with a Failure, and never with a zero or an empty success."""
        for query, answer in _by_query(self.make_resolver(), self.unknown).items():
            _require(isinstance(answer.failure, Failure), f"{query}: no failure is named")
            _require(not (answer.observations or answer.events or answer.rates), f"{query}: a failure with rows")

    def test_nothing_of_another_reporter_partner_or_commodity(self) -> None:
        """Observations are of the places and the commodity that were asked for."""
        for query, row in self._rows():
            _require(row.reporter == query.reporter, f"{query}: a row of the reporter {row.reporter}")
            _require(query.partner in (None, row.partner), f"{query}: a row of the partner {row.partner}")
            _require(row.commodity == query.commodity, f"{query}: a row of the commodity {row.commodity!r}")

    def test_periods_are_honoured(self) -> None:
        """Observations are of exactly the periods that were asked for."""
        for query, row in self._rows():
            _require(isinstance(row.period, Period), f"{query}: {row.period!r} is no Period")
            _require(query.periods is None or row.period in query.periods, f"{query}: a row of {row.period}")

    def test_releases_are_those_asked_for(self) -> None:
        """Events have the id, or the source and the period, that were asked for."""
        for query, answer in _by_query(self.make_resolver(), self._queries()).items():
            if not isinstance(query, EventQuery):
                continue
            for event in answer.events:
                _require(query.event in (None, event.id), f"{query}: event {event.id}")
                _require(query.source in (None, event.source), f"{query}: event of {event.source}")
                _require(query.period in (None, event.period), f"{query}: event about {event.period}")

    # What an observation says.

    def test_units_are_declared(self) -> None:
        """A level has a currency or a unit of quantity; rates are in per cent and name at most a unit."""
        for query, row in self._rows():
            known = is_money(row.unit) or row.unit in QUANTITIES
            _require(known or (row.unit == "" and row.measure != "level"), f"{query}: unit {row.unit!r}")
            _require(row.measure == "level" or row.unit_multiplier == 0, f"{query}: a rate with a unit_multiplier")
            _require(row.flow in FLOWS and row.scope in SCOPES, f"{query}: flow {row.flow!r}, scope {row.scope!r}")

    def test_numbers_are_decimals_as_printed(self) -> None:
        """Values are finite Decimals with a known last digit, never floats."""
        for query, row in self._rows():
            _require(isinstance(row.value, Decimal) and row.value.is_finite(), f"{query}: value {row.value!r}")
            exponent = row.value.as_tuple().exponent
            printed = -exponent if isinstance(exponent, int) else 0
            _require(row.decimals <= max(printed, 0), f"{query}: {row.decimals} decimals of {row.value}")

    def test_vintages_are_days_after_the_period(self) -> None:
        """A vintage is a date, not before the period ended, or None where it is unknown."""
        for query, row in self._rows():
            day = row.published
            _require(day is None or (isinstance(day, date) and not isinstance(day, datetime)), f"{query}: {day!r}")
            _require(day is None or day >= row.period.last, f"{query}: {row.period} published on {day}")
            _require(isinstance(row.standing, Standing), f"{query}: standing {row.standing!r}")

    def test_every_figure_is_cited(self) -> None:
        """Each observation names its source, dataset, agency and address."""
        for query, row in self._rows():
            cited = row.citation
            _require(bool(cited.source and cited.dataset and cited.agency), f"{query}: an incomplete citation {cited}")
            _require(cited.url.startswith(("https://", "http://")), f"{query}: address {cited.url!r}")

    def test_no_socket_is_opened(self) -> None:
        """A resolver that is offline opens no socket."""
        if self.offline:
            with no_sockets():
                list(self.make_resolver().resolve(self._queries()))

    def _queries(self) -> list[Query]:
        _require(bool(self.known), "name at least one query under known")
        _require(bool(self.unknown), "name at least one query under unknown")
        return list(dict.fromkeys([*self.known, *self.unknown]))

    def _rows(self) -> Iterator[tuple[SeriesQuery, Observation]]:
        for query, answer in _by_query(self.make_resolver(), self._queries()).items():
            if isinstance(query, SeriesQuery):
                for row in answer.observations:
                    yield query, row


@contextmanager
def no_sockets() -> Iterator[None]:
    """Make the opening of a socket an AssertionError while the block runs."""
    socket: Any = import_module("socket")  # by name: this module may not depend on the network, only forbid it
    kept = socket.socket

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a socket was opened")

    socket.socket = refuse
    try:
        yield
    finally:
        socket.socket = kept


def _by_query(resolver: Resolver, queries: Sequence[Query]) -> dict[Query, Answer]:
    return {answer.query: answer for answer in resolver.resolve(queries)}


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise AssertionError(otherwise)
