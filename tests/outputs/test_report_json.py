"""The report as data."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from factcheck.findings import Report
from factcheck.outputs.json import render_json
from factcheck.outputs.result import Result
from factcheck.outputs.schema import report_schema

CONFTEST = Path(__file__).with_name("conftest.py")


def test_json_report(result: Result, golden: Callable[[str, str], None]) -> None:
    """
    The whole report as JSON.
    """

    golden("report.json", render_json(result))


@pytest.mark.parametrize("reports", [0, 1, 2])
def test_report_fits_its_schema(report: Report, reports: int) -> None:
    """
    With no, one or two articles the report is valid against the schema that is shipped.
    """
    made = tuple(replace(report, path=f"claims/{number}.yaml") for number in range(reports))

    jsonschema.Draft7Validator(json.loads(report_schema())).validate(json.loads(render_json(Result(made))))


def test_schema_is_a_schema() -> None:
    """
    The shipped schema is itself valid draft-07.
    """

    jsonschema.Draft7Validator.check_schema(json.loads(report_schema()))


def test_numbers_are_strings(result: Result) -> None:
    """
    Amounts are strings in whole units, the margin in the written scale, and no bound is null.
    """
    finding = json.loads(render_json(result))["articles"][0]["findings"][1]

    assert (finding["claimed"]["low"], finding["claimed"]["high"]) == ("236500000000", "237500000000")
    assert finding["margin"] == "-2.605"
    assert finding["reference"]["vintage"] == "2024-01-12"


def test_bytes_do_not_depend_on_the_machine(tmp_path: Path) -> None:
    """
    Another hash seed, time zone and locale give the same bytes.
    """
    script = (
        f"import sys; sys.path.insert(0, {str(CONFTEST.parent)!r}); import conftest as c;"
        "from factcheck.outputs.json import render_json; from factcheck.outputs.result import Result;"
        "sys.stdout.buffer.write(render_json(Result((c.make_report(),))).encode())"
    )
    settings = [("0", "UTC", "C"), ("1", "Asia/Tokyo", "C.UTF-8"), ("77", "America/Lima", "POSIX")]
    root = str(CONFTEST.parents[2])
    outputs = {
        subprocess.check_output(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": root},
            cwd=tmp_path,
        )
        for seed, zone, locale in settings
    }

    assert len(outputs) == 1
