"""Faults of a claim's own keys."""

from __future__ import annotations

import pytest

LAST_YEAR = "    change: 2024\n"


def claim(body: str) -> str:
    """A file whose one claim begins in line 2, column 5."""
    return f'claims:\n  - quote: "up 2 percent"\n{body}'


#: name -> the file, line and column of its fault, a part of what is said and of the remedy
BAD = {
    "unknown key": (claim("    levle: 2024\n"), 3, 5, "unknown key 'levle'", "did you mean level?"),
    "key in capitals": (claim("    Change: 2024\n"), 3, 5, "unknown key 'Change'", "did you mean change?"),
    "key like nothing": (claim("    zzz: 2024\n"), 3, 5, "unknown key 'zzz'", "allowed here: id, quote, note"),
    "missing key": (claim(LAST_YEAR + '    "": up\n'), 4, 5, "a key is missing", "allowed here"),
    "period on the claim": (
        claim(LAST_YEAR + "    period: 2024\n"),
        4,
        5,
        "period stands inside the kind only",
        "level: {period: …}",
    ),
    "from on the claim": (claim(LAST_YEAR + "    from: 2021\n"), 4, 5, "from stands inside the kind only", "{from: …}"),
    "trend class on the claim": (
        claim(LAST_YEAR + "    surge: 2021\n"),
        4,
        5,
        "surge stands inside the kind only",
        "trend: {surge: …}",
    ),
    "id inside the kind": (
        claim("    change: {id: growth, period: 2024}\n"),
        3,
        14,
        "id stands on the claim only",
        "one level out",
    ),
    "quote inside the kind": (
        claim('    change: {period: 2024, quote: "up"}\n'),
        3,
        28,
        "quote stands on the claim only",
        "beside change",
    ),
    "kind inside a kind": (
        claim("    change: {period: 2024, level: 2024}\n"),
        3,
        28,
        "level is a kind",
        "one level out",
    ),
    "figure beside two kinds": (
        claim('    change: 2024\n    level: 2024\n    figure: "2 percent"\n'),
        5,
        5,
        "the claim has 2 kinds (change, level), so figure must go inside one",
        "change: {…, figure: …}",
    ),
    "hedge beside two kinds": (
        claim("    hedge: about\n    change: 2024\n    trend: 2024\n"),
        3,
        5,
        "hedge must go inside",
        "hedge: …",
    ),
    "tolerance beside a kind without a figure": (
        claim('    record: {high: 2024}\n    tolerance: "0.5 %"\n'),
        4,
        5,
        "record takes no figure",
        "leave it out",
    ),
    "nothing to check": (claim(""), 2, 5, "the claim says nothing to check", "add a kind, seen or todo"),
    "neither quote nor figure": (
        "claims:\n  - change: 2024\n",
        2,
        5,
        "the claim has neither quote nor figure",
        "write quote",
    ),
    "empty quote": ('claims:\n  - quote: ""\n    change: 2024\n', 2, 12, "quote has no value", "leave quote out"),
    "null quote": ("claims:\n  - quote: null\n    change: 2024\n", 2, 12, "quote has no value", "write one"),
    "quote a mapping": (
        "claims:\n  - quote: {text: up}\n    change: 2024\n",
        2,
        12,
        "quote takes one value, not a mapping",
        "quote",
    ),
    "id with capitals and spaces": (
        claim(LAST_YEAR + "    id: Growth 2024\n"),
        4,
        9,
        "'Growth 2024' is no id",
        "write growth-2024",
    ),
    "id that begins with a hyphen": (claim(LAST_YEAR + '    id: "-x"\n'), 4, 9, "'-x' is no id", "write x"),
    "id with a dot": (claim(LAST_YEAR + "    id: a.USD\n"), 4, 9, "'a.USD' is no id", "write a-usd"),
    "id too long": (claim(LAST_YEAR + f"    id: {'x' * 81}\n"), 4, 9, "has 81 characters", "at most 80"),
    "id taken": (
        'claims:\n  - {id: a, quote: "2 %", change: 2024}\n  - {id: a, quote: "3 %", change: 2023}\n',
        3,
        10,
        "the id 'a' is taken by the claim at line 2",
        "its own",
    ),
    "ignore without why": (claim(LAST_YEAR + "    ignore: [coarse]\n"), 4, 5, "ignore needs why", 'why: "the reason"'),
    "why without ignore": (claim(LAST_YEAR + "    why: because\n"), 4, 5, "nothing is ignored", "note"),
    "unknown rule": (
        claim(LAST_YEAR + "    why: because\n    ignore: [coarse, wrong-levl]\n"),
        5,
        22,
        "unknown rule 'wrong-levl'",
        "did you mean wrong-level?",
    ),
    "seen a text": (claim("    seen: yes\n"), 3, 11, "seen takes source, by and on", "seen: {source"),
    "seen without by": (claim("    seen: {source: a page, on: 2025-07-14}\n"), 3, 5, "seen needs by", "seen: {source"),
    "seen on no day": (
        claim("    seen: {source: a page, by: me, on: yesterday}\n"),
        3,
        40,
        "unknown day 'yesterday'",
        "2025-07-14",
    ),
    "seen with another key": (
        claim("    seen: {source: a page, by: me, on: 2025-07-14, verdict: match}\n"),
        3,
        52,
        "unknown key 'verdict' in seen",
        "allowed here: source, by, on",
    ),
    "verdict declared": (claim(LAST_YEAR + "    verified: yes\n"), 4, 5, "unknown key 'verified'", "allowed here"),
    "todo without value": (claim("    todo:\n"), 3, 10, "todo has no value", "leave todo out"),
}


@pytest.mark.parametrize("name", BAD)
def test_the_fault_is_told_once_at_its_place_with_its_remedy(assert_told, name):
    """
    A file with one fault gives no article and one problem.
    """
    assert_told(*BAD[name])
