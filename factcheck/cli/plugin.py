"""
``factcheck plugin new``: a package with a resolver of one's own, ready to be installed and changed.
"""

from __future__ import annotations

import click


@click.group("plugin")
def command() -> None:
    """Start a package with a resolver of your own; factcheck plugins lists those that are installed."""


@command.command("new")
@click.argument("name")
@click.option("--to", "folder", type=click.Path(), default=".", metavar="FOLDER", help="Where factcheck-NAME is made.")
def new(name: str, folder: str) -> int:
    """
    Write the package factcheck-NAME, ready to be installed and changed.

    It has a live resolver of an invented service, a recorded reply of it, and tests that pass.

    NAME is what --source will take: small letters, digits and hyphens. Nothing is overwritten.
    """
    from pathlib import Path

    from factcheck.cli.screen import page_for_screen, to_screen
    from factcheck.outputs.page import safe
    from factcheck.plugin_kit import plugin_name, write_package
    from factcheck.resolvers.registry import registrations

    read = plugin_name(name, {found.name for found in registrations()})
    target = write_package(read, Path(folder))
    shown = page_for_screen(colour=False).clean(str(target))
    lines = [
        f"{shown} is written. Its tests pass as they are, on an invented service:",
        "",
        f"  cd {shown}",
        "  python -m pip install --editable '.[dev]'",
        "  python -m pytest",
        "  factcheck plugins",
        "",
        "README.md in it says what to change first.",
    ]
    to_screen(safe(lines))
    return 0
