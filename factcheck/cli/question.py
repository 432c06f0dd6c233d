"""
The words of ``factcheck lookup``: which places, periods, flow and currency they name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.commodities import parse_commodity
from factcheck.currencies import currency
from factcheck.errors import PeriodError, UnknownNameError, WrittenError
from factcheck.evaluate.words import flow_words
from factcheck.goods import find_goods
from factcheck.observations import ALL_GOODS, FLOWS
from factcheck.periods import Period, in_words
from factcheck.places import by_code, code_of, fiscal_start
from factcheck.places.index import places, spoken_names
from factcheck.reading.periods import read_periods

WORLD = "WLD"
LONGEST_NAME = 6  # words of a place's name
# fmt: off
FILLERS = frozenset([
    "a", "an", "and", "at", "between", "by", "figure", "for", "from", "goods", "how", "in", "into",
    "is", "level", "many", "much", "of", "on", "the", "to", "value", "was", "were", "what", "what's", "with",
])
# fmt: on
FLOW_WORDS = {
    "trade": "total",
    "total": "total",
    "turnover": "total",
    "exports": "exports",
    "export": "exports",
    "imports": "imports",
    "import": "imports",
    "balance": "balance",
    "surplus": "balance",
    "deficit": "balance",
}


@dataclass(slots=True)
class Question:
    """
    What is asked for; what the words leave open is None, and every figure of it is an answer.

    Attributes:
        flow_named: whether the flow was asked for; if not, a commodity's only flow will do.
        goods: the words that name the commodity; blank where it was given by its id.
    """

    reporter: str = ""
    partner: str = WORLD
    periods: list[Period] = field(default_factory=list)
    flow: str = "total"
    unit: str | None = None
    commodity: str = ALL_GOODS
    scope: str | None = None
    source: str | None = None
    flow_named: bool = False
    goods: str = ""


def read_question(
    words: Sequence[str],
    flow: str | None = None,
    unit: str | None = None,
    commodity: str | None = None,
    ids: Sequence[str] = (),
) -> Question:
    """
    Read the words: "China Russia 2025-H1", "Chinese imports from Russia in June 2025 in yuan".

    The first place is the reporter, the second the partner; without a second one it is the world.

    Args:
        words: as they were typed.
        flow: the flow, whatever the words say.
        unit: the currency or unit, whatever the words say.
        commodity: the commodity, whatever the words say.
        ids: of the commodities that there are figures of; words may name them.

    Raises:
        WrittenError: a word is not understood, or no place is named.
    """
    tokens = " ".join(words).replace(",", " ").replace("?", " ").split()
    question = Question()
    goods, tokens = find_goods(tokens, ids)
    if commodity is not None:
        question.commodity = parse_commodity(commodity)
    elif goods is not None:
        question.commodity, question.goods = goods
    named, rest = _places(tokens)
    question.reporter, question.partner = _sides(named, rest)
    question.periods, rest = _periods(rest, fiscal_start(question.reporter))
    for token in rest:
        _take(token, question)
    if flow is not None:
        question.flow, question.flow_named = _flow(flow), True
    if unit is not None:
        question.unit = currency(unit) if unit.isalpha() and len(unit) > 1 else unit
    return question


def _sides(named: list[str], rest: list[str]) -> tuple[str, str]:
    """The reporter and its partner, the world where only one place is named."""
    if not named:
        unknown = [token for token in rest if token.isalpha() and not _is_known(token)]
        if unknown:
            raise WrittenError(f"unknown place {unknown[0]!r}", _hint(unknown[0]))
        raise WrittenError("no place is named", "write whose figures and with whom: China Russia 2024")
    if len(named) > 2:
        told = ", ".join(by_code(code).name for code in named)
        raise WrittenError(f"{len(named)} places are named: {told}", "name the reporter and one partner")
    return named[0], named[1] if len(named) == 2 else WORLD


def _places(tokens: list[str]) -> tuple[list[str], list[str]]:
    """The places in their order, the longest name first, and the words that are none."""
    named: list[str] = []
    rest: list[str] = []
    at = 0
    while at < len(tokens):
        length, codes = _place_at(tokens, at)
        if length:
            named += codes
        else:
            rest.append(tokens[at])
        at += length or 1
    return named, rest


def _place_at(tokens: list[str], at: int) -> tuple[int, list[str]]:
    if _is_filler(tokens[at]) or tokens[at].lower() in FLOW_WORDS or _is_currency_code(tokens[at]):
        return 0, []
    for length in range(min(LONGEST_NAME, len(tokens) - at), 0, -1):
        code = _code(" ".join(tokens[at : at + length]))
        if code is not None:
            return length, [code]
    pair = [_code(part) for part in tokens[at].replace("–", "-").replace("/", "-").split("-")]
    codes = [code for code in pair if code is not None]
    return (1, codes) if len(codes) == len(pair) == 2 else (0, [])


def _code(text: str) -> str | None:
    try:
        return None if any(char.isdigit() for char in text) or _is_small_code(text) else code_of(text)
    except UnknownNameError:
        return None


def _is_small_code(text: str) -> bool:
    """Whether a word is a place's code in small letters and nothing else: "car", "per" and "can" are words."""
    code = text.upper()
    return len(text) == 3 and text.islower() and code in places() and (code, code) not in spoken_names()


def _is_currency_code(token: str) -> bool:
    """USD and the like; a code that is a place's too (there is none today) is a place."""
    try:
        return len(token) == 3 and token.isupper() and currency(token) == token and _code(token) is None
    except UnknownNameError:
        return False


def _periods(tokens: list[str], fiscal: int | None) -> tuple[list[Period], list[str]]:
    """The periods as claims files write them, then those in words, then plain years; and what is left."""
    found: list[Period] = []
    rest: list[str] = []
    for token in tokens:
        named = None if token.isdigit() else _named(token, fiscal)
        found += [] if named is None else [named]
        rest += [token] if named is None else []
    text = " ".join(rest)
    mentions = read_periods(text, None, fiscal_start=fiscal)
    for mention in reversed(mentions):
        text = f"{text[: mention.span[0]]} {text[mention.span[1] :]}"
    found += [mention.period for mention in mentions]
    left: list[str] = []
    for token in text.split():
        named = _named(token, fiscal) if token.isdigit() else None
        found += [] if named is None else [named]
        left += [token] if named is None else []
    return list(dict.fromkeys(found)), left


def _named(token: str, fiscal: int | None) -> Period | None:
    try:
        return Period.parse(token, fiscal_start=fiscal)
    except PeriodError:
        if token.upper().startswith("FY"):
            raise
        return None


def _take(token: str, question: Question) -> None:
    word = token.lower()
    if _is_filler(token):
        return
    if word in FLOW_WORDS:
        question.flow_named = True
        if question.flow == "total":
            question.flow = FLOW_WORDS[word]
        return
    if word.startswith("hs:"):
        question.commodity = parse_commodity(token)
        return
    try:
        question.unit = currency(token)
    except UnknownNameError:
        raise WrittenError(f"{token!r} is no place, period, flow, currency or commodity", _hint(token)) from None


def _hint(token: str) -> str:
    """What was probably meant: a period where it begins with a digit, else a place."""
    try:
        Period.parse(token)
    except PeriodError as error:
        if token[:1].isdigit():
            return error.hint
    if _is_small_code(token):
        return f"a code is in capitals: write {token.upper()} for {by_code(token.upper()).name}"
    try:
        code_of(token)
    except UnknownNameError as error:
        return error.hint
    return "name places, a period, a flow and a currency"


def _is_known(token: str) -> bool:
    return _is_filler(token) or token.lower() in FLOW_WORDS or _is_currency_code(token)


def _is_filler(token: str) -> bool:
    """Whether a word says nothing here; IN and AT in capitals are India and Austria."""
    return token.lower() in FILLERS and not (len(token) == 2 and token.isupper())


def _flow(text: str) -> str:
    flow = FLOW_WORDS.get(text.lower())
    if flow is None:
        raise WrittenError(f"unknown flow {text!r}", f"flows are {', '.join(FLOWS)}")
    return flow


def asked(question: Question, names: tuple[str, str]) -> str:
    """The question in words: "China's imports with Russia in 2025 in CNY"."""
    parts = [
        flow_words(names, question.flow),
        f"of {question.commodity}" if question.commodity else "",
        f"in {', '.join(in_words(period) for period in question.periods)}" if question.periods else "",
        f"in {question.unit}" if question.unit else "",
        f"from {question.source}" if question.source else "",
    ]
    return " ".join(filter(None, parts))
