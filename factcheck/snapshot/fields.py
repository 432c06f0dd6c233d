"""
Fields of rows, each read strictly: what a cell of a CSV file may say, and what to write instead where it may not.

Every reader takes the text of a field and raises WrittenError where it cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from factcheck import places
from factcheck.commodities import parse_commodity
from factcheck.errors import UnknownNameError, WrittenError
from factcheck.observations import ALL_GOODS
from factcheck.periods import Period

LONGEST_NUMBER = 40

_NUMBER = re.compile(r"-?[0-9]{1,38}(?:\.[0-9]{1,38})?")
_INTEGER = re.compile("-?[0-9]{1,2}")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ADDRESS = re.compile(r"https?://[!-~\u00a1-\uffff]{1,1900}")
_SOURCE_KIND = re.compile("[a-z_]{0,40}")


def place_code(text: str) -> str:
    """The code of a place, where it is one."""
    try:
        return places.by_code(text).code
    except UnknownNameError:
        pass
    try:
        hint = f"write its code, {places.place(text).code}"
    except UnknownNameError as error:
        hint = "write an ISO 3166-1 code of three letters, or EU, EA, ASEAN, WLD"
        if error.hint.startswith("did you mean"):
            hint = error.hint
    raise WrittenError(f"unknown place {text[:40]!r}", hint)


def one_of(what: str, known: tuple[str, ...], default: str, meant: Mapping[str, str]) -> Callable[[str], str]:
    """A reader that takes one of a few words; ``meant`` has the right word for likely wrong ones."""

    def read(text: str) -> str:
        if text in known:
            return text or default
        if not text and default:
            return default
        near = meant.get(text.lower())
        listed = ", ".join(word for word in known if word)
        raise WrittenError(f"unknown {what} {text[:40]!r}", f"write {near}" if near else f"write one of {listed}")

    return read


def number(text: str) -> Decimal:
    """A number in plain digits: no exponent, no separators, at most forty characters."""
    if len(text) <= LONGEST_NUMBER and _NUMBER.fullmatch(text):
        return Decimal(text)
    if not text:
        raise WrittenError("the value is empty", "a figure that is not known is left out; empty is not zero")
    if len(text) > LONGEST_NUMBER:
        raise WrittenError(f"a number of {len(text)} characters", f"at most {LONGEST_NUMBER} are read")
    raise WrittenError(f"{text!r} is no number", "write digits with a point, -12.3, the scale in unit_multiplier")


def power(text: str) -> int:
    """A power of ten from 0 to 18; blank is 0."""
    if _INTEGER.fullmatch(text or "0") and 0 <= int(text or "0") <= 18:
        return int(text or "0")
    raise WrittenError(f"{text[:20]!r} is no power of ten", "write 9 for billions, 6 for millions, 0 for single units")


def decimals(value: str, text: str) -> int:
    """The decimals of a value as printed; fewer than its digits where the last ones are not known."""
    digits = len(value.partition(".")[2])
    if not text:
        return digits
    if not _INTEGER.fullmatch(text) or int(text) < -18:
        raise WrittenError(f"{text[:20]!r} is no number of decimals", f"write the digits after the point of {value}")
    if int(text) > digits:
        raise WrittenError(
            f"{text} decimals, but {value} has {digits}", "write the value with every digit that the source printed"
        )
    return int(text)


def period(text: str) -> Period:
    """A period by its name."""
    return Period.parse(text)


def commodity(text: str) -> str:
    """A commodity id as it must be written; blank is all goods."""
    if not text:
        return ALL_GOODS
    read = parse_commodity(text)
    if read != text:
        raise WrittenError(f"{text[:40]!r} is no commodity id", f"write {read}")
    return read


def day(text: str) -> date | str:
    """A day, or blank."""
    if not text:
        return ""
    if _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise WrittenError(f"{text!r} is no day of the calendar", "write the day as 2025-07-14") from None
    raise WrittenError(
        f"'published' is no day: {text[:40]!r}", "write 2025-07-14; of a month its last day, or leave it blank"
    )


def address(text: str) -> str:
    """A web address; there must be one."""
    if _ADDRESS.fullmatch(text):
        return text
    if not text:
        raise WrittenError("the row has no address", "every figure names the page where it was read")
    raise WrittenError(f"{text[:60]!r} is no web address", "begin it with https:// and leave no spaces")


def source_kind(text: str) -> str:
    """What the page is to the figure: primary, news_quoting_primary ..."""
    if _SOURCE_KIND.fullmatch(text):
        return text
    raise WrittenError(
        f"unknown source_kind {text[:40]!r}", "write primary, news_quoting_primary, secondary_compilation ..."
    )


@lru_cache(maxsize=1)
def currencies() -> frozenset[str]:
    """The currencies of all places."""
    return frozenset(place.currency for place in places.places().values() if place.currency)
