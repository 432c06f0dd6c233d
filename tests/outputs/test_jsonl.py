"""The report as JSON Lines."""

from __future__ import annotations

import json

import jsonschema

from factcheck.outputs.json import render_json
from factcheck.outputs.jsonl import render_jsonl
from factcheck.outputs.result import Result
from factcheck.outputs.schema import lines_schema, report_schema


def lines_of(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in render_jsonl(result).splitlines()]


def test_lines_fit_their_schema(result: Result) -> None:
    """
    Every line is valid against the schema that is shipped.
    """
    validator = jsonschema.Draft7Validator(json.loads(lines_schema()))

    assert [line for line in lines_of(result) for _ in validator.iter_errors(line)] == []


def test_types_of_lines(result: Result) -> None:
    """
    The article comes before what was found in it, the counts last.
    """

    assert [line["type"] for line in lines_of(result)] == [
        "article", *["finding"] * 6, "inconsistency", "uncovered", "problem", "summary",
    ]  # fmt: skip


def test_values_are_those_of_the_json_report(result: Result) -> None:
    """
    A finding of a line is the finding of the JSON report, with its type and its article.
    """
    whole = json.loads(render_json(result))
    lines = [line for line in lines_of(result) if line["type"] == "finding"]

    assert lines == [
        {"type": "finding", "article": "claims/china-russia.yaml", **each} for each in whole["articles"][0]["findings"]
    ]


def test_summary_says_what_made_the_report(result: Result) -> None:
    """
    The last line has version, tool and counts.
    """
    last = lines_of(result)[-1]

    assert (last["version"], last["exit_code"], last["discrepancy"], last["as_of"]) == (1, 2, 1, "2025-07-14")


def test_schemas_describe_the_same_shapes() -> None:
    """
    What both schemas define they define alike.
    """
    report, lines = json.loads(report_schema())["definitions"], json.loads(lines_schema())["definitions"]

    shared = set(report) & set(lines)

    assert {name: report[name] for name in shared} == {name: lines[name] for name in shared}
    for name in ("finding", "inconsistency", "problem", "summary"):
        keys = {key: lines[f"{name}_line"]["properties"][key] for key in report[name]["properties"]}
        assert keys == report[name]["properties"]
        assert set(report[name]["required"]) <= set(lines[f"{name}_line"]["required"])


def test_empty_run_is_its_summary() -> None:
    """
    A run without an article is one line.
    """

    assert [line["type"] for line in lines_of(Result((), (), 3))] == ["summary"]
