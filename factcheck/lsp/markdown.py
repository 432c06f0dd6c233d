"""
Text from claims, drafts and sources as Markdown in which none of it acts: no HTML, no image, no link but to http(s).
"""

from __future__ import annotations

import re

from factcheck.outputs.visible import visible

_ACTIVE = re.compile(r"[\\`*_\[\]<>&!~|$@#^]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_AT_START = re.compile(r"^([0-9]{0,9})([.)](?=\s|$)|[-+=])")  # what would begin a list or draw a line
_ADDRESS = re.compile(r"https?://[!#-;=?-\[\]_a-z~%]{1,2000}", re.IGNORECASE)


def escaped(text: str) -> str:
    """The text on one line, every character that means something in Markdown behind a backslash."""
    return _AT_START.sub(r"\1\\\2", _ACTIVE.sub(r"\\\g<0>", visible(text)))


def strong(text: str) -> str:
    """The text in bold; blank stays blank."""
    return f"**{escaped(text)}**" if text.strip() else ""


def link(address: str) -> str:
    """A link that shows where it leads; an address that is none of the web's, or has odd characters, is plain text."""
    return f"<{address}>" if _ADDRESS.fullmatch(address) else escaped(address)
