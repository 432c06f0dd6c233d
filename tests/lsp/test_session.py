"""The language server as an editor sees it, over standard input and output."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.client import CAPABILITIES, Editor, editor
from tests.lsp.story import CLAIMS, STORY, codes, workspace

ROOT = Path(__file__).parents[2]
GENEROUS = 5  # seconds, for what takes a fifth of one on an idle machine


@pytest.fixture
def article(tmp_path: Path) -> tuple[Path, Path]:
    """The project's own article, in a folder of its own."""
    for name in ("claims", "drafts"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return next((tmp_path / "claims").glob("*.yaml")), next((tmp_path / "drafts").glob("*.md"))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Editor]:
    """An editor with the folder of the test as its workspace."""
    with editor(tmp_path) as one:
        yield one


def underlined(path: Path, mark: dict[str, Any]) -> str:
    """The words of a mark that stands on one line."""
    start, end = mark["range"]["start"], mark["range"]["end"]
    line = path.read_text(encoding="utf-8").splitlines()[start["line"]].encode("utf-16-le")
    return line[2 * start["character"] : 2 * end["character"]].decode("utf-16-le")


def test_the_article_is_marked_soon_after_a_keystroke(session: Editor, article: tuple[Path, Path]) -> None:
    """
    The wrong figure is underlined in the claims file and in the story, and a keystroke later it is again.
    """
    claims, draft = article
    addresses = session.open(claims), session.open(draft)
    found = [session.wait_for_marks(address) for address in addresses]
    began = time.monotonic()
    session.rewrite(addresses[0], claims.read_text(encoding="utf-8") + "# a remark\n", 2)
    again = session.wait_for_marks(addresses[0], 2)
    took = time.monotonic() - began

    for path, marks in zip(article, found, strict=True):
        assert "$237 billion" in [underlined(path, mark) for mark in marks if mark["code"] == "wrong-level"]
    assert again == found[0]
    assert took < GENEROUS


def test_severities_follow_the_findings(session: Editor, article: tuple[Path, Path]) -> None:
    """
    A discrepancy is an error, an unresolved claim is information, and a match is nothing.
    """
    marks = session.wait_for_marks(session.open(article[0]))

    assert {mark["code"]: mark["severity"] for mark in marks} == {
        "wrong-level": 1,
        "wrong-direction": 1,
        "conflict": 1,
        "no-observation": 3,
        "unknown-event": 3,
    }


def test_a_mark_leads_to_the_other_file(session: Editor, tmp_path: Path) -> None:
    """
    From the claim to the words in the story, and from there to the claim.
    """
    claims, story = workspace(tmp_path)
    addresses = session.open(claims), session.open(story)
    there = [session.wait_for_marks(address)[0]["relatedInformation"][0] for address in addresses]

    assert [(each["location"]["uri"], each["message"]) for each in there] == [
        (story.as_uri(), "the story says it here"),
        (claims.as_uri(), "the claim is here"),
    ]
    assert there[0]["location"]["range"]["start"] == {"line": 3, "character": 17}
    assert there[1]["location"]["range"]["start"] == {"line": 9, "character": 29}


def test_what_is_not_saved_counts(session: Editor, tmp_path: Path) -> None:
    """
    A figure that is changed in the story's buffer alone no longer stands behind its claim; both files say so.
    """
    claims, story = workspace(tmp_path)
    addresses = session.open(claims), session.open(story)
    before = codes(session.wait_for_marks(addresses[0]))
    session.wait_for_marks(addresses[1])
    session.marks.clear()
    session.rewrite(addresses[1], STORY.replace("$106.48", "$107.48"), 2)
    after = [codes(session.wait_for_marks(addresses[1], 2)), codes(session.wait_for_marks(addresses[0]))]

    assert before == ["wrong-level"]
    assert all("figure-changed" in found for found in after)


def test_two_claims_files_name_one_story(session: Editor, tmp_path: Path) -> None:
    """
    The story shows what both come to; a figure that either checks is not without a claim.
    """
    claims, story = workspace(tmp_path)
    other = claims.with_name("other.yaml")
    head, _, _ = CLAIMS.partition("claims:\n")
    german = (
        'claims:\n  - quote: "$12.3 billion to Chad"\n    level: 2025-05\n    reporter: Germany\n    partner: Chad\n'
    )
    other.write_text(head.replace("source: gacc, ", "").replace("total", "exports") + german, encoding="utf-8")
    uri = session.open(story)
    both = codes(session.wait_for_marks(uri))
    session.open(other, other.read_text(encoding="utf-8").replace("story.md", "another.md"))
    session.rewrite(uri, STORY, 2)
    one = codes(session.wait_for_marks(uri, 2))

    assert both == ["wrong-level", "no-observation"]
    assert one == ["wrong-level", "not-covered"]


def test_a_closed_document_has_no_marks(session: Editor, tmp_path: Path) -> None:
    """
    Its marks are taken away.
    """
    claims, _ = workspace(tmp_path)
    uri = session.open(claims)
    session.wait_for_marks(uri)
    session.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    assert session.wait_for_marks(uri, None) == []  # type: ignore[arg-type]


def test_files_that_change_beside_the_editor(session: Editor, tmp_path: Path) -> None:
    """
    A claims file that appears in the folder counts once the editor tells of it.
    """
    claims, story = workspace(tmp_path)
    text = claims.read_text(encoding="utf-8")
    claims.unlink()
    uri = session.open(story)
    before = session.wait_for_marks(uri)
    claims.write_text(text, encoding="utf-8")
    session.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": claims.as_uri(), "type": 1}]})
    session.rewrite(uri, STORY, 2)

    assert before == []
    assert "wrong-level" in codes(session.wait_for_marks(uri, 2))


def test_files_are_watched_where_the_editor_can(tmp_path: Path) -> None:
    """
    The server asks to be told of claims files, drafts, sources and settings that change.
    """
    able = {**CAPABILITIES["workspace"], "didChangeWatchedFiles": {"dynamicRegistration": True}}
    with editor(tmp_path, workspace=able) as one:
        one.ask("textDocument/hover", one.at("file:///nowhere.yaml", 0, 0))
        wanted = one.asked[0]["params"]["registrations"][0]

    patterns = [each["globPattern"] for each in wanted["registerOptions"]["watchers"]]
    assert wanted["method"] == "workspace/didChangeWatchedFiles"
    assert "**/*.{yaml,yml}" in patterns


@pytest.mark.parametrize("units", ["utf-8", "utf-16", "utf-32"])
def test_the_first_unit_that_the_editor_offers_is_taken(units: str, tmp_path: Path) -> None:
    """
    Characters are counted as the editor likes best.
    """
    with editor(tmp_path, begin=False) as one:
        able = one.start(tmp_path, general={"positionEncodings": ["utf-7", units, "utf-16"]})

    assert able["positionEncoding"] == units


def test_the_server_says_what_it_can(tmp_path: Path) -> None:
    """
    Texts come in changes; there is hover, completion, quick fixes and an outline, and nothing else.
    """
    with editor(tmp_path, begin=False) as one:
        able = one.start(tmp_path)
        code = one.leave()

    assert able["textDocumentSync"]["change"] == 2
    assert {name for name, can in able.items() if can and name.endswith("Provider")} == {
        "codeActionProvider",
        "completionProvider",
        "documentSymbolProvider",
        "executeCommandProvider",
        "hoverProvider",
    }
    assert able["executeCommandProvider"]["commands"] == []
    assert code == 0


def test_no_connection_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A whole session, and no socket of the network: what opens one would end the server.
    """
    workspace(tmp_path)
    guard = tmp_path / "guard"
    guard.mkdir()
    words = "import os, sys\nbad = ('socket.connect', 'socket.bind', 'socket.getaddrinfo', 'socket.sendto')\n"
    words += "sys.addaudithook(lambda event, args: os._exit(99) if event in bad else None)\n"
    (guard / "sitecustomize.py").write_text(words, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(guard))
    with editor(tmp_path) as one:
        uri = one.open(tmp_path / "claims" / "story.yaml")
        one.wait_for_marks(uri)
        one.ask("textDocument/hover", one.at(uri, 9, 15))
        code = one.leave()

    assert code == 0


def test_an_older_editor_gets_what_it_knows(tmp_path: Path) -> None:
    """
    Without Markdown, trees of symbols, versions and related places it is given plain ones.
    """
    claims, _ = workspace(tmp_path)
    with editor(tmp_path, textDocument={}, workspace={}, general={}) as one:
        uri = one.open(claims)
        marks = one.wait_for_marks(uri)
        told = one.ask("textDocument/hover", one.at(uri, 9, 15))["contents"]
        outline = one.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
        place = {"start": {"line": 9, "character": 30}, "end": {"line": 9, "character": 30}}
        asked = {"textDocument": {"uri": uri}, "range": place, "context": {"diagnostics": []}}
        fixes = one.ask("textDocument/codeAction", asked)

    assert "relatedInformation" not in marks[0]
    assert told["kind"] == "plaintext"
    assert outline[1]["location"]["uri"] == uri
    assert list(fixes[0]["edit"]) == ["changes"]


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    """
    An install without pygls names the extra.
    """
    import subprocess

    lacking = "import sys; sys.modules['pygls'] = None; from factcheck.cli import main; sys.exit(main(['lsp']))"
    answer = subprocess.run(
        [sys.executable, "-P", "-c", lacking], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )

    assert answer.returncode == 2
    assert "pip install 'factcheck-claims[lsp]'" in answer.stderr
