"""The laws of a baseline: it only shrinks, and neither order nor lines nor ids count."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factcheck.baseline import Baseline, rewritten
from factcheck.baseline.file import baseline_text, read_baseline
from factcheck.findings import KNOWN, Report
from factcheck.rules import Severity
from tests.baseline.reports import beside, is_open, reports


def first(*of: Report) -> Baseline:
    """The baseline that a first run writes."""
    return rewritten(beside(Baseline(), *of), None, first=True).baseline


def keys(baseline: Baseline) -> Counter[object]:
    return Counter(entry.key for entry in baseline.entries)


@given(before=reports(), now=reports())
def test_writing_again_never_adds(before, now):
    """
    Whatever a later run finds, its baseline has nothing that the one before did not have.
    """
    old = first(*before)
    written = rewritten(beside(old, *now), None, first=False)

    assert keys(written.baseline) <= keys(old)
    assert len(written.baseline.entries) == len(old.entries) - written.removed


@given(before=reports(), now=reports())
def test_writing_twice_changes_nothing(before, now):
    """
    What has shrunk to what occurs stays as it is.
    """
    once = rewritten(beside(first(*before), *now), None, first=False).baseline

    assert rewritten(beside(once, *now), None, first=False).baseline == once


@given(before=reports(), now=reports())
def test_with_a_reason_everything_is_taken_up(before, now):
    """
    Then nothing of the run fails any more, and what came in has the reason.
    """
    old = first(*before)
    written = rewritten(beside(old, *now), "an old article", first=False)
    run = beside(written.baseline, *now)

    assert run.gone == ()
    assert [each for one in run.reports for each in one.findings if each.severity.rank > Severity.NOTE.rank] == []
    assert [entry.why for entry in written.baseline.entries].count("an old article") == written.added


@given(now=reports())
def test_after_the_first_run_everything_that_may_fail_is_known(now):
    """
    A finding that a run may fail on is known, and no other.
    """
    run = beside(first(*now), *now)
    marked = [any(note.kind == KNOWN for note in each.notes) for one in run.reports for each in one.findings]

    assert marked == [is_open(each) for one in now for each in one.findings]
    assert sum(one.known for one in run.reports) == sum(marked)


@given(now=reports(), data=st.data())
def test_neither_order_nor_lines_nor_ids_count(now, data):
    """
    Articles and findings in another order, on other lines and under other ids are as known as before.
    """
    old = first(*now)
    moved = []
    for one in data.draw(st.permutations(now)):
        found = data.draw(st.permutations(one.findings))
        renamed = [
            replace(
                each, id=f"z{place}", claim=f"z{place}", location=each.location._replace(line=each.location.line + 9)
            )
            for place, each in enumerate(found)
        ]
        moved.append(replace(one, findings=tuple(renamed)))
    run = beside(old, *moved)

    assert run.gone == ()
    assert keys(rewritten(run, None, first=False).baseline) == keys(old)
    assert all(each.severity.rank <= Severity.NOTE.rank for one in run.reports for each in one.findings)


@given(now=reports(), data=st.data())
def test_the_same_file_whatever_the_order(now, data):
    """
    Two runs that find the same write the same bytes.
    """
    shuffled = [replace(one, findings=tuple(data.draw(st.permutations(one.findings)))) for one in now]

    assert baseline_text(first(*data.draw(st.permutations(shuffled)))) == baseline_text(first(*now))


@given(now=reports())
def test_a_baseline_reads_back_as_written(now):
    """
    Its text is a baseline again.
    """
    baseline = first(*now)

    assert read_baseline(baseline_text(baseline).encode("ascii"), "b.json") == baseline
