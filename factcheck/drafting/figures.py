"""
From the figures of a statement to a proposal: without kinds where the words leave more than one reading.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import KindUse
from factcheck.drafting.beside import beside
from factcheck.drafting.clauses import is_nearer_else, names_a_flow, speaks_of_else, speaks_of_trade
from factcheck.drafting.clusters import Cluster
from factcheck.drafting.keys import in_terms_of, is_other_dollar, own_units, series_keys
from factcheck.drafting.kind_uses import in_short, kind_uses, merged
from factcheck.drafting.periods import When
from factcheck.drafting.proposal import Proposal
from factcheck.drafting.roles import Role
from factcheck.drafting.story import Story
from factcheck.drafting.subject import Around, Subject
from factcheck.observations import ALL_GOODS
from factcheck.periods import Period
from factcheck.units import is_money


def is_about_trade(cluster: Cluster, around: Around, *, goes_on: bool) -> bool:
    """Whether figures are of trade: their words name a flow, or go on about one and are about nothing else."""
    counted = [told for told in cluster if told.mention.unit and not _is_rate_or_money(told.mention.unit)]
    if is_nearer_else(around.scope[: around.at]):
        return False
    else_too = speaks_of_else(around.scope)
    if speaks_of_trade(around.scope):
        return not else_too or (names_a_flow(around.scope) and not counted)
    return (goes_on or speaks_of_trade(around.sentence)) and not speaks_of_else(around.sentence)


def _is_rate_or_money(unit: str) -> bool:
    return is_money(unit) or unit in ("%", "pp", "x")


def left_to_people(cluster: Cluster, around: Around, story: Story) -> Proposal | None:
    """A figure that is said of no trade: a question where the words do not even say what else it is of."""
    first = cluster[0].mention
    if speaks_of_else(around.sentence) and not speaks_of_trade(around.scope):
        return None
    ask = f"who can confirm “{story.words(first)}”? write seen: with source, by and on; or leave the claim out"
    return Proposal(first.span, first.sentence, asks=(ask,), figures=tuple(told.mention for told in cluster))


def propose(cluster: Cluster, subject: Subject, moment: When, story: Story) -> Proposal:
    """The claim of one statement's figures."""
    first, last = cluster[0].mention, cluster[-1].mention
    asks = [*subject.asks, *moment.asks]
    taken = list(kind_uses(cluster, subject, moment, story, asks))
    kinds = [use for use, _ in taken]
    start = first.span[0]
    for use, place in beside(cluster, moment, story):
        kinds.append(use)
        start = min(start, place)
    asks += [_choice(kinds, moment.period, period) for period in moment.choices]
    own = own_units(cluster)
    keys = series_keys(subject, story, own, in_terms_of(story.text[slice(*first.sentence)]))
    open_series = _open_series(cluster, kinds, subject, story, keys.get("currency") is not None or bool(own))
    asks += open_series
    settled = kinds and not (subject.is_open or open_series or moment.period is None or moment.choices)
    return Proposal(
        span=(start, last.span[1]),
        sentence=first.sentence,
        kinds=tuple(merged(kinds)) if settled else (),
        keys=keys,
        asks=tuple(dict.fromkeys(asks)),
        note=subject.note,
        figures=tuple(told.mention for told in cluster),
        would=tuple(merged(kinds)),
        takes=tuple((use.kind, story.words(mention)) for use, mention in taken),
    )


def _open_series(
    cluster: Cluster, kinds: Sequence[KindUse], subject: Subject, story: Story, has_unit: bool
) -> list[str]:
    """What must be known of the series before anything can be checked: its currency, its goods, which dollar."""
    asks = []
    if kinds and story.text is not story.original:
        asks.append(f"whose figures, and with whom? write reporter: and partner:, and {in_short(kinds)}")
    elif kinds and not subject.reporter:
        asks.append(f"whose figures? write reporter: and partner:, and {in_short(kinds)}")
    if kinds and not has_unit:
        units = story.known.units(subject.reporter, subject.partner, subject.flow, subject.commodity)
        asks.append(f"in which currency? write currency: {' or '.join(units) or 'USD'}, and {in_short(kinds)}")
    if any(told.role in (Role.LEVEL, Role.DIFFERENCE) and told.mention.unit == "" for told in cluster):
        asks.append(f"in which currency? write currency:, and {in_short(kinds)}")
    if subject.commodity == ALL_GOODS and any(unit and not is_money(unit) for unit in own_units(cluster)):
        asks.append(f"which commodity? write commodity: with its id, and {in_short(kinds)}")
    if dollar := is_other_dollar(cluster, subject, story):
        asks.append(f"US dollars, or {dollar}? write currency: and {in_short(kinds)}")
    return asks


def _choice(kinds: Sequence[KindUse], period: Period | None, other: Period) -> str:
    """The kinds as they would stand in the file for another period."""
    return f"{in_short(kinds).replace(str(period), str(other))} if the words are about {other}"
