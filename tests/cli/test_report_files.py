"""Reports in files: whole or not at all, never onto an input; into pipes and devices without replacing them."""

from __future__ import annotations

import contextlib
import os
import stat
import threading
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.errors import SettingsError
from factcheck.files.write_file import write_file


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


def test_the_file_behind_a_link_is_replaced(tmp_path: Path) -> None:
    """
    A link to a report stays a link; the file that it names is new.
    """
    (tmp_path / "reports").mkdir()
    path = tmp_path / "reports" / "today.json"
    path.write_text("old")
    link = tmp_path / "report.json"
    link.symlink_to(path)
    write_file(link, "new")

    assert link.is_symlink()
    assert path.read_text() == "new"
    assert sorted(tmp_path.rglob("*")) == [link, path.parent, path]


def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    """
    A named pipe passes on the whole report, longer than a pipe holds, and is a pipe afterwards.
    """
    path = tmp_path / "pipe"
    os.mkfifo(path)
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)  # a reader that does not wait for the writer to come
    text, read = "ü" * 500_000, b""
    writer = threading.Thread(target=write_file, args=(path, text))
    writer.start()
    while writer.is_alive() or len(read) < 1_000_000:
        with contextlib.suppress(BlockingIOError):
            read += os.read(handle, 1 << 16)
    writer.join()
    os.close(handle)

    assert read.decode() == text
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_a_pipe_without_a_reader_is_not_waited_for(tmp_path: Path) -> None:
    """
    A pipe that nobody reads is an error, not a run that never ends, and stays a pipe.
    """
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(SettingsError, match="cannot be written: nothing reads from it; start the reader first"):
        write_file(path, "text")

    assert stat.S_ISFIFO(path.stat().st_mode)
    assert list(tmp_path.iterdir()) == [path]


def test_a_device_is_written_into(tmp_path: Path) -> None:
    """
    A character device, here a null device of the test's own, takes the report and stays a device.
    """
    path = tmp_path / "null"
    try:
        os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 3))
        os.close(os.open(path, os.O_WRONLY))
    except OSError:
        pytest.skip("devices cannot be made or opened here")
    write_file(path, "text")

    assert stat.S_ISCHR(path.stat().st_mode)
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """
    A folder is named as what it is.
    """
    with pytest.raises(SettingsError, match="cannot be written: it is a folder; name a file"):
        write_file(tmp_path, "text")


HEAD = "published: 2025-07-14\nabout: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}\n"
CLAIM = 'claims:\n  - quote: "slipped by 9.1 percent"\n    change: 2025-H1\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with claims, good and bad, and their drafts."""
    project = tmp_path / "project"
    (project / "claims").mkdir(parents=True)
    (project / "claims" / "a.yaml").write_text(f"article: ../a.md\n{HEAD}{CLAIM}")
    (project / "claims" / "bad.yaml").write_text(f"article: ../bad.txt\n{HEAD}{CLAIM}    lavel: 2023\n")
    (project / "a.md").write_text("It slipped by 9.1 percent.")
    (project / "bad.txt").write_text("It slipped by 9.1 percent.")
    (project / "other.yaml").write_text("not read")
    (project / "alias.json").symlink_to("claims/a.yaml")
    (project / "out.json").symlink_to(tmp_path / "outside.json")
    (project / "away").symlink_to(tmp_path)
    monkeypatch.chdir(project)
    return project


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("claims/a.yaml", "is an input of this run"),
        ("claims/bad.yaml", "is an input of this run"),
        ("alias.json", "is an input of this run"),
        ("a.md", "is an input of this run"),
        ("bad.txt", "is an input of this run"),
        ("sources/desk/rows.csv", "lies among the sources, an input of this run"),
        ("sources/new.json", "lies among the sources, an input of this run"),
        ("out.json", "is a link that leads out of this folder"),
        ("away/report.json", "is a link that leads out of this folder"),
    ],
)
def test_a_report_does_not_go_onto_an_input(
    project: Path, target: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Claims files, drafts and sources are never written, nor anything that the folder links to outside of it.
    """
    before = {path: path.read_bytes() for path in project.parent.rglob("*") if path.is_file()}

    assert main(["verify", "-o", f"json={target}"]) == 2
    output = capsys.readouterr()
    assert f"{target} {said}" in output.err
    assert output.out == ""
    assert {path: path.read_bytes() for path in project.parent.rglob("*") if path.is_file()} == before


def test_a_file_that_is_not_read_may_be_replaced(project: Path) -> None:
    """
    A YAML file that is no input of the run is a file like any other, and so is one outside that is named itself.
    """
    outside = project.parent / "outside.json"

    assert main(["verify", "claims/a.yaml", "-q", "-o", "json=other.yaml", "-o", f"concise={outside}"]) == 0
    assert (project / "other.yaml").read_text().startswith("{")
    assert outside.read_text().startswith("claims/a.yaml:")


def test_two_formats_cannot_share_a_file_under_two_names(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    The same file by another path is the same file.
    """
    assert main(["verify", "-o", "json=report", "-o", f"text={project}/claims/../report"]) == 2
    assert "two formats go to report" in capsys.readouterr().err
