"""
Word drafts: the words that a reader sees, with the paragraphs that they stand in, and the comments beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZipFile

from factcheck.draft_text import Comment, Draft
from factcheck.drafts.html import read_html
from factcheck.drafts.word_archive import open_archive
from factcheck.drafts.word_leaves import Leaf
from factcheck.drafts.word_marked import Sources, make_plain
from factcheck.drafts.word_parts import Names, child, find_parts, local, parse, value
from factcheck.drafts.word_unmarked import Unmarked, unmarked

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CORE = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


class ReadDocument(NamedTuple):
    """A document as read: the draft, and where each of its words stands in the markup."""

    draft: Draft
    words: Unmarked
    leaves: tuple[Leaf, ...]


def read_word(content: bytes, shown: str) -> Draft:
    """
    Read a Word document.

    Tracked insertions are part of the text, deletions are not; notes stand at its end. A line of ``source`` is a
    paragraph, or a row of a table; it is the text without empty lines, a line break in a paragraph being a space.

    Args:
        content: the file.
        shown: its path in messages.

    Raises:
        RefusedFile: it cannot be read, or is no Word document that a word processor has written.
    """
    parts = open_archive(content, shown).parts
    names = find_parts(parts, shown)
    return read_document(parts, names, parse(parts[names.story], shown, names.story), shown).draft


def read_document(parts: Mapping[str, bytes], names: Names, story: Element, shown: str) -> ReadDocument:
    """
    Read the parts of a document.

    Args:
        parts: all of them.
        names: which is which.
        story: the root of the text, from whatever parser; the leaves are elements of it.
        shown: the path of the document in messages.

    Raises:
        RefusedFile: as ``read_word``.
    """

    def root(name: str) -> Element | None:
        return parse(parts[name], shown, name) if name in parts else None

    styles = root(names.styles)
    notes = {"footnote": root(names.footnotes), "endnote": root(names.endnotes)}
    there = {kind: each for kind, each in notes.items() if each is not None}
    plain = make_plain(Sources(story, there, _style_names(styles), _looks(styles)), shown)
    words = unmarked(read_html(_converted(plain.xml)).text, plain.leaves)
    draft = Draft(
        text=words.text,
        source=words.source,
        way=words.way,
        format="docx",
        title=plain.title or _core_title(root(_CORE)),
        language=_language(plain.languages, styles),
        comments=tuple(_comments(root(names.comments), words)),
        notes=plain.left_out,
    )
    return ReadDocument(draft, words, plain.leaves)


def _converted(xml: bytes) -> str:
    """A plain document as HTML, by mammoth; it has no relations, so there is nothing that mammoth could open."""
    import mammoth

    package = BytesIO()
    with ZipFile(package, "w") as archive:
        archive.writestr("word/document.xml", xml)
    html: str = mammoth.convert_to_html(package, include_embedded_style_map=False).value
    return html


def _style_names(styles: Element | None) -> dict[str, str]:
    """The names of the paragraph styles by their ids, in lower case; Word translates the ids, not the names."""
    found = [each for each in styles if local(each.tag) == "style"] if styles is not None else []
    return {value(each, "styleId"): value(child(each, "name"), "val").lower() for each in found}


def _looks(styles: Element | None) -> dict[str, Element]:
    """How the text of each style looks, by its id; what a style takes from another is not looked for."""
    found = [each for each in styles if local(each.tag) == "style"] if styles is not None else []
    looks = ((value(each, "styleId"), child(each, "rPr")) for each in found)
    return {name: look for name, look in looks if look is not None}


def _language(languages: Mapping[str, int], styles: Element | None) -> str:
    """The language that most of the text is in, by its two letters; runs that name none are in that of the styles."""
    defaults = child(child(child(styles, "docDefaults"), "rPrDefault"), "rPr")
    default = value(child(defaults, "lang"), "val")
    counts: dict[str, int] = {}
    for tag, count in languages.items():
        letters = (tag or default).partition("-")[0].lower()
        counts[letters] = counts.get(letters, 0) + count
    most = max(sorted(counts), key=lambda letters: counts[letters], default="")
    return most if len(most) == 2 and most.isascii() and most.isalpha() else ""


def _core_title(core: Element | None) -> str:
    written = core.findtext(_TITLE) if core is not None else None
    return " ".join((written or "").split())


def _comments(root: Element | None, words: Unmarked) -> list[Comment]:
    """The comments in the order of their places; one whose place is gone stands at the end."""
    found = [each for each in root if local(each.tag) == "comment"] if root is not None else []
    comments = [
        Comment(comment_text(each), value(each, "author"), words.comments.get(value(each, "id"), len(words.text)))
        for each in found
    ]
    return sorted(comments, key=lambda each: each.at)


def comment_text(comment: Element) -> str:
    """The words of a comment, a line for each paragraph."""
    lines: list[str] = []
    for each in comment.iter():
        name = local(each.tag)
        if name == "p":
            lines.append("")
        elif name in ("t", "tab", "br", "cr") and lines:
            lines[-1] += (each.text or "") if name == "t" else " "
    return "\n".join(lines)
