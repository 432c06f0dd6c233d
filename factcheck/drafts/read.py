"""
Drafts from files, bytes and texts.
"""

from __future__ import annotations

from factcheck.draft_text import Draft
from factcheck.drafts.formats import format_named, format_of, refuse_other_bytes, refuse_other_text
from factcheck.errors import DraftError
from factcheck.files.text_file import MIB, RefusedFile, read_bytes, refusal, text_of
from factcheck.reading.languages import LANGUAGES

MAX_DRAFT = 8 * MIB


def read_draft(real: str, shown: str, root: str, max_size: int = MAX_DRAFT) -> Draft:
    """
    Read the draft that a file is, in the format that its name says.

    Args:
        real: the file, its links followed.
        shown: its path in messages; its end says the format.
        root: the folder, links followed, that it must lie in.
        max_size: in bytes.

    Raises:
        DraftError: it cannot be read, or is no draft.
    """
    try:
        return draft_of_file(real, shown, root, max_size)
    except RefusedFile as refused:
        raise DraftError(_said(refused)) from None


def draft_of_bytes(content: bytes, format: str, shown: str) -> Draft:
    """
    Read the draft that bytes are.

    Args:
        content: the bytes, at most ``MAX_DRAFT``.
        format: ``markdown``, ``text``, ``html`` or ``docx``.
        shown: what stands in messages for their file.

    Raises:
        DraftError: they are no draft of that format.
    """
    try:
        if len(content) > MAX_DRAFT:
            raise refusal(shown, f"the draft is larger than {MAX_DRAFT // MIB} MiB", "split it into several")
        return _read(content, format_named(format, shown), shown)
    except RefusedFile as refused:
        raise DraftError(_said(refused)) from None


def draft_of_text(text: str, format: str = "markdown", shown: str = "-") -> Draft:
    """
    Read the draft that a text is.

    Args:
        text: the text, with the markup of its format.
        format: ``markdown``, ``text`` or ``html``.
        shown: what stands in messages for its file.

    Raises:
        DraftError: its front matter has a fault, or the format is none of texts.
    """
    try:
        return _read_text(text, format_named(format, shown), shown)
    except RefusedFile as refused:
        raise DraftError(_said(refused)) from None


def draft_of_file(real: str, shown: str, root: str, max_size: int = MAX_DRAFT) -> Draft:
    """
    As ``read_draft``, with the fault in its parts.

    Raises:
        RefusedFile: it cannot be read, or is no draft.
    """
    format = format_of(shown)
    return _read(read_bytes(real, shown, root, max_size), format, shown)


def _read(content: bytes, format: str, shown: str) -> Draft:
    refuse_other_bytes(content, shown, format)
    if format == "docx":
        from factcheck.drafts.word import read_word

        return _with_its_language(read_word(content, shown))
    text = text_of(content, shown)
    refuse_other_text(text, shown, format)
    return _read_text(text, format, shown)


def _read_text(text: str, format: str, shown: str) -> Draft:
    if format == "markdown":
        from factcheck.drafts.markdown import read_markdown

        return _with_its_language(read_markdown(text, shown))
    if format == "html":
        from factcheck.drafts.html import read_html

        return _with_its_language(read_html(text))
    if format == "text":
        from factcheck.drafts.plain import read_plain

        return read_plain(text)
    raise refusal(shown, "a Word document is no text", "read it from its file or from its bytes")


def _with_its_language(draft: Draft) -> Draft:
    """The draft with a note where it says that it is in a language whose figures are not read."""
    if draft.language in ("", "en", *LANGUAGES):
        return draft
    note = f"the draft says that it is in {draft.language!r}, which is not read: no figure of it is looked at"
    return draft._replace(notes=(*draft.notes, note))


def _said(refused: RefusedFile) -> str:
    """What is wrong and what to do, on one line."""
    problem = refused.problem
    return f"{problem.location}: {problem.what}" + (f"; {problem.hint}" if problem.hint else "")
