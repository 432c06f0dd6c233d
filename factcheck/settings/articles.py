"""
What settings mean for one article: how strictly it is judged, and how serious its findings are.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from factcheck.errors import Location
from factcheck.findings import LOWERED, Finding, Note, Report
from factcheck.rules import Severity, Verdict
from factcheck.settings.model import Settings
from factcheck.settings.patterns import matches

RAISED = "raised"
_SET_ASIDE = frozenset({Verdict.ATTESTED, Verdict.IGNORED})


@dataclass(frozen=True, slots=True)
class ArticleSettings:
    """
    What holds for an article.

    Attributes:
        fail_on: the least serious thing that fails the run; None says nothing.
        severities: of rules, each with the place that says so.
    """

    fail_on: str | None = None
    severities: Mapping[str, tuple[Severity, Location]] = field(default_factory=dict)


def article_settings(settings: Settings, claims_file: str, draft: str) -> ArticleSettings:
    """
    The settings for an article: the general ones, then those of each section whose pattern fits, the last one last.

    Args:
        settings: of the folder.
        claims_file: its path, from the working folder.
        draft: the path of its draft as the claims file names it; blank without one.
    """
    names = [_from(settings.folder, claims_file)]
    if draft:
        names.append(_from(settings.folder, os.path.join(os.path.dirname(claims_file), draft)))
    fail_on = settings.fail_on
    severities = {
        rule: (severity, settings.location("severities", rule)) for rule, severity in settings.severities.items()
    }
    for section in settings.sections:
        if any(matches(section.pattern, name) for name in names):
            fail_on = section.fail_on or fail_on
            for rule, severity in section.severities.items():
                severities[rule] = severity, settings.location("per-path", section.pattern, "severities", rule)
    return ArticleSettings(fail_on, severities)


def with_severities(report: Report, own: ArticleSettings) -> Report:
    """The report with the severities of the settings: each that was changed has a note, those lowered are counted."""
    if not own.severities:
        return report
    findings = tuple(_settled(finding, own) for finding in report.findings)
    lowered = sum(any(note.kind == LOWERED for note in finding.notes) for finding in findings)
    return replace(report, findings=findings, lowered=lowered)


def _settled(finding: Finding, own: ArticleSettings) -> Finding:
    if finding.rule not in own.severities or finding.verdict in _SET_ASIDE:
        return finding
    severity, place = own.severities[finding.rule]
    if severity is finding.severity:
        return finding
    kind = LOWERED if severity.rank < finding.severity.rank else RAISED
    at = f"{place.path}:{place.line}" if place.line else place.path
    note = Note(kind, f"{kind} from {finding.severity} to {severity} by {at}")
    return replace(finding, severity=severity, notes=(*finding.notes, note))


def _from(folder: str, path: str) -> str:
    """A path from a folder; links are not followed, save those around the working folder."""
    whole = os.path.normpath(os.path.join(os.path.realpath(os.curdir), path))
    return os.path.relpath(whole, folder).replace(os.sep, "/")
