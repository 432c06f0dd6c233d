"""
A finding as a card: what the story says, what the source has, how far apart they are, and why.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.findings import Finding, Report
from factcheck.outputs.html.audience import Audience
from factcheck.outputs.html.bar import Bar, bar_of
from factcheck.outputs.html.evidence import Infos, Source, day_in_words, distinct, sources_of
from factcheck.outputs.html.inert import cut
from factcheck.outputs.html.looks import TO_LOOK_AT, Look, look_of, severity_in_words
from factcheck.outputs.html.one_unit import Compared, compared
from factcheck.outputs.html.remarks import notes_of, reason_of
from factcheck.outputs.html.sparkline import Sparkline, sparkline_of
from factcheck.outputs.html.working import Step, tried_of, working_of
from factcheck.periods import in_words
from factcheck.rules import RULES, Verdict

LONGEST_WORDS = 120  # characters of the words in the head of a card
LONGEST = 600


class LooksLike(NamedTuple):
    """A cause: what the figure looks like, and the arithmetic."""

    text: str
    arithmetic: str


class Card(NamedTuple):
    """
    What one card says.

    Attributes:
        anchor: its name in the page.
        look: of its verdict.
        severity: in words, where the look does not say it.
        words: what in the story it is about.
        meaning: what the rule that names it means.
        told: claim and reference in one unit.
        event: what happened, and when, for a date or a quotation.
        reason: a sentence, where numbers do not say it all.
        conflicts: anchors of the contradictions that it is part of.
        short: whether it is cut to its head and a line, as one of very many.
    """

    anchor: str
    look: Look
    severity: str
    words: str
    meaning: str
    told: Compared
    event: str
    reason: str
    bar: Bar | None = None
    sparkline: Sparkline | None = None
    causes: tuple[LooksLike, ...] = ()
    suggestion: str = ""
    notes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    working: tuple[Step, ...] = ()
    tried: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    back: str = ""
    short: bool = False

    @property
    def is_open(self) -> bool:
        """Whether all of it is shown at once: what a person should look at."""
        return self.look in TO_LOOK_AT


def card_of(
    finding: Finding,
    report: Report,
    audience: Audience,
    infos: Infos,
    *,
    anchor: str,
    conflicts: Sequence[str] = (),
    short: bool = False,
) -> Card:
    """The card of a finding."""
    told, rule = Compared() if short else compared(finding), RULES.get(finding.rule)
    card = Card(
        anchor=anchor,
        look=look_of(finding),
        severity=severity_in_words(finding),
        words=cut(finding.claimed.text or finding.quote, LONGEST_WORDS),
        meaning="" if rule is None else rule.meaning,
        told=told,
        event=_event(finding),
        reason=_in_short(finding, audience) if short else _reason(finding, audience),
        conflicts=tuple(conflicts),
        short=short,
    )
    if short:
        return card
    return card._replace(
        sources=tuple(distinct(sources_of(finding, infos, audience))),
        bar=bar_of(finding, told),
        sparkline=sparkline_of(finding),
        causes=tuple(_causes(finding, audience)),
        suggestion=finding.suggestion,
        notes=notes_of(finding, report, audience),
        working=working_of(finding, audience),
        tried=tried_of(finding, audience),
    )


def _event(finding: Finding) -> str:
    """The day of the event, and what happened."""
    event = finding.event
    if event is None:
        return ""
    days = event.days
    when = day_in_words(days.first) if days.first == days.last else in_words(days)
    return f"{when}: {cut(event.words, LONGEST)}"


def _reason(finding: Finding, audience: Audience) -> str:
    """Why, where the figures of the card leave it open; blank where they say it all."""
    if finding.verdict is Verdict.MATCH and (finding.reference is not None or finding.event is not None):
        return ""
    if finding.reference is not None and finding.claimed.interval is not None:
        return ""
    reason = reason_of(finding, audience)
    rule = RULES.get(finding.rule)
    return "" if rule is not None and reason == rule.meaning else reason


def _in_short(finding: Finding, audience: Audience) -> str:
    """The reference with its source in a line, or why there is none."""
    if finding.reference is not None and finding.reference.how:
        return cut(audience.text(finding.reference.how), LONGEST)
    return reason_of(finding, audience)


def _causes(finding: Finding, audience: Audience) -> list[LooksLike]:
    return [
        LooksLike(
            cut(audience.text(cause.text).removeprefix("looks like "), LONGEST),
            cut(audience.text(cause.arithmetic), LONGEST),
        )
        for cause in finding.causes
    ]
