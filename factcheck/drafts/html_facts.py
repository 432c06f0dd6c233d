"""
What a page of HTML says of itself: its title, the day of publication, its language.
"""

from __future__ import annotations

import json
from datetime import date
from html import unescape
from typing import NoReturn

from factcheck.drafts.days import read_day
from factcheck.drafts.language import language_of
from factcheck.drafts.tags import Tag, attributes

_MAX_JSON = 262_144  # characters of a JSON-LD block; those of articles have some thousands
_MAX_STEPS = 10_000
_MAX_TITLE = 300
#: The places of the day of publication, the surest first.
_DAYS = (
    "article:published_time",
    "datepublished",
    "json-ld",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "pubdate",
    "publish-date",
    "parsely-pub-date",
    "time",
)
_MAX_DAY = 100


class Facts:
    """What the tags of a page say, as they go past."""

    __slots__ = ("_days", "_titles", "language")

    def __init__(self) -> None:
        self.language = ""
        self._days: dict[str, str] = {}
        self._titles: dict[str, str] = {}

    def tag(self, tag: Tag, *, shown: bool) -> None:
        """Look at a tag."""
        if tag.closing:
            return
        if tag.name == "html":
            self.language = self.language or language_of(attributes(tag).get("lang", ""))
        elif tag.name == "meta":
            self._meta(attributes(tag))
        elif shown and (tag.name == "time" or "datepublished" in tag.written.lower()):
            self._time(tag)

    def raw(self, tag: Tag, content: str) -> None:
        """Look at a title or a script."""
        if tag.name == "title":
            self._add_title("title", unescape(content[: 4 * _MAX_TITLE]))
        elif tag.name == "script" and "json-ld" not in self._days and "ld+json" in tag.written.lower():
            found = published_in_json(content)
            if found:
                self._days["json-ld"] = found

    def title(self) -> str:
        """The title; blank where the page has none."""
        return self._titles.get("og:title") or self._titles.get("title") or ""

    def published(self) -> date | None:
        """The day of publication, from the surest place that has a readable one."""
        days = (read_day(self._days[place]) for place in _DAYS if place in self._days)
        return next((day for day in days if day is not None), None)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the page says of its publication and cannot be read."""
        if self.published() is not None:
            return ()
        written = next((self._days[place] for place in _DAYS if place in self._days), None)
        return () if written is None else (f"the page's date {written!r} is not understood",)

    def _meta(self, found: dict[str, str]) -> None:
        content = found.get("content", "")
        for key in ("property", "name", "itemprop"):
            name = found.get(key, "").lower()
            if name in _DAYS:
                self._add_day(name, content)
            elif name == "og:title":
                self._add_title(name, content)

    def _time(self, tag: Tag) -> None:
        found = attributes(tag)
        written = found.get("datetime") or found.get("content") or ""
        if found.get("itemprop", "").lower() == "datepublished":
            self._add_day("datepublished", written)
        elif tag.name == "time" and read_day(written[:_MAX_DAY]) is not None:  # others give an hour or a span
            self._add_day("time", written)

    def _add_day(self, place: str, written: str) -> None:
        if written.strip():
            self._days.setdefault(place, written.strip()[:_MAX_DAY])

    def _add_title(self, place: str, written: str) -> None:
        title = " ".join(written.split())[:_MAX_TITLE]
        if title:
            self._titles.setdefault(place, title)


def published_in_json(content: str) -> str:
    """The first ``datePublished`` of a JSON-LD block; blank where it has none or is no strict JSON."""
    if len(content) > _MAX_JSON:
        return ""
    try:
        waiting: list[object] = [json.loads(content, parse_constant=_no_constant, parse_int=str, parse_float=str)]
    except (ValueError, RecursionError):
        return ""
    for _ in range(_MAX_STEPS):
        if not waiting:
            return ""
        thing = waiting.pop()
        if isinstance(thing, dict):
            published = thing.get("datePublished")
            if isinstance(published, str) and published.strip():
                return published.strip()[:_MAX_DAY]
            waiting.extend(reversed(list(thing.values())))
        elif isinstance(thing, list):
            waiting.extend(reversed(thing))
    return ""


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)
