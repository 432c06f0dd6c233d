"""
What the program said, counted: false alarms, discrepancies found, causes right, silent and wrong.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from bench.accuracy.checking import Checked
from bench.accuracy.claims import Claim
from bench.accuracy.mutants import Mutant

EXAMPLES = 20
BY_CHANCE = "true by chance"


def share(part: int, whole: int) -> str:
    """A percentage to two decimals, as text: results are compared byte for byte."""
    return f"{100 * part / whole:.2f} %" if whole else "-"


def true_scores(results: Sequence[Checked]) -> dict[str, object]:
    """For true claims: matches, false alarms, what stayed open or was refused; in all and by way of writing."""
    by_way: dict[str, list[Checked]] = defaultdict(list)
    for result in results:
        by_way[result.claim.way].append(result)
    wrong = [result for result in results if result.verdict != "match"]
    return {
        **_verdicts(results),
        "by_way": {way: _verdicts(found) for way, found in sorted(by_way.items())},
        "sources": len({result.claim.quantity.of.source for result in results}),
        "rules": dict(sorted(Counter(result.rule for result in results if result.rule).items())),
        "not_matched": [told(result) for result in wrong[:EXAMPLES]],
    }


def _verdicts(results: Sequence[Checked]) -> dict[str, object]:
    alarms = sum(result.verdict == "discrepancy" for result in results)
    read = sum(bool(result.verdict) for result in results)
    return {
        "claims": len(results),
        "match": sum(result.verdict == "match" for result in results),
        "false_alarms": alarms,
        "unresolved": sum(result.verdict == "unresolved" for result in results),
        "refused": len(results) - read,
        "false_alarm_rate": share(alarms, read),
    }


def outcome(result: Checked) -> str:
    """Of a mutant: right, silent, wrong, or no discrepancy at all."""
    if result.verdict != "discrepancy":
        return "not found"
    if not result.causes:
        return "silent"
    return "right" if result.causes[0] in result.claim.causes else "wrong"


def mutant_scores(made: Counter[tuple[str, str]], checked: Sequence[tuple[Mutant, Checked]]) -> dict[str, object]:
    """By kind: how many were made and can be told apart, and what became of those that were checked."""
    by_kind: dict[str, list[tuple[Mutant, Checked]]] = defaultdict(list)
    for mutant, result in checked:
        by_kind[mutant.claim.way].append((mutant, result))
    kinds = {kind: _kind(kind, made, found) for kind, found in sorted(by_kind.items())}
    apart = [result for mutant, result in checked if not mutant.told.why]
    right = sum(outcome(result) == "right" for result in apart)
    return {
        "made": sum(made.values()),
        "told_apart": sum(number for (_, why), number in made.items() if not why),
        "ambiguous": {why: _of(made, lambda key, why=why: key[1] == why) for why in sorted({w for _, w in made if w})},
        "checked": len(checked),
        "checked_told_apart": len(apart),
        "right": right,
        "silent": sum(outcome(result) == "silent" for result in apart),
        "wrong": sum(outcome(result) == "wrong" for result in apart),
        "not_found": sum(outcome(result) == "not found" for result in apart),
        "first_cause_right": share(right, len(apart)),
        "mean_over_kinds": _mean([each for each in kinds.values() if each["checked_told_apart"]]),
        "kinds": kinds,
    }


def _of(made: Counter[tuple[str, str]], wanted: Callable[[tuple[str, str]], bool]) -> int:
    return sum(number for key, number in made.items() if wanted(key))


def _mean(kinds: Sequence[dict[str, object]]) -> str:
    """The kinds counted alike, however many of each there are."""
    shares = [int(str(kind["right"])) / int(str(kind["checked_told_apart"])) for kind in kinds]
    return f"{100 * sum(shares) / len(shares):.2f} %" if shares else "-"


def _kind(kind: str, made: Counter[tuple[str, str]], found: Sequence[tuple[Mutant, Checked]]) -> dict[str, object]:
    apart = [(mutant, result) for mutant, result in found if not mutant.told.why]
    coarse = [(mutant, result) for mutant, result in found if mutant.told.why not in ("", BY_CHANCE)]
    counts = Counter(outcome(result) for _, result in apart)
    wrong = [result for _, result in apart if outcome(result) == "wrong"]
    return {
        "made": _of(made, lambda key: key[0] == kind),
        "told_apart": made[kind, ""],
        "checked_told_apart": len(apart),
        **{name.replace(" ", "_"): counts[name] for name in ("right", "silent", "wrong", "not found")},
        "first_cause_right": share(counts["right"], len(apart)),
        "instead": dict(Counter(result.causes[0] for result in wrong).most_common(5)),
        "ambiguous_checked": dict(sorted(Counter(outcome(result) for _, result in coarse).items())),
        "examples_missed": [told(result) for _, result in apart if outcome(result) != "right"][:5],
        "examples_ambiguous": [f"{mutant.told.why}: {_claim(mutant.claim)}" for mutant, _ in found if mutant.told.why][
            :EXAMPLES
        ],
    }


def accident_scores(results: Sequence[Checked]) -> dict[str, object]:
    """Of errors that nothing caused: how many were found, and how many were given a cause all the same."""
    found = [result for result in results if result.verdict == "discrepancy"]
    given = [result for result in found if result.causes]
    return {
        "claims": len(results),
        "discrepancy": len(found),
        "given_a_cause": len(given),
        "share_given_a_cause": share(len(given), len(results)),
        "causes_given": dict(Counter(result.causes[0] for result in given).most_common()),
        "examples_given": [told(result) for result in given[:EXAMPLES]],
        "examples_not_found": [told(result) for result in results if result.verdict != "discrepancy"][:EXAMPLES],
    }


def discrepancy_scores(true: Iterable[Checked], false: Iterable[Checked]) -> dict[str, object]:
    """Precision and recall of the verdict ``discrepancy``; claims that stayed open or were refused are not found."""
    alarms = sum(result.verdict == "discrepancy" for result in true)
    wrong = list(false)
    found = sum(result.verdict == "discrepancy" for result in wrong)
    return {
        "false_claims": len(wrong),
        "found": found,
        "false_alarms": alarms,
        "precision": share(found, found + alarms),
        "recall": share(found, len(wrong)),
    }


def told(result: Checked) -> str:
    """A claim and what was said of it, on one line."""
    said = result.verdict or "refused"
    causes = f" [{' | '.join(result.causes)}]" if result.causes else ""
    return f"{_claim(result.claim)} -> {said} {result.rule}{causes}: {result.explanation}".strip(": ")


def _claim(claim: Claim) -> str:
    cell, base = claim.quantity.of, claim.quantity.base
    series = " ".join(part for part in cell[:-1] if part)
    on = f" on {base.partner} {base.flow} {base.span.name}" if base is not None else ""
    return f"“{claim.quote}” ({claim.way}; {claim.quantity.kind} of {series} {cell.span.name}{on}; {claim.day})"
