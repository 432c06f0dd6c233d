"""Which files of a workspace are read, and which marks they get."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck.lsp import folders, stored
from factcheck.lsp.folders import Folder, folder_named, folder_of, yaml_files
from tests.lsp.story import CLAIMS, STORY, Asked, workspace


def test_the_innermost_folder_counts(tmp_path: Path) -> None:
    """
    Of folders in one another a file belongs to the nearest; without any its own is the project.
    """
    outer, inner = folder_named(str(tmp_path)), folder_named(str(tmp_path / "inner"))

    assert folder_of(str(tmp_path / "inner" / "a.yaml"), (outer, inner)) == inner
    assert folder_of(str(tmp_path / "a.yaml"), (outer, inner)) == outer
    assert folder_of(str(tmp_path / "a.yaml"), ()) == outer


def test_beside_a_file_outside_nothing_is_read(tmp_path: Path) -> None:
    """
    A claims file that the editor opens from elsewhere: its text is checked, the story beside it is not read.
    """
    claims, story = workspace(tmp_path)
    (tmp_path / "folder").mkdir()
    asked = Asked(tmp_path / "folder", claims, story)

    assert [(rule, words) for _, rule, words in asked.marks(claims)] == [("problem", "../drafts/story.md")]
    assert asked.marks(story) == []


def test_hidden_files_links_and_other_tools_folders_are_left_out(tmp_path: Path) -> None:
    """
    YAML files lie where people put them.
    """
    for name in ("claims", ".git", "node_modules", "deep/er"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "a.yaml").write_text("", encoding="utf-8")
    (tmp_path / "claims" / ".hidden.yaml").write_text("", encoding="utf-8")
    (tmp_path / "claims" / "link.yaml").symlink_to(tmp_path / "deep" / "er" / "a.yaml")
    found = yaml_files(folder_named(str(tmp_path)))

    assert [os.path.relpath(path, os.path.realpath(tmp_path)) for path in found.paths] == [
        "claims/a.yaml",
        "deep/er/a.yaml",
    ]
    assert not found.cut


def test_a_huge_folder_is_cut_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Nobody waits for a million files.
    """
    _, story = workspace(tmp_path)
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text("", encoding="utf-8")
    monkeypatch.setattr(folders, "MOST_LOOKED_AT", 10)
    asked = Asked(tmp_path, story)
    asked.marks(story)

    assert [note for note in asked.desk.notes if "too many files" in note]


def test_a_large_claims_file_that_is_not_open_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    It is named; open it counts.
    """
    claims, story = workspace(tmp_path)
    monkeypatch.setattr(stored, "LARGEST", 10)
    asked = Asked(tmp_path, story)
    closed = asked.marks(story)
    asked.open(claims, CLAIMS)

    assert closed == []
    assert [note for note in asked.desk.notes if "too large" in note]
    assert asked.marks(story)


@pytest.mark.parametrize(
    ("path", "text", "is_ours"),
    [
        ("claims/a.yaml", "", True),
        ("claims/deep/a.yml", "x: y", True),
        ("desk/a.yaml", "title: x\nclaims:\n", True),
        (".github/workflows/ci.yml", "on: push\njobs: {}\n", False),
        ("compose.yaml", "services:\n  claims: {}\n", False),
        ("claims/readme.txt", "x", False),
    ],
)
def test_yaml_files_of_other_tools_are_left_alone(path: str, text: str, is_ours: bool, tmp_path: Path) -> None:
    """
    A claims file lies in a folder claims, or has the key claims at its top.
    """
    asked = Asked(tmp_path)
    asked.open(tmp_path / path, text)
    document = asked.documents.named((tmp_path / path).as_uri())
    assert document is not None
    marked = asked.desk.marks(document, asked.state, lambda: None)

    assert bool(marked and marked.marks) == is_ours


def test_a_story_without_claims_has_no_marks(tmp_path: Path) -> None:
    """
    A page of figures that no claims file names is somebody's page.
    """
    _, story = workspace(tmp_path, CLAIMS.replace("story.md", "other.md"))

    assert Asked(tmp_path, story).marks(story) == []


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        (
            "story.html",
            "<p>Trade came to <b>a record high of</b> &#36;237 billion in 2023.</p>",
            "&#36;237 billion",
        ),
        ("story.txt", "Trade came to a record high of $237 billion in 2023.", "$237 billion"),
        ("story.md", "Trade came to *a record high of* **$237 billion** in 2023.", "$237 billion"),
        ("story.md", "\ufeffTrade came to a record high of $237 billion in 2023.", "$237 billion"),
        ("story.md", "😀\r\n\r\nTrade came to a record\r\nhigh of $237 billion in 2023.", "$237 billion"),
    ],
)
def test_the_figure_is_underlined_in_every_format(name: str, text: str, words: str, tmp_path: Path) -> None:
    """
    Markdown, text and HTML, with entities, emphasis, a byte order mark and other line ends.
    """
    head = CLAIMS.partition("claims:")[0].replace("story.md", name)
    quote = 'claims:\n  - quote: "a record high of $237 billion"\n    level: 2023\n'
    claims, story = workspace(tmp_path, head + quote)
    story = story.with_name(name)
    asked = Asked(tmp_path, claims)
    asked.open(story, text)

    assert asked.marks(story) == [("error", "wrong-level", words)]


def test_two_claims_that_cannot_both_be_true(tmp_path: Path) -> None:
    """
    Each of them is marked, with the way to the other.
    """
    both = '  - {id: one, quote: "$240.11 billion", level: 2023}\n  - {id: two, quote: "$250 billion", level: 2023}\n'
    head = CLAIMS.partition("claims:")[0].replace("article: ../drafts/story.md\n", "")
    claims, _ = workspace(tmp_path, head + "claims:\n" + both)
    marked = Asked(tmp_path, claims).marked(claims)
    found = [(mark.about, [each.says for each in mark.related]) for mark in marked.marks if mark.rule == "conflict"]

    assert found == [("one", ["contradicts two"]), ("two", ["contradicts one"])]


def test_a_todo_is_information(tmp_path: Path) -> None:
    """
    What a person must still settle is underlined where it is asked.
    """
    claims, _ = workspace(tmp_path, CLAIMS.partition("  # what")[0] + '  - quote: "in 2023"\n    todo: which year?\n')

    assert ("information", "to-do", "which year?") in Asked(tmp_path, claims).marks(claims)


def test_severities_of_the_settings_hold(tmp_path: Path) -> None:
    """
    A rule that the folder's settings make a warning is one in the editor too; isolated it is not.
    """
    from factcheck.lsp.desk import Desk

    claims, _ = workspace(tmp_path)
    (tmp_path / "factcheck.toml").write_text('[severities]\nwrong-level = "warning"\n', encoding="utf-8")
    asked = Asked(tmp_path, claims)
    isolated = asked.marks(claims)
    asked.desk = Desk(isolated=False)

    assert [weight for weight, _, _ in isolated] == ["error"]
    assert [weight for weight, _, _ in asked.marks(claims)] == ["warning"]


def test_figures_of_the_folder_count(tmp_path: Path) -> None:
    """
    A fault in the folder's own sources is told and stops nothing.
    """
    from factcheck.lsp.desk import Desk

    claims, _ = workspace(tmp_path)
    (tmp_path / "sources" / "ours").mkdir(parents=True)
    (tmp_path / "sources" / "ours" / "datapackage.json").write_text("{", encoding="utf-8")
    asked = Asked(tmp_path, claims)
    asked.desk = Desk(isolated=False)

    assert [rule for _, rule, _ in asked.marks(claims)] == ["wrong-level"]
    assert any("the folder's own sources are not used" in note for note in asked.desk.notes)


def test_the_outline_has_every_claim(tmp_path: Path) -> None:
    """
    By id, with the quote; one that is not finished has a place in it too.
    """
    claims, _ = workspace(tmp_path, CLAIMS + '  - quote: "not yet"\n')
    asked = Asked(tmp_path, claims)
    document = asked.documents.named(claims.as_uri())
    assert document is not None
    found = asked.desk.symbols(document, asked.state)

    assert [(each.name, each.says) for each in found] == [
        ("change-2025-h1", "slipped by 9.1 percent to $106.48 billion"),
        ("record", "a record high of $237 billion"),
        ("not yet", ""),
    ]


def test_nothing_of_the_draft_is_read_twice_for_one_text(tmp_path: Path) -> None:
    """
    What was found is remembered while neither the file nor its draft changes.
    """
    claims, story = workspace(tmp_path)
    asked = Asked(tmp_path, claims, story)
    document = asked.documents.named(claims.as_uri())
    assert document is not None
    checks = [asked.desk._check(document.path, document.text, asked.state, lambda: None) for _ in range(2)]
    asked.open(story, STORY + "\n")
    again = asked.desk._check(document.path, document.text, asked.state, lambda: None)

    assert checks[0] is checks[1]
    assert again is not checks[0]
    assert isinstance(asked.folder, Folder)
