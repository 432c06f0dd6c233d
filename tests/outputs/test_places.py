"""Where remarks stand: in the story where it has the words, in the unit that each format counts in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from factcheck.outputs.annotations import annotations_of
from factcheck.outputs.concise import render_concise
from factcheck.outputs.github import render_github
from factcheck.outputs.gitlab import render_gitlab
from factcheck.outputs.grouped import render_grouped
from factcheck.outputs.json import render_json
from factcheck.outputs.markdown import render_markdown
from factcheck.outputs.rdjson import render_rdjson
from factcheck.outputs.result import Result
from factcheck.outputs.sarif import render_sarif
from factcheck.outputs.text import render_text
from factcheck.positions import Point, points, rest_of_line, to_bytes, to_utf16

from .project import CLAIMS, STORY, checked
from .workflow_commands import read_commands

LINES = STORY.split("\n")
FIGURE = LINES[2].index("$237 billion")  # in code points


def test_json_counts_characters(tmp_path: Path) -> None:
    """
    The place of the figure in the story is told in code points.
    """
    finding = json.loads(render_json(checked(tmp_path)))["articles"][0]["findings"][0]

    assert finding["place"] == {"line": 3, "column": FIGURE + 1, "end_line": 3, "end_column": FIGURE + 13}


def test_sarif_counts_utf_16_units(tmp_path: Path) -> None:
    """
    A region of SARIF is in units of UTF-16, and says so.
    """
    run = json.loads(render_sarif(checked(tmp_path)))["runs"][0]
    start = to_utf16(LINES[2], FIGURE) + 1

    assert run["columnKind"] == "utf16CodeUnits"
    assert run["results"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "drafts/story.md", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": start, "endLine": 3, "endColumn": start + 12},
    }


def test_sarif_names_the_claim_too(tmp_path: Path) -> None:
    """
    The place in the claims file is a related one; the quotation mark before the quote is where it begins.
    """
    result = json.loads(render_sarif(checked(tmp_path)))["runs"][0]["results"][0]
    line = CLAIMS.split("\n")[4].replace("{{", "{").replace("}}", "}")
    start, end = to_utf16(line, line.index('"a record')) + 1, to_utf16(line, len(line)) + 1

    assert result["relatedLocations"] == [
        {
            "id": 1,
            "physicalLocation": {
                "artifactLocation": {"uri": "claims/story.yaml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 5, "startColumn": start, "endLine": 5, "endColumn": end},
            },
            "message": {"text": "the claim"},
        }
    ]


def test_rdjson_counts_bytes(tmp_path: Path) -> None:
    """
    Columns of reviewdog are bytes of UTF-8, and the end is not included.
    """
    first = json.loads(render_rdjson(checked(tmp_path)))["diagnostics"][0]
    start = to_bytes(LINES[2], FIGURE) + 1

    assert first["location"] == {
        "path": "drafts/story.md",
        "range": {"start": {"line": 3, "column": start}, "end": {"line": 3, "column": start + 12}},
    }


def test_github_has_columns_on_one_line_only(tmp_path: Path) -> None:
    """
    A command about words on one line has columns; one about words on two lines has both lines instead.
    """
    story = STORY.replace("$237 billion", "$237\nbillion")
    one, two = (read_commands(render_github(checked(tmp_path, story=each)))[0] for each in (STORY, story))

    assert (one.properties["line"], one.properties["col"]) == ("3", str(to_utf16(LINES[2], FIGURE) + 1))
    assert (two.properties["line"], two.properties["endLine"]) == ("3", "4")
    assert "col" not in two.properties


def test_gitlab_has_the_line(tmp_path: Path) -> None:
    """
    An issue of GitLab stands at the line of the figure.
    """
    issues = json.loads(render_gitlab(checked(tmp_path)))

    assert [issue["location"] for issue in issues[:2]] == [
        {"path": "drafts/story.md", "lines": {"begin": 3}},
        {"path": "drafts/story.md", "lines": {"begin": 4}},
    ]


def test_words_that_are_gone_stand_in_the_claims_file(tmp_path: Path) -> None:
    """
    A quote that the story does not have is remarked on where the claim is.
    """
    result = checked(tmp_path, story=STORY.replace("exports fell", "exports sank"))
    gone = next(each for each in annotations_of(result) if each.rule == "quote-not-in-draft" and not each.ignored)

    assert (Path(gone.spot.path).name, gone.spot.line) == ("story.yaml", 7)


def test_word_document_is_remarked_on_in_the_claims_file(tmp_path: Path) -> None:
    """
    A Word document has no lines that a forge could show.
    """
    checked(tmp_path)
    document = Document()
    document.add_paragraph("It came to a record high of $237 billion in 2023, and exports fell by 30 percent in 2024.")
    document.save(str(tmp_path / "drafts" / "story.docx"))
    file = tmp_path / "claims" / "story.yaml"
    file.write_text(CLAIMS.format(draft="../drafts/story.docx"), encoding="utf-8")
    from factcheck.claim_files import read_claims
    from factcheck.resolvers import load_resolvers
    from factcheck.verification import verify

    articles, _ = read_claims([file], root=tmp_path)
    result = Result(tuple(verify(articles, load_resolvers().resolvers)), (), 1, None, str(tmp_path), str(tmp_path))

    assert result.reports[0].findings[0].place is not None
    assert {Path(each.spot.path).name for each in annotations_of(result)} == {"story.yaml"}


def test_figure_without_a_claim_is_remarked_on_in_the_story(tmp_path: Path) -> None:
    """
    A figure that no claim checks has its place, with its end, in the story.
    """
    story = f"{STORY}\nImports rose by 17 percent.\n"
    left = next(each for each in annotations_of(checked(tmp_path, story=story)) if each.rule == "not-covered")

    assert left.spot.path.endswith("drafts/story.md")
    assert left.spot.stretch == (Point(6, 17, 17, 17), Point(6, 27, 27, 27))


def test_json_has_the_path_of_a_figure_without_a_claim_from_the_folder_of_the_run(tmp_path: Path) -> None:
    """
    Its path starts where that of the claims file does; ``draft`` is as the claims file writes it.
    """
    article = json.loads(render_json(checked(tmp_path, story=STORY + "Imports came to $99 billion.\n")))["articles"][0]
    place = {"path": f"{tmp_path}/drafts/story.md", "line": 5, "column": 17}

    assert article["draft"] == "../drafts/story.md"
    assert [each["location"] for each in article["coverage"]["uncovered"]] == [place]


@pytest.mark.parametrize("render", [render_text, render_grouped, render_concise, render_markdown])
def test_people_find_a_figure_without_a_claim_from_the_folder_of_the_run(
    tmp_path: Path, render: Callable[[Result], str]
) -> None:
    """
    Its path is that of the story in the working folder, not the one that the claims file has for it.
    """
    lines = render(checked(tmp_path, story=STORY + "Imports came to $99 billion.\n"))
    told = "".join(lines.split())  # a path that is longer than a line of the page is broken

    assert "/drafts/story.md:5:17" in told
    assert "../drafts" not in told


@pytest.mark.parametrize(
    ("folder", "root", "expected"),
    [
        ("", "", "desk/claims/a.yaml"),
        ("/repo", "/repo", "desk/claims/a.yaml"),
        ("/repo/news", "/repo", "news/desk/claims/a.yaml"),
        ("/repo", "/repo/news", "../desk/claims/a.yaml"),
    ],
)
def test_paths_start_at_the_root_of_the_repository(folder: str, root: str, expected: str) -> None:
    """
    A forge counts paths from the root of the repository, wherever in it the run started.
    """
    from factcheck.outputs.paths import from_root

    assert from_root("desk/./claims/a.yaml", Result((), folder=folder, root=root)) == expected


def test_absolute_paths_become_relative() -> None:
    """
    A path that was given from the root of the machine is told from the root of the repository.
    """
    from factcheck.outputs.paths import from_folder, from_root

    result = Result((), folder="/repo/news", root="/repo")

    assert from_root("/repo/news/claims/a.yaml", result) == "news/claims/a.yaml"
    assert from_folder("/repo/news/claims/a.yaml", result) == "claims/a.yaml"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("claims/a b.yaml", "claims/a%20b.yaml"),
        ("c:a.yaml", "c%3Aa.yaml"),
        ("50%/é.yaml", "50%25/%C3%A9.yaml"),
        ("a\udcff.yaml", "a%FF.yaml"),
        ("#?.yaml", "%23%3F.yaml"),
    ],
)
def test_uris_are_percent_encoded(path: str, uri: str) -> None:
    """
    A path becomes a relative reference; a name in no encoding keeps its bytes.
    """
    from factcheck.outputs.paths import as_uri

    assert as_uri(path) == uri


def test_points_count_in_every_unit() -> None:
    """
    One walk gives line, code points, UTF-16 units and bytes of every offset.
    """
    text = "a𝟗\né𝟗b"

    assert points(text, [0, 2, 3, 6]) == {
        0: Point(1, 1, 1, 1),
        2: Point(1, 3, 4, 6),
        3: Point(2, 1, 1, 1),
        6: Point(2, 4, 5, 8),
    }


@pytest.mark.parametrize(("text", "column"), [("abc", 9), ("", 1), ("x" * 20_001, 1)])
def test_rest_of_a_line_that_is_not_there(text: str, column: int) -> None:
    """
    A column outside of its line, or a line too long to count, has no stretch.
    """

    assert rest_of_line(text, 1, column) is None
