"""
Settings from their file: every fault is told, and with any nothing is obeyed.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factcheck.claim_files.faults import choice_hint
from factcheck.errors import Location, Problem, SettingsFileError
from factcheck.files.text_file import MIB, RefusedFile, lines_of, read_text_file
from factcheck.rules import Severity
from factcheck.settings.faults import Faults, shown
from factcheck.settings.find import FILE, SHARED, folders
from factcheck.settings.find import shown as shown_path
from factcheck.settings.model import Keys, Section, Settings
from factcheck.settings.toml_places import key_places
from factcheck.settings.values import MOST_SECTIONS, Reading

TABLE = ("tool", "factcheck")
#: Every key at the top, with what it says.
KEYS = {
    "claims": "the files and folders that are read where none is named",
    "fail-on": "the least serious thing that ends with exit code 1",
    "output-format": "the formats of the report",
    "min-coverage": "how many per cent of a story's figures must have a claim",
    "baseline": "the file of known findings",
    "live": "which live sources are asked, the preferred first",
    "severities": "how serious rules are",
    "per-path": "what holds for some articles only",
}
#: What is no setting on purpose.
REFUSED_KEYS = {
    "as-of": "a day in settings would hold for every later run; give --as-of on the command line",
    "base-url": "settings never say where a service is; give --base-url on the command line",
    "plugins": "plugins are installed, never named in settings",
    "isolated": "settings cannot say that settings are not read; give --isolated on the command line",
    "ignore": "a claim sets a rule aside where it stands, with a reason: ignore: [rule] and why: …",
    "exclude": "what is read is named under claims; move what is not to be read elsewhere",
}
# tomllib takes time that grows with the parts of a key times the number of keys: 1 MiB could take hours.
_PART = r"""(?:(?<![A-Za-z0-9_-])[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+"""
_TOO_DEEP = re.compile(rf"(?:{_PART}\.[ \t]*+){{20}}")
_AT = re.compile(r" \(at line ([0-9]{1,9}), column ([0-9]{1,9})\)$")


def read_settings(folder: Path) -> Settings:
    """
    The settings that hold in a folder: the nearest file, from there upwards to the root of its repository.

    In one folder ``factcheck.toml`` goes before ``pyproject.toml``.

    Raises:
        SettingsFileError: a file that cannot be read, with everything that is wrong in it.
    """
    start = os.path.realpath(folder)
    around = folders(start)
    for each in around:
        for name in (FILE, SHARED):
            path = os.path.join(each, name)
            if os.path.lexists(path):
                settings = _read(path, start, around[-1])
                if settings is not None:
                    return settings
    return Settings()


def _read(path: str, start: str, root: str) -> Settings | None:
    """The settings of one file; None for a shared file that has none."""
    name = shown_path(path, start)
    is_shared = os.path.basename(path) == SHARED
    try:
        text = read_text_file(os.path.realpath(path), name, root, MIB)
    except RefusedFile as refused:
        raise SettingsFileError((refused.problem,)) from None
    if is_shared and not _speaks_of_us(text):  # somebody else's file: its faults are theirs to find
        return None
    table: Any = _parsed(text, name)
    above = TABLE if is_shared else ()
    for part in above:
        table = table.get(part) if isinstance(table, dict) else None
    if table is None:
        return None
    places = {keys[len(above) :]: at for keys, at in key_places(text).items() if keys[: len(above)] == above}
    return _settings(table, Faults(name, lines_of(text), places), os.path.dirname(path))


def _speaks_of_us(text: str) -> bool:
    return "factcheck" in text and "tool" in text


def _parsed(text: str, name: str) -> dict[str, Any]:
    try:
        if _TOO_DEEP.search(text):
            raise ValueError("a key has over 20 parts")
        return tomllib.loads(text)
    except RecursionError:
        raise _no_toml(name, "it is nested too deep", 0, 0, "") from None
    except ValueError as error:
        what = str(error)
        at = _AT.search(what)
        line, column = (int(at[1]), int(at[2])) if at else (0, 0)
        lines = lines_of(text)
        excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
        raise _no_toml(name, what[: at.start()] if at else what, line, column, excerpt) from None


def _no_toml(name: str, what: str, line: int, column: int, excerpt: str) -> SettingsFileError:
    problem = Problem(Location(name, line, column), f"it is no TOML: {what}", "correct it: https://toml.io", excerpt)
    return SettingsFileError((problem,))


def _settings(table: Any, faults: Faults, folder: str) -> Settings:
    if not isinstance(table, dict):
        faults.add((), "[tool.factcheck] is no table", 'write [tool.factcheck] and below it claims = ["claims"]')
        raise SettingsFileError(tuple(faults.found))
    _refuse_unknown(table, (), KEYS, faults)
    read = Reading(faults, folder)
    settings = Settings(
        path=faults.path,
        folder=folder,
        claims=read.paths(table["claims"], ("claims",)) if "claims" in table else (),
        fail_on=read.level(table["fail-on"], ("fail-on",)) if "fail-on" in table else None,
        output_formats=read.formats(table["output-format"], ("output-format",)) if "output-format" in table else (),
        min_coverage=read.percent(table["min-coverage"], ("min-coverage",)) if "min-coverage" in table else None,
        baseline=read.baseline(table["baseline"], ("baseline",)) if "baseline" in table else "",
        sources=_sources(table["live"], read) if "live" in table else (),
        severities=_severities(table, (), read),
        sections=_sections(table["per-path"], read) if "per-path" in table else (),
        places=faults.places,
    )
    if faults.found:
        raise SettingsFileError(tuple(sorted(faults.found, key=lambda problem: problem.location[1:])))
    return settings


def _sources(live: Any, read: Reading) -> tuple[str, ...]:
    if not isinstance(live, dict):
        read.faults.add(("live",), f"live is {shown(live)}", 'write [live] and below it sources = ["gacc"]')
        return ()
    _refuse_unknown(live, ("live",), ("sources",), read.faults)
    return read.sources(live["sources"], ("live", "sources")) if "sources" in live else ()


def _severities(table: Mapping[str, Any], keys: Keys, read: Reading) -> dict[str, Severity]:
    return read.severities(table["severities"], (*keys, "severities")) if "severities" in table else {}


def _sections(table: Any, read: Reading) -> tuple[Section, ...]:
    if not isinstance(table, dict) or len(table) > MOST_SECTIONS:
        hint = f'write [per-path."drafts/opinion/*"] and below it fail-on = "never"; at most {MOST_SECTIONS} of them'
        read.faults.add(("per-path",), "per-path is no table of patterns", hint)
        return ()
    return tuple(_section(pattern, each, read) for pattern, each in table.items())


def _section(pattern: str, table: Any, read: Reading) -> Section:
    keys = ("per-path", pattern)
    read.pattern(pattern, keys)
    if not isinstance(table, dict):
        read.faults.add(keys, f"{shown(pattern)} is {shown(table)}", f'write [per-path."{pattern[:40]}"]')
        return Section(pattern)
    _refuse_unknown(table, keys, ("fail-on", "severities"), read.faults)
    level = read.level(table["fail-on"], (*keys, "fail-on")) if "fail-on" in table else None
    return Section(pattern, level, _severities(table, keys, read))


def _refuse_unknown(
    table: Mapping[str, Any], keys: Keys, known: Mapping[str, str] | tuple[str, ...], faults: Faults
) -> None:
    for name in table:
        if name not in known and not faults.full:  # to look for what was meant takes time
            refused = REFUSED_KEYS.get(name.replace("_", "-"), "")
            faults.add((*keys, name), f"unknown setting {shown(name)}", refused or choice_hint(name, known))
