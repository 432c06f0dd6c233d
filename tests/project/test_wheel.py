"""What users install holds the snapshot and its index, built as a packager builds it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import factcheck

ROOT = Path(__file__).parents[2]
SNAPSHOT = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "sources").rglob("*")
    if path.is_file() and not path.name.startswith(("index.sqlite", "."))
)

DISTRIBUTION = f"factcheck_claims-{factcheck.__version__}"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution, and the wheel from it, which proves that the former is whole."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> zipfile.ZipFile:
    (path,) = built.glob("*.whl")
    return zipfile.ZipFile(path)


def test_the_wheel_runs_on_every_platform(built: Path) -> None:
    """
    One wheel serves all: it has no compiled code.
    """

    assert [path.name for path in built.glob("*.whl")] == [f"{DISTRIBUTION}-py3-none-any.whl"]


def test_the_wheel_holds_every_file_of_the_snapshot_as_it_is(wheel: zipfile.ZipFile) -> None:
    """
    Each file of ``sources/`` is in the wheel, byte for byte.
    """

    assert SNAPSHOT
    for name in SNAPSHOT:
        assert wheel.read(f"factcheck/{name}") == (ROOT / name).read_bytes()


def test_the_wheel_holds_one_index_that_opens(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    """
    The index is a whole SQLite database with rows in it.
    """
    index = Path(wheel.extract("factcheck/sources/index.sqlite", tmp_path))
    with sqlite3.connect(f"file:{index}?mode=ro&immutable=1", uri=True) as database:
        (check,) = database.execute("PRAGMA integrity_check").fetchone()
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    database.close()

    assert check == "ok"
    assert tables
    assert len(wheel.namelist()) == len(set(wheel.namelist()))


def test_the_wheel_says_that_it_is_typed_and_free(wheel: zipfile.ZipFile) -> None:
    """
    Type checkers find ``py.typed``; lawyers find the licence.
    """
    (about,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]

    assert "factcheck/py.typed" in wheel.namelist()
    assert "License-Expression: Apache-2.0" in wheel.read(about).decode()
    assert any(name.endswith("licenses/LICENSE") for name in wheel.namelist())


def test_the_wheel_offers_the_command_and_the_snapshot_resolver(wheel: zipfile.ZipFile) -> None:
    """
    The command, the built-in resolver, the live ones and the pytest plugin are found as entry points.
    """
    (entries,) = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    text = wheel.read(entries).decode()

    assert "factcheck = factcheck.cli:main" in text
    assert "\nsnapshot = factcheck.resolvers.snapshot:resolver\n" in text
    assert "\nworld-bank = factcheck.resolvers.live.world_bank:WorldBank\n" in text
    assert "[pytest11]\nfactcheck = factcheck.pytest_plugin" in text


def test_nothing_but_the_package_is_installed(wheel: zipfile.ZipFile) -> None:
    """
    Tests, claims and docs stay out of the users' site-packages.
    """

    assert {name.partition("/")[0] for name in wheel.namelist()} == {
        "factcheck",
        f"{DISTRIBUTION}.dist-info",
    }


def test_the_source_distribution_holds_the_sources_and_no_index(built: Path) -> None:
    """
    The index is made at packaging and never shipped in source form.
    """
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert set(SNAPSHOT) <= names
    assert not any("index.sqlite" in name for name in names)


def test_a_wheel_without_sources_is_refused(tmp_path: Path) -> None:
    """
    A wheel that would ship no snapshot is not built, and the message says what is missing.
    """
    for name in ("pyproject.toml", "hatch_build.py", "LICENSE", "README.md", "factcheck"):
        os.symlink(ROOT / name, tmp_path / name)
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert run.returncode != 0
    assert "no source folder with a datapackage.json" in run.stdout + run.stderr


@pytest.fixture(scope="module")
def installed(wheel: zipfile.ZipFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's files laid out as an installer lays them, in front of this checkout."""
    folder = tmp_path_factory.mktemp("site")
    wheel.extractall(folder)  # noqa: S202  it is our own
    return folder


def run_installed(installed: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command from the wheel in a folder of its own."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "HOME": str(cwd), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "factcheck", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_looks_figures_up_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    """
    Installed from the wheel, the snapshot answers without anything beside it.
    """
    done = run_installed(installed, tmp_path, "lookup", "China", "Russia", "2025-H1")

    assert (done.returncode, done.stderr) == (0, "")
    assert "106.48 bn USD" in done.stdout


def test_the_wheel_verifies_a_file_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    """
    Installed from the wheel, a claims file is checked by its path.
    """
    claims = 'claims: [{quote: "down 9.1 percent", change: 2025-H1}]\n'
    about = "about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}\n"
    (tmp_path / "one.yaml").write_text(f"published: 2025-07-14\n{about}{claims}", encoding="utf-8")

    done = run_installed(installed, tmp_path, "verify", "one.yaml")

    assert (done.returncode, done.stderr) == (0, "")
    assert "published-rate" in done.stdout


def test_the_wheel_explains_rules_and_kinds(installed: Path, tmp_path: Path) -> None:
    """
    The pages that explain rules and kinds are in the wheel.
    """
    for name in ("wrong-level", "change"):
        done = run_installed(installed, tmp_path, "explain", name)

        assert (done.returncode, done.stderr) == (0, ""), name
        assert done.stdout.strip()
