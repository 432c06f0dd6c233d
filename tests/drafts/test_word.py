"""
Word drafts: what a reader sees, in the markup that Word writes.
"""

from __future__ import annotations

import pytest

from factcheck.draft_text import Comment, Draft
from factcheck.drafts.word import read_word
from factcheck.reading.figures import read_figures

from .word_files import (
    STRICT,
    STYLES,
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

RAISED = '<w:vertAlign w:val="superscript"/>'


def read(*body: str, **parts: str) -> Draft:
    """A document as read."""
    return read_word(word(*body, other={f"word/{name}.xml": part for name, part in parts.items()}), "story.docx")


def test_an_empty_line_stands_between_paragraphs():
    """
    Each paragraph is one; empty ones are none.
    """
    assert read("Trade fell.", "", "Exports rose.").text == "Trade fell.\n\nExports rose."


def test_a_figure_that_word_has_cut_in_runs_is_whole():
    """
    Runs, marks of the spelling checker and bookmarks leave no trace in a figure.
    """
    cut = [
        run("$2"),
        '<w:proofErr w:type="spellStart"/>',
        run("37", "<w:b/>"),
        '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>',
        run(" bil"),
        "<w:r><w:lastRenderedPageBreak/><w:t>lion</w:t></w:r>",
    ]

    assert read(paragraph("a record ", *cut)).text == "a record $237 billion"


def test_insertions_are_read_and_deletions_are_not():
    """
    Tracked changes count as accepted.
    """
    assert read(paragraph("up ", deleted("25.1"), inserted(run("26.3")), " percent")).text == "up 26.3 percent"


def test_moved_text_stands_where_it_went():
    """
    Of moved text the new place counts.
    """
    moved = [f"<w:moveFrom>{run('first ')}</w:moveFrom>", "then ", f"<w:moveTo>{run('last')}</w:moveTo>"]

    assert read(paragraph(*moved)).text == "then last"


def test_a_paragraph_whose_end_is_deleted_goes_on():
    """
    A deleted paragraph mark joins two paragraphs.
    """
    assert read(paragraph("Trade ", end="<w:del/>"), "fell.").text == "Trade fell."


def test_the_last_paragraph_is_read_though_its_end_is_deleted():
    """
    Nothing is lost where there is no paragraph to join.
    """
    assert read("Trade", paragraph("fell", end="<w:del/>")).text == "Trade\n\nfell"


def test_cells_are_apart_by_a_tab():
    """
    A row is a line.
    """
    assert read(table(["Year", "Trade"], ["2023", "240.11"])).text == "Year\tTrade\n2023\t240.11"


def test_a_cell_that_is_merged_with_the_one_above_keeps_its_column():
    """
    The cells right of it stay under their headings.
    """
    top = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>2024</w:t></w:r></w:p></w:tc>'
    below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"

    assert read(table([top, "exports"], [below, "imports"])).text == "2024\texports\n\timports"


def test_a_wide_cell_is_read_once():
    """
    A cell over two columns has its text once.
    """
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Trade</w:t></w:r></w:p></w:tc>'

    assert read(table([wide], ["2023", "2024"])).text == "Trade\n2023\t2024"


def test_a_deleted_row_is_not_read():
    """
    Tracked changes count as accepted in tables too.
    """
    gone = table(["2022", "190"]).replace("<w:tr>", '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>')

    assert read(gone, "Trade fell.").text == "Trade fell."


def test_a_table_inside_a_table_is_read():
    """
    Nested tables lose nothing.
    """
    text = read(table(["outer", table(["inner"]) + paragraph("after")])).text

    assert text.split() == ["outer", "inner", "after"]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_the_mark_of_a_note_does_not_join_a_figure(kind):
    """
    "$237 billion" with a note is $237 billion, and the note stands at the end.
    """
    parts = {f"{kind}s": notes(kind, n4="Customs data.")}
    draft = read(
        paragraph("a record $237 billion", reference(kind, 4), " in 2023", reference(kind, 4), ". It"), **parts
    )

    assert draft.text == "a record $237 billion in 2023. It\n\nCustoms data."
    assert read_figures(draft.text)[0].text == "$237 billion"


def test_the_note_of_a_deleted_mark_is_not_read():
    """
    A note that is gone with its sentence is gone.
    """
    gone = f"<w:del>{reference('footnote', 1)}</w:del>"

    assert read(paragraph("Trade fell", gone), footnotes=notes("footnote", n1="Customs data.")).text == "Trade fell"


def test_raised_digits_do_not_join_a_number():
    """
    106² is never 1062.
    """
    assert read(paragraph("106", run("2", RAISED), " km")).text == "106 2 km"


RAISED_STYLE = f'<w:style w:type="character" w:styleId="Sup"><w:name w:val="Note"/><w:rPr>{RAISED}</w:rPr></w:style>'
HIDDEN_STYLE = '<w:style w:type="paragraph" w:styleId="Off"><w:name w:val="Off"/><w:rPr><w:vanish/></w:rPr></w:style>'


@pytest.mark.parametrize("looks", ['<w:rStyle w:val="Sup"/>', '<w:position w:val="6"/>'])
def test_digits_raised_by_a_style_or_by_points_do_not_join_a_number(looks):
    """
    The mark of a note in a style of its own is no digit of $106 billion.
    """
    draft = read_word(word(paragraph("$106", run("9", looks), " billion"), styles=STYLES + RAISED_STYLE), "story.docx")

    assert draft.text == "$106 9 billion"


def test_a_number_that_is_raised_as_a_whole_stays_whole():
    """
    A line set higher by points is read as any other.
    """
    higher = '<w:position w:val="6"/>'

    assert read(paragraph(run("$10", higher), run("6 billion", higher))).text == "$106 billion"


def test_text_hidden_by_the_style_of_its_paragraph_is_left_out():
    """
    Word does not show it, so no reader sees it; and it is said.
    """
    body = [paragraph("Trade fell."), paragraph("Exports rose 9%.", style="Off")]
    draft = read_word(word(*body, styles=STYLES + HIDDEN_STYLE), "story.docx")

    assert (draft.text, draft.notes) == ("Trade fell.", ("hidden text was left out",))


def test_raised_letters_stay_with_their_number():
    """
    Word raises the letters of ordinals by itself.
    """
    assert read(paragraph("the 21", run("st", RAISED), " of June")).text == "the 21st of June"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb"),
        ("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t></w:r>", "a\nb"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "a\nb"),
        ("<w:r><w:t>year</w:t><w:noBreakHyphen/><w:t>on</w:t></w:r>", "year\u2011on"),
        ("<w:r><w:t>bil</w:t><w:softHyphen/><w:t>lion</w:t></w:r>", "billion"),
        ('<w:r><w:t>a</w:t><w:sym w:font="Symbol" w:char="F0B1"/></w:r>', "a±"),
        ('<w:r><w:t>a</w:t><w:sym w:font="Symbol" w:char="zz"/></w:r>', "a"),
        ('<w:fldSimple w:instr=" DATE "><w:r><w:t>14 July</w:t></w:r></w:fldSimple>', "14 July"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>5</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "5",
        ),
        ('<w:hyperlink r:id="rId2"><w:r><w:t>data</w:t></w:r></w:hyperlink>', "data"),
        ('<w:hyperlink r:id="rId99"><w:r><w:t>data</w:t></w:r></w:hyperlink>', "data"),
        ('<w:smartTag w:element="date"><w:r><w:t>2023</w:t></w:r></w:smartTag>', "2023"),
        ("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>9</w:t></w:r></w:sdtContent></w:sdt>", "9"),
        ('<w:dir w:val="ltr"><w:r><w:t>9</w:t></w:r></w:dir>', "9"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>9</w:t></w:r></w:rubyBase>"
            "</w:ruby></w:r>",
            "9",
        ),
        ("<w:r><w:t xml:space='preserve'>a  &amp;  b &lt;i&gt;</w:t></w:r>", "a & b <i>"),
        ("<w:r><w:t>&#xA3;79.3\u00a0bn</w:t></w:r>", "£79.3\u00a0bn"),
        ("<w:r><w:t>\U0001f600 \U000f0001 9</w:t></w:r>", "\U0001f600 \ufffd 9"),
    ],
)
def test_markup_inside_a_paragraph(markup, text):
    """
    Whatever Word wraps around words, the words come out.
    """
    assert read(paragraph(markup)).text == text


def text_box(words: str) -> str:
    """A text box, twice as Word writes it: for itself, and for older programs."""
    box = f"<w:txbxContent>{paragraph(words)}</w:txbxContent>"
    drawn = (
        f"<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawn}</a:graphic></wp:anchor></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once_after_its_paragraph():
    """
    Word writes text boxes twice, for itself and for older programs.
    """
    assert read(paragraph(text_box("in the box"), "around it"), "below").text == "around it\n\nin the box\n\nbelow"


@pytest.mark.parametrize(
    ("markup", "note"),
    [
        (run("secret", "<w:vanish/>"), "hidden text was left out"),
        (run("old", "<w:strike/>"), "struck-out text was left out"),
        (run("old", "<w:dstrike/>"), "struck-out text was left out"),
        ("<m:oMath><m:r><m:t>5</m:t></m:r></m:oMath>", "an equation was left out"),
        ('<w:altChunk r:id="rId2"/>', "text from another file was left out"),
    ],
)
def test_what_is_left_out_is_said(markup, note):
    """
    Nothing is left out in silence.
    """
    draft = read(paragraph("Trade fell", markup))

    assert (draft.text, draft.notes) == ("Trade fell", (note,))


def test_a_property_that_is_off_hides_nothing():
    """
    Word writes val="0" where a style is taken back.
    """
    assert read(paragraph(run("fell", '<w:vanish w:val="0"/><w:strike w:val="false"/>'))).text == "fell"


def test_comments_are_kept_apart_with_their_places():
    """
    A comment has its author, its words, and where it begins.
    """
    at = '<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    draft = read(paragraph("up ", at[0], "9 percent", at[1]), comments=comments(("7", "Ann", "Sure?")))

    assert (draft.text, draft.comments) == ("up 9 percent", (Comment("Sure?", "Ann", 3),))


def test_a_comment_without_a_range_stands_at_its_mark():
    """
    A comment on no words is at its mark.
    """
    mark = '<w:r><w:commentReference w:id="7"/></w:r>'
    draft = read(paragraph("up ", mark, "9 percent"), comments=comments(("7", "Ann", "Sure?")))

    assert draft.comments == (Comment("Sure?", "Ann", 3),)


def test_places_are_paragraphs_and_columns():
    """
    A line of the source is a paragraph or a row; a line break does not begin one.
    """
    broken = paragraph("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>")
    draft = read("Title", "", broken, table(["2023", "240.11"]), "Exports rose 5 percent")

    assert draft.source == "Title\none two\n2023\t240.11\nExports rose 5 percent"
    assert [draft.place(draft.text.index(each)) for each in ("two", "240", "5 per")] == [(2, 5), (3, 6), (4, 14)]


def test_the_title_is_that_of_the_style_whatever_its_id():
    """
    Word translates the ids of styles, not their names.
    """
    draft = read("14 July 2025", paragraph("Trade falls", style="Titel"), paragraph("Why", style="berschrift1"))

    assert (draft.title, draft.text) == ("Trade falls", "14 July 2025\n\nTrade falls\n\nWhy")


def test_without_a_title_the_first_heading_is_it():
    """
    The first Heading 1 is the title.
    """
    assert read(paragraph("Why", style="berschrift1"), "Trade fell").title == "Why"


def test_without_a_heading_the_title_is_that_of_the_properties():
    """
    The title that the author gave the file counts last.
    """
    core = '<cp:x xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Trade  falls</dc:title></cp:x>'

    assert read_word(word("text", other={"docProps/core.xml": core}), "s").title == "Trade falls"


def test_the_day_of_a_file_is_no_day_of_publication():
    """
    A Word document does not say when it was published.
    """
    assert read("Trade fell").published is None


def test_the_language_is_that_of_the_styles():
    """
    Runs that name no language are in that of the document.
    """
    assert read("Trade fell").language == "en"


def test_the_language_is_that_of_most_of_the_text():
    """
    A story in German by someone whose Word is English is in German.
    """
    german = run("Der Handel fiel um 5 Prozent", '<w:lang w:val="de-DE"/>')

    assert read(paragraph(german), "Trade").language == "de"


def test_a_strict_document_is_read():
    """
    The strict form has other names for the same things.
    """
    parts: dict[str, str | bytes] = {
        name: part.replace(WORD.encode(), STRICT.encode()) for name, part in unpacked(word("Trade fell")).items()
    }

    assert read_word(packed(parts), "s").text == "Trade fell"


def test_a_document_without_relations_of_its_own_is_read():
    """
    The text alone is enough.
    """
    assert read_word(packed({"word/document.xml": document(paragraph("Trade fell"))}), "s").text == "Trade fell"


def test_a_document_by_another_name_is_found_by_its_relation():
    """
    The part with the text may have any name.
    """
    parts = unpacked(word("Trade fell"))
    parts["story/main.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"/story/main.xml")

    assert read_word(packed(dict(parts)), "s").text == "Trade fell"


def test_pictures_and_links_out_of_the_file_are_not_opened(tmp_path):
    """
    A picture that is linked by an address or a path leaves no trace.
    """
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="999 percent"/><a:graphic><a:graphicData>'
        '<pic:pic><pic:blipFill><a:blip r:link="rId2" r:embed="rId3"/></pic:blipFill></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )

    assert read(paragraph("Trade fell", picture)).text == "Trade fell"


def test_the_text_of_a_page_header_is_not_part_of_the_story():
    """
    Headers and footers stand in parts of their own.
    """
    header = f'<w:hdr xmlns:w="{WORD}">{run("page 3")}</w:hdr>'

    assert read("Trade fell", header1=header).text == "Trade fell"
