"""
``python -m bench.reading``: scan the lists, print the scores, write ``results.json`` and the page's table.

``--list`` prints every mistake; the scores of the first run of all are kept beside the newest.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from bench.reading.gold import figure_sentences, period_sentences, sentences_without_figures
from bench.reading.judging import read_look_alike, read_periods_of, read_sentence
from bench.reading.page import table, written_into
from bench.reading.scores import figure_scores, period_scores

FRESH = "fresh_figures.txt"  # written after tuning
RESULTS = Path(__file__).parent / "results.json"
PAGE = Path(__file__).parents[2] / "docs" / "reading.md"


def main() -> int:
    """Measure, print and write down."""
    now = measured()
    first = json.loads(RESULTS.read_text(encoding="utf-8"))["first"] if RESULTS.exists() else without_details(now)
    results = {"first": first, "now": now}
    RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if PAGE.exists():
        PAGE.write_text(written_into(PAGE.read_text(encoding="utf-8"), results), encoding="utf-8")
    print("\n".join(table(results)))
    if "--list" in sys.argv[1:]:
        print("\n".join(_listed(now)))
    return 0


def measured() -> dict[str, Any]:
    """The scores of the lists, read by the scanner as it is."""
    sentences = [read_sentence(sentence) for sentence in figure_sentences()]
    look_alikes = [read_look_alike(text) for text in sentences_without_figures()]
    return {
        "figures": figure_scores(sentences, look_alikes),
        "fresh": figure_scores([read_sentence(sentence) for sentence in figure_sentences(FRESH)], ()),
        "periods": period_scores([read_periods_of(sentence) for sentence in period_sentences()]),
    }


def without_details(scores: dict[str, Any]) -> dict[str, Any]:
    """The counts alone."""
    return {
        part: {name: count for name, count in counts.items() if name not in {"mistakes", "invented"}}
        for part, counts in scores.items()
    }


def _listed(scores: dict[str, Any]) -> list[str]:
    lines = []
    for part, counts in scores.items():
        for each in counts["mistakes"]:
            lines += ["", f"{part}: {each['wrong']}: {each['sentence']}", f"    {each['words']}: {each['wanted']}"]
            lines += [f"    found: {each['found'] or 'nothing'}"]
        for each in counts["invented"]:
            lines += ["", f"{part}: invented: {each['sentence']}", f"    {each['words']}: {each['found']}"]
    return lines


if __name__ == "__main__":
    raise SystemExit(main())
