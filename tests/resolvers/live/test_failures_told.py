"""What a person reads when a service has no figure: which one failed, why, and what to do."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli import main
from tests.resolvers.live.conftest import Ran
from tests.resolvers.live.faults import status
from tests.resolvers.live.test_imf import ImfService

LEVEL = """\
{published}claims:
  - quote: "exports of $12.4 million"
    id: level
    level: 2024
    reporter: Bhutan
    partner: Thailand
    flow: exports
    currency: USD
"""


@pytest.fixture
def look_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run ``factcheck lookup --live`` for Bhutan's exports to Thailand; gives the exit code and all that was said."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)

    def run(url: str) -> str:
        code = main(
            ["lookup", "--live", "--source", "imf", "--base-url", f"imf={url}", "Bhutan", "Thailand", "2024", "exports"]
        )
        return f"{code}: {''.join(capsys.readouterr())}"

    return run


@pytest.mark.parametrize("refusal", [400, 404, 405])
def test_a_service_that_refuses_is_named_by_lookup(look_up: Callable[..., str], refusal: int) -> None:
    """
    A service that refuses the question, or is not at its address, is no service without figures: exit code 4.
    """
    with ImfService() as server:
        server.always = status(refusal)
        told = look_up(server.url)

    assert told.startswith("4: No source at hand")
    assert "warning: imf: bad request. " in told
    assert f"status {refusal}" in told


def test_a_service_at_another_address_is_named_in_the_report(verify_live: Callable[..., Ran]) -> None:
    """
    A wrong address ends with exit code 4, not with a claim that nobody has figures on.
    """
    with ImfService() as server:
        ran = verify_live(LEVEL.format(published=""), {"imf": f"{server.url}/elsewhere"})

    assert (ran.code, ran.verdict("level")) == (4, ("unresolved", "source-unavailable"))


def test_a_figure_without_a_day_says_what_to_do(verify_live: Callable[..., Ran]) -> None:
    """
    A figure whose source states no day was not "first published" when it was asked for; how to take it is told.
    """
    with ImfService() as server:
        ran = verify_live(LEVEL.format(published="published: 2026-01-15\n"), {"imf": server.url})
        told = ran.finding("level")["explanation"]
        day = told.rpartition("--as-of ")[2][:10]
        again = verify_live(LEVEL.format(published="published: 2026-01-15\n"), {"imf": server.url}, "--as-of", day)

    assert "is at hand only as retrieved on" in told
    assert "imf does not say since when its figures stand" in told
    assert (ran.verdict("level"), again.verdict("level")) == (
        ("unresolved", "not-yet-published"),
        ("match", "within"),
    )


@pytest.mark.parametrize("home", [None, "relative", ""])
def test_without_a_home_it_is_told_what_to_set(
    home: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Replies are kept in no folder that would depend on where the command was started: a home is asked for.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path.replace("~", home or "~"))  # no entry for this user
    for variable in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, "also/relative")

    code = main(["lookup", "--live", "--source", "imf", "Bhutan", "Thailand", "2024"])

    assert code == 2
    assert "set HOME, or XDG_DATA_HOME to a full path" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_source_of_the_settings_says_where_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    A source that nobody has, in the folder's settings, is told with its place.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "factcheck.toml").write_text('[live]\nsources = ["imff"]\n', encoding="utf-8")

    code = main(["lookup", "--live", "China"])

    assert code == 2
    assert "'imff', which this folder's settings name under [live]; did you mean imf?" in capsys.readouterr().err
