"""
The language that a draft says it is in.
"""

from __future__ import annotations


def language_of(written: str) -> str:
    """The two letters of a language tag such as ``en-GB``; blank where it has none."""
    first = written.strip().replace("_", "-").split("-")[0].lower()
    return first if len(first) == 2 and first.isascii() and first.isalpha() else ""
