"""
The story that a command names: a file inside the project, or standard input.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import SettingsError

if TYPE_CHECKING:
    from factcheck.draft_text import Draft

STANDARD_INPUT = "-"
FORMATS = {"md": "markdown", "txt": "text", "html": "html", "docx": "docx"}  # as --format names them


def read_story(path: str, format: str | None = None) -> Draft:
    """
    Read a draft.

    Args:
        path: the file, or ``-`` for standard input.
        format: of standard input, one of ``FORMATS``; Markdown if None.

    Raises:
        FactcheckError: it cannot be read; says why and how to convert it.
    """
    from factcheck.drafts import MAX_DRAFT, draft_of_bytes, read_draft

    if path == STANDARD_INPUT:
        content = sys.stdin.buffer.read(MAX_DRAFT + 1)
        return draft_of_bytes(content, FORMATS[format or "md"], "standard input")
    if format is not None:
        raise SettingsError("--format is for standard input; the name of a file says its format")
    return read_draft(os.path.realpath(path), path, root_of(path))


def root_of(path: str) -> str:
    """The project folder: the working folder, or the file's own where it lies elsewhere."""
    here = os.path.realpath(os.curdir)
    inside = Path(os.path.abspath(path)).is_relative_to(os.path.abspath(os.curdir))
    return here if inside else os.path.realpath(os.path.dirname(os.path.abspath(path)))
