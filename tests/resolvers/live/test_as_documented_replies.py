"""Each resolver, out of the box, against the samples of its service's documentation."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

import pytest

from factcheck.observations import Answer, Failure, Query, RateQuery, SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.census.resolver import Census
from factcheck.resolvers.live.comexstat.resolver import ComexStat
from factcheck.resolvers.live.comtrade.resolver import Comtrade
from factcheck.resolvers.live.dbnomics.resolver import DBnomics
from factcheck.resolvers.live.ecb.resolver import Ecb
from factcheck.resolvers.live.eurostat.resolver import Eurostat
from factcheck.resolvers.live.hmrc.resolver import Hmrc
from factcheck.resolvers.live.imf import Imf
from factcheck.resolvers.live.wits import Wits
from factcheck.resolvers.live.world_bank import WorldBank
from tests.resolvers.live import documented
from tests.resolvers.live.documented import Documented
from tests.resolvers.live.server import Asked, Response, json_response, text_response
from tests.resolvers.live.suite import NOW, amount, periods

KEYS = {"CENSUS_API_KEY": "a-key-of-the-census-bureau"}
Cells = dict[tuple[str, str], Decimal]


def ask(resolver: Any, server: Documented, query: Query, **given: Any) -> Answer:
    """The answer of a new resolver that asks the server."""
    usual: dict[str, Any] = {"base_url": server.url, "keys": KEYS, "now": lambda: NOW, "sleep": lambda seconds: None}
    (answer,) = resolver(Access(**{**usual, **given})).resolve((query,))
    assert isinstance(answer, Answer)
    return answer


def levels(answer: Answer) -> Cells:
    """The levels of an answer in whole units, by flow and period."""
    return {(row.flow, str(row.period)): amount(row) for row in answer.observations if row.measure == "level"}


def series(reporter: str, partner: str, *wanted: str) -> SeriesQuery:
    """All goods of a pair in some periods."""
    return SeriesQuery(reporter, partner, periods=periods(*wanted))


class Sample(NamedTuple):
    """A sample of the documentation, who reads it, what is asked, and what stands in it."""

    name: str
    server: Callable[[], Documented]
    resolver: Any
    query: SeriesQuery
    levels: Cells
    unit: str


SAMPLES = (
    Sample("comtrade", lambda: documented.comtrade(documented.COMTRADE_ROW), Comtrade,
           series("CHN", "RUS", "2025-06"), {("exports", "2025-06"): Decimal(8280000000)}, "USD"),
    Sample("eurostat", documented.eurostat, Eurostat, series("EU", "CHN", "2024-01", "2024-02"),
           {("imports", "2024-01"): Decimal(28400000000), ("imports", "2024-02"): Decimal(27900000000)}, "EUR"),
    Sample("eurostat, values as a list",
           lambda: documented.eurostat(value=[None, None, 28400000000, 27900000000], status={"2": "p"}), Eurostat,
           series("EU", "CHN", "2024-01", "2024-02"),
           {("imports", "2024-01"): Decimal(28400000000), ("imports", "2024-02"): Decimal(27900000000)}, "EUR"),
    Sample("eurostat, one of two confidential",
           lambda: documented.eurostat(value={"2": 28400000000}, status={"2": "p", "3": "|C"}), Eurostat,
           series("EU", "CHN", "2024-01", "2024-02"), {("imports", "2024-01"): Decimal(28400000000)}, "EUR"),
    Sample("census", documented.census, Census, series("USA", "CHN", "2025-06"),
           {("exports", "2025-06"): Decimal(9412345678)}, "USD"),
    Sample("hmrc", documented.hmrc, Hmrc, series("GBR", "CHN", "2025-06", "2025-H1", "2025-Q3"),
           {("exports", "2025-06"): Decimal("3000003"), ("imports", "2025-06"): Decimal(6000000),
            ("exports", "2025-H1"): Decimal("10500010.5"), ("imports", "2025-H1"): Decimal(21000000)}, "GBP"),
    Sample("hmrc without a list of countries", lambda: documented.hmrc(countries=False), Hmrc,
           series("GBR", "CHN", "2025-06"),
           {("exports", "2025-06"): Decimal("3000003"), ("imports", "2025-06"): Decimal(6000000)}, "GBP"),
    Sample("comexstat", documented.comexstat, ComexStat, series("BRA", "CHN", "2025-06"),
           {("exports", "2025-06"): Decimal(9990000000)}, "USD"),
    Sample("comexstat without a list of countries", lambda: documented.comexstat(countries=False), ComexStat,
           series("BRA", "CHN", "2025-06"), {("exports", "2025-06"): Decimal(9990000000)}, "USD"),
    Sample("wits", documented.wits, Wits, series("CHN", "RUS", "2022"), {("exports", "2022"): Decimal("76122000100")},
           "USD"),
    *(Sample(f"imf {form}", lambda form=form: documented.imf(form), Imf,  # type: ignore[misc]
             series("CHN", "RUS", "2025-06"), {("exports", "2025-06"): Decimal(8280000000)}, "USD")
      for form in documented.IMF_TABLES),
)  # fmt: skip


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.name for sample in SAMPLES])
def test_a_sample_gives_the_figure_that_stands_in_it(sample: Sample) -> None:
    """
    The sample of the documentation is read as it stands: value, flow, period and unit.
    """
    with sample.server() as server:
        answer = ask(sample.resolver, server, sample.query)

    assert (levels(answer), answer.failure) == (sample.levels, None), answer.detail
    assert {row.unit for row in answer.observations} == {sample.unit}


def test_an_indicator_that_is_refused_takes_nothing_from_the_others() -> None:
    """
    The World Bank's exports stand, null is no figure, and the other indicators' refusal is told beside them.
    """
    with documented.world_bank() as server:
        answer = ask(WorldBank, server, series("CHN", "WLD", "2023", "2024"))

    assert levels(answer) == {("exports", "2024"): Decimal(3577000000000)}
    assert (answer.failure, answer.complete) == (Failure.BAD_REQUEST, False)
    assert "The provided parameter value is not valid" in answer.detail


@pytest.mark.parametrize("data_only", [False, True])
def test_rates_of_a_day(data_only: bool) -> None:
    """
    The European Central Bank's table with some thirty columns, or without any attribute, gives the day's rates.
    """
    with documented.ecb(data_only=data_only) as server:
        answer = ask(Ecb, server, RateQuery("CNY", Period.parse("2025-07-14")))

    assert {(rate.base, rate.quote, str(rate.value)) for rate in answer.rates} == {
        ("EUR", "CNY", "8.3785"),
        ("USD", "CNY", "7.1672"),
    }


def test_rates_of_months() -> None:
    """
    DBnomics' sample has a rate of May; what is "NA" in June is no rate, and the series is called frozen.
    """
    with documented.dbnomics() as server:
        may, june = (ask(DBnomics, server, RateQuery("CNY", Period.parse(month))) for month in ("2025-05", "2025-06"))

    assert [(rate.base, rate.quote, str(rate.value)) for rate in may.rates] == [("EUR", "CNY", "8.13")]
    assert (june.failure, june.rates) == (Failure.NO_DATA, ())


def test_the_release_of_a_data_set_is_the_vintage() -> None:
    """
    UN Comtrade's table of releases has periods as numbers and seven digits of a second.
    """
    with documented.comtrade(documented.COMTRADE_ROW) as server:
        answer = ask(Comtrade, server, series("CHN", "RUS", "2025-06"), keys={"COMTRADE_API_KEY": "0" * 32})

    assert [str(row.published) for row in answer.observations] == ["2025-08-01"]


def test_rows_that_break_a_figure_down_are_not_added_to_it() -> None:
    """
    A reply with rows by second partner, procedure and way of transport gives the total alone.
    """
    broken_down = [
        {**documented.COMTRADE_ROW, "partner2Code": 344, "primaryValue": 1000.0, "fobvalue": 1000.0},
        {**documented.COMTRADE_ROW, "customsCode": "C04", "primaryValue": 2000.0, "fobvalue": 2000.0},
        {**documented.COMTRADE_ROW, "motCode": 1000, "primaryValue": 8280000000.0},
    ]
    with documented.comtrade(*broken_down, documented.COMTRADE_ROW) as server:
        answer = ask(Comtrade, server, series("CHN", "RUS", "2025-06"))

    assert levels(answer) == {("exports", "2025-06"): Decimal(8280000000)}


def test_imports_are_counted_cif_and_an_older_zero_is_nothing() -> None:
    """
    The other basis of a row is null, or 0.0 in older data; annual rows say month 52.
    """
    row = {
        **documented.COMTRADE_ROW,
        "flowCode": "M",
        "cifvalue": 9320100000.25,
        "fobvalue": 0.0,
        "primaryValue": 9320100000.25,
    }
    with documented.comtrade(row) as server:
        answer = ask(Comtrade, server, series("CHN", "RUS", "2025-06"))

    assert levels(answer) == {("imports", "2025-06"): Decimal("9320100000.25")}


def test_a_count_alone_is_no_figure() -> None:
    """
    With ``countOnly`` UN Comtrade's data are one object of nulls, not a list: no figure, never 0.
    """
    counted = dict.fromkeys(documented.COMTRADE_ROW)
    reply = Response(200, b'{"elapsedTime":"0.1 secs","count":7,"data":' + repr(counted).replace("None", "null")
                     .replace("'", '"').encode() + b',"error":""}')  # fmt: skip
    with Documented({"GET /public/v1/preview": reply}, documented.NOT_FOUND) as server:
        answer = ask(Comtrade, server, series("CHN", "RUS", "2025-06"))

    assert (answer.failure, answer.observations) == (Failure.BAD_PAYLOAD, ())


def test_pages_whose_links_name_the_service_itself() -> None:
    """
    HMRC's links to the next page name its own host; where a mirror is asked they lead to the mirror.
    """
    countries = documented.HMRC_COUNTRIES["value"]
    assert isinstance(countries, list)

    def listed(asked: Asked) -> Response:
        first = not asked.query.get("$skip")
        page = {"value": countries[1:] if first else countries[:1]}
        link = {"@odata.nextLink": "https://api.uktradeinfo.com/Country?$skip=1"} if first else {}
        return json_response({**page, **link})

    said = {"GET /Country$": listed, "GET /OTS$": documented.hmrc_sums}
    with Documented(said, documented.HMRC_REFUSES) as server:
        answer = ask(Hmrc, server, series("GBR", "CHN", "2025-06"))

    assert levels(answer) == {("exports", "2025-06"): Decimal(3000003), ("imports", "2025-06"): Decimal(6000000)}


def test_a_missing_key_is_told_as_such() -> None:
    """
    A key that the Census Bureau takes for none ends on its page about keys, wherever that is.
    """
    gone = Response(302, b"", "", {"Location": "https://api.census.gov/data/missing_key.html"})
    with Documented({"GET /exports/hs$": gone}, Response(204, b"", "")) as server:
        answer = ask(Census, server, series("USA", "CHN", "2025-06"))

    assert (answer.failure, answer.observations) == (Failure.UNAUTHORISED, ())


REFUSALS: tuple[tuple[Any, SeriesQuery, Response, Failure], ...] = (
    (Eurostat, series("EU", "CHN", "2024-01"), json_response(
        {"error": [{"status": 404, "id": 100, "label": "ERR_NOT_FOUND_4: DS-999999 (...) is not available ..."}]}, 404),
     Failure.BAD_REQUEST),
    (Eurostat, series("EU", "CHN", "2024-01"), json_response(
        {"error": {"status": 413, "id": 413, "label": "EXTRACTION_TOO_BIG: ... max authorised is 5000000 ..."}}, 413),
     Failure.TOO_BIG),
    (Eurostat, series("EU", "CHN", "2024-01"), json_response(
        {"warning": {"status": 413, "label": "ASYNCHRONOUS_RESPONSE ..."}}), Failure.UNAVAILABLE),
    (Eurostat, series("EU", "CHN", "2024-01"), json_response(
        {"warning": {"status": 413, "label": "ASYNCHRONOUS_RESPONSE ..."}}, 413), Failure.UNAVAILABLE),
    (WorldBank, series("CHN", "WLD", "2024"), json_response(documented.WORLD_BANK_REFUSES),
     Failure.BAD_REQUEST),
    (WorldBank, series("CHN", "WLD", "2024"), json_response(
        [{"page": 0, "pages": 0, "per_page": 1000, "total": 0, "sourceid": None, "lastupdated": None}, None]),
     Failure.NO_DATA),
    (WorldBank, series("CHN", "WLD", "2024"), text_response(
        "<html><title>Request Error</title></html>", "text/html", 400), Failure.BAD_REQUEST),
    (Imf, series("CHN", "RUS", "2025-06"), Response(204, b"", ""), Failure.NO_DATA),
    (Imf, series("CHN", "RUS", "2025-06"), text_response("<a/>", "application/xml"), Failure.BAD_PAYLOAD),
    (Imf, series("CHN", "RUS", "2025-06"), text_response("no flow", "text/plain", 404), Failure.BAD_REQUEST),
    (Comtrade, series("CHN", "RUS", "2025-06"), documented.comtrade_envelope(), Failure.NO_DATA),
    (Comtrade, series("CHN", "RUS", "2025-06"), documented.comtrade_envelope(*[documented.COMTRADE_ROW] * 500),
     Failure.TOO_BIG),
    (Comtrade, series("CHN", "RUS", "2025-06"), documented.comtrade_envelope(*[documented.COMTRADE_ROW] * 2),
     Failure.BAD_PAYLOAD),
    (Comtrade, series("CHN", "RUS", "2025-06"), json_response(
        {"statusCode": 403, "message": "Out of call volume quota. Quota will be replenished in 05:12:33."}, 403),
     Failure.RATE_LIMITED),
    (Comtrade, series("CHN", "RUS", "2025-06"), json_response(
        {"error": "Invalid parameter value", "details": [{"errorMessage": "..."}]}, 400), Failure.BAD_REQUEST),
    (Comtrade, series("CHN", "RUS", "2025-06"), json_response(
        {"statusCode": 400, "errorObject": {"errorMessage": "..."}}, 400), Failure.BAD_REQUEST),
    (Wits, series("CHN", "RUS", "2022"), Response(404, b"", "text/plain"), Failure.NO_DATA),
    (Wits, series("CHN", "RUS", "2022"), text_response("<html>no</html>", "text/html", 403),
     Failure.UNAVAILABLE),
    (Census, series("USA", "CHN", "2025-06"), text_response(
        "error: unknown variable 'NOPE'", "text/plain", 400), Failure.BAD_REQUEST),
    (Census, series("USA", "CHN", "2025-06"), text_response(
        "<html><head><title>Invalid Key</title></head></html>", "text/html"), Failure.UNAUTHORISED),
    (Census, series("USA", "CHN", "2025-06"), Response(204, b"", ""), Failure.NO_DATA),
    (Census, series("USA", "CHN", "2025-06"), json_response([["CTY_CODE", "CTY_NAME", "ALL_VAL_MO",
        "GEN_VAL_MO", "time"]]), Failure.NO_DATA),
    (Hmrc, series("GBR", "CHN", "2025-06"), text_response("<html>Ip Forbidden</html>", "text/html", 403),
     Failure.UNAVAILABLE),
)  # fmt: skip


@pytest.mark.parametrize(("resolver", "query", "reply", "failure"), REFUSALS)
def test_a_refusal_is_told_by_its_kind(resolver: Any, query: SeriesQuery, reply: Response, failure: Failure) -> None:
    """
    What a service says in place of figures, as documented, becomes the fitting reason and never a number.
    """
    with Documented({}, reply) as server:
        answer = ask(resolver, server, query)

    assert (answer.failure, answer.observations) == (failure, ()), answer.detail
