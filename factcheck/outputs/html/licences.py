"""
The sources that an article's findings rest on, with their licences.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.findings import Finding, Report
from factcheck.observations import Citation
from factcheck.outputs.html.audience import OUR_OWN, Audience
from factcheck.outputs.html.evidence import Infos
from factcheck.outputs.html.inert import cut
from factcheck.outputs.html.links import Link, link_to

LONGEST = 300


class Licence(NamedTuple):
    """A licence: its name, what it says in a line, and a link to it."""

    name: str
    title: str
    link: Link | None


class Used(NamedTuple):
    """A source that was used: what it is called, who publishes it, under what, and for how many findings."""

    id: str
    title: str
    publisher: str
    link: Link | None
    licences: tuple[Licence, ...]
    credit: str
    local: bool
    findings: int


def used_sources(report: Report, infos: Infos, audience: Audience) -> tuple[Used, ...]:
    """The sources of a report, by id; the newsroom's own come last."""
    counts: dict[tuple[bool, str], int] = {}
    agencies: dict[tuple[bool, str], str] = {}
    for finding in report.findings:
        cited = {(each.local, each.source): each for each in citations_of(finding)}
        for key, citation in cited.items():
            counts[key] = counts.get(key, 0) + 1
            agencies.setdefault(key, citation.agency)
    found = [_used(key, agencies[key], counts[key], infos, audience) for key in sorted(counts)]
    if audience.public and any(each.local for each in found):
        own = sum(each.findings for each in found if each.local)
        shown = [each for each in found if not each.local]
        return (*shown, Used("", OUR_OWN, "", None, (), "", True, own))
    return tuple(found)


def citations_of(finding: Finding) -> Iterator[Citation]:
    """What a finding rests on."""
    if finding.reference is not None:
        yield from (row.citation for row in finding.reference.evidence)
    if finding.event is not None:
        yield finding.event.citation


def _used(key: tuple[bool, str], agency: str, number: int, infos: Infos, audience: Audience) -> Used:
    local, source = key
    info = infos.get((source, local))
    if info is None:
        return Used("" if audience.public else source, cut(agency or source, LONGEST), "", None, (), "", local, number)
    return Used(
        id="" if audience.public else source,
        title=cut(info.title, LONGEST),
        publisher=cut(info.publisher, LONGEST),
        link=link_to(info.homepage),
        licences=tuple(
            Licence(cut(each.name, LONGEST), cut(each.title, LONGEST), link_to(each.path)) for each in info.licences
        ),
        credit=cut(info.attribution, LONGEST),
        local=local,
        findings=number,
    )
