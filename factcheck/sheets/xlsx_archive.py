"""
The zip of a workbook that may come from someone hostile: unpacked in memory within bounds and packed anew.

The reader of workbooks trusts what a zip and its cells say of their size, so both are looked at before.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from factcheck.files.text_file import MIB
from factcheck.sheets.table import MAX_COLUMNS, MAX_ROWS, refused

MAX_UNPACKED = 64 * MIB  # all parts that are read together
MAX_PARTS = 2_000
MAX_ELEMENTS = 1_000_000  # of one part: a cell with its value is two
MAX_CELLS = 5_000_000  # of the rectangle around all cells, which is held in memory
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")  # Excel before 2007, and today's Excel with a password
_ENCRYPTED = 0x1
#: Sizes that are reserved before anything is read, and elements that say nothing of the cells.
_SIZES = frozenset({"count", "uniqueCount"})
_DROPPED = frozenset({"dimension", "mergeCells", "f", "extLst", "hyperlinks", "dataValidations", "tableParts"})
_SAVE = "open it in a spreadsheet program and save it as .xlsx again, or as CSV in UTF-8"
_DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, OverflowError, RuntimeError)


def safe_workbook(content: bytes, path: str) -> BytesIO:
    """
    The workbook with nothing in it but XML of bounded size, and no sheet that reaches too far.

    Raises:
        RefusedFile: it is no workbook, protected, damaged, or larger than is read.
    """
    if content.startswith(_OLE):
        raise refused(path, "this is an old or protected workbook", "save it as .xlsx without a password")
    safe = BytesIO()
    try:
        with ZipFile(BytesIO(content)) as archive, ZipFile(safe, "w", ZIP_STORED) as anew:
            for name, part in _parts(archive, path):
                anew.writestr(ZipInfo(name), _rewritten(part, path))
    except _DAMAGED:
        raise refused(path, "the file is not a workbook, or is damaged", _SAVE) from None
    safe.seek(0)
    return safe


def _parts(archive: ZipFile, path: str) -> Iterator[tuple[str, bytes]]:
    """The XML of a workbook; the sizes that the zip itself states are not trusted, pictures and macros left out."""
    entries = [entry for entry in archive.infolist() if entry.filename.lower().endswith((".xml", ".rels"))]
    names = {entry.filename.lower() for entry in entries}
    if len(entries) > MAX_PARTS or len(names) < len(entries):
        raise refused(path, "the workbook has too many parts, or two of one name", _SAVE)
    if "xl/workbook.xml" not in names:
        raise refused(path, "the file is not a workbook in the format .xlsx", _SAVE)
    left = MAX_UNPACKED
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise refused(path, "the workbook is protected by a password", "save it as .xlsx without a password")
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise refused(path, "the workbook is packed in a way that Excel does not write", _SAVE)
        with archive.open(entry) as stream:
            part = stream.read(left + 1)
        left -= len(part)
        if left < 0:
            raise refused(path, f"the workbook unpacks to more than {MAX_UNPACKED // MIB} MiB", "split it")
        yield entry.filename, part


class _Sheet:
    """The XML of one part, written again without what the reader of workbooks would trust; how far its cells reach."""

    __slots__ = ("across", "columns", "dropping", "elements", "out", "path", "row", "rows")

    def __init__(self, path: str) -> None:
        self.path = path
        self.rows = self.columns = self.row = self.across = self.elements = 0
        self.dropping = 0  # how deep in an element that is left out
        self.out: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            raise refused(self.path, f"a part of the workbook has more than {MAX_ELEMENTS:,} elements", "split it")
        local = name.rpartition(":")[2]
        if self.dropping or local in _DROPPED:
            self.dropping += 1
            return
        if local in ("row", "c"):
            self._reach(local, attributes.get("r", ""))
        kept = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items() if key not in _SIZES)
        self.out.append(f"<{name}{kept}>")

    def end(self, name: str) -> None:
        """An element ends."""
        if self.dropping:
            self.dropping -= 1
        else:
            self.out.append(f"</{name}>")

    def text(self, text: str) -> None:
        """Words between elements."""
        if not self.dropping:
            self.out.append(escape(text, {"\r": "&#13;"}))

    def doctype(self, *_: Any) -> None:
        """Entities could make much of little."""
        raise refused(self.path, "the workbook has a DOCTYPE, which Excel does not write", _SAVE)

    def _reach(self, local: str, reference: str) -> None:
        """A row or a cell: where it says that it stands, else behind the one before."""
        if local == "row":
            self.row, self.across = _number(reference, self.row + 1), 0
        else:
            letters, digits = _split(reference)
            self.across = _column(letters) if letters else self.across + 1
            self.row = _number(digits, self.row or 1)
        self.rows, self.columns = max(self.rows, self.row), max(self.columns, self.across)
        if self.rows > MAX_ROWS:
            raise refused(self.path, f"the sheet has more than {MAX_ROWS:,} rows", "delete what is below the claims")
        if self.columns > MAX_COLUMNS:
            hint = "delete what is right of the claims"
            raise refused(self.path, f"the sheet has more than {MAX_COLUMNS:,} columns", hint)
        if self.rows * self.columns > MAX_CELLS:
            raise refused(self.path, f"the sheet has more than {MAX_CELLS:,} cells", "split it into several sheets")


def _rewritten(part: bytes, path: str) -> bytes:
    from xml.parsers.expat import ExpatError, ParserCreate

    sheet = _Sheet(path)
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = sheet.start
    parser.EndElementHandler = sheet.end
    parser.CharacterDataHandler = sheet.text
    parser.StartDoctypeDeclHandler = sheet.doctype
    try:
        parser.Parse(part, True)
    except (ExpatError, LookupError):  # the latter for an encoding that nobody knows
        raise refused(path, "a part of the workbook is damaged", _SAVE) from None
    return "".join(('<?xml version="1.0" encoding="UTF-8"?>', *sheet.out)).encode("utf-8", "replace")


def _split(reference: str) -> tuple[str, str]:
    """BC12 as BC and 12."""
    digits = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$")
    return reference[: len(reference) - len(digits)].replace("$", "").upper(), digits


def _column(letters: str) -> int:
    if len(letters) > 3:
        return MAX_COLUMNS + 1
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def _number(digits: str, otherwise: int) -> int:
    if not digits:
        return otherwise
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else MAX_ROWS + 1
