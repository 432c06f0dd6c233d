"""
What a run starts from: claims files, resolvers, and the faults that only show when claims are compiled.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.errors import Problem, SettingsError, SourceError

if TYPE_CHECKING:
    from factcheck.cli.live_options import LiveChoice
    from factcheck.kinds.compile import CompiledArticle
    from factcheck.observations import Resolver


CLAIMS = "claims"  # the folder that is read where no path is named


class Inputs(NamedTuple):
    """The articles whose files are in order, compiled, and what was wrong with the others."""

    articles: tuple[CompiledArticle, ...]
    problems: tuple[Problem, ...]


class Resolvers(NamedTuple):
    """
    What answers.

    Attributes:
        warnings: of plugins that could not be loaded.
        problems: the faults of the folder's own sources, or of the lock.
        notes: what else a person should know.
        lacking: whether the lock that answers does not cover what the claims need.
    """

    all: tuple[Resolver, ...] = ()
    warnings: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    lacking: bool = False


def read_inputs(
    paths: Sequence[str],
    max_file_size: int | None = None,
    *,
    root: Path | None = None,
    only: Container[str] | None = None,
    isolated: bool = False,
) -> Inputs:
    """
    Read all claims files and compile them; a file with any fault is reported and not checked.

    Args:
        paths: files and folders; those of the settings if none, else ``claims``.
        max_file_size: of one claims file, in bytes.
        root: the project folder that files and drafts must lie in; the working folder if None.
        only: the files that are read, links followed; all if None.
        isolated: whether settings are not read.

    Raises:
        SettingsError: no path is named, and there is no folder ``claims``; or settings that cannot be obeyed.
    """
    from factcheck.claim_files import read_claims
    from factcheck.cli.effective import chosen_paths, run_settings
    from factcheck.kinds.compile import compile_article

    if not paths:
        root, _, paths = chosen_paths(paths, run_settings(isolated=isolated))
    if not paths and not Path(CLAIMS).exists():
        raise SettingsError(
            f"there is no {CLAIMS}/ here: name a claims file or a folder, start one "
            "from a story: factcheck draft my-story.md, or a folder: factcheck init --example"
        )
    paths = paths or (CLAIMS,)
    if max_file_size is None:
        articles, problems = read_claims(paths, root=root, only=only)
    else:
        articles, problems = read_claims(paths, root=root, only=only, max_size=max_file_size)
    compiled = [compile_article(article) for article in articles]
    return Inputs(
        tuple(article for article in compiled if not article.faults),
        (*problems, *(fault for article in compiled for fault in _problems(article))),
    )


def hidden_note(paths: Sequence[str]) -> str:
    """How many hidden YAML files the folders of a run hold, which are not read; blank where there are none."""
    from factcheck.claim_files.find import hidden_files

    number = hidden_files(paths or (CLAIMS,))
    files = "1 hidden YAML file was" if number == 1 else f"{number} hidden YAML files were"
    return f"note: {files} passed over" if number else ""


def _problems(compiled: CompiledArticle) -> Iterator[Problem]:
    from factcheck.claim_files import problem_of, read_lines

    if compiled.faults:
        path = compiled.article.path
        lines = read_lines(path)
        for fault in compiled.faults:
            yield problem_of(path, fault.claim, fault.error, lines)


def read_resolvers(*, isolated: bool, live: LiveChoice | None = None) -> Resolvers:
    """
    The snapshot, the installed plugins, unless isolated the working folder's own sources, and live sources if wanted.

    Raises:
        SettingsError: a live source that nobody has, or settings that cannot be obeyed.
    """
    from factcheck.resolvers import load_resolvers, local_sources
    from factcheck.resolvers.warehouse import warehouse_resolvers

    loaded = load_resolvers()
    resolvers, problems = list(loaded.resolvers), tuple[Problem, ...]()
    if not isolated:
        try:
            local = local_sources(Path.cwd())
            if local is not None:
                _ = local.snapshot  # opened here, so that its faults do not stop the rest
                resolvers.append(local)
        except SourceError as error:
            problems = error.problems
        try:
            resolvers += warehouse_resolvers(Path.cwd(), os.environ)
        except SourceError as error:  # a description is read for its tables and for its warehouse
            problems = tuple(dict.fromkeys((*problems, *error.problems)))
    warnings = loaded.warnings
    if live is not None and live.wanted:
        from factcheck.cli.live import read_live

        together = read_live(live, isolated=isolated)
        resolvers.append(together.together)
        warnings = (*warnings, *together.warnings)
    return Resolvers(tuple(resolvers), warnings, problems)
