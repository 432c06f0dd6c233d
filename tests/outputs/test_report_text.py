"""The report for people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.findings import NO_COVERAGE, Finding, Report
from factcheck.outputs.concise import render_concise
from factcheck.outputs.page import Page, quoted
from factcheck.outputs.result import Result
from factcheck.outputs.text import render_text
from factcheck.outputs.told import gap
from factcheck.outputs.visible import columns, shortened_around


def test_text_report(result: Result, golden: Callable[[str, str], None]) -> None:
    """
    The whole report: quote, reference, gap, verdict and rule of each, then what was not checked and the counts.
    """

    golden("report.txt", render_text(result))


def test_ascii_report(result: Result, golden: Callable[[str, str], None]) -> None:
    """
    The same report for a stream that takes ASCII only.
    """

    golden("report-ascii.txt", render_text(result, Page(ascii=True)))


def test_concise_report(result: Result, golden: Callable[[str, str], None]) -> None:
    """
    One line for each finding.
    """

    golden("report-concise.txt", render_concise(result))


def test_lines_have_80_columns(report: Report) -> None:
    """
    Long titles, quotes, ids and explanations wrap or are cut at 80 columns; only an address and the
    last line may be longer.
    """
    long = "a very long sentence about the trade between two countries " * 5
    findings = tuple(
        replace(finding, quote=long + finding.quote, explanation=long, id="x" * 300, suggestion=long)
        for finding in report.findings
    )
    text = render_text(Result((replace(report, title=long, findings=findings, path="p/" * 200),), (), 1))

    assert [line for line in text.splitlines()[:-1] if columns(line) > 80 and "https://" not in line] == []


def test_a_match_takes_one_line(report: Report) -> None:
    """
    A match says the quote, the reference with source and release day, and its rule, on one line.
    """
    text = render_text(Result((replace(report, findings=report.findings[:1], inconsistencies=()),), (), 0))
    line = next(line for line in text.splitlines() if line.startswith("✓"))

    assert line.startswith('✓ match  "slipped by 9.1 percent')
    assert line.endswith("−9.1 %, gacc 2025-07-14  published-rate")


def test_carets_stand_under_wide_characters() -> None:
    """
    Carets count columns, not characters, and follow the words onto their line.
    """
    lines = list(quoted(Page(), "中国 trade of $237 billion", (12, 24), 2))

    assert lines == ['  "中国 trade of $237 billion"', "                 ^^^^^^^^^^^^"]


def test_gap_is_in_the_written_scale(report: Report, finding: Callable[..., Finding]) -> None:
    """
    A negative margin of 2.605 billions reads as a gap of 2.605 bn USD, one of a rate as points.
    """
    rate = replace(report.findings[0], margin=Fraction(-8, 10))

    assert gap(report.findings[1]) == "2.605 bn USD"
    assert gap(rate) == "0.8 pp"
    assert gap(report.findings[0]) == ""


def test_last_line_has_counts_and_exit_code(report: Report) -> None:
    """
    The last line counts what was checked and what was not; what there is none of is left out.
    """
    plain = replace(report, findings=report.findings[:4], coverage=NO_COVERAGE, tolerances=(), local_rows=0, todo=())
    text = render_text(Result((plain,), (), 0))

    assert text.splitlines()[-1] == "Exit 0: 2 matches, 1 discrepancy, 1 inconsistency, 1 unresolved"


@pytest.mark.parametrize("render", [render_text, render_concise])
def test_the_last_line_hides_nothing(report: Report, render: Callable[[Result, Page], str]) -> None:
    """
    One last line, never broken, counts also what a folder set for itself and what nobody checked.
    """
    text = render(Result((replace(report, local_rows=3), replace(report, path="b"))), Page())

    assert text.splitlines()[-1] == (
        "Exit 0: 4 matches, 2 discrepancies, 2 inconsistencies, 2 unresolved, 2 attested, 2 ignored, "
        "2 tolerances, 4 local rows, 2 not covered, 2 to do"
    )


def test_articles_stand_in_the_order_of_their_paths(report: Report) -> None:
    """
    The report does not depend on the order in which articles were checked.
    """
    other = replace(report, path="claims/a.yaml")

    assert render_text(Result((report, other))) == render_text(Result((other, report)))


@pytest.mark.parametrize(
    ("words", "room", "shown"),
    [
        ("9.1", 30, "slipped by 9.1 percent to…"),
        ("$106.48 billion", 30, "…percent to $106.48 billion"),
        ("$106.48", 10, "…$106.48…"),
        ("$106.48", 80, "slipped by 9.1 percent to $106.48 billion"),
    ],
)
def test_a_cut_quote_keeps_its_figure(words: str, room: int, shown: str) -> None:
    """
    A quote that is cut to fit is cut around the words that the finding is about.
    """
    quote = "slipped by 9.1 percent to $106.48 billion"
    start = quote.index(words)

    assert shortened_around(quote, start, start + len(words), room) == shown


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 30), st.integers(2, 60))
def test_a_cut_quote_fits(text: str, start: int, length: int, room: int) -> None:
    """
    However a quote is cut, it fits.
    """

    assert columns(shortened_around(text, start, start + length, room)) <= room


def test_the_same_reason_is_told_once(report: Report, finding: Callable[..., Finding]) -> None:
    """
    Claims that could not be checked for one reason stand together above it; another reason stands by itself.
    """
    open_ = [finding("no-observation", f"claim {n}", explanation="no source has it") for n in range(3)]
    other = finding("no-observation", "claim 3", explanation="no such year")
    text = render_text(Result((replace(report, findings=(*open_, other)),), (), 3))
    told = [line.strip() for line in text.splitlines() if '"claim ' in line or "no s" in line]

    assert [line.split("  ")[0] for line in told] == [
        '? "claim 0"', '? "claim 1"', '? "claim 2"', "no source has it", '? "claim 3"', "no such year",
    ]  # fmt: skip


def test_a_very_long_quote_is_cut_around_its_figure() -> None:
    """
    Of a quote that is too long the words around the figure stay, with their carets; of two equal figures the one meant.
    """
    quote = "of $9 billion " + "and on and on " * 50 + "to $9 billion and so forth for a long time " + "and on " * 50
    start = quote.rindex("$9 billion")
    lines = list(quoted(Page(), quote, (start, start + 10), 2, 60))

    assert lines == [
        '  "…on and on and on and on and on and on and on to $9 billion…"',
        " " * 4 + " " * len("on and on and on and on and on and on and on to ") + "^^^^^^^^^^",
    ]


@given(st.text(max_size=90), st.integers(0, 90), st.integers(0, 20), st.integers(8, 60))
def test_a_cut_quote_keeps_its_carets(quote: str, start: int, length: int, most: int) -> None:
    """
    However a quote is cut, what is shown of it fits, and at most the marked words are underlined.
    """
    lines = list(quoted(Page(), quote, (start, start + length), 2, most))
    shown = [line for line in lines if line.strip(" ^") or not line.strip()]

    assert sum(columns(line.strip()) for line in shown) <= most + 2
