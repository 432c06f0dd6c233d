"""
The rules that name findings: which verdict each gives, how severe it is, and one line on what it means.

The documentation page of a rule is ``docs/rules/<rule>.md``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """What the checker says of a claim."""

    MATCH = "match"
    DISCREPANCY = "discrepancy"
    INCONSISTENT = "inconsistent"
    UNRESOLVED = "unresolved"
    ATTESTED = "attested"
    IGNORED = "ignored"


class Severity(StrEnum):
    """How much a finding matters, least first."""

    NONE = "none"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for none up to 3 for error."""
        return list(Severity).index(self)


class Rule(NamedTuple):
    """One rule; ``severity`` None means that the size of the miss decides."""

    name: str
    verdict: Verdict
    severity: Severity | None
    meaning: str


def _rules(verdict: Verdict, severity: Severity | None, **meanings: str) -> list[Rule]:
    return [Rule(name.replace("_", "-"), verdict, severity, meaning) for name, meaning in meanings.items()]


_ALL = [
    *_rules(
        Verdict.MATCH,
        Severity.NONE,
        within="the reference lies in what the words allow",
        published_rate="the source published this rate itself",
    ),
    *_rules(
        Verdict.MATCH,
        Severity.NOTE,
        recomputed="the rate follows from the two levels",
        over_precise="it matches, but is written to more digits than the source has",
        truncated="the source's figure was cut instead of rounded",
    ),
    *_rules(
        Verdict.MATCH,
        Severity.WARNING,
        coarse="a round number without a hedge, at most 1 % away",
        revised_base="it holds only if the source revised the earlier period as much as it usually does",
        understated="right side of the hedge, but the true figure is much further out",
        mirror_only="only the other side's figures say so; the named reporter has none",
    ),
    *_rules(
        Verdict.DISCREPANCY,
        None,
        wrong_level="the amount is another",
        wrong_change="the rate of change is another",
        wrong_difference="the difference is another",
        wrong_side="the reference lies on the other side of the hedge",
        hedge_stretched="the hedge does not reach as far as the reference",
        wrong_share="the share is another",
        wrong_multiple="the multiple is another",
        wrong_rank="the place is another",
        wrong_count="the number of periods is another",
        wrong_trend="the word does not fit the rate",
    ),
    *_rules(
        Verdict.DISCREPANCY,
        Severity.ERROR,
        wrong_direction="it went the other way",
        wrong_magnitude="nine times or more too large or too small",
        not_a_record="another period was higher, or lower",
        wrong_weekday="the day was another day of the week",
        wrong_date="the day was another",
        wrong_words="the text does not have these words",
        quote_not_in_draft="the draft does not have this quote",
        figure_changed="the draft has the words with another number",
    ),
    *_rules(
        Verdict.UNRESOLVED,
        Severity.NOTE,
        no_observation="no source at hand has the figure",
        series_incomplete="the series has gaps that could change the answer",
        not_yet_published="the figure came out after the article's day",
        sign_change="the balance changed sign, so there is no percentage",
        unknown_event="no source at hand knows the event",
        source_unavailable="the source could not be read",
    ),
    *_rules(
        Verdict.INCONSISTENT,
        Severity.ERROR,
        conflict="these claims cannot all be true, whatever the source says",
        mixed_basis="figures of one identity are in different currencies",
        implied_rate="no exchange rate of the time fits the two amounts",
        shares_not_100="the shares add up to more than the whole",
    ),
    *_rules(Verdict.ATTESTED, Severity.NONE, seen="a person saw it; nothing was computed"),
    *_rules(Verdict.IGNORED, Severity.NONE, ignored="set aside in the claims file, with a reason"),
]

RULES: dict[str, Rule] = {rule.name: rule for rule in _ALL}
