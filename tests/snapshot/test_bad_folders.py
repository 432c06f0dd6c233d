"""What is wrong in a source folder is said with its place and with what to write instead."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from factcheck.errors import SourceError
from factcheck.snapshot.compile import compile_in_memory, compile_index

HEADER = "reporter,partner,flow,period,unit,value,unit_multiplier,published,source_url"
GOOD = "CHN,RUS,total,2024,USD,244.81,9,2025-01-13,https://example.org/2024"
EXTRA = "reporter,partner,flow,period,unit,value,source_url"


def told(**changes: object) -> str:
    """The text of a description."""
    base: dict[str, object] = {
        "name": "desk",
        "title": "Figures",
        "publisher": "The newsroom",
        "licenses": [{"name": "internal"}],
        "resources": [{"path": "rows.csv"}],
    }
    return json.dumps({key: value for key, value in (base | changes).items() if value is not None}, indent=1)


def row(**changes: str) -> str:
    """A table with one row."""
    fields = dict(zip(HEADER.split(","), GOOD.split(","), strict=True)) | changes
    return f"{','.join(fields)}\n{','.join(fields.values())}\n"


def problems(sources: Path) -> list[str]:
    """The first line of each problem, with the path cut to the file in the source 'desk'."""
    with pytest.raises(SourceError) as caught:
        compile_in_memory(sources, local=True)
    return [
        str(problem).splitlines()[0].removeprefix(f"{sources}/").removeprefix("desk/")
        for problem in caught.value.problems
    ]


ROWS = {
    "unknown place": (
        row(reporter="China"),
        "rows.csv:2:1: unknown place 'China'",
        "write its code, CHN",
    ),
    "misspelt place": (row(partner="Rusia"), "rows.csv:2:5: unknown place 'Rusia'", "did you mean Russia (RUS)?"),
    "unknown partner": (
        row(partner="XXX"),
        "rows.csv:2:5: unknown place 'XXX'",
        "write an ISO 3166-1 code of three letters, or EU, EA, ASEAN, WLD",
    ),
    "flow in the singular": (row(flow="export"), "rows.csv:2:9: unknown flow 'export'", "write exports"),
    "no flow": (
        row(flow=""),
        "rows.csv:2:9: unknown flow ''",
        "write one of total, exports, imports, balance",
    ),
    "half year of another kind": (
        row(period="2024S1"),
        "rows.csv:2:15: unknown period '2024S1'",
        "write the first half of 2024 as 2024-H1",
    ),
    "month that does not exist": (
        row(period="2024-13"),
        "rows.csv:2:15: '2024-13': there is no month 13",
        "months run from 2024-01 to 2024-12",
    ),
    "unknown currency": (
        row(unit="US$"),
        "rows.csv:2:20: unknown unit 'US$'",
        "write a currency as USD, or one of t, bbl, bbl/d, m3, Wh, W, 1",
    ),
    "no unit": (
        row(unit=""),
        "rows.csv:2:20: the level has no unit",
        "write a currency as USD, or t, 1, bbl ...",
    ),
    "exponent": (
        row(value="2.4e11"),
        "rows.csv:2:24: '2.4e11' is no number",
        "write digits with a point, -12.3, the scale in unit_multiplier",
    ),
    "not a number": (
        row(value="NaN"),
        "rows.csv:2:24: 'NaN' is no number",
        "write digits with a point, -12.3, the scale in unit_multiplier",
    ),
    "thousands": (
        row(value='"244,810"'),
        "rows.csv:2:24: '244,810' is no number",
        "write digits with a point, -12.3, the scale in unit_multiplier",
    ),
    "41 digits": (
        row(value="1" * 41),
        "rows.csv:2:24: a number of 41 characters",
        "at most 40 are read",
    ),
    "other digits": (
        row(value="٢٤٤"),
        "rows.csv:2:24: '٢٤٤' is no number",
        "write digits with a point, -12.3, the scale in unit_multiplier",
    ),
    "no value": (
        row(value=""),
        "rows.csv:2:24: the value is empty",
        "a figure that is not known is left out; empty is not zero",
    ),
    "exports below zero": (
        row(value="-1.5"),
        "rows.csv:2:24: total of -1.5",
        "only a balance can be below zero",
    ),
    "scale in words": (
        row(unit_multiplier="bn"),
        "rows.csv:2:31: 'bn' is no power of ten",
        "write 9 for billions, 6 for millions, 0 for single units",
    ),
    "a month as vintage": (
        row(published="2025-01"),
        "rows.csv:2:33: 'published' is no day: '2025-01'",
        "write 2025-07-14; of a month its last day, or leave it blank",
    ),
    "no such day": (
        row(published="2025-02-30"),
        "rows.csv:2:33: '2025-02-30' is no day of the calendar",
        "write the day as 2025-07-14",
    ),
    "published before the period ended": (
        row(published="2024-12-30"),
        "rows.csv:2:33: published on 2024-12-30, before its period ended on 2024-12-31",
        "mend the period or the day",
    ),
    "no address": (
        row(source_url=""),
        "rows.csv:2:44: the row has no address",
        "every figure names the page where it was read",
    ),
    "address that runs": (
        row(source_url="javascript:alert(1)"),
        "rows.csv:2:44: 'javascript:alert(1)' is no web address",
        "begin it with https:// and leave no spaces",
    ),
    "more decimals than printed": (
        row(decimals="3"),
        "rows.csv:2:69: 3 decimals, but 244.81 has 2",
        "write the value with every digit that the source printed",
    ),
    "unknown measure": (
        row(measure="growth"),
        "rows.csv:2:69: unknown measure 'growth'",
        "write one of level, yoy, mom, share",
    ),
    "rate in billions": (
        row(measure="yoy"),
        "rows.csv:2:20: a yoy rate with a unit_multiplier",
        "rates are in per cent: write 0",
    ),
    "unit of a rate": (
        row(measure="yoy", unit="%", unit_multiplier="0"),
        "rows.csv:2:20: unknown unit '%' of a rate",
        "write the unit in which growth was measured, USD; blank if unknown",
    ),
    "unknown standing": (
        row(standing="maybe"),
        "rows.csv:2:69: unknown standing 'maybe'",
        "write one of decides, supports, never",
    ),
    "unknown scope": (
        row(scope="goods_and_services"),
        "rows.csv:2:69: unknown scope 'goods_and_services'",
        "write goods-and-services",
    ),
    "commodity as written elsewhere": (
        row(commodity="HS 8703"),
        "rows.csv:2:69: 'HS 8703' is no commodity id",
        "write hs:8703",
    ),
    "column nobody knows": (
        row(colour="red"),
        "rows.csv:1:78: unknown column 'colour'",
        "the columns are dataset, reporter, partner, flow, commodity, period, unit, value, unit_multiplier, decimals, "
        "measure, scope, valuation, published, standing, agency, source_kind, source_url, note",
    ),
    "column missing": (
        "reporter,partner,flow,period,unit,value\nCHN,RUS,total,2024,USD,244.81\n",
        "rows.csv:1:1: column 'source_url' is missing",
        "the header needs flow, partner, period, reporter, source_url, unit, value",
    ),
    "column twice": (
        f"{EXTRA},value\nCHN,RUS,total,2024,USD,1,https://example.org,2\n",
        "rows.csv:1:52: column 'value' stands twice",
        "name each column once",
    ),
    "field too many": (
        f"{HEADER}\n{GOOD},more\n",
        "rows.csv:2:1: 10 fields where the header has 9",
        "put quotes around a field with a comma",
    ),
    "row twice": (
        f"{HEADER}\n{GOOD}\n{GOOD}\n",
        "rows.csv:3:1: the row of line 2 stands here again",
        "keep one of them",
    ),
    "open quote": (
        f'{HEADER}\n"CHN{GOOD[3:]}\n',
        "rows.csv:2:1: the quotes of this row do not fit: unexpected end of data",
        'close every quote, and write a quote inside a quoted field twice: ""',
    ),
    "line break in a field": (
        f'{HEADER},note\n{GOOD},"one\ntwo"\n',
        "rows.csv:2:1: a field holds a line break",
        "write each row on one line",
    ),
    "empty file": (
        "",
        "rows.csv:1:1: the file is empty",
        "its first line names the columns: dataset,reporter,partner,flow,commodity,period,unit,value,unit_multiplier,"
        "decimals,measure,scope,valuation,published,standing,agency,source_kind,source_url,note",
    ),
    "header alone": (f"{HEADER}\n", "rows.csv:1:1: the file has no rows", "a table without rows is left out"),
    "NUL": (
        f"{HEADER}\n{GOOD}\0\n",
        "rows.csv:2:68: an invisible character: U+0000",
        "remove it; a row is one line of visible text",
    ),
    "text that runs backwards": (
        row(note="abc\u202edef"),
        "rows.csv:2:72: an invisible character: U+202E",
        "remove it; a row is one line of visible text",
    ),
    "Latin-1": (
        row(note="Zoll\xe4mter").encode("latin-1"),
        "rows.csv:1:1: line 2 is not UTF-8: byte 0xE4",
        "save the file as UTF-8",
    ),
    "UTF-16": (row().encode("utf-16"), "rows.csv:1:1: the file is UTF-16", "save it as UTF-8"),
    "endless field": (
        row(note="x" * 2001),
        "rows.csv:2:69: a field of 2001 characters, at most 2000 are kept",
        "shorten it",
    ),
    "endless line": (
        row(note="x" * 20_001),
        "rows.csv:2:1: a line of 20069 characters, at most 20000 are read",
        "shorten its fields",
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_a_bad_row_is_named_with_its_place_and_remedy(make_source, refused, name) -> None:
    """
    A row that cannot be read stops the folder, says where, what and what to write instead.
    """
    rows, what, hint = ROWS[name]

    with pytest.raises(SourceError) as caught:
        compile_in_memory(make_source(rows), local=True)

    problem = caught.value.problems[0]
    assert str(problem).splitlines()[0].rpartition("/desk/")[2] == what
    assert problem.hint == hint
    assert "sources/desk/rows.csv" in refused()


DESCRIPTIONS = {
    "no JSON": ('{"name": "desk"', "datapackage.json:1:16: no valid JSON: expecting ',' delimiter"),
    "a list": ("[]", "datapackage.json:1:1: the description is no JSON object"),
    "too deep": ("[" * 200_000, "datapackage.json:1:1: the JSON is nested too deeply"),
    "infinity": (told(title=float("inf")), "datapackage.json:1:1: Infinity is no number here"),
    "key twice": ('{"name": "desk", "name": "other"}', "datapackage.json:1:18: key 'name' stands twice"),
    "unknown key": (told(reviewed=True), "datapackage.json:15:2: unknown key 'reviewed'"),
    "British spelling": (told(licenses=None, licences=[]), "datapackage.json:10:2: unknown key 'licences'"),
    "no title": (told(title=None), "datapackage.json:1:1: 'title' is missing"),
    "title that is no text": (told(title=["a"]), "datapackage.json:3:2: 'title' is no text"),
    "no licence": (told(licenses=[]), "datapackage.json:5:2: 'licenses' is missing"),
    "another name": (told(name="other"), "datapackage.json:2:10: the name 'other' is not that of the folder"),
    "homepage that runs": (
        told(homepage="javascript:alert(1)"),
        "datapackage.json:15:2: 'homepage' is no web address: 'javascript:alert(1)'",
    ),
    "no resources": (told(resources=[]), "datapackage.json:10:2: 'resources' is missing"),
    "path that leaves the folder": (
        told(resources=[{"path": "../../secret.csv"}]),
        "datapackage.json:12:12: '../../secret.csv' is no file of this folder",
    ),
    "path on the web": (
        told(resources=[{"path": "https://example.org/rows.csv"}]),
        "datapackage.json:12:12: 'https://example.org/rows.csv' is no file of this folder",
    ),
    "unknown contents": (
        told(resources=[{"path": "rows.csv", "holds": "models"}]),
        "datapackage.json:13:4: 'holds' is unknown: 'models'",
    ),
    "revision without bound": (
        told(datasets=[{"id": "a", "revision": "0.5"}]),
        "datapackage.json:18:4: 'revision' is no fraction from 0 to 0.1: '0.5'",
    ),
    "unknown identity": (
        told(explained=[{"identity": "magic", "reason": "so"}]),
        "datapackage.json:17:16: unknown identity 'magic'",
    ),
    "day nobody knows": (
        told(retrieved="lately"),
        "datapackage.json:15:2: unknown period 'lately'",
    ),
}


@pytest.mark.parametrize("name", DESCRIPTIONS)
def test_a_bad_description_is_named_with_its_place(make_source, refused, name) -> None:
    """
    A datapackage.json that cannot be obeyed stops the folder and says where and what.
    """
    text, what = DESCRIPTIONS[name]

    found = problems(make_source(told=text))

    assert found[0] == what
    assert "sources/desk/" in refused()


def test_an_edited_table_is_an_error(make_source) -> None:
    """
    A table whose hash is not the one that the description names was edited, and that is said.
    """
    sources = make_source(resources=[{"path": "rows.csv", "hash": f"sha256:{'0' * 64}"}])

    assert problems(sources)[0].startswith("rows.csv:1:1: the file is not the one that datapackage.json describes")


def test_a_table_that_nobody_describes_is_an_error(make_source) -> None:
    """
    A file beside the description that it does not name would be skipped in silence; it is an error instead.
    """
    sources = make_source()
    (sources / "desk" / "more.csv").write_text("reporter\n")

    assert problems(sources) == ["datapackage.json:1:1: 'more.csv' is not described"]


def test_a_missing_table_is_an_error(make_source) -> None:
    """
    A table that the description names must be there.
    """
    sources = make_source()
    (sources / "desk" / "rows.csv").unlink()

    assert problems(sources) == ["rows.csv:1:1: cannot read 'rows.csv': No such file or directory"]


def test_a_folder_without_a_description_is_an_error(make_source) -> None:
    """
    A source folder must say what it is.
    """
    sources = make_source()
    (sources / "notes").mkdir()

    assert problems(sources) == ["notes/datapackage.json:1:1: the source 'notes' has no datapackage.json"]


def test_an_empty_sources_folder_is_an_error(tmp_path) -> None:
    """
    A folder of sources without any is said, not passed over.
    """
    (tmp_path / "sources").mkdir()

    assert problems(tmp_path / "sources") == [f"{tmp_path}/sources:1:1: there is no source in the folder"]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_link_out_of_the_folder_is_refused(make_source, tmp_path) -> None:
    """
    A link to a file outside the sources folder is not followed.
    """
    sources = make_source()
    (tmp_path / "secret.csv").write_text(f"{HEADER}\n{GOOD}\n")
    (sources / "desk" / "rows.csv").unlink()
    (sources / "desk" / "rows.csv").symlink_to(tmp_path / "secret.csv")

    assert problems(sources) == ["rows.csv:1:1: 'rows.csv' leads out of the sources folder"]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_linked_source_folder_is_refused(make_source, tmp_path) -> None:
    """
    A source folder that is a link out of the sources folder is not read.
    """
    sources = make_source()
    (sources / "desk").rename(tmp_path / "elsewhere")
    (sources / "desk").symlink_to(tmp_path / "elsewhere")

    assert problems(sources) == ["datapackage.json:1:1: 'datapackage.json' leads out of the sources folder"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs FIFOs")
def test_a_fifo_is_refused_at_once(make_source) -> None:
    """
    A FIFO under the name of a table is refused; nobody waits for its other end.
    """
    sources = make_source()
    (sources / "desk" / "rows.csv").unlink()
    os.mkfifo(sources / "desk" / "rows.csv")

    assert problems(sources) == ["rows.csv:1:1: 'rows.csv' is no regular file"]


def test_a_folder_under_the_name_of_a_table_is_refused(make_source) -> None:
    """
    A folder is no table.
    """
    sources = make_source()
    (sources / "desk" / "rows.csv").unlink()
    (sources / "desk" / "rows.csv").mkdir()

    assert problems(sources) == ["rows.csv:1:1: 'rows.csv' is no regular file"]


def test_a_description_over_the_cap_is_refused(make_source) -> None:
    """
    A description of more than a mebibyte is not read.
    """
    sources = make_source(told=" " * (1 << 20) + "{}")

    assert (
        problems(sources)[0] == "datapackage.json:1:1: 'datapackage.json' has 1048578 bytes, at most 1048576 are read"
    )


def test_all_problems_are_collected_and_at_most_fifty_shown(make_source) -> None:
    """
    Sixty bad rows are sixty problems: fifty in full, and the number of the others.
    """
    rows = "".join(
        f"CHN,RUS,total,2024,USD,x{number},9,2025-01-13,https://example.org/{number}\n" for number in range(60)
    )

    found = problems(make_source(f"{HEADER}\n{rows}"))

    assert len(found) == 51
    assert found[0] == "rows.csv:2:24: 'x0' is no number"
    assert found[-1] == "rows.csv:51:1: and 10 more problems after this one".replace("51:1", "51:24")


def test_two_bad_sources_are_both_reported(make_source) -> None:
    """
    Problems are collected over all folders before the run stops.
    """
    make_source(row(flow="export"))
    sources = make_source(row(flow="import"), name="other")

    assert [line.partition(": ")[2] for line in problems(sources)] == ["unknown flow 'export'", "unknown flow 'import'"]


def test_a_bad_folder_leaves_no_index_and_keeps_the_old_one(make_source, tmp_path) -> None:
    """
    Nothing half-written: where the sources have faults, the index that was there stays as it was.
    """
    target = tmp_path / "index.sqlite"
    target.write_bytes(b"old")

    with pytest.raises(SourceError):
        compile_index(make_source(row(flow="export")), target)

    assert target.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index.sqlite", "sources"]


@pytest.mark.parametrize(
    ("written", "named"),
    [
        (r"\ud800", "U+D800"),
        (r"\u0000", "U+0000"),
        (r"\u001b[2J", "U+001B"),
        (r"\n", "U+000A"),
        (r"\u0085", "U+0085"),
        (r"\u202e", "U+202E"),
        (r"\u200b", "U+200B"),
    ],
)
@pytest.mark.parametrize("key", ["title", "publisher", "attribution"])
def test_no_text_of_a_description_holds_what_nobody_sees(make_source, refused, key, written, named) -> None:
    """
    Lone surrogates, controls and invisible characters, which JSON can write, are refused at their key.
    """
    text = told(**{key: "Fig@ures"}).replace("@", written)
    make_source(told=text)
    line = next(number for number, line in enumerate(text.splitlines(), 1) if f'"{key}"' in line)

    assert refused().startswith(f"sources/desk/datapackage.json:{line}:2: '{key}' holds the character {named}\n")


def test_a_lone_surrogate_in_a_licence_is_refused(make_source, refused) -> None:
    """
    The texts of inner objects are looked at like the others.
    """
    make_source(licenses=[{"name": "intern\ud800al"}])

    assert "'name' holds the character U+D800" in refused()


def test_a_hidden_file_is_never_opened(make_source) -> None:
    """
    Hidden files beside the tables, whatever their name or sort, are neither read nor waited for.
    """
    sources = make_source()
    os.mkfifo(sources / "desk" / ".pipe.csv")
    with open(os.fsencode(sources) + b"/desk/.\xff.csv", "w", encoding="utf-8"):
        pass

    compile_in_memory(sources, local=True).close()
