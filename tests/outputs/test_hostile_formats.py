"""Whatever claims, drafts, sources and the names of files say, every format stays well formed, and nothing acts."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html
from markdown_it import MarkdownIt

from factcheck.outputs.schema import lines_schema, report_schema
from factcheck.outputs.visible import columns

from .hostile import PLAIN, RENDERERS, STRINGS, acting, commands, hostile_result
from .workflow_commands import read_commands

SCHEMAS = Path(__file__).with_name("schemas")
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)
SPICED = st.text(st.sampled_from("`|[]()<>!@#:/-=+\"'%,;\t\r\n\\{}&*_~$0a \u202e\x00\ud800\ufffe]"), max_size=40)
JOINERS = "\u200c\u200d"  # of letters and emoji, which sheets keep
#: The elements of our own in a comment; everything else would come from a text.
OURS = {
    "div", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "b", "br", "ul", "li", "details", "summary",
}  # fmt: skip
FOUND_BY_A_FORGE = re.compile(r"@\w|#\d|!\d|https?://|\bwww\.\w|\bGH-\d|:[a-z][\w+-]*:|\w@\w", re.IGNORECASE)


@cache
def validator(name: str) -> jsonschema.protocols.Validator:
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    return jsonschema.validators.validator_for(schema)(schema)


@cache
def junit_schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))


def strict_json(text: str) -> Any:
    """JSON with nothing in it that acts, whose object keys are unique."""

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len({key for key, _ in pairs}) == len(pairs)
        return dict(pairs)

    assert (acting(text), commands(text)) == (set(), [])
    return json.loads(text, object_pairs_hook=unique, parse_constant=pytest.fail)


def texts(value: Any) -> list[str]:
    """Every text of a value."""
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    return [value] if isinstance(value, str) else []


def shape(value: Any) -> Any:
    """A value with its texts left out: what no text may change."""
    if isinstance(value, dict):
        return {key: shape(each) for key, each in value.items()}
    if isinstance(value, list):
        return [shape(each) for each in value]
    if isinstance(value, str):
        return ""
    return 0 if isinstance(value, int) else value


def check_for_people(text: str) -> Any:
    assert (acting(text), commands(text)) == (set(), [])
    return None


def check_columns(text: str) -> Any:
    wide = [line for line in text.splitlines()[:-1] if columns(line) > 80 and "http" not in line]
    assert wide == []
    return check_for_people(text)


def check_json(text: str) -> Any:
    value = strict_json(text)
    jsonschema.Draft7Validator(json.loads(report_schema())).validate(value)
    return shape(value)


def check_jsonl(text: str) -> Any:
    values = [strict_json(line) for line in text[:-1].split("\n")]
    for value in values:
        jsonschema.Draft7Validator(json.loads(lines_schema())).validate(value)
    return shape(values)


def check_csv(text: str) -> Any:
    assert text.startswith("\ufeff")
    assert (acting(text[1:], "\r\n" + JOINERS), commands(text[1:])) == (set(), [])
    assert "\r" not in text.replace("\r\n", "")
    rows = list(csv.reader(StringIO(text[1:], newline=""), strict=True))
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if cell[:1] in tuple("=+-@\t\r\n＝＋－＠")] == []
    assert not any("\n" in cell for cell in cells)
    return [len(row) for row in rows]


def check_markdown(text: str) -> Any:
    assert len(text.encode("utf-16-le")) // 2 <= 65_536
    assert (acting(text), commands(text), text.count("::")) == (set(), [], 0)
    rendered = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    tree = html.fragment_fromstring(rendered, create_parent=True)
    elements = Counter(str(element.tag) for element in tree.iter())
    assert set(elements) <= OURS
    assert [element.attrib for element in tree.iter() if element.attrib] == []
    assert FOUND_BY_A_FORGE.search(tree.text_content()) is None
    return {name: number for name, number in elements.items() if name in ("table", "tr", "td", "li", "details", "h3")}


def check_sarif(text: str) -> Any:
    value = strict_json(text)
    validator("sarif-2.1.0.schema.json").validate(value)
    run = value["runs"][0]
    told = [result["message"]["text"] for result in run["results"]]
    told += [each["message"]["text"] for each in run["invocations"][0]["toolExecutionNotifications"]]
    assert [text for text in told if acting(text) or "](" in text or re.search(r"\{[0-9]", text)] == []
    uris = [
        location["physicalLocation"]["artifactLocation"]["uri"]
        for result in run["results"]
        for location in (*result["locations"], *result.get("relatedLocations", ()))
    ]
    assert [uri for uri in uris if not re.fullmatch(r"(?:[A-Za-z0-9/._~-]|%[0-9A-F]{2})+", uri)] == []
    return shape(run["results"])


def check_github(text: str) -> Any:
    found = read_commands(text)
    assert [command for command in found if acting(command.data)] == []
    assert acting(text) == set()
    return [(command.name, sorted(command.properties)) for command in found]


def check_gitlab(text: str) -> Any:
    issues = strict_json(text)
    assert [text for text in texts(issues) if acting(text)] == []
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    return shape(issues)


def check_junit(text: str) -> Any:
    assert text.isascii()
    assert commands(text) == []
    tree = etree.fromstring(text.encode("ascii"), etree.XMLParser(resolve_entities=False, huge_tree=False))
    junit_schema().assertValid(tree)
    said = [*tree.itertext(), *(value for element in tree.iter() for value in element.attrib.values())]
    assert [text for text in said if acting(text)] == []
    return [(element.tag, sorted(element.attrib)) for element in tree.iter()]


def check_rdjson(text: str) -> Any:
    value = strict_json(text)
    validator("rdformat.schema.json").validate(value)
    assert [text for text in texts(value) if acting(text)] == []
    return shape(value)


def check_claimreview(text: str) -> Any:
    assert not set("<>&") & set(text)
    value = strict_json(text)
    assert [text for text in texts(value) if acting(text)] == []
    return shape(value)


CHECKS: dict[str, Callable[[str], Any]] = {
    "text": check_columns,
    "grouped": check_columns,
    "concise": check_for_people,
    "json": check_json,
    "jsonl": check_jsonl,
    "csv": check_csv,
    "markdown": check_markdown,
    "sarif": check_sarif,
    "github": check_github,
    "gitlab": check_gitlab,
    "junit": check_junit,
    "rdjson": check_rdjson,
    "claimreview": check_claimreview,
}


@cache
def plain_shape(name: str) -> Any:
    return CHECKS[name](RENDERERS[name](hostile_result(PLAIN)))


@pytest.mark.parametrize("said", STRINGS)
@pytest.mark.parametrize("name", RENDERERS)
def test_hostile_text_is_inert(name: str, said: str) -> None:
    """
    Well formed, nothing in it acts, and the report has the same parts as one of plain words.
    """
    text = RENDERERS[name](hostile_result(STRINGS[said]))
    found = CHECKS[name](text)

    text.encode("utf-8")
    if not said.startswith(("long", "deep", "blank")):
        assert found == plain_shape(name)


@pytest.mark.parametrize("name", RENDERERS)
@settings(max_examples=25)
@given(said=ANYTHING | SPICED)
def test_any_text_is_inert(name: str, said: str) -> None:
    """
    The same for any text.
    """

    CHECKS[name](RENDERERS[name](hostile_result(said)))


def test_every_format_is_checked() -> None:
    """
    No format that can be asked for is missing here.
    """
    from factcheck.cli.formats import FORMATS

    assert set(FORMATS) - {"html"} <= set(CHECKS)
