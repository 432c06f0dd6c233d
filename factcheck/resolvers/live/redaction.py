"""
Taking a key out of a text: whole, percent-encoded, escaped, in other cases, and pieces of it where the text was cut.
"""

from __future__ import annotations

import string
from collections.abc import Iterator
from html import escape
from urllib.parse import quote, quote_plus

SHOWN = "[key]"
PIECE = 6  # characters in a row of a key that no text may have
SHORTEST = 8  # of a real key; less would be found by chance in a long body
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)  # unlike lower() it keeps every place


def holds(body: bytes, secret: str) -> bool:
    """Whether a body has a key in it, in any of the ways in which it may be written."""
    if len(secret) < SHORTEST:
        return False
    lower = body.lower()
    return any(form.encode("utf-8", "surrogateescape").lower() in lower for form in _forms(secret))


def without(text: str, secret: str) -> str:
    """The text with ``[key]`` in place of the key and of each longer piece of it."""
    if not secret:
        return text
    lower = text.translate(_LOWER)
    hidden = [False] * len(text)
    for piece in {piece for form in _forms(secret) for piece in _pieces(form.translate(_LOWER))}:
        start = lower.find(piece)
        while start >= 0:
            hidden[start : start + len(piece)] = [True] * len(piece)
            start = lower.find(piece, start + 1)
    return "".join(_shown(text, hidden))


def _forms(secret: str) -> set[str]:
    encoded = quote(secret, safe="", errors="surrogateescape")
    in_json = secret.replace("/", "\\/")
    other = (quote(secret, errors="surrogateescape"), quote_plus(secret, errors="surrogateescape"), escape(secret))
    return {secret, encoded, quote(encoded, safe=""), in_json, *other}


def _pieces(form: str) -> Iterator[str]:
    size = min(PIECE, len(form))
    return (form[start : start + size] for start in range(len(form) - size + 1))


def _shown(text: str, hidden: list[bool]) -> Iterator[str]:
    for place, char in enumerate(text):
        if not hidden[place]:
            yield char
        elif not place or not hidden[place - 1]:
            yield SHOWN
