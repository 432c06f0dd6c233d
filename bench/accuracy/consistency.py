"""
Measures how well inconsistencies are found from the claims alone: none in honest articles, all that are planted.

Run it alone with ``python -m bench.accuracy.consistency``.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import factcheck
from bench.accuracy.article_claims import Article as Written
from bench.accuracy.article_rows import load_snapshot
from bench.accuracy.articles import Honest, Newsroom, release_days, said_in
from bench.accuracy.planted import KINDS, Planted, plant
from bench.accuracy.possible import possible
from factcheck.kinds.compile import compile_article

ROOT = Path(__file__).resolve().parents[2]
SEED = 20250714
ARTICLES = 2100
PLANTED_PER_KIND = 60
EXAMPLES = 5
FOUND_GOAL = 0.98

Door = Callable[[factcheck.Article], Sequence[Any]]


def measure(articles: int = ARTICLES, per_kind: int = PLANTED_PER_KIND) -> dict[str, Any]:
    """
    The counts, rates and first examples of both halves; flat, and fit for JSON.

    Args:
        articles: how many honest articles.
        per_kind: how many planted inconsistencies of each kind, as far as the honest articles carry the kind.
    """
    snapshot = load_snapshot(ROOT)
    days = release_days(ROOT)
    newsroom = Newsroom(snapshot, days, Random(SEED))  # noqa: S311
    honest = list(newsroom.articles(articles))
    door = factcheck.find_inconsistencies
    results: dict[str, Any] = {
        "rows that may decide": snapshot.rows["used"],
        "rows left out": {name: count for name, count in sorted(snapshot.rows.items()) if name != "used"},
        "articles refused": dict(sorted(newsroom.refused.items())),
    }
    results |= _on_honest(honest, door)
    planted = [
        each
        for number, kind in enumerate(KINDS)
        for each in plant(kind, honest, days, Random(SEED + number), per_kind)  # noqa: S311
    ]
    return results | _on_planted(planted, door)


def read(written: Iterable[Written]) -> tuple[list[factcheck.Article], int]:
    """The articles read back from files, in order, and how many problems the reader has with them."""
    with TemporaryDirectory() as folder:
        for number, article in enumerate(written):
            (Path(folder) / f"a{number:05}.yaml").write_text(article.yaml(), encoding="utf-8")
        articles, problems = factcheck.read_claims([folder], root=Path(folder))
    return sorted(articles, key=lambda article: article.path), len(problems)


def _on_honest(honest: Sequence[Honest], door: Door) -> dict[str, Any]:
    articles, problems = read(each.article for each in honest)
    wrong: list[tuple[Honest, Any]] = []
    for each, article in zip(honest, articles, strict=True):
        wrong += [(each, found) for found in door(article)]
    kinds = Counter(s.kind for each in honest for claim in each.article.claims for s in claim.statements)
    return {
        "articles": len(honest),
        "claims": sum(len(each.article.claims) for each in honest),
        "claims of each kind": dict(sorted(kinds.items())),
        "articles of each source": dict(sorted(Counter(each.article.about.source for each in honest).items())),
        "articles in two currencies": sum(len(_said_of(each, "unit")) > 1 for each in honest),
        "articles with several partners": sum(len(_said_of(each, "partner")) > 1 for each in honest),
        "articles with months as first released beside revised figures": sum(map(_first_releases, honest)),
        "problems of the reader": problems,
        "claims that do not compile": sum(len(compile_article(article).faults) for article in articles),
        "false inconsistencies": len(wrong),
        "false inconsistencies that the bench's own model sees too": sum(_really(each, found) for each, found in wrong),
        "first false inconsistencies": [_told(each.article, found) for each, found in wrong[:EXAMPLES]],
    }


def _said_of(honest: Honest, key: str) -> set[str]:
    """The values that a key of the series has in an article."""
    return {getattr(variable.series.family, key) for claim in honest.article.claims for variable in claim.variables}


def _first_releases(honest: Honest) -> bool:
    """Whether a month is claimed as first released though a later release was out on the day."""
    claimed = {variable.span for claim in honest.article.claims for variable in claim.variables}
    return any(
        facts.chosen[span] != max(facts.others[span], key=lambda edition: edition.rank)
        for facts in [desk.facts for desk in honest.desks]
        for span in sorted(claimed & set(facts.chosen))
    )


def _really(honest: Honest, found: Any) -> bool:
    """Whether the claims named cannot all be true by the bench's own model either."""
    return not possible(said_in([claim for claim in honest.article.claims if claim.id in found.claims]))


def _told(article: Written, found: Any) -> dict[str, Any]:
    """An inconsistency with the claims file that it was found in, cut down to the claims named."""
    named = Written(article.about, article.published, [each for each in article.claims if each.id in found.involved])
    return {"rule": found.rule, "claims": list(found.claims), "words": found.explanation, "yaml": named.yaml()}


@dataclass
class Tally:
    """What became of the planted inconsistencies of one kind."""

    number: int = 0
    found: int = 0
    minimal: int = 0
    named: int = 0
    as_planted: int = 0

    def flat(self, kind: str) -> dict[str, int]:
        """Its counts under names of their own."""
        return {
            f"planted: {kind}: number": self.number,
            f"planted: {kind}: found": self.found,
            f"planted: {kind}: with a minimal set": self.minimal,
            f"planted: {kind}: naming the planted claim": self.named,
            f"planted: {kind}: exactly the planted set": self.as_planted,
        }


def _on_planted(planted: Sequence[Planted], door: Door) -> dict[str, Any]:
    articles, problems = read(each.article for each in planted)
    tallies = {kind: Tally() for kind in KINDS}
    failed: list[dict[str, Any]] = []
    beside = 0
    for each, article in zip(planted, articles, strict=True):
        found = door(article)
        told = [one for one in found if each.wrong in one.involved]
        beside += len(found) - len(told)
        minimal = bool(told) and all(is_minimal(one.claims, article, door) for one in told)
        _count(tallies[each.kind], each, told, minimal)
        if not minimal:
            failed.append(_missed(each, found))
    return _summary(tallies, failed) | {"problems of the reader in planted articles": problems, "found beside": beside}


def _count(tally: Tally, planted: Planted, told: Sequence[Any], minimal: bool) -> None:
    tally.number += 1
    tally.found += bool(told)
    tally.minimal += minimal
    tally.named += bool(told) and all(planted.wrong in one.claims for one in told)
    tally.as_planted += any(
        planted.members in (frozenset(one.claims), *map(frozenset, one.alternatives)) for one in told
    )


def is_minimal(claims: Sequence[str], article: factcheck.Article, door: Door) -> bool:
    """Whether the claims alone are inconsistent, and no longer once any one of them is left out."""
    alone = [found.claims for found in door(_only(article, claims))]
    if list(claims) not in [list(each) for each in alone]:
        return False
    return not any(door(_only(article, [each for each in claims if each != left_out])) for left_out in claims)


def _only(article: factcheck.Article, ids: Sequence[str]) -> factcheck.Article:
    return replace(article, claims=tuple(claim for claim in article.claims if claim.id in ids))


def _missed(planted: Planted, found: Sequence[Any]) -> dict[str, Any]:
    members = [claim for claim in planted.article.claims if claim.id in planted.members]
    article = Written(planted.article.about, planted.article.published, members)
    told = [{"rule": one.rule, "claims": list(one.claims)} for one in found]
    return {"kind": planted.kind, "wrong": planted.wrong, "yaml": article.yaml(), "found": told}


def _summary(tallies: dict[str, Tally], failed: Sequence[dict[str, Any]]) -> dict[str, Any]:
    number, minimal = (sum(getattr(tally, name) for tally in tallies.values()) for name in ("number", "minimal"))
    results: dict[str, Any] = {
        "planted": number,
        "planted and found": sum(tally.found for tally in tallies.values()),
        "planted and found with a minimal set": minimal,
        "share of planted found with a minimal set": round(minimal / number, 4) if number else 0.0,
        "goal for that share": FOUND_GOAL,
        "first planted ones missed": list(failed[: 2 * EXAMPLES]),
    }
    for kind, tally in tallies.items():
        results |= tally.flat(kind)
    return results


if __name__ == "__main__":
    json.dump(measure(), sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")
