"""
Words in quotation marks, and whether a document has them in their order (CLAIMS, the kind ``quotation``).
"""

from __future__ import annotations

import re
import unicodedata

_CLOSING = {"\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u00ab": "\u00bb", "\u00bb": "\u00ab", '"': '"'}
_SINGLE = {"\u2018": "\u2019", "\u201a": "\u2018\u2019", "'": "'"}
_OPENING = re.compile(f"[{''.join(_CLOSING)}{''.join(_SINGLE)}]")
_CLOSERS = {mark: re.compile(f"[{closing}]") for mark, closing in _CLOSING.items()}
# An opening mark on the way to the closing one ends the search.
_CLOSERS |= {mark: re.compile(f"[{mark}{closing}]") for mark, closing in _SINGLE.items()}
_ELLIPSIS = re.compile(r"[\[(]?(?:\u2026|\.[ \u00a0]?\.[ \u00a0]?\.)[.\u2026]{0,9}[\])]?")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\u2066-\u2069\u202a-\u202e\ufeff]")
_APOSTROPHE = re.compile("(?<=[^\\W_])['\u2018\u2019\u02bc](?=[^\\W_])")
# A word, a number with its dots and commas, a sign that changes what a number says.
_WORD = re.compile(
    r"(?:[^\W_]|(?<=[0-9])[.,](?=[0-9])){1,200}"
    r"|[%\u2030$\u20ac\u00a3\u00a5\u20bd\u20b9]"
    r"|(?<![^\W_])[+\-\u2212](?=[$\u20ac\u00a3\u00a5]?[0-9])"
)
_BREAK = "\n"


def words_in_quotes(text: str) -> tuple[str, ...]:
    """
    What stands between quotation marks, in the order of the text and with its ellipses.

    Straight and typographic marks are read, single ones too; an apostrophe inside or after a word is none. Marks inside
    a quotation belong to it. A mark that is never closed opens nothing.
    """
    found, at = [], 0
    unclosed: set[str] = set()
    while opening := _OPENING.search(text, at):
        mark, at = opening[0], opening.end()
        if mark in unclosed or not _opens(text, opening.start(), mark):
            continue
        end = _closing_single(text, at, mark) if mark in _SINGLE else _closing(text, at, mark)
        if end is not None:
            words = text[at:end].strip()
            if any(letter.isalnum() for letter in words):
                found.append(words)
            at = end + 1
        elif mark not in _SINGLE:
            unclosed.add(mark)
    return tuple(found)


def _opens(text: str, at: int, mark: str) -> bool:
    """Whether a mark opens a quotation: a word before it makes it an apostrophe, an inch or a closing mark."""
    if mark not in "\"'\u00bb\u2018":
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isalnum() or not after or after.isspace():
        return False
    return mark != "\u2018" or not text[at + 1 : at + 3].isdigit()  # ‘24, a year


def _closing(text: str, start: int, mark: str) -> int | None:
    closing = _CLOSERS[mark].search(text, start)
    return None if closing is None else closing.start()


def _closing_single(text: str, start: int, mark: str) -> int | None:
    """Where a single mark is closed: before a letter it is an apostrophe, and after an s it may be one."""
    possessive = None
    for closing in _CLOSERS[mark].finditer(text, start):
        end = closing.start()
        if mark == closing[0] and _opens(text, end, mark):
            break
        if text[end + 1 : end + 2].isalnum() or text[end - 1].isspace():
            continue
        if text[end - 1] != "s" or not re.match(" [a-z]", text[end + 1 : end + 3]):
            return end
        possessive = end if possessive is None else possessive
    return possessive


def has_words_in_order(document: str, words: str) -> bool:
    """
    Whether a document has these words, one beside the other and in this order.

    Case, punctuation and quote marks are ignored; digits with their dots, signs before them, ``%`` and currency signs
    are not.
    An ellipsis divides the words into pieces that must follow one another, at any distance.

    Args:
        document: the text that should have them.
        words: the words; without a single one nothing is said, and the answer is no.
    """
    pieces = [piece for piece in map(_row, _ELLIPSIS.split(words)) if piece != _BREAK]
    row, at = _row(document), 0
    for piece in pieces:
        found = row.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece) - len(_BREAK)
    return bool(pieces)


def _row(text: str) -> str:
    """The words of a text, each between two breaks, so that one row can be looked for in another."""
    plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).casefold()
    words = _WORD.findall(_APOSTROPHE.sub("", plain).replace("\u2212", "-"))
    return _BREAK + "".join(f"{word}{_BREAK}" for word in words)
