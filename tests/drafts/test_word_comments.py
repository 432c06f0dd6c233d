"""
Remarks written into Word documents: on their words, with nothing else changed, read back by other libraries.
"""

from __future__ import annotations

import re
import sys
from datetime import date
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import mammoth
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.draft_text import Comment
from factcheck.drafts.word import read_word
from factcheck.drafts.word_comments import Commented, Remark, add_comments
from factcheck.errors import DraftError

from .test_word import text_box
from .word_files import (
    STRICT,
    WORD,
    comments,
    deleted,
    document,
    inserted,
    notes,
    packed,
    paragraph,
    reference,
    run,
    table,
    unpacked,
    word,
)

W = f"{{{WORD}}}"
LINK = (
    '<w:hyperlink r:id="rId4"><w:r><w:rPr><w:color w:val="0000FF"/></w:rPr><w:t>up 9 percent</w:t></w:r></w:hyperlink>'
)


def on(content: bytes, words: str, text: str = "Wrong") -> Remark:
    """A remark on the first place that has the words."""
    start = read_word(content, "s").text.index(words)
    return Remark(start, start + len(words), text)


def commented(content: bytes, *words: str) -> Commented:
    """A document with a remark on each of the words."""
    return add_comments(content, [on(content, each, f"on {each}") for each in words])


def story_of(content: bytes) -> ElementTree.Element:
    """The markup of the story, by a parser that did not write it."""
    return ElementTree.fromstring(unpacked(content)["word/document.xml"])  # noqa: S314  made here


def ranges(content: bytes) -> dict[str, str]:
    """What each comment is on, read from the markup alone: the text between its two ends, by its id."""
    covered: dict[str, str] = {}
    open_now: set[str] = set()
    for each in story_of(content).iter():
        name = each.tag.removeprefix(W)
        if name == "commentRangeStart":
            open_now.add(each.get(f"{W}id", ""))
        elif name == "commentRangeEnd":
            open_now.remove(each.get(f"{W}id", ""))
        elif name in ("t", "tab", "noBreakHyphen", "footnoteReference", "br"):
            for comment in open_now:
                covered[comment] = covered.get(comment, "") + (each.text or "" if name == "t" else f"<{name}>")
    assert not open_now
    return covered


def texts(content: bytes) -> list[tuple[str, str]]:
    """All text of the story as it stands in the markup, runs joined, deleted text apart."""
    joined: list[tuple[str, str]] = []
    for each in story_of(content).iter():
        name = each.tag.removeprefix(W)
        if name in ("p", "tc", "ins", "del", "hyperlink", "tab", "br", "footnoteReference", "txbxContent"):
            joined.append((name, ""))
        elif name in ("t", "delText", "instrText"):
            text = each.text or ""
            if joined and joined[-1][0] == name:
                joined[-1] = (name, joined[-1][1] + text)
            else:
                joined.append((name, text))
    return joined


def by_mammoth(content: bytes) -> str:
    """The document as mammoth reads it, with its comments."""
    return mammoth.convert_to_html(BytesIO(content), style_map="comment-reference => sup").value


STORY = word(
    paragraph("Trade falls", style="Titel"),
    paragraph(
        "Trade hit ", run("$2", "<w:b/>"), run("37", "<w:i/>"), " billion", reference("footnote", 1), ", a record"
    ),
    paragraph("up ", deleted("25.1"), inserted(run("26.3 or so")), " percent"),
    table(["Year", "Trade"], ["2023", "240.11 bn"]),
    paragraph("Exports were ", LINK, " that year"),
    paragraph("It was ", '<w:commentRangeStart w:id="7"/>', "44 percent", '<w:commentRangeEnd w:id="7"/>', "."),
    paragraph('<w:fldSimple w:instr=" DATE "><w:r><w:t>On 14 July 2025</w:t></w:r></w:fldSimple>'),
    paragraph(
        "<w:r><w:rPr><w:b/></w:rPr><w:t>first</w:t><w:noBreakHyphen/><w:t>half of it</w:t><w:tab/><w:t>5</w:t></w:r>"
    ),
    paragraph(text_box("88 in a box"), "around the box"),
    other={
        "word/footnotes.xml": notes("footnote", n1="Some 999 tonnes."),
        "word/comments.xml": comments(("7", "Ann", "Sure?")),
        "word/media/image1.png": b"\x89PNG\x00\x01",
        "customXml/item1.xml": "<a/>",
    },
)


@pytest.mark.parametrize(
    ("words", "covered"),
    [
        ("Trade falls", "Trade falls"),
        ("falls", "falls"),
        ("$237 billion", "$237 billion"),
        ("7 bil", "7 bil"),
        ("26.3", "26.3"),
        ("26.3 or so percent", "26.3 or so percent"),
        ("240.11", "240.11"),
        ("9 percent", "9 percent"),
        ("were up 9", "were up 9"),
        ("44 percent", "44 percent"),
        ("4 per", "4 per"),
        ("14 July 2025", "14 July 2025"),
        ("first\u2011half", "first<noBreakHyphen>half"),
        ("it\t5", "it<tab>5"),
        ("999", "<footnoteReference>"),
        ("88", "88 in a box88 in a box"),
        ("around", "around"),
    ],
)
def test_a_comment_is_on_its_words(words, covered):
    """
    The range of the comment has the words and no more; those of a note or a text box have what holds them.
    """
    added = commented(STORY, words)
    new = {name: text for name, text in ranges(added.content).items() if name != "7"}

    assert (new, added.written, added.notes) == ({"8": covered}, 1, ())


EVERYWHERE = ("$237", "26.3", "240.11", "9 percent", "44 percent", "14 July", "half of", "999", "88", "falls")


def test_the_text_stays_as_it_was():
    """
    Every word, inserted or deleted, stands where it stood.
    """
    assert texts(commented(STORY, *EVERYWHERE).content) == texts(STORY)


def test_looks_stay_with_both_halves_of_a_run():
    """
    A run that is split keeps its properties on both sides.
    """
    part = unpacked(commented(word(paragraph(run("up 9 percent", '<w:b/><w:lang w:val="en-US"/>'))), "9").content)
    runs = re.findall(rb"<w:r .{0,99}?<w:t[^>]{0,30}>[^<]{0,20}", part["word/document.xml"])
    looks = rb'<w:r w:rsidR="00A1B2C3"><w:rPr><w:b/><w:lang w:val="en-US"/></w:rPr><w:t xml:space="preserve">'

    assert runs == [looks + b"up ", looks + b"9", looks + b" percent"]


def test_spaces_at_the_ends_of_a_split_run_are_kept():
    """
    Word drops spaces at the ends of a text that does not say that they count.
    """
    part = unpacked(commented(word(paragraph("<w:r><w:t>up 9 percent</w:t></w:r>")), "9").content)["word/document.xml"]

    assert b'<w:t xml:space="preserve">up </w:t>' in part
    assert b'<w:t xml:space="preserve"> percent</w:t>' in part


def test_a_character_that_could_be_taken_for_a_mark_moves_nothing():
    """
    Private characters of other programs count as one each.
    """
    assert ranges(commented(word("\U000f0001\U00100001 9 percent"), "9").content) == {"0": "9"}


def test_all_other_parts_stay_byte_for_byte():
    """
    Only the text and the comments change, where there were comments before.
    """
    before, after = unpacked(STORY), unpacked(commented(STORY, *EVERYWHERE).content)
    changed = {name for name in after if before.get(name) != after[name]}

    assert (list(before), changed) == (list(after), {"word/document.xml", "word/comments.xml"})


def test_the_first_comments_of_a_document_come_with_their_relation_and_type():
    """
    A document without comments gets the part, its relation and its type, and no more.
    """
    before = unpacked(word("up 9 percent"))
    after = unpacked(commented(word("up 9 percent"), "9").content)
    changed = {name for name in after if before.get(name) != after[name]}

    assert changed == {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml", "word/comments.xml"}


def test_earlier_comments_stay():
    """
    What others remarked is there as before, with its number.
    """
    draft = read_word(commented(STORY, "$237").content, "s")
    others = [each for each in draft.comments if each.author == "Ann"]

    assert others == list(read_word(STORY, "s").comments)


def test_mammoth_reads_the_comments_back():
    """
    Another library finds the words of each comment.
    """
    added = add_comments(STORY, [on(STORY, "$237", "Discrepancy: 240.11 bn\nRule: wrong-level")])

    assert "<dd><p>Discrepancy: 240.11 bn</p><p>Rule: wrong-level <a" in by_mammoth(added.content)


def test_mammoth_reads_the_same_text():
    """
    Another library sees no change in the story.
    """
    before = mammoth.extract_raw_text(BytesIO(STORY)).value

    assert mammoth.extract_raw_text(BytesIO(commented(STORY, *EVERYWHERE).content)).value == before


def test_python_docx_opens_the_document_and_its_comments():
    """
    A third library opens the file and lists the comments.
    """
    opened = docx.Document(BytesIO(commented(STORY, "$237", "240.11").content))

    assert [(each.author, each.initials, each.text) for each in opened.comments] == [
        ("Ann", "X", "Sure?"),
        ("factcheck", "fc", "on $237"),
        ("factcheck", "fc", "on 240.11"),
    ]


def test_the_reader_finds_the_comments_at_their_places():
    """
    Reading the document again gives each comment where it was put.
    """
    remark = on(STORY, "44 percent")

    assert Comment("Wrong", "factcheck", remark.start) in read_word(add_comments(STORY, [remark]).content, "s").comments


def test_a_comment_bears_the_day_that_is_given():
    """
    The day comes from the caller, not from a clock.
    """
    added = add_comments(STORY, [on(STORY, "$237")], date(2025, 7, 14))

    assert b'w:author="factcheck" w:date="2025-07-14T00:00:00Z"' in unpacked(added.content)["word/comments.xml"]


def test_a_comment_bears_no_day_where_none_is_given():
    """
    No day is made up.
    """
    added = add_comments(word("up 9 percent"), [Remark(3, 4, "Wrong")])

    assert b"w:date" not in unpacked(added.content)["word/comments.xml"]


def test_two_runs_give_the_same_bytes():
    """
    Nothing depends on a clock or on chance, nor on the order of the remarks.
    """
    remarks = [on(STORY, each) for each in EVERYWHERE]

    assert add_comments(STORY, remarks) == add_comments(STORY, remarks[::-1])


def test_a_second_run_adds_nothing():
    """
    A remark that stands there already is not written again.
    """
    once = commented(STORY, *EVERYWHERE)

    assert commented(once.content, *EVERYWHERE) == Commented(once.content, 0, ())


def test_another_remark_on_the_same_words_is_added():
    """
    Only the same words on the same place are taken for the same remark.
    """
    once = add_comments(STORY, [on(STORY, "$237", "one")])

    assert add_comments(once.content, [on(STORY, "$237", "two")]).written == 1


def test_another_authors_equal_remark_is_not_ours():
    """
    What a person wrote does not stand for our remark.
    """
    assert add_comments(STORY, [on(STORY, "44 percent", "Sure?")]).written == 1


def test_remarks_may_lie_inside_one_another():
    """
    A quote and the figure in it may both have a comment.
    """
    content = word("exports rose 9 percent in 2023")

    assert ranges(commented(content, "rose 9 percent", "9").content) == {"0": "rose 9 percent", "1": "9"}


def test_remarks_may_overlap():
    """
    Ranges of comments need not nest.
    """
    content = word("exports rose 9 percent in 2023")

    assert ranges(commented(content, "rose 9", "9 percent").content) == {"0": "rose 9", "1": "9 percent"}


def test_a_remark_on_no_words_is_on_the_words_that_begin_there():
    """
    A remark on the whole document stands at its beginning.
    """
    assert ranges(add_comments(word("Trade falls", "It fell."), [Remark(0, 0, "All")]).content) == {"0": "Trade falls"}


def test_a_remark_over_two_paragraphs_is_on_both():
    """
    Paragraphs side by side can share a comment.
    """
    assert ranges(commented(word("Trade falls", "It fell."), "falls\n\nIt").content) == {"0": "fallsIt"}


def test_a_remark_that_leaves_a_cell_ends_with_it():
    """
    A comment does not reach from one cell into another.
    """
    content = word(table(["2023", "240.11"]))

    assert ranges(commented(content, "23\t240").content) == {"0": "23"}


def test_a_remark_beyond_the_text_is_put_on_the_nearest_words_and_said():
    """
    Nothing is dropped in silence.
    """
    added = add_comments(word("Trade fell"), [Remark(500, 510, "Wrong\nmore")])

    assert (ranges(added.content), added.notes) == ({"0": "Trade fell"}, ("put on the nearest words: Wrong",))


def test_a_document_without_text_is_said_to_hold_no_remark():
    """
    Nothing is dropped in silence, where there is nothing to put it on either.
    """
    added = add_comments(word(""), [Remark(0, 0, "Wrong")])

    assert (added.written, added.notes) == (0, ("not written, as the document has no text to hold it: Wrong",))


def test_what_xml_cannot_hold_becomes_visible():
    """
    Control characters never break the file.
    """
    added = add_comments(word("up 9"), [Remark(3, 4, "a\x00b\x1b\ufffe\ud800\x85<&>\r\nnext\tline")])

    assert read_word(added.content, "s").comments[0].text == "a\\x00b\\x1b\\ufffe\\ud800\\x85<&>\nnext line"


def test_the_mark_of_a_comment_stands_outside_of_an_insertion():
    """
    Nobody is made the author of our mark, and rejecting the insertion leaves no mark behind in it.
    """
    inside = story_of(commented(STORY, "26.3").content).find(f".//{W}ins")

    assert inside is not None
    assert [each.tag for each in inside.iter() if each.tag == f"{W}commentReference"] == []


def test_a_content_control_for_plain_text_is_not_taken_apart():
    """
    Word allows only text in it, so the comment is on all of it.
    """
    control = f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('9 percent')}</w:sdtContent></w:sdt>"

    assert ranges(commented(word(paragraph("up ", control)), "9").content) == {"0": "9 percent"}


def test_a_strict_document_gets_strict_comments():
    """
    The comments are in the form of the document.
    """
    strict: dict[str, str | bytes] = {
        name: part.replace(WORD.encode(), STRICT.encode()) for name, part in unpacked(word("up 9 percent")).items()
    }
    added = commented(packed(strict), "9")

    assert STRICT.encode() in unpacked(added.content)["word/comments.xml"]
    assert [each.text for each in read_word(added.content, "s").comments] == ["on 9"]


def test_prefixes_stay_as_they_are():
    """
    Word refuses a document whose ignorable prefixes are not declared.
    """
    head = unpacked(commented(STORY, "$237").content)["word/document.xml"][:2000]

    assert b'mc:Ignorable="w14"' in head
    assert b"xmlns:w14=" in head
    assert head.startswith(b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>")


def test_a_signature_that_no_longer_holds_is_said():
    """
    A signed document is signed no more.
    """
    content = word("up 9 percent", other={"_xmlsignatures/sig1.xml": "<a/>"})

    assert commented(content, "9").notes == ("the digital signature of the document does not cover the comments",)


def test_without_python_docx_the_error_says_what_to_install(monkeypatch):
    """
    The extra is named.
    """
    monkeypatch.setitem(sys.modules, "lxml", None)

    with pytest.raises(DraftError, match=r"pip install 'factcheck-claims\[docx\]'"):
        add_comments(STORY, [Remark(0, 1, "x")])


def test_a_file_that_is_no_document_is_an_error_of_the_family():
    """
    What cannot be read cannot be written into.
    """
    with pytest.raises(DraftError, match=r"story\.docx: the file is not a Word document"):
        add_comments(b"no zip", [Remark(0, 1, "x")], shown="story.docx")


def test_what_only_one_parser_takes_is_an_error_of_the_family():
    """
    The parser that writes is stricter than the one that reads.
    """
    odd = document(paragraph("up 9")).replace("office/word/2010/wordml", "[")

    with pytest.raises(DraftError, match="is not written as Word writes it"):
        add_comments(word(other={"word/document.xml": odd}), [Remark(3, 4, "x")])


def test_white_space_around_the_words_of_a_remark_does_not_count():
    """
    A remark from a space to a space is on the words between.
    """
    assert ranges(add_comments(word("up 9 percent"), [Remark(2, 5, "x")]).content) == {"0": "9"}


def test_a_document_made_by_python_docx_is_read_and_written_into():
    """
    A file with all the parts that a word processor adds keeps every one of them.
    """
    made = docx.Document()
    made.add_heading("Trade falls", 0)
    made.add_paragraph("to $237 billion", style="List Bullet")
    made.add_table(1, 2).cell(0, 1).text = "240.11"
    file = BytesIO()
    made.save(file)
    added = commented(file.getvalue(), "$237 billion", "240.11")
    before, after = unpacked(file.getvalue()), unpacked(added.content)

    assert read_word(added.content, "s").text == "Trade falls\n\nto $237 billion\n\n\t240.11"
    assert sorted(ranges(added.content).values()) == ["$237 billion", "240.11"]
    assert {name for name in before if before[name] != after[name]} == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
    }


WORDS = st.text(st.sampled_from("ab19 .$€&<'\u00a0\U0001f600"), min_size=1, max_size=30)
KINDS = st.sampled_from(["plain", "bold", "ins", "hyperlink", "smartTag", "fldSimple"])


def dressed(text: str, kind: str) -> str:
    """A run in some markup around it."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    if kind in ("plain", "bold"):
        return run(escaped, "<w:b/>" if kind == "bold" else "")
    return f"<w:{kind}>{run(escaped)}</w:{kind}>"


@given(
    pieces=st.lists(st.lists(st.tuples(WORDS, KINDS), min_size=1, max_size=6), min_size=1, max_size=3), data=st.data()
)
def test_a_comment_covers_exactly_its_words_however_word_has_cut_them(pieces, data):
    """
    Whatever the runs, the range has the words that were meant, and the text is unchanged.
    """
    content = word(*(paragraph(*(dressed(*piece) for piece in runs)) for runs in pieces))
    text = read_word(content, "s").text
    spots = [at for at, char in enumerate(text) if not char.isspace()]
    if not spots:
        return
    start = data.draw(st.sampled_from(spots))
    line_end = text.find("\n", start) if "\n" in text[start:] else len(text)
    end = data.draw(st.sampled_from([spot for spot in spots if start <= spot < line_end])) + 1
    added = add_comments(content, [Remark(start, end, "x")])

    assert "".join(ranges(added.content)["0"].split()) == "".join(text[start:end].split())
    assert texts(added.content) == texts(content)
    assert read_word(added.content, "s").text == text


def test_the_written_zip_has_no_clock():
    """
    New parts bear the earliest day that a zip can say.
    """
    with ZipFile(BytesIO(commented(word("up 9 percent"), "9").content)) as archive:
        assert archive.getinfo("word/comments.xml").date_time == (1980, 1, 1, 0, 0, 0)


def test_a_document_without_relations_gets_them():
    """
    The barest document can hold comments too, if it says what its parts are.
    """
    types = unpacked(word("x"))["[Content_Types].xml"]
    content = packed({"[Content_Types].xml": types, "word/document.xml": document(paragraph("up 9 percent"))})

    assert [each.text for each in read_word(commented(content, "9").content, "s").comments] == ["on 9"]
