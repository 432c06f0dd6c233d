"""
The values of settings: each checked, and a fault where it is none that could be obeyed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from factcheck.claim_files.faults import choice_hint, did_you_mean
from factcheck.rules import RULES, Severity, Verdict
from factcheck.settings.faults import Faults, shown
from factcheck.settings.model import LEVELS, Keys
from factcheck.settings.patterns import pattern_fault

MOST_PATHS, MOST_SOURCES, MOST_FORMATS, MOST_SECTIONS = 100, 50, 20, 100
LONGEST_PATH = 400
SEVERITIES = tuple(str(severity) for severity in Severity if severity is not Severity.NONE)
_SOURCE = re.compile(r"[a-z][a-z0-9-]{0,39}")
_FORMAT = re.compile(r"([a-z][a-z0-9-]{0,29})(?:=(.{1,400}))?", re.DOTALL)
#: What a file that settings name for a report is called: no file of yours has such a name by accident.
_REPORT = re.compile(
    r"factcheck\.(?:json|jsonl|sarif|xml|html|csv)"
    r"|factcheck-report(?:-[A-Za-z0-9-]{1,40})?\.(?:json|jsonl|sarif|xml|html|csv|md|txt)"
)
BASELINE = "factcheck-baseline.json"


class Reading:
    """What every value is read with: the faults of the file, and the folder that its paths start from."""

    __slots__ = ("faults", "folder")

    def __init__(self, faults: Faults, folder: str) -> None:
        self.faults = faults
        self.folder = folder

    def choice(self, value: Any, keys: Keys, known: Sequence[str]) -> str | None:
        """One of some words."""
        if isinstance(value, str) and value in known:
            return value
        hint = choice_hint(value, known) if isinstance(value, str) else f"allowed here: {', '.join(known)}"
        self.faults.add(keys, f"{keys[-1]} is {shown(value)}", hint)
        return None

    def level(self, value: Any, keys: Keys) -> str | None:
        """The least serious thing that fails a run."""
        return self.choice(value, keys, LEVELS)

    def percent(self, value: Any, keys: Keys) -> int | None:
        """A whole number of per cent."""
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100:
            return value
        self.faults.add(keys, f"{keys[-1]} is {shown(value)}", "write a whole number from 0 to 100, in per cent")
        return None

    def texts(self, value: Any, keys: Keys, most: int, example: str) -> tuple[str, ...]:
        """A list of different texts."""
        if not isinstance(value, list) or any(not isinstance(each, str) for each in value):
            self.faults.add(keys, f"{keys[-1]} is no list of texts", f"write {keys[-1]} = {example}")
            return ()
        if len(value) > most:
            self.faults.add(keys, f"{keys[-1]} has {len(value)} texts", f"at most {most} are read")
            return ()
        twice = next((each for place, each in enumerate(value) if each in value[:place]), None)
        if twice is not None:
            self.faults.add(keys, f"{shown(twice)} stands twice in {keys[-1]}", "write it once")
        return tuple(value)

    def paths(self, value: Any, keys: Keys) -> tuple[str, ...]:
        """Paths of the folder."""
        texts = self.texts(value, keys, MOST_PATHS, '["claims"]')
        if isinstance(value, list) and not value:
            self.faults.add(keys, "claims is empty: nothing would be checked", 'write claims = ["claims"]')
        return tuple(text for text in texts if self._lies_inside(text, keys))

    def baseline(self, value: Any, keys: Keys) -> str:
        """The file of known findings."""
        if not isinstance(value, str) or not value.endswith(".json"):
            self.faults.add(keys, f"baseline is {shown(value)}", f'name a file, as in baseline = "{BASELINE}"')
            return ""
        return value if self._lies_inside(value, keys) else ""

    def sources(self, value: Any, keys: Keys) -> tuple[str, ...]:
        """Names of live sources."""
        names = self.texts(value, keys, MOST_SOURCES, '["gacc", "comtrade"], the preferred first')
        for name in names:
            if not _SOURCE.fullmatch(name):
                self.faults.add(keys, f"{shown(name)} is no name of a source", "write it as gacc or world-bank")
        return names

    def formats(self, value: Any, keys: Keys) -> tuple[str, ...]:
        """Formats of the report, each with a file or for standard output."""
        texts = self.texts(value, keys, MOST_FORMATS, '["text", "json=factcheck-report.json"]')
        return tuple(text for text in texts if self._is_format(text, keys))

    def severities(self, value: Any, keys: Keys) -> dict[str, Severity]:
        """A severity for each of some rules."""
        if not isinstance(value, dict):
            self.faults.add(keys, f"{keys[-1]} is {shown(value)}", 'write [severities] and below it coarse = "note"')
            return {}
        return {rule: Severity(word) for rule, word in self._severities(value, keys)}

    def pattern(self, value: str, keys: Keys) -> bool:
        """Whether a pattern of paths can be matched."""
        fault = pattern_fault(value)
        if fault is not None:
            self.faults.add(keys, *fault)
        return fault is None

    def _severities(self, table: Mapping[str, Any], keys: Keys) -> Iterator[tuple[str, str]]:
        for rule, value in table.items():
            if self.faults.full:  # to look for what was meant takes time
                return
            fault = _rule_fault(rule)
            if fault is not None:
                self.faults.add((*keys, rule), *fault)
            elif value == str(Severity.NONE):
                hint = "note is the least: then it is shown and fails nothing; a claim sets a rule aside with ignore"
                self.faults.add((*keys, rule), f"{rule} cannot be hidden", hint)
            elif (word := self.choice(value, (*keys, rule), SEVERITIES)) is not None:
                yield rule, word

    def _is_format(self, text: str, keys: Keys) -> bool:
        found = _FORMAT.fullmatch(text)
        if found is None:
            self.faults.add(keys, f"{shown(text)} is no format", "write text, or json=factcheck-report.json")
            return False
        if found[2] is None:
            return True
        name = found[2].replace("\\", "/").rpartition("/")[2]
        if not _REPORT.fullmatch(name):
            self.faults.add(
                keys,
                f"{shown(name or found[2])} is no name for a report that settings may write",
                "such files are called factcheck-report.json (.jsonl, .sarif, .xml, .html, .csv, .md, .txt), so that "
                "settings from elsewhere overwrite nothing of yours; the command line may name any file",
            )
            return False
        return self._lies_inside(found[2], keys)

    def _lies_inside(self, path: str, keys: Keys) -> bool:
        fault = path_fault(path, self.folder)
        if fault:
            self.faults.add(
                keys, f"{shown(path)} {fault}", "name it from the folder of the settings, as in desk/claims"
            )
        return not fault


def path_fault(path: str, folder: str) -> str:
    """Why a path is none inside a folder, whose links are followed; blank where it is one."""
    if not path or "\0" in path or len(path) > LONGEST_PATH:
        return "is no path"
    if "\\" in path or ":" in path:
        return "has a character that paths in settings do not have: they are written with /"
    parts = PurePosixPath(path).parts
    if path.startswith(("/", "~")) or ".." in parts:
        return "leads out of the folder of the settings"
    if any(part.startswith(".") for part in parts):
        return "is hidden, or in a hidden folder"
    real = os.path.realpath(os.path.join(folder, path))
    if real != folder and not real.startswith(os.path.join(folder, "")):
        return "is a link that leads out of the folder of the settings"
    return ""


def _rule_fault(name: str) -> tuple[str, str] | None:
    rule = RULES.get(name)
    if rule is None:
        return f"unknown rule {shown(name)}", f"{did_you_mean(name, RULES)} factcheck rules lists them all".lstrip()
    if rule.verdict is Verdict.INCONSISTENT:
        return (
            f"{name} stays an error: such claims cannot all be true, whatever a source says",
            f"set one aside where it stands, with a reason: ignore: [{name}] and why: …",
        )
    if rule.severity is Severity.NONE:
        return f"{name} names nothing that could fail, so it has no severity", "leave it out"
    return None
