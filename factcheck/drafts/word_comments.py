"""
Remarks written into a Word document as its comments, each on the words that it is about; all else stays as it is.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from itertools import islice
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from factcheck.drafts.word import ReadDocument, comment_text, read_document
from factcheck.drafts.word_anchor import Anchor, Anchors
from factcheck.drafts.word_archive import Archive, open_archive
from factcheck.drafts.word_parts import Names, find_parts, harmless, local, value
from factcheck.drafts.word_remarks import AUTHOR, comments_name, give_type, in_xml, new_comment, numbers, relate
from factcheck.errors import DraftError
from factcheck.files.text_file import RefusedFile, refusal

Node = Any  # an element of lxml, which ships no types
TYPES = "[Content_Types].xml"
_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say
#: What may stand between a comment's beginning and the words that it is on.
_BETWEEN = frozenset(("commentRangeStart", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart"))

_LOOKED_AT = 1_000  # of those, before a comment is taken to be new


class Remark(NamedTuple):
    """
    Something to say about a part of the text.

    Attributes:
        start: where the part begins in ``Draft.text``.
        end: where it ends; at ``start`` for a remark on the word that begins there.
        text: what to say.
    """

    start: int
    end: int
    text: str


class Commented(NamedTuple):
    """
    A document with remarks.

    Attributes:
        content: the file.
        written: how many comments were added; a remark that was there already is not written twice.
        notes: which remarks could not stand where they belong, and what else a person should know.
    """

    content: bytes
    written: int
    notes: tuple[str, ...]


def add_comments(
    content: bytes, remarks: Sequence[Remark], day: date | None = None, shown: str = "the document"
) -> Commented:
    """
    Write remarks into a Word document as comments by factcheck.

    The text, tracked changes, other comments and all other parts stay as they are. A remark on words of a note is put
    on the note's mark, one in a text box on the box; one that spans paragraphs which are not side by side ends with
    the first.

    Args:
        content: the file.
        remarks: what to write, in any order.
        day: the day that the comments bear; none if None.
        shown: the path of the document in messages.

    Raises:
        DraftError: the document cannot be read, or what writes comments is not installed.
    """
    try:
        return _commented(content, remarks, day, shown)
    except RefusedFile as refused:
        raise DraftError(str(refused.problem)) from None


def _commented(content: bytes, remarks: Sequence[Remark], day: date | None, shown: str) -> Commented:
    archive = open_archive(content, shown)
    document = _Document(archive, shown)
    for remark in sorted(remarks):
        document.add(remark, day)
    if not document.written:
        return Commented(content, 0, tuple(document.notes))
    if any(name.startswith("_xmlsignatures/") for name in archive.parts):
        document.notes.append("the digital signature of the document does not cover the comments")
    return Commented(_packed(archive, document.changed()), document.written, tuple(document.notes))


class _Document:
    """A document to which comments are being added."""

    def __init__(self, archive: Archive, shown: str) -> None:
        self.notes: list[str] = []
        self.written = 0
        self._parts = archive.parts
        self._shown = shown
        self._names: Names = find_parts(archive.parts, shown)
        self._story: Node = self._tree(self._names.story)
        self._read: ReadDocument = read_document(archive.parts, self._names, self._story, shown)
        self._anchors = Anchors(self._read.leaves)
        self._namespace: str = self._story.tag.rpartition("}")[0] + "}"
        self._comments_name = comments_name(self._names, archive.parts)
        new = f'<w:comments xmlns:w="{self._namespace[1:-1]}"/>'.encode()
        self._comments: Node = self._tree(self._comments_name, new)
        self._next = max(numbers(self._story, self._comments), default=-1) + 1
        self._ours = {
            value(each, "id"): comment_text(each)
            for each in self._comments
            if local(each.tag) == "comment" and value(each, "author") == AUTHOR
        }

    def _tree(self, name: str, instead: bytes = b"") -> Node:
        """A part as a tree of lxml, which keeps prefixes as they are."""
        etree = _etree()
        content = self._parts.get(name) or instead
        if not content:
            raise refusal(self._shown, f"the document has no part {name!r}", "save it in Word once more", 0, 0)
        harmless(content, self._shown, name)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
        )
        try:
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError:  # stricter than the reader of the text
            what = f"the part {name[:80]!r} is not written as Word writes it"
            raise refusal(self._shown, what, "save it in Word once more", 0, 0) from None

    def add(self, remark: Remark, day: date | None) -> None:
        """Add a comment, unless it is there."""
        start, end = self._trimmed(remark)
        touched = self._read.words.touched(start, end)
        text = in_xml(remark.text)
        head = text.partition("\n")[0][:60]
        if not touched:
            self.notes.append(f"not written, as the document has no text to hold it: {head}")
            return
        if touched[0].start >= max(end, start + 1) or touched[0].end <= start:
            self.notes.append(f"put on the nearest words: {head}")
        anchor = self._anchors.anchor(start, end if end > start else touched[0].end, touched)
        if self._has(anchor.first, text):
            return
        new_comment(self._comments, self._next, text, day)
        self._mark(anchor, str(self._next))
        self._ours[str(self._next)] = text
        self._next += 1
        self.written += 1

    def _trimmed(self, remark: Remark) -> tuple[int, int]:
        """Where a remark begins and ends, without white space at its ends: the next run may find that in other runs."""
        text = self._read.draft.text
        covered = text[remark.start : remark.end]
        words = covered.strip()
        if words:
            start = remark.start + covered.index(words)
            return start, start + len(words)
        rest = text[remark.start :].lstrip()
        start = len(text) - len(rest) if rest else remark.start
        return start, max(start, remark.end)

    def _has(self, first: Node, text: str) -> bool:
        """Whether a comment by factcheck of these words begins right before a node."""
        for before in islice(first.itersiblings(preceding=True), _LOOKED_AT):
            if local(before.tag) not in _BETWEEN:
                return False
            if local(before.tag) == "commentRangeStart" and self._ours.get(value(before, "id")) == text:
                return True
        return False

    def _mark(self, anchor: Anchor, name: str) -> None:
        """Put the two ends of a comment around its words, and its own mark behind them."""
        start, end = self._element("commentRangeStart", name), self._element("commentRangeEnd", name)
        run = self._story.makeelement(f"{self._namespace}r")
        run.append(self._element("commentReference", name))
        anchor.first.addprevious(start)
        _put_after(anchor.last, end)
        _put_after(_in_paragraph(end), run)  # outside of insertions and links, which must not own it

    def _element(self, kind: str, name: str) -> Node:
        element = self._story.makeelement(f"{self._namespace}{kind}")
        element.set(f"{self._namespace}id", name)
        return element

    def changed(self) -> dict[str, bytes]:
        """The parts that are another now."""
        changed = {self._names.story: self._story, self._comments_name: self._comments}
        if not self._names.comments:
            relations = self._tree(self._names.relations, _RELATIONS)
            folder = posixpath.dirname(self._names.story)
            relate(relations, self._comments_name, folder, strict="purl.oclc.org" in self._namespace)
            types = self._tree(TYPES)
            give_type(types, self._comments_name)
            changed.update({self._names.relations: relations, TYPES: types})
        etree = _etree()
        return {
            name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, root in changed.items()
        }


def _put_after(node: Node, new: Node) -> None:
    """Insert an element right after a node; what text follows the node stays behind both."""
    new.tail, node.tail = node.tail, None
    node.addnext(new)


def _in_paragraph(node: Node) -> Node:
    """What holds a node directly in the outermost paragraph around it; the node itself where there is none."""
    held = node
    inner = node
    for each in node.iterancestors():
        if local(each.tag) == "p":
            held = inner
        inner = each
    return held


def _packed(archive: Archive, changed: Mapping[str, bytes]) -> bytes:
    """The file: the parts that it had in their order, then new ones; without a clock."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for entry in archive.entries:
            copy = ZipInfo(entry.filename, entry.date_time)
            copy.compress_type, copy.external_attr = entry.compress_type, entry.external_attr
            package.writestr(copy, changed.get(entry.filename, archive.parts[entry.filename]))
        for name in sorted(set(changed) - set(archive.parts)):
            new = ZipInfo(name, _FIRST_DAY)
            new.compress_type = ZIP_DEFLATED
            package.writestr(new, changed[name])
    return file.getvalue()


def _etree() -> Any:
    try:
        from lxml import etree
    except ImportError:
        raise DraftError("comments in Word documents need lxml: pip install 'factcheck-claims[docx]'") from None
    return etree
