"""Articles as sheets and back, in a project folder of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.claim_files import read_claims_text
from factcheck.claims import Article
from factcheck.errors import Problem
from factcheck.sheets.articles import Imported, read_articles
from factcheck.sheets.csv_sheet import read_csv
from factcheck.sheets.table import Faults

Read = tuple[tuple[Imported, ...], tuple[Problem, ...], tuple[str, ...]]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project folder with claims/, where commands run."""
    (tmp_path / "claims").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def read() -> Callable[[str | bytes], Read]:
    """
    The claims files of a CSV text, its faults, and the notes on it.
    """

    def run(text: str | bytes) -> Read:
        faults = Faults("s.csv")
        table = read_csv(text if isinstance(text, bytes) else text.encode(), "s.csv", faults)
        return read_articles(table, faults), tuple(faults.found), table.notes

    return run


@pytest.fixture
def article(read: Callable[[str | bytes], Read]) -> Callable[[str], Article]:
    """
    The article of a CSV text without faults.
    """

    def run(text: str) -> Article:
        (found,), faults, _ = read(text)
        assert not faults, "\n\n".join(map(str, faults))
        made, problems = read_claims_text(found.text, "claims.yaml")
        assert not problems
        assert made is not None
        return made

    return run
