"""Source folders made for a test."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

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
