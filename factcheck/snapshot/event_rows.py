"""The rows that hold events: releases, meetings, measures, each with its day and a line of words."""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.errors import WrittenError
from factcheck.observations import Citation, Event
from factcheck.periods import Period
from factcheck.snapshot import fields as read_as
from factcheck.snapshot.package import Package
from factcheck.snapshot.problems import Problems
from factcheck.snapshot.table import Line, short

COLUMNS = (
    "id", "kind", "date", "words", "source", "period", "text", "scheduled", "agency", "source_url", "source_kind",
    "note",
)  # fmt: skip
REQUIRED = frozenset({"id", "kind", "date", "words", "source_url"})
#: A release is the first publication of figures; those that follow it or foretell it are details.
KINDS = ("release", "release-detail", "meeting", "event", "measure")

_ID = re.compile("[a-z0-9](?:-?[a-z0-9]){0,119}")


def read_event(line: Line, package: Package, problems: Problems, *, local: bool) -> Event | None:
    """The event of a row; None where something in it is wrong, which then stands in the problems."""
    before = len(problems)
    read: dict[str, object] = {}
    for column, reader in PARTS.items():
        try:
            read[column] = reader(line.fields.get(column, ""))
        except WrittenError as error:
            problems.add_written(line.location(column), error)
    if len(problems) != before:
        return None
    fields = line.fields
    return Event(
        id=fields["id"],
        kind=fields["kind"],
        days=read["date"],  # type: ignore[arg-type]
        words=fields["words"],
        citation=Citation(
            source=package.name,
            dataset="events",
            agency=fields.get("agency", "") or package.publisher,
            url=fields["source_url"],
            source_kind=fields.get("source_kind", ""),
            note=fields.get("note", ""),
            local=local,
        ),
        source=fields.get("source", ""),
        period=read["period"],  # type: ignore[arg-type]
        text=fields.get("text", ""),
        scheduled=fields.get("scheduled", "") == "yes",
    )


def _id(text: str) -> str:
    if _ID.fullmatch(text):
        return text
    raise WrittenError(
        f"{text[:60]!r} is no id of an event", "use small letters, digits and hyphens: summit-2025-07-13"
    )


def _words(text: str) -> str:
    if not text.strip():
        raise WrittenError("the event has no words", "say in a line what happened")
    return short(text)


def _source(text: str) -> str:
    return _id(text) if text else text


def _period(text: str) -> Period | None:
    return read_as.period(text) if text else None


PARTS: dict[str, Callable[[str], object]] = {
    "id": _id,
    "kind": read_as.one_of("kind of event", KINDS, "", {}),
    "date": read_as.period,
    "words": _words,
    "source": _source,
    "period": _period,
    "text": short,
    "scheduled": read_as.one_of("word under 'scheduled'", ("yes", "no"), "no", {"true": "yes", "false": "no"}),
    "source_url": read_as.address,
    "source_kind": read_as.source_kind,
    "agency": short,
    "note": short,
}
