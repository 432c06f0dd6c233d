"""The whole command line against a local service."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from factcheck.cli import main


class Ran(NamedTuple):
    """What a run of the command gave: its exit code, the JSON report, standard error."""

    code: int
    report: dict[str, Any]
    errors: str

    def verdict(self, claim: str) -> tuple[str, str]:
        """The verdict and the rule of a claim, or of one of its statements, by its id."""
        (found,) = [each for article in self.report["articles"] for each in article["findings"] if each["id"] == claim]
        return found["verdict"], found["rule"]

    def finding(self, claim: str) -> dict[str, Any]:
        """All of a finding."""
        (found,) = [each for article in self.report["articles"] for each in article["findings"] if each["id"] == claim]
        return dict(found)


@pytest.fixture
def verify_live(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Ran]:
    """
    Run ``factcheck verify --live`` on a claims file in an empty folder: (claims text, {name: url}, more arguments).
    """
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "desk"
    (folder / "claims").mkdir(parents=True)
    monkeypatch.chdir(folder)

    def run(claims: str, services: dict[str, str], *more: str) -> Ran:
        (folder / "claims" / "story.yaml").write_text(claims, encoding="utf-8")
        where = [part for name, url in services.items() for part in ("--source", name, "--base-url", f"{name}={url}")]
        code = main(["verify", "--live", *where, "--output-format", "json", *more])
        out, err = capsys.readouterr()
        return Ran(code, json.loads(out), err)

    return run
