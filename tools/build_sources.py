"""
Make ``sources/`` from the folder of collected reference data: the record of how the snapshot came to be.

Run once, not part of the product: ``python tools/build_sources.py DATA [SOURCES]``. What the rows of each package are
called and licensed under stands in ``source_packages.toml`` beside this file.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import sys
import tomllib
from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

Row = dict[str, str]
Tables = dict[tuple[str, str], list[Row]]  # (package, name of the file) -> rows

OBSERVATION = [
    "dataset", "reporter", "partner", "flow", "commodity", "period", "unit", "value", "unit_multiplier", "decimals",
    "measure", "scope", "valuation", "published", "standing", "agency", "source_kind", "source_url", "note",
]  # fmt: skip
RATE = [
    "base", "quote", "period", "kind", "rate", "decimals", "n_obs", "agency", "source_url", "source_kind", "published",
    "note",
]  # fmt: skip
EVENT = [
    "id", "kind", "date", "words", "source", "period", "text", "scheduled", "agency", "source_url", "source_kind",
    "note",
]  # fmt: skip
COMMODITY = ["code", "description", "parent"]
COLUMNS = {"observations": OBSERVATION, "rates": RATE, "events": EVENT, "commodities": COMMODITY}
INTEGERS = {"unit_multiplier", "decimals", "n_obs"}

AGENCIES = {
    "GACC": "gacc",
    "US Census": "census",
    "US Census/BEA": "census",
    "Destatis": "destatis",
    "Eurostat": "eurostat",
    "Eurostat/UNCTAD": "eurostat",
    "India Commerce": "india-commerce",
    "MOF Japan": "mof-japan",
    "KCS/KITA Korea": "kita",
    "MOTIE Korea": "motie",
    "MOF Taiwan": "mof-taiwan",
    "Vietnam Customs": "vietnam-customs",
    "Brazil (Secex)": "secex",
    "StatCan": "statcan",
    "Global Affairs Canada": "global-affairs-canada",
    "ONS": "ons",
    "HMRC": "hmrc",
    "World Bank (WTO)": "world-bank",
    "WTO": "wto",
    "ABS": "abs",
    "DBT": "dbt",
}

# Files whose rows bear no day, but whose own day or month is known; a month counts from its last day, so that no
# row is taken for known before it was.
DATED_FILES = {
    "census_country_2026-10": "2026-10-01",
    "census_country_sa_2026-10": "2026-10-01",
    "census_api_annual_2025-06": "2025-06-30",
    "census_country_2023-03": "2023-03-31",
    "gacc_world_monthly": "2026-08-31",
    "51000-0021_sa": "2026-01-31",
    "wdi": "2025-12-31",
}
# One page tells of December 2025, which came out in February 2026, and of 2024 as it stood revised by then.
DATED_PAGES = {"https://www.theeuromagazine.com/eurozone-trade-surplus-december-2025-eurostat": "2026-02-28"}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DATA_OF = re.compile("data of ([A-Z][a-z]{2})[a-z]* ([0-9]{4})")
DATED_NOTE = re.compile(r"(?:fetched|retrieved|read|accessed) ([0-9]{4}-[0-9]{2}-[0-9]{2})")

NEVER = {  # what a note says -> why the row is never compared with
    "a conversion to pounds printed with euro signs": "a conversion printed in the wrong currency",
    "SUSPECT: digit slip": "a misprint",
    "SUSPECT: DISAGREES with 2.18": "a misprint",
}
SUPPORTS = (
    "DISAGREES", "SUSPECT", "INTERNAL INCONSISTENCY", "LOWER BOUND", "UNCERTAIN", "printed as about",
    "printed as approx", "BALANCE DOES NOT MATCH", "MONTHS SUM", "printed without decimals", "ambassador",
)  # fmt: skip
UNITS = {
    "USD bn": ("USD", "9"), "USD mn": ("USD", "6"), "CNY bn": ("CNY", "9"),
    "vehicles": ("1", "0"), "million tonnes": ("t", "6"),
}  # fmt: skip
H10 = {
    "Australia": "AUD", "Brazil": "BRL", "Canada": "CAD", "China": "CNY", "Denmark": "DKK", "Euro": "EUR",
    "Hong Kong": "HKD", "India": "INR", "Japan": "JPY", "Malaysia": "MYR", "Mexico": "MXN", "New Zealand": "NZD",
    "Norway": "NOK", "Singapore": "SGD", "South Africa": "ZAR", "South Korea": "KRW", "Sri Lanka": "LKR",
    "Sweden": "SEK", "Switzerland": "CHF", "Taiwan": "TWD", "Thailand": "THB", "United Kingdom": "GBP",
}  # fmt: skip


def main(data: Path, target: Path) -> None:
    """Write every package of ``source_packages.toml`` into ``target``."""
    described = tomllib.loads(Path(__file__).with_name("source_packages.toml").read_text("utf-8"))
    tables: Tables = defaultdict(list)
    kinds: dict[str, str] = {}
    makers: tuple[tuple[str, Callable[[Path, Tables], None]], ...] = (
        ("observations", observations),
        ("rates", rates),
        ("events", events),
        ("commodities", commodities),
    )
    for kind, make in makers:
        before = set(tables)
        make(data, tables)
        kinds |= {package: kind for package, _ in set(tables) - before}
    for package in sorted(kinds):
        files = {name: rows for (owner, name), rows in tables.items() if owner == package}
        write_package(target / package, kinds[package], files, described)


def read(path: Path) -> list[Row]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# Observations.


def observations(data: Path, tables: Tables) -> None:
    """Take the rows of the main, mirror, product and wider files into one shape."""
    for name in ("gacc_country_totals.csv", "mirror.csv"):
        for row in read(data / name):
            tables[row["source"], row["dataset"]].append(shaped(row, unit=row["currency"], commodity=""))
    for row in read(data / "products.csv"):
        tables[row["source"], "products"].append(product(row))
    for path in sorted((data / "reach").glob("*.csv")):
        if path.name != "release_calendar.csv":
            for row in read(path):
                tables[AGENCIES[row["agency"]], row["dataset"]].append(wider(row))
    for rows in tables.values():
        rows.sort(key=lambda row: [row[column] for column in OBSERVATION])


def shaped(row: Row, **fields: str) -> Row:
    """The row in the columns of the snapshot; ``fields`` replaces or adds some."""
    made = {column: row.get(column, "") for column in OBSERVATION} | fields
    made["scope"] = made["scope"].replace("_", "-") or "goods"
    digits = len(made["value"].partition(".")[2])
    if int(made["decimals"]) > digits:  # a transcription dropped the zero that the office prints
        made["value"] += ("." if digits == 0 else "") + "0" * (int(made["decimals"]) - digits)
    return made


def product(row: Row) -> Row:
    """A row of the products file: its unit holds the scale, and a rate says in words what it measures."""
    unit, multiplier = UNITS.get(row["unit"], (rate_basis(row), "0"))
    return shaped(
        row,
        dataset="products",
        unit=unit,
        unit_multiplier=multiplier,
        commodity=row["product"].replace(" ", "-"),
    )


def rate_basis(row: Row) -> str:
    """Whether a rate is of value or of units, where the row says so: blank is not known."""
    note = row["note"].partition("; SUPPORTS")[0]
    if "value, yuan" in note:
        return "CNY"
    if row["source"] == "cpca":  # the association counts vehicles
        return "1"
    if row["product"] == "passenger cars" and row["period"] == "2025":  # the data's README: customs units
        return "1"
    return "USD" if row["value"] == "540" else ""  # stands as "6.4-fold" on the row of the dollar level


def wider(row: Row) -> Row:
    """A row of the wider data: bring flow, measure, scope, valuation, day and standing into the snapshot's words."""
    note, decimals = row["note"], row["decimals"]
    if "year = sum of rounded months" in note:
        decimals = "0"
    standing, reason = judged(row)
    return shaped(
        row,
        partner="CHN+HKG" if "CHINA WITH HONG KONG" in note else row["partner"],
        flow={"export": "exports", "import": "imports"}.get(row["flow"], row["flow"]),
        unit=row["currency"],
        commodity="",
        decimals=decimals,
        measure=row["measure"].removesuffix("_pct"),
        scope=scope_of(note),
        valuation=valuation_of(row),
        published=day_of(row),
        standing=standing,
        note="; ".join(filter(None, (note, reason))),
    )


def scope_of(note: str) -> str:
    """Goods unless the note says otherwise."""
    if "GOODS AND SERVICES" in note:
        return "goods-and-services"
    return "services" if note.startswith("SERVICES") else "goods"


def valuation_of(row: Row) -> str:
    """Bop, sa or CIF where the note says so of goods; services are on a balance-of-payments basis anyway."""
    note = row["note"].lower()
    if scope_of(row["note"]) != "goods":
        return ""
    if row["agency"] == "StatCan" and row["freq"] == "M":  # one page, of which only the balances say their basis
        return "bop-sa"
    if "with freight and insurance" in note:
        return "CIF"
    bop, adjusted = "balance of payments basis" in note, "seasonally adjusted" in note
    return "bop-sa" if bop and adjusted else "bop" if bop else "sa" if adjusted else ""


def day_of(row: Row) -> str:
    """The vintage: as given, a month by its last day, else the day of the file where that is known."""
    published = row["published"]
    extracted = DATA_OF.search(row["note"])
    if extracted and not published:
        published = f"{extracted[2]}-{MONTHS.index(extracted[1]) + 1:02}"
    if re.fullmatch("[0-9]{4}-[0-9]{2}", published):
        year, month = map(int, published.split("-"))
        return f"{published}-{monthrange(year, month)[1]}"
    if published or row["source_url"] in DATED_PAGES:
        return published or DATED_PAGES[row["source_url"]]
    noted = DATED_NOTE.search(row["note"])
    return DATED_FILES.get(row["dataset"]) or (noted[1] if noted else "")


def judged(row: Row) -> tuple[str, str]:
    """The standing of a row, and the reason where it was judged by its note."""
    note = row["note"]
    for sign, why in NEVER.items():
        if sign in note:
            return "never", f"NEVER: {why}"
    flagged = [sign for sign in SUPPORTS if sign in note]
    if row["dataset"] == "gacc_world_monthly":
        return ("supports", "SUPPORTS: months and cumulative do not add up") if flagged else ("decides", "")
    if row["source_kind"] in ("derived", "secondary_compilation"):
        return "supports", ""
    if row["agency"] == "World Bank (WTO)" and row["reporter"] != "WLD":
        return "supports", "SUPPORTS: the reporter's own office decides"
    if row["agency"] in ("WTO", "Eurostat/UNCTAD") and row["reporter"] not in ("WLD", "EU", "EA"):
        return "supports", "SUPPORTS: the reporter's own office decides"
    return ("supports", f"SUPPORTS: {flagged[0]}") if flagged else ("decides", "")


# Exchange rates, events, commodities.


def rates(data: Path, tables: Tables) -> None:
    """Take exchange rates into packages by the office that set them; what news used or implied stands apart."""
    for row in read(data / "fx_rates.csv"):
        rated = row["kind"] in ("average", "point")
        office = row["agency"].partition(" (")[0] if rated else ""
        package = {"ECB": "ecb", "Federal Reserve": "fed", "Bank of Russia": "bank-of-russia"}.get(office)
        table = tables[package or "rates-in-news", "rates"]
        table.append({column: row.get(column, "") for column in RATE} | {"period": half(row["period"])})
    known = {(row["base"], row["quote"], row["period"], row["rate"]) for row in tables["fed", "rates"]}
    for name, length in (("annual", 4), ("monthly", 7)):
        for row in read(data / "open" / f"fx_fed_h10_{name}.csv"):
            made = h10(row, length)
            if made and (made["base"], made["quote"], made["period"], made["rate"]) not in known:
                tables["fed", f"h10_{name}"].append(made)
    for (package, _), rows in tables.items():
        if package in ("ecb", "fed", "bank-of-russia", "rates-in-news"):
            rows.sort(key=lambda row: [row[column] for column in RATE])


def half(period: str) -> str:
    """A period in the names of claims files."""
    return re.sub("^([0-9]{4})-?H([12])$", r"\1-H\2", period)


def h10(row: Row, length: int) -> Row | None:
    """A line of the H.10 files; currencies that the euro or a new unit replaced are left out."""
    quote = H10.get(row["Country"])
    if quote is None:
        return None
    rate = row["Exchange rate"]
    return dict.fromkeys(RATE, "") | {
        "base": "USD",
        "quote": quote,
        "period": row["Date"][:length],
        "kind": "average",
        "rate": rate,
        "decimals": str(len(rate.partition(".")[2])),
        "agency": "Federal Reserve",
        "source_url": "https://www.federalreserve.gov/releases/h10/",
        "source_kind": "primary_copy",
    }


def events(data: Path, tables: Tables) -> None:
    """Take the dated facts, then the calendars of releases."""
    released = set()
    for row in read(data / "events.csv"):
        told = {"words": row["event"], "scheduled": "no", "agency": "GACC" if row["source"] == "gacc" else host_of(row)}
        made = {column: row.get(column, "") for column in EVENT} | told
        tables["events", "events"].append(made)
        released.add((row["source"], months_of(row["period"]), row["date"]))
    seen: dict[tuple[str, str, str, str], Row] = {}
    for row in sorted(read(data / "reach" / "release_calendar.csv"), key=lambda row: row["status"] != "observed"):
        for made in releases(row):
            key = made["source"], made["words"], months_of(made["period"]), made["date"]
            if made["kind"] == "release" and (key[0], key[2], key[3]) in released:
                continue  # one release a period: the dated facts have it
            seen.setdefault(key, made)  # a day that was both scheduled and observed was observed
    tables["release-calendar", "releases"] = sorted(seen.values(), key=lambda row: (row["date"], row["id"]))


def host_of(row: Row) -> str:
    """The site that a row was read on, without its www."""
    return row["source_url"].split("/")[2].removeprefix("www.")


def months_of(period: str) -> str:
    """A name that is the same for 2024-Q1 and 2024-01/2024-03."""
    year, _, quarter = period.partition("-Q")
    return f"{year}-{3 * int(quarter) - 2:02}/{year}-{3 * int(quarter):02}" if quarter else period


def releases(row: Row) -> Iterator[Row]:
    """The events of a line of the calendar: one for each period that came out that day."""
    source = AGENCIES[row["agency"]]
    words = row["statistic"]
    first = not any(words.startswith(later) for later in LATER_PUBLICATIONS)
    for period in periods_of(row, cumulative=source == "gacc" and first):
        slug = re.sub("[^a-z0-9]+", "-", words.lower()).strip("-")
        label = period.replace("/", "-to-").lower() or "undated"
        yield dict.fromkeys(EVENT, "") | {
            "id": f"{source}-{slug}-{label}-{row['release_date']}",
            "kind": "release" if first else "release-detail",
            "date": row["release_date"],
            "words": f"{row['agency']}: {words}" + (f" for {period}" if period else ""),
            "source": source,
            "period": period,
            "scheduled": "yes" if row["status"] == "scheduled" else "no",
            "agency": row["agency"],
            "source_url": row["source_url"],
            "source_kind": row["source_kind"],
            "note": row["note"],
        }


# Publications that follow the first one of the same figures, or foretell it.
LATER_PUBLICATIONS = ("final monthly", "monthly tables", "online query", "yearbook", "advance goods")


def periods_of(row: Row, *, cumulative: bool) -> Iterable[str]:
    """The periods that a line is about: the month, and the year or the year to date that comes with it."""
    text = row["reference_period"]
    month, _, rest = text.partition(" and ")
    if rest.startswith("year "):
        return month, rest.removeprefix("year ")
    if rest.startswith("fiscal year "):
        year = int(rest.removeprefix("fiscal year "))
        return month, f"{year}-04/{year + 1}-03"
    if cumulative and re.fullmatch("[0-9]{4}-(0[2-9]|1[01])", text):
        return text, f"{text[:4]}-01/{text}"
    return (text,)


def commodities(data: Path, tables: Tables) -> None:
    """Take the Harmonized System without its line for the total."""
    for row in read(data / "open" / "hs_nomenclature.csv"):
        if row["hscode"] != "TOTAL":
            parent = "" if row["parent"] == "TOTAL" else f"hs:{row['parent']}"
            made = {"code": f"hs:{row['hscode']}", "description": row["description"], "parent": parent}
            tables["hs", "hs"].append(made)


# Writing.


def write_package(folder: Path, kind: str, files: dict[str, list[Row]], described: dict[str, dict]) -> None:
    """Write the CSV files of a package and the datapackage.json that describes them."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.csv"):
        old.unlink()
    told = described["packages"][folder.name]
    datasets = told.get("datasets", {})
    resources = []
    for name in sorted(files):
        raw = as_csv(files[name], COLUMNS[kind])
        (folder / f"{name}.csv").write_bytes(raw)
        resources.append(resource(name, kind, raw))
    package = {
        "profile": "tabular-data-package",
        "name": folder.name,
        "title": told["title"],
        "publisher": told["publisher"],
        "homepage": told.get("homepage", ""),
        "licenses": [described["licences"][licence] for licence in told["licences"]],
        "attribution": told.get("attribution", ""),
        "valuation": told.get("valuation", ""),
        "retrieved": "2026-11",
        "datasets": [
            {"id": name} | (datasets[name] if name in datasets else DEFAULTS.get(name, {})) for name in sorted(files)
        ],
        "explained": told.get("explained", []),
        "resources": resources,
    }
    if kind != "observations":
        del package["datasets"]
    kept = {key: value for key, value in package.items() if value not in ("", [])}
    text = json.dumps(kept, ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_text(text + "\n", "utf-8", newline="\n")


DEFAULTS = {
    "mirror": {
        "title": "Figures of the partner's side, as printed by pages and news",
        "vintage": "The day of the release or page; blank where it is not known.",
    },
    "news_and_pages": {
        "title": "Headline figures, as printed by pages and news",
        "vintage": "The day of the release or page; blank where it is not known.",
    },
    "products": {
        "title": "Cars sold to Russia",
        "vintage": "The day of the page; blank where it is not known.",
    },
}


def as_csv(rows: list[Row], columns: list[str]) -> bytes:
    """The rows as CSV: UTF-8, comma, quotes only where needed, lines ending in a line feed."""
    made = io.StringIO(newline="")
    writer = csv.DictWriter(made, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return made.getvalue().encode("utf-8")


def resource(name: str, kind: str, raw: bytes) -> dict[str, object]:
    """Describe a CSV file as the Data Package standard does, with ``holds`` for what its rows are."""
    fields = [{"name": column, "type": "integer" if column in INTEGERS else "string"} for column in COLUMNS[kind]]
    return {
        "name": re.sub("[^a-z0-9._-]", "-", name.lower()),
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "holds": kind,
        "encoding": "utf-8",
        "bytes": len(raw),
        "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}",
        "schema": {"fields": fields},
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "sources"))
