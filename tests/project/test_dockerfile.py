"""The container: no root, nothing left lying about, and only what the package is made of."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def instructions() -> list[tuple[str, str]]:
    """The instructions with what they take, continued lines joined, remarks left out."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#")).replace("\\\n", " ")
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in lines.splitlines() if line.strip())]


def last_stage() -> list[tuple[str, str]]:
    found = instructions()
    return found[max(place for place, (name, _) in enumerate(found) if name == "FROM") :]


def test_it_does_not_run_as_root():
    """
    The last user is a number that is not 0, so that a cluster can see it.
    """
    users = [rest for name, rest in last_stage() if name == "USER"]

    assert re.fullmatch(r"[1-9][0-9]{3,5}:[1-9][0-9]{3,5}", users[-1])


def test_nothing_runs_after_the_user_is_changed():
    """
    What the image is made of belongs to root, and its user cannot change it.
    """
    names = [name for name, _ in last_stage()]

    assert not {"RUN", "COPY", "ADD"} & set(names[names.index("USER") :])


def test_it_starts_the_command_without_a_shell():
    """
    Words stay words.
    """
    found = dict(last_stage())

    assert json.loads(found["ENTRYPOINT"]) == ["factcheck"]
    assert json.loads(found["CMD"]) == ["--help"]


def test_base_images_are_slim_and_have_a_version():
    """
    Never the latest.
    """
    images = [rest.split()[0] for name, rest in instructions() if name == "FROM"]

    assert all(re.fullmatch(r"python:3\.[0-9]+-slim", image) for image in images)
    assert len(set(images)) == 1


def test_nothing_is_fetched_but_packages():
    """
    No address, no ports, no script from elsewhere.
    """
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")

    assert not re.search(r"https?://|curl|wget|\| *(ba)?sh|^ADD|^EXPOSE", text, re.MULTILINE)
    assert "--constraint constraints.txt" in text


def test_lists_of_packages_are_not_left_in_a_layer():
    """
    Each apt-get update cleans up after itself.
    """
    for name, rest in instructions():
        if name == "RUN" and "apt-get" in rest:
            assert "--no-install-recommends" in rest
            assert "rm -rf /var/lib/apt/lists/*" in rest


def is_taken(path: str) -> bool:
    """Whether .dockerignore lets a file into the build: the last line that fits a path or a folder of it decides."""
    taken = True
    for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        pattern = line.removeprefix("!").removeprefix("**/")
        parts = path.split("/")
        heads = ["/".join(parts[:end]) for end in range(1, len(parts) + 1)]
        names = parts if line.startswith("**/") else heads
        if any(fnmatch(name, pattern) and ("/" in pattern or "/" not in name) for name in names):
            taken = line.startswith("!")
    return taken


@pytest.mark.parametrize(
    "path",
    [
        "LICENSE",
        "README.md",
        "constraints.txt",
        "pyproject.toml",
        "hatch_build.py",
        "docs/rules/coarse.md",
        "docs/claims.md",
        "factcheck/__init__.py",
        "factcheck/starter/templates/github.yml.txt",
        "sources/gacc/datapackage.json",
    ],
)
def test_the_build_has_what_the_package_is_made_of(path):
    """
    Each of these files goes into the wheel, or makes it.
    """

    assert (ROOT / path).exists()
    assert is_taken(path)


@pytest.mark.parametrize(
    "path",
    [
        ".git/config",
        ".env",
        ".venv/bin/python",
        "tests/conftest.py",
        "claims/a.yaml",
        "sources/index.sqlite",
        "sources/index.sqlite-wal",
        "factcheck/__pycache__/a.pyc",
        "id_rsa",
    ],
)
def test_the_build_has_nothing_else(path):
    """
    Neither history nor secrets nor what was made on this machine.
    """

    assert not is_taken(path)
