"""
Services as their documentation shows them: the samples that it prints, word for word, with the types that it prints.

These stand beside the fakes of each resolver's own tests and know nothing of what a resolver asks: a request that no
sample is for is refused, as an unknown question is. Numbers are those of the samples, invented but for China's trade
with Russia.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from tests.resolvers.live.server import Asked, FakeService, Response, json_response, text_response

Said = Response | Callable[[Asked], Response | None]


class Documented(FakeService):
    """Answers what a table of addresses says, by the beginning of "METHOD /path"; the first that fits."""

    def __init__(self, said: Mapping[str, Said], otherwise: Response) -> None:
        super().__init__()
        self._said, self._otherwise = said, otherwise

    def respond(self, asked: Asked) -> Response:
        for start, said in self._said.items():
            if re.match(start, f"{asked.method} {asked.path}"):
                found = said if isinstance(said, Response) else said(asked)
                if found is not None:
                    return found
        return self._otherwise


NOT_FOUND = json_response({}, 404)

COMTRADE_ROW: dict[str, Any] = {
    "typeCode": "C", "freqCode": "M", "refPeriodId": 20250601, "refYear": 2025, "refMonth": 6, "period": "202506",
    "reporterCode": 156, "reporterISO": "CHN", "reporterDesc": "China", "flowCode": "X", "flowDesc": "Export",
    "partnerCode": 643, "partnerISO": "RUS", "partnerDesc": "Russian Federation",
    "partner2Code": 0, "partner2ISO": "W00", "partner2Desc": "World",
    "classificationCode": "H6", "classificationSearchCode": "HS", "isOriginalClassification": True,
    "cmdCode": "TOTAL", "cmdDesc": "All Commodities", "aggrLevel": 0, "isLeaf": False,
    "customsCode": "C00", "customsDesc": "TOTAL CPC", "mosCode": "0", "motCode": 0, "motDesc": "TOTAL MOT",
    "qtyUnitCode": -1, "qtyUnitAbbr": "N/A", "qty": None, "isQtyEstimated": False,
    "altQtyUnitCode": -1, "altQtyUnitAbbr": "N/A", "altQty": None, "isAltQtyEstimated": False,
    "netWgt": None, "isNetWgtEstimated": False, "grossWgt": None, "isGrossWgtEstimated": False,
    "cifvalue": None, "fobvalue": 8280000000.0, "primaryValue": 8280000000.0,
    "legacyEstimationFlag": 0, "isReported": True, "isAggregate": False,
}  # fmt: skip
COMTRADE_RELEASE = {
    "datasetCode": 20156202506012100, "typeCode": "C", "freqCode": "M", "period": 202506, "reporterCode": 156,
    "reporterISO": "CHN", "reporterDesc": "China", "classificationCode": "H6", "classificationSearchCode": "HS",
    "isOriginalClassification": True, "isExtendedFlowCode": False, "isExtendedPartnerCode": False,
    "isExtendedPartner2Code": False, "isExtendedCmdCode": True, "isExtendedCustomsCode": True,
    "isExtendedMotCode": True, "totalRecords": 123456, "datasetChecksum": -1234567,
    "firstReleased": "2025-07-20T00:00:00", "lastReleased": "2025-08-01T04:52:35.2166667",
}  # fmt: skip
NO_KEY = {"statusCode": 401, "message": "Access denied due to missing subscription key. ..."}


def comtrade_envelope(*rows: Mapping[str, Any]) -> Response:
    """Rows as UN Comtrade packs them."""
    return json_response({"elapsedTime": "0.21 secs", "count": len(rows), "data": list(rows), "error": ""})


def comtrade(*rows: Mapping[str, Any]) -> Documented:
    """UN Comtrade with these rows, for who has a key and for who has none."""

    def keyed(response: Response) -> Said:
        return lambda asked: response if asked.headers.get("ocp-apim-subscription-key") else json_response(NO_KEY, 401)

    said = {
        "GET /public/v1/preview/C/M/HS$": comtrade_envelope(*rows),
        "GET /public/v1/getDa/C/M/HS$": comtrade_envelope(COMTRADE_RELEASE),
        "GET /data/v1/get/C/M/HS$": keyed(comtrade_envelope(*rows)),
        "GET /data/v1/getDa/C/M/HS$": keyed(comtrade_envelope(COMTRADE_RELEASE)),
    }
    return Documented(said, NOT_FOUND)


EUROSTAT_CUBE = json.loads("""\
{"version":"2.0","class":"dataset","label":"EU trade since 1988 by HS2-4-6 and CN8","source":"ESTAT",
 "updated":"2026-09-15T11:00:00+0200",
 "value":{"2":28400000000,"3":27900000000},
 "id":["freq","reporter","partner","product","flow","indicators","time"],
 "size":[2,1,1,1,1,1,2],
 "dimension":{
  "freq":{"label":"Frequency","category":{"index":{"A":0,"M":1},"label":{"A":"Annual","M":"Monthly"}}},
  "reporter":{"label":"REPORTER","category":{"index":{"EU27_2020":0},
              "label":{"EU27_2020":"European Union - 27 countries (...)"}}},
  "partner":{"label":"PARTNER","category":{"index":{"CN":0},"label":{"CN":"China"}}},
  "product":{"label":"PRODUCT","category":{"index":{"TOTAL":0},"label":{"TOTAL":"Total"}}},
  "flow":{"label":"FLOW","category":{"index":{"1":0},"label":{"1":"IMPORT"}}},
  "indicators":{"label":"INDICATORS","category":{"index":{"VALUE_IN_EUROS":0},
                "label":{"VALUE_IN_EUROS":"VALUE_IN_EUROS"}}},
  "time":{"label":"TIME_PERIOD","category":{"index":{"2024-01":0,"2024-02":1},
          "label":{"2024-01":"2024-01","2024-02":"2024-02"}}}},
 "extension":{"lang":"EN","id":"DS-045409","agencyId":"ESTAT","version":"1.0",
  "datastructure":{"id":"DS-045409","agencyId":"ESTAT","version":"6.5"},
  "annotation":[{"type":"UPDATE_DATA","date":"2026-09-15T11:00:00+0200"}],
  "positions-with-no-data":{"freq":[0],"reporter":[],"partner":[],"product":[],"flow":[],"indicators":[],"time":[]}}}
""")


def eurostat(**changes: Any) -> Documented:
    """Comext, whose reply is the sample with these changes."""
    return Documented({"GET /statistics/1.0/data/DS-045409$": json_response({**EUROSTAT_CUBE, **changes})}, NOT_FOUND)


CENSUS_TABLE = """\
[["CTY_CODE","CTY_NAME","ALL_VAL_MO","time","CTY_CODE"],
["5700","CHINA","9412345678","2025-06","5700"],
["-","TOTAL FOR ALL COUNTRIES","171234567890","2025-06","-"]]
"""


def census() -> Documented:
    """The Census Bureau: exports alone, 204 for imports, a redirect for who has no key."""

    def exports(asked: Asked) -> Response:
        if not asked.query.get("key"):
            return Response(302, b"", "", {"Location": "https://api.census.gov/data/missing_key.html"})
        return text_response(CENSUS_TABLE, "application/json;charset=utf-8")

    return Documented({"GET /exports/hs$": exports}, Response(204, b"", ""))


HMRC_COUNTRIES = {
    "@odata.context": "https://api.uktradeinfo.com/$metadata#Country",
    "value": [
        {"CountryId": 720, "CountryCodeNumeric": "720", "CountryCodeAlpha": "CN", "CountryName": "China",
         "RegionId": 1, "Area1": "Asia", "Area1a": None},
        {"CountryId": 740, "CountryCodeNumeric": "740", "CountryCodeAlpha": "HK", "CountryName": "Hong Kong",
         "RegionId": 1, "Area1": "Asia", "Area1a": None},
    ],
}  # fmt: skip
HMRC_REFUSES = json_response({"error": {"code": "", "message": "The query specified in the URI is not valid."}}, 400)
HMRC_APPLY = re.compile(
    r"filter\(MonthId ge (\d{6}) and MonthId le (\d{6}) and CountryId eq 720\)"
    r"/groupby\(\((FlowTypeId(?:,MonthId)?)\),aggregate\(Value with sum as v\)\)"
)
#: (flow type, month) -> pounds.
HMRC_VALUES = {
    (flow_type, 202500 + month): value * month
    for month in range(1, 7)
    for flow_type, value in ((3, 1000000.0), (4, 500000.5))
}


def hmrc_sums(asked: Asked) -> Response:
    """Totals computed by the server, a dozen rows, for the one form that the documentation shows."""
    found = HMRC_APPLY.fullmatch(asked.query.get("$apply", ""))
    if found is None:
        return HMRC_REFUSES
    names = found[3].split(",")
    sums: dict[tuple[int, ...], float] = {}
    for (flow_type, month), value in HMRC_VALUES.items():
        if int(found[1]) <= month <= int(found[2]):
            key = (flow_type, month)[: len(names)]
            sums[key] = sums.get(key, 0.0) + value
    rows = [{**dict(zip(names, key, strict=True)), "v": value} for key, value in sums.items()]
    return json_response({"@odata.context": "https://api.uktradeinfo.com/$metadata#OTS", "value": rows})


def hmrc(*, countries: bool = True) -> Documented:
    """Uktradeinfo, which knows no other aggregate; with its list of countries or without."""
    listed = {"GET /Country$": json_response(HMRC_COUNTRIES)} if countries else {}
    return Documented({**listed, "GET /OTS$": hmrc_sums}, HMRC_REFUSES)


COMEXSTAT_DATES = {
    "data": {"updated": "2026-09-04", "year": "2026", "monthNumber": "08"},
    "success": True, "message": None, "processo_info": None, "language": "en",
}  # fmt: skip
COMEXSTAT_COUNTRIES = {
    "data": {
        "list": [
            {"id": "023", "country": "Germany", "coPaisIson3": "276", "coPaisIsoa3": "DEU"},
            {"id": "160", "country": "China", "coPaisIson3": "156", "coPaisIsoa3": "CHN"},
        ],
        "count": 2,
    }
}
COMEXSTAT_ROW = {
    "year": "2025", "monthNumber": "06", "country": "China", "metricFOB": "9990000000", "metricKG": "41067033",
}  # fmt: skip


def comexstat(*, countries: bool = True) -> Documented:
    """Comex Stat with one row of exports; with its list of countries or without."""

    def general(asked: Asked) -> Response:
        wanted = json.loads(asked.body)
        fits = wanted["flow"] == "export" and wanted["period"] == {"from": "2025-06", "to": "2025-06"}
        fits = fits and wanted["filters"] == [{"filter": "country", "values": ["160"]}]
        answer = {"data": {"list": [COMEXSTAT_ROW] if fits else []}, "success": True, "message": None}
        return json_response({**answer, "processo_info": None, "language": "en"})

    listed = {"GET /tables/countries$": json_response(COMEXSTAT_COUNTRIES)} if countries else {}
    said = {"POST /general$": general, "GET /general/dates/updated$": json_response(COMEXSTAT_DATES), **listed}
    return Documented(said, NOT_FOUND)


WORLD_BANK_EXPORTS = """\
[{"page":1,"pages":1,"per_page":1000,"total":2,"sourceid":"2","lastupdated":"2026-07-13"},
 [{"indicator":{"id":"TX.VAL.MRCH.CD.WT","value":"Merchandise exports (current US$)"},
   "country":{"id":"CN","value":"China"},"countryiso3code":"CHN","date":"2024",
   "value":3577000000000,"unit":"","obs_status":"","decimal":0},
  {"indicator":{"id":"TX.VAL.MRCH.CD.WT","value":"Merchandise exports (current US$)"},
   "country":{"id":"CN","value":"China"},"countryiso3code":"CHN","date":"2023",
   "value":null,"unit":"","obs_status":"","decimal":0}]]
"""
WORLD_BANK_REFUSES = [
    {"message": [{"id": "120", "key": "Invalid value", "value": "The provided parameter value is not valid"}]}
]


def world_bank() -> Documented:
    """The World Bank, with a BOM, which refuses every other indicator under status 200."""
    sample = text_response("\ufeff" + WORLD_BANK_EXPORTS, "application/json;charset=utf-8")
    return Documented({"GET /country/CHN/indicator/TX.VAL.MRCH.CD.WT$": sample}, json_response(WORLD_BANK_REFUSES))


WITS_DIMENSIONS = {"FREQ": "A", "REPORTER": "CHN", "PARTNER": "RUS", "PRODUCTCODE": "Total", "INDICATOR": "XPRT-TRD-VL"}
WITS_FIGURES = {
    "dataSets": [{"series": {"0:0:0:23:0": {"attributes": [0], "observations": {"0": [76122000.1, 0]}}}}],
    "structure": {
        "dimensions": {
            "series": [
                {"id": name, "values": [{"id": f"P{place}"} for place in range(23)] * (name == "PRODUCTCODE")
                 + [{"id": code}]}
                for name, code in WITS_DIMENSIONS.items()
            ],
            "observation": [{"id": "TIME_PERIOD", "values": [{"id": "2022"}]}],
        },
        "attributes": {"observation": [{"id": "DATASOURCE", "values": [{"id": "WITS-CMT"}]}]},
    },
}  # fmt: skip


def wits() -> Documented:
    """WITS in SDMX-JSON; 404 where it has nothing."""
    path = "/datasource/tradestats-trade/reporter/chn/year/2022/partner/rus/product/Total/indicator/XPRT-TRD-VL"
    return Documented({f"GET {path}$": json_response(WITS_FIGURES)}, Response(404, b"<error/>", "application/xml"))


IMF_TABLES = {
    "1.0": "DATAFLOW,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE\n"
    "IMF.STA:IMTS(1.0.0),CHN,XG_FOB_USD,RUS,M,2025-M06,8280000000,6\n",
    "1.0, columns in another order": "FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,COUNTERPART_COUNTRY,INDICATOR,COUNTRY\r\n"
    'M,"2025-M06","8280000000",6,RUS,XG_FOB_USD,CHN\r\n',
    "1.0, a row about the data set": "DATAFLOW,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,"
    "SCALE\nIMF.STA:IMTS(1.0.0),,,,,,,\nIMF.STA:IMTS(1.0.0),CHN,XG_FOB_USD,RUS,M,2025-M06,8280000000,6\n",
    "1.0, a short row about the data set": "DATAFLOW,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,"
    "OBS_VALUE,SCALE\nIMF.STA:IMTS(1.0.0)\nIMF.STA:IMTS(1.0.0),CHN,XG_FOB_USD,RUS,M,2025-M06,8.28E+09,6\n",
    "2.0": "STRUCTURE,STRUCTURE_ID,ACTION,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,"
    "UNIT,DERIVATION_TYPE,LICENSE\ndataflow,IMF.STA:IMTS(1.0.0),I,CHN,XG_FOB_USD,RUS,M,2025-M06,8280000000.0,6,USD,O,"
    '"All Rights Reserved, PUBLIC_OPEN"\n',
}


def imf(form: str = "1.0") -> Documented:
    """The fund: CSV to who wants CSV, XML to all others."""

    def table(asked: Asked) -> Response:
        if "csv" not in asked.headers.get("accept", ""):
            return text_response("<message:StructureSpecificData/>", "application/xml")
        return text_response(IMF_TABLES[form], "application/vnd.sdmx.data+csv;version=1.0.0")

    return Documented({r"GET /data/IMF.STA,IMTS,1.0.0/CHN\.": table}, text_response("unknown", "text/plain", 404))


ECB_COLUMNS = (
    "KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,OBS_CONF,OBS_PRE_BREAK,"
    "OBS_COM,TIME_FORMAT,BREAKS,COLLECTION,COMPILING_ORG,DISS_ORG,DOM_SER_IDS,PUBL_ECB,PUBL_MU,PUBL_PUBLIC,"
    "UNIT_INDEX_BASE,COMPILATION,COVERAGE,DECIMALS,NAT_TITLE,SOURCE_AGENCY,SOURCE_PUB,TITLE,TITLE_COMPL,UNIT,UNIT_MULT"
)
#: As published on that day.
ECB_RATES = {"CNY": "8.3785", "USD": "1.1690"}


def ecb(*, data_only: bool = False) -> Documented:
    """The ECB's CSV of one day, with all its attributes or none; 404 where nothing matches."""

    def row(currency: str) -> str:
        head = f"EXR.D.{currency}.EUR.SP00.A,D,{currency},EUR,SP00,A,2025-07-14,{ECB_RATES[currency]}"
        title = f'"ECB reference exchange rate, {currency}/Euro, 2:15 pm (C.E.T.)"'
        return head if data_only else f"{head},A,F,,,P1D,,A,,,,,,,,,,4,,4F0,,{currency}/Euro,{title},{currency},0"

    def table(asked: Asked) -> Response | None:
        frequency, currencies, *_ = asked.path.rpartition("/")[2].split(".")
        rows = [row(currency) for currency in ECB_RATES if currency in currencies.split("+")]
        if frequency != "D" or not rows:
            return None
        columns = ECB_COLUMNS.partition(",OBS_STATUS")[0] if data_only else ECB_COLUMNS
        return text_response("\r\n".join((columns, *rows, "")), "application/vnd.sdmx.data+csv; version=1.0.0")

    return Documented({"GET /service/data/EXR/": table}, Response(404, b"", "text/plain"))


DBNOMICS_PAGE: dict[str, Any] = {
    "_meta": {
        "args": {"provider_code": "ECB", "dataset_code": "EXR", "limit": 1000, "offset": 0, "observations": True},
        "version": "22.1.17",
    },
    "dataset": {"code": "EXR", "name": "...", "dimensions_codes_order": ["FREQ", "CURRENCY"],
                "dimensions_labels": {}, "dimensions_values_labels": {}},
    "errors": None,
    "provider": {"code": "ECB", "name": "..."},
    "series": {
        "docs": [
            {"@frequency": "monthly", "provider_code": "ECB", "dataset_code": "EXR", "dataset_name": "...",
             "series_code": "M.CNY.EUR.SP00.A", "series_name": "...", "dimensions": {"FREQ": "M", "CURRENCY": "CNY"},
             "indexed_at": "2026-06-08T14:45:21.851Z", "period": ["2025-05", "2025-06"],
             "period_start_day": ["2025-05-01", "2025-06-01"], "value": [8.13, "NA"]}
        ],
        "limit": 1000, "num_found": 1, "offset": 0,
    },
}  # fmt: skip


def dbnomics() -> Documented:
    """DBnomics with one series, the last value of which is missing."""
    return Documented({"GET /series/ECB/EXR$": json_response(DBNOMICS_PAGE)}, NOT_FOUND)
