"""The hooks for pre-commit: the keys that it knows, and commands that there are."""

from __future__ import annotations

import re
import shlex
from importlib import import_module
from pathlib import Path

import click
import pytest
import yaml

ROOT = Path(__file__).parents[2]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
BY_ID = {hook["id"]: hook for hook in HOOKS}
#: What pre-commit reads of a hook, https://pre-commit.com/#new-hooks, and of which type each value is.
KEYS = {
    **dict.fromkeys(
        ("id", "name", "entry", "language", "files", "exclude", "description", "language_version", "log_file"), str
    ),
    **dict.fromkeys(("types", "types_or", "exclude_types", "args", "stages", "additional_dependencies"), list),
    **dict.fromkeys(("always_run", "fail_fast", "verbose", "pass_filenames", "require_serial"), bool),
    "minimum_pre_commit_version": str,
}


def test_the_hooks_are_those_of_the_documentation():
    """
    One for claims files, one for drafts.
    """

    assert list(BY_ID) == ["factcheck-verify", "factcheck-coverage"]


@pytest.mark.parametrize("name", BY_ID)
def test_a_hook_has_the_keys_that_pre_commit_knows(name):
    """
    Those that must be there, and values of the right type.
    """
    hook = BY_ID[name]

    assert {"id", "name", "entry", "language"} <= hook.keys() <= KEYS.keys()
    assert all(isinstance(value, KEYS[key]) for key, value in hook.items())
    assert all(isinstance(each, str) for value in hook.values() if isinstance(value, list) for each in value)
    assert hook["language"] == "python"


@pytest.mark.parametrize("name", BY_ID)
def test_a_hook_starts_a_command_with_options_that_it_has(name):
    """
    Entry and arguments together.
    """
    hook = BY_ID[name]
    program, command, *words = [*shlex.split(hook["entry"]), *hook.get("args", [])]
    made = import_module(f"factcheck.cli.{command}").command
    options = {each for param in made.params if isinstance(param, click.Option) for each in param.opts}

    assert program == "factcheck"
    assert {word for word in words if word.startswith("-")} <= options


@pytest.mark.parametrize(
    ("name", "path", "runs"),
    [
        ("factcheck-verify", "claims/a.yaml", True),
        ("factcheck-verify", "desk/claims/2025/a.yml", True),
        ("factcheck-verify", "claims/claims.schema.json", False),
        ("factcheck-verify", "my-claims/a.yaml", False),
        ("factcheck-verify", ".github/workflows/a.yml", False),
        ("factcheck-coverage", "drafts/a.md", True),
        ("factcheck-coverage", "desk/drafts/2025/a.docx", True),
        ("factcheck-coverage", "drafts/a.png", False),
        ("factcheck-coverage", "README.md", False),
    ],
)
def test_a_hook_runs_on_its_own_files(name, path, runs):
    """
    Claims files for the one, drafts for the other.
    """

    assert bool(re.search(BY_ID[name]["files"], path)) is runs


def test_coverage_takes_one_story_so_it_gets_no_names():
    """
    It looks at every draft that a claims file names.
    """

    assert BY_ID["factcheck-coverage"]["pass_filenames"] is False
