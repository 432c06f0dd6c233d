"""
The report for people, at 80 columns: the quote first, then the reference, the gap, the verdict and its rule.

A match takes a line; everything else unfolds. Each report ends with what was not checked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from factcheck.findings import Finding, Inconsistency, Report, marked
from factcheck.outputs.page import Page, quoted, safe, shown_span
from factcheck.outputs.paths import place_of
from factcheck.outputs.result import Counts, Result, count, explained, in_order, rule_severity
from factcheck.outputs.told import (
    SYMBOLS,
    covers,
    explanation,
    gap,
    reference_in_short,
    reference_in_words,
    style_of,
    verdict_in_words,
)
from factcheck.outputs.tried import causes_lines
from factcheck.rules import RULES, Severity, Verdict

CHECKED = frozenset({Verdict.MATCH, Verdict.DISCREPANCY, Verdict.INCONSISTENT})
QUOTE = 400  # columns of a quote that are shown of a finding; factcheck show has all of it
MEANING = {
    0: "Nothing at or above the level that fails.",
    1: "There are findings at or above the level that fails.",
    2: "Some files could not be read and were not checked; the errors name them.",
    3: "Nothing was checked: no claim could be compared with a figure.",
    4: "A source or the lock lacks something that a claim needs.",
    70: "factcheck itself failed: this is a bug.",
}


def render_text(result: Result, page: Page | None = None) -> str:
    """The whole report."""
    return safe(lines(result, page or Page()))


def lines(result: Result, page: Page) -> Iterator[str]:
    """The report line by line."""
    for report in in_order(result.reports):
        yield from _article(report, page)
        yield ""
    yield from summary_lines(count(result), result.exit_code, page)


def _article(report: Report, page: Page) -> Iterator[str]:
    yield from page.paragraph(report.path, style="strong")
    if report.title:
        yield from page.paragraph(report.title, indent=2)
    yield from page.paragraph(_days(report), indent=2)
    yield ""
    for finding in report.findings:
        if finding.verdict in CHECKED:
            yield from finding_lines(finding, page)
    for each in report.inconsistencies:
        yield from inconsistency_lines(each, page)
    yield from _not_checked(report, page)
    for warning in report.warnings:
        yield from page.paragraph(f"warning: {warning}", hanging=2, style="warn")


def _days(report: Report) -> str:
    published = f"published {report.published}" if report.published else "no day of publication"
    if report.as_of is None:
        return f"{published}; checked against the newest figures"
    return f"{published}; checked against what was out by {report.as_of}"


def finding_lines(finding: Finding, page: Page) -> Iterator[str]:
    """A match on one line with its notes below, anything else unfolded."""
    if finding.verdict is not Verdict.MATCH or finding.severity is Severity.WARNING:
        yield from _unfolded(finding, page)
        return
    symbol = page.clean(SYMBOLS[finding.verdict])
    head = page.short(reference_in_short(finding), page.width // 2)
    right = f"{head}  {page.clean(finding.rule)}" if head else page.clean(finding.rule)
    said = finding.quote or finding.claimed.text
    keep = shown_span(page, said, marked(finding)) if finding.quote else (0, 0)
    first, *rest = page.sides(f"{symbol} match  ", page.clean(said or finding.id), right, keep, '"' if said else "")
    yield first.replace(symbol, page.paint(symbol, "good"), 1)
    yield from rest
    for note in finding.notes:
        yield from page.field("note", note.text)


def _unfolded(finding: Finding, page: Page) -> Iterator[str]:
    symbol = page.clean(SYMBOLS[finding.verdict])
    yield ""
    said = finding.quote or finding.claimed.text
    body = list(quoted(page, said, marked(finding) if finding.quote else None, 2, QUOTE) if said else ())
    body = body or list(page.paragraph(finding.id, indent=2))
    yield page.paint(symbol, style_of(finding)) + body[0][1:]
    yield from body[1:]
    yield from page.paragraph(verdict_in_words(finding), indent=4, hanging=2, style=style_of(finding))
    label, told = explanation(finding)
    yield from page.field("words", told if label == "words" else covers(finding))
    if finding.reference is not None:
        yield from page.field("reference", reference_in_words(finding))
        for url in dict.fromkeys(row.citation.url for row in finding.reference.evidence):
            yield from page.field("", page.clean(url))
    yield from page.field("gap", gap(finding))
    yield from page.field("why", told if label == "why" else "")
    yield from causes_lines(finding, page)
    yield from page.field("instead", finding.suggestion)
    for note in finding.notes:
        yield from page.field("note", note.text)
    yield from page.field("claim", f"{finding.id}, {finding.location}")
    yield ""


def inconsistency_lines(each: Inconsistency, page: Page) -> Iterator[str]:
    """Claims that cannot all be true, and why."""
    yield ""
    meaning = RULES[each.rule].meaning if each.rule in RULES else ""
    head = f"{SYMBOLS[Verdict.INCONSISTENT]} inconsistency, {rule_severity(each.rule)}: {each.rule}"
    yield from page.paragraph(f"{head} ({meaning})" if meaning else head, hanging=2, style="bad")
    yield from page.field("claims", ", ".join(each.claims))
    yield from page.field("why", each.explanation)
    for other in each.alternatives:
        yield from page.field("or", ", ".join(other))
    yield ""


def _not_checked(report: Report, page: Page) -> Iterator[str]:
    rows = [*open_findings(report.findings, page), *open_figures(report, page)]
    if rows:
        yield ""
        yield "Not checked:"
        yield from rows


def open_findings(findings: Sequence[Finding], page: Page) -> Iterator[str]:
    """What got no check; the reason once, below all that stand together and have the same."""
    rest = [finding for finding in findings if finding.verdict not in CHECKED]
    for (rule, reason, notes), together in groupby(rest, lambda each: (each.rule, explained(each), each.notes)):
        for finding in together:
            symbol = page.clean(SYMBOLS[finding.verdict])
            said = finding.quote or finding.claimed.text
            verdict = page.clean(f"{finding.verdict}: {rule}")
            keep = shown_span(page, said, marked(finding)) if finding.quote else (0, 0)
            yield from page.sides(f"{symbol} ", page.clean(said or finding.id), verdict, keep, '"' if said else "")
        yield from page.paragraph(reason, indent=4)
        for note in notes:
            yield from page.field("note", note.text)


def open_figures(report: Report, page: Page) -> Iterator[str]:
    """What is to do, figures without a claim, and tolerances of the file's own."""
    for claim, question in zip_longest(report.todo, report.questions, fillvalue=""):
        yield from page.paragraph(f"? to do: {claim}{': ' if question else ''}{question}", hanging=2)
    for each in report.coverage.uncovered:
        where = f"in the quote of {each.in_quote_of}" if each.in_quote_of else str(place_of(each, report))
        unread = f": it cannot be read: {each.why}" if each.why else ""
        yield from page.paragraph(f'? no claim checks "{each.text}" ({where}){unread}', hanging=2)
    if report.coverage.figures is not None:
        yield from page.paragraph(
            f"{report.coverage.covered} of the draft's {report.coverage.figures} figures and dates have a claim.",
            indent=2,
        )
    for tolerance in report.tolerances:
        yield from page.paragraph(f"tolerance of its own: {tolerance}", indent=2, hanging=2)


def summary_lines(counts: Counts, exit_code: int, page: Page) -> Iterator[str]:
    """What a run adds up to, the counts and the exit code last."""
    own = (
        f"{_plural(counts.tolerances, 'tolerance')} of the folder's own, "
        f"{_plural(counts.ignores, 'finding')} ignored, {_plural(counts.local_rows, 'local row')} decided."
    )
    yield from page.paragraph(own)
    if counts.locked_rows:
        yield from page.paragraph(
            f"{_plural(counts.locked_rows, 'finding')} checked against the lock, not the sources."
        )
    if counts.uncovered or counts.todo:
        figures = _plural(counts.uncovered, "figure or date", "figures and dates")
        left = f"{figures} without a claim, {counts.todo} to do."
        yield from page.paragraph(left)
    for line in _settings_lines(counts):
        yield from page.paragraph(line)
    if counts.files:
        yield from page.paragraph(f"{_plural(counts.files, 'file')} not checked because of errors.", style="bad")
    if counts.paths:
        yield from page.paragraph(f"{_plural(counts.paths, 'path')} could not be read.", style="bad")
    yield from page.paragraph(MEANING[exit_code], style="strong")
    yield page.paint(page.clean(last_line(counts, exit_code)), "strong")  # never broken: the last line has all counts


def _settings_lines(counts: Counts) -> Iterator[str]:
    """What settings, a baseline and unchanged files kept from failing the run."""
    if counts.lowered or counts.let_pass:
        lowered = _plural(counts.lowered, "finding")
        yield f"{lowered} lowered and {_plural(counts.let_pass, 'error')} let pass by the folder's settings."
    if counts.passed_over:
        yield f"{_plural(counts.passed_over, 'claims file')} of claims/ not read: the folder's settings name others."
    if counts.known:
        yield f"{_plural(counts.known, 'finding')} known from the baseline."
    if counts.gone:
        verb, them = ("occurs", "it") if counts.gone == 1 else ("occur", "them")
        entries = _plural(counts.gone, "entry", "entries")
        yield f"{entries} of the baseline no longer {verb}; factcheck verify --write-baseline removes {them}."
    since, articles, findings = counts.left_out
    if articles or findings:
        told = f"{_plural(articles, 'article')} and {_plural(findings, 'finding')} of others"
        yield f"{told} left out: unchanged since {since}."


def last_line(counts: Counts, exit_code: int) -> str:
    """The counts and the exit code: what is never left out, whatever came before."""
    verdicts = counts.verdicts
    parts = [
        _plural(verdicts[Verdict.MATCH], "match", "matches"),
        _plural(verdicts[Verdict.DISCREPANCY], "discrepancy", "discrepancies"),
        _plural(counts.inconsistencies, "inconsistency", "inconsistencies") if counts.inconsistencies else "",
        f"{verdicts[Verdict.UNRESOLVED]} unresolved",
        f"{verdicts[Verdict.ATTESTED]} attested" if verdicts[Verdict.ATTESTED] else "",
        f"{counts.ignores} ignored" if counts.ignores else "",
        _plural(counts.tolerances, "tolerance") if counts.tolerances else "",
        _plural(counts.local_rows, "local row") if counts.local_rows else "",
        f"{counts.locked_rows} from the lock" if counts.locked_rows else "",
        f"{counts.uncovered} not covered" if counts.uncovered else "",
        f"{counts.todo} to do" if counts.todo else "",
        f"{_plural(counts.unneeded, 'ignore')} not needed" if counts.unneeded else "",
        f"{counts.lowered} lowered by settings" if counts.lowered else "",
        f"{counts.let_pass} let pass by settings" if counts.let_pass else "",
        f"{counts.known} known" if counts.known else "",
        f"{_plural(counts.passed_over, 'file')} passed over by settings" if counts.passed_over else "",
        f"{counts.gone} gone from the baseline" if counts.gone else "",
        f"{_plural(counts.left_out.articles, 'unchanged article')} left out" if counts.left_out.articles else "",
        f"{_plural(counts.left_out.findings, 'unchanged finding')} left out" if counts.left_out.findings else "",
    ]
    return f"Exit {exit_code}: {', '.join(filter(None, parts))}"


def _plural(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
