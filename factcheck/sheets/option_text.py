"""
Keys of a kind in one cell: ``surge; from: previous; of: {partner: World}``.

A word alone names the key that the column ``period`` belongs to. Values are written as in a claims file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck.claim_files.write import in_braces
from factcheck.claims import Text
from factcheck.errors import WrittenError
from factcheck.files.text_file import RefusedFile
from factcheck.files.yaml_events import Node, read_yaml

Option = Text | Mapping[str, Text]
HINT = "write key: value, with a semicolon between two of them"
VALUE_MARKS = frozenset("[{\"'")  # what a value begins with that is more than plain words
_CLOSING = {"{": "}", "[": "]"}
_BEFORE_VALUES = frozenset(":,[{")


class Options(NamedTuple):
    """What such a cell says: the word that stands alone, blank if none, and the keys in their order."""

    word: str
    keys: dict[str, Option]


def write_options(options: Mapping[str, Option], word: str = "") -> str:
    """The cell for some keys, ``word`` in front."""
    pieces = [f"{name}: {in_braces(name, value)}" for name, value in options.items()]
    return "; ".join([word, *pieces] if word else pieces)


def read_options(text: str) -> Options:
    """
    Read such a cell.

    Raises:
        WrittenError: it is not of this form.
    """
    words: list[str] = []
    keys: dict[str, Option] = {}
    for piece in _pieces(text):
        name, colon, value = piece.partition(":")
        name = name.strip()
        if not colon:
            words.append(name)
        elif not name or not value.strip():
            raise WrittenError(f"{piece.strip()[:40]!r} is no key with a value", HINT)
        elif name in keys:
            raise WrittenError(f"{name[:40]!r} stands twice", "keep one of them")
        else:
            keys[name] = read_value(value.strip())
    if len(words) > 1:
        raise WrittenError(f"{words[0][:40]!r} and {words[1][:40]!r} have no value", HINT)
    return Options(words[0] if words else "", keys)


def _pieces(text: str) -> Iterator[str]:
    """The text between semicolons that stand outside quotation marks, braces and brackets; blank pieces left out."""
    start, before, quoted, escaped = 0, "", False, False
    open_brackets: list[str] = []
    for place, char in enumerate(text):
        if quoted:
            quoted, escaped = escaped or char != '"', char == "\\" and not escaped
        elif char == '"' and before in _BEFORE_VALUES:
            quoted = True
        elif char in _CLOSING:
            open_brackets.append(_CLOSING[char])
        elif open_brackets and char == open_brackets[-1]:
            open_brackets.pop()
        elif char == ";" and not open_brackets:
            if text[start:place].strip():
                yield text[start:place]
            start = place + 1
        before = before if char == " " else char
    if text[start:].strip():
        yield text[start:]


def read_value(text: str) -> Option:
    """
    One value as in a claims file: a text, ``[a list]`` or ``{keys: values}``.

    Raises:
        WrittenError: it is none.
    """
    if text[0] not in VALUE_MARKS:
        return text
    try:
        document = read_yaml(text, "")
    except RefusedFile:
        raise WrittenError(f"{text[:40]!r} cannot be read", HINT) from None
    if document.root is None or document.problems:
        raise WrittenError(f"{text[:40]!r} cannot be read", HINT)
    return _plain(document.root, text)


def _plain(node: Node, text: str) -> Option:
    content = node.content
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return tuple(_word(item, text) for item in content)
    return {name: _text(entry.value, text) for name, entry in content.items()}


def _text(node: Node, text: str) -> Text:
    return tuple(_word(item, text) for item in node.content) if isinstance(node.content, list) else _word(node, text)


def _word(node: Node, text: str) -> str:
    if not isinstance(node.content, str):
        raise WrittenError(f"{text[:40]!r} has a list or keys too many inside", HINT)
    return node.content
