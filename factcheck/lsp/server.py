"""
The language server on two streams: every message to the document, the desk or the log that it is for.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, BinaryIO, TypeVar, cast

from lsprotocol import types
from lsprotocol.converters import get_converter
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from factcheck.lsp.abilities import asked
from factcheck.lsp.conversions import address_of, diagnostics
from factcheck.lsp.desk import Desk, Marked, State
from factcheck.lsp.documents import Documents
from factcheck.lsp.features import register
from factcheck.lsp.folders import Folder, folder_named
from factcheck.lsp.lines import Units
from factcheck.lsp.protocol import Protocol
from factcheck.lsp.renewal import Renewal
from factcheck.lsp.stdio import Messages

NAME = "factcheck"
REPORT = "this is a fault of factcheck: please report it. What the editor shows was found before"
_Answer = TypeVar("_Answer")


class Server(LanguageServer):
    """
    The language server of factcheck.

    Args:
        version: of factcheck.
        isolated: whether the folders' own sources and settings are left out.
        log: where it says what it does.
    """

    def __init__(self, version: str, log: logging.Logger, *, isolated: bool) -> None:
        super().__init__(NAME, version, protocol_cls=Protocol, converter_factory=get_converter)
        self.log = log
        self.documents = Documents()
        self.folders: tuple[Folder, ...] = ()
        self.desk = Desk(isolated=isolated)
        self.worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="factcheck")
        self.renewal: Renewal[list[tuple[Marked, list[types.Diagnostic]]]] = Renewal(
            self._mark, self._show, self._failed, self.worker
        )
        self._shown: dict[str, tuple[int, list[types.Diagnostic]]] = {}
        register(self)

    @property
    def units(self) -> Units:
        """What both sides count characters in."""
        return Units(str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding)))

    def state(self) -> State:
        """The workspace as it is now."""
        return State({document.path: document for document in self.documents}, self.folders)

    def address(self, path: str) -> str:
        """The address of a file, as the editor gave it where it is open."""
        document = self.documents.at(path)
        return address_of(path) if document is None else document.uri

    def _mark(self, go_on: Callable[[], None]) -> list[tuple[Marked, list[types.Diagnostic]]]:
        """All marks; in the worker's thread."""
        related = bool(asked(self, "text_document.publish_diagnostics.related_information"))
        found = self.desk.mark_all(self.state(), go_on)
        return [(each, diagnostics(each, self.units, self.address, related=related)) for each in found]

    def _show(self, found: list[tuple[Marked, list[types.Diagnostic]]]) -> None:
        for marked, new in found:
            uri, version = marked.document.uri, marked.document.version
            if self._shown.get(uri) != (version, new):
                self._shown[uri] = version, new
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, new, version))
        self._tell_notes()

    def _tell_notes(self) -> None:
        notes, self.desk.notes = self.desk.notes, []
        for note in notes:
            self.log.warning(note)
            self.window_log_message(types.LogMessageParams(types.MessageType.Warning, f"factcheck: {note}"))

    def _failed(self, error: BaseException) -> None:
        self.log.error(REPORT, exc_info=error)
        words = f"factcheck: {type(error).__name__}: {error}: {REPORT}"[:2000]
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, words))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """A message that could not be handled: told in the editor's log, without a window that pops up."""
        words = f"factcheck: a message could not be handled: {type(error).__name__}: {error}"[:2000]
        self.log.error(words)
        if self.protocol.writer is not None:
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, words))

    def forget(self, uri: str) -> None:
        """A document was closed: take its marks away."""
        if self._shown.pop(uri, None) is not None:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def ask(self, question: Callable[[], _Answer]) -> _Answer:
        """Ask the desk, in the worker's thread."""
        return await asyncio.get_running_loop().run_in_executor(self.worker, question)

    def open_folders(self) -> None:
        """Take the workspace folders as the editor has them now."""
        given = [to_fs_path(folder.uri) for folder in self.workspace.folders.values()]
        if not given and self.workspace.root_path is not None:
            given = [self.workspace.root_path]
        self.folders = tuple(folder_named(path) for path in given if path)


def serve(server: Server, stdin: BinaryIO, stdout: BinaryIO) -> int:
    """
    Speak the protocol until the editor leaves.

    Returns:
        0 where the editor took its leave, 1 where it vanished.

    Raises:
        NoMessage: what comes in is no message.
    """
    try:
        server.start_io(cast(BinaryIO, Messages(stdin)), stdout)  # lines and bytes are all that is read of it
    finally:
        server.worker.shutdown(wait=False, cancel_futures=True)
    return 0 if server.protocol._shutdown else 1
