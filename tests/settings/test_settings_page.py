"""The page about settings: its example can be obeyed, every key stands in it, and its commands run."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.settings import LEVELS, read_settings
from factcheck.settings.read import KEYS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_example_can_be_obeyed(tmp_path: Path) -> None:
    """
    It has every key, and each says something.
    """
    (example,) = blocks("toml")
    (tmp_path / "factcheck.toml").write_text(example, encoding="utf-8")
    settings = read_settings(tmp_path)

    assert all((settings.claims, settings.fail_on, settings.output_formats, settings.baseline, settings.sources))
    assert (settings.min_coverage, len(settings.severities), len(settings.sections)) == (80, 2, 2)


@pytest.mark.parametrize("name", [*KEYS, *LEVELS])
def test_every_key_is_described(name: str) -> None:
    """
    And every level.
    """

    assert re.search(rf"`\[?{name}[\].\x60]", PAGE)


@pytest.mark.parametrize("command", [line[2:] for block in blocks("console") for line in block.splitlines()])
def test_commands_run(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    In a folder with the claims of the project.
    """
    for name in ("claims", "drafts"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)

    assert main(shlex.split(command)[1:]) == 0


def test_what_it_says_is_counted_stands_on_the_last_line() -> None:
    """
    The words of its table are those of the report.
    """
    from factcheck.outputs.result import Result, count
    from factcheck.outputs.text import last_line

    counts = count(Result((), let_pass=1, passed_over=1))._replace(lowered=1, known=1)
    said = last_line(counts, 0)
    rows = [line.split("|")[1].strip() for line in PAGE.partition("| counted as |")[2].splitlines()[2:6]]

    assert rows == ["lowered by settings", "let pass by settings", "passed over by settings", "known"]
    assert all(row in said for row in rows)
