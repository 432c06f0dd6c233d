"""The packages that the project stands on are pinned, documented and freely licensed."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CORE = [Requirement(text) for text in PROJECT["dependencies"]]
EXTRAS = {name: [Requirement(text) for text in texts] for name, texts in PROJECT["optional-dependencies"].items()}
DEV = [requirement for requirements in EXTRAS.values() for requirement in requirements]
FOR_USERS = [*CORE, *(requirement for name in EXTRAS if name != "dev" for requirement in EXTRAS[name])]
LINES = [
    line for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")
]
PINS = {canonicalize_name(name): Version(version) for name, _, version in (line.partition("==") for line in LINES)}
DOCUMENTED = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")


def everything_behind(requirements: list[Requirement]) -> set[str]:
    """The installed packages that the requirements bring in, each other's included."""
    found: set[str] = set()
    waiting = list(requirements)
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        found.add(name)
        waiting += [Requirement(text) for text in metadata.requires(name) or []]
    return found


def licence_of(name: str) -> str:
    about = metadata.metadata(name)
    classifiers = [line for line in about.get_all("Classifier") or [] if line.startswith("License")]
    return " ".join([about.get("License-Expression") or "", about.get("License") or "", *classifiers])


@pytest.mark.parametrize("line", LINES)
def test_a_constraint_is_a_name_and_one_version(line: str) -> None:
    """
    A constraint names neither a host nor a file, and holds on every platform.
    """

    assert re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][0-9a-z.]*", line)


def test_the_constraints_are_sorted_and_name_each_package_once() -> None:
    """
    A package stands where a reader looks for it, once.
    """

    assert sorted(LINES, key=str.casefold) == LINES
    assert len(PINS) == len(LINES)


def test_every_package_behind_the_project_is_pinned() -> None:
    """
    An install takes no version that the constraints do not name.
    """

    assert everything_behind([*CORE, *DEV]) - PINS.keys() == set()


def test_nothing_is_pinned_that_the_project_does_not_take() -> None:
    """
    A pin whose package is no longer needed is gone.
    """

    assert PINS.keys() - everything_behind([*CORE, *DEV]) == set()


@pytest.mark.parametrize("requirement", [*CORE, *DEV], ids=str)
def test_a_pin_lies_in_the_range_that_the_project_declares(requirement: Requirement) -> None:
    """
    The tested version is one that users may install.
    """

    assert PINS[canonicalize_name(requirement.name)] in requirement.specifier


@pytest.mark.parametrize("requirement", [*CORE, *DEV], ids=str)
def test_a_dependency_is_documented(requirement: Requirement) -> None:
    """
    The table of dependencies has a row for it, with licence, reason and what we would do without it.
    """

    rows = [row for row in DOCUMENTED.splitlines() if row.startswith(f"| {requirement.name} |")]

    assert [row.count("|") for row in rows] == [5]
    assert all(cell.strip() for cell in rows[0].strip("|").split("|"))


@pytest.mark.parametrize("name", sorted(everything_behind(FOR_USERS)))
def test_no_licence_binds_those_who_use_factcheck(name: str) -> None:
    """
    No package that users install with factcheck is under the GPL, AGPL or LGPL.
    """

    assert not re.search(r"GPL|General Public|Affero", licence_of(name))
