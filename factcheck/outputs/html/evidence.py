"""
Where a figure comes from: who published it, when, where it was read, and the hash of what was fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from factcheck.evaluate.words import printed
from factcheck.findings import Finding
from factcheck.observations import Citation, Event, Observation, Standing
from factcheck.outputs.html.audience import OUR_OWN, Audience
from factcheck.outputs.html.inert import cut
from factcheck.outputs.html.links import Link, link_to
from factcheck.periods import Period, in_words
from factcheck.snapshot import SourceInfo

READ = {"news_quoting_primary": "as quoted at", "secondary_compilation": "as compiled at"}
STANDINGS = {
    Standing.DECIDES: "this row decides",
    Standing.SUPPORTS: "no row of the office itself, so this one decides",
    Standing.NEVER: "kept only to explain an error",
}
LONGEST = 300  # characters of a name or a note
MOST = 12  # rows of one card


class Source(NamedTuple):
    """
    One place that a figure was read at.

    Attributes:
        name: who published it.
        short: the same in a word, for the line of a closed card.
        when: the release day in words.
        read: how it was read there: "as quoted at".
        link: None where the address is none of the web, or is not told.
        address: the address where it is no link.
        sha256: of the reply of a live source; blank for the snapshot.
        standing: what the row may do; blank for an event.
        figure: as printed, with its period; for an event what happened.
        note: of the row.
        marks: whether it is the newsroom's own, or was read from a lock.
    """

    name: str
    when: str
    read: str
    link: Link | None
    address: str
    sha256: str
    standing: str = ""
    figure: str = ""
    note: str = ""
    marks: tuple[str, ...] = ()
    short: str = ""


Infos = Mapping[tuple[str, bool], SourceInfo]  # by id and whether it is local


def infos_of(sources: tuple[SourceInfo, ...]) -> Infos:
    """What is known of the sources, by id and whether they are the newsroom's own."""
    return {(info.id, info.local): info for info in sources}


def sources_of(finding: Finding, infos: Infos, audience: Audience) -> tuple[Source, ...]:
    """Every row behind a finding, the deciding one first; or its event."""
    rows = () if finding.reference is None else finding.reference.evidence[:MOST]
    found = [of_row(row, infos, audience) for row in rows]
    if finding.event is not None:
        found.append(_of_event(finding.event, audience))
    return tuple(found)


def of_row(row: Observation, infos: Infos, audience: Audience) -> Source:
    """The source of a row."""
    citation = row.citation
    info = infos.get((citation.source, citation.local))
    publisher = citation.agency or citation.source if info is None else info.publisher
    short = citation.agency if citation.agency.isupper() and citation.agency != publisher else ""
    source = _cited(citation, f"{publisher} ({short})" if short else publisher, audience)
    note = "" if audience.public and citation.local else citation.note
    return source._replace(
        when=released(row),
        standing=STANDINGS[row.standing],
        figure=f"{printed(row)}, {in_words(row.period)}",
        short=source.name if audience.public and citation.local else cut(citation.agency or publisher, LONGEST),
        note=cut(note, LONGEST),
    )


def _of_event(event: Event, audience: Audience) -> Source:
    source = _cited(event.citation, event.citation.agency, audience)
    return source._replace(figure=cut(event.words, LONGEST), when="")


def _cited(citation: Citation, name: str, audience: Audience) -> Source:
    """The parts of a citation that this audience may see."""
    if audience.public and citation.local:
        return Source(OUR_OWN, "", "", None, "", "")
    link = link_to(citation.url)
    marks = [mark for mark, holds in (("of this folder", citation.local), ("locked", citation.locked)) if holds]
    return Source(
        name=cut(name, LONGEST),
        when="",
        read=READ.get(citation.source_kind, "at") if link is not None else "",
        link=link,
        address="" if link is not None else cut(citation.url, LONGEST),
        sha256=citation.evidence,
        marks=() if audience.public else tuple(marks),
    )


def released(row: Observation) -> str:
    """The release day in words; for a service that states none, the day on which it was asked."""
    if row.published is None:
        return "release day unknown"
    asked = row.citation.retrieved
    word = "retrieved" if asked is not None and asked.date() == row.published else "released"
    return f"{word} {day_in_words(row.published)}"


def day_in_words(day: date) -> str:
    """A day as people write it: 14 July 2025."""
    return in_words(Period.of_day(day))


def distinct(sources: tuple[Source, ...]) -> Iterator[Source]:
    """The sources, each address once."""
    seen: set[tuple[str, str, str]] = set()
    for source in sources:
        key = (source.name, source.when, source.link.href if source.link is not None else source.address)
        if key not in seen:
            seen.add(key)
            yield source
