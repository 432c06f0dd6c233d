"""The same bytes twice: whatever the hash seed, the time zone and the locale."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def report(output_format: str, **environment: str) -> bytes:
    """The article's report as the command prints it under an environment."""
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "verify", "claims", "--output-format", output_format],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr.decode()
    return done.stdout


@pytest.mark.parametrize("output_format", ["json", "text"])
@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"PYTHONHASHSEED": "random", "TZ": "Asia/Shanghai", "LC_ALL": "de_DE.UTF-8", "PYTHONUTF8": "1"},
    ],
)
def test_reports_are_byte_identical(output_format, environment):
    """
    Seed, time zone and locale change no byte of a report.
    """
    plain = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}

    assert report(output_format, **environment) == report(output_format, **plain)
