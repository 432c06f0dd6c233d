"""
The command ``factcheck``. Each command is a module of its own, imported when it is called: help needs only click.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module

import click

from factcheck import __version__

INTERNAL = 70

#: Every command with its line of help, in the order in which help shows them.
COMMANDS: dict[str, str] = {
    "init": "Start a folder with claims, settings and a workflow.",
    "draft": "Write the claims file of a story, and check it at once.",
    "verify": "Check the claims of articles and print the report.",
    "lock": "Pin the figures that verdicts rest on, to check without a source.",
    "update": "Ask live sources again for what is pinned.",
    "coverage": "Say which figures and dates of a story no claim checks.",
    "scan": "List every figure, period and date of a story.",
    "report": "Write what was found beside a story: in Word, or as a page.",
    "export": "Write what was found into a sheet, as CSV or .xlsx.",
    "import": "Read a sheet back into claims files.",
    "lookup": "Say what a figure is, with its source and its vintages.",
    "show": "Show one claim in full: words, interval, arithmetic, provenance.",
    "explain": "Explain a rule or a kind of claim.",
    "rules": "List the rules that name findings.",
    "sources": "List the sources; tell what is outdated and what claims it breaks.",
    "plugins": "List installed resolvers, and whether each can be used.",
    "plugin": "Start a package with a resolver of your own.",
    "lsp": "Show findings in an editor while people write.",
    "config": "Print the settings that hold here, and where each comes from.",
    "schema": "Print the JSON Schema of claims files, or of the JSON report.",
}


MODULES = {"import": "import_"}  # a command that is a word of Python


class LateGroup(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"factcheck.cli.{MODULES.get(cmd_name, cmd_name)}").command
        assert isinstance(command, click.Command)  # noqa: S101  each module of the table defines it
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was probably meant."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean {near[0]}?" if near else f" Commands are {', '.join(COMMANDS)}."
            raise click.UsageError(f"there is no command {args[0]!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LateGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(__version__, prog_name="factcheck", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
def command(debug: bool) -> None:
    """Check the figures in news articles against public customs data, offline."""


def main(args: Sequence[str] | None = None) -> int:
    """
    Run the command and return its exit code.

    Args:
        args: the command line without the program's name; that of this process if None.
    """
    arguments = list(sys.argv[1:] if args is None else args)
    collecting = gc.isenabled()
    gc.disable()  # a run makes many values and no cycles: looking for some took a tenth of its time
    try:
        with _all_streams():
            return _run(arguments)
    finally:
        if collecting:
            gc.enable()


def _run(arguments: list[str]) -> int:
    try:
        code = command.main(args=arguments, prog_name="factcheck", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:  # the reader of our output left, as head does
        _forget_output()
        return 141
    except Exception as error:  # the one place where an unforeseen error becomes a message
        from factcheck.cli.failure import failed

        return failed(error, debug="--debug" in arguments)
    return code if isinstance(code, int) else 0


@contextmanager
def _all_streams() -> Iterator[None]:
    """Standard output and error, where one was closed before the start (``>&-``) as the null device."""
    given = sys.stdout, sys.stderr
    if None not in given:
        yield
        return
    with open(os.devnull, "w", encoding="utf-8") as nothing:
        sys.stdout, sys.stderr = given[0] or nothing, given[1] or nothing
        try:
            yield
        finally:
            sys.stdout, sys.stderr = given


def _forget_output() -> None:
    """Keep the interpreter from flushing into a closed pipe when it leaves."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
