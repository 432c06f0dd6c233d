"""Faults inside a kind."""

from __future__ import annotations

import pytest


def claim(body: str) -> str:
    """A file whose one claim begins in line 2, column 5."""
    return f'claims:\n  - quote: "up 2 percent"\n{body}'


#: name -> the file, line and column of its fault, a part of what is said and of the remedy
BAD = {
    "kind without value": (claim("    change:\n"), 3, 12, "change has no value", "change: 2025-H1"),
    "share in short form": (claim("    share: 2024\n"), 3, 12, "share has no short form", "share: {period: 2023, of:"),
    "record in short form": (claim("    record: 2023\n"), 3, 13, "record has no short form", "record: {high: 2023}"),
    "level of a list": (
        claim("    level: [2023, 2024]\n"),
        3,
        12,
        "level takes one period, not a list",
        "one claim for each",
    ),
    "unknown key in a kind": (
        claim("    change: {perid: 2024}\n"),
        3,
        14,
        "unknown key 'perid' in change",
        "did you mean period?",
    ),
    "key of another kind": (
        claim("    change: {period: 2024, high: 2023}\n"),
        3,
        28,
        "high stands in record, not in change",
        "allowed here",
    ),
    "required key missing": (claim("    share: {period: 2024}\n"), 3, 5, "share needs of", "partner: World"),
    "one of several required keys missing": (
        claim("    record: {since: 2020}\n"),
        3,
        5,
        "record needs high or low",
        "record: {high: 2023}",
    ),
    "both of two exclusive keys": (
        claim("    record: {high: 2023, low: 2020}\n"),
        3,
        26,
        "high and low exclude each other",
        "keep one",
    ),
    "no key at all": (claim("    change: {}\n"), 3, 5, "change needs period", "change: 2025-H1"),
    "unknown period": (claim("    change: 2025S1\n"), 3, 13, "unknown period '2025S1'", "2025-H1"),
    "a third half": (claim("    change: 2025-H3\n"), 3, 13, "a year has two halves", "2025-H1 or 2025-H2"),
    "an impossible month": (claim("    change: 2025-13\n"), 3, 13, "there is no month 13", "2025-12"),
    "a period that ends before it begins": (
        claim("    change: {period: 2025-06/2025-01}\n"),
        3,
        22,
        "ends before it begins",
        "2025-01/2025-06",
    ),
    "a fiscal year without a reporter": (claim("    change: FY2024/25\n"), 3, 13, "'FY2024/25'", "2024-04/2025-03"),
    "a fiscal year of a reporter without one": (
        claim("    change: {period: FY2024/25, reporter: Vietnam}\n"),
        3,
        22,
        "'FY2024/25'",
        "2024-04/2025-03",
    ),
    "a faulty period in a list": (
        claim("    trend: {surge: [2022, soon]}\n"),
        3,
        27,
        "unknown period 'soon'",
        "write it as 2024",
    ),
    "an empty list of periods": (claim("    trend: []\n"), 3, 12, "trend has no value", "trend: {surge: [2022, 2023]}"),
    "a base that is no period": (
        claim("    change: {period: 2024, from: previus}\n"),
        3,
        34,
        "unknown base 'previus'",
        "write previous",
    ),
    "still neither yes nor no": (
        claim("    record: {high: 2023, still: maybe}\n"),
        3,
        33,
        "'maybe' is neither yes nor no",
        "write yes or no",
    ),
    "among a word": (
        claim("    rank: {period: 2024, among: country}\n"),
        3,
        33,
        "unknown among 'country'",
        "did you mean countries?",
    ),
    "among an unknown place": (
        claim("    rank: {period: 2024, among: [EU, Atlantis]}\n"),
        3,
        38,
        "unknown place 'Atlantis'",
        "write a country",
    ),
    "of a word": (
        claim("    difference: {period: 2024, of: changes}\n"),
        3,
        36,
        "unknown of 'changes'",
        "did you mean change?",
    ),
    "of without series keys": (
        claim("    share: {period: 2024, of: World}\n"),
        3,
        31,
        "of takes series keys",
        "of: {partner: World}",
    ),
    "of with nothing in it": (claim("    share: {period: 2024, of: {}}\n"), 3, 31, "of is empty", "{partner: World}"),
    "of with a period in it": (
        claim("    share: {period: 2024, of: {period: 2023}}\n"),
        3,
        32,
        "unknown key 'period' in of",
        "allowed here: source",
    ),
    "of with a hedge in it": (
        claim("    share: {period: 2024, of: {hedge: about}}\n"),
        3,
        32,
        "hedge has no place in of",
        "allowed here: source",
    ),
    "count of weeks": (
        claim("    count: {down: 2025-06, of: weeks}\n"),
        3,
        32,
        "unknown of 'weeks'",
        "months, quarters, years",
    ),
    "average by day": (
        claim("    level: {period: 2024, average: day}\n"),
        3,
        36,
        "unknown average 'day'",
        "allowed here: month",
    ),
    "an event that is no id": (
        claim('    date: {event: "The Meeting"}\n'),
        3,
        19,
        "'The Meeting' is no id of an event",
        "factcheck lookup",
    ),
    "a series key in a quotation": (
        claim("    quotation: {event: a-b, flow: total}\n"),
        3,
        29,
        "quotation is of no series",
        "leave it out",
    ),
    "a figure key in a record": (
        claim("    record: {high: 2023, hedge: about}\n"),
        3,
        26,
        "record takes no figure",
        "leave it out",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_the_fault_is_told_once_at_its_place_with_its_remedy(assert_told, name):
    """
    A file with one fault gives no article and one problem.
    """
    assert_told(*BAD[name])
