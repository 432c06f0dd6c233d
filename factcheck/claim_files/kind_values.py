"""
The use of a kind: its short form spelled out, its keys read by their types, its required keys looked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from factcheck.claim_files.faults import Faults, choice_hint, did_you_mean, shown
from factcheck.claim_files.series_values import period_fault, value_fault
from factcheck.claim_files.values import Fault, read_key, read_text_or_list, read_word
from factcheck.claims import FIGURE_KEYS, SERIES_KEYS, KindUse, Text
from factcheck.files.yaml_events import Entry, Node
from factcheck.kinds import KINDS, Key, KeyType, Kind
from factcheck.kinds.context import PREVIOUS

#: Keys that stand on the claim only.
CLAIM_ONLY: tuple[str, ...] = ("id", "quote", "note", "ignore", "why", "seen", "todo")
MEMBERS = ("countries", "blocs")
_EVENT = re.compile(r"[a-z0-9][a-z0-9_-]{0,119}")

Option = Text | Mapping[str, Text]


def allowed_keys(kind: Kind) -> list[str]:
    """The keys that may stand inside a kind, its own first."""
    figure_keys = FIGURE_KEYS if kind.figure else ()
    return list(dict.fromkeys((*kind.keys, *figure_keys, *(SERIES_KEYS if kind.series else ()))))


_ALLOWED: Mapping[str, frozenset[str]] = {kind.name: frozenset(allowed_keys(kind)) for kind in KINDS.values()}


def read_use(kind: Kind, entry: Entry, reporter: str | None, faults: Faults) -> KindUse | None:
    """
    One kind of a claim; None with faults where it cannot be read.

    Args:
        kind: the kind.
        entry: its key and value.
        reporter: the reporter that claim and ``about`` name, as written, for fiscal years.
        faults: where faults go.
    """
    content = entry.value.content
    if isinstance(content, dict):
        return _long_form(kind, entry, content, reporter, faults)
    if not content:
        faults.add(entry.value, f"{kind.name} has no value", f"write {long_form(kind)}")
        return None
    if not kind.short:
        faults.add(entry.value, f"{kind.name} has no short form", f"write {long_form(kind)}")
        return None
    if isinstance(content, list) and kind.keys[kind.short].type is not KeyType.PERIODS:
        faults.add(entry.value, f"{kind.name} takes one {kind.short}, not a list", "write one claim for each")
        return None
    option = _read_option(entry.value, kind.short, kind.keys[kind.short], reporter, faults)
    return None if option is None else KindUse(kind.name, {kind.short: option})


def long_form(kind: Kind) -> str:
    """How the kind is written, from its example."""
    lines = (line.strip() for line in kind.example.splitlines())
    return next((line for line in lines if line.startswith(f"{kind.name}:")), f"{kind.name}: {{…}}")


def _long_form(
    kind: Kind, entry: Entry, content: dict[str, Entry], reporter: str | None, faults: Faults
) -> KindUse | None:
    before = len(faults.found)
    own = content.get("reporter")
    if own is not None and isinstance(own.value.content, str):
        reporter = own.value.content
    options: dict[str, Option] = {}
    for name, (key, value) in content.items():
        spec = kind.keys.get(name)
        if spec is not None:
            option = _read_option(value, name, spec, reporter, faults)
        elif (name in SERIES_KEYS and kind.series) or (name in FIGURE_KEYS and kind.figure):
            option = read_key(value, name, faults)
        else:
            faults.add(key, *_misplaced(name, kind))
            continue
        if option is not None:
            options[name] = option
    if content.keys() <= _ALLOWED[kind.name]:  # else the unknown key may be the one that is missing
        _look_for_required(kind, entry, content, faults)
    return KindUse(kind.name, options) if len(faults.found) == before else None


def _look_for_required(kind: Kind, entry: Entry, content: dict[str, Entry], faults: Faults) -> None:
    for group in kind.required:
        there = [name for name in content if name in group]
        if not there:
            wanted = " or ".join(filter(None, [", ".join(group[:-1]), group[-1]]))
            faults.add(entry.key, f"{kind.name} needs {wanted}", f"write it as in {long_form(kind)}")
        elif len(there) > 1:
            second = content[there[1]].key
            faults.add(second, f"{' and '.join(there)} exclude each other", f"keep one of them in each {kind.name}")


def _misplaced(name: str, kind: Kind) -> Fault:
    """What a key that the kind does not have is doing there."""
    if not name:
        return "a key is missing before the colon", f"allowed here: {', '.join(allowed_keys(kind))}"
    if name in CLAIM_ONLY:
        return f"{name} stands on the claim only", f"move it one level out, beside {kind.name}"
    if name in KINDS:
        return f"{name} is a kind and stands on the claim", f"move it one level out, beside {kind.name}"
    if name in SERIES_KEYS:
        return f"{kind.name} is of no series, so {name} has no place in it", "leave it out"
    if name in FIGURE_KEYS:
        return f"{kind.name} takes no figure, so {name} has no place in it", "leave it out"
    elsewhere = [other.name for other in KINDS.values() if name in other.keys]
    if elsewhere:
        hint = f"allowed here: {', '.join(allowed_keys(kind))}"
        return f"{name} stands in {' and '.join(elsewhere)}, not in {kind.name}", hint
    return f"unknown key {shown(name)} in {kind.name}", choice_hint(name, allowed_keys(kind))


def _read_option(node: Node, name: str, spec: Key, reporter: str | None, faults: Faults) -> Option | None:
    """The value of one of the kind's own keys."""
    content = node.content
    mapping = isinstance(content, dict)
    match spec.type:
        case KeyType.PERIOD if type(content) is str and content and period_fault(content, reporter) is None:
            return content  # the usual case, first
        case KeyType.PERIOD:
            return read_word(node, name, faults, lambda text: period_fault(text, reporter))
        case KeyType.PERIODS:
            return read_text_or_list(node, name, faults, lambda text: period_fault(text, reporter))
        case KeyType.BASE:
            return read_word(node, name, faults, lambda text: _base_fault(text, reporter))
        case KeyType.SERIES:
            return _read_series(node, name, faults)
        case KeyType.PERIOD_OR_SERIES if mapping:
            return _read_series(node, name, faults)
        case KeyType.PERIOD_OR_SERIES:
            return read_word(node, name, faults, lambda text: period_fault(text, reporter))
        case KeyType.MEMBERS:
            check = _place_fault if isinstance(node.content, list) else _one_of(name, MEMBERS, "or a list of places")
            return read_text_or_list(node, name, faults, check)
        case KeyType.YES:
            return read_word(node, name, faults, _yes_fault)
        case KeyType.WORD:
            return read_word(node, name, faults, _one_of(name, spec.choices))
        case KeyType.EVENT:
            return read_word(node, name, faults, _event_fault)
        case KeyType.TEXT:
            return read_word(node, name, faults)


def _read_series(node: Node, name: str, faults: Faults) -> dict[str, Text] | None:
    """A mapping of series keys, as under ``of:``, ``less:`` and ``whole:``."""
    content = node.content
    if not isinstance(content, dict):
        faults.add(node, f"{name} takes series keys", f"write {name}: {{partner: World}}")
        return None
    if not content:
        faults.add(node, f"{name} is empty", f"write {name}: {{partner: World}}")
    read: dict[str, Text] = {}
    for key_name, (key, value) in content.items():
        if key_name not in SERIES_KEYS:
            what = f"unknown key {shown(key_name)} in {name}"
            if key_name in KINDS or key_name in CLAIM_ONLY or key_name in FIGURE_KEYS:
                what = f"{key_name} has no place in {name}, which takes series keys"
            faults.add(key, what, choice_hint(key_name, SERIES_KEYS))
        elif (text := read_key(value, key_name, faults)) is not None:
            read[key_name] = text
    return read


def _base_fault(text: str, reporter: str | None) -> Fault | None:
    if text == PREVIOUS:
        return None
    fault = period_fault(text, reporter)
    if fault is not None and did_you_mean(text, [PREVIOUS]):
        return f"unknown base {shown(text)}", "write previous, or a period"
    return fault


def _place_fault(text: str) -> Fault | None:
    return value_fault("partner", text)


def _yes_fault(text: str) -> Fault | None:
    return None if text in ("yes", "no") else (f"{shown(text)} is neither yes nor no", "write yes or no")


def _event_fault(text: str) -> Fault | None:
    if _EVENT.fullmatch(text):
        return None
    return f"{shown(text)} is no id of an event", "factcheck lookup lists events with their ids"


def _one_of(name: str, words: tuple[str, ...], more: str = "") -> Callable[[str], Fault | None]:
    def check(text: str) -> Fault | None:
        if text in words:
            return None
        return f"unknown {name} {shown(text)}", f"{choice_hint(text, words)} {more}".rstrip()

    return check
