"""A store, something to keep in it, and a child process of its own for what may kill or limit a process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.evidence.request import Request
from factcheck.evidence.store import EvidenceStore


@pytest.fixture
def warnings() -> list[str]:
    """
    What the store warned of.
    """
    return []


@pytest.fixture
def store(tmp_path: Path, warnings: list[str]) -> EvidenceStore:
    return EvidenceStore(tmp_path / "evidence", warnings.append)


@pytest.fixture
def request_of() -> Callable[[str], Request]:
    """
    A request for a year.
    """

    def build(year: str = "2024") -> Request:
        return Request("GET", "https://stats.example.org/trade", (("period", year),), "", "application/json")

    return build


@pytest.fixture
def noon() -> datetime:
    return datetime(2026, 11, 27, 12, tzinfo=UTC)


@pytest.fixture
def run_script() -> Callable[..., str]:
    """
    Run Python in a process of its own, and give what it printed.
    """

    def run(script: str, *words: str) -> str:
        done = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, text=True, timeout=120)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run
