"""DBnomics, as its web API speaks: euro rates of the European Central Bank, passed on."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from factcheck.observations import Answer, Failure, RateQuery, SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers.live.dbnomics.resolver import DBnomics
from tests.resolvers.live.conftest import Ran
from tests.resolvers.live.faults import BAD, COMMON, JSON_ONLY, Trouble
from tests.resolvers.live.server import Asked, FakeService, Fault, Handler, Response, json_response
from tests.resolvers.live.suite import LiveSuite

INDEXED = "2026-11-18T14:45:21.851Z"
ORDER = ("FREQ", "CURRENCY", "CURRENCY_DENOM", "EXR_TYPE", "EXR_SUFFIX")
WORDS = {"A": "annual", "Q": "quarterly", "M": "monthly"}
#: Invented, but for the form. A mean of daily rates has the digits of a binary fraction.
SERIES: dict[str, dict[str, Any]] = {
    "M.CNY.EUR.SP00.A": {"2025-04": 8.1850476190476195, "2025-05": 8.13, "2025-06": "NA", "2026-10": 8.31},
    "Q.CNY.EUR.SP00.A": {"2025-Q1": 7.6551, "2025-Q2": 8.1973},
    "A.CNY.EUR.SP00.A": {"2023": 7.66, "2024": 7.7874828125000002, "2025": 8.05},
    "A.HUF.EUR.SP00.A": {"2024": 395.30394531250003, "2025": 398.5},
    "M.USD.EUR.SP00.A": {"2025-05": 1.1278, "2026-10": 1.16},
    "A.USD.EUR.SP00.A": {"2024": 1.0824, "2025": 1.13},
    "M.RUB.EUR.SP00.A": {"2022-01": 86.8, "2022-02": 88.9, "2022-03": None},
}


class DBnomicsService(FakeService):
    """
    Wants dimensions that its data set has, and passes over codes that it does not know.

    Attributes:
        most: series of a page, whatever is asked.
        indexed: code of a series -> the day it was indexed, where it is not the usual.
    """

    def __init__(self) -> None:
        super().__init__()
        self.most = 1000
        self.indexed: dict[str, str] = {}

    def respond(self, asked: Asked) -> Response:
        if asked.path != "/series/ECB/EXR":
            return json_response({"errors": [{"message": f"The dataset of {asked.path} was not found"}]}, 404)
        wanted = json.loads(asked.query["dimensions"])
        limit, offset = int(asked.query["limit"]), int(asked.query["offset"])
        if {*wanted} - {*ORDER} or limit > 1000 or asked.query.get("observations") != "1":
            return json_response({"errors": [{"message": "the dimensions or the limit are not valid"}]}, 400)
        codes = [".".join(key) for key in product(*(wanted[name] for name in ORDER))]
        found = [code for code in SERIES if code in codes]
        docs = [self._series(code) for code in found[offset : offset + min(limit, self.most)]]
        return json_response(
            {
                "_meta": {
                    "args": {"provider_code": "ECB", "dataset_code": "EXR", "limit": limit},
                    "version": "22.1.17",
                },
                "dataset": {"code": "EXR", "name": "Exchange Rates", "dimensions_codes_order": ORDER},
                "errors": None,
                "provider": {"code": "ECB", "name": "European Central Bank"},
                "series": {"docs": docs, "limit": limit, "num_found": len(found), "offset": offset},
            }
        )

    def _series(self, code: str) -> dict[str, Any]:
        values = SERIES[code]
        return {
            "@frequency": WORDS[code[0]],
            "provider_code": "ECB",
            "dataset_code": "EXR",
            "dataset_name": "Exchange Rates",
            "series_code": code,
            "series_name": f"{WORDS[code[0]]} - {code[2:5]} - Euro - Spot - Average",
            "dimensions": dict(zip(ORDER, code.split("."), strict=True)),
            "indexed_at": self.indexed.get(code, INDEXED),
            "period": [*values],
            "period_start_day": [Period.parse(each).first.isoformat() for each in values],
            "value": [*values.values()],
        }


def edited(edit: Callable[[dict[str, Any]], Any]) -> Fault:
    """The right reply with a part of its first series changed in place."""
    return whole(lambda document: [edit(each) for each in document["series"]["docs"][:1]])


def whole(edit: Callable[[dict[str, Any]], Any]) -> Fault:
    """The right reply with a part of it changed in place."""

    def fault(handler: Handler, asked: Asked, response: Response) -> Response:
        document = json.loads(response.body)
        edit(document)
        return replace(response, body=json.dumps(document).encode())

    return fault


def bad(name: str, fault: Fault) -> Trouble:
    """A fault of every reply that must be noticed."""
    return Trouble(name, fault, 0, BAD)


def set_to(**parts: Any) -> Fault:
    """The right reply with other parts in its first series; at-signs are written as at_."""
    return edited(lambda series: series.update({name.replace("at_", "@"): value for name, value in parts.items()}))


def refusal(code: int, words: Any) -> Fault:
    """Errors in the service's own envelope."""
    return lambda handler, asked, response: json_response({"errors": words, "series": None}, code)


def asking(failure: Failure) -> frozenset[Failure]:
    """One reason."""
    return frozenset({failure})


REFUSED = asking(Failure.BAD_REQUEST)
OWN_TROUBLES = (
    bad("another series", set_to(series_code="A.USD.EUR.SP00.A")),
    bad("no code", edited(lambda series: series.pop("series_code"))),
    bad("another provider", set_to(provider_code="BIS")),
    bad("another data set", set_to(dataset_code="EER")),
    bad("another currency in the dimensions", edited(lambda series: series["dimensions"].update(CURRENCY="USD"))),
    bad("the last day in place of the average", edited(lambda series: series["dimensions"].update(EXR_SUFFIX="E"))),
    bad("another frequency", set_to(at_frequency="daily")),
    bad("no frequency", edited(lambda series: series.pop("@frequency"))),
    bad("days in place of years", edited(lambda series: series.update(period=["2024-01-02"] * len(series["period"])))),
    bad("fewer values than periods", edited(lambda series: series["value"].pop())),
    bad("fewer first days", edited(lambda series: series["period_start_day"].pop())),
    bad("shifted first days", edited(lambda series: series["period_start_day"].reverse())),
    bad("a period twice", edited(lambda series: series.update(period=["2024"] * 3, period_start_day=None))),
    bad("a period that is none", set_to(period=["2023", "now", "2025"])),
    bad("no values", edited(lambda series: series.pop("value"))),
    bad("values renamed", edited(lambda series: series.update(values=series.pop("value")))),
    bad("text in place of numbers", set_to(value=["7.66", "about 8", "8.05"])),
    bad("commas", set_to(value=["7,66", "7,78", "8,05"])),
    bad("true", set_to(value=[True, True, True])),
    bad("below zero", set_to(value=[-7.66, -7.78, -8.05])),
    bad("zero", set_to(value=[0, 0, 0])),
    bad("no day of indexing", edited(lambda series: series.pop("indexed_at"))),
    bad("some day of indexing", set_to(indexed_at="recently")),
    bad("indexed before the year was over", set_to(indexed_at="2024-12-30T10:00:00Z")),
    bad("the same series twice", whole(lambda found: found["series"]["docs"].append(found["series"]["docs"][0]))),
    bad("more series than asked", whole(lambda found: found["series"].update(num_found=400))),
    bad("no count", whole(lambda found: found["series"].pop("num_found"))),
    bad("fewer than counted", whole(lambda found: found["series"].update(docs=[]))),
    bad("another page", whole(lambda found: found["series"].update(offset=1))),
    bad("no series", whole(lambda found: found.pop("series"))),
    Trouble("errors under 200", refusal(200, [{"message": "the series could not be read"}]), 0, REFUSED),
    Trouble("an error in a word", refusal(200, "broken"), 0, REFUSED),
    Trouble("no such data set", refusal(404, [{"message": "not found"}]), 0, REFUSED),
    Trouble("404 without words", lambda handler, asked, response: Response(404, b"{}"), 0, REFUSED),
    Trouble("a value that is missing", set_to(value=[7.66, "NA", 8.05]), 0, asking(Failure.NO_DATA)),
    Trouble("a value that is null", set_to(value=[7.66, None, 8.05]), 0, asking(Failure.NO_DATA)),
    Trouble("frozen", set_to(period=["2022", "2021", "2023"], period_start_day=None), 0, asking(Failure.NO_DATA)),
    Trouble(
        "nothing found",
        whole(lambda found: found["series"].update(docs=[], num_found=0)),
        0,
        asking(Failure.NO_DATA),
    ),
)


def rate(currency: str, period: str) -> RateQuery:
    """Ask for an average."""
    return RateQuery(currency, Period.parse(period))


class TestDBnomics(LiveSuite):
    """The contract, the faults of any service, and those of this one."""

    service, resolver = DBnomicsService, DBnomics
    server: DBnomicsService
    question: Any = rate("CNY", "2024")
    value = Decimal("7.787483")
    known = (rate("CNY", "2024"), rate("CNY", "2025-05"), rate("EUR", "2025-05"))
    unknown = (rate("CNY", "2025-06"), rate("RUB", "2024"), rate("KZT", "2024"), SeriesQuery("CHN", "RUS"))
    troubles = (*COMMON, *JSON_ONLY)
    own_troubles = OWN_TROUBLES

    def found(self, answer: Answer) -> list[Decimal]:
        """The rates of an answer."""
        return [each.value for each in answer.rates if (each.base, each.quote) == ("EUR", "CNY")]

    def rates(self, query: RateQuery) -> list[tuple[str, str]]:
        """Currency and rate of an answer."""
        return [(each.quote, str(each.value)) for each in self.answer(query).rates]

    def test_an_average_is_what_the_bank_says(self) -> None:
        """
        A euro costs so much of the currency on average; the bank is named, the day is that of the copy.
        """
        (found,) = self.answer(rate("CNY", "2025-05")).rates

        assert (found.base, found.quote, found.kind, str(found.value), found.decimals) == (
            *("EUR", "CNY", "average"),
            *("8.13", 2),
        )
        assert (found.published, found.citation.agency, found.citation.note) == (
            None,
            "European Central Bank, by DBnomics",
            "read by DBnomics on 2026-11-18",
        )

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            (rate("CNY", "2025-Q2"), [("CNY", "8.1973")]),
            (rate("EUR", "2025-05"), [("CNY", "8.13"), ("USD", "1.1278")]),
            (rate("EUR", "2024"), [("CNY", "7.787483"), ("HUF", "395.303945"), ("USD", "1.0824")]),
            (rate("RUB", "2022-02"), [("RUB", "88.9")]),
        ],
    )
    def test_quarters_and_all_currencies(self, query: RateQuery, found: list[tuple[str, str]]) -> None:
        """
        Months, quarters and years are answered; the euro itself is asked for against every currency.
        """
        assert self.rates(query) == found

    def test_all_queries_are_one_request(self) -> None:
        """
        Currencies and frequencies go out together, as dimensions.
        """
        list(self.make_resolver().resolve([rate("CNY", "2024"), rate("USD", "2025-05"), rate("CNY", "2023")]))

        (asked,) = self.server.asked
        assert json.loads(asked.query["dimensions"]) == {
            "FREQ": ["A", "M"],
            "CURRENCY": ["CNY", "USD"],
            "CURRENCY_DENOM": ["EUR"],
            "EXR_TYPE": ["SP00"],
            "EXR_SUFFIX": ["A"],
        }

    def test_pages_are_read_to_the_end(self) -> None:
        """
        A service that gives fewer series a page than asked is asked for the rest.
        """
        self.server.most = 2

        assert self.rates(rate("EUR", "2024")) == [("CNY", "7.787483"), ("HUF", "395.303945"), ("USD", "1.0824")]
        assert [each.query["offset"] for each in self.server.asked] == ["0", "2"]

    @pytest.mark.parametrize(
        "fault",
        [
            whole(lambda found: found["series"].update(offset=0)),
            whole(lambda found: found["series"].update(num_found=3 + found["series"]["offset"])),
            whole(lambda found: found["series"].update(docs=found["series"]["docs"][found["series"]["offset"] :])),
        ],
        ids=["a loop", "another total", "an empty page"],
    )  # fmt: skip
    def test_pages_that_do_not_fit_are_refused(self, fault: Fault) -> None:
        """
        Pages that begin again, count otherwise or end too soon are no answer, and no half of one.
        """
        self.server.most, self.server.always = 1, fault

        assert self.answer(rate("EUR", "2024")).failure is Failure.BAD_PAYLOAD

    def test_a_series_on_two_pages_is_refused(self) -> None:
        """
        A page that repeats a series of the page before is no answer.
        """
        first = DBnomicsService()._series("A.CNY.EUR.SP00.A")
        self.server.most, self.server.always = 1, whole(lambda found: found["series"].update(docs=[first]))

        assert self.answer(rate("EUR", "2024")).failure is Failure.BAD_PAYLOAD

    def test_a_data_set_that_was_renewed_amid_is_refused(self) -> None:
        """
        Pages of two days are not mixed.
        """
        self.server.most, self.server.indexed = 1, {"A.USD.EUR.SP00.A": "2026-11-19T08:00:00Z"}
        answer = self.answer(rate("EUR", "2024"))

        assert (answer.failure, "renewed on 2026-11-19" in answer.detail) == (Failure.BAD_PAYLOAD, True)

    # The copy that stands still.

    @pytest.mark.parametrize(
        ("query", "detail"),
        [
            (
                rate("RUB", "2024-01"),
                "frozen since 2022-02: nothing on 2024-01; DBnomics read the series on 2026-11-18",
            ),
            (
                rate("CNY", "2025-06"),
                "no rate for 2025-06, though for 2026-10; DBnomics read the series on 2026-11-18",
            ),
        ],
    )
    def test_a_series_that_ends_too_soon_says_since_when(self, query: RateQuery, detail: str) -> None:
        """
        A period after the last one of a series is no data, with the last period and the day of the copy.
        """
        answer = self.answer(query)

        assert (answer.failure, answer.detail) == (Failure.NO_DATA, detail)

    def test_a_stale_currency_does_not_spoil_the_others(self) -> None:
        """
        What one series lacks says nothing of those that go out with it.
        """
        asked = [rate("RUB", "2025-05"), rate("CNY", "2025-05")]

        answers = {answer.query: answer for answer in self.make_resolver().resolve(asked)}

        assert [answers[each].failure for each in asked] == [Failure.NO_DATA, None]

    def test_a_period_that_is_not_over_is_not_asked_for(self) -> None:
        """
        An average of the current year could only be one of its first months.
        """
        answer = self.answer(rate("CNY", "2026"))

        assert (answer.failure, self.server.asked) == (Failure.NO_DATA, [])

    @pytest.mark.parametrize(
        "query",
        [
            RateQuery("CNY"),
            rate("CNY", "2025-H1"),
            rate("CNY", "2025-07-14"),
            rate("KZT", "2024"),
            SeriesQuery("CHN", "RUS"),
        ],
    )
    def test_what_it_cannot_be_asked(self, query: Any) -> None:
        """
        Single days, half years, other currencies and trade are not for it.
        """
        assert not self.resolver(self.access()).covers(query)

    def test_it_is_asked_by_name_only(self) -> None:
        """
        It repeats what others say, so that --live alone leaves it out.
        """
        assert not self.resolver.service.by_default


#: Invented: a desk's own figures, in forints and in euros; the story converts the first at the average of the year.
DESCRIPTION = {
    "name": "desk",
    "title": "The desk's own figures",
    "publisher": "Ministry",
    "homepage": "https://example.org/",
    "licenses": [{"name": "internal", "title": "For use in the newsroom"}],
    "retrieved": "2026-11-20",
    "resources": [{"path": "figures.csv"}],
}
FIGURES = """\
dataset,reporter,partner,flow,period,unit,value,unit_multiplier,measure,published,standing,source_url
releases,HUN,MNG,exports,2024,HUF,1234.5,9,level,2025-01-20,decides,https://example.org/release
releases,HUN,MNG,exports,2024,EUR,3.21,9,level,2025-01-20,decides,https://example.org/release
"""
CLAIMS = """\
about: {reporter: Hungary, partner: Mongolia, flow: exports, currency: EUR}
published: 2026-11-20
claims:
  - {quote: "exports of €3.123 billion", id: converted, level: 2024}
"""


def write_desk() -> None:
    """The desk's own source, in the working folder."""
    folder = Path("sources/desk")
    folder.mkdir(parents=True)
    (folder / "datapackage.json").write_text(json.dumps(DESCRIPTION), encoding="utf-8")
    (folder / "figures.csv").write_text(FIGURES, encoding="utf-8")


def test_a_rate_through_the_whole_command(verify_live: Callable[..., Ran]) -> None:
    """
    A figure that was converted at the average of the year is explained with the rate that DBnomics passes on.
    """
    write_desk()
    with DBnomicsService() as server:
        ran = verify_live(CLAIMS, {"dbnomics": server.url})

    assert ran.verdict("converted") == ("discrepancy", "wrong-level")
    (cause,) = ran.finding("converted")["causes"]
    assert cause["name"] == "HUF level at average rate"
    assert "395.303945 HUF for 1 EUR (European Central Bank, by DBnomics, the average of 2024)" in cause["arithmetic"]


def test_a_copy_that_stands_still_explains_nothing(verify_live: Callable[..., Ran]) -> None:
    """
    Without the average of the very year there is no cause, and no rate of another year in its place.
    """
    write_desk()
    frozen = edited(lambda series: series.update(period=["2021", "2022"], period_start_day=None))
    with DBnomicsService() as server:
        server.always = frozen
        ran = verify_live(CLAIMS, {"dbnomics": server.url})

    assert server.asked
    assert (ran.verdict("converted"), ran.finding("converted")["causes"]) == (("discrepancy", "wrong-level"), [])
