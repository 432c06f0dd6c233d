"""
``factcheck export``: claims with what checking found, as a sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import read_day, read_size

if TYPE_CHECKING:
    from factcheck.cli.inputs import Inputs
    from factcheck.findings import Finding, Report
    from factcheck.sheets.columns import Row
    from factcheck.sheets.rows import Told


@click.command("export")
@click.argument("paths", nargs=-1, type=click.Path())
@click.argument("sheet", type=click.Path(path_type=Path))
@click.option(
    "--as-of", metavar="DAY", callback=read_day, help="Use what was published by this day, not by the article's own."
)
@click.option("--isolated", is_flag=True, help="Take neither sources nor settings from this folder.")
@click.option("--max-file-size", metavar="SIZE", callback=read_size, help="Read larger claims files, as 64M.")
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
def command(
    paths: tuple[str, ...], sheet: Path, as_of: date | None, isolated: bool, max_file_size: int | None, debug: bool
) -> int:
    """
    Check the claims in PATHS (files or folders; claims/ if none) and write them to SHEET, one finding a row.

    SHEET ends in .csv or .xlsx; `factcheck import` reads it back. A file with errors is told and nothing is written.

    Exit codes: 0 written, 2 usage or a file with errors, 70 internal error.
    """
    from factcheck.cli.inputs import CLAIMS, read_inputs, read_resolvers
    from factcheck.cli.problems import problem_lines
    from factcheck.cli.report_places import refuse_inputs
    from factcheck.sheets.read_sheet import sheet_format
    from factcheck.verification import verify_compiled

    form = sheet_format(sheet)
    refuse_inputs([sheet], paths or (CLAIMS,), max_file_size)
    inputs = read_inputs(paths, max_file_size, isolated=isolated)
    resolvers = read_resolvers(isolated=isolated)
    problems = (*inputs.problems, *resolvers.problems)
    for problem in problems:
        click.echo("\n".join(problem_lines(problem)), err=True)
    if problems:
        click.echo(f"{sheet} was not written", err=True)
        return 2
    for warning in resolvers.warnings:
        click.echo(f"warning: {warning}", err=True)
    rows = _rows(inputs, tuple(verify_compiled(inputs.articles, resolvers.all, as_of)))
    _write(sheet, form, rows)
    files = "1 file" if len(inputs.articles) == 1 else f"{len(inputs.articles)} files"
    click.echo(f"{len(rows)} {'row' if len(rows) == 1 else 'rows'} of {files} written to {sheet}")
    return 0


def _rows(inputs: Inputs, reports: Sequence[Report]) -> list[Row]:
    from factcheck.sheets.rows import article_rows

    pairs = sorted(zip(inputs.articles, reports, strict=True), key=lambda pair: pair[1].path)
    rows: list[Row] = []
    for compiled, report in pairs:
        told = {finding.id: _told(finding) for finding in report.findings}
        rows += article_rows(compiled.article, report, told)
    return rows


def _told(finding: Finding) -> Told:
    """The reference and the gap in the words of the reports; where no figure answers, why the verdict is what it is."""
    from factcheck.outputs.result import explained
    from factcheck.outputs.told import figure, gap, is_change
    from factcheck.outputs.visible import visible
    from factcheck.sheets.rows import Told

    reference = finding.reference
    known = explained(finding) if reference is None else figure(reference, plus=is_change(finding))
    return Told(visible(known), visible(gap(finding)))


def _write(sheet: Path, form: str, rows: Sequence[Row]) -> None:
    if form == ".csv":
        from factcheck.files.write_file import write_file
        from factcheck.sheets.csv_sheet import write_csv

        write_file(sheet, write_csv(rows))
    else:
        from factcheck.files.write_file import write_bytes
        from factcheck.sheets.xlsx_sheet import write_xlsx

        write_bytes(sheet, write_xlsx(rows))
