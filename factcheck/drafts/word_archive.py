"""
The zip of a Word document that may come from someone hostile: opened in memory, within bounds, nothing extracted.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from factcheck.files.text_file import MIB, refusal

MAX_FILE = 8 * MIB
MAX_UNPACKED = 64 * MIB  # all parts together
MAX_ENTRIES = 2_000
MAX_RATIO = 250  # of a part above a mebibyte; Word's own XML reaches some 50, deflate can reach 1,032
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")  # Word before 2007, and today's Word with a password
_ENCRYPTED = 0x1
_READ = MIB
_SAVE = "open it in Word and save it as .docx again"


class Archive(NamedTuple):
    """The entries of a Word document in their order, and what each holds."""

    entries: tuple[ZipInfo, ...]
    parts: dict[str, bytes]


def open_archive(content: bytes, shown: str) -> Archive:
    """
    Unpack a Word document in memory.

    Args:
        content: the file.
        shown: its path in messages.

    Raises:
        RefusedFile: it is no zip, protected, damaged, or larger than a document is.
    """
    if len(content) > MAX_FILE:
        raise refusal(shown, "the file is larger than 8 MiB", "save it without its pictures, or split it", 0, 0)
    if content.startswith(_OLE):
        raise refusal(shown, "this is an old or protected Word file", "save it as .docx without a password", 0, 0)
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = tuple(archive.infolist())
            _look_at(entries, shown)
            return Archive(entries, _unpacked(archive, entries, shown))
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, OverflowError):
        raise refusal(shown, "the file is not a Word document, or is damaged", _SAVE, 0, 0) from None


def _look_at(entries: tuple[ZipInfo, ...], shown: str) -> None:
    """Refuse by the list of entries alone, before anything is unpacked."""
    if len(entries) > MAX_ENTRIES:
        raise refusal(shown, f"the document has more than {MAX_ENTRIES:,} parts", _SAVE, 0, 0)
    if len({entry.filename for entry in entries}) < len(entries):
        raise refusal(shown, "the document has two parts of one name", _SAVE, 0, 0)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise refusal(shown, "the file is protected by a password", "save it as .docx without a password", 0, 0)
    if any(entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for entry in entries):
        raise refusal(shown, "the document is packed in a way that Word does not write", _SAVE, 0, 0)
    for entry in entries:
        if entry.file_size > MIB and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            raise refusal(shown, f"a part of the document unpacks to over {MAX_RATIO} times its size", _SAVE, 0, 0)


def _unpacked(archive: ZipFile, entries: tuple[ZipInfo, ...], shown: str) -> dict[str, bytes]:
    """All parts; the sizes that the zip itself states are not trusted."""
    parts: dict[str, bytes] = {}
    left = MAX_UNPACKED
    for entry in entries:
        with archive.open(entry) as stream:
            pieces: list[bytes] = []
            while piece := stream.read(_READ):
                left -= len(piece)
                if left < 0:
                    hint = "save it without its pictures, or split it"
                    raise refusal(shown, "the document unpacks to more than 64 MiB", hint, 0, 0)
                pieces.append(piece)
        parts[entry.filename] = b"".join(pieces)
    return parts
