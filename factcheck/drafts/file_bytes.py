"""
The bytes of a draft's file: a regular file inside the project, of bounded size.
"""

from __future__ import annotations

import os

from factcheck.files.text_file import _read_bytes, refusal


def read_bytes(real: str, shown: str, root: str, max_size: int) -> bytes:
    """
    The bytes of a regular file.

    Args:
        real: the file, its links followed.
        shown: its path in messages.
        root: the folder, links followed, that it must lie in.
        max_size: in bytes.

    Raises:
        RefusedFile: it is missing, lies outside, is no regular file, or is too large.
    """
    if not real.startswith(os.path.join(root, "")):
        raise refusal(
            shown,
            "the file lies outside the project folder, or is a link that leads out of it",
            "copy it into the project, or start factcheck in the folder that holds both",
        )
    return _read_bytes(real, shown, max_size)
