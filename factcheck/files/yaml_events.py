"""
YAML as plain nodes: text with its line and column, nothing interpreted.

Read from the parser's events, with caps on depth and number; aliases, anchors, tags and merge keys are refused.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import yaml

from factcheck.errors import Location, Problem
from factcheck.files.text_file import MAX_PROBLEMS, REFUSED, RefusedFile, lines_of, named, refusal

MAX_DEPTH = 32
MAX_NODES = 4_000_000
try:  # libyaml where it is there: ten times as fast as the parser in Python, and the same events
    from yaml._yaml import CParser

    _PARSER: Any = CParser
except ImportError:  # pragma: no cover
    _PARSER = yaml.SafeLoader
_NULLS = frozenset({"~", "null", "Null", "NULL"})
#: What the parser says, and what people usually did.
_HINTS = (
    ("mapping values are not allowed", 'put the text in quotes if it has ": " in it'),
    ("cannot start any token", "indent with spaces, not tabs, and put a text that begins with @, ` or % in quotes"),
    ("unexpected end of stream", "close the quotation marks"),
    ("expected ',' or", "close the bracket or brace, and put a text with a comma or colon in quotes"),
    ("did not find expected key", "check the indentation, and put a text with a colon or quotation marks in quotes"),
    ("expected '-'", "check the indentation of the list"),
    ("could not find expected ':'", "write key: value"),
    ("expected alphabetic or numeric", "put a text that begins with & or * in quotes"),
    ("escape", "write a backslash as two, or use single quotes"),
)


class Node(NamedTuple):
    """
    A piece of YAML.

    Attributes:
        content: text for a scalar (blank for none at all), nodes for a list, entries by key for a mapping.
        line: 1-based.
        column: 1-based, in code points.
    """

    content: str | list[Node] | dict[str, Entry]
    line: int
    column: int


class Entry(NamedTuple):
    """A key of a mapping with its value."""

    key: Node
    value: Node


class Document(NamedTuple):
    """A file's one document, None where the file has none, and what is wrong with its YAML."""

    root: Node | None
    problems: tuple[Problem, ...]
    lines: list[str]


@contextmanager
def without_collection() -> Iterator[None]:
    """Pause the garbage collector while many small objects are made: it would look at all of them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_yaml(text: str, path: str) -> Document:
    """
    Read the one document of a text.

    Raises:
        RefusedFile: no YAML, or YAML that is not read any further: aliases, several documents, too deep, too much.
    """
    lines = lines_of(text)
    try:
        return _Builder(path, lines, escapes="\\" in text).build(_PARSER(text))
    except yaml.MarkedYAMLError as error:
        raise _syntax(error, path, lines) from None
    except yaml.YAMLError as error:
        raise refusal(path, f"not YAML: {str(error).splitlines()[0]}") from None


class _Builder:
    """The state of one walk over the events."""

    __slots__ = ("escapes", "lines", "path", "problems")

    def __init__(self, path: str, lines: list[str], *, escapes: bool) -> None:
        self.path = path
        self.lines = lines
        self.problems: list[Problem] = []
        self.escapes = escapes  # whether any text can have characters that do not stand in the file as they are

    def build(self, loader: Any) -> Document:
        next_event = loader.get_event
        next_event()  # the start of the stream
        event = next_event()
        if type(event) is yaml.StreamEndEvent:
            return Document(None, (), self.lines)
        root = self._nodes(next_event)
        next_event()  # the end of the document
        event = next_event()
        if type(event) is not yaml.StreamEndEvent:
            raise self._refused(event, "a second document begins here", "write one document a file, without ---")
        return Document(root, tuple(self.problems), self.lines)

    def _nodes(self, next_event: Any) -> Node:
        """
        One node with all that is in it; a stack of open lists and mappings, because recursion could run out.

        Long, and with scalars handled in place: this loop is most of the time that reading takes.
        """
        stack: list[tuple[Node, Node | None]] = []  # what is open around here, with the key that waits for it
        parent: Any = None  # content of the innermost open list or mapping
        key: Node | None = None  # the key that waits for its value
        new, scalar, closing = tuple.__new__, yaml.ScalarEvent, (yaml.SequenceEndEvent, yaml.MappingEndEvent)
        for _ in range(2 * MAX_NODES):
            event = next_event()
            kind = type(event)
            if kind is scalar:
                text, style, mark = event.value, event.style, event.start_mark
                if event.anchor is not None or event.tag is not None:
                    self._plain(event)
                if not style:
                    text = "" if text in _NULLS else text
                elif self.escapes and style == '"':
                    self._check_escapes(event)
                node: Node = new(Node, (text, mark.line + 1, mark.column + 1))
            elif kind in closing:
                node, key = stack.pop()
                parent = stack[-1][0].content if stack else None
            else:
                node = self._opened(event, kind, is_key=type(parent) is dict and key is None)
                if len(stack) >= MAX_DEPTH:
                    raise self._refused(event, f"more than {MAX_DEPTH} levels deep", "claims need no such nesting")
                stack.append((node, key))
                parent, key = node.content, None
                continue
            if parent is None:
                return node
            if type(parent) is list:
                parent.append(node)
            elif key is None:
                if node.content == "<<" and not event.style:
                    raise self._refused(event, "merge keys (<<) are not read", "write the keys out")
                key = node
            else:
                if key.content in parent:
                    self._doubled(key, parent[key.content].key)
                else:
                    parent[key.content] = new(Entry, (key, node))
                key = None
        raise self._refused(event, f"more than {MAX_NODES:,} values in one file", "split the file")

    def _opened(self, event: Any, kind: type, *, is_key: bool) -> Node:
        if kind is yaml.AliasEvent:
            hint = "write the value out again, or put a text that begins with * in quotes"
            raise self._refused(event, "aliases (*name) are not read", hint)
        if is_key:
            raise self._refused(event, "a key that is a list or a mapping", "write a plain word as the key")
        self._plain(event)
        content: list[Node] | dict[str, Entry] = {} if kind is yaml.MappingStartEvent else []
        return Node(content, event.start_mark.line + 1, event.start_mark.column + 1)

    def _check_escapes(self, event: Any) -> None:
        found = REFUSED.search(event.value)
        if found is not None:
            self._add(event, f"the character {named(found.group())} does not belong in a text", "delete its escape")

    def _doubled(self, key: Node, first: Node) -> None:
        shown = str(key.content)[:40]
        what = f"the key {shown!r} stands twice, here and at line {first.line}, column {first.column}"
        self._report(key, what, "keep one of them")

    def _plain(self, event: Any) -> None:
        """Tags and anchors: what they are on can still be read, so that the file's other faults are found."""
        if event.tag is not None:
            self._add(event, f"tags are not read: {event.tag[:60]!r}", "leave it out: every value is read as text")
        if event.anchor is not None:
            self._add(event, f"anchors (&{event.anchor[:40]}) are not read", "put a text that begins with & in quotes")

    def _add(self, event: Any, what: str, hint: str) -> None:
        self._report(Node("", event.start_mark.line + 1, event.start_mark.column + 1), what, hint)

    def _report(self, at: Node, what: str, hint: str) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            excerpt = self.lines[at.line - 1] if at.line <= len(self.lines) else ""
            self.problems.append(Problem(Location(self.path, at.line, at.column), what, hint, excerpt))

    def _refused(self, event: Any, what: str, hint: str) -> RefusedFile:
        mark = event.start_mark
        excerpt = self.lines[mark.line] if mark.line < len(self.lines) else ""
        return refusal(self.path, what, hint, mark.line + 1, mark.column + 1, excerpt)


def _syntax(error: yaml.MarkedYAMLError, path: str, lines: list[str]) -> RefusedFile:
    """What the parser could not read, with a hint at the usual slip."""
    mark = error.problem_mark or error.context_mark
    said = error.problem or error.context or "it cannot be read"
    hint = next((hint for words, hint in _HINTS if words in said), "check the indentation and the quotation marks")
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    excerpt = lines[line - 1] if line <= len(lines) else ""
    return refusal(path, f"not YAML: {said}", hint, line, column, excerpt)
