"""A folder's settings: which live sources are asked, in what order, and nothing that an attacker could use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck.errors import SettingsError
from factcheck.settings import Settings, read_settings


def test_no_settings(tmp_path: Path) -> None:
    """
    A folder without settings asks for nothing.
    """
    assert read_settings(tmp_path) == Settings()


def test_an_order_of_sources(tmp_path: Path) -> None:
    """
    The sources stand in the order in which they are preferred.
    """
    (tmp_path / "factcheck.toml").write_text('[live]\nsources = ["gacc", "world-bank"]\n')

    assert read_settings(tmp_path) == Settings(("gacc", "world-bank"), "factcheck.toml")


def test_settings_in_a_shared_file(tmp_path: Path) -> None:
    """
    The table [tool.factcheck] of pyproject.toml says the same.
    """
    (tmp_path / "pyproject.toml").write_text('[tool.factcheck.live]\nsources = ["comtrade"]\n[tool.other]\nx = 1\n')

    assert read_settings(tmp_path).sources == ("comtrade",)


def test_the_own_file_goes_first(tmp_path: Path) -> None:
    """
    Where both files have settings, factcheck.toml is read.
    """
    (tmp_path / "factcheck.toml").write_text('[live]\nsources = ["gacc"]\n')
    (tmp_path / "pyproject.toml").write_text('[tool.factcheck.live]\nsources = ["imf"]\n')

    assert read_settings(tmp_path).sources == ("gacc",)


def test_somebody_elses_faults_are_passed_over(tmp_path: Path) -> None:
    """
    A pyproject.toml that is no TOML, or has no table of ours, says nothing.
    """
    (tmp_path / "pyproject.toml").write_text("[project\n")

    assert read_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    "text",
    [
        "[live\n",
        "live = 1\n",
        "unknown = 1\n",
        '[live]\nbase_url = "https://example.org"\n',
        '[live]\nsources = "gacc"\n',
        "[live]\nsources = [1]\n",
        '[live]\nsources = ["../x"]\n',
        '[live]\nsources = ["GACC"]\n',
        '[live]\nsources = ["gacc", "gacc"]\n',
        '[live]\nsources = [["gacc"]]\n',
        "[live]\nsources = [" + '"a",' * 51 + "]\n",
        "[live]\nsources = " + "[" * 5000 + "]" * 5000 + "\n",
        "a" * (1024 * 1024 + 1),
        "x = '\x00'\n",
    ],
)
def test_settings_that_are_refused(tmp_path: Path, text: str) -> None:
    """
    What is unknown or cannot be read is an error that names the file.
    """
    (tmp_path / "factcheck.toml").write_text(text)

    with pytest.raises(SettingsError, match=r"factcheck\.toml"):
        read_settings(tmp_path)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """
    Settings are read from the folder itself only.
    """
    (tmp_path / "elsewhere.toml").write_text("[live]\nsources = []\n")
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "factcheck.toml").symlink_to(tmp_path / "elsewhere.toml")

    with pytest.raises(SettingsError, match="outside"):
        read_settings(tmp_path / "desk")


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    """
    A pipe in place of the file is not waited for.
    """
    os.mkfifo(tmp_path / "factcheck.toml")

    with pytest.raises(SettingsError, match="regular file"):
        read_settings(tmp_path)
