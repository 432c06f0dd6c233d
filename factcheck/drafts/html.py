"""
HTML drafts: the words that a browser shows, with their places in the file.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.draft_text import Draft
from factcheck.drafts.elements import Elements
from factcheck.drafts.entities import entity_of, entity_pattern
from factcheck.drafts.html_facts import Facts
from factcheck.drafts.left_out import LeftOut
from factcheck.drafts.tags import Tag, Tags, markup_pattern, names
from factcheck.drafts.words import Words

#: Elements whose content is no HTML; that of a title or a text area has entities, and a text area is shown.
_RAW = names("iframe noembed noframes script style textarea title xmp")
_SHOWN_RAW = frozenset(("textarea", "xmp"))


def read_html(source: str) -> Draft:
    """The draft that a page of HTML is; whatever is wrong with it, as much is read as a browser shows."""
    reader = _Reader(source)
    reader.read()
    text, way = reader.words.built()
    facts = reader.facts
    return Draft(
        text,
        source,
        way,
        format="html",
        title=facts.title() or " ".join(text[slice(*reader.heading)].split()),
        published=facts.published(),
        language=facts.language,
        notes=(*reader.left_out.notes(source), *facts.notes),
    )


@lru_cache(maxsize=1)
def _ends_of_raw() -> re.Pattern[str]:
    return re.compile(rf"</({'|'.join(sorted(_RAW))})(?=[\s/>])", re.IGNORECASE)


class _Reader:
    """One walk over a page."""

    __slots__ = ("elements", "facts", "heading", "left_out", "raw_ends", "source", "tags", "words")

    def __init__(self, source: str) -> None:
        self.source = source
        self.words = Words(soft=False)
        self.left_out = LeftOut()
        self.heading = (0, 0)  # where the first heading of the first rank stands in the text
        self.elements = Elements(self.words, self.left_out)
        self.tags = Tags(source)
        self.facts = Facts()
        self.raw_ends: dict[str, int] | None = None  # where the last end tag of each such element stands

    def read(self) -> None:
        source, at = self.source, 0
        while (found := markup_pattern().search(source, at)) is not None:
            self._text(at, found.start())
            at = self._markup(found.start())
        self._text(at, len(source))

    def _markup(self, at: int) -> int:
        """Go past what begins with a ``<``; one that begins nothing is text."""
        tag = self.tags.tag_at(at)
        if tag is None:
            return self._aside(at)
        if tag.name in _RAW and not tag.closing:
            return self._raw(tag)
        self.elements.tag(tag)
        self.facts.tag(tag, shown=self.elements.shown)
        if tag.name == "h1" and self.heading[0] == self.heading[1]:
            self.heading = (self.heading[0], self.words.length) if tag.closing else (self.words.length,) * 2
        return tag.end

    def _aside(self, at: int) -> int:
        end = self.tags.aside_end(at)
        if end is None and self.source.startswith("<!--", at):
            self.left_out.unended(at)
            return len(self.source)
        if end is None:
            self._text(at, at + 1)
        return at + 1 if end is None else end

    def _raw(self, tag: Tag) -> int:
        """Go past an element whose content is no HTML; one that never ends has no content."""
        end = self._raw_end(tag)
        if end is None:
            return tag.end
        content = self.source[tag.end : end]
        if tag.name in _SHOWN_RAW:
            self._text(tag.end, end)
        elif self.elements.shown:
            self.facts.raw(tag, content)
        return end

    def _raw_end(self, tag: Tag) -> int | None:
        """Where the end tag of such an element stands."""
        if self.raw_ends is None:
            self.raw_ends = {found[1].lower(): found.start() for found in _ends_of_raw().finditer(self.source)}
        if self.raw_ends.get(tag.name, -1) < tag.end:
            return None
        for found in _ends_of_raw().finditer(self.source, tag.end):
            if found[1].lower() == tag.name:
                return found.start()
        return None

    def _text(self, start: int, end: int) -> None:
        if start == end or not self.elements.shown:
            return
        source, words = self.source, self.words
        for found in entity_pattern().finditer(source, start, end):
            entity = entity_of(found.group(), closed=False)
            if entity is not None:
                mark = found.start()
                words.text(source[start:mark], start)
                words.text(entity[0], mark, entity[1])
                start = mark + entity[1]
        words.text(source[start:end], start)
