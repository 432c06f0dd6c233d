"""The page about writing a resolver: its code runs, prints what it says, and is that of a new package."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.observations import Failure, Resolver
from factcheck.plugin_kit.files import files
from factcheck.plugin_kit.names import plugin_name
from factcheck.resolvers import live
from factcheck.testing import ResolverContract, faults

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "resolvers.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w{1,20})\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PYTHON = [code for language, code in BLOCK.findall(PAGE) if language == "python"]
WRITTEN = dict(files(plugin_name("harbour")))


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder in which the page's own command was run."""
    monkeypatch.chdir(tmp_path)
    (command,) = [line for language, code in BLOCK.findall(PAGE) for line in code.splitlines() if language == "console"]
    assert main(command.removeprefix("$ factcheck ").split()) == 0
    capsys.readouterr()
    return tmp_path


def test_the_code_of_the_page_runs(package: Path) -> None:
    """
    The blocks run one after the other, and print the lines that stand below as comments.
    """
    names: dict[str, object] = {"__name__": "the_page"}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        for code in PYTHON:
            exec(compile(code, "resolvers.md", "exec"), names)  # noqa: S102  our own code, to see that it runs

    said = [line.removeprefix("# ") for code in PYTHON for line in code.splitlines() if line.startswith("# ")]
    assert printed.getvalue().splitlines() == said
    assert isinstance(names["Empty"](), Resolver)  # type: ignore[operator]


@pytest.mark.parametrize("part", ["SERVICE = Service(", "class HarbourResolver:", "def read("])
def test_the_code_of_the_page_is_that_of_the_package(part: str) -> None:
    """
    What the page shows of live.py stands there, word for word.
    """
    (shown,) = [code for code in PYTHON if part in code]

    assert shown[shown.index(part) :].strip() in WRITTEN["src/factcheck_harbour/live.py"]


def test_the_page_shows_all_of_the_module() -> None:
    """
    No function or class of live.py is left out.
    """
    defined = re.findall(r"^(?:def|class) \w+", WRITTEN["src/factcheck_harbour/live.py"], re.MULTILINE)

    assert [each for each in defined if not any(each in code for code in PYTHON)] == []


def test_every_failure_is_told() -> None:
    """
    Each kind of failure has a line.
    """
    assert [failure.name for failure in Failure if f"| `{failure.name}` |" not in PAGE] == []


@pytest.mark.parametrize("name", ["live", "service", "covers(query)", "costly", "knows_rates", "name"])
def test_every_attribute_is_told(name: str) -> None:
    """
    What a resolver can say of itself stands in the table.
    """
    assert f"\n| `{name}" in PAGE


@pytest.mark.parametrize("hook", ["known", "unknown", "recorded", "own_faults", "make_live", "make_resolver", "served"])
def test_every_hook_is_told(hook: str) -> None:
    """
    What the contract can be told is named.
    """
    assert hasattr(ResolverContract, hook)
    assert hook in PAGE


def test_what_the_page_imports_is_public() -> None:
    """
    The names that a plugin imports from the live resolvers are listed there.
    """
    imported = re.findall(r"^    (\w+),$", PYTHON[1].partition("resolvers.live import (")[2], re.MULTILINE)

    assert set(imported) <= set(live.__all__)
    assert {"Transport", "vintage"} <= set(imported)


def test_public_names_of_live_resolvers_load() -> None:
    """
    Each name is there, is seen by type checkers too, and none else is made up.
    """
    source = Path(live.__file__).read_text(encoding="utf-8")
    for_checkers = set(re.findall(r"\w+", " ".join(re.findall(r"import \(?([\w,\s]+?)\)?\n(?! {8})", source))))

    assert sorted(live.__all__) == sorted(live._MODULE_OF) == dir(live)
    assert all(getattr(live, name) is not None for name in live.__all__)
    assert set(live.__all__) <= for_checkers
    with pytest.raises(AttributeError, match="no attribute 'Transprot'"):
        live.Transprot  # noqa: B018


def test_a_fault_is_a_function_of_what_is_sent() -> None:
    """
    The word that the page uses is the one of the package.
    """
    sent = faults.Sent(200, "application/json", b"{}")

    assert faults.as_it_is(sent) == sent
