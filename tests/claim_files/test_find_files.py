"""Which files are read, in which order, and how all their faults come together."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.claim_files import problem_of, read_claims, read_lines
from factcheck.claims import ClaimError

ONE = 'claims:\n  - quote: "up 2 percent"\n    change: 2024\n'
BAD = 'claims:\n  - quote: "up 2 percent"\n    change: 2024\n    hedgee: about\n    partner: Rusia\n'


@pytest.fixture
def project(tmp_path, monkeypatch):
    """
    A project folder that is the working folder.
    """
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims").mkdir()
    return tmp_path


def test_a_folder_is_read_at_any_depth_in_order(project):
    """
    Files named .yaml and .yml are read, sorted; hidden ones and others are left.
    """
    for name in ["b.yaml", "a.yml", "sub/c.yaml", ".hidden.yaml", ".git/d.yaml", "README.md", "notes.txt", "E.YAML"]:
        path = project / "claims" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(ONE)
    articles, problems = read_claims(["claims"])

    assert problems == ()
    assert [article.path for article in articles] == [
        "claims/E.YAML",
        "claims/a.yml",
        "claims/b.yaml",
        "claims/sub/c.yaml",
    ]


@pytest.mark.parametrize("name", ["b.yamll", "b.yam", "b.YAMLX", "sub/b.ymll", "b.yaml~"])
def test_a_file_that_looks_like_yaml_is_not_passed_over(project, name):
    """
    A misspelt suffix is an error: its claims would go unchecked in silence. The other files are read.
    """
    (project / "claims" / "a.yaml").write_text(ONE)
    path = project / "claims" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(ONE)
    articles, (problem,) = read_claims(["claims"])

    assert [article.path for article in articles] == ["claims/a.yaml"]
    assert str(problem.location) == f"claims/{name}"
    assert problem.what == f"{path.name} is not read: a claims file ends in .yaml"


def test_other_files_and_hidden_ones_are_passed_over(project):
    """
    What does not look like YAML, is hidden, or is a folder is no error.
    """
    for name in ["a.yaml", ".b.yamll", "notes.md", "yaml", "a.yaml.txt", "folder.yamll/c.yaml"]:
        path = project / "claims" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(ONE)

    assert read_claims(["claims"])[1] == ()


def test_a_file_named_twice_is_read_once(project):
    """
    A folder and a file in it give one article.
    """
    (project / "claims" / "a.yaml").write_text(ONE)

    assert len(read_claims(["claims", "claims/a.yaml", project / "claims"])[0]) == 1


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("gone", "there is no such file or folder"),
        ("gone/claims.yaml", "there is no such file or folder"),
        ("claims", "the folder has no claims files"),
        ("story.txt", "not a claims file by its name"),
    ],
)
def test_a_path_without_claims_is_a_problem(project, path, what):
    """
    Nothing that is named is passed over in silence.
    """
    (project / "story.txt").write_text(ONE)
    articles, problems = read_claims([path])

    assert articles == ()
    assert [(problem.location.path, problem.what) for problem in problems] == [(path, what)]
    assert problems[0].hint


def test_faults_of_all_files_are_collected_and_sorted(project):
    """
    Each faulty file tells all its faults; the others are read.
    """
    for name in ("c", "a"):
        (project / "claims" / f"{name}.yaml").write_text(BAD)
    (project / "claims" / "b.yaml").write_text(ONE)
    articles, problems = read_claims(["claims"])

    assert [article.path for article in articles] == ["claims/b.yaml"]
    assert [str(problem.location) for problem in problems] == [
        "claims/a.yaml:4:5",
        "claims/a.yaml:5:14",
        "claims/c.yaml:4:5",
        "claims/c.yaml:5:14",
    ]


def test_a_problem_shows_the_line_a_caret_and_the_remedy(project):
    """
    A problem reads as in the style guide.
    """
    (project / "claims" / "a.yaml").write_text('claims:\n  - quote: "up 2 percent"\n    change: 2025-H3\n')

    assert str(read_claims(["claims"])[1][0]).splitlines() == [
        "claims/a.yaml:3:13: '2025-H3': a year has two halves",
        "        change: 2025-H3",
        "                ^",
        "write 2025-H1 or 2025-H2",
    ]


def test_columns_count_characters_not_bytes(project):
    """
    Letters beyond ASCII, and beyond 16 bits, count as one.
    """
    (project / "claims" / "a.yaml").write_text('claims:\n  - {quote: "é日𝟗", chnage: 2024}\n', encoding="utf-8")

    assert str(read_claims(["claims"])[1][0].location) == "claims/a.yaml:2:20"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_with_any_line_end(project, end):
    """
    Line ends of Unix, Windows and old Macs are one each.
    """
    (project / "claims" / "a.yaml").write_bytes(BAD.replace("\n", end).encode())
    problems = read_claims(["claims"])[1]

    assert [problem.location.line for problem in problems] == [4, 5]
    assert problems[0].excerpt == "    hedgee: about"


class TestDrafts:
    """The text that ``article:`` names."""

    def write(self, project: Path, draft: str, text: bytes = b"Up 2 percent.\n") -> None:
        (project / "claims" / "a.yaml").write_text(f"article: {draft}\n{ONE}")
        (project / "drafts").mkdir(exist_ok=True)
        if "://" not in draft and not draft.startswith("/"):
            (project / "claims" / draft).resolve().write_bytes(text)

    @pytest.mark.parametrize(
        ("name", "text", "read"),
        [
            ("story.md", b"\xef\xbb\xbf---\r\ntitle: x\r\n---\r\nUp **2**\r\npercent.\r\n", "Up 2\npercent."),
            ("story.markdown", b"# Up\n\nUp 2 percent.\n", "Up\n\nUp 2 percent."),
            ("story.txt", b"\xef\xbb\xbfUp *2*\r\npercent.\r\n", "Up *2*\npercent.\n"),
            ("story.TEXT", b"Up 2 percent.", "Up 2 percent."),
            ("story.html", b"<p>Up <b>2</b>\r\npercent.</p>\r\n", "Up 2 percent."),
            ("story.htm", b"Up 2&nbsp;percent.", "Up 2\u00a0percent."),
        ],
    )
    def test_the_draft_is_read_as_its_readers_see_it(self, project, name, text, read):
        """
        The end of the name says the format; markup, front matter and a BOM go, lines end with a line feed.
        """
        self.write(project, f"../drafts/{name}", text)
        (article,), problems = read_claims(["claims"])

        assert problems == ()
        assert article.draft == f"../drafts/{name}"
        assert article.draft_text == read

    def test_the_day_of_the_claims_file_stays(self, project):
        """
        The draft's own date is never taken in silence.
        """
        self.write(project, "../drafts/story.md", b"---\ndate: 2024-01-01\n---\nUp 2 percent.\n")
        (article,), _ = read_claims(["claims"])

        assert article.published != article.draft_read.published == date(2024, 1, 1)

    def test_without_article_there_is_no_draft(self, project):
        """
        A file that names no draft has none.
        """
        (project / "claims" / "a.yaml").write_text(ONE)

        assert read_claims(["claims"])[0][0].draft_text is None

    @pytest.mark.parametrize(
        ("draft", "text", "what", "hint"),
        [
            ("../drafts/story.docx", b"PK", "no Word document", ".docx"),
            ("../drafts/story.html", b"PK\x03\x04", "a zip archive", ".docx"),
            ("../drafts/story.doc", b"PK", "not of a type that is read", ".docx"),
            ("../drafts/story.md", b"---\ntitle: [\n---\n", "(line 3): not YAML", "quotation marks"),
            ("../drafts/story.md", b"---\ndate: soon\n---\n", "(line 2): the date 'soon'", "2025-07-14"),
            ("../drafts/story.pdf", b"%PDF", "not of a type that is read", "copy its text"),
            ("../drafts/story", b"up", "not of a type that is read", ".md, .txt, .html or .docx"),
            ("https://example.org/story.md", b"", "is an address", "name that"),
            ("../drafts/story.txt", b"\xff\xfeu\x00", "the file is in UTF-16", "UTF-8"),
            ("../drafts/story.txt", b"line\ncaf\xe9", "(line 2): the byte 0xE9 is not UTF-8", "UTF-8"),
            ("../../outside.txt", b"secret", "lies outside the project folder", "holds both"),
            ("/gone/from/here.txt", b"", "lies outside the project folder", "holds both"),
            ("../drafts/big.txt", b"x" * (8 * 1024 * 1024 + 1), "larger than 8 MiB", ""),
        ],
    )
    def test_a_draft_that_cannot_be_read_is_told_at_its_name(self, project, draft, text, what, hint):
        """
        The problem stands where the draft is named, and the file is not checked.
        """
        self.write(project, draft, text)
        articles, (problem,) = read_claims(["claims"])

        assert articles == ()
        assert str(problem.location) == "claims/a.yaml:1:10"
        assert what in problem.what
        assert hint in problem.hint

    def test_a_missing_draft_is_told(self, project):
        """
        A draft that is not there is a fault of the claims file.
        """
        (project / "claims" / "a.yaml").write_text("article: ../drafts/gone.md\n" + ONE)

        assert "there is no such file" in read_claims(["claims"])[1][0].what

    def test_a_draft_that_links_out_of_the_project_is_refused(self, project, tmp_path_factory):
        """
        A link cannot bring in another folder's text.
        """
        outside = tmp_path_factory.mktemp("outside") / "secret.md"
        outside.write_text("secret")
        (project / "drafts").mkdir()
        (project / "drafts" / "story.md").symlink_to(outside)
        (project / "claims" / "a.yaml").write_text("article: ../drafts/story.md\n" + ONE)
        articles, (problem,) = read_claims(["claims"])

        assert articles == ()
        assert "outside the project folder" in problem.what


def test_a_path_outside_the_root_is_a_project_of_its_own(project, tmp_path_factory):
    """
    A file elsewhere may be named on the command line, with drafts beside it and none above it.
    """
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "story.md").write_text("Up 2 percent.")
    (elsewhere / "a.yaml").write_text("article: story.md\n" + ONE)

    assert read_claims([elsewhere / "a.yaml"])[0][0].draft_text == "Up 2 percent."
    (elsewhere / "a.yaml").write_text(f"article: {project / 'story.md'}\n" + ONE)
    (project / "story.md").write_text("Up 2 percent.")
    assert "outside the project folder" in read_claims([elsewhere / "a.yaml"])[1][0].what


def test_a_claim_that_cannot_be_compiled_becomes_a_problem_at_its_place(project):
    """
    The fault that a kind finds is shown like any other.
    """
    (project / "claims" / "a.yaml").write_text(ONE)
    (article,), _ = read_claims(["claims"])
    error = ClaimError(("change", "period"), "too late", "write 2023")
    problem = problem_of(article.path, article.claims[0], error, read_lines("claims/a.yaml"))

    assert str(problem).splitlines() == [
        "claims/a.yaml:3:13: too late",
        "        change: 2024",
        "                ^",
        "write 2023",
    ]


def test_lines_of_a_file_that_is_gone_are_none(project):
    """
    An excerpt that can no longer be had is left out.
    """
    assert read_lines("claims/gone.yaml") == []
