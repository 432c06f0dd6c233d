"""
``factcheck draft``: from a story to its claims file, and at once what is known of its figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import read_day

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.draft_text import Draft
    from factcheck.drafting.merge import Merged
    from factcheck.drafting.propose import Proposed
    from factcheck.observations import Resolver

NOTHING = 3


@click.command("draft")
@click.argument("story", type=click.Path())
@click.option("--to", "target", type=click.Path(), help="The claims file; claims/<story>.yaml if not given.")
@click.option("--published", metavar="DAY", callback=read_day, help="The story's day, where it does not name it.")
@click.option("--isolated", is_flag=True, help="Take no sources from this folder.")
def command(
    story: str,
    target: str | None,
    published: date | None,
    isolated: bool,
) -> int:
    """
    Write the claims file of STORY (.md, .txt, .html or .docx), and check it at once.

    Every figure becomes a claim whose quote is cut to the words that carry it. Where the words leave more than one
    reading the claim has a todo with the choices. Run it again after an edit: what people wrote in the claims file
    stays as it is, and what is new in the story is added.
    """
    from pathlib import Path

    from factcheck.cli.inputs import read_resolvers
    from factcheck.cli.screen import to_screen
    from factcheck.cli.stories import read_story
    from factcheck.errors import SettingsError
    from factcheck.outputs.page import safe
    from factcheck.outputs.visible import visible

    draft = read_story(story)
    for note in draft.notes:
        click.echo(visible(f"note: {note}"), err=True)
    day = published or draft.published
    if day is None:
        raise SettingsError(f"{story} names no day of publication: give it, in the form --published 2025-07-14")
    file = _claims_path(story) if target is None else Path(target)
    _inside(story, "the story")
    _inside(str(file), "the claims file")
    resolvers = read_resolvers(isolated=isolated).all
    is_new = not file.exists()
    proposed = _propose(draft, day, story, file, resolvers)
    if is_new and not proposed.article.claims:
        click.echo(f"no figure was found in {story}: nothing was written", err=True)
        return NOTHING
    merged = _merge(file, proposed)
    _write(file, merged)
    told = _tell(file, merged, proposed.in_tables, is_new=is_new)
    to_screen(safe(visible(line) for line in (*told, *_checked(file, resolvers))))
    return 0


def _claims_path(story: str) -> Path:
    """``claims/<story>.yaml``, in small letters and hyphens."""
    import re
    from pathlib import Path

    name = re.sub(r"[^a-z0-9]{1,200}", "-", Path(story).stem.lower()).strip("-")
    return Path("claims") / f"{name or 'story'}.yaml"


def _inside(path: str, what: str) -> None:
    import os
    from pathlib import Path

    from factcheck.errors import SettingsError

    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(os.curdir)):
        raise SettingsError(f"{what} {path} lies outside this folder: start factcheck in the folder that holds both")


def _propose(draft: Draft, day: date, story: str, file: Path, resolvers: Sequence[Resolver]) -> Proposed:
    """Scan the story and propose its claims."""
    import os

    from factcheck.claims import Article
    from factcheck.cli.goods import commodity_ids
    from factcheck.drafting.propose import propose_article
    from factcheck.snapshot import all_events

    named = os.path.relpath(os.path.realpath(story), os.path.dirname(os.path.realpath(file))).replace(os.sep, "/")
    blank = Article(str(file), (), draft=named, title=draft.title, published=day, draft_read=draft)
    return propose_article(draft, resolvers, commodity_ids(resolvers), tuple(all_events()), blank)


def _merge(file: Path, proposed: Proposed) -> Merged:
    """The new file, or the old one with what is new."""
    from factcheck.claim_files import read_claims
    from factcheck.claim_files.write import write_article
    from factcheck.drafting.merge import Merged, merged
    from factcheck.errors import ClaimsFileError, SettingsError

    if not file.exists():
        text = _modeline(file) + write_article(proposed.article, with_ids=False)
        return Merged(text, proposed.article.claims, ())
    articles, problems = read_claims([file])
    if problems:
        raise ClaimsFileError(problems)
    if articles[0].draft != proposed.article.draft:
        raise SettingsError(f"{file} is about {articles[0].draft or 'no draft'}: name another file with --to")
    return merged(file.read_bytes().decode("utf-8"), articles[0], proposed)


def _modeline(file: Path) -> str:
    """The line that names the schema beside the file to editors, where ``factcheck init`` has put one."""
    name = "claims.schema.json"
    return f"# yaml-language-server: $schema={name}\n" if (file.parent / name).is_file() else ""


def _write(file: Path, merged: Merged) -> None:
    from factcheck.files.write_file import write_file

    if merged.added:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_file(file, merged.text)


def _tell(file: Path, merged: Merged, in_tables: int, *, is_new: bool) -> Iterator[str]:
    """What was written, what is left to do, and what the story no longer says."""
    added = _plural(len(merged.added), "claim")
    if not merged.added:
        yield f"{file} has a claim for every figure already; nothing was changed."
    elif is_new:
        yield f"{added} written to {file}."
    else:
        yield f"{added} added to {file}; what was there is unchanged."
    open_claims = [claim for claim in merged.added if claim.todo]
    if open_claims:
        yield f"{_plural(len(open_claims), 'claim')} with a todo, for you to settle:"
        yield from (f"  “{claim.quote}”" for claim in open_claims)
    if in_tables:
        yield f"{_plural(in_tables, 'figure')} in tables: write their claims yourself, none was proposed."
    for claim in merged.gone:
        yield f"no longer in the story, kept: “{claim.quote}”"


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _checked(file: Path, resolvers: Sequence[Resolver]) -> Iterator[str]:
    """What the sources say of the claims at once: each that does not hold, and the counts."""
    from factcheck.cli.exit_codes import FailOn, exit_code
    from factcheck.cli.inputs import read_inputs
    from factcheck.outputs.concise import render_concise
    from factcheck.outputs.result import Result, in_order
    from factcheck.verification import verify_compiled

    inputs = read_inputs((str(file),))
    reports = in_order(tuple(verify_compiled(inputs.articles, resolvers)))
    result = Result(reports, inputs.problems, exit_code(reports, fail_on=FailOn("error"), refused=False), None)
    lines = render_concise(result).splitlines()
    yield from (line for line in lines[:-1] if ": error: " in line or ": warning: " in line)
    yield f"Checked at once: {lines[-1].partition(': ')[2]}"
    left = sum(len(report.coverage.uncovered) for report in reports)
    if left:
        yield f"Not covered yet: {_plural(left, 'figure')} of the story; factcheck coverage lists them."
    yield f"Next: factcheck verify {file}"
