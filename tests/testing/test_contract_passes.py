"""The contract lets right resolvers through, live or not, old tests and new."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from unittest import SkipTest

import pytest

from factcheck.observations import Answer, Failure, SeriesQuery
from factcheck.plugin_kit.sample import record_sample
from factcheck.testing import ResolverContract, recorded
from tests.testing.elsewhere import Fixed, NeedsAFixture
from tests.testing.harbour import LONG_AGO, MONTH, YEARS, Harbour, all_tests, contract, replaced

IN_ITS_MODULE = "test_answers_do_not_depend_on_the_process"


@pytest.mark.parametrize("name", [each for each in all_tests() if each != IN_ITS_MODULE])
def test_a_right_live_resolver_passes(name: str, tmp_path: Path) -> None:
    """
    The sample resolver passes every test, faults of its own among them.
    """
    faults = {"another currency": replaced(b'"USD"', b'"KZT"'), "fewer figures": replaced(b'"count": 6', b'"count": 9')}

    getattr(contract(Harbour, tmp_path / "recorded", own_faults=faults), name)()


def test_the_same_answers_in_every_process_pass() -> None:
    """
    A resolver that says the same everywhere passes.
    """
    Fixed().test_answers_do_not_depend_on_the_process()


class Desk:
    """A resolver that is not live."""

    name = "desk"

    def resolve(self, queries):
        return [Answer(query, self.name, failure=Failure.NO_DATA, detail="nothing") for query in queries]


class OldTests(ResolverContract):
    """Tests that were written before there were hooks for live resolvers."""

    known = (YEARS,)
    unknown = (SeriesQuery("FRA", "CHN"),)
    maker = Desk

    def make_resolver(self):
        return self.maker()


class LiveDesk(Desk):
    live = True


LIVE_ONLY = [
    name
    for name in all_tests()
    if any(word in name for word in ("failure", "fault", "live_", "key", "kept", "told", "offline", "making", "facts"))
    and name not in ("test_what_it_lacks_is_a_typed_failure", "test_the_licence_is_told")
]


@pytest.mark.parametrize("name", LIVE_ONLY)
def test_what_is_about_live_resolvers_is_not_about_others(name: str) -> None:
    """
    A resolver that is not live passes the tests of live ones without being tried.
    """
    getattr(OldTests(), name)()


@pytest.mark.parametrize("name", [name for name in LIVE_ONLY if "own_faults" not in name and "its_own" not in name])
def test_a_live_resolver_that_is_not_tried_is_skipped_with_a_reason(name: str) -> None:
    """
    Old tests of a live resolver do not break: what they do not tell how to try is skipped, and says so.
    """
    tests = OldTests()
    tests.maker = LiveDesk

    with pytest.raises(SkipTest, match="a live resolver was not tried here: define make_"):
        getattr(tests, name)()


def test_faults_alone_can_be_told() -> None:
    """
    Tests that only say how a resolver with a fault is made have it tried with faults.
    """

    class OnlyFaults(OldTests):
        maker = LiveDesk
        tried = ()

        def make_resolver_with(self, fault):
            type(self).tried += (fault.__name__,)
            return self.maker()

    OnlyFaults().test_an_empty_body_is_a_failure()

    assert OnlyFaults.tried == ("emptied",)


def test_a_service_of_ones_own_can_take_the_place_of_recorded_replies(tmp_path: Path) -> None:
    """
    Tests with a server of their own give its access, and need no recorded replies.
    """
    record_sample(tmp_path / "recorded")

    @contextmanager
    def served(self, fault):
        yield recorded(tmp_path / "recorded")

    tests = contract(Harbour, tmp_path / "recorded", served=served)

    tests.test_it_asks_where_it_is_told()


def test_without_recorded_replies_faults_are_skipped_with_a_reason(tmp_path: Path) -> None:
    """
    A live resolver whose tests name no recorded replies is not tried with faults, and that is said.
    """
    tests = contract(Harbour, tmp_path / "recorded", recorded=None)

    with pytest.raises(SkipTest, match="name the folder of recorded replies"):
        tests.test_half_a_body_is_a_failure()


def test_a_resolver_that_needs_a_fixture_is_skipped_in_other_processes() -> None:
    """
    One that cannot be made in another process is not tried there, and the reason is told.
    """
    with pytest.raises(SkipTest, match=r"cannot be made there: AttributeError: .*given_by_pytest"):
        NeedsAFixture().test_answers_do_not_depend_on_the_process()


def test_pytest_shows_what_was_skipped_and_why(tmp_path: Path) -> None:
    """
    A skip of the contract is a skip of pytest, with its reason, also where warnings are errors.
    """
    code = (
        "from tests.testing.test_contract_passes import LiveDesk, OldTests\n"
        "class TestDesk(OldTests):\n    maker = LiveDesk\n"
    )
    (tmp_path / "test_desk.py").write_text(code, encoding="utf-8")
    wanted = ["-k", "empty_body or without_a_name or no_query"]

    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rs", "-W", "error", *wanted, str(tmp_path / "test_desk.py")],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )

    assert "1 passed, 1 skipped" in ran.stdout
    assert "a live resolver was not tried here: define make_resolver_with" in ran.stdout


def test_the_package_needs_no_pytest() -> None:
    """
    Importing the contract imports neither pytest nor a library of the network.
    """
    code = "import sys, factcheck.testing; print([n for n in ('pytest', 'requests', 'urllib3') if n in sys.modules])"

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "[]"


def test_recorded_replies_can_be_recorded_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    record() asks for what is known and unknown, keeps the replies where the tests look for them, and says what came.
    """
    sample = contract(Harbour, tmp_path / "sample")
    with sample.served(lambda sent: sent) as access:
        tests = contract(Harbour, tmp_path / "sample", recorded=tmp_path / "anew")
        monkeypatch.setattr(tests, "make_live", lambda given: Harbour(replace(given, base_url=access.base_url)))

        told = tests.record()

    assert told.splitlines()[:3] == [
        "KAZ CHN 2023, 2024: 4 figures",
        "KAZ CHN 2025-06: 2 figures",
        "KAZ CHN 1990: no data nothing on KAZ with CHN in the periods asked for",
    ]
    monkeypatch.undo()
    (answer,) = Harbour(replace(recorded(tmp_path / "anew"), base_url=access.base_url)).resolve([MONTH])
    assert (len(answer.observations), LONG_AGO.partner) == (2, "CHN")
