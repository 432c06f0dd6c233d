"""Every format, whole, for the article behind this project."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.claim_files import read_claims
from factcheck.outputs.result import Result
from factcheck.resolvers import load_resolvers
from factcheck.verification import verify

from .hostile import RENDERERS

ROOT = Path(__file__).parents[2]
CLAIMS = "claims/china-russia-trade-2025-h1.yaml"
ENDINGS = {
    "text": "txt", "grouped": "txt", "concise": "txt", "github": "txt", "markdown": "md", "junit": "xml",
    "csv": "csv", "jsonl": "jsonl",
}  # fmt: skip
FORMATS = sorted(RENDERERS)


@pytest.fixture(scope="module")
def article() -> Result:
    """The run over that article, as the command in the project's folder makes it."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        articles, problems = read_claims([CLAIMS])
        reports = tuple(verify(articles, load_resolvers().resolvers))
    finally:
        os.chdir(before)
    return Result(reports, problems, 1, None, str(ROOT), str(ROOT))


@pytest.mark.parametrize("name", FORMATS)
def test_format(name: str, article: Result, golden: Callable[[str, str], None]) -> None:
    """
    The format is that of the golden file; for ClaimReview as if the article were somebody else's.
    """
    if name == "claimreview":
        article = article._replace(reports=tuple(replace(report, draft="") for report in article.reports))

    golden(f"article-{name}.{ENDINGS.get(name, 'json')}", RENDERERS[name](article))


SEEDS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    {"PYTHONHASHSEED": "77", "TZ": "America/Lima", "LC_ALL": "C", "PYTHONUTF8": "0"},
)


def test_command_writes_the_same_bytes_everywhere(tmp_path: Path) -> None:
    """
    Seed, time zone and locale change no byte of what the command writes, in any format.
    """
    names = [name for name in FORMATS if name != "claimreview"]
    written: dict[str, set[bytes]] = {name: set() for name in names}
    for environment in SEEDS:
        run(*(f"--output-format={name}={tmp_path / name}" for name in names), **environment)
        for name in names:
            written[name].add((tmp_path / name).read_bytes())

    assert {name: len(each) for name, each in written.items()} == dict.fromkeys(names, 1)


@pytest.mark.parametrize("name", ["json", "csv", "github"])
def test_formats_for_machines_are_utf_8(name: str) -> None:
    """
    A terminal of another encoding changes nothing of what machines read.
    """
    option = f"--output-format={name}"

    assert run(option, PYTHONIOENCODING="latin-1") == run(option)


def run(*options: str, **environment: str) -> bytes:
    """What the command prints of the article, under an environment."""
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "verify", CLAIMS, "--isolated", *options],
        cwd=ROOT,
        env={**{key: value for key, value in os.environ.items() if key != "GITHUB_STEP_SUMMARY"}, **environment},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr.decode()
    return done.stdout
