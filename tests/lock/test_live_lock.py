"""Locking what a live service says, through the whole command, against a service on this machine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import main
from tests.resolvers.live.faults import status
from tests.resolvers.live.server import Asked, FakeService, Response, text_response

HEAD = "DATAFLOW,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,DERIVATION_TYPE\n"
CLAIMS = """\
about: {reporter: Bhutan, partner: Thailand, flow: exports, currency: USD, source: imf}
claims:
  - {quote: "exports of $12.4 million", id: holds, level: 2024}
  - {quote: "exports of $9 million", id: misses, level: 2022}
  - {quote: "rose 24 percent", id: growth, change: 2024}
"""
Run = Callable[..., tuple[int, str, str]]


class Fund(FakeService):
    """Speaks as the International Monetary Fund does of Bhutan's exports to Thailand; the figures are invented."""

    def __init__(self) -> None:
        super().__init__()
        self.figures = {"2022": "8000000", "2023": "10000000", "2024": "12400000"}

    def respond(self, asked: Asked) -> Response:
        reporter, indicator, partner, frequency = (part.split("+") for part in asked.path.rsplit("/", 1)[1].split("."))
        wanted = "BTN" in reporter and "XG_FOB_USD" in indicator and "THA" in partner and "A" in frequency
        lines = [
            f"IMF.STA:IMTS(1.0.0),BTN,XG_FOB_USD,THA,A,{year},{value},6,M\n"
            for year, value in self.figures.items()
            if wanted and asked.query.get("startPeriod", "0") <= year <= asked.query.get("endPeriod", "9999")
        ]
        return text_response(HEAD + "".join(lines), "application/vnd.sdmx.data+csv; version=1.0.0")


@pytest.fixture
def fund() -> Iterator[Fund]:
    with Fund() as service:
        yield service


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder with the claims, where the command runs; the user's own folders are elsewhere."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "desk"
    (folder / "claims").mkdir(parents=True)
    (folder / "claims" / "story.yaml").write_text(CLAIMS, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def run(desk: Path, fund: Fund, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command; ``live`` stands for the options that ask the fund and keep its replies beside the claims."""
    base = ["--base-url", f"imf={fund.url}", "--evidence", "evidence"]

    def go(*words: str) -> tuple[int, str, str]:
        args = [part for word in words for part in _spelt(word, base)]
        code = main(args)
        out, err = capsys.readouterr()
        return code, out, err

    return go


def _spelt(word: str, base: list[str]) -> list[str]:
    return {"live": ["--live", "--source", "imf", *base], "base": base}.get(word, [word])


def findings(report: str) -> list[dict[str, Any]]:
    told = json.loads(report)
    return [each for article in told["articles"] for each in article["findings"]]


def test_the_lock_gives_what_the_service_gave(run: Run, fund: Fund) -> None:
    """
    Findings are the same with the service gone; each row names the reply that it was read from.
    """
    code, live, _ = run("verify", "live", "-o", "json")
    assert run("lock", "live")[0] == 0
    fund.always = status(500)
    locked_code, locked, _ = run("verify", "--locked", "-o", "json")

    assert (code, locked_code) == (1, 1)
    assert findings(locked) == findings(live)
    assert [(each["id"], each["verdict"]) for each in findings(locked)] == [
        ("holds", "match"),
        ("misses", "discrepancy"),
        ("growth", "match"),
    ]
    assert json.loads(locked)["summary"]["locked_rows"] == 3


def test_evidence_is_checked(run: Run, desk: Path) -> None:
    """
    A reply that is there must be the one that the lock names; one that is missing is only mentioned.
    """
    run("lock", "live")
    good = run("lock", "--check", "--evidence", "evidence")
    bodies = [path for path in (desk / "evidence" / "bodies").rglob("*") if path.is_file()]
    for body in bodies:
        body.write_bytes(body.read_bytes().replace(b"12400000", b"99900000"))
    edited = run("lock", "--check", "--evidence", "evidence")
    for body in bodies:
        body.unlink()
    missing = run("lock", "--check", "--evidence", "evidence")

    assert (good[0], edited[0], missing[0]) == (0, 4, 0)
    assert "its content does not have the hash of its name" in edited[2]
    assert missing[2] == "note: 1 reply is not at hand, from which figures were read\n"


def test_update_pins_a_revision_and_says_so(run: Run, fund: Fund) -> None:
    """
    Kept replies are passed over; the old figure stays, since the service would not give it again.
    """
    run("lock", "live")
    fund.figures["2024"] = "12600000"
    code, told, _ = run("update", "imf", "base")
    figures = json.loads(Path("factcheck.lock").read_text(encoding="utf-8"))["observations"]

    assert code == 0
    assert told.startswith("imf: 1 revised, 2 the same\n  BTN with THA, exports, 2024: 12.400000 m USD (retrieved ")
    assert sorted(each["value"] for each in figures if each["period"] == "2024") == ["12600000"]


def test_offline_keeps_what_was_pinned(run: Run, fund: Fund) -> None:
    """
    Locking again without --live, or with the service down, loses nothing; the second ends with exit code 4.
    """
    run("lock", "live")
    before = Path("factcheck.lock").read_bytes()
    offline = run("lock")
    fund.always = status(500)
    down = run("update", "base")

    assert Path("factcheck.lock").read_bytes() == before
    assert (offline[0], down[0]) == (0, 4)
    assert "imf failed: unavailable." in down[1]
    assert "what the lock had of imf stays" in down[1]


def test_diff_and_outdated_ask_the_service(run: Run, fund: Fund) -> None:
    """
    Offline the service's figures stand as pinned; with --live a revision that breaks a claim is named.
    """
    run("lock", "live")
    offline = run("sources", "diff")
    fund.figures["2024"] = "12700000"
    outdated_offline = run("sources", "outdated")
    code, told, _ = run("sources", "diff", "live")

    assert (offline[0], offline[1]) == (0, "No verdict and no figure changes with the newest data.\n")
    assert "is not at hand; --live asks it" in outdated_offline[1]
    assert code == 0  # the kept reply is young, and used again
    assert told.startswith("No verdict")


def test_prune_deletes_the_evidence_that_no_row_names(run: Run, fund: Fund, desk: Path) -> None:
    """
    In a folder that was named; the user's own folder is shared by other locks and never touched.
    """
    run("lock", "live")
    fund.figures["2024"] = "12600000"
    run("update", "base")
    bodies = len([path for path in (desk / "evidence" / "bodies").rglob("*") if path.is_file()])
    code, told, _ = run("lock", "--prune", "--evidence", "evidence")

    assert bodies == 3  # of the pair before and after, and the empty one of its mirror
    assert code == 0
    assert told.endswith("\n1 kept reply deleted that no row of the lock names\n")


def test_a_source_that_nobody_has(run: Run) -> None:
    """
    An unknown name is a usage error that lists what there is, and the lock stays.
    """
    run("lock", "live")
    code, _, told = run("update", "imff", "base")

    assert code == 2
    assert "there is no live source 'imff'; did you mean imf?" in told
