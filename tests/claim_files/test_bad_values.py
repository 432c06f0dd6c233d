"""Places, currencies and other values that are not known."""

from __future__ import annotations

import pytest

LAST_YEAR = "    change: 2024\n"


def claim(body: str) -> str:
    """A file whose one claim begins in line 2, column 5."""
    return f'claims:\n  - quote: "up 2 percent"\n{body}'


#: name -> the file, line and column of its fault, a part of what is said and of the remedy
BAD = {
    "unknown place": (claim(LAST_YEAR + "    partner: Rusia\n"), 4, 14, "unknown place 'Rusia'", "Russia (RUS)"),
    "ambiguous place": (claim(LAST_YEAR + "    partner: Congo\n"), 4, 14, "does not name one place", "Congo"),
    "unknown place in a list": (
        claim(LAST_YEAR + "    partner: [EU, Asean, Mordor]\n"),
        4,
        26,
        "unknown place 'Mordor'",
        "write a country",
    ),
    "a list of reporters": (
        claim(LAST_YEAR + "    reporter: [China, India]\n"),
        4,
        15,
        "reporter takes one value, not a list",
        "reporter: China",
    ),
    "unknown flow": (claim(LAST_YEAR + "    flow: export\n"), 4, 11, "unknown flow 'export'", "did you mean exports?"),
    "unknown scope": (claim(LAST_YEAR + "    scope: good\n"), 4, 12, "unknown scope 'good'", "did you mean goods?"),
    "unknown valuation": (claim(LAST_YEAR + "    valuation: cost\n"), 4, 16, "unknown valuation 'cost'", "CIF, FOB"),
    "unknown currency": (claim(LAST_YEAR + "    currency: doller\n"), 4, 15, "unknown currency 'doller'", "dollar"),
    "open currency": (claim(LAST_YEAR + "    currency: ¥\n"), 4, 15, "'¥' can be CNY or JPY", "CNY"),
    "commodity code of five digits": (
        claim(LAST_YEAR + "    commodity: hs:87034\n"),
        4,
        16,
        "'hs:87034' is no commodity code",
        "hs:8703",
    ),
    "commodity in words": (
        claim(LAST_YEAR + "    commodity: Passenger cars\n"),
        4,
        16,
        "is no commodity id",
        "passenger-cars",
    ),
    "source an address": (
        claim(LAST_YEAR + "    source: https://example.org/a\n"),
        4,
        13,
        "is no id of a source",
        "goes under seen",
    ),
    "source in capitals": (claim(LAST_YEAR + "    source: GACC\n"), 4, 13, "'GACC' is no id of a source", "gacc"),
    "holder unknown": (claim(LAST_YEAR + "    holder: Chna\n"), 4, 13, "unknown place 'Chna'", "China (CHN)"),
    "unknown hedge": (
        claim("    change: {period: 2024, hedge: almost}\n"),
        3,
        35,
        "unknown hedge 'almost'",
        "about, nearly, more than",
    ),
    "unknown direction": (
        claim(LAST_YEAR + "    direction: upwards\n"),
        4,
        16,
        "unknown direction 'upwards'",
        "allowed here: up, down",
    ),
    "tolerance without a unit": (
        claim(LAST_YEAR + "    tolerance: 0.5\n"),
        4,
        16,
        "unknown tolerance '0.5'",
        "write 0.5 % or 0.5 pp",
    ),
    "tolerance in words": (
        claim(LAST_YEAR + "    tolerance: 2 percent\n"),
        4,
        16,
        "unknown tolerance '2 percent'",
        "write 2 %",
    ),
    "tolerance with a comma": (
        claim(LAST_YEAR + "    tolerance: 0,5 %\n"),
        4,
        16,
        "unknown tolerance '0,5 %'",
        "write 0.5 %",
    ),
    "tolerance too wide": (
        claim(LAST_YEAR + "    tolerance: 10.1 %\n"),
        4,
        16,
        "tolerance '10.1 %' is too wide",
        "at most 10 %",
    ),
    "tolerance of many points": (
        claim(LAST_YEAR + "    tolerance: 50 pp\n"),
        4,
        16,
        "tolerance '50 pp' is too wide",
        "at most 1 pp",
    ),
    "tolerance negative": (
        claim(LAST_YEAR + "    tolerance: -1 %\n"),
        4,
        16,
        "tolerance '-1 %' has a sign",
        "write 1 %",
    ),
    "tolerance not a number": (claim(LAST_YEAR + "    tolerance: nan\n"), 4, 16, "unknown tolerance 'nan'", "0.5 %"),
    "tolerance boundless": (claim(LAST_YEAR + "    tolerance: inf %\n"), 4, 16, "unknown tolerance 'inf %'", "0.5 %"),
    "tolerance with an exponent": (
        claim(LAST_YEAR + "    tolerance: 1e9 %\n"),
        4,
        16,
        "unknown tolerance '1e9 %'",
        "0.5 %",
    ),
    "figure that is none": (
        claim('    change: {period: 2024, figure: "a lot"}\n'),
        3,
        36,
        "'a lot' is not a figure",
        "",
    ),
    "two figures": (
        claim('    change: {period: 2024, figure: "2 percent or 3 percent"}\n'),
        3,
        36,
        "has 2 figures",
        "keep one",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_the_fault_is_told_once_at_its_place_with_its_remedy(assert_told, name):
    """
    A file with one fault gives no article and one problem.
    """
    assert_told(*BAD[name])
