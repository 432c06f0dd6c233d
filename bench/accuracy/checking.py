"""
The program at work: claims written to files, read and checked through the public door.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.accuracy.claims import Claim, lines
from factcheck import load_resolvers, read_claims, verify

BATCH = 1500  # claims that are checked together


class Checked(NamedTuple):
    """What the program said of a claim: blank verdict where it refused the claim."""

    claim: Claim
    verdict: str
    rule: str = ""
    causes: tuple[str, ...] = ()
    explanation: str = ""


def checked(claims: Sequence[Claim]) -> Iterator[Checked]:
    """Check all claims, in batches; in the order given."""
    for start in range(0, len(claims), BATCH):
        yield from _batch(claims[start : start + BATCH])


def _batch(claims: Sequence[Claim]) -> Iterator[Checked]:
    names = {f"c{place}": claim for place, claim in enumerate(claims)}
    with TemporaryDirectory() as folder:
        _write(names, Path(folder))
        articles, problems = read_claims([folder], root=Path(folder))
        refused = "; ".join(str(problem) for problem in problems)
        reports = verify(articles, load_resolvers(plugins=False).resolvers)
        found = {finding.claim: finding for report in reports for finding in report.findings}
    for name, claim in names.items():
        finding = found.get(name)
        if finding is None:
            yield Checked(claim, "", explanation=refused)
        else:
            causes = tuple(cause.name for cause in finding.causes)
            yield Checked(claim, finding.verdict.value, finding.rule, causes, finding.explanation)


def _write(names: dict[str, Claim], folder: Path) -> None:
    """An article for each claim: mutants of one claim in one article would contradict one another."""
    for name, claim in names.items():
        text = "\n".join([f"published: {claim.day}", "claims:", *lines(claim, name), ""])
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
