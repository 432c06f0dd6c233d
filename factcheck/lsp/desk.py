"""
The desk: what is known of the workspace, and every question about it. One thread uses it, which may take its time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path, PurePath
from typing import NamedTuple

from factcheck.drafts.formats import format_of
from factcheck.drafts.read import MAX_DRAFT
from factcheck.errors import DraftError, Location, Problem
from factcheck.files.text_file import RefusedFile
from factcheck.lsp.checking import Checked, Checker
from factcheck.lsp.claims_text import checked_text, is_claims_text
from factcheck.lsp.cursor import cursor_at
from factcheck.lsp.documents import Document
from factcheck.lsp.fixes import Fix, fixes_of_findings, fixes_of_problems
from factcheck.lsp.folders import SUFFIXES, Folder, folder_of, shown
from factcheck.lsp.lines import Lines
from factcheck.lsp.marks import Mark
from factcheck.lsp.marks_in_claims import marks_in_claims
from factcheck.lsp.marks_in_drafts import marks_in_draft
from factcheck.lsp.offers import Offer, offers
from factcheck.lsp.outline import Symbol, outline
from factcheck.lsp.period_offers import periods_for, published_in
from factcheck.lsp.places import Span
from factcheck.lsp.pointing import Pointed, pointed_in_claims, pointed_in_draft
from factcheck.lsp.sources import NamedThing, Names, Sources, installed_sources
from factcheck.lsp.stored import StoredClaims
from factcheck.lsp.texts import open_draft
from factcheck.resolvers import LoadedResolvers

CLAIMS = "claims"  # the folder that factcheck verify reads where no path is named

GoOn = Callable[[], None]


class State(NamedTuple):
    """The workspace at one moment: what is open, by file with links followed, and the folders of the editor."""

    documents: Mapping[str, Document]
    folders: tuple[Folder, ...]

    def text(self, path: str) -> str | None:
        """The text of a file as it is open."""
        document = self.documents.get(path)
        return None if document is None else document.text


class Marked(NamedTuple):
    """An open document with its marks, and the texts of other files that these lead to."""

    document: Document
    lines: Lines
    marks: tuple[Mark, ...]
    others: Mapping[str, Lines]


class Offered(NamedTuple):
    """What can be written, and from which offset on it takes the place of what stands there."""

    start: int
    offers: tuple[Offer, ...]


class Desk:
    """
    What is known of the workspace.

    Args:
        isolated: whether the folders' own sources and settings are left out.
    """

    def __init__(self, *, isolated: bool) -> None:
        self._isolated = isolated
        self._installed: LoadedResolvers | None = None
        self._sources: dict[str, Sources] = {}
        self._checkers: dict[str, Checker] = {}
        self._names: dict[str, Names] = {}  # of each folder
        self._days: dict[str, date | None] = {}  # of publication, by the claims file that names the story
        self._stored: dict[str, StoredClaims] = {}
        self._told: set[str] = set()
        self.notes: list[str] = []  # what a person should know, since they were last taken

    def forget_files(self) -> None:
        """Files came or went: look for claims files again."""
        for stored in self._stored.values():
            stored.forget()

    def forget_sources(self) -> None:
        """Figures or settings changed: read the folders' own again."""
        self._sources.clear()
        self._checkers.clear()
        self._names.clear()

    def mark_all(self, state: State, go_on: GoOn) -> list[Marked]:
        """
        The marks of every open document that is a claims file or a draft.

        Raises:
            Outdated: by ``go_on``.
        """
        found: list[Marked] = []
        for document in state.documents.values():
            go_on()
            marked = self.marks(document, state, go_on)
            if marked is not None:
                found.append(marked)
        return found

    def marks(self, document: Document, state: State, go_on: GoOn) -> Marked | None:
        """The marks of one document; None for one that is neither a claims file nor a draft."""
        lines = Lines(document.text)
        if self._is_claims_file(document, state):
            checked = self._check(document.path, document.text, state, go_on)
            return Marked(document, lines, tuple(marks_in_claims(checked)), _texts([checked]))
        if not _is_draft(document.path):
            return None
        every = self._claims_of(document, state, go_on)
        fault = _fault(document, shown(document.given, folder_of(document.given, state.folders)))
        marks = marks_in_draft(lines, every, fault) if every else []
        return Marked(document, lines, tuple(marks), _texts(every))

    def pointed(self, document: Document, offset: int, state: State) -> Pointed | None:
        """What there is to say of what somebody points at."""
        if self._is_claims_file(document, state):
            return pointed_in_claims(self._check(document.path, document.text, state, _go_on), offset)
        marked = self.marks(document, state, _go_on) if _is_draft(document.path) else None
        if marked is None:
            return None
        every = self._claims_of(document, state, _go_on)
        return pointed_in_draft(every, marked.marks, marked.lines, offset) if every else None

    def offered(self, document: Document, offset: int, state: State) -> Offered | None:
        """What can be written at an offset of a claims file."""
        if not document.path.lower().endswith(SUFFIXES):
            return None
        cursor = cursor_at(Lines(document.text), offset)
        if cursor is None or not (self._is_claims_file(document, state) or not cursor.path):
            return None
        names = self._names_of(folder_of(document.given, state.folders))
        return Offered(cursor.start, tuple(offers(cursor, names, lambda: self._periods(document))))

    def is_ready(self, document: Document, state: State) -> bool:
        """Whether ``offered`` needs no source: then it may be asked in another thread, while this one checks."""
        return folder_of(document.given, state.folders).real in self._names

    def _periods(self, document: Document) -> list[NamedThing]:
        return periods_for(document.text, published_in(document.text) or self._days.get(document.path))

    def _names_of(self, folder: Folder) -> Names:
        names = self._names.get(folder.real)
        if names is None:
            names = self._names[folder.real] = self._sources_of(folder).names
        return names

    def fixes(self, document: Document, wanted: Span, state: State) -> list[Fix]:
        """The quick fixes for a stretch of a document."""
        marked = self.marks(document, state, _go_on)
        if marked is None:
            return []
        here = [mark for mark in marked.marks if mark.start <= wanted.end and wanted.start <= mark.end]
        if self._is_claims_file(document, state):
            checked = self._check(document.path, document.text, state, _go_on)
            return [*fixes_of_problems(checked, here, wanted), *fixes_of_findings(checked, here)]
        every = self._claims_of(document, state, _go_on) if here else []
        from factcheck.lsp.new_claim import new_claims  # it drafts: not needed until somebody asks

        sources = self._sources_of(folder_of(document.given, state.folders))
        told = [fix for checked in every for fix in fixes_of_findings(checked, here)]
        return [*new_claims(every, here, marked.lines, sources), *told]

    def symbols(self, document: Document, state: State) -> list[Symbol]:
        """The outline of a claims file."""
        if not self._is_claims_file(document, state):
            return []
        return list(outline(self._check(document.path, document.text, state, _go_on).text))

    def _is_claims_file(self, document: Document, state: State) -> bool:
        if not document.path.lower().endswith(SUFFIXES):
            return False
        folder = folder_of(document.given, state.folders)
        around = PurePath(shown(document.given, folder)).parts[:-1]
        return CLAIMS in around or is_claims_text(document.text)

    def _check(self, path: str, text: str, state: State, go_on: GoOn) -> Checked:
        document = state.documents.get(path)
        given = path if document is None else document.given
        folder = folder_of(given, state.folders)
        checker = self._checkers.get(folder.real)
        if checker is None:
            sources = self._sources_of(folder)
            checker = self._checkers[folder.real] = Checker(sources.resolvers, sources.settings)
        checked = checker.check(path, text, shown(given, folder), folder, state.text, go_on)
        if checked.draft is not None:
            self._days[path] = checked.draft.draft.published
        return checked

    def _sources_of(self, folder: Folder) -> Sources:
        if self._installed is None:
            self._installed = installed_sources()
        found = self._sources.get(folder.real)
        if found is None:
            found = self._sources[folder.real] = Sources(Path(folder.real), self._installed, isolated=self._isolated)
            self._names[folder.real] = found.names
            self._tell(found.notes)
        return found

    def _claims_of(self, document: Document, state: State, go_on: GoOn) -> list[Checked]:
        """The claims files of the workspace that name a draft, checked."""
        folder = folder_of(document.given, state.folders)
        stored = self._stored.setdefault(folder.real, StoredClaims(folder))
        found: list[Checked] = []
        for path, text in stored.naming(document.path, tuple(state.documents), state.text):
            go_on()
            found.append(self._check(path, text, state, go_on))
        self._tell(stored.notes)
        return found

    def _tell(self, notes: Iterable[str]) -> None:
        """Keep what a person should know, each thing once."""
        new = [note for note in notes if note not in self._told]
        self._told.update(new)
        self.notes += new


def _go_on() -> None:
    """A question that somebody waits for is answered."""


def _is_draft(path: str) -> bool:
    try:
        return format_of(path) != "docx"
    except RefusedFile:
        return False


def _fault(document: Document, path: str) -> Problem | None:
    """Why an open draft cannot be read."""
    try:
        checked_text(document.text, path, MAX_DRAFT)
        open_draft(document.text, path)
    except RefusedFile as refused:
        return refused.problem
    except DraftError as error:
        return Problem(Location(path, 0, 0), str(error))
    return None


def _texts(checked: Iterable[Checked]) -> dict[str, Lines]:
    """The texts of claims files and their drafts."""
    found: dict[str, Lines] = {}
    for each in checked:
        found[each.path] = each.text.lines
        if each.draft is not None:
            found.setdefault(each.draft.path, Lines(each.draft.text))
    return found
