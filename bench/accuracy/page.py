"""
The tables of ``docs/accuracy.md``, written between two marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bench.accuracy.scores import share

BEGIN, END = "<!-- results: written by make bench-accuracy -->", "<!-- end of results -->"
PLANTED = "planted: "
LEAST_FOUND = 0.98
GOALS = {
    "true": ("false alarms on true figures, rounded, cut, hedged or in words", "at most 0.5 %"),
    "growth": ("false alarms on true growth on a revised base", "at most 1 %"),
    "apart": ("first cause right, of the mutants that can be told apart", "at least 90 %"),
    "accidents": ("accidents that are given a cause", "at most 3 %"),
}


def written_into(page: str, results: dict[str, Any]) -> str:
    """
    The page with its tables renewed.

    Raises:
        ValueError: the page lacks one of the marks.
    """
    head, mark, rest = page.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not (mark and end):
        raise ValueError("docs/accuracy.md lacks the marks between which the results are written")
    return f"{head}{BEGIN}\n\n" + "\n".join(_tables(results)) + f"\n\n{END}{tail}"


def _tables(results: dict[str, Any]) -> Iterator[str]:
    causes = results["causes"]
    yield from _goals(results)
    yield from ("", *_verdicts(causes))
    yield from ("", *_kinds(causes["mutants"]))
    if "consistency" in results:
        yield from ("", *_consistency(results["consistency"]))


def _goals(results: dict[str, Any]) -> Iterator[str]:
    causes = results["causes"]
    measured = {
        "true": (causes["true"]["claims"], causes["true"]["false_alarm_rate"], 0.5, False),
        "growth": (causes["growth"]["claims"], causes["growth"]["false_alarm_rate"], 1, False),
        "apart": (causes["mutants"]["checked_told_apart"], causes["mutants"]["first_cause_right"], 90, True),
        "accidents": (causes["accidents"]["claims"], causes["accidents"]["share_given_a_cause"], 3, False),
    }
    yield from ("| measured | claims | goal | result | |", "| --- | ---: | --- | ---: | --- |")
    for name, (claims, result, bound, at_least) in measured.items():
        what, goal = GOALS[name]
        number = float(result.split()[0])
        met = number >= bound if at_least else number <= bound
        yield f"| {what} | {claims:,} | {goal} | {result} | {_met(met)} |"
    if "consistency" in results:
        yield from _article_goals(results["consistency"])


def _met(met: bool) -> str:
    return "met" if met else "**missed**"


def _article_goals(found: dict[str, Any]) -> Iterator[str]:
    number, false = found["articles"], found["false inconsistencies"]
    yield f"| inconsistencies in consistent articles | {number:,} articles | none | {false:,} | {_met(not false)} |"
    planted, minimal = found["planted"], found["planted and found with a minimal set"]
    met = minimal >= LEAST_FOUND * planted
    what = "planted inconsistencies found with a minimal set"
    yield f"| {what} | {planted:,} articles | at least 98 % | {share(minimal, planted)} | {_met(met)} |"


def _verdicts(causes: dict[str, Any]) -> Iterator[str]:
    found, true = causes["discrepancy"], causes["true"]["claims"] + causes["growth"]["claims"]
    yield (
        f"The verdict *discrepancy*: precision {found['precision']}, recall {found['recall']}, over "
        f"{found['false_claims']:,} false claims and {true:,} true ones."
    )
    yield from ("", "| true claims | number | match | false alarms | unresolved | refused |")
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    rows = {**causes["true"]["by_way"], **causes["growth"]["by_way"], **causes["growth_from_revised_levels"]["by_way"]}
    for way, row in rows.items():
        numbers = [row[key] for key in ("claims", "match", "false_alarms", "unresolved", "refused")]
        yield f"| {way} | " + " | ".join(f"{number:,}" for number in numbers) + " |"


def _kinds(mutants: dict[str, Any]) -> Iterator[str]:
    ambiguous = "; ".join(f"{number:,} {why}" for why, number in mutants["ambiguous"].items())
    yield (
        f"Mutants: {mutants['made']:,} made, {mutants['told_apart']:,} can be told apart ({ambiguous}). Checked: at "
        f"most a fixed number of each kind, {mutants['checked']:,} in all. With all kinds counted alike, the first "
        f"cause is right in {mutants['mean_over_kinds']}."
    )
    yield from ("", "| error | made | told apart | checked | right | silent | wrong | not found | first cause right |")
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for name, kind in mutants["kinds"].items():
        keys = ("made", "told_apart", "checked_told_apart", "right", "silent", "wrong", "not_found")
        numbers = " | ".join(f"{kind[key]:,}" for key in keys)
        yield f"| {name} | {numbers} | {kind['first_cause_right']} |"


def _consistency(found: dict[str, Any]) -> Iterator[str]:
    """The counts of the second part, and a table of what was planted: its names are "planted: kind: count"."""
    plain = {key: value for key, value in found.items() if isinstance(value, int | float)}
    yield from ("| articles built from consistent figures | |", "| --- | ---: |")
    yield from (f"| {key} | {value:,} |" for key, value in plain.items() if not key.startswith(PLANTED))
    kinds: dict[str, dict[str, float]] = {}
    for key, value in plain.items():
        if key.startswith(PLANTED):
            kind, _, count = key.removeprefix(PLANTED).partition(": ")
            kinds.setdefault(kind, {})[count] = value
    if kinds:
        columns = list(dict.fromkeys(count for counts in kinds.values() for count in counts))
        yield from ("", f"| planted | {' | '.join(columns)} |", "| --- |" + " ---: |" * len(columns))
        for kind, counts in kinds.items():
            yield f"| {kind} | " + " | ".join(f"{counts.get(column, 0):,}" for column in columns) + " |"
