"""Inconsistencies beside verdicts: what a report says of claims that do not go together."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import load_resolvers, read_claims, verify

ABOUT = "about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}\n"


@pytest.fixture
def report(tmp_path):
    """
    The report on the claims of an article.
    """

    def run(*claims: str, published: str = "2025-07-14", as_of: date | None = None):
        text = f"published: {published}\n{ABOUT}claims:\n" + "".join(f"  - {claim}\n" for claim in claims)
        (tmp_path / "claims.yaml").write_text(text, encoding="utf-8")
        articles, problems = read_claims([tmp_path / "claims.yaml"], root=tmp_path)
        assert not problems
        (found,) = verify(articles, load_resolvers(plugins=False).resolvers, as_of)
        return found

    return run


def test_an_ignored_conflict_is_set_aside_and_noted(report):
    """
    A member that sets the rule aside with a reason takes the inconsistency out; the note says so.
    """
    found = report(
        '{id: a, quote: "$244.81 billion", level: 2024}',
        '{id: b, quote: "$250.12 billion", level: 2024, ignore: conflict, why: "two counts"}',
    )

    assert found.inconsistencies == ()
    assert any(note.kind == "ignored" and "two counts" in note.text for note in found.findings[1].notes)


def test_a_claim_that_no_source_can_check_is_inconsistent(report):
    """
    Two levels of a year without figures: unresolved by itself, inconsistent beside the other.
    """
    found = report('{id: a, quote: "$4.1 billion", level: 1975}', '{id: b, quote: "$9.8 billion", level: 1975}')

    assert [(each.verdict, each.rule) for each in found.findings] == [("inconsistent", "conflict")] * 2


def test_two_figures_of_the_office_itself_are_no_implied_rate(report):
    """
    Customs printed 143.9 billion yuan and 20.249 billion dollars for June 2024: a rate of its own.
    """
    found = report('{id: a, quote: "143.9 billion yuan ($20.249 billion)", level: 2024-06}', published="2024-07-12")

    assert {finding.verdict for finding in found.findings} == {"match"}
    assert found.inconsistencies == ()


def test_no_rate_from_after_the_as_of_day(report):
    """
    1.74 trillion yuan at the rate of 20 June 2025 is 242.44 billion dollars; on 20 January nobody knew that rate.
    """
    claim = '{id: a, quote: "a record high of $242.44 billion", level: 2024}'
    causes = report(claim, published="2025-06-20", as_of=date(2025, 1, 20)).findings[0].causes

    assert causes == ()


def test_a_count_at_the_edge_of_the_years_stops_nothing(report):
    """
    No period before 1900 can be named: that claim stays open, the run goes on.
    """
    found = report('{id: a, quote: "fell for a tenth straight month", count: {down: 1900-09, of: months}}')

    assert [each.verdict for each in found.findings] == ["unresolved"]


def test_many_claims_with_two_meanings_each_are_no_internal_error(report):
    """
    500 increments of one period, each of which may be measured on either of two bases.
    """
    found = report(*(f'{{id: c{n}, quote: "rose by $4.7 billion", difference: 2024}}' for n in range(500)))

    assert len(found.findings) == 500


def test_a_wrong_weekday_beside_the_right_date_is_a_discrepancy(report):
    """
    14 July 2025 was a Monday.
    """
    found = report('{id: a, quote: "customs said on Tuesday, 14 July 2025", date: {release: 2025-H1}}')

    assert [(each.verdict, each.rule) for each in found.findings] == [("discrepancy", "wrong-weekday")]
