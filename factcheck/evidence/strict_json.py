"""
JSON from files that someone may have edited: one meaning, or none.
"""

from __future__ import annotations

import json
from typing import NoReturn


def read_json(content: bytes) -> object:
    """
    What a small ASCII file of JSON says; numbers are whole ones only.

    Raises:
        ValueError: it is no JSON, a key stands twice, a number is not whole, or it is nested too deep; says which.
    """
    try:
        return json.loads(
            content.decode("ascii"),
            object_pairs_hook=_once_each,
            parse_constant=_refuse_number,
            parse_float=_refuse_number,
        )
    except UnicodeDecodeError:
        raise ValueError("it has bytes that are no ASCII") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"it is no JSON: {error.msg} at character {error.pos}") from None
    except RecursionError:
        raise ValueError("it is nested too deep") from None


def write_json(content: object) -> bytes:
    """ASCII JSON that ``read_json`` reads back, the same bytes for the same content."""
    return json.dumps(content, ensure_ascii=True, allow_nan=False, sort_keys=True, indent=1).encode("ascii") + b"\n"


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice in it")
    return found


def _refuse_number(text: str) -> NoReturn:
    raise ValueError(f"a number in it is not whole: {text[:20]}")
