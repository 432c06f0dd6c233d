"""
The parts of a Word document: which is the text, which its notes and comments; XML parsed only where it is harmless.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from factcheck.files.text_file import refusal

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_DEPTH = 250  # of elements; Word's own documents stay below 60
MAX_ELEMENTS = 500_000  # of one part
WORD = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",  # "strict"
    }
)
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SAVE = "open it in Word and save it as .docx again"
_STORY = "word/document.xml"


class Names(NamedTuple):
    """The names of the parts that matter; blank where the document has none."""

    story: str
    relations: str
    styles: str
    footnotes: str
    endnotes: str
    comments: str


def find_parts(parts: dict[str, bytes], shown: str) -> Names:
    """
    The parts by their relations; one that leads out of the file is passed over.

    Raises:
        RefusedFile: there is no text in it.
    """
    story = next(iter(_targets(parts, "_rels/.rels", "", "/officeDocument", shown)), _STORY)
    if story not in parts:
        raise refusal(shown, "the file is a zip, but has no Word document in it", "save the story as .docx", 0, 0)
    folder, _, name = story.rpartition("/")
    relations = posixpath.join(folder, "_rels", f"{name}.rels")

    def find(kind: str) -> str:
        return next(iter(_targets(parts, relations, folder, f"/{kind}", shown)), "")

    return Names(story, relations, find("styles"), find("footnotes"), find("endnotes"), find("comments"))


def _targets(parts: dict[str, bytes], relations: str, folder: str, kind: str, shown: str) -> list[str]:
    """The parts inside the document that a list of relations names for a kind."""
    if relations not in parts:
        return []
    found: list[str] = []
    for each in parse(parts[relations], shown, relations).iter(RELATION):
        target, external = each.get("Target", ""), each.get("TargetMode", "").lower() == "external"
        if each.get("Type", "").endswith(kind) and not external:
            name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found += [name] if name in parts else []
    return found


def parse(content: bytes, shown: str, name: str) -> Element:
    """
    One part as a tree.

    Raises:
        RefusedFile: it is no XML, declares a document type, or is nested or large as no document is.
    """
    from xml.etree import ElementTree

    harmless(content, shown, name)
    return ElementTree.fromstring(content)  # noqa: S314  harmless: no document type, so no entities


def harmless(content: bytes, shown: str, name: str) -> None:
    """
    Refuse XML that no word processor writes; what passes can be parsed by any parser.

    Raises:
        RefusedFile: as ``parse``.
    """
    try:
        _watched().Parse(content, True)
    except expat.ExpatError as error:
        what = f"the part {name[:80]!r} is no XML: {expat.ErrorString(error.code)}"
        raise refusal(shown, what, _SAVE, 0, 0) from None
    except (ValueError, LookupError):  # expat has a few encodings only
        what = f"the part {name[:80]!r} is in an encoding that is not known"
        raise refusal(shown, what, _SAVE, 0, 0) from None
    except _Odd as odd:
        raise refusal(shown, f"the part {name[:80]!r} {odd}", _SAVE, 0, 0) from None


class _Odd(Exception):
    """What is wrong with a part, in words that follow its name."""


def _watched() -> expat.XMLParserType:
    """A parser that builds nothing and stops at what is odd."""
    parser = expat.ParserCreate(namespace_separator="}")
    depth = count = 0

    def starts(_name: str, _attributes: object) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > MAX_DEPTH:
            raise _Odd(f"is nested more than {MAX_DEPTH} deep")
        if count > MAX_ELEMENTS:
            raise _Odd(f"has more than {MAX_ELEMENTS:,} elements")

    def ends(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def doctype(*_parts: object) -> None:
        raise _Odd("declares a document type, which Word never writes")

    parser.StartElementHandler, parser.EndElementHandler = starts, ends
    parser.StartDoctypeDeclHandler = doctype
    return parser


def local(tag: object) -> str:
    """The name of an element of Word's own, without its namespace; blank for any other."""
    if not isinstance(tag, str):  # a comment or an instruction, in some parsers
        return ""
    namespace, _, name = tag[1:].rpartition("}")
    return name if namespace in WORD else ""


def value(element: Element | None, key: str) -> str:
    """An attribute of Word's own; blank where it is missing."""
    if element is None:
        return ""
    namespace = element.tag[1:].rpartition("}")[0]
    return element.get(f"{{{namespace}}}{key}", "")


def child(element: Element | None, name: str) -> Element | None:
    """The first child of a name of Word's own; None where there is none."""
    if element is None:
        return None
    return next((each for each in element if local(each.tag) == name), None)


def is_on(element: Element | None) -> bool:
    """Whether a property that is on or off is on; one that is not there is off."""
    return element is not None and value(element, "val") not in ("0", "false", "off")
