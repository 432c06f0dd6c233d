"""
``factcheck schema``: the JSON Schema of claims files, for editors, or that of the JSON report.
"""

from __future__ import annotations

import click

from factcheck.cli.screen import to_screen


@click.command("schema")
@click.option("--report", is_flag=True, help="The schema of the JSON report instead.")
@click.option("--report-lines", is_flag=True, help="The schema of a line of the JSON Lines report instead.")
def command(report: bool, report_lines: bool) -> None:
    """Print the JSON Schema (draft-07) that editors complete and check claims files with."""
    if report and report_lines:
        raise click.UsageError("--report and --report-lines are two schemas: leave one of them out")
    if report or report_lines:
        from factcheck.outputs.schema import lines_schema, report_schema

        to_screen(report_schema() if report else lines_schema())
        return
    import json

    from factcheck.claim_files import schema

    to_screen(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n")
