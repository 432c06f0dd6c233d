"""
Which files are drafts, by their names and their first bytes, and how others become one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePath

from factcheck.files.text_file import refusal

_SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
}
#: Other names that people give a format.
_NAMES = {"md": "markdown", "txt": "text", "plain": "text", "htm": "html", "word": "docx"}
FORMATS = ("docx", "html", "markdown", "text")
_WORD = "open it in Word or LibreOffice and save it as .docx"
_GOOGLE = "open it in Google Docs, choose File > Download > Microsoft Word (.docx) and name that file"
_SHEET = "copy the sentences into a .md or .txt file; figures in cells are no draft"
_ADVICE = {
    ".doc": _WORD,
    ".docm": _WORD,
    ".dot": _WORD,
    ".dotx": _WORD,
    ".odt": _WORD,
    ".fodt": _WORD,
    ".rtf": _WORD,
    ".wpd": _WORD,
    ".wps": _WORD,
    ".pages": "open it in Pages and export it as Word (.docx)",
    ".gdoc": _GOOGLE,
    ".pdf": "copy its text into a .txt file",
    ".eml": "copy its text into a .txt file",
    ".msg": "copy its text into a .txt file",
    ".epub": "copy its text into a .txt file",
    ".tex": "copy its text into a .txt file, or convert it to .md or .docx with pandoc",
    ".rst": "convert it to .md with pandoc",
    ".adoc": "convert it to .md with pandoc",
    ".org": "convert it to .md with pandoc",
    ".xhtml": "save it as .html",
    ".mht": "save the page as .html",
    ".mhtml": "save the page as .html",
    ".webarchive": "save the page as .html",
    ".csv": _SHEET,
    ".ods": _SHEET,
    ".xls": _SHEET,
    ".xlsx": _SHEET,
    ".pptx": "copy its text into a .txt file",
    ".yaml": "name the story, not its claims file",
    ".yml": "name the story, not its claims file",
}
_ANY = "drafts are .md, .txt, .html or .docx files"
_ZIP = b"PK\x03\x04"
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: What stands at the start of files that are no text, whatever their names say.
_FIRST_BYTES = (
    (_ZIP, "a zip archive, perhaps a Word document", "name it .docx if Word made it"),
    (_OLD_WORD, "an old Word document (.doc)", _WORD),
    (b"%PDF-", "a PDF", _ADVICE[".pdf"]),
    (b"{\\rtf", "in Rich Text Format (RTF)", _WORD),
)


def format_of(shown: str) -> str:
    """
    The format of a draft by the end of its name.

    Raises:
        RefusedFile: drafts do not end so; the hint says how to convert it.
    """
    suffix = PurePath(shown).suffix.lower()
    found = _SUFFIXES.get(suffix)
    if found is None:
        raise refusal(shown, "it is not of a type that is read", _ADVICE.get(suffix, _ANY))
    return found


def format_named(name: str, shown: str) -> str:
    """
    The format that a word names: ``markdown`` or ``md``, ``text`` or ``txt``, ``html``, ``docx``.

    Raises:
        RefusedFile: it names none.
    """
    wanted = name.strip().lower().removeprefix(".")
    wanted = _NAMES.get(wanted, wanted)
    if wanted not in FORMATS:
        raise refusal(shown, f"{name[:40]!r} is no format of drafts", "write markdown, text, html or docx")
    return wanted


def refuse_other_bytes(content: bytes, shown: str, format: str) -> None:
    """
    Look at the first bytes of a draft.

    Raises:
        RefusedFile: they are those of another format.
    """
    if format == "docx":
        _refuse_no_word(content, shown)
        return
    for first, what, hint in _FIRST_BYTES:
        if content.startswith(first):
            raise refusal(shown, f"the file is {what}, not text", hint)


def refuse_other_text(text: str, shown: str, format: str) -> None:
    """
    Look at the beginning of a draft.

    Raises:
        RefusedFile: it is a page of HTML with the name of plain text or Markdown, or a saved message.
    """
    if format != "html" and _page().match(text):
        raise refusal(shown, "the file is a page of HTML", "name it .html")
    if format == "html" and _message().match(text):
        raise refusal(shown, "the file is a web archive (MHTML), not HTML", "save the page as .html")


def _refuse_no_word(content: bytes, shown: str) -> None:
    if content.startswith(_ZIP):
        return
    if content.startswith(_OLD_WORD):
        what = "the file is an old Word document (.doc), or one with a password"
        raise refusal(shown, what, "open it in Word, take the password off and save it as .docx")
    if content.startswith(b"{\\rtf"):
        raise refusal(shown, "the file is in Rich Text Format (RTF), not a Word document", _WORD)
    raise refusal(shown, "the file is no Word document: it is no zip archive", "save it as .docx once more")


@lru_cache(maxsize=1)
def _page() -> re.Pattern[str]:
    return re.compile(r"\s{0,999}+(?:<!--.{0,999}?-->\s{0,999}+)?<(?:!doctype html|html[\s>])", re.IGNORECASE)


@lru_cache(maxsize=1)
def _message() -> re.Pattern[str]:
    return re.compile(r"\s{0,99}+(?:From: <Saved by|MIME-Version: ?1)", re.IGNORECASE)
