"""Completion in the shell, asked of the command itself as bash does."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("factcheck ver", ["verify"]),
        ("factcheck verify --fail-on w", ["warning"]),
        ("factcheck verify -o js", ["json", "jsonl"]),
        ("factcheck explain wrong-l", ["wrong-level"]),
        ("factcheck explain differ", ["difference"]),
    ],
)
def test_bash_completes(words: str, expected: list[str]) -> None:
    """
    Commands, choices, formats, rules and kinds are completed.
    """
    asked = {"_FACTCHECK_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    command = [sys.executable, "-m", "factcheck"]
    done = subprocess.run(command, env=os.environ | asked, capture_output=True, text=True, check=False)

    assert done.stdout.split() == [f"plain,{each}" for each in expected]
