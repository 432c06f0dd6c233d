"""
The file of a baseline: JSON, an entry a line, read strictly.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from factcheck.baseline.entries import LENGTH, Baseline, Entry, Key
from factcheck.errors import Location, Problem, SettingsError, SettingsFileError
from factcheck.evidence.strict_json import read_json
from factcheck.files.text_file import MAX_PROBLEMS, MIB, RefusedFile, lines_of, read_bytes
from factcheck.files.write_file import write_bytes
from factcheck.rules import Verdict

NAME = "factcheck-baseline.json"
VERSION = 1
MAX_SIZE = 16 * MIB
ABOUT = "Findings that are known and do not fail a run of factcheck verify. Writing it again only removes some."
VERDICTS = frozenset({Verdict.MATCH, Verdict.DISCREPANCY, Verdict.INCONSISTENT, Verdict.UNRESOLVED})
KEYS = ("path", "id", "rule", "verdict", "fingerprint", "why")
LONGEST = 1000  # characters of a text in it
RESTORE = "restore it from version control, or delete it and write it anew: factcheck verify --write-baseline"
_RULE = re.compile(r"[a-z0-9-]{1,60}")
_FINGERPRINT = re.compile(rf"[0-9a-f]{{{LENGTH}}}")


class BaselineFile(NamedTuple):
    """
    A baseline on disk.

    Attributes:
        shown: its path in messages.
        place: where it is, links not followed.
        root: the folder, links followed, that it must lie in.
    """

    shown: str
    place: str
    root: str

    def exists(self) -> bool:
        """Whether anything stands there, be it a link to nothing."""
        return os.path.lexists(self.place)

    def read(self) -> Baseline:
        """
        The baseline.

        Raises:
            SettingsFileError: with everything that is wrong in it.
        """
        try:
            content = read_bytes(os.path.realpath(self.place), self.shown, self.root, MAX_SIZE)
        except RefusedFile as refused:
            raise SettingsFileError((refused.problem,)) from None
        return read_baseline(content, self.shown)

    def write(self, baseline: Baseline) -> None:
        """
        Write it whole, or not at all.

        Raises:
            SettingsError: it cannot be written, would be too large, or is a link that leads out of the folder.
        """
        real = os.path.realpath(self.place)
        if not real.startswith(os.path.join(self.root, "")):
            raise SettingsError(f"{self.shown} is a link that leads out of the folder; name the place itself")
        data = baseline_text(baseline).encode("ascii")
        if len(data) > MAX_SIZE:
            raise SettingsError(f"{self.shown} would have {len(data)} bytes, at most {MAX_SIZE} are read")
        write_bytes(Path(real), data)


def baseline_file(path: str, folder: str, shown: str) -> BaselineFile:
    """
    The baseline at a path.

    Args:
        path: from the folder, or from the root.
        folder: where it starts, links followed. A baseline inside may not lead out of it; one that is named elsewhere
            may not lead out of its own folder.
        shown: its path in messages.
    """
    whole = os.path.normpath(os.path.join(folder, path))
    inside = whole.startswith(os.path.join(folder, ""))
    return BaselineFile(shown, whole, folder if inside else os.path.realpath(os.path.dirname(whole)))


def baseline_text(baseline: Baseline) -> str:
    """The text of a baseline; an entry stands on a line of its own, so that differences can be read."""
    rows = ",".join("\n" + json.dumps(_row(entry)) for entry in baseline.entries)
    return f'{{\n"version": {VERSION},\n"about": {json.dumps(ABOUT)},\n"known": [{rows}\n]\n}}\n'


def _row(entry: Entry) -> dict[str, str]:
    path, rule, verdict, fingerprint = entry.key
    row = {"path": path, "id": entry.id, "rule": rule, "verdict": verdict, "fingerprint": fingerprint}
    return {**row, "why": entry.why} if entry.why else row


def read_baseline(content: bytes, shown: str) -> Baseline:
    """
    The baseline that a text is.

    Raises:
        SettingsFileError: with everything that is wrong in it.
    """
    try:
        read = read_json(content)
    except ValueError as error:
        raise SettingsFileError((Problem(Location(shown, 1, 1), str(error), RESTORE),)) from None
    fault = _top_fault(read)
    if fault or not isinstance(read, dict):
        raise SettingsFileError((Problem(Location(shown, 1, 1), fault, RESTORE),))
    rows: list[Any] = read["known"]
    faults = [(place, _row_fault(row)) for place, row in enumerate(rows)]
    bad = [(place, fault) for place, fault in faults if fault]
    if bad:
        text = lines_of(content.decode("ascii"))
        lines = [number for number, line in enumerate(text, 1) if line.startswith("{")][1:]
        raise SettingsFileError(tuple(_problem(shown, *each, lines) for each in bad[:MAX_PROBLEMS]))
    return Baseline(tuple(_entry(row) for row in rows))


def _top_fault(read: object) -> str:
    if not isinstance(read, dict) or read.keys() - {"version", "about", "known"} or "known" not in read:
        return "it is no baseline: that has the keys version, about and known"
    if read.get("version") != VERSION or isinstance(read["version"], bool):
        return f"it is no baseline of version {VERSION}"
    return "" if isinstance(read["known"], list) else "known is no list"


def _row_fault(row: object) -> str:
    if not isinstance(row, dict) or row.keys() - set(KEYS) or set(KEYS[:-1]) - row.keys():
        return f"an entry has the keys {', '.join(KEYS[:-1])}, and perhaps why"
    if any(not isinstance(value, str) or len(value) > LONGEST for value in row.values()):
        return f"every value of an entry is a text of at most {LONGEST} characters"
    if not _is_inside(row["path"]):
        return "its path leads out of the folder"
    if row["verdict"] not in VERDICTS or not _RULE.fullmatch(row["rule"]):
        return "it has no verdict or rule that a run may fail on"
    return "" if _FINGERPRINT.fullmatch(row["fingerprint"]) else f"its fingerprint has no {LENGTH} hexadecimal digits"


def _is_inside(path: str) -> bool:
    return bool(path) and not path.startswith(("/", "~")) and "\0" not in path and ".." not in PurePosixPath(path).parts


def _problem(shown: str, place: int, fault: str, lines: list[int]) -> Problem:
    line = lines[place] if place < len(lines) else 1
    return Problem(Location(shown, line, 1), f"entry {place + 1}: {fault}", RESTORE)


def _entry(row: dict[str, str]) -> Entry:
    key = Key(row["path"], row["rule"], row["verdict"], row["fingerprint"])
    return Entry(key, row["id"], row.get("why", ""))
