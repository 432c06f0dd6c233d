"""
From articles and their reports to rows: one for each finding, and one for each claim that has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.claim_files.write import in_brackets, quoted
from factcheck.claims import FIGURE_KEYS, SERIES_KEYS, Article, Claim, KindUse, Text
from factcheck.findings import Finding, Inconsistency, Report
from factcheck.kinds import KINDS, KeyType
from factcheck.sheets.columns import SERIES_COLUMNS, TOGETHER, Row
from factcheck.sheets.option_text import VALUE_MARKS, Option, write_options

SEEN = "seen"  # in the column kind, of a claim that has none


class Told(NamedTuple):
    """A finding in words: the figure that is known, the distance to it."""

    reference: str
    gap: str


def period_keys(kind: str) -> tuple[str, ...]:
    """The keys of a kind that its own period may stand under."""
    spec = KINDS[kind]
    types = (KeyType.PERIOD, KeyType.PERIODS)
    return tuple(name for group in spec.required for name in group if spec.keys[name].type in types)


def article_rows(article: Article, report: Report, told: Mapping[str, Told]) -> Iterator[Row]:
    """
    The rows of one article, its claims in file order.

    Args:
        article: as it was read.
        report: what checking found.
        told: each finding in words, by its id.
    """
    findings: dict[str, list[Finding]] = {}
    for finding in report.findings:
        findings.setdefault(finding.claim, []).append(finding)
    about = write_options(article.about)
    for claim in article.claims:
        together = _together(claim, report.inconsistencies)
        head: Row = {
            "file": article.path,
            "published": "" if article.published is None else article.published.isoformat(),
            "article": article.draft,
            "title": article.title,
            "about": about,
            TOGETHER: together,
        }
        found = findings.get(claim.id, [])
        for finding in found:
            yield head | _claim(claim) | _kind(article, claim, finding.kind) | _result(finding, told[finding.id], claim)
        for use in claim.kinds:  # a kind whose words make no statement still says something
            if all(finding.kind != use.kind for finding in found):
                yield head | _claim(claim) | _kind(article, claim, use.kind)
        if not found and not claim.kinds:
            yield head | _claim(claim) | _kind(article, claim, "")


def _claim(claim: Claim) -> Row:
    row: Row = {
        "id": claim.id,
        "quote": claim.quote,
        "note": claim.note,
        "ignore": ", ".join(claim.ignore),
        "why": claim.why,
        "todo": _todo(claim.todo),
    }
    if claim.seen is not None:
        row |= {"source": claim.seen["source"], "checked by": claim.seen["by"], "on": claim.seen["on"]}
    return row


def _todo(todo: Text) -> str:
    """A list in brackets; a text that would be taken for one in quotation marks."""
    if isinstance(todo, tuple):
        return in_brackets(todo)
    return quoted(todo) if todo[:1] and todo[0] in VALUE_MARKS else todo


def _kind(article: Article, claim: Claim, kind: str) -> Row:
    """What a claim says under one of its kinds: the keys in force, and those that no column has."""
    use = next((use for use in claim.kinds if use.kind == kind), KindUse(kind, {}))
    own: dict[str, Option] = {**claim.keys, **use.options}
    period = next((name for name in (period_keys(kind) if kind in KINDS else ()) if name in use.options), "")
    row: Row = {"kind": kind, "period": _cell(own[period]) if period else ""}
    rest = {
        name: value
        for name, value in own.items()
        if name != period and name not in FIGURE_KEYS and (name not in SERIES_KEYS or article.about.get(name) == value)
    }
    for name in SERIES_KEYS:
        row[SERIES_COLUMNS[name]] = _cell(own.get(name, article.about.get(name, "")))
    for name in FIGURE_KEYS:
        row[name] = _cell(own.get(name, ""))
    return row | {"options": write_options(rest, "" if period == "period" else period)}


def _cell(value: Option) -> str:
    if isinstance(value, str):
        return value
    return in_brackets(value) if isinstance(value, tuple) else write_options(value)


def _result(finding: Finding, told: Told, claim: Claim) -> Row:
    """What checking found. The source is where a person saw it, if one did."""
    row: Row = {
        "claimed": finding.claimed.text,
        "reference": told.reference,
        "gap": told.gap,
        "verdict": str(finding.verdict),
        "rule": finding.rule,
    }
    evidence = finding.reference.evidence if finding.reference is not None else ()
    if evidence:
        first = evidence[0]
        row |= {"url": first.citation.url, "released": first.published.isoformat() if first.published else ""}
        if claim.seen is None:
            row["source"] = first.citation.source
    return row


def _together(claim: Claim, found: Sequence[Inconsistency]) -> str:
    """What cannot be true together with the claim."""
    return "; ".join(f"{each.rule} of {', '.join(each.claims)}" for each in found if claim.id in each.claims)
