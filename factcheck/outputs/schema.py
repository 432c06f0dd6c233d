"""
The JSON Schemas (draft-07) of the JSON report and of a line of the JSON Lines report, as they are shipped.
"""

from __future__ import annotations

from importlib.resources import files


def report_schema() -> str:
    """The text of ``report.schema.json``."""
    return files("factcheck.outputs").joinpath("report.schema.json").read_text(encoding="utf-8")


def lines_schema() -> str:
    """The text of ``report-lines.schema.json``."""
    return files("factcheck.outputs").joinpath("report-lines.schema.json").read_text(encoding="utf-8")
