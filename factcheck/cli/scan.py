"""
``factcheck scan``: every figure, period and date of a story.
"""

from __future__ import annotations

from datetime import date

import click

from factcheck.cli.options import read_day

NOTHING = 3


@click.command("scan")
@click.argument("story", type=click.Path(allow_dash=True))
@click.option("--published", metavar="DAY", callback=read_day, help="Count “last year” and “Monday” from this day.")
@click.option("--language", type=click.Choice(["en", "de", "fr", "es", "it"]), help="Where the story does not say it.")
@click.option("--format", type=click.Choice(["md", "txt", "html", "docx"]), help="Of standard input; md if not given.")
@click.option("--output-format", "-o", type=click.Choice(["text", "json"]), default="text")
def command(story: str, published: date | None, language: str | None, format: str | None, output_format: str) -> int:
    """
    List every figure, period and date of STORY (.md, .txt, .html or .docx; - is standard input).

    Each with its place, value, unit, interval, hedge, direction, period, and what it belongs to.
    Exit codes: 0, 2 the story cannot be read, 3 nothing was found.
    """
    from factcheck.cli.screen import page_for_screen, to_screen
    from factcheck.cli.stories import read_story
    from factcheck.outputs.scan import render_scan, scan_json
    from factcheck.outputs.visible import visible
    from factcheck.scanning import scan
    from factcheck.scanning.checkable import unread

    draft = read_story(story, format)
    day = published or draft.published
    if day is None:
        click.echo("no day of publication: “last year” and “Monday” stay open; give --published DAY", err=True)
    mentions = scan(draft.text, day, language=draft.language if language is None else language)
    for note in draft.notes:
        click.echo(visible(f"note: {note}"), err=True)
    for mention, why in unread(draft.text, draft.language if language is None else language):
        line, column = draft.place(mention.span[0])
        click.echo(visible(f"{line}:{column} cannot be read: “{mention.surface}”: {why}"), err=True)
    if output_format == "json":
        to_screen(scan_json(draft, mentions, day))
    else:
        to_screen(render_scan(draft, mentions, page_for_screen(colour=False)))
    return 0 if mentions else NOTHING
