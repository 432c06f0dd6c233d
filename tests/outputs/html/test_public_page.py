"""What outsiders may read holds nothing that is the newsroom's own."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.findings import Cause, Note
from factcheck.outputs.html import Choices, render_html, render_pages
from factcheck.outputs.html.audience import Audience, audience_of
from factcheck.outputs.result import Result

from .pages import article_result, choices, made_row, tree, words

STORY = "# Trade\n\nIn 2023 it came to $250 billion. Exports were $111 billion. On 1 July it was $7 billion.\n"
CLAIMS = """article: ../drafts/secret-draft-name.md
title: Trade
published: 2025-07-14
about: {source: secret-desk, reporter: China, partner: Russia, flow: total, currency: USD}
claims:
  - {id: secret-one, quote: "came to $250 billion", level: 2023, note: "secret-note of a source", tolerance: 0.5 %}
  - id: secret-two
    quote: "Exports were $111 billion"
    flow: exports
    level: 2023
    ignore: wrong-level
    why: "secret-why"
  - id: secret-three
    quote: "On 1 July it was $7 billion"
    seen: {source: "secret-place", by: "secret-person", on: 2025-07-15}
  - {id: secret-four, quote: "1 July", date: {event: secret-event}}
"""
HEADER = (
    "dataset,reporter,partner,flow,commodity,period,unit,value,unit_multiplier,decimals,measure,scope,valuation,"
    "published,standing,agency,source_kind,source_url,note\\n"
)


def project(folder: Path) -> Path:
    """A project whose figures come from a source of its own, with something secret wherever it can be written."""
    (folder / "claims").mkdir()
    (folder / "drafts").mkdir()
    source = folder / "sources" / "secret-desk"
    source.mkdir(parents=True)
    (folder / "claims" / "secret-claims-name.yaml").write_text(CLAIMS, encoding="utf-8")
    (folder / "drafts" / "secret-draft-name.md").write_text(STORY, encoding="utf-8")
    rows = [
        f"secret-table,CHN,RUS,{flow},,2023,USD,{value},9,2,level,goods,,2024-01-12,decides,secret-agency,primary,"
        "https://secret.example/intranet,secret-remark\\n"
        for flow, value in (("total", "240.11"), ("exports", "112.00"))
    ]
    (source / "secret-table.csv").write_text(HEADER.replace("\\n", "\n") + "".join(rows).replace("\\n", "\n"))
    return folder


@pytest.fixture(scope="module")
def leaked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of that project, internal and for outsiders."""
    from factcheck.snapshot import snapshot_folder

    folder = project(tmp_path_factory.mktemp("secret"))
    like = json.loads((snapshot_folder() / "cpca" / "datapackage.json").read_text(encoding="utf-8"))
    described = described_like(like, folder / "sources" / "secret-desk" / "secret-table.csv")
    (folder / "sources" / "secret-desk" / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["verify", "-q"]) == 1
        for name, options in {"own": [], "public": ["--public"], "fragment": ["--public", "--fragment"]}.items():
            main(["verify", "-q", "-o", f"html={name}.html", *options])
        main(["verify", "-q", "--public", "-o", "html=pages/"])
    found = {name: (folder / f"{name}.html").read_text(encoding="utf-8") for name in ("own", "public", "fragment")}
    pages = {f"pages/{path.name}": path.read_text(encoding="utf-8") for path in (folder / "pages").iterdir()}
    return {**found, **pages}


def described_like(like: dict[str, object], table: Path) -> dict[str, object]:
    """A description of the source, made from one of the snapshot's."""
    from hashlib import sha256

    (resource, *_) = like["resources"]  # type: ignore[misc]
    content = table.read_bytes()
    own = {**resource, "name": "secret-table", "path": table.name, "title": "secret-table-title"}
    own |= {"hash": f"sha256:{sha256(content).hexdigest()}", "bytes": len(content)}
    return {
        **like,
        "name": "secret-desk",
        "title": "secret-title",
        "homepage": "https://secret.example/",
        "publisher": "secret-publisher",
        "datasets": [{"id": "secret-table", "title": "secret-set", "vintage": "secret-vintage"}],
        "resources": [own],
    }


def test_the_newsroom_sees_its_own(leaked: dict[str, str]) -> None:
    """
    The page for the newsroom has all of it, so that the others can be compared with it.
    """
    own = leaked["own"]

    seen = [
        "claims-name",
        "draft-name",
        "note of a source",
        "one",
        "why",
        "place",
        "person",
        "event",
        "desk",
        "publisher",
    ]
    assert [word for word in seen if f"secret-{word}" not in own] == []


@pytest.mark.parametrize("page", ["public", "fragment", "pages/index.html", "pages/1.html"])
def test_outsiders_see_nothing_secret(page: str, leaked: dict[str, str]) -> None:
    """
    Neither notes, reasons, paths, ids nor anything of the newsroom's own sources is in a page for outsiders.
    """

    assert "secret" not in leaked[page]
    assert "$250 billion" in leaked[page] or page.endswith("index.html")


def test_outsiders_see_the_counts(leaked: dict[str, str]) -> None:
    """
    What was loosened, set aside or one's own is counted all the same.
    """
    told = words(tree(leaked["public"]))

    assert "1 tolerance of the newsroom's own" in told
    assert "1 finding set aside" in told
    assert "our own source" in told
    assert "a person saw it" in told.lower()


def test_the_articles_public_page_has_no_ids() -> None:
    """
    The ids of the article's claims, its paths and what a person attested are not in its public page.
    """
    text = render_html(article_result(), choices(public=True))
    ids = {finding.claim for finding in article_result().reports[0].findings if "-" in finding.claim}
    ids.remove("first-half")  # an address has these words

    assert [each for each in ids if each in text] == []
    assert "claims/" not in text
    assert "drafts/" not in text
    assert "data desk" not in text
    assert "invasion-of-ukraine-2022-02-24" not in text


def test_notes_without_a_name_stay_inside() -> None:
    """
    A remark that no rule names may quote the claims file, so that outsiders do not read it.
    """
    report = article_result().reports[0]
    noted = tuple(
        replace(each, notes=(Note("", "secret-note"), Note("tied", "tied with 2022"))) for each in report.findings
    )
    text = render_html(Result((replace(report, findings=noted),)), Choices(public=True))

    assert "secret-note" not in text
    assert "tied with 2022" in text


def test_own_names_are_replaced_inside_sentences() -> None:
    """
    A source of one's own is named nowhere in a cause; a public one that is named beside it stays.
    """
    report = article_result().reports[0]
    row = made_row(local=True, source="desk-1", dataset="set-1", agency="The Desk", url="https://desk.example/x")
    reference = report.findings[1].reference
    assert reference is not None
    cause = Cause(
        "x", ("x",), "looks like desk-1 (of this folder)", "desk-1, gacc: 7.3 CNY for 1 USD (The Desk, 3 May 2024)"
    )
    finding = replace(report.findings[1], reference=reference._replace(evidence=(row,)), causes=(cause,))
    audience = audience_of([replace(report, findings=(finding,))], (), public=True)

    assert audience.text(cause.text) == "looks like our own source"
    assert audience.text(cause.arithmetic) == "our own source, gacc: 7.3 CNY for 1 USD (3 May 2024)"


def test_the_newsrooms_sentences_are_not_touched() -> None:
    """
    Nothing is replaced for the newsroom.
    """

    assert Audience().text("desk-1 (of this folder)") == "desk-1 (of this folder)"


def test_pages_for_outsiders_have_names_that_say_nothing() -> None:
    """
    The files of a public folder are numbered.
    """

    assert [name for name, _ in render_pages(article_result(), choices(public=True))] == ["1.html", "index.html"]
