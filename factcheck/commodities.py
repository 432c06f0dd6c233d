"""
Commodity ids: ``hs:`` and the digits of a heading, or a word of the source's own list.

Whether a code stands in the nomenclature, or a word in a source's list, is asked where the data are.
"""

from __future__ import annotations

import re

from factcheck.errors import UnknownNameError

LONGEST_ID = 64

_HS = re.compile(r"hs[ :-]{0,2}([0-9]{2})(?:\.?([0-9]{2}))?(?:\.?([0-9]{2}))?", re.ASCII | re.IGNORECASE)
_HS_LIKE = re.compile(r"(?:hs[ :.-]{0,2})?([0-9][0-9 .]{0,30})", re.ASCII | re.IGNORECASE)
_SLUG = re.compile(r"[a-z0-9-]{1,64}", re.ASCII)


def parse_commodity(text: str) -> str:
    """
    Read a commodity: "HS 8703" and "hs87.03" are hs:8703; passenger-cars is an id of a source's list.

    Raises:
        UnknownNameError: digits that are no heading of 2, 4 or 6, or a word that is not written as an id is.
    """
    written = text.strip()
    heading = _HS.fullmatch(written)
    if heading:
        return "hs:" + "".join(filter(None, heading.groups()))
    shown = repr(text if len(text) <= 40 else text[:40] + "…")
    digits = _HS_LIKE.fullmatch(written)
    if digits:
        raise UnknownNameError(f"{shown} is no commodity code", _heading_hint(re.sub("[ .]", "", digits[1])))
    if _SLUG.fullmatch(written) and all(written.split("-")) and not re.match("hs(?![a-z])", written):
        return written
    raise UnknownNameError(f"{shown} is no commodity id", _id_hint(written))


def _heading_hint(digits: str) -> str:
    if len(digits) in (2, 4, 6):
        return f"write hs:{digits}"
    if len(digits) in (8, 10):
        return f"national codes go no further than six digits here: write hs:{digits[:6]}"
    return "write hs: and 2, 4 or 6 digits, as in hs:8703"


def _id_hint(written: str) -> str:
    slug = "-".join(re.findall("[a-z0-9]{1,64}", written[:LONGEST_ID].lower()))
    if slug and len(written) <= LONGEST_ID and not slug.startswith("hs-"):
        return f"an id is in small letters with hyphens: write {slug}, or a heading as in hs:8703"
    return "write a heading as in hs:8703, or an id of the source's list as in passenger-cars"
