"""
Patterns of paths: ``*`` stands for what has no slash, ``?`` for one character, ``**`` for folders at any depth.

Matched by tables of bounded size: no pattern takes more time than its length times that of the path.
"""

from __future__ import annotations

LONGEST_PATTERN = 200
ANY_DEPTH = "**"


def pattern_fault(pattern: str) -> tuple[str, str] | None:
    """What is wrong with a pattern and what to write instead; None where nothing is."""
    if not pattern.strip("/") or len(pattern) > LONGEST_PATTERN:
        return "the pattern is empty or too long", 'write a path, as in [per-path."drafts/opinion/*"]'
    if pattern.startswith(("/", "~")) or ".." in pattern.split("/") or "\\" in pattern:
        return (
            f"the pattern {pattern!r} leads out of the folder of the settings",
            "write it from there, with /, as in drafts/opinion/*",
        )
    if any(char in "[]{}" for char in pattern):
        return f"the pattern {pattern!r} has brackets", "only *, ** and ? stand for something; write two sections"
    if any(ANY_DEPTH in part and part != ANY_DEPTH for part in pattern.split("/")):
        return f"the pattern {pattern!r} has ** beside something else", "** stands for folders: drafts/**/opinion.md"
    return None


def matches(pattern: str, path: str) -> bool:
    """
    Whether a path fits a pattern.

    Args:
        pattern: one without a fault; one that ends in / means all that is below.
        path: with slashes, from the folder that the pattern starts from.
    """
    parts = [part for part in pattern.split("/") if part not in ("", ".")]
    if pattern.endswith("/"):
        parts.append(ANY_DEPTH)
    names = path.split("/")
    reached = {0}  # how many names the parts so far may have taken
    for part in parts:
        if part == ANY_DEPTH:
            reached = set(range(min(reached), len(names) + 1))
        else:
            reached = {at + 1 for at in reached if at < len(names) and _fits(part, names[at])}
        if not reached:
            return False
    return len(names) in reached


def _fits(part: str, name: str) -> bool:
    """Whether one name fits one part: after each character the places in the part where one may be."""
    states = _after_stars(part, {0})
    for char in name:
        states = _after_stars(part, set(_steps(part, states, char)))
        if not states:
            return False
    return len(part) in states


def _steps(part: str, states: set[int], char: str) -> list[int]:
    steps = [at for at in states if part[at : at + 1] == "*"]
    return steps + [at + 1 for at in states if at < len(part) and part[at] in ("?", char) and part[at] != "*"]


def _after_stars(part: str, states: set[int]) -> set[int]:
    """The same with stars passed over, which may stand for nothing."""
    found = set(states)
    for at in states:
        while part[at : at + 1] == "*" and at + 1 not in found:
            at += 1
            found.add(at)
    return found
