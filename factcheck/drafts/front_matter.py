"""
Front matter: what a Markdown file says of itself between two lines ``---`` (YAML) or ``+++`` (TOML).
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from factcheck.drafts.days import read_day
from factcheck.drafts.language import language_of
from factcheck.errors import Location, Problem
from factcheck.files.text_file import MIB, RefusedFile, lines_of, refusal
from factcheck.files.yaml_events import Node, read_yaml

MAX_YAML = MIB
MAX_TOML = 65_536  # characters; its reader takes a time that grows faster than the text
#: The keys that give the day of publication, the surest first.
_DAYS = ("published", "publishdate", "pubdate", "date")
_FLAGS = frozenset(("true", "false", "yes", "no"))  # "published: true" is no day
_HINT = "write the day as 2025-07-14"


class FrontMatter(NamedTuple):
    """
    What front matter says.

    Attributes:
        end: the offset after it in the source.
    """

    title: str = ""
    published: date | None = None
    language: str = ""
    end: int = 0


class _Written(NamedTuple):
    """A value as text, and where it stands."""

    text: str
    line: int
    column: int


def read_front_matter(source: str, shown: str) -> FrontMatter | None:
    """
    The front matter that a source begins with; None where it begins with none.

    Raises:
        RefusedFile: it has a fault, or gives a date that cannot be read.
    """
    for mark, read in (("---", _yaml), ("+++", _toml)):
        found = _matter(mark).match(source) if source.startswith(mark) else None
        if found is not None:
            values = read(found["content"], shown)
            return None if values is None else _facts(values, found.end(), source, shown)
    return None


@lru_cache(maxsize=1)
def _first_key() -> re.Pattern[str]:
    """Empty lines and comments, and a key; or comments alone."""
    return re.compile(
        r"""(?:[ \t]*+(?:#[^\r\n]*+)?(?:\r\n?|\n))*+(?:["']?[\w-]{1,60}+(?: [\w-]{1,60}+)?["']?[ \t]*+:(?:\s|\Z)|\Z)"""
    )


@lru_cache(maxsize=2)
def _matter(mark: str) -> re.Pattern[str]:
    mark = re.escape(mark)
    closing = mark if mark != "---" else r"(?:---|\.\.\.)"
    return re.compile(
        rf"{mark}[ \t]{{0,99}}+(?:\r\n?|\n)"
        rf"(?P<content>(?:(?!{closing}[ \t]{{0,99}}+(?:[\r\n]|\Z))[^\r\n]*+(?:\r\n?|\n))*+)"
        rf"{closing}[ \t]{{0,99}}+(?:\r\n?|\n|\Z)"
    )


def _yaml(content: str, shown: str) -> dict[str, _Written] | None:
    if content.strip() and _first_key().match(content) is None:
        return None  # words between two rules
    if len(content) > MAX_YAML:
        raise refusal(shown, "the front matter is larger than 1 MiB", "keep the story out of it")
    document = read_yaml("\n" + content, shown)  # one line on, as in the file
    if document.root is None or not isinstance(document.root.content, dict):
        return {} if document.root is None else None
    if document.problems:
        raise RefusedFile(document.problems[0])
    return {
        entry.key.content.lower(): _scalar(entry.key.content, entry.value, shown)
        for entry in document.root.content.values()
        if isinstance(entry.key.content, str) and entry.key.content.lower() in _KEYS
    }


def _scalar(key: str, value: Node, shown: str) -> _Written:
    if not isinstance(value.content, str):
        raise refusal(shown, f"{key} is a list or a mapping", "write one text", value.line, value.column)
    return _Written(value.content, value.line, value.column)


def _toml(content: str, shown: str) -> dict[str, _Written] | None:
    import tomllib

    if len(content) > MAX_TOML:
        raise refusal(shown, f"the front matter is larger than {MAX_TOML // 1024} KiB", "keep the story out of it")
    try:
        read = tomllib.loads(content)
    except (ValueError, RecursionError) as error:
        raise _toml_fault(str(error), content, shown) from None
    return {
        key.lower(): _Written(_as_text(value), _line_of(key, content) + 1, 1)
        for key, value in read.items()
        if key.lower() in _KEYS
    }


def _line_of(key: str, content: str) -> int:
    """The 1-based line on which a key of TOML stands; the first if it is written in some other way."""
    written = (line.partition("=")[0].strip(" \t\"'") for line in lines_of(content))
    return next((number for number, words in enumerate(written, 1) if words == key), 1)


def _as_text(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _toml_fault(said: str, content: str, shown: str) -> RefusedFile:
    found = re.search(r" \(at line ([0-9]{1,9}), column ([0-9]{1,9})\)", said)
    line, column = (int(found[1]), int(found[2])) if found is not None else (1, 1)
    what = said[: found.start()] if found is not None else said[:200]
    lines = lines_of(content)
    excerpt = lines[line - 1] if line <= len(lines) else ""
    return refusal(shown, f"no TOML: {what}", 'put texts in quotes: title = "..."', line + 1, column, excerpt)


_TITLES = ("title", "headline")
_LANGUAGES = ("lang", "language", "locale")
_KEYS = frozenset((*_DAYS, *_TITLES, *_LANGUAGES))


def _facts(values: dict[str, _Written], end: int, source: str, shown: str) -> FrontMatter:
    title = _first(values, _TITLES)
    language = _first(values, _LANGUAGES)
    written = next((values[key] for key in _DAYS if key in values and _is_day(values[key].text)), None)
    published = None
    if written is not None:
        published = read_day(written.text)
        if published is None:
            lines = lines_of(source[:end])
            place = Location(shown, written.line, written.column)
            what = f"the date {written.text[:60]!r} is not understood"
            raise RefusedFile(Problem(place, what, _HINT, lines[written.line - 1]))
    return FrontMatter(" ".join(title.split()), published, language_of(language), end)


def _is_day(text: str) -> bool:
    return bool(text.strip()) and text.strip().lower() not in _FLAGS


def _first(values: dict[str, _Written], keys: tuple[str, ...]) -> str:
    return next((values[key].text for key in keys if key in values and values[key].text), "")
