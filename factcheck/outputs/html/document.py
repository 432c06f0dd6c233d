"""
The annotated article: one file, or a folder with an index and a page an article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck import __version__
from factcheck.findings import Report
from factcheck.outputs.html.article import ArticleView, article_view, title_of
from factcheck.outputs.html.audience import Audience, audience_of
from factcheck.outputs.html.choices import Choices
from factcheck.outputs.html.evidence import day_in_words, infos_of
from factcheck.outputs.html.left_out import problems_told
from factcheck.outputs.html.looks import LOOKS, look_of
from factcheck.outputs.html.names import page_name
from factcheck.outputs.html.tally import Number, badness, tally
from factcheck.outputs.html.template_files import environment, own_text, policy
from factcheck.outputs.result import Result, in_order

MOST_IN_FULL = 1000  # cards of one file that are shown in full, the worst first; the others are cut short
INDEX = "index.html"
_DEFAULT = Choices()


class Entry(NamedTuple):
    """A line of the index."""

    href: str
    title: str
    published: str
    tally: tuple[Number, ...]


def render_html(result: Result, choices: Choices = _DEFAULT) -> str:
    """All articles of a run as one page, or as a fragment of one; of several the index comes first, worst on top."""
    reports = _worst_first(result.reports)
    audience = audience_of(reports, choices.sources, public=choices.public)
    prefixes = ["fc-"] if len(reports) == 1 else [f"fc{place}-" for place in range(1, len(reports) + 1)]
    views = _views(reports, audience, choices, prefixes)
    hrefs = [f"#{view.anchor}" for view in views] if len(views) > 1 else []
    return _page(
        choices,
        title=views[0].title if len(views) == 1 else _heading(len(reports)),
        heading="" if len(views) == 1 else _heading(len(reports)),
        articles=views,
        level=1 if len(views) == 1 and not choices.fragment else 2,
        entries=_entries(reports, hrefs, audience),
        tally=tally(reports),
        problems=problems_told(result.problems, audience),
    )


def render_pages(result: Result, choices: Choices = _DEFAULT) -> Iterator[tuple[str, str]]:
    """A page for each article and an index of them, each with the name of its file."""
    reports = _worst_first(result.reports)
    audience = audience_of(reports, choices.sources, public=choices.public)
    names = [f"{place}.html" if choices.public else page_name(report.path) for place, report in enumerate(reports, 1)]
    for name, report in zip(names, reports, strict=True):
        views = _views([report], audience, choices, ["fc-"])
        level = 2 if choices.fragment else 1
        yield (name, _page(choices, title=views[0].title, heading="", articles=views, level=level))
    yield (
        INDEX,
        _page(
            choices,
            title=_heading(len(reports)),
            heading=_heading(len(reports)),
            articles=(),
            level=2,
            entries=_entries(reports, names, audience),
            tally=tally(reports),
            problems=problems_told(result.problems, audience),
        ),
    )


def _worst_first(reports: Sequence[Report]) -> list[Report]:
    return sorted(in_order(reports), key=badness)


def _heading(number: int) -> str:
    return f"Figures checked in {number} {'article' if number == 1 else 'articles'}"


def _views(
    reports: Sequence[Report], audience: Audience, choices: Choices, prefixes: Sequence[str]
) -> tuple[ArticleView, ...]:
    infos = infos_of(choices.sources)
    return tuple(
        article_view(report, audience, infos, prefix=prefix, full=full)
        for report, prefix, full in zip(reports, prefixes, _in_full(reports), strict=True)
    )


def _in_full(reports: Sequence[Report]) -> list[list[bool]]:
    """For each finding of each report whether its card is shown in full: of very many the worst are."""
    places = [(at, place) for at, report in enumerate(reports) for place in range(len(report.findings))]
    ranked = sorted(places, key=lambda each: look_of(reports[each[0]].findings[each[1]]).rank)
    full = set(ranked[:MOST_IN_FULL])
    return [[(at, place) in full for place in range(len(report.findings))] for at, report in enumerate(reports)]


def _entries(reports: Sequence[Report], hrefs: Sequence[str], audience: Audience) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            href,
            title_of(report, audience),
            "" if report.published is None else day_in_words(report.published),
            tally((report,)),
        )
        for report, href in zip(reports, hrefs, strict=False)
    )


def _page(
    choices: Choices,
    *,
    title: str,
    heading: str,
    articles: Sequence[ArticleView],
    level: int,
    entries: Sequence[Entry] = (),
    tally: Sequence[Number] = (),
    problems: Sequence[str] = (),
) -> str:
    style, script = own_text("report.css"), own_text("report.js")
    template = environment().get_template("fragment.html.j2" if choices.fragment else "page.html.j2")
    text = template.render(
        title=title,
        heading=heading,
        articles=articles,
        has_cards=bool(articles),
        level=level,
        entries=entries,
        tally=tally,
        problems=problems,
        looks=LOOKS,
        policy=policy(style, script),
        style=style,
        script=script,
        version=__version__,
    )
    return text + "\n"
