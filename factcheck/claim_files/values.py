"""
Nodes as texts and lists of texts, with a fault for every other shape.
"""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import category

from factcheck.claim_files.faults import Faults
from factcheck.claim_files.series_values import LISTS, read_day, value_fault
from factcheck.claims import Text
from factcheck.errors import WrittenError
from factcheck.files.yaml_events import Node

MAX_LIST = 1000
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Me", "Mn", "Zl", "Zp", "Zs"})
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and a symbol by their category, and blank

Fault = tuple[str, str]
Check = Callable[[str], Fault | None]


def read_word(node: Node, name: str, faults: Faults, check: Check | None = None) -> str | None:
    """One text that is not blank; None with a fault otherwise."""
    text = node.content
    if type(text) is not str:
        shape = "a list" if isinstance(text, list) else "a mapping"
        faults.add(node, f"{name} takes one value, not {shape}", _one_value_hint(name, node))
        return None
    if is_blank(text):
        faults.add(node, f"{name} has no value", f"write one after the colon, or leave {name} out")
        return None
    if check is not None and (fault := check(text)) is not None:
        faults.add(node, *fault)
        return None
    return text


def is_blank(text: str) -> bool:
    """Whether a text has nothing that anyone sees: white space, invisible characters, marks without a letter."""
    if text.isascii():
        return not text or text.isspace()
    return all(category(char) in _UNSEEN or char in _FILLERS for char in text)


def read_list(node: Node, name: str, faults: Faults, check: Check | None = None) -> tuple[str, ...] | None:
    """A list of texts; a faulty item has its own fault."""
    items = node.content
    if not isinstance(items, list):
        faults.add(node, f"{name} takes a list", f"write {name}: [one, another]")
        return None
    if not items:
        faults.add(node, f"{name} is an empty list", f"fill it, or leave {name} out")
        return None
    if len(items) > MAX_LIST:
        faults.add(node, f"{name} has {len(items)} items", f"at most {MAX_LIST} are read")
        return None
    read = [read_word(item, f"an item of {name}", faults, check) for item in items]
    return tuple(text for text in read if text is not None) if None not in read else None


def read_text_or_list(node: Node, name: str, faults: Faults, check: Check | None = None) -> Text | None:
    """One text or a list of texts."""
    if isinstance(node.content, list):
        return read_list(node, name, faults, check)
    return read_word(node, name, faults, check)


def read_key(node: Node, name: str, faults: Faults) -> Text | None:
    """The value of a series or figure key."""
    content = node.content
    if name in LISTS and isinstance(content, list):
        return read_list(node, name, faults, lambda text: value_fault(name, text))
    if type(content) is str and content and value_fault(name, content) is None:
        return content  # the usual case, first
    return read_word(node, name, faults, lambda text: value_fault(name, text))


def day_fault(text: str) -> Fault | None:
    """What is wrong with a day."""
    try:
        read_day(text)
    except WrittenError as error:
        return error.what, error.hint
    return None


def _one_value_hint(name: str, node: Node) -> str:
    first = node.content[0].content if isinstance(node.content, list) and node.content else None
    return f"write {name}: {first[:40]}" if isinstance(first, str) and first else f"write {name}: and one text"
