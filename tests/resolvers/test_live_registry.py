"""Live plugins: made with an access, left alone without --live, in the order that was asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from factcheck.observations import Answer, Failure
from factcheck.resolvers import load_live, load_resolvers
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.together import Together

LIVE = """
from factcheck.observations import Answer, Failure

class Desk:
    live = True
    name = "{name}"

    def __init__(self, access):
        self.access = access

    def resolve(self, queries):
        return [Answer(query, self.name, failure=Failure.NO_DATA) for query in queries]
"""


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Install a tiny distribution: a module and an entry point that names its class."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def installed(name: str, code: str, module: str = "") -> None:
        module = module or f"livedesk_{name}"
        (tmp_path / f"{module}.py").write_text(code)
        info = tmp_path / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[factcheck.resolvers]\n{name} = {module}:Desk\n")
        monkeypatch.delitem(sys.modules, module, raising=False)

    return installed


def access(name: str) -> Access:
    return Access()


def names(loaded) -> list[str]:
    return [resolver.name for resolver in loaded.resolvers]


def test_a_live_plugin_is_left_alone_by_default(install) -> None:
    """
    Without live sources a plugin that says live = True answers nothing, and is no warning.
    """
    install("harbour", LIVE.format(name="harbour"))

    loaded = load_resolvers()

    assert (names(loaded), loaded.warnings) == (["snapshot"], ())


def test_a_module_named_live_is_not_even_imported(install) -> None:
    """
    A plugin whose module says that it is live costs a run without live sources nothing.
    """
    install("harbour", "raise RuntimeError('imported')", module="live")

    assert load_resolvers().warnings == ()


def test_a_live_plugin_gets_its_access(install) -> None:
    """
    With live sources it is made with the access of its name.
    """
    install("harbour", LIVE.format(name="harbour"))

    loaded = load_live(lambda name: Access(base_url=f"https://{name}.example"), ["harbour"])

    assert loaded.resolvers[0].access.base_url == "https://harbour.example"


def test_the_order_is_the_one_asked_for(install) -> None:
    """
    Named sources come in the order of their names on the command line.
    """
    install("beta", LIVE.format(name="beta"))
    install("alpha", LIVE.format(name="alpha"))

    assert names(load_live(access, ["beta", "alpha"])) == ["beta", "alpha"]


def test_a_broken_live_plugin_is_one_warning(install) -> None:
    """
    One that cannot be made is named, and the others are there.
    """
    install(
        "broken", "class Desk:\n    live = True\n    def __init__(self, access):\n        raise OSError('no disk')\n"
    )
    install("harbour", LIVE.format(name="harbour"))

    loaded = load_live(access)

    assert "harbour" in names(loaded)
    assert [each for each in loaded.warnings if "broken" in each and "no disk" in each]


def test_the_default_run_imports_no_network_code() -> None:
    """
    Loading the resolvers of a default run imports neither requests nor a live resolver.
    """
    code = (
        "import sys; from factcheck.resolvers import load_resolvers; load_resolvers();"
        "print([name for name in sys.modules if name in ('requests', 'urllib3') or '.live' in name])"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "[]"


class Fixed:
    """Answers every query, or breaks."""

    live = True

    def __init__(self, name: str, error: Exception | None = None) -> None:
        self.name, self.error = name, error

    def resolve(self, queries):
        if self.error is not None:
            raise self.error
        return [Answer(query, self.name, failure=Failure.NO_DATA) for query in queries]


def test_one_that_breaks_does_not_stop_the_others() -> None:
    """
    A resolver that raises is a typed failure of its own queries; the rest answer.
    """
    together = Together([Fixed("broken", ValueError("a\x1b[31m bug")), Fixed("sound")])

    first, second = together.resolve(["q"])

    assert (first.resolver, first.failure, "\x1b" in first.detail) == ("broken", Failure.UNAVAILABLE, False)
    assert second == Answer("q", "sound", failure=Failure.NO_DATA)
