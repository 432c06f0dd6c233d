"""Faults at the top of a claims file."""

from __future__ import annotations

import pytest

LAST_YEAR = "    change: 2024\n"


def claim(body: str) -> str:
    """A file whose one claim begins in line 2, column 5."""
    return f'claims:\n  - quote: "up 2 percent"\n{body}'


#: name -> the file, line and column of its fault, a part of what is said and of the remedy
BAD = {
    "empty": ("", 1, 1, "the file is empty", "claims:"),
    "only a comment": ("# nothing yet\n", 1, 1, "the file is empty", "claims:"),
    "only null": ("~\n", 1, 1, "the file is empty", "claims:"),
    "a list at the top": ("- quote: up\n", 1, 1, "the file is a list", "claims:"),
    "a text": ("claims\n", 1, 1, "the file is a text", "claims:"),
    "no claims": ("title: Trade\n", 1, 1, "the file has no claims", "claims:"),
    "claims without value": ("title: Trade\nclaims:\n", 2, 1, "claims is empty", "- quote"),
    "claims an empty list": ("claims: []\n", 1, 9, "claims is empty", "- quote"),
    "claims a mapping": ("claims:\n  quote: up\n", 2, 3, "claims is not a list", "begin each claim with -"),
    "a claim that is text": ("claims:\n  - up 2 percent\n", 2, 5, "a claim is a mapping", "- quote"),
    "a claim that is a list": ("claims:\n  - [up, down]\n", 2, 5, "a claim is a mapping", "- quote"),
    "an empty claim": ("claims:\n  -\n", 2, 4, "a claim is a mapping", "- quote"),
    "unknown key at the top": (
        "publised: 2025-07-14\n" + claim(LAST_YEAR),
        1,
        1,
        "unknown key 'publised'",
        "did you mean published?",
    ),
    "series key at the top": (
        "reporter: China\n" + claim(LAST_YEAR),
        1,
        1,
        "reporter stands under about",
        "about: {reporter: …}",
    ),
    "kind at the top": ("change: 2024\n" + claim(LAST_YEAR), 1, 1, "change stands on a claim", "below claims:"),
    "published no day": ("published: last Monday\n" + claim(LAST_YEAR), 1, 12, "unknown day", "2025-07-14"),
    "published a month": ("published: 2025-07\n" + claim(LAST_YEAR), 1, 12, "'2025-07' is not one day", "2025-07-14"),
    "published a day that is none": (
        "published: 2025-02-30\n" + claim(LAST_YEAR),
        1,
        12,
        "February 2025 has 28 days",
        "2025-02-28",
    ),
    "published in American order": ("published: 07/14/2025\n" + claim(LAST_YEAR), 1, 12, "'07/14/2025'", "2025-07-14"),
    "published without value": (
        "published:\n" + claim(LAST_YEAR),
        1,
        11,
        "published has no value",
        "leave published out",
    ),
    "title a list": ("title: [a, b]\n" + claim(LAST_YEAR), 1, 8, "title takes one value, not a list", "title: a"),
    "about a text": ("about: China\n" + claim(LAST_YEAR), 1, 8, "about takes series keys", "reporter: China"),
    "unknown key in about": (
        "about: {partnr: Russia}\n" + claim(LAST_YEAR),
        1,
        9,
        "unknown key 'partnr' in about",
        "did you mean partner?",
    ),
    "hedge in about": (
        "about: {hedge: about}\n" + claim(LAST_YEAR),
        1,
        9,
        "hedge stands on a claim or in a kind",
        "allowed here: source",
    ),
    "period in about": (
        "about: {period: 2024}\n" + claim(LAST_YEAR),
        1,
        9,
        "period stands on a claim or in a kind",
        "allowed here",
    ),
    "title in about": ("about: {title: x}\n" + claim(LAST_YEAR), 1, 9, "title stands at the top", "one level out"),
}


@pytest.mark.parametrize("name", BAD)
def test_the_fault_is_told_once_at_its_place_with_its_remedy(assert_told, name):
    """
    A file with one fault gives no article and one problem.
    """
    assert_told(*BAD[name])
