"""
``python -m bench.accuracy``: measure, write ``results.json`` and the tables of ``docs/accuracy.md``.

``python -m bench.accuracy causes`` (or ``consistency``) measures one part and leaves the results of the other.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

from bench.accuracy.checking import checked
from bench.accuracy.drawing import Pool
from bench.accuracy.growth_claims import FIRST, growth_claims
from bench.accuracy.mutants import chosen, mutants, random_errors
from bench.accuracy.page import written_into
from bench.accuracy.rows import read_rows
from bench.accuracy.scores import BY_CHANCE, accident_scores, discrepancy_scores, mutant_scores, true_scores
from bench.accuracy.table import Table
from bench.accuracy.true_claims import true_claims

SEED = 20250714
TRUE, RARE, GROWTH, ACCIDENTS = 3200, 1400, 900, 2000
APART, AMBIGUOUS = 180, 40  # mutants of each kind that are checked
RESULTS = Path(__file__).parent / "results.json"
PAGE = Path(__file__).parents[2] / "docs" / "accuracy.md"
PARTS = ("causes", "consistency")
CONSISTENCY = "bench.accuracy.consistency"


def main() -> int:
    """Run the parts that are asked for, else both; merge their results and write them down."""
    asked = sys.argv[1:] or PARTS
    if unknown := sorted(set(asked) - set(PARTS)):
        print(f"no part is called {', '.join(unknown)}: there are {' and '.join(PARTS)}", file=sys.stderr)
        return 2
    if "causes" in asked:
        _write("causes", causes())
    if "consistency" in asked and find_spec(CONSISTENCY) is not None:
        _write("consistency", _timed("consistency", import_module(CONSISTENCY).measure))
    return 0


def _write(part: str, measured: dict[str, Any]) -> None:
    """Renew one part of the results and the tables made of both."""
    before = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    results = {name: measured if name == part else before[name] for name in PARTS if name == part or name in before}
    RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if "causes" in results:
        PAGE.write_text(written_into(PAGE.read_text(encoding="utf-8"), results), encoding="utf-8")


def causes() -> dict[str, Any]:
    """True claims, growth on revised bases, mutants and accidents."""
    table = Table.of(read_rows())
    pool = Pool.of(table)
    true = list(true_claims(pool, _draws(0), TRUE))
    rare = list(true_claims(pool.with_rare_errors(), _draws(1), RARE))
    bases = list(dict.fromkeys((*true, *rare)))
    growth = list(growth_claims(pool, _draws(2), GROWTH))
    found = _timed("mutants made and told apart", lambda: list(mutants(bases, table, _draws(3))))
    made = Counter((mutant.claim.way, mutant.told.why) for mutant in found)
    picked = chosen(found, _draws(4), apart=APART, ambiguous=AMBIGUOUS)
    wrong = [mutant for _, kind in sorted(picked.items()) for mutant in kind]
    accidents = list(random_errors(bases, table, _draws(5), ACCIDENTS))
    right = _timed("true claims", lambda: list(checked(bases)))
    grown = _timed("growth", lambda: list(checked(growth)))
    mutated = _timed("mutants", lambda: list(checked([mutant.claim for mutant in wrong])))
    accidental = _timed("accidents", lambda: list(checked(accidents)))
    pairs = list(zip(wrong, mutated, strict=True))
    accepted = [result for result in grown if result.claim.way != FIRST]
    false = [result for mutant, result in pairs if mutant.told.why != BY_CHANCE] + accidental
    return {
        "seed": SEED,
        "true": true_scores(right),
        "growth": true_scores(accepted),
        "growth_from_revised_levels": true_scores([result for result in grown if result.claim.way == FIRST]),
        "discrepancy": discrepancy_scores((*right, *accepted), false),
        "mutants": mutant_scores(made, pairs),
        "accidents": accident_scores(accidental),
    }


def _draws(step: int) -> Random:
    """A generator of its own for each step: more claims of one kind leave the others as they are."""
    return Random(SEED + step)  # noqa: S311  a bench must give the same claims each time


def _timed(what: str, work: Callable[[], Any]) -> Any:
    """Do it, and tell on the screen how long it took: results hold no times."""
    start = monotonic()
    done = work()
    print(f"{what}: {monotonic() - start:.0f} s", file=sys.stderr)
    return done


if __name__ == "__main__":
    raise SystemExit(main())
