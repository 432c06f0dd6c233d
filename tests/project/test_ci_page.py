"""The page about continuous integration: its files are in order, and say what the action and the hooks offer."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
import yaml

from factcheck import __version__
from factcheck.cli.verify import command as verify
from factcheck.starter import CI, Starter, starter_files

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def steps() -> list[dict[str, object]]:
    """Every step of the workflows of the page."""
    jobs = [job for block in BLOCKS for job in yaml.safe_load(block).get("jobs", {}).values()]
    return [step for job in jobs for step in job["steps"]]


@pytest.mark.parametrize("block", BLOCKS)
def test_examples_are_yaml(block):
    """
    They can be copied as they are.
    """

    assert isinstance(yaml.safe_load(block), dict)


def test_examples_give_inputs_that_the_action_has():
    """
    And take outputs that it has.
    """
    ours = [step for step in steps() if str(step.get("uses", "")).startswith("OWNER/factcheck@")]
    taken = set(re.findall(r"steps\.factcheck\.outputs\.([a-z-]{1,40})", PAGE))

    assert len(ours) == 2
    assert {name for step in ours for name in step.get("with", {})} <= set(ACTION["inputs"])
    assert taken <= set(ACTION["outputs"])


def test_examples_of_hooks_name_hooks_that_there_are():
    """
    By their ids.
    """
    (repo,) = next(yaml.safe_load(block)["repos"] for block in BLOCKS if block.startswith("repos:"))

    assert [hook["id"] for hook in repo["hooks"]] == [hook["id"] for hook in HOOKS]


@pytest.mark.parametrize("group", ["inputs", "outputs"])
def test_every_input_and_output_is_described(group):
    """
    With a row of its table.
    """

    assert [name for name in ACTION[group] if f"| `{name}` |" not in PAGE] == []


def test_the_gitlab_example_is_what_init_writes():
    """
    Word for word.
    """
    written = dict(starter_files(Starter(ci="gitlab")))[CI["gitlab"][0]]

    assert any(written.endswith(block) for block in BLOCKS)


def test_versions_are_of_this_version():
    """
    Tags and pins.
    """

    assert set(re.findall(r"(?:@v|rev: v|factcheck-claims==)([0-9]+\.[0-9]+\.[0-9]+)\b", PAGE)) == {__version__}


def test_options_that_the_page_names_are_options_of_verify():
    """
    In the lines for a shell too.
    """
    options = {each for param in verify.params if isinstance(param, click.Option) for each in param.opts}
    lines = [
        line
        for block in re.findall(r"^```sh\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
        for line in block.splitlines()
    ]
    words = [word for line in lines for word in shlex.split(line.partition(" factcheck verify")[2])]
    named = re.findall(r"`(--[a-z-]{2,30})", PAGE)
    others = {"--user", "--volume", "--ci"}

    assert {word for word in words if word.startswith("-")} <= options
    assert set(named) - others <= options
