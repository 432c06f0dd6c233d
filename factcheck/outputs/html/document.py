"""
The annotated article: one file, or a folder with an index and a page an article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck import __version__
from factcheck.findings import Finding, Report
from factcheck.outputs.html.article import ArticleView, article_view, title_of
from factcheck.outputs.html.audience import Audience, audience_of
from factcheck.outputs.html.choices import Choices
from factcheck.outputs.html.evidence import day_in_words, infos_of
from factcheck.outputs.html.looks import LOOKS, look_of
from factcheck.outputs.html.names import page_name
from factcheck.outputs.html.not_checked import problems_told
from factcheck.outputs.html.tally import Number, badness, run_in_a_line, tally
from factcheck.outputs.html.template_files import environment, own_text, policy
from factcheck.outputs.result import Result, in_order

MOST_IN_FULL = 500  # cards of one file that are shown in full, the worst first; the others are cut short
INDEX = "index.html"
_DEFAULT = Choices()


class Entry(NamedTuple):
    """A line of the index."""

    href: str
    title: str
    published: str
    tally: tuple[Number, ...]


class Around(NamedTuple):
    """
    What a page has around its articles.

    Attributes:
        title: in the head.
        heading: of the page; blank where its one article has the heading.
        level: that of an article's heading.
        entries: the index of articles, the worst first.
        tally: what all articles add up to.
        problems: files that were not checked.
        line: what the run adds up to.
    """

    title: str
    heading: str = ""
    level: int = 1
    entries: tuple[Entry, ...] = ()
    tally: tuple[Number, ...] = ()
    problems: tuple[str, ...] = ()
    line: str = ""


def render_html(result: Result, choices: Choices = _DEFAULT) -> str:
    """All articles of a run as one page, or as a fragment of one; of several the index comes first, worst on top."""
    reports = _worst_first(result.reports)
    audience = audience_of(reports, choices.sources, public=choices.public)
    problems, line = problems_told(result.problems, audience), run_in_a_line(result, audience, ends=choices.run)
    if len(reports) == 1:
        level = 2 if choices.fragment else 1
        around = Around(title_of(reports[0], audience), level=level, problems=problems, line=line)
        return _page(_views(reports, audience, choices, ["fc-"]), around, choices)
    prefixes = [f"fc{place}-" for place in range(1, len(reports) + 1)]
    entries = _entries(reports, [f"#{prefix.rstrip('-')}" for prefix in prefixes], audience)
    heading = _heading(len(reports))
    around = Around(heading, heading, 2, entries, tally(reports), problems, line)
    return _page(_views(reports, audience, choices, prefixes), around, choices)


def render_finding(finding: Finding) -> str:
    """One finding as a fragment: its quote and its card, and nothing about an article or a run."""
    alone = Report(finding.location.path, finding.id, None, None, (finding,))
    view = article_view(alone, audience_of((alone,), (), public=False), infos_of(()), prefix="fc-", full=(True,))
    return environment().get_template("finding.html.j2").render(of=view)


def render_pages(result: Result, choices: Choices = _DEFAULT) -> Iterator[tuple[str, str]]:
    """A page for each article and an index of them, each with the name of its file."""
    reports = _worst_first(result.reports)
    audience = audience_of(reports, choices.sources, public=choices.public)
    *names, index = page_names(result, choices)
    for name, report in zip(names, reports, strict=True):
        line = run_in_a_line(Result((report,), exit_code=result.exit_code), audience)
        around = Around(title_of(report, audience), level=2 if choices.fragment else 1, line=line)
        yield name, _page(_views([report], audience, choices, ["fc-"]), around, choices)
    heading, line = _heading(len(reports)), run_in_a_line(result, audience)
    problems = problems_told(result.problems, audience)
    entries = _entries(reports, names, audience)
    yield index, _page((), Around(heading, heading, 2, entries, tally(reports), problems, line), choices)


def page_names(result: Result, choices: Choices = _DEFAULT) -> tuple[str, ...]:
    """The names of the pages, worst first, and of their index; for outsiders they say nothing."""
    reports = enumerate(_worst_first(result.reports), 1)
    return (*(f"{place}.html" if choices.public else page_name(report.path) for place, report in reports), INDEX)


def _worst_first(reports: Sequence[Report]) -> list[Report]:
    return sorted(in_order(reports), key=badness)


def _heading(number: int) -> str:
    return f"Figures checked in {number} {'article' if number == 1 else 'articles'}"


def _views(
    reports: Sequence[Report], audience: Audience, choices: Choices, prefixes: Sequence[str]
) -> Iterator[ArticleView]:
    infos = infos_of(choices.sources)
    for report, prefix, full in zip(reports, prefixes, _in_full(reports), strict=True):
        yield article_view(report, audience, infos, prefix=prefix, full=full)


def _in_full(reports: Sequence[Report]) -> list[list[bool]]:
    """For each finding of each report whether its card is shown in full: of very many the worst are."""
    places = [(at, place) for at, report in enumerate(reports) for place in range(len(report.findings))]
    ranked = sorted(places, key=lambda each: look_of(reports[each[0]].findings[each[1]]).rank)
    full = set(ranked[:MOST_IN_FULL])
    return [[(at, place) in full for place in range(len(report.findings))] for at, report in enumerate(reports)]


def _entries(reports: Sequence[Report], hrefs: Sequence[str], audience: Audience) -> tuple[Entry, ...]:
    days = ["" if report.published is None else day_in_words(report.published) for report in reports]
    return tuple(
        Entry(href, title_of(report, audience), day, tally((report,)))
        for report, href, day in zip(reports, hrefs, days, strict=True)
    )


def _page(articles: Iterable[ArticleView], around: Around, choices: Choices) -> str:
    style, script = own_text("report.css"), own_text("report.js")
    template = environment().get_template("fragment.html.j2" if choices.fragment else "page.html.j2")
    pieces = template.generate(
        **around._asdict(),
        articles=articles,
        has_cards=articles != (),
        looks=LOOKS,
        policy=policy(style, script),
        style=style,
        script=script,
        version=__version__,
    )
    return "".join(pieces) + "\n"
