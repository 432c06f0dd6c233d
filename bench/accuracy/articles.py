"""
Honest articles: true claims, 5 to 40 each, drawn from the snapshot's deciding rows as journalists would write them.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import isqrt
from pathlib import Path
from random import Random
from typing import NamedTuple

from bench.accuracy.article_claims import Article, Claim, Statement
from bench.accuracy.article_desk import Desk
from bench.accuracy.article_facts import Facts, facts_on
from bench.accuracy.article_forms import Beside, Change, Points, Quotient, Said, Streak, Sum, Variable
from bench.accuracy.article_rows import FLOWS, Family, Snapshot
from bench.accuracy.article_spans import MONTHS_IN_YEAR, Span, calendar_spans
from bench.accuracy.article_writers import WRITERS
from bench.accuracy.possible import possible

FEWEST, MOST = 5, 40
TRIES_PER_CLAIM = 12
LATEST_DELAY = 45  # days between a release and the article
BLANK_DELAY = 40  # after the end of a span whose release day is not known
SECOND_CURRENCY = 0.8
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEIGHTS = {"gacc": 14, "census": 6, "destatis": 3, "kita": 2, "mof-japan": 3, "eurostat": 3, "india-commerce": 2}


@dataclass(frozen=True)
class Honest:
    """An honest article with the facts that it was written from."""

    article: Article
    desks: tuple[Desk, ...]


@dataclass
class Newsroom:
    """Writes honest articles, and counts those that had to be thrown away."""

    snapshot: Snapshot
    days: Sequence[tuple[str, date]]
    random: Random
    refused: Counter[str] = field(default_factory=Counter)

    def articles(self, count: int) -> Iterator[Honest]:
        """So many articles whose figures, as the sources print them, can all be true under the rules."""
        while count:
            honest = self._attempt()
            if honest is None:
                self.refused["too little to write about"] += 1
            elif not possible([each for claim in honest.article.claims for each in claim.known]):
                self.refused["the sources' own figures do not fit together"] += 1
            else:
                count -= 1
                yield honest

    def _attempt(self) -> Honest | None:
        family = self._family()
        day = self._day(family)
        first_releases = self.random.random() < 0.4
        facts = facts_on(self.snapshot, family, day, first_releases)
        spans = self._spans(facts)
        if not spans:
            return None
        others = [facts_on(self.snapshot, each, day, first_releases) for each in self._others(family)]
        desks = [Desk(facts, spans, others, self.random)]
        for other in others:
            if other.family.unit != family.unit or self.random.random() < 0.6:
                desks.append(Desk(other, spans, [facts, *others], self.random))
        return self._write(Article(family, day), desks)

    def _family(self) -> Family:
        sources = sorted({family.source for family in self.snapshot.editions})
        source = self.random.choices(sources, [WEIGHTS.get(each, 1) for each in sources])[0]
        families = [family for family in sorted(self.snapshot.editions) if family.source == source]
        sizes = [isqrt(len(self.snapshot.editions[family])) for family in families]
        return self.random.choices(families, sizes)[0]

    def _day(self, family: Family) -> date:
        """A day soon after some release."""
        editions = self.snapshot.editions[family]
        span = self.random.choice(sorted(editions))
        edition = self.random.choice(editions[span])
        known = edition.published or span.end + timedelta(BLANK_DELAY)
        return known + timedelta(self.random.randint(1, LATEST_DELAY))

    def _spans(self, facts: Facts) -> list[Span]:
        """A few spans of one year and, often, of the year before it."""
        years = sorted({span.year for span in facts.chosen})
        if not years:
            return []
        year = self.random.choice(years[-4:] if self.random.random() < 0.7 else years)
        own = [span for span in sorted(facts.chosen) if span.year == year or span in calendar_spans(year)]
        wanted = min(len(own), self.random.randint(2, 9))
        spans = self.random.sample(own, wanted)
        if self.random.random() < 0.3:
            spans += [span for span in own if span.months == 1 or span.months == MONTHS_IN_YEAR]
        earlier = [span.earlier(MONTHS_IN_YEAR) for span in spans]
        spans += [span for span in earlier if span in facts.chosen and self.random.random() < 0.7]
        return list(dict.fromkeys(spans))

    def _others(self, family: Family) -> list[Family]:
        """Up to three other partners of the same office, with the world more often than not, and another currency."""
        kin = [
            each
            for each in sorted(self.snapshot.editions)
            if each != family and each._replace(partner=family.partner) == family
        ]
        world = [each for each in kin if each.partner == "WLD" and self.random.random() < 0.6]
        rest = [each for each in kin if each.partner != "WLD"]
        others = world + self.random.sample(rest, min(len(rest), self.random.choice((0, 0, 1, 2, 3))))
        twins = [
            each
            for each in sorted(self.snapshot.editions)
            if each.unit != family.unit and each._replace(unit=family.unit) == family
        ]
        return others + [each for each in twins if self.random.random() < SECOND_CURRENCY]

    def _write(self, article: Article, desks: Sequence[Desk]) -> Honest | None:
        wanted = int(FEWEST + (MOST - FEWEST) * self.random.random() ** 1.5)
        writers, weights = zip(*WRITERS, strict=True)
        for _ in range(wanted * TRIES_PER_CLAIM):
            desk = desks[0] if self.random.random() < 0.6 else self.random.choice(desks)
            claim = self.random.choices(writers, weights)[0](desk)
            if claim is not None and _new(article.claims, claim):
                article.claims.append(claim)
            if len(article.claims) == wanted:
                break
        if self.random.random() < 0.3:
            article.claims.append(day_claim(*self.random.choice(self.days), self.random))
        article.claims = one_basis(article.claims, article.about.unit)[:MOST]
        self.random.shuffle(article.claims)
        return Honest(article.numbered(), tuple(desks)) if len(article.claims) >= FEWEST else None


def _new(claims: Sequence[Claim], claim: Claim) -> bool:
    """Whether no two others already say something of the same kind about the same figures."""
    alike = [each for each in claims if each.variables == claim.variables and _kinds(each) == _kinds(claim)]
    return len(alike) < 2 and claim.quote not in [each.quote for each in alike]


def _kinds(claim: Claim) -> list[str]:
    return [each.kind for each in claim.statements]


def one_basis(claims: Sequence[Claim], currency: str, needed: Sequence[Claim] = ()) -> list[Claim]:
    """The claims without those that leave a set of flows on mixed bases, those in a second currency first."""
    kept = list(claims)
    while (mixed := mixed_set(kept)) is not None:
        loose = [claim for claim in kept if mixed in {each.of for each in identities(claim)} and claim not in needed]
        if not loose:
            return kept
        others = [claim for claim in loose if unit_of(claim) != currency]
        kept.remove((others or loose)[-1])
    return kept


FlowSet = tuple[Family, Span, Span | None]  # whose, when, and from which base; None for levels


class Identity(NamedTuple):
    """
    What a claim contributes to a set of flows.

    Attributes:
        of: the set.
        flow: which of its flows.
        unit: in which currency.
        states: whether it states the figure itself, not only something about it (a trend word, points, an increment).
    """

    of: FlowSet
    flow: str
    unit: str
    states: bool


def identities(claim: Claim) -> tuple[Identity, ...]:
    """All that a claim contributes to sets of flows."""
    found: dict[Identity, None] = {}
    for statement in claim.statements:
        for variable, base, states in _measured(statement):
            family = variable.series.family
            of = (family._replace(unit=""), variable.span, base)
            found[Identity(of, variable.series.flow, family.unit, states)] = None
    return tuple(found)


def _measured(statement: Statement) -> Iterator[tuple[Variable, Span | None, bool]]:
    form = statement.form
    match form:
        case Sum(terms=((variable, _),)):
            yield variable, None, True
        case Sum(terms=terms) | Quotient(of=terms):
            for variable, _ in terms:
                yield variable, None, False
        case Change():
            yield Variable(form.series, form.span), form.base, statement.kind == "change"
        case Points(now=now) | Streak(changes=(now, *_)):
            yield Variable(now.series, now.span), now.base, False


def mixed_set(claims: Sequence[Claim]) -> FlowSet | None:
    """A set of flows whose total and two others are claimed, but in no currency all three; None if there is none."""
    groups: dict[FlowSet, set[Identity]] = {}
    for claim in claims:
        for identity in identities(claim):
            groups.setdefault(identity.of, set()).add(identity)
    for of, group in groups.items():
        units = sorted({each.unit for each in group})
        stated = [{each.flow for each in group if each.unit == unit and each.states} for unit in units]
        if len(units) > 1 and _enough({each.flow for each in group}) and not any(map(_enough, stated)):
            return of
    return None


def _enough(flows: set[str]) -> bool:
    return "total" in flows and len(flows & set(FLOWS)) >= 3


def unit_of(claim: Claim) -> str:
    """The currency of the claim's first figure."""
    return claim.variables[0].series.family.unit if claim.variables else ""


def day_claim(event: str, day: date, random: Random, shift: int = 0) -> Claim:
    """A dated sentence with its weekday; ``shift`` names a wrong one."""
    weekday = WEEKDAYS[(day.weekday() + shift) % len(WEEKDAYS)]
    written = random.choice((f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}"))
    return Claim(f"came out on {weekday}, {written}", {}, (Statement("date", {"event": event}, Beside("day")),))


def release_days(root: Path) -> list[tuple[str, date]]:
    """The days of the snapshot's events and observed releases."""
    days = []
    for name in ("events/events.csv", "release-calendar/releases.csv"):
        with (root / "sources" / name).open(encoding="utf-8", newline="") as stream:
            days += [
                (row["id"], row["date"]) for row in csv.DictReader(stream) if len(row["date"]) == len("2025-01-01")
            ]
    return [(event, date.fromisoformat(day)) for event, day in sorted(days)]


def said_in(claims: Sequence[Claim]) -> list[Said]:
    """All that the claims say."""
    return [each for claim in claims for each in claim.said]
