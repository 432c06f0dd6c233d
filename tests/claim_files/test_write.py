"""Writing claims: the file that people would have written, and texts that YAML would misread."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.claim_files import read_claims, read_claims_text
from factcheck.claim_files.write import write_article, write_claim
from factcheck.claims import Article, Claim, KindUse
from factcheck.errors import WrittenError

ROOT = Path(__file__).parents[2]


def claim(quote="", *kinds, **parts):
    """A claim by its parts."""
    return Claim(parts.pop("id", "x"), quote, kinds, **parts)


def level(**options):
    return KindUse("level", {"period": "2024", **options})


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        (
            claim("slipped by 9.1 percent", KindUse("change", {"period": "2025-H1"})),
            ['  - quote: "slipped by 9.1 percent"', "    change: 2025-H1"],
        ),
        (
            claim("up", KindUse("trend", {"surge": ("2022", "2023")})),
            ['  - quote: "up"', "    trend: {surge: [2022, 2023]}"],
        ),
        (
            claim("up", KindUse("trend", {"period": ("2022", "2023")})),
            ['  - quote: "up"', "    trend: [2022, 2023]"],
        ),
        (
            claim("x", level(figure="$10.39 billion")),
            ['  - quote: "x"', '    level: {period: 2024, figure: "$10.39 billion"}'],
        ),
        (
            claim("x", KindUse("share", {"period": "2024", "of": {"partner": "World"}}), keys={"flow": "exports"}),
            ['  - quote: "x"', "    flow: exports", "    share: {period: 2024, of: {partner: World}}"],
        ),
        (
            claim("x", level(), ignore=("coarse",), why="the desk rounds"),
            ['  - quote: "x"', "    level: 2024", "    ignore: [coarse]", "    why: the desk rounds"],
        ),
        (
            claim("x", todo=("2024 or 2023?", "of whom: Russia?")),
            ['  - quote: "x"', "    todo:", "      - 2024 or 2023?", '      - "of whom: Russia?"'],
        ),
        (
            claim("x", seen={"source": "https://example.org/a", "by": "A", "on": "2025-07-14"}),
            ['  - quote: "x"', '    seen: {source: "https://example.org/a", by: A, on: 2025-07-14}'],
        ),
        (
            claim("x", seen={"source": "w" * 90, "by": "A. Editor", "on": "2025-07-14"}),
            [
                '  - quote: "x"',
                "    seen:",
                f"      source: {'w' * 90}",
                "      by: A. Editor",
                "      on: 2025-07-14",
            ],
        ),
    ],
)
def test_a_claim_is_written_as_people_write_it(written, lines):
    """
    Short forms, braces, brackets, and a block where a line would be too long.
    """
    assert write_claim(written, with_id=False) == "".join(f"{line}\n" for line in lines)


def test_the_id_comes_first():
    """
    A claim with its id begins with it.
    """
    assert write_claim(claim("x", level(), id="a-b"), with_id=True).startswith("  - id: a-b\n    quote:")


def test_comments_stand_above():
    """
    Each line of a comment is one behind a #, and nothing in it is invisible.
    """
    written = write_claim(claim("x", level()), with_id=False, comment="first\n\u202esecond")

    assert written.startswith('  # first\n  # \\u202Esecond\n  - quote: "x"')


@pytest.mark.parametrize(
    ("note", "yaml"),
    [
        ("seen by two people, and more", "seen by two people, and more"),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("a:", '"a:"'),
        (" a", '" a"'),
        ("~", '"~"'),
        ("null", '"null"'),
        ("- a", '"- a"'),
        ("*a", '"*a"'),
        ('say "a"', 'say "a"'),
        ('"a" they say', '"\\"a\\" they say"'),
        ("a\nb", '"a\\nb"'),
        ("a\tb", '"a\\tb"'),
        ("C:\\x", "C:\\x"),
        ("a\u200bb", '"a\\u200Bb"'),
        ("a\U000e0041", '"a\\U000E0041"'),
        ("12:30", "12:30"),
        ("NO", "NO"),
        ("9.10", "9.10"),
    ],
)
def test_texts_are_quoted_where_yaml_would_misread_them(note, yaml):
    """
    A note is plain where it reads back as itself, in quotation marks where it would not.
    """
    written = write_claim(claim("x", level(), note=note), with_id=False)
    article, problems = read_claims_text("claims:\n" + written, "claims.yaml")

    assert written.splitlines()[-1] == f"    note: {yaml}"
    assert problems == ()
    assert article is not None
    assert article.claims[0].note == note


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x7f", "\x85", "\u2028", "\ufeff", "\ud800"])
def test_what_no_claims_file_can_have_is_refused_by_name(char):
    """
    A character that the reader refuses is not written either.
    """
    with pytest.raises(WrittenError, match=rf"U\+{ord(char):04X}.* cannot stand in a claims file"):
        write_claim(claim(f"a{char}b", level()), with_id=False)


def test_the_projects_own_article_is_read_back():
    """
    The claims file of this project, written and read, is the same article.
    """
    (article,), problems = read_claims([ROOT / "claims"], root=ROOT)
    again, faults = read_claims_text(write_article(article, with_ids=True), article.path)

    assert problems == faults == ()
    assert again == replace(article, draft_read=None)


def test_a_file_is_laid_out_as_the_examples_are():
    """
    The top on a line each, about in braces, a blank line between claims.
    """
    article = Article(
        "a.yaml",
        (claim("x", level()), claim("y", level())),
        draft="../a.md",
        title="Trade: down",
        about={"partner": ("EU", "ASEAN"), "reporter": "China", "commodity": "hs:8703"},
    )

    assert write_article(article, with_ids=False) == (
        'article: ../a.md\ntitle: "Trade: down"\n'
        "about: {reporter: China, partner: [EU, ASEAN], commodity: hs:8703}\n"
        'claims:\n  - quote: "x"\n    level: 2024\n\n  - quote: "y"\n    level: 2024\n'
    )
