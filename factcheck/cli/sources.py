"""
``factcheck sources``: what reference figures there are, from whom, and under which licence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

import click

from factcheck.cli.screen import page_for_screen, to_screen
from factcheck.outputs.page import Page, safe

if TYPE_CHECKING:
    from factcheck.snapshot import SourceInfo


#: What else can be asked of the sources; any other word is the id of a source.
QUESTIONS = {
    "outdated": "Say which pinned figures have been published anew since.",
    "diff": "Say which claims the newest figures break.",
}


class SourcesGroup(click.Group):
    """A group in which a word that is no command is the id of a source."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the questions."""
        return list(QUESTIONS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one question."""
        if cmd_name not in QUESTIONS:
            return None
        command = import_module(f"factcheck.cli.sources_{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101  each of these modules defines it
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The question, or else the one about a source."""
        if args[0] in QUESTIONS:
            return super().resolve_command(ctx, args)
        return "source", about_one, args

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the questions without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(QUESTIONS.items()))


@click.group("sources", cls=SourcesGroup, invoke_without_command=True, subcommand_metavar="[SOURCE | COMMAND]")
@click.option("--isolated", is_flag=True, help="Take no sources from this folder.")
@click.pass_context
def command(ctx: click.Context, isolated: bool) -> None:
    """List the sources; with SOURCE, all about one: publisher, licences, commodities, datasets, vintages."""
    if ctx.invoked_subcommand is None:
        to_screen(safe(_table(all_sources(isolated=isolated), page_for_screen(colour=False))))


@click.command("source")
@click.argument("source")
@click.option("--isolated", is_flag=True, help="Take no sources from this folder.")
@click.pass_context
def about_one(ctx: click.Context, source: str, isolated: bool) -> None:
    """Tell all about one source: publisher, licences, commodities, datasets, vintages."""
    above = ctx.parent is not None and bool(ctx.parent.params.get("isolated"))
    infos = all_sources(isolated=isolated or above)
    named = [info for info in infos if info.id == source]
    if not named:
        raise click.UsageError(_unknown(source, infos), ctx.parent)
    page = page_for_screen(colour=False)
    to_screen(safe(line for info in named for line in _in_full(info, _goods(info), page)))


def _goods(info: SourceInfo) -> str:
    """The commodities that a source has figures of, by their ids; blank where it has all goods only."""
    from pathlib import Path

    from factcheck.cli.goods import ids_of_source, snapshots
    from factcheck.resolvers import load_resolvers, local_sources

    local = local_sources(Path.cwd()) if info.local else None
    resolvers = load_resolvers(plugins=False).resolvers if local is None else (local,)
    return ", ".join(each for snapshot in snapshots(resolvers) for each in ids_of_source(info.id, snapshot))


def all_sources(*, isolated: bool) -> tuple[SourceInfo, ...]:
    """The embedded sources, then the working folder's own."""
    from pathlib import Path

    from factcheck.resolvers import local_sources
    from factcheck.snapshot import list_sources

    local = None if isolated else local_sources(Path.cwd())
    return (*list_sources(), *(local.snapshot.sources() if local is not None else ()))


def _table(infos: Sequence[SourceInfo], page: Page) -> Iterator[str]:
    yield f"{'source':<21}{'rows':>7}  publisher and licence"
    for info in infos:
        local = " (of this folder)" if info.local else ""
        first, *rest = page.paragraph(f"{info.publisher}; {info.licence}{local}", indent=30)
        yield f"{page.clean(info.id):<21}{info.rows:>7}  {first[30:]}"
        yield from rest
    yield ""
    yield from page.paragraph(f"{len(infos)} sources; factcheck sources SOURCE tells all about one.")


def _in_full(info: SourceInfo, goods: str, page: Page) -> Iterator[str]:
    yield from page.paragraph(f"{info.id}: {info.title}", hanging=2)
    yield from page.field("publisher", info.publisher, 2)
    yield from page.field("homepage", info.homepage, 2)
    for licence in info.licences:
        yield from page.field("licence", " ".join(filter(None, (licence.name, licence.title, licence.path))), 2)
    yield from page.field("credit", info.attribution, 2)
    yield from page.field("valuation", info.valuation, 2)
    yield from page.field("read", info.retrieved, 2)
    yield from page.field("rows", str(info.rows), 2)
    yield from page.field("commodity", goods, 2)
    for dataset in info.datasets:
        yield ""
        yield from page.paragraph(f"{dataset.id}: {dataset.title}", indent=2, hanging=2)
        yield from page.field("rows", str(dataset.rows))
        yield from page.field("vintage", dataset.vintage)
        yield from page.field("valuation", dataset.valuation)
        yield from page.field("revision", f"earlier periods are usually revised by up to {_percent(dataset.revision)}")


def _percent(fraction: object) -> str:
    from fractions import Fraction

    from factcheck.amounts import amount

    assert isinstance(fraction, Fraction)  # noqa: S101  the type is imported late
    return amount(fraction * 100, "%")


def _unknown(source: str, infos: Sequence[SourceInfo]) -> str:
    from difflib import get_close_matches

    ids = [info.id for info in infos]
    near = get_close_matches(source, ids, n=1)
    return f"there is no source {source!r}. " + (
        f"Did you mean {near[0]}?" if near else f"Sources are {', '.join(ids)}."
    )
