"""
The annotated article on the command line: its options, what it needs beside the run, and where its pages go.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from factcheck.cli.formats import Target
    from factcheck.observations import Resolver
    from factcheck.outputs.html import Choices
    from factcheck.outputs.result import Result
    from factcheck.snapshot import SourceInfo

F = TypeVar("F", bound=Callable[..., Any])
HTML = "html"
_OPTIONS = (
    click.option("--fragment", is_flag=True, help="html: only the part for a page of your own, without style."),
    click.option(
        "--public", is_flag=True, help="html: for outsiders, without notes, reasons, paths, ids, own sources."
    ),
)


def annotated_options(command: F) -> F:
    """Add --fragment and --public; ``read_choices`` reads them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def wants_html(targets: Sequence[Target]) -> bool:
    """Whether an annotated article is asked for."""
    return any(target.format == HTML for target in targets)


def refuse_options(targets: Sequence[Target], *, fragment: bool, public: bool) -> None:
    """
    Look at the options before a run.

    Raises:
        UsageError: they are given for nothing.
    """
    for name, given in (("--fragment", fragment), ("--public", public)):
        if given and not wants_html(targets):
            raise click.UsageError(f"{name} is for --output-format {HTML}; leave it out")


def read_choices(
    targets: Sequence[Target], resolvers: Sequence[Resolver], *, fragment: bool, public: bool
) -> Choices | None:
    """How the annotated article is made; None where none is asked for."""
    if not wants_html(targets):
        return None
    from factcheck.outputs.html import Choices

    return Choices(fragment, public, sources_of(resolvers))


def sources_of(resolvers: Sequence[Resolver]) -> tuple[SourceInfo, ...]:
    """What is known of the embedded sources, and of those of the folder that answered."""
    from factcheck.resolvers.snapshot import LOCAL, SnapshotResolver
    from factcheck.snapshot import list_sources

    own = [each for each in resolvers if isinstance(each, SnapshotResolver) and each.name == LOCAL]
    return (*list_sources(), *(info for each in own for info in each.snapshot.sources()))


def pages_of(targets: Sequence[Target], result: Result, choices: Choices | None) -> Iterator[Path]:
    """The files that a folder of pages will have."""
    for target in targets:
        if target.folder and target.file is not None and choices is not None:
            from factcheck.outputs.html import page_names

            yield from (target.file / name for name in page_names(result, choices))


def write_pages(result: Result, folder: Path, choices: Choices) -> None:
    """
    Write a page an article and their index; the folder is made where it is missing.

    Raises:
        SettingsError: a page cannot be written.
    """
    from factcheck.errors import SettingsError
    from factcheck.files.write_file import write_file
    from factcheck.outputs.html import render_pages

    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise SettingsError(f"{folder} cannot be made: {reason}; name a folder inside one that exists") from None
    for name, text in render_pages(result, choices):
        write_file(folder / name, text)


def is_folder(name: str, file: str) -> bool:
    """Whether a target is a folder of pages: its name ends in a slash, or it is a folder already."""
    return name == HTML and (file.endswith(("/", os.sep)) or os.path.isdir(file))
