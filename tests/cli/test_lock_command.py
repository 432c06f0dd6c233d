"""``factcheck lock`` and ``factcheck verify --locked``: the same verdicts elsewhere, without a source."""

from __future__ import annotations

import json
import re
import shutil
import socket
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

import pytest

from factcheck.cli import main
from factcheck.lock.pinned import Lock, Pinned
from factcheck.lock.read import read_lock
from factcheck.lock.write import lock_text
from factcheck.observations import Observation

ROOT = Path(__file__).parents[2]
HEAD = """\
title: Trade in 2024
published: 2025-07-20
about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}
claims:
"""
US = "source: census, reporter: US, partner: China"
DESK = f"""{HEAD}\
  - {{id: total, quote: "came to $244.81 billion", level: 2024}}
  - {{id: year-before, quote: "a record high of $237 billion", level: 2023, record: {{high: 2023}}}}
  - {{id: growth, quote: "grew by 1.9 percent", change: 2024}}
  - {{id: shrank, quote: "fell by 1.9 percent", change: 2024}}
  - {{id: release-day, quote: "on Monday, 13 January 2025", date: {{release: 2024}}}}
  - {{id: other-day, quote: "released on 14 January 2025", date: {{release: 2024}}}}
  - {{id: share, quote: "6.9 percent of exports", {US}, flow: exports, share: {{period: 2024, of: {{partner: World}}}}}}
  - {{id: third, quote: "third-largest partner", {US}, rank: {{period: 2024, among: countries}}}}
  - {{id: fifth, quote: "fifth-largest partner", {US}, rank: {{period: 2024, among: countries}}}}
  - {{id: unknown, quote: "trade of $90 billion", level: 1995}}
"""
ONE = f'{HEAD}  - {{id: total, quote: "came to $244.81 billion", level: 2024}}\n'
#: What stands in the sources for the claims of DESK, read there by hand.
VERDICTS = {
    "total": ("match", "truncated"),
    "year-before.level": ("discrepancy", "wrong-level"),
    "year-before.record": ("match", "within"),
    "growth": ("match", "published-rate"),
    "shrank": ("discrepancy", "wrong-direction"),
    "release-day": ("match", "within"),
    "other-day": ("discrepancy", "wrong-date"),
    "share": ("match", "within"),
    "third": ("match", "within"),
    "fifth": ("discrepancy", "wrong-rank"),
    "unknown": ("unresolved", "no-observation"),
}

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project folder, where the command runs."""
    project = tmp_path / "project"
    (project / "claims").mkdir(parents=True)
    monkeypatch.chdir(project)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return project


def write(project: Path, text: str, name: str = "desk.yaml") -> None:
    (project / "claims" / name).write_text(text, encoding="utf-8")


def report(capsys: Capture, *args: str) -> tuple[int, dict[str, Any]]:
    """The exit code and the JSON report of a run of verify."""
    capsys.readouterr()
    code = main(["verify", "--output-format", "json", *args])
    return code, json.loads(capsys.readouterr().out)


def without_counts(told: dict[str, Any]) -> dict[str, Any]:
    """A report but for the numbers of locked findings, which are taken out."""
    for each in (*told["articles"], told["summary"]):
        each.pop("locked_rows")
    return told


def reseal(project: Path, change: Callable[[Lock], Lock]) -> None:
    """What someone does who edits a lock and knows how its sha256 is made."""
    path = project / "factcheck.lock"
    path.write_text(lock_text(change(read_lock(path.read_text(encoding="utf-8"), ""))), encoding="utf-8")


@pytest.mark.parametrize("article", [True, False], ids=["the article", "a desk's own claims"])
def test_the_same_elsewhere_without_a_socket(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, article: bool
) -> None:
    """
    The whole report is the same from the lock alone, in another folder and with sockets refused.
    """
    if article:
        shutil.copytree(ROOT / "claims", project / "claims", dirs_exist_ok=True)
        shutil.copytree(ROOT / "drafts", project / "drafts")
    else:
        write(project, DESK)
    code, told = report(capsys)
    assert main(["lock"]) == 0
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(project, elsewhere)
    monkeypatch.chdir(elsewhere)

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    locked_code, locked = report(capsys, "--locked")

    assert (locked_code, locked["summary"]["exit_code"]) == (code, 1)
    assert locked["summary"]["locked_rows"] > 0
    assert told["summary"]["locked_rows"] == 0
    assert without_counts(locked) == without_counts(told)


def test_verdicts_from_the_lock(project: Path, capsys: Capture) -> None:
    """
    Level, growth, share, record, rank and date are decided by the lock; all but what nobody has is counted.
    """
    write(project, DESK)
    main(["lock"])
    _, told = report(capsys, "--locked")
    (article,) = told["articles"]

    assert {each["id"]: (each["verdict"], each["rule"]) for each in article["findings"]} == VERDICTS
    assert article["locked_rows"] == len(VERDICTS) - 1
    assert [each["claims"] for each in article["inconsistencies"]] == [["growth", "shrank"]]


def test_text_says_what_the_lock_decided(project: Path, capsys: Capture) -> None:
    """
    The summary and the last line have the number; without the lock neither speaks of it.
    """
    write(project, ONE)
    main(["lock"])
    capsys.readouterr()
    main(["verify", "--locked"])
    locked = capsys.readouterr().out.splitlines()
    main(["verify"])
    plain = capsys.readouterr().out

    assert "1 finding checked against the lock, not the sources." in locked
    assert locked[-1] == "Exit 0: 1 match, 0 discrepancies, 0 unresolved, 1 from the lock"
    assert "lock" not in plain


def test_locking_says_what_it_did(project: Path, capsys: Capture) -> None:
    """
    The first time everything is new, the second time the same, and the file is not written again.
    """
    write(project, ONE)

    assert main(["lock"]) == 0
    first = capsys.readouterr().out
    before = (project / "factcheck.lock").stat().st_mtime_ns
    assert main(["lock"]) == 0
    again = capsys.readouterr().out

    assert re.fullmatch(
        r"snapshot: [0-9]+ new\nfactcheck\.lock: [0-9]+ questions, [0-9]+ figures, 0 events, [0-9]+ exchange rates\.\n",
        first,
    )
    assert again == first.replace(" new", " the same")
    assert (project / "factcheck.lock").stat().st_mtime_ns == before


def test_the_lock_is_the_same_bytes_anywhere(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Two runs in two folders write the same file.
    """
    write(project, DESK)
    main(["lock"])
    other = tmp_path / "other"
    shutil.copytree(project / "claims", other / "claims")
    monkeypatch.chdir(other)
    main(["lock"])

    assert (other / "factcheck.lock").read_bytes() == (project / "factcheck.lock").read_bytes()


def test_claims_are_added_and_pruned(project: Path, capsys: Capture) -> None:
    """
    Another claims file adds to the lock; --prune leaves what the named ones need.
    """
    write(project, ONE)
    main(["lock"])
    small = (project / "factcheck.lock").read_bytes()
    write(project, DESK, "more.yaml")
    main(["lock", "claims/more.yaml"])

    assert report(capsys, "--locked", "claims/desk.yaml")[0] == 0
    assert report(capsys, "--locked")[0] == 1
    assert main(["lock", "--prune", "claims/desk.yaml"]) == 0
    assert (project / "factcheck.lock").read_bytes() == small


def test_no_lock(project: Path, capsys: Capture) -> None:
    """
    Without a lock nothing is decided, the exit code is 4, and it is said how to make one.
    """
    write(project, ONE)

    assert main(["lock", "--check"]) == 4
    assert capsys.readouterr().err == "there is no factcheck.lock; make it: factcheck lock\n"
    assert main(["verify", "--locked"]) == 4
    shown = capsys.readouterr()
    assert shown.err == "there is no factcheck.lock; make it: factcheck lock\n"
    assert "unresolved: source-unavailable" in shown.out
    assert main(["sources", "outdated"]) == 4
    assert main(["sources", "diff"]) == 4
    assert main(["update"]) == 4


def test_a_claim_that_the_lock_does_not_cover(project: Path, capsys: Capture) -> None:
    """
    Exit code 4 in both, with what is lacking; after locking again both are content.
    """
    write(project, ONE)
    main(["lock"])
    write(
        project,
        ONE + '  - {id: us, quote: "$143.5 billion", source: census, reporter: US, flow: exports, level: 2024}\n',
    )
    capsys.readouterr()

    assert main(["lock", "--check"]) == 4
    assert "factcheck.lock has nothing on USA with RUS for 2020-01 and " in capsys.readouterr().err
    code, told = report(capsys, "--locked")
    assert (code, told["summary"]["exit_code"]) == (4, 4)
    assert any("factcheck.lock has nothing on USA with RUS" in each for each in told["articles"][0]["warnings"])
    assert main(["lock"]) == 0
    assert main(["lock", "--check"]) == 0
    assert report(capsys, "--locked")[0] == 1


def test_an_edited_lock(project: Path, capsys: Capture) -> None:
    """
    Every command says that it was edited and ends with exit code 2; nobody writes over it.
    """
    write(project, ONE)
    main(["lock"])
    path = project / "factcheck.lock"
    edited = path.read_text(encoding="utf-8").replace('"244.819"', '"999.819"')
    path.write_text(edited, encoding="utf-8")

    for command in (
        ["verify", "--locked"],
        ["lock"],
        ["lock", "--check"],
        ["update"],
        ["sources", "outdated"],
        ["sources", "diff"],
    ):
        capsys.readouterr()
        assert main(command) == 2, command
        assert "factcheck.lock:1:1: the lock was edited" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == edited


def test_a_poisoned_row_of_the_snapshot(project: Path, capsys: Capture) -> None:
    """
    A figure that the snapshot does not have is found even where the sha256 was made anew, and told with its line.
    """
    write(project, ONE)
    main(["lock"])
    path = project / "factcheck.lock"
    lines = path.read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if '"244.819"' in text)

    def change(lock: Lock) -> Lock:
        return lock._replace(rows=tuple(poisoned(each) for each in lock.rows))

    reseal(project, change)
    capsys.readouterr()

    assert main(["verify", "--locked"]) == 2
    told = capsys.readouterr()
    assert f"factcheck.lock:{line}:1: the row is not in the snapshot that it names" in told.err
    assert "the lock leaves out 1 row of the snapshot that it names" in told.err
    assert "0 matches" in told.out.splitlines()[-1]
    assert main(["lock", "--check"]) == 2


def poisoned(pinned: Pinned) -> Pinned:
    """The row, and in place of the total of 2024 the figure that the article would like to have."""
    if isinstance(pinned.row, Observation) and str(pinned.row.value) == "244.819":
        return pinned._replace(row=pinned.row._replace(value=Decimal("237.001")))
    return pinned


def test_a_row_of_the_snapshot_that_is_left_out(project: Path, capsys: Capture) -> None:
    """
    Leaving out what speaks against a claim is found too.
    """
    write(project, ONE)
    main(["lock"])
    reseal(project, lambda lock: lock._replace(rows=lock.rows[5:]))
    capsys.readouterr()

    assert main(["verify", "--locked"]) == 2
    assert "the lock leaves out 5 rows of the snapshot that it names" in capsys.readouterr().err


def test_a_lock_of_another_snapshot_is_told(project: Path, capsys: Capture) -> None:
    """
    A lock of another snapshot is used, and it is said that it is of another one.
    """
    write(project, ONE)
    main(["lock"])
    reseal(project, lambda lock: lock._replace(snapshot="0" * 64))
    capsys.readouterr()

    assert main(["verify", "--locked"]) == 0
    assert capsys.readouterr().err == (
        "note: factcheck.lock was made with another snapshot than the one installed; "
        "none of its rows is otherwise in that one\n"
    )
    assert main(["lock"]) == 0
    capsys.readouterr()
    assert main(["verify", "--locked"]) == 0
    assert capsys.readouterr().err == ""


def test_a_row_that_another_snapshot_is_said_to_have_is_counted(project: Path, capsys: Capture) -> None:
    """
    Who edits a row and names another snapshot does not go unseen: rows that are not in the installed one are counted.
    """
    write(project, ONE)
    main(["lock"])
    reseal(project, lambda lock: lock._replace(snapshot="0" * 64, rows=tuple(map(poisoned, lock.rows))))
    rows = len(read_lock((project / "factcheck.lock").read_text(encoding="utf-8"), "").rows)
    capsys.readouterr()

    main(["verify", "--locked"])
    assert capsys.readouterr().err == (
        "note: factcheck.lock was made with another snapshot than the one installed; "
        f"1 of its {rows} rows is otherwise in that one; factcheck sources diff says which verdicts that changes\n"
    )


def test_rows_by_a_resolver_that_is_not_installed_are_told(project: Path, capsys: Capture) -> None:
    """
    A row beside the snapshot's own, by a resolver that nobody here has, is named in the run and in the check.
    """
    write(project, ONE)
    main(["lock"])

    def beside(lock: Lock) -> Lock:
        row = next(pinned.row for pinned in lock.rows if isinstance(pinned.row, Observation))
        return lock._replace(rows=(*lock.rows, Pinned("helper", row)))

    reseal(project, beside)
    note = "note: factcheck.lock has 1 row by helper, which is not installed here: nothing can be compared\n"
    for command in (["verify", "--locked"], ["lock", "--check"]):
        capsys.readouterr()
        main(command)

        assert capsys.readouterr().err == note


def test_a_claims_file_with_errors_leaves_the_lock_as_it_is(project: Path, capsys: Capture) -> None:
    """
    Nothing is written, not even with --prune, and the fault is told.
    """
    write(project, ONE)
    main(["lock"])
    before = (project / "factcheck.lock").read_bytes()
    write(project, f'{HEAD}  - {{quote: "$1 billion", lavel: 2024}}\n')
    capsys.readouterr()

    assert main(["lock", "--prune"]) == 2
    told = capsys.readouterr().err
    assert "claims/desk.yaml:5:" in told
    assert told.endswith("factcheck.lock stays as it is\n")
    assert (project / "factcheck.lock").read_bytes() == before


@pytest.mark.parametrize(
    ("args", "what"),
    [
        (["verify", "--locked", "--live"], "--locked asks no source, --live asks them all"),
        (["verify", "--lock", "other.lock"], "add --locked"),
        (["lock", "--check", "--prune"], "leave out --live and --prune"),
        (["lock", "--check", "--live"], "leave out --live and --prune"),
        (["lock", "--source", "imf"], "add --live"),
    ],
)
def test_wrong_usage(project: Path, capsys: Capture, args: list[str], what: str) -> None:
    """
    Options that contradict each other are told.
    """
    write(project, ONE)

    assert main(args) == 2
    assert what in capsys.readouterr().err


def test_another_file(project: Path, capsys: Capture) -> None:
    """
    --lock names another lock, in verify, lock and sources alike.
    """
    write(project, ONE)
    (project / "locks").mkdir()

    assert main(["lock", "--lock", "locks/desk.lock"]) == 0
    assert not (project / "factcheck.lock").exists()
    assert main(["lock", "--check", "--lock", "locks/desk.lock"]) == 0
    assert main(["verify", "--locked", "--lock", "locks/desk.lock"]) == 0
    assert main(["sources", "outdated", "--lock", "locks/desk.lock"]) == 0
    assert main(["sources", "diff", "--lock", "locks/desk.lock"]) == 0
    capsys.readouterr()


def local_source(project: Path, value: str, published: str = "2025-02-01") -> None:
    """A folder's own source with the trade of Kazakhstan with China; the number is invented."""
    folder = project / "sources" / "desk"
    folder.mkdir(parents=True, exist_ok=True)
    told = {"name": "desk", "title": "Desk", "publisher": "The newsroom", "licenses": [{"name": "internal"}]}
    description = told | {"resources": [{"path": "rows.csv"}]}
    (folder / "datapackage.json").write_text(json.dumps(description), encoding="utf-8")
    header = "reporter,partner,flow,period,unit,value,unit_multiplier,published,source_url"
    row = f"KAZ,CHN,total,2024,USD,{value},9,{published},https://example.org/release"
    (folder / "rows.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")


KAZAKHSTAN = """\
published: 2025-07-20
about: {source: desk, reporter: Kazakhstan, partner: China, flow: total, currency: USD}
claims:
  - {id: trade, quote: "came to $43.8 billion", level: 2024}
"""


def test_the_folders_own_rows_stay_its_own(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """
    Elsewhere, without the folder, they decide from the lock and are counted as local; not with --isolated.
    """
    write(project, KAZAKHSTAN)
    local_source(project, "43.8")
    code, told = report(capsys)
    main(["lock"])
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copytree(project / "claims", elsewhere / "claims")
    shutil.copy(project / "factcheck.lock", elsewhere)
    monkeypatch.chdir(elsewhere)
    locked_code, locked = report(capsys, "--locked")
    isolated_code, isolated = report(capsys, "--locked", "--isolated")

    assert (code, locked_code, isolated_code) == (0, 0, 3)
    assert (locked["summary"]["local_rows"], locked["summary"]["locked_rows"]) == (1, 1)
    assert without_counts(locked) == without_counts(told)
    assert isolated["summary"]["unresolved"] == 1


def test_a_folder_that_is_gone_is_gone_from_the_lock(project: Path, capsys: Capture) -> None:
    """
    Locking anew pins the folder's own figures as they are now: changed, or not at all.
    """
    write(project, KAZAKHSTAN)
    local_source(project, "43.8")
    main(["lock"])
    local_source(project, "44.9")
    main(["lock"])
    changed, _ = report(capsys, "--locked")
    shutil.rmtree(project / "sources")
    main(["lock"])
    gone, _ = report(capsys, "--locked")

    assert (changed, gone) == (1, 3)


def test_diff_names_the_claims_that_a_revision_breaks(project: Path, capsys: Capture) -> None:
    """
    The old and the new verdict, value and day; exit code 1, since a claim that matched no longer does.
    """
    write(project, KAZAKHSTAN)
    local_source(project, "43.8")
    main(["lock"])
    capsys.readouterr()
    assert main(["sources", "diff"]) == 0
    assert capsys.readouterr().out == "No verdict and no figure changes with the newest data.\n"

    local_source(project, "44.9", "2026-03-02")
    assert main(["sources", "diff"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "claims/desk.yaml",
        '  "came to $43.8 billion"',
        "           ^^^^^^^^^^^^^",
        "    was        match, within: 43.8 bn USD, desk (of this folder) 2025-02-01",
        "    now        discrepancy, wrong-level: 44.9 bn USD, desk (of this folder)",
        "               2026-03-02",
        "    claim      trade, claims/desk.yaml:4:24",
        "",
        "1 finding changes with the newest data; 1 that matched no longer does.",
    ]


def test_diff_with_a_revision_in_the_snapshot(project: Path, capsys: Capture) -> None:
    """
    What held on the article's day and no longer does is named, though the lock has both vintages.
    """
    share = "flow: exports, share: {period: 2024, of: {partner: World}}"
    write(project, f'{HEAD}  - {{id: share, quote: "6.95 percent", {US}, {share}}}\n')
    main(["lock"])
    capsys.readouterr()

    assert report(capsys, "--locked")[0] == 0
    assert main(["sources", "diff"]) == 1
    assert "    was        match, within: 6.95 %, census 2025-06-30" in capsys.readouterr().out


def test_outdated_compares_with_the_newest_at_hand(project: Path, capsys: Capture) -> None:
    """
    A source whose figures came out anew is told, with the days, and ends with exit code 1.
    """
    write(project, KAZAKHSTAN)
    local_source(project, "43.8")
    main(["lock"])
    capsys.readouterr()
    assert main(["sources", "outdated"]) == 0
    assert "desk                 2025-02-01  2025-02-01  up to date" in capsys.readouterr().out.splitlines()

    local_source(project, "44.9", "2026-03-02")
    assert main(["sources", "outdated"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert "desk                 2025-02-01  2026-03-02  1 of 1 newer, 1 revised" in told
    shutil.rmtree(project / "sources")
    assert main(["sources", "outdated"]) == 0
    assert "desk                 2025-02-01              is not at hand; --live asks it" in capsys.readouterr().out


def test_a_report_does_not_go_onto_the_lock(project: Path, capsys: Capture) -> None:
    """
    The lock is an input of the run.
    """
    write(project, ONE)
    main(["lock"])
    before = (project / "factcheck.lock").read_bytes()

    assert main(["verify", "--locked", "-o", "json=factcheck.lock"]) == 2
    assert "factcheck.lock is an input of this run" in capsys.readouterr().err
    assert (project / "factcheck.lock").read_bytes() == before
