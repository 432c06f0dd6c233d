"""
Which currency "¥", "$", "pesos" or "kroner" is, by the document that it stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.currencies import candidates
from factcheck.places import currency, names_in
from factcheck.reading.figure import Figure
from factcheck.scanning import money_names as words
from factcheck.scanning.sentences import Sentences

Span = tuple[int, int]


class Evidence(NamedTuple):
    """A word of the document that speaks for a currency: where it stands, and which one."""

    span: Span
    code: str


class _Group(NamedTuple):
    """The first mention of each currency in a stretch, and how many there are."""

    first: dict[str, Evidence]
    times: dict[str, int]

    def add(self, evidence: Evidence) -> None:
        self.first.setdefault(evidence.code, evidence)
        self.times[evidence.code] = self.times.get(evidence.code, 0) + 1

    def only(self, allowed: Sequence[str]) -> Evidence | None:
        """The one of the currencies that is named."""
        named = [code for code in allowed if code in self.first]
        return self.first[named[0]] if len(named) == 1 else None

    def most(self, allowed: Sequence[str]) -> Evidence | None:
        """The one of the currencies that is named more often than every other."""
        ranked = sorted(((self.times.get(code, 0), code) for code in allowed), reverse=True)
        clear = ranked[0][0] > (ranked[1][0] if len(ranked) > 1 else 0)
        return self.first[ranked[0][1]] if clear else None

    def any(self, allowed: Sequence[str]) -> bool:
        """Whether one of the currencies is named."""
        return any(code in self.first for code in allowed)


class _Near:
    """Mentions of currencies by sentence, by paragraph and in the whole document."""

    __slots__ = ("_document", "_paragraphs", "_sentences", "_text_sentences")

    def __init__(self, sentences: Sentences, evidence: Iterable[Evidence]) -> None:
        self._text_sentences = sentences
        self._document = _Group({}, {})
        self._sentences: dict[int, _Group] = {}
        self._paragraphs: dict[int, _Group] = {}
        for each in evidence:
            number = sentences.at(each.span[0])
            self._document.add(each)
            self._sentences.setdefault(number, _Group({}, {})).add(each)
            self._paragraphs.setdefault(sentences.all[number].paragraph, _Group({}, {})).add(each)

    def to(self, figure: Figure, *, majority: bool) -> Evidence | None:
        """The currency named alone in the figure's sentence, else in its paragraph, else in the document."""
        allowed = figure.currencies
        number = self._text_sentences.at(figure.start)
        paragraph = self._text_sentences.all[number].paragraph
        for group in (self._sentences.get(number), self._paragraphs.get(paragraph)):
            if group is not None and group.any(allowed):
                return group.only(allowed)
        return self._document.most(allowed) if majority else self._document.only(allowed)

    def names(self, code: str) -> bool:
        """Whether the document names a currency."""
        return code in self._document.first


class DocumentMoney(NamedTuple):
    """
    What a document says of its currencies.

    Attributes:
        defined: by a definition ("all figures are in Canadian dollars").
        dateline: by the place that its dateline names.
        named: by amounts and words that can mean one currency only.
        places: by the places that it names.
    """

    defined: _Group
    dateline: Evidence | None
    named: _Near
    places: _Near

    def currency_of(self, figure: Figure) -> Evidence | None:
        """
        The currency of an amount whose sign or word can mean several; None where the document does not settle it.

        In this order: a definition; for "$", "dollars" and "£" the dateline, unless the document writes that currency
        otherwise (beside A$ a plain $ is the US dollar), and nothing else; for every other sign and word the amounts
        and words that can mean one currency only, then the dateline, then the places. Of those the sentence counts
        before the paragraph and the paragraph before the document. Where a sentence or paragraph names two, where a
        document's words name two, or its places two equally often, they settle nothing.
        """
        found = self.defined.only(figure.currencies)
        if found is not None:
            return found
        dateline = self.dateline
        if dateline is not None and dateline.code not in figure.currencies:
            dateline = None
        if _keeps_usual(figure):
            return None if dateline is None or self.named.names(dateline.code) else dateline
        return self.named.to(figure, majority=False) or dateline or self.places.to(figure, majority=True)


def document_money(text: str, sentences: Sentences, figures: Sequence[Figure]) -> DocumentMoney | None:
    """What a document says of its currencies; None where no amount of it leaves its currency open."""
    if not any(len(figure.currencies) > 1 for figure in figures):
        return None
    defined = _Group({}, {})
    for each in _definitions(text):
        defined.add(each)
    named = [Evidence((each.start, each.end), each.unit) for each in figures if len(each.currencies) == 1]
    named += _words(text)
    places = [] if all(len(each.currencies) < 2 or _keeps_usual(each) for each in figures) else _places(text)
    return DocumentMoney(defined, _dateline(text), _Near(sentences, sorted(named)), _Near(sentences, places))


def _keeps_usual(figure: Figure) -> bool:
    """Whether it is a dollar, or a pound written as £: the usual one unless the document says otherwise."""
    return figure.unit == "USD" or (figure.unit == "GBP" and "£" in figure.text)


def _words(text: str) -> list[Evidence]:
    """The words that name one currency each, also where no amount stands beside them."""
    found = [(match, candidates(match[0])) for match in words.currency_words().finditer(text)]
    return [Evidence(match.span(), codes[0]) for match, codes in found if len(codes) == 1]


def _definitions(text: str) -> Iterator[Evidence]:
    for match in words.definition().finditer(text):
        codes = candidates(match["money"])
        if len(codes) == 1:
            yield Evidence(match.span("money"), codes[0])


def _dateline(text: str) -> Evidence | None:
    """The money of the place that the first dateline names, as in "SYDNEY, July 14 (Reuters) -"."""
    for match in words.datelines().finditer(text):
        city = match["city"].strip()
        start = match.start("city")
        code = words.CITIES.get(city.lower())
        named = names_in(city.title()) or names_in(match["rest"] or "")
        code = code or (named[0].code if named else None)
        money = None if code is None else currency(code)
        if money is not None:
            return Evidence((start, start + len(city)), money)
    return None


def _places(text: str) -> list[Evidence]:
    """The places of the text with their money; a city stands for its country ("Beijing said")."""
    named = [((place.start, place.end), place.code) for place in names_in(text)]
    named += [
        (match.span(), words.CITIES[" ".join(match[0].lower().split())]) for match in words.cities().finditer(text)
    ]
    return [Evidence(at, code) for at, place in sorted(named) if (code := currency(place)) is not None]
