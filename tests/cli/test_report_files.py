"""Reports in files: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck.cli.write_file import write_file
from factcheck.errors import SettingsError


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """
    The new text stands in place of the old one, and no temporary file is left.
    """
    path = tmp_path / "report.txt"
    path.write_text("old")
    write_file(path, "new – ✓\n")

    assert path.read_text(encoding="utf-8") == "new – ✓\n"
    assert list(tmp_path.iterdir()) == [path]


def test_the_mode_of_the_file_is_kept(tmp_path: Path) -> None:
    """
    A file that others may read stays readable for them.
    """
    path = tmp_path / "report.txt"
    path.write_text("old")
    path.chmod(0o640)
    write_file(path, "new")

    assert path.stat().st_mode & 0o777 == 0o640


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    """
    A file in a folder that does not exist cannot be written, and the message says so.
    """
    with pytest.raises(SettingsError, match="cannot be written: No such file or directory"):
        write_file(tmp_path / "missing" / "report.txt", "text")


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    If the disk fails midway the old report is intact and nothing half-written remains.
    """
    path = tmp_path / "report.txt"
    path.write_text("old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SettingsError, match="No space left on device"):
        write_file(path, "new")

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
