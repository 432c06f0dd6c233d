"""``factcheck verify`` and ``factcheck show`` on claims files, against the embedded snapshot."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from factcheck.cli import main
from factcheck.outputs.schema import report_schema
from factcheck.outputs.visible import columns

HEAD = """\
published: 2025-07-14
about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}
claims:
"""
HOLDS = '  - quote: "slipped by 9.1 percent"\n    change: 2025-H1\n'
MISSES = '  - quote: "a record high of $237 billion"\n    id: record\n    level: 2023\n'
OPEN = '  - quote: "$90 billion"\n    level: 1995\n'
SEEN = '  - quote: "two days"\n    seen: {source: a page, by: A. Editor, on: 2025-07-15}\n'

Capture = pytest.CaptureFixture[bytes]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project folder with claims/, where the command runs."""
    (tmp_path / "claims").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


def write(project: Path, name: str, *claims: str) -> None:
    (project / "claims" / name).write_text(HEAD + "".join(claims), encoding="utf-8")


@pytest.mark.parametrize(
    ("claims", "args", "code"),
    [
        ((HOLDS,), [], 0),
        ((HOLDS, MISSES), [], 1),
        ((HOLDS, MISSES), ["--fail-on", "never"], 0),
        ((HOLDS, OPEN), [], 0),
        ((HOLDS, OPEN), ["--fail-on", "unresolved"], 1),
        ((OPEN,), [], 3),
        ((OPEN,), ["--fail-on", "never"], 3),
        ((SEEN,), [], 3),
        ((HOLDS,), ["--as-of", "2025-07-01"], 3),
    ],
)
def test_exit_codes(project: Path, claims: tuple[str, ...], args: list[str], code: int, capsysbinary: Capture) -> None:
    """
    The command ends with the code of its table, and the last line says it.
    """
    write(project, "a.yaml", *claims)

    assert main(["verify", *args]) == code
    assert capsysbinary.readouterr().out.decode().splitlines()[-1].startswith(f"Exit {code}: ")


def test_a_file_with_errors_does_not_stop_the_others(project: Path, capsysbinary: Capture) -> None:
    """
    Both sorts of error, in the file and in a claim's words, are told with their caret; the good file is checked.
    """
    write(project, "good.yaml", HOLDS)
    write(project, "key.yaml", '  - quote: "$237 billion"\n    lavel: 2023\n    level: 2023\n')
    write(project, "words.yaml", '  - quote: "no figure here"\n    level: 2023\n')

    assert main(["verify"]) == 2
    shown = capsysbinary.readouterr()
    errors = shown.err.decode()

    assert "claims/key.yaml:5:5: " in errors
    assert "did you mean level" in errors
    assert "claims/words.yaml:" in errors
    assert "the quote has no amount that level could take" in errors
    assert errors.count("^") == 2
    assert "2 files not checked because of errors." in shown.out.decode()
    assert shown.out.decode().splitlines()[-1] == "Exit 2: 1 match, 0 discrepancies, 0 unresolved"


@pytest.mark.parametrize("paths", [["nowhere.yaml"], ["nowhere/"], []])
def test_nothing_to_read_is_an_error(project: Path, paths: list[str], capsysbinary: Capture) -> None:
    """
    A path that does not exist and a folder without claims are errors, never a green run.
    """

    assert main(["verify", *paths]) == 2
    assert capsysbinary.readouterr().err


def test_report_is_80_columns_wide(project: Path, capsysbinary: Capture) -> None:
    """
    The real report keeps to 80 columns, addresses apart.
    """
    write(project, "a.yaml", HOLDS, MISSES, OPEN, SEEN)
    main(["verify"])
    lines = capsysbinary.readouterr().out.decode().splitlines()

    assert [line for line in lines if columns(line) > 80 and "http" not in line] == []


def test_json_fits_its_schema_and_the_text(project: Path, capsysbinary: Capture) -> None:
    """
    The JSON of a real run is valid, and has the exit code that the command ends with.
    """
    write(project, "a.yaml", HOLDS, MISSES, OPEN, SEEN)
    code = main(["verify", "-o", "json"])
    report = json.loads(capsysbinary.readouterr().out)
    jsonschema.Draft7Validator(json.loads(report_schema())).validate(report)

    assert report["summary"]["exit_code"] == code == 1
    verdicts = {finding["id"]: finding["verdict"] for finding in report["articles"][0]["findings"]}
    assert verdicts["change-2025-h1"] == "match"
    assert verdicts["record"] == "discrepancy"
    assert set(verdicts.values()) == {"match", "discrepancy", "unresolved", "attested"}


def test_several_formats_at_once(project: Path, capsysbinary: Capture) -> None:
    """
    One format may go to the screen while others go to files.
    """
    write(project, "a.yaml", HOLDS)
    assert main(["verify", "-o", "concise", "-o", "json=report.json", "-o", "text=report.txt"]) == 0

    assert b"match (published-rate)" in capsysbinary.readouterr().out
    assert json.loads((project / "report.json").read_text(encoding="utf-8"))["version"] == 1
    assert "published-rate" in (project / "report.txt").read_text(encoding="utf-8")


def test_quiet_still_writes_files(project: Path, capsysbinary: Capture) -> None:
    """
    --quiet leaves standard output empty.
    """
    write(project, "a.yaml", HOLDS)
    assert main(["verify", "-q", "-o", "json=report.json"]) == 0

    assert capsysbinary.readouterr().out == b""
    assert (project / "report.json").is_file()


def test_the_order_of_paths_does_not_matter(project: Path, capsysbinary: Capture) -> None:
    """
    Articles are reported in the order of their paths.
    """
    write(project, "a.yaml", HOLDS)
    write(project, "b.yaml", MISSES)
    main(["verify", "claims/b.yaml", "claims/a.yaml", "-o", "json"])
    turned = capsysbinary.readouterr().out
    main(["verify", "claims/a.yaml", "claims/b.yaml", "-o", "json"])

    assert capsysbinary.readouterr().out == turned


def test_show_tells_words_interval_row_and_margin(project: Path, capsysbinary: Capture) -> None:
    """
    One claim in full has its words, interval, series, arithmetic, row with address, and margin.
    """
    write(project, "a.yaml", HOLDS, MISSES)
    assert main(["show", "record"]) == 0
    shown = capsysbinary.readouterr().out.decode()

    for part in (
        '"a record high of $237 billion"',
        "^^^^^^^^^^^^",
        "236.5 to 237.5 bn USD (both ends included)",
        "number 237 bn USD; last digit 1 bn USD; sign +",
        "China’s trade with Russia in USD, by gacc, 2023",
        "gacc, released 2024-01-12",
        "https://",
        "2.605 bn USD: the gap",
    ):
        assert part in shown


def test_show_tells_everything_that_was_tried(project: Path, capsysbinary: Capture) -> None:
    """
    The rewrites that hit are marked, the others stand beside them with their values, those without a figure last.
    """
    write(project, "a.yaml", MISSES)
    assert main(["show", "record"]) == 0
    shown = " ".join(capsysbinary.readouterr().out.decode().split())

    assert "✓ 237.33 bn USD, other year; yuan level at spot rate: the figure for 2024 instead of 2023" in shown
    assert "· 227.00 bn USD, mirror: the other side’s figure, Russia’s trade with China" in shown
    assert "no figure for: goods and services" in shown


def test_show_says_why_nothing_is_said(project: Path, capsysbinary: Capture) -> None:
    """
    A cause that is kept back is in the table, with the share of claims that would have been explained as well.
    """
    write(project, "a.yaml", '  - {id: coarse, quote: "about $130 billion", level: 2024}\n')
    assert main(["show", "coarse"]) == 0
    shown = " ".join(capsysbinary.readouterr().out.decode().split())

    assert "% of the claims beside it, too many: nothing is said" in shown
    assert "cause looks like" not in shown


def test_json_has_the_cause_as_data(project: Path, capsysbinary: Capture) -> None:
    """
    Rewrites, arithmetic and reference are fields of their own.
    """
    write(project, "a.yaml", MISSES)
    assert main(["verify", "-o", "json"]) == 1
    (finding,) = json.loads(capsysbinary.readouterr().out)["articles"][0]["findings"]
    (cause,) = finding["causes"]

    assert cause["rewrites"] == ["other year", "yuan level at spot rate"]
    assert cause["arithmetic"].endswith("÷ 7.3317 CNY for 1 USD (Reuters, 13 January 2025) = 237.33 bn USD")
    assert (cause["reference"]["source"], cause["reference"]["vintage"]) == ("gacc", "2025-01-13")


@pytest.mark.parametrize("name", ["record", "claims/a.yaml#record"])
def test_show_finds_by_id_and_by_path(project: Path, name: str, capsysbinary: Capture) -> None:
    """
    A claim is found by its id, and by path and id.
    """
    write(project, "a.yaml", HOLDS, MISSES)

    assert main(["show", name]) == 0


def test_show_suggests_a_claim(project: Path, capsysbinary: Capture) -> None:
    """
    An unknown id is wrong usage, with the nearest ids.
    """
    write(project, "a.yaml", HOLDS, MISSES)

    assert main(["show", "recrod"]) == 2
    assert b"Did you mean record?" in capsysbinary.readouterr().err


def test_bad_local_sources_are_an_error(project: Path, capsysbinary: Capture) -> None:
    """
    A fault in the folder's own sources gives 2; the article is checked without them, and --isolated is green.
    """
    write(project, "a.yaml", HOLDS)
    folder = project / "sources" / "house"
    folder.mkdir(parents=True)
    (folder / "datapackage.json").write_text("{not json", encoding="utf-8")

    assert main(["verify"]) == 2
    shown = capsysbinary.readouterr()
    assert b"sources/house/datapackage.json" in shown.err
    assert b"1 match" in shown.out
    assert main(["verify", "--isolated"]) == 0


@pytest.mark.parametrize("args", [["verify"], ["show", "level-2023"]])
def test_a_folder_without_claims_says_how_to_start(
    args: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: Capture
) -> None:
    """
    Without claims/ and without a path the message says what to name, and no line number is made up.
    """
    monkeypatch.chdir(tmp_path)

    assert main(args) == 2
    shown = capsysbinary.readouterr()
    assert shown.err.decode().startswith("factcheck: there is no claims/ here: name a claims file or a folder")
    assert shown.out == b""


def test_a_path_that_is_not_there_has_no_line(project: Path, capsysbinary: Capture) -> None:
    """
    A path that is missing is told by its name alone, and the report counts it as a path.
    """
    write(project, "good.yaml", HOLDS)

    assert main(["verify", "claims", "gone", "-o", "text", "-o", "json=report.json"]) == 2
    shown = capsysbinary.readouterr()
    assert shown.err.decode().startswith("gone: there is no such file or folder\n")
    assert "1 path could not be read." in shown.out.decode()
    assert "not checked because of errors" not in shown.out.decode()
    report = json.loads((project / "report.json").read_text(encoding="utf-8"))
    assert report["problems"][0]["location"] == {"path": "gone", "line": 0, "column": 0}


def test_a_share_is_no_rise(project: Path, capsysbinary: Capture) -> None:
    """
    A share has no plus in any form of the report, a change has one.
    """
    share = '  - quote: "took 3.2 percent"\n    id: part\n'
    kind = "    share: {period: 2024, flow: exports, of: {partner: World}}\n"
    write(project, "a.yaml", share + kind + '  - quote: "rose 1.9 percent"\n    change: 2024\n')
    shown = {}
    for args in (["verify"], ["verify", "-o", "concise"], ["show", "part"]):
        assert main([*args, "--as-of", "2025-07-14"]) in (0, 1)
        shown[args[-1]] = capsysbinary.readouterr().out.decode()

    assert [name for name, text in shown.items() if "3.23 %" not in text or "+3.23 %" in text] == []
    assert "+1.9 %, gacc 2025-01-13" in shown["verify"]


def test_a_difference_has_its_finest_digit(project: Path, capsysbinary: Capture) -> None:
    """
    115.49 bn less 3.58 tn: the finer digit of the two is shown, and by ``show`` both ends.
    """
    claim = '  - quote: "$3.46 trillion less than with the world"\n    id: gap\n    direction: down\n'
    kind = "    difference: {period: 2024, flow: exports, less: {partner: World}}\n"
    write(project, "a.yaml", claim + kind)

    assert main(["show", "gap"]) == 0
    shown = capsysbinary.readouterr().out.decode()
    assert "reference  −3.46451 tn USD\n  covers     −3.469515 to −3.459505 tn USD\n" in shown


@pytest.mark.parametrize("width", [1, 40, 400])
def test_a_figure_without_a_quote_is_named(project: Path, capsysbinary: Capture, width: int) -> None:
    """
    A claim that has a figure only shows it where others show their words; ids of any length fit.
    """
    id_ = "x" * min(width, 80)
    write(project, "a.yaml", f'  - figure: "$106.48 billion"\n    id: {id_}\n    level: 2025-H1\n')
    text = (project / "claims" / "a.yaml").read_text(encoding="utf-8")
    (project / "claims" / "a.yaml").write_text(text + '  - figure: "$9 billion"\n    level: 1995\n')

    assert main(["verify"]) == 0
    shown = capsysbinary.readouterr().out.decode()
    assert '✓ match  "$106.48 billion"' in shown
    assert '? "$9 billion"' in shown
    assert all(columns(line) <= 80 for line in shown.splitlines())


def test_a_warning_unfolds(project: Path, capsysbinary: Capture) -> None:
    """
    A match that --fail-on warning fails on shows reference, source, address and what the rule means.
    """
    write(project, "a.yaml", '  - quote: "more than $200 billion"\n    level: 2023\n')

    assert main(["verify", "--fail-on", "warning"]) == 1
    shown = capsysbinary.readouterr().out.decode()
    assert "match, warning: understated (right side of the hedge, but" in shown
    assert "reference  gacc, released 2024-01-12: 240.11 bn USD\n               https://" in shown


def test_the_folders_own_rows_are_marked(project: Path, capsysbinary: Capture) -> None:
    """
    Where a row of the folder's own sources decides, every form of the report says so.
    """
    folder = project / "sources" / "desk"
    folder.mkdir(parents=True)
    about = {
        "name": "desk", "title": "The desk", "publisher": "The desk", "homepage": "https://example.org",
        "licenses": [{"name": "internal", "title": "Internal"}], "retrieved": "2025-02-01",
        "datasets": [{"id": "d", "title": "D", "revision": "0.01"}], "resources": [{"path": "d.csv"}],
    }  # fmt: skip
    (folder / "datapackage.json").write_text(json.dumps(about), encoding="utf-8")
    head = "dataset,reporter,partner,flow,period,unit,value,unit_multiplier,measure,published,standing,source_url,note"
    row = "d,KAZ,CHN,total,2024,USD,43.8,9,level,2025-01-20,decides,https://example.org/7,"
    (folder / "d.csv").write_text(f"{head}\n{row}\n", encoding="utf-8")
    series = "{period: 2024, source: desk, reporter: Kazakhstan, partner: China}"
    write(project, "a.yaml", f'  - quote: "$43.8 billion"\n    id: kaz\n    level: {series}\n')
    runs = (["verify"], ["verify", "-o", "concise"], ["show", "kaz"], ["lookup", "Kazakhstan", "China", "2024"])

    for args in runs:
        assert main(args) == 0
        assert "desk (of this folder)" in capsysbinary.readouterr().out.decode()


def test_hidden_yaml_files_are_counted(project: Path, capsysbinary: Capture) -> None:
    """
    A note on standard error counts the YAML files that are passed over, the ones in hidden folders too; the rest goes
    on, and a hidden file that is named is read.
    """
    write(project, "a.yaml", HOLDS)
    write(project, ".b.yaml", HOLDS)
    (project / "claims" / ".old" / "deeper").mkdir(parents=True)
    write(project, ".old/deeper/c.YML", HOLDS)
    write(project, ".old/notes.txt", HOLDS)

    assert main(["verify"]) == 0
    assert capsysbinary.readouterr().err.decode() == "note: 2 hidden YAML files were passed over\n"
    assert main(["verify", "claims", "claims/.b.yaml", "claims/.old/deeper"]) == 0
    assert capsysbinary.readouterr().err == b""


def test_a_source_fault_names_the_path_from_here(project: Path, capsysbinary: Capture) -> None:
    """
    Faults of the folder's own sources are told, in the JSON report too, with paths that hold on any machine.
    """
    write(project, "a.yaml", HOLDS)
    (project / "sources" / "desk").mkdir(parents=True)
    (project / "sources" / "desk" / "datapackage.json").write_text("{,}")

    assert main(["verify", "-o", "json"]) == 2
    shown = capsysbinary.readouterr()
    assert shown.err.decode().startswith("sources/desk/datapackage.json:1:2: no valid JSON")
    (problem,) = json.loads(shown.out)["problems"]
    assert problem["location"]["path"] == "sources/desk/datapackage.json"
