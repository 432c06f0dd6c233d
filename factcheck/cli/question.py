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
from factcheck.observations import ALL_GOODS, FLOWS
from factcheck.periods import Period, in_words
from factcheck.places import code_of, fiscal_start
from factcheck.reading.periods import read_periods

WORLD = "WLD"
LONGEST_NAME = 6  # words of a place's name
FILLERS = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "between",
        "by",
        "figure",
        "for",
        "from",
        "goods",
        "in",
        "into",
        "is",
        "level",
        "of",
        "on",
        "the",
        "to",
        "value",
        "was",
        "what",
        "what's",
        "with",
    ]
)
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
    """What is asked for; what the words leave open is None, and every figure of it is an answer."""

    reporter: str = ""
    partner: str = WORLD
    periods: list[Period] = field(default_factory=list)
    flow: str = "total"
    unit: str | None = None
    commodity: str = ALL_GOODS
    scope: str | None = None
    source: str | None = None


def read_question(
    words: Sequence[str], flow: str | None = None, unit: str | None = None, commodity: str | None = None
) -> Question:
    """
    Read the words: "China Russia 2025-H1", "Chinese imports from Russia in June 2025 in yuan".

    The first place is the reporter, the second the partner; without a second one it is the world.

    Raises:
        WrittenError: a word is not understood, or no place is named.
    """
    tokens = " ".join(words).replace(",", " ").replace("?", " ").split()
    question = Question(commodity=ALL_GOODS if commodity is None else parse_commodity(commodity))
    places, rest = _places(tokens)
    if not places:
        unknown = [token for token in rest if token.isalpha() and not _is_known(token)]
        if unknown:
            raise WrittenError(f"unknown place {unknown[0]!r}", _hint(unknown[0]))
        raise WrittenError("no place is named", "write whose figures and with whom: China Russia 2024")
    if len(places) > 2:
        raise WrittenError(f"{len(places)} places are named", "name the reporter and one partner")
    question.reporter, question.partner = places[0], places[1] if len(places) == 2 else WORLD
    question.periods, rest = _periods(rest, fiscal_start(question.reporter))
    for token in rest:
        _take(token, question)
    if flow is not None:
        question.flow = _flow(flow)
    if unit is not None:
        question.unit = currency(unit) if unit.isalpha() and len(unit) > 1 else unit
    return question


def _places(tokens: list[str]) -> tuple[list[str], list[str]]:
    """The places in their order, the longest name first, and the words that are none."""
    places: list[str] = []
    rest: list[str] = []
    at = 0
    while at < len(tokens):
        length, codes = _place_at(tokens, at)
        if length:
            places += codes
        else:
            rest.append(tokens[at])
        at += length or 1
    return places, rest


def _place_at(tokens: list[str], at: int) -> tuple[int, list[str]]:
    if tokens[at].lower() in FILLERS | set(FLOW_WORDS) or _is_currency_code(tokens[at]):
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
        return None if any(char.isdigit() for char in text) else code_of(text)
    except UnknownNameError:
        return None


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
    if word in FILLERS:
        return
    if word in FLOW_WORDS:
        if question.flow == "total":
            question.flow = FLOW_WORDS[word]
        return
    if word.startswith("hs:"):
        question.commodity = parse_commodity(token)
        return
    try:
        question.unit = currency(token)
    except UnknownNameError:
        raise WrittenError(f"{token!r} is no place, period, flow or currency", _hint(token)) from None


def _hint(token: str) -> str:
    """What was probably meant: a period where it begins with a digit, else a place."""
    try:
        Period.parse(token)
    except PeriodError as error:
        if token[:1].isdigit():
            return error.hint
    try:
        code_of(token)
    except UnknownNameError as error:
        return error.hint
    return "name places, a period, a flow and a currency"


def _is_known(token: str) -> bool:
    word = token.lower()
    return word in FILLERS or word in FLOW_WORDS or _is_currency_code(token)


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
