"""docs/sources.md names every source, and its worked example works."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

from factcheck.observations import SeriesQuery, Standing
from factcheck.resolvers import local_sources
from factcheck.snapshot import list_sources
from factcheck.snapshot.rows import COLUMNS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "sources.md").read_text("utf-8")


def test_the_page_names_every_source() -> None:
    """
    No source ships without standing in the table.
    """
    assert [source.id for source in list_sources() if f"`{source.id}`" not in PAGE] == []


def test_the_page_names_every_column() -> None:
    """
    Each column of a table of observations is described.
    """
    assert [column for column in COLUMNS if f"`{column}`" not in PAGE] == []


def test_the_page_has_the_words_of_attribution() -> None:
    """
    What a licence asks to be said of a source stands on the page.
    """
    needed = {"destatis", "ons", "hmrc", "statcan", "ecb", "world-bank"}

    assert [source.id for source in list_sources() if source.id in needed and source.attribution not in PAGE] == []


def test_the_worked_example_works(tmp_path) -> None:
    """
    The two files of the example make a source that answers.
    """
    files = re.findall(r"^`(sources/[^`]+)`:\n\n```[a-z]+\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    for path, text in files:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")

    local = local_sources(tmp_path)

    assert [path for path, _ in files] == [
        "sources/harbour-desk/datapackage.json",
        "sources/harbour-desk/kazakhstan.csv",
    ]
    assert local is not None
    (answer,) = local.resolve([SeriesQuery("KAZ", "CHN")])
    assert [(row.flow, row.measure, row.value, row.standing, row.published) for row in answer.observations] == [
        ("exports", "level", Decimal(20), Standing.SUPPORTS, None),
        ("total", "level", Decimal("43.8"), Standing.DECIDES, date(2025, 1, 20)),
        ("total", "yoy", Decimal("9.2"), Standing.DECIDES, date(2025, 1, 20)),
    ]
