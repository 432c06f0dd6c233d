"""
The text of a file: as it stands in the editor where it is open there, else as it lies in the workspace.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import NamedTuple

from factcheck.claim_files.read import MAX_CLAIMS_FILE
from factcheck.draft_text import Draft
from factcheck.drafts.formats import format_of
from factcheck.drafts.read import MAX_DRAFT, draft_of_bytes, draft_of_file
from factcheck.errors import DraftError, WrittenError
from factcheck.files.text_file import RefusedFile, read_text_file
from factcheck.lsp.folders import Folder, is_inside

#: The text of an open document by its file, links followed; None where it is not open.
Open = Callable[[str], str | None]


class Named(NamedTuple):
    """A draft that a claims file names: its file, links followed, its text as the editor has it, and what it says."""

    path: str
    text: str
    draft: Draft


def claims_file(path: str, folder: Folder, open_text: Open) -> str | None:
    """The text of a claims file; None where it is not open and cannot be read."""
    text = open_text(path)
    if text is not None:
        return text
    try:
        return read_text_file(path, path, folder.real, MAX_CLAIMS_FILE)
    except RefusedFile:
        return None


def draft_path(written: str, claims_path: str) -> str:
    """Where a draft lies that a claims file names; links followed."""
    return os.path.realpath(os.path.join(os.path.dirname(claims_path), written))


def named_draft(written: str, claims_path: str, folder: Folder, open_text: Open) -> Named:
    """
    The draft that a claims file names.

    Args:
        written: its path, as the claims file has it.
        claims_path: that file, links followed.
        folder: what the draft must lie in.
        open_text: what is open in the editor.

    Raises:
        WrittenError: it cannot be read, or is no draft.
    """
    told = f"the draft {written[:200]!r}"
    if "://" in written:
        raise WrittenError(f"{told} is an address", "save the story as .docx, .html, .md or .txt and name that")
    path = draft_path(written, claims_path)
    text = open_text(path) if is_inside(path, folder) else None
    try:
        if text is None:
            draft = draft_of_file(path, written, folder.real)
            return Named(path, draft.source, draft)
        return Named(path, text, open_draft(text, written))
    except RefusedFile as refused:
        raise WrittenError(f"{told}: {refused.problem.what}", refused.problem.hint) from None
    except DraftError as error:
        raise WrittenError(f"{told} cannot be read: {error}") from None


def open_draft(text: str, path: str) -> Draft:
    """
    A draft that is open in the editor.

    Raises:
        DraftError: it is no draft.
        RefusedFile: its name is not that of one.
    """
    content = text.encode("utf-8", "surrogatepass")
    return draft_of_bytes(content[: MAX_DRAFT + 1], format_of(path), path)
