"""Source folders made for a test."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli import main

HEADER = "reporter,partner,flow,period,unit,value,unit_multiplier,published,source_url"
ROW = "CHN,RUS,total,2024,USD,244.81,9,2025-01-13,https://example.org/2024"

MakeSource = Callable[..., Path]


def description(**changes: object) -> dict[str, object]:
    """A good description of the source 'desk', with some of its keys changed; None takes a key out."""
    told: dict[str, object] = {
        "name": "desk",
        "title": "Figures of the desk",
        "publisher": "The newsroom",
        "licenses": [{"name": "internal"}],
        "resources": [{"path": "rows.csv"}],
    }
    return {key: value for key, value in (told | changes).items() if value is not None}


@pytest.fixture
def make_source(tmp_path: Path) -> MakeSource:
    """Write sources/desk with rows and a description; gives the folder sources."""

    def make(
        rows: str | bytes = f"{HEADER}\n{ROW}\n", told: object = None, name: str = "desk", **changes: object
    ) -> Path:
        folder = tmp_path / "sources" / name
        folder.mkdir(parents=True, exist_ok=True)
        if told is None:
            told = description(**({"name": name} | changes))
        text = told if isinstance(told, str) else json.dumps(told, indent=1)
        (folder / "datapackage.json").write_text(text, "utf-8")
        raw = rows if isinstance(rows, bytes) else rows.encode("utf-8")
        (folder / "rows.csv").write_bytes(raw)
        return folder.parent

    return make


@pytest.fixture
def refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:
    """
    Run the command beside sources/: it must leave with 2 and write nothing; gives what it said of the faults.
    """

    def run() -> str:
        claim = "about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}\n"
        claim += 'claims: [{quote: "$244.81 billion", level: 2024}]\n'
        (tmp_path / "one.yaml").write_text(claim, "utf-8")
        before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
        monkeypatch.chdir(tmp_path)
        assert main(["verify", "one.yaml"]) == 2
        assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
        return capsys.readouterr().err

    return run
