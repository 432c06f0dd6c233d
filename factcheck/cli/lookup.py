"""
``factcheck lookup``: what is the figure? And ``factcheck lookup events``: what happened when?
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from factcheck.cli.live_options import LiveChoice, live_options
from factcheck.cli.options import read_day

if TYPE_CHECKING:
    from factcheck.cli.question import Question
    from factcheck.observations import Resolver

NOTHING, LACKING = 3, 4


@click.command("lookup")
@click.argument("words", nargs=-1, required=True, metavar="PLACE [PLACE] [GOODS] [PERIOD] [FLOW] [CURRENCY]…")
@click.option("--flow", help="total, exports, imports or balance, of the first place.")
@click.option("--currency", help="As USD, yuan, euro; every currency at hand if not given.")
@click.option("--commodity", help="An id, as passenger-cars or hs:8703; an unknown one lists all.")
@click.option("--scope", type=click.Choice(["goods", "goods-and-services", "services"]))
@live_options
@click.option("--as-of", metavar="DAY", callback=read_day, help="Use what was published by this day.")
@click.option("--all", "everything", is_flag=True, help="Every row: all vintages, and those kept only to explain.")
@click.option("--output-format", "-o", type=click.Choice(["text", "json"]), default="text")
@click.option("--isolated", is_flag=True, help="Take no sources from this folder.")
def command(
    words: tuple[str, ...],
    flow: str | None,
    currency: str | None,
    commodity: str | None,
    scope: str | None,
    live: bool,
    live_sources: tuple[str, ...],
    base_urls: tuple[tuple[str, str], ...],
    evidence: str | None,
    as_of: date | None,
    everything: bool,
    output_format: str,
    isolated: bool,
) -> int:
    """
    Say what a figure is, as in: factcheck lookup China Russia 2025-H1.

    The first place is the one whose office counts, the second its partner (the world if there is none). Periods
    are written as in claims files or in words; without one it is the newest. Goods are words such as cars or
    crude oil, or --commodity; without them it is all goods. "factcheck lookup events [WORD]…"
    lists events and releases with the ids that claims name.
    """
    if words[0] == "events":
        from factcheck.cli.events import show_events

        return show_events(words[1:], as_of, json=output_format == "json")
    from dataclasses import replace

    from factcheck.cli.goods import commodity_ids
    from factcheck.cli.question import read_question

    choice = LiveChoice(live, live_sources if live else (), base_urls, evidence=evidence)
    if len(live_sources) > 1 and not live:
        raise click.UsageError("one --source at a time; several are for --live")
    resolvers = _resolvers(isolated, choice)
    question = read_question(words, flow, currency, commodity, commodity_ids(resolvers))
    question = replace(question, scope=scope, source=None if live or not live_sources else live_sources[0])
    return _answer(question, resolvers, as_of, everything, output_format == "json")


def _resolvers(isolated: bool, choice: LiveChoice) -> tuple[Resolver, ...]:
    from factcheck.cli.inputs import read_resolvers
    from factcheck.errors import SourceError
    from factcheck.outputs.visible import visible

    resolvers = read_resolvers(isolated=isolated, live=choice)
    for warning in resolvers.warnings:
        click.echo(f"warning: {visible(warning)}", err=True)
    if resolvers.problems:
        raise SourceError(resolvers.problems)
    return resolvers.all


def _answer(
    question: Question, resolvers: tuple[Resolver, ...], as_of: date | None, everything: bool, json: bool
) -> int:
    from factcheck.cli.figures import answer
    from factcheck.cli.question import asked
    from factcheck.cli.screen import page_for_screen, to_screen, wants_colour
    from factcheck.outputs.figures import figure_lines, figures_json, nothing_lines
    from factcheck.outputs.page import safe
    from factcheck.outputs.visible import visible
    from factcheck.places import by_code

    answered = answer(question, resolvers, as_of, everything)
    page = page_for_screen(colour=wants_colour(False))
    names = by_code(answered.reporter).name, by_code(answered.partner).name.replace("World", "the world")
    if json:
        to_screen(figures_json(answered))
    elif answered.figures:
        to_screen(safe(figure_lines(answered, names, page, everything)))
    else:
        to_screen(safe(nothing_lines(answered, asked(question, names), page)))
    for failed in answered.failed:
        click.echo(f"warning: {visible(failed)}", err=True)
    if answered.figures:
        return 0
    return LACKING if answered.failed else NOTHING
