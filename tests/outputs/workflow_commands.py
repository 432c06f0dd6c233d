"""Workflow commands of GitHub Actions, read strictly by their documented grammar."""

from __future__ import annotations

import re
from typing import NamedTuple

COMMAND = re.compile(r"::(?P<name>[a-z-]+)(?: (?P<properties>[^:]*))?::(?P<data>.*)", re.DOTALL)
ESCAPED = {"%25": "%", "%0D": "\r", "%0A": "\n"}
ESCAPED_PROPERTY = {**ESCAPED, "%3A": ":", "%2C": ","}


class Command(NamedTuple):
    """One command."""

    name: str
    properties: dict[str, str]
    data: str


def read_commands(text: str) -> list[Command]:
    """Every line of a log as the command that it must be."""
    assert text.endswith("\n")
    assert "\r" not in text
    return [_command(line) for line in text[:-1].split("\n")]


def _command(line: str) -> Command:
    found = COMMAND.fullmatch(line)
    assert found, line
    properties = dict(_pair(pair) for pair in (found["properties"] or "").split(",") if pair)
    assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
    return Command(found["name"], properties, _read(found["data"], ESCAPED))


def _pair(pair: str) -> tuple[str, str]:
    key, equals, value = pair.partition("=")
    assert equals, pair
    return key, _read(value, ESCAPED_PROPERTY)


def _read(text: str, escapes: dict[str, str]) -> str:
    def one(match: re.Match[str]) -> str:
        assert match[0] in escapes, match[0]
        return escapes[match[0]]

    return re.sub("%.?.?", one, text, flags=re.DOTALL)
