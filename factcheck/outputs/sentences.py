"""
A finding in a few lines for a remark in a pull request: the first says it all, the others say why.

Nothing in them acts: see ``visible``.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.errors import Problem
from factcheck.findings import Finding, Inconsistency, Uncovered, marked
from factcheck.outputs.page import Page, shown_span
from factcheck.outputs.result import explained
from factcheck.outputs.told import covers, explanation, gap, reference_in_short
from factcheck.outputs.visible import shortened, shortened_around, visible
from factcheck.rules import RULES, Verdict

LONGEST = 300  # columns of a quote
LONGEST_LINE = 1000  # columns of a line
_PAGE = Page()


def headline(finding: Finding) -> str:
    """Verdict, rule, the words, and the reference beside them."""
    reference = reference_in_short(finding)
    tail = f" beside {reference}" if reference else ""
    return line(f"{finding.verdict} ({finding.rule}): {words(finding)}{tail}")


def words(finding: Finding) -> str:
    """The quote in quotation marks, cut around the words that the finding is about; its id where it has none."""
    said = finding.quote or finding.claimed.text
    if not said:
        return finding.id
    keep = shown_span(_PAGE, said, marked(finding) if finding.quote else None)
    return f'"{shortened_around(_PAGE.clean(said), *keep, LONGEST)}"'


def details(finding: Finding) -> Iterator[str]:
    """What the words allow, the gap, why, what probably happened, what would be true, remarks and sources."""
    label, told = explanation(finding)
    yield from _labelled("Words", told if label == "words" else covers(finding))
    yield from _labelled("Gap", gap(finding))
    yield from _labelled("Why", told if label == "why" else "")
    for place, cause in enumerate(finding.causes):
        yield from _labelled("Or" if place else "Cause", cause.text)
        yield from _labelled("Arithmetic", cause.arithmetic)
    yield from _labelled("Instead", finding.suggestion)
    for note in finding.notes:
        yield from _labelled("Note", note.text)
    if finding.reference is not None:
        for url in dict.fromkeys(row.citation.url for row in finding.reference.evidence):
            yield from _labelled("Source", url)
    if finding.reference is None and not told:
        yield from _labelled("Why", explained(finding))
    yield from _labelled("Claim", f"{finding.id}, {finding.location}")


def inconsistency_headline(each: Inconsistency) -> str:
    """Its rule and its claims."""
    return line(f"{Verdict.INCONSISTENT} ({each.rule}): {', '.join(each.claims)}")


def inconsistency_details(each: Inconsistency) -> Iterator[str]:
    """Why they cannot all be true, and what else might be at fault."""
    rule = RULES.get(each.rule)
    yield from _labelled("Why", each.explanation or (rule.meaning if rule is not None else ""))
    for other in each.alternatives:
        yield from _labelled("Or", ", ".join(other))


def uncovered_headline(each: Uncovered) -> str:
    """The figure that no claim checks."""
    quoted = f", though the quote of {each.in_quote_of} has it" if each.in_quote_of else ""
    unread = f": it cannot be read: {each.why}" if each.why else ""
    return line(f'no claim checks "{each.text}"{quoted}{unread}')


def problem_lines(problem: Problem) -> tuple[str, ...]:
    """What is wrong in a file, and what to write instead."""
    return tuple(filter(None, (line(problem.what) or "the file has an error", line(problem.hint))))


def line(text: str) -> str:
    """One line with nothing in it that acts, cut where it is longer than anyone reads."""
    return shortened(visible(text if len(text) <= LONGEST_LINE else text[:LONGEST_LINE] + "…"), LONGEST_LINE)


def _labelled(label: str, text: str) -> Iterator[str]:
    if text:
        yield line(f"{label}: {text}")
