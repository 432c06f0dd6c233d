"""Which findings are known, and which entries no longer occur."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.baseline import Baseline, rewritten
from factcheck.findings import KNOWN
from factcheck.rules import Severity
from tests.baseline.reports import beside, finding, report

A = "claims/a.yaml"


def first(*of):
    return rewritten(beside(Baseline(), *of), None, first=True).baseline


OTHERS = {
    "another quote": finding("fell 10 percent"),
    "another rule": finding(rule="wrong-direction"),
    "another verdict": finding(rule="no-observation"),
    "another reference": finding(reference=8),
    "no reference": finding(reference=None),
    "another interval of the words": finding(words=(8, 10)),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_other_is_not_known(name):
    """
    Other words, another verdict or another reference make another finding; the old entry no longer occurs.
    """
    run = beside(first(report(finding())), report(OTHERS[name]))

    assert run.reports[0].known == 0
    assert len(run.gone) == 1


def test_a_known_finding_says_so():
    """
    It keeps its verdict and its rule, is no more than a note, and names what it would be.
    """
    run = beside(first(report(finding())), report(finding()))
    (known,) = run.reports[0].findings

    assert (known.verdict, known.rule, known.severity) == ("discrepancy", "wrong-level", Severity.NOTE)
    assert [(note.kind, note.text) for note in known.notes] == [
        (KNOWN, "known: it stands in factcheck-baseline.json, and would be an error otherwise")
    ]


def test_an_entry_covers_one_finding():
    """
    The same words twice need two entries: one more is new.
    """
    run = beside(first(report(finding())), report(finding(), finding(id_="b")))

    assert [each.severity for each in run.reports[0].findings] == [Severity.NOTE, Severity.ERROR]


def test_another_article_knows_nothing_of_it():
    """
    Known is known in its own claims file.
    """
    run = beside(first(report(finding())), report(finding(), path="claims/b.yaml"), report(path=A))

    assert [each.known for each in run.reports] == [0, 0]
    assert len(run.gone) == 1


def test_entries_of_articles_that_were_not_looked_at_stay():
    """
    A run over one article says nothing of another.
    """
    baseline = first(report(finding()), report(finding(), path="claims/b.yaml"))
    run = beside(baseline, report(path=A))

    assert [entry.key.path for entry in run.gone] == [A]
    assert [entry.key.path for entry in rewritten(run, None, first=False).baseline.entries] == ["claims/b.yaml"]


def test_entries_of_claims_files_that_are_gone_go():
    """
    Nobody looks at a file that is not there, and its findings no longer occur.
    """
    run = beside(first(report(finding(), path="claims/b.yaml")), report(path=A), absent=frozenset({"claims/b.yaml"}))

    assert len(run.gone) == 1


def test_an_article_outside_the_folder_is_never_known():
    """
    A baseline holds what lies in its own folder.
    """
    outside = report(finding(), path="../b.yaml")

    assert first(outside) == Baseline()


def test_what_fails_no_run_is_not_taken_up():
    """
    Plain matches, notes, and what a person set aside need no baseline.
    """
    ignored = replace(finding(), verdict="ignored", severity=Severity.NONE)

    assert first(report(finding(rule="within"), finding(rule="recomputed"), ignored)) == Baseline()


def test_claims_that_cannot_all_be_true_are_known_by_their_words():
    """
    Under other ids and in another order they are the same; each member has a note.
    """
    baseline = first(report(finding("p", id_="a"), finding("q", id_="b"), together=(("a", "b"),)))
    run = beside(baseline, report(finding("q", id_="x"), finding("p", id_="y"), together=(("y", "x"),)))
    (known,) = run.reports

    assert (known.inconsistencies, known.known, run.gone) == ((), 3, ())
    assert [note.kind for each in known.findings for note in each.notes] == [KNOWN, "known-together"] * 2


def test_claims_that_cannot_all_be_true_with_another_are_not_known():
    """
    A third claim makes another contradiction.
    """
    baseline = first(report(finding("p", id_="a"), finding("q", id_="b"), together=(("a", "b"),)))
    run = beside(
        baseline, report(finding("p", id_="a"), finding("q", id_="b"), finding("r", id_="c"), together=(("a", "c"),))
    )

    assert len(run.reports[0].inconsistencies) == 1
    assert [entry.id for entry in run.gone] == ["a+b"]


def test_writing_again_gives_entries_the_ids_of_now():
    """
    Ids in the file are for people, and follow the claims.
    """
    run = beside(first(report(finding(id_="level-2023"))), report(finding(id_="level-2023-2")))

    assert [entry.id for entry in rewritten(run, None, first=False).baseline.entries] == ["level-2023-2"]


def test_reasons_stay():
    """
    Why an entry was taken up is still there when the file is written again.
    """
    added = rewritten(beside(Baseline(), report(finding())), "an old article", first=False).baseline
    again = rewritten(beside(added, report(finding())), None, first=False).baseline

    assert [entry.why for entry in again.entries] == ["an old article"]
