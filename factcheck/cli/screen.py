"""
Standard output: what it can show, and writing to it without ever failing on a character.
"""

from __future__ import annotations

import codecs
import os
import sys

from factcheck.outputs.page import Page


def page_for_screen(*, colour: bool) -> Page:
    """The layout for standard output: ASCII where its encoding is not a Unicode one, colour only on a terminal."""
    return Page(ascii=not _takes_unicode(), colour=colour and _is_terminal())


def page_for_file() -> Page:
    """The layout for a file, which is UTF-8."""
    return Page()


def wants_colour(no_color: bool) -> bool:
    """Whether colours are allowed: not with ``--no-color``, nor with ``NO_COLOR`` set (https://no-color.org)."""
    return not no_color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def to_screen(text: str, *, utf8: bool = False) -> None:
    """Write a text to standard output in its encoding, or as UTF-8; what cannot be encoded becomes an escape."""
    encoding = "utf-8" if utf8 or _takes_unicode() else sys.stdout.encoding
    stream = getattr(sys.stdout, "buffer", None)
    data = text.encode(encoding, "backslashreplace")
    if stream is None:  # a stream that someone put in place of standard output
        sys.stdout.write(data.decode(encoding))
        return
    sys.stdout.flush()
    stream.write(data)
    stream.flush()


def _takes_unicode() -> bool:
    try:
        name = codecs.lookup(sys.stdout.encoding or "ascii").name
    except LookupError:
        return False
    return name.startswith("utf-8")


def _is_terminal() -> bool:
    return sys.stdout.isatty()
