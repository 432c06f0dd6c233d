"""The command as a whole: help, version, wrong usage, broken runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from factcheck import __version__
from factcheck.cli import COMMANDS, main

WRONG = [
    (["lokup"], "Did you mean lookup?"),
    (["frobnicate"], "Commands are init, draft, verify"),
    (["--frob"], "No such option"),
    (["verify", "--frob"], "No such option"),
    (["verify", "--fail-on", "sometimes"], "'error', 'warning', 'unresolved', 'never'"),
    (["verify", "--as-of", "14.7.2025"], "write it as 2025-07-14"),
    (["verify", "--as-of", "2025-02-30"], "there is no day 2025-02-30"),
    (["verify", "--max-file-size", "big"], "write it as 500K, 16M"),
    (["verify", "--max-file-size", "0"], "write it as 500K, 16M"),
    (["verify", "--public"], "--public is for --output-format html; leave it out"),
    (["verify", "--fragment", "-o", "json"], "--fragment is for --output-format html; leave it out"),
    (["verify", "-o", "pdf"], "there is no format 'pdf'"),
    (["verify", "-o", "json="], "names no file"),
    (["verify", "-o", "json", "-o", "text"], "two formats go to standard output"),
    (["verify", "-o", "json=a", "-o", "text=a"], "two formats go to a"),
    (["explain"], "Missing argument"),
    (["explain", "wrong-levl"], "Did you mean wrong-level?"),
    (["explain", "zzz"], "Kinds are level, change"),
    (["sources", "gac"], "Did you mean gacc?"),
    (["lookup"], "Missing argument"),
    (["lookup", "Chna", "2024"], "did you mean China (CHN)"),
    (["lookup", "2024"], "no place is named"),
    (["lookup", "China", "Russia", "India", "2024"], "3 places are named"),
    (["lookup", "China", "Russia", "2024-13"], "months run from 2024-01 to 2024-12"),
    (["lookup", "China", "Russia", "frob"], "no place, period, flow, currency or commodity"),
    (["lookup", "China", "--flow", "sideways"], "flows are total, exports, imports, balance"),
]


def modules_after(script: str) -> set[str]:
    """The modules that a fresh interpreter holds after a script."""
    script = f"{script}\nimport sys; print('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("args", [["--help"], ["--version"]])
def test_help_imports_nothing_but_click(args: list[str]) -> None:
    """
    Help and version load click and the two modules that they stand in.
    """
    extra = modules_after(f"from factcheck.cli import main; main({args!r})") - modules_after("import click")

    assert {name for name in extra if name.startswith("factcheck")} == {"factcheck", "factcheck.cli"}
    assert not {"yaml", "pydantic", "rich", "requests", "z3", "sqlite3"} & extra


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """
    Help names each command with a line about it, within 80 columns.
    """
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out

    assert [name for name, line in COMMANDS.items() if f"  {name}" not in shown or line not in shown] == []
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Every command answers --help with 0, within 80 columns, and its own help begins with a sentence.
    """
    assert main([name, "--help"]) == 0
    shown = capsys.readouterr().out

    assert shown.startswith(f"Usage: factcheck {name} ")
    assert max(map(len, shown.splitlines())) <= 80


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """
    --version prints name and version.
    """
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"factcheck {__version__}\n"


@pytest.mark.parametrize(("args", "said"), WRONG)
def test_wrong_usage_says_what_to_write(
    args: list[str], said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Wrong usage gives 2, one message on standard error, and nothing on standard output.
    """
    monkeypatch.chdir(tmp_path)

    assert main(args) == 2
    output = capsys.readouterr()
    assert said in output.err
    assert (output.out, "Traceback" in output.err) == ("", False)


def test_an_unforeseen_error_is_no_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    An error that nobody foresaw gives 70 and a request to report it; --debug adds the traceback.
    """

    @click.command()
    @click.option("--debug", is_flag=True)
    def broken(debug: bool) -> None:
        raise ZeroDivisionError("1/0 \x1b[2J")

    monkeypatch.setattr("factcheck.cli.rules.command", broken)

    assert main(["rules"]) == 70
    quiet = capsys.readouterr().err
    assert main(["rules", "--debug"]) == 70
    loud = capsys.readouterr().err

    assert quiet.startswith(r"factcheck: internal error, please report: ZeroDivisionError: 1/0 \x1b[2J")
    assert "Traceback" not in quiet
    assert "Traceback" in loud


def test_the_module_runs_as_the_command() -> None:
    """
    ``python -m factcheck`` is the command, with its exit code.
    """
    done = subprocess.run([sys.executable, "-m", "factcheck", "nothing"], capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "there is no command 'nothing'" in done.stderr


def test_a_reader_that_leaves_is_no_error() -> None:
    """
    Output into a closed pipe ends quietly.
    """
    script = f"{sys.executable} -m factcheck rules | true"
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False)

    assert done.stderr == ""


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(
    ("args", "code"), [("--help", 0), ("rules", 0), ("lookup China Russia 2024", 0), ("nothing", 2), ("verify", 1)]
)
def test_closed_streams_change_no_exit_code(args: str, code: int, closed: str, tmp_path: Path) -> None:
    """
    With standard output or error closed the command ends as usual, and says the rest where it can.
    """
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a.yaml").write_text(
        "published: 2025-07-14\n"
        "about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}\n"
        "claims:\n  - {quote: $237 billion, level: 2023}\n"
    )
    script = f"{sys.executable} -m factcheck {args} {closed}"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        ["sh", "-c", script], capture_output=True, text=True, check=False, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip

    assert done.returncode == code, done.stderr
    assert "internal error" not in done.stderr
    assert (tmp_path / "claims" / "a.yaml").read_text().startswith("published")
