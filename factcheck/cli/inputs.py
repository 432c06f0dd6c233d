"""
What a run starts from: claims files, resolvers, and the faults that only show when claims are compiled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.claims import Article
from factcheck.errors import Problem, SourceError
from factcheck.observations import Resolver


@dataclass(frozen=True, slots=True)
class Inputs:
    """The articles whose files are in order, and what was wrong with the others."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Resolvers:
    """What answers, the warnings of plugins that could not be loaded, and the faults of the folder's own sources."""

    all: tuple[Resolver, ...] = ()
    warnings: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_inputs(paths: Sequence[str], max_file_size: int | None = None) -> Inputs:
    """Read all claims files and compile them; a file with any fault is reported and not checked."""
    from factcheck.claim_files import read_claims

    if max_file_size is None:
        articles, problems = read_claims(paths)
    else:
        articles, problems = read_claims(paths, max_size=max_file_size)
    faulty = {article.path: tuple(_faults(article)) for article in articles}
    return Inputs(
        tuple(article for article in articles if not faulty[article.path]),
        (*problems, *(fault for article in articles for fault in faulty[article.path])),
    )


def _faults(article: Article) -> Iterator[Problem]:
    from factcheck.claim_files import problem_of, read_lines
    from factcheck.verify import faults

    lines: list[str] | None = None
    for fault in faults(article):
        lines = read_lines(article.path) if lines is None else lines
        yield problem_of(article.path, fault.claim, fault.error, lines)


def read_resolvers(*, isolated: bool) -> Resolvers:
    """The snapshot, the installed plugins and, unless isolated, the working folder's own sources."""
    from factcheck.resolvers import load_resolvers, local_sources

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
    return Resolvers(tuple(resolvers), loaded.warnings, problems)
