"""Every kind of error that has a name: one claim each that only this rewrite makes true."""

from __future__ import annotations

import pytest

YUAN = {"reporter": "China", "partner": "Russia", "flow": "total", "currency": "CNY"}
INDIA = {"reporter": "India", "partner": "China", "flow": "exports", "currency": "USD"}
JAPAN = {"reporter": "China", "partner": "Japan", "flow": "imports", "currency": "USD"}
TAIWAN = {"reporter": "Taiwan", "partner": "China", "flow": "exports", "currency": "USD"}
GERMANY = {"reporter": "China", "partner": "Germany", "flow": "exports", "currency": "USD"}
BALANCE = {"reporter": "China", "partner": "Russia", "flow": "balance", "currency": "USD"}
SERVICES = {"reporter": "China", "partner": "World", "flow": "exports", "currency": "USD", "scope": "services"}


def names(findings):
    """The names of all causes of the one finding."""
    (finding,) = findings
    assert finding.verdict == "discrepancy", finding.explanation
    return [cause.name for cause in finding.causes]


def test_other_year(row, check):
    """
    The figure of 2023 told of 2024.
    """
    rows = [row("2024", "244.81"), row("2023", "240.11", "2024-01-12")]

    assert names(check(rows, "$240.11 billion", level="2024")) == ["other year"]


@pytest.mark.parametrize(
    ("claimed", "true", "name"),
    [
        ("2024", "2024-H1", "half for year"),
        ("2024-H1", "2024", "year for half"),
        ("2024-H1", "2024-Q1", "quarter for half"),
        ("2024-Q1", "2024-H1", "half for quarter"),
        ("2024-01/2024-05", "2024-05", "month for cumulative"),
        ("2024-05", "2024-01/2024-05", "cumulative for month"),
        ("2024-12", "2024", "year for month"),
    ],
)
def test_a_part_for_its_whole_and_the_other_way_round(row, check, claimed, true, name):
    """
    The name says what stands for what.
    """
    rows = [row(claimed, "143.27"), row(true, "171.61")]

    assert names(check(rows, "$171.61 billion", level=claimed)) == [name]


@pytest.mark.parametrize(
    ("claimed", "true", "name"),
    [
        ("2024", "FY2024/25", "fiscal year for calendar year"),
        ("FY2024/25", "2024", "calendar year for fiscal year"),
        ("2025-03", "FY2024/25", "fiscal year for month"),
    ],
)
def test_fiscal_years(row, check, claimed, true, name):
    """
    India's year begins in April.
    """
    spans = {"FY2024/25": "2024-04/2025-03"}
    rows = [
        row(spans.get(period, period), value, "2025-05-15", reporter="IND", partner="CHN", flow="exports")
        for period, value in ((claimed, "17.77"), (true, "14.25"))
    ]

    assert names(check(rows, "$14.25 billion", about=INDIA, level=claimed)) == [name]


def test_month_on_month(row, check):
    """
    A change on the month before, told as one on a year earlier.
    """
    rows = [row("2025-06", "-16.2", measure="yoy"), row("2025-06", "12.3", measure="mom")]

    assert names(check(rows, "rose 12.3 percent", change="2025-06")) == ["month on month"]


def test_year_on_year(row, check):
    """
    A change on a year earlier, told as one on the month before.
    """
    rows = [row("2025-06", "-16.2", measure="yoy"), row("2025-06", "12.3", measure="mom")]
    claim = {"period": "2025-06", "from": "previous"}

    assert names(check(rows, "fell 16.2 percent", change=claim)) == ["year on year"]


def test_the_half_before_as_base(row, check):
    """
    A half compared with the half before it: 120.32 over 100.21 is +20.1 %.
    """
    rows = [row("2024-H2", "120.32"), row("2024-H1", "100.21"), row("2023-H2", "133.33")]

    assert names(check(rows, "rose 20.1 percent", change="2024-H2")) == ["previous period as base"]


def test_other_base_year(row, check):
    """
    244.81 over 190.27, the year before the year before, is +28.7 %.
    """
    rows = [row("2024", "244.81"), row("2023", "240.11"), row("2022", "190.27")]

    assert names(check(rows, "rose 28.7 percent", change="2024")) == ["other base year"]


def test_level_for_increment(row, check):
    """
    "Rose by" with the level itself.
    """
    rows = [row("2024", "244.81"), row("2023", "240.11")]

    assert names(check(rows, "rose by $244.81 billion", difference="2024")) == ["level for increment"]


def test_increment_for_level(row, check):
    """
    The increase of 24.87 billion told as the level.
    """
    rows = [row("2024", "244.98"), row("2023", "220.11")]

    assert names(check(rows, "$24.87 billion", level="2024")) == ["increment for level"]


def test_other_flow(row, check):
    """
    Exports told as the total.
    """
    rows = [row("2024", "244.81"), row("2024", "115.49", flow="exports")]

    assert names(check(rows, "$115.49 billion", level="2024")) == ["other flow"]


def test_mirror(row, check):
    """
    China's imports from Japan as Japan counts them: Japan's exports to China.
    """
    rows = [
        row("2024", "156.25", partner="JPN", flow="imports"),
        row("2024", "124.63", reporter="JPN", partner="CHN", flow="exports", source="mof-japan"),
    ]

    assert names(check(rows, "$124.63 billion", about=JAPAN, level="2024")) == ["mirror"]


def test_reporter_and_partner_exchanged(row, check):
    """
    Japan's imports from China told as China's imports from Japan.
    """
    rows = [
        row("2024", "156.25", partner="JPN", flow="imports"),
        row("2024", "167.31", reporter="JPN", partner="CHN", flow="imports", source="mof-japan"),
    ]

    assert names(check(rows, "$167.31 billion", about=JAPAN, level="2024")) == ["reporter and partner exchanged"]


@pytest.mark.parametrize(
    ("claimed", "true", "name"),
    [("China", "CHN+HKG", "with Hong Kong"), ("China with Hong Kong", "CHN", "without Hong Kong")],
)
def test_hong_kong(row, check, claimed, true, name):
    """
    Mainland China, and China with Hong Kong.
    """
    other = "CHN" if true == "CHN+HKG" else "CHN+HKG"
    rows = [
        row("2023", "95.73", reporter="TWN", partner=other, flow="exports"),
        row("2023", "152.25", reporter="TWN", partner=true, flow="exports"),
    ]

    assert names(check(rows, "$152.25 billion", about={**TAIWAN, "partner": claimed}, level="2023")) == [name]


def test_bloc_for_member(row, check):
    """
    The European Union's figure told of Germany.
    """
    rows = [row("2024", "107.06", partner="DEU", flow="exports"), row("2024", "516.46", partner="EU", flow="exports")]

    assert names(check(rows, "$516.46 billion", about=GERMANY, level="2024")) == ["bloc for member"]


def test_yuan_rate_as_dollar_rate_is_named_however_coarse(row, check):
    """
    The other currency's published rate is always named, even for "5 percent".
    """
    rows = [row("2024", "4.1", measure="yoy"), row("2024", "5.0", measure="yoy", unit="CNY")]
    found = check(rows, "rose 5 percent", change="2024")

    assert names(found) == ["yuan rate as dollar rate"]
    assert found[0].causes[0].share is None


def test_dollar_rate_as_yuan_rate(row, check):
    """
    The other way round.
    """
    rows = [row("2024", "1.9", measure="yoy"), row("2024", "2.9", measure="yoy", unit="CNY")]

    assert names(check(rows, "rose 1.9 percent", about=YUAN, change="2024")) == ["dollar rate as yuan rate"]


def test_yuan_level_at_the_rate_of_its_release(row, check):
    """
    1.743 trillion yuan at the bank's 7.3319 of 13 January 2025 is 237.73 billion dollars.
    """
    rows = [row("2024", "244.81"), row("2024", "1743", unit="CNY", unit_multiplier=9)]
    found = check(rows, "$237.73 billion", level="2024")

    assert names(found) == ["yuan level at spot rate"]
    assert "÷ 7.3319 CNY for 1 USD (ECB, 13 January 2025) = 237.727" in found[0].causes[0].arithmetic
    assert "13 January 2025" in found[0].causes[0].text


def test_yuan_level_at_the_rate_of_publication(row, check):
    """
    The writer's own conversion: at 7.1672, the rate of 14 July 2025.
    """
    rows = [row("2024", "244.81"), row("2024", "1743", unit="CNY", unit_multiplier=9)]

    assert names(check(rows, "$243.19 billion", level="2024")) == ["yuan level at spot rate"]


def test_no_rate_from_after_the_article(row, check):
    """
    In February 2025 nobody knew the rate of July.
    """
    rows = [row("2024", "244.81"), row("2024", "1743", unit="CNY", unit_multiplier=9)]

    assert names(check(rows, "$243.19 billion", published="2025-02-03", level="2024")) == []


def test_a_release_on_a_sunday_has_the_rate_of_friday(row, check):
    """
    The last working day's rate stands over the weekend: 7.3313 on 10 January 2025.
    """
    rows = [row("2024", "244.81"), row("2024", "1743", "2025-01-12", unit="CNY", unit_multiplier=9)]
    (finding,) = check(rows, "$237.75 billion", level="2024")

    assert "10 January 2025" in finding.causes[0].arithmetic


def test_yuan_with_the_dollar_sign(row, check):
    """
    1.743 trillion is the yuan figure.
    """
    rows = [row("2024", "244.81"), row("2024", "1743", unit="CNY", unit_multiplier=9)]

    assert names(check(rows, "$1,743 billion", level="2024")) == ["yuan level as dollar level"]


@pytest.mark.parametrize(
    ("quote", "name"),
    [
        ("$244.81 million", "scale x1000"),
        ("$244.81 trillion", "scale x1000"),
        ("$24.481 billion", "scale x10"),
        ("$2,448.1 billion", "scale x10"),
        ("$244,810", "scale x1000000"),
        ("$244.81", "scale x1000000000"),
    ],
)
def test_scale(row, check, quote, name):
    """
    The right digits with another scale, too large or too small.
    """
    assert names(check([row("2024", "244.81")], quote, level="2024")) == [name]


def test_sign(row, check):
    """
    A fall of 9.1 % told as a rise.
    """
    assert names(check([row("2025-H1", "-9.1", measure="yoy")], "rose 9.1 percent", change="2025-H1")) == ["sign"]


def test_a_surplus_for_a_deficit(row, check):
    """
    The balance has the other sign.
    """
    rows = [row("2024", "-13.83", flow="balance")]

    assert names(check(rows, "a surplus of $13.83 billion", about=BALANCE, level="2024")) == ["sign"]


def test_percentage_on_the_new_value(row, check):
    """
    From 190.27 to 240.11 is 26.2 % of the old value and 20.8 % of the new one.
    """
    rows = [row("2023", "240.11"), row("2022", "190.27")]

    assert names(check(rows, "rose 20.8 percent", change="2023")) == ["percentage on the new value"]


def test_percent_for_points(row, check):
    """
    From 22.00 to 25.41 % of the whole is 3.41 points and 15.5 per cent.
    """
    rows = [
        row("2024", "25.41", flow="exports"),
        row("2024", "100.00", flow="exports", partner="WLD"),
        row("2023", "22.00", flow="exports"),
        row("2023", "100.00", flow="exports", partner="WLD"),
    ]
    claim = {"period": "2024", "of": "share", "whole": {"partner": "World"}}

    assert names(check(rows, "rose 15.5 percentage points", keys={"flow": "exports"}, difference=claim)) == [
        "percent for points"
    ]


def test_points_for_percent(row, check):
    """
    Growth of 7.4 % after 4.1 % is 3.3 points more, not growth of 3.3 %.
    """
    rows = [row("2024", "7.4", measure="yoy"), row("2023", "4.1", measure="yoy")]

    assert "points for percent" in names(check(rows, "rose 3.3 percent", change="2024"))


@pytest.mark.parametrize("quote", ["$248.41 billion", "$442.81 billion"])
def test_digits_exchanged(row, check, quote):
    """
    Two digits of 244.81 exchanged.
    """
    assert names(check([row("2024", "244.81")], quote, level="2024"))[0] == "digits exchanged"


def test_digit_changed(row, check):
    """
    One digit of five is another.
    """
    assert names(check([row("2024", "244.81")], "$247.81 billion", level="2024")) == ["digit changed"]


def test_one_digit_of_three_is_no_cause(row, check):
    """
    With three digits anything is near something: 1.75 for 1.74 has no cause.
    """
    rows = [row("2024", "1.74", unit="CNY", unit_multiplier=12)]

    assert names(check(rows, "1.75 trillion yuan", about=YUAN, level="2024")) == []


def test_other_vintage(row, check):
    """
    A figure that was out before the one that counts on the day.
    """
    rows = [row("2024", "244.81"), row("2024", "246.15", "2025-06-20")]
    found = check(rows, "$244.81 billion", level="2024")

    assert names(found) == ["other vintage"]
    assert "released 2025-01-13" in found[0].causes[0].text


def test_goods_and_services(row, check):
    """
    Goods alone told as services.
    """
    rows = [
        row("2024", "3577.2", partner="WLD", flow="exports"),
        row("2024", "446.3", partner="WLD", flow="exports", scope="services"),
    ]

    assert names(check(rows, "$3,577.2 billion", about=SERVICES, level="2024")) == ["goods and services"]


def test_year_and_currency_together(row, check):
    """
    The yuan figure of the next year converted at the rate of its release: both changes are named.
    """
    rows = [row("2023", "240.11", "2024-01-12"), row("2024", "1743", unit="CNY", unit_multiplier=9)]
    (finding,) = check(rows, "$237.73 billion", level="2023")

    assert finding.causes[0].rewrites == ("other year", "yuan level at spot rate")
    assert finding.causes[0].text == (
        "looks like the figure for 2024 instead of 2023 and 1.743 tn CNY converted at 7.3319 (13 January 2025) "
        "instead of the dollar figure"
    )


def test_hong_kong_is_added_where_no_sum_is_printed(row, check):
    """
    95.73 with the mainland and 56.52 with Hong Kong are 152.25 together.
    """
    rows = [
        row("2023", "95.73", reporter="TWN", partner="CHN", flow="exports"),
        row("2023", "56.52", reporter="TWN", partner="HKG", flow="exports"),
    ]

    assert names(check(rows, "$152.25 billion", about=TAIWAN, level="2023")) == ["with Hong Kong"]


def test_hong_kong_is_left_out_of_a_list(row, check):
    """
    The mainland alone, where both are claimed together.
    """
    rows = [
        row("2023", "95.73", reporter="TWN", partner="CHN", flow="exports"),
        row("2023", "56.52", reporter="TWN", partner="HKG", flow="exports"),
    ]
    both = {**TAIWAN, "partner": ("China", "Hong Kong")}

    assert names(check(rows, "$95.73 billion", about=both, level="2023")) == ["without Hong Kong"]


def test_the_level_of_a_fall(row, check):
    """
    "Fell by" with the level itself: sizes are compared.
    """
    rows = [row("2024", "122.63"), row("2023", "240.11")]

    assert names(check(rows, "fell by $122.63 billion", difference="2024")) == ["level for increment"]


def test_a_written_base_moves_with_the_period(row, check):
    """
    H1 2024 over H1 2021, 120.53 over 65.05, is +85.3 %: told as the year 2024 over 2021.
    """
    rows = [row("2024", "244.81"), row("2021", "146.89"), row("2024-H1", "120.53"), row("2021-H1", "65.05")]
    claim = {"period": "2024", "from": "2021"}

    assert names(check(rows, "rose 85.3 percent", change=claim)) == ["half for year"]


def test_the_year_beside_a_written_base(row, check):
    """
    244.81 over 107.77, 2020 instead of 2021, is +127.2 %.
    """
    rows = [row("2024", "244.81"), row("2021", "146.89"), row("2020", "107.77")]
    claim = {"period": "2024", "from": "2021"}

    assert names(check(rows, "rose 127.2 percent", change=claim)) == ["other base year"]


def test_japans_fiscal_year(row, check):
    """
    Japan's customs prints years from April too.
    """
    rows = [
        row("2024", "18.86", reporter="JPN", partner="CHN", flow="exports", unit="JPY", unit_multiplier=12),
        row("2024-04/2025-03", "19.01", "2025-04-17", reporter="JPN", partner="CHN", flow="exports", unit="JPY",
            unit_multiplier=12),
    ]  # fmt: skip
    about = {"reporter": "Japan", "partner": "China", "flow": "exports", "currency": "JPY"}

    assert names(check(rows, "19.01 trillion yen", about=about, level="2024")) == ["fiscal year for calendar year"]


def test_goods_and_services_in_another_valuation(row, check):
    """
    Goods as customs counts them, goods and services on the balance-of-payments basis.
    """
    rows = [
        row("2024", "3577.2", partner="WLD", flow="exports"),
        row("2024", "4023.5", partner="WLD", flow="exports", scope="goods-and-services", valuation="bop"),
    ]
    about = {"reporter": "China", "partner": "World", "flow": "exports", "currency": "USD"}

    assert names(check(rows, "$4,023.5 billion", about=about, level="2024")) == ["goods and services"]


def test_the_flow_of_a_share_changes_with_its_whole(row, check):
    """
    15.21 % of imports told of exports.
    """
    rows = [
        row("2024", "25.41", flow="exports"),
        row("2024", "100.00", flow="exports", partner="WLD"),
        row("2024", "15.21", flow="imports"),
        row("2024", "100.00", flow="imports", partner="WLD"),
    ]
    claim = {"period": "2024", "of": {"partner": "World"}}

    assert names(check(rows, "15.21 percent", keys={"flow": "exports"}, share=claim)) == ["other flow"]
