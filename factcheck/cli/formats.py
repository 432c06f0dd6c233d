"""
``--output-format F[=FILE]``: which renderer, and where its text goes.

A format is a line of ``FORMATS`` and a module of ``factcheck.outputs`` with one pure function.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from factcheck.outputs.claimreview import Review
    from factcheck.outputs.html import Choices
    from factcheck.outputs.result import Result


class Needs(Enum):
    """What the function of a format takes beside the run."""

    NOTHING = 0
    PAGE = 1  # the layout of a text for people
    RULES = 2  # the documentation pages of the rules
    REVIEW = 3  # who reviews whom
    CHOICES = 4  # for whom the annotated article is, and what is known of the sources


class Format(NamedTuple):
    """One format: its function ``render_<name>`` in ``factcheck.outputs.<name>``, and what it is for."""

    about: str
    needs: Needs = Needs.NOTHING


FORMATS: dict[str, Format] = {
    "text": Format("for people, article by article; the default", Needs.PAGE),
    "grouped": Format("for people, the worst of all articles first", Needs.PAGE),
    "concise": Format("a line for each finding, for editors and grep", Needs.PAGE),
    "html": Format("the story with its findings beside it, as a page; to DIR/ a page an article", Needs.CHOICES),
    "json": Format("the whole report as data"),
    "jsonl": Format("the same, an object a line"),
    "csv": Format("a row for each finding, for a spreadsheet"),
    "markdown": Format("a comment on a pull request"),
    "sarif": Format("SARIF 2.1.0, for code scanning", Needs.RULES),
    "github": Format("workflow commands of GitHub Actions, and its job summary"),
    "gitlab": Format("a Code Quality report of GitLab"),
    "junit": Format("JUnit XML, for test reports of GitLab and Jenkins"),
    "rdjson": Format("reviewdog's Diagnostic Format"),
    "claimreview": Format("ClaimReview for a page about somebody else's article", Needs.REVIEW),
}


class Target(NamedTuple):
    """One format and its file; None is standard output, a folder gets a page an article."""

    format: str
    file: Path | None = None
    folder: bool = False


def help_text() -> str:
    """The help of ``--output-format``: every format."""
    return f"{', '.join(FORMATS)}; to FILE or standard output. Several are allowed; text if none."


def completions(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The formats that begin so, with what they are for, as a shell completes them."""
    from click.shell_completion import CompletionItem  # only a shell needs it

    return [CompletionItem(name, help=each.about) for name, each in FORMATS.items() if name.startswith(begun)]


def read_targets(texts: Sequence[str]) -> tuple[Target, ...]:
    """
    Read the values of ``--output-format``; text on standard output where there are none.

    Raises:
        click.UsageError: an unknown format, or two that go to the same place.
    """
    targets = tuple(_target(text) for text in texts) or (Target("text"),)
    places = [None if target.file is None else os.path.realpath(target.file) for target in targets]
    for target, place in zip(targets, places, strict=True):
        if places.count(place) > 1:
            where = "standard output" if target.file is None else str(target.file)
            raise click.UsageError(f"two formats go to {where}; write --output-format {target.format}=FILE")
    return targets


def _target(text: str) -> Target:
    name, equals, file = text.partition("=")
    if name not in FORMATS:
        raise click.UsageError(_unknown(name))
    if equals and not file:
        raise click.UsageError(f"{text!r} names no file; write {name}=FILE, or {name}")
    from factcheck.cli.annotated import is_folder

    return Target(name, Path(file) if file else None, is_folder(name, file))


def _unknown(name: str) -> str:
    from difflib import get_close_matches

    there = f"there are {', '.join(FORMATS)}"
    near = get_close_matches(name[:40].lower(), FORMATS, n=1)
    return f"there is no format {name!r}; " + (f"did you mean {near[0]}? " if near else "") + there


def deliver(
    result: Result, target: Target, *, colour: bool, review: Review | None = None, choices: Choices | None = None
) -> None:
    """Render a run and put it where it belongs; formats for machines are UTF-8 everywhere."""
    from factcheck.cli.screen import to_screen

    if target.folder and target.file is not None and choices is not None:
        from factcheck.cli.annotated import write_pages

        write_pages(result, target.file, choices)
    elif target.file is not None:
        from factcheck.files.write_file import write_file

        write_file(target.file, render(result, target.format, file=True, review=review, choices=choices))
    else:
        text = render(result, target.format, colour=colour, review=review, choices=choices)
        to_screen(text, utf8=FORMATS[target.format].needs is not Needs.PAGE)
    if FORMATS[target.format].needs is Needs.REVIEW:
        from factcheck.outputs.claimreview import left_out

        total = sum(len(report.findings) for report in result.reports)
        told = f"{left_out(result)} of {total} findings have no review: only matches and discrepancies have one"
        click.echo(f"note: {told}", err=True)


def render(
    result: Result,
    name: str,
    *,
    colour: bool = False,
    file: bool = False,
    review: Review | None = None,
    choices: Choices | None = None,
) -> str:
    """
    The text of a run in one format.

    Args:
        result: the run.
        name: of the format.
        colour: whether a text on standard output may have colours.
        file: whether it goes into a file.
        review: who reviews whom, for ClaimReview.
        choices: how the annotated article is made.
    """
    text: str = getattr(import_module(f"factcheck.outputs.{name}"), f"render_{name}")(
        result, *_extras(FORMATS[name].needs, colour=colour, file=file, review=review, choices=choices)
    )
    return text


def _extras(
    needs: Needs, *, colour: bool, file: bool, review: Review | None, choices: Choices | None
) -> tuple[object, ...]:
    """What a format takes beside the run."""
    if needs is Needs.CHOICES:
        return () if choices is None else (choices,)
    if needs is Needs.PAGE:
        from factcheck.cli.screen import page_for_file, page_for_screen

        return (page_for_file() if file else page_for_screen(colour=colour),)
    if needs is Needs.RULES:
        from factcheck.cli.pages import rule_page, rule_pages

        return ({name: rule_page(name) or "" for name in rule_pages()},)
    return (review,) if needs is Needs.REVIEW else ()
