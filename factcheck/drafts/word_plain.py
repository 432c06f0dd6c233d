"""
Simple Word markup in the making: paragraphs, tables and runs, and nothing else.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from factcheck.files.text_file import MIB, refusal

MAX_TEXT = 8 * MIB  # characters, as of any draft
MAX_BLOCKS = 30_000  # paragraphs, rows and cells: some six hundred pages
MAX_TABLES = 20  # inside one another
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class PlainDocument:
    """A document in the making."""

    def __init__(self, shown: str) -> None:
        """Start one; ``shown`` is the path of its source in messages."""
        self._shown = shown
        self._markup: list[str] = []
        self._open: list[str] = ["body"]
        self._line: list[str] = []
        self._style = ""
        self._blocks = self._length = 0

    @property
    def inside(self) -> str:
        """The innermost part that is open: ``body``, ``tbl``, ``tr``, ``tc`` or ``p``."""
        return self._open[-1]

    def open(self, name: str, properties: str = "") -> None:
        """
        Begin a table, a row or a cell.

        Raises:
            RefusedFile: tables inside tables, or more of all, than a story has.
        """
        self.end_line()
        self._open.append(name)
        if self._open.count("tbl") > MAX_TABLES:
            raise refusal(self._shown, f"tables are nested more than {MAX_TABLES} deep", "take them apart", 0, 0)
        self._count()
        self._markup.append(f"<w:{name}>{properties}")

    def close(self, name: str) -> None:
        """End it."""
        self.end_line()
        self._open.pop()
        self._markup.append(f"</w:{name}>")

    def open_paragraph(self, style: str) -> None:
        """Begin a paragraph; it goes on where the end of the one before was deleted."""
        self._open.append("p")
        if not self._line:
            self._style = style

    def close_paragraph(self, *, deleted: bool) -> None:
        """End a paragraph, unless its end is deleted."""
        self._open.pop()
        if not deleted:
            self.end_line()

    def add(self, text: str, markup: str = "") -> None:
        """
        Go on with the paragraph.

        Args:
            text: the characters.
            markup: what follows them.

        Raises:
            RefusedFile: more text than a story has.
        """
        self._length += len(text)
        if self._length > MAX_TEXT:
            raise refusal(self._shown, "the document has more than 8 MiB of text", "split it into several", 0, 0)
        self._line.append(escape(text))
        if markup:
            self._line.append(f'</w:t>{markup}<w:t xml:space="preserve">')

    def end_line(self) -> None:
        """Put down the paragraph that goes on, if there is one."""
        if self._line:
            self._count()
            style = f'<w:pPr><w:pStyle w:val="{self._style}"/></w:pPr>' if self._style else ""
            words = "".join(self._line)
            self._markup.append(f'<w:p>{style}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>')
            self._line.clear()

    def markup(self) -> bytes:
        """The whole document."""
        self.end_line()
        body = "".join(self._markup)
        return f'<w:document xmlns:w="{_NAMESPACE}"><w:body>{body}</w:body></w:document>'.encode()

    def _count(self) -> None:
        self._blocks += 1
        if self._blocks > MAX_BLOCKS:
            what = f"the document has more than {MAX_BLOCKS:,} paragraphs and cells"
            raise refusal(self._shown, what, "split it into several", 0, 0)
