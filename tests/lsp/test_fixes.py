"""Quick fixes: only claims files change, and what they give loads, or lacks nothing but the reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import Location, Problem
from factcheck.lsp.claims_text import read_claims_text
from factcheck.lsp.fixes import Fix, applied, difference, what_was_meant
from factcheck.lsp.places import Span
from factcheck.period_names import FORMS
from tests.lsp.client import editor
from tests.lsp.story import CLAIMS, Asked, workspace


def offered(asked: Asked, path: Path, words: str = "") -> list[Fix]:
    """The fixes for the whole of a file, or for some words of it."""
    document = asked.documents.named(path.as_uri())
    assert document is not None
    start = document.text.index(words)
    return asked.desk.fixes(document, Span(start, start + len(words) if words else len(document.text)), asked.state)


def fixed(path: Path, fix: Fix) -> str:
    """A claims file with a fix."""
    return applied(path.read_bytes().decode(), fix.edits)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("change: 2025-H1", "chnge: 2025-H1"),
        ("level: 2025-H1", "level: 2025S1"),
        ("level: 2023", "level: 2023-H3"),
        ("partner: Russia", "partner: Rusia"),
        ("flow: total", "flow: totl"),
        ("published:", "publishd:"),
    ],
)
def test_what_was_meant_is_written(wrong: str, right: str, tmp_path: Path) -> None:
    """
    A slip with one certain remedy is put right by the fix, and the file loads.
    """
    claims, _ = workspace(tmp_path, CLAIMS.replace(wrong, right, 1))
    found = [fix for fix in offered(Asked(tmp_path, claims), claims) if fix.title.startswith("Write it as")]
    text = read_claims_text(fixed(claims, found[0]), "x.yaml") if found else None

    if right == "level: 2023-H3":
        assert found == []  # there is no such half, and nobody knows which was meant
    else:
        assert text is not None
        assert text.problems == ()
        assert found[0].certain


def test_comments_and_layout_stay(tmp_path: Path) -> None:
    """
    A fix touches the word and nothing else.
    """
    spoilt = CLAIMS.replace("level: 2023", "levle:   2023   # as printed").replace("\n", "\r\n")
    claims, _ = workspace(tmp_path, spoilt)
    found = offered(Asked(tmp_path, claims), claims)

    assert fixed(claims, found[0]) == spoilt.replace("levle", "level")


@pytest.mark.parametrize(
    ("what", "hint", "meant"),
    [
        ("unknown key 'levle'", "did you mean level? allowed here: level, change", "level"),
        ("unknown key 'x'", "did you mean up or down? allowed here: up, down", ""),
        ("unknown place 'Chna'", "did you mean China (CHN)?", "China"),
        ("unknown place 'Koria'", "did you mean North Korea (PRK) or South Korea (KOR)?", ""),
        ("unknown period '2025S1'", "write the first half of 2025 as 2025-H1", "2025-H1"),
        ("unknown period 'x'", FORMS, ""),
        ("unknown day 'x'", "write the day as 2025-07-14", ""),
        ("unknown tolerance '0.5'", "write 0.5 % or 0.5 pp", ""),
        ("unknown tolerance '0.5 percent'", "write 0.5 %", "0.5 %"),
        ("'8703' is no commodity code", "write hs:8703", "hs:8703"),
        ("'Growth' is no id: small letters", "write growth", "growth"),
        ("partner has no value", "write one after the colon, or leave partner out", ""),
        ("change has no value", "write change: 2025-H1", ""),
    ],
)
def test_only_one_certain_thing_is_meant(what: str, hint: str, meant: str) -> None:
    """
    Hints that give an example, a list or a choice give no fix.
    """

    assert what_was_meant(Problem(Location("x", 1, 1), what, hint)) == meant


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_finding_is_set_aside_with_a_reason_to_write(line_end: str, tmp_path: Path) -> None:
    """
    The rule stands under ignore, and the file is in error until a person writes why.
    """
    claims, _ = workspace(tmp_path, CLAIMS.replace("\n", line_end))
    (fix,) = offered(Asked(tmp_path, claims), claims, "$237 billion")
    text = fixed(claims, fix)
    with_reason = text.replace("why:  # the reason", "why: a person wrote it  # the reason")

    assert text.splitlines()[-2:] == [
        "    ignore: [wrong-level]",
        "    why:  # the reason, in your words; until it stands here the file is not checked",
    ]
    assert [problem.what for problem in read_claims_text(text, "x.yaml").problems] == ["why has no value"]
    assert read_claims_text(with_reason, "x.yaml").problems == ()


def test_a_claim_in_the_middle_keeps_what_is_around_it(tmp_path: Path) -> None:
    """
    The two lines stand at the end of their claim, before the comment on the next.
    """
    claims, _ = workspace(tmp_path, CLAIMS.replace("$106.48", "$107.48"), STORY_WITH_107)
    fixes = [fix for fix in offered(Asked(tmp_path, claims), claims) if "wrong-level" in fix.title]
    lines = fixed(claims, fixes[0]).splitlines()

    assert lines[7:11] == [
        "    ignore: [wrong-level]",
        "    why:  # the reason, in your words; until it stands here the file is not checked",
        "  # what the story says of 2023",
        "  - id: record",
    ]


def test_a_claim_in_braces_or_with_an_ignore_is_left_alone(tmp_path: Path) -> None:
    """
    Where two lines cannot simply be added, nothing is offered.
    """
    braces = CLAIMS.partition("  # what")[0] + '  - {quote: "a record high of $237 billion", level: 2023}\n'
    ignored = CLAIMS + "    ignore: [coarse]\n    why: it is not round\n"
    for number, text in enumerate((braces, ignored)):
        folder = tmp_path / str(number)
        folder.mkdir()
        claims, _ = workspace(folder, text)
        assert offered(Asked(folder, claims), claims, "$237 billion") == []


def test_a_claim_for_an_uncovered_figure(tmp_path: Path) -> None:
    """
    From the story: the claim is added to the claims file as factcheck draft would write it, and the file loads.
    """
    claims, story = workspace(tmp_path)
    (fix,) = offered(Asked(tmp_path, claims, story), story, "$12.3 billion")
    text = fixed(claims, fix)
    added = read_claims_text(text, "x.yaml").article

    assert fix.title == "Add a claim for “$12.3 billion” to claims/story.yaml"
    assert text.startswith(CLAIMS)
    assert added is not None
    assert len(added.claims) == 3
    assert "$12.3 billion" in added.claims[-1].quote


def test_a_story_is_never_changed(tmp_path: Path) -> None:
    """
    Every fix that the story offers is one of its claims file.
    """
    claims, story = workspace(tmp_path)
    found = offered(Asked(tmp_path, story), story)

    assert found
    assert {fix.path for fix in found} == {str(claims.resolve())}


def test_an_edit_names_the_version_that_it_is_for(tmp_path: Path) -> None:
    """
    Over the protocol: the claims file's own version where it is open, none where it is not.
    """
    claims, story = workspace(tmp_path)
    place = {"start": {"line": 5, "character": 30}, "end": {"line": 5, "character": 31}}
    with editor(tmp_path) as one:
        uri = one.open(story)
        one.wait_for_marks(uri)
        asked = {"textDocument": {"uri": uri}, "range": place, "context": {"diagnostics": [], "only": ["quickfix"]}}
        closed = one.ask("textDocument/codeAction", asked)
        one.open(claims, version=7)
        opened = one.ask("textDocument/codeAction", asked)
        other = one.ask("textDocument/codeAction", {**asked, "context": {"diagnostics": [], "only": ["refactor"]}})
    documents = [found[0]["edit"]["documentChanges"][0]["textDocument"] for found in (closed, opened)]

    assert documents == [{"uri": claims.as_uri(), "version": None}, {"uri": claims.as_uri(), "version": 7}]
    assert closed[0]["kind"] == "quickfix"
    assert other is None


@settings(max_examples=60)
@given(st.data())
def test_every_fix_leaves_a_file_that_loads_or_lacks_a_reason(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """
    Of a spoilt claims file any fix makes fewer faults, or one more: the reason.
    """
    words = ["2025-H1", "China", "total", "level", "change", "quote", "published", "USD", "gacc", "2023", "record"]
    text = CLAIMS
    for word in data.draw(st.lists(st.sampled_from(words), max_size=3, unique=True)):
        at = data.draw(st.integers(0, len(word) - 1))
        text = text.replace(word, word[:at] + data.draw(st.sampled_from(["", "x", "S"])) + word[at + 1 :], 1)
    folder = tmp_path_factory.mktemp("spoilt")
    claims, _ = workspace(folder, text)
    before = read_claims_text(text, "x.yaml").problems
    for fix in offered(Asked(folder, claims), claims):
        after = read_claims_text(fixed(claims, fix), "x.yaml").problems
        reasons = sum(problem.what == "why has no value" for problem in after)
        assert len(after) < len(before) or (len(after) == len(before) + 1 and reasons == 1)


@given(st.text("ab\n", max_size=12), st.text("ab\n", max_size=12))
def test_a_difference_makes_one_text_the_other(old: str, new: str) -> None:
    """
    One edit, and nothing that both have in common at their ends.
    """

    assert applied(old, (difference(old, new),)) == new


STORY_WITH_107 = """# Trade falls

Two-way trade slipped by 9.1 percent to $107.48 billion in the six months to June. Trade came to
a record high of $237 billion in 2023.
"""
