"""
``--output-format F[=FILE]``: which renderer, and where its text goes.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click

from factcheck.cli.screen import page_for_file, page_for_screen, to_screen
from factcheck.outputs.result import Result

FORMATS = ("text", "concise", "json")
PLANNED = ("html", "sarif", "junit", "github", "gitlab", "rdjson", "markdown", "csv", "claimreview")


class Target(NamedTuple):
    """One format and its file; None is standard output."""

    format: str
    file: Path | None = None


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
            raise click.UsageError(f"two formats go to {where}; write --output-format {FORMATS[-1]}=FILE")
    return targets


def _target(text: str) -> Target:
    name, equals, file = text.partition("=")
    if name in PLANNED:
        raise click.UsageError(f"the format {name} is not there yet; there are {', '.join(FORMATS)}")
    if name not in FORMATS:
        raise click.UsageError(f"there is no format {name!r}; there are {', '.join(FORMATS)}")
    if equals and not file:
        raise click.UsageError(f"{text!r} names no file; write {name}=FILE, or {name}")
    return Target(name, Path(file) if file else None)


def deliver(result: Result, target: Target, *, colour: bool) -> None:
    """Render a run and put it where it belongs."""
    if target.file is None:
        to_screen(render(result, target.format, colour=colour))
    else:
        from factcheck.files.write_file import write_file

        write_file(target.file, render(result, target.format, file=True))


def render(result: Result, name: str, *, colour: bool = False, file: bool = False) -> str:
    """The text of a run in one format."""
    if name == "json":
        from factcheck.outputs.json import render_json

        return render_json(result)
    page = page_for_file() if file else page_for_screen(colour=colour)
    if name == "concise":
        from factcheck.outputs.concise import render_concise

        return render_concise(result, page)
    from factcheck.outputs.text import render_text

    return render_text(result, page)
