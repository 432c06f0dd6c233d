"""Where settings are looked for: the nearest file wins, and the root of the repository is the limit."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import SettingsError
from factcheck.settings import Settings, read_settings


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two folders, one in the other."""
    root = tmp_path / "newsroom"
    (root / ".git").mkdir(parents=True)
    (root / "desk" / "trade").mkdir(parents=True)
    return root


def level(folder: Path, word: str) -> None:
    (folder / "factcheck.toml").write_text(f'fail-on = "{word}"\n')


def test_settings_are_found_above(repository: Path) -> None:
    """
    A folder without a file of its own takes that of the folder around it; its path leads there.
    """
    level(repository, "warning")

    found = read_settings(repository / "desk" / "trade")

    assert (found.fail_on, found.path, found.folder) == ("warning", "../../factcheck.toml", str(repository))


def test_the_nearest_file_wins_whole(repository: Path) -> None:
    """
    Files are not mixed: what the nearest does not say, nobody says.
    """
    (repository / "factcheck.toml").write_text('fail-on = "warning"\nmin-coverage = 80\n')
    level(repository / "desk", "never")

    found = read_settings(repository / "desk" / "trade")

    assert (found.fail_on, found.min_coverage, found.path) == ("never", None, "../factcheck.toml")


def test_a_shared_file_without_our_table_is_passed_by(repository: Path) -> None:
    """
    The pyproject.toml of a package inside does not hide the settings of the repository.
    """
    (repository / "desk" / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    level(repository, "warning")

    assert read_settings(repository / "desk").fail_on == "warning"


def test_a_nearer_shared_file_goes_before_a_farther_own_one(repository: Path) -> None:
    """
    How near a file is counts more than its name.
    """
    (repository / "desk" / "pyproject.toml").write_text("[tool.factcheck]\nfail-on = 'never'\n")
    level(repository, "warning")

    assert read_settings(repository / "desk").fail_on == "never"


def test_nothing_above_the_repository_is_read(repository: Path) -> None:
    """
    A file beside or above the repository belongs to someone else.
    """
    level(repository.parent, "never")

    assert read_settings(repository / "desk") == Settings()


def test_a_repository_inside_another_is_the_limit(repository: Path) -> None:
    """
    A submodule, whose .git is a file, takes nothing from the repository around it.
    """
    level(repository, "never")
    (repository / "desk" / ".git").write_text("gitdir: ../.git/modules/desk\n")

    assert read_settings(repository / "desk" / "trade") == Settings()


def test_outside_of_a_repository_only_the_folder_itself_is_read(tmp_path: Path) -> None:
    """
    Without a repository nobody says how far up is still the same project.
    """
    (tmp_path / "desk").mkdir()
    level(tmp_path, "never")

    assert read_settings(tmp_path / "desk") == Settings()


def test_a_link_within_the_repository_may_be_followed(repository: Path) -> None:
    """
    One file for several desks; its paths start where the link lies.
    """
    level(repository, "warning")
    (repository / "desk" / "factcheck.toml").symlink_to(repository / "factcheck.toml")

    found = read_settings(repository / "desk")

    assert (found.fail_on, found.folder) == ("warning", str(repository / "desk"))


def test_a_fault_above_is_told_with_the_way_there(repository: Path) -> None:
    """
    The path of a message starts in the working folder.
    """
    level(repository, "x")

    with pytest.raises(SettingsError, match=r"^\.\./factcheck\.toml:1:1: "):
        read_settings(repository / "desk")
