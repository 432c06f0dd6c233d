"""
The report as a comment on a pull request: a table of what needs attention, and the rest in folds.

The articles that have errors come first; where room is short, folds go first, then articles, and what went is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.errors import Problem
from factcheck.findings import Finding, Report, marked
from factcheck.outputs.markdown_text import inert
from factcheck.outputs.page import Page, shown_span
from factcheck.outputs.paths import place_of
from factcheck.outputs.result import Result, count, explained, in_order, rule_severity, severity_of
from factcheck.outputs.sentences import details, inconsistency_details, uncovered_headline
from factcheck.outputs.text import last_line
from factcheck.outputs.told import reference_in_short
from factcheck.outputs.visible import shortened_around
from factcheck.positions import to_utf16
from factcheck.rules import Severity, Verdict

COMMENT = 65_536  # characters that GitHub takes in a comment
LEAST = 1000  # characters that even the shortest comment may need
LONGEST_CELL = 200  # columns
_PAGE = Page()
_MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️"}
_HEAD = ("| quote | reference | verdict | claim |", "| --- | --- | --- | --- |")
_RESERVED = 200  # characters for what is said of what does not fit


class Section(NamedTuple):
    """
    One article.

    Attributes:
        title: its heading.
        rows: of the table of what needs attention.
        folds: what may be left out.
        worst: the rank of the worst severity in it.
    """

    title: str
    rows: tuple[str, ...]
    folds: str
    worst: int


class Kept(NamedTuple):
    """What fits, and what does not: articles without their folds, rows, and whole articles."""

    text: str
    bare: int = 0
    rows: int = 0
    articles: int = 0


def render_markdown(result: Result, most: int = COMMENT) -> str:
    """
    The comment.

    Args:
        result: the run.
        most: characters that it may have.
    """
    last = f"{last_line(count(result), result.exit_code)}\n"
    first = _first(result, most // 4)
    room = most - _size(first) - _size(last) - _RESERVED
    sections = sorted(map(_section, in_order(result.reports)), key=lambda section: -section.worst)
    kept = _fitting(sections, room)
    return f"{first}{kept.text}{_cut(kept)}{last}"


def _size(text: str) -> int:
    """In UTF-16 units, of which a text has at least as many as characters."""
    return to_utf16(text, len(text))


def _first(result: Result, room: int) -> str:
    """The heading; then what is wrong in files and in the run, as far as it fits."""
    severities = count(result).severities
    errors, warnings = severities[Severity.ERROR], severities[Severity.WARNING]
    told = f"{_plural(errors, 'error')}, {_plural(warnings, 'warning')}" if errors or warnings else "no errors"
    lines = [f"- {_MARKS[Severity.ERROR]} {_problem(each)}" for each in result.problems]
    said = dict.fromkeys(text for report in result.reports for text in report.warnings)
    lines += [f"- {_MARKS[Severity.WARNING]} {inert(text, LONGEST_CELL)}" for text in said]
    fitting = _within(lines, room)
    if len(fitting) < len(lines):
        fitting.append(f"- {len(lines) - len(fitting)} more")
    return "\n".join([f"## factcheck: {told}", "", *fitting, *([""] if fitting else []), ""])


def _problem(problem: Problem) -> str:
    hint = f" {inert(problem.hint, LONGEST_CELL)}" if problem.hint else ""
    return f"{inert(str(problem.location), LONGEST_CELL)}: {inert(problem.what, LONGEST_CELL)}{hint}"


def _within(lines: Iterable[str], room: int) -> list[str]:
    """The first lines that fit, line feeds included."""
    kept: list[str] = []
    for line in lines:
        room -= _size(line) + 1
        if room < 0:
            break
        kept.append(line)
    return kept


def _fitting(sections: Sequence[Section], room: int) -> Kept:
    """The tables of as many articles as fit; where all do, their folds as far as there is room."""
    heads: list[str] = []
    for place, section in enumerate(sections):
        head = _table(section.title, section.rows)
        if _size(head) > room:
            return _cut_off(heads, sections[place:], room)
        heads.append(head)
        room -= _size(head)
    bare = 0
    for place, section in enumerate(sections):
        if _size(section.folds) <= room:
            heads[place] += section.folds
            room -= _size(section.folds)
        else:
            bare += 1
    return Kept("".join(heads), bare)


def _cut_off(heads: Sequence[str], rest: Sequence[Section], room: int) -> Kept:
    """Where tables do not fit: of the next article the rows that do, and the count of the others."""
    text, section = "".join(heads), rest[0]
    rows = _within(section.rows, room - _size(_table(section.title, ("",))))
    if not rows:
        return Kept(text, len(heads), 0, len(rest))
    return Kept(text + _table(section.title, rows), len(heads) + 1, len(section.rows) - len(rows), len(rest) - 1)


def _table(title: str, rows: Sequence[str]) -> str:
    lines = [title, "", *((*_HEAD, *rows, "") if rows else ()), ""]
    return "\n".join(lines)


def _cut(kept: Kept) -> str:
    """What did not fit, counted."""
    parts = [
        f"{_plural(kept.articles, 'article')} left out" if kept.articles else "",
        f"{_plural(kept.rows, 'row')} left out" if kept.rows else "",
        f"{_plural(kept.bare, 'article')} without details" if kept.bare else "",
    ]
    said = ", ".join(filter(None, parts))
    return f"Too long to show whole: {said}.\n\n" if said else ""


def _section(report: Report) -> Section:
    wrong = [each for each in report.findings if _needs_attention(each)]
    fine = [each for each in report.findings if each.verdict is Verdict.MATCH and not _needs_attention(each)]
    open_ = list(_open(report))
    folds = [
        *_fold("Why", list(_reasons(report, wrong))),
        *_fold(f"Not checked: {len(open_)}", open_),
        *_fold(_plural(len(fine), "match", "matches"), [*_HEAD, *map(_row, fine)] if fine else []),
    ]
    severities = [*map(severity_of, wrong), *(rule_severity(each.rule) for each in report.inconsistencies)]
    title = f": {inert(report.title, LONGEST_CELL)}" if report.title else ""
    return Section(
        f"### {inert(report.path, LONGEST_CELL)}{title}",
        (*map(_row, wrong), *_together(report)),
        "".join(folds),
        max((severity.rank for severity in severities), default=0),
    )


def _needs_attention(finding: Finding) -> bool:
    return severity_of(finding).rank >= Severity.WARNING.rank


def _row(finding: Finding) -> str:
    severity = severity_of(finding)
    mark = f"{_MARKS[severity]} " if severity in _MARKS else ""
    told = f"{severity}, {finding.rule}" if severity is not Severity.NONE else finding.rule
    instead = f"<br>instead: {inert(finding.suggestion, LONGEST_CELL)}" if finding.suggestion else ""
    reference = inert(reference_in_short(finding), LONGEST_CELL)
    verdict = f"{mark}{inert(told, LONGEST_CELL)}{instead}"
    return f"| {_quote(finding)} | {reference} | {verdict} | {inert(finding.id, LONGEST_CELL)} |"


def _quote(finding: Finding) -> str:
    """The quote, the words that the finding is about in bold."""
    said = finding.quote or finding.claimed.text
    if not said:
        return ""
    clean = _PAGE.clean(said)
    start, end = shown_span(_PAGE, said, marked(finding) if finding.quote else None)
    cut = shortened_around(clean, start, end, LONGEST_CELL)
    at = cut.find(clean[start:end])
    if start == end or at < 0:
        return f"“{inert(cut, LONGEST_CELL)}”"
    words = inert(clean[start:end], LONGEST_CELL)
    return f"“{_side(cut[:at])}<b>{words}</b>{_side(cut[at + end - start :])}”"


def _side(text: str) -> str:
    """The words on one side of the marked ones, with the spaces at their ends."""
    if not text.strip():
        return text
    before, after = " " * text.startswith(" "), " " * text.endswith(" ")
    return f"{before}{inert(text, LONGEST_CELL)}{after}"


def _together(report: Report) -> Iterator[str]:
    for each in report.inconsistencies:
        mark = _MARKS.get(rule_severity(each.rule), "")
        claims = inert(", ".join(each.claims), LONGEST_CELL)
        yield f"| | | {mark} inconsistency, {inert(each.rule, LONGEST_CELL)} | {claims} |"


def _reasons(report: Report, wrong: Sequence[Finding]) -> Iterator[str]:
    for finding in wrong:
        yield f"- <b>{inert(finding.id)}</b>"
        yield from (f"  - {inert(text)}" for text in details(finding))
    for each in report.inconsistencies:
        yield f"- <b>{inert(each.rule)}</b>: {inert(', '.join(each.claims))}"
        yield from (f"  - {inert(text)}" for text in inconsistency_details(each))


def _open(report: Report) -> Iterator[str]:
    for finding in report.findings:
        if finding.verdict in (Verdict.UNRESOLVED, Verdict.ATTESTED, Verdict.IGNORED):
            notes = "".join(f"; {inert(note.text)}" for note in finding.notes)
            said = _quote(finding) or inert(finding.id)
            yield f"- {said}: {finding.verdict}, {inert(finding.rule)}: {inert(explained(finding))}{notes}"
    for claim in report.todo:
        yield f"- to do: {inert(claim)}"
    for each in report.coverage.uncovered:
        yield f"- {inert(uncovered_headline(each))} ({inert(str(place_of(each, report)))})"
    for tolerance in report.tolerances:
        yield f"- tolerance of the file’s own: {inert(tolerance)}"


def _fold(summary: str, lines: Sequence[str]) -> Iterator[str]:
    """A fold; none where there is nothing in it."""
    if lines:
        yield f"<details><summary>{summary}</summary>\n\n" + "\n".join(lines) + "\n\n</details>\n\n"


def _plural(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
