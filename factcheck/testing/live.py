"""
What a live resolver owes beside: it says so, it survives its service, it answers again from what was kept.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from factcheck.evidence.store import EvidenceStore
from factcheck.observations import Answer, Failure, Observation, Query, Resolver
from factcheck.resolvers.live.access import Access
from factcheck.testing import faults
from factcheck.testing.faults import Fault, Sent, as_it_is
from factcheck.testing.hooks import MADE_UP_KEY, Hooks, by_query, entered, require
from factcheck.testing.sockets import no_sockets

WITH = "make_resolver_with"  # the hook of tests that need a service with faults
A_DAY = timedelta(days=1)  # a service may count its days by another clock


class LiveTests(Hooks):
    """What a live resolver owes; skipped for others."""

    # It says what it is.

    def test_a_live_resolver_says_so(self) -> None:
        """Its class has live = True, so that a run without --live leaves it alone."""
        if not self._is_about_live():
            return
        made = self.make_live(Access(offline=True))
        require(getattr(type(made), "live", False) is True, "its class lacks live = True: it would run without --live")

    def test_the_facts_of_its_service_are_there(self) -> None:
        """Its service is described: name, office, address, licence, what it holds, lag, revisions, limits."""
        if not self._is_about_live():
            return
        service, name = self._service(), self.make_live(Access(offline=True)).name
        require(service.name == name, f"the service is called {service.name!r}, the resolver {name!r}")
        told = service._asdict()
        texts = ("source", "agency", "homepage", "licence", "holds", "valuation", "lag", "revisions", "limits")
        blank = [field for field in texts if not str(told[field]).strip()]
        require(not blank, f"the service says nothing under {', '.join(blank)}")
        address = urlsplit(service.base_url)
        require(address.scheme in ("http", "https") and bool(address.netloc), f"base_url {service.base_url!r}")

    # It asks when it is asked, and where it is told.

    def test_making_it_asks_nothing(self) -> None:
        """A resolver that is made and not asked opens no socket."""
        if not self._is_about_live():
            return
        with no_sockets():
            self.make_live(Access())
            list(self.make_live(Access()).resolve(()))

    def test_it_asks_where_it_is_told(self) -> None:
        """A base_url in its access takes the place of the service's own, and the figures arrive from there."""
        if not self._is_about_live(WITH):
            return
        with entered(self.make_resolver_with(as_it_is)) as resolver:
            for query, answer in by_query(resolver, self.known).items():
                require(
                    bool(_rows(answer)),
                    f"no figures from the service that it was given: {answer.detail}",
                    query,
                )

    def test_offline_it_opens_no_socket(self) -> None:
        """Offline and with nothing kept, every query has a reason and no figure, and no socket is opened."""
        if not self._is_about_live():
            return
        with tempfile.TemporaryDirectory() as folder, no_sockets():
            access = Access(offline=True, evidence=EvidenceStore(Path(folder)), keys=self._environment())
            self._all_fail(self.make_live(access), "offline, with nothing kept")

    def test_kept_replies_answer_again(self) -> None:
        """What was fetched once is answered again from what was kept, in the same words, without a socket."""
        if not self._is_about_live():
            return
        with tempfile.TemporaryDirectory() as folder, self.served(as_it_is) as access:
            kept = replace(access, evidence=EvidenceStore(Path(folder)))
            first = by_query(self.make_live(kept), self.known)
            with no_sockets():
                again = by_query(self.make_live(replace(kept, offline=True)), self.known)
            require(first == again, "kept replies give other answers than those that were fetched")
            require(all(map(_rows, again.values())), "nothing was kept, or nothing is read again")

    # It survives its service.

    def test_an_empty_body_is_a_failure(self) -> None:
        """Success without a body is a failure: empty is not zero."""
        self._fails(faults.emptied)

    def test_a_body_with_nothing_inside_is_a_failure(self) -> None:
        """Success with nothing inside is a failure: empty is not zero."""
        self._fails(faults.nothing_inside)

    def test_half_a_body_is_a_failure(self) -> None:
        """Half of a body that looks like all of it is a failure: truncated is not complete."""
        self._fails(faults.halved)

    def test_a_body_that_is_cut_off_is_a_failure(self) -> None:
        """A connection that ends amid the body is a failure."""
        self._fails(faults.cut_off)

    def test_a_page_in_place_of_data_is_a_failure(self) -> None:
        """A page for people with status 200 is a failure."""
        self._fails(faults.a_page)

    def test_a_page_in_disguise_is_a_failure(self) -> None:
        """A page for people under the content type of data is a failure."""
        self._fails(faults.a_page_in_disguise)

    def test_an_error_of_the_service_is_a_failure(self) -> None:
        """Status 500 is a failure."""
        self._fails(faults.an_error)

    def test_being_asked_to_wait_is_a_failure(self) -> None:
        """Status 429, again and again, is a failure."""
        self._fails(faults.too_often)

    def test_its_own_faults_are_failures(self) -> None:
        """Each fault under own_faults ends in a failure, and changes no figure that it leaves."""
        if not self.own_faults or not self._is_about_live(WITH):
            return
        right = self._figures(as_it_is)
        for name, fault in self.own_faults.items():
            wrong = self._figures(fault)
            changed = [query for query, rows in wrong.items() if rows and rows != right[query]]
            require(not changed, f"{name}: a wrong figure", changed[0] if changed else None)
            require(not all(wrong.values()), f"{name}: it changes nothing that the resolver would notice")

    # What its figures say.

    def test_live_figures_have_a_vintage(self) -> None:
        """A live figure has a day: not before its period ended, not after it was retrieved."""
        for query, row in self._live_rows():
            day, retrieved = row.published, row.citation.retrieved
            require(
                isinstance(day, date),
                "no vintage; where the service states none it is the day of today",
                query,
            )
            assert day is not None  # noqa: S101  for the type checker
            require(day >= row.period.last, f"{row.period} published on {day}", query)
            late = retrieved is not None and day > retrieved.date() + A_DAY
            require(not late, f"published on {day}, and retrieved before", query)

    def test_live_figures_name_their_reply(self) -> None:
        """A live figure names its source, the moment of its retrieval and the kept reply, so that it can be pinned."""
        service = self._service() if self.is_made_live() else None
        with tempfile.TemporaryDirectory() as folder:
            store = EvidenceStore(Path(folder))
            for query, row in self._live_rows(store):
                cited = row.citation
                require(
                    service is None or cited.source == service.source,
                    f"of the source {cited.source!r}",
                    query,
                )
                aware = cited.retrieved is not None and cited.retrieved.tzinfo is not None
                require(aware, "not told when it was retrieved, in UTC", query)
                require(store.has(cited.evidence), "the reply that it was read from is not kept", query)

    def test_no_key_is_told(self) -> None:
        """The key of the service stands in no answer and no kept reply, also where the service echoes it."""
        if not self._is_about_live() or self._service().key is None:
            return
        with tempfile.TemporaryDirectory() as folder:
            for fault in (as_it_is, _echo):
                with self.served(fault) as access:
                    made = self.make_live(replace(access, evidence=EvidenceStore(Path(folder))))
                    told = repr(list(made.resolve(self.known)))
                    require(not _told_in(told), "an answer tells the key of the service")
            files = [path for path in Path(folder).rglob("*") if path.is_file()]
            kept = any(_told_in(path.read_text(encoding="utf-8", errors="replace")) for path in files)
            require(not kept, "a kept reply tells the key of the service")

    # What the tests use.

    def _fails(self, fault: Fault) -> None:
        """See that with this fault every known query ends in a failure without rows, and nothing is raised."""
        if not self._is_about_live(WITH):
            return
        with entered(self.make_resolver_with(fault)) as resolver:
            self._all_fail(resolver, (fault.__doc__ or "a fault").strip().rstrip("."))

    def _all_fail(self, resolver: Resolver, when: str) -> None:
        answers = self._answers(resolver, when)
        for query, answer in answers.items():
            require(not _rows(answer), f"{when}: there are figures", query)
            require(isinstance(answer.failure, Failure), f"{when}: no typed failure", query)
            require(answer.detail.strip() != "", f"{when}: the failure is not told in words", query)

    def _figures(self, fault: Fault) -> dict[Query, tuple[object, ...]]:
        """What is answered with a fault, wherever it was read: rows without their citations, none for a failure."""
        with entered(self.make_resolver_with(fault)) as resolver:
            answers = self._answers(resolver, "a fault")
        return {query: tuple(row._replace(citation=None) for row in _rows(answer)) for query, answer in answers.items()}

    def _answers(self, resolver: Resolver, when: str) -> dict[Query, Answer]:
        try:
            answers = by_query(resolver, self.known)
        except AssertionError:
            raise
        except Exception as error:  # a resolver may fail in any way, and never should
            raise AssertionError(f"{when}: it raises {type(error).__name__}: {error}") from error
        require(set(answers) == set(self.known), f"{when}: not every query is answered")
        return answers

    def _live_rows(self, store: EvidenceStore | None = None) -> list[tuple[Query, Observation]]:
        if not self._is_about_live():
            return []
        with self.served(as_it_is) as access:
            answers = list(self.make_live(replace(access, evidence=store)).resolve(self.known))
        return [(answer.query, row) for answer in answers for row in answer.observations]


def _rows(answer: Answer) -> tuple[Any, ...]:
    return (*answer.observations, *answer.events, *answer.rates)


def _echo(right: Sent) -> Sent:
    """A refusal that repeats the key."""
    return Sent(401, "text/plain; charset=utf-8", f"the key {MADE_UP_KEY} is not valid".encode())


def _told_in(text: str) -> bool:
    return any(form in text for form in (MADE_UP_KEY, quote(MADE_UP_KEY), quote(MADE_UP_KEY, safe="")))
