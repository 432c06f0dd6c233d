r"""
The one escaper of the page: every text that a template prints goes through ``inert``.

Markup is escaped; characters that a reader cannot see but a browser obeys (controls, bidi overrides, private and
surrogate ones) become visible escapes such as ``\u202e``; no line can be taken for a command by a CI runner.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from factcheck.outputs.visible import escaped

# Categories Cc, Cf, Cs, Co, Zl and Zp, and the code points that are no characters; a test compares it with Unicode.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U0004fffe\U0004ffff\U0005fffe\U0005ffff"
    "\U0006fffe\U0006ffff\U0007fffe\U0007ffff\U0008fffe\U0008ffff\U0009fffe\U0009ffff\U000afffe\U000affff"
    "\U000bfffe\U000bffff\U000cfffe\U000cffff\U000dfffe\U000dffff\U000efffe\U000effff\U000f0000-\U0010ffff]"
)
# Scripts and emoji need joiners inside a word, German and others a soft hyphen; beside ASCII or a digit they only hide.
_JOINERS = re.compile("(?<=[^\x00-\x7f\\d])[\u200c\u200d\xad](?=[^\x00-\x7f\\d])|(?<=[^\\W\\d_])\xad(?=[^\\W\\d_])")
LONGEST = 4000  # characters of any text but the story
_SPACES = frozenset("\t\n\x0b\x0c\r")


def inert(value: object) -> Markup:
    """A value as markup in which nothing acts, cut where nobody reads on; what is markup already stays."""
    if isinstance(value, Markup):
        return value
    return whole(cut(value if isinstance(value, str) else str(value), LONGEST))


def whole(text: str) -> Markup:
    """The same for a text of the story, which is shown to its end."""
    if not text.isprintable():
        text = seen(text)
    markup = escape(text)
    if "##[" in markup or "::" in markup:
        plain = str(markup).replace("##[", "#&#35;[").replace("::", ":&#58;")
        return Markup(plain)  # noqa: S704  it is escaped
    return markup


def seen(text: str) -> str:
    """The text with every hidden character as an escape that is seen, and with spaces for line ends and tabs."""
    joiners = {match.start() for match in _JOINERS.finditer(text)}
    return _HIDDEN.sub(lambda match: _shown(match, joiners), text)


def _shown(match: re.Match[str], joiners: set[int]) -> str:
    char = match[0]
    if char in _SPACES:
        return " "
    return char if match.start() in joiners else escaped(char)


def cut(text: str, most: int) -> str:
    """The text, or its beginning with an ellipsis where it is longer than anyone reads."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
