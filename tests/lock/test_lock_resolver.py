"""What a lock answers: what was answered when it was made, to any part of what was asked, and nothing else."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.evaluate.observed import Observed
from factcheck.lock.answered import ask
from factcheck.lock.asked import joined
from factcheck.lock.merge import merged
from factcheck.lock.pinned import FOLDER, SNAPSHOT, Failed, Lock, Pinned, Row
from factcheck.lock.resolver import LockResolver
from factcheck.observations import Answer, EventQuery, Failure, Observation, Query, RateQuery, SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers.snapshot import EMBEDDED, LOCAL, resolver
from factcheck.testing import ResolverContract
from tests.lock.figures import NOON, Table, query, row
from tests.lock.strategies import PLACES, observations

EVENT = EventQuery(event="gacc-h1-2025-2025-07-14")
RELEASE = EventQuery(source="gacc", period=Period.parse("2024"))
RATE = RateQuery("USD", Period.parse("2024"))
ASKED = (query(), query("2024", partner=None), query("2023", reporter="RUS", partner="CHN"), EVENT, RELEASE, RATE)


def locked(*queries: Query) -> Lock:
    """A lock of what the embedded snapshot says."""
    answers = ask(queries, [resolver()], queries)
    return merged(Lock(), queries, answers, snapshot="5" * 64, renewed={SNAPSHOT}).lock


def without_mark(found: Row) -> Row:
    return found._replace(citation=found.citation._replace(locked=False))


class TestContract(ResolverContract):
    """A lock keeps the contract of resolvers."""

    known = (
        query("2024", "2025-H1"),
        query("2024", partner=None),
        query(),
        EVENT,
        RELEASE,
    )
    unknown = (query("1990", reporter="FRA"), SeriesQuery("CHN", "ATA"), EventQuery(event="none"), EventQuery())

    def make_resolver(self) -> LockResolver:
        return LockResolver(locked(*ASKED, query("1990", reporter="FRA")))


@pytest.mark.parametrize("asked", ASKED, ids=repr)
def test_it_answers_as_the_snapshot_did(asked: Query) -> None:
    """
    The same rows in the same order, each marked as locked.
    """
    (answer,) = LockResolver(locked(*ASKED)).resolve([asked])
    (original,) = resolver().resolve([asked])
    rows = (*answer.observations, *answer.events, *answer.rates)

    assert rows
    assert {each.citation.locked for each in rows} == {True}
    if isinstance(asked, SeriesQuery) and asked.partner is None:  # of several partners, which are told apart anyway
        assert set(map(without_mark, rows)) == set(original.observations)
    else:
        assert tuple(map(without_mark, rows)) == (*original.observations, *original.events, *original.rates)


TABLES = st.lists(observations("table"), max_size=12, unique=True).map(Table)
PERIODS = st.frozensets(st.sampled_from([Period.parse(name) for name in ("2023", "2024", "2024-H1", "2024-06")]))
SERIES = st.builds(
    SeriesQuery,
    st.sampled_from(PLACES),
    st.sampled_from([None, *PLACES]),
    st.sampled_from(["", "hs:8703"]),
    st.none() | PERIODS,
)


@given(TABLES, st.lists(SERIES, min_size=1, max_size=4), st.data())
def test_any_part_of_what_was_asked_is_answered_the_same(
    table: Table, asked: list[SeriesQuery], data: st.DataObject
) -> None:
    """
    For every question that the lock covers the rows are those that the source itself would give.
    """
    periods = [found.period for found in table.rows] or [Period.parse("2024")]
    asked = [each if each.periods is None else each._replace(periods=each.periods | {periods[0]}) for each in asked]
    lock = merged(Lock(), asked, ask(asked, [table], asked)).lock
    whole = data.draw(st.sampled_from(joined(asked)))
    assert isinstance(whole, SeriesQuery)
    some = st.frozensets(st.sampled_from(sorted(whole.periods or periods)))
    part = whole._replace(periods=data.draw(some if whole.periods is not None else st.none() | some))
    (answer,) = LockResolver(lock).resolve([part])
    (original,) = table.resolve([part])

    assert set(map(without_mark, answer.observations)) == set(original.observations)
    assert answer.failure == original.failure


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        (query("2025"), "CHN with RUS for 2025"),
        (query("2024", "2025"), "CHN with RUS for 2025"),
        (query(), "CHN with RUS for all periods"),
        (query("2024", partner=None), "CHN with all its partners for 2024"),
        (query("2024", reporter="RUS"), "RUS with RUS for 2024"),
        (SeriesQuery("CHN", "RUS", "crude-oil", frozenset()), "CHN with RUS, crude-oil, for no period"),
        (EVENT, "the event gacc-h1-2025-2025-07-14"),
        (RELEASE, "the release of gacc about 2024"),
        (RATE, "rates of USD for 2024"),
        (RateQuery("USD"), "rates of USD for single days"),
    ],
)
def test_what_was_not_asked_is_a_failure(asked: Query, what: str) -> None:
    """
    A question that the lock does not cover is never answered with what it happens to have.
    """
    lock = LockResolver(locked(query("2024", "2023")))
    (answer,) = lock.resolve([asked])

    assert answer == Answer(
        asked,
        "lock",
        complete=False,
        failure=Failure.UNAVAILABLE,
        detail=f"factcheck.lock has nothing on {what}; run factcheck lock",
    )
    assert len(lock.lacking([asked])) == 1


def test_what_nobody_had_is_no_data() -> None:
    """
    A question that was asked in vain is covered.
    """
    asked = query("1990", reporter="FRA")
    (answer,) = LockResolver(locked(asked)).resolve([asked])

    assert answer.failure is Failure.NO_DATA
    assert answer.detail == "when factcheck.lock was made no source had FRA with RUS for 1990"


def test_who_failed_is_told_beside_the_rows_of_others() -> None:
    """
    A source that failed when the lock was made makes the answer incomplete; the rows of the others stand.
    """
    failed = Failed(query("2024"), "imf", Failure.RATE_LIMITED)
    lock = Lock("", (query("2024", "2023"),), (Pinned("table", row()),), (failed,))
    both, other = LockResolver(lock).resolve([query("2024"), query("2023")])

    assert [each.value for each in both.observations] == [row().value]
    assert (both.failure, both.complete) == (Failure.RATE_LIMITED, False)
    assert both.detail == "when factcheck.lock was made these failed: imf (rate limited); run factcheck lock again"
    assert other.failure is Failure.NO_DATA


def test_isolated_leaves_local_rows_out() -> None:
    """
    With --isolated rows of a folder's own sources do not answer, from a lock either.
    """
    lock = Lock("", (query(),), (Pinned("table", row()), Pinned(FOLDER, row("245", local=True))))

    (everything,) = LockResolver(lock).resolve([query()])
    (isolated,) = LockResolver(lock, isolated=True).resolve([query()])

    assert [str(each.value) for each in everything.observations] == ["244.81", "245"]
    assert [str(each.value) for each in isolated.observations] == ["244.81"]


def test_names_are_those_of_the_resolvers() -> None:
    """
    The lock knows the snapshot and the folder's own sources by the names of their resolvers.
    """

    assert (SNAPSHOT, FOLDER) == (EMBEDDED, LOCAL)


def test_observed_rows_stand_in_the_same_order() -> None:
    """
    Rows of a cell come as the resolvers gave them: the snapshot's, a plugin's, the folder's own, a live source's.
    """
    live = row("4", source="service", retrieved=NOON)
    tables = [
        Table([row("3"), row("1")], name=SNAPSHOT),
        Table([row("2", note="b"), row("2", note="a")], name="plugin"),
        Table([row("9", local=True)], name=FOLDER),
        Table([live], name="a-live-one"),
    ]
    asked = (query(), query("2024", partner=None))
    answers = ask(asked, tables, asked)
    lock = merged(Lock(), asked, answers, snapshot="5" * 64).lock
    before, after = Observed.of(answers), Observed.of(LockResolver(lock).resolve(asked))
    pair = ("CHN", "RUS", "")

    assert before.by_pair[pair] == {
        period: [without_mark(each) for each in rows] for period, rows in after.by_pair[pair].items()
    }
    assert [each.citation.note for each in after.by_pair[pair][Period.parse("2024")]][2:4] == ["b", "a"]
    assert Fraction(1, 200) == after.by_pair[pair][Period.parse("2024")][0].revision


def test_a_row_is_an_observation() -> None:
    """
    The mark of the lock changes nothing else of a citation.
    """
    (answer,) = LockResolver(locked(query())).resolve([query()])
    first = answer.observations[0]

    assert isinstance(first, Observation)
    assert not first.citation.local
