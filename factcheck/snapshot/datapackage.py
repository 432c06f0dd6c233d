"""
The description of a source: its ``datapackage.json``, a Data Package with a few words of our own.

Our own are ``publisher``, ``retrieved``, ``attribution``, ``valuation``, ``datasets``, ``explained``, and of a resource
``holds``: what its rows are.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from factcheck.errors import Location, PeriodError, WrittenError
from factcheck.periods import Period
from factcheck.snapshot.package import DEFAULT_REVISION, Dataset, Explained, Licence, Package, Resource
from factcheck.snapshot.problems import Problems
from factcheck.snapshot.table import INVISIBLE, LONGEST_FIELD

HOLDS = ("observations", "rates", "events", "commodities")
#: What the rows of a source are tested on; see ``identities``.
IDENTITIES = ("flows", "balance", "cumulative", "growth")
_MOST_ITEMS = 300
_LARGEST_REVISION = Fraction(1, 10)  # a wider one would make any growth rate a match

_NAME = re.compile("[a-z0-9](?:-?[a-z0-9]){0,63}")
_DATASET = re.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_PATH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,120}\.csv")
_HASH = re.compile("sha256:[0-9a-f]{64}")
_BREAKS = re.compile("[\t\n]")
_REVISION = re.compile(r"0(?:\.[0-9]{1,6})?")

_KEYS: dict[str, tuple[str, ...]] = {
    "package": (
        "profile", "name", "id", "title", "description", "publisher", "homepage", "version", "created", "keywords",
        "licenses", "sources", "contributors", "attribution", "valuation", "retrieved", "datasets", "explained",
        "resources", "warehouse",
    ),
    "resource": (
        "name", "path", "profile", "title", "description", "holds", "format", "mediatype", "encoding", "bytes", "hash",
        "schema", "licenses", "sources",
    ),
    "dataset": ("id", "title", "revision", "vintage", "valuation"),
    "licence": ("name", "path", "title"),
    "explained": ("identity", "dataset", "reporter", "partner", "flow", "period", "unit", "reason"),
}  # fmt: skip
_MEANT = {
    "licences": "licenses",
    "license": "licenses",
    "license_name": "licenses",
    "sha256": "hash",
    "retrieval": "retrieved",
}


def read_package(path: str, folder: str, text: str, problems: Problems) -> Package | None:
    """
    Read a description; what is wrong with it goes to ``problems``.

    Args:
        path: how errors name the file.
        folder: the name of the folder, which is the id of the source.
        text: the file.
        problems: where faults go.
    """
    before = len(problems)
    told = _parse(path, text, problems)
    if told is None:
        return None
    reader = _Reader(path, text, problems)
    package = reader.package(told, folder)
    return package if len(problems) == before else None


def _parse(path: str, text: str, problems: Problems) -> Mapping[str, Any] | None:
    try:
        told = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        problems.add(Location(path, error.lineno, error.colno), f"no valid JSON: {error.msg.lower()}", "mend the JSON")
        return None
    except RecursionError:
        problems.add(Location(path, 1, 1), "the JSON is nested too deeply", "a description has four levels")
        return None
    except WrittenError as error:
        problems.add_written(Location(path, *_find(text, error.what)), error)
        return None
    if not isinstance(told, dict):
        problems.add(Location(path, 1, 1), "the description is no JSON object", 'begin it with { "name": ...')
        return None
    return told


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise WrittenError(f"key {key[:40]!r} stands twice", "keep one of them")
        found[key] = value
    return found


def _refuse(constant: str) -> Any:
    raise WrittenError(f"{constant} is no number here", "write the number in digits")


def _find(text: str, what: str) -> tuple[int, int]:
    """Line and column of the last place where a key or value in quotes stands; the start where it is not found."""
    quoted = re.search("'([^']{1,40})'", what)
    offset = text.rfind(f'"{quoted[1]}"') if quoted else -1
    if offset < 0:
        return 1, 1
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def place_in(path: str, text: str, near: str) -> Location:
    """The last place in a description where a key or value stands in quotes; its start where it does not."""
    return Location(path, *_find(text, f"'{near}'"))


class _Reader:
    """Reads the parts of one description."""

    def __init__(self, path: str, text: str, problems: Problems) -> None:
        self.path, self.text, self.problems = path, text, problems

    def wrong(self, near: str, what: str, hint: str) -> None:
        self.problems.add(self.location(near), what, hint)

    def location(self, near: str) -> Location:
        if self.problems.enough:  # searching the text for each of thousands would take minutes
            return Location(self.path, 1, 1)
        return place_in(self.path, self.text, near)

    def package(self, told: Mapping[str, Any], folder: str) -> Package:
        self.keys("package", told)
        name = self.words(told, "name", needed=True)
        if name and not _NAME.fullmatch(folder):
            self.wrong("name", f"the folder's name {folder[:64]!r} is no id", "use small letters, digits and hyphens")
        elif name and name != folder:
            self.wrong(name[:40], f"the name {name[:64]!r} is not that of the folder", f"write {folder}")
        self.day(told)
        return Package(
            name=name,
            title=self.words(told, "title", needed=True),
            publisher=self.words(told, "publisher", needed=True),
            homepage=self.address(told, "homepage"),
            licences=tuple(self.licence(item) for item in self.items(told, "licenses", "licence", needed=True)),
            attribution=self.words(told, "attribution"),
            valuation=self.words(told, "valuation"),
            retrieved=self.words(told, "retrieved"),
            datasets=self.datasets(told),
            explained=tuple(self.explained(item) for item in self.items(told, "explained", "explained")),
            resources=self.resources(told),
            warehouse=self.warehouse(told),
        )

    def keys(self, part: str, told: Mapping[str, Any]) -> None:
        known = _KEYS[part]
        for key in told:
            if key not in known:
                meant = _MEANT.get(key.lower())
                hint = f"write {meant}" if meant in known else f"the keys of a {part} are {', '.join(known)}"
                self.wrong(key[:40], f"unknown key {key[:40]!r}", hint)

    def words(self, told: Mapping[str, Any], key: str, *, needed: bool = False) -> str:
        value = told.get(key, "")
        if not isinstance(value, str):
            self.wrong(key, f"{key!r} is no text", "write it in quotes")
            return ""
        if needed and not value.strip():
            self.wrong(key, f"{key!r} is missing", f"every source says its {key}")
        if len(value) > LONGEST_FIELD:
            self.wrong(key, f"{key!r} has {len(value)} characters, at most {LONGEST_FIELD} are kept", "shorten it")
            return ""
        if odd := INVISIBLE.search(value) or _BREAKS.search(value):
            self.wrong(key, f"{key!r} holds the character U+{ord(odd[0]):04X}", "write one line of visible text")
            return ""
        return value

    def address(self, told: Mapping[str, Any], key: str) -> str:
        value = self.words(told, key)
        if value and not value.startswith(("https://", "http://")):
            self.wrong(key, f"{key!r} is no web address: {value[:60]!r}", "begin it with https://")
        return value

    def day(self, told: Mapping[str, Any]) -> None:
        value = self.words(told, "retrieved")
        try:
            if value and Period.parse(value).freq not in ("D", "M"):
                raise PeriodError(f"'retrieved' is no day: {value[:40]!r}", "write 2026-11-23, or 2026-11")
        except PeriodError as error:
            self.problems.add_written(self.location("retrieved"), error)

    def items(self, told: Mapping[str, Any], key: str, part: str, *, needed: bool = False) -> list[Mapping[str, Any]]:
        value = told.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.wrong(
                key, f"{key!r} is no list of objects", f"write it as [ {{ ... }} ], each with {_KEYS[part][0]!r}"
            )
            return []
        if len(value) > _MOST_ITEMS:
            self.wrong(key, f"{key!r} has {len(value)} entries", f"at most {_MOST_ITEMS} are read")
            return []
        if needed and not value:
            self.wrong(key, f"{key!r} is missing", f"name at least one, with its {_KEYS[part][0]!r}")
        for item in value:
            self.keys(part, item)
        return value

    def licence(self, told: Mapping[str, Any]) -> Licence:
        return Licence(self.words(told, "name", needed=True), self.words(told, "title"), self.address(told, "path"))

    def datasets(self, told: Mapping[str, Any]) -> tuple[Dataset, ...]:
        found = tuple(self.dataset(item) for item in self.items(told, "datasets", "dataset"))
        for twice in _repeated(dataset.id for dataset in found):
            self.wrong(twice, f"dataset {twice!r} stands twice", "describe each dataset once")
        return found

    def dataset(self, told: Mapping[str, Any]) -> Dataset:
        name = self.words(told, "id", needed=True)
        if name and not _DATASET.fullmatch(name):
            self.wrong(name[:40], f"{name[:40]!r} is no id of a dataset", "use letters, digits, points, _ and -")
        return Dataset(
            name,
            self.words(told, "title"),
            self.revision(told),
            self.words(told, "vintage"),
            self.words(told, "valuation"),
        )

    def revision(self, told: Mapping[str, Any]) -> Fraction:
        value = self.words(told, "revision")
        if not value:
            return DEFAULT_REVISION
        if not _REVISION.fullmatch(value) or Fraction(Decimal(value)) > _LARGEST_REVISION:
            self.wrong("revision", f"'revision' is no fraction from 0 to 0.1: {value[:20]!r}", "write 1.5 % as 0.015")
            return DEFAULT_REVISION
        return Fraction(Decimal(value))

    def explained(self, told: Mapping[str, Any]) -> Explained:
        identity = self.words(told, "identity", needed=True)
        if identity and identity not in IDENTITIES:
            self.wrong(identity[:40], f"unknown identity {identity[:40]!r}", f"write one of {', '.join(IDENTITIES)}")
        cell = tuple((key, self.words(told, key)) for key in _KEYS["explained"][1:-1] if key in told)
        reason = self.words(told, "reason", needed=True)
        return Explained(identity, cell, reason, self.location(reason[:40] or "explained"))

    def warehouse(self, told: Mapping[str, Any]) -> Mapping[str, Any] | None:
        value = told.get("warehouse")
        if "warehouse" in told and not isinstance(value, dict):
            self.wrong("warehouse", "'warehouse' is no object", 'write it as { "kind": ..., "columns": { ... } }')
        elif value is not None and "resources" in told:
            self.wrong("warehouse", "the figures lie in tables and in a warehouse", "keep 'resources' or 'warehouse'")
        return value if isinstance(value, dict) else None

    def resources(self, told: Mapping[str, Any]) -> tuple[Resource, ...]:
        needed = "warehouse" not in told
        found = tuple(self.resource(item) for item in self.items(told, "resources", "resource", needed=needed))
        for twice in _repeated(resource.path for resource in found if resource.path):
            self.wrong(twice, f"the file {twice!r} is named twice", "describe each file once")
        return found

    def resource(self, told: Mapping[str, Any]) -> Resource:
        path, holds = self.words(told, "path", needed=True), self.words(told, "holds") or "observations"
        if path and not _PATH.fullmatch(path):
            hint = "name a .csv file that lies beside datapackage.json, in letters, digits, points, _ and -"
            self.wrong(path[:40], f"{path[:40]!r} is no file of this folder", hint)
            path = ""
        if holds not in HOLDS:
            self.wrong("holds", f"'holds' is unknown: {holds[:40]!r}", f"write one of {', '.join(HOLDS)}")
        encoding = self.words(told, "encoding")
        if encoding.lower() not in ("", "utf-8", "utf8"):
            self.wrong("encoding", f"'encoding' is {encoding[:20]!r}", "save the file as UTF-8 and write utf-8")
        digest, size = self.words(told, "hash"), self.words(told, "bytes")
        if digest and not _HASH.fullmatch(digest):
            self.wrong("hash", f"'hash' is no SHA-256: {digest[:20]!r}", "write sha256: and 64 hexadecimal digits")
        if size and not re.fullmatch("[0-9]{1,12}", size):
            self.wrong("bytes", f"'bytes' is no size: {size[:20]!r}", "write the size of the file in bytes")
            size = ""
        return Resource(path, holds, digest, int(size) if size else None)


def _repeated(names: Iterable[str]) -> list[str]:
    return sorted(name for name, count in Counter(names).items() if count > 1)
