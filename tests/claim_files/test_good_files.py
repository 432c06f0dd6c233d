"""What claims files say is what articles hold, as text and to the letter."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claim_files import read_claims_text
from factcheck.claims import KindUse
from factcheck.errors import Location

HEAD = """\
published: 2025-07-14
about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}
claims:
"""


def use(kind, **options):
    """A kind with its options; ``from_`` is the key from."""
    return KindUse(kind, {name.rstrip("_"): value for name, value in options.items()})


#: the hard examples of the documentation, and what they say
HARD = {
    '- quote: "1.74 trillion yuan ($237 billion)"\n  level: 2024': (
        {},
        (use("level", period="2024"),),
    ),
    '- quote: "fell by $10.39 billion, or 9.1 percent, to $106.48 billion"\n'
    "  change: 2025-H1\n"
    '  difference: {period: 2025-H1, figure: "$10.39 billion"}\n'
    '  level: {period: 2025-H1, figure: "$106.48 billion"}': (
        {},
        (
            use("change", period="2025-H1"),
            use("difference", period="2025-H1", figure="$10.39 billion"),
            use("level", period="2025-H1", figure="$106.48 billion"),
        ),
    ),
    '- quote: "growth slowed … to just 1.9 percent"\n  change: 2024\n  trend: {slowing: 2024}': (
        {},
        (use("change", period="2024"), use("trend", slowing="2024")),
    ),
    '- quote: "grew quickly in 2022 and 2023"\n  trend: {surge: [2022, 2023]}': (
        {},
        (use("trend", surge=("2022", "2023")),),
    ),
    '- quote: "exports rose 2.2 percent to $8.28 billion"\n'
    "  flow: exports\n"
    "  change: {period: 2025-06, from: previous}\n"
    "  level: 2025-06": (
        {"flow": "exports"},
        (use("change", period="2025-06", from_="previous"), use("level", period="2025-06")),
    ),
    '- quote: "a record high of $237 billion"\n  level: 2023\n  record: {high: 2023}': (
        {},
        (use("level", period="2023"), use("record", high="2023")),
    ),
    '- quote: "exports … largely stopped growing last year"\n  trend: {flat: 2024, flow: imports}': (
        {},
        (use("trend", flat="2024", flow="imports"),),
    ),
    # the long forms of the table
    '- {quote: "x", difference: {period: 2024, less: {partner: USA}}}': (
        {},
        (use("difference", period="2024", less={"partner": "USA"}),),
    ),
    '- {quote: "x", difference: {of: share, whole: {partner: World}, period: 2024, from: 2023}}': (
        {},
        (use("difference", of="share", whole={"partner": "World"}, period="2024", from_="2023"),),
    ),
    '- {quote: "x", share: {period: 2024, of: {partner: World}}}': (
        {},
        (use("share", period="2024", of={"partner": "World"}),),
    ),
    '- {quote: "x", multiple: {period: 2024, of: 2021}}': ({}, (use("multiple", period="2024", of="2021"),)),
    '- {quote: "x", multiple: {period: 2024, of: {flow: imports}}}': (
        {},
        (use("multiple", period="2024", of={"flow": "imports"}),),
    ),
    '- {quote: "x", record: {high: 2023, still: yes}}': ({}, (use("record", high="2023", still="yes"),)),
    '- {quote: "x", rank: {period: 2024, among: countries}}': (
        {},
        (use("rank", period="2024", among="countries"),),
    ),
    '- {quote: "x", rank: {period: 2024, among: [EU, ASEAN, Japan]}}': (
        {},
        (use("rank", period="2024", among=("EU", "ASEAN", "Japan")),),
    ),
    '- {quote: "x", trend: [2022, 2023]}': ({}, (use("trend", period=("2022", "2023")),)),
    '- {quote: "x", count: {down: 2025-06, of: months}}': ({}, (use("count", down="2025-06", of="months"),)),
    '- {quote: "x", date: {release: 2025-H1}}': ({}, (use("date", release="2025-H1"),)),
    '- {quote: "x", quotation: {event: a-meeting-2025-07-13, by: "Wang Yi"}}': (
        {},
        (use("quotation", event="a-meeting-2025-07-13", by="Wang Yi"),),
    ),
    '- {quote: "x", partner: [EU, ASEAN], level: {period: 2024, average: month}}': (
        {"partner": ("EU", "ASEAN")},
        (use("level", period="2024", average="month"),),
    ),
    '- {quote: "x", reporter: India, level: FY2024/25}': ({"reporter": "India"}, (use("level", period="FY2024/25"),)),
    '- {figure: "$237 billion", hedge: about, tolerance: 0.5 %, level: 2024}': (
        {"figure": "$237 billion", "hedge": "about", "tolerance": "0.5 %"},
        (use("level", period="2024"),),
    ),
    '- {quote: "x", direction: up, change: 2024}': ({"direction": "up"}, (use("change", period="2024"),)),
    '- {quote: "x", direction: down, trend: {edged: 2024}}': ({"direction": "down"}, (use("trend", edged="2024"),)),
    '- {level: {period: 2024, figure: "$237 billion"}, record: {high: 2024}}': (
        {},
        (use("level", period="2024", figure="$237 billion"), use("record", high="2024")),
    ),
}


@pytest.mark.parametrize("text", HARD)
def test_a_claim_says_what_its_file_says(article, text):
    """
    Keys and kinds come in file order, short forms spelled out.
    """
    (claim,) = article(HEAD + text).claims
    keys, kinds = HARD[text]

    assert claim.keys == keys
    assert claim.kinds == kinds
    assert [list(found.options) for found in claim.kinds] == [list(wanted.options) for wanted in kinds]


def test_the_head_of_a_file_is_read(article):
    """
    Title, day and common keys stand on the article.
    """
    found = article("title: Trade falls\n" + HEAD + '- {quote: "up 2 percent", change: 2024}')

    assert found.title == "Trade falls"
    assert found.published == date(2025, 7, 14)
    assert found.about == {
        "source": "gacc",
        "reporter": "China",
        "partner": "Russia",
        "flow": "total",
        "currency": "USD",
    }
    assert (found.about_locations["reporter"].line, found.about_locations["reporter"].column) == (3, 33)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("9.10", "9.10"),
        ("NO", "NO"),
        ("yes", "yes"),
        ("0x10", "0x10"),
        ("1_000", "1_000"),
        ("2025-07-14", "2025-07-14"),
        ("1:30", "1:30"),
        ('"null"', "null"),
        ("'it''s'", "it's"),
        ('"a\\tb"', "a\tb"),
        ("|\n      one\n      two", "one\ntwo\n"),
        (">-\n      one\n      two", "one two"),
        ('"one\n      two"', "one two"),
        ("${HOME}", "${HOME}"),
    ],
)
def test_every_scalar_is_text(article, written, text):
    """
    Nothing is a number, a truth value, a date or a variable.
    """
    (claim,) = article(f'claims:\n  - quote: "up 2 percent"\n    change: 2024\n    note: {written}\n').claims

    assert claim.note == text


def test_norway_stays_norway(article):
    """
    NO is a place, where other readers see a falsehood.
    """
    (claim,) = article(HEAD + '- {quote: "up 2 percent", partner: NO, change: 2024}').claims

    assert claim.keys == {"partner": "NO"}


def test_what_stands_on_the_claim_only_is_read(article):
    """
    Note, ignore with its reason, seen and todo are kept.
    """
    first, second = article(
        HEAD
        + """\
- id: growth
  quote: "up 2 percent"
  change: 2024
  ignore: [coarse, wrong-change]
  why: the desk rounds
  seen: {source: https://example.org, by: A. Editor, on: 2025-07-14}
  todo: [ask the office, ask again]
- {quote: "up", todo: find the release, ignore: coarse, why: so}
"""
    ).claims

    assert (first.id, first.ignore, first.why) == ("growth", ("coarse", "wrong-change"), "the desk rounds")
    assert first.seen == {"source": "https://example.org", "by": "A. Editor", "on": "2025-07-14"}
    assert first.todo == ("ask the office", "ask again")
    assert (second.kinds, second.todo, second.ignore) == ((), "find the release", ("coarse",))


def test_each_part_of_a_claim_knows_its_place(article):
    """
    A kind is located at its key, all else at its value; a short form answers to its long path.
    """
    found = article(
        HEAD
        + """\
- quote: "up 2 percent"
  partner: [EU, ASEAN]
  change: 2024
  share: {period: 2023, of: {partner: World}}
  trend: [2022, 2023]
"""
    )
    claim = found.claims[0]

    def place(*at):
        location = claim.location(at)
        assert location.path == found.path
        return location.line, location.column

    assert place() == (4, 3)
    assert place("quote") == (4, 10)
    assert place("partner") == (5, 12)
    assert place("partner", 1) == (5, 17)
    assert place("change") == (6, 3)
    assert place("change", "period") == (6, 11)
    assert place("change", "from") == (6, 3)
    assert place("share", "of", "partner") == (7, 39)
    assert place("share", "of", "flow") == (7, 29)
    assert place("trend", "period") == (8, 10)
    assert place("trend", "period", 1) == (8, 17)
    assert place("about", "currency") == (2, 80)
    assert place("nothing") == (4, 3)
    assert claim.locations[()] == Location(found.path, 4, 3)
    assert set(claim.locations) >= {(), ("quote",), ("share", "of", "partner"), ("partner", 0)}


def test_a_text_can_be_read_without_a_file():
    """
    The article of a text has the path it is given.
    """
    article, problems = read_claims_text('claims: [{quote: "up 2 percent", change: 2024}]', "story.yaml")

    assert problems == ()
    assert article is not None
    assert article.path == "story.yaml"
    assert read_claims_text("claims: []", "story.yaml")[0] is None
