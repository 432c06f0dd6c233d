"""
Which of the rules that hold of all figures a contradiction needs, and how each is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.amounts import amount
from factcheck.consistency.component import Component
from factcheck.consistency.decision import Decider
from factcheck.units import PERCENT

RULES = ("tie", "time", "partners", "commodities", "bases", "flows")  # those that editors would doubt most first


def needed_rules(component: Component, mask: int) -> tuple[str, ...]:
    """The rules without which the statements of the mask could all hold."""
    there = [rule for rule in RULES if any(row.rule == rule for row in component.rows)]
    left_out: list[str] = []
    for rule in there:
        without = _without(component, [*left_out, rule])
        if Decider(without).decide(mask).conflict is not None:
            left_out.append(rule)
    return tuple(rule for rule in there if rule not in left_out)


def _without(component: Component, rules: Sequence[str]) -> Component:
    """The component with the rows of some rules made empty, so that all places stay."""
    rows = tuple(row._replace(terms=(), bound=0) if row.rule in rules else row for row in component.rows)
    trios = () if {"flows", "bases"} & set(rules) else component.trios
    return component._replace(rows=rows, trios=trios)


def told_rules(rules: Sequence[str], *, rates_only: bool, balance: bool, revision: Fraction) -> str:
    """The rules in a sentence or two; with nothing but rates, the mean rule."""
    allowed = amount(100 * revision, PERCENT)
    sentences = []
    if "bases" in rules and "flows" in rules and rates_only and not balance:
        sentences.append("The growth of a total lies between the growth of its parts.")
    elif "bases" in rules or "flows" in rules:
        identity = "Exports less imports are the balance" if balance else "Exports and imports make up the total"
        both = ", in the period and in the one that growth is measured from" if "bases" in rules else ""
        sentences.append(f"{identity}{both}.")
    if "tie" in rules:
        sentences.append(f"An earlier period may have been revised since, by up to {allowed}.")
    if "time" in rules:
        sentences.append(f"The parts of a period make it up, allowing for revisions of up to {allowed}.")
    if "partners" in rules:
        sentences.append("Trade with one partner is part of that with its bloc and with the world.")
    if "commodities" in rules:
        sentences.append("Trade in one commodity is part of trade in all goods.")
    return " ".join(sentences)
