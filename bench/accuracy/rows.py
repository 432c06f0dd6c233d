"""
The rows of the snapshot, read from its CSV files with nothing of the program under test.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from bench.accuracy.spans import Span

SOURCES = Path(__file__).parents[2] / "sources"
NOTHING_KNOWN = Fraction(5, 1000)  # how much a source revises where nothing is known (MEANING 3)


class Cell(NamedTuple):
    """A series at a span of months."""

    source: str
    reporter: str
    partner: str
    flow: str
    commodity: str
    unit: str
    scope: str
    valuation: str
    span: Span

    def at(self, span: Span) -> Cell:
        """The same series at another span."""
        return self._replace(span=span)


class Row(NamedTuple):
    """One printed figure: ``value`` and the unit of its last digit in whole units or per cent."""

    cell: Cell
    measure: str
    value: Fraction
    digit: Fraction
    published: date | None
    standing: str
    revision: Fraction


def read_rows(sources: Path = SOURCES) -> Iterator[Row]:
    """Every observation of every source, in the order of folders, files and lines."""
    for folder in sorted(path for path in sources.iterdir() if (path / "datapackage.json").is_file()):
        revisions = _revisions(folder)
        for path in sorted(folder.glob("*.csv")):
            with path.open(encoding="utf-8", newline="") as lines:
                reader = csv.DictReader(lines)
                if "measure" in (reader.fieldnames or ()):
                    yield from (_row(folder.name, line, revisions) for line in reader)


def _revisions(folder: Path) -> dict[str, Fraction]:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return {each["id"]: Fraction(each["revision"]) for each in package.get("datasets", ()) if "revision" in each}


def _row(source: str, line: dict[str, str], revisions: dict[str, Fraction]) -> Row:
    series = (line[key] for key in ("reporter", "partner", "flow", "commodity", "unit", "scope", "valuation"))
    scale = Fraction(10) ** int(line["unit_multiplier"] or 0)
    return Row(
        Cell(source, *series, Span.parse(line["period"])),
        line["measure"],
        Fraction(line["value"]) * scale,
        scale / Fraction(10) ** int(line["decimals"]),
        date.fromisoformat(line["published"]) if line["published"] else None,
        line["standing"],
        revisions.get(line["dataset"], NOTHING_KNOWN),
    )
