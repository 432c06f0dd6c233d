"""
``factcheck coverage``: which figures and dates of a story have a claim, and which have none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.claims import Article
    from factcheck.errors import Problem
    from factcheck.findings import Uncovered

NOTHING = 3


class Covered(NamedTuple):
    """How far the claims cover a story: its name, the figures that count, and those without a claim."""

    story: str
    figures: int
    left: tuple[Uncovered, ...]
    partial: bool = False

    @property
    def percent(self) -> int:
        """Whole per cent, cut: 99 where one figure of many is left, or where some were not looked at."""
        whole = 100 if not self.figures else 100 * (self.figures - len(self.left)) // self.figures
        return min(whole, 99) if self.partial else whole


@click.command("coverage")
@click.argument("story", required=False, type=click.Path())
@click.option("--claims", "paths", multiple=True, type=click.Path(), help="Claims files or folders; claims/ if none.")
@click.option("--min-coverage", type=click.IntRange(0, 100), metavar="N", help="Exit 1 below N per cent.")
@click.option("--diff", "revision", metavar="REV", help="Count only what changed since REV, as in origin/main.")
@click.option("--isolated", is_flag=True, help="Take no settings from this folder.")
@click.option("--output-format", "-o", type=click.Choice(["text", "json"]), default="text")
def command(
    story: str | None,
    paths: tuple[str, ...],
    min_coverage: int | None,
    revision: str | None,
    isolated: bool,
    output_format: str,
) -> int:
    """
    Say which figures and dates of STORY no claim checks; of every story that a claims file names if none is given.

    Exit codes: 0, 1 below --min-coverage, 2 a file with errors, 3 there was nothing to cover.
    """
    from factcheck.cli.effective import chosen_paths, run_settings
    from factcheck.cli.problems import problem_lines
    from factcheck.cli.screen import to_screen
    from factcheck.outputs.page import safe
    from factcheck.outputs.visible import visible

    settings = run_settings(isolated=isolated)
    if min_coverage is None:
        min_coverage = settings.min_coverage
    chosen = chosen_paths(paths, settings)
    articles, problems = _articles(story, chosen.paths, chosen.root)
    for problem in problems:
        click.echo("\n".join(problem_lines(problem)), err=True)
    found = [_covered(article, revision) for article in articles]
    if output_format == "json":
        to_screen(_json(found))
    else:
        to_screen(safe(visible(line) for line in _lines(found)))
    if problems:
        return 2
    if not any(each.figures for each in found):
        return NOTHING if revision is None else 0  # a branch that changed no figure has nothing to answer for
    below = [each.story for each in found if min_coverage is not None and each.percent < min_coverage]
    if below:
        click.echo(visible(f"below --min-coverage {min_coverage}: {', '.join(below)}"), err=True)
    return int(bool(below))


def _articles(story: str | None, paths: Sequence[str], root: Path | None) -> tuple[list[Article], Sequence[Problem]]:
    """The articles that name a draft, or the one about the story; a story without claims is an article of none."""
    import os

    from factcheck.claim_files import read_claims
    from factcheck.claims import Article
    from factcheck.cli.inputs import CLAIMS
    from factcheck.cli.stories import read_story
    from factcheck.outputs.visible import visible

    chosen = paths or ((CLAIMS,) if os.path.exists(CLAIMS) else ())
    articles, problems = read_claims(chosen, root=root) if chosen else ((), ())
    named = [article for article in articles if article.draft_read is not None]
    if story is None:
        return named, problems
    real = os.path.realpath(story)
    mine = [
        article
        for article in named
        if os.path.realpath(os.path.join(os.path.dirname(article.path), article.draft)) == real
    ]
    if mine or problems:
        return mine, problems
    draft = read_story(story)
    looked_in = (
        f"no claims file in {', '.join(chosen)} names this story" if chosen else "there is no folder claims/ here"
    )
    for note in (looked_in, *draft.notes):
        click.echo(visible(f"note: {note}"), err=True)
    return [Article("", (), draft=story, published=draft.published, draft_read=draft)], ()


def _covered(article: Article, revision: str | None) -> Covered:
    import os

    from factcheck.check.draft import anchor_claims
    from factcheck.coverage import countable, coverage

    draft = article.draft_read
    covered = coverage(article, anchor_claims(article))
    path = os.path.normpath(os.path.join(os.path.dirname(article.path), article.draft))
    left = tuple(each._replace(location=each.location._replace(path=path)) for each in covered.uncovered)
    if revision is None or draft is None:
        return Covered(path, covered.figures or 0, left, covered.partial)
    from factcheck.cli.changed_lines import changed_lines

    lines = changed_lines(path, revision, draft.format)
    if lines is None:
        return Covered(path, covered.figures or 0, left, covered.partial)
    figures = [each for each in countable(draft, article.published) if draft.place(each.span[0])[0] in lines]
    mine = tuple(each for each in left if each.location.line in lines)
    return Covered(path, len(figures), mine, covered.partial)


def _lines(found: Sequence[Covered]) -> Iterator[str]:
    for each in found:
        for figure in each.left:
            quoted = f", in the quote of {figure.in_quote_of}" if figure.in_quote_of else ""
            unread = f": it cannot be read: {figure.why}" if figure.why else ""
            yield f'{figure.location}: no claim checks "{figure.text}"{quoted}{unread}'
        if each.partial:
            yield f"{each.story}: too long: figures near its end were not looked at"
        done = each.figures - len(each.left)
        yield f"{each.story}: {done} of {each.figures} figures and dates have a claim ({each.percent} %)"
    if not found:
        yield "no claims file names a draft: name the story, or write article: in its claims file"


def _json(found: Sequence[Covered]) -> str:
    from factcheck.outputs.json import Json, dumped

    rows: list[Json] = [
        {
            "draft": each.story,
            "figures": each.figures,
            "covered": each.figures - len(each.left),
            "percent": each.percent,
            "partial": each.partial,
            "uncovered": [
                {
                    "text": figure.text,
                    "line": figure.location.line,
                    "column": figure.location.column,
                    "in_quote_of": figure.in_quote_of or None,
                    "unread": figure.why or None,
                }
                for figure in each.left
            ],
        }
        for each in found
    ]
    return "[" + ",".join("\n" + dumped(row) for row in rows) + "\n]\n"
