"""
What a run is to do, from the command line where it says so, else from the folder's settings.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from factcheck.cli.inputs import CLAIMS
from factcheck.cli.report_places import SOURCES

if TYPE_CHECKING:
    from factcheck.cli.formats import Target
    from factcheck.settings import Settings


def run_settings(*, isolated: bool) -> Settings:
    """
    The settings of the working folder; none for an isolated run.

    Raises:
        SettingsFileError: with everything that is wrong in them.
    """
    from factcheck.settings import Settings, read_settings

    return Settings() if isolated else read_settings(Path.cwd())


class Chosen(NamedTuple):
    """
    Which claims files a run reads.

    Attributes:
        root: the folder that claims files and drafts must lie in; None for the working folder.
        passed_over: how many claims files of the usual folder it does not read because the settings name others.
        paths: files and folders; none for the usual folder.
    """

    root: Path | None
    passed_over: int
    paths: tuple[str, ...]


def chosen_paths(paths: Sequence[str], settings: Settings) -> Chosen:
    """The claims files and folders of a run: those of the command line, else those of the settings."""
    if paths or not settings.claims:
        return Chosen(None, 0, tuple(paths))
    chosen = tuple(from_here(path, settings) for path in settings.claims)
    root = Path(settings.folder)
    return Chosen(root, len(_files([CLAIMS], root) - _files(chosen, root)), chosen)


def _files(paths: Sequence[str], root: Path) -> set[str]:
    from factcheck.claim_files.find import Found, find_files

    there = [Path(path) for path in paths if os.path.exists(path)]
    return {found.real for found in find_files(there, root) if isinstance(found, Found)}


def report_targets(formats: Sequence[str], settings: Settings) -> tuple[Target, ...]:
    """
    The formats of the report.

    Raises:
        UsageError: the command line names an unknown one.
        SettingsFileError: the settings do.
    """
    from factcheck.cli.formats import read_targets

    if formats or not settings.output_formats:
        return read_targets(formats)
    names = [text.partition("=") for text in settings.output_formats]
    written = [f"{name}={from_here(file, settings)}" if file else name for name, _, file in names]
    try:
        return read_targets(written)
    except click.UsageError as error:
        from factcheck.errors import Problem, SettingsFileError

        place = settings.location("output-format")
        raise SettingsFileError((Problem(place, error.message, "factcheck verify --help lists them"),)) from None


def from_here(path: str, settings: Settings) -> str:
    """A path of the settings as it is from the working folder."""
    return os.path.relpath(os.path.join(settings.folder, path), os.path.realpath(os.curdir))


def inputs_of_all(settings: Settings, files: Iterable[str]) -> tuple[str, ...]:
    """What every article of a run depends on: the folder's own sources, its settings, and other files."""
    from factcheck.settings.find import FILE, SHARED, folders

    around = folders(os.path.realpath(os.curdir))
    own = [os.path.join(folder, FILE) for folder in around]
    shared = [os.path.join(settings.folder, SHARED)] if os.path.basename(settings.path) == SHARED else []
    return (SOURCES, *(os.path.relpath(path) for path in (*own, *shared)), *files)
