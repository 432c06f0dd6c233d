"""
``factcheck report``: the findings as comments in the story itself.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import read_day

if TYPE_CHECKING:
    from factcheck.draft_text import Draft
    from factcheck.errors import Problem
    from factcheck.kinds.compile import CompiledArticle


@click.command("report")
@click.argument("story", type=click.Path())
@click.argument("claims", nargs=-1, type=click.Path())
@click.option("--to", "target", type=click.Path(), help="The Word document or the .html page to write, another file.")
@click.option("--open", "shown", is_flag=True, help="Open the page in the browser.")
@click.option("--uncovered/--no-uncovered", default=True, help="Mark figures that no claim checks too; the default.")
@click.option("--all", "everything", is_flag=True, help="Mark what matches too.")
@click.option("--as-of", metavar="DAY", callback=read_day, help="Use what was published by this day.")
@click.option("--isolated", is_flag=True, help="Take neither sources nor settings from this folder.")
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
def command(
    story: str,
    claims: tuple[str, ...],
    target: str | None,
    shown: bool,
    uncovered: bool,
    everything: bool,
    as_of: date | None,
    isolated: bool,
    debug: bool,
) -> int:
    """
    Check the CLAIMS of STORY and write what was found beside its figures: as Word comments in a copy, or as a page.

    With --to OUT.docx STORY is a Word document, and nothing else of it changes: text, tracked changes and other
    comments stay as they are. With --to OUT.html, or --open alone, it is a story in any format, and the page shows
    it with the evidence beside it. CLAIMS are files or folders; if none, those in claims/ whose article is the
    story. Exit codes are those of verify.
    """
    from factcheck.cli.report_page import is_page, write_page

    page = is_page(story, target, shown=shown)
    if target is None or page:
        paths = claims or tuple(_about(story))
        return write_page(story, paths, target, shown=shown, as_of=as_of, isolated=isolated)
    if shown:
        raise click.UsageError("--open is for a page; write --to OUT.html, or leave it out")
    from factcheck.cli.exit_codes import FailOn, exit_code
    from factcheck.cli.inputs import read_inputs, read_resolvers
    from factcheck.cli.problems import problem_lines
    from factcheck.cli.report_remarks import remarks_on
    from factcheck.drafts import draft_of_bytes
    from factcheck.drafts.word_comments import add_comments
    from factcheck.files.write_file import write_bytes
    from factcheck.outputs.result import in_order
    from factcheck.outputs.visible import visible
    from factcheck.verification import verify_compiled

    content = _read(story)
    paths = claims or tuple(_about(story))
    out = _target(target, story, paths)
    draft = draft_of_bytes(content, "docx", story)
    inputs, resolvers = read_inputs(paths), read_resolvers(isolated=isolated)
    problems: tuple[Problem, ...] = (*inputs.problems, *resolvers.problems)
    for problem in problems:
        click.echo("\n".join(problem_lines(problem)), err=True)
    articles = [_of_story(article, story, draft) for article in inputs.articles]
    reports = in_order(tuple(verify_compiled(articles, resolvers.all, as_of)))
    remarks = [
        remark for report in reports for remark in remarks_on(report, draft, uncovered=uncovered, everything=everything)
    ]
    day = as_of or next((report.published for report in reports if report.published is not None), None)
    commented = add_comments(content, remarks, day, story)
    write_bytes(out, commented.content)
    for note in (*resolvers.warnings, *commented.notes):
        click.echo(visible(f"note: {note}"), err=True)
    number = "1 comment" if commented.written == 1 else f"{commented.written} comments"
    click.echo(visible(f"{number} written to {target}"))
    return exit_code(reports, fail_on=FailOn.ERROR, refused=bool(problems))


def _read(story: str) -> bytes:
    """
    The bytes of the story.

    Raises:
        FactcheckError: it is no Word document, or cannot be read.
    """
    from factcheck.cli.stories import root_of
    from factcheck.drafts.word_archive import MAX_FILE
    from factcheck.errors import DraftError, SettingsError
    from factcheck.files.text_file import RefusedFile, read_bytes

    if Path(story).suffix.lower() != ".docx":
        raise SettingsError(
            f"{story} is no Word document: comments are written into .docx files; a page of any story: --to OUT.html"
        )
    try:
        return read_bytes(os.path.realpath(story), story, root_of(story), MAX_FILE)
    except RefusedFile as refused:
        raise DraftError(str(refused.problem)) from None


def _about(story: str) -> Iterator[str]:
    """
    The claims files in ``claims/`` whose article is the story.

    Raises:
        SettingsError: there is none.
    """
    from factcheck.claim_files.draft import named_draft
    from factcheck.claim_files.find import Found, find_files
    from factcheck.claim_files.read import MAX_CLAIMS_FILE
    from factcheck.cli.inputs import CLAIMS
    from factcheck.errors import SettingsError

    real, some = os.path.realpath(story), False
    for found in find_files([Path(CLAIMS)], Path.cwd()) if Path(CLAIMS).exists() else ():
        if isinstance(found, Found) and named_draft(found.real, found.root, MAX_CLAIMS_FILE) == real:
            some = True
            yield found.path
    if not some:
        raise SettingsError(
            f"no claims file in {CLAIMS}/ says article: {story}; name the file, or start one: factcheck draft {story}"
        )


def _target(target: str, story: str, paths: Sequence[str]) -> Path:
    """
    The file to write.

    Raises:
        SettingsError: it is an input of the run, or no Word document by its name.
    """
    from factcheck.cli.report_places import refuse_inputs
    from factcheck.errors import SettingsError

    out = Path(target)
    if out.suffix.lower() != ".docx":
        raise SettingsError(f"{target} is no Word document by its name; write --to {out.stem or 'story'}.docx")
    if os.path.realpath(target) == os.path.realpath(story) or (out.exists() and os.path.samefile(target, story)):
        raise SettingsError(f"{target} is the story itself, which is never changed; name another file")
    refuse_inputs([out], paths)
    return out


def _of_story(compiled: CompiledArticle, story: str, draft: Draft) -> CompiledArticle:
    """An article whose draft is the story, whatever its file says: that is what the comments are written into."""
    return compiled._replace(article=replace(compiled.article, draft=story, draft_read=draft))
