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

from factcheck.claim_files.text_file import MAX_PROBLEMS, REFUSED, RefusedFile, lines_of, named, refusal
from factcheck.errors import Location, Problem

MAX_DEPTH = 32
MAX_NODES = 4_000_000
# libyaml where it is there: ten times as fast as the parser in Python, and the same events.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
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
        return _Builder(path, lines).build(_LOADER(text))
    except yaml.MarkedYAMLError as error:
        raise _syntax(error, path, lines) from None
    except yaml.YAMLError as error:
        raise refusal(path, f"not YAML: {str(error).splitlines()[0]}") from None


class _Builder:
    """The state of one walk over the events."""

    __slots__ = ("count", "lines", "path", "problems")

    def __init__(self, path: str, lines: list[str]) -> None:
        self.path = path
        self.lines = lines
        self.problems: list[Problem] = []
        self.count = 0

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
        """One node with all that is in it; a stack of open lists and mappings, because recursion could run out."""
        stack: list[tuple[Node, Node | None]] = []  # what is open around here, with the key that waits for it
        parent: Any = None  # content of the innermost open list or mapping
        key: Node | None = None  # the key that waits for its value
        scalar, closing = yaml.ScalarEvent, (yaml.SequenceEndEvent, yaml.MappingEndEvent)
        while True:
            event = next_event()
            kind = type(event)
            if kind is scalar:
                node = self._scalar(event)
            elif kind in closing:
                node, key = stack.pop()
                parent = stack[-1][0].content if stack else None
            else:
                mark = event.start_mark
                node = Node(self._opened(event, kind), mark.line + 1, mark.column + 1)
                if len(stack) >= MAX_DEPTH:
                    raise self._refused(event, f"more than {MAX_DEPTH} levels deep", "claims need no such nesting")
                if type(parent) is dict and key is None:
                    raise self._refused(event, "a key that is a list or a mapping", "write a plain word as the key")
                stack.append((node, key))
                parent, key = node.content, None
                continue
            if parent is None:
                return node
            if type(parent) is list:
                parent.append(node)
            elif key is None:
                key = self._key(event, node)
            else:
                self._enter(parent, key, node)
                key = None

    def _opened(self, event: Any, kind: type) -> list[Node] | dict[str, Entry]:
        if kind is yaml.AliasEvent:
            hint = "write the value out again, or put a text that begins with * in quotes"
            raise self._refused(event, "aliases (*name) are not read", hint)
        self._plain(event)
        self._counted(event)
        return {} if kind is yaml.MappingStartEvent else []

    def _scalar(self, event: Any) -> Node:
        mark = event.start_mark
        if event.anchor is not None or event.tag is not None:
            self._plain(event)
        self.count += 1
        if self.count > MAX_NODES:
            self._counted(event)
        text = event.value
        if event.style is None or event.style == "":
            if text in _NULLS:
                text = ""
        elif event.style == '"' and (found := REFUSED.search(text)) is not None:
            self._add(event, f"the character {named(found.group())} does not belong in a text", "delete its escape")
        return Node(text, mark.line + 1, mark.column + 1)

    def _counted(self, event: Any) -> None:
        self.count += 1
        if self.count > MAX_NODES:
            raise self._refused(event, f"more than {MAX_NODES:,} values in one file", "split the file")

    def _key(self, event: Any, node: Node) -> Node:
        if node.content == "<<" and not event.style:
            raise self._refused(event, "merge keys (<<) are not read", "write the keys out")
        return node

    def _enter(self, mapping: dict[str, Entry], key: Node, value: Node) -> None:
        text = str(key.content)
        if text in mapping:
            first = mapping[text].key
            self._report(
                key,
                f"the key {text[:40]!r} stands twice, here and at line {first.line}, column {first.column}",
                "keep one of them",
            )
        else:
            mapping[text] = Entry(key, value)

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
