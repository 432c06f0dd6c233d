"""Which files are drafts, and what is said of those that are none."""

import os
from pathlib import Path

import pytest

from factcheck.drafts import draft_of_bytes, draft_of_text, read_draft
from factcheck.errors import DraftError


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("story.doc", "save it as .docx"),
        ("story.DOC", "save it as .docx"),
        ("story.odt", "save it as .docx"),
        ("story.rtf", "save it as .docx"),
        ("story.pages", "export it as Word (.docx)"),
        ("story.gdoc", "File > Download > Microsoft Word (.docx)"),
        ("story.pdf", "copy its text into a .txt file"),
        ("story.eml", "copy its text into a .txt file"),
        ("story.xlsx", "copy the sentences"),
        ("story.mht", "save the page as .html"),
        ("story.rst", "pandoc"),
        ("story.yaml", "name the story"),
        ("story", "drafts are .md, .txt, .html or .docx files"),
        ("story.md.bak", "drafts are .md, .txt, .html or .docx files"),
    ],
)
def test_other_files_are_refused_with_advice(tmp_path, name, advice):
    """
    The error says how to make a draft of it, before the file is opened.
    """
    with pytest.raises(DraftError, match="not of a type that is read") as error:
        read_draft(str(tmp_path / name), name, str(tmp_path))

    assert advice in str(error.value)


@pytest.mark.parametrize(
    ("content", "format", "what"),
    [
        (b"PK\x03\x04", "txt", "a zip archive, perhaps a Word document"),
        (b"PK\x03\x04", "html", "name it .docx"),
        (b"%PDF-1.7", "md", "the file is a PDF"),
        (b"{\\rtf1 x}", "txt", "Rich Text Format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "md", "an old Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "docx", "or one with a password"),
        (b"{\\rtf1 x}", "docx", "Rich Text Format"),
        (b"just words", "docx", "no zip archive"),
        (b"", "docx", "no zip archive"),
        ("up".encode("utf-16"), "md", "the file is in UTF-16; save it as UTF-8"),
        ("up".encode("utf-16-le"), "txt", "looks like UTF-16"),
        (b"caf\xe9", "html", "the byte 0xE9 is not UTF-8"),
        (b"a\x08b", "md", "U+0008"),
        (b"<!DOCTYPE html><p>x", "txt", "a page of HTML; name it .html"),
        (b"\n <html lang=en><p>x", "md", "a page of HTML; name it .html"),
        (b"From: <Saved by Browser>\n", "html", "MHTML"),
        (b"x" * (8 * 1024 * 1024 + 1), "txt", "larger than 8 MiB"),
        (b"x", "odt", "'odt' is no format of drafts; write markdown, text, html or docx"),
    ],
)
def test_bytes_of_another_format_are_named(content, format, what):
    """
    A wrong ending, an old format and another encoding are told apart.
    """
    with pytest.raises(DraftError) as error:
        draft_of_bytes(content, format, "story")

    assert what in str(error.value).replace("\n", "; ")
    assert str(error.value).startswith("story")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "up"),
        ("a.markdown", "up"),
        ("a.txt", "*up*\n"),
        ("a.TEXT", "*up*\n"),
        ("a.html", "*up*"),
        ("a.htm", "*up*"),
    ],
)
def test_the_end_of_the_name_is_the_format(tmp_path, name, text):
    """
    Markdown, plain text and HTML by their usual endings, in any case.
    """
    (tmp_path / name).write_text("*up*\n")
    draft = read_draft(str(tmp_path / name), name, str(tmp_path))

    assert (draft.text, draft.source) == (text, "*up*\n")


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_pipes_and_folders_are_no_drafts(tmp_path, make):
    """
    What is no regular file is neither opened nor waited for.
    """
    make(tmp_path / "story.md")

    with pytest.raises(DraftError, match="not a regular file"):
        read_draft(str(tmp_path / "story.md"), "story.md", str(tmp_path))


def test_a_draft_outside_the_project_is_refused(tmp_path):
    """
    A link or a path cannot lead out of the project.
    """
    (tmp_path / "story.md").write_text("up")

    with pytest.raises(DraftError, match="outside the project folder"):
        read_draft(str(tmp_path / "story.md"), "story.md", str(tmp_path / "project"))


def test_a_draft_may_be_limited_in_size(tmp_path):
    """
    The caller's limit counts, in bytes.
    """
    (tmp_path / "story.md").write_text("up 5")
    real = str(Path(tmp_path, "story.md"))

    assert read_draft(real, "story.md", str(tmp_path), max_size=4).text == "up 5"
    with pytest.raises(DraftError, match="larger than 3 bytes"):
        read_draft(real, "story.md", str(tmp_path), max_size=3)


def test_a_word_document_is_no_text():
    """
    A str can be Markdown, plain text or HTML.
    """
    with pytest.raises(DraftError, match="a Word document is no text"):
        draft_of_text("up", "docx")


@pytest.mark.parametrize("format", ["markdown", "text", "html"])
@pytest.mark.parametrize(
    "source", ["", "\n", " \n\t\n", "\ufeff", "\x00\ud800", "\u2028", "---", "+++", "<", "&", "|", "#", "-"]
)
def test_an_odd_text_is_a_draft_without_a_fault(source, format):
    """
    Nothing that a str can hold is more than a draft with little in it.
    """
    assert draft_of_text(source, format).format == format
