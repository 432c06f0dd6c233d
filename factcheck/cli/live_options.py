"""
The options of commands that can ask the public services.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

import click

F = TypeVar("F", bound=Callable[..., Any])


class LiveChoice(NamedTuple):
    """
    Whether and how the public services are asked.

    Attributes:
        wanted: whether they are.
        sources: which, in the order of preference; the settings say, or all that need not be named, if none.
        base_urls: where a service is, in place of its own address: (name, address).
        anew: whether kept replies are passed over.
        evidence: the folder of kept replies; the user's own if None.
    """

    wanted: bool = False
    sources: tuple[str, ...] = ()
    base_urls: tuple[tuple[str, str], ...] = ()
    anew: bool = False
    evidence: str | None = None


def live_options(command: F) -> F:
    """Add --live, --source, --base-url and --evidence; ``live_choice`` reads them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def live_choice(
    live: bool,
    live_sources: tuple[str, ...],
    base_urls: tuple[tuple[str, str], ...],
    evidence: str | None,
    *,
    anew: bool = False,
) -> LiveChoice:
    """
    The choice that the options make.

    Raises:
        UsageError: an option of live sources without --live.
    """
    if not live and (live_sources or base_urls):
        raise click.UsageError("--source and --base-url are about live sources; add --live")
    return LiveChoice(live, live_sources, base_urls, anew, evidence)


def _read_base_urls(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(_read_base_url(ctx, param, value) for value in values)


def _read_base_url(ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, str]:
    name, _, address = value.partition("=")
    try:
        parts = urlsplit(address)
    except ValueError:
        raise click.BadParameter(f"{address!r} is no address", ctx, param) from None
    if not name or parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.username:
        raise click.BadParameter(f"{value!r}: write NAME=ADDRESS, as comtrade=https://comtradeapi.un.org", ctx, param)
    return name, address.rstrip("/")


base_url_option = click.option(
    "--base-url",
    "base_urls",
    multiple=True,
    metavar="NAME=URL",
    callback=_read_base_urls,
    help="Where a live source is, for a mirror or a test.",
)
evidence_option = click.option(
    "--evidence",
    type=click.Path(file_okay=False),
    metavar="FOLDER",
    help="Where the replies of services are kept.",
)
_OPTIONS = (
    click.option("--live", is_flag=True, help="Ask the public services too, over the network."),
    click.option(
        "--source",
        "live_sources",
        multiple=True,
        metavar="NAME",
        help="With --live: ask only this service, several in the order of preference. In lookup: only this source.",
    ),
    base_url_option,
    evidence_option,
)
