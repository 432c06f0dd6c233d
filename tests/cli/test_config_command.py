"""``factcheck config``: the settings that hold, and where each comes from."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from factcheck.cli import main

WHOLE = """\
claims = ["desk"]
fail-on = "warning"
output-format = ["text", "json=factcheck-report.json"]
min-coverage = 80
baseline = "known.json"

[live]
sources = ["gacc", "imf"]

[severities]
coarse = "note"

[per-path."drafts/opinion/*"]
fail-on = "never"
severities = {coarse = "error"}
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of a repository."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert main(["config", *arguments]) == 0
    return capsys.readouterr().out.splitlines()


def test_without_a_file_it_says_what_is_usual_and_where_it_looked(desk, capsys):
    """
    From the working folder up to the repository.
    """
    assert printed(capsys) == [
        "# settings: none; factcheck.toml and pyproject.toml were looked for in ., ..",
        'claims = ["claims"] # default',
        'fail-on = "error" # default',
        'output-format = ["text"] # default',
        "# min-coverage is not set",
        "# baseline is not set",
        "# live.sources is not set",
    ]


def test_everything_has_its_file_and_line(desk, capsys):
    """
    A key of an inline table has the line of the table.
    """
    (desk / "factcheck.toml").write_text(WHOLE)

    assert printed(capsys) == [
        "# settings: ../factcheck.toml",
        'claims = ["desk"] # ../factcheck.toml:1',
        'fail-on = "warning" # ../factcheck.toml:2',
        'output-format = ["text", "json=factcheck-report.json"] # ../factcheck.toml:3',
        "min-coverage = 80 # ../factcheck.toml:4",
        'baseline = "known.json" # ../factcheck.toml:5',
        'live.sources = ["gacc", "imf"] # ../factcheck.toml:8',
        'severities.coarse = "note" # ../factcheck.toml:11',
        'per-path."drafts/opinion/*".fail-on = "never" # ../factcheck.toml:14',
        'per-path."drafts/opinion/*".severities.coarse = "error" # ../factcheck.toml:15',
    ]


def test_what_it_prints_is_a_settings_file(desk, capsys):
    """
    It says the same as the file that it was read from.
    """
    (desk / "factcheck.toml").write_text(WHOLE)

    assert tomllib.loads("\n".join(printed(capsys))) == tomllib.loads(WHOLE)


def test_the_command_line_goes_before_the_file(desk, capsys):
    """
    A level there goes before those of paths, which are not shown then.
    """
    (desk / "factcheck.toml").write_text(WHOLE)
    options = ["--fail-on", "error", "--min-coverage", "0", "--baseline", "b.json", "--source", "ecb"]
    lines = printed(capsys, "a.yaml", *options)

    assert [line.rpartition(" # ")[0] for line in lines if line.endswith("command line")] == [
        'claims = ["a.yaml"]',
        'fail-on = "error"',
        "min-coverage = 0",
        'baseline = "b.json"',
        'live.sources = ["ecb"]',
    ]
    assert not any("never" in line for line in lines)


def test_an_isolated_run_has_no_file(desk, capsys):
    """
    Whatever stands in it.
    """
    (desk / "factcheck.toml").write_text("no toml")
    lines = printed(capsys, "--isolated")

    assert lines[0] == "# settings: none are taken (--isolated)"
    assert all(line.endswith(("# default", "is not set")) for line in lines[1:])


def test_the_same_as_data(desk, capsys):
    """
    Each value with its file and line.
    """
    (desk / "factcheck.toml").write_text("min-coverage = 80\n")
    data = json.loads("\n".join(printed(capsys, "-o", "json")))

    assert data["file"] == "../factcheck.toml"
    assert data["settings"][1] == {"key": ["fail-on"], "value": "error", "from": "default", "line": None}
    assert data["settings"][3] == {"key": ["min-coverage"], "value": 80, "from": "../factcheck.toml", "line": 1}


def test_all_faults_are_told(desk, capsys):
    """
    With their lines, on standard error, and nothing else.
    """
    (desk / "factcheck.toml").write_text("fial-on = 'x'\nmin-coverage = -1\noutput-format = 1\n")

    assert main(["config"]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert [line for line in output.err.splitlines() if line.startswith("../factcheck.toml:")] == [
        "../factcheck.toml:1:1: unknown setting 'fial-on'",
        "../factcheck.toml:2:1: min-coverage is a whole number",
        "../factcheck.toml:3:1: output-format is no list of texts",
    ]


def test_an_unknown_format_is_told(desk, capsys):
    """
    Though only verify writes it.
    """
    (desk / "factcheck.toml").write_text("output-format = ['jsonn']\n")

    assert main(["config"]) == 2
    assert "did you mean json" in capsys.readouterr().err
