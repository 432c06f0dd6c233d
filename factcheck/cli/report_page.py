"""
``factcheck report`` as a page: the annotated article of a story in any format.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from factcheck.draft_text import Draft
    from factcheck.kinds.compile import CompiledArticle

SUFFIXES = (".html", ".htm")


def is_page(story: str, target: str | None, *, shown: bool) -> bool:
    """
    Whether a page is wanted and not a Word document with comments.

    Raises:
        UsageError: it is not said where the report goes.
    """
    if target is not None:
        return Path(target).suffix.lower() in SUFFIXES
    if not shown:
        word = " --to OUT.docx for comments in a copy," if Path(story).suffix.lower() == ".docx" else ""
        raise click.UsageError(f"say where the report goes:{word} --to OUT.html for a page, or --open to look at it")
    return True


def write_page(
    story: str, paths: Sequence[str], target: str | None, *, shown: bool, as_of: date | None, isolated: bool
) -> int:
    """
    Check the claims of a story and write the annotated article.

    Args:
        story: the story.
        paths: its claims files.
        target: the page; a file of its own among temporary ones if None.
        shown: whether the browser is to open it.
        as_of: the day up to which figures count.
        isolated: whether the folder's sources are left out.
    """
    from factcheck.cli.annotated import sources_of
    from factcheck.cli.exit_codes import FailOn, exit_code
    from factcheck.cli.inputs import read_inputs, read_resolvers
    from factcheck.cli.problems import problem_lines
    from factcheck.cli.stories import read_story
    from factcheck.files.write_file import write_file
    from factcheck.outputs.html import Choices, render_html
    from factcheck.outputs.result import Result, in_order
    from factcheck.outputs.visible import visible
    from factcheck.verification import verify_compiled

    draft = read_story(story)
    out = _page_file(story) if target is None else _checked(target, story, paths)
    inputs, resolvers = read_inputs(paths), read_resolvers(isolated=isolated)
    problems = (*inputs.problems, *resolvers.problems)
    for problem in problems:
        click.echo("\n".join(problem_lines(problem)), err=True)
    articles = [_of_story(article, story, draft) for article in inputs.articles]
    reports = in_order(tuple(verify_compiled(articles, resolvers.all, as_of, illustrated=True)))
    reports = tuple(replace(report, warnings=(*report.warnings, *resolvers.warnings)) for report in reports)
    code = exit_code(reports, fail_on=FailOn.ERROR, refused=bool(problems))
    choices = Choices(sources=sources_of(resolvers.all))
    write_file(out, render_html(Result(reports, problems, code, as_of), choices))
    click.echo(visible(f"written to {out}"))
    if shown:
        _show(out, _browser())
    return code


def _of_story(compiled: CompiledArticle, story: str, draft: Draft) -> CompiledArticle:
    """An article whose draft is the story, whatever its file says; its path is told from the claims file."""
    path = os.path.relpath(story, os.path.dirname(compiled.article.path) or os.curdir)
    return compiled._replace(article=replace(compiled.article, draft=path, draft_read=draft))


def _checked(target: str, story: str, paths: Sequence[str]) -> Path:
    """
    The file to write.

    Raises:
        SettingsError: it is an input of the run.
    """
    from factcheck.cli.report_places import refuse_inputs
    from factcheck.errors import SettingsError

    out = Path(target)
    if os.path.realpath(target) == os.path.realpath(story) or (out.exists() and os.path.samefile(target, story)):
        raise SettingsError(f"{target} is the story itself, which is never changed; name another file")
    refuse_inputs([out], paths)
    return out


def _page_file(story: str) -> Path:
    """A file of its own in a new temporary folder, which only this user may read."""
    from tempfile import mkdtemp

    from factcheck.outputs.html.names import plain_name

    return Path(mkdtemp(prefix="factcheck-")) / f"{plain_name(Path(story).stem) or 'story'}.html"


def _browser() -> Callable[[str], bool]:
    import webbrowser  # only where it is asked for: it looks at what is installed

    return webbrowser.open


def _show(page: Path, opened: Callable[[str], bool]) -> None:
    """Open a page in the browser, or say that there is none."""
    if not opened(page.resolve().as_uri()):
        click.echo("note: there is no browser here; open the file yourself", err=True)
