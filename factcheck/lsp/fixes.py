"""
Quick fixes: changes of a claims file that a person may choose. Nothing else is ever changed, and no story at all.

Each is tried before it is offered: the file is read again with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.claim_files.write import in_braces, in_brackets
from factcheck.errors import PeriodError, Problem
from factcheck.files.yaml_events import Node
from factcheck.lsp.checking import Checked
from factcheck.lsp.claims_text import ClaimsText, ItemPlace, read_claims_text
from factcheck.lsp.marks import UNCOVERED, Mark
from factcheck.lsp.places import Span, problem_span, texts_by_place
from factcheck.outputs.sentences import line
from factcheck.period_names import FORMS
from factcheck.periods import Period
from factcheck.rules import RULES

_MEANT = re.compile(r"did you mean ([^?]{1,120})\?")
_CODE = re.compile(r" \([A-Z0-9+]{2,10}\)$")
#: Hints that name one thing to write; what stands for an example ("as in …") is none.
_WRITE = re.compile(r"write (hs:[0-9]{2,6}|[0-9.]{1,9} (?:%|pp)|[a-z0-9][a-z0-9_-]{0,79})$")
_PERIOD = re.compile(r"write .{1,80} as (\S{4,20})$|write (\S{4,20})$")
REASON = "why:  # the reason, in your words; until it stands here the file is not checked"


class Edit(NamedTuple):
    """A stretch of a text, and what is to stand there."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """
    A change of one claims file.

    Attributes:
        title: what it does.
        path: the file, links followed.
        mark: the mark that it answers.
        certain: whether it is what most people mean.
    """

    title: str
    path: str
    edits: tuple[Edit, ...]
    mark: Mark
    certain: bool = False


def fixes_of_problems(checked: Checked, marks: Sequence[Mark], wanted: Span) -> Iterator[Fix]:
    """
    What was probably meant, where one thing was.

    Args:
        checked: the claims file.
        marks: its marks.
        wanted: where somebody asks for fixes.
    """
    nodes = texts_by_place(checked.text.root) if checked.problems else {}
    for problem in checked.problems:
        span = problem_span(problem, checked.text, nodes)
        mark = next((mark for mark in marks if (mark.start, mark.end) == span), None)
        edit = _replacement(problem, span, checked.text, nodes) if mark is not None and _meet(span, wanted) else None
        if mark is not None and edit is not None:
            yield Fix(line(f"Write it as {edit.text}"), checked.path, (edit,), mark, certain=True)


def _replacement(problem: Problem, span: Span, text: ClaimsText, nodes: dict[tuple[int, int], Node]) -> Edit | None:
    meant = what_was_meant(problem)
    node = nodes.get(problem.location[1:])
    if not meant or node is None or not isinstance(node.content, str):
        return None
    edit = Edit(*span, in_braces("", meant))
    again = read_claims_text(applied(text.lines.text, (edit,)), text.path)
    is_gone = all(each != problem for each in again.problems) and len(again.problems) < len(text.problems)
    return edit if is_gone else None


def what_was_meant(problem: Problem) -> str:
    """The one thing that a hint says to write; blank where it names several, or none but an example."""
    found = _MEANT.search(problem.hint)
    if found is not None:
        return "" if " or " in found[1] else _CODE.sub("", found[1])
    if problem.what.startswith(("unknown period", "unknown base")) and problem.hint != FORMS:
        period = _PERIOD.search(problem.hint)
        return _period(period[1] or period[2]) if period is not None else ""
    written = _WRITE.fullmatch(problem.hint)
    return written[1] if written is not None else ""


def _period(name: str) -> str:
    try:
        Period.parse(name, fiscal_start=4)
    except PeriodError:
        return ""
    return name


def fixes_of_findings(checked: Checked, marks: Sequence[Mark]) -> Iterator[Fix]:
    """
    Setting a finding aside: the reason is left for a person to write, and without it the file is in error.

    Args:
        checked: the claims file.
        marks: the marks that somebody asks about, in it or in its draft.
    """
    offered: set[tuple[int, str]] = set()
    for mark in marks:
        place = _item_of(mark, checked)
        if mark.rule not in RULES or mark.rule == UNCOVERED or place is None or (place.start, mark.rule) in offered:
            continue
        edit = _setting_aside(mark.rule, place, checked.text)
        if edit is not None:
            offered.add((place.start, mark.rule))
            yield Fix(line(f"Ignore {mark.rule} for this claim, and write why"), checked.path, (edit,), mark)


def _item_of(mark: Mark, checked: Checked) -> ItemPlace | None:
    """The item of the claims file that a mark is about."""
    findings = checked.report.findings if checked.report is not None else ()
    names = {finding.id: finding.claim for finding in findings}
    claim = checked.claims.get(names.get(mark.about, mark.about))
    if claim is None:
        return None
    location = claim.location()
    return checked.text.item_at(checked.text.lines.written(location.line, location.column))


def _setting_aside(rule: str, place: ItemPlace, text: ClaimsText) -> Edit | None:
    """Two lines below the claim; None for a claim in braces, or one that sets something aside already."""
    content, whole = place.node.content, text.lines.text
    if not isinstance(content, dict) or "ignore" in content or "why" in content or whole[place.start] == "{":
        return None
    end = "\r\n" if "\r\n" in whole else "\n"
    blanks = " " * (place.node.column - 1)
    edit = Edit(place.end, place.end, f"{end}{blanks}ignore: {in_brackets((rule,))}{end}{blanks}{REASON}")
    again = read_claims_text(applied(whole, (edit,)), text.path)
    return edit if len(again.problems) == len(text.problems) + 1 and _needs_a_reason(again) else None


def _needs_a_reason(text: ClaimsText) -> bool:
    return any(problem.what == "why has no value" for problem in text.problems)


def applied(text: str, edits: Sequence[Edit]) -> str:
    """A text after edits that do not overlap."""
    for edit in sorted(edits, reverse=True):
        text = f"{text[: edit.start]}{edit.text}{text[edit.end :]}"
    return text


def _meet(span: Span, wanted: Span) -> bool:
    return span.start <= wanted.end and wanted.start <= span.end


def difference(old: str, new: str) -> Edit:
    """The one edit that makes a text another."""
    start = 0
    most = min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < most - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(start, len(old) - tail, new[start : len(new) - tail])
