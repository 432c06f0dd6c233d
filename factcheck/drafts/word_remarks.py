"""
The part of a Word document that holds its comments: read, or begun; with its relation and its type.
"""

from __future__ import annotations

import posixpath
import re
from datetime import date
from functools import lru_cache
from typing import Any

from factcheck.drafts.word_parts import RELATION, Names, local, value

AUTHOR = "factcheck"
INITIALS = "fc"
Node = Any  # an element of lxml, which ships no types
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_KIND = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def new_comment(parent: Node, name: int, text: str, day: date | None) -> None:
    """
    Add a comment by factcheck to the comments of a document.

    Args:
        parent: the element that holds them.
        name: its number.
        text: its words, a paragraph for each line.
        day: the day that it bears, none if None.
    """
    namespace = parent.tag.rpartition("}")[0] + "}"
    comment = parent.makeelement(f"{namespace}comment")
    comment.set(f"{namespace}id", str(name))
    comment.set(f"{namespace}author", AUTHOR)
    if day is not None:
        comment.set(f"{namespace}date", f"{day.isoformat()}T00:00:00Z")
    comment.set(f"{namespace}initials", INITIALS)
    for line in text.split("\n"):
        comment.append(_paragraph(parent, namespace, line, first=not len(comment)))
    parent.append(comment)


def _paragraph(parent: Node, namespace: str, line: str, *, first: bool) -> Node:
    paragraph = parent.makeelement(f"{namespace}p")
    if first:
        mark = parent.makeelement(f"{namespace}r")
        mark.append(parent.makeelement(f"{namespace}annotationRef"))
        paragraph.append(mark)
    run, words = parent.makeelement(f"{namespace}r"), parent.makeelement(f"{namespace}t")
    words.text = line
    words.set(_SPACE, "preserve")
    run.append(words)
    paragraph.append(run)
    return paragraph


def in_xml(text: str) -> str:
    r"""The text with what XML cannot hold as visible escapes such as ``\x1b``, and lines ended by line feeds alone."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _not_in_xml().sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


@lru_cache(maxsize=1)
def _not_in_xml() -> re.Pattern[str]:
    return re.compile("[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def numbers(*roots: Node) -> set[int]:
    """The numbers of comments that a document has, or speaks of."""
    found: set[int] = set()
    for root in roots:
        for each in root.iter():
            if local(each.tag) in ("comment", "commentRangeStart", "commentRangeEnd", "commentReference"):
                written = value(each, "id")
                found.update({int(written)} if re.fullmatch("[0-9]{1,9}", written) else ())
    return found


def comments_name(names: Names, parts: dict[str, bytes]) -> str:
    """The name of the part with the comments; a free one where the document has none."""
    if names.comments:
        return names.comments
    folder = posixpath.dirname(names.story)
    candidates = ["comments.xml", *(f"comments{number}.xml" for number in range(2, len(parts) + 3))]
    return next(name for each in candidates if (name := posixpath.join(folder, each)) not in parts)


def relate(relations: Node, comments: str, folder: str, *, strict: bool) -> None:
    """Add the relation of a story to its comments."""
    taken = {each.get("Id") for each in relations}
    free = next(name for number in range(1, len(taken) + 2) if (name := f"rId{number}") not in taken)
    relation = relations.makeelement(RELATION)
    relation.set("Id", free)
    relation.set("Type", _STRICT_KIND if strict else _KIND)
    relation.set("Target", posixpath.relpath(comments, folder or "."))
    relations.append(relation)


def give_type(types: Node, comments: str) -> None:
    """Say in the list of types what the part with the comments is."""
    override = types.makeelement(f"{_TYPES}Override")
    override.set("PartName", f"/{comments}")
    override.set("ContentType", _TYPE)
    types.append(override)
