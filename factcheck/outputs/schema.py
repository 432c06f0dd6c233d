"""
The JSON Schema (draft-07) of the JSON report, as it is shipped.
"""

from __future__ import annotations

from importlib.resources import files


def report_schema() -> str:
    """The text of ``report.schema.json``."""
    return files("factcheck.outputs").joinpath("report.schema.json").read_text(encoding="utf-8")
