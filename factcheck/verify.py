"""
The straight line: compile every claim, ask for everything at once, check, report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from factcheck.anchors import Anchor, figure_changed, find_quote, nearest
from factcheck.check import check
from factcheck.claims import Article, Claim
from factcheck.coverage import coverage
from factcheck.evaluate.observed import Observed
from factcheck.evaluate.queries import plan
from factcheck.findings import Finding, Note, Report
from factcheck.kinds.compile import Compiled, Fault, compile_article
from factcheck.observations import Answer, Query, Resolver
from factcheck.rules import Severity, Verdict


def verify(articles: Sequence[Article], resolvers: Sequence[Resolver], as_of: date | None = None) -> Iterator[Report]:
    """
    Check every claim of each article against what the resolvers know.

    Args:
        articles: the claims, read from files or built in code. A claim that cannot be compiled is a warning of its
            report; ``read_claims`` gives such faults as problems with their place.
        resolvers: where reference figures come from; all are asked once, for all articles.
        as_of: the day up to which figures count; each article's own day of publication if None.
    """
    compiled = [compile_article(article) for article in articles]
    observed = resolve(plan(each.statement for parts, _ in compiled for each in parts), resolvers)
    for article, (parts, faulty) in zip(articles, compiled, strict=True):
        report = report_on(article, parts, observed, as_of or article.published)
        yield replace(report, warnings=tuple(f"{fault.claim.id} was not checked: {fault.error}" for fault in faulty))


def faults(article: Article) -> tuple[Fault, ...]:
    """The claims of an article that cannot be compiled, and why: errors of the claims file, not findings."""
    return compile_article(article)[1]


def resolve(queries: Sequence[Query], resolvers: Sequence[Resolver]) -> Observed:
    """Ask every resolver everything, once."""
    return Observed.of(_answers(queries, resolvers))


def _answers(queries: Sequence[Query], resolvers: Sequence[Resolver]) -> Iterator[Answer]:
    if queries:
        for resolver in resolvers:
            yield from resolver.resolve(queries)


def report_on(article: Article, compiled: Iterable[Compiled], observed: Observed, as_of: date | None) -> Report:
    """Check the compiled statements of one article."""
    anchors = {claim.id: _anchor(article, claim) for claim in article.claims}
    findings = tuple(
        _settled(article, each.claim, anchors[each.claim.id], check(each, observed, as_of)) for each in compiled
    )
    return Report(
        path=article.path,
        title=article.title,
        published=article.published,
        as_of=as_of,
        findings=findings,
        coverage=coverage(article, anchors),
        tolerances=tuple(
            f"{finding.id}: {finding.expected.tolerance}"
            for finding in findings
            if finding.expected is not None and finding.expected.tolerance
        ),
        local_rows=sum(_is_local(finding) for finding in findings),
        todo=tuple(claim.id for claim in article.claims if claim.todo),
    )


def _anchor(article: Article, claim: Claim) -> Anchor | None:
    if article.draft_text is None or not claim.quote:
        return None
    return find_quote(claim.quote, article.draft_text)


def _is_local(finding: Finding) -> bool:
    reference = finding.reference
    return reference is not None and any(row.citation.local for row in reference.evidence)


def _settled(article: Article, claim: Claim, anchor: Anchor | None, finding: Finding) -> Finding:
    """A finding once the draft and the claim's own ``ignore`` have had their say."""
    if article.draft_text is not None and claim.quote and anchor is None:
        finding = _not_in_draft(article.draft_text, claim, finding)
    if finding.rule in claim.ignore:
        note = Note("ignored", f"ignored ({finding.rule}): {claim.why}")
        return replace(finding, verdict=Verdict.IGNORED, severity=Severity.NONE, notes=(*finding.notes, note))
    return finding


def _not_in_draft(text: str, claim: Claim, finding: Finding) -> Finding:
    """A claim whose sentence is gone never passes, whatever the figures say."""
    changed = figure_changed(claim.quote, text)
    if changed is not None:
        rule, said = "figure-changed", f"the claim quotes {changed[0]}, the draft has {changed[1]}"
    else:
        found = nearest(claim.quote, text)
        rule, said = (
            "quote-not-in-draft",
            f"the draft does not have these words; nearest: “{found}”"
            if found
            else ("the draft does not have these words"),
        )
    return replace(
        finding,
        verdict=Verdict.DISCREPANCY,
        rule=rule,
        severity=Severity.ERROR,
        explanation=said,
        suggestion="",
    )
