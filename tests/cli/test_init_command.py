"""``factcheck init``: a folder that works at once, over nothing that was there."""

from __future__ import annotations

import json
import os
import subprocess
import tomllib
from pathlib import Path

import jsonschema
import pytest
import yaml

from factcheck import __version__
from factcheck.cli import main
from factcheck.errors import SettingsError
from factcheck.rules import RULES
from factcheck.settings import read_settings
from factcheck.settings.read import KEYS
from factcheck.starter import CI, Starter, starter_files, write_files

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, where the command runs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its content; a folder without files counts too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
        if path.is_file() or not any(path.iterdir())
    }


def test_it_writes_settings_and_a_schema(here, capsys):
    """
    And says so, and what to do next in three lines.
    """
    assert main(["init"]) == 0
    assert sorted(tree(here)) == ["claims/claims.schema.json", "factcheck.toml"]
    assert capsys.readouterr().out.splitlines() == [
        "written: factcheck.toml",
        "written: claims/claims.schema.json",
        "",
        "Next:",
        "  factcheck draft my-story.md    write the claims file of a story",
        "  factcheck verify               check it",
        "  factcheck --help               everything else",
    ]


def test_another_folder_is_made(here, capsys):
    """
    The first step then leads there.
    """
    assert main(["init", "our desk", "--example"]) == 0
    assert (here / "our desk" / "claims" / "example.yaml").is_file()
    assert capsys.readouterr().out.splitlines()[-4:-2] == ["Next:", "  cd 'our desk'"]


def test_the_example_shows_one_match_and_one_discrepancy_with_its_cause(here, capsys):
    """
    As the last lines of init promise.
    """
    main(["init", "--example"])
    capsys.readouterr()

    assert main(["verify", "-o", "json"]) == 1
    (article,) = json.loads(capsys.readouterr().out)["articles"]
    held, missed = article["findings"]
    assert (held["verdict"], held["rule"], held["severity"]) == ("match", "published-rate", "none")
    assert (missed["verdict"], missed["rule"], missed["suggestion"]) == (
        "discrepancy",
        "wrong-level",
        "$240 billion for 2023",
    )
    assert missed["causes"][0]["name"] == "other year; yuan level at spot rate"
    assert article["coverage"]["uncovered"] == []
    assert article["warnings"] == []


def test_every_figure_of_the_example_has_a_claim(here, capsys):
    """
    As the last lines of init promise.
    """
    main(["init", "--example"])
    capsys.readouterr()

    assert main(["coverage", "--min-coverage", "100"]) == 0
    assert capsys.readouterr().out == "drafts/example.md: 2 of 2 figures and dates have a claim (100 %)\n"


def test_the_steps_that_it_names_run(here, capsys):
    """
    Each command of the last three lines gives an answer.
    """
    main(["init", "--example"])
    steps = [line.split("  ")[1].split() for line in capsys.readouterr().out.splitlines()[-3:]]

    assert [main(step[1:]) for step in steps] == [1, 0, 0]


def test_the_settings_ask_for_nothing_until_a_remark_is_taken_away(here, capsys):
    """
    What is usual holds.
    """
    main(["init"])
    settings = read_settings(here)

    assert (settings.path, settings.claims, settings.fail_on, settings.sources) == ("factcheck.toml", (), None, ())


def test_every_remark_of_the_settings_is_one_that_can_be_obeyed(here, capsys):
    """
    With all of them taken away every key but the format of reports is there.
    """
    main(["init"])
    file = here / "factcheck.toml"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(line.removeprefix("# ") for line in lines if " = " in line or "[" in line) + "\n")
    (here / "factcheck-baseline.json").write_text('{"version": 1, "known": []}')

    assert set(tomllib.loads(file.read_text())) == set(KEYS) - {"output-format"}
    assert read_settings(here).severities.keys() <= RULES.keys()


def test_the_schema_is_the_one_that_schema_prints_and_takes_the_example(here, capsys):
    """
    Editors check with it what verify checks.
    """
    main(["init", "--example"])
    capsys.readouterr()
    main(["schema"])
    schema = json.loads((here / "claims" / "claims.schema.json").read_text(encoding="utf-8"))

    assert schema == json.loads(capsys.readouterr().out)
    example = (here / "claims" / "example.yaml").read_text(encoding="utf-8")
    jsonschema.Draft7Validator(schema).validate(yaml.load(example, yaml.BaseLoader))  # noqa: S506  texts only


def test_claims_files_name_the_schema_beside_them(here, capsys):
    """
    In their first line, as editors read it; those that draft writes too.
    """
    main(["init", "--example"])
    (here / "story.md").write_text("Trade of China with Russia grew 26 percent in 2023.\n")
    main(["draft", "story.md", "--published", "2025-07-14"])

    for name in ("example.yaml", "story.yaml"):
        first = (here / "claims" / name).read_text(encoding="utf-8").splitlines()[0]
        assert first == "# yaml-language-server: $schema=claims.schema.json"


def test_nothing_that_is_there_is_overwritten(here, capsys):
    """
    It is left as it is, and named.
    """
    (here / "claims").mkdir()
    (here / "factcheck.toml").write_text("fail-on = 'never'\n")
    (here / "claims" / "example.yaml").write_text("mine\n")
    main(["init", "--example"])

    assert (here / "factcheck.toml").read_text() == "fail-on = 'never'\n"
    assert (here / "claims" / "example.yaml").read_text() == "mine\n"
    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith("left alone")] == [
        "left alone, it is there already: factcheck.toml",
        "left alone, it is there already: claims/example.yaml",
    ]


def test_a_second_run_changes_nothing(here, capsys):
    """
    Not a byte.
    """
    main(["init", "--example", "--ci", "github"])
    before = tree(here)
    main(["init", "--example", "--ci", "github"])

    assert tree(here) == before


def test_settings_in_a_shared_file_are_not_overruled(here, capsys):
    """
    A factcheck.toml beside them would go before them without a word.
    """
    (here / "pyproject.toml").write_text("[tool.factcheck]\nfail-on = 'warning'\n")
    main(["init"])

    assert not (here / "factcheck.toml").exists()
    assert "left alone, pyproject.toml says what holds there: factcheck.toml" in capsys.readouterr().out


def test_settings_of_the_repository_are_not_overruled(here, capsys):
    """
    A new file in a folder of it would go before them, whole.
    """
    (here / ".git").mkdir()
    (here / "factcheck.toml").write_text("fail-on = 'warning'\n")
    main(["init", "desk"])

    assert read_settings(here / "desk").fail_on == "warning"
    assert "left alone, factcheck.toml says what holds there: desk/factcheck.toml" in capsys.readouterr().out


def test_a_shared_file_without_settings_does_not_count(here, capsys):
    """
    Then a file of our own is made.
    """
    (here / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    main(["init"])

    assert (here / "factcheck.toml").exists()


@pytest.mark.parametrize("there", ["claims", "drafts", ".github"])
def test_all_or_nothing(here, capsys, there):
    """
    Where one file cannot be made, none is, and no folder is left.
    """
    (here / there).write_text("a file in the place of a folder")
    before = tree(here)

    assert main(["init", "--example", "--ci", "github"]) == 2
    assert "nothing was written" in capsys.readouterr().err
    assert tree(here) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_written(here, capsys):
    """
    The same.
    """
    (here / "desk").mkdir(mode=0o500)

    assert main(["init", "desk"]) == 2
    assert tree(here / "desk") == {}


def test_a_file_that_comes_meanwhile_stays(here):
    """
    Someone else was faster: theirs stays, and ours are gone again.
    """

    class Late(str):
        """A text that, when it is written, puts a file of someone else in its own place."""

        def encode(self, *arguments: str) -> bytes:  # type: ignore[override]
            (here / "desk" / "b.txt").write_text("theirs")
            return b"ours"

    with pytest.raises(SettingsError, match="nothing was written"):
        write_files(here, [("a.txt", "ours"), ("desk/b.txt", Late("ours"))])
    assert tree(here) == {"desk/b.txt": b"theirs"}


def test_a_link_that_leads_out_is_not_followed(here, capsys):
    """
    Nothing is written outside of the folder.
    """
    (here / "desk").mkdir()
    (here / "elsewhere").mkdir()
    (here / "desk" / "claims").symlink_to(here / "elsewhere")

    assert main(["init", "desk"]) == 2
    assert "leads out" in capsys.readouterr().err
    assert tree(here / "elsewhere") == {}
    assert not (here / "desk" / "factcheck.toml").exists()


def test_a_file_is_no_folder(here, capsys):
    """
    Wrong usage.
    """
    (here / "desk").write_text("")

    assert main(["init", "desk"]) == 2


def test_files_have_the_usual_permissions(here, capsys):
    """
    Others may read them, as the umask says.
    """
    mask = os.umask(0o022)
    try:
        main(["init"])
    finally:
        os.umask(mask)

    assert (here / "factcheck.toml").stat().st_mode & 0o777 == 0o644


def text_of(ci: str) -> str:
    return dict(starter_files(Starter(ci=ci)))[CI[ci][0]]


@pytest.mark.parametrize("ci", CI)
def test_workflows_pin_this_version(ci):
    """
    A pull request is checked with what its authors have tried.
    """

    assert f'"factcheck-claims=={__version__}"' in text_of(ci)
    assert "secrets" not in text_of(ci).replace("needs no secrets", "")


def steps_of(ci: str) -> list[str]:
    """The shell of a workflow."""
    workflow = yaml.safe_load(text_of(ci))
    if ci == "gitlab":
        return list(workflow["factcheck"]["script"])
    return [step["run"] for step in workflow["jobs"]["factcheck"]["steps"] if "run" in step]


@pytest.mark.parametrize("ci", CI)
def test_the_shell_of_workflows_is_in_order(ci):
    """
    Bash and a plain shell read it, and nothing of an event is put into it.
    """
    for step in steps_of(ci):
        for shell in ("bash", "sh"):
            subprocess.run([shell, "-n", "-c", step], check=True, capture_output=True)
        assert "${{" not in step


def test_the_github_workflow_asks_for_little():
    """
    It reads the repository, keeps no token, and never runs with the rights of the target branch.
    """
    workflow = yaml.safe_load(text_of("github"))
    checkout = workflow["jobs"]["factcheck"]["steps"][0]

    assert workflow["permissions"] == {"contents": "read"}
    assert set(workflow[True]) == {"pull_request", "push"}  # YAML reads "on" as true
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}


@pytest.mark.parametrize(("ci", "variable"), [("github", "BASE"), ("gitlab", "CI_MERGE_REQUEST_DIFF_BASE_SHA")])
@pytest.mark.parametrize("base", ["", "main", "a b; touch trap", "$(touch trap)", "`touch trap`", "--fail-on=never"])
def test_the_last_step_gives_the_base_to_verify_as_it_is(here, ci, variable, base):
    """
    Whatever the name of a branch, it is one argument and starts nothing.
    """
    (here / "factcheck").write_text('#!/bin/sh\nfor each in "$@"; do printf "%s\\n" "$each"; done\n')
    (here / "factcheck").chmod(0o755)
    environment = {**os.environ, "PATH": f"{here}:{os.environ['PATH']}", variable: base}
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", steps_of(ci)[-1]],
        env=environment,
        cwd=here,
        check=True,
        capture_output=True,
        text=True,
    )
    last = {"github": f"origin/{base}", "gitlab": base}[ci]

    assert done.stdout.splitlines()[0] == "verify"
    assert ("--only-changed" in done.stdout) == bool(base)
    assert not base or done.stdout.splitlines()[-1] == last
    assert not (here / "trap").exists()
