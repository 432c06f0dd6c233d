"""The annotated article on the command line: ``verify -o html`` and ``report``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli import main

from ..project import CLAIMS, STORY, checked
from .pages import by_class, tree, words


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project on disk, which is the working folder."""
    checked(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_verify_writes_one_page(project: Path) -> None:
    """
    ``html=FILE`` is one page with the story, and the exit code is that of the run.
    """

    assert main(["verify", "-q", "-o", "html=page.html"]) == 1
    page = tree((project / "page.html").read_text(encoding="utf-8"))
    assert "In 2023 – “é𝟗” – it came to a record high of" in words(by_class(page, "fc-story")[0])
    assert words(by_class(page, "fc-about")[0]).endswith("claims/story.yamldrafts/story.md")


def test_verify_prints_a_page(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Without a file the page goes to standard output, whole.
    """
    main(["verify", "-o", "html"])

    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("made", [False, True])
def test_verify_writes_a_folder_of_pages(project: Path, made: bool) -> None:
    """
    ``html=DIR/``, or a folder that is there, gets a page an article and an index; others in it stay.
    """
    if made:
        (project / "pages").mkdir()
        (project / "pages" / "other.txt").write_text("mine")
    main(["verify", "-q", "-o", "html=pages" if made else "html=pages/"])
    found = sorted(path.name.partition("-")[0] for path in (project / "pages").iterdir())

    assert found == (["index.html", "other.txt", "story"] if made else ["index.html", "story"])


def test_settings_name_no_folder(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Settings may name one page; a folder full of them is for the command line.
    """
    (project / "factcheck.toml").write_text('output-format = ["html=out/"]\n')

    assert main(["verify", "-q"]) == 2
    assert not (project / "out").exists()
    (project / "factcheck.toml").write_text('output-format = ["html=factcheck-report.html"]\n')
    main(["verify", "-q"])
    assert (project / "factcheck-report.html").is_file()


def test_a_folder_inside_one_that_is_missing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Only the folder itself is made, not those around it.
    """

    assert main(["verify", "-q", "-o", "html=no/such/"]) == 2
    assert "no/such cannot be made" in capsys.readouterr().err


@pytest.mark.parametrize(
    "target", ["html=drafts/story.md", "html=claims/story.yaml", "html=sources/x.html", "html=sources/"]
)
def test_no_page_goes_onto_an_input(target: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Neither a draft, a claims file nor the sources are written over.
    """

    assert main(["verify", "-q", "-o", target]) == 2
    assert "an input of this run" in capsys.readouterr().err
    assert (project / "drafts" / "story.md").read_text(encoding="utf-8") == STORY


def test_no_index_goes_onto_a_draft(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    A folder of pages that holds a draft of the name of the index is refused before anything is written.
    """
    (project / "drafts" / "index.html").write_text("<p>It came to a record high of $237 billion.</p>")
    (project / "claims" / "story.yaml").write_text(CLAIMS.format(draft="../drafts/index.html"), encoding="utf-8")

    assert main(["verify", "-q", "-o", "html=drafts"]) == 2
    assert "drafts/index.html is an input of this run" in capsys.readouterr().err
    assert sorted(path.name for path in (project / "drafts").iterdir()) == ["index.html", "story.md"]


def test_verdicts_do_not_depend_on_the_page(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    A run with pictures says of every claim what one without says.
    """
    main(["verify", "-o", "json"])
    plain = capsys.readouterr().out
    main(["verify", "-o", "json", "-o", "html=page.html"])

    assert capsys.readouterr().out == plain


@pytest.mark.parametrize("name", ["story.md", "story.txt", "story.html"])
def test_report_writes_a_page_of_any_story(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    ``report STORY --to FILE.html`` shows the story that is named, in any format.
    """
    story = STORY if name != "story.html" else "<p>It came to a record high of $237 billion.</p>"
    checked(tmp_path, story=story, draft=name)
    monkeypatch.chdir(tmp_path)

    assert main(["report", f"drafts/{name}", "--to", "page.html"]) == 1
    page = tree((tmp_path / "page.html").read_text(encoding="utf-8"))
    assert "fc-discrepancy" in [each.get("class").split()[1] for each in by_class(page, "fc-mark")]
    assert words(by_class(page, "fc-about")[0]).endswith(f"claims/story.yamldrafts/{name}")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["drafts/story.md"], "--to OUT.html for a page, or --open to look at it"),
        (["drafts/story.docx"], "--to OUT.docx for comments in a copy, --to OUT.html for a page"),
        (["drafts/story.md", "--to", "drafts/../drafts/story.html"], "story.html is the story itself"),
        (["drafts/story.md", "--to", "out.docx", "--open"], "--open is for a page"),
        (["drafts/story.md", "--to", "sources/out.html"], "lies among the sources"),
        (["drafts/gone.md", "--to", "out.html"], "no claims file in claims/ says article: drafts/gone.md"),
    ],
)
def test_report_says_what_to_write(
    args: list[str], told: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    A page needs a place, and never takes that of an input.
    """
    if "story.html" in args[-1]:
        os.link("drafts/story.md", "drafts/story.html")

    assert main(["report", *args]) == 2
    assert told in capsys.readouterr().err


def test_report_opens_the_page_in_the_browser(project: Path, tmp_path: Path) -> None:
    """
    ``--open`` hands the page to the browser that the environment names, from a folder that only this user may read.
    """
    browser = tmp_path / "browser"
    browser.write_text(f"#!/bin/sh\nprintf %s \"$1\" > '{tmp_path}/opened'\n")
    browser.chmod(0o755)
    command = [sys.executable, "-m", "factcheck", "report", "drafts/story.md", "--open"]
    environment = {**os.environ, "BROWSER": f"{browser} %s", "TMPDIR": str(tmp_path)}
    run = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    opened = Path((tmp_path / "opened").read_text().removeprefix("file://"))

    assert run.returncode == 1, run.stderr
    assert opened.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert (opened.name, opened.parent.stat().st_mode & 0o777) == ("story.html", 0o700)


def test_report_imports_no_browser_unless_asked(project: Path) -> None:
    """
    Nobody looks for browsers where none is wanted.
    """
    script = "import sys; from factcheck.cli import main; main(['report', 'drafts/story.md', '--to', 'x.html'])"
    script += "; print('webbrowser' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], cwd=project, capture_output=True, text=True, check=True)

    assert run.stdout.splitlines()[-1] == "False"
