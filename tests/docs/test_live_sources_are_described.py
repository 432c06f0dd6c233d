"""Every live source is described: in the table of docs/live.md, and with its licence and limits in docs/sources.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.resolvers import load_live
from factcheck.resolvers.live.access import Access

DOCS = Path(__file__).parents[2] / "docs"
LIVE = {
    each.name: each.service  # type: ignore[attr-defined]
    for each in load_live(lambda name: Access(), by_default=False).resolvers
    if type(each).__module__.startswith("factcheck.")
}


def test_all_eleven_are_there() -> None:
    """
    The services that the documentation speaks of are those that can be asked.
    """
    assert sorted(LIVE) == [
        "census", "comexstat", "comtrade", "dbnomics", "ecb", "eurostat", "gacc", "hmrc", "imf", "wits", "world-bank",
    ]  # fmt: skip


@pytest.mark.parametrize("name", LIVE)
def test_it_stands_in_the_table_of_live_sources(name: str) -> None:
    """
    The page on live sources has a row for it, with its key and whether it is asked by itself.
    """
    rows = (DOCS / "live.md").read_text(encoding="utf-8").splitlines()
    (row,) = [row for row in rows if row.startswith(f"| `{name}` |")]
    key = LIVE[name].key

    assert (f"`{key.variable}`" in row) if key is not None else row.endswith("| |")
    assert ("| yes |" in row) is LIVE[name].by_default


@pytest.mark.parametrize("name", LIVE)
def test_its_facts_stand_in_the_page_on_sources(name: str) -> None:
    """
    The page on sources has a row and a paragraph for it.
    """
    text = (DOCS / "sources.md").read_text(encoding="utf-8")

    assert f"\n| `{name}`" in text
    assert f"(`{name}`)" in text


@pytest.mark.parametrize("name", LIVE)
def test_its_own_facts_are_complete(name: str) -> None:
    """
    No fact of a service is left blank, and it is asked over https unless it says why not.
    """
    service = LIVE[name]
    facts = ("agency", "homepage", "licence", "holds", "valuation", "lag", "revisions", "limits")

    assert [fact for fact in facts if not getattr(service, fact).strip()] == []
    assert service.base_url.startswith("https://") or service.ca_note
