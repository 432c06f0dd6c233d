"""
JSON that may come from someone hostile: one meaning or none, and the way back to a line for what is wrong in it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import NoReturn

from factcheck.files.text_file import RefusedFile, line_and_column, refusal

LONGEST_INTEGER = 4  # digits; numbers that matter are text
RESTORE = "restore it from version control, or delete it and make it anew: factcheck lock"
ONE_SIDE = "take either side whole and lock again: git checkout --ours factcheck.lock, then factcheck lock"
_CONFLICT = re.compile("^(?:<{7}|={7}|>{7})(?: |\r?$)", re.MULTILINE)
_SPACE = re.compile(r"[ \t\r\n]*")


class _Fault(Exception):
    """What is wrong, and the text near which it stands."""

    def __init__(self, what: str, near: str) -> None:
        super().__init__(what)
        self.what = what
        self.near = near


def read_json(text: str, shown: str) -> object:
    """
    The value of a JSON text.

    Raises:
        RefusedFile: it is none; a key stands twice; a number is no small whole one; it is nested too deep.
    """
    try:
        return _strictly(text)
    except json.JSONDecodeError as error:
        if marker := _CONFLICT.search(text):
            what = "git left both sides of a conflict in the lock"
            raise refusal(shown, what, ONE_SIDE, text.count("\n", 0, marker.start()) + 1, 1) from None
        what = f"no valid JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise refusal(shown, what, RESTORE, error.lineno, error.colno) from None
    except RecursionError:
        raise refusal(shown, "the JSON is nested too deep", RESTORE) from None
    except _Fault as fault:
        raise _at(text, shown, fault) from None


def _strictly(text: str) -> object:
    return json.loads(
        text, object_pairs_hook=_once_each, parse_constant=_no_number, parse_float=_no_number, parse_int=_small
    )


def _at(text: str, shown: str, fault: _Fault) -> RefusedFile:
    """The refusal of a text for a fault, which is looked for: the parser does not say where it stands."""
    start, end = next(_with_faults(text), (0, len(text)))
    line, column = line_and_column(text, max(text.rfind(fault.near, start, end), start))
    return refusal(shown, fault.what, RESTORE, line, column)


def _with_faults(text: str) -> Iterator[tuple[int, int]]:
    """Where items begin and end that have a fault."""
    for start, end in _all_items(text):
        try:
            _strictly(text[start:end])
        except _Fault:
            yield start, end


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = _first_twice(key for key, _ in pairs)
        raise _Fault(f"the key {twice[:40]!r} stands twice", json.dumps(twice, ensure_ascii=False))
    return found


def _first_twice(keys: Iterable[str]) -> str:
    """The first key that stood there before; there is one."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            break
        seen.add(key)
    return key


def _no_number(text: str) -> NoReturn:
    raise _Fault(f"{text[:40]} is no number here: numbers are text, as printed", text)


def _small(text: str) -> int:
    if len(text) > LONGEST_INTEGER:
        raise _Fault(f"a number of {len(text)} characters: numbers are text, as printed", text)
    return int(text)


def items_of(text: str, section: str) -> tuple[tuple[int, int], ...]:
    """Where each item of a list of the outermost object begins and ends; none where it cannot be told."""
    return tuple(_all_items(text, section))


def _all_items(text: str, section: str | None = None) -> Iterator[tuple[int, int]]:
    decoder = json.JSONDecoder()
    try:
        for key, start in _values(text, decoder):
            if section in (None, key) and text[start] == "[":
                yield from _items(text, decoder, start + 1)
    except (ValueError, IndexError, RecursionError):
        return


def _values(text: str, decoder: json.JSONDecoder) -> Iterator[tuple[object, int]]:
    """The keys of the outermost object, each with the place where its value begins."""
    place = _after_space(text, 0)
    while text[place] in "{,":
        key, place = decoder.raw_decode(text, _after_space(text, place + 1))
        place = _after_space(text, _after_space(text, place) + 1)  # the colon lies between
        yield key, place
        _, place = decoder.raw_decode(text, place)
        place = _after_space(text, place)


def _items(text: str, decoder: json.JSONDecoder, place: int) -> Iterator[tuple[int, int]]:
    place = _after_space(text, place)
    while text[place] != "]":
        _, end = decoder.raw_decode(text, place)
        yield place, end
        end = _after_space(text, end)
        place = _after_space(text, end + 1) if text[end] == "," else end


def _after_space(text: str, place: int) -> int:
    found = _SPACE.match(text, place)
    return found.end() if found else place
