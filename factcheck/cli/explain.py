"""
``factcheck explain``: the documentation of a rule, of a note beside a finding, or of a kind of claim.
"""

from __future__ import annotations

import click

from factcheck.cli.pages import kind_section, rule_page, rule_pages
from factcheck.cli.screen import page_for_screen, to_screen
from factcheck.outputs.page import Page
from factcheck.rules import RULES, Rule


def _completions(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """The rules and kinds that begin so, as a shell completes them."""
    from factcheck.kinds import KINDS

    return [name for name in (*RULES, *KINDS) if name.startswith(begun)]


@click.command("explain")
@click.argument("name", metavar="RULE|KIND", shell_complete=_completions)
def command(name: str) -> None:
    """Explain a rule, such as wrong-level, or a kind of claim, such as change."""
    text = explanation(name.strip().lower())
    if text is None:
        raise click.UsageError(_unknown(name))
    to_screen(in_this_encoding(text, page_for_screen(colour=False)))


def explanation(name: str) -> str | None:
    """The page about a rule, note or kind, as Markdown; None if the name is no such thing."""
    from factcheck.kinds import KINDS

    if name in KINDS:
        section = kind_section(name)
        return section or f"# {name}\n\n{KINDS[name].says}\n\n{KINDS[name].example}\n"
    page = rule_page(name)
    if page is not None:
        return page
    if name in RULES:
        return _without_page(RULES[name])
    return kind_section(name)


def _without_page(rule: Rule) -> str:
    severity = "set by the size of the miss" if rule.severity is None else str(rule.severity)
    return f"# {rule.name}\n\n{rule.meaning}\n\nVerdict: {rule.verdict}. Severity: {severity}.\n"


def _unknown(name: str) -> str:
    from difflib import get_close_matches

    from factcheck.kinds import KINDS

    near = get_close_matches(name, [*RULES, *KINDS, *rule_pages()], n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Kinds are {', '.join(KINDS)}; factcheck rules lists the rules."
    return f"there is no rule or kind {name!r}. {hint}"


def in_this_encoding(text: str, page: Page) -> str:
    """A page of our own with its lines kept; in ASCII where the screen takes nothing else."""
    if not page.ascii:
        return text
    return "".join(_line(line, page) for line in text.splitlines(keepends=True))


def _line(line: str, page: Page) -> str:
    indent = len(line) - len(line.lstrip(" "))
    return line[:indent] + page.clean(line) + "\n"
