"""
A claims file as it is being written: what can be read of it, and what is wrong with the rest.

``factcheck verify`` checks nothing of a file with a fault. An editor shows a file that has one most of the time; here
a claim without a fault is checked beside one that is not finished, as long as nothing around them is at fault.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from factcheck.claim_files.article import read_article
from factcheck.claim_files.faults import Faults
from factcheck.claim_files.read import MAX_CLAIMS_FILE
from factcheck.claims import Article
from factcheck.errors import Location, Problem
from factcheck.files.text_file import RefusedFile, refusal, text_of
from factcheck.files.yaml_events import Node, read_yaml, without_collection
from factcheck.lsp.lines import Lines

_ARTICLE = re.compile(
    r"""^article[ \t]{0,9}+:[ \t]{1,99}+["']?([^"'#\r\n]{1,999}?)["']?[ \t]{0,99}+\r?$""", re.MULTILINE
)
_CLAIMS = re.compile(r"""^["']?claims["']?[ \t]{0,99}+:""", re.MULTILINE)


class ClaimsText(NamedTuple):
    """
    A claims file that is open or lies in the workspace.

    Attributes:
        path: as messages show it.
        lines: its text.
        article: the claims that can be read, the draft not yet among them; None where nothing can be checked.
        root: the YAML; None where it cannot be read.
        problems: every fault, in the order of the file.
        places: where each item under ``claims`` begins and ends, with the first line of it.
    """

    path: str
    lines: Lines
    article: Article | None
    root: Node | None
    problems: tuple[Problem, ...]
    places: tuple[ItemPlace, ...]

    def item_at(self, offset: int) -> ItemPlace | None:
        """The item of the list of claims that an offset stands in."""
        at = bisect_right([place.start for place in self.places], offset) - 1
        return self.places[at] if at >= 0 and offset <= self.places[at].end else None


class ItemPlace(NamedTuple):
    """An item under ``claims``: its node, its offsets, and the place of its first character."""

    node: Node
    start: int
    end: int


def read_claims_text(text: str, path: str) -> ClaimsText:
    """Read a claims file; ``path`` stands in messages."""
    lines = Lines(text)
    try:
        with without_collection():
            document = read_yaml(checked_text(text, path, MAX_CLAIMS_FILE), path)
            faults = Faults(path, document.lines, document.problems)
            article = read_article(document.root, path, faults)
    except RefusedFile as refused:
        return ClaimsText(path, lines, None, None, (refused.problem,), ())
    places = item_places(document.root, lines)
    problems = tuple(sorted(faults.found, key=lambda each: each.location[1:]))
    return ClaimsText(path, lines, _without(article, problems, places, lines), document.root, problems, places)


def checked_text(text: str, path: str, most: int) -> str:
    """
    A text as its file would be read.

    Raises:
        RefusedFile: it is too long, or has characters that no text has.
    """
    content = text.encode("utf-8", "surrogatepass")
    if len(content) > most:
        raise refusal(path, f"the text is larger than {most // 2**20} MiB", "split it into several files")
    return text_of(content, path)


def item_places(root: Node | None, lines: Lines) -> tuple[ItemPlace, ...]:
    """Where each claim begins, and where it ends: before the next one, or before the next key of the file."""
    content = root.content if root is not None else None
    entry = content.get("claims") if isinstance(content, dict) else None
    if not isinstance(content, dict) or entry is None or not isinstance(entry.value.content, list):
        return ()
    nodes: list[Node] = entry.value.content
    starts = [lines.written(node.line, node.column) for node in nodes]
    after = [lines.written(key.line, key.column) for key, _ in content.values()]
    last = min((each for each in after if starts and each > starts[-1]), default=len(lines.text))
    spans = zip(nodes, pairwise([*starts, last]), strict=True)
    return tuple(ItemPlace(node, start, _end(lines.text, start, end)) for node, (start, end) in spans)


def _end(text: str, start: int, end: int) -> int:
    """The end of the last line of a claim that says something: not the dash of the next, nor comments above it."""
    stop = len(text[start:end].rstrip(" \t\r\n-")) + start
    while True:
        head = max(text.rfind("\n", start, stop), text.rfind("\r", start, stop)) + 1
        if head <= start or not text[head:stop].lstrip(" \t").startswith("#"):
            return stop
        stop = len(text[start:head].rstrip()) + start


def _without(
    article: Article | None, problems: Sequence[Problem], places: Sequence[ItemPlace], lines: Lines
) -> Article | None:
    """The article without the claims that have a fault; None where a fault stands outside all of them."""
    if article is None or not problems:
        return article
    starts = [place.start for place in places]
    faulty: set[int] = set()
    for problem in problems:
        offset = offset_of(problem.location, lines)
        at = bisect_right(starts, offset) - 1
        if at < 0 or offset > places[at].end:
            return None
        faulty.add(starts[at])
    sound = tuple(claim for claim in article.claims if offset_of(claim.location(), lines) not in faulty)
    return replace(article, claims=sound)


def offset_of(location: Location, lines: Lines) -> int:
    """The offset of a place in a claims file; the file itself is its beginning."""
    return lines.written(location.line, location.column) if location.line else 0


def is_claims_text(text: str) -> bool:
    """Whether a YAML file has the key ``claims`` at its top; others are none of ours."""
    return _CLAIMS.search(text) is not None


def draft_named(text: str, path: str) -> str:
    """The draft that a claims file names, as written; blank if none. A file that is not finished is looked through."""
    try:
        root = read_yaml(checked_text(text, path, MAX_CLAIMS_FILE), path).root
    except RefusedFile:
        found = _ARTICLE.search(text)
        return found[1] if found is not None else ""
    entry = root.content.get("article") if root is not None and isinstance(root.content, dict) else None
    written = entry.value.content if entry is not None else ""
    return written if isinstance(written, str) and "\0" not in written else ""
