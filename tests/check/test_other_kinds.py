"""Trends, records, ranks, runs, shares, multiples, differences, dates and quotations."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.claims import ClaimError
from factcheck.observations import Citation, Event
from factcheck.periods import Period


@pytest.mark.parametrize(
    ("quote", "rate", "verdict", "rule", "severity"),
    [
        ("largely stopped growing", "0.2", "match", "published-rate", "none"),
        ("little changed", "-1.0", "match", "published-rate", "none"),
        ("little changed", "1.3", "discrepancy", "wrong-trend", "warning"),
        ("little changed", "3.0", "discrepancy", "wrong-trend", "error"),
        ("grew", "0.1", "match", "published-rate", "none"),
        ("grew", "-0.1", "discrepancy", "wrong-direction", "error"),
        ("grew", "0.0", "discrepancy", "wrong-trend", "warning"),
        ("edged up", "1.9", "match", "published-rate", "none"),
        ("edged up", "6.5", "discrepancy", "wrong-trend", "error"),
        ("surged", "10.0", "match", "published-rate", "none"),
        ("surged", "9.2", "discrepancy", "wrong-trend", "warning"),
        ("surged", "4.1", "discrepancy", "wrong-trend", "error"),
        ("plummeted", "-26", "match", "published-rate", "none"),
        ("plummeted", "4.1", "discrepancy", "wrong-direction", "error"),
    ],
)
def test_a_word_for_change_is_a_band_of_the_rate(row, check, quote, rate, verdict, rule, severity):
    """
    Each word has its sign and its band.
    """
    (finding,) = check([row("2024", rate, measure="yoy")], quote, trend="2024")

    assert (finding.verdict, finding.rule, finding.severity) == (verdict, rule, severity)


@pytest.mark.parametrize(
    ("quote", "now", "before", "verdict"),
    [
        ("the decline is accelerating", "-9.1", "-8.2", "match"),
        ("the decline is accelerating", "-8.2", "-9.1", "discrepancy"),
        ("the decline is accelerating", "-8.2", "-8.2", "discrepancy"),
        ("the decline is accelerating", "9.1", "8.2", "discrepancy"),
        ("growth slowed", "1.9", "26.3", "match"),
        ("growth slowed", "0.0", "26.3", "match"),
        ("growth slowed", "-1.0", "26.3", "discrepancy"),
        ("the decline slowed", "0.0", "5.0", "discrepancy"),
    ],
)
def test_pace_compares_with_the_last_earlier_cumulative(row, check, quote, now, before, verdict):
    """
    For the first half the rate before is that of January to May.
    """
    rows = [
        row("2025-H1", now, "2025-07-14", measure="yoy"),
        row("2025-01/2025-05", before, "2025-06-09", measure="yoy"),
    ]

    (finding,) = check(rows, quote, trend="2025-H1")

    assert finding.verdict == verdict


def test_a_word_of_several_periods_must_hold_for_each(row, check):
    """
    Quick growth in 2022 and 2023 fails with one of them.
    """
    rows = [row("2022", "29.3", "2023-01-13", measure="yoy"), row("2023", "6.3", "2024-01-12", measure="yoy")]

    (finding,) = check(rows, "grew quickly in 2022 and 2023", trend={"surge": ("2022", "2023")})

    assert (finding.verdict, finding.rule) == ("discrepancy", "wrong-trend")


def test_a_class_that_contradicts_the_words_is_an_error(row, check):
    """
    A claim cannot declare a fall to be a rise.
    """
    with pytest.raises(ClaimError, match="the words say"):
        check([], "exports plummeted", trend={"up": "2024"})


YEARS = {"2019": "110.76", "2020": "107.76", "2021": "146.887", "2022": "190.271", "2023": "240.11"}


def test_a_record_over_an_unbroken_run_holds_and_names_its_span(row, check):
    """
    Five years in a row are enough to speak of a record.
    """
    rows = [row(year, value, None) for year, value in YEARS.items()]

    (finding,) = check(rows, "a record high", record={"high": "2023"}, published="2024-06-01")

    assert finding.rule == "within"
    assert "2019 to 2023" in finding.explanation


def test_a_short_series_is_no_record(row, check):
    """
    Four years say too little.
    """
    rows = [row(year, value, None) for year, value in YEARS.items() if year != "2020"]

    (finding,) = check(rows, "a record high", record={"high": "2023"}, published="2024-06-01")

    assert (finding.verdict, finding.rule) == ("unresolved", "series-incomplete")


def test_one_earlier_higher_year_settles_it(row, check):
    """
    A gap does not matter where an earlier year was higher.
    """
    rows = [row("2020", "250", None), row("2023", "240.11", None)]

    (finding,) = check(rows, "a record high", record={"high": "2023"}, published="2024-06-01")

    assert (finding.rule, finding.severity) == ("not-a-record", "error")


def test_a_record_since_a_year_needs_every_year_since(row, check):
    """
    ``since:`` shortens the series that is needed, and allows no gap in it.
    """
    rows = [row(year, value, None) for year, value in YEARS.items() if year in ("2022", "2023")]

    (finding,) = check(rows, "the highest since 2022", record={"high": "2023", "since": "2022"}, published="2024-06-01")

    assert finding.rule == "within"


def test_a_later_higher_year_supersedes_the_record(row, check):
    """
    The record of 2023 was one; by 2025 it is known to be passed.
    """
    rows = [row(year, value, None) for year, value in {**YEARS, "2024": "244.81"}.items()]

    (finding,) = check(rows, "a record high", record={"high": "2023"}, published="2025-07-14")

    assert (finding.rule, finding.severity) == ("within", "note")
    assert any(note.kind == "record-superseded" for note in finding.notes)


def test_a_record_said_to_stand_still_is_an_error_once_it_is_passed(row, check):
    """
    ``still: yes`` claims that nothing higher came later.
    """
    rows = [row(year, value, None) for year, value in {**YEARS, "2024": "244.81"}.items()]

    (finding,) = check(rows, "still the record", record={"high": "2023", "still": "yes"}, published="2025-07-14")

    assert (finding.verdict, finding.severity) == ("discrepancy", "error")


def test_a_tied_record_is_a_note(row, check):
    """
    An earlier year with the same printed figure is told.
    """
    rows = [row(year, "240.11" if year == "2021" else value, None) for year, value in YEARS.items()]

    (finding,) = check(rows, "a record high", record={"high": "2023"}, published="2024-06-01")

    assert (finding.verdict, finding.severity) == ("match", "note")
    assert any(note.kind == "tied" for note in finding.notes)


def test_a_rank_in_a_list_counts_the_larger_ones(row, check):
    """
    Third of three named partners.
    """
    rows = [row("2024", "785", partner="USA"), row("2024", "327", partner="JPN"), row("2024", "244.81")]

    (finding,) = check(rows, "the third", rank={"period": "2024", "among": ("USA", "Japan", "Russia")})

    assert finding.rule == "within"


def test_a_missing_member_leaves_the_rank_open(row, check):
    """
    A partner without a figure could be larger.
    """
    rows = [row("2024", "785", partner="USA"), row("2024", "244.81")]

    (finding,) = check(rows, "the second", rank={"period": "2024", "among": ("USA", "Japan", "Russia")})

    assert (finding.verdict, finding.rule) == ("unresolved", "series-incomplete")


def test_members_at_hand_can_settle_a_wrong_rank(row, check):
    """
    Two larger ones are enough to refute the first place.
    """
    rows = [row("2024", "785", partner="USA"), row("2024", "327", partner="JPN"), row("2024", "244.81")]

    (finding,) = check(rows, "the largest partner", rank={"period": "2024", "among": "countries"})

    assert (finding.rule, finding.severity) == ("wrong-rank", "error")


def test_the_worlds_total_bounds_what_unknown_countries_can_be(row, check):
    """
    With all but 100 of the world's 1,000 known, no unknown country can pass 150.
    """
    rows = [
        row("2024", "1000.0", partner="WLD"),
        row("2024", "600.0", partner="USA"),
        row("2024", "150.0", partner="JPN"),
        row("2024", "150.1"),
    ]

    (finding,) = check(rows, "the second-largest partner", rank={"period": "2024", "among": "countries"})

    assert finding.rule == "within"


@pytest.mark.parametrize(
    ("quote", "verdict", "rule"),
    [
        ("a third straight month", "match", "within"),
        ("a fourth straight month", "discrepancy", "wrong-count"),
        ("a second straight month", "discrepancy", "wrong-count"),
    ],
)
def test_a_run_is_counted_back_until_it_breaks(row, check, quote, verdict, rule):
    """
    Three falls in a row after a rise.
    """
    rates = {"2025-03": "0.3", "2025-04": "-2.1", "2025-05": "-0.6", "2025-06": "-1.2"}
    rows = [row(month, rate, "2025-07-14", measure="yoy") for month, rate in rates.items()]

    (finding,) = check(rows, quote, count={"down": "2025-06", "of": "months"})

    assert (finding.verdict, finding.rule) == (verdict, rule)


def test_a_run_with_unknown_beginning_stays_open(row, check):
    """
    Three known falls do not prove a third straight one.
    """
    rates = {"2025-04": "-2.1", "2025-05": "-0.6", "2025-06": "-1.2"}
    rows = [row(month, rate, "2025-07-14", measure="yoy") for month, rate in rates.items()]

    (finding,) = check(rows, "a third straight month", count={"down": "2025-06", "of": "months"})

    assert (finding.verdict, finding.rule) == ("unresolved", "series-incomplete")


def test_a_share_is_the_part_over_the_whole(row, check):
    """
    244.81 of 6,162 is 4.0 per cent.
    """
    rows = [row("2024", "244.81"), row("2024", "6162", partner="WLD")]

    (finding,) = check(rows, "about 4 percent", share={"period": "2024", "of": {"partner": "World"}})

    assert finding.rule == "within"


def test_a_printed_share_is_a_reference_of_its_own(row, check):
    """
    The office's own share decides without levels.
    """
    rows = [row("2023", "35.2", measure="share", unit="", flow="exports")]

    (finding,) = check(
        rows, "36.2 percent", share={"period": "2023", "of": {"partner": "World"}}, keys={"flow": "exports"}
    )

    assert (finding.verdict, finding.rule) == ("discrepancy", "wrong-share")


def test_a_multiple_of_another_period(row, check):
    """
    244.81 is 1.7 times 146.887.
    """
    rows = [row("2024", "244.81"), row("2021", "146.887", "2022-01-14")]

    (finding,) = check(rows, "1.7 times what it was in 2021", multiple={"period": "2024", "of": "2021"})

    assert finding.rule == "within"


def test_a_multiple_of_another_flow(row, check):
    """
    Exports of 215.55 are 2.9 times imports of 73.81.
    """
    rows = [
        row("2025-H1", "215.55", "2025-07-14", flow="exports"),
        row("2025-H1", "73.81", "2025-07-14", flow="imports"),
    ]

    (finding,) = check(
        rows, "2.9 times as much", multiple={"period": "2025-H1", "of": {"flow": "imports"}}, keys={"flow": "exports"}
    )

    assert finding.rule == "within"


def test_an_increment_is_the_difference_of_two_levels(row, check):
    """
    116.87 less 106.48 is 10.39.
    """
    rows = [row("2025-H1", "106.48", "2025-07-14"), row("2024-H1", "116.87", "2024-07-12")]

    (finding,) = check(rows, "fell by $10.39 billion", difference="2025-H1")

    assert finding.rule == "within"


def test_points_are_the_difference_of_two_rates(row, check):
    """
    From 26.3 to 1.9 per cent growth lost 24.4 points.
    """
    rows = [row("2024", "1.9", measure="yoy"), row("2023", "26.3", "2024-01-12", measure="yoy")]

    (finding,) = check(rows, "fell by 24.4 percentage points", difference={"period": "2024", "of": "change"})

    assert finding.rule == "within"


def event(name: str, days: str, words: str = "", text: str = "") -> Event:
    return Event(
        name, "event", Period.parse(days), words, Citation("events", "events", "Test", "https://example.org"), text=text
    )


@pytest.mark.parametrize(
    ("quote", "verdict", "rule"),
    [
        ("on Monday", "match", "within"),
        ("on July 14", "match", "within"),
        ("in July 2025", "match", "within"),
        ("on Sunday", "discrepancy", "wrong-weekday"),
        ("on July 11", "discrepancy", "wrong-date"),
        ("in June 2025", "discrepancy", "wrong-date"),
    ],
)
def test_a_date_is_the_day_that_the_words_name(row, check, quote, verdict, rule):
    """
    A weekday is the latest one up to the day of publication.
    """
    (finding,) = check([], quote, date={"event": "meeting"}, events=[event("meeting", "2025-07-14")])

    assert (finding.verdict, finding.rule) == (verdict, rule)


def test_an_event_that_nobody_knows_stays_open(row, check):
    """
    An unknown id is unresolved, not wrong.
    """
    (finding,) = check([], "on Monday", date={"event": "nothing"})

    assert finding.rule == "unknown-event"


def test_words_found_in_order_match(row, check):
    """
    Case, punctuation and quotation marks do not matter.
    """
    said = event("talks", "2025-07-13", "calls ties the most stable, mature and strategically valuable")

    (finding,) = check([], "“Stable, mature, and strategically valuable”", quotation={"event": "talks"}, events=[said])

    assert finding.rule == "within"


def test_words_missing_from_a_summary_stay_open(row, check):
    """
    A summary cannot prove that something was not said.
    """
    (finding,) = check(
        [], "“quite other words”", quotation={"event": "talks"}, events=[event("talks", "2025-07-13", "short")]
    )

    assert (finding.verdict, finding.rule) == ("unresolved", "no-observation")


def test_words_missing_from_the_whole_text_are_wrong(row, check):
    """
    With the whole text at hand, missing words are an error.
    """
    said = event("talks", "2025-07-13", text="The whole text of what was said.")

    (finding,) = check([], "“quite other words”", quotation={"event": "talks"}, events=[said])

    assert (finding.verdict, finding.rule) == ("discrepancy", "wrong-words")


DEFICITS = {"2019": "-345", "2020": "-310", "2021": "-353", "2022": "-382", "2023": "-279"}


@pytest.mark.parametrize(
    ("quote", "key", "period", "rule"),
    [
        ("a record deficit", "high", "2022", "within"),
        ("a record deficit", "high", "2021", "not-a-record"),
        ("the smallest deficit", "low", "2023", "within"),
    ],
)
def test_a_record_deficit_is_the_largest_in_size(row, check, quote, key, period, rule):
    """
    Deficits are compared by their size.
    """
    rows = [
        row(year, value, None, flow="balance") for year, value in {**DEFICITS, "2018": "-378", "2017": "-337"}.items()
    ]

    (finding,) = check(rows, quote, record={key: period}, keys={"flow": "balance"}, published="2024-06-01")

    assert finding.rule == rule


def test_deficits_are_ranked_by_their_size(row, check):
    """
    The second-largest deficit has one larger deficit before it, and surpluses do not count.
    """
    rows = [
        row("2024", "-295", flow="balance"),
        row("2024", "-400", flow="balance", partner="USA"),
        row("2024", "54", flow="balance", partner="NLD"),
    ]

    (finding,) = check(
        rows,
        "the second-largest deficit",
        rank={"period": "2024", "among": ("Russia", "USA", "Netherlands")},
        keys={"flow": "balance"},
    )

    assert finding.rule == "within"


@pytest.mark.parametrize("quote", ["a top-five partner", "one of... the five largest partners", "in the top five"])
def test_top_five_is_at_most_five(row, check, quote):
    """
    Every way to say top five allows the second place.
    """
    rows = [row("2024", "400", partner="USA"), row("2024", "244.81")]

    (finding,) = check(rows, quote, rank={"period": "2024", "among": ("Russia", "USA")})

    assert finding.rule == "within"


def test_one_of_the_largest_names_no_place(check):
    """
    "One of the largest" cannot be checked as a rank.
    """
    with pytest.raises(ClaimError, match="no place"):
        check([], "one of its largest partners", rank={"period": "2024", "among": "countries"})


def test_a_second_highest_is_no_record(check):
    """
    A place in time is not a record.
    """
    with pytest.raises(ClaimError, match="second"):
        check([], "the second-highest on record", record={"high": "2024"})


def test_the_ratio_of_two_deficits_is_that_of_their_sizes(row, check):
    """
    A deficit of 295 is 1.7 times one of 171.5.
    """
    rows = [row("2024", "-295.4", flow="balance"), row("2024", "-171.8", flow="balance", partner="USA")]

    (finding,) = check(
        rows, "1.7 times the deficit", multiple={"period": "2024", "of": {"partner": "USA"}}, keys={"flow": "balance"}
    )

    assert finding.rule == "within"


def test_a_year_is_the_sum_of_its_months(row, check):
    """
    Twelve months of one source add up to a year that it does not print, widened by its usual revisions.
    """
    rows = [row(f"2024-{month:02}", "10.0", "2025-01-20") for month in range(1, 13)]

    (finding,) = check(rows, "$120 billion", level="2024")

    assert finding.rule == "within"
    assert "added up" in finding.explanation


def test_a_missing_month_gives_no_sum(row, check):
    """
    Eleven months are no year.
    """
    rows = [row(f"2024-{month:02}", "10.0", "2025-01-20") for month in range(1, 12)]

    (finding,) = check(rows, "$120 billion", level="2024")

    assert finding.rule == "no-observation"


def test_little_changed_is_claimed_either_way(row, check):
    """
    The interval of "little changed" reaches 1 point down and 1 point up, and its room is measured from there.
    """
    (finding,) = check([row("2024", "0.0", measure="yoy")], "little changed", trend="2024")

    assert (finding.claimed.interval.low, finding.claimed.interval.high) == (-1, 1)
    assert finding.margin == Fraction("1")


def test_more_than_another_partner_is_a_positive_difference(row, check):
    """
    Between two series "more" says the direction.
    """
    rows = [row("2024", "20", partner="JPN"), row("2024", "8")]

    (finding,) = check(
        rows, "$12 billion more than with Russia", difference={"period": "2024", "less": {"partner": "Russia"}},
        keys={"partner": "Japan"},
    )  # fmt: skip

    assert finding.rule == "within"


def test_a_shorter_run_than_the_second_month_is_an_error(row, check):
    """
    One month short of two is more than a tenth off.
    """
    rows = [row("2025-05", "0.3", "2025-07-14", measure="yoy"), row("2025-06", "-1.2", "2025-07-14", measure="yoy")]

    (finding,) = check(rows, "a second straight month", count={"down": "2025-06", "of": "months"})

    assert (finding.rule, finding.severity) == ("wrong-count", "error")


@pytest.mark.parametrize(
    ("quote", "now", "verdict"),
    [
        ("more than halved from 2021", "48", "match"),
        ("more than halved from 2021", "53", "discrepancy"),
        ("more than halved from 2021", "125", "discrepancy"),
        ("nearly halved from 2021", "52", "match"),
        ("nearly halved from 2021", "48", "discrepancy"),
        ("was half its 2021 level", "50", "match"),
        ("less than half its 2021 level", "48", "match"),
        ("less than half its 2021 level", "53", "discrepancy"),
    ],
)
def test_halved_is_a_fall_and_half_is_a_ratio(row, check, quote, now, verdict):
    """
    The hedge of "halved" belongs to the fall, that of "half" to what is left.
    """
    rows = [row("2024", now + ".00"), row("2021", "100.00", "2022-01-14")]

    (finding,) = check(rows, quote, multiple={"period": "2024", "of": "2021"})

    assert finding.verdict == verdict, finding.explanation


def test_a_fifth_more_is_a_change_and_no_multiple(check):
    """
    The error says how to write it.
    """
    with pytest.raises(ClaimError, match="change"):
        check([], "a fifth more than in 2021", multiple={"period": "2024", "of": "2021"})
