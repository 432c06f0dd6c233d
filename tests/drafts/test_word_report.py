"""
``factcheck report``: findings as comments in the story.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.cli.report import command
from factcheck.drafts.word import read_word
from factcheck.errors import FactcheckError, SettingsError

from .word_files import inserted, paragraph, run, word

STORY = word(
    paragraph("Trade falls", style="Titel"),
    paragraph("Trade hit a record high of ", run("$23", "<w:b/>"), run("7 billion"), " in 2023."),
    paragraph("It ", inserted(run("grew by 26 percent")), " in 2023, and cars were worth $5 billion."),
)
CLAIMS = """\
article: ../story.docx
published: 2025-07-14
about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}
claims:
  - id: record
    quote: "a record high of $237 billion"
    level: 2023
  - id: growth
    quote: "grew by 26 percent"
    change: 2023
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a story and its claims."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "story.yaml").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "story.docx").write_bytes(STORY)
    return tmp_path


def report(*arguments: str) -> int:
    """Run the command; its exit code."""
    return command.main(["--isolated", *arguments], standalone_mode=False)


def remarks(path: str = "out.docx") -> dict[str, str]:
    """The first line of each comment in a document, by the words that it begins at."""
    draft = read_word(Path(path).read_bytes(), path)
    return {draft.text[each.at :][:12]: each.text for each in draft.comments}


def test_a_discrepancy_is_a_comment_on_its_figure(project):
    """
    The verdict and the true figure come first, then the rule, what to write, and the source.
    """
    report("story.docx", "--to", "out.docx", "--no-uncovered")
    first, *rest = remarks()["$237 billion"].splitlines()

    assert first == "Discrepancy: 240.11 bn USD by gacc, released 2024-01-12; the story says $237 billion"
    assert "Instead: $240 billion" in rest[1]
    assert "Rule: wrong-level (the amount is another)" in rest
    assert [line for line in rest if line.startswith("Source: https://")]


def test_the_text_of_the_story_is_unchanged(project):
    """
    The copy reads as the story does, and the story itself is the same bytes.
    """
    report("story.docx", "--to", "out.docx")

    assert read_word(Path("out.docx").read_bytes(), "o").text == read_word(STORY, "s").text
    assert Path("story.docx").read_bytes() == STORY


def test_the_number_of_comments_is_printed_and_the_exit_code_is_that_of_verify(project, capsys):
    """
    One discrepancy: exit 1.
    """
    code = report("story.docx", "--to", "out.docx", "--no-uncovered")
    printed = capsys.readouterr()

    assert (printed.out, code) == ("1 comment written to out.docx\n", 1)


def test_a_figure_without_a_claim_gets_a_comment(project):
    """
    What no claim checks is said on the figure.
    """
    report("story.docx", "--to", "out.docx")

    assert remarks()["$5 billion."] == "Not checked: no claim checks $5 billion"


def test_figures_without_a_claim_can_be_left_without_a_comment(project):
    """
    With --no-uncovered they have none.
    """
    report("story.docx", "--to", "out.docx", "--no-uncovered")

    assert "$5 billion." not in remarks()


def test_a_page_of_figures_gets_a_bounded_number_of_comments(project):
    """
    What is beyond the bound is counted at the beginning.
    """
    figures = [paragraph(f"Cars were worth ${number}.5 billion.") for number in range(100, 602)]
    Path("story.docx").write_bytes(word("Title", *figures))
    report("story.docx", "--to", "out.docx")

    texts = [each.text for each in read_word(Path("out.docx").read_bytes(), "out.docx").comments if not each.at]

    assert "Not checked: 2 more figures of the story have no claim" in texts


def test_claims_that_cannot_all_be_true_share_a_comment_on_the_first_of_them(project):
    """
    An inconsistency is said once, on the first figure in the story that takes part.
    """
    Path("story.docx").write_bytes(
        word("In 2023 exports were $80 billion, imports $70 billion and trade $237 billion.")
    )
    text = """\
article: ../story.docx
published: 2025-07-14
about: {source: gacc, reporter: China, partner: Russia, currency: USD}
claims:
  - {id: a, quote: "exports were $80 billion", flow: exports, level: 2023}
  - {id: b, quote: "imports $70 billion", flow: imports, level: 2023}
  - {id: c, quote: "trade $237 billion", flow: total, level: 2023}
"""
    Path("claims/story.yaml").write_text(text, encoding="utf-8")
    report("story.docx", "--to", "out.docx")
    draft = read_word(Path("out.docx").read_bytes(), "out.docx")
    found = [each for each in draft.comments if each.text.startswith("Inconsistent: These cannot all be true")]

    assert [draft.text[each.at :][:11] for each in found] == ["$80 billion"]


def test_matches_get_a_comment_on_demand(project):
    """
    With --all a plain match has one too, inside a tracked insertion as anywhere.
    """
    report("story.docx", "--to", "out.docx", "--all", "--no-uncovered")

    assert remarks()["26 percent i"].startswith("Matches: +26.3 % by gacc")


def test_a_quote_that_is_gone_is_said_at_the_beginning(project):
    """
    Claims whose words the story no longer has share a comment on its first words.
    """
    text = CLAIMS.replace("grew by 26 percent", "quadrupled within weeks")
    Path("claims/story.yaml").write_text(text, encoding="utf-8")
    report("story.docx", "--to", "out.docx", "--no-uncovered")
    first, second = remarks()["Trade falls\n"].splitlines()

    assert first == "Not in the story: the words of these claims"
    assert second.startswith("“quadrupled within weeks”: the draft does not have these words")


def test_claims_may_be_named_whatever_article_they_are_of(project, capsys):
    """
    The claims of a Markdown version are checked against the words of the document.
    """
    Path("story.md").write_text("Trade hit a record high of $237 billion.", encoding="utf-8")
    Path("other.yaml").write_text(CLAIMS.replace("../story.docx", "story.md"), encoding="utf-8")
    report("story.docx", "other.yaml", "--to", "out.docx", "--no-uncovered")

    assert capsys.readouterr().out == "1 comment written to out.docx\n"


def test_a_second_report_into_a_commented_story_adds_nothing(project, capsys):
    """
    The copy can be the story of the next run.
    """
    report("story.docx", "--to", "out.docx")
    capsys.readouterr()
    report("out.docx", "claims/story.yaml", "--to", "again.docx")

    assert capsys.readouterr().out == "0 comments written to again.docx\n"
    assert Path("again.docx").read_bytes() == Path("out.docx").read_bytes()


def test_claims_with_a_fault_end_with_2(project, capsys):
    """
    As in verify, a file with errors is named and not checked.
    """
    Path("claims/story.yaml").write_text(CLAIMS.replace("level: 2023", "level: 2O23"), encoding="utf-8")
    code = report("story.docx", "--to", "out.docx", "--no-uncovered")
    printed = capsys.readouterr()

    assert (printed.out, code) == ("0 comments written to out.docx\n", 2)
    assert "claims/story.yaml" in printed.err


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["story.docx", "--to", "story.docx"], "story.docx is the story itself"),
        (["story.docx", "--to", "./claims/../story.docx"], "is the story itself"),
        (["story.docx", "--to", "out.pdf"], "out.pdf is no Word document by its name"),
        (["story.md", "--to", "out.docx"], "story.md is no Word document"),
        (["gone.docx", "--to", "out.docx"], "there is no such file"),
        (["story.docx", "--to", "nowhere/out.docx"], "nowhere/out.docx cannot be written"),
        (["story.docx", "claims", "--to", "sources/out.docx"], "lies among the sources"),
    ],
)
def test_what_cannot_be_done_is_refused(project, arguments, what):
    """
    The error says what is wrong.
    """
    with pytest.raises(FactcheckError, match=what):
        report(*arguments)


def test_a_link_to_the_story_is_the_story(project):
    """
    A second name of the story is not written to.
    """
    Path("out.docx").hardlink_to("story.docx")

    with pytest.raises(SettingsError, match="is the story itself"):
        report("story.docx", "--to", "out.docx")


def test_without_claims_about_the_story_the_error_says_how_to_start(project):
    """
    Nothing is checked in silence.
    """
    Path("new.docx").write_bytes(STORY)

    with pytest.raises(SettingsError, match=r"or start one: factcheck draft new\.docx"):
        report("new.docx", "--to", "out.docx")


def test_a_story_that_is_a_link_out_of_the_folder_is_not_read(project, tmp_path_factory):
    """
    A pull request cannot have files read that are not its own.
    """
    outside = tmp_path_factory.mktemp("outside") / "secret.docx"
    outside.write_bytes(STORY)
    Path("link.docx").symlink_to(outside)

    with pytest.raises(FactcheckError, match="lies outside the project folder"):
        report("link.docx", "claims/story.yaml", "--to", "out.docx")


def test_hostile_words_of_a_claims_file_are_shown_and_do_not_act(project):
    """
    Bidirectional marks of a claim become visible in the comment.
    """
    Path("claims/story.yaml").write_text(CLAIMS.replace('quote: "grew', 'quote: "\\u202egrew'), encoding="utf-8")
    report("story.docx", "--to", "out.docx", "--no-uncovered")

    assert "“\\u202egrew by 26 percent”" in remarks()["Trade falls\n"]
