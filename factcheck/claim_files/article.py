"""
One claims file: what stands at its top, and its claims.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from factcheck.claim_files.claim import CLAIM_KEYS, Surroundings, read_claim
from factcheck.claim_files.faults import Faults, choice_hint, did_you_mean, shown
from factcheck.claim_files.ids import Ids
from factcheck.claim_files.series_values import read_day
from factcheck.claim_files.values import Fault, day_fault, read_key, read_word
from factcheck.claims import SERIES_KEYS, Article, Claim, Text
from factcheck.errors import Location
from factcheck.files.yaml_events import Entry, Node
from factcheck.kinds import KINDS

ARTICLE_KEYS: tuple[str, ...] = ("article", "title", "published", "about", "claims")
_TOP_HINT = "write claims: and below it a list, - quote: …"


def read_article(root: Node | None, path: str, faults: Faults) -> Article | None:
    """
    The article of a document, its draft not yet read; None with faults where it cannot be read.

    Args:
        root: the document's node, None where it has none.
        path: the file, as given.
        faults: where faults go.
    """
    top = Node("", 1, 1)
    if root is None or root.content == "":
        faults.add(top, "the file is empty", _TOP_HINT)
        return None
    content = root.content
    if not isinstance(content, dict):
        what = "a list" if isinstance(content, list) else "a text"
        faults.add(root, f"the file is {what}, not a mapping with the key claims", _TOP_HINT)
        return None
    for name, (key, _) in content.items():
        if name not in ARTICLE_KEYS:
            faults.add(key, *_unknown(name))
    words = {
        name: read_word(content[name].value, name, faults, day_fault if name == "published" else None)
        for name in ("article", "title", "published")
        if name in content
    }
    about = _read_about(content.get("about"), faults)
    claims = _read_claims(content, root, about, path, faults)
    return Article(
        path=path,
        claims=claims,
        draft=words.get("article") or "",
        title=words.get("title") or "",
        published=_day(words.get("published")),
        about=about,
        about_locations=_locations(content.get("about"), path),
    )


def _read_about(entry: Entry | None, faults: Faults) -> dict[str, Text]:
    if entry is None:
        return {}
    content = entry.value.content
    if not isinstance(content, dict):
        faults.add(entry.value, "about takes series keys", "write about: {reporter: China, partner: Russia}")
        return {}
    about: dict[str, Text] = {}
    for name, (key, value) in content.items():
        if name not in SERIES_KEYS:
            faults.add(key, *_not_about(name))
        elif (text := read_key(value, name, faults)) is not None:
            about[name] = text
    return about


def _not_about(name: str) -> Fault:
    allowed = f"allowed here: {', '.join(SERIES_KEYS)}"
    if name in ARTICLE_KEYS:
        return f"{name} stands at the top of the file", "move it one level out, beside about"
    if name in CLAIM_KEYS or any(name in kind.keys for kind in KINDS.values()):
        return f"{name} stands on a claim or in a kind, not under about", allowed
    return f"unknown key {shown(name)} in about", choice_hint(name, SERIES_KEYS)


def _read_claims(
    content: dict[str, Entry], root: Node, about: Mapping[str, Text], path: str, faults: Faults
) -> tuple[Claim, ...]:
    entry = content.get("claims")
    if entry is None:
        faults.add(root, "the file has no claims", _TOP_HINT)
        return ()
    nodes = entry.value.content
    if not isinstance(nodes, list):
        if nodes == "":
            faults.add(entry.key, "claims is empty", _TOP_HINT)
        else:
            faults.add(entry.value, "claims is not a list", "begin each claim with - and a space")
        return ()
    if not nodes:
        faults.add(entry.value, "claims is empty", _TOP_HINT)
    about_entry = content.get("about")
    around = Surroundings(
        path, about, None if about_entry is None else about_entry.value, faults, Ids(_written_ids(nodes, faults))
    )
    claims: list[Claim] = []
    for node in nodes:
        claim = read_claim(node, around)
        if claim is not None:
            claims.append(claim)
        if faults.full:  # what follows would not be shown
            break
    return tuple(claims)


def _written_ids(nodes: list[Node], faults: Faults) -> frozenset[str]:
    """The ids that are written in the file, looked through first so that none is made twice."""
    first: dict[str, Node] = {}
    for node in nodes:
        entry = node.content.get("id") if isinstance(node.content, dict) else None
        if entry is None or not isinstance(entry.value.content, str):
            continue
        name, at = entry.value.content, entry.value
        if name in first:
            line = first[name].line
            faults.add(at, f"the id {shown(name)} is taken by the claim at line {line}", "give each claim its own")
        else:
            first[name] = at
    return frozenset(first)


def _unknown(name: str) -> Fault:
    allowed = f"allowed here: {', '.join(ARTICLE_KEYS)}"
    if name in SERIES_KEYS:
        return f"{name} stands under about, on a claim or in a kind", f"write about: {{{name}: …}}"
    if name in CLAIM_KEYS:
        return f"{name} stands on a claim", "move it below claims:"
    if not name:
        return "a key is missing before the colon", allowed
    return f"unknown key {shown(name)}", f"{did_you_mean(name, ARTICLE_KEYS)} {allowed}".lstrip()


def _day(text: str | None) -> date | None:
    return None if text is None else read_day(text)


def _locations(entry: Entry | None, path: str) -> dict[str, Location]:
    if entry is None or not isinstance(entry.value.content, dict):
        return {}
    return {name: Location(path, value.line, value.column) for name, (_, value) in entry.value.content.items()}
