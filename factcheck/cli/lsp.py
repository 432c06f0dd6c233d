"""
``factcheck lsp``: the language server, for editors.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Speak on standard input and output; there is no other way.")
@click.option("--log", "file", type=click.Path(), metavar="FILE", help="Write what it does to FILE.")
@click.option("--isolated", is_flag=True, help="Take neither sources nor settings from the folders that are open.")
@click.option("--debug", is_flag=True, help="Tell everything, with the tracebacks of internal errors.")
def command(stdio: bool, file: str | None, isolated: bool, debug: bool) -> int:
    """
    Show findings in an editor while people write: a server of the language server protocol, started by the editor.

    It reads the folders that the editor has open and nothing else, and opens no connection.
    """
    import gc
    import os

    from factcheck import __version__
    from factcheck.errors import SettingsError

    try:
        from factcheck.lsp.server import Server, serve
    except ModuleNotFoundError as error:
        raise SettingsError(f"{error.name} is missing: install it with pip install 'factcheck-claims[lsp]'") from None
    from factcheck.lsp.told import log

    if sys.stdin is None:  # closed before the start
        return 1
    if sys.stdin.isatty():
        click.echo(
            "an editor starts this command and speaks with it; docs/editors.md says how. Ctrl-C ends it", err=True
        )
    try:
        told = log(None if file is None else Path(file), debug=debug)
    except OSError as error:
        raise SettingsError(f"the log {file} cannot be written: {error.strerror}") from None
    gc.enable()  # this run is no short one
    # What anything else prints goes to standard error: on standard output there are messages only.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        return serve(Server(__version__, told, isolated=isolated), sys.stdin.buffer, out)
