"""
The straight line: compile every claim, ask for everything at once, check, report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from factcheck.check import check
from factcheck.check.draft import anchor_claims, explain_missing, gone, placed, with_places
from factcheck.check.ignores import unneeded_ignores
from factcheck.claims import Article, Claim
from factcheck.consistency import find_inconsistencies
from factcheck.consistency.sources import is_the_sources_own, settled, told_with_sources
from factcheck.coverage import MOST_FIGURES, MOST_TEXT, coverage
from factcheck.diagnosis import World, explained, mixed_bases, plan_rewrites
from factcheck.evaluate.history import history, history_queries
from factcheck.evaluate.observed import Observed, failures_told
from factcheck.evaluate.queries import plan
from factcheck.findings import IGNORED, Coverage, Finding, Inconsistency, Note, Report, Story
from factcheck.kinds.compile import CompiledArticle, compile_article
from factcheck.observations import Answer, Query, RateQuery, Resolver
from factcheck.rules import Severity, Verdict
from factcheck.statements import Statement


def verify(
    articles: Sequence[Article],
    resolvers: Sequence[Resolver],
    as_of: date | None = None,
    *,
    illustrated: bool = False,
) -> Iterator[Report]:
    """
    Check every claim of each article against what the resolvers know.

    Args:
        articles: the claims, read from files or built in code. A claim that cannot be compiled is a warning of its
            report.
        resolvers: where reference figures come from; all are asked once, for all articles.
        as_of: the day up to which figures count; each article's own day of publication if None.
        illustrated: whether the reports are to have what an annotated article shows: the story, and the history of
            each series. No verdict depends on it.
    """
    compiled = [compile_article(article) for article in articles]
    return verify_compiled(compiled, resolvers, as_of, illustrated=illustrated)


def verify_compiled(
    articles: Sequence[CompiledArticle],
    resolvers: Sequence[Resolver],
    as_of: date | None = None,
    *,
    illustrated: bool = False,
) -> Iterator[Report]:
    """The same for articles that are compiled already."""
    statements = [each.statement for article in articles for each in article.statements]
    observed = observe(statements, resolvers)
    beside = observe_beside(statements, resolvers) if illustrated else None
    for article in articles:
        day = as_of or article.article.published
        report = report_on(article, observed, day)
        yield report if beside is None else with_pictures(report, article.article, (observed, beside))


def observe(statements: Sequence[Statement], resolvers: Sequence[Resolver]) -> Observed:
    """
    Ask every resolver, once, for what the statements need and for what may explain a miss.

    A costly resolver is spared the second: its requests are dear, and a verdict does without.
    """
    return Observed.of(answers(queries_of(statements), resolvers, needed=plan(statements)))


def observe_beside(statements: Sequence[Statement], resolvers: Sequence[Resolver]) -> Observed:
    """
    The whole series of what the statements speak of, as far as it is at hand: no live or costly source is asked.

    It is kept apart from what verdicts rest on: a picture may not change them.
    """
    queries = history_queries(statements)
    at_hand = [each for each in resolvers if not (getattr(each, "live", False) or getattr(each, "costly", False))]
    return Observed.of(answer for each in at_hand for answer in each.resolve(queries))


def with_pictures(report: Report, article: Article, sources: Sequence[Observed]) -> Report:
    """The report with what an annotated article shows."""
    findings = tuple(
        finding
        if finding.statement is None
        else replace(finding, history=history(finding.statement, sources, report.as_of))
        for finding in report.findings
    )
    anchors = anchor_claims(article)
    story = Story(
        text=article.draft_text or "",
        language=article.language,
        quotes={claim: (anchor.start, anchor.end) for claim, anchor in anchors.items() if anchor is not None},
        notes={claim.id: claim.note for claim in article.claims if claim.note},
    )
    return replace(report, findings=findings, story=story)


def queries_of(statements: Sequence[Statement]) -> tuple[Query, ...]:
    """All that is asked for the statements."""
    return plan(statements, plan_rewrites(statements))


def answers(queries: Sequence[Query], resolvers: Sequence[Resolver], needed: Sequence[Query]) -> Iterator[Answer]:
    """
    The answers of all resolvers, each asked once.

    Args:
        queries: for everyone.
        resolvers: who is asked.
        needed: the queries for costly resolvers.
    """
    for resolver in resolvers:
        among = getattr(resolver, "resolve_needed", None)  # one that stands for several, some of them costly
        if among is not None:
            yield from among(queries, needed)
            continue
        asked = needed if getattr(resolver, "costly", False) else queries
        if not getattr(resolver, "knows_rates", False):
            asked = [query for query in asked if not isinstance(query, RateQuery)]
        if asked:
            yield from resolver.resolve(asked)


def report_on(compiled: CompiledArticle, observed: Observed, as_of: date | None) -> Report:
    """Check the statements of one article."""
    article = compiled.article
    anchors = anchor_claims(article)
    missing = explain_missing(article, anchors)
    covered = coverage(article, anchors)
    days = [day for day in (article.published, as_of) if day is not None]
    world = World(observed, as_of, min(days, default=None))
    judged = [explained(check(each, observed, as_of), world) for each in compiled.statements]
    standing = tuple(each for each in compiled.statements if each.claim.id not in missing)
    found = [*find_inconsistencies(compiled._replace(statements=standing), observed.revision), *mixed_bases(judged)]
    found = [each for each in found if not is_the_sources_own(each, judged)]
    told = [told_with_sources(each, judged) for each in found]
    inconsistencies = tuple(each for each in told if not _is_ignored(each, article.claims))
    findings = tuple(
        _settled(each.claim, with_places(settled(finding, inconsistencies), anchors), missing, told)
        for each, finding in zip(compiled.statements, judged, strict=True)
    )
    unneeded = unneeded_ignores(article.claims, findings, told)
    return Report(
        path=article.path,
        title=article.title,
        published=article.published,
        as_of=as_of,
        findings=placed(findings, anchors, article.draft_read),
        inconsistencies=inconsistencies,
        coverage=covered,
        tolerances=tuple(f"{finding.id}: {each}" for finding in findings for each in _loosened(finding)),
        local_rows=sum(finding.local for finding in findings),
        locked_rows=sum(finding.locked for finding in findings),
        todo=tuple(claim.id for claim in article.claims if claim.todo),
        questions=tuple(_question(claim) for claim in article.claims if claim.todo),
        warnings=(*_warnings(compiled, covered), *unneeded.values(), *failures_told(observed)),
        unneeded=tuple(unneeded),
        draft=article.draft,
        draft_format="" if article.draft_read is None else article.draft_read.format,
    )


def _question(claim: Claim) -> str:
    """The words of a claim and what a person must settle."""
    asks = claim.todo if isinstance(claim.todo, str) else "; ".join(claim.todo)
    return f"“{claim.quote}”: {asks}" if claim.quote else asks


def _warnings(compiled: CompiledArticle, covered: Coverage) -> Iterator[str]:
    for fault in compiled.faults:
        yield f"claim {fault.claim.id} was not checked: {fault.error}"
    if compiled.article.draft_read is not None:
        yield from (f"{compiled.article.draft}: {note}" for note in compiled.article.draft_read.notes)
    if covered.partial:
        yield f"the draft has over {MOST_FIGURES:,} figures or {MOST_TEXT:,} characters: the rest was not looked at"


def _loosened(finding: Finding) -> Iterator[str]:
    """Every tolerance and hedge that the claims file added to the words."""
    expected = finding.expected
    if expected is not None:
        if expected.tolerance:
            yield expected.tolerance
        yield from (each for each in expected.overrides if each.startswith("hedge"))


def _is_ignored(found: Inconsistency, claims: Sequence[Claim]) -> bool:
    """Whether one of its members sets the rule aside."""
    return any(found.rule in claim.ignore for claim in claims if claim.id in found.claims)


def _settled(
    claim: Claim, finding: Finding, missing: Mapping[str, tuple[str, str]], found: Sequence[Inconsistency]
) -> Finding:
    """A finding once the draft and the claim's own ``ignore`` have had their say."""
    if claim.id in missing:
        finding = gone(finding, *missing[claim.id])
    for each in found:
        if each.rule in claim.ignore and claim.id in each.claims:
            text = f"ignored ({each.rule} of {', '.join(each.claims)}): {claim.why}"
            finding = replace(finding, notes=(*finding.notes, Note(IGNORED, text)))
    if finding.rule in claim.ignore:
        note = Note(IGNORED, f"ignored ({finding.rule}): {claim.why}")
        return replace(finding, verdict=Verdict.IGNORED, severity=Severity.NONE, notes=(*finding.notes, note))
    return finding
