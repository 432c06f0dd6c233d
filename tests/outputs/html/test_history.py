"""The history of a series: what the pictures show, and that verdicts do without."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from factcheck.claims import Article, Claim, KindUse
from factcheck.observations import Answer, Observation, Query, SeriesQuery
from factcheck.periods import Period
from factcheck.verification import verify

from .pages import made_row


class Figures:
    """A source with figures of China's trade with Russia, year by year, that notes what it was asked."""

    name = "figures"

    def __init__(self, *values: str, live: bool = False, costly: bool = False) -> None:
        self.asked: list[Query] = []
        self.live, self.costly = live, costly
        self._rows = [self._row(value, 2015 + place) for place, value in enumerate(values)]

    @staticmethod
    def _row(value: str, year: int) -> Observation:
        row = made_row()
        return row._replace(period=Period.of_year(year), value=Decimal(value), published=date(year + 1, 1, 20))

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        self.asked += queries
        for query in queries:
            if isinstance(query, SeriesQuery) and (query.reporter, query.partner) == ("CHN", "RUS"):
                found = tuple(row for row in self._rows if query.periods is None or row.period in query.periods)
                yield Answer(query, self.name, observations=found)


def article(kind: str, period: str, quote: str) -> Article:
    about = {"reporter": "China", "partner": "Russia", "source": "gacc", "flow": "total", "currency": "USD"}
    claim = Claim(id="a", quote=quote, kinds=(KindUse(kind, {"period": period}),))
    return Article(path="a.yaml", claims=(claim,), published=date(2022, 6, 1), about=about)


def histories(article: Article, source: Figures) -> list[tuple[str, str]]:
    (report,) = verify([article], [source], illustrated=True)
    return [(str(period), str(value)) for period, value in report.findings[0].history]


VALUES = ("10.00", "11.00", "12.00", "13.00", "14.00", "15.00", "16.00", "17.00", "18.00")
LEVEL = article("level", "2018", "was $13 billion")


def test_the_whole_series_is_shown() -> None:
    """
    Years that no verdict asks for are in the picture, as far as they were known on the article's day.
    """

    assert histories(LEVEL, Figures(*VALUES)) == [(str(year), f"{year - 2005}000000000") for year in range(2015, 2022)]


def test_a_change_has_a_history_of_changes() -> None:
    """
    What is shown of a rate are the rates of other years.
    """
    found = histories(article("change", "2018", "grew by 8 percent"), Figures(*VALUES))

    assert found[0] == ("2016", "10")
    assert [period for period, _ in found] == [str(year) for year in range(2016, 2022)]


def test_verdicts_are_the_same_with_pictures() -> None:
    """
    What is asked for pictures takes no part in findings.
    """
    (plain,) = verify([LEVEL], [Figures(*VALUES)])
    (shown,) = verify([LEVEL], [Figures(*VALUES)], illustrated=True)

    assert [replace(each, history=()) for each in shown.findings] == list(plain.findings)
    assert plain.story is None
    assert plain.findings[0].history == ()


def test_without_pictures_nothing_more_is_asked() -> None:
    """
    A run without pictures asks what it asked before there were any.
    """
    source, other = Figures(*VALUES), Figures(*VALUES)
    list(verify([LEVEL], [source]))
    list(verify([LEVEL], [other], illustrated=True))

    assert SeriesQuery("CHN", "RUS") not in source.asked
    assert [query for query in other.asked if query not in source.asked] == [SeriesQuery("CHN", "RUS")]


def test_live_and_costly_sources_are_not_asked_for_pictures() -> None:
    """
    A picture is worth no request over the network.
    """
    for source in (Figures(*VALUES, live=True), Figures(*VALUES, costly=True)):
        list(verify([LEVEL], [source], illustrated=True))

        assert SeriesQuery("CHN", "RUS") not in source.asked


def test_days_have_no_history() -> None:
    """
    A claim about a day speaks of no series.
    """
    found = Article(path="a.yaml", claims=(Claim(id="a", quote="on 1 June", kinds=(KindUse("date", {"event": "x"}),)),))
    (report,) = verify([found], [Figures(*VALUES)], illustrated=True)

    assert [each.history for each in report.findings] in ([], [()])
    assert report.story is not None
    assert report.story.text == ""
