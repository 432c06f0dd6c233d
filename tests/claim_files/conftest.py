"""Claims files of a test, written and read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.claim_files import read_claims
from factcheck.claims import Article
from factcheck.cli import main
from factcheck.errors import Problem


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., tuple[tuple[Article, ...], tuple[Problem, ...]]]:
    """
    Write a text, or bytes, to ``claims.yaml`` and read it.
    """

    def run(text: str | bytes, **limits: int) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
        path = tmp_path / "claims.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_claims([path], root=tmp_path, **limits)

    return run


@pytest.fixture
def article(read: Callable[..., tuple[tuple[Article, ...], tuple[Problem, ...]]]) -> Callable[[str], Article]:
    """
    The article of a text without faults.
    """

    def run(text: str) -> Article:
        articles, problems = read(text)
        assert not problems, "\n\n".join(map(str, problems))
        (found,) = articles
        return found

    return run


@pytest.fixture
def assert_told(
    tmp_path: Path, read: Callable[..., tuple[tuple[Article, ...], tuple[Problem, ...]]]
) -> Callable[..., None]:
    """
    A file has one fault, at this line and column, told with these words and this remedy; the command leaves with 2.
    """

    def run(text: str, line: int, column: int, what: str, hint: str) -> None:
        articles, problems = read(text)
        told = "\n\n".join(map(str, problems))
        assert articles == ()
        assert len(problems) == 1, told
        (problem,) = problems
        assert str(problem.location) == f"{(tmp_path / 'claims.yaml').as_posix()}:{line}:{column}", told
        assert what in problem.what, told
        assert hint in problem.hint, told
        before = sorted(tmp_path.iterdir())
        assert main(["verify", str(tmp_path / "claims.yaml"), "--isolated"]) == 2
        assert sorted(tmp_path.iterdir()) == before
        assert problem.excerpt == (text.split("\n")[line - 1] if text else ""), told

    return run
