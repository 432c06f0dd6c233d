"""
``factcheck schema``: the JSON Schema of claims files, for editors, or that of the JSON report.
"""

from __future__ import annotations

import click

from factcheck.cli.screen import to_screen


@click.command("schema")
@click.option("--report", is_flag=True, help="The schema of the JSON report instead.")
def command(report: bool) -> None:
    """Print the JSON Schema (draft-07) that editors complete and check claims files with."""
    if report:
        from factcheck.outputs.schema import report_schema

        to_screen(report_schema())
        return
    import json

    from factcheck.claim_files import schema

    to_screen(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n")
