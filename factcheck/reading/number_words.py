"""
Numbers in words: "twenty-five", "one hundred and five", "half a million", "two and a half billion".
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factcheck.reading.numerals import Numeral, Unread, last_digit_of
from factcheck.reading.tokens import Kind, Token, after_gap, after_joint, kind_at, low_at, word_set


def _in_order(words: str) -> list[str]:
    return words.split()


ONES = {
    word: number
    for number, word in enumerate(
        _in_order(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
}
TENS = {
    word: number * 10
    for number, word in enumerate(_in_order("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
SCALE_WORDS = {
    "thousand": 3, "lakh": 5, "million": 6, "crore": 7, "billion": 9, "milliard": 9, "trillion": 12, "quadrillion": 15,
}  # fmt: skip
HUNDRED = "hundred"
NUMBER_WORDS = frozenset({*ONES, *TENS, HUNDRED})

#: Parts that follow "and": "two and a half" is 2.5, "one and three quarters" 1.75.
_PARTS: dict[tuple[str, ...], Decimal] = {
    ("a", "half"): Decimal("0.5"),
    ("one", "half"): Decimal("0.5"),
    ("a", "quarter"): Decimal("0.25"),
    ("one", "quarter"): Decimal("0.25"),
    ("three", "quarters"): Decimal("0.75"),
}
_PART_WORDS = word_set(
    "half halves third thirds quarter quarters fourth fourths fifth fifths sixth sixths seventh eighth eighths "
    "ninth tenth tenths"
)
_PART_OF = {
    "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6, "eighth": 8,
    "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
_STARTS = frozenset({"a", "an", "half", *ONES, *TENS})
_LARGEST_PARTS = 8  # groups with a scale in one number

Read = tuple[Numeral, int]


def words_at(tokens: list[Token], at: int) -> Read | Unread | None:
    """The number in words that begins at a token, with its scale words, and the token after it."""
    low = low_at(tokens, at)
    if low not in _STARTS:
        return None
    part = part_of_one(tokens, at)
    if part is not None:
        return part
    if low in {"a", "an"}:
        second = low_at(tokens, after_joint(tokens, at + 1))
        if second == "dozen":
            return _dozen(tokens, at)
        return _groups(tokens, at, first=1) if second in SCALE_WORDS or second == HUNDRED else None
    return None if low == "half" else _groups(tokens, at)


def _dozen(tokens: list[Token], at: int) -> Read | None:
    """Such as "a dozen ships", but not "half a dozen" nor "a dozen million"."""
    end = after_joint(tokens, at + 1) + 1
    halved = low_at(tokens, at - 2) == "half"
    goes_on = low_at(tokens, after_joint(tokens, end)) in SCALE_WORDS
    return None if halved or goes_on else (Numeral(Decimal(12), Decimal(1), 0, False, False), end)


def part_of_one(tokens: list[Token], at: int) -> Read | Unread | None:
    """
    A part of one scale or one per cent: "half a million", "a quarter of a percentage point".

    None where it is a share of something else; unread where the part has no end in decimals.
    """
    low = low_at(tokens, at)
    if low == "half":
        count, of, end = 1, 2, at + 1
    elif low in {"a", "an"} or low in ONES:
        word = after_joint(tokens, at + 1)
        count, of, end = ONES.get(low, 1), _PART_OF.get(low_at(tokens, word), 0), word + 1
        if not of:
            return _one_percent(tokens, at) if low in {"a", "an"} else None
    else:
        return None
    for small_word in ("of", "a"):
        following = after_joint(tokens, end)
        end = following + 1 if low_at(tokens, following) == small_word else end
    return _of_scale_or_unit(tokens, at, Fraction(count, of), end)


def _of_scale_or_unit(tokens: list[Token], start: int, part: Fraction, end: int) -> Read | Unread | None:
    following = after_joint(tokens, end)
    power = SCALE_WORDS.get(low_at(tokens, following))
    if power is None and not (_is_percent(tokens, following) or _is_point(tokens, following)):
        return None
    if part.denominator not in {1, 2, 4, 5, 8, 10}:
        return _unclear(tokens, start, following)
    number = Decimal(part.numerator) / part.denominator
    if power is None:
        return Numeral(number, last_digit_of(number), 0, False, False), end
    return Numeral(number, last_digit_of(number), power, False, True), following + 1


def _one_percent(tokens: list[Token], at: int) -> Read | None:
    """Such as "a percentage point"."""
    is_percent = _is_percent(tokens, after_joint(tokens, at + 1))
    return (Numeral(Decimal(1), Decimal(1), 0, False, False), at + 1) if is_percent else None


def _is_percent(tokens: list[Token], at: int) -> bool:
    """Whether per cent or points stand at a token; "a percentage of" does not count."""
    second = low_at(tokens, after_joint(tokens, at + 1))
    pair = (low_at(tokens, at), second)
    return pair[0] in {"percent", "%"} or pair in {("per", "cent"), ("percentage", "point"), ("basis", "point")}


def _is_point(tokens: list[Token], at: int) -> bool:
    """Whether a part is one of a point: "half a point", "a quarter point cut", "a quarter-point"."""
    return low_at(tokens, at) == "point"


def _groups(tokens: list[Token], at: int, first: int | None = None) -> Read | Unread:
    """Groups below a thousand, each with its scale: "two million five hundred thousand"."""
    total, lowest, start, scaled = 0, 99, at, False
    for _ in range(_LARGEST_PARTS):
        group, at = _below_thousand(tokens, at, first)
        first = None
        if (part := _fraction_after(tokens, at)) is not None:
            if isinstance(part, Unread) or total:
                return part if isinstance(part, Unread) else _unclear(tokens, start, at)
            return _with_scale(tokens, Decimal(group) + part[0], part[0], part[1])
        word = after_joint(tokens, at)
        power = SCALE_WORDS.get(low_at(tokens, word))
        if power is not None:
            if power >= lowest:
                return _unclear(tokens, start, word + 1)
            at, lowest, scaled = word + 1, power, True
        total += group * 10 ** (power or 0)
        lowest = min(lowest, power or 0)
        following = _next_group(tokens, at)
        if following == at:
            return _finished(total, lowest, scaled), at
        if power is None or following < 0:
            return _unclear(tokens, start, at)
        at = following
    return _unclear(tokens, start, at)


def _finished(total: int, lowest: int, scaled: bool) -> Numeral:
    return Numeral(Decimal(total) / 10**lowest, Decimal(1), lowest, False, scaled)


def _below_thousand(tokens: list[Token], at: int, first: int | None) -> tuple[int, int]:
    """The number below a thousand at a token (or ``first`` for its article), and the token after it."""
    if first is not None:
        value, at = first, at + 1
    else:
        value, at = _below_hundred(tokens, at)
    after = after_joint(tokens, at)
    if low_at(tokens, after) != HUNDRED:
        return value, at
    value, at = value * 100, after + 1
    rest = after_joint(tokens, at)
    if low_at(tokens, rest) == "and":
        rest = after_joint(tokens, rest + 1)
    if (low_at(tokens, rest) in ONES or low_at(tokens, rest) in TENS) and not _starts_part(tokens, rest):
        more, at = _below_hundred(tokens, rest)
        value += more
    return value, at


def _below_hundred(tokens: list[Token], at: int) -> tuple[int, int]:
    low = low_at(tokens, at)
    if low in ONES:
        return ONES[low], at + 1
    unit = after_joint(tokens, at + 1)
    ones = ONES.get(low_at(tokens, unit), 0)
    if 1 <= ones <= 9:
        return TENS[low] + ones, unit + 1
    return TENS[low], at + 1


def _next_group(tokens: list[Token], at: int) -> int:
    """Where the next group begins: ``at`` if the number ends here, -1 if what follows cannot continue it."""
    after = after_joint(tokens, at)
    low = low_at(tokens, after)
    if low == "and":
        after = after_gap(tokens, after + 1)
        following = low_at(tokens, after)
        continues = following in TENS or following in ONES
        return after if continues and not _starts_part(tokens, after) and _is_small(tokens, after) else at
    if low == "point" and (low_at(tokens, after_gap(tokens, after + 1)) in ONES):
        return -1
    if low in SCALE_WORDS and low_at(tokens, at - 1) in SCALE_WORDS:
        return -1
    if low in NUMBER_WORDS or kind_at(tokens, after) is Kind.NUMERAL:
        return after if low in TENS or low in ONES else -1
    return at


def _is_small(tokens: list[Token], at: int) -> bool:
    """Whether the group after "and" has no scale of its own: "two million and five" but not "5 and 6 million"."""
    _, end = _below_thousand(tokens, at, None)
    return low_at(tokens, after_joint(tokens, end)) not in SCALE_WORDS


def _starts_part(tokens: list[Token], at: int) -> bool:
    return low_at(tokens, after_joint(tokens, at + 1)) in _PART_WORDS


def _fraction_after(tokens: list[Token], at: int) -> tuple[Decimal, int] | Unread | None:
    """Such as "and a half" and its like, or "point five"; unread where the part is another one."""
    word = after_joint(tokens, at)
    low = low_at(tokens, word)
    if low == "point":
        return _decimals(tokens, word)
    if low != "and":
        return None
    return part_at(tokens, word)


def part_at(tokens: list[Token], at: int) -> tuple[Decimal, int] | Unread | None:
    """The part that "and" at a token adds to the number before it."""
    first = after_joint(tokens, at + 1)
    second = after_joint(tokens, first + 1)
    words = (low_at(tokens, first), low_at(tokens, second))
    if words in _PARTS:
        return None if _is_share(tokens, second + 1) else (_PARTS[words], second + 1)
    if words[1] in _PART_WORDS and (words[0] in {"a", "an"} or words[0] in ONES):
        return (
            None
            if _is_share(tokens, second + 1)
            else Unread(second + 1, f"the part 'and {words[0]} {words[1]}'", _DIGITS)
        )
    return None


def _is_share(tokens: list[Token], at: int) -> bool:
    """Whether the part is a figure of its own: "two and a quarter of the rest"."""
    return low_at(tokens, after_gap(tokens, at)) == "of"


def _decimals(tokens: list[Token], at: int) -> tuple[Decimal, int] | None:
    """Such as "point five", "point two five"."""
    digits = ""
    end = at + 1
    for _ in range(12):
        word = after_gap(tokens, end)
        value = ONES.get(low_at(tokens, word), 99)
        if value > 9:
            break
        digits, end = digits + str(value), word + 1
    return (Decimal(f"0.{digits}"), end) if digits else None


def _with_scale(tokens: list[Token], number: Decimal, part: Decimal, at: int) -> Read:
    """A number with a part, and the one scale word after it."""
    last_digit = last_digit_of(part)
    word = after_joint(tokens, at)
    power = SCALE_WORDS.get(low_at(tokens, word))
    if power is None:
        return Numeral(number, last_digit, 0, False, False), at
    return Numeral(number, last_digit, power, False, True), word + 1


_DIGITS = "write it in digits"
_LONGEST_CHAIN = 40  # words that a number in words may run on


def _unclear(tokens: list[Token], start: int, end: int) -> Unread:
    end = max(end, start + 1)
    for _ in range(_LONGEST_CHAIN):
        following = after_joint(tokens, end)
        low = low_at(tokens, following)
        if not (low in NUMBER_WORDS or low in SCALE_WORDS or kind_at(tokens, following) is Kind.NUMERAL):
            break
        end = following + 1
    words = "".join(token.text for token in tokens[start : min(end, start + 20)])
    return Unread(end, f"the number in words {words!r}", _DIGITS)
