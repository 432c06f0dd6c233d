"""
Places in the markup of a Word document: from a stretch of its text to the runs that are exactly that stretch.

Runs are split where a stretch begins or ends inside one; both halves keep the looks and all the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from factcheck.drafts.word_leaves import Leaf
from factcheck.drafts.word_parts import child, local
from factcheck.drafts.word_unmarked import Stretch

Node = Any  # an element of lxml, which ships no types
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Anchor(NamedTuple):
    """The first and the last node that a comment is on; both stand where the markup allows its ends."""

    first: Node
    last: Node


class Anchors:
    """The leaves of a document, some of them split meanwhile."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._leaves = leaves
        self._pieces: dict[int, list[tuple[int, Node]]] = {}  # of a leaf that was split: offsets and elements

    def anchor(self, start: int, end: int, touched: Sequence[Stretch]) -> Anchor:
        """
        The nodes that are a part of the text; in a text box or a note all of it, where Word allows no less.

        Args:
            start: where the part begins in the text.
            end: where it ends, as far as it is in one paragraph or in paragraphs side by side.
            touched: the stretches that it has characters in, at least one.
        """
        first, last = touched[0], self._last(touched)
        if self._whole(first.leaf):
            node = self._around(first.leaf)
            return Anchor(node, node)
        begins = first.offset + max(start - first.start, 0)
        ends = last.offset + min(max(end, start + 1), last.end) - last.start
        return Anchor(self._run_from(first.leaf, begins), self._run_before(last.leaf, ends))

    def _last(self, touched: Sequence[Stretch]) -> Stretch:
        """The last stretch that a comment on the first one may reach to."""
        paragraph = self._paragraph(touched[0].leaf)
        for each in reversed(touched[1:]):
            other = self._paragraph(each.leaf)
            beside = other is paragraph or (other is not None and other.getparent() is paragraph.getparent())
            if beside and not self._whole(each.leaf):
                return each
        return touched[0]

    def _element(self, leaf: int) -> Node:
        """What stands in the story for a leaf."""
        note = self._leaves[leaf].note
        return self._leaves[leaf].element if note is None else note

    def _paragraph(self, leaf: int) -> Node:
        """The outermost paragraph around a leaf."""
        paragraphs = [each for each in self._element(leaf).iterancestors() if local(each.tag) == "p"]
        return paragraphs[-1] if paragraphs else None

    def _whole(self, leaf: int) -> bool:
        """Whether a comment must be on all that holds the leaf."""
        element = self._element(leaf)
        run = element.getparent()
        return self._leaves[leaf].note is not None or _unit(element) is not run or local(run.tag) != "r"

    def _around(self, leaf: int) -> Node:
        element = self._element(leaf)
        unit = _unit(element)
        if unit is element.getparent() and local(unit.tag) == "r":
            _split_run_after(element)
            return _split_run_before(element)
        return unit

    def _run_from(self, leaf: int, offset: int) -> Node:
        """The run that begins with the character at an offset of the leaf."""
        at, element = self._piece(leaf, offset)
        if at < offset:
            element = self._split(leaf, element, at, offset)
        return _split_run_before(element)

    def _run_before(self, leaf: int, offset: int) -> Node:
        """The run that ends with the character before an offset of the leaf."""
        at, element = self._piece(leaf, offset - 1)
        if local(element.tag) == "t" and offset < at + len(element.text or ""):
            self._split(leaf, element, at, offset)
        _split_run_after(element)
        return element.getparent()

    def _piece(self, leaf: int, offset: int) -> tuple[int, Node]:
        pieces = self._pieces.get(leaf, [(0, self._leaves[leaf].element)])
        return next((piece for piece in reversed(pieces) if piece[0] <= offset), pieces[0])

    def _split(self, leaf: int, element: Node, at: int, offset: int) -> Node:
        """Split an element of text; the second half."""
        text = element.text or ""
        if local(element.tag) != "t" or not 0 < offset - at < len(text):
            return element
        second = element.makeelement(element.tag, dict(element.attrib))
        element.text, second.text = text[: offset - at], text[offset - at :]
        for each in (element, second):
            each.set(_SPACE, "preserve")
        element.addnext(second)
        second.tail, element.tail = second.tail or None, element.tail
        pieces = self._pieces.setdefault(leaf, [(0, self._leaves[leaf].element)])
        pieces.append((offset, second))
        pieces.sort(key=lambda piece: piece[0])
        return second


def _unit(element: Node) -> Node:
    """The outermost thing around an element, inside its paragraph, that the ends of a comment must not cut."""
    unit = outer = element
    for each in element.iterancestors():
        if local(each.tag) == "p":
            unit = outer
        elif _holds_together(each):
            outer = each
    return unit


def _holds_together(node: Node) -> bool:
    name = local(node.tag)
    if name == "sdt":
        return child(child(node, "sdtPr"), "text") is not None  # holds plain text only
    return name in ("r", "ruby", "txbxContent") or str(node.tag).endswith("}AlternateContent")


def _split_run_before(element: Node) -> Node:
    """The run that begins with an element of it."""
    run = element.getparent()
    before = [each for each in element.itersiblings(preceding=True) if local(each.tag) != "rPr"]
    if not before:
        return run
    return _moved(run, [element, *element.itersiblings()])


def _split_run_after(element: Node) -> None:
    """Let a run end with an element of it."""
    after = list(element.itersiblings())
    if after:
        _moved(element.getparent(), after)


def _moved(run: Node, elements: Sequence[Node]) -> Node:
    """A second run behind a run, with the same looks, that takes over its last elements."""
    second = run.makeelement(run.tag, dict(run.attrib), nsmap=run.nsmap)
    looks = child(run, "rPr")
    if looks is not None:
        second.append(deepcopy(looks))
    second.tail, run.tail = run.tail, None
    run.addnext(second)
    for each in elements:
        second.append(each)
    return second
