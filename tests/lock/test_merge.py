"""Answers beside what is pinned: nothing is lost, what is revised is told, and only pruning drops anything."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.lock.answered import ask, holdable
from factcheck.lock.merge import Merged, merged
from factcheck.lock.pinned import FOLDER, Failed, Lock, Pinned
from factcheck.observations import Answer, Failure, Observation, Resolver
from tests.lock.figures import NOON, Service, Table, query, read_on, row

ASKED = (query("2023", "2024"),)


def lock_of(*rows: Observation, by: str = "service") -> Lock:
    """A lock with rows of one resolver."""
    return Lock("", ASKED, tuple(Pinned(by, each) for each in rows))


def after(old: Lock, *resolvers: Resolver, prune: bool = False, renewed: frozenset[str] = frozenset()) -> Merged:
    """The lock once resolvers were asked the questions."""
    return merged(old, ASKED, ask(ASKED, resolvers, ASKED), prune=prune, renewed=renewed)


def pins(lock: Lock) -> list[tuple[str, str]]:
    """Day and value of each row about 2024."""
    return [
        (str(each.published), str(each.value))
        for _, each in lock.rows
        if isinstance(each, Observation) and str(each.period) == "2024"
    ]


OLD = read_on("2026-03-01", "244.8")


@pytest.mark.parametrize(
    ("pinned", "now", "expected"),
    [
        ([OLD], read_on("2026-03-09", "244.8"), [("2026-03-01", "244.8")]),
        ([OLD], read_on("2026-03-09", "245.1"), [("2026-03-01", "244.8"), ("2026-03-09", "245.1")]),
        ([OLD], read_on("2026-03-01", "245.1"), [("2026-03-01", "245.1")]),
        ([OLD], read_on("2026-02-20", "244.8"), [("2026-02-20", "244.8")]),
        ([OLD, read_on("2026-03-09", "245.1")], read_on("2026-03-09", "244.8"), [("2026-03-01", "244.8")]),
        (
            [OLD, read_on("2026-03-05", "245.1")],
            read_on("2026-03-09", "244.8"),
            [("2026-03-01", "244.8"), ("2026-03-05", "245.1"), ("2026-03-09", "244.8")],
        ),
        (
            [read_on("2026-03-05", "245.1"), read_on("2026-03-09", "244.8")],
            read_on("2026-03-01", "244.8"),
            [("2026-03-05", "245.1"), ("2026-03-09", "244.8")],
        ),
        (
            [OLD, read_on("2026-03-05", "245.1")],
            read_on("2026-03-01", "244.8"),
            [("2026-03-01", "244.8"), ("2026-03-05", "245.1")],
        ),
    ],
    ids=[
        "the same figure keeps the earlier day",
        "a revision is a vintage of its own",
        "a revision of the same day takes its place",
        "a clock that was set back gives the earlier day",
        "a revision that is taken back on its own day leaves none",
        "a revision that is taken back is a vintage too",
        "the newest pinned one stays where another lies between",
        "what was pinned is the same again",
    ],
)
def test_a_figure_whose_source_states_no_day(
    pinned: list[Observation], now: Observation, expected: list[tuple[str, str]]
) -> None:
    """
    It counts from the day on which it was read first; another figure is another vintage.
    """
    table = Table([now], name="service", live=True)

    assert sorted(pins(after(lock_of(*pinned), table).lock)) == expected


def test_a_stated_vintage_stays_beside_a_newer_one() -> None:
    """
    A service replaces old vintages; the lock keeps them.
    """
    old = row("244.8", published=date(2025, 1, 13), retrieved=NOON, evidence="a" * 64)
    new = row("245.1", published=date(2025, 6, 20), retrieved=NOON, evidence="b" * 64)
    became = after(lock_of(old), Table([new], name="service", live=True))

    assert pins(became.lock) == [("2025-06-20", "245.1"), ("2025-01-13", "244.8")]
    assert [(change.before, change.row) for change in became.told[0].revised] == [(old, new)]


def test_what_is_read_again_stays_as_it_was() -> None:
    """
    The same figure of the same vintage keeps the moment and the reply that it was first read from: nothing changes.
    """
    old = row(published=date(2025, 1, 13), retrieved=NOON, evidence="a" * 64)
    again = row(published=date(2025, 1, 13), retrieved=NOON.replace(hour=23), evidence="b" * 64)
    became = after(lock_of(old), Table([again], name="service", live=True))

    assert became.lock == lock_of(old)
    assert (became.told[0].changed, became.told[0].same) == ((), 1)


def test_the_rank_is_that_of_the_newest_answer() -> None:
    """
    The place of a source in the order of preference is as it is now, for rows that were pinned before too.
    """
    old = row(published=date(2025, 1, 13), retrieved=NOON)
    table = Table([old._replace(citation=old.citation._replace(rank=2))], name="service", live=True)

    assert [each.citation.rank for _, each in after(lock_of(old), table).lock.rows] == [2]


def test_another_note_takes_the_place_of_the_old_one() -> None:
    """
    A source says one thing of a cell on one day.
    """
    old, new = (row(published=date(2025, 1, 13), retrieved=NOON, note=note) for note in ("old", "new"))
    table = Table([new], name="service", live=True)

    assert [each.citation.note for _, each in after(lock_of(old), table).lock.rows] == ["new"]


def test_a_failure_loses_nothing() -> None:
    """
    What the lock has of a source that fails stays, and is no gap.
    """
    became = after(lock_of(OLD), Service({}, down=True))

    assert became.lock == lock_of(OLD)
    assert [answer.failure for answer in became.told[0].failed] == [Failure.UNAVAILABLE]


def test_a_failure_without_anything_is_a_gap_until_it_is_settled() -> None:
    """
    A source of which the lock has nothing stands in it as failed, until it answers or says that it has no data.
    """
    failed = after(Lock(), Service({}, down=True)).lock
    again = after(failed, Table([row()])).lock
    settled = after(again, Service({})).lock

    assert failed.failed == (Failed(ASKED[0], "service", Failure.UNAVAILABLE),)
    assert again.failed == failed.failed
    assert settled.failed == ()


def test_an_answer_to_less_does_not_settle_a_failure() -> None:
    """
    A source that failed at two years and answered for one is still missing the other.
    """
    failed = after(Lock(), Service({}, down=True)).lock
    some = (query("2024"),)
    became = merged(failed, some, ask(some, [Service({"2024": "1"})], some)).lock

    assert became.failed == failed.failed


def test_a_failure_at_what_was_covered_changes_nothing() -> None:
    """
    That a source had no data is pinned too: failing later makes no gap of it.
    """
    covered = after(Lock(), Service({})).lock

    assert after(covered, Service({}, down=True)).lock == covered


def test_other_questions_and_their_rows_stay() -> None:
    """
    Locking other claims adds to what is pinned.
    """
    other = query("2024", reporter="DEU")
    became = merged(lock_of(OLD), (other,), ask((other,), [Table([row(reporter="DEU")])], (other,))).lock

    assert became.asked == (*ASKED, other)
    assert [each.reporter for _, each in became.rows if isinstance(each, Observation)] == ["CHN", "DEU"]


def test_what_can_be_asked_again_at_any_time_is_pinned_as_it_is() -> None:
    """
    Of the snapshot, a plugin that is installed and the folder's own sources nothing stays that they do not say now.
    """
    old = lock_of(row("1"), by="table")
    became = after(old, Table([row("2")]), renewed=frozenset({"table", FOLDER})).lock

    assert pins(became) == [("2025-01-13", "2")]


def test_a_plugin_that_is_not_installed_here_keeps_its_rows() -> None:
    """
    Only the folder's own sources are gone when they are not at hand.
    """
    old = Lock("", ASKED, (Pinned("house", row("1")), Pinned(FOLDER, row("2", local=True))))
    became = after(old, Table([row("3", "2023")]), renewed=frozenset({"table", FOLDER})).lock

    assert pins(became) == [("2025-01-13", "1")]


def test_prune_drops_what_no_claim_needs_and_what_was_revised() -> None:
    """
    Only what the claims ask for stays, and of a source that answered only what it says now.
    """
    pinned = (OLD, read_on("2026-03-05", "245.1"), read_on("2026-03-05", "1", "2022"))
    old = Lock("", (query("2022", "2023", "2024"), query(reporter="DEU")), tuple(Pinned("service", p) for p in pinned))
    became = after(old, Table([read_on("2026-03-09", "245.1")], name="service", live=True), prune=True).lock

    assert became.asked == ASKED
    assert [(str(each.published), str(each.value)) for _, each in became.rows if isinstance(each, Observation)] == [
        ("2026-03-05", "245.1")
    ]


def test_prune_drops_nothing_of_a_source_that_was_not_asked_or_failed() -> None:
    """
    Being offline is no reason to lose what a claim needs.
    """

    assert after(lock_of(OLD), Table([]), prune=True).lock.rows == lock_of(OLD).rows
    assert after(lock_of(OLD), Service({}, down=True), prune=True).lock.rows == lock_of(OLD).rows


@pytest.mark.parametrize(
    ("bad", "what"),
    [
        (row(period="2022"), "one that was not asked for"),
        (row(reporter="DEU"), "one that was not asked for"),
        (row("-3"), "total of -3"),
        (row(published=date(2024, 5, 1)), "published on 2024-05-01, before its period ended on 2024-12-31"),
        (row(url="ftp://example.org"), "'ftp://example.org' is no web address"),
        (row(note="a\u202eb"), "'note' has an invisible character: U+202E"),
        (row(dataset=""), "'' is no name"),
    ],
)
def test_a_row_that_no_lock_can_hold_is_a_failure_of_its_source(bad: Observation, what: str) -> None:
    """
    It is left out, with the reason, and nothing else of the answer is trusted.
    """
    answer = holdable(Answer(ASKED[0], "house", (row(), bad)))

    assert (answer.failure, answer.observations) == (Failure.BAD_PAYLOAD, ())
    assert answer.detail == f"it gave a row that no lock can hold: {what}"


def test_every_row_of_the_snapshot_can_be_held() -> None:
    """
    What the embedded snapshot says of China and Russia is good as it is.
    """
    from factcheck.resolvers.snapshot import resolver

    answers = ask((query(), query(partner=None, reporter="RUS")), [resolver()], ())

    assert [answer.failure for answer in answers] == [None, None]


def test_a_part_that_failed_takes_nothing_from_the_rest() -> None:
    """
    An answer with figures and a failure pins the figures, and what failed stands in the lock.
    """
    partial = Answer(
        ASKED[0], "service", (read_on("2026-03-01", "244.8"),), complete=False, failure=Failure.BAD_PAYLOAD
    )

    lock = merged(Lock(), ASKED, (partial,)).lock

    assert pins(lock) == [("2026-03-01", "244.8")]
    assert lock.failed == (Failed(ASKED[0], "service", Failure.BAD_PAYLOAD),)
