"""``factcheck plugin new`` writes a package that is in order as it stands: its checks, its tests, its figures."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.cli import main
from factcheck.testing import serve

ROOT = Path(__file__).parents[2]
LONGEST_NAME = "a23456789-123456789-123456789-123456789a"


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


def files_of(folder: Path) -> set[str]:
    """The files of a folder by their paths, recorded replies as one."""
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return {path if "/recorded/" not in path else "/".join(path.split("/")[:3]) for path in found}


def bytes_of(folder: Path) -> dict[str, bytes]:
    """The contents of the files of a folder by their paths."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_package_has_all_that_it_needs(run, tmp_path: Path) -> None:
    """
    Resolver, types, tests, a recorded reply, a README and what git should know.
    """
    ran = run("plugin", "new", "harbour", "--to", str(tmp_path))

    assert (ran.code, os.listdir(tmp_path)) == (0, ["factcheck-harbour"])
    assert files_of(tmp_path / "factcheck-harbour") == {
        ".gitattributes",
        ".gitignore",
        "README.md",
        "pyproject.toml",
        "src/factcheck_harbour/__init__.py",
        "src/factcheck_harbour/live.py",
        "src/factcheck_harbour/py.typed",
        "tests/recorded/bodies",
        "tests/recorded/requests",
        "tests/test_command.py",
        "tests/test_contract.py",
        "tests/test_figures.py",
    }


def test_it_is_written_into_the_working_folder(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Without --to it is made here, and the next steps are told.
    """
    monkeypatch.chdir(tmp_path)

    ran = run("plugin", "new", "port-of-call")

    assert (tmp_path / "factcheck-port-of-call" / "src" / "factcheck_port_of_call" / "live.py").is_file()
    assert "  cd factcheck-port-of-call\n" in ran.out


def test_two_runs_write_the_same(run, tmp_path: Path) -> None:
    """
    The same name gives the same bytes, in every file.
    """
    for place in ("one", "two"):
        (tmp_path / place).mkdir()
        run("plugin", "new", "harbour", "--to", str(tmp_path / place))
    one, two = (bytes_of(tmp_path / place) for place in ("one", "two"))

    assert one == two


def test_the_package_has_the_usual_permissions(run, tmp_path: Path) -> None:
    """
    The folder can be read by those who can read any new folder.
    """
    (tmp_path / "usual").mkdir()
    run("plugin", "new", "harbour", "--to", str(tmp_path))

    assert (tmp_path / "factcheck-harbour").stat().st_mode == (tmp_path / "usual").stat().st_mode


REFUSED = {
    "Harbour": "write it as harbour",
    "my harbour": "write it as my-harbour",
    "factcheck-Harbour": "write it as harbour",
    "port_of_call": "write it as port-of-call",
    "../harbour": "write it as harbour",
    "/etc/harbour": "write it as etc-harbour",
    "harbour-": "write it as harbour",
    "a--b": "write it as a-b",
    "2harbour": "write it as harbour",
    "hafen\u0308": "write it as hafen",
    "": "write a short name",
    "-": "write a short name",
    "\u6e2f": "write a short name",
    "a" * 41: "write it as " + "a" * 40,
    "harbour\n": "write it as harbour",
    "comtrade": "there is a resolver of the name 'comtrade' already",
    "snapshot": "'snapshot' has another meaning here",
    "claims": "'claims' has another meaning here",
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_name_that_cannot_be_one_is_refused(name: str, run, tmp_path: Path) -> None:
    """
    The message says what to write instead; nothing is written.
    """
    ran = run("plugin", "new", "--to", str(tmp_path), "--", name)

    assert (ran.code, ran.out, os.listdir(tmp_path)) == (2, "", [])
    assert REFUSED[name] in ran.err


def file(path: Path) -> None:
    path.write_text("mine", encoding="utf-8")


def folder(path: Path) -> None:
    path.mkdir()
    file(path / "notes.txt")


def dangling(path: Path) -> None:
    path.symlink_to("nowhere")


@pytest.mark.parametrize("make", [file, folder, Path.mkdir, dangling], ids=["file", "folder", "empty folder", "link"])
def test_nothing_is_overwritten(make: Callable[[Path], None], run, tmp_path: Path) -> None:
    """
    Whatever stands in the place of the package stays, and the exit code is 2.
    """
    make(tmp_path / "factcheck-harbour")
    before = [(path.name, path.lstat().st_mtime_ns) for path in sorted(tmp_path.rglob("*"))]

    ran = run("plugin", "new", "harbour", "--to", str(tmp_path))

    assert (ran.code, "nothing is overwritten" in ran.err) == (2, True)
    assert [(path.name, path.lstat().st_mtime_ns) for path in sorted(tmp_path.rglob("*"))] == before


@pytest.mark.parametrize("place", ["none", "file"])
def test_a_place_that_is_no_folder_is_refused(place: str, run, tmp_path: Path) -> None:
    """
    The folder of --to must be there.
    """
    file(tmp_path / "file")

    ran = run("plugin", "new", "harbour", "--to", str(tmp_path / place))

    assert (ran.code, "is no folder" in ran.err, os.listdir(tmp_path)) == (2, True, ["file"])


def test_a_package_that_cannot_be_written_whole_is_not_written(tmp_path: Path) -> None:
    """
    Where a file cannot be finished, nothing is left, and the message says why.
    """

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    ran = subprocess.run(
        [sys.executable, "-m", "factcheck", "plugin", "new", "harbour", "--to", str(tmp_path)],
        preexec_fn=small_files,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ran.returncode, os.listdir(tmp_path)) == (2, [])
    assert "cannot be written: File too large; nothing was left there" in ran.stderr


# The package as it was written.


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a new package, and one of the longest name."""
    made = tmp_path_factory.mktemp("packages")
    for name in ("harbour", LONGEST_NAME):
        assert main(["plugin", "new", name, "--to", str(made)]) == 0
    return made


@pytest.fixture(scope="module")
def site(packages: Path) -> Path:
    """A folder of the import path into which the wheel of the package is installed, as an installer unpacks it."""
    wheels, made = packages / "wheels", packages / "site"
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(wheels)]
    ran = subprocess.run(build, cwd=packages / "factcheck-harbour", capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    (wheel,) = wheels.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(made)
    return made


def with_site(site: Path, *command: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command of this interpreter with the package installed."""
    path = os.pathsep.join([str(site), str(ROOT), os.environ.get("PYTHONPATH", "")]).strip(os.pathsep)
    home = {"XDG_DATA_HOME": str(cwd / "home"), "XDG_CACHE_HOME": str(cwd / "home"), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": path, **home, **more},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", ["harbour", LONGEST_NAME])
@pytest.mark.parametrize("command", [("check",), ("format", "--check")])
def test_it_is_in_order_for_ruff(name: str, command: tuple[str, ...], packages: Path) -> None:
    """
    Lint and format find nothing to do, however long the name.
    """
    ruff = [sys.executable, "-m", "ruff", *command, "--no-cache", "."]
    ran = subprocess.run(ruff, cwd=packages / f"factcheck-{name}", capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stdout


@pytest.mark.slow
def test_it_is_in_order_for_mypy(packages: Path, tmp_path: Path) -> None:
    """
    Strict type checking finds no fault in the resolver and its tests.
    """
    mypy = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path), "src", "tests"]
    ran = subprocess.run(mypy, cwd=packages / "factcheck-harbour", capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stdout


@pytest.mark.slow
def test_its_tests_pass(packages: Path, site: Path) -> None:
    """
    Installed, all of its tests pass as written, and none is skipped.
    """
    ran = with_site(site, "-m", "pytest", "-q", "-p", "no:cacheprovider", cwd=packages / "factcheck-harbour")

    assert ran.returncode == 0, ran.stdout
    assert "skipped" not in ran.stdout


def test_it_is_listed_when_it_is_installed(site: Path, tmp_path: Path) -> None:
    """
    ``factcheck plugins`` has it as live and ready.
    """
    ran = with_site(site, "-m", "factcheck", "plugins", "-o", "json", "--check", cwd=tmp_path)
    found = next(each for each in json.loads(ran.stdout)["plugins"] if each["name"] == "harbour")

    assert (found["package"], found["package_version"], found["live"], found["state"]) == (
        "factcheck-harbour",
        "0.1.0",
        True,
        "ready",
    )


CLAIMS = """\
published: 2026-03-02
about: {source: harbour, reporter: Kazakhstan, partner: China, flow: exports, currency: USD}
claims:
  - {quote: "exports of $14.9 billion", id: holds, level: 2024}
  - {quote: "exports of $14.9 billion", id: misses, level: 2023}
  - {quote: "rose 1.2 percent", id: growth, change: 2024}
"""


def test_it_decides_claims_when_it_is_installed(packages: Path, site: Path, tmp_path: Path) -> None:
    """
    Claims are checked with its figures: 14,912.6 million in 2024, 14,731.2 in 2023.
    """
    (tmp_path / "story.yaml").write_text(CLAIMS, encoding="utf-8")
    with serve(packages / "factcheck-harbour" / "tests" / "recorded") as replay:
        service = ["--source", "harbour", "--base-url", f"harbour={replay.url}"]
        ran = with_site(site, "-m", "factcheck", "verify", "--live", *service, "-o", "json", "story.yaml", cwd=tmp_path)

    (article,) = json.loads(ran.stdout)["articles"]
    assert {each["id"]: each["verdict"] for each in article["findings"]} == {
        "holds": "match",
        "misses": "discrepancy",
        "growth": "match",
    }
    assert ran.returncode == 1


def test_a_run_without_live_does_not_import_it(site: Path, tmp_path: Path) -> None:
    """
    Installed, it costs a run without --live nothing.
    """
    code = "import sys, factcheck; factcheck.load_resolvers(); print('factcheck_harbour' in sys.modules)"

    assert with_site(site, "-c", code, cwd=tmp_path).stdout == "False\n"
