"""
The messages that the server understands, each handed to the documents or to the desk.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.uris import to_fs_path

from factcheck.lsp.abilities import asked
from factcheck.lsp.conversions import code_action, completion, flat, hover, plain_edits, symbols
from factcheck.lsp.desk import State
from factcheck.lsp.documents import Change, Document
from factcheck.lsp.lines import Lines, Units
from factcheck.lsp.places import Span
from factcheck.lsp.watched import SOURCE_NAMES, WATCHED

if TYPE_CHECKING:
    from factcheck.lsp.server import Server

TRIGGERS = [" ", ":", "{", ",", "[", "-"]


def register(server: Server) -> None:
    """Say which messages are understood."""
    _register_lifetime(server)
    _register_documents(server)
    _register_questions(server)


def _register_lifetime(server: Server) -> None:
    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.open_folders()

    @server.feature(types.INITIALIZED)
    def initialized(params: types.InitializedParams) -> None:
        if asked(server, "workspace.did_change_watched_files.dynamic_registration"):
            watchers = [types.FileSystemWatcher(pattern) for pattern in WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            wanted = types.RegistrationParams([types.Registration("files", method, options)])
            server.client_register_capability(wanted)

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders_changed(params: types.DidChangeWorkspaceFoldersParams) -> None:
        server.open_folders()
        server.renewal.changed(at_once=True)

    @server.feature(types.SHUTDOWN)
    def shutdown(params: None) -> None:
        server.renewal.stop()

    @server.feature(types.EXIT)
    def leave(params: None) -> None:
        server.renewal.stop()


def _register_documents(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        path = to_fs_path(document.uri)
        if path is not None:  # a buffer without a file has no folder to look for its draft in
            server.documents.put(document.uri, path, document.text, document.version)
            server.worker.submit(server.desk.forget_files)
            server.renewal.changed(at_once=True)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        changes = [_change(each) for each in params.content_changes]
        document = params.text_document
        if server.documents.change(document.uri, changes, document.version, server.units) is not None:
            server.renewal.changed()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        if server.documents.close(params.text_document.uri) is not None:
            server.forget(params.text_document.uri)
            server.renewal.changed()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.worker.submit(server.desk.forget_files)
        server.renewal.changed()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(params: types.DidChangeWatchedFilesParams) -> None:
        server.worker.submit(server.desk.forget_files)
        if any(each.uri.lower().endswith(SOURCE_NAMES) for each in params.changes):
            server.worker.submit(server.desk.forget_sources)
        server.renewal.changed()


def _change(change: types.TextDocumentContentChangeEvent) -> Change:
    if isinstance(change, types.TextDocumentContentChangePartial):
        start, end = change.range.start, change.range.end
        return Change((start.line, start.character), (end.line, end.character), change.text)
    return Change(None, None, change.text)


def _register_questions(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=TRIGGERS))
    async def complete(params: types.CompletionParams) -> types.CompletionList | None:
        document = server.documents.named(params.text_document.uri)
        if document is None:
            return None
        lines, offset = _pointed(document, params.position, server.units)
        state = server.state()
        ask = asyncio.to_thread if server.desk.is_ready(document, state) else server.ask
        offered = await ask(lambda: server.desk.offered(document, offset, state))
        return None if offered is None else completion(offered, lines, offset, server.units)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def point(params: types.HoverParams) -> types.Hover | None:
        document = server.documents.named(params.text_document.uri)
        if document is None:
            return None
        lines, offset = _pointed(document, params.position, server.units)
        state = server.state()
        pointed = await server.ask(lambda: server.desk.pointed(document, offset, state))
        kinds = asked(server, "text_document.hover.content_format") or ()
        markdown = types.MarkupKind.Markdown in kinds
        return None if pointed is None else hover(pointed, lines, server.units, markdown=markdown)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))
    async def fix(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        only = params.context.only
        document = server.documents.named(params.text_document.uri)
        if document is None or (only and not any(types.CodeActionKind.QuickFix.startswith(kind) for kind in only)):
            return None
        start, end = (_pointed(document, each, server.units)[1] for each in (params.range.start, params.range.end))
        state = server.state()
        return await server.ask(lambda: _fixes(server, document, Span(start, max(start, end)), state))

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def tell(
        params: types.DocumentSymbolParams,
    ) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
        document = server.documents.named(params.text_document.uri)
        if document is None:
            return None
        state = server.state()
        found = await server.ask(lambda: server.desk.symbols(document, state))
        told = symbols(found, Lines(document.text), server.units)
        trees = asked(server, "text_document.document_symbol.hierarchical_document_symbol_support")
        return told if trees else flat(told, document.uri)


def _pointed(document: Document, position: types.Position, units: Units) -> tuple[Lines, int]:
    lines = Lines(document.text)
    return lines, lines.offset(position.line, position.character, units)


def _fixes(server: Server, document: Document, wanted: Span, state: State) -> list[types.CodeAction]:
    """The quick fixes for a stretch, in the worker's thread."""
    marked = server.desk.marks(document, state, lambda: None)
    if marked is None:
        return []
    versions = bool(asked(server, "workspace.workspace_edit.document_changes"))
    found = []
    for each in server.desk.fixes(document, wanted, state):
        target = state.documents.get(each.path)
        text = Lines(target.text) if target is not None else marked.others.get(each.path)
        if text is not None:
            version = None if target is None else target.version
            action = code_action(each, marked, text, version, server.units, server.address)
            found.append(action if versions else plain_edits(action))
    return found
