"""
Numerals of the languages that write a decimal comma, in the English spelling; an unclear one stays unread.

The rule: comma and point change places, and spaces or apostrophes between groups of exactly three digits become
commas. "106,48" is 106.48 and "1.234.567,8" is 1,234,567.8. What is written the English way, "10.6" or "1,234.5",
so turns into a spelling that the readers of figures refuse, never into another magnitude. Days, 14.07.2025, stay.
"""

from __future__ import annotations

from factcheck.reading.tokens import Kind, Token, kind_at, text_at

_SWAPPED = str.maketrans(".,", ",.")
_GROUP = 3
_MOST_GROUPS = 12
_APOSTROPHES = frozenset("'’")


def english_digits(tokens: list[Token], at: int, *, open_comma: bool) -> tuple[str, int]:
    """
    The English spelling of the numeral at a token, and the token after it.

    Args:
        tokens: those of the text.
        at: one with digits.
        open_comma: whether "1,234" stays open, as the language's copy is written with either comma.
    """
    end = _end_of_groups(tokens, at)
    if end > at + 1:
        groups = [token.text for token in tokens[at:end:2]]
        last = groups.pop()
        swiss = tokens[at + 1].text in _APOSTROPHES
        return f"{','.join(groups)},{last.replace(',', '.') if swiss else last.translate(_SWAPPED)}", end
    text = tokens[at].text
    if _follows_chain(tokens, at):
        return f"0{text.translate(_SWAPPED)}", at + 1  # the rest of "1'234 567" is no number of its own
    if slashed := _slashed_day(tokens, at):
        return slashed, at + 5
    if text.isdigit() or _is_day(text):
        return text, at + 1
    whole, comma, part = text.partition(",")
    if open_comma and comma and len(part) == _GROUP and len(whole) <= _GROUP and whole.isdigit() and whole[0] != "0":
        return f"{whole}.{part},0", at + 1  # a spelling that no reader takes for a number
    if _is_thousandths_of_a_rate(tokens, at):
        return f"{text.replace('.', ',')}.0,0", at + 1  # "9.125 %" may be nine or nine thousand: left unread
    return text.translate(_SWAPPED), at + 1


def _is_thousandths_of_a_rate(tokens: list[Token], at: int) -> bool:
    """Whether a numeral with one point before three digits is a rate's: English copy and a slip write it so."""
    whole, point, part = tokens[at].text.partition(".")
    if not (point and len(part) == _GROUP and len(whole) <= 2 and (whole + part).isdigit()):
        return False
    following = at + 2 if kind_at(tokens, at + 1) is Kind.SPACE else at + 1
    return text_at(tokens, following) in {"%", "Prozent", "Prozentpunkte"} or text_at(tokens, following) == "por"


def _end_of_groups(tokens: list[Token], at: int) -> int:
    """The token after a numeral in groups of three by one kind of space or apostrophe; ``at + 1`` where it has none."""
    first, mark = tokens[at].text, text_at(tokens, at + 1)
    if not (first.isdigit() and len(first) <= _GROUP and first[0] != "0" and _parts(tokens, at + 1)):
        return at + 1
    before = kind_at(tokens, at - 1)
    if before is Kind.WORD or (_parts(tokens, at - 1) and kind_at(tokens, at - 2) is Kind.NUMERAL):
        return at + 1
    end = at + 1
    for _ in range(_MOST_GROUPS):
        if text_at(tokens, end) != mark or kind_at(tokens, end + 1) is not Kind.NUMERAL:
            break
        whole = text_at(tokens, end + 1).replace(".", ",").partition(",")[0]
        if len(whole) != _GROUP:
            return at + 1
        end += 2
        if not tokens[end - 1].text.isdigit():
            break
    goes_on = _parts(tokens, end) and kind_at(tokens, end + 1) is Kind.NUMERAL
    spaced_point = mark not in _APOSTROPHES and "." in text_at(tokens, end - 1)
    return at + 1 if goes_on or spaced_point or _mixed(tokens[end - 1].text) else end


def _follows_chain(tokens: list[Token], at: int) -> bool:
    """Whether a numeral follows digits with an apostrophe and a space."""
    spaced = kind_at(tokens, at - 1) is Kind.SPACE and kind_at(tokens, at - 2) is Kind.NUMERAL
    return spaced and text_at(tokens, at - 3) in _APOSTROPHES and kind_at(tokens, at - 4) is Kind.NUMERAL


def _parts(tokens: list[Token], at: int) -> bool:
    """Whether a token may part groups of digits: one space or an apostrophe."""
    space = kind_at(tokens, at) is Kind.SPACE and len(text_at(tokens, at)) == 1 and text_at(tokens, at) not in "\n\r\t"
    return space or text_at(tokens, at) in _APOSTROPHES


def _mixed(text: str) -> bool:
    """Whether the last group has more than one mark: "648.5,2"."""
    return text.count(".") + text.count(",") > 1


def _is_day(text: str) -> bool:
    """Such as 14.07.2025."""
    parts = text.split(".")
    return len(parts) == 3 and all(part.isdigit() for part in parts) and _is_date(*parts)


def _slashed_day(tokens: list[Token], at: int) -> str:
    """Such as 04/05/2025: in these languages the day stands first; blank where it is none."""
    five = [token.text for token in tokens[at : at + 5]]
    if len(five) < 5 or five[1] != "/" or five[3] != "/" or not all(part.isdigit() for part in five[::2]):
        return ""
    glued = at > 0 and tokens[at - 1].text in "/-."
    return "" if glued or not _is_date(*five[::2]) else ".".join(five[::2])


def _is_date(day: str, month: str, year: str) -> bool:
    long = len(year) == 4 and year[:2] in {"19", "20"}
    return long and len(day) <= 2 and len(month) <= 2 and 1 <= int(day) <= 31 and 1 <= int(month) <= 12
