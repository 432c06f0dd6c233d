"""Plugins are found by their entry points; a broken one is one warning and the rest go on."""

from __future__ import annotations

import sys

import pytest

from factcheck.observations import Answer, Failure
from factcheck.resolvers import load_resolvers

GOOD = """
from factcheck.observations import Answer, Failure

class Desk:
    name = "{name}"

    def resolve(self, queries):
        return [Answer(query, self.name, failure=Failure.NO_DATA) for query in queries]

def resolver():
    return Desk()
"""


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Install a tiny distribution: a module and an entry point that names its resolver."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def installed(name: str, code: str, value: str | None = None) -> None:
        module = f"plugin_{name}"
        (tmp_path / f"{module}.py").write_text(code)
        info = tmp_path / f"{module}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[factcheck.resolvers]\n{name} = {value or f'{module}:resolver'}\n")
        monkeypatch.delitem(sys.modules, module, raising=False)

    return installed


def names(loaded) -> list[str]:
    """The names of loaded resolvers."""
    return [resolver.name for resolver in loaded.resolvers]


def test_the_snapshot_is_there_without_metadata() -> None:
    """
    The built-in resolver needs no installed distribution.
    """
    loaded = load_resolvers(plugins=False)

    assert (names(loaded), loaded.warnings) == (["snapshot"], ())


def test_an_installed_plugin_is_found(install) -> None:
    """
    An entry point in the group is enough.
    """
    install("desk", GOOD.format(name="desk"))

    loaded = load_resolvers()

    assert (names(loaded), loaded.warnings) == (["snapshot", "desk"], ())
    assert list(loaded.resolvers[1].resolve(["q"])) == [Answer("q", "desk", failure=Failure.NO_DATA)]


BROKEN = {
    "raises when imported": ("raise RuntimeError('no licence')", None, "RuntimeError: no licence"),
    "raises when made": ("def resolver():\n    return 1 / 0\n", None, "ZeroDivisionError: division by zero"),
    "is not there": ("", "plugin_broken_x:resolver", "ModuleNotFoundError: No module named 'plugin_broken_x'"),
    "has no factory": ("", None, "AttributeError: module 'plugin_broken' has no attribute 'resolver'"),
    "leaves the process": ("raise SystemExit(0)", None, "SystemExit: 0"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_plugin_is_one_warning(install, name) -> None:
    """
    A plugin that cannot be loaded is named with its reason; the others answer.
    """
    code, value, reason = BROKEN[name]
    install("broken", code, value)
    install("desk", GOOD.format(name="desk"))

    loaded = load_resolvers()

    assert names(loaded) == ["snapshot", "desk"]
    assert loaded.warnings == (
        f"resolver 'broken' ({value or 'plugin_broken:resolver'}) could not be loaded: {reason}",
    )


def test_what_is_no_resolver_is_one_warning(install) -> None:
    """
    A plugin that gives something else than a resolver is named.
    """
    install("odd", "def resolver():\n    return 'a resolver'\n")

    loaded = load_resolvers()

    assert names(loaded) == ["snapshot"]
    assert loaded.warnings == (
        "resolver 'odd' (plugin_odd:resolver) is no resolver: it needs a name and resolve(queries)",
    )


def test_only_the_wanted_plugins_are_imported(install) -> None:
    """
    A plugin that was not asked for is not imported.
    """
    install("broken", "raise RuntimeError")
    install("desk", GOOD.format(name="desk"))

    assert names(load_resolvers(only=["desk"])) == ["desk"]
    assert names(load_resolvers(only=["snapshot"])) == ["snapshot"]


def test_a_plugin_cannot_take_the_place_of_the_snapshot(install) -> None:
    """
    The name of the built-in resolver stands for it, whatever is installed.
    """
    install("snapshot", GOOD.format(name="snapshot"))

    (found,) = load_resolvers().resolvers

    assert type(found).__name__ == "SnapshotResolver"


def test_nothing_is_loaded_from_the_working_folder(install, tmp_path, monkeypatch) -> None:
    """
    A distribution that lies in the working folder, of a pull request say, is not installed and does not run.
    """
    install("desk", GOOD.format(name="desk"))
    monkeypatch.chdir(tmp_path)

    assert names(load_resolvers()) == ["snapshot"]
