"""What a card says of a finding."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from factcheck.findings import Claimed, Finding, Reference
from factcheck.intervals import Interval
from factcheck.outputs.html import render_html
from factcheck.outputs.html.audience import Audience
from factcheck.outputs.html.evidence import infos_of, sources_of
from factcheck.outputs.html.looks import look_of, severity_in_words
from factcheck.outputs.html.one_unit import compared
from factcheck.outputs.html.working import working_of
from factcheck.outputs.result import Result
from factcheck.rules import RULES, Severity, Verdict

from .pages import article_result, by_class, card_of, choices, made_row, tree, words

ARTICLE = tree(render_html(article_result(), choices()))


def finding(name: str) -> Finding:
    """A finding of the article."""
    return next(each for each in article_result().reports[0].findings if each.id == name)


def pairs(name: str) -> dict[str, str]:
    """The comparison in a card."""
    (pair,) = by_class(card_of(ARTICLE, name), "fc-pair")
    return {words(each.find("dt")): words(each.find("dd")) for each in pair.findall("div")}


def test_claim_and_reference_are_in_one_unit() -> None:
    """
    What the words allow, the reference and the gap between them, all in billions of dollars.
    """

    assert pairs("record-2023.level") == {
        "The story allows": "236.5 to 237.5 bn USD",
        "The source has": "240.11 bn USD",
        "Apart by": "2.605 bn USD",
    }


@pytest.mark.parametrize(
    ("low", "high", "point", "told"),
    [
        (940, 960, 1010, ("0.94 to 0.96 bn USD", "1.01 bn USD")),
        (1005, 1015, 950, ("1.005 to 1.015 bn USD", "0.95 bn USD")),
        (None, 900, 1010, ("at most 0.9 bn USD", "1.01 bn USD")),
        (900, None, 1010, ("at least 0.9 bn USD", "1.01 bn USD")),
        (236500, 237500, 240110, ("236.5 to 237.5 bn USD", "240.11 bn USD")),
    ],
)
def test_amounts_on_both_sides_of_a_scale(low: int | None, high: int | None, point: int, told: tuple[str, str]) -> None:
    """
    Millions beside billions are told as billions: a reader compares two numbers, not two words.
    """
    million = 10**6
    row = made_row(str(point / 1000))
    ends = [None if end is None else Fraction(end) * million for end in (low, high)]
    reference = Reference(Interval.point(row.amount), row.amount, "USD", "printed", (row,))
    made = replace(
        finding("record-2023.level"), claimed=Claimed("x", Interval(*ends), "USD"), reference=reference, margin=None
    )

    assert compared(made)[:2] == told


def test_a_small_gap_is_in_the_scale_of_the_amounts() -> None:
    """
    240.11 beside 240.05 to 240.10 billion is 0.01 billion apart, not 10 million.
    """
    allowed = Interval(Fraction(24005, 100) * 10**9, Fraction(2401, 10) * 10**9)
    made = replace(finding("record-2023.level"), claimed=Claimed("x", allowed, "USD"), margin=Fraction(-1, 100))

    assert compared(made).gap == "0.01 bn USD"


def test_per_cent_and_points_are_one_unit() -> None:
    """
    A rate beside a difference of rates is compared, amounts in two currencies are not.
    """
    made = finding("growth-2024.change")
    assert made.reference is not None
    other = replace(made, reference=made.reference._replace(unit="CNY"))

    assert compared(made).reference == "+1.9 %"
    assert compared(other).gap == ""


def test_a_discrepancy_is_open_and_a_match_is_a_line() -> None:
    """
    What a person should look at is shown at once; a match shows its figure and source, the rest is in a fold.
    """
    wrong, right = card_of(ARTICLE, "record-2023.level"), card_of(ARTICLE, "first-half.level")

    assert [words(each.find("summary")) for each in by_class(wrong, "fc-fold")] == ["Working"]
    assert [words(each.find("summary")) for each in by_class(right, "fc-fold")] == [
        "106.48 bn USD GACC, released 14 July 2025",
        "Working",
    ]
    assert not any("open" in each.attrib for each in by_class(ARTICLE, "fc-fold"))


def test_the_cause_comes_with_its_arithmetic() -> None:
    """
    The card says what the figure looks like, and how that comes to it.
    """
    card = card_of(ARTICLE, "record-2023.level")

    assert words(by_class(card, "fc-cause")[0]).startswith(
        "Looks like the figure for 2024 instead of 2023 and 1.74 tn CNY"
    )
    assert words(by_class(card, "fc-sum")[0]).endswith(
        "1.74 tn CNY ÷ 7.3317 CNY for 1 USD (Reuters, 13 January 2025) = 237.33 bn USD"
    )
    assert words(by_class(card, "fc-instead")[0]) == "Write instead: $240 billion for 2023"


def test_the_source_is_named_and_linked() -> None:
    """
    Publisher, release day, how it was read, and a link that tells the page nothing of where it comes from.
    """
    (source,) = by_class(card_of(ARTICLE, "record-2023.level"), "fc-source")
    link = source.find(".//a")

    assert words(source) == (
        "Source: General Administration of Customs of China (GACC), released 12 January 2024, as quoted at ria.ru"
    )
    assert link.attrib == {"href": "https://ria.ru/20250829/tovarooborot-2038225464.html", "rel": "noopener noreferrer"}


def test_a_figure_of_a_live_source_has_its_hash() -> None:
    """
    The sha256 of the reply stands beside its source.
    """
    digest = "ab" * 32
    row = made_row(evidence=digest)
    reference = Reference(row.interval, row.amount, "USD", "printed", (row,))
    report = article_result().reports[0]
    made = replace(finding("record-2023.level"), reference=reference)
    page = tree(render_html(Result((replace(report, findings=(made,)),)), choices()))

    assert [words(each) for each in by_class(page, "fc-hash")] == [f"sha256 {digest}"] * 2


def test_a_date_is_held_against_an_event() -> None:
    """
    The card of a date says what happened when, and where that was read.
    """
    card = card_of(ARTICLE, "invasion")

    assert words(card.find(".//summary")) == "24 February 2022: Russia starts the full-scale invasion of Ukraine"
    assert words(by_class(card, "fc-source")[0]).endswith("at discussion.fool.com")


def test_an_open_claim_says_why() -> None:
    """
    A claim that no source settles says what it lacks.
    """
    (why,) = by_class(card_of(ARTICLE, "agency-report"), "fc-why")

    assert words(why) == "no source at hand knows event ukrinform-report-2025-07-14"


def test_the_working_has_every_step() -> None:
    """
    The fold says how the words became an interval, which series is meant, and how the reference was found.
    """
    steps = dict(working_of(finding("record-2023.level"), Audience()))

    assert steps["They allow"] == "236.5 to 237.5 bn USD (both ends included)"
    assert steps["Series"] == "China’s trade with Russia in USD, by gacc, 2023"
    assert steps["Found"] == "as its source prints it"
    assert steps["Claim"].startswith("record-2023.level, claims/china-russia-trade-2025-h1.yaml:")


def test_what_was_tried_is_in_the_working() -> None:
    """
    Every rewrite that was tried to explain a miss is listed with what it comes to.
    """
    (tried,) = by_class(card_of(ARTICLE, "record-2023.level"), "fc-tried")
    lines = [words(each) for each in tried.findall("li")]

    assert lines[0].startswith("42 rewrites, of which 2 make the claim true")
    assert lines[1].startswith("✓ 237.33 bn USD, other year; yuan level at spot rate")


@pytest.mark.parametrize(
    ("rule", "severity", "word", "more"),
    [
        ("within", Severity.NONE, "Match", ""),
        ("recomputed", Severity.NOTE, "Match", "with a note"),
        ("coarse", Severity.WARNING, "Match, with a warning", ""),
        ("wrong-level", Severity.ERROR, "Discrepancy", ""),
        ("wrong-level", Severity.WARNING, "Discrepancy", "warning"),
        ("no-observation", Severity.NOTE, "Not resolved", ""),
        ("conflict", Severity.ERROR, "Inconsistent", ""),
        ("seen", Severity.NONE, "Attested", ""),
        ("ignored", Severity.NONE, "Set aside", ""),
    ],
)
def test_verdicts_are_told_in_words(rule: str, severity: Severity, word: str, more: str) -> None:
    """
    Each verdict has a word of its own, a warning too.
    """
    made = replace(finding("first-half.level"), verdict=RULES[rule].verdict, rule=rule, severity=severity)

    assert (look_of(made).word, severity_in_words(made)) == (word, more)


def test_every_verdict_has_its_own_look() -> None:
    """
    No two verdicts share an icon, so that none is told by colour alone.
    """
    looks = {verdict: look_of(replace(finding("first-half.level"), verdict=verdict)).name for verdict in Verdict}

    assert len(set(looks.values())) == len(Verdict)


def test_own_and_locked_rows_say_so() -> None:
    """
    The newsroom sees which rows are its own, and which were read from a lock.
    """
    row = made_row(local=True)
    locked = row._replace(citation=row.citation._replace(locked=True))
    reference = Reference(row.interval, row.amount, "USD", "printed", (locked,))
    (source,) = sources_of(replace(finding("record-2023.level"), reference=reference), infos_of(()), Audience())

    assert source.marks == ("of this folder", "locked")
