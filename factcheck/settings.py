"""
A folder's settings: ``factcheck.toml``, or the table ``[tool.factcheck]`` of a ``pyproject.toml``.

They come with the claims and may be hostile: they can say which services are asked and in what order, never where
those are nor with what key. ``--isolated`` takes none.
"""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.errors import SettingsError
from factcheck.files.text_file import MIB, RefusedFile, read_text_file

FILE, SHARED, TABLE = "factcheck.toml", "pyproject.toml", ("tool", "factcheck")
MOST_SOURCES = 50
_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")


class Settings(NamedTuple):
    """
    What a folder asks for.

    Attributes:
        sources: the live sources to ask, the preferred first; none says nothing.
        path: the file that says so; blank where there is none.
    """

    sources: tuple[str, ...] = ()
    path: str = ""


def read_settings(folder: Path) -> Settings:
    """
    The settings of a folder; ``factcheck.toml`` goes before ``pyproject.toml``.

    Raises:
        SettingsError: a file that cannot be read, or says something unknown.
    """
    for name in (FILE, SHARED):
        if (folder / name).exists():
            table = _table(folder, name)
            if table is not None:
                return _settings(table, name)
    return Settings()


def _table(folder: Path, name: str) -> Any:
    """The settings in a file; None where it has none."""
    try:
        text = read_text_file(os.path.realpath(folder / name), name, os.path.realpath(folder), MIB)
        read: Any = tomllib.loads(text)
    except RefusedFile as refused:
        raise SettingsError(str(refused.problem)) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        if name == SHARED:  # somebody else's file: its faults are theirs to find
            return None
        raise SettingsError(f"{name}: it is no TOML: {error}") from None
    for part in TABLE if name == SHARED else ():
        read = read.get(part) if isinstance(read, dict) else None
    return read


def _settings(table: Any, path: str) -> Settings:
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: [tool.factcheck] is no table")
    unknown = sorted(set(table) - {"live"})
    if unknown:
        raise SettingsError(f"{path}: unknown setting {unknown[0][:40]!r}; there is [live] with sources")
    live = table.get("live", {})
    if not isinstance(live, dict) or set(live) - {"sources"}:
        raise SettingsError(f'{path}: [live] takes one setting: sources = ["gacc", "comtrade"], the preferred first')
    return Settings(_sources(live.get("sources", []), path), path)


def _sources(names: Any, path: str) -> tuple[str, ...]:
    if not isinstance(names, list) or len(names) > MOST_SOURCES:
        raise SettingsError(f'{path}: sources is a list of names, as ["gacc", "comtrade"]')
    for name in names:
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise SettingsError(f"{path}: {str(name)[:40]!r} is no name of a source; write it as gacc or world-bank")
    if len(set(names)) < len(names):
        raise SettingsError(f"{path}: a source stands twice in sources")
    return tuple(names)
