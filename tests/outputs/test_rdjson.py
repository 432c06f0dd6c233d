"""The Reviewdog Diagnostic Format."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from factcheck.outputs.rdjson import render_rdjson
from factcheck.outputs.result import Result

SCHEMA = Path(__file__).with_name("schemas") / "rdformat.schema.json"


@pytest.mark.parametrize("articles", [0, 1])
def test_diagnostics_are_valid(result: Result, articles: int) -> None:
    """
    With or without an article the document is valid against the schema.
    """
    document = json.loads(render_rdjson(result._replace(reports=result.reports[:articles])))

    jsonschema.Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(document)


def test_worst_severity_is_that_of_the_run(result: Result) -> None:
    """
    The severity of the whole is that of its first, worst diagnostic.
    """
    document = json.loads(render_rdjson(result))

    assert document["severity"] == document["diagnostics"][0]["severity"] == "ERROR"
    assert json.loads(render_rdjson(Result((), (), 3)))["severity"] == "INFO"


def test_no_fix_is_suggested(result: Result) -> None:
    """
    What a story should say is for people to write.
    """

    assert "suggestions" not in render_rdjson(result)


def test_a_file_has_no_range(result: Result) -> None:
    """
    What is about a whole file has no line; what has a line alone has no columns.
    """
    by_code = {each["code"]["value"]: each["location"] for each in json.loads(render_rdjson(result))["diagnostics"]}

    assert by_code["to-do"] == {"path": "claims/china-russia.yaml"}
    assert by_code["coarse"]["range"] == {"start": {"line": 9}}
