"""
Plain-text drafts: the words are the file's, line ends apart.
"""

from __future__ import annotations

from factcheck.draft_text import Draft
from factcheck.positions import WHOLE, MapBuilder, TextMap

_MAX_TITLE = 120  # characters; a longer first line is a paragraph


def read_plain(source: str) -> Draft:
    """The draft that a plain text is; a short first line with an empty one behind it is the title."""
    text, way = _with_line_feeds(source)
    return Draft(text, source, way, format="text", title=_title(text))


def _with_line_feeds(source: str) -> tuple[str, TextMap]:
    if "\r" not in source:
        return source, WHOLE
    builder = MapBuilder()
    at = 0
    while (mark := source.find("\r", at)) >= 0:
        length = 2 if source.startswith("\n", mark + 1) else 1
        builder.add(source[at:mark], at)
        builder.add("\n", mark, length)
        at = mark + length
    builder.add(source[at:], at)
    return builder.built()


def _title(text: str) -> str:
    first, _, rest = text.lstrip().partition("\n")
    title = first.strip()
    alone = not rest.strip() or not rest.partition("\n")[0].strip()
    return title if alone and len(title) <= _MAX_TITLE else ""
