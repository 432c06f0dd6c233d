"""
The files of a new folder, from the templates beside this file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from string import Template
from typing import NamedTuple

from factcheck import __version__

TEMPLATES = Path(__file__).parent / "templates"
SCHEMA = "claims/claims.schema.json"  # beside the claims files, whose first line names it for editors
SETTINGS = "factcheck.toml"
EXAMPLE = {"drafts/example.md": "example.md", "claims/example.yaml": "example.yaml"}
#: Where each forge looks for its workflow, and the template of it.
CI = {
    "github": (".github/workflows/factcheck.yml", "github.yml"),
    "gitlab": (".gitlab-ci.yml", "gitlab.yml"),
}


class Starter(NamedTuple):
    """What a folder is started with: an example, and the workflow of one of ``CI``."""

    example: bool = False
    ci: str | None = None


def starter_files(wanted: Starter) -> Iterator[tuple[str, str]]:
    """Each file by its path in the folder, with its text."""
    yield SETTINGS, _filled("factcheck.toml")
    yield SCHEMA, _schema()
    for path, template in EXAMPLE.items() if wanted.example else ():
        yield path, _filled(template)
    if wanted.ci is not None:
        path, template = CI[wanted.ci]
        yield path, _filled(template)


def _filled(template: str) -> str:
    text = (TEMPLATES / f"{template}.txt").read_text(encoding="utf-8")
    return Template(text).substitute(version=__version__)


def _schema() -> str:
    from factcheck.claim_files import schema

    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
