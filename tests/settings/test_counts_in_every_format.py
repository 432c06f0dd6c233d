"""What is kept from failing a run is counted in every format of reports: none of them is green by silence."""

from __future__ import annotations

import pytest

from factcheck.cli.formats import FORMATS, render
from factcheck.findings import Report
from factcheck.outputs.result import LeftOut, Result

REPORT = Report("claims/a.yaml", "", None, None, (), lowered=11, known=12, unneeded=("a: coarse",) * 13)
RESULT = Result((REPORT,), let_pass=14, passed_over=15, gone=16, left_out=LeftOut("main", 17, 18))
#: Each count as people read it, and its name in data.
COUNTS = [
    ("11 lowered by settings", "lowered", 11),
    ("12 known", "known", 12),
    ("13 ignores not needed", "unneeded_ignores", 13),
    ("14 let pass by settings", "let_pass", 14),
    ("15 files passed over by settings", "passed_over", 15),
    ("16 gone from the baseline", "baseline_gone", 16),
    ("17 unchanged articles left out", "unchanged_articles", 17),
    ("18 unchanged findings left out", "unchanged_findings", 18),
]
#: Data about somebody else's article, with a schema of its own: it is published, and no gate.
PUBLISHED = "claimreview"


@pytest.mark.parametrize("name", [name for name in FORMATS if name != PUBLISHED])
@pytest.mark.parametrize(("words", "key", "number"), COUNTS)
def test_every_format_has_every_count(name: str, words: str, key: str, number: int) -> None:
    """
    In words or as data.
    """
    text = render(RESULT, name, file=True)

    assert words in text or f'"{key}": {number}' in text or f'name="{key}" value="{number}"' in text
