"""
The stories and, for each, the statements that a careful data editor would write, made before any draft was.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

STORIES = Path(__file__).parent / "stories"
HELD_OUT = Path(__file__).parent / "held_out"  # written after rules were made for the others
#: Keys of an entry that are no expectation.
_PLACE = frozenset({"words", "figure", "or"})


class Entry(NamedTuple):
    """
    One statement of a story, or one figure of which nothing can be claimed.

    Attributes:
        words: what carries it, once in the story.
        figure: the figure among the words, where they hold more than one; else the words.
        readings: what is accepted, the preferred one first: the keys in force, or ``todo``, ``none``, ``absent`` alone.
    """

    words: str
    figure: str
    readings: tuple[Mapping[str, str], ...]

    @property
    def is_claim(self) -> bool:
        """Whether the words settle what is claimed."""
        return "kind" in self.readings[0]

    @property
    def is_none(self) -> bool:
        """Whether nothing can be claimed."""
        return "none" in self.readings[0]

    def accepts(self, key: str) -> bool:
        """Whether ``todo``, ``none`` or ``absent`` would do as well."""
        return any(key in reading for reading in self.readings)


class Story(NamedTuple):
    """A story with its entries."""

    name: str
    path: str
    entries: tuple[Entry, ...]


def stories(folder: Path = STORIES) -> tuple[Story, ...]:
    """All stories of a folder by name."""
    return tuple(_story(path) for path in sorted(folder.glob("*.md")))


def _story(path: Path) -> Story:
    text = path.with_suffix(".expected.yaml").read_text(encoding="utf-8")
    written = yaml.load(text, yaml.BaseLoader)  # noqa: S506  # every scalar stays text
    about = written["about"]
    return Story(path.stem, str(path), tuple(_entry(each, about) for each in written["figures"]))


def _entry(written: Mapping[str, Any], about: Mapping[str, str]) -> Entry:
    own = {key: value for key, value in written.items() if key not in _PLACE}
    first = _reading(own, about)
    others = [each if _is_bare(each) else _reading({**own, **each}, about) for each in written.get("or", ())]
    return Entry(written["words"], written.get("figure", written["words"]), (first, *others))


def _reading(own: Mapping[str, str], about: Mapping[str, str]) -> Mapping[str, str]:
    return {**about, **own} if "kind" in own else own


def _is_bare(reading: Mapping[str, str]) -> bool:
    """Whether a reading stands for itself; any other changes keys of the preferred one."""
    return bool({"todo", "none", "absent"} & reading.keys())
