"""
For whom the page is: the newsroom, which sees everything, or the public, which sees nothing that is the newsroom's own.

What is the newsroom's own as a whole (notes, reasons, paths, ids) is left out where a page is put together. Names of
its own sources also stand inside sentences, so there they are replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.findings import Cause, Finding, Reference, Report
from factcheck.observations import Citation, Observation
from factcheck.snapshot import SourceInfo

OUR_OWN = "our own source"
_MARKS = re.compile(r" \((?:partly )?of this folder\)| of this folder\b")
# A rate names who published it: "7.3317 CNY for 1 USD (Reuters, 13 January 2025)"; that may be a source of one's own.
_RATE_BY = re.compile(r"( for 1 [A-Z]{3}) \([^()]{1,200}, ([^(),]{1,60})\)")
SHORTEST = 2  # characters of a name that is looked for; a shorter one would be found everywhere


class Audience(NamedTuple):
    """
    For whom the page is.

    Attributes:
        public: whether outsiders read it.
        hidden: the names of the newsroom's own sources, the longest first.
    """

    public: bool = False
    hidden: tuple[str, ...] = ()

    def text(self, text: str) -> str:
        """A sentence of the checker as this audience may read it."""
        if not self.public or not text:
            return text
        text = _MARKS.sub("", text)
        if self.hidden:
            text = _RATE_BY.sub(r"\1 (\2)", text)
        for name in self.hidden:
            if name in text:
                text = re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", OUR_OWN, text)
        return text


def audience_of(reports: Sequence[Report], sources: Sequence[SourceInfo], *, public: bool) -> Audience:
    """The newsroom, or the public with the names that are to be hidden from it."""
    if not public:
        return Audience()
    known = {name for info in sources if not info.local for name in (info.id, info.title, info.publisher)}
    own = {name for info in sources if info.local for name in (info.id, info.title, info.publisher, info.homepage)}
    for citation in _citations(reports):
        names = (citation.source, citation.dataset, citation.agency, citation.url, citation.note)
        (own if citation.local else known).update(names)
    hidden = {name for name in own - known if len(name) >= SHORTEST}
    return Audience(True, tuple(sorted(hidden, key=lambda name: (-len(name), name))))


def _citations(reports: Iterable[Report]) -> Iterator[Citation]:
    for report in reports:
        for finding in report.findings:
            if finding.event is not None:
                yield finding.event.citation
            yield from (row.citation for reference in _references(finding) for row in rows_of(reference))


def _references(finding: Finding) -> Iterator[Reference]:
    causes: tuple[Cause, ...] = finding.causes
    tried = finding.diagnosis.tried if finding.diagnosis is not None else ()
    for reference in (finding.reference, *(each.reference for each in causes), *(each.reference for each in tried)):
        if reference is not None:
            yield reference


def rows_of(reference: Reference) -> Iterator[Observation]:
    """Every row that a reference names."""
    yield from reference.evidence
    yield from (row for _, row in reference.later)
    yield from reference.disagreeing
    yield from reference.earlier
    if reference.finer is not None:
        yield reference.finer
