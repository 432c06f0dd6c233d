"""
JSON as a service should send it: no NaN, no key twice, numbers as Decimals of what was written, nothing too deep.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from decimal import Decimal
from typing import Any, NoReturn

from factcheck.resolvers.live.failure import LiveFailure, bad_payload

DEEPEST = 60
MOST_DIGITS = 40
MOST_EXPONENT = 30
MOST_PARTS = 1_500_000  # values and members of a reply: thrice what the largest question brings
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"', re.DOTALL)  # possessive: a long string takes no memory
_BRACKETS = b"[]{}"
_NO_BRACKETS = bytes(byte for byte in range(256) if byte not in _BRACKETS)


def read_json(body: bytes) -> Any:
    """
    The value of a body; a BOM in front is fine.

    Raises:
        LiveFailure: it is no strict JSON.
    """
    text = _text(body)
    if sum(map(body.count, (b",", b"[", b"{"))) > MOST_PARTS:
        raise bad_payload(f"the reply has more than {MOST_PARTS:,} values")
    if _depth(body) > DEEPEST:
        raise bad_payload(f"the reply is nested deeper than {DEEPEST} levels")
    try:
        return json.loads(
            text, parse_float=_decimal, parse_int=_integer, parse_constant=_refused, object_pairs_hook=_members
        )
    except ValueError as error:
        raise bad_payload(f"the reply is no JSON or was cut off: {error}") from None


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise bad_payload(f"the reply is not UTF-8: byte 0x{body[error.start]:02X}") from None


def _depth(body: bytes) -> int:
    """How deep brackets nest outside of strings; an unbalanced quote is the parser's to refuse."""
    deepest = depth = 0
    for bracket in _STRING.sub(b"", body).translate(None, _NO_BRACKETS):
        depth += 1 if bracket in b"[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _decimal(text: str) -> Decimal:
    exponent = text.lower().partition("e")[2]
    if len(text) > MOST_DIGITS or (exponent and abs(int(exponent)) > MOST_EXPONENT):
        raise bad_payload(f"a number of {len(text)} characters in the reply: {text[:50]}")
    return Decimal(text)


def _integer(text: str) -> int:
    if len(text) > MOST_DIGITS:
        raise bad_payload(f"a number of {len(text)} digits in the reply: {text[:50]}")
    return int(text)


def _refused(text: str) -> NoReturn:
    raise bad_payload(f"the reply has {text} in place of a number")


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise bad_payload(f"the reply has the key {twice[:80]!r} twice")
    return members


__all__ = ["LiveFailure", "read_json"]
