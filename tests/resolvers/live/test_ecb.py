"""The exchange rates of the European Central Bank, as its service speaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

import pytest

from factcheck.daily_rates import daily_rate, last_day
from factcheck.observations import Answer, Failure, Query, RateQuery, SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers.live.ecb.crosses import pair
from factcheck.resolvers.live.ecb.resolver import PUBLISHED_IN, Ecb
from tests.resolvers.live.conftest import Ran
from tests.resolvers.live.faults import BAD, COMMON, RIGHT, Trouble, body, status, typed
from tests.resolvers.live.server import Asked, FakeService, Response, text_response
from tests.resolvers.live.suite import LiveSuite

HEAD = (
    "KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,OBS_CONF,OBS_COM,DECIMALS,"
    "TITLE_COMPL,UNIT,UNIT_MULT\n"
)
FORMS = {
    "D": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "M": r"[0-9]{4}-[0-9]{2}",
    "Q": r"[0-9]{4}-Q[1-4]",
    "A": r"[0-9]{4}",
}
DECIMALS = {"JPY": 2, "KRW": 2}


class EcbService(FakeService):
    """
    Gives the bank's own daily rates, from the table that comes with the package, and their averages.

    It refuses what is no key, has 404 where there is nothing and XML for who does not ask for CSV, and leaves out zeros
    at the end.

    Attributes:
        shift: factors by frequency and currency, for averages or days that are wrong.
        fixed: rates in place of those of the table.
        holidays: whether days without a rate are told as blanks.
    """

    def __init__(self) -> None:
        super().__init__()
        self.shift: dict[tuple[str, str], Decimal] = {}
        self.fixed: dict[str, str] = {}
        self.holidays = False

    def respond(self, asked: Asked) -> Response:
        found = re.fullmatch(r"/service/data/EXR/([DMQA])\.([A-Z]{3}(?:\+[A-Z]{3})*)\.EUR\.SP00\.A", asked.path)
        if not found or set(asked.query) - {"startPeriod", "endPeriod", "format", "detail"}:
            return text_response("Bad Request", "text/plain", 400)
        frequency, currencies = found[1], found[2].split("+")
        first, last = asked.query["startPeriod"], asked.query["endPeriod"]
        if not re.fullmatch(FORMS[frequency], first) or not re.fullmatch(FORMS[frequency], last):
            return text_response("Bad Request: period", "text/plain", 400)
        if asked.query.get("format") != "csvdata":
            return text_response("<message:GenericData/>", "application/vnd.sdmx.genericdata+xml")
        lines = "".join(self._lines(frequency, currencies, Period.parse(first).first, Period.parse(last).last))
        if not lines:
            return text_response("No results found.", "text/plain", 404)
        return text_response(HEAD + lines, "application/vnd.sdmx.data+csv;version=1.0.0")

    def _lines(self, frequency: str, currencies: list[str], first: date, last: date) -> Iterator[str]:
        for currency in currencies:
            known = list(self._days(currency, first, last))
            if frequency == "D":
                for day, value in known:
                    yield self._line(frequency, currency, str(day), value)
            else:
                yield from self._averages(frequency, currency, known)

    def _days(self, currency: str, first: date, last: date) -> Iterator[tuple[date, Decimal | None]]:
        for ordinal in range(first.toordinal(), last.toordinal() + 1):
            day = date.fromordinal(ordinal)
            if currency in self.fixed and day.weekday() < 5:
                yield day, Decimal(self.fixed[currency])
                continue
            rate = daily_rate("EUR", currency, day)
            if rate is not None and rate.day == day:
                yield day, Decimal(rate.value.numerator) / Decimal(rate.value.denominator)
            elif self.holidays and day.weekday() < 5:
                yield day, None

    def _averages(self, frequency: str, currency: str, known: list[tuple[date, Decimal | None]]) -> Iterator[str]:
        months = {"M": 1, "Q": 3, "A": 12}[frequency]
        groups: dict[Period, list[Decimal]] = {}
        for day, value in known:
            period = Period.of_months(day.year, (day.month - 1) // months * months + 1, months)
            if value is not None:
                groups.setdefault(period, []).append(value)
        for period, values in groups.items():
            mean = sum(map(Fraction, values), Fraction(0)) / len(values)
            long = Decimal(mean.numerator) / Decimal(mean.denominator)
            yield self._line(frequency, currency, str(period), long.quantize(Decimal("1e-12")))

    def _line(self, frequency: str, currency: str, period: str, value: Decimal | None) -> str:
        shifted = None if value is None else value * self.shift.get((frequency, currency), Decimal(1))
        text = "" if shifted is None else format(shifted.normalize(), "f")
        status_, decimals = "H" if shifted is None else "A", DECIMALS.get(currency, 4)
        key = f"EXR.{frequency}.{currency}.EUR.SP00.A"
        title = f'"ECB reference exchange rate, {currency}/Euro, 2:15 pm (C.E.T.)"'
        return f"{key},{frequency},{currency},EUR,SP00,A,{period},{text},{status_},F,,{decimals},{title},{currency},0\n"


def replaced(old: str, new: str, times: int = -1) -> Trouble:
    """Every reply with other words in it."""
    return Trouble(f"{old} is {new!r}", body(lambda right: right.replace(old.encode(), new.encode(), times)), 0, BAD)


def columns_shuffled(right: bytes) -> bytes:
    """The same table with its columns in another order and one more."""
    lines = [line.split(",", 12) for line in right.decode().splitlines()]
    return "".join(
        ",".join([*line[::-1][1:][::-1], "new"]) + "\r\n" for line in (_turned(each) for each in lines)
    ).encode()


def _turned(line: list[str]) -> list[str]:
    return [*line[6:12], *line[:6], ""]


class TestEcb(LiveSuite):
    """The contract, the faults of any service, and those of this one."""

    service: ClassVar[type[FakeService]] = EcbService
    resolver = staticmethod(partial(Ecb, table_until=date(2026, 10, 2)))
    question: ClassVar[Any] = RateQuery("CNY", Period.parse("2025-H1"))
    at, value = Period.parse("2025-H1"), Decimal("7.2526")  # as it stands in sources/ecb
    known = (
        question,
        RateQuery("EUR", Period.parse("2024")),
        RateQuery("USD"),
        RateQuery("USD", Period.parse("2025-07-14")),
    )
    unknown = (
        RateQuery("RUB", Period.parse("2023")),
        RateQuery("USD", Period.parse("2025-07-12")),
        RateQuery("VND", Period.parse("2024")),
        SeriesQuery("CHN", "RUS"),
    )
    troubles = COMMON
    own_troubles = (
        replaced("OBS_VALUE", "VALUE"),
        replaced("CURRENCY_DENOM", "DENOM"),
        replaced("TIME_PERIOD", "PERIOD"),
        replaced(",D,CNY,", ",M,CNY,"),
        replaced(",CNY,EUR,", ",CZK,EUR,"),
        replaced(",CNY,EUR,", ",CNY,USD,"),
        replaced(",SP00,", ",EN00,"),
        replaced(",SP00,A,", ",SP00,E,"),
        replaced(",CNY,0\n", ",CNY,3\n"),
        replaced(",CNY,0\n", ",USD,0\n"),
        replaced(",2025-03-03,", ",2024-03-03,"),
        replaced(",2025-03-03,", ",2025-03,"),
        replaced(",2025-03-03,", ",3 March 2025,"),
        replaced(",2025-03-03,", ",2025-03-03/2025-03-04,"),
        replaced(",2025-03-03,7.6", ",2025-03-03,-7.6"),
        replaced(",2025-03-03,7.6", ",2025-03-03,n/a 7.6"),
        replaced(",2025-03-03,7.6", ",2025-03-04,7.6"),
        replaced(",2025-03-03,7", ',2025-03-03,"7'),
        replaced(",CNY,0\n", ",CNY\n"),
        replaced(",CNY,0\n", ",CNY,0,0\n"),
        Trouble("two rates", body(lambda right: right + right.splitlines()[-1].replace(b",1.", b",2.") + b"\n"), 0,
                BAD),
        Trouble("the same rate twice", body(lambda right: right + right.splitlines()[-1] + b"\n"), 0, RIGHT),
        Trouble("columns in another order", body(columns_shuffled), 0, RIGHT),
        Trouble("a row cut short", body(lambda right: right[:-9]), 0, BAD),
        Trouble("a month is missing", body(lambda right: re.sub(rb".*,2025-03-.*\n", b"", right)), 0,
                frozenset({Failure.NO_DATA})),
        Trouble("the end of the period is missing", body(lambda right: re.sub(rb".*,2025-06-[23].*\n", b"", right)), 0,
                frozenset({Failure.NO_DATA})),
        Trouble("nothing but the names of columns", body(lambda right: HEAD.encode()), 0, frozenset({Failure.NO_DATA})),
        Trouble("XML in place of CSV", typed("application/xml"), 0, BAD),
        Trouble("404", status(404, b"No results found."), 0, frozenset({Failure.NO_DATA})),
        Trouble("a refusal", status(400, b"Bad Request"), 0, frozenset({Failure.BAD_REQUEST})),
    )  # fmt: skip

    def found(self, answer: Answer) -> list[Decimal]:
        """The dollar's average in yuan in an answer."""
        return [
            rate.value
            for rate in answer.rates
            if (rate.base, rate.quote, rate.period, rate.kind) == ("USD", "CNY", self.at, "average")
        ]

    def rates(self, currency: str, period: str = "") -> dict[str, str]:
        """What an answer has, by pair: the rate as text."""
        answer = self.answer(RateQuery(currency, Period.parse(period) if period else None))
        return {f"{rate.base}/{rate.quote}": str(rate.value) for rate in answer.rates}

    @pytest.mark.parametrize(
        ("currency", "period", "names", "value"),
        [
            ("USD", "2024", "USD/CNY", "7.1956"),
            ("USD", "2023", "EUR/USD", "1.0813"),
            ("USD", "2024", "GBP/USD", "1.2786"),
            ("USD", "2024", "AUD/USD", "0.6602"),
            ("JPY", "2024", "USD/JPY", "151.4310"),
            ("KRW", "2024", "USD/KRW", "1363.5283"),
            ("INR", "2024", "USD/INR", "83.6679"),
            ("BRL", "2024", "USD/BRL", "5.3867"),
            ("HKD", "2024", "USD/HKD", "7.8026"),
            ("RUB", "2021", "CNY/RUB", "11.4246"),
            ("EUR", "2024", "EUR/CNY", "7.7875"),
            ("EUR", "2024-H1", "EUR/CNY", "7.8011"),
            ("CNY", "2025-01-13", "USD/CNY", "7.3319"),
            ("CNY", "2025-07-14", "USD/CNY", "7.1672"),
            ("USD", "2025-07-14", "EUR/USD", "1.1690"),
            ("EUR", "2024-01-12", "EUR/CNY", "7.8451"),
        ],
    )  # fmt: skip
    def test_rates_are_those_of_the_snapshot(self, currency: str, period: str, names: str, value: str) -> None:
        """
        From the bank's days come the averages, crosses and days that the embedded snapshot has, digit for digit.
        """
        assert self.rates(currency, period)[names] == value

    def test_a_point_is_known_on_its_day_and_an_average_when_its_period_is_over(self) -> None:
        """
        The day of publication is the rate's own day; of an average none is told, as in the snapshot.
        """
        queries = [RateQuery("CNY", Period.parse(text)) for text in ("2025-07-14", "2024")]
        days, averages = (self.answer(query).rates for query in queries)

        assert {(rate.kind, str(rate.published)) for rate in days} == {("point", "2025-07-14")}
        assert {(rate.kind, rate.published) for rate in averages} == {("average", None)}

    def test_an_average_for_a_euro_is_the_banks_own(self) -> None:
        """
        A month's average for one euro is the one that the bank prints; crosses are made from the days.
        """
        self.server.shift = {("M", "USD"): Decimal("1.001")}

        assert self.rates("USD", "2025-06")["EUR/USD"] == "1.1528"  # 1.1516 of the days, and a thousandth
        assert [asked.path[18:20] for asked in self.server.asked] == ["D.", "M."]

    @pytest.mark.parametrize(("frequency", "period"), [("M", "2025-06"), ("Q", "2025-Q2"), ("A", "2024")])
    def test_an_average_far_from_its_days_is_no_answer(self, frequency: str, period: str) -> None:
        """
        Where the bank's average and that of its days are more than a hundredth apart one of them is of something else.
        """
        self.server.shift = {(frequency, "CNY"): Decimal("1.02")}

        assert self.answer(RateQuery("CNY", Period.parse(period))).failure is Failure.BAD_PAYLOAD

    @pytest.mark.parametrize("period", ["2022", "2022-03", "2022-Q1", "2023", "2022-03-02"])
    def test_the_rouble_ended_and_has_no_later_rate(self, period: str) -> None:
        """
        The last rouble was of 1 March 2022: periods that reach beyond have no data, never an old or a partial rate.
        """
        answer = self.answer(RateQuery("RUB", Period.parse(period)))

        assert (answer.failure, answer.rates) == (Failure.NO_DATA, ())

    def test_the_last_days_of_the_rouble_have_rates(self) -> None:
        """
        Until it ended it has rates, and February 2022 an average.
        """
        assert self.rates("RUB", "2022-03-01")["EUR/RUB"] == "117.2010"
        assert "CNY/RUB" in self.rates("RUB", "2022-02")

    @pytest.mark.parametrize("day", ["2025-07-12", "2025-07-13", "2024-12-25", "2024-04-01"])
    def test_weekends_and_holidays_have_no_rate(self, day: str) -> None:
        """
        A day without a rate has none: the last earlier one is for who asks to choose, and to say so.
        """
        assert self.answer(RateQuery("USD", Period.parse(day))).failure is Failure.NO_DATA

    def test_a_holiday_told_as_a_blank_is_absent(self) -> None:
        """
        Rows with the status H and no value are passed over.
        """
        self.server.holidays = True

        assert self.found(self.answer()) == [self.value]

    def test_a_value_of_nan_is_absent(self) -> None:
        """
        NaN in place of a value is no rate, and one missing day does not spoil an average.
        """
        self.server.always = body(lambda right: re.sub(rb"(CNY.EUR.*,2025-03-04,)[0-9.]+,A", rb"\1NaN,M", right))

        (rate,) = [rate for rate in self.answer().rates if (rate.base, rate.quote) == ("USD", "CNY")]

        assert (rate.citation.note, str(rate.value)) == ("mean of 124 daily reference rates", "7.2526")

    def test_single_days_are_those_after_the_packages_own_table(self) -> None:
        """
        Who asks for every day gets those that the table in the package does not have yet: few, and none twice.
        """
        answer = self.answer(RateQuery("USD"))

        assert dict(self.server.asked[0].params)["startPeriod"] == "2026-10-03"
        assert {rate.period.first for rate in answer.rates} == {
            day for day in _working_days(date(2026, 10, 3), date(2026, 11, 20)) if daily_rate("EUR", "USD", day)
            and daily_rate("EUR", "USD", day).day == day
        }  # fmt: skip

    def test_without_a_table_single_days_reach_back_four_hundred(self) -> None:
        """
        The number of days is bounded.
        """
        list(Ecb(self.access(), date(2020, 1, 1)).resolve([RateQuery("USD")]))

        assert dict(self.server.asked[0].params)["startPeriod"] == "2025-10-16"

    def test_all_queries_go_out_together(self) -> None:
        """
        Two currencies and overlapping periods are one request for days and one for years.
        """
        texts = ["2024", "2023", "2024-H1", "2024-01/2024-05"]
        queries: list[Query] = [RateQuery(each, Period.parse(text)) for each in ("USD", "CNY") for text in texts]

        answers = list(self.make_resolver().resolve(queries))

        assert {answer.failure for answer in answers} == {None}
        assert [asked.path[18:20] for asked in self.server.asked] == ["D.", "A."]

    def test_periods_that_are_not_over_are_not_asked_for(self) -> None:
        """
        A month or a year that runs still has no average.
        """
        queries: list[Query] = [
            RateQuery("USD", Period.parse(text)) for text in ("2026", "2026-11", "2027-01-04", "1998")
        ]

        answers = list(self.make_resolver().resolve(queries))

        assert ({answer.failure for answer in answers}, self.server.asked) == ({Failure.NO_DATA}, [])

    def test_far_too_many_spans_are_refused(self) -> None:
        """
        A hundred scattered months are no question that an article has.
        """
        queries: list[Query] = [RateQuery("USD", Period.of_months(year, 3)) for year in range(2000, 2026)]

        assert {answer.failure for answer in self.make_resolver().resolve(queries)} == {Failure.TOO_BIG}

    def test_every_currency_has_a_place_in_the_order_of_pairs(self) -> None:
        """
        A pair has one way round, whichever of the two is asked for.
        """
        assert all(pair(one, other) == pair(other, one) for one in PUBLISHED_IN for other in PUBLISHED_IN - {one})

    @pytest.mark.parametrize("query", [RateQuery("XXX"), RateQuery("VES"), SeriesQuery("CHN", "RUS")])
    def test_what_it_cannot_be_asked(self, query: Query) -> None:
        """
        Currencies that the bank never had a rate of, and figures of trade.
        """
        assert not self.resolver(self.access()).covers(query)


def _working_days(first: date, last: date) -> Iterator[date]:
    for count in range((last - first).days + 1):
        day = first + timedelta(count)
        if day.weekday() < 5:
            yield day


CLAIMS = """\
published: {published}
about: {{reporter: Kazakhstan, partner: Bhutan, flow: exports, currency: USD}}
claims:
  - {{quote: "$10.04 million", id: average, level: 2024-Q1}}
  - {{quote: "$12 million", id: holds, level: 2024-Q1}}
"""
ROWS = """\
reporter,partner,flow,period,unit,value,unit_multiplier,published,source_url
KAZ,BTN,exports,2024-Q1,USD,12,6,2024-05-02,https://example.org/1
KAZ,BTN,exports,2024-Q1,CNY,75.3,6,2024-05-02,https://example.org/1
"""
PACKAGE = """\
{"name": "desk", "title": "Invented", "publisher": "Desk", "homepage": "https://example.org",
 "licenses": [{"name": "internal", "title": "Internal"}], "retrieved": "2026-11", "resources": [{"path": "rows.csv"}]}
"""


@pytest.fixture
def desk(verify_live: Callable[..., Ran]) -> Callable[..., Ran]:
    """The command in a folder with figures of its own: the same exports in dollars and in yuan."""
    folder = Path("sources") / "desk"
    folder.mkdir(parents=True)
    (folder / "datapackage.json").write_text(PACKAGE, encoding="utf-8")
    (folder / "rows.csv").write_text(ROWS, encoding="utf-8")
    return verify_live


def test_a_live_average_explains_a_conversion(desk: Callable[..., Ran]) -> None:
    """
    A figure in yuan that was divided by the average of the quarter is told as such, with the bank's rate.
    """
    with EcbService() as server:
        server.fixed = {"USD": "1.1", "CNY": "8.25"}  # invented: 7.5 yuan to the dollar
        ran = desk(CLAIMS.format(published="2024-05-10"), {"ecb": server.url})

    told = str(ran.finding("average"))
    assert [ran.verdict(each) for each in ("average", "holds")] == [("discrepancy", "wrong-level"), ("match", "within")]
    assert "7.5000 CNY for 1 USD (ECB, " in told


def test_a_live_day_explains_a_conversion(desk: Callable[..., Ran]) -> None:
    """
    An article of a day that the package has no rate of yet: converted at the rate of that day.
    """
    ends = last_day()
    assert ends is not None
    published = next(day for day in _working_days(ends + timedelta(1), ends + timedelta(9)))
    if published > datetime.now(UTC).date():
        pytest.skip("the package's table is as new as today")
    with EcbService() as server:
        server.fixed = {"USD": "1.1", "CNY": "8.25"}
        server.shift = {("Q", "CNY"): Decimal("1.005")}
        ran = desk(CLAIMS.format(published=published), {"ecb": server.url})

    assert "7.5000" in str(ran.finding("average"))


def test_a_bank_that_is_down_decides_nothing(desk: Callable[..., Ran]) -> None:
    """
    Rates only explain: without them the verdicts are the same.
    """
    with EcbService() as server:
        server.always = status(500)
        ran = desk(CLAIMS.format(published="2024-05-10"), {"ecb": server.url})

    assert [ran.verdict(each) for each in ("average", "holds")] == [("discrepancy", "wrong-level"), ("match", "within")]
