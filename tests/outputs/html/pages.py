"""Runs for the annotated article: the project's own article, and one in which every text is the same hostile one."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from lxml import html as lxml_html

from factcheck.claim_files import read_claims
from factcheck.draft_text import Draft
from factcheck.findings import Finding, Inconsistency, Left, Report, Story, Uncovered
from factcheck.intervals import Interval
from factcheck.observations import Cell, Citation, Event, Observation, Series, Standing
from factcheck.outputs.html import Choices
from factcheck.outputs.result import Result
from factcheck.periods import Period
from factcheck.resolvers import load_resolvers
from factcheck.snapshot import list_sources
from factcheck.statements import Expected, Level, Within
from factcheck.verification import verify

from ..hostile import hostile_result

ROOT = Path(__file__).parents[3]
CLAIMS = "claims/china-russia-trade-2025-h1.yaml"


@lru_cache(maxsize=1)
def article_result() -> Result:
    """The run over the project's own article, as the command in its folder makes it."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        articles, problems = read_claims([CLAIMS])
        reports = tuple(verify(articles, load_resolvers().resolvers, illustrated=True))
    finally:
        os.chdir(before)
    return Result(reports, problems, 1, None)


def choices(**chosen: bool) -> Choices:
    """Choices with the sources that the package brings."""
    return Choices(sources=list_sources(), **chosen)


def article_draft() -> Draft:
    """The words of the article's draft."""
    from factcheck.drafts import read_draft

    path = ROOT / "drafts" / "china-russia-trade-2025-h1.md"
    return read_draft(str(path), str(path), str(ROOT))


def tree(text: str) -> lxml_html.HtmlElement:
    """The page as a tree."""
    return lxml_html.document_fromstring(text)


def words(element: lxml_html.HtmlElement) -> str:
    """The text of an element with single spaces."""
    return " ".join(element.text_content().split())


def by_class(page: lxml_html.HtmlElement, name: str) -> list[lxml_html.HtmlElement]:
    """The elements of a class, in order."""
    return [each for each in page.iter() if isinstance(each.tag, str) and name in each.get("class", "").split()]


def card_of(page: lxml_html.HtmlElement, finding: str) -> lxml_html.HtmlElement:
    """The card of a finding."""
    return page.get_element_by_id(f"fc-claim-{finding}")


def hostile_pictures(text: str) -> Result:
    """A run of one article in which every text, those of the pictures and of the story too, is ``text``."""
    result = hostile_result(text)
    report = result.reports[0]
    story = Story(
        text=f"{text}\n\nA paragraph with {text} in it.\n\na\t{text}\n{text}\tb",
        language="",
        quotes={text: (0, len(text))},
        notes={text: text},
    )
    left = Left(
        text, text, text, text, text, text, text, Interval(Fraction(1), Fraction(2)), Interval(Fraction(3), None), "USD"
    )
    conflict = Inconsistency("conflict", (text, "b"), ((text,),), (text, "b"), text, (left,))
    coverage = report.coverage._replace(
        uncovered=(Uncovered(text, report.findings[0].location, span=(len(text) + 2, len(text) + 5)),) * 2
    )
    illustrated = replace(
        report,
        story=story,
        coverage=coverage,
        inconsistencies=(conflict,),
        unneeded=(text,),
        findings=tuple(_illustrated(each, text) for each in report.findings),
    )
    return result._replace(reports=(illustrated,))


def _illustrated(finding: Finding, text: str) -> Finding:
    series = Series("CHN", "RUS", "total", "USD", commodity=text)
    expected = Expected(Interval(Fraction(1), Fraction(2)), 1, "USD", text)
    citation = Citation(
        text, text, text, text, text, text, local=True, evidence=text, retrieved=datetime(2025, 1, 1, tzinfo=UTC)
    )
    years = [Period.parse(str(year)) for year in range(2020, 2025)]
    return replace(
        finding,
        statement=Within(Level(Cell(series, Period.parse("2024"))), expected),
        expected=expected,
        history=tuple((year, Fraction(place)) for place, year in enumerate(years)),
        event=Event(text, text, Period.parse("2025-07-14"), text, citation),
    )


def made_row(value: str = "240.11", *, local: bool = False, **cited: str) -> Observation:
    """A figure of China's trade with Russia in 2023, in billions of dollars."""
    citation = Citation(
        cited.get("source", "gacc"),
        cited.get("dataset", "totals"),
        cited.get("agency", "GACC"),
        cited.get("url", "https://example.org/figures"),
        note=cited.get("note", ""),
        local=local,
        evidence=cited.get("evidence", ""),
    )
    return Observation(
        "CHN", "RUS", "total", "", "goods", "", "USD", Period.parse("2023"), "level", Decimal(value), 9,
        len(value.partition(".")[2]), date(2024, 1, 12), Standing.DECIDES, citation,
    )  # fmt: skip


def with_quotes(report: Report, text: str, **quotes: tuple[int, int]) -> Report:
    """The report with a story."""
    return replace(report, story=Story(text, "", quotes, {}))
