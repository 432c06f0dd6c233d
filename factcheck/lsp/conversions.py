"""
Marks, evidence, offers, fixes and outlines as the protocol writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from lsprotocol import types

from factcheck.lsp.desk import Marked, Offered
from factcheck.lsp.evidence import in_markdown, in_plain_words
from factcheck.lsp.fixes import Fix
from factcheck.lsp.lines import Lines, Units
from factcheck.lsp.marks import Mark, Related, Weight
from factcheck.lsp.outline import Symbol
from factcheck.lsp.places import Span
from factcheck.lsp.pointing import Pointed

SOURCE = "factcheck"
_WEIGHTS = {
    Weight.ERROR: types.DiagnosticSeverity.Error,
    Weight.WARNING: types.DiagnosticSeverity.Warning,
    Weight.INFORMATION: types.DiagnosticSeverity.Information,
    Weight.HINT: types.DiagnosticSeverity.Hint,
}
#: The address of a file, links followed, as the editor knows it.
Address = Callable[[str], str]


def address_of(path: str) -> str:
    """The address of a file that is not open."""
    return Path(path).as_uri()


def range_of(span: tuple[int, int] | Span, lines: Lines, units: Units) -> types.Range:
    """A stretch of a text as lines and characters."""
    start, end = (types.Position(*lines.spot(offset, units)) for offset in span)
    return types.Range(start, end)


def diagnostics(marked: Marked, units: Units, address: Address, *, related: bool) -> list[types.Diagnostic]:
    """
    The marks of a document.

    Args:
        marked: the document.
        units: what characters are counted in.
        address: of files.
        related: whether the editor shows places that a mark leads to.
    """
    return [_diagnostic(mark, marked, units, address, related=related) for mark in marked.marks]


def _diagnostic(mark: Mark, marked: Marked, units: Units, address: Address, *, related: bool) -> types.Diagnostic:
    others = [_related(each, marked.others, units, address) for each in mark.related if each.path in marked.others]
    return types.Diagnostic(
        range=range_of((mark.start, mark.end), marked.lines, units),
        message=mark.says,
        severity=_WEIGHTS[mark.weight],
        code=mark.rule,
        source=SOURCE,
        related_information=others if related and others else None,
    )


def _related(
    each: Related, texts: Mapping[str, Lines], units: Units, address: Address
) -> types.DiagnosticRelatedInformation:
    place = types.Location(address(each.path), range_of((each.start, each.end), texts[each.path], units))
    return types.DiagnosticRelatedInformation(place, each.says)


def hover(pointed: Pointed, lines: Lines, units: Units, *, markdown: bool) -> types.Hover:
    """The evidence of what somebody points at."""
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    text = in_markdown(pointed.lines) if markdown else in_plain_words(pointed.lines)
    return types.Hover(types.MarkupContent(kind, text), range_of(pointed.span, lines, units))


def completion(offered: Offered, lines: Lines, offset: int, units: Units) -> types.CompletionList:
    """What can be written, in its order."""
    place = range_of((offered.start, offset), lines, units)
    return types.CompletionList(
        is_incomplete=False,
        items=[
            types.CompletionItem(
                label=each.name,
                kind=types.CompletionItemKind.Property if each.is_key else types.CompletionItemKind.Value,
                detail=each.says or None,
                sort_text=f"{number:04}",
                text_edit=types.TextEdit(place, each.writes),
            )
            for number, each in enumerate(offered.offers)
        ],
    )


def code_action(
    fix: Fix, marked: Marked, text: Lines, version: int | None, units: Units, address: Address
) -> types.CodeAction:
    """
    A quick fix.

    Args:
        fix: what it changes.
        marked: the document that it was asked for in.
        text: the claims file that it changes.
        version: of that file as it is open; None where it is not.
        units: what characters are counted in.
        address: of files.
    """
    document = types.OptionalVersionedTextDocumentIdentifier(address(fix.path), version)
    edits = [types.TextEdit(range_of((edit.start, edit.end), text, units), edit.text) for edit in fix.edits]
    return types.CodeAction(
        title=fix.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[_diagnostic(fix.mark, marked, units, address, related=False)],
        is_preferred=fix.certain or None,
        edit=types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, [*edits])]),
    )


def plain_edits(action: types.CodeAction) -> types.CodeAction:
    """The same for an editor that knows no versions of documents."""
    changes: dict[str, list[types.TextEdit]] = {}
    for change in (action.edit.document_changes if action.edit is not None else None) or ():
        if isinstance(change, types.TextDocumentEdit):
            edits = [edit for edit in change.edits if isinstance(edit, types.TextEdit)]
            changes[change.text_document.uri] = edits
    action.edit = types.WorkspaceEdit(changes=changes)
    return action


def symbols(found: Iterable[Symbol], lines: Lines, units: Units) -> list[types.DocumentSymbol]:
    """The outline of a claims file."""
    return [
        types.DocumentSymbol(
            name=each.name,
            kind=types.SymbolKind.Object,
            range=range_of(each.span, lines, units),
            selection_range=range_of(each.head, lines, units),
            detail=each.says or None,
        )
        for each in found
    ]


def flat(found: Iterable[types.DocumentSymbol], uri: str) -> list[types.SymbolInformation]:
    """The same for an editor that knows no trees of symbols."""
    return [types.SymbolInformation(types.Location(uri, each.range), each.name, each.kind) for each in found]
