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
TOGETHER = {trap for trap, row in ROWS.items() if row["expected_verdict"] == "inconsistent"}
ALONE = sorted(set(CLAIMS) - TOGETHER)


def test_every_trap_is_encoded():
    """
    None of the published traps is left out in silence.
    """
    assert set(ROWS) == set(CLAIMS) | NO_CLAIM


def _report(tmp_path, trap):
    path = tmp_path / f"{trap.lower()}.yaml"
    path.write_text(CLAIMS[trap], encoding="utf-8")
    articles, problems = read_claims([path], root=tmp_path)
    assert not problems
    (report,) = verify(articles, load_resolvers(plugins=False).resolvers)
    return report


def _finding(tmp_path, trap):
    return {finding.id: finding for finding in _report(tmp_path, trap).findings}[trap.lower()]


@pytest.mark.parametrize("trap", ALONE)
def test_trap(tmp_path, trap):
    """
    The trap gets the verdict and the rule that its collector expects.
    """
    found, row = _finding(tmp_path, trap), ROWS[trap]

    assert (found.verdict, found.rule) == (row["expected_verdict"], row["expected_rule"]), found.explanation


@pytest.mark.parametrize("trap", sorted(TOGETHER))
def test_trap_of_claims_together(tmp_path, trap):
    """
    The claims of the trap stand in an inconsistency under the rule that its collector expects.
    """
    found = [each.rule for each in _report(tmp_path, trap).inconsistencies if trap.lower() in each.claims]

    assert found == [ROWS[trap]["expected_rule"]]


@pytest.mark.parametrize("trap", sorted(CLAIMS))
def test_cause(tmp_path, trap):
    """
    The cause that the collector expects comes first; where none is expected there is silence.
    """
    found = _finding(tmp_path, trap)

    assert [cause.name for cause in found.causes][:1] == list(filter(None, [ROWS[trap]["expected_cause"]]))
