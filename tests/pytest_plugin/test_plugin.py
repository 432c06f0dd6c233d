"""``pytest --factcheck``: each claim is a test, in a real run of pytest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAD = """\
published: 2025-07-14
about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}
claims:
"""
HOLDS = '  - {quote: "slipped by 9.1 percent", id: slipped, change: 2025-H1}\n'
MISSES = '  - {quote: "a record high of $237 billion", id: record, level: 2023}\n'
OPEN = '  - {quote: "$90 billion", id: old, level: 1995}\n'
SEEN = '  - {quote: "two days", id: days, seen: {source: a page, by: A. Editor, on: 2025-07-15}}\n'
ROUND = '  - {quote: "rose 1 percent", id: coarse, change: 2024}\n'


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with claims/ and a test of somebody's own."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "test_own.py").write_text("def test_own():\n    pass\n")
    return tmp_path


def ran(desk: Path, *args: str) -> tuple[int, str]:
    """The exit code and the output of a run of pytest in the folder."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-ra", *args],
        cwd=desk,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def write(desk: Path, *claims: str, name: str = "story.yaml") -> None:
    (desk / "claims" / name).write_text(HEAD + "".join(claims), encoding="utf-8")


def test_each_claim_is_a_test(desk: Path) -> None:
    """
    What holds passes, what does not fails, what cannot be checked is skipped, and other tests run as ever.
    """
    write(desk, HOLDS, MISSES, OPEN, SEEN)

    code, out = ran(desk, "--factcheck", "claims", "test_own.py")

    assert code == 1
    assert "1 failed, 2 passed, 2 skipped" in out
    assert "claims/story.yaml::record" in out


def test_a_failure_is_the_report(desk: Path) -> None:
    """
    A claim that fails shows the finding with its reference, and no traceback.
    """
    write(desk, MISSES)

    _, out = ran(desk, "--factcheck", "claims")

    assert "240.11 bn USD" in out
    assert "Traceback" not in out
    assert "pytest_plugin.py" not in out


def test_the_summary_has_the_quote(desk: Path) -> None:
    """
    The line that pytest prints at its end for each failure says which words failed.
    """
    write(desk, MISSES)

    _, out = ran(desk, "--factcheck", "claims")

    assert 'FAILED claims/story.yaml::record - ✗ "a record high of $237 billion"' in out


def test_without_the_flag_nothing_is_collected(desk: Path) -> None:
    """
    YAML files are left alone unless claims are asked for.
    """
    write(desk, MISSES)

    code, out = ran(desk, "claims", "test_own.py")

    assert (code, "1 passed" in out) == (0, True)


def test_a_faulty_file_is_an_error_of_collection(desk: Path) -> None:
    """
    A claims file that cannot be read stops with its line and what to write instead.
    """
    write(desk, '  - {quote: "x", id: a, chnage: 2024}\n')

    code, out = ran(desk, "--factcheck", "claims")

    assert code == 2
    assert "claims/story.yaml:4:" in out
    assert "chnage" in out


def test_one_claim_can_be_named(desk: Path) -> None:
    """
    A claim has the address of a test.
    """
    write(desk, HOLDS, MISSES)

    code, out = ran(desk, "--factcheck", "claims/story.yaml::slipped")

    assert (code, "1 passed" in out) == (0, True)


@pytest.mark.parametrize(
    ("level", "counts"), [("error", "1 passed"), ("warning", "1 passed"), ("unresolved", "1 passed")]
)
def test_a_match_passes_at_every_level(desk: Path, level: str, counts: str) -> None:
    """
    A plain match never fails.
    """
    write(desk, HOLDS)

    assert counts in ran(desk, "--factcheck", "--factcheck-fail-on", level, "claims")[1]


def test_unresolved_fails_where_it_is_asked(desk: Path) -> None:
    """
    With --factcheck-fail-on unresolved a claim that could not be checked fails.
    """
    write(desk, OPEN)

    assert "1 failed" in ran(desk, "--factcheck", "--factcheck-fail-on", "unresolved", "claims")[1]


def test_an_earlier_day(desk: Path) -> None:
    """
    Before the figures were out a claim is skipped with the reason.
    """
    write(desk, HOLDS)

    _, out = ran(desk, "--factcheck", "--factcheck-as-of", "2025-07-01", "claims")

    assert "1 skipped" in out
    assert "first published on 2025-07-14" in out


def test_words_of_claims_are_inert(desk: Path) -> None:
    """
    Escapes and workflow commands in a quote do not act in the output.
    """
    write(desk, '  - {quote: "::error::\\e[31m a record high of $237 billion", id: record, level: 2023}\n')

    _, out = ran(desk, "--factcheck", "claims")

    assert "\x1b[31m" not in out
    assert not any(line.lstrip().startswith("::error") for line in out.splitlines())
