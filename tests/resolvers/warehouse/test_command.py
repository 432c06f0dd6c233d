"""``factcheck verify`` against a warehouse: from the claims file to the exit code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import main
from tests.resolvers.postgres import PASSWORD
from tests.resolvers.warehouse.projects import described, make_project, write_description
from tests.resolvers.warehouse.tables import KINDS, NAMES, ROWS, make_table

VARIABLE = "FACTCHECK_WAREHOUSE_TRADE_DESK"
Capture = pytest.CaptureFixture[bytes]

#: China and Russia as their customs printed them: 240.11 bn USD in 2023 and 244.81 in 2024, which is 1.96 % more.
CLAIMS = """\
published: 2025-07-14
about: {source: trade-desk, reporter: China, partner: Russia, flow: total, currency: USD}
claims:
  - {id: level, quote: "reached $244.8 billion", level: 2024}
  - {id: growth, quote: "up 2.0 percent", change: 2024}
  - {id: wrong-level, quote: "$237 billion", level: 2023}
  - {id: wrong-growth, quote: "up 3.0 percent", change: 2024}
  - {id: exports, quote: "$115.5 billion", level: 2024, flow: exports}
  - {id: cars, quote: "$26.0 billion", level: 2024, flow: exports, commodity: "hs:8703"}
  - {id: missing, quote: "$5 billion", level: 1995}
"""
#: A figure that the embedded snapshot lacks: without the warehouse it is open.
ALONE = """\
published: 2025-07-14
about: {source: trade-desk, reporter: China, partner: Russia, flow: exports, currency: USD}
claims:
  - {id: cars, quote: "$26.0 billion", level: 2024, commodity: "hs:8703"}
"""
VERDICTS = {
    "level": "match",
    "growth": "match",
    "wrong-level": "discrepancy",
    "wrong-growth": "discrepancy",
    "exports": "match",
    "cars": "match",
    "missing": "unresolved",
}
#: Without the source the embedded figures count, and come first.
BOTH = """\
published: 2025-07-14
about: {reporter: China, partner: Russia, flow: total, currency: USD}
claims:
  - {id: level, quote: "$244.81 billion", level: 2024}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which the command runs, with claims about a warehouse."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv(VARIABLE, raising=False)
    claim(tmp_path, ALONE)
    return tmp_path


def claim(project: Path, claims: str) -> None:
    """Write the claims that are checked."""
    (project / "claims.yaml").write_text(claims, encoding="utf-8")


def verify(capture: Capture, *options: str) -> tuple[int, dict[str, Any], str]:
    """Run the command: its exit code, its report, and what it says of errors."""
    code = main(["verify", "claims.yaml", "-o", "json", *options])
    shown = capture.readouterr()
    return code, json.loads(shown.out), shown.err.decode()


def findings(report: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The findings of the one article, by the ids of their claims."""
    return {finding["id"]: finding for finding in report["articles"][0]["findings"]}


@pytest.mark.parametrize("kind", KINDS)
def test_claims_are_checked_against_a_warehouse(
    kind: str, project: Path, table, monkeypatch: pytest.MonkeyPatch, capsysbinary: Capture
) -> None:
    """
    A level, a rate of growth and a commodity are decided by the table's rows; what it lacks stays open.
    """
    claim(project, CLAIMS)
    folder = make_project(project, kind)
    if kind == "postgres":
        monkeypatch.setenv(VARIABLE, table("postgres"))
    else:
        make_table(kind, folder)

    code, report, errors = verify(capsysbinary)

    assert (code, errors) == (1, "")
    assert {name: finding["verdict"] for name, finding in findings(report).items()} == VERDICTS


def test_local_rows_are_counted(project: Path, capsysbinary: Capture) -> None:
    """
    The last line of the report says how many findings rest on the folder's own rows.
    """
    claim(project, CLAIMS)
    make_project(project, "csv")

    assert main(["verify", "claims.yaml"]) == 1
    shown = capsysbinary.readouterr().out.decode()

    assert "6 local rows decided" in shown
    assert shown.splitlines()[-1].startswith("Exit 1: 4 matches, 2 discrepancies, ")
    assert "trade-desk (of this folder), released 2025-01-13: 244.81 bn USD" in " ".join(shown.split())


def test_a_warehouse_does_not_outrank_the_embedded_figures(project: Path, capsysbinary: Capture) -> None:
    """
    Of one cell the embedded row decides, whatever the folder's table says of it.
    """
    folder = make_project(project, "csv")
    make_table("csv", folder, [(*ROWS[1][:5], "237.00", *ROWS[1][6:])])
    claim(project, BOTH)

    code, report, _ = verify(capsysbinary)

    level = findings(report)["level"]
    assert (code, level["verdict"]) == (0, "match")
    assert "disagrees: trade-desk (of this folder), released 2025-01-13: 237.00 bn USD" in json.dumps(level)


def test_isolated_takes_no_warehouse(project: Path, capsysbinary: Capture) -> None:
    """
    With --isolated the folder's sources are left out, those in a warehouse too.
    """
    make_project(project, "csv")

    code, report, _ = verify(capsysbinary, "--isolated")

    assert code == 3
    assert {finding["verdict"] for finding in findings(report).values()} == {"unresolved"}


def test_a_server_that_nobody_named_is_told(project: Path, capsysbinary: Capture) -> None:
    """
    The claims stay open, and the report says which variable the operator must set.
    """
    make_project(project, "postgres")

    code, report, errors = verify(capsysbinary)

    assert (code, errors) == (3, "")
    assert {finding["rule"] for finding in findings(report).values()} == {"source-unavailable"}
    assert f"set {VARIABLE}, as postgresql://user:password@host:5432/database" in json.dumps(report)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("text", "the user or the password is refused"),
        ("json", "the user or the password is refused"),
        ("concise", "source-unavailable"),
    ],
)
def test_no_report_has_the_password(
    form: str, words: str, project: Path, postgres, monkeypatch: pytest.MonkeyPatch, capsysbinary: Capture
) -> None:
    """
    Whatever the server says, nothing of the address stands in a report or on the screen.
    """
    make_project(project, "postgres")
    monkeypatch.setenv(VARIABLE, postgres.address(user="the-desk", password="wr0ng/secret"))

    assert main(["verify", "claims.yaml", "-o", form]) == 3
    shown = capsysbinary.readouterr()
    said = (shown.out + shown.err).decode()

    assert words in " ".join(said.split())
    for secret in ("wr0ng", "the-desk", "127.0.0.1", str(postgres.port), PASSWORD):
        assert secret not in said


def test_a_broken_warehouse_stops_no_other_claim(project: Path, capsysbinary: Capture) -> None:
    """
    A table that cannot be read leaves its claims open; those about embedded figures are checked.
    """
    folder = make_project(project, "sqlite")
    (folder / NAMES["sqlite"]).write_bytes(b"no database" * 99)
    embedded = '{id: embedded, source: gacc, flow: total, quote: "$244.81 billion", level: 2024}'
    claim(project, f"{ALONE}  - {embedded}\n")

    code, report, _ = verify(capsysbinary)

    verdicts = {name: finding["verdict"] for name, finding in findings(report).items()}
    assert (code, verdicts.pop("embedded"), set(verdicts.values())) == (0, "match", {"unresolved"})
    assert "cannot be read as a SQLite database" in json.dumps(report)


def test_a_fault_of_a_description_is_told_once(project: Path, capsysbinary: Capture) -> None:
    """
    Two readers look at a description; the run ends with 2 and says each fault once, with its line.
    """
    folder = make_project(project, "csv")
    write_description(folder, described("csv") | {"publisher": "", "dsn": "postgresql://x"})

    code, _, errors = verify(capsysbinary)

    assert code == 2
    assert errors.count("unknown key 'dsn'") == 1
    assert errors.count("'publisher' is missing") == 1
    assert "sources/trade-desk/datapackage.json:39:2: " in errors


def test_a_fault_of_a_mapping_ends_the_run(project: Path, capsysbinary: Capture) -> None:
    """
    A project file that tries to name a server is an error, never a connection.
    """
    make_project(project, "postgres", address="postgresql://evil.example.org/x")

    code, _, errors = verify(capsysbinary)

    assert (code, "unknown key 'address'" in errors) == (2, True)


def test_lookup_finds_the_figures_of_a_warehouse(project: Path, capsysbinary: Capture) -> None:
    """
    A warehouse answers the other commands too.
    """
    make_project(project, "csv")

    assert main(["lookup", "Germany", "China", "2025-06", "exports", "--source", "trade-desk"]) == 0
    shown = capsysbinary.readouterr().out.decode()

    assert "6.70 bn USD" in shown
    assert "trade-desk" in shown
