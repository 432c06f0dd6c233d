"""The action for GitHub: its shell is in order, and no input and no file of a pull request becomes a command."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = ACTION["runs"]["steps"]
SHELL = {step["name"]: step for step in STEPS if "run" in step}
INSTALL, VERIFY = SHELL["Install factcheck"], SHELL["Check the claims"]
HOSTILE = [
    "$(touch trap)",
    "`touch trap`",
    '"; touch trap; "',
    "'; touch trap; '",
    "a\n$(touch trap)\nb",
    "--fail-on=never",
    "*",
    "a b",
    "${HOME}",
    "x' || touch trap #",
]


def bash(step: dict[str, object], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the shell of a step as a runner does."""
    given = dict.fromkeys(step["env"], "")  # type: ignore[attr-defined]
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", str(step["run"])],
        cwd=folder,
        env={**os.environ, **given, "GITHUB_OUTPUT": str(folder / "output"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace, and beside it the Python of an environment that tells what it is given."""
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    (tmp_path / "work").mkdir()
    (tmp_path / "place" / "bin").mkdir(parents=True)
    script = 'import json, sys; json.dump(sys.argv[1:], open("given.json", "a")); open("given.json", "a").write("\\n")'
    for path in (tmp_path / "place" / "bin" / "python", tmp_path / "python"):
        path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c \'{script}\' "$@"\n')
        path.chmod(0o755)
    return tmp_path


def given(runner: Path) -> list[list[str]]:
    """The arguments of each call of Python."""
    return [json.loads(line) for line in (runner / "work" / "given.json").read_text().splitlines()]


def check(runner: Path, **inputs: str) -> list[str]:
    """The arguments that the last step gives to Python."""
    done = bash(VERIFY, runner / "work", PLACE=str(runner / "place"), REPORT="r.sarif", **inputs)
    assert done.returncode == 0, done.stderr
    return given(runner)[-1]


def test_it_is_a_composite_action_with_what_a_forge_needs():
    """
    Name, description, and every input and output described.
    """

    assert ACTION["runs"]["using"] == "composite"
    assert ACTION["name"]
    assert len(ACTION["description"]) <= 125
    assert all(each["description"] for group in ("inputs", "outputs") for each in ACTION[group].values())
    assert all("default" in each for each in ACTION["inputs"].values())


def test_every_input_is_used_and_none_other():
    """
    What is offered reaches a step.
    """
    text = (ROOT / "action.yml").read_text(encoding="utf-8")

    assert set(re.findall(r"\$\{\{ inputs\.([a-z-]{1,40}) \}\}", text)) == set(ACTION["inputs"])


def test_outputs_come_from_a_step_that_writes_them():
    """
    Each by its name.
    """
    for name, output in ACTION["outputs"].items():
        assert output["value"] == f"${{{{ steps.{VERIFY['id']}.outputs.{name} }}}}"
        assert f'"{name}=' in VERIFY["run"]


@pytest.mark.parametrize("name", SHELL)
def test_shell_is_in_order_and_has_nothing_put_into_it(name):
    """
    Bash reads it; an expression would be put in before bash reads it, so there is none.
    """
    step = SHELL[name]
    subprocess.run(["bash", "-n", "-c", step["run"]], check=True)

    assert step["shell"] == "bash"
    assert "${{" not in step["run"]
    assert step["run"].startswith("set -euo pipefail\n")
    assert all(re.fullmatch(r"\$\{\{ [a-z-]+\.[a-z_.-]+ \}\}(/[a-z.]+)?", value) for value in step["env"].values())


@pytest.mark.parametrize("name", SHELL)
def test_variables_are_quoted(name):
    """
    An unquoted one would be split, and its stars would be looked up.
    """
    bare = re.sub(r'"[^"]*"|\$?\'[^\']*\'|\[\[.*?\]\]|<<< .*|\$\?', "", SHELL[name]["run"])

    assert "$" not in bare


def test_other_actions_are_pinned():
    """
    By commit, with the version beside it for people.
    """
    lines = [line for line in (ROOT / "action.yml").read_text(encoding="utf-8").splitlines() if "uses:" in line]

    assert all(re.search(r"@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+$", line) for line in lines)


def test_it_needs_no_secrets():
    """
    Neither a token nor a key.
    """
    text = (ROOT / "action.yml").read_text(encoding="utf-8")

    assert not re.search(r"secrets\.|token|GITHUB_ENV|GITHUB_PATH", text)


def test_python_is_isolated_wherever_it_starts():
    """
    A pip or a factcheck that lies in the workspace is not taken for a module.
    """
    calls = [line for step in SHELL.values() for line in step["run"].splitlines() if re.search(r'^ *"\$P\w+', line)]

    assert len(calls) == 3
    assert all(" -I " in line for line in calls)


def test_without_a_version_the_actions_own_checkout_is_installed(runner):
    """
    With its own pins.
    """
    done = bash(
        INSTALL, runner / "work", PYTHON=str(runner / "python"), PLACE=str(runner / "place"), ACTION="/the action"
    )

    assert done.returncode == 0
    assert given(runner)[0] == ["-I", "-m", "venv", "--clear", str(runner / "place")]
    assert given(runner)[1][-3:] == ["--constraint", "/the action/constraints.txt", "/the action"]


@pytest.mark.parametrize("version", ["0.1.0", "1.2", "10.20.30.40", "1.0.0rc1", "2.0a12"])
def test_a_version_is_installed_by_its_number(runner, version):
    """
    That one, and no newer.
    """
    bash(INSTALL, runner / "work", PYTHON=str(runner / "python"), PLACE=str(runner / "place"), VERSION=version)

    assert given(runner)[1][-1] == f"factcheck-claims=={version}"


@pytest.mark.parametrize("version", [*HOSTILE, "1", "latest", ">=0", "0.1.0 --index-url=http://localhost", "0.1.0\n"])
def test_what_is_no_version_installs_nothing(runner, version):
    """
    The message does not repeat it.
    """
    done = bash(INSTALL, runner / "work", PYTHON=str(runner / "python"), PLACE=str(runner / "place"), VERSION=version)

    assert done.returncode == 2
    assert not (runner / "work" / "given.json").exists()
    assert not list(runner.rglob("trap"))
    assert done.stdout == "::error title=factcheck::the input version is no version; write it as 0.1.0\n"


BASE = ["-I", "-m", "factcheck", "verify", "--output-format=github", "--output-format=sarif=r.sarif"]


def test_without_inputs_verify_decides(runner):
    """
    Nothing is given that nobody asked for.
    """

    assert check(runner) == [*BASE, "--"]


def test_inputs_become_options(runner):
    """
    Lists have an entry a line, blanks around it aside.
    """
    words = check(
        runner,
        FAIL_ON="warning",
        ONLY_CHANGED="origin/main",
        ARGS="--locked\r\n\n  --lock=a lock\n",
        PATHS="claims\n desk/our claims \n",
    )

    assert words == [
        *BASE,
        "--fail-on=warning",
        "--only-changed=origin/main",
        "--locked",
        "--lock=a lock",
        "--",
        "claims",
        "desk/our claims",
    ]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["FAIL_ON", "ONLY_CHANGED", "ARGS", "PATHS"])
def test_no_input_becomes_a_command(runner, name, text):
    """
    It arrives as it is, or line by line.
    """
    words = check(runner, **{name: text})
    option = {"FAIL_ON": "--fail-on=", "ONLY_CHANGED": "--only-changed="}.get(name)

    assert not list(runner.rglob("trap"))
    expected = [f"{option}{text}"] if option else text.split("\n")
    assert [word for word in words if word not in (*BASE, "--")] == expected
    assert name != "PATHS" or words[len(BASE)] == "--"


@pytest.mark.parametrize("code", [0, 1, 2, 3, 4, 70])
def test_the_exit_code_is_that_of_verify_and_an_output(runner, code):
    """
    Also where the step fails.
    """
    (runner / "place" / "bin" / "python").write_text(f"#!/bin/sh\ntouch r.sarif\nexit {code}\n")
    done = bash(VERIFY, runner / "work", PLACE=str(runner / "place"), REPORT="r.sarif")

    assert done.returncode == code
    assert (runner / "work" / "output").read_text() == f"exit-code={code}\nreport=r.sarif\n"


def test_a_report_of_an_earlier_run_is_no_output(runner):
    """
    Where nothing was written there is no report.
    """
    (runner / "work" / "r.sarif").write_text("old")
    check(runner)

    assert (runner / "work" / "output").read_text() == "exit-code=0\n"


def test_a_real_run_over_a_hostile_workspace(runner, monkeypatch):
    """
    A pull request with modules named as ours: none of them runs, the claims are checked, the report is there.
    """
    work = runner / "work"
    (runner / "place" / "bin" / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    for module in ("factcheck", "pip", "click", "json", "sitecustomize"):
        (work / f"{module}.py").write_text("open('trap', 'w')\n")
    subprocess.run([sys.executable, "-I", "-m", "factcheck", "init", "--example"], cwd=work, check=True)
    done = bash(VERIFY, work, PLACE=str(runner / "place"), REPORT=str(runner / "factcheck.sarif"))

    assert done.returncode == 1
    assert done.stdout.startswith("::error file=drafts/example.md,line=3,")
    assert done.stdout.splitlines()[-1] == "::notice title=factcheck::Exit 1: 1 match, 1 discrepancy, 0 unresolved"
    assert json.loads((runner / "factcheck.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert not list(runner.rglob("trap"))
