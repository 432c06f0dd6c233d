"""
Word files that are none, or that someone made to do harm: an error that says why, and never more.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_BZIP2, ZipFile

import pytest

from factcheck.drafts.word import read_word
from factcheck.files.text_file import MIB, RefusedFile

from .word_files import document, packed, paragraph, run, word


def refused(content: bytes) -> str:
    """Why a file is not read, and what to do."""
    with pytest.raises(RefusedFile) as caught:
        read_word(content, "story.docx")
    problem = caught.value.problem
    assert problem.hint
    return f"{problem.location}: {problem.what}"


def story(part: str) -> bytes:
    """A file with this for its text."""
    return word(other={"word/document.xml": part})


def encrypted() -> bytes:
    """A file whose entries say that they are encrypted."""
    content = bytearray(word("x"))
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(content)


def packed_otherwise() -> bytes:
    """A file packed in a way that Word does not know."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", document(paragraph("x")))
    return file.getvalue()


def twice() -> bytes:
    """A file with two texts."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", document(paragraph("true")))
        archive.writestr("word/document_xml", document(paragraph("false")))
    return file.getvalue().replace(b"document_xml", b"document.xml")


def damaged() -> bytes:
    """A file with a byte of its text changed."""
    content = bytearray(packed({"word/document.xml": document(paragraph("x" * 50))}))
    content[200] ^= 0xFF
    return bytes(content)


LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "the file is not a Word document, or is damaged"),
        (b"Trade fell by 5 percent.", "the file is not a Word document, or is damaged"),
        (b"PK\x03\x04", "the file is not a Word document, or is damaged"),
        (word("x")[:-40], "the file is not a Word document, or is damaged"),
        (damaged(), "the file is not a Word document, or is damaged"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "this is an old or protected Word file"),
        (bytes(8 * MIB + 1), "the file is larger than 8 MiB"),
        (encrypted(), "the file is protected by a password"),
        (packed_otherwise(), "the document is packed in a way that Word does not write"),
        (packed({"xl/workbook.xml": "<a/>"}), "the file is a zip, but has no Word document in it"),
        (packed({f"{number}.xml": "" for number in range(2001)}), "the document has more than 2,000 parts"),
        (word("x" * 2 * MIB), "a part of the document unpacks to over 250 times its size"),
        (story("Trade fell"), "the part 'word/document.xml' is no XML: syntax error"),
        (story("<x:a/>"), "the part 'word/document.xml' is no XML: unbound prefix"),
        (story("<a>"), "the part 'word/document.xml' is no XML: no element found"),
        (
            story('<?xml version="1.0" encoding="x-odd"?><a/>'),
            "the part 'word/document.xml' is in an encoding that is not known",
        ),
        (
            story(LAUGHS + document(paragraph("&b;")).partition("\n")[2]),
            "the part 'word/document.xml' declares a document type, which Word never writes",
        ),
        (
            story(OUTSIDE + document(paragraph("&x;")).partition("\n")[2]),
            "the part 'word/document.xml' declares a document type, which Word never writes",
        ),
        (
            word("x", other={"word/styles.xml": LAUGHS + "<a/>"}),
            "the part 'word/styles.xml' declares a document type, which Word never writes",
        ),
        (
            word("x", other={"word/comments.xml": LAUGHS + "<a/>"}),
            "the part 'word/comments.xml' declares a document type, which Word never writes",
        ),
        (
            story((LAUGHS + "<a/>").encode("utf-16").decode("latin-1")),
            "the part 'word/document.xml' is no XML: not well-formed (invalid token)",
        ),
    ],
)
def test_a_file_that_is_not_read(content, what):
    """
    The error says why.
    """
    assert refused(content) == f"story.docx: {what}"


def test_a_document_type_in_utf_16_is_seen():
    """
    The encoding of a part hides nothing.
    """
    part = ('<?xml version="1.0" encoding="utf-16"?>' + LAUGHS + "<a/>").encode("utf-16")

    assert "declares a document type" in refused(word(other={"word/document.xml": part}))


def test_two_parts_of_one_name_are_refused():
    """
    No two readers may see two different stories.
    """
    assert refused(twice()) == "story.docx: the document has two parts of one name"


@pytest.mark.parametrize("name", ["ins", "smartTag", "hyperlink", "sdt", "r", "p", "tbl", "tr", "tc", "txbxContent"])
def test_deep_nesting_is_refused(name):
    """
    A hundred thousand elements inside one another are an error and no crash.
    """
    deep = f"<w:{name}>" * 100_000 + "x" + f"</w:{name}>" * 100_000
    noise = "".join(chr(0x4E00 + (number * 7919) % 20000) for number in range(20_000))

    assert "is nested more than 250 deep" in refused(story(document(deep + f"<!--{noise}-->")))


@pytest.mark.parametrize("name", ["ins", "smartTag", "hyperlink", "sdt", "r", "tr", "tc"])
def test_nesting_within_bounds_is_read(name):
    """
    Two hundred are read, whatever they are.
    """
    nested = f"<w:{name}>" * 200 + run("fell") + f"</w:{name}>" * 200

    assert read_word(word(paragraph("Trade ", nested)), "s").text.replace("\n\n", "") == "Trade fell"


def test_tables_inside_tables_have_a_bound():
    """
    Twenty-one tables inside one another are no layout.
    """
    cell = paragraph("x")
    for _ in range(21):
        cell = f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"

    assert refused(word(cell)) == "story.docx: tables are nested more than 20 deep"


def test_too_many_paragraphs_are_refused():
    """
    A thousand pages are no draft.
    """
    paragraphs = "".join(f"<w:p><w:r><w:t>{number * 7919 % 1_000_003}</w:t></w:r></w:p>" for number in range(30_001))

    assert refused(word(paragraphs)) == "story.docx: the document has more than 30,000 paragraphs and cells"


@pytest.mark.parametrize(
    "markup",
    [
        "<w:r/><w:t>x</w:t><w:tbl/><w:tr/><w:tc/>",
        "<w:tr><w:tc><w:p/></w:tc></w:tr>",
        "<w:tbl><w:p/><w:tc/><w:tr><w:p/></w:tr></w:tbl>",
        "<w:p><w:commentReference/><w:commentRangeStart/></w:p>",
        '<w:p><w:footnoteReference/><w:sym/><w:footnoteReference w:id="9"/></w:p>',
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-1"/><w:vMerge w:val="?"/></w:tcPr></w:tc></w:tr></w:tbl>',
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999999999"/></w:tcPr></w:tc></w:tr></w:tbl>',
        "<mc:AlternateContent/><mc:AlternateContent><mc:Fallback/></mc:AlternateContent>",
        '<w:p><w:pPr><w:pStyle/><w:pStyle w:val="&quot;/&gt;&lt;x"/></w:pPr></w:p>',
        '<w:p><w:r><w:fldChar w:fldCharType="end"/><w:fldChar/></w:r></w:p>',
        "<w:p><w:p><w:p/></w:p></w:p>",
        '<w:p xmlns:x="urn:x"><x:t>no</x:t></w:p>',
    ],
)
def test_odd_markup_does_no_harm(markup):
    """
    What no word processor writes is read as far as it goes.
    """
    assert read_word(word(markup, "Trade fell"), "s").text == "Trade fell"


def test_text_outside_all_paragraphs_is_said_to_be_left_out():
    """
    Word would not open such a file; nothing is passed over in silence.
    """
    assert read_word(word(run("stray"), "Trade"), "s").notes == ("text outside all paragraphs was left out",)


@pytest.mark.parametrize("target", ["../../../etc/passwd", "file:///etc/passwd", "https://example.org/x", "", "/"])
def test_a_relation_that_leads_out_of_the_file_is_passed_over(target):
    """
    Only parts of the file itself are read.
    """
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        f'Type="http://x/officeDocument" Target="{target}"/></Relationships>'
    )

    assert read_word(word("Trade fell", other={"_rels/.rels": relation}), "s").text == "Trade fell"


def test_names_that_lead_out_of_a_folder_are_only_names(tmp_path, monkeypatch):
    """
    Nothing is unpacked to disk.
    """
    monkeypatch.chdir(tmp_path)
    read_word(word("Trade fell", other={"../evil.txt": "x", "/evil.txt": "x"}), "s")

    assert list(tmp_path.iterdir()) == []
