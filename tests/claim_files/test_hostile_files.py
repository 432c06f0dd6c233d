"""Claims files that mean harm end in a clean error, soon."""

from __future__ import annotations

import os

import pytest
import yaml

from factcheck.claim_files import read_claims
from factcheck.files.yaml_events import MAX_DEPTH

ONE = 'claims:\n  - quote: "up 2 percent"\n    change: 2024\n'


def only(problems):
    """The one problem there must be."""
    assert len(problems) == 1, "\n\n".join(map(str, problems))
    return problems[0]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_without_end_is_cut_at_the_cap(read, opening):
    """
    200 KB of nested lists are one problem, not a crash.
    """
    articles, problems = read(opening * (200_000 // len(opening)))

    assert articles == ()
    assert only(problems).location.line == 1


def test_nesting_is_refused_one_level_past_the_cap(read):
    """
    The level past the cap is named with its place.
    """
    problem = only(read("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))[1])

    assert problem.what == "more than 32 levels deep"
    assert problem.location.column == MAX_DEPTH + 1


def test_aliases_that_multiply_are_refused_at_the_first(read):
    """
    The billion laughs end at the first alias.
    """
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    problem = only(read("\n".join(lines))[1])

    assert problem.what == "aliases (*name) are not read"
    assert (problem.location.line, problem.location.column) == (2, 10)


def test_merge_keys_that_multiply_are_refused_at_once(read):
    """
    Merge keys are never merged.
    """
    problem = only(read("a: 1\n<<: [{b: 1}, {c: 2}]\n" + ONE)[1])

    assert problem.what == "merge keys (<<) are not read"
    assert problem.location.line == 2


def test_a_quoted_merge_key_is_but_an_unknown_key(read):
    """
    Quotation marks make << a text like any other.
    """
    assert "unknown key '<<'" in only(read('"<<": 1\n' + ONE)[1]).what


def test_no_tag_imports_or_runs_anything(read, tmp_path):
    """
    A tag for Python objects is told as a fault, and nothing happens.
    """
    marker = tmp_path / "ran"
    problem = only(read(f"title: !!python/object/apply:os.mkdir {marker}\n" + ONE)[1])

    assert problem.what.startswith("tags are not read")
    assert not marker.exists()


def test_a_file_past_the_size_cap_is_not_parsed(read):
    """
    17 MiB are refused by their size.
    """
    problem = only(read(ONE.encode() + b"#" * (17 * 1024 * 1024))[1])

    assert problem.what == "the file is larger than 16 MiB"
    assert "--max-file-size" in problem.hint


def test_the_size_cap_can_be_raised_and_lowered(read):
    """
    The cap is the caller's; a file of exactly that size is read.
    """
    assert read(ONE, max_size=len(ONE))[1] == ()
    assert only(read(ONE, max_size=len(ONE) - 1)[1]).what == f"the file is larger than {len(ONE) - 1} bytes"


def test_a_huge_quote_is_read(read):
    """
    A text of 5 MB is a text.
    """
    articles, problems = read(f'claims: [{{quote: "{"x" * 5_000_000} 2 percent", change: 2024}}]')

    assert problems == ()
    assert len(articles[0].claims[0].quote) == 5_000_010


def test_a_byte_order_mark_is_fine(read):
    """
    UTF-8 with a BOM is read, and columns do not count it.
    """
    articles, problems = read(b"\xef\xbb\xbf" + ONE.encode())

    assert problems == ()
    assert articles[0].claims[0].location().line == 2


@pytest.mark.parametrize(
    ("codec", "name"),
    [("utf-16", "UTF-16"), ("utf-32", "UTF-32"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16")],
)
def test_utf_16_and_32_are_named(read, codec, name):
    """
    Another Unicode encoding is told by its name, with or without a mark.
    """
    problem = only(read(ONE.encode(codec))[1])

    assert name in problem.what
    assert problem.hint == "save it as UTF-8"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_of_other_letters_is_no_utf_8(read, codec):
    """
    Cyrillic in UTF-16 is refused too, whatever it is taken for.
    """
    assert only(read("заголовок: торговля\n".encode(codec))[1]).hint


def test_bytes_that_are_no_utf_8_are_told_with_their_place(read):
    """
    A Windows-1252 é is named by its byte, line and column.
    """
    problem = only(read("title: caf\xe9\n".encode("cp1252") + ONE.encode())[1])

    assert problem.what == "the byte 0xE9 is not UTF-8"
    assert (problem.location.line, problem.location.column) == (1, 11)


@pytest.mark.parametrize(
    ("char", "name"),
    [
        ("\x00", "U+0000"),
        ("\x07", "U+0007"),
        ("\x1b", "U+001B"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\u2028", "U+2028 LINE SEPARATOR"),
        ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("\uffff", "U+FFFF"),
    ],
)
def test_control_characters_are_named_with_their_place(read, char, name):
    """
    A character that no text has is told by number, line and column.
    """
    problem = only(read(f"title: Trade{char}\n" + ONE)[1])

    assert name in problem.what
    assert (problem.location.line, problem.location.column) == (1, 13)


def test_bidi_characters_in_a_key_are_shown_by_their_number(read):
    """
    A key that only looks like another shows what is in it.
    """
    problem = only(read(ONE + "    \u202elevel: 2024\n")[1])

    assert problem.what == r"unknown key '\u202elevel'"


def test_a_surrogate_in_an_escape_is_refused(read):
    """
    Half a character cannot be written by its number.
    """
    assert read('title: "\\ud800"\n' + ONE)[0] == ()


def test_ten_thousand_faults_are_cut_short_and_say_so(read):
    """
    A file full of faults tells the first hundred and that there are more.
    """
    problems = read("claims:\n" + "  - up\n" * 10_000)[1]

    assert len(problems) == 101
    assert "more" in problems[-1].what


@pytest.mark.parametrize(
    "key", ["reporter", "partner", "flow", "commodity", "currency", "source", "figure", "hedge", "tolerance"]
)
def test_a_value_without_end_is_refused_by_its_length(read, key):
    """
    A name of a million characters is not looked up, and its message is short.
    """
    problem = only(read(ONE + f"    {key}: {'ab ' * 300_000}\n")[1])

    assert "has 899999 characters" in problem.what
    assert len(problem.what) < 100


def test_ten_thousand_doubled_keys_are_cut_short(read):
    """
    Doubled keys are capped as other faults are.
    """
    assert len(read(ONE + "    change: 2024\n" * 10_000)[1]) <= 101


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
@pytest.mark.parametrize(
    "text", [ONE, "a: *b\n", "[" * 1000, "title: &a x\n" + ONE, "? [a]\n: b\n", ONE + "---\n" + ONE]
)
def test_the_parser_in_python_reads_the_same(monkeypatch, read, loader, text):
    """
    Where libyaml is absent, articles and problems are the same.
    """
    expected = read(text)
    monkeypatch.setattr("factcheck.files.yaml_events._PARSER", loader)

    assert read(text) == expected


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_pipe_is_not_waited_for(tmp_path):
    """
    A FIFO is refused and never opened for reading.
    """
    os.mkfifo(tmp_path / "claims.yaml")

    assert only(read_claims([tmp_path], root=tmp_path)[1]).what == "not a regular file"


def test_a_link_out_of_the_project_is_refused(tmp_path):
    """
    A claims file that is a link to somewhere else is not read.
    """
    outside, project = tmp_path / "outside.yaml", tmp_path / "project"
    outside.write_text(ONE)
    project.mkdir()
    (project / "claims.yaml").symlink_to(outside)

    assert "outside the project folder" in only(read_claims([project], root=project)[1]).what
    assert "outside the project folder" in only(read_claims([project / "claims.yaml"], root=project)[1]).what


def test_a_link_inside_the_project_is_read(tmp_path):
    """
    A link to another place in the project is as good as the file.
    """
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "one.txt").write_text(ONE)
    (tmp_path / "claims.yaml").symlink_to(tmp_path / "stories" / "one.txt")

    articles, problems = read_claims([tmp_path / "claims.yaml"], root=tmp_path)

    assert problems == ()
    assert articles[0].path == (tmp_path / "claims.yaml").as_posix()


def test_a_link_to_a_folder_is_told_not_followed(tmp_path):
    """
    Claims behind a linked folder are not left out in silence.
    """
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a.yaml").write_text(ONE)
    (tmp_path / "claims" / "loop").symlink_to(tmp_path / "claims")
    articles, problems = read_claims([tmp_path / "claims"], root=tmp_path)

    assert len(articles) == 1
    assert only(problems).what == "a link to a folder is not followed"


def test_a_link_that_leads_nowhere_is_told(tmp_path):
    """
    A dangling link is a file that cannot be opened.
    """
    (tmp_path / "claims.yaml").symlink_to(tmp_path / "gone.yaml")

    assert "there is no such file" in only(read_claims([tmp_path], root=tmp_path)[1]).what


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no devices here")
def test_a_device_is_not_read(tmp_path):
    """
    A device is no regular file, whatever its name.
    """
    (tmp_path / "claims.yaml").symlink_to("/dev/zero")

    assert only(read_claims([tmp_path / "claims.yaml"], root=tmp_path)[1]).what.startswith("the file lies outside")
