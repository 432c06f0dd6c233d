"""
``python -m bench.drafting``: draft every story, print the table and write ``results.json``; ``--list`` for mistakes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bench.drafting.gold import HELD_OUT, STORIES, stories
from bench.drafting.scores import as_json, mistakes, scored, table
from factcheck.cli.inputs import read_resolvers

RESULTS = Path(__file__).parent / "results.json"
_SETS = {"stories": STORIES, "held out": HELD_OUT}


def main() -> int:
    """Measure, print and write down."""
    resolvers = read_resolvers(isolated=True).all
    results = {name: scored(resolvers, stories(folder)) for name, folder in _SETS.items()}
    written = {name: as_json(each) for name, each in results.items()}
    RESULTS.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for name, each in results.items():
        print("\n".join([f"{name}:", *table(each), ""]))
        if "--list" in sys.argv[1:]:
            print("\n".join([*mistakes(each), ""]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
