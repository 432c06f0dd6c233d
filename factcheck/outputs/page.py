"""
A page of plain text 80 columns wide: symbols, colours, wrapping, all of it optional and none of it needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from unicodedata import normalize

from factcheck.outputs.visible import columns, escaped, shortened, shortened_around, visible, wrapped

WIDTH = 80
LONGEST = 4000  # characters of one text; the JSON report has all of them
LEAST = 16  # columns of a quote that share a line with something else
LABEL = 11  # columns of the label of a field, with the space after it

_ASCII = str.maketrans(
    {
        "✓": "+",
        "✗": "x",
        "–": "-",
        "—": "-",
        "−": "-",
        "×": "x",
        "…": "...",
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "→": "->",
        "±": "+/-",
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
    }
)
_COLOURS = {"good": "32", "bad": "31", "warn": "33", "dim": "2", "strong": "1"}


@dataclass(frozen=True, slots=True)
class Page:
    """
    How a report is laid out.

    Attributes:
        ascii: only ASCII characters, for a stream that can take no others.
        colour: ANSI colours, for a terminal; no meaning depends on them.
    """

    ascii: bool = False
    colour: bool = False
    width: int = WIDTH

    def clean(self, text: str) -> str:
        """The text made inert, cut where it is longer than anyone reads, in ASCII where the stream asks for it."""
        text = visible(text if len(text) <= LONGEST else text[:LONGEST] + "…")
        if self.ascii and not text.isascii():
            text = "".join(char if char.isascii() else _in_ascii(char) for char in text)
        return text

    @property
    def ellipsis(self) -> str:
        """What stands for words left out."""
        return "..." if self.ascii else "…"

    def paint(self, text: str, style: str) -> str:
        """The text in a colour, where there are colours."""
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if self.colour and style else text

    def short(self, text: str, room: int) -> str:
        """The text on one line, cut to so many columns."""
        return shortened(self.clean(text), room, self.ellipsis)

    def paragraph(self, text: str, indent: int = 0, hanging: int = 0, style: str = "") -> Iterator[str]:
        """The text in lines, all but the first further in by ``hanging``."""
        room = self.width - indent
        lines = wrapped(self.clean(text), room)
        if len(lines) > 1 and hanging:
            rest = self.clean(text)[len(lines[0]) :].lstrip(" ")
            lines = [lines[0], *(" " * hanging + line for line in wrapped(rest, room - hanging))]
        for line in lines:
            yield " " * indent + self.paint(line, style)

    def field(self, label: str, text: str, indent: int = 4) -> Iterator[str]:
        """A label and what it says, the text in a column of its own."""
        if not text:
            return
        for place, line in enumerate(wrapped(self.clean(text), self.width - indent - LABEL)):
            yield " " * indent + (label if place == 0 else "").ljust(LABEL) + line

    def sides(
        self, head: str, text: str, right: str, keep: tuple[int, int] = (0, 0), marks: str = '"'
    ) -> Iterator[str]:
        """
        A line of three clean texts: two at its start, one at its end; on two lines if need be.

        Args:
            head: begins the line, never cut.
            text: cut to fit, then put between ``marks``.
            right: ends the line, never cut.
            keep: start and end of what should stay in sight of ``text``.
            marks: a quotation mark, or nothing.
        """
        whole = self.width - columns(head) - 2 * len(marks)
        room = whole - columns(right) - 2
        if room < min(LEAST, columns(text)):
            yield head + marks + shortened_around(text, *keep, whole, self.ellipsis) + marks
            yield from (" " * 4 + line for line in wrapped(right, self.width - 4))
            return
        text = shortened_around(text, *keep, room, self.ellipsis)
        yield head + marks + text + marks + " " * (whole - columns(text) - columns(right)) + right


def _in_ascii(char: str) -> str:
    mapped = char.translate(_ASCII)
    if mapped.isascii():
        return mapped
    plain = "".join(part for part in normalize("NFD", char) if part.isascii())
    return plain or escaped(char)


def quoted(page: Page, quote: str, marked: tuple[int, int] | None, indent: int, most: int = LONGEST) -> Iterator[str]:
    """
    A quote with carets under the words that the finding is about.

    Args:
        page: the layout.
        quote: the words, as written.
        marked: start and end of the words to mark in ``quote``; None marks nothing.
        indent: columns before the quote.
        most: columns of the quote; of a longer one the words around the marked ones are left.
    """
    shown, span = _excerpt(page, page.clean(quote), shown_span(page, quote, marked), most)
    text = f'"{shown}"'
    start, end = (place + 1 for place in span)
    offset = 0
    for line in wrapped(text, page.width - indent):
        offset = text.index(line, offset)
        yield " " * indent + line
        first, last = max(start - offset, 0), min(end - offset, len(line))
        if first < last:
            yield " " * (indent + columns(line[:first])) + "^" * max(columns(line[first:last]), 1)
        offset += len(line)


def _excerpt(page: Page, text: str, span: tuple[int, int], most: int) -> tuple[str, tuple[int, int]]:
    """The text cut to so many columns around a part of it, and where that part then stands."""
    start, end = span
    cut = shortened_around(text, start, end, most, page.ellipsis)
    if cut == text or start == end:
        return cut, (0, 0) if start == end else span
    head = len(page.ellipsis) if not text.startswith(cut[: len(page.ellipsis) + 1]) else 0
    place = cut.find(text[start:end])
    while place >= 0 and not text[:start].endswith(cut[head:place]):
        place = cut.find(text[start:end], place + 1)
    return cut, (place, place + end - start) if place >= 0 else (0, 0)


def shown_span(page: Page, quote: str, marked: tuple[int, int] | None) -> tuple[int, int]:
    """The marked words in the quote as it is shown; an empty span where there are none or they are not found again."""
    if marked is None:
        return 0, 0
    words = page.clean(quote[marked[0] : marked[1]])
    place = page.clean(quote).find(words, len(page.clean(quote[: marked[0]]))) if words else -1
    return (place, place + len(words)) if place >= 0 else (0, 0)


def safe(lines: Iterable[str]) -> str:
    """The lines as a text, blank ones never doubled; none can be a workflow command."""
    kept: list[str] = []
    for line in lines:
        line = _defused(line.rstrip(" "))
        if line or (kept and kept[-1]):
            kept.append(line)
    return "".join(f"{line}\n" for line in kept)


def _defused(line: str) -> str:
    bare = line.lstrip(" ")
    if bare.startswith("::"):
        line = line.replace("::", ":\\x3a", 1)
    return line.replace("##[", "#\\x23[")
