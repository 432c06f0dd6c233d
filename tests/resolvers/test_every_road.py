"""The same claims through the snapshot, a live service, a lock and a PostgreSQL warehouse: the same verdicts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.claim_files import read_claims
from factcheck.cli import main
from factcheck.observations import Resolver
from factcheck.resolvers import load_resolvers
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.gacc.resolver import Gacc
from factcheck.resolvers.warehouse import warehouse_resolvers
from factcheck.testing import no_sockets
from factcheck.verification import verify
from tests.resolvers.live import gacc_service
from tests.resolvers.live.gacc_service import GaccService
from tests.resolvers.postgres import NoServer, PostgresServer, running_server
from tests.resolvers.warehouse.tables import make_table

#: China and Russia as their customs published them; the rest is invented, digits below the hundredths of a billion too.
WORLD = "Total|500,000.0|6,000,000.0|300,000.0|3,500,000.0|200,000.0|2,500,000.0|5.0|5.0|5.0\n"
PAGES = {
    (2023, 12, "USD"): WORLD
    + "Russian Federation|21,900.0|240,110.0|10,100.0|110,970.0|11,800.0|129,140.0|26.3|46.9|12.7",
    (2024, 12, "USD"): WORLD
    + "Russian Federation|22,000.0|244,810.0|11,000.0|115,490.0|11,000.0|129,320.0|1.9|4.1|0.1",
}
DAYS = {(2023, 12): "2024/01/12", (2024, 12): "2025/01/13"}
ROWS = (
    ("CHN", "RUS", "T", None, "2023", "240.11", "2024-01-12", "level"),
    ("CHN", "RUS", "T", None, "2024", "244.81", "2025-01-13", "level"),
    ("CHN", "RUS", "T", None, "2024", "1.9", "2025-01-13", "yoy"),
    ("CHN", "RUS", "X", None, "2024", "115.49", "2025-01-13", "level"),
    ("CHN", "RUS", "T", None, "2025-H1", "106.48", "2025-07-14", "level"),
    ("CHN", "RUS", "T", None, "2025-H1", "-9.1", "2025-07-14", "yoy"),
    ("CHN", "RUS", "X", None, "2025-H1", "47.16", "2025-07-14", "level"),
    ("CHN", "RUS", "X", None, "2025-H1", "-8.4", "2025-07-14", "yoy"),
    ("CHN", "RUS", "M", None, "2025-H1", "59.32", "2025-07-14", "level"),
)
CLAIMS = """\
published: 2025-07-14
about: {reporter: China, partner: Russia, flow: total, currency: USD}
claims:
  - {quote: "trade of $240 billion", id: level, level: 2023}
  - {quote: "a record $237 billion", id: famous, level: 2024}
  - {quote: "rose 1.9 percent", id: growth, change: 2024}
  - {quote: "fell 9.1 percent", id: half, change: 2025-H1}
  - {quote: "slipped 7.5 percent", id: wrong, change: 2025-H1, flow: exports}
  - {quote: "$47.2 billion", id: exports, level: 2025-H1, flow: exports}
  - {quote: "imports of $59.3 billion", id: imports, level: 2025-H1, flow: imports}
  - {quote: "$21 billion", id: unknown, level: 2009}
"""
#: By hand, from the published figures.
VERDICTS = {
    "level": ("match", "within"),
    "famous": ("discrepancy", "wrong-level"),
    "growth": ("match", "published-rate"),
    "half": ("match", "published-rate"),
    "wrong": ("discrepancy", "wrong-change"),
    "exports": ("match", "within"),
    "imports": ("match", "within"),
    "unknown": ("unresolved", "no-observation"),
}
MAPPING = {
    "name": "desk",
    "title": "The desk's own table",
    "publisher": "A newsroom",
    "homepage": "https://example.org",
    "licenses": [{"name": "internal", "title": "For use in the newsroom"}],
    "retrieved": "2026-11-20",
    "warehouse": {
        "kind": "postgres",
        "table": "roads",
        "columns": {
            "reporter": "rep", "partner": "par", "flow": "direction", "commodity": "code", "period": "month",
            "value": "amount", "published": "out", "measure": "measure",
        },
        "constants": {"unit": "USD", "source_url": "https://example.org/table"},
        "values": {"flow": {"X": "exports", "M": "imports", "T": "total"}},
    },
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the claims, where commands run."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "desk"
    (folder / "claims").mkdir(parents=True)
    (folder / "claims" / "story.yaml").write_text(CLAIMS)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def customs(monkeypatch: pytest.MonkeyPatch) -> Iterator[GaccService]:
    """The pages of China's customs with what was published."""
    for key, row in PAGES.items():
        monkeypatch.setitem(gacc_service.REAL, key, row)
    for when, day in DAYS.items():
        monkeypatch.setitem(gacc_service.DAYS, when, day)
    with GaccService() as server:
        yield server


def verdicts(resolvers: Sequence[Resolver]) -> dict[str, tuple[str, str]]:
    """The verdict and rule of each claim from these resolvers alone."""
    articles, problems = read_claims(("claims",))
    assert not problems
    return {
        finding.id: (str(finding.verdict), finding.rule)
        for report in verify(articles, resolvers)
        for finding in report.findings
    }


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, tuple[str, str]]:
    """The verdicts that a command printed as JSON."""
    report = json.loads(capsys.readouterr().out)
    return {each["id"]: (each["verdict"], each["rule"]) for each in report["articles"][0]["findings"]}


def test_the_snapshot(desk: Path) -> None:
    """
    The embedded snapshot gives the verdicts that were written by hand.
    """
    assert verdicts(load_resolvers(plugins=False).resolvers) == VERDICTS


def test_the_live_pages(desk: Path, customs: GaccService) -> None:
    """
    The pages of the customs alone give the same.
    """
    access = Access(base_url=customs.url, now=lambda: datetime(2026, 11, 20, tzinfo=UTC))

    assert verdicts([Gacc(access)]) == VERDICTS


def test_the_live_command_and_its_lock(
    desk: Path,
    customs: GaccService,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    The live command gives the same, and so does the lock that it made, elsewhere and without a socket.
    """
    where = ["--live", "--source", "gacc", "--base-url", f"gacc={customs.url}"]
    main(["verify", *where, "--output-format", "json"])
    live = told(capsys)
    assert main(["lock", *where]) == 0
    capsys.readouterr()
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "claims").mkdir(parents=True)
    for name in ("factcheck.lock", "claims/story.yaml"):
        (elsewhere / name).write_bytes((desk / name).read_bytes())
    monkeypatch.chdir(elsewhere)

    with no_sockets():
        code = main(["verify", "--locked", "--output-format", "json"])

    assert (live, told(capsys), code) == (VERDICTS, VERDICTS, 1)


@pytest.fixture(scope="module")
def postgres() -> Iterator[PostgresServer]:
    """A running server; the test is skipped where there is none."""
    try:
        with running_server() as server:
            yield server
    except NoServer as reason:
        pytest.skip(str(reason))


def test_a_postgresql_warehouse(desk: Path, postgres: PostgresServer) -> None:
    """
    The same figures in a table of an organisation's own give the same.
    """
    multiplied = [(*row, "9" if row[-1] == "level" else "0") for row in ROWS]
    columns = ("rep", "par", "direction", "code", "month", "amount", "out", "measure", "power")
    address = make_table(
        "postgres", desk, multiplied, types=dict.fromkeys(columns, "TEXT"), server=postgres, table="roads"
    )
    warehouse = {**MAPPING["warehouse"], "columns": {**MAPPING["warehouse"]["columns"], "unit_multiplier": "power"}}
    (desk / "sources" / "desk").mkdir(parents=True)
    (desk / "sources" / "desk" / "datapackage.json").write_text(json.dumps({**MAPPING, "warehouse": warehouse}))

    assert verdicts(warehouse_resolvers(desk, {"FACTCHECK_WAREHOUSE_DESK": address})) == VERDICTS
