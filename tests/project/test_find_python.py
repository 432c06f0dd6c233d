"""``make`` picks an interpreter that works, and says what is missing if none does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / ".ci" / "find-python"
WORKS = f'exec "{sys.executable}" "$@"'
BROKEN_SHIM = "echo 'command not found' >&2; exit 127"
TOO_OLD = 'case "$2" in *version_info*) exit 1 ;; esac'
NO_ENSUREPIP = f'case "$2" in *ensurepip*) exit 1 ;; esac; exec "{sys.executable}" "$@"'


@pytest.fixture
def find(tmp_path: Path):
    """Run the script where only the given interpreters exist."""

    def run(interpreters: dict[str, str], *names: str) -> subprocess.CompletedProcess[str]:
        for name, body in interpreters.items():
            path = tmp_path / name
            path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
            path.chmod(0o755)
        return subprocess.run(
            ["/bin/sh", str(SCRIPT), *names],
            env={**os.environ, "PATH": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.mark.parametrize(
    ("interpreters", "chosen"),
    [
        ({"python3.13": WORKS, "python3.11": WORKS}, "python3.13"),
        ({"python3.13": BROKEN_SHIM, "python3.12": WORKS}, "python3.12"),
        ({"python3.12": NO_ENSUREPIP, "python3.11": WORKS}, "python3.11"),
        ({"python3": WORKS}, "python3"),
    ],
)
def test_the_newest_interpreter_that_works_is_chosen(find, interpreters, chosen) -> None:
    """
    A name that does not run, or cannot make an environment, is passed over.
    """

    assert find(interpreters).stdout == f"{chosen}\n"


def test_a_named_interpreter_is_the_only_one_tried(find) -> None:
    """
    ``make PYTHON=python3.11`` does not fall back on another.
    """
    found = find({"python3.11": WORKS, "python3.13": WORKS}, "python3.11")

    assert found.stdout == "python3.11\n"


@pytest.mark.parametrize("interpreters", [{}, {"python3": TOO_OLD}])
def test_without_a_new_enough_python_it_says_so(find, interpreters) -> None:
    """
    The message names the version needed and how to name an interpreter.
    """
    found = find(interpreters)

    assert (found.returncode, found.stdout) == (1, "")
    assert "No Python 3.11 or later" in found.stderr
    assert "make PYTHON=" in found.stderr


def test_without_ensurepip_it_names_the_package_to_install(find) -> None:
    """
    On a Debian without python3-venv the message says which package brings it.
    """
    found = find({"python3": NO_ENSUREPIP})
    wanted = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"

    assert found.returncode == 1
    assert wanted in found.stderr
