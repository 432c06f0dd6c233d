"""
International Trade in Goods by partner (IMTS) of the International Monetary Fund: totals of any reporter, in dollars.

Asked for CSV and nothing else: JSON is ignored by the service's content negotiation. ``SCALE`` says 6 and must not be
applied: the values are plain dollars already. The fund fills the gaps of those who do not report with what their
partners report, so that its figures support and do not decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from factcheck.errors import PeriodError
from factcheck.observations import Answer, Failure, Observation, Query, SeriesQuery, Standing
from factcheck.periods import Period
from factcheck.places import countries
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.budget import Allowance
from factcheck.resolvers.live.csv_table import rows_of
from factcheck.resolvers.live.failure import LiveFailure, bad_payload
from factcheck.resolvers.live.reply import Expected, Reply
from factcheck.resolvers.live.rows import answer_of, citation, level, not_asked, number, one_each, vintage
from factcheck.resolvers.live.service import Service
from factcheck.resolvers.live.transport import Transport
from factcheck.resolvers.live.wanted import wanted_periods

SERVICE = Service(
    name="imf",
    source="imf",
    agency="International Monetary Fund",
    base_url="https://api.imf.org/external/sdmx/2.1",
    homepage="https://data.imf.org",
    licence="All rights reserved; for use with attribution, not for redistribution",
    holds="goods trade of about 200 reporters with each partner by year, quarter and month, totals only",
    valuation="exports FOB; imports CIF, or FOB as a cell of its own",
    lag="about two months",
    revisions="without notice; gaps are filled with estimates from partners",
    limits="none is published; one request at a time",
    allowance=Allowance(1.0, 500),
    standing=Standing.SUPPORTS,
    revision=Fraction(1, 100),
)
FLOW = "IMF.STA,IMTS,1.0.0"
DATASET = "IMTS"
ACCEPT = "application/vnd.sdmx.data+csv;version=1.0.0"
WORLD = "G001"
CODES = {"WLD": WORLD, "EA": "G163"}  # ours -> theirs, where they differ; others are ISO 3166-1 alpha-3
#: indicator -> flow, valuation (blank is the fund's own).
INDICATORS = {
    "XG_FOB_USD": ("exports", ""),
    "MG_CIF_USD": ("imports", ""),
    "MG_FOB_USD": ("imports", "FOB"),
}
COLUMNS = ("COUNTRY", "INDICATOR", "COUNTERPART_COUNTRY", "TIME_PERIOD", "OBS_VALUE")
FREQUENCIES = {"A": "A", "Q": "Q", "M": "M"}  # ours -> theirs
MOST_PARTNERS = 40  # of one request: its address stays short


class Imf:
    """
    Answers from IMTS; one request for each reporter.

    Args:
        access: how the service is reached.
    """

    name = SERVICE.name
    live = True
    service = SERVICE

    def __init__(self, access: Access) -> None:
        self._transport = Transport(SERVICE, access)
        self._today = access.now().date()

    def covers(self, query: Query) -> bool:
        """All goods between two places; an unfiltered partner would be sixty megabytes."""
        return (
            isinstance(query, SeriesQuery)
            and not query.commodity
            and query.partner is not None
            and _code(query.reporter) is not None
            and query.reporter not in CODES
            and _code(query.partner) is not None
        )

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        """Answer every query; those of one reporter go out together."""
        groups: dict[str, list[SeriesQuery]] = {}
        for query in queries:
            if isinstance(query, SeriesQuery) and self.covers(query):
                groups.setdefault(query.reporter, []).append(query)
            else:
                yield not_asked(query, self.name)
        for reporter, asked in groups.items():
            for start in range(0, len(asked), MOST_PARTNERS):
                yield from self._of_reporter(reporter, asked[start : start + MOST_PARTNERS])

    def _of_reporter(self, reporter: str, queries: Sequence[SeriesQuery]) -> Iterator[Answer]:
        periods = wanted_periods(queries, self._today)
        try:
            rows = self._rows(reporter, queries, periods) if periods else []
        except LiveFailure as failed:
            yield from (failed.answer(query, self.name) for query in queries)
            return
        yield from (answer_of(query, self.name, rows) for query in queries)

    def _rows(self, reporter: str, queries: Sequence[SeriesQuery], periods: Sequence[Period]) -> list[Observation]:
        partners = sorted({code for query in queries if query.partner and (code := _code(query.partner))})
        frequencies = sorted({FREQUENCIES[period.freq] for period in periods if period.freq in FREQUENCIES})
        if not frequencies:
            return []
        key = ".".join((reporter, "+".join(INDICATORS), "+".join(partners), "+".join(frequencies)))
        question = _Question(reporter, frozenset(partners), frozenset(frequencies))
        years = {period.first.year for period in periods}
        return self._transport.get(
            f"/data/{FLOW}/{key}",
            [("startPeriod", str(min(years))), ("endPeriod", str(max(years)))],
            read=question.read,
            expects=Expected.CSV,
            accept=ACCEPT,
            statuses={404: Failure.BAD_REQUEST},  # an unknown flow; what is not there comes as an empty table
        )


class _Question:
    """What was asked, which every row of the reply is held against."""

    def __init__(self, reporter: str, partners: frozenset[str], frequencies: frozenset[str]) -> None:
        self._reporter, self._partners, self._frequencies = reporter, partners, frequencies

    def read(self, reply: Reply) -> list[Observation]:
        """
        The rows of a reply.

        Raises:
            LiveFailure: a column is missing, or a row is of something that was not asked for.
        """
        return one_each(row for fields in rows_of(reply, COLUMNS) for row in self._row(fields, reply))

    def _row(self, fields: Mapping[str, str], reply: Reply) -> Iterator[Observation]:
        if not fields["TIME_PERIOD"]:  # the first row can describe the data set and have no key
            return
        reporter, partner, indicator = fields["COUNTRY"], fields["COUNTERPART_COUNTRY"], fields["INDICATOR"]
        if reporter != self._reporter or partner not in self._partners or indicator not in INDICATORS:
            raise bad_payload(f"a row of {indicator} of {reporter} with {partner}, which was not asked for")
        if fields.get("FREQUENCY", "") not in ("", *self._frequencies):
            raise bad_payload(f"a row of frequency {fields['FREQUENCY']}, which was not asked for")
        if not fields["OBS_VALUE"]:
            return
        flow, valuation = INDICATORS[indicator]
        period = _period(fields["TIME_PERIOD"])
        yield level(
            SERVICE,
            citation(SERVICE, reply, DATASET),
            reporter=reporter,
            partner=_ours(partner),
            flow=flow,
            period=period,
            unit="USD",
            value=number(fields["OBS_VALUE"], f"OBS_VALUE of {period}"),
            published=vintage(reply, None, period),
            valuation=valuation,
        )


def _period(text: str) -> Period:
    try:
        return Period.parse(text.replace("-M", "-"))
    except PeriodError:
        raise bad_payload(f"a row of the period {text[:20]!r}") from None


def _code(place: str) -> str | None:
    """The fund's code of a place; None where it has none."""
    return CODES.get(place) or (place if place in countries() else None)


def _ours(code: str) -> str:
    return next((ours for ours, theirs in CODES.items() if theirs == code), code)
