"""
The protocol: who answers, to what, how often, and the same every time.
"""

from __future__ import annotations

from factcheck.observations import EventQuery, RateQuery, Resolver
from factcheck.periods import Period
from factcheck.testing.hooks import Hooks, by_query, require
from factcheck.testing.process import told_elsewhere, told_here
from factcheck.testing.sockets import no_sockets


class ProtocolTests(Hooks):
    """What every resolver owes to every query."""

    def test_it_is_a_resolver_with_a_name(self) -> None:
        """A resolver has a name and resolve(queries)."""
        resolver = self.make_resolver()
        require(isinstance(resolver, Resolver), "it lacks name or resolve(queries)")
        require(isinstance(resolver.name, str) and resolver.name.strip() != "", "its name is empty")

    def test_every_query_is_answered_once(self) -> None:
        """Each query of a batch has one answer, under the resolver's name."""
        resolver = self.make_resolver()
        queries = self._queries()
        answers = list(resolver.resolve(queries))
        require(len(answers) == len(queries), f"{len(answers)} answers to {len(queries)} queries")
        require({answer.query for answer in answers} == set(queries), "an answer belongs to none of the queries")
        for answer in answers:
            require(answer.resolver == resolver.name, f"an answer names the resolver {answer.resolver!r}")

    def test_no_query_is_no_answer(self) -> None:
        """An empty batch is answered with nothing."""
        require(list(self.make_resolver().resolve(())) == [], "an empty batch has answers")

    def test_the_same_queries_have_the_same_answers(self) -> None:
        """Answers depend neither on the run nor on the order of the queries."""
        queries = self._queries()
        first = by_query(self.make_resolver(), queries)
        again = by_query(self.make_resolver(), queries)
        backwards = by_query(self.make_resolver(), queries[::-1])
        require(first == again, "two resolvers answer differently")
        require(first == backwards, "the order of the queries changes the answers")

    def test_answers_do_not_depend_on_the_process(self) -> None:
        """Another process, with another order of sets and another time zone, gives the same answers."""
        here = told_here(self)
        for there in told_elsewhere(type(self)):
            require(there == here, "another process answers differently: is a set put in order, the clock in UTC?")

    def test_what_is_known_is_covered(self) -> None:
        """covers(query), where there is one, says yes to what is known, and never raises over any query."""
        covers = getattr(self.make_resolver(), "covers", None)
        if covers is None:
            return
        with no_sockets():
            for query in self.known:
                require(bool(covers(query)), "known, and not covered, so it would never be asked", query)
            for other in (*self.unknown, EventQuery(source="none"), RateQuery("XTS", Period.of_year(1990))):
                try:
                    covers(other)
                except Exception as error:  # whatever it is: nothing that is asked may raise
                    raise AssertionError(f"covers({other}) raises {type(error).__name__}: {error}") from error

    def test_who_gives_rates_says_so(self) -> None:
        """A resolver that answers with exchange rates has knows_rates = True; others are never asked for any."""
        resolver = self.make_resolver()
        gives = any(answer.rates for answer in resolver.resolve(self._queries()))
        require(not gives or getattr(resolver, "knows_rates", False) is True, "it gives rates without knows_rates")

    def test_no_socket_is_opened(self) -> None:
        """A resolver that is offline opens no socket."""
        if self.offline:
            with no_sockets():
                list(self.make_resolver().resolve(self._queries()))
