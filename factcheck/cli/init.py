"""
``factcheck init``: a folder ready for claims.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.starter import Made


@click.command("init")
@click.argument("folder", required=False, default=".", type=click.Path(file_okay=False))
@click.option("--example", is_flag=True, help="A small story with its claims, one of which fails on purpose.")
@click.option("--ci", type=click.Choice(["github", "gitlab"]), help="The workflow that checks pull requests.")
def command(folder: str, example: bool, ci: str | None) -> int:
    """
    Start FOLDER (this one if none is named): claims, settings, and a schema for editors.

    What is there already is left as it is. If anything cannot be written, nothing is.
    """
    from pathlib import Path

    from factcheck.cli.screen import to_screen
    from factcheck.outputs.page import safe
    from factcheck.starter import Starter, starter_files, write_files

    target = Path(folder)
    own = _own_settings(target)
    files = [(path, text) for path, text in starter_files(Starter(example, ci)) if path not in own]
    made = write_files(target, files)
    to_screen(safe(_told(target, made, own, example=example)))
    return 0


def _own_settings(folder: Path) -> dict[str, str]:
    """Files that are not written because something else says it already, each with what does."""
    from factcheck.settings import read_settings
    from factcheck.settings.find import FILE

    if (folder / FILE).exists():
        return {}
    found = read_settings(folder)
    if not found.path:
        return {}
    path = os.path.relpath(os.path.join(found.folder, os.path.basename(found.path)))
    return {FILE: f"{path} says what holds there"}  # a file nearer by would go before it, whole


def _told(folder: Path, made: Made, own: dict[str, str], *, example: bool) -> Iterator[str]:
    """What was written, what was left alone, and what to do next."""
    from factcheck.cli.screen import page_for_screen

    clean = page_for_screen(colour=False).clean
    for path in made.written:
        yield clean(f"written: {folder / path}")
    for path in made.left:
        yield clean(f"left alone, it is there already: {folder / path}")
    for path, why in own.items():
        yield clean(f"left alone, {why}: {folder / path}")
    yield ""
    yield "Next:"
    steps = EXAMPLE if example else STORY
    yield from (steps if str(folder) == "." else (f"  cd {clean(shlex.quote(str(folder)))}", *steps[:-1]))


#: What to do next, in three lines; the last gives way to changing into the folder.
EXAMPLE = (
    "  factcheck verify               one claim of the example holds, one does not: see why",
    "  factcheck coverage             every figure of its story has a claim",
    "  factcheck explain wrong-level  what a rule means",
)
STORY = (
    "  factcheck draft my-story.md    write the claims file of a story",
    "  factcheck verify               check it",
    "  factcheck --help               everything else",
)
