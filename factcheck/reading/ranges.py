"""
Two numbers that belong together: ranges ("5 to 7 percent", "between $5 and $7 billion") and pairs that share a unit.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.reading.amounts import Amount, amount_at
from factcheck.reading.compounds import compound_at
from factcheck.reading.figure import FigureKind
from factcheck.reading.glue import is_year, unread_glue
from factcheck.reading.hedge_words import HEDGE_WORDS
from factcheck.reading.movement_words import follows_change
from factcheck.reading.numerals import EXACT, Unread
from factcheck.reading.tokens import (
    DASHES,
    Kind,
    Token,
    after_gap,
    before_gap,
    kind_at,
    low_at,
    text_at,
)

_NO_STEP = frozenset({"of", "at", "to"})  # "growth of 5 percent to 7 percent" is a range
_LONGEST_LIST = 1000
_IN_FULL = 1000
_FAR = 20  # "$5 or $6 billion" are both billions, "$500 and $6 billion" may be 500 dollars
_NO_SCALE = ("a number without the scale that stands on the next one", "write the scale on both")
_FORCED = frozenset({FigureKind.FRACTION, FigureKind.ORDINAL})

Read = tuple[Amount, ...]


def amounts_at(tokens: list[Token], at: int) -> Read | Unread | None:
    """
    The amount at a token, or the range that begins there, or the two that share a unit.

    A unit or scale that stands only on the second of two numbers belongs to the first as well.
    """
    if low_at(tokens, at) == "between":
        return _between(tokens, at)
    first = amount_at(tokens, at)
    if first is None or isinstance(first, Unread):
        return first
    dash = _dash_after(tokens, first)
    if dash:
        return _dashed(tokens, first, dash)
    listed = compound_at(tokens, first) or _list_at(tokens, first)
    if listed is not None:
        return listed
    word = after_gap(tokens, first.end)
    if low_at(tokens, first.end) == "-" and phrase_to(tokens, first.end + 1):
        word = first.end + 1
    low = low_at(tokens, word)
    if low not in {"to", "and", "or"} or first.kind in _FORCED:
        return (first,)
    second = amount_at(tokens, _after_connector(tokens, word))
    if isinstance(second, Unread):
        return _unread_pair(tokens, first, second)
    if second is None:
        return (first,)
    return _joined_by_to(tokens, first, second) if low == "to" else _listed(tokens, first, second)


def _list_at(tokens: list[Token], first: Amount) -> Read | Unread | None:
    """
    The numbers of "5, 7 and 9 percent" but for the last; None where no list begins.

    Per cent is shared with all; a scale or another unit that only the last one has leaves the others unread.
    """
    if low_at(tokens, first.end) != "," or first.has_scale or (first.has_unit and not first.currencies):
        return None
    items, mark, word = [first], first.end, ","
    while word in {",", "and", "or"} and len(items) < _LONGEST_LIST:
        following = after_gap(tokens, mark + 1)
        if word == "," and low_at(tokens, following) in {"and", "or"}:
            word = low_at(tokens, following)
            following = after_gap(tokens, following + 1)
        item = amount_at(tokens, following)
        if item is None or isinstance(item, Unread):
            return item or _but_last(items)
        items.append(item)
        if word in {"and", "or"} or item.has_scale or item.has_unit != first.has_unit or item.kind in _FORCED:
            break
        mark = item.end if low_at(tokens, item.end) == "," else after_gap(tokens, item.end)
        word = low_at(tokens, mark)
    return _settled(tokens, items, word)


def _but_last(items: list[Amount]) -> Read | None:
    return tuple(items[:-1]) or None


def _settled(tokens: list[Token], items: list[Amount], word: str) -> Read | Unread | None:
    """The numbers of a list but for the last, by what the last one says."""
    first, last = items[0], items[-1]
    goes_on = after_gap(tokens, last.end)
    if last.is_bare and (low_at(tokens, goes_on) == "to" or text_at(tokens, goes_on) in DASHES):
        return Unread(last.first, "a list of numbers that ends in a range", "write the unit on each number")
    if len(items) < 2 or _is_plain_year(tokens, first) or last.kind in _FORCED:
        return _but_last(items)
    if first.has_unit == last.has_unit and not last.has_scale:
        return _but_last(items)
    if first.has_unit and (not last.currencies or not last.has_scale):
        return _but_last(items)
    if word in {"and", "or"} and last.kind in {FigureKind.PERCENT, FigureKind.POINTS}:
        shared = [_with_unit_of(item, last) or item for item in items[:-1]]
        return tuple(shared)
    return Unread(last.first, "a number in a list whose unit or scale stands further on", "write it on each number")


def phrase_to(tokens: list[Token], at: int) -> bool:
    """Whether "to-" stands at a token: "two-to-three percent"."""
    return low_at(tokens, at) == "to" and low_at(tokens, at + 1) == "-"


def _after_connector(tokens: list[Token], word: int) -> int:
    return (
        word + 2 if low_at(tokens, word + 1) == "-" and low_at(tokens, word - 1) == "-" else after_gap(tokens, word + 1)
    )


def _unread_pair(tokens: list[Token], first: Amount, second: Unread) -> Read | Unread:
    """A number before an unread one keeps its meaning only if nothing of the second could belong to it."""
    return (first,) if first.has_unit and (first.has_scale or not first.currencies) else second


def _dash_after(tokens: list[Token], first: Amount) -> int:
    """The dash of a range right after a number, else 0; a spaced hyphen counts only between two numbers."""
    dash = after_gap(tokens, first.end)
    if text_at(tokens, dash) not in DASHES:
        return 0
    following = after_gap(tokens, dash + 1)
    if kind_at(tokens, following) is Kind.WORD and (text_at(tokens, dash) == "-" or dash > first.end):
        return 0
    if text_at(tokens, dash) in "—―" and first.has_unit:
        return 0
    second = amount_at(tokens, following)
    if second is None or (dash > first.end and first.has_unit):
        return 0
    return dash


def _dashed(tokens: list[Token], first: Amount, dash: int) -> Read | Unread:
    """Such as "5-7%", "$5bn–$7bn", "$5-7bn"; unread where the two do not make a range."""
    second = amount_at(tokens, after_gap(tokens, dash + 1))
    if second is None or isinstance(second, Unread):
        return second or (first,)
    if dash > first.end and after_gap(tokens, dash + 1) == dash + 1:
        return unread_glue(
            tokens, second.end - 1, "a number and one with a minus", "write 'to' between the two of a range"
        )
    if low_at(tokens, second.end) in DASHES and kind_at(tokens, second.end + 1) is Kind.NUMERAL:
        return unread_glue(tokens, second.end, "numbers joined by hyphens", "")
    joined = _range(tokens, first, second)
    if joined is None or joined.number >= (joined.upper or 0):
        return unread_glue(tokens, second.end - 1, "two numbers joined by a dash that make no range", "")
    return (joined,)


def _between(tokens: list[Token], at: int) -> Read | Unread | None:
    """Such as "between 5 and 7 percent", also with a hedge after "between"."""
    start = after_gap(tokens, at + 1)
    first = amount_at(tokens, start)
    for _ in range(3):
        if first is not None or low_at(tokens, start) not in HEDGE_WORDS:
            break
        start = after_gap(tokens, start + 1)
        first = amount_at(tokens, start)
    if first is None or isinstance(first, Unread):
        return None
    word = after_gap(tokens, first.end)
    if low_at(tokens, word) != "and":
        return None
    second = amount_at(tokens, after_gap(tokens, word + 1))
    if second is None or isinstance(second, Unread):
        return second
    if _is_plain_year(tokens, first):
        return None
    joined = _range(tokens, first, second)
    if joined is None:
        return None
    if joined.upper is not None and joined.number > joined.upper:
        joined = joined._replace(number=joined.upper, upper=joined.number)
    return (joined._replace(first=at),)


def _joined_by_to(tokens: list[Token], first: Amount, second: Amount) -> Read | Unread:
    """Such as "5 to 7 percent"; after a verb of change "from 5 to 7 percent" is two figures."""
    if not _shares_unit(first, second) or _is_plain_year(tokens, first):
        return (first,)
    if second.has_scale and not first.has_scale and not _are_near(first, second) and not _is_in_full(first, second):
        return Unread(first.end, *_NO_SCALE)  # "$900 to $1 billion": millions were meant, or dollars
    joined = _range(tokens, first, second)
    before = low_at(tokens, before_gap(tokens, first.first))
    moves = follows_change(tokens, first.first)
    two = moves and (before == "from" or (first.has_unit and before not in _NO_STEP))
    if joined is None or two or joined.number >= (joined.upper or 0):
        return _sharing(first, second)
    return (joined,)


def _listed(tokens: list[Token], first: Amount, second: Amount) -> Read | Unread:
    """Such as "5 and 7 percent": two figures in one unit; "$5 or $7 billion" are both billions."""
    alike = first.unit == second.unit or second.is_bare_scaled
    if first.has_unit and alike and first.currencies and second.has_scale and not first.has_scale:
        return _sharing(first, second) if _are_near(first, second) else Unread(first.end, *_NO_SCALE)
    if first.has_unit and (first.has_scale or not second.has_scale or not first.currencies or not second.currencies):
        return (first,)
    if _is_plain_year(tokens, first) or second.is_bare:
        return (first,)
    if second.has_scale and not first.has_scale:
        return Unread(first.end, *_NO_SCALE)
    if second.kind is FigureKind.PERCENT or second.kind is FigureKind.POINTS:
        return _sharing(first, second)
    return (first,)


def _is_in_full(first: Amount, second: Amount) -> bool:
    """Whether a number is written out, so that the scale of the next one is not its own: "950,000 to 1.2 million"."""
    return first.number >= _IN_FULL and not _are_near(first, second)


def _are_near(first: Amount, second: Amount) -> bool:
    """Whether two numbers can be of one scale."""
    return first.number < second.number * _FAR and second.number < first.number * _FAR


def _sharing(first: Amount, second: Amount) -> Read | Unread:
    """Both as figures of their own, the first with what only the second says."""
    shared = _with_unit_of(first, second)
    return (shared, second) if shared is not None else (first, second)


def _is_plain_year(tokens: list[Token], first: Amount) -> bool:
    return not first.has_unit and not first.has_scale and is_year(tokens[first.first].text)


def _shares_unit(first: Amount, second: Amount) -> bool:
    """Whether two amounts can be the ends of one range."""
    if first.has_unit and second.has_unit:
        return first.kind is second.kind and first.unit == second.unit
    if first.has_unit and second.has_scale and not first.currencies:
        return False  # "9.1 percent to 106 billion": a scale never goes to a figure with a unit behind it
    return second.has_unit or second.has_scale or (first.is_bare and second.is_bare)


def _with_unit_of(first: Amount, second: Amount) -> Amount | None:
    """The first number with the unit and scale that stand only on the second; None where they contradict."""
    if first.has_unit and second.has_unit:
        if first.kind is not second.kind or first.unit != second.unit:
            return None
        takes_scale = (
            not first.has_scale and second.has_scale and bool(first.currencies) and not _is_in_full(first, second)
        )
        return first._replace(multiplier=second.multiplier, has_scale=True) if takes_scale else first
    if not first.has_unit and second.has_unit:
        if first.has_scale and second.has_scale:
            power = first.multiplier + second.unit_power
        else:
            power = first.multiplier if first.has_scale else second.multiplier
        if _is_in_full(first, second) and not first.has_scale:
            power = second.unit_power
        return first._replace(
            kind=second.kind, unit=second.unit, currencies=second.currencies, noun=second.noun, has_unit=True,
            multiplier=power, has_scale=first.has_scale or second.has_scale, in_words=second.in_words,
            number=EXACT.multiply(first.number, second.unit_factor),
            last_digit=EXACT.multiply(first.last_digit, second.unit_factor),
            unit_power=second.unit_power, unit_factor=second.unit_factor,
        )  # fmt: skip
    if second.has_scale and not first.has_scale:
        if (first.has_unit and not first.currencies) or _is_in_full(first, second):
            return None if first.has_unit and not first.currencies else first
        return first._replace(multiplier=second.multiplier, has_scale=True)
    return first


def _range(tokens: list[Token], first: Amount, second: Amount) -> Amount | None:
    """One amount from the first to the second, in the scale of the first; None where they differ in unit or sign."""
    lower = _with_unit_of(first, second)
    if lower is None or (first.has_unit and not second.has_unit and not second.has_scale):
        return None
    if first.has_unit and not second.has_unit:
        second = second._replace(unit=first.unit, kind=first.kind, currencies=first.currencies)
    if second.sign != lower.sign and (lower.sign, second.sign) != (1, 0):
        return None
    shift = second.multiplier - lower.multiplier
    if shift < 0:
        up = Decimal(10**-shift)
        lower = lower._replace(
            number=EXACT.multiply(lower.number, up),
            last_digit=EXACT.multiply(lower.last_digit, up),
            multiplier=second.multiplier,
        )
    up = Decimal(10 ** max(shift, 0))
    upper, digit = EXACT.multiply(second.number, up), EXACT.multiply(second.last_digit, up)
    return lower._replace(end=second.end, upper=upper, last_digit=min(lower.last_digit, digit))
