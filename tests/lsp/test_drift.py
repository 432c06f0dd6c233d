"""After a thousand edits the server has the text that the editor has, whatever both count characters in."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.lsp.documents import Change, Documents
from factcheck.lsp.lines import Units
from tests.lsp.client import Editor, editor
from tests.lsp.story import CLAIMS, STORY, workspace

CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
#: What people type and paste: astral characters, marks that combine, line ends of all systems, odd separators.
PIECES = [
    "", "", "", " ", "a", "figure", "\n", "\r\n", "\n\n", "\t", "$12 billion", "9.1 percent", "rose by 3.4 percent",
    "😀", "👩‍👩‍👧", "é", "e\u0301", "𝔘𝔫𝔦", "ザ", "الع", "\u2028", "\x0c", "\x85", "“quoted”", "# ", "- ", "level: 2024",
    "  - quote: \"x\"\n    level: 2023\n", "{a: b", "]", "<b>", "`", "&amp;",
]  # fmt: skip


def place(text: str, offset: int, units: str) -> tuple[int, int]:
    """Line and character of an offset, counted anew and simply."""
    codec, size = CODECS[units]
    before = re.split("\r\n|\r|\n", text[:offset])
    return len(before) - 1, len(before[-1].encode(codec)) // size


def random_edit(text: str, chance: random.Random) -> tuple[int, int, str]:
    """A stretch and what takes its place; never between the two characters of a line end."""
    start = chance.randrange(len(text) + 1)
    end = min(len(text), start + chance.choice([0, 0, 0, 1, 2, 5, 20]))
    start, end = (at - (text[at - 1 : at + 1] == "\r\n") for at in (start, end))
    return start, end, chance.choice(PIECES)


def edits(text: str, seed: int, number: int) -> Iterator[tuple[int, int, str]]:
    """Random edits, one after the other; then one for each character that no text may have, to delete it."""
    chance = random.Random(seed)  # noqa: S311  nothing secret
    for _ in range(number):
        start, end, new = random_edit(text, chance)
        text = text[:start] + new + text[end:]
        yield start, end, new
    while odd := re.search("[\u2028\x0c\x85]", text):
        text = text[: odd.start()] + text[odd.end() :]
        yield odd.start(), odd.end(), ""


def edited(text: str, units: str, seed: int, number: int) -> tuple[str, list[dict[str, Any]]]:
    """A text after random edits, and these as the protocol has them."""
    changes = []
    for start, end, new in edits(text, seed, number):
        first, last = place(text, start, units), place(text, end, units)
        places = {
            name: {"line": line, "character": character}
            for name, (line, character) in (("start", first), ("end", last))
        }
        changes.append({"range": places, "text": new})
        text = text[:start] + new + text[end:]
    return text, changes


@pytest.mark.parametrize("units", CODECS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_text_is_the_same_after_a_thousand_edits(units: str, line_end: str) -> None:
    """
    Incremental changes leave the very text that they leave in the editor.
    """
    text, changes = edited(STORY.replace("\n", line_end), units, 7, 1000)
    documents = Documents()
    documents.put("file:///a.md", "/a.md", STORY.replace("\n", line_end), 1)
    ranges = [(each["range"]["start"], each["range"]["end"], each["text"]) for each in changes]
    plain = [Change(tuple(start.values()), tuple(end.values()), new) for start, end, new in ranges]  # type: ignore[arg-type]
    document = documents.change("file:///a.md", plain, 2, Units(units))

    assert document is not None
    assert document.text == text


def send(one: Editor, uri: str, changes: list[dict[str, Any]]) -> int:
    """Send changes a few at a time, as a fast typist's editor does; the last version."""
    version = 1
    for at in range(0, len(changes), 5):
        version += 1
        one.change(uri, changes[at : at + 5], version)
    return version


@pytest.mark.parametrize("units", CODECS)
def test_no_drift_after_a_thousand_edits(units: str, tmp_path: Path) -> None:
    """
    After a thousand edits of a story, and a thousand of its claims file, a server that saw them all shows what a
    fresh one does that is given the same texts.
    """
    claims, story = workspace(tmp_path)
    general = {"general": {"positionEncodings": [units]}}
    story_text, story_changes = edited(STORY, units, 1, 1000)
    claims_text, claims_changes = edited(CLAIMS, units, 2, 1000)
    with editor(tmp_path, **general) as old:
        addresses = old.open(claims), old.open(story)
        first = old.wait_for_marks(addresses[1], send(old, addresses[1], story_changes))
        last = [old.wait_for_marks(addresses[0], send(old, addresses[0], claims_changes))]
        old.rewrite(addresses[1], story_text, 999)
        last.append(old.wait_for_marks(addresses[1], 999))
    with editor(tmp_path, **general) as fresh:
        addresses = fresh.open(claims), fresh.open(story, story_text)
        assert fresh.wait_for_marks(addresses[1]) == first
        fresh.rewrite(addresses[0], claims_text, 2)
        fresh.rewrite(addresses[1], story_text, 999)
        assert [fresh.wait_for_marks(addresses[0], 2), fresh.wait_for_marks(addresses[1], 999)] == last
    assert len(first) > 5
