"""What comes in may be broken, and what lies in the folder may be hostile: the server answers, or it leaves."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest

from factcheck.lsp.stdio import Messages, NoMessage
from tests.lsp.client import PATIENCE, editor
from tests.lsp.story import CLAIMS, STORY, Asked, codes, workspace

BROKEN = [
    b"[]",
    b"{",
    b"null",
    b"\xff\xfe",
    b'{"jsonrpc": "2.0"}',
    b'{"jsonrpc": "1.0", "method": "x"}',
    b'{"jsonrpc": "2.0", "id": [], "result": 1}',
    b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {"textDocument": 3}}',
    b'{"jsonrpc": "2.0", "method": "textDocument/didClose", "params": {"textDocument": {"uri": "x"}}}',
    b'{"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 12345}}',
    b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": '
    b'{"uri": "http://[", "languageId": "yaml", "version": 1, "text": ""}}}',
    b"[" * 200_000,
    b'{"jsonrpc": "2.0", "method": "x", "params": ' + b'{"a":' * 50_000 + b"1" + b"}" * 50_001,
]


def test_broken_messages_are_passed_over(tmp_path: Path) -> None:
    """
    What comes after each of them is understood.
    """
    claims, _ = workspace(tmp_path)
    with editor(tmp_path) as one:
        uri = one.open(claims)
        for version, body in enumerate(BROKEN, 2):
            one.raw(body)
            one.rewrite(uri, CLAIMS, version)
            assert codes(one.wait_for_marks(uri, version)) == ["wrong-level"]
        assert one.leave() == 0


def test_a_request_that_cannot_be_read_is_answered(tmp_path: Path) -> None:
    """
    An editor that waits for an answer gets one, with what is wrong.
    """
    with editor(tmp_path) as one:
        for params in ({"textDocument": {"uri": "x"}}, {"textDocument": None, "position": {"line": -1}}, 3):
            assert "error" in one.answer(one.send("textDocument/hover", params))
        assert "error" in one.answer(one.send("no/such", None))


@pytest.mark.parametrize("header", [b"Content-Length: 99999999999999\r\n\r\n", b"x" * 100_000])
def test_what_is_no_message_ends_the_server(header: bytes, tmp_path: Path) -> None:
    """
    Nobody can tell where the next message would begin: it leaves with code 2, and waits for nothing.
    """
    with editor(tmp_path, begin=False) as one:
        with suppress(BrokenPipeError):
            one.raw(b"", header)

        assert one.process.wait(PATIENCE) == 2


@pytest.mark.parametrize(
    "header",
    [
        b"Content-Length: " + b"9" * 5000 + b"\r\n",
        b"Content-Length: -1\r\n",
        b"x" * 10_000,
        b"GET / HTTP/1.1\r\n" * 100,
    ],
)
def test_a_header_that_does_not_end_or_has_no_length_is_refused(header: bytes) -> None:
    """
    It is read no further than any header goes.
    """
    messages = Messages(BytesIO(header))

    with pytest.raises(NoMessage):
        list(iter(messages.readline, b""))


@pytest.mark.parametrize("begin", [True, False])
def test_a_client_that_vanishes_ends_the_server(begin: bool, tmp_path: Path) -> None:
    """
    In the middle of a message, and without taking leave: code 1.
    """
    claims, _ = workspace(tmp_path)
    with editor(tmp_path, begin=begin) as one:
        if begin:
            one.open(claims)
        one.raw(b'{"jsonrpc"', b"Content-Length: 5000\r\n\r\n")
        assert one.process.stdin is not None
        one.process.stdin.close()

        assert one.process.wait(PATIENCE) == 1


def test_a_message_of_the_headers_of_others_is_read(tmp_path: Path) -> None:
    """
    Header names may be in any case, with other headers around.
    """
    with editor(tmp_path) as one:
        body = json.dumps({"jsonrpc": "2.0", "id": 900, "method": "shutdown"}).encode()
        one.raw(body, b"content-type: x\r\ncontent-length:%d\r\n\r\n" % len(body))

        assert one.answer(900)["result"] is None


needs_fifo = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")


@needs_fifo
def test_a_hostile_folder(tmp_path: Path) -> None:
    """
    A FIFO, links that lead out, endless brackets and a huge file: nothing is waited for, nothing outside is read.
    """
    outside = tmp_path / "outside"
    folder = tmp_path / "folder"
    outside.mkdir()
    folder.mkdir()
    claims, story = workspace(folder)
    secret = outside / "secret.md"
    secret.write_text("The secret is $5 billion.", encoding="utf-8")
    os.mkfifo(folder / "claims" / "fifo.yaml")
    os.mkfifo(folder / "drafts" / "fifo.md")
    (folder / "claims" / "out.yaml").symlink_to(secret)
    (folder / "claims" / "around").symlink_to(folder)
    (folder / "drafts" / "out.md").symlink_to(secret)
    (folder / "claims" / "deep.yaml").write_text(
        "article: ../drafts/story.md\nclaims: " + "[" * 200_000, encoding="utf-8"
    )
    with (folder / "claims" / "huge.yaml").open("wb") as file:
        file.truncate(1 << 33)
    with editor(folder) as one:
        assert "wrong-level" in codes(one.wait_for_marks(one.open(story)))
        uri = one.open(claims)
        for version, name in enumerate(["fifo.md", "out.md", "../../outside/secret.md", "/etc/passwd", "\\0"], 2):
            one.rewrite(uri, CLAIMS.replace("../drafts/story.md", f"../drafts/{name}"), version)
            marks = one.wait_for_marks(uri, version)
            assert codes(marks) == ["problem"]
            assert "5 billion" not in str(marks)
        deep = "claims: " + "[" * 200_000
        one.rewrite(uri, deep, 90)
        assert codes(one.wait_for_marks(uri, 90)) == ["problem"]
        assert one.leave() == 0


@needs_fifo
def test_an_open_file_outside_is_no_draft(tmp_path: Path) -> None:
    """
    What the editor has open from elsewhere is not taken for the story of a claims file in the folder.
    """
    folder = tmp_path / "folder"
    folder.mkdir()
    claims, _ = workspace(folder, CLAIMS.replace("../drafts/story.md", "../../elsewhere.md"))
    elsewhere = tmp_path / "elsewhere.md"
    asked = Asked(folder, claims)
    asked.open(elsewhere, STORY)

    assert [rule for _, rule, _ in asked.marks(claims)] == ["problem"]


def test_what_can_be_read_is_checked_beside_what_cannot(tmp_path: Path) -> None:
    """
    A claim that is not finished is in error, and the one above it keeps its mark; the story says that one is missing.
    """
    claims, story = workspace(tmp_path, CLAIMS + '  - quote: "six months"\n    lev\n')
    asked = Asked(tmp_path, story)
    asked.open(claims, CLAIMS + '  - quote: "six months"\n    levle: 2024\n')

    assert [(weight, rule) for weight, rule, _ in asked.marks(claims)] == [
        ("error", "wrong-level"),
        ("error", "problem"),
    ]
    assert asked.marks(story)[0] == ("information", "problem", "# Trade falls")
    assert "not-covered" not in [rule for _, rule, _ in asked.marks(story)]


def test_a_fault_around_the_claims_holds_them_back(tmp_path: Path) -> None:
    """
    With an unknown place under about nobody knows what the claims say: only the fault is shown.
    """
    claims, _ = workspace(tmp_path, CLAIMS.replace("China", "Chna"))

    assert [(rule, words) for _, rule, words in Asked(tmp_path, claims).marks(claims)] == [("problem", "Chna")]
