"""Projects with a warehouse among their sources, made for a test."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.resolvers.warehouse.tables import NAMES, make_table, mapping_of


def described(kind: str, /, **changes: Any) -> dict[str, Any]:
    """A description of the source trade-desk, with some keys of its warehouse changed; None takes a key out."""
    path = {} if kind == "postgres" else {"path": NAMES[kind]}
    return {
        "name": "trade-desk",
        "title": "Figures of the trade desk",
        "publisher": "The Example Post",
        "licenses": [{"name": "internal"}],
        "retrieved": "2026-11-23",
        "warehouse": mapping_of(kind, **(path | changes)),
    }


def make_project(project: Path, kind: str, told: Any = None, /, **changes: Any) -> Path:
    """Write sources/trade-desk with a description and its table; gives the folder of the source."""
    folder = project / "sources" / "trade-desk"
    folder.mkdir(parents=True, exist_ok=True)
    if kind != "postgres":
        make_table(kind, folder)
    write_description(folder, described(kind, **changes) if told is None else told)
    return folder


def write_description(folder: Path, told: Any) -> None:
    """Write a description, as text or as what becomes JSON."""
    text = told if isinstance(told, str) else json.dumps(told, indent=1)
    (folder / "datapackage.json").write_text(text, encoding="utf-8")
