"""Every test of the contract can fail: for each there are wrong resolvers that it catches."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.observations import Failure, SeriesQuery
from factcheck.periods import Period
from tests.testing import elsewhere, wrong
from tests.testing.harbour import YEARS, Harbour, all_tests, contract, replaced

DOWN, BAD, LIMITED = Failure.UNAVAILABLE, Failure.BAD_PAYLOAD, Failure.RATE_LIMITED
WITH_RATES = {"known": (YEARS, wrong.RATE)}
WITH_RELEASES = {"known": (YEARS, wrong.RELEASE)}
IN_TENGE = {"own_faults": {"another currency": replaced(b'"USD"', b'"KZT"')}}
UNSEEN = {"own_faults": {"a fault that changes nothing": replaced(b"no such words", b"")}}

#: The name of the test without test_, the wrong resolver, words of the complaint, what else the tests tell.
CAUGHT = (
    ("it_is_a_resolver_with_a_name", wrong.Nameless, "its name is empty", {}),
    ("it_is_a_resolver_with_a_name", wrong.NoResolver, "it lacks name or resolve", {}),
    ("every_query_is_answered_once", wrong.AnswersTwice, "8 answers to 4 queries", {}),
    ("every_query_is_answered_once", wrong.DropsOne, "3 answers to 4 queries", {}),
    ("every_query_is_answered_once", wrong.UnderAnotherName, "names the resolver 'gacc'", {}),
    ("no_query_is_no_answer", wrong.AnswersNobody, "an empty batch has answers", {}),
    ("the_same_queries_have_the_same_answers", wrong.CountsItsRuns, "two resolvers answer differently", {}),
    ("the_same_queries_have_the_same_answers", wrong.FirstComeFirstServed, "the order of the queries", {}),
    ("what_is_known_is_covered", wrong.CoversNothing, "known, and not covered", {}),
    ("what_is_known_is_covered", wrong.CoversBySeriesOnly, "raises AttributeError", {}),
    ("what_is_known_is_covered", wrong.AsksWhetherItCovers, "a socket was opened", {}),
    ("who_gives_rates_says_so", wrong.GivesRates, "it gives rates without knows_rates", WITH_RATES),
    ("no_socket_is_opened", wrong.TriesASocketInSecret, "a socket was opened", {}),
    ("known_queries_are_answered", wrong.KnowsNothing, "KAZ CHN 2023, 2024: no data nothing", {}),
    ("known_queries_are_answered", wrong.EmptyAnswer, "empty is no answer", {}),
    ("what_it_lacks_is_a_typed_failure", wrong.EmptySuccess, "KAZ CHN 1990: no failure is named", {}),
    ("what_it_lacks_is_a_typed_failure", wrong.ZeroForNothing, "no failure is named", {}),
    ("what_it_lacks_is_a_typed_failure", wrong.FailsWithRows, "a failure with rows", {}),
    ("nothing_of_another_reporter_partner_or_commodity", wrong.rows_changed(reporter="UZB"), "reporter UZB", {}),
    ("nothing_of_another_reporter_partner_or_commodity", wrong.rows_changed(partner="RUS"), "partner RUS", {}),
    ("nothing_of_another_reporter_partner_or_commodity", wrong.rows_changed(commodity="hs:87"), "'hs:87'", {}),
    ("periods_are_honoured", wrong.WholeSeries, "a row of 2025-06", {}),
    ("periods_are_honoured", wrong.rows_changed(period="2024"), "'2024' is no Period", {}),
    ("releases_are_those_asked_for", wrong.OtherReleases, "event about 2023", WITH_RELEASES),
    ("releases_are_those_asked_for", wrong.ReleasesOfOthers, "event of gacc", WITH_RELEASES),
    ("rates_are_those_asked_for", wrong.GivesRatesOfAnother, "a rate of RUB in USD", WITH_RATES),
    ("rates_are_those_asked_for", wrong.GivesRatesOfAnotherYear, "a rate of 2023", WITH_RATES),
    ("units_are_declared", wrong.rows_changed(unit="dollars"), "unit 'dollars'", {}),
    ("units_are_declared", wrong.rows_changed(measure="yoy"), "a rate with a unit_multiplier", {}),
    ("units_are_declared", wrong.rows_changed(flow="sales"), "flow 'sales'", {}),
    ("units_are_declared", wrong.rows_changed(unit_multiplier=99), "unit_multiplier 99", {}),
    ("a_cell_has_one_figure", wrong.SaysItTwice, "two figures for exports of 2023", {}),
    ("numbers_are_decimals_as_printed", wrong.rows_changed(value=14912.6), "value 14912.6", {}),
    ("numbers_are_decimals_as_printed", wrong.rows_changed(value=Decimal("NaN")), "value Decimal('NaN')", {}),
    ("numbers_are_decimals_as_printed", wrong.rows_changed(decimals=3), "3 decimals of", {}),
    ("vintages_are_days_after_the_period", wrong.rows_changed(published=date(2023, 6, 30)), "on 2023-06-30", {}),
    ("vintages_are_days_after_the_period", wrong.rows_changed(published=datetime(2026, 2, 16)), "datetime", {}),
    ("every_figure_is_cited", wrong.citation_changed(dataset=""), "an incomplete citation", {}),
    ("every_figure_is_cited", wrong.citation_changed(url="trade.csv"), "address 'trade.csv'", {}),
    ("the_licence_is_told", wrong.service_changed(licence=" "), "no licence is told", {}),
    ("a_live_resolver_says_so", wrong.NotLive, "its class lacks live = True", {}),
    ("a_live_resolver_says_so", wrong.LiveByInstance, "its class lacks live = True", {}),
    ("the_facts_of_its_service_are_there", wrong.service_changed(name="port"), "called 'port', the resolver", {}),
    ("the_facts_of_its_service_are_there", wrong.service_changed(lag="", limits=""), "under lag, limits", {}),
    ("the_facts_of_its_service_are_there", wrong.service_changed(base_url="ftp://x"), "base_url 'ftp://x'", {}),
    ("making_it_asks_nothing", wrong.ConnectsWhenMade, "a socket was opened", {}),
    ("it_asks_where_it_is_told", wrong.HardWired, "a connection to statistics.example", {}),
    ("it_asks_where_it_is_told", wrong.KnowsByHeart, "no figures from the service", {}),
    ("offline_it_opens_no_socket", wrong.AsksOffline, "a socket was opened", {}),
    ("kept_replies_answer_again", wrong.CountsFromToday, "other answers than those that were fetched", {}),
    ("kept_replies_answer_again", wrong.KeepsNothing, "other answers than those that were fetched", {}),
    ("an_empty_body_is_a_failure", wrong.swallowing(BAD), "Success, and an empty body: there are figures", {}),
    ("an_empty_body_is_a_failure", wrong.Raises, "it raises LiveFailure: bad payload", {}),
    ("an_empty_body_is_a_failure", wrong.FailsWithoutWords, "the failure is not told in words", {}),
    ("a_body_with_nothing_inside_is_a_failure", wrong.TakesNothingForNought, "there are figures", {}),
    ("half_a_body_is_a_failure", wrong.ReadsWhatItFinds, "The first half of the body", {}),
    ("a_body_that_is_cut_off_is_a_failure", wrong.swallowing(DOWN), "then the connection ends", {}),
    ("a_page_in_place_of_data_is_a_failure", wrong.swallowing(BAD), "a page for people: there are figures", {}),
    ("a_page_in_disguise_is_a_failure", wrong.swallowing(BAD), "what was asked for: there are figures", {}),
    ("an_error_of_the_service_is_a_failure", wrong.swallowing(DOWN), "Status 500: there are figures", {}),
    (
        "being_asked_to_wait_is_a_failure",
        wrong.swallowing(LIMITED),
        "Status 429, again and again: there",
        {},
    ),
    ("its_own_faults_are_failures", wrong.CarelessOfCurrency, "another currency: it changes nothing", IN_TENGE),
    ("its_own_faults_are_failures", wrong.swallowing(BAD), "another currency: a wrong figure", IN_TENGE),
    ("its_own_faults_are_failures", Harbour, "a fault that changes nothing: it changes nothing", UNSEEN),
    ("live_figures_have_a_vintage", wrong.rows_changed(published=None), "no vintage", {}),
    ("live_figures_have_a_vintage", wrong.rows_changed(published=date(2030, 1, 1)), "and retrieved before", {}),
    ("live_figures_name_their_reply", wrong.citation_changed(source="gacc"), "of the source 'gacc'", {}),
    ("live_figures_name_their_reply", wrong.citation_changed(retrieved=None), "not told when", {}),
    ("live_figures_name_their_reply", wrong.citation_changed(evidence=""), "is not kept", {}),
    ("no_key_is_told", wrong.TellsItsKeyInWords, "an answer tells the key", {}),
    ("no_key_is_told", wrong.TellsItsKey, "an answer tells the key", {}),
)
IN_OTHER_PROCESSES = (
    (elsewhere.OrderOfASet, "another process answers differently"),
    (elsewhere.LocalClock, "another process answers differently"),
    (elsewhere.BreaksElsewhere, "breaks in another process"),
)


@pytest.mark.parametrize(
    ("name", "maker", "words", "told"), CAUGHT, ids=[f"{each[0]}-{n}" for n, each in enumerate(CAUGHT)]
)
def test_a_wrong_resolver_is_caught(
    name: str, maker: type, words: str, told: dict[str, object], tmp_path: Path
) -> None:
    """
    The test fails, and says what is wrong.
    """
    tests = contract(maker, tmp_path / "recorded", **told)

    with pytest.raises(AssertionError) as caught:
        getattr(tests, f"test_{name}")()

    assert words in str(caught.value)


@pytest.mark.parametrize(("tests", "words"), IN_OTHER_PROCESSES)
def test_answers_that_hang_on_the_process_are_caught(tests: type, words: str) -> None:
    """
    The order of a set, the clock of the machine and an error elsewhere do not get through.
    """
    with pytest.raises(AssertionError, match=words):
        tests().test_answers_do_not_depend_on_the_process()


def test_every_test_of_the_contract_can_fail() -> None:
    """
    No test of the contract is without a resolver that it catches.
    """
    caught = {f"test_{each[0]}" for each in CAUGHT} | {"test_answers_do_not_depend_on_the_process"}

    assert caught == set(all_tests())


@pytest.mark.parametrize("told", [{"known": ()}, {"unknown": ()}])
def test_tests_without_queries_are_caught(told: dict[str, object], tmp_path: Path) -> None:
    """
    A contract without known or without unknown queries proves nothing, and fails.
    """
    with pytest.raises(AssertionError, match="name at least one query under"):
        contract(Harbour, tmp_path / "recorded", **told).test_every_query_is_answered_once()


def test_what_is_known_must_be_recorded(tmp_path: Path) -> None:
    """
    A known query without a recorded reply is told as that.
    """
    told = {"known": (YEARS, SeriesQuery("KAZ", "DEU", periods=frozenset({Period.parse("2024")})))}

    with pytest.raises(AssertionError, match="KAZ DEU 2024: no figures"):
        contract(Harbour, tmp_path / "recorded", **told).test_it_asks_where_it_is_told()
