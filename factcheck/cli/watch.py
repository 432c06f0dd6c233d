"""
``factcheck verify --watch``: the report once more whenever something changes that it rests on.

What is watched are folders, not files: editors put a new file in the place of the old one.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from factcheck.cli.inputs import CLAIMS
from factcheck.errors import FactcheckError, SettingsError

if TYPE_CHECKING:
    from watchfiles._rust_notify import RustNotify

SOURCES = "sources"
INDEX = "index.sqlite"  # made by a run from the sources: no reason for another
MOST_FOLDERS = 2_000
GROUPED, QUIET = 500, 100  # milliseconds: changes within the first are one, and then so long nothing more must come
REFUSED = 2


class Watched(NamedTuple):
    """
    What a run rests on, links followed.

    Attributes:
        folders: those that are looked at.
        files: files that count by name: claims files that are named, drafts, settings.
        trees: folders in which every claims file counts.
        sources: the folder of sources, in which every file counts.
    """

    folders: tuple[str, ...]
    files: frozenset[str]
    trees: tuple[str, ...]
    sources: str

    def counts(self, path: str) -> bool:
        """Whether the change of a file, or a new folder, asks for another run."""
        if path in self.files:
            return True
        if os.path.isdir(path) and any(Path(file).is_relative_to(path) for file in self.files):
            return True
        if os.path.basename(path).startswith((".", INDEX)):
            return False
        if Path(path).is_relative_to(self.sources):
            return True
        is_one = path.lower().endswith((".yaml", ".yml")) or os.path.isdir(path)
        return is_one and any(Path(path).is_relative_to(tree) for tree in self.trees)


def repeat(run: Callable[[], int], paths: Sequence[str], beside: Sequence[str] = ()) -> int:
    """
    Run, and run again after each change, until Ctrl-C.

    Args:
        run: makes and prints the report.
        paths: the claims files and folders of the run; the usual folder if none.
        beside: other files that it rests on, as settings and a lock.

    Returns:
        The exit code of the last run.

    Raises:
        FactcheckError: the first run could not be made, or the extra ``watch`` is not installed.
    """
    try:
        from watchfiles._rust_notify import RustNotify
    except ModuleNotFoundError:
        raise SettingsError("watchfiles is missing: install it with pip install 'factcheck-claims[watch]'") from None
    gc.enable()  # this run is no short one
    polling = bool(os.environ.get("WATCHFILES_FORCE_POLLING"))
    code = None
    try:
        while True:
            watched = watched_by(paths or (CLAIMS,), beside)
            with RustNotify([*watched.folders], False, polling, 300, False, True) as watcher:
                code = run() if code is None else _again(run)
                if not _wait(watcher, watched):
                    return code
    except KeyboardInterrupt:
        return 130 if code is None else code


def _again(run: Callable[[], int]) -> int:
    """Run on a clean screen; what stops a run is told, and mended by the next change."""
    click.clear()  # on a terminal only
    try:
        return run()
    except FactcheckError as error:
        from factcheck.outputs.visible import visible

        click.echo(visible(str(error)), err=True)
    except click.ClickException as error:
        error.show()
    return REFUSED


def _wait(watcher: RustNotify, watched: Watched) -> bool:
    """Wait for a change that counts; False where somebody wants to stop."""
    from factcheck.outputs.visible import visible

    click.echo("watching claims, drafts, sources and settings; Ctrl-C ends it", err=True)
    while True:
        changes = watcher.watch(GROUPED, QUIET, 0, None)
        if isinstance(changes, str):
            return False
        found = sorted({path for _, path in changes if watched.counts(path)})
        if found:
            click.echo(visible(f"changed: {', '.join(os.path.relpath(path) for path in found[:5])}"), err=True)
            return True


def watched_by(paths: Sequence[str], beside: Sequence[str] = ()) -> Watched:
    """What a run on these paths rests on as things stand; a draft that is not there yet counts."""
    real = [os.path.realpath(path) for path in paths if "\0" not in path]
    here, sources = os.path.realpath(os.curdir), os.path.realpath(SOURCES)
    files = [*(path for path in real if not os.path.isdir(path)), *map(os.path.realpath, beside), *_drafts(paths)]
    trees = [path for path in real if os.path.isdir(path)]
    folders = [
        *(below for tree in (*trees, sources) for below in _folders(tree)),
        *map(os.path.dirname, (*files, *real)),
    ]
    there = dict.fromkeys(folder for folder in (*folders, here) if os.path.isdir(folder))
    return Watched(tuple(there), frozenset(files), tuple(trees), sources)


def _drafts(paths: Iterable[str]) -> Iterator[str]:
    """The drafts that the claims files name."""
    from factcheck.claim_files.draft import named_draft
    from factcheck.claim_files.find import Found, find_files
    from factcheck.claim_files.read import MAX_CLAIMS_FILE

    for found in find_files([Path(path) for path in paths], Path.cwd()):
        draft = named_draft(found.real, found.root, MAX_CLAIMS_FILE) if isinstance(found, Found) else None
        if draft is not None:
            yield draft


def _folders(tree: str) -> Iterator[str]:
    """A folder and those below it, hidden ones left out."""
    waiting = [tree]
    for _ in range(MOST_FOLDERS):
        if not waiting:
            return
        here = waiting.pop()
        yield here
        try:
            with os.scandir(here) as found:
                waiting += [each.path for each in found if each.is_dir(follow_symlinks=False) and each.name[0] != "."]
        except OSError:
            continue
