"""``factcheck plugins`` lists what is installed, from which package, and whether it can be used."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import factcheck
from factcheck.cli import main
from factcheck.outputs.visible import columns

ROOT = Path(__file__).parents[2]
LONGEST_NAME = "a23456789-123456789-123456789-123456789a"
BUILT_IN = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"][
    "factcheck.resolvers"
]

DESK = """
class Desk:
    name = "desk"

    def resolve(self, queries):
        return []
"""
LIVE = """
from factcheck.resolvers.live import Allowance, Key, Service

class Desk:
    name = "desk"
    live = True
    service = Service("desk", "office", *(["said"] * 9), Allowance(0.0, None){more})

    def __init__(self, access):
        pass

    def resolve(self, queries):
        return []
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Install a tiny distribution: a module and its entry point, in a folder of the import path."""

    def installed(code: str, name: str = "desk", *, target: str = "", package: str = "", place: str = "site") -> Path:
        site, package = tmp_path / place, package or f"factcheck-{name}"
        module = f"listed_{package.replace('-', '_')}_{abs(hash(code)) % 10**8}"
        info = site / f"{package.replace('-', '_')}-2.1.dist-info"
        info.mkdir(parents=True)
        (site / f"{module}.py").write_text(code, encoding="utf-8")
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 2.1\n", encoding="utf-8")
        points = f"[factcheck.resolvers]\n{name} = {target or f'{module}:Desk'}\n"
        (info / "entry_points.txt").write_text(points, encoding="utf-8")
        monkeypatch.syspath_prepend(str(site))
        return info

    return installed


class Ran(NamedTuple):
    """What a run printed, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Ran]:
    def ran(*args: str) -> Ran:
        code = main(list(args))
        out, err = capsysbinary.readouterr()
        return Ran(code, out.decode("utf-8"), err.decode("utf-8"))

    return ran


STATE = 51  # the column of the table in which the state begins


def rows_of(table: str, name: str) -> list[str]:
    """The line of a resolver and the one that goes on with its state."""
    lines = table.splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith(f"{name} "))
    return [lines[place], *(line for line in lines[place + 1 : place + 2] if not line[:STATE].strip())]


def listed(ran: Ran, name: str) -> dict[str, object]:
    """What the JSON says of the resolver of a name; the one that counts comes first."""
    return next(each for each in json.loads(ran.out)["plugins"] if each["name"] == name)


def test_the_built_in_resolvers_are_listed(run) -> None:
    """
    Every entry point of our own stands in the table, the snapshot first, at 80 columns.
    """
    ran = run("plugins")
    first_words = [line.split(" ")[0] for line in ran.out.splitlines()[1:] if line[:1].strip()]

    assert first_words[0] == "snapshot"
    assert set(BUILT_IN) <= set(first_words)
    assert max(map(columns, ran.out.splitlines())) <= 80
    assert ran.code == 0


def test_a_row_says_package_version_network_and_state(run, install) -> None:
    """
    The row of a plugin has its package with the version, that it is offline and ready, and where it comes from.
    """
    info = install(DESK)
    lines = run("plugins").out.splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith("desk "))

    assert lines[place].split() == ["desk", "factcheck-desk", "2.1", "offline", "ready"]
    assert lines[place + 1].strip().startswith("from listed_factcheck_desk_")
    assert info.parent.name in "".join(line.strip() for line in lines[place + 1 : place + 4])


def test_the_json_has_all_of_it(run, install) -> None:
    """
    The data names what the table does, by key.
    """
    info = install(DESK)

    found = listed(run("plugins", "--output-format", "json"), "desk")

    assert {**found, "target": ""} == {
        "name": "desk",
        "package": "factcheck-desk",
        "package_version": "2.1",
        "live": False,
        "state": "ready",
        "reason": "",
        "by_default": True,
        "key": None,
        "names": ["desk"],
        "target": "",
        "folder": str(info.parent.resolve()),
    }


def test_the_snapshot_is_of_this_version(run) -> None:
    """
    The snapshot is listed with factcheck's own version, installed or not.
    """
    found = listed(run("plugins", "-o", "json"), "snapshot")

    assert (found["package"], found["package_version"]) == ("factcheck-claims", factcheck.__version__)


KEYED = ', key=Key("DESK_KEY", header="X-Key")'
OPTIONAL = ', key=Key("DESK_KEY", header="X-Key", optional=True)'
STATES = {
    "needs a key": (KEYED, {}, "needs DESK_KEY", "needs-key"),
    "has its key": (KEYED, {"DESK_KEY": "s3cret"}, "ready", "ready"),
    "a blank key is none": (KEYED, {"DESK_KEY": " "}, "needs DESK_KEY", "needs-key"),
    "does without": (OPTIONAL, {}, "ready, more with DESK_KEY", "ready"),
    "by name": (", by_default=False", {}, "ready, by name only", "ready"),
    "by name, with a key": (KEYED + ", by_default=False", {}, "needs DESK_KEY, by name only", "needs-key"),
}


@pytest.mark.parametrize("case", STATES)
def test_what_a_live_resolver_needs_is_told(case: str, run, install, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A key that is not there is named, never shown; one that is asked by name only says so.
    """
    more, environment, words, state = STATES[case]
    monkeypatch.delenv("DESK_KEY", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    install(LIVE.format(more=more))

    text, data = run("plugins"), run("plugins", "-o", "json")
    shown = " ".join(line[STATE:].strip() for line in rows_of(text.out, "desk"))

    assert words in shown
    assert "s3cret" not in text.out + data.out
    assert (listed(data, "desk")["state"], listed(data, "desk")["names"]) == (state, ["desk", "office"])


BROKEN = {
    "no module": ("", "no_such_module_here:Desk", "ModuleNotFoundError: No module named 'no_such_module_here'"),
    "no class": ("", "", "has no attribute 'Desk'"),
    "raises": ("raise RuntimeError('no licence')", "", "RuntimeError: no licence"),
    "leaves the process": ("raise SystemExit(0)", "", "SystemExit: 0"),
    "is no resolver": ("def Desk():\n    return 'desk'\n", "", "it needs a name and resolve(queries)"),
    "no target": (DESK, " ", "its entry point names no module:maker"),
    "words for a target": (DESK, "my desk, please", "its entry point names no module:maker"),
    "raises when looked at": (
        "class Desk:\n    resolve = print\n    @property\n    def name(self):\n        raise OSError('gone')\n",
        "",
        "OSError: gone",
    ),
    "its name is a number": ("class Desk:\n    name = 7\n    resolve = print\n", "", "its name is no text: 7"),
    "live in secret": (
        LIVE.format(more="").replace("class Desk", "class _Desk")
        + "\ndef Desk(access=None):\n    return _Desk(access)\n",
        "",
        "is live and does not say so",
    ),
    "orders the terminal about": ("raise RuntimeError('\\x1b[2J::error::')", "", "RuntimeError: \\x1b[2J"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_plugin_is_a_line(case: str, run, install) -> None:
    """
    What cannot be loaded is named with its reason, the others are listed, and the exit code is 0.
    """
    code, target, reason = BROKEN[case]
    install(code, target=target)

    ran = run("plugins")
    words = " ".join(ran.out.split())

    assert " broken " in words
    assert reason.replace(" ", "") in words.replace(" ", "")
    assert "world-bank" in words
    assert "\x1b" not in ran.out
    assert ran.code == 0
    assert listed(run("plugins", "-o", "json"), "desk")["state"] == "broken"


def test_check_fails_if_one_is_broken(run, install) -> None:
    """
    With --check a broken plugin ends with exit code 1.
    """
    install("raise RuntimeError")

    assert run("plugins", "--check").code == 1


def test_check_passes_if_none_is_broken(run, install) -> None:
    """
    A plugin that only lacks its key, or is not used, breaks nothing.
    """
    install(LIVE.format(more=KEYED))

    assert run("plugins", "--check").code == 0


def test_of_two_with_one_name_the_second_is_not_used(run, install) -> None:
    """
    Two packages that register one name are both listed: which is used, and which is not and why.
    """
    install(DESK, package="factcheck-later", place="later")
    install(DESK + "\n", package="factcheck-first", place="first")

    ran = run("plugins", "-o", "json")
    found = [each for each in json.loads(ran.out)["plugins"] if each["name"] == "desk"]

    assert [(each["package"], each["state"], each["reason"]) for each in found] == [
        ("factcheck-first", "ready", ""),
        ("factcheck-later", "not-used", "factcheck-first has a resolver of this name, which comes first"),
    ]


def test_the_name_of_the_snapshot_is_taken(run, install) -> None:
    """
    A plugin that calls itself snapshot is listed as not used.
    """
    install(DESK, "snapshot")
    found = [each for each in json.loads(run("plugins", "-o", "json").out)["plugins"] if each["name"] == "snapshot"]

    assert [(each["package"], each["state"]) for each in found] == [
        ("factcheck-claims", "ready"),
        ("factcheck-snapshot", "not-used"),
    ]


def test_another_name_of_the_resolver_itself_is_told(run, install) -> None:
    """
    Where the resolver's own name differs from that of its entry point, the list says what --source takes.
    """
    install(DESK, "bureau")

    assert "--source takes it as desk" in " ".join(run("plugins").out.split())


@pytest.mark.parametrize("metadata", [None, b"", b"Name\xff: \xff\nno header at all"])
def test_a_package_without_metadata_is_listed(metadata: bytes | None, run, install) -> None:
    """
    Metadata that are missing or damaged cost the package its name in the list, and nothing else.
    """
    info = install(DESK)
    (info / "METADATA").unlink()
    if metadata is not None:
        (info / "METADATA").write_bytes(metadata)

    found = listed(run("plugins", "-o", "json"), "desk")

    assert (found["package"], found["state"]) == ("", "ready")


def test_what_a_plugin_prints_is_no_part_of_the_list(run, install) -> None:
    """
    A plugin that prints when it is imported leaves the data whole.
    """
    install("print('hello')\n" + DESK)

    ran = run("plugins", "-o", "json")

    assert listed(ran, "desk")["state"] == "ready"
    assert "hello" in ran.err


def test_a_long_name_stands_in_full_below(run, install) -> None:
    """
    A name that is wider than its column is cut there and written out below, at 80 columns.
    """
    install(DESK, LONGEST_NAME)

    ran = run("plugins")

    assert f"in full: {LONGEST_NAME}" in " ".join(ran.out.split())
    assert max(map(columns, ran.out.splitlines())) <= 80


def test_nothing_of_the_working_folder_is_listed(run, install, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What lies in the working folder is not installed, and not loaded.
    """
    info = install("raise RuntimeError('loaded')")
    monkeypatch.chdir(info.parent)

    assert "desk" not in run("plugins").out


CLAIM = """\
published: 2026-03-02
about: {source: desk, reporter: Kazakhstan, partner: China, flow: exports, currency: USD}
claims:
  - {quote: "exports of $14.9 billion", level: 2024}
"""


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A claims file in a folder of its own, where nothing is kept of other runs."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    path = tmp_path / "story.yaml"
    path.write_text(CLAIM, encoding="utf-8")
    return path


def test_a_broken_plugin_that_is_asked_for_is_told_with_its_reason(run, install, story: Path) -> None:
    """
    Who names a plugin that cannot be loaded is told why, and not that there is none.
    """
    install("raise RuntimeError('no licence')")

    ran = run("verify", "--live", "--source", "desk", str(story))

    assert ran.code == 2
    assert "could not be loaded: RuntimeError: no licence" in ran.err


def test_a_plugin_that_breaks_when_it_is_asked_is_named(run, install, story: Path) -> None:
    """
    One whose covers() or resolve() raises leaves its claims unresolved, with the reason, and exit code 4.
    """
    for fault in ("covers", "resolve"):
        install(LIVE.format(more="") + f"\n    def {fault}(self, asked):\n        return 1 / 0\n", place=fault)
        ran = run("verify", "--live", "--source", "desk", "-o", "json", str(story))

        assert ran.code == 4
        assert "desk: unavailable. the resolver broke: ZeroDivisionError: division by zero" in ran.out


def test_an_address_belongs_to_a_resolver_and_not_to_its_office(run, install, story: Path) -> None:
    """
    --base-url takes the name of a resolver: that of the office would be passed over, and the real service asked.
    """
    install(LIVE.format(more=""))

    ran = run("verify", "--live", "--source", "office", "--base-url", "office=http://127.0.0.1:9", str(story))

    assert (ran.code, "no live source of that name is asked" in ran.err) == (2, True)
