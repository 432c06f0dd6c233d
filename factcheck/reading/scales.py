"""
Scale words and suffixes: "billion", "bn", "lakh crore", the m of "$5m"; an unknown one makes a figure unread.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from factcheck.reading.foreign_scales import FOREIGN
from factcheck.reading.money_words import money_before
from factcheck.reading.number_words import ONES, SCALE_WORDS, TENS
from factcheck.reading.numerals import Unread
from factcheck.reading.tokens import (
    DASHES,
    LINE_ENDS,
    Kind,
    Token,
    after_joint,
    char_name,
    is_invisible,
    kind_at,
    low_at,
    text_at,
    word_set,
)

_SUFFIXES = {"bn": 9, "bln": 9, "tn": 12, "tr": 12, "trn": 12, "trln": 12, "mn": 6, "mln": 6}
_LETTERS_OF_MONEY = {"m": 6, "b": 9, "t": 12, "k": 3}  # only glued to a number with its currency
_LETTERS_WITH_UNIT = {"m": 6, "M": 6, "b": 9, "B": 9, "T": 12}  # only where a unit or noun follows
_WORDS = {
    **FOREIGN,
    **SCALE_WORDS,
    **{f"{word}s": power for word, power in SCALE_WORDS.items()},
    "hundred": 2,
    **_SUFFIXES,
}
_CRORE = {"crore": 7, "crores": 7, "cr": 7, "crs": 7}  # after lakh, or after an amount of money
_FIRST_OF_TWO = frozenset({2, 3, 5})  # hundred, thousand and lakh may stand before another scale

#: Words that look like a scale or a unit that is not known here: the figure before them is unread.
_UNKNOWN = word_set(
    "md mds mia bio mlrd bil mil tril thou dozen dozens score grand cr crs gross billiard billiards mm cm km m "
    "ft in inch inches foot "
    "feet yard yards mile miles ha hectare hectares acre acres sqm sqft lb lbs oz ounce ounces gram grams g mg litre "
    "litres liter liters l ml gallon gallons hz khz mhz ghz kv mv mph kph kmh kn rpm psi bar pa kpa mpa gb mb tb kb "
    "gbps mbps ppb ppm am pm a.m p.m cent cents pence penny kopecks kopeks degrees degree celsius fahrenheit k b mt "
    "bcf tcf mcf mcm mmbtu btu mbpd kbd mbd mmbpd toe mtoe boe mboe joules j gj tj pj ej cal kcal calories t h s dwt "
    "mdd mmdd mdp mmdp mill mills mils trill lac lacs mmcf mtpa mnt mnta mmb mbbl moz arab kilotonne kilotonnes "
    "kiloton kilotons megatonne megatonnes megaton megatons kilotonnen megatonnen zentner "
    "gt promille permille bushel bushels short long mmt mmbbl tons/yr cwt hundredweight quintal quintals carat carats"
)
_SCALE_ENDINGS = (
    "illion", "illions", "illionen", "illione", "illioni", "illiard", "illiards", "illiarde", "illiarden", "illiardi",
    "illón", "illones", "illon", "ilhão", "ilhões", "ilhao", "ilhoes", "ilioni", "ilione", "iliardi", "iliardo",
    "iljoen", "iljard", "iljoner", "iljarder", "illioner", "illiarder", "ilionów", "iliardów", "iliony", "iliardy",
    "ilionu", "iliard", "ilion",
)  # fmt: skip
_OTHER_SCALES = ("млн", "млрд", "трлн", "тыс", "милли", "билли", "трилли", "мільй", "мільяр")
_SIGN_SCALES = frozenset("万亿億萬兆千百만억조")  # their languages write no spaces: 亿美元
_LOOKS_LIKE_SCALE = ("thousand", "million", "billion", "trillion", "quadrillion")
_SHORT = word_set(
    "bil mil tril thou mnl bnl billl milll trilll blln mlln trlln billn milln trilln bllion bilns bns mns blns mlns "
    "trns ths thsd tsd tys hundredth hundredths"
)
_SKELETONS = frozenset({"bln", "mln", "trln", "thsnd", "qdrln"})  # their consonants, doubled ones once
_VOWELS = str.maketrans("m", "n", "aeiouy")
_LOOKALIKES = str.maketrans("0134578|!@$€", "oleastbllase")  # digits and signs that stand for letters: billi0n
_BROAD_DASHES = DASHES - frozenset("-\u2010\u2011\u2014\u2015")  # an em dash may part two clauses without spaces
_CLAUSE_ENDS = frozenset(".,;:!?…")
_FURTHEST = 5  # tokens between a number and a scale that may belong to it
_LONGEST_RUN = 12  # tokens of one word with digits and signs in it
_NOT_A_MISSPELLING = frozenset(
    {"bullion", "pillion", "minion", "minions", "mullion", "mullions", "zillions", "billions", "millions", "trillions",
     "thousands", "quadrillions", "rebellion", "rebellions", "vermilion", "pavilion", "pavilions", "cotillion",
     "postilion", "billiard", "billiards"}
)  # fmt: skip
_OWNERS = frozenset({"millionaire", "millionaires", "billionaire", "billionaires", "trillionaire", "trillionaires"})
#: Words after an amount with which something else begins.
_PARTS = word_set("a an and as at by each every for from in of on or per than the to while with against versus plus")
_WRITE = "write thousand, million, billion or trillion, or k, m, bn or tn right after an amount of money"


class Scale(NamedTuple):
    """A scale as written: its power of ten, the token after it, and whether it counts only where a unit follows."""

    power: int
    end: int
    needs_unit: bool = False


def glued_scale(tokens: list[Token], at: int, *, money: bool) -> Scale | None:
    """The scale that is glued to a numeral: "106.48bn", "$5.2m"; None where the letters are none."""
    text, low = text_at(tokens, at), low_at(tokens, at)
    if low in _SUFFIXES:
        return Scale(_SUFFIXES[low], at + 1)
    if low == "k":
        return Scale(3, at + 1)
    if money and low in _LETTERS_OF_MONEY:
        return Scale(_LETTERS_OF_MONEY[low], at + 1)
    if text in _LETTERS_WITH_UNIT:
        return Scale(_LETTERS_WITH_UNIT[text], at + 1, needs_unit=True)
    return None


def scale_word(tokens: list[Token], at: int, *, money: bool) -> Scale | Unread | None:
    """The scale after a space or hyphen: "237 billion", "106.48-billion", "1.2 lakh crore"."""
    word = after_joint(tokens, at)
    if word == at or kind_at(tokens, word) is not Kind.WORD:
        return None
    text, low = text_at(tokens, word), low_at(tokens, word)
    power = _WORDS.get(low)
    if power is None and money and text in {"m", "M", "B", "K", "T"}:
        power = _LETTERS_OF_MONEY[low]
    if power is None and money:
        power = _CRORE.get(low)
    if power is None:
        return None
    return _second_word(tokens, word, power)


def second_scale(tokens: list[Token], end: int) -> Unread | None:
    """A scale after one that was read: "$438.9k million"; unread, whichever of the two was meant."""
    word = after_joint(tokens, end)
    letter = text_at(tokens, word) in {"M", "MM", "B", "T", "K"} and text_at(tokens, word + 1) not in DASHES  # T-shirts
    if word == end or (low_at(tokens, word) not in _WORDS and not letter):
        return None
    return Unread(word + 1, f"a number with two scales, {text_at(tokens, word)!r} after another", _WRITE)


def _second_word(tokens: list[Token], word: int, power: int) -> Scale | Unread:
    """The scale of one word or of two: "hundred million", "lakh crore"."""
    low = low_at(tokens, word)
    second = after_joint(tokens, word + 1)
    more = _CRORE.get(low_at(tokens, second)) if low == "lakh" else SCALE_WORDS.get(low_at(tokens, second))
    if second == word + 1 or more is None:
        return Scale(power, word + 1)
    if power in _FIRST_OF_TWO and more > power:
        return Scale(power + more, second + 1)
    return Unread(second + 1, f"the scale '{low} {low_at(tokens, second)}'", _WRITE)


def doubtful_word(tokens: list[Token], at: int) -> Unread | None:
    """A word after a numeral that may be a scale or unit that is not known: then the figure is unread."""
    word = after_joint(tokens, at)
    if word >= len(tokens):
        return None
    token = tokens[word]
    if (lost := lost_scale(tokens, at)) is not None or token.kind is not Kind.WORD:
        return lost
    low = token.low
    if low in _UNKNOWN and low not in {"in", "short", "long"}:
        return Unread(word + 1, f"{token.text!r} is no scale or unit that is known here", _WRITE)
    if low in {"short", "long", "us", "u.s."} and low_at(tokens, after_joint(tokens, word + 1)) in {"ton", "tons"}:
        return Unread(word + 1, f"{low} tons are not tonnes", "convert them to tonnes")
    if low == "point" or (low == "and" and text_at(tokens, word - 1) in DASHES):  # 2-and-a-half billion
        return Unread(_after_number(tokens, word + 1), "the number in words and digits", "write it in digits")
    if token.text in ONES and text_at(tokens, word - 1) in DASHES:
        return Unread(_after_number(tokens, word), "a number in words that a hyphen breaks", "write it in digits")
    return None


def _after_number(tokens: list[Token], at: int) -> int:
    """The token after the words and digits of one number: "oh five billion"."""
    end = at
    while end < min(len(tokens), at + _LONGEST_RUN):
        token = tokens[end]
        known = token.low in ONES or token.low in TENS or token.low in _WORDS or token.low in {"oh", "a", "half", "and"}
        if not (known or token.kind in {Kind.SPACE, Kind.NUMERAL} or token.text in DASHES):
            break
        end += 1
    return end


def lost_scale(tokens: list[Token], at: int) -> Unread | None:
    """What follows an amount without a scale and may be one: misspelt, behind a mark, or with digits in it."""
    word = after_joint(tokens, at)
    kind, text = kind_at(tokens, word), text_at(tokens, word)
    if kind is Kind.OTHER:
        if is_invisible(text):
            return Unread(word + 1, f"an invisible character {char_name(text)} in a figure", "delete it")
        return _scale_behind_marks(tokens, at, word)
    if kind is not Kind.WORD:
        return None
    following = text_at(tokens, word + 1)
    if kind_at(tokens, word + 1) is Kind.OTHER and is_invisible(following):
        return Unread(word + 2, f"an invisible character {char_name(following)} in a figure", "delete it")
    if _is_like_scale(text) or tokens[word].low in _WORDS:
        return Unread(word + 1, f"unknown scale {text!r}", _WRITE)
    if (apart := _scale_apart(tokens, word)) is not None:
        return apart
    return _scale_in_pieces(tokens, word)


def _scale_apart(tokens: list[Token], word: int) -> Unread | None:
    """A scale that one word parts from its amount: "$106.48 US billion"; not "$5 per million" and "$5 a million"."""
    scale = after_joint(tokens, word + 1)
    if scale == word + 1 or tokens[word].low in _PARTS or low_at(tokens, scale) not in _LOOKS_LIKE_SCALE:
        return None
    return Unread(scale + 1, f"{text_at(tokens, scale)!r} one word after a number", _WRITE)


def _scale_behind_marks(tokens: list[Token], at: int, first: int) -> Unread | None:
    """A scale that a dash, bracket, quotation mark or the like parts from its number: "$106.48–bn", "$5 (million)"."""
    end = first
    while end < first + _FURTHEST and kind_at(tokens, end) in {Kind.OTHER, Kind.SPACE}:
        parted = low_at(tokens, end + 2) in _LOOKS_LIKE_SCALE and text_at(tokens, end + 2).islower()
        if tokens[end].text in _CLAUSE_ENDS and kind_at(tokens, end + 1) is not Kind.WORD and not parted:
            return None
        end += 1
    if kind_at(tokens, end) is not Kind.WORD:
        return None
    marks = "".join(token.text for token in tokens[at:end])
    text, low = tokens[end].text, tokens[end].low
    letter = low in _LETTERS_OF_MONEY and len(marks) == 1 and marks != "/"  # "$5/t" is a price
    dashed = marks in _BROAD_DASHES and not _begins_number(tokens, end)
    if letter or dashed or low in _WORDS or _is_like_scale(text):
        return Unread(end + 1, f"{marks + text!r} after a number", _WRITE)
    return None


def _begins_number(tokens: list[Token], at: int) -> bool:
    """Whether the word after a dash is the other end of a range: "$5–US$7 billion"."""
    money = money_before(tokens, at)
    if money is not None:
        return kind_at(tokens, money.end) is Kind.NUMERAL
    return low_at(tokens, at) in ONES or low_at(tokens, at) in TENS


def _scale_in_pieces(tokens: list[Token], word: int) -> Unread | None:
    """A word of letters and digits, "billi0n", or a scale that a space, hyphen or sign breaks, "bill-ion"."""
    following = kind_at(tokens, word + 1)
    if following is Kind.SPACE:
        joined = tokens[word].low + low_at(tokens, word + 2)
        broken = len(joined) > 6 and joined in _WORDS
        return Unread(word + 3, f"unknown scale {text_at(tokens, word)!r}", _WRITE) if broken else None
    if following is not Kind.NUMERAL and following is not Kind.OTHER:
        return None
    end, written = word, ""
    while end < min(len(tokens), word + _LONGEST_RUN) and _goes_on(tokens, end):
        written += tokens[end].text
        end += 1
    letters = "".join(char for char in written.translate(_LOOKALIKES) if char.isalpha())
    coded = tokens[word].text.isupper() and kind_at(tokens, word + 2) is not Kind.WORD  # Q2, A320
    if (following is Kind.NUMERAL and not coded) or letters.lower() in _WORDS or _is_like_scale(letters):
        return Unread(end, f"unknown scale {written!r}", _WRITE)
    return None


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether a word goes on: to the next space, or over the line end after a hyphen."""
    token = tokens[at]
    if token.kind is Kind.SPACE:
        return tokens[at - 1].text in DASHES and not frozenset(LINE_ENDS).isdisjoint(token.text)
    return token.kind is not Kind.BREAK


def _is_like_scale(word: str) -> bool:
    """Whether a word is none of the scales and may be meant as one."""
    low = word.lower()
    if low in _SHORT or _misspells_scale(low) or _has_scale_bones(word, low):
        return True
    return not word.isascii() and (any(map(str.isnumeric, word)) or _is_mixed(word) or _is_disguised(word))


def _is_mixed(word: str) -> bool:
    """Whether a word mixes Latin with letters of other alphabets that look alike, or has small capitals."""
    strange = any("\u0250" <= char <= "\u02af" or "\u1d00" <= char <= "\u1dbf" for char in word)
    if strange or not any(map(str.isascii, word)):
        return strange
    return any(char >= "\u0370" and not "\u1e00" <= char < "\u1f00" for char in word)


def _is_disguised(word: str) -> bool:
    """Whether a word is a scale in full-width or accented letters."""
    plain = "".join(filter(str.isascii, unicodedata.normalize("NFKD", word.replace("\u0131", "i")))).lower()
    return plain != word.lower() and (plain in _WORDS or _misspells_scale(plain))


def _has_scale_bones(word: str, low: str) -> bool:
    """Whether a word that is no name has the consonants of a scale: "bilon", "milliom", "thuosend"."""
    if len(low) < 5 or low[0] not in "bmtq" or (word[0].isupper() and not word.isupper()):
        return False
    if low in _NOT_A_MISSPELLING or low in _OWNERS or (low[0] in "bm" and low[1] != "i"):
        return False
    bones = low[0]
    for letter in low[1:].translate(_VOWELS):
        if letter != bones[-1]:
            bones += letter
    return bones in _SKELETONS


def _misspells_scale(low: str) -> bool:
    """Whether a word is one slip away from a scale word, or is one with letters stuck to it."""
    if not low or low in _NOT_A_MISSPELLING or low in _WORDS or low in _OWNERS:
        return False
    if low[0] in _SIGN_SCALES or low.startswith(_OTHER_SCALES):
        return True
    if not 4 <= len(low) <= 30:
        return False
    if low.endswith(_SCALE_ENDINGS):
        return True
    one = low.removesuffix("s")
    return any(low.startswith(scale) or _one_slip(one, scale) for scale in _LOOKS_LIKE_SCALE)


def _one_slip(word: str, scale: str) -> bool:
    """Whether one letter was added, left out, changed, or exchanged with its neighbour."""
    if abs(len(word) - len(scale)) > 1:
        return False
    head = 0
    while head < min(len(word), len(scale)) and word[head] == scale[head]:
        head += 1
    left, right = word[head:], scale[head:]
    if left[:2] == right[1::-1] and left[2:] == right[2:]:
        return True
    return left[1:] == right or left == right[1:] or left[1:] == right[1:]
