"""
``factcheck import``: claims files from a sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import read_size

if TYPE_CHECKING:
    from factcheck.errors import Problem


@click.command("import")
@click.argument("sheet", type=click.Path(path_type=Path))
@click.argument("to", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Overwrite claims files that are there.")
@click.option("--max-file-size", metavar="SIZE", callback=read_size, help="Read a larger sheet, as 64M.")
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
def command(sheet: Path, to: Path, force: bool, max_file_size: int | None, debug: bool) -> int:
    """
    Write the claims of SHEET (.csv or .xlsx) to TO, a claims file, or a folder with a file for each of the sheet.

    The first row has the headings. quote, kind and period are enough; `factcheck export` shows all the others. With
    a fault in any row nothing is written.

    Exit codes: 0 written, 2 usage or faults in the sheet, 70 internal error.
    """
    from factcheck.cli.report_places import refuse_inputs
    from factcheck.files.text_file import RefusedFile
    from factcheck.files.write_file import write_file
    from factcheck.outputs.visible import visible
    from factcheck.sheets.articles import read_articles
    from factcheck.sheets.read_sheet import MAX_SHEET, read_sheet
    from factcheck.sheets.table import Faults
    from factcheck.sheets.targets import refuse_existing, targets

    faults = Faults(str(sheet))
    try:
        table = read_sheet(sheet, faults, max_file_size or MAX_SHEET)
    except RefusedFile as refused:
        return _tell([refused.problem])
    found = read_articles(table, faults)
    placed = targets(found, to, faults) if not faults.found else []
    if faults.found:
        return _tell(faults.found)
    refuse_inputs([path for path, _ in placed], [])
    if not force:
        refuse_existing([path for path, _ in placed])
    for note in (*table.notes, *(note for file in found for note in file.notes)):
        click.echo("\n".join(visible(line) for line in f"note: {note}".splitlines()), err=True)
    for path, file in placed:
        write_file(path, file.text)
        claims = "1 claim" if file.claims == 1 else f"{file.claims} claims"
        click.echo(f"{claims} written to {visible(str(path))}")
    return 0


def _tell(problems: Sequence[Problem]) -> int:
    from factcheck.cli.problems import problem_lines

    for problem in problems:
        click.echo("\n".join(problem_lines(problem)), err=True)
    click.echo("nothing was written", err=True)
    return 2
