"""
The judgements counted, for ``results.json`` and the table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from bench.accuracy.scores import share
from bench.reading.judging import RIGHT, WRONG_MAGNITUDE, Invented, Judged, Read


def figure_scores(sentences: Sequence[Read], look_alikes: Sequence[Read]) -> dict[str, Any]:
    """Figures right and wrong, magnitudes lost, and what was found that no list has."""
    judged = [each for read in sentences for each in read.judged]
    every = (*sentences, *look_alikes)
    hits = sum(read.hits for read in every)
    invented = [each for read in every for each in read.invented]
    return {
        **_rights(judged),
        "wrong_magnitudes": sum(each.verdict == WRONG_MAGNITUDE for each in judged),
        "hits": hits,
        "false_hits": len(invented),
        "false_hit_share": share(len(invented), hits),
        "look_alikes": len(look_alikes),
        "look_alikes_hit": sum(bool(read.invented) for read in look_alikes),
        "mistakes": _mistakes(judged),
        "invented": _inventions(invented),
    }


def period_scores(sentences: Sequence[Read]) -> dict[str, Any]:
    """Periods right and wrong, and periods found that the list has not."""
    judged = [each for read in sentences for each in read.judged]
    invented = [each for read in sentences for each in read.invented]
    hits = sum(read.hits for read in sentences)
    return {
        **_rights(judged),
        "hits": hits,
        "false_hits": len(invented),
        "false_hit_share": share(len(invented), hits),
        "mistakes": _mistakes(judged),
        "invented": _inventions(invented),
    }


def _rights(judged: Sequence[Judged]) -> dict[str, Any]:
    by_language = groupby(sorted(judged, key=lambda each: each.language), lambda each: each.language or "en")
    return {
        **_count(judged),
        "wrong_in": dict(sorted(Counter(each.verdict for each in judged if each.verdict != RIGHT).items())),
        "by_language": {language: _count(list(each)) for language, each in by_language},
    }


def _count(judged: Sequence[Judged]) -> dict[str, Any]:
    right = sum(each.verdict == RIGHT for each in judged)
    return {"expressions": len(judged), "right": right, "share": share(right, len(judged))}


def _mistakes(judged: Iterable[Judged]) -> list[dict[str, str]]:
    wrong = [each for each in judged if each.verdict != RIGHT]
    return [
        {
            "wrong": each.verdict,
            "sentence": each.sentence,
            "words": each.words,
            "wanted": each.wanted,
            "found": each.found,
        }
        for each in wrong
    ]


def _inventions(invented: Iterable[Invented]) -> list[dict[str, str]]:
    return [{"sentence": each.sentence, "words": each.words, "found": each.found} for each in invented]
