"""
The fields of one item of a lock, each read strictly: by the readers of the CSV files of sources where those have it.

Every reader takes text and raises WrittenError where it cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from fractions import Fraction
from typing import NamedTuple

from factcheck.errors import WrittenError
from factcheck.files.text_file import REFUSED
from factcheck.lock.told import ALL
from factcheck.observations import Failure
from factcheck.snapshot import event_rows, exchange_rates, rows
from factcheck.snapshot import fields as read_as
from factcheck.snapshot.table import INVISIBLE, short

Reader = Callable[[str], object]

LARGEST_REVISION = Fraction(1, 10)  # a wider one would make any growth rate a match
MOST_RANKS = 1000
_REVISION = re.compile(r"[0-9]{1,6}(?:/[1-9][0-9]{0,7})?")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{6})?Z")
_SHA256 = re.compile("(?:[0-9a-f]{64})?")
_ID = re.compile("[0-9a-f]{12,64}")
LONGEST_NAME = 120


class Columns(NamedTuple):
    """What an item may have: a reader for each key, the keys it must have, and those that are numbers or yes and no."""

    readers: Mapping[str, Reader]
    required: frozenset[str]
    numbers: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()


def text_of(told: Mapping[str, object], columns: Columns) -> dict[str, str]:
    """
    An item as the fields of a CSV row: text, blank where a key is left out.

    Raises:
        WrittenError: an unknown key, a key that is missing, a value of another type, characters that no row has.
    """
    unknown = next((key for key in told if key not in columns.readers), None)
    if unknown is not None:
        raise WrittenError(f"unknown key {unknown[:40]!r}", f"keys are {', '.join(columns.readers)}")
    missing = sorted(columns.required - told.keys())
    if missing:
        raise WrittenError(f"the key {missing[0]!r} is missing")
    return {key: _text(key, told[key], columns) if key in told else "" for key in columns.readers}


def _text(key: str, value: object, columns: Columns) -> str:
    if key in columns.flags:
        if value is True:
            return "yes"
        raise WrittenError(f"{key!r} is not true", "leave it out where it is not")
    if key in columns.numbers:
        if type(value) is int:
            return str(value)
        raise WrittenError(f"{key!r} is no whole number")
    if not isinstance(value, str):
        raise WrittenError(f"{key!r} is no text")
    if found := INVISIBLE.search(value) or REFUSED.search(value):
        raise WrittenError(f"{key!r} has an invisible character: U+{ord(found[0]):04X}")
    return short(value)


def name(text: str) -> str:
    """The name of a resolver, the id of a source or of a dataset."""
    if text.strip() == text and 0 < len(text) <= LONGEST_NAME:
        return text
    raise WrittenError(f"{text[:40]!r} is no name")


def citation_id(text: str) -> str:
    """The id of a citation."""
    if _ID.fullmatch(text):
        return text
    raise WrittenError(f"{text[:40]!r} is no id of a citation")


def _agency(text: str) -> str:
    if text.strip():
        return short(text)
    raise WrittenError("the citation names no agency")


def _revision(text: str) -> Fraction | None:
    if not text:
        return None
    if _REVISION.fullmatch(text) and Fraction(text) <= LARGEST_REVISION:
        return Fraction(text)
    raise WrittenError(f"{text[:20]!r} is no revision", f"write a fraction up to {LARGEST_REVISION}, as 3/200")


def _moment(text: str) -> datetime | None:
    if not text:
        return None
    try:
        if _MOMENT.fullmatch(text):
            return datetime.fromisoformat(text.removesuffix("Z")).replace(tzinfo=UTC)
    except ValueError:
        pass
    raise WrittenError(f"{text[:40]!r} is no moment in UTC", "write it as 2026-11-27T10:20:30Z")


def _sha256(text: str) -> str:
    if _SHA256.fullmatch(text):
        return text
    raise WrittenError(f"{text[:40]!r} is no SHA-256", "it has 64 hexadecimal digits")


def _rank(text: str) -> int:
    if not 0 <= int(text or "0") <= MOST_RANKS:
        raise WrittenError(f"{text} is no rank", f"ranks go from 0 to {MOST_RANKS}")
    return int(text or "0")


def partner(text: str) -> str | None:
    """The partner of a question; None for all."""
    return None if text == ALL else read_as.place_code(text)


def failure(text: str) -> Failure:
    """Why a question was not answered."""
    if text in tuple(Failure) and text != Failure.NO_DATA:
        return Failure(text)
    known = ", ".join(each for each in Failure if each is not Failure.NO_DATA)
    raise WrittenError(f"unknown failure {text[:40]!r}", f"failures are {known}")


def _columns(readers: Mapping[str, Reader], required: str, **kinds: frozenset[str]) -> Columns:
    return Columns(readers, frozenset(required.split()), **kinds)


def _parts(parts: Mapping[str, Reader], keys: str) -> dict[str, Reader]:
    return {key: parts[key] for key in keys.split()} | {"citation": citation_id}


_DECIMALS = {"decimals": str}  # read with the value that they are of
SERIES = _columns(
    {"reporter": read_as.place_code, "partner": partner, "commodity": read_as.commodity}, "reporter partner"
)
EVENT_QUERY = _columns({"event": short, "source": short, "period": event_rows.PARTS["period"]}, "")
RATE_QUERY = _columns({"currency": exchange_rates.PARTS["base"], "period": event_rows.PARTS["period"]}, "currency")
FAILED = _columns({"by": name, "failure": failure}, "by failure")
CITATION = _columns(
    {
        "id": citation_id,
        "by": name,
        "source": name,
        "dataset": name,  # of a service it may be any text, as ECB/EXR
        "agency": _agency,
        "url": read_as.address,
        "source_kind": read_as.source_kind,
        "note": short,
        "local": str,
        "revision": _revision,
        "retrieved": _moment,
        "evidence": _sha256,
        "rank": _rank,
    },
    "id by source dataset agency url",
    numbers=frozenset({"rank"}),
    flags=frozenset({"local"}),
)
OBSERVATION = _columns(
    _parts(
        rows.PARTS,
        "reporter partner flow commodity scope valuation period measure unit value unit_multiplier published standing",
    )
    | _DECIMALS,
    "reporter partner flow period value citation",
    numbers=frozenset({"unit_multiplier", "decimals"}),
)
EVENT = _columns(
    _parts(event_rows.PARTS, "id kind date words source period text scheduled"),
    "id kind date words citation",
    flags=frozenset({"scheduled"}),
)
RATE = _columns(
    _parts(exchange_rates.PARTS, "base quote period kind rate published") | _DECIMALS,
    "base quote period kind rate citation",
    numbers=frozenset({"decimals"}),
)
