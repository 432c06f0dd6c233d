"""Wrong resolvers: each does one thing that the contract must catch. The numbers are invented."""

from __future__ import annotations

import re
import socket
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from factcheck.observations import Answer, Citation, Event, EventQuery, Failure, Rate, RateQuery, SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers.live import answer_of, level
from tests.testing.harbour import SERVICE, Harbour

YEAR, MONTH = Period.parse("2024"), Period.parse("2025-06")
ASKED = [("partner", "CHN"), ("format", "json")]
RATE = RateQuery("KZT", YEAR)
RELEASE = EventQuery(source="harbour", period=YEAR)


def rows_changed(**fields):
    """A resolver whose rows have other fields."""

    class Changed(Harbour):
        def answer(self, query):
            answer = super().answer(query)
            return answer._replace(observations=tuple(row._replace(**fields) for row in answer.observations))

    return Changed


def citation_changed(**fields):
    """A resolver whose citations have other fields."""

    class Changed(Harbour):
        def answer(self, query):
            answer = super().answer(query)
            rows = (row._replace(citation=row.citation._replace(**fields)) for row in answer.observations)
            return answer._replace(observations=tuple(rows))

    return Changed


def service_changed(**fields):
    """A resolver whose service has other facts."""
    return type("Changed", (Harbour,), {"service": SERVICE._replace(**fields)})


class Nameless(Harbour):
    name = " "


class SaysItTwice(Harbour):
    def answer(self, query):
        answer = super().answer(query)
        return answer._replace(observations=answer.observations * 2)


class NoResolver:
    service = SERVICE

    def __init__(self, access):
        self.name = "harbour"


class AnswersTwice(Harbour):
    def resolve(self, queries):
        return [answer for answer in super().resolve(queries) for _ in "12"]


class DropsOne(Harbour):
    def resolve(self, queries):
        return list(super().resolve(queries))[1:]


class UnderAnotherName(Harbour):
    def answer(self, query):
        return super().answer(query)._replace(resolver="gacc")


class AnswersNobody(Harbour):
    def resolve(self, queries):
        return list(super().resolve(queries)) or [self.answer(SeriesQuery("KAZ", "CHN"))]


class CountsItsRuns(Harbour):
    runs = 0

    def answer(self, query):
        type(self).runs += 1
        return super().answer(query)._replace(detail=f"run {self.runs}")


class FirstComeFirstServed(Harbour):
    def resolve(self, queries):
        return [self.answer(query)._replace(detail=str(place)) for place, query in enumerate(queries)]


class CoversNothing(Harbour):
    def covers(self, query):
        return not isinstance(query, SeriesQuery)


class CoversBySeriesOnly(Harbour):
    def covers(self, query):
        return query.reporter == "KAZ"


class AsksWhetherItCovers(Harbour):
    def covers(self, query):
        with suppress(AssertionError, OSError):
            socket.getaddrinfo("127.0.0.1", 80)
        return super().covers(query)


class GivesRates(Harbour):
    """Of the right currency and period; it only does not say that it has any."""

    base, period = "KZT", YEAR

    def answer(self, query):
        if query != RATE:
            return super().answer(query)
        cited = self.rows("CHN")[0].citation
        rate = Rate(self.base, "USD", self.period, "average", Decimal("0.0021"), 4, date(2025, 1, 2), cited)
        return Answer(query, self.name, rates=(rate,))

    def covers(self, query):
        return query == RATE or super().covers(query)


class GivesRatesOfAnother(GivesRates):
    base, knows_rates = "RUB", True


class GivesRatesOfAnotherYear(GivesRates):
    period, knows_rates = Period.parse("2023"), True


class TriesASocketInSecret(Harbour):
    def answer(self, query):
        with suppress(AssertionError):
            socket.socket().close()
        return super().answer(query)


class KnowsNothing(Harbour):
    def answer(self, query):
        return super().answer(query)._replace(observations=(), failure=Failure.NO_DATA, detail="nothing")


class EmptySuccess(Harbour):
    def answer(self, query):
        return super().answer(query)._replace(failure=None)


class EmptyAnswer(Harbour):
    def answer(self, query):
        return super().answer(query)._replace(observations=())


class ZeroForNothing(Harbour):
    def answer(self, query):
        answer = super().answer(query)
        return answer if answer.observations else zero(self, query)


class FailsWithRows(Harbour):
    def answer(self, query):
        answer = super().answer(query)
        return answer._replace(observations=self.answer_to_all()) if answer.failure else answer

    def answer_to_all(self):
        return super().answer(SeriesQuery("KAZ", "CHN")).observations


class WholeSeries(Harbour):
    def answer(self, query):
        known = isinstance(query, SeriesQuery) and self.covers(query)
        return Answer(query, self.name, observations=tuple(self.rows("CHN"))) if known else super().answer(query)


class OtherReleases(Harbour):
    source, period = "harbour", Period.parse("2023")

    def covers(self, query):
        return query == RELEASE or super().covers(query)

    def answer(self, query):
        if query != RELEASE:
            return super().answer(query)
        cited = self.rows("CHN")[0].citation
        event = Event(
            "harbour-2023", "release", Period.parse("2025-02-16"), "a release", cited, self.source, self.period
        )
        return Answer(query, self.name, events=(event,))


class ReleasesOfOthers(OtherReleases):
    source, period = "gacc", YEAR


class NotLive(Harbour):
    live = False


class LiveByInstance(Harbour):
    live = False

    def __init__(self, access):
        super().__init__(access)
        self.live = True


class ConnectsWhenMade(Harbour):
    def __init__(self, access):
        super().__init__(access)
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", 9), timeout=0.1).close()


class HardWired(Harbour):
    """Asks its own address, whatever its access says."""

    def __init__(self, access):
        super().__init__(replace(access, base_url=None))


class KnowsByHeart(Harbour):
    """Asks nobody."""

    def rows(self, partner):
        return []


class AsksOffline(Harbour):
    def __init__(self, access):
        super().__init__(replace(access, offline=False))


class KeepsNothing(Harbour):
    def __init__(self, access):
        super().__init__(replace(access, evidence=None))


class CountsFromToday(Harbour):
    """Says another day when it answers from what was kept."""

    def answer(self, query):
        days = timedelta(days=1 if self.access.offline else 0)
        answer = super().answer(query)
        return answer._replace(
            observations=tuple(row._replace(published=row.published + days) for row in answer.observations)
        )


class Raises(Harbour):
    def answer(self, query):
        return answer_of(query, self.name, self.rows("CHN"))


class FailsWithoutWords(Harbour):
    def answer(self, query):
        return super().answer(query)._replace(detail="")


def swallowing(*failures):
    """A resolver that answers nought where its service fails in one of these ways."""

    class Swallowing(Harbour):
        def answer(self, query):
            answer = super().answer(query)
            return zero(self, query) if answer.failure in failures else answer

    return Swallowing


class ReadsWhatItFinds(Harbour):
    """Takes the figures of a reply wherever they stand, whole or not."""

    def read(self, reply):
        found = re.findall(r'"flow": "(X|M)",\s*"period": "([0-9-]+)",\s*"value": "([0-9.]+)"', reply.text)
        about = {"partner": "CHN", "updated": "2026-02-16"}
        return [self.row(dict(zip(("flow", "period", "value"), each, strict=True)), about, reply) for each in found]


class TakesNothingForNought(Harbour):
    """Finds no figures in a reply, and says zero."""

    def read(self, reply):
        return super().read(reply) if b"figures" in reply.body else [NOUGHT, NOUGHT._replace(period=MONTH)]


class CarelessOfCurrency(Harbour):
    def read(self, reply):
        return super().read(with_dollars(reply))


class TellsItsKey(Harbour):
    """Puts the key where it is kept and cited."""

    def rows(self, partner):
        asked = [*ASKED, ("key", self.access.keys.get("HARBOUR_KEY", ""))]
        return self.transport.get("/trade", asked, read=self.read)


class TellsItsKeyInWords(Harbour):
    def answer(self, query):
        answer = super().answer(query)
        return answer._replace(detail=f"with {self.access.keys.get('HARBOUR_KEY')}") if answer.failure else answer


def with_dollars(reply):
    """A reply that is taken for one in dollars, whatever it says."""
    return replace(reply, body=reply.body.replace(b'"KZT"', b'"USD"'))


NOUGHT = level(
    SERVICE,
    Citation("harbour", "trade", "The office that counts", "https://statistics.example/api/v1/trade"),
    reporter="KAZ",
    partner="CHN",
    flow="exports",
    period=YEAR,
    unit="USD",
    value=Decimal(0),
    published=date(2026, 2, 16),
)


def zero(resolver, query):
    """Nought, in place of a reason."""
    return Answer(query, resolver.name, observations=(NOUGHT,))
