"""
Names for anchors and for files, made from ids that may hold anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

LONGEST = 60
_OTHER = re.compile(r"[^A-Za-z0-9._-]{1,999}+")


def plain_name(text: str) -> str:
    """The text as a name of letters, digits, dots and hyphens; blank where none of it can be kept."""
    return _OTHER.sub("-", text)[:LONGEST].strip("-.")


def anchors(prefix: str, ids: Iterable[str]) -> list[str]:
    """An anchor for each id, the same for the same id where it can be; no two are equal."""
    taken: set[str] = set()
    found = []
    for place, each in enumerate(ids, 1):
        name = prefix + (plain_name(each) or str(place))
        if name in taken or plain_name(each) != each:
            name = f"{name}-{place}"
        while name in taken:
            name += "x"
        taken.add(name)
        found.append(name)
    return found


def page_name(path: str) -> str:
    """The name of the page of a claims file: its own name, and a few digits that keep two of one name apart."""
    digits = sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    stem = path.replace("\\", "/").rpartition("/")[2].removesuffix(".yaml").removesuffix(".yml")
    return f"{plain_name(stem) or 'article'}-{digits}.html"
