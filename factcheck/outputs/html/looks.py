"""
How verdicts look: a word, an icon and a style of underline for each, so that none is told by colour alone.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.findings import Finding
from factcheck.rules import Severity, Verdict


class Look(NamedTuple):
    """
    One look.

    Attributes:
        name: of its icon, and of its class in the style sheet.
        word: what people read.
        rank: the order in which the worst comes first.
        meaning: for the key to the marks.
    """

    name: str
    word: str
    rank: int
    meaning: str


DISCREPANCY = Look("discrepancy", "Discrepancy", 0, "the source has another figure")
INCONSISTENT = Look("inconsistent", "Inconsistent", 1, "cannot be true together with other claims")
WARNED = Look("warned", "Match, with a warning", 2, "it matches, but read the card")
UNRESOLVED = Look("unresolved", "Not resolved", 3, "no source at hand could settle it")
UNCOVERED = Look("uncovered", "No claim", 4, "nobody has checked this figure")
MATCH = Look("match", "Match", 5, "the source has the figure")
ATTESTED = Look("attested", "Attested", 6, "a person saw it; nothing was computed")
IGNORED = Look("ignored", "Set aside", 7, "set aside in the claims file, with a reason")

LOOKS = (DISCREPANCY, INCONSISTENT, WARNED, UNRESOLVED, UNCOVERED, MATCH, ATTESTED, IGNORED)
_OF_VERDICTS = {
    Verdict.DISCREPANCY: DISCREPANCY,
    Verdict.INCONSISTENT: INCONSISTENT,
    Verdict.UNRESOLVED: UNRESOLVED,
    Verdict.MATCH: MATCH,
    Verdict.ATTESTED: ATTESTED,
    Verdict.IGNORED: IGNORED,
}
#: What a person should look at.
TO_LOOK_AT = frozenset({DISCREPANCY, INCONSISTENT, WARNED, UNRESOLVED})


def look_of(finding: Finding) -> Look:
    """The look of a finding."""
    if finding.verdict is Verdict.MATCH and finding.severity is Severity.WARNING:
        return WARNED
    return _OF_VERDICTS[finding.verdict]


def severity_in_words(finding: Finding) -> str:
    """The severity where the look does not say it already; blank for none and for a discrepancy that is an error."""
    if look_of(finding) is WARNED or finding.severity is Severity.NONE:
        return ""
    if finding.severity is Severity.ERROR and finding.verdict in (Verdict.DISCREPANCY, Verdict.INCONSISTENT):
        return ""
    if finding.verdict is Verdict.UNRESOLVED:
        return ""
    return "with a note" if finding.severity is Severity.NOTE else str(finding.severity)
