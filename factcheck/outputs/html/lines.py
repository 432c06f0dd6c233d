"""
Parts of the report for people, line by line without a width: what the page shows in a fold.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.outputs.page import Page


class Lines(Page):
    """A layout without lines: each text in one piece, as it is; the page's own escaper sees to the rest."""

    def clean(self, text: str) -> str:
        """The text as it is."""
        return text

    def paragraph(self, text: str, indent: int = 0, hanging: int = 0, style: str = "") -> Iterator[str]:
        """The text in one piece."""
        if text:
            yield text

    def field(self, label: str, text: str, indent: int = 4) -> Iterator[str]:
        """The text in one piece, without its label."""
        if text:
            yield text
