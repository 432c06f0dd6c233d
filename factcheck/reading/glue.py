"""
What may touch a figure and what spoils it: chains, unknown characters and invisible ones make it unread, never small.
"""

from __future__ import annotations

from factcheck.reading.number_words import ONES, TENS
from factcheck.reading.numerals import Unread
from factcheck.reading.tokens import (
    DASHES,
    HYPHENS,
    MINUS,
    Kind,
    Token,
    after_gap,
    char_name,
    is_foreign_digit,
    is_invisible,
    kind_at,
    low_at,
    text_at,
)

#: What may stand between two numerals without tying them into one: ranges, brackets, the cells of a table.
_APART = DASHES | frozenset("([{)]};|")
#: Points, commas and apostrophes of any script: where two of them or a strange one part digits, no number is meant.
_POINTS = frozenset(
    ".,'’‘·:…`\u00b4\u2024\u2027\u2219\u22c5\u2022\u02d9\u201a\u201b\u066b\u066c\u060c\u3001\u3002\u30fb\ufe50\ufe52"
    "\uff07\uff0c\uff0e\uff61\uff64\uff65\u2044\u2215\uff0f"
)
_USUAL = frozenset(".,'’‘:…")  # these may end a clause before the next number
_BLANK = "\u2800"  # the empty braille pattern: a blank that is no space
_AFTER_NUMERAL = frozenset("°‰‱℃℉×*±÷=^″\u2032_")  # what makes the numeral mean something else
_BOUNDARIES = frozenset("([{\"'“”‘’«»—―|,;:.!?…*_~≈<>≤≥=>/&\u00a1\u00bf")
_STOPS = frozenset('—―([{)]}"“”«»;|')
_FURTHEST = 200  # tokens of one chain
_LONGEST_BREAK = 6  # tokens between two parts of one number


def unread_glue(tokens: list[Token], at: int, what: str, hint: str = "") -> Unread:
    """Unread up to the next space: no part of a chain is a figure of its own."""
    end = at + 1
    while end < min(len(tokens), at + _FURTHEST):
        token = tokens[end]
        if token.kind in {Kind.SPACE, Kind.BREAK} or token.text in _STOPS:
            break
        end += 1
    return Unread(end, what, hint)


def spoiled_numeral(tokens: list[Token], at: int) -> Unread | None:
    """What right after a numeral makes it unread: more digits, superscripts, ×10, groups by space."""
    after = text_at(tokens, at + 1)
    spoiled = _spoiling_char(tokens, at + 1) or _chain(tokens, at + 1) or _broken(tokens, at)
    if spoiled is not None:
        return spoiled
    if after in {".", ",", "'", "’", "_", "^", "\\"} and kind_at(tokens, at + 2) is Kind.WORD:
        return unread_glue(
            tokens, at, f"'{tokens[at].text}{after}{tokens[at + 2].text}'", "put a space after the number"
        )
    following = after_gap(tokens, at + 1)
    if low_at(tokens, following) in _AFTER_NUMERAL or _is_times_sign(tokens, following):
        return unread_glue(
            tokens, following, f"'{tokens[following].text}' after a number", "write it as a plain number"
        )
    return _groups_by_space(tokens, at)


def _is_times_sign(tokens: list[Token], at: int) -> bool:
    return low_at(tokens, at) == "x" and kind_at(tokens, at - 1) is Kind.SPACE


def _groups_by_space(tokens: list[Token], at: int) -> Unread | None:
    """Numerals that follow one another: "10 648", "+7 495 123-45-67"; a year may stand before a number."""
    following = at + 1
    if kind_at(tokens, following) is not Kind.SPACE or kind_at(tokens, following + 1) is not Kind.NUMERAL:
        return None
    if is_year(tokens[at].text):
        return None
    end = following + 1
    while kind_at(tokens, end + 1) is Kind.SPACE and kind_at(tokens, end + 2) is Kind.NUMERAL and end < at + _FURTHEST:
        end += 2
    written = "".join(token.text for token in tokens[at : end + 1])
    return unread_glue(tokens, end, f"numbers in a row, '{written[:60]}'", "write thousands with commas: 10,648")


def is_year(text: str) -> bool:
    """Whether digits look like a year: 1900 to 2099."""
    return len(text) == 4 and text.isdigit() and text[:2] in {"19", "20"}


def _spoiling_char(tokens: list[Token], at: int) -> Unread | None:
    """A character that may not touch a figure: another script's digit, an invisible one."""
    text = text_at(tokens, at)
    if not text or (text.isascii() and kind_at(tokens, at) is not Kind.OTHER):
        return None
    char = text[0]
    if is_foreign_digit(char):
        return unread_glue(tokens, at, f"{char_name(char)} in a figure", "write it with the digits 0 to 9")
    if kind_at(tokens, at) is Kind.OTHER and is_invisible(char):
        return unread_glue(tokens, at, f"an invisible character {char_name(char)} in a figure", "delete it")
    return None


def _chain(tokens: list[Token], at: int) -> Unread | None:
    """A numeral that goes on: 1.2.3, 1:30, 3/4/2025, 2025-07-14, 10'648."""
    text = text_at(tokens, at)
    if kind_at(tokens, at) is Kind.NUMERAL:
        return unread_glue(tokens, at, "a numeral of more than 40 characters", "write it with a scale word")
    is_mark = kind_at(tokens, at) is Kind.OTHER and text not in _APART
    if is_mark and kind_at(tokens, at + 1) is Kind.NUMERAL:
        return unread_glue(tokens, at, f"'{tokens[at - 1].text}{text}{tokens[at + 1].text}' is no plain number", "")
    if _is_dash(tokens, at) and _is_dash(tokens, at + 1) and kind_at(tokens, at + 2) is Kind.NUMERAL:
        return unread_glue(tokens, at, "two dashes between numbers", "write a range with one dash")
    dashes = _is_dash(tokens, at) and _is_dash(tokens, at + 2)
    if dashes and kind_at(tokens, at + 1) is kind_at(tokens, at + 3) is Kind.NUMERAL:
        return unread_glue(tokens, at, "numbers joined by hyphens")
    return None


def _broken(tokens: list[Token], at: int) -> Unread | None:
    """A numeral whose digits go on after two points, a spaced one, one of another script or an invisible character."""
    following = kind_at(tokens, at + 1)
    if (kind_at(tokens, at + 2) if following is Kind.SPACE else following) is not Kind.OTHER:
        return None
    end = at + 1
    while end <= at + _LONGEST_BREAK and _may_break(tokens, end):
        end += 1
    marks = "".join(" " if token.kind is Kind.SPACE else token.text for token in tokens[at + 1 : end])
    hidden = next((char for char in marks if is_invisible(char)), "")
    following = kind_at(tokens, end)
    if hidden and (following is Kind.NUMERAL or (following is Kind.WORD and " " not in marks)):
        return unread_glue(tokens, end, f"an invisible character {char_name(hidden)} in a figure", "delete it")
    if following is not Kind.NUMERAL or not _breaks(marks):
        return None
    written = f"'{tokens[at].text}{marks}{tokens[end].text}' is no plain number"
    return unread_glue(tokens, end, written, "write one decimal point")


def _may_break(tokens: list[Token], at: int) -> bool:
    kind, text = kind_at(tokens, at), text_at(tokens, at)
    if kind is not Kind.OTHER:
        return kind is Kind.SPACE
    return text in _POINTS or text == _BLANK or text.isspace() or is_invisible(text)


def _breaks(marks: str) -> bool:
    """Whether marks between two numerals tear one number apart and do not end a clause: "106. 48" may be two."""
    bare = marks.strip(" ")
    if not bare:
        return False
    if not marks.endswith(" "):
        return True
    return bare == ".." or not _USUAL.issuperset(bare) or (len(bare) == 2 and bare[0] in ".,") or marks == " . "


def torn_decimals(tokens: list[Token], end: int) -> Unread | None:
    """Digits after a point and a space, "$106. 48 billion": the next sentence, or the decimals of an amount."""
    if text_at(tokens, end) != "." or kind_at(tokens, end + 1) is not Kind.SPACE:
        return None
    if kind_at(tokens, end + 2) is not Kind.NUMERAL or kind_at(tokens, end - 1) is not Kind.NUMERAL:
        return None
    return Unread(end + 3, f"'{tokens[end - 1].text}. {tokens[end + 2].text}'", "write no space after the point")


def _is_dash(tokens: list[Token], at: int) -> bool:
    return text_at(tokens, at) in DASHES


def spoiled_end(tokens: list[Token], end: int) -> Unread | None:
    """What right after a whole figure makes it unread: letters or digits that are glued to it."""
    kind, text = kind_at(tokens, end), text_at(tokens, end)
    if kind in {Kind.WORD, Kind.NUMERAL} or text == "_":
        before = text_at(tokens, end - 1)
        return unread_glue(tokens, end, f"{text!r} right after {before!r}", "put a space after the figure")
    return _spoiling_char(tokens, end) or (_chain(tokens, end) if end > 0 else None)


def spoiled_start(tokens: list[Token], first: int) -> Unread | None:
    """What right before a figure makes it unread: letters, digits, a point, an unknown sign; the figure is skipped."""
    if first == 0:
        return None
    before = tokens[first - 1]
    if before.kind is Kind.BREAK:
        return None
    if before.kind is Kind.SPACE:
        return _minus_before(tokens, first)
    if before.kind is Kind.OTHER and before.text in _BOUNDARIES and not _is_inside(tokens, first - 1):
        return None
    if before.text in DASHES and (tokens[first].kind is Kind.WORD or low_at(tokens, first - 2) == "top"):
        return None
    return Unread(first + 1, f"{before.text!r} right before a figure", "put a space before the figure")


def _is_inside(tokens: list[Token], at: int) -> bool:
    """Whether a mark stands inside a chain: the point of "v.5", the slash of "9/11"."""
    text = tokens[at].text
    if text in {".", "/", "_", "'", "’", ":", ",", "=", "&", "*"}:
        before = text_at(tokens, at - 1)
        if text in {".", "/", "_", "'", "’", "&"}:
            return text == "." or (bool(before) and before[-1].isalnum())
        return bool(before) and before[-1].isdigit()
    return text == ">" and text_at(tokens, at - 1) in {"-", "="}


def _minus_before(tokens: list[Token], first: int) -> Unread | None:
    """A spaced true minus before the figure belongs to a calculation when a number stands before it."""
    sign = first - 2
    if text_at(tokens, sign) in {MINUS, "×", "±", "÷", "*", "^"} or low_at(tokens, sign) == "minus":
        return Unread(first + 1, f"a figure after {tokens[sign].text!r}", "write the result as one number")
    if text_at(tokens, sign) in HYPHENS and low_at(tokens, first - 3) in TENS and low_at(tokens, first) in ONES:
        return Unread(first + 1, "a number in words that a line breaks", "write it in one word, or in digits")
    return None
