r"""
Texts as cells, and rows of cells as CSV.

What is invisible becomes ``\u202E``, and in CSV nothing begins like a formula; both are undone exactly.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from io import StringIO
from unicodedata import category

#: Joiners of letters and emoji: invisible, harmless, and common in words.
_JOINERS = frozenset("\u200c\u200d")
_KEPT_CONTROLS = frozenset("\n\t")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
#: What a spreadsheet takes for a formula at the start of a cell (OWASP, CSV Injection).
_FORMULA = "=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20"


_BOM = "\ufeff"


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """
    Rows as CSV (RFC 4180) with a BOM for Excel, no cell a formula.

    Every cell stands in quotation marks, so that no separator is taken for one.
    """
    out = StringIO(newline="")
    out.write(_BOM)
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([defused(visible(cell)) for cell in row] for row in rows)
    return out.getvalue()


@lru_cache(maxsize=1)
def _escape() -> re.Pattern[str]:
    return re.compile(r"\\u([0-9A-F]{4})|\\U([0-9A-F]{8})")


@lru_cache(maxsize=1)
def _formula() -> re.Pattern[str]:
    """Where a cell begins, also for a program that takes semicolons or tabs for the separator."""
    return re.compile(f"(^|[;\t\n])(?=['{_FORMULA}])")


@lru_cache(maxsize=1)
def _defused() -> re.Pattern[str]:
    return re.compile(f"(^|[;\t\n])'(?=['{_FORMULA}])")


def visible(text: str) -> str:
    r"""The text with controls, bidi marks and other invisible characters as ``\u202E``; line ends and tabs stay."""
    if text.isprintable() and "\\" not in text:
        return text
    literal = _escape().sub(lambda match: "\\u005C" + match.group()[1:], text)
    return "".join(_shown(char) for char in literal)


def invisible(text: str) -> str:
    """The text that ``visible`` was given; an escape of any other character stays as it is."""
    return text if "\\" not in text else _escape().sub(_unescaped, text)


def defused(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would take for a formula, and before an apostrophe."""
    return _formula().sub(r"\1'", text)


def fused(text: str) -> str:
    """The text that ``defused`` was given."""
    return _defused().sub(r"\1", text) if "'" in text else text


def _shown(char: str) -> str:
    if not _is_hidden(char):
        return char
    return f"\\u{ord(char):04X}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08X}"


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    char = chr(code) if code < 0xD800 or 0xDFFF < code <= 0x10FFFF else ""  # half a character is none
    return char if char == "\\" or (char and _is_hidden(char)) else match.group()


def _is_hidden(char: str) -> bool:
    if char < " " or char == "\x7f":
        return char not in _KEPT_CONTROLS
    return not char.isascii() and char not in _JOINERS and category(char) in _HIDDEN
