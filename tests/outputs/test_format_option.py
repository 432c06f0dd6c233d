"""``--output-format``: every format can be asked for, and slips are told."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.cli.folders import folder_and_root
from factcheck.cli.formats import FORMATS

from .project import checked

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_its_function(name: str) -> None:
    """
    A line of the table is a module with one function.
    """

    assert callable(getattr(import_module(f"factcheck.outputs.{name}"), f"render_{name}"))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_documented(name: str) -> None:
    """
    A format has a section in the page about formats, and its name in that of the command line and in the help.
    """
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    line = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")

    assert f"\n## {name}\n" in page
    assert f"`{name}`" in line


def test_help_lists_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    """
    The help of verify names every format.
    """
    main(["verify", "--help"])
    words = capsys.readouterr().out.replace("\n", " ").replace(",", " ").replace(";", " ").split()

    assert [name for name in FORMATS if name not in words] == []


@pytest.mark.parametrize(("slip", "meant"), [("sarf", "sarif"), ("Markdwon", "markdown"), ("JUNIT", "junit")])
def test_nearest_format_is_suggested(slip: str, meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    """
    A slip is answered with the format that was probably meant, and with all that there are.
    """

    assert main(["verify", "-o", slip]) == 2
    told = capsys.readouterr().err
    assert f"did you mean {meant}?" in told
    assert "there are text, grouped," in told


def test_several_formats_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    One run writes as many formats as are asked for, each into its file; --quiet keeps the screen clean.
    """
    checked(tmp_path)
    monkeypatch.chdir(tmp_path)
    names = [name for name in FORMATS if name != "claimreview"]
    code = main(["verify", "-q", *(f"-o{name}=out-{name}" for name in names)])

    assert code == 1
    assert [name for name in names if not (tmp_path / f"out-{name}").read_text(encoding="utf-8")] == []
    assert json.loads((tmp_path / "out-sarif").read_text())["runs"][0]["results"][0]["locations"][0][
        "physicalLocation"
    ]["artifactLocation"] == {"uri": "drafts/story.md", "uriBaseId": "%SRCROOT%"}


def test_github_writes_the_summary_of_the_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    With the format github the summary of the step is written where the runner names a file, also when quiet.
    """
    checked(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    main(["verify", "-q", "-o", "json"])
    assert not (tmp_path / "summary.md").exists()

    main(["verify", "-q", "-o", "github"])
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").startswith("## factcheck: 2 errors")
    assert capsys.readouterr().out == ""


def test_sarif_has_the_pages_of_the_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    The command gives SARIF the documentation of every rule.
    """
    checked(tmp_path)
    monkeypatch.chdir(tmp_path)
    main(["verify", "-o", "sarif"])
    rules = json.loads(capsys.readouterr().out)["runs"][0]["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules if "markdown" not in rule["help"]] == ["not-covered", "to-do"]


def test_root_is_where_the_repository_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Paths are counted from the nearest folder with a repository, or from the working folder.
    """
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    (tmp_path / "repo" / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "repo" / "desk")

    assert folder_and_root() == (str(tmp_path / "repo" / "desk"), str(tmp_path / "repo"))


def test_a_run_below_the_root_tells_paths_from_the_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    In a folder of a larger repository annotations find their files.
    """
    (tmp_path / ".git").mkdir()
    (tmp_path / "desk").mkdir()
    checked(tmp_path / "desk")
    monkeypatch.chdir(tmp_path / "desk")
    main(["verify", "-o", "github"])

    assert capsys.readouterr().out.startswith("::error file=desk/drafts/story.md,line=3,")
