"""An editor in a few lines: starts ``factcheck lsp`` and speaks with it over standard input and output."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, Queue
from typing import Any

PATIENCE = 30  # seconds: how busy a machine is says nothing about the code
CAPABILITIES = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True, "versionSupport": True},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
    },
    "workspace": {"workspaceEdit": {"documentChanges": True}, "workspaceFolders": True},
}


class Editor:
    """
    An editor with one server.

    Attributes:
        marks: the last diagnostics of each document, with the version that they are for.
        said: what the server wrote into the editor's log.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.marks: dict[str, tuple[int | None, list[dict[str, Any]]]] = {}
        self.said: list[str] = []
        self.asked: list[dict[str, Any]] = []
        self._answers: dict[int, Queue[dict[str, Any]]] = {}
        self._number = 0
        self._news = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        out = self.process.stdout
        assert out is not None
        while header := out.readline():
            size = 0
            while header.strip():
                name, _, value = header.partition(b":")
                size = int(value) if name == b"Content-Length" else size
                header = out.readline()
            self._take(json.loads(out.read(size)))
        with self._news:
            self._news.notify_all()

    def _take(self, message: dict[str, Any]) -> None:
        with self._news:
            method = message.get("method")
            if method is None:
                self._answers.setdefault(message["id"], Queue()).put(message)
            elif method == "textDocument/publishDiagnostics":
                params = message["params"]
                self.marks[params["uri"]] = params.get("version"), params["diagnostics"]
            elif method == "window/logMessage":
                self.said.append(message["params"]["message"])
            elif "id" in message:
                self.asked.append(message)
                self._write({"jsonrpc": "2.0", "id": message["id"], "result": None})
            self._news.notify_all()

    def _write(self, message: dict[str, Any]) -> None:
        self.raw(json.dumps(message).encode())

    def raw(self, body: bytes, header: bytes | None = None) -> None:
        """Send bytes as they are."""
        assert self.process.stdin is not None
        head = b"Content-Length: %d\r\n\r\n" % len(body) if header is None else header
        self.process.stdin.write(head + body)
        self.process.stdin.flush()

    def notify(self, method: str, params: Any) -> None:
        """Say something that is not answered."""
        self._write({"jsonrpc": "2.0", "method": method, "params": params})

    def send(self, method: str, params: Any) -> int:
        """Ask something; the answer is waited for with ``answer``."""
        self._number += 1
        self._answers[self._number] = Queue()
        self._write({"jsonrpc": "2.0", "id": self._number, "method": method, "params": params})
        return self._number

    def answer(self, number: int) -> dict[str, Any]:
        """The whole answer to what was asked under a number."""
        try:
            return self._answers.setdefault(number, Queue()).get(timeout=PATIENCE)
        except Empty:
            raise AssertionError(f"no answer within {PATIENCE} s") from None

    def ask(self, method: str, params: Any) -> Any:
        """Ask, wait, and take the result; an error is one of the test."""
        answer = self.answer(self.send(method, params))
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def start(self, folder: Path | None, **general: Any) -> dict[str, Any]:
        """Take up the conversation; the result is what the server can."""
        capabilities = {**CAPABILITIES, **general}
        folders = None if folder is None else [{"uri": folder.as_uri(), "name": folder.name}]
        wanted = {"processId": None, "rootUri": None, "workspaceFolders": folders, "capabilities": capabilities}
        able: dict[str, Any] = self.ask("initialize", wanted)["capabilities"]
        self.notify("initialized", {})
        return able

    def open(self, path: Path, text: str | None = None, version: int = 1) -> str:
        """Open a document; None takes the text of the file."""
        uri = path.as_uri()
        text = path.read_bytes().decode() if text is None else text
        language = "yaml" if path.suffix in (".yaml", ".yml") else "markdown"
        document = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})
        return uri

    def rewrite(self, uri: str, text: str, version: int) -> None:
        """Give a document another text, whole."""
        self.change(uri, [{"text": text}], version)

    def change(self, uri: str, changes: list[dict[str, Any]], version: int) -> None:
        """Change a document."""
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    def wait_for_marks(self, uri: str, version: int = 1) -> list[dict[str, Any]]:
        """The diagnostics of a version of a document."""
        end = time.monotonic() + PATIENCE
        with self._news:
            while self.marks.get(uri, (None, []))[0] != version:
                left = end - time.monotonic()
                assert left > 0, f"no diagnostics of version {version}; the log has {self.said}"
                assert self.process.poll() is None or self._reader.is_alive(), f"the server left: {self.said}"
                self._news.wait(min(left, 1))
            return self.marks[uri][1]

    def at(self, uri: str, line: int, character: int) -> dict[str, Any]:
        """A place in a document, as requests name it."""
        return {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}

    def leave(self) -> int:
        """Take leave as the protocol has it; the result is the server's exit code."""
        self.ask("shutdown", None)
        self.notify("exit", None)
        return self.process.wait(PATIENCE)


@contextmanager
def editor(folder: Path, *options: str, begin: bool = True, **general: Any) -> Iterator[Editor]:
    """
    An editor whose server runs in a folder, which is its workspace too.

    Args:
        folder: the folder.
        options: of the command.
        begin: whether the conversation is taken up.
        general: capabilities of the editor, in place of the usual ones.
    """
    command = [sys.executable, "-P", "-m", "factcheck", "lsp", *options]
    with subprocess.Popen(
        command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        one = Editor(process)
        try:
            if begin:
                one.start(folder, **general)
            yield one
        finally:
            assert process.stdin is not None
            if not process.stdin.closed:
                with suppress(BrokenPipeError):
                    process.stdin.close()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
            one._reader.join(PATIENCE)
