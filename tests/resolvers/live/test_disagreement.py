"""Two services, two figures: who decides, why, and what the finding says of the other. One that is down, too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.resolvers.live.conftest import Ran
from tests.resolvers.live.faults import status
from tests.resolvers.live.test_imf import ImfService
from tests.resolvers.live.test_world_bank import ALL_IN, ALL_OUT, GOODS_IN, GOODS_OUT, WorldBankService

#: The fakes have invented figures: 790 million dollars at the fund, 780 at the bank.
CLAIMS = """\
about: {reporter: Bhutan, partner: World, flow: exports, currency: USD}
claims:
  - {quote: "exports of $780 million", id: exports, level: 2024}
"""


def notes(ran: Ran) -> str:
    """All notes of the one claim."""
    return " ".join(note["text"] for note in ran.finding("exports")["notes"])


def test_the_newer_figure_decides_and_the_other_is_shown(verify_live: Callable[..., Ran]) -> None:
    """
    Without a preference the fund's figure, retrieved now, decides; the bank's stands beside it with the reason.
    """
    with ImfService() as fund, WorldBankService() as bank:
        ran = verify_live(CLAIMS.replace("780", "790"), {"world-bank": bank.url, "imf": fund.url}, "--isolated")

    assert ran.finding("exports")["reference"]["source"] == "world-bank"  # named first on the command line
    assert "imf" in notes(ran)
    assert "world-bank decides: the settings prefer it" in notes(ran)


def test_without_a_preference_the_vintage_decides(verify_live: Callable[..., Ran]) -> None:
    """
    Asked without an order the newest figure decides, and the finding says so.
    """
    with ImfService() as fund, WorldBankService() as bank:
        others = ("census", "comexstat", "comtrade", "ecb", "eurostat", "gacc", "hmrc")
        everywhere = dict.fromkeys(others, "http://127.0.0.1:9")
        places = {**everywhere, "imf": fund.url, "world-bank": bank.url}
        more = [part for name, url in places.items() for part in ("--base-url", f"{name}={url}")]
        ran = verify_live(CLAIMS, {}, *more)

    assert ran.verdict("exports") == ("discrepancy", "wrong-level")
    assert "imf decides: its figure is newer" in notes(ran)


def test_the_settings_order_decides(verify_live: Callable[..., Ran]) -> None:
    """
    The order in factcheck.toml goes before the vintage.
    """
    Path("factcheck.toml").write_text('[live]\nsources = ["world-bank", "imf"]\n')
    with ImfService() as fund, WorldBankService() as bank:
        ran = verify_live(CLAIMS, {}, "--base-url", f"imf={fund.url}", "--base-url", f"world-bank={bank.url}")

    assert ran.verdict("exports") == ("match", "within")
    assert "world-bank decides: the settings prefer it" in notes(ran)


ANGOLA = """\
about: {reporter: Angola, partner: World, flow: exports, currency: USD}
claims:
  - {quote: "exports of $41 billion", id: exports, level: 2024}
"""


@pytest.mark.parametrize("order", [("imf", "world-bank"), ("world-bank", "imf")])
def test_an_order_of_services_sets_no_old_figure_of_a_source_before_its_new_one(
    verify_live: Callable[..., Ran], order: tuple[str, str]
) -> None:
    """
    The bank's revised figure decides before the one that comes with the package, wherever the bank stands.
    """
    with ImfService() as fund, WorldBankService() as bank:
        bank.figures = {GOODS_OUT: {"AGO": {"2024": 41000000000}}, GOODS_IN: {}, ALL_OUT: {}, ALL_IN: {}}
        urls = {"imf": fund.url, "world-bank": bank.url}
        ran = verify_live(ANGOLA, {name: urls[name] for name in order})

    assert ran.verdict("exports") == ("match", "within")


def test_one_service_down_does_not_stop_the_other(verify_live: Callable[..., Ran]) -> None:
    """
    The bank's figure decides while the fund is down; the report names the fund and its reason.
    """
    with ImfService() as fund, WorldBankService() as bank:
        fund.always = status(500)
        ran = verify_live(CLAIMS, {"imf": fund.url, "world-bank": bank.url})

    assert (ran.code, ran.verdict("exports")) == (0, ("match", "within"))
    assert any("imf" in warning and "500" in warning for warning in ran.report["articles"][0]["warnings"])


def test_a_source_nobody_has(verify_live: Callable[..., Ran], capsys: object) -> None:
    """
    A misspelt source is a usage error that names the nearest one.
    """
    from factcheck.cli import main

    Path("claims/story.yaml").write_text(CLAIMS)

    assert main(["verify", "--live", "--source", "worldbank"]) == 2
    assert "did you mean world-bank?" in capsys.readouterr().err  # type: ignore[attr-defined]
