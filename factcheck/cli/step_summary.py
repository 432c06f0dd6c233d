"""
The summary of a step of GitHub Actions: the report in Markdown, appended to the file that the runner names.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factcheck.errors import SettingsError

if TYPE_CHECKING:
    from factcheck.outputs.result import Result

VARIABLE = "GITHUB_STEP_SUMMARY"
MOST = 1024 * 1024  # bytes of one step; GitHub shows nothing of a longer one
BYTES = 3  # that a UTF-16 unit takes in UTF-8, at most


def write_step_summary(result: Result) -> None:
    """
    Append the summary where the environment names a file for it.

    Raises:
        SettingsError: the file cannot be written.
    """
    path = os.environ.get(VARIABLE)
    if not path:
        return
    try:
        with open(path, "ab") as summary:
            summary.write(_fitting(result, MOST - summary.tell()))
    except OSError as error:
        raise SettingsError(f"the file that {VARIABLE} names cannot be written: {error.strerror or error}") from None


def _fitting(result: Result, room: int) -> bytes:
    """The report in so many bytes; nothing where there is no room for even a short one."""
    from factcheck.outputs.markdown import LEAST, render_markdown

    if room < LEAST * BYTES:
        return b""
    for most in (room, room // BYTES):
        content = render_markdown(result, most).encode("utf-8", "backslashreplace")
        if len(content) <= room:
            break
    return content
