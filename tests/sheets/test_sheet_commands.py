"""``factcheck export`` and ``factcheck import``, from a claims folder to a sheet and back."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from factcheck.claim_files import read_claims
from factcheck.cli.export import command as export_command
from factcheck.cli.import_ import command as import_command
from factcheck.errors import SettingsError

CLAIMS = """\
published: 2025-07-14
about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}
claims:
  - quote: "slipped by 9.1 percent to $106.48 billion"
    change: 2025-H1
    level: 2025-H1

  - id: record
    quote: "a record high of $237 billion"
    level: 2023
"""
SHEET = "file,quote,kind,period\nclaims/new.yaml,fell 9.1 percent,change,2025-H1\n"


def export(*args):
    """The exit code of the command."""
    return export_command.main([str(arg) for arg in args], standalone_mode=False)


def import_(*args):
    """The exit code of the command."""
    return import_command.main([str(arg) for arg in args], standalone_mode=False)


def cells(path, *columns):
    """Some columns of a sheet."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return [tuple(row[column] for column in columns) for row in csv.DictReader(stream)]


def test_a_sheet_has_a_row_for_each_finding(project, capsys):
    """
    What was claimed, what is known, the gap and the verdict stand in the columns of desks.
    """
    (project / "claims" / "a.yaml").write_text(CLAIMS, encoding="utf-8")

    assert export("claims", "s.csv", "--isolated") == 0
    assert capsys.readouterr().out == "3 rows of 1 file written to s.csv\n"
    assert cells(project / "s.csv", "id", "kind", "claimed", "reference", "gap", "verdict", "released") == [
        ("change-2025-h1", "change", "9.1 percent", "−9.1 %", "", "match", "2025-07-14"),
        ("change-2025-h1", "level", "$106.48 billion", "106.48 bn USD", "", "match", "2025-07-14"),
        ("record", "level", "$237 billion", "240.11 bn USD", "2.605 bn USD", "discrepancy", "2024-01-12"),
    ]


@pytest.mark.parametrize("name", ["s.csv", "s.xlsx"])
def test_a_claims_folder_comes_back(project, name):
    """
    What was exported is imported as the same file, to the letter.
    """
    path = project / "claims" / "a.yaml"
    path.write_text(CLAIMS, encoding="utf-8")

    assert export(name, "--isolated") == 0
    assert import_(name, "claims", "--force") == 0
    assert path.read_text(encoding="utf-8") == CLAIMS


def test_the_same_claims_make_the_same_sheet(project):
    """
    Exported twice, a workbook has the same bytes.
    """
    (project / "claims" / "a.yaml").write_text(CLAIMS, encoding="utf-8")
    export("one.xlsx", "--isolated")
    export("two.xlsx", "--isolated")

    assert (project / "one.xlsx").read_bytes() == (project / "two.xlsx").read_bytes()


def test_a_file_with_an_error_stops_the_export(project, capsys):
    """
    A sheet never lacks a claims file in silence.
    """
    (project / "claims" / "a.yaml").write_text(CLAIMS, encoding="utf-8")
    (project / "claims" / "b.yaml").write_text('claims:\n  - quote: "x"\n    levle: 2024\n', encoding="utf-8")

    assert export("s.csv", "--isolated") == 2
    assert "s.csv was not written" in capsys.readouterr().err
    assert not (project / "s.csv").exists()


def test_a_desks_sheet_becomes_a_claims_file(project, capsys):
    """
    A sheet of three columns is written where the command says, and can be read.
    """
    (project / "s.csv").write_text(SHEET, encoding="utf-8")

    assert import_("s.csv", "claims/mine.yaml") == 0
    said = capsys.readouterr()
    assert said.out == f"1 claim written to {Path('claims/mine.yaml')}\n"
    assert "note: s.csv:2: cannot be checked yet: it is not said whose figures are meant" in said.err
    assert read_claims(["claims"])[1] == ()


def test_a_fault_leaves_everything_as_it_was(project, capsys):
    """
    Rows with faults are told with their numbers, and no file is written.
    """
    (project / "s.csv").write_text(SHEET + "claims/other.yaml,x,levle,2024\n", encoding="utf-8")

    assert import_("s.csv", "claims") == 2
    assert "s.csv:3: unknown kind 'levle'" in capsys.readouterr().err
    assert list((project / "claims").iterdir()) == []


def test_nothing_is_overwritten_without_being_told_to(project):
    """
    A claims file that is there stays, unless --force says otherwise.
    """
    path = project / "claims" / "new.yaml"
    path.write_text(CLAIMS, encoding="utf-8")
    (project / "s.csv").write_text(SHEET, encoding="utf-8")

    with pytest.raises(SettingsError, match="exists; --force overwrites it"):
        import_("s.csv", "claims")
    assert path.read_text(encoding="utf-8") == CLAIMS
    assert import_("s.csv", "claims", "--force") == 0
    assert path.read_text(encoding="utf-8") != CLAIMS


@pytest.mark.parametrize(
    ("to", "what"),
    [("../out.yaml", "outside this folder"), ("out.txt", "no claims file"), ("..", "outside this folder")],
)
def test_where_claims_may_not_go(project, to, what):
    """
    Claims files are written inside the working folder, under their own endings.
    """
    (project / "s.csv").write_text(SHEET, encoding="utf-8")

    with pytest.raises(SettingsError, match=what):
        import_("s.csv", to)


def test_a_link_that_leads_out_is_not_followed(project, tmp_path_factory):
    """
    A link to a folder elsewhere is outside, whatever its own place.
    """
    (project / "s.csv").write_text(SHEET, encoding="utf-8")
    os.symlink(tmp_path_factory.mktemp("elsewhere"), project / "link")

    with pytest.raises(SettingsError, match="outside this folder"):
        import_("s.csv", "link/a.yaml")


@pytest.mark.parametrize(
    ("file", "written"),
    [
        ("../../etc/evil.yaml", "evil.yaml"),
        ("/etc/evil.yaml", "evil.yaml"),
        ("C:\\desk\\evil.yaml", "evil.yaml"),
        ("claims/../../evil.yaml", "evil.yaml"),
        ("claims/evil.yaml", "evil.yaml"),
    ],
)
def test_the_file_column_leads_nowhere_else(project, file, written):
    """
    A path of the sheet that is not below the folder counts by its last name.
    """
    (project / "s.csv").write_text(SHEET.replace("claims/new.yaml", file), encoding="utf-8")

    assert import_("s.csv", "claims") == 0
    assert [path.name for path in (project / "claims").iterdir()] == [written]


@pytest.mark.parametrize(
    ("file", "what"),
    [
        ("a.txt", "is no claims file by its name"),
        (".hidden.yaml", "is no claims file by its name"),
        ("", "the column file is blank"),
    ],
)
def test_a_row_needs_a_claims_file(project, capsys, file, what):
    """
    A folder takes only rows that name a claims file.
    """
    (project / "s.csv").write_text(SHEET.replace("claims/new.yaml", file), encoding="utf-8")

    assert import_("s.csv", "claims") == 2
    assert what in capsys.readouterr().err


def test_one_file_takes_the_rows_of_one_file(project, capsys):
    """
    Rows of two files have two tops, so they do not go into one.
    """
    (project / "s.csv").write_text(SHEET + "claims/other.yaml,$1 billion,level,2024\n", encoding="utf-8")

    assert import_("s.csv", "claims/a.yaml") == 2
    assert "s.csv:3: the sheet has rows of claims/other.yaml beside those of claims/new.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["s.xls", "s.ods", "s", "s.yaml"])
def test_other_formats_are_named(project, name):
    """
    A sheet that is none by its name is refused with those that are.
    """
    with pytest.raises(SettingsError, match=r"\.csv or \.xlsx"):
        import_(name, "claims")
    with pytest.raises(SettingsError, match=r"\.csv or \.xlsx"):
        export(name)


def test_no_sheet_is_waited_for(project, capsys):
    """
    A pipe under a sheet's name is refused, and a missing one told.
    """
    os.mkfifo(project / "s.csv")

    assert import_("s.csv", "claims") == 2
    assert import_("t.csv", "claims") == 2
    assert "not a regular file" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["xlsxwriter", "python_calamine"])
def test_a_missing_extra_is_named(project, monkeypatch, name):
    """
    Without the libraries for workbooks, the error says what to install.
    """
    monkeypatch.setitem(__import__("sys").modules, name, None)
    (project / "claims" / "a.yaml").write_text(CLAIMS, encoding="utf-8")
    (project / "s.xlsx").write_bytes(b"PK")

    with pytest.raises(SettingsError, match=r"pip install 'factcheck-claims\[sheets\]'"):
        export("s.xlsx", "--isolated") if name == "xlsxwriter" else import_("s.xlsx", "claims")
