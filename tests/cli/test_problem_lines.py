"""Errors of files on a terminal."""

from __future__ import annotations

from factcheck.cli.problems import problem_lines
from factcheck.errors import Location, Problem


def test_a_problem_has_place_line_caret_and_hint() -> None:
    """
    The place and the fault, the line, a caret under the column, and what to write instead.
    """
    problem = Problem(
        Location("claims/russia-china.yaml", 14, 13),
        "unknown period '2025S1'",
        "write the first half of 2025 as 2025-H1",
        "    change: 2025S1",
    )

    assert list(problem_lines(problem)) == [
        "claims/russia-china.yaml:14:13: unknown period '2025S1'",
        "        change: 2025S1",
        "                ^",
        "write the first half of 2025 as 2025-H1",
    ]


def test_a_long_line_is_cut_around_the_fault() -> None:
    """
    Of a line of a megabyte the part around the column is shown, and the caret stands under it.
    """
    line = "a" * 500_000 + "X" + "b" * 500_000
    shown = list(problem_lines(Problem(Location("c.yaml", 1, 500_001), "odd", "", line)))

    assert len(shown[1]) < 120
    assert shown[1][shown[2].index("^")] == "X"


def test_hostile_lines_are_inert() -> None:
    """
    Escapes, bidi characters and workflow commands of the file are shown, not obeyed; the caret still fits.
    """
    line = "\t\x1b[31m::error::\u202e quote: X"
    shown = list(problem_lines(Problem(Location("c.yaml", 1, line.index("X") + 1), "::warning::", "##[x]", line)))

    assert "\x1b" not in "".join(shown)
    assert "\u202e" not in "".join(shown)
    assert not any(text.lstrip().startswith("::") or "##[" in text for text in shown)
    assert shown[1][shown[2].index("^")] == "X"
