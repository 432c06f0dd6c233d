"""
Claims files to articles: every file read, every fault of every file collected.
"""

from __future__ import annotations

import os
from collections.abc import Container, Sequence
from dataclasses import replace
from pathlib import Path

from factcheck.claim_files.article import read_article
from factcheck.claim_files.draft import read_draft
from factcheck.claim_files.faults import Faults
from factcheck.claim_files.find import Found, find_files
from factcheck.claims import Article, Claim, ClaimError
from factcheck.errors import Problem, WrittenError
from factcheck.files.text_file import MIB, RefusedFile, lines_of, read_text_file
from factcheck.files.yaml_events import Node, read_yaml, without_collection

MAX_CLAIMS_FILE = 16 * MIB


def read_claims(
    paths: Sequence[Path | str],
    *,
    root: Path | None = None,
    max_size: int = MAX_CLAIMS_FILE,
    only: Container[str] | None = None,
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """
    Read claims files.

    Args:
        paths: files, or folders with ``*.yaml`` and ``*.yml`` at any depth.
        root: the project folder that files and drafts must lie in; the working folder if None. A path outside it
            is a project of its own.
        max_size: of one claims file, in bytes.
        only: the files that are read, links followed; all that the paths name if None.

    Returns:
        The articles of the files without a fault, in the order of the paths; and the faults of all others, sorted by
        file, line and column.
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    with without_collection():
        for found in find_files([Path(path) for path in paths], Path.cwd() if root is None else root):
            if isinstance(found, RefusedFile):
                problems.append(found.problem)
                continue
            if only is not None and found.real not in only:
                continue
            article, faults = _read_file(found, max_size)
            if article is not None:
                articles.append(article)
            problems += faults
    problems.sort(key=lambda problem: (problem.location.path, problem.location.line, problem.location.column))
    return tuple(articles), tuple(problems)


def read_claims_text(text: str, path: str) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article that a text is, its draft left aside; None where it has faults. ``path`` stands in messages."""
    try:
        article, faults, _ = _read_text(text, path)
    except RefusedFile as refused:
        return None, (refused.problem,)
    return (None if faults.found else article), tuple(faults.found)


def read_lines(path: Path | str, max_size: int = MAX_CLAIMS_FILE) -> list[str]:
    """The lines of a claims file once more, for excerpts; none where it can no longer be read."""
    try:
        real = os.path.realpath(path)
        return lines_of(read_text_file(real, str(path), os.path.dirname(real), max_size))
    except RefusedFile:
        return []


def problem_of(article_path: str, claim: Claim, error: ClaimError, source_lines: Sequence[str] = ()) -> Problem:
    """
    The problem that a claim which cannot be compiled is, at the place in its file.

    Args:
        article_path: the file, as given.
        claim: the claim.
        error: what the kind says.
        source_lines: the lines of the file, for the excerpt.
    """
    location = claim.location(error.at)._replace(path=article_path)
    excerpt = source_lines[location.line - 1] if 0 < location.line <= len(source_lines) else ""
    return Problem(location, error.what, error.hint, excerpt)


def _read_file(found: Found, max_size: int) -> tuple[Article | None, list[Problem]]:
    try:
        text = read_text_file(found.real, found.shown, found.root, max_size)
        article, faults, draft_at = _read_text(text, found.shown)
    except RefusedFile as refused:
        return None, [refused.problem]
    if article is not None and article.draft and draft_at is not None:
        try:
            article = replace(article, draft_read=read_draft(article.draft, found.real, found.root))
        except WrittenError as error:
            faults.add_error(draft_at, error)
    return (None if faults.found else article), faults.found


def _read_text(text: str, path: str) -> tuple[Article | None, Faults, Node | None]:
    document = read_yaml(text, path)
    faults = Faults(path, document.lines, document.problems)
    article = read_article(document.root, path, faults)
    content = document.root.content if document.root is not None else None
    entry = content.get("article") if isinstance(content, dict) else None
    return article, faults, None if entry is None else entry.value
