"""Settings that someone hostile wrote: no file outside is read, no time is lost, nothing is waited for."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from factcheck.errors import SettingsError
from factcheck.settings import read_settings

MIB = 1024 * 1024
LONGEST = 60.0  # seconds; each takes about one on an idle machine


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """
    Settings are read from the folder itself only.
    """
    (tmp_path / "elsewhere.toml").write_text("[live]\nsources = []\n")
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "factcheck.toml").symlink_to(tmp_path / "elsewhere.toml")

    with pytest.raises(SettingsError, match="outside"):
        read_settings(tmp_path / "desk")


def test_a_link_to_nothing_is_refused(tmp_path: Path) -> None:
    """
    A file that is there and cannot be read is no file that is not there.
    """
    (tmp_path / "factcheck.toml").symlink_to(tmp_path / "nothing.toml")

    with pytest.raises(SettingsError, match="no such file"):
        read_settings(tmp_path)


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    """
    A pipe in place of the file is not waited for.
    """
    os.mkfifo(tmp_path / "factcheck.toml")

    with pytest.raises(SettingsError, match="regular file"):
        read_settings(tmp_path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """
    A folder of that name is no settings file.
    """
    (tmp_path / "factcheck.toml").mkdir()

    with pytest.raises(SettingsError, match="regular file"):
        read_settings(tmp_path)


@pytest.mark.parametrize(
    "key", ["claims = ['out']", "baseline = 'out/known.json'", "output-format = ['json=out/factcheck.json']"]
)
def test_a_path_through_a_link_out_of_the_folder_is_refused(tmp_path: Path, key: str) -> None:
    """
    A link inside does not lead settings out.
    """
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "out").symlink_to(tmp_path)
    (tmp_path / "desk" / "factcheck.toml").write_text(key + "\n")

    with pytest.raises(SettingsError, match="is a link that leads out"):
        read_settings(tmp_path / "desk")


@pytest.mark.parametrize("content", [b"x = '\x00'\n", b"\xff\xfe", b"x = '\xe4'\n", "x = '\u202e'\n".encode()])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    """
    Other encodings, characters that no text has, and unknown keys are errors.
    """
    (tmp_path / "factcheck.toml").write_bytes(content)

    with pytest.raises(SettingsError, match=r"factcheck\.toml"):
        read_settings(tmp_path)


HOSTILE = {
    "too large": "#" * (MIB + 1),
    "many keys": "".join(f"a{number}=1\n" for number in range(110_000)),
    "many rules": "[severities]\n" + "".join(f"a{number}=1\n" for number in range(110_000)),
    "many headings": "".join(f"[a{number}]\n" for number in range(110_000)),
    "deep heading and many keys": "[" + "a." * 250_000 + "a]\n" + "".join(f"b{n}=1\n" for n in range(60_000)),
    "deep key": "a." * 500_000 + "a = 1",
    "deep quoted key": '"a".' * 250_000 + '"a" = 1',
    "digits": "min-coverage = " + "1" * (MIB - 100),
    "open brackets": "x = " + "[" * (MIB - 100),
    "tables in tables": "x = " + "{a=" * 300_000,
    "one long list": "claims = [" + "'a'," * 250_000 + "]",
    "one long text": "fail-on = '" + "x" * (MIB - 100) + "'",
    "quotation marks": 'fail-on = """' + '""\\"' * 250_000 + '"""',
    "stars": "[per-path.'" + "*" * 100_000 + "']\nfail-on = 'never'",
    "sections": "".join(f"[per-path.a{number}]\n" for number in range(60_000)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_file_takes_long(tmp_path: Path, name: str) -> None:
    """
    Every file of a mebibyte is refused within moments, and the message is short.
    """
    (tmp_path / "factcheck.toml").write_text(HOSTILE[name])
    start = time.monotonic()

    with pytest.raises(SettingsError) as raised:
        read_settings(tmp_path)

    assert time.monotonic() - start < LONGEST
    assert all(len(problem.what) < 300 for problem in raised.value.problems)  # type: ignore[attr-defined]
