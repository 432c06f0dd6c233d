"""``factcheck draft``: from a story to its claims file and the first caught error."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.cli import main

STORY = """\
---
title: Trade slips
date: 2025-07-14
---

# Trade slips

China’s customs agency on Monday released data for the half-year. In the first half of 2025 trade with Russia
shrank 9.1 percent to $106.48 billion.

In 2023 trade had risen 36 percent.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """
    A working folder with one story.
    """
    monkeypatch.chdir(tmp_path)
    (tmp_path / "My Story.md").write_text(STORY, encoding="utf-8")
    return tmp_path


def test_a_story_becomes_a_claims_file_and_the_error_is_caught(folder, capsys):
    """
    One command writes the file and already names the wrong figure; the second one fails on it.
    """
    assert main(["draft", "My Story.md"]) == 0
    told = capsys.readouterr().out
    text = (folder / "claims" / "my-story.yaml").read_text(encoding="utf-8")

    assert 'quote: "shrank 9.1 percent to $106.48 billion"' in text
    assert "article: ../My Story.md" in text
    assert "wrong-change" in told
    assert "Next: factcheck verify claims/my-story.yaml" in told
    assert main(["verify"]) == 1


def test_a_second_run_changes_nothing(folder, capsys):
    """
    Every figure has a claim already.
    """
    main(["draft", "My Story.md"])
    before = (folder / "claims" / "my-story.yaml").read_bytes()
    capsys.readouterr()

    assert main(["draft", "My Story.md"]) == 0
    assert (folder / "claims" / "my-story.yaml").read_bytes() == before
    assert "nothing was changed" in capsys.readouterr().out


def test_what_is_new_in_the_story_is_added(folder, capsys):
    """
    A sentence that was written later gets its claim below the others.
    """
    main(["draft", "My Story.md"])
    before = (folder / "claims" / "my-story.yaml").read_text(encoding="utf-8")
    more = "\nExports to Russia fell 8.4 percent in the first half of 2025.\n"
    (folder / "My Story.md").write_text(STORY + more, encoding="utf-8")

    assert main(["draft", "My Story.md"]) == 0
    after = (folder / "claims" / "my-story.yaml").read_text(encoding="utf-8")
    assert after.startswith(before)
    assert "8.4 percent" in after[len(before) :]


@pytest.mark.parametrize(
    ("name", "text", "arguments", "said"),
    [
        ("a.md", "Trade rose 2 percent.", [], "--published 2025-07-14"),
        ("a.pdf", "x", ["--published", "2025-07-14"], ".txt"),
        ("a.md", None, ["--published", "2025-07-14"], "no such file"),
        ("a.md", "x", ["--published", "yesterday"], "2025-07-14"),
        ("a.md", "Trade rose 2 percent.", ["--published", "2025-07-14", "--to", "../out.yaml"], "outside"),
    ],
)
def test_what_cannot_be_drafted_is_said(folder, capsys, name, text, arguments, said):
    """
    The message says what to do, the exit code is 2 and nothing is written.
    """
    if text is not None:
        (folder / name).write_text(text, encoding="utf-8")

    assert main(["draft", name, *arguments]) == 2
    assert said in capsys.readouterr().err
    assert not (folder / "claims").exists()


def test_a_story_without_figures_writes_nothing(folder, capsys):
    """
    There is nothing to claim: exit 3.
    """
    (folder / "a.md").write_text("A quiet day.", encoding="utf-8")

    assert main(["draft", "a.md", "--published", "2025-07-14"]) == 3
    assert not (folder / "claims").exists()


def test_a_claims_file_with_a_fault_is_left_alone(folder, capsys):
    """
    A fault of the old file is shown, and the file stays as it is.
    """
    (folder / "claims").mkdir()
    (folder / "claims" / "my-story.yaml").write_text("claims: [{quote: x, lavel: 2024}]\n", encoding="utf-8")

    assert main(["draft", "My Story.md"]) == 2
    assert (folder / "claims" / "my-story.yaml").read_text(encoding="utf-8") == "claims: [{quote: x, lavel: 2024}]\n"
