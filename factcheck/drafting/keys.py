"""
The series keys of a statement, with the currency or unit that its figures have.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factcheck.claims import Text
from factcheck.drafting.clusters import Cluster
from factcheck.drafting.roles import Role
from factcheck.drafting.story import Story
from factcheck.drafting.subject import Subject
from factcheck.observations import ALL_GOODS
from factcheck.places import by_code, currency
from factcheck.units import is_money

TERMS = {
    "dollar": "USD", "us dollar": "USD", "yuan": "CNY", "renminbi": "CNY", "euro": "EUR", "yen": "JPY", "rouble": "RUB",
    "ruble": "RUB",
}  # fmt: skip


def series_keys(subject: Subject, story: Story, own: Sequence[str] = (), terms: str = "") -> dict[str, Text]:
    """
    All series keys of a statement.

    Args:
        subject: whose figure it is.
        story: the story.
        own: the currencies or units of the statement's amounts; with two of them it has no key for one.
        terms: the currency that the sentence says growth is measured in: "in yuan terms".
    """
    known = story.known
    keys: dict[str, Text] = {}
    if source := known.source(subject.reporter, subject.partner, subject.commodity):
        keys["source"] = source
    if subject.reporter:
        keys["reporter"] = by_code(subject.reporter).name
    keys["partner"] = by_code(subject.partner).name
    keys["flow"] = subject.flow
    if subject.commodity != ALL_GOODS:
        keys["commodity"] = subject.commodity
    unit = terms or _unit(subject, story) if not own else own[0] if len(own) == 1 else ""
    if unit:
        keys["currency"] = unit
    if subject.holder:
        keys["holder"] = by_code(subject.holder).name
    return keys


def in_terms_of(sentence: str) -> str:
    """The currency of "in yuan terms" and "in dollar terms"; blank where a sentence does not say it, or says two."""
    found = {TERMS[match[1].lower()] for match in _in_terms().finditer(sentence)}
    return found.pop() if len(found) == 1 else ""


@lru_cache(maxsize=1)
def _in_terms() -> re.Pattern[str]:
    return re.compile(rf"\bin ({'|'.join(TERMS)})[- ](?:denominated )?terms\b", re.IGNORECASE)


def own_units(cluster: Cluster) -> tuple[str, ...]:
    """The currencies and units of a statement's amounts, sorted."""
    units = {told.mention.unit for told in cluster if told.role in (Role.LEVEL, Role.DIFFERENCE)}
    return tuple(sorted(units - {""}))


def is_other_dollar(cluster: Cluster, subject: Subject, story: Story) -> str:
    """The other dollar that a bare "$" may mean: the reporter's own, where the story writes that one out (C$)."""
    own = currency(subject.reporter) if subject.reporter else None
    if own not in ("AUD", "CAD", "HKD", "NZD", "SGD"):
        return ""
    written = any(each.unit == own for each in story.mentions)
    bare = any(told.mention.surface.startswith("$") and told.mention.unit == "USD" for told in cluster)
    return str(own) if written and bare else ""


def _unit(subject: Subject, story: Story) -> str:
    """The currency or unit of a series whose words have none: the story's, else the only one that is known."""
    units = story.known.units(subject.reporter, subject.partner, subject.flow, subject.commodity)
    own = story.setting.currency
    if own and (not units or own in units):
        return own
    return units[0] if len(units) == 1 else "" if subject.commodity != ALL_GOODS or not is_money(own) else own
