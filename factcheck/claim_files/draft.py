"""
The draft that a claims file names under ``article:``.
"""

from __future__ import annotations

import os

from factcheck.draft_text import Draft
from factcheck.drafts.read import draft_of_file
from factcheck.errors import WrittenError
from factcheck.files.text_file import RefusedFile, read_text_file
from factcheck.files.yaml_events import read_yaml


def read_draft(written: str, claims_file: str, root: str) -> Draft:
    """
    The draft, in the format that the end of its name says.

    Args:
        written: its path, relative to the claims file.
        claims_file: the file that names it, links followed.
        root: the project folder, links followed; the draft must lie inside.

    Raises:
        WrittenError: it cannot be read, or is no draft.
    """
    shown = repr(written[:200])
    if "://" in written:
        raise WrittenError(
            f"the draft {shown} is an address", "save the story as .docx, .html, .md or .txt and name that"
        )
    try:
        real = os.path.realpath(os.path.join(os.path.dirname(claims_file), written))
        return draft_of_file(real, written, root)
    except RefusedFile as refused:
        problem = refused.problem
        place = f" (line {problem.location.line})" if problem.location.line > 1 else ""
        raise WrittenError(f"the draft {shown}{place}: {problem.what}", problem.hint) from None


def named_draft(claims_file: str, root: str, max_size: int) -> str | None:
    """
    Where the draft lies that a claims file names, links followed, whether or not it can be read.

    Args:
        claims_file: the file, links followed; it may have faults.
        root: the project folder, links followed.
        max_size: of the claims file, in bytes; a larger one names no draft.
    """
    try:
        top = read_yaml(read_text_file(claims_file, claims_file, root, max_size), claims_file).root
    except RefusedFile:
        return None
    entry = top.content.get("article") if top is not None and isinstance(top.content, dict) else None
    written = None if entry is None else entry.value.content
    if not isinstance(written, str) or "\0" in written:
        return None
    return os.path.realpath(os.path.join(os.path.dirname(claims_file), written))
