"""``factcheck verify --only-changed`` and ``--diff``, in real repositories."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from factcheck.cli import main
from tests.drafts.word_files import word

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

ABOUT = "about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}\n"
HEAD = f"published: 2025-07-14\n{ABOUT}claims:\n"
HOLDS = '  - quote: "slipped by 9.1 percent"\n    change: 2025-H1\n'
MISSES = '  - quote: "a record high of $237 billion"\n    level: 2023\n'
OTHER = '  - quote: "reached $106.48 billion"\n    level: 2025-H1\n'
STORY = "Trade slipped by 9.1 percent.\n\nIt had a record high of $237 billion in 2023.\n"
WITH_DRAFT = f"article: ../drafts/a.md\n{HEAD}"


def git(*arguments: str, folder: Path | None = None) -> str:
    """Run git as somebody, without the settings of this machine."""
    run = subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return run.stdout.decode()


def commit(message: str = "more") -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", message)


@pytest.fixture
def branch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with three articles, the first about a draft, on a branch that has left main."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    for folder in ("claims", "drafts"):
        (tmp_path / folder).mkdir()
    (tmp_path / "drafts" / "a.md").write_text(STORY, encoding="utf-8")
    (tmp_path / "claims" / "a.yaml").write_text(WITH_DRAFT + HOLDS + MISSES, encoding="utf-8")
    (tmp_path / "claims" / "b.yaml").write_text(HEAD + HOLDS, encoding="utf-8")
    (tmp_path / "claims" / "c.yaml").write_text(HEAD + MISSES, encoding="utf-8")
    git("init", "--quiet", "--initial-branch", "main")
    commit("first")
    git("checkout", "--quiet", "-b", "story")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], dict[str, int]]:
    """The exit code, the ids of all findings behind their files, and the counts."""
    code = main(["verify", "-o", "json", *arguments])
    report = json.loads(capsys.readouterr().out)
    found = [f"{article['path']}#{finding['id']}" for article in report["articles"] for finding in article["findings"]]
    return code, found, report["summary"]


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


A = ["claims/a.yaml#change-2025-h1", "claims/a.yaml#level-2023"]
B, C = "claims/b.yaml#change-2025-h1", "claims/c.yaml#level-2023"


def test_nothing_changed(branch, capsys):
    """
    There is nothing to check, and that is no failure: the counts say what was left out.
    """
    code, found, counts = run(capsys, "--only-changed", "main")

    assert (code, found, counts["unchanged_articles"]) == (0, [], 3)


def test_what_was_left_out_stands_on_the_last_line(branch, capsys):
    """
    Exit 0 hides nothing.
    """
    main(["verify", "--only-changed", "main"])
    lines = capsys.readouterr().out.splitlines()

    assert lines[-1] == "Exit 0: 0 matches, 0 discrepancies, 0 unresolved, 3 unchanged articles left out"
    assert "3 articles and 0 findings of others left out: unchanged since main." in lines


@pytest.mark.parametrize("saved", ["committed", "staged", "in the folder"])
def test_a_changed_claims_file_is_looked_at_whole(branch, capsys, saved):
    """
    All of its claims are, whether the change was committed or not.
    """
    replace(branch / "claims" / "a.yaml", "    change: 2025-H1\n", "    change: 2025-H1\n    note: looked up\n")
    if saved == "committed":
        commit()
    if saved == "staged":
        git("add", "--all")
    code, found, counts = run(capsys, "--only-changed", "main")

    assert (code, found, counts["unchanged_articles"]) == (1, A, 2)


def test_a_changed_draft_changes_its_article(branch, capsys):
    """
    The claims file is as it was, and the story is not.
    """
    replace(branch / "drafts" / "a.md", "Trade", "Their trade")

    assert run(capsys, "--only-changed", "main")[1] == A


def test_a_new_file_is_looked_at(branch, capsys):
    """
    Git need not know it yet.
    """
    (branch / "claims" / "d.yaml").write_text(HEAD + OTHER, encoding="utf-8")
    code, found, counts = run(capsys, "--only-changed", "main")

    assert (code, found, counts["unchanged_articles"]) == (0, ["claims/d.yaml#level-2025-h1"], 3)


@pytest.mark.parametrize("saved", [True, False])
def test_a_renamed_file_is_looked_at(branch, capsys, saved):
    """
    Under another name settings may hold that did not before.
    """
    git("mv", "claims/c.yaml", "claims/z.yaml")
    if saved:
        commit()

    assert run(capsys, "--only-changed", "main")[1] == ["claims/z.yaml#level-2023"]


def test_a_renamed_draft_changes_its_article(branch, capsys):
    """
    Its claims file has to name it anew in any case.
    """
    git("mv", "drafts/a.md", "drafts/z.md")
    replace(branch / "claims" / "a.yaml", "drafts/a.md", "drafts/z.md")
    commit()

    assert run(capsys, "--only-changed", "main")[1] == A


def test_a_deleted_file_is_gone(branch, capsys):
    """
    There is nothing of it to check, and it is not counted.
    """
    (branch / "claims" / "c.yaml").unlink()
    code, found, counts = run(capsys, "--only-changed", "main")

    assert (code, found, counts["unchanged_articles"]) == (0, [], 2)


def test_what_main_changed_since_is_not_the_branchs(branch, capsys):
    """
    Files are compared with the commit at which the branch left.
    """
    git("checkout", "--quiet", "main")
    replace(branch / "claims" / "c.yaml", "237", "238")
    commit()
    git("checkout", "--quiet", "story")
    (branch / "claims" / "b.yaml").write_text(HEAD + HOLDS + OTHER, encoding="utf-8")
    commit()

    assert run(capsys, "--only-changed", "main")[1] == [B, "claims/b.yaml#level-2025-h1"]


@pytest.mark.parametrize(
    "change",
    [
        ("factcheck.toml", 'fail-on = "warning"\n'),
        ("pyproject.toml", "[tool.factcheck]\nfail-on = 'warning'\n"),
        ("sources/house/notes.txt", "a change\n"),
    ],
)
def test_a_change_of_what_all_depend_on_looks_at_everything(branch, capsys, change):
    """
    Settings and sources of the folder may change any verdict.
    """
    path, text = change
    (branch / path).parent.mkdir(parents=True, exist_ok=True)
    (branch / path).write_text(text)
    main(["verify", "-o", "json", "--only-changed", "main"])
    output = capsys.readouterr()

    assert json.loads(output.out)["summary"]["articles"] == 3
    assert "changed since main: every article is looked at" in output.err


def test_settings_that_are_gone_look_at_everything(branch, capsys):
    """
    What they said no longer holds.
    """
    (branch / "factcheck.toml").write_text('fail-on = "never"\n')
    commit()
    git("branch", "--force", "main")
    (branch / "factcheck.toml").unlink()

    assert run(capsys, "--only-changed", "main")[1] == [*A, B, C]


@pytest.mark.parametrize("gone", ["sources", "sources/house", "sources/house/notes.txt"])
def test_sources_that_are_gone_look_at_everything(branch, capsys, gone):
    """
    A file, a source, or all of them.
    """
    (branch / "sources" / "house").mkdir(parents=True)
    (branch / "sources" / "house" / "notes.txt").write_text("a source\n")
    commit()
    git("branch", "--force", "main")
    path = branch / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()

    assert main(["verify", "--only-changed", "main"]) in (1, 2)
    assert "sources changed since main: every article is looked at" in capsys.readouterr().err


@pytest.mark.parametrize("beside", ["sources/index.sqlite", "sources/.cache/a", "sources/__pycache__/a.pyc"])
def test_what_is_no_source_changes_nothing(branch, capsys, beside):
    """
    What lies beside the folders of sources is not read.
    """
    (branch / beside).parent.mkdir(parents=True, exist_ok=True)
    (branch / beside).write_text("made here\n")

    assert "every article" not in run_and_hear(capsys)


def run_and_hear(capsys: pytest.CaptureFixture[str]) -> str:
    main(["verify", "--only-changed", "main"])
    return capsys.readouterr().err


def test_another_pyproject_looks_at_what_changed(branch, capsys):
    """
    A pyproject.toml that has no settings of ours changes nothing.
    """
    (branch / "pyproject.toml").write_text("[project]\nname = 'x'\n")

    assert run(capsys, "--only-changed", "main")[1] == []


def test_a_shallow_clone_without_the_revision_is_told_what_to_fetch(branch, capsys, tmp_path, monkeypatch):
    """
    A revision that git does not have is wrong usage, never an empty run.
    """
    git("clone", "--quiet", "--depth", "1", "--branch", "story", branch.as_uri(), "shallow", folder=branch)
    monkeypatch.chdir(branch / "shallow")

    assert main(["verify", "--only-changed", "origin/main"]) == 2
    assert "git knows no revision origin/main here; fetch it first" in capsys.readouterr().err


def test_a_shallow_clone_compares_with_the_revision_itself(branch, capsys, monkeypatch):
    """
    Where no common commit is known, the files of the revision are what there was.
    """
    replace(branch / "claims" / "c.yaml", "237", "238")
    commit()
    git("clone", "--quiet", "--depth", "1", "--branch", "story", branch.as_uri(), "shallow", folder=branch)
    monkeypatch.chdir(branch / "shallow")
    git("fetch", "--quiet", "--depth", "1", "origin", "main:refs/remotes/origin/main")

    assert run(capsys, "--only-changed", "origin/main")[1] == [C]


@pytest.mark.parametrize("revision", ["--output=x", "no such", "nowhere", "", "main..story", "HEAD:claims/a.yaml"])
def test_what_is_no_revision_is_wrong_usage(branch, capsys, revision):
    """
    Nothing that begins like an option reaches git.
    """
    assert main(["verify", f"--only-changed={revision}"]) == 2
    assert capsys.readouterr().out == ""


def test_outside_of_a_repository_is_wrong_usage(tmp_path, monkeypatch, capsys):
    """
    Nobody can say what changed.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "a.yaml").write_text(HEAD + HOLDS, encoding="utf-8")

    assert main(["verify", "a.yaml", "--only-changed", "main"]) == 2
    assert "in no repository of git" in capsys.readouterr().err


def test_both_at_once_is_wrong_usage(branch, capsys):
    """
    One looks at less than the other.
    """
    assert main(["verify", "--only-changed", "main", "--diff", "main"]) == 2


def test_files_outside_of_the_repository_are_looked_at(branch, capsys, tmp_path_factory):
    """
    Of them nobody knows that they did not change.
    """
    outside = tmp_path_factory.mktemp("outside") / "o.yaml"
    outside.write_text(HEAD + HOLDS, encoding="utf-8")

    assert run(capsys, str(outside), "claims", "--only-changed", "main")[1] == [f"{outside}#change-2025-h1"]


def test_a_link_to_another_article_is_looked_at(branch, capsys):
    """
    The file that it names is as it was, but not at this place.
    """
    (branch / "claims" / "b.yaml").unlink()
    (branch / "claims" / "b.yaml").symlink_to("c.yaml")

    assert run(capsys, "claims/b.yaml", "--only-changed", "main")[1] == ["claims/b.yaml#level-2023"]


def test_it_works_from_a_folder_inside(branch, capsys, monkeypatch):
    """
    Paths start from the working folder, the repository lies above.
    """
    replace(branch / "claims" / "c.yaml", "237", "238")
    monkeypatch.chdir(branch / "claims")

    assert run(capsys, ".", "--only-changed", "main")[1] == ["c.yaml#level-2023"]


def test_the_repository_runs_nothing(branch, capsys):
    """
    Filters, hooks, monitors and programs that its settings name are not started.
    """
    trap = branch.parent / "trap"
    script = branch.parent / "trap.sh"
    script.write_text(f"#!/bin/sh\ntouch '{trap}'\ncat\n")
    script.chmod(0o755)
    (branch / ".gitattributes").write_text("* filter=trap diff=trap\n")
    replace(branch / "claims" / "c.yaml", "237", "238")
    for key in (
        "filter.trap.clean",
        "filter.trap.smudge",
        "filter.trap.process",
        "diff.trap.textconv",
        "diff.trap.command",
        "diff.external",
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
    ):
        git("config", key, str(script))
    git("config", "core.hooksPath", str(branch.parent))
    shutil.copy(script, branch.parent / "post-index-change")
    replace(branch / "drafts" / "a.md", "Trade", "Their trade")
    for option in ("--only-changed", "--diff"):
        assert main(["verify", option, "main"]) == 1
    assert main(["coverage", "--diff", "main"]) == 0

    assert not trap.exists()


def test_diff_looks_at_the_claims_that_changed(branch, capsys):
    """
    The others of the article are counted and left out.
    """
    replace(branch / "claims" / "a.yaml", "    change: 2025-H1\n", "    change: 2025-H1\n    note: looked up\n")
    code, found, counts = run(capsys, "--diff", "main")

    assert (code, found) == (0, A[:1])
    assert (counts["unchanged_articles"], counts["unchanged_findings"]) == (2, 1)


def test_diff_looks_at_claims_whose_sentence_changed(branch, capsys):
    """
    The claims file is as it was; one sentence of the draft is not.
    """
    replace(branch / "drafts" / "a.md", "It had a record", "Trade had a record")

    assert run(capsys, "--diff", "main")[1] == A[1:]


def test_diff_looks_at_claims_whose_sentence_is_gone(branch, capsys):
    """
    A quote that stands nowhere is an error, and it is this branch's.
    """
    replace(branch / "drafts" / "a.md", "It had a record high of $237 billion in 2023.\n", "")
    code, found, _ = run(capsys, "--diff", "main")

    assert (code, found) == (1, A[1:])


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("claims/a.yaml", "claims:\n", "# a remark\n\nclaims:\n"),
        ("claims/a.yaml", MISSES, '  - quote: "slipped by 9.1 percent"\n    change: 2025-H1\n' + MISSES),
        ("drafts/a.md", "Trade slipped", "A quiet day.\n\nTrade slipped"),
        ("drafts/a.md", " had a record", "\nhad a record"),
    ],
)
def test_diff_passes_over_what_only_moved(branch, capsys, path, old, new):
    """
    Remarks, empty lines, other claims and other sentences move a claim and do not change it.
    """
    replace(branch / path, old, new)

    assert A[1] not in run(capsys, "--diff", "main")[1]


@pytest.mark.parametrize(("old", "new"), [("currency: USD", "currency: CNY"), ("2025-07-14", "2025-07-15")])
def test_diff_looks_at_every_claim_where_the_articles_own_keys_changed(branch, capsys, old, new):
    """
    They hold for all of them.
    """
    replace(branch / "claims" / "a.yaml", old, new)

    assert run(capsys, "--diff", "main")[1] == A


def test_diff_of_a_renamed_file_looks_at_what_changed_in_it(branch, capsys):
    """
    It is compared with the file under its old name.
    """
    git("mv", "claims/a.yaml", "claims/z.yaml")
    replace(branch / "claims" / "z.yaml", "    change: 2025-H1\n", "    change: 2025-H1\n    note: looked up\n")
    commit()

    assert run(capsys, "--diff", "main")[1] == ["claims/z.yaml#change-2025-h1"]


def test_diff_looks_at_new_files_whole(branch, capsys):
    """
    Every claim of them is new.
    """
    (branch / "claims" / "d.yaml").write_text(HEAD + HOLDS + OTHER, encoding="utf-8")

    assert run(capsys, "--diff", "main")[1] == ["claims/d.yaml#change-2025-h1", "claims/d.yaml#level-2025-h1"]


def test_diff_looks_at_everything_where_the_file_of_before_was_broken(branch, capsys):
    """
    What cannot be read cannot be compared.
    """
    (branch / "claims" / "c.yaml").write_text("claims: [", encoding="utf-8")
    commit()
    git("branch", "--force", "main")
    (branch / "claims" / "c.yaml").write_text(HEAD + MISSES, encoding="utf-8")

    assert run(capsys, "--diff", "main")[1] == [C]


def test_diff_keeps_contradictions_with_what_did_not_change(branch, capsys):
    """
    A new claim that cannot be true beside an old one is this branch's.
    """
    old = '  - quote: "trade was $100 billion in 2023"\n    id: old\n    level: 2023\n'
    (branch / "claims" / "d.yaml").write_text(HEAD + old, encoding="utf-8")
    commit()
    git("branch", "--force", "main")
    new = '  - quote: "trade was $300 billion in 2023"\n    id: new\n    level: 2023\n'
    (branch / "claims" / "d.yaml").write_text(HEAD + old + new, encoding="utf-8")
    main(["verify", "-o", "json", "--diff", "main"])
    (article,) = json.loads(capsys.readouterr().out)["articles"]

    assert [each["claims"] for each in article["inconsistencies"]] == [["old", "new"]]
    assert [each["id"] for each in article["findings"]] == ["new"]


def test_diff_lists_the_uncovered_figures_of_changed_sentences(branch, capsys):
    """
    What was there before without a claim is left out.
    """
    (branch / "drafts" / "a.md").write_text(STORY + "\nExports fell 8.4 percent.\n", encoding="utf-8")
    commit()
    git("branch", "--force", "main")
    (branch / "drafts" / "a.md").write_text(
        STORY + "\nExports fell 8.4 percent.\n\nImports fell 9.6 percent.\n", encoding="utf-8"
    )
    main(["verify", "-o", "json", "--diff", "main"])
    (article,) = json.loads(capsys.readouterr().out)["articles"]

    assert [each["text"] for each in article["coverage"]["uncovered"]] == ["9.6 percent"]
    assert article["findings"] == []


def test_diff_of_a_word_document_looks_at_the_sentences_that_changed(branch, capsys):
    """
    It has no lines, and every save makes another file.
    """
    name = branch / "drafts" / "a.docx"
    name.write_bytes(word("Trade slipped by 9.1 percent.", "It had a record high of $237 billion in 2023."))
    replace(branch / "claims" / "a.yaml", "drafts/a.md", "drafts/a.docx")
    commit()
    git("branch", "--force", "main")
    name.write_bytes(word("Trade slipped by 9.1 percent.", "A record high of $237 billion it had in 2023."))
    replace(branch / "claims" / "a.yaml", "a record high", "A record high")

    assert run(capsys, "--diff", "main")[1] == A[1:]


def test_diff_looks_at_every_claim_where_the_draft_is_new(branch, capsys):
    """
    The claims file named it before it was there.
    """
    (branch / "drafts" / "a.md").unlink()
    commit()
    git("branch", "--force", "main")
    (branch / "drafts" / "a.md").write_text(STORY, encoding="utf-8")

    assert run(capsys, "--diff", "main")[1] == A


def test_diff_looks_at_every_claim_where_the_language_of_the_draft_changed(branch, capsys):
    """
    Figures are read by it.
    """
    replace(branch / "drafts" / "a.md", STORY, f"---\nlang: de\n---\n{STORY}")
    commit()
    git("branch", "--force", "main")
    replace(branch / "drafts" / "a.md", "lang: de", "lang: en")

    assert run(capsys, "--diff", "main")[1] == A
