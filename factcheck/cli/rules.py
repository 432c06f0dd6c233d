"""
``factcheck rules``: every rule with its verdict, severity and meaning.
"""

from __future__ import annotations

import click

from factcheck.cli.screen import page_for_screen, to_screen
from factcheck.outputs.page import safe
from factcheck.rules import RULES, Verdict


@click.command("rules")
def command() -> None:
    """List the rules that name findings; explain RULE tells more of each."""
    page = page_for_screen(colour=False)
    lines: list[str] = []
    for verdict in dict.fromkeys(rule.verdict for rule in RULES.values()):
        lines += ["", "inconsistency" if verdict is Verdict.INCONSISTENT else str(verdict)]
        for rule in RULES.values():
            if rule.verdict is verdict:
                severity = "by size" if rule.severity is None else str(rule.severity)
                first, *rest = page.paragraph(rule.meaning, indent=31)
                lines += [f"  {rule.name:<20} {severity:<8}{first[31:]}", *rest]
    to_screen(safe([*lines[1:], "", "factcheck explain RULE tells more of each."]))
