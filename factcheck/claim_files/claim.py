"""
One claim of a file: its own keys, its kinds, and what every claim must have.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.claim_files.faults import Faults, choice_hint, did_you_mean, shown
from factcheck.claim_files.ids import ID, LONGEST_ID, Ids, base_id, base_id_without_kind, slug
from factcheck.claim_files.kind_values import CLAIM_ONLY, read_use
from factcheck.claim_files.locations import ClaimLocations
from factcheck.claim_files.values import Fault, day_fault, read_key, read_text_or_list, read_word
from factcheck.claims import FIGURE_KEYS, SERIES_KEYS, Claim, KindUse, Text
from factcheck.files.yaml_events import Entry, Node
from factcheck.kinds import KINDS
from factcheck.rules import RULES

SEEN_KEYS = ("source", "by", "on")
#: Every key that may stand on a claim, in the order in which people look for them.
CLAIM_KEYS: tuple[str, ...] = (*CLAIM_ONLY, *KINDS, *FIGURE_KEYS, *SERIES_KEYS)
_KNOWN = frozenset(CLAIM_KEYS)
_KIND_KEYS = frozenset(name for kind in KINDS.values() for name in kind.keys) - _KNOWN
_SEEN_HINT = "write seen: {source: where, by: who, on: 2025-07-14}"


class Surroundings(NamedTuple):
    """What a claim stands in: its file, the keys under ``about`` and where they are, the faults and ids of the file."""

    path: str
    about: Mapping[str, Text]
    about_node: Node | None
    faults: Faults
    ids: Ids


def read_claim(node: Node, around: Surroundings) -> Claim | None:
    """One claim with its id; None with faults where it cannot be read."""
    content, faults = node.content, around.faults
    if not isinstance(content, dict):
        faults.add(node, "a claim is a mapping of keys", 'write - quote: "…" and below it a kind, as in level: 2024')
        return None
    before = len(faults.found)
    reporter = _reporter(content, around.about)
    own: dict[str, Entry] = {}
    keys: dict[str, Text] = {}
    kinds: list[KindUse] = []
    for name, entry in content.items():
        if name in KINDS:
            use = read_use(KINDS[name], entry, reporter, faults)
            if use is not None:
                kinds.append(use)
        elif name in CLAIM_ONLY:
            own[name] = entry
        elif name in _KNOWN:
            value = read_key(entry.value, name, faults)
            if value is not None:
                keys[name] = value
        else:
            faults.add(entry.key, *_unknown(name))
    claim = _claim(node, own, keys, tuple(kinds), around)
    _check_whole(node, content, faults)
    return claim if len(faults.found) == before else None


def _claim(
    node: Node, own: dict[str, Entry], keys: dict[str, Text], kinds: tuple[KindUse, ...], around: Surroundings
) -> Claim:
    faults = around.faults
    seen = _read_seen(own["seen"], faults) if "seen" in own else None
    ignore = read_text_or_list(own["ignore"].value, "ignore", faults, _rule_fault) if "ignore" in own else None
    todo = read_text_or_list(own["todo"].value, "todo", faults) if "todo" in own else None
    words = {
        name: read_word(own[name].value, name, faults, _id_fault if name == "id" else None) or ""
        for name in ("id", "quote", "note", "why")
        if name in own
    }
    return Claim(
        id=words.get("id") or around.ids.give(_base(kinds, keys, around.about, own)),
        quote=words.get("quote", ""),
        kinds=kinds,
        keys=keys,
        note=words.get("note", ""),
        ignore=(ignore,) if isinstance(ignore, str) else ignore or (),
        why=words.get("why", ""),
        seen=seen,
        todo=todo or "",
        locations=ClaimLocations(around.path, node, around.about_node),
        line=faults.line_of(own["quote"].value if "quote" in own else node),
    )


def _base(
    kinds: tuple[KindUse, ...], keys: Mapping[str, Text], about: Mapping[str, Text], own: Mapping[str, Entry]
) -> str:
    if kinds:
        return base_id(kinds[0], keys, about)
    return base_id_without_kind("seen" if "seen" in own else "todo", keys, about)


def _check_whole(node: Node, content: dict[str, Entry], faults: Faults) -> None:
    """What no key can say by itself."""
    kinds = [name for name in content if name in KINDS]
    if content.keys() <= _KNOWN:  # else the unknown key may be the one that is missing
        if not kinds and "seen" not in content and "todo" not in content:
            hint = f"add a kind, seen or todo; kinds are {', '.join(KINDS)}"
            faults.add(node, "the claim says nothing to check", hint)
        if "quote" not in content and not _has_figure(content, kinds):
            faults.add(node, "the claim has neither quote nor figure", 'write quote: "the words of the article"')
    for name in FIGURE_KEYS:
        if name in content:
            fault = _figure_key_fault(name, kinds)
            if fault is not None:
                faults.add(content[name].key, *fault)
    if "ignore" in content and "why" not in content:
        faults.add(content["ignore"].key, "ignore needs why", 'write why: "the reason" beside it')
    if "why" in content and "ignore" not in content:
        faults.add(content["why"].key, "why gives the reason for ignore, and nothing is ignored", "write note instead")


def _has_figure(content: dict[str, Entry], kinds: list[str]) -> bool:
    uses = (content[kind].value.content for kind in kinds)
    return "figure" in content or any(isinstance(use, dict) and "figure" in use for use in uses)


def _figure_key_fault(name: str, kinds: list[str]) -> Fault | None:
    if len(kinds) > 1:
        return (
            f"the claim has {len(kinds)} kinds ({', '.join(kinds)}), so {name} must go inside one of them",
            f"write {kinds[0]}: {{…, {name}: …}}",
        )
    if not kinds or KINDS[kinds[0]].figure or name in KINDS[kinds[0]].keys:
        return None
    return f"{kinds[0]} takes no figure, so {name} has no place beside it", "leave it out"


def _read_seen(entry: Entry, faults: Faults) -> Mapping[str, str] | None:
    """What a person saw, who and when; all three are needed."""
    content = entry.value.content
    if not isinstance(content, dict):
        faults.add(entry.value, "seen takes source, by and on", _SEEN_HINT)
        return None
    seen: dict[str, str] = {}
    for name, (key, value) in content.items():
        if name not in SEEN_KEYS:
            faults.add(key, f"unknown key {shown(name)} in seen", choice_hint(name, SEEN_KEYS))
        elif (text := read_word(value, name, faults, day_fault if name == "on" else None)) is not None:
            seen[name] = text
    missing = [name for name in SEEN_KEYS if name not in content]
    if missing:
        faults.add(entry.key, f"seen needs {' and '.join(missing)}", _SEEN_HINT)
    return seen


def _reporter(content: dict[str, Entry], about: Mapping[str, Text]) -> str | None:
    own = content.get("reporter")
    found = about.get("reporter") if own is None else own.value.content
    return found if isinstance(found, str) else None


def _unknown(name: str) -> Fault:
    if not name:
        return "a key is missing before the colon", f"allowed here: {', '.join(CLAIM_KEYS)}"
    if name in _KIND_KEYS:
        homes = [kind.name for kind in KINDS.values() if name in kind.keys]
        return f"{name} stands inside the kind only", f"write it in braces: {homes[0]}: {{{name}: …}}"
    near = did_you_mean(name, CLAIM_KEYS)
    return f"unknown key {shown(name)}", f"{near} allowed here: {', '.join(CLAIM_KEYS)}".lstrip()


def _id_fault(text: str) -> Fault | None:
    if ID.fullmatch(text):
        return None
    if len(text) > LONGEST_ID:
        return f"the id {shown(text)} has {len(text)} characters", f"at most {LONGEST_ID} are allowed"
    wanted = slug(text).lstrip("_-")
    example = f"write {wanted}" if wanted else "write one as in growth-2024"
    return f"{shown(text)} is no id: small letters, digits, - and _, a letter or digit first", example


def _rule_fault(text: str) -> Fault | None:
    if text in RULES:
        return None
    near = did_you_mean(text, RULES)
    return f"unknown rule {shown(text)}", f"{near} factcheck rules lists them all".lstrip()
