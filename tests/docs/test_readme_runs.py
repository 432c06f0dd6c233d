"""The README's code runs, and its runs print what it says."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
from pathlib import Path

import pytest

from factcheck.claim_files import read_claims_text
from factcheck.cli import main
from factcheck.kinds import KINDS
from factcheck.kinds.compile import compile_article

ROOT = Path(__file__).parents[2]
LEFT_OUT = "…"
BLOCK = re.compile(r"^```(\w{1,20})\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = ("README.md", "docs/claims.md", "docs/command-line.md")


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a page in a language."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [code for name, code in BLOCK.findall(text) if name == language]


def runs() -> list[tuple[str, str]]:
    """Every command of the README and the output that stands below it."""
    found = []
    for block in blocks("README.md", "console"):
        for part in block.split("$ ")[1:]:
            command, _, output = part.partition("\n")
            if output.strip() and command.startswith("factcheck "):
                found.append((command, output))
    return found


def shell_lines() -> list[str]:
    """The commands of our own among the README's shell lines."""
    return [line for block in blocks("README.md", "sh") for line in block.splitlines() if line.startswith("factcheck ")]


def commands() -> list[str]:
    """Every command that the documentation shows."""
    shown = [line for page in PAGES for block in blocks(page, "console") for line in block.splitlines()]
    return [line.removeprefix("$ ") for line in shown if line.startswith("$ factcheck ")]


def pieces(output: str) -> list[str]:
    """The output cut at the lines that stand for others."""
    return [piece.strip("\n") for piece in re.split(rf"^{LEFT_OUT}$", output, flags=re.MULTILINE) if piece.strip()]


def project(folder: Path) -> Path:
    """A folder with the claims and the draft of the project; the commands of the documentation run in it."""
    for name in ("claims", "drafts"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.mark.parametrize(("command", "output"), runs())
def test_readme_shows_real_output(
    command: str,
    output: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    """
    A command of the README prints the lines below it, in their order; a line with … stands for others.
    """
    monkeypatch.chdir(project(tmp_path))
    if "story.md" in command or command == "factcheck verify":
        shutil.rmtree("claims")
        start_story(capfdbinary, draft=command == "factcheck verify")
    monkeypatch.setenv("NO_COLOR", "1")
    main(shlex.split(command)[1:])
    real = capfdbinary.readouterr().out.decode("utf-8")

    place = 0
    for piece in pieces(output):
        found = real.find(piece, place)
        assert found >= 0, f"not printed any more:\n{piece}\n\nin:\n{real}"
        place = found + len(piece)


def start_story(capture: pytest.CaptureFixture[bytes], *, draft: bool) -> None:
    """What the README does first: one sentence in a file, and where it is drafted already its claims file."""
    (echo,) = [line for block in blocks("README.md", "console") for line in block.splitlines() if "echo" in line]
    _, words, _, name = shlex.split(echo.removeprefix("$ "))
    Path(name).write_text(f"{words}\n", encoding="utf-8")
    if draft:
        main(["draft", name, "--published", "2025-07-14"])
        capture.readouterr()


@pytest.mark.parametrize("command", shell_lines())
def test_shell_lines_of_the_readme_run(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """
    The lines that people copy into a terminal or a workflow run in a project with these claims.
    """
    monkeypatch.chdir(project(tmp_path))

    assert main(shlex.split(command)[1:]) in (0, 1)
    assert capfdbinary.readouterr().out


def test_readme_says_where_the_command_is() -> None:
    """
    A clone has the command in its environment: the README says so before the steps that use it.
    """
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    assert 0 < text.find("`.venv/bin/factcheck`") < text.find("## Your first story")


@pytest.mark.parametrize("code", blocks("README.md", "python"))
def test_readme_code_runs(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The library code of the README runs in the project and finds something.
    """
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), {})  # noqa: S102  our own code, to see that it runs

    assert "slipped by 9.1 percent" in printed.getvalue() or "9.1 percent | percent | -9.1" in printed.getvalue()


def test_readme_code_is_short() -> None:
    """
    Ten lines are enough to use the library.
    """

    assert all(len(code.strip().splitlines()) <= 10 for code in blocks("README.md", "python"))


@pytest.mark.parametrize("block", [block for page in PAGES for block in blocks(page, "yaml")])
def test_examples_of_claims_can_be_read(block: str) -> None:
    """
    Every example of claims in the documentation is a claims file, or part of one, without a fault.
    """
    head = (
        "published: 2025-07-14\n"
        "about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}\n"
        "claims:\n"
    )
    text = head + block if block.startswith("-") else block
    article, problems = read_claims_text(text, "example.yaml")

    assert [str(problem) for problem in problems] == []
    assert article is not None
    assert [str(fault.error) for fault in compile_article(article).faults] == []


@pytest.mark.parametrize("name", KINDS)
def test_examples_of_kinds_can_be_read(name: str) -> None:
    """
    The example that a kind carries compiles.
    """
    test_examples_of_claims_can_be_read(KINDS[name].example)


@pytest.mark.parametrize("command", commands())
def test_examples_of_commands_run(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """
    Every command shown in the documentation runs to a report or an answer.
    """
    monkeypatch.chdir(project(tmp_path))
    start_story(capfdbinary, draft=False)

    assert main(shlex.split(command)[1:]) in (0, 1)
    assert capfdbinary.readouterr().out
