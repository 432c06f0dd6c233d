"""
What a check says: findings with their evidence, inconsistencies, and the report of an article.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from importlib import import_module
from typing import Any, NamedTuple

from factcheck.errors import Location
from factcheck.intervals import Interval
from factcheck.observations import Event, Observation
from factcheck.periods import Period
from factcheck.positions import Stretch
from factcheck.rules import Severity, Verdict
from factcheck.statements import Expected, Statement

NOTEBOOK = "factcheck.outputs.notebook"  # by name: what shows findings stands above them, and only a notebook asks
IGNORED = "ignored"  # the kind of the note on what a claim sets aside
LOWERED = "lowered"  # the same on what settings made less serious
KNOWN = "known"  # the same on what a baseline has


class Claimed(NamedTuple):
    """What the article says: the words and the interval that they allow, signed, in whole units."""

    text: str
    interval: Interval | None
    unit: str


class Reference(NamedTuple):
    """
    One way in which the observations give a quantity.

    Attributes:
        interval: what the quantity may be, in whole units, per cent or points.
        point: the figure as printed or computed.
        unit: its unit.
        route: how it was found: printed, published-rate, recomputed, derived, revised-base, mirror.
        evidence: the observations that it rests on, the deciding one first.
        how: the arithmetic or the choice, in words.
        derived: whether a level behind it was derived from others.
        later: what was used, in words, with a deciding row published after the as-of day that disagrees.
        disagreeing: other eligible rows that disagree beyond rounding and truncation.
        earlier: rows of earlier vintages that the one used has revised.
        finer: an earlier row that agrees with the one used and is printed to more digits.
    """

    interval: Interval
    point: Fraction
    unit: str
    route: str
    evidence: tuple[Observation, ...]
    how: str = ""
    derived: bool = False
    later: tuple[tuple[str, Observation], ...] = ()
    disagreeing: tuple[Observation, ...] = ()
    earlier: tuple[Observation, ...] = ()
    finer: Observation | None = None


class Note(NamedTuple):
    """A remark beside a finding: ``kind`` is a word of the rules or blank, ``text`` is for people."""

    kind: str
    text: str


class Cause(NamedTuple):
    """Why a figure is probably wrong: the rewrite that makes it true, its arithmetic and its reference."""

    name: str
    rewrites: tuple[str, ...]
    text: str
    arithmetic: str
    reference: Reference | None = None
    share: Fraction | None = None  # of the claims beside this one, how many would have found a cause by accident


class Step(NamedTuple):
    """One rewrite of a claim: its name, and what changed in words that follow "looks like"."""

    name: str
    said: str


class Tried(NamedTuple):
    """
    One rewrite, or two together, that were tried: what they come to, and whether that is the claim as written.

    Attributes:
        value: in the claim's unit, signed; None where a figure is missing.
        reference: the figures that it was computed from.
        working: what was done to them: "÷ 7.3317 CNY for 1 USD (ECB, 13 January 2025)"; blank if nothing.
        missing: why there is no value.
        unit: the unit of the value where it is not the claim's: per cent for points.
    """

    steps: tuple[Step, ...]
    value: Fraction | None
    hit: bool
    reference: Reference | None
    working: str
    missing: str
    unit: str = ""


class Diagnosis(NamedTuple):
    """The causes of a miss, best first, and everything that was tried; ``share`` as in ``Cause``."""

    causes: tuple[Cause, ...]
    tried: tuple[Tried, ...]
    share: Fraction | None = None


class Place(NamedTuple):
    """
    Where the draft's file has what a finding is about.

    Attributes:
        quote: the quote.
        words: the words in it that the finding is about; the quote where they do not stand there as they are.
    """

    quote: Stretch
    words: Stretch


@dataclass(frozen=True, slots=True)
class Finding:
    """
    The result of one statement of one claim.

    Attributes:
        id: the claim's id, with ``.<kind>`` and ``.<currency>`` where it makes several.
        claim: the id of the claim.
        margin: how far the reference may move before the verdict flips, in the claim's unit and scale; negative
            for a miss, its size is the gap; None where nothing is measured.
        scale: the written scale of the claim (10**9 for billions), for printing amounts as people wrote them.
        local: whether a row or an event of the folder's own sources was needed for the verdict.
        locked: whether a row or an event of a lock was needed for it.
        suggestion: the true figure in the claim's own words; blank where there is none.
        written: ``location`` in every unit, up to the end of its line; None for a claim that no file has.
        place: where the draft has the words; None without a draft, and where it does not have the quote.
        event: the event that a date or a quotation was held against.
        history: what the claim speaks of at the periods around its own, in order; filled in only where it is shown.
    """

    id: str
    claim: str
    quote: str
    kind: str
    period: Period | None
    verdict: Verdict
    rule: str
    severity: Severity
    location: Location
    claimed: Claimed
    reference: Reference | None = None
    margin: Fraction | None = None
    scale: Fraction = Fraction(1)
    explanation: str = ""
    causes: tuple[Cause, ...] = ()
    notes: tuple[Note, ...] = ()
    suggestion: str = ""
    expected: Expected | None = None
    local: bool = False
    locked: bool = False
    written: Stretch | None = None
    place: Place | None = None
    event: Event | None = field(default=None, repr=False)
    history: tuple[tuple[Period, Fraction], ...] = field(default=(), repr=False)
    statement: Statement | None = field(default=None, repr=False)
    diagnosis: Diagnosis | None = field(default=None, repr=False)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return str(import_module(NOTEBOOK).finding_html(self))


def marked(finding: Finding) -> tuple[int, int] | None:
    """Where in the quote the words stand that the finding is about."""
    written = finding.expected.figure if finding.expected is not None else None
    if written is not None and finding.quote[written.start : written.end] == written.text:
        return written.start, written.end
    place = finding.quote.find(finding.claimed.text) if finding.claimed.text else -1
    if place < 0 or finding.claimed.text == finding.quote:
        return None
    return place, place + len(finding.claimed.text)


class Left(NamedTuple):
    """
    What the other claims of an inconsistency leave for one of them.

    Attributes:
        claim: its id.
        words: the words in it that would have to change.
        subject: whose figure of when: "China’s trade with Russia, 2024"; may be blank.
        text: all of it as a sentence without its stop: "“1.9 percent” would have to be below +1 % (+1.0 % would fit)".
        allowed: what the words allow, in words: "+1.85 to +1.95 %"; blank where that is no interval.
        left: what the others allow: "below +1 %"; blank like it.
        fits: the figure of the claim's own precision that would fit, nearest to its own: "+1.0 %"; blank without one.
        says: ``allowed`` in whole units, per cent or points.
        leaves: ``left`` in the same unit.
        unit: of both.
    """

    claim: str
    words: str
    subject: str
    text: str
    allowed: str = ""
    left: str = ""
    fits: str = ""
    says: Interval | None = None
    leaves: Interval | None = None
    unit: str = ""


class Inconsistency(NamedTuple):
    """Claims that cannot all be true, whatever the source says; ``left`` has what is left for each of them."""

    rule: str
    claims: tuple[str, ...]
    alternatives: tuple[tuple[str, ...], ...]
    involved: tuple[str, ...]
    explanation: str
    left: tuple[Left, ...] = ()


class Uncovered(NamedTuple):
    """A figure that no claim checks: where it stands and what it says."""

    text: str
    location: Location
    in_quote_of: str = ""  # the claim whose quote holds it; blank for a figure of the draft
    why: str = ""  # why it cannot be read; blank for one that can
    stretch: Stretch | None = None  # ``location`` in every unit, with its end
    span: tuple[int, int] | None = None  # where it stands in the words of the draft; None in a quote


class Coverage(NamedTuple):
    """
    Which figures of the draft and of the quotes have a claim.

    ``figures`` is None without a draft; ``partial`` where the draft has more figures than are looked at.
    """

    figures: int | None = None
    covered: int | None = None
    uncovered: tuple[Uncovered, ...] = ()
    partial: bool = False


NO_COVERAGE = Coverage()


class Story(NamedTuple):
    """
    What an annotated article shows beside the findings.

    Attributes:
        text: the words of the draft, an empty line between paragraphs; blank without a draft.
        language: the two letters of the language that the draft says it is in; blank where it says none.
        quotes: where in ``text`` the quote of each claim stands, by its id; one that is gone is missing.
        notes: the note that a claim has in its file, by its id.
    """

    text: str
    language: str
    quotes: Mapping[str, tuple[int, int]]
    notes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """
    All that was found in one article.

    Attributes:
        path: the claims file, as given.
        draft: the path of the draft as the claims file names it, from there; blank without a draft.
        draft_format: ``text``, ``markdown``, ``html`` or ``docx``; lines of the last are its paragraphs.
        story: for the annotated article; None where none is asked for.
    """

    path: str
    title: str
    published: date | None
    as_of: date | None
    findings: tuple[Finding, ...]
    inconsistencies: tuple[Inconsistency, ...] = ()
    coverage: Coverage = NO_COVERAGE
    tolerances: tuple[str, ...] = ()  # every non-default tolerance, as written, with its claim
    local_rows: int = 0  # rows of the folder's own sources that decided
    locked_rows: int = 0  # findings that rest on rows of a lock
    todo: tuple[str, ...] = ()  # claims that still carry a todo
    questions: tuple[str, ...] = ()  # for each of them its quote and what it asks
    warnings: tuple[str, ...] = ()  # of the run: a broken plugin, a source that failed
    unneeded: tuple[str, ...] = ()  # rules that a claim sets aside though they did not occur, each with its claim
    lowered: int = 0  # findings that settings made less serious
    known: int = 0  # findings and inconsistencies that a baseline has
    draft: str = ""
    draft_format: str = ""
    story: Story | None = field(default=None, repr=False)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return str(import_module(NOTEBOOK).report_html(self))

    def to_dataframe(self) -> Any:
        """
        The findings as a pandas table, a row each, with the columns of the JSON report; numbers stay texts.

        Raises:
            ImportError: pandas is not installed.
        """
        return import_module(NOTEBOOK).to_dataframe(self)
