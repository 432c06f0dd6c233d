"""
``factcheck plugins``: which resolvers are installed, from which package, and whether each can be used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli.screen import page_for_screen, to_screen
from factcheck.outputs.page import Page, safe

if TYPE_CHECKING:
    from factcheck.outputs.json import Json
    from factcheck.resolvers.installed import Installed

VERSION = 1  # of the JSON
NAME, PACKAGE, NETWORK = 15, 27, 9  # columns of the table; the state has the rest
COUNTED = {"ready": "ready", "needs-key": "without a key", "broken": "broken", "not-used": "not used"}


@click.command("plugins")
@click.option("--check", is_flag=True, help="Exit code 1 if one is broken.")
@click.option("--output-format", "-o", type=click.Choice(["text", "json"]), default="text")
def command(check: bool, output_format: str) -> int:
    """
    List the resolvers that are installed: package, version, whether they can be used.

    Each is loaded, and none is asked anything: nothing here opens a connection.
    """
    import os

    from factcheck.resolvers.installed import State, installed

    found = installed(os.environ)
    if output_format == "json":
        to_screen(_json(found))
    else:
        to_screen(safe(_table(found, page_for_screen(colour=False))))
    return int(check and any(each.state is State.BROKEN for each in found))


def _table(found: Sequence[Installed], page: Page) -> Iterator[str]:
    yield "name".ljust(NAME) + "package".ljust(PACKAGE) + "network".ljust(NETWORK) + "state"
    for each in found:
        yield from _row(each, page)
    yield ""
    counts = Counter(str(each.state) for each in found)
    told = ", ".join(f"{counts[state]} {words}" for state, words in COUNTED.items() if counts[state])
    yield from page.paragraph(f"{len(found)} resolvers: {told}.")
    yield from page.paragraph(f"Those of {found[0].package} come with it, from {found[0].folder}")


def _row(each: Installed, page: Page) -> Iterator[str]:
    from factcheck.resolvers.installed import OURS

    package = page.clean(f"{each.package or '?'} {each.version}".strip())
    live = "" if each.live is None else "live" if each.live else "offline"
    cells = ((page.clean(each.name), NAME), (package, PACKAGE), (live, NETWORK))
    head = "".join(page.short(text, width - 1).ljust(width) for text, width in cells)
    first, *rest = page.paragraph(_state(each), indent=NAME + PACKAGE + NETWORK)
    yield head + first.lstrip()
    yield from rest
    cut = [text for text, width in cells if len(text) >= width]
    if cut:
        yield from page.paragraph(f"in full: {', '.join(cut)}", indent=NAME, hanging=2)
    if each.reason:
        yield from page.paragraph(each.reason, indent=NAME, hanging=2)
    if each.names and each.name not in each.names:
        yield from page.paragraph(f"--source takes it as {' or '.join(each.names)}", indent=NAME, hanging=2)
    if each.package != OURS:
        yield from page.paragraph(f"from {each.target}, in {each.folder}", indent=NAME, hanging=2)


def _state(each: Installed) -> str:
    words = {"needs-key": f"needs {each.key}", "not-used": "not used"}.get(each.state, str(each.state))
    if each.state == "ready" and each.key and not each.has_key:
        words += f", more with {each.key}"
    return words if each.by_default else f"{words}, by name only"


def _json(found: Sequence[Installed]) -> str:
    from factcheck.outputs.json import dumped

    rows = ",\n".join(f"  {dumped(_value(each))}" for each in found)
    return f'{{\n"version": {VERSION},\n"plugins": [\n{rows}\n]\n}}\n'


def _value(each: Installed) -> Json:
    key: Json = {"variable": each.key, "is_set": each.has_key} if each.key else None
    return {
        "name": each.name,
        "package": each.package,
        "package_version": each.version,
        "live": each.live,
        "state": str(each.state),
        "reason": each.reason,
        "by_default": each.by_default,
        "key": key,
        "names": list(each.names),
        "target": each.target,
        "folder": each.folder,
    }
