"""
The table of ``docs/reading.md``, written between two marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

BEGIN, END = "<!-- results: written by make bench-reading -->", "<!-- end of results -->"
LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian"}


def written_into(page: str, results: dict[str, Any]) -> str:
    """
    The page with its table renewed.

    Raises:
        ValueError: the page lacks one of the marks.
    """
    head, mark, rest = page.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not (mark and end):
        raise ValueError("docs/reading.md lacks the marks between which the results are written")
    return f"{head}{BEGIN}\n\n" + "\n".join(table(results)) + f"\n\n{END}{tail}"


def table(results: dict[str, Any]) -> Iterator[str]:
    """The goals, then the languages, each with the first run of all beside the newest."""
    yield "| measured | goal | before tuning | now |"
    yield "|---|---|---|---|"
    first, now = results["first"], results["now"]
    for name, goal, told in _ROWS:
        yield f"| {name} | {goal} | {told(first)} | {told(now)} |"
    yield ""
    yield "| language | figures | right | periods | right |"
    yield "|---|---|---|---|---|"
    for language, name in LANGUAGES.items():
        yield f"| {name} | " + " | ".join(_of_language(now[part], language) for part in ("figures", "periods")) + " |"


def _of_language(scores: dict[str, Any], language: str) -> str:
    found = scores["by_language"].get(language, {"expressions": 0, "share": "-"})
    return f"{found['expressions']} | {found['share']}"


def _right(part: str) -> Any:
    return lambda scores: "{right} of {expressions} ({share})".format(**scores[part])


_ROWS = (
    ("figures right in value, unit, interval, hedge and direction", "at least 95 %", _right("figures")),
    (
        "the same, of figures written after tuning",
        "",
        lambda scores: _right("fresh")(scores) if "fresh" in scores else "-",
    ),
    ("periods right", "at least 90 %", _right("periods")),
    ("figures read in a wrong magnitude", "none", lambda scores: scores["figures"]["wrong_magnitudes"]),
    (
        "figures found that are none, of all found",
        "at most 3 %",
        lambda scores: "{false_hits} of {hits} ({false_hit_share})".format(**scores["figures"]),
    ),
    (
        "sentences without a figure in which one was found",
        "",
        lambda scores: "{look_alikes_hit} of {look_alikes}".format(**scores["figures"]),
    ),
    (
        "periods found that are none, of all found",
        "",
        lambda scores: "{false_hits} of {hits} ({false_hit_share})".format(**scores["periods"]),
    ),
)
