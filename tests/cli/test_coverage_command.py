"""``factcheck coverage``: which figures and dates of a story have no claim."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from factcheck.cli import main

STORY = "Trade slipped by 9.1 percent to $106.48 billion.\n\nExports fell 8.4 percent on Friday.\n"
CLAIMS = """\
article: ../story.md
published: 2025-07-14
about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}
claims:
  - quote: "slipped by 9.1 percent to $106.48 billion"
    change: 2025-H1
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """
    A story of four figures and dates, and one claim that takes one of them.
    """
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.md").write_text(STORY, encoding="utf-8")
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "story.yaml").write_text(CLAIMS, encoding="utf-8")
    return tmp_path


def test_every_figure_without_a_claim_is_listed_with_its_place(folder, capsys):
    """
    The amount that no kind of the claim takes is listed too, with the claim whose quote holds it.
    """
    assert main(["coverage"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        'story.md:1:33: no claim checks "$106.48 billion", in the quote of change-2025-h1',
        'story.md:3:14: no claim checks "8.4 percent"',
        'story.md:3:29: no claim checks "Friday"',
        "story.md: 1 of 4 figures and dates have a claim (25 %)",
    ]


@pytest.mark.parametrize(("least", "code"), [("25", 0), ("26", 1), ("0", 0), ("100", 1)])
def test_the_least_coverage_decides_the_exit_code(folder, capsys, least, code):
    """
    Below it the command fails.
    """
    assert main(["coverage", "story.md", "--min-coverage", least]) == code


def test_coverage_as_data(folder, capsys):
    """
    The same counts and places as JSON.
    """
    main(["coverage", "-o", "json"])
    (row,) = json.loads(capsys.readouterr().out)

    assert (row["draft"], row["figures"], row["covered"], row["percent"]) == ("story.md", 4, 1, 25)
    assert [(each["line"], each["column"]) for each in row["uncovered"]] == [(1, 33), (3, 14), (3, 29)]


def test_a_story_without_a_claims_file_has_no_coverage(folder, capsys):
    """
    Every figure is listed.
    """
    shutil.rmtree(folder / "claims")

    assert main(["coverage", "story.md", "--min-coverage", "1"]) == 1
    assert "0 of 4" in capsys.readouterr().out


def test_a_story_without_figures_has_nothing_to_cover(folder, capsys):
    """
    Exit 3 says so.
    """
    (folder / "quiet.md").write_text("A quiet day.", encoding="utf-8")

    assert main(["coverage", "quiet.md"]) == 3


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_only_what_changed_since_a_revision_counts(folder, capsys):
    """
    A pull request answers for its own lines.
    """
    _git("init", "-q", "-b", "main")
    _git("add", ".")
    _git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "first")
    (folder / "story.md").write_text(STORY + "\nImports fell 9.6 percent.\n", encoding="utf-8")

    assert main(["coverage", "story.md", "--diff", "main"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        'story.md:5:14: no claim checks "9.6 percent"',
        "story.md: 0 of 1 figures and dates have a claim (0 %)",
    ]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_branch_that_changed_no_story_passes(folder, capsys):
    """
    Nothing changed, so nothing is below the bar.
    """
    _git("init", "-q", "-b", "main")
    _git("add", ".")
    _git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "first")

    assert main(["coverage", "story.md", "--diff", "main", "--min-coverage", "100"]) == 0


def test_a_figure_that_an_ellipsis_skips_is_not_covered(folder, capsys):
    """
    The quote's own words cover what they hold, and nothing between them.
    """
    (folder / "claims" / "story.yaml").write_text(
        CLAIMS.replace("slipped by 9.1 percent to $106.48 billion", "Trade … to $106.48 billion").replace(
            "change: 2025-H1", "level: 2025-H1"
        ),
        encoding="utf-8",
    )

    main(["coverage"])
    assert 'no claim checks "9.1 percent"' in capsys.readouterr().out


def test_an_amount_that_cannot_be_read_is_counted_and_said(folder, capsys):
    """
    Nothing checks it, and the reason stands beside it.
    """
    (folder / "story.md").write_text(STORY + "\nIt cost $888 bio.\n", encoding="utf-8")

    main(["coverage"])
    assert 'no claim checks "$888 bio": it cannot be read' in capsys.readouterr().out


@pytest.mark.parametrize("revision", ["--output=x", "no such", "nowhere"])
def test_a_revision_that_is_none_is_an_error(folder, capsys, revision):
    """
    Nothing that begins like an option reaches git, and an unknown revision is named.
    """
    assert main(["coverage", "story.md", f"--diff={revision}"]) == 2


def _git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


OTHER = """\
published: 2025-07-14
claims:
  - quote: "visited on Monday"
    seen: {by: A. Editor, on: 2025-07-14, source: "https://example.org/"}
"""


def test_a_story_that_no_claims_file_names_is_said_to_be_one(tmp_path, monkeypatch, capsys):
    """
    0 of 1 is no surprise then: the claims were looked for in another place.
    """
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "other.yaml").write_text(OTHER, encoding="utf-8")
    (tmp_path / "story.md").write_text("Imports fell 9.6 percent.\n", encoding="utf-8")

    main(["coverage", "story.md"])

    assert capsys.readouterr().err == "note: no claims file in claims names this story\n"
