"""Published errors and ambiguities: the verdict and the rule that each must get."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import yaml

from factcheck.claim_files import read_claims
from factcheck.resolvers import load_resolvers
from factcheck.verification import verify

HERE = Path(__file__).parent
ROWS = {row["id"]: row for row in csv.DictReader((HERE / "traps.csv").read_text(encoding="utf-8").splitlines())}
CLAIMS: dict[str, str] = yaml.safe_load((HERE / "traps.yaml").read_text(encoding="utf-8"))

NO_CLAIM = {"T37", "T38"}  # they concern addresses of pages
#: Verdicts that the claims together give: they wait for consistency and diagnosis.
WAITING = {"T18", "T27"}


def test_every_trap_is_encoded_or_waits():
    """
    None of the published traps is left out in silence.
    """
    assert set(ROWS) == set(CLAIMS) | NO_CLAIM | WAITING


@pytest.mark.parametrize("trap", sorted(CLAIMS))
def test_trap(tmp_path, trap):
    """
    The trap gets the verdict and the rule that its collector expects.
    """
    path = tmp_path / f"{trap.lower()}.yaml"
    path.write_text(CLAIMS[trap], encoding="utf-8")
    articles, problems = read_claims([path], root=tmp_path)
    assert not problems
    (report,) = verify(articles, load_resolvers(plugins=False).resolvers)
    found = {finding.id: finding for finding in report.findings}[trap.lower()]
    row = ROWS[trap]

    assert (found.verdict, found.rule) == (row["expected_verdict"], row["expected_rule"]), found.explanation
