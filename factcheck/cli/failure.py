"""
What people see when a run breaks: one message and an exit code, a traceback only with ``--debug``.
"""

from __future__ import annotations

import click

from factcheck.cli import INTERNAL
from factcheck.cli.problems import problem_lines
from factcheck.errors import CollectedError, FactcheckError
from factcheck.outputs.visible import visible


def failed(error: Exception, *, debug: bool) -> int:
    """Say what went wrong on stderr; the exit code is the error's own, 70 where it is none of ours."""
    if debug:
        import traceback

        click.echo("".join(traceback.format_exception(error)), err=True)
    if isinstance(error, CollectedError):
        for problem in error.problems:
            click.echo("\n".join(problem_lines(problem)), err=True)
        return error.exit_code
    if isinstance(error, FactcheckError):
        click.echo(f"factcheck: {visible(str(error))}", err=True)
        return error.exit_code
    if isinstance(error, OSError):
        click.echo(f"factcheck: {visible(_os_words(error))}", err=True)
        return 2
    what = visible(f"{type(error).__name__}: {error}")[:500]
    click.echo(f"factcheck: internal error, please report: {what}", err=True)
    click.echo("Say which command you ran and on what; --debug shows where it happened.", err=True)
    return INTERNAL


def _os_words(error: OSError) -> str:
    return f"{error.filename}: {error.strerror}" if error.filename and error.strerror else str(error)
