"""
``python -m bench.drafting``: draft every story, print the table and write ``results.json``; ``--list`` for mistakes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bench.drafting.scores import as_json, mistakes, scored, table
from factcheck.cli.inputs import read_resolvers

RESULTS = Path(__file__).parent / "results.json"


def main() -> int:
    """Measure, print and write down."""
    results = scored(read_resolvers(isolated=True).all)
    RESULTS.write_text(json.dumps(as_json(results), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print("\n".join(table(results)))
    if "--list" in sys.argv[1:]:
        print("\n".join(mistakes(results)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
