"""YAML that is not read."""

from __future__ import annotations

import pytest

LAST_YEAR = "    change: 2024\n"


def claim(body: str) -> str:
    """A file whose one claim begins in line 2, column 5."""
    return f'claims:\n  - quote: "up 2 percent"\n{body}'


#: name -> the file, line and column of its fault, a part of what is said and of the remedy
BAD = {
    "tab as indentation": ("claims:\n\t- quote: up\n", 2, 1, "not YAML", "indent with spaces, not tabs"),
    "a colon in a plain text": (
        "claims:\n  - quote: trade: up 2 percent\n    change: 2024\n",
        2,
        17,
        "not YAML",
        'in quotes if it has ": "',
    ),
    "quotation marks that stay open": (
        'claims:\n  - quote: "up 2 percent\n    change: 2024\n',
        4,
        1,
        "not YAML",
        "close the quotation marks",
    ),
    "a bracket that stays open": (
        "claims:\n  - {quote: up, trend: [2022, 2023}\n",
        2,
        35,
        "not YAML",
        "close the bracket",
    ),
    "a percent sign first": ("claims:\n  - quote: %2 up\n    change: 2024\n", 2, 12, "not YAML", "in quotes"),
    "words after a quoted text": (
        'claims:\n  - quote: "up" by 2 percent\n    change: 2024\n',
        2,
        17,
        "not YAML",
        "in quotes",
    ),
    "a doubled key": (
        claim(LAST_YEAR + "    change: 2023\n"),
        4,
        5,
        "the key 'change' stands twice, here and at line 3, column 5",
        "keep one",
    ),
    "a doubled key at the top": (
        claim(LAST_YEAR) + "claims: []\n",
        4,
        1,
        "the key 'claims' stands twice, here and at line 1, column 1",
        "keep one",
    ),
    "an anchor": (claim("    change: &year 2024\n"), 3, 13, "anchors (&year) are not read", "in quotes"),
    "an alias": (claim("    change: *year\n"), 3, 13, "aliases (*name) are not read", "write the value out"),
    "a merge key": (claim("    <<: {change: 2024}\n"), 3, 5, "merge keys (<<) are not read", "write the keys out"),
    "a tag": (claim("    change: !!str 2024\n"), 3, 13, "tags are not read", "leave it out"),
    "a tag of our own": (claim("    change: !period 2024\n"), 3, 13, "tags are not read", "leave it out"),
    "a tag that would run code": (
        claim("    trend: !!python/object/apply:os.system [2022]\n"),
        3,
        12,
        "tags are not read",
        "leave it out",
    ),
    "a second document": (claim(LAST_YEAR) + "---\nclaims: []\n", 4, 1, "a second document", "without ---"),
    "a key that is a list": ("? [a, b]\n: c\n", 1, 3, "a key that is a list or a mapping", "a plain word"),
    "an escaped NUL": (
        'claims:\n  - quote: "up\\0 2 percent"\n    change: 2024\n',
        2,
        12,
        "U+0000",
        "delete its escape",
    ),
    "an escaped control": (
        'claims:\n  - quote: "up \\e[31m 2 percent"\n    change: 2024\n',
        2,
        12,
        "U+001B",
        "delete its escape",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_the_fault_is_told_once_at_its_place_with_its_remedy(assert_told, name):
    """
    A file with one fault gives no article and one problem.
    """
    assert_told(*BAD[name])
