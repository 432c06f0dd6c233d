"""
``factcheck config``: the settings that hold here, and where each comes from.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from factcheck.cli.effective import run_settings

if TYPE_CHECKING:
    from factcheck.errors import Location
    from factcheck.settings import Settings

DEFAULT, COMMAND_LINE = "default", "command line"
Value = str | int | tuple[str, ...] | None


class Row(NamedTuple):
    """
    One setting.

    Attributes:
        keys: its path in the file.
        value: None where nothing is asked.
        origin: ``default``, ``command line``, or the file.
        line: of the file; 0 where there is none.
    """

    keys: tuple[str, ...]
    value: Value
    origin: str
    line: int = 0


@click.command("config")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--fail-on", type=click.Choice(["error", "warning", "unresolved", "never"]), help="As verify takes it.")
@click.option("--min-coverage", type=click.IntRange(0, 100), metavar="N", help="As coverage takes it.")
@click.option("--baseline", metavar="FILE", help="As verify takes it.")
@click.option("--source", "sources", multiple=True, metavar="NAME", help="As verify --live takes it.")
@click.option("--isolated", is_flag=True, help="Take no settings from this folder.")
@click.option("--output-format", "-o", type=click.Choice(["text", "json"]), default="text")
def command(
    paths: tuple[str, ...],
    fail_on: str | None,
    min_coverage: int | None,
    baseline: str | None,
    sources: tuple[str, ...],
    isolated: bool,
    output_format: str,
) -> int:
    """
    Print the settings that hold in this folder, and where each comes from.

    That is a file with its line, the command line, or what holds if nobody says anything. PATHS and options are those
    of verify and coverage.

    Exit codes: 0, 2 a settings file that cannot be obeyed, with everything that is wrong in it.
    """
    from factcheck.cli.effective import report_targets
    from factcheck.cli.screen import to_screen
    from factcheck.outputs.page import safe
    from factcheck.outputs.visible import visible

    settings = run_settings(isolated=isolated)
    report_targets((), settings)
    given: dict[str, Value] = {
        "claims": paths or None,
        "fail-on": fail_on,
        "min-coverage": min_coverage,
        "baseline": baseline,
        "live": sources or None,
    }
    rows = [*_rows(settings, given), *_rows_of_paths(settings, overruled=fail_on is not None)]
    if output_format == "json":
        to_screen(_json(settings, rows))
    else:
        to_screen(safe(visible(line) for line in (_head(settings, isolated=isolated), *map(_line, rows))))
    return 0


def _rows(settings: Settings, given: dict[str, Value]) -> Iterator[Row]:
    """What holds for all articles: the command line goes before the file, and the file before what is usual."""
    said: list[tuple[tuple[str, ...], Value, Value]] = [
        (("claims",), settings.claims or None, ("claims",)),
        (("fail-on",), settings.fail_on, "error"),
        (("output-format",), settings.output_formats or None, ("text",)),
        (("min-coverage",), settings.min_coverage, None),
        (("baseline",), settings.baseline or None, None),
        (("live", "sources"), settings.sources or None, None),
    ]
    for keys, written, usual in said:
        own = given.get(keys[0])
        if own is not None:
            yield Row(keys, own, COMMAND_LINE)
        elif written is not None:
            yield _row(keys, written, settings.location(*keys))
        else:
            yield Row(keys, usual, DEFAULT)
    for rule, severity in settings.severities.items():
        yield _row(("severities", rule), str(severity), settings.location("severities", rule))


def _rows_of_paths(settings: Settings, *, overruled: bool) -> Iterator[Row]:
    """What holds for some articles; their levels do not where the command line gives one."""
    for section in settings.sections:
        keys = ("per-path", section.pattern)
        if section.fail_on is not None and not overruled:
            yield _row((*keys, "fail-on"), section.fail_on, settings.location(*keys, "fail-on"))
        for rule, severity in section.severities.items():
            place = (*keys, "severities", rule)
            yield _row(place, str(severity), settings.location(*place))


def _row(keys: tuple[str, ...], value: Value, at: Location) -> Row:
    return Row(keys, value, at.path, at.line)


def _head(settings: Settings, *, isolated: bool) -> str:
    from factcheck.settings.find import FILE, SHARED, folders, shown

    if settings.path:
        return f"# settings: {settings.path}"
    if isolated:
        return "# settings: none are taken (--isolated)"
    here = os.path.realpath(os.curdir)
    places = ", ".join(shown(folder, here) for folder in folders(here))
    return f"# settings: none; {FILE} and {SHARED} were looked for in {places}"


def _line(row: Row) -> str:
    key = ".".join(_key(each) for each in row.keys)
    origin = f"{row.origin}:{row.line}" if row.line else row.origin
    if row.value is None:
        return f"# {key} is not set"
    return f"{key} = {_toml(row.value)}  # {origin}"


def _key(name: str) -> str:
    bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if bare else json.dumps(name)


def _toml(value: Value) -> str:
    """A value as TOML; JSON writes texts, whole numbers and lists the same way."""
    return json.dumps(list(value) if isinstance(value, tuple) else value)


def _json(settings: Settings, rows: Sequence[Row]) -> str:
    from factcheck.outputs.json import Json, dumped

    values: list[Json] = [
        {
            "key": list(row.keys),
            "value": list(row.value) if isinstance(row.value, tuple) else row.value,
            "from": row.origin,
            "line": row.line or None,
        }
        for row in rows
    ]
    lines = ",".join("\n" + dumped(value) for value in values)
    return f'{{\n"file": {dumped(settings.path or None)},\n"settings": [{lines}\n]\n}}\n'
