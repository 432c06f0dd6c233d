"""
What a kind has before it when it compiles a claim: the keys in force, the words of the quote, and how to ask for them.

The innermost key wins: inside the kind, then on the claim, then under ``about``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from factcheck.claims import Article, Claim, ClaimError, KindUse, Place, Text
from factcheck.commodities import parse_commodity
from factcheck.errors import WrittenError
from factcheck.observations import ALL_GOODS, FLOWS, SCOPES, Cell, Series
from factcheck.periods import Period
from factcheck.places import code_of, fiscal_start
from factcheck.statements import Level, Total

PREVIOUS = "previous"


@contextmanager
def reading(at: Place) -> Iterator[None]:
    """Name the place in the claim when a written value cannot be read."""
    try:
        yield
    except ClaimError:
        raise
    except WrittenError as error:
        raise ClaimError(at, error.what, error.hint) from None


class Context(NamedTuple):
    """One use of a kind in one claim of one article."""

    article: Article
    claim: Claim
    use: KindUse

    @property
    def quote(self) -> str:
        """The words of the quote; of a draft in another language, in the English that the grammar reads."""
        return self.in_english(self.claim.quote)

    def in_english(self, text: str) -> str:
        """Words of the draft's language with their figures, periods and words for change in English."""
        language = self.article.language
        if not language:
            return text
        from factcheck.reading.languages.translate import LANGUAGES, english

        if language not in LANGUAGES:
            hint = "leave lang: out of the draft if its figures are written as in English"
            raise ClaimError((self.use.kind,), f"the draft says that it is in {language!r}, which is not read", hint)
        return english(text, language)[0]

    def at(self, key: str) -> Place:
        """Where a key in force was written, as a path in the claim."""
        if key in self.use.options:
            return (self.use.kind, key)
        return (key,) if key in self.claim.keys else ("about", key)

    def key(self, name: str, overrides: Mapping[str, Text] | None = None) -> Text | None:
        """The text of a series key in force, None if it is written nowhere."""
        for level in (overrides or {}, self.use.options, self.claim.keys, self.article.about):
            found = level.get(name)
            if found is not None and not isinstance(found, Mapping):
                return found
        return None

    def word(self, name: str, overrides: Mapping[str, Text] | None = None) -> str | None:
        """A key in force that must be one word."""
        found = self.key(name, overrides)
        if isinstance(found, tuple):
            raise ClaimError(self.at(name), f"{name} takes one value, not a list", f"write {name}: {found[0]}")
        return found

    def option(self, name: str) -> str | None:
        """A key of the kind itself, one text."""
        found = self.use.options.get(name)
        if found is None or isinstance(found, str):
            return found
        raise ClaimError((self.use.kind, name), f"{name} takes one value here")

    def figure_key(self, name: str) -> tuple[str | None, Place]:
        """One of the figure keys, inside the kind or on the claim, and where it stands."""
        for level, at in ((self.use.options, (self.use.kind, name)), (self.claim.keys, (name,))):
            found = level.get(name)
            if isinstance(found, str):
                return found, at
        return None, (self.use.kind,)

    @property
    def reporter(self) -> str:
        """Code of the reporter in force."""
        found = self.word("reporter")
        if found is None:
            raise ClaimError(
                (self.use.kind,),
                "it is not said whose figures are meant",
                "write reporter: China, here or under about:",
            )
        with reading(self.at("reporter")):
            return code_of(found)

    def partners(self, overrides: Mapping[str, Text] | None = None) -> tuple[str, ...]:
        """Codes of the partners in force; several are summed."""
        found = self.key("partner", overrides)
        if found is None:
            raise ClaimError(
                (self.use.kind,),
                "it is not said which partner is meant",
                "write partner: Russia, or partner: World",
            )
        names = (found,) if isinstance(found, str) else found
        with reading(self.at("partner")):
            codes = tuple(code_of(name) for name in names)
        if len(set(codes)) < len(codes):
            raise ClaimError(self.at("partner"), "a partner stands twice in the sum", "write each partner once")
        return codes

    def flow(self, overrides: Mapping[str, Text] | None = None) -> str:
        """The flow in force."""
        found = self.word("flow", overrides)
        if found is None:
            raise ClaimError((self.use.kind,), "it is not said which flow is meant", f"write flow: {', '.join(FLOWS)}")
        if found not in FLOWS:
            raise ClaimError(self.at("flow"), f"unknown flow {found!r}", f"flows are {', '.join(FLOWS)}")
        return found

    def period(self, text: str, at: Place) -> Period:
        """Read a period; FY is the reporter's own fiscal year."""
        reporter = self.word("reporter")
        with reading(at):
            start = fiscal_start(code_of(reporter)) if reporter is not None and text.startswith("FY") else None
            return Period.parse(text, fiscal_start=start)

    def period_option(self, name: str = "period") -> Period:
        """The period that stands under a key of the kind."""
        found = self.option(name)
        if found is None:
            raise ClaimError((self.use.kind,), f"{self.use.kind} needs a period", f"write {name}: 2024")
        return self.period(found, (self.use.kind, name))

    def base(self, period: Period, name: str = "from") -> Period:
        """The base of a change: a year earlier unless ``from:`` says otherwise."""
        found = self.option(name)
        if found is None:
            return period.year_earlier
        base = period.previous if found == PREVIOUS else self.period(found, (self.use.kind, name))
        if base == period:
            raise ClaimError((self.use.kind, name), f"the base {base} is the period itself")
        return base

    def series(self, unit: str, overrides: Mapping[str, Text] | None = None) -> tuple[Series, ...]:
        """The series in force, one for each partner."""
        scope = self.word("scope", overrides) or "goods"
        if scope not in SCOPES:
            raise ClaimError(self.at("scope"), f"unknown scope {scope!r}", f"scopes are {', '.join(SCOPES)}")
        commodity = self.word("commodity", overrides)
        reporter = self.word("reporter", overrides)
        with reading(self.at("commodity")):
            goods = ALL_GOODS if commodity is None else parse_commodity(commodity)
        with reading(self.at("reporter")):
            code = self.reporter if reporter is None else code_of(reporter)
        flow = self.flow(overrides)
        source, valuation = self.word("source", overrides), self.word("valuation", overrides) or ""
        return tuple(
            Series(code, partner, flow, unit, goods, scope, source, valuation) for partner in self.partners(overrides)
        )

    def level(
        self, period: Period, unit: str, overrides: Mapping[str, Text] | None = None, divisor: int = 1
    ) -> Level | Total:
        """The level in force at a period: a sum where several partners are named."""
        parts = tuple(Level(Cell(series, period)) for series in self.series(unit, overrides))
        return parts[0] if len(parts) == 1 and divisor == 1 else Total(parts, divisor)

    def cell(self, period: Period, unit: str) -> Cell:
        """The one cell in force; kinds that need a single series ask for it."""
        series = self.series(unit)
        if len(series) > 1:
            raise ClaimError(self.at("partner"), f"{self.use.kind} takes one partner", "write one claim for each")
        return Cell(series[0], period)

    def mapping(self, name: str) -> Mapping[str, Text] | None:
        """A mapping of series keys under a key of the kind."""
        found = self.use.options.get(name)
        return found if isinstance(found, Mapping) else None
