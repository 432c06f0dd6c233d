"""
A Word document made plain: what a reader sees of it, as simple markup in which each piece of text carries its mark.

Tracked insertions are accepted and deletions left out, as in Word's view "No markup"; notes come at the end, text boxes
after their paragraph; pictures are not looked at. Nesting costs no recursion.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import quoteattr

from factcheck.drafts.tags import names
from factcheck.drafts.word_leaves import BREAK, COMMENT, TAB, TEXT, Leaf, mark, unmarkable
from factcheck.drafts.word_parts import child, is_on, local, value
from factcheck.drafts.word_plain import PlainDocument
from factcheck.drafts.words import joins

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_UNSEEN = names(
    "del moveFrom delText delInstrText instrText fldData softHyphen rt footnoteRef endnoteRef annotationRef "
    "pPr rPr tblPr tblPrEx tblGrid trPr tcPr sectPr sdtPr sdtEndPr rubyPr smartTagPr customXmlPr"
)
#: Extensions of the markup that Word itself writes and shows; of a branch in others it shows the fallback.
_SHOWN = names("wps wpg wpc wpi wp14 w14 w15 w16 w16cid w16se w16cex w16du aink am3d cx cx1 cx2")
_RAISED = {"superscript": "sup", "subscript": "sub"}
_TITLES = ("title", "heading 1")
_Step = tuple["Element", str, str]  # an element, how it is raised, and the name of what ends there


class Sources(NamedTuple):
    """
    The roots of the parts of a document.

    Attributes:
        styles: the names of its styles by their ids, in lower case.
        looks: how the text of each style looks, by its id.
    """

    story: Element
    notes: Mapping[str, Element]  # by kind: footnote, endnote
    styles: Mapping[str, str]
    looks: Mapping[str, Element]


class Marked(NamedTuple):
    """
    A document made plain.

    Attributes:
        xml: the document for the converter.
        leaves: what its marks lead to.
        title: the first paragraph in the style Title, else in Heading 1.
        languages: how many characters the document has in each language that its runs name; blank where they do not.
        left_out: what a reader may look for in vain, in plain words.
    """

    xml: bytes
    leaves: tuple[Leaf, ...]
    title: str
    languages: Mapping[str, int]
    left_out: tuple[str, ...]


def make_plain(sources: Sources, shown: str) -> Marked:
    """
    Make a document plain.

    Args:
        sources: its parts.
        shown: its path in messages.

    Raises:
        RefusedFile: it has more text, paragraphs or nested tables than a story has.
    """
    walk = _Walk(sources, shown)
    walk.through(sources.story)
    notes = {key: note for kind, root in sources.notes.items() for key, note in _notes(root, kind)}
    for key, reference in tuple(walk.references.items()):
        if key in notes:
            walk.note = reference
            walk.through(notes[key])
    title = next((walk.titles[style] for style in _TITLES if style in walk.titles), "")
    left_out = tuple(f"{what} was left out" for what in sorted(walk.left_out))
    return Marked(walk.document.markup(), tuple(walk.leaves), title, walk.languages, left_out)


def _notes(root: Element, kind: str) -> Iterable[tuple[tuple[str, str], Element]]:
    """The notes by kind and id, without the lines that part them from the text."""
    for each in root:
        if local(each.tag) == kind and "eparator" not in value(each, "type"):
            yield (kind, value(each, "id")), each


def _moved(position: Element | None) -> str:
    """Text that is set higher or lower by points, as raised or lowered."""
    points = value(position, "val")
    return "" if points in ("", "0") else "sub" if points.startswith("-") else "sup"


class _Walk:
    """The way through the parts of a document in their order, with a stack of its own."""

    def __init__(self, sources: Sources, shown: str) -> None:
        self.document = PlainDocument(shown)
        self.leaves: list[Leaf] = []
        self.references: dict[tuple[str, str], Element] = {}
        self.languages: Counter[str] = Counter()
        self.left_out: set[str] = set()
        self.titles: dict[str, str] = {}
        self.note: Element | None = None
        self._styles, self._looks = sources.styles, sources.looks
        self._paragraph_look: Element | None = None
        self._stack: list[_Step] = []
        self._boxes: list[Element] = []
        self._begun: set[str] = set()  # ids of comments
        self._waiting: list[Element] = []  # comments that begin between paragraphs
        self._language = self._style = ""
        self._first = 0  # leaf of the paragraph
        self._last = self._raised = ""  # the character before, and how it is raised
        self._enter: dict[str, Callable[[Element, str], None]] = {
            "p": self._paragraph,
            "tbl": self._table,
            "tr": self._row,
            "tc": self._cell,
            "r": self._run,
            "t": lambda element, raised: self._leaf(TEXT, element, raised, element.text or ""),
            "noBreakHyphen": lambda element, raised: self._leaf(TEXT, element, raised, "\u2011"),
            "tab": lambda element, raised: self._leaf(TAB, element, raised, "\t"),
            "ptab": lambda element, raised: self._leaf(TAB, element, raised, "\t"),
            "br": lambda element, raised: self._leaf(BREAK, element, raised, "", "<w:br/>"),
            "cr": lambda element, raised: self._leaf(BREAK, element, raised, "", "<w:br/>"),
            "sym": self._symbol,
            "footnoteReference": self._reference,
            "endnoteReference": self._reference,
            "commentRangeStart": self._comment,
            "commentReference": self._comment,
            "txbxContent": self._box,
            "altChunk": lambda element, raised: self.left_out.add("text from another file"),
        }

    def through(self, root: Element) -> None:
        """Everything inside one element."""
        self._inside(root, "")
        while self._stack:
            element, raised, ends = self._stack.pop()
            name = local(element.tag)
            if ends:
                self._leave(ends)
            elif name not in _UNSEEN:
                self._enter.get(name, self._other)(element, raised)
        self.document.end_line()

    def _inside(self, elements: Iterable[Element], raised: str) -> None:
        self._stack += [(each, raised, "") for each in reversed(list(elements))]

    def _other(self, element: Element, raised: str) -> None:
        """What only holds other elements, of Word or not: an insertion, a link, a field, a drawing."""
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if name == "AlternateContent":
            self._inside(_branch(element), raised)
        elif name in ("oMath", "oMathPara"):
            self.left_out.add("an equation")
        else:
            self._inside(element, raised)

    def _leave(self, ends: str) -> None:
        if ends not in ("p", "p deleted"):
            self.document.close(ends)
            return
        if self._style in _TITLES and self._style not in self.titles:
            words = "".join(leaf.text or " " for leaf in self.leaves[self._first :]).split()
            if words:
                self.titles[self._style] = " ".join(words)
        self.document.close_paragraph(deleted=ends != "p" and not self._boxes)
        boxes, self._boxes = self._boxes, []
        self._inside(boxes, "")

    def _paragraph(self, element: Element, raised: str) -> None:
        if self.document.inside not in ("body", "tc"):  # no word processor writes this
            self._inside(element, raised)
            return
        properties = child(element, "pPr")
        end = child(properties, "rPr")
        deleted = any(child(end, name) is not None for name in ("del", "moveFrom"))
        style = value(child(properties, "pStyle"), "val")
        self._paragraph_look = self._looks.get(style)
        self._style = self._styles.get(style, style.lower().replace("heading", "heading "))
        self._first = len(self.leaves)
        self._last = ""
        self.document.open_paragraph(_heading(self._style))
        self._stack.append((element, raised, "p deleted" if deleted else "p"))
        self._inside(element, "")
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            self._comment(each, "")

    def _table(self, element: Element, raised: str) -> None:
        self._part(element, "tbl", ("body", "tc"))

    def _row(self, element: Element, raised: str) -> None:
        if child(child(element, "trPr"), "del") is None:
            self._part(element, "tr", ("tbl",))

    def _cell(self, element: Element, raised: str) -> None:
        properties = child(element, "tcPr")
        merged = child(properties, "vMerge")
        width = value(child(properties, "gridSpan"), "val")
        span = f'<w:tcPr><w:gridSpan w:val="{width}"/></w:tcPr>' if re.fullmatch("[1-9][0-9]?", width) else ""
        goes_on = merged is not None and value(merged, "val") != "restart"  # Word shows the cell above in its place
        self._part(element, "tc", ("tr",), span, () if goes_on else element)

    def _part(
        self,
        element: Element,
        name: str,
        within: tuple[str, ...],
        properties: str = "",
        holds: Iterable[Element] | None = None,
    ) -> None:
        """A table, a row or a cell; where it does not belong, only what it holds."""
        if self.document.inside in within:
            self.document.open(name, properties)
            self._stack.append((element, "", name))
        self._inside(element if holds is None else holds, "")

    def _run(self, element: Element, raised: str) -> None:
        properties = child(element, "rPr")
        look = self._looks.get(value(child(properties, "rStyle"), "val"))

        def said(name: str) -> Element | None:
            """What the run says of itself, else its style, else that of its paragraph."""
            own = (child(each, name) for each in (properties, look, self._paragraph_look))
            return next((each for each in own if each is not None), None)

        if is_on(said("vanish")):
            self.left_out.add("hidden text")
            return
        if is_on(said("strike")) or is_on(said("dstrike")):
            self.left_out.add("struck-out text")
            return
        self._language = value(child(properties, "lang"), "val")
        self._inside(element, _RAISED.get(value(said("vertAlign"), "val"), "") or _moved(said("position")))

    def _leaf(self, kind: str, element: Element, raised: str, text: str, markup: str = "", name: str = "") -> None:
        if self.document.inside != "p":
            if text.strip():
                self.left_out.add("text outside all paragraphs")
            return
        if kind == TEXT and not text and not markup:
            return
        apart = raised != self._raised and self._last and text and joins(self._last, text, raised or self._raised)
        text = unmarkable(text)
        self.document.add(mark(len(self.leaves)) + " " * bool(apart) + text, markup)
        self.leaves.append(Leaf(kind, element, text, self.note, name))
        self.languages[self._language] += len(text)
        if kind != COMMENT:
            self._last, self._raised = text[-1:] or self._last * (not markup), raised

    def _symbol(self, element: Element, raised: str) -> None:
        code = value(element, "char")
        if re.fullmatch("[0-9A-Fa-f]{4}", code):
            font = quoteattr(unmarkable(value(element, "font")))
            self._leaf(TEXT, element, raised, "", f'<w:sym w:font={font} w:char="{code}"/>')

    def _reference(self, element: Element, raised: str) -> None:
        """The mark of a note, which is no part of the text: it would make of 2023 and note 4 the number 20234."""
        if self.note is None and self.document.inside == "p":
            kind = local(element.tag).removesuffix("Reference")
            self.references.setdefault((kind, value(element, "id")), element)

    def _comment(self, element: Element, raised: str) -> None:
        name = value(element, "id")
        if name in self._begun:
            return
        if self.document.inside == "p":
            self._begun.add(name)
            self._leaf(COMMENT, element, raised, "", name=name)
        elif local(element.tag) == "commentRangeStart":
            self._waiting.append(element)

    def _box(self, element: Element, raised: str) -> None:
        """What a text box holds, which waits for the end of its paragraph."""
        if self.document.inside == "p":
            self._boxes.append(element)
        else:
            self._inside(element, "")


def _branch(element: Element) -> Iterable[Element]:
    """Of the forms in which a document has the same thing, the one that Word shows."""
    choices = [each for each in element if str(each.tag).endswith("}Choice")]
    for each in choices:
        if set(each.get("Requires", "").split()) <= _SHOWN:
            return each
    return next((each for each in element if str(each.tag).endswith("}Fallback")), ())


def _heading(style: str) -> str:
    """The style that the converter knows; blank for text."""
    if style == "title":
        return "Heading1"
    return f"Heading{style[-1]}" if re.fullmatch("heading [1-6]", style) else ""
