"""
Small articles on trade, drawn at random: true figures first, then words for them, honest or not.

A claim rounds, cuts or hedges a true figure; a liar changes it before. Trade with two partners shares nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from random import Random
from typing import NamedTuple

from factcheck.claims import Article, Claim, KindUse
from factcheck.kinds.compile import CompiledArticle, compile_article

from .number_words import amount_words, decimal_text, level_words, number_words, rate_words, rounded
from .truths import FLOWS, Truth, draw_truth, earlier

ABOUT = {"source": "gacc", "reporter": "China", "partner": "Russia", "flow": "total", "currency": "USD"}
REVISIONS = (Fraction(3, 200), Fraction(1, 200), Fraction(3, 1000))
#: How far the revisions of an article with lies go, in times of what is allowed.
REACHES = (Fraction(1), Fraction(1), Fraction(6, 5), Fraction(2))
#: What an article speaks of; where it is amounts and their changes alone, the revisions of bases decide.
MIXED = ("level",) * 3 + ("change",) * 3 + ("trend",) * 2 + ("share", "multiple", "increment", "less", "both")
MIXTURES = (MIXED, MIXED, ("level", "level", "change", "both"))
#: How far a liar moves an amount (a part of it) or a rate (points).
LIES = tuple(Fraction(n, 1000) for n in (2, 5, 10, 15, 20, 30, 50, 100, 500))
POINT_LIES = tuple(Fraction(n, 100) for n in (5, 10, 30, 50, 100, 200, 500, 2000))


class Drawn(NamedTuple):
    """An article, how far revisions may go, and whether it is honest."""

    article: Article
    r: Fraction
    honest: bool


def draw_article(seed: int) -> Drawn:
    """An article of two to twelve claims; those with an even seed are honest."""
    random, honest = Random(seed), seed % 2 == 0  # noqa: S311 - the same articles on every run
    r = random.choice(REVISIONS)
    partners = ("Russia",) if random.random() < 0.7 else ("Russia", "Germany")
    reach = r if honest else r * random.choice(REACHES)
    truths = {partner: draw_truth(random, reach) for partner in partners}
    count, kinds = random.randint(2, 12), random.choice(MIXTURES)
    liars = set() if honest else {random.randrange(count) for _ in range(random.choice((1, 1, 2, 4)))}
    said: list[Claim] = []
    while len(said) < count:
        partner = random.choice(partners)
        for claim in plain_claims(random, truths[partner], len(said) in liars, kinds):
            said.append(named(claim, f"c{len(said) + 1}", partner))
    return Drawn(Article("a.yaml", tuple(said), published=date(2025, 7, 14), about=ABOUT), r, honest)


def compiled_without_faults(article: Article) -> CompiledArticle:
    """The statements of an article; every claim must be readable."""
    compiled = compile_article(article)
    assert not compiled.faults, compiled.faults
    return compiled


def named(claim: Claim, name: str, partner: str) -> Claim:
    """A claim with its id and, where it is not the article's, its partner."""
    keys = claim.keys if partner == ABOUT["partner"] or "partner" in claim.keys else {**claim.keys, "partner": partner}
    return Claim(name, claim.quote, claim.kinds, keys)


# Words for it.


def plain_claims(random: Random, truth: Truth, lies: bool, names: tuple[str, ...]) -> Iterator[Claim]:
    """One claim of the kinds that are named; none where the truth has no such words."""
    claim = PLAIN[random.choice(names)](random, truth, lies)
    if claim is not None:
        yield claim


def level(random: Random, truth: Truth, lies: bool) -> Claim | None:
    """An amount: "exports were about $47 billion", "a deficit of $12.2 billion"."""
    flow, period = random.choice(FLOWS), random.choice(list(truth.levels))
    value = moved(random, truth.level(flow, period), lies)
    if lies and random.random() < 0.2:
        flow = other_flow(random, flow)
    words = level_words(random, abs(value))
    if words is None:
        return None
    noun = f"{flow} were" if flow != "balance" else f"a {side(value)} of"
    return claim_of(f"{noun} {words}", flow, "level", period=period)


def change(random: Random, truth: Truth, lies: bool) -> Claim | None:
    """A rate of change: "exports fell 8.4 percent", "the deficit narrowed by nearly 10 percent", "imports doubled"."""
    found = draw_change(random, truth)
    if found is None:
        return None
    flow, period, base, rate = found
    rate = moved_rate(random, rate, lies)
    words = rate_words(random, abs(rate))
    if words is None or (rate < 0 and rate <= -99):
        return None
    subject = "trade" if flow == "total" else flow
    if flow == "balance":
        subject = f"the {side(truth.level(flow, period))}"
    verb = "rose" if rate > 0 else "fell"
    quote = f"{subject} {words}" if words == "doubled" and rate > 0 else f"{subject} {verb} {words}"
    if words == "doubled" and rate < 0:
        return None
    options = {"period": period} if base == earlier(period) else {"period": period, "from": base}
    return claim_of(quote, flow, "change", **options)


def trend(random: Random, truth: Truth, lies: bool) -> Claim | None:
    """A word for change: "exports plunged", "trade was flat"."""
    found = draw_change(random, truth)
    if found is None:
        return None
    flow, period, base, rate = found
    fitting = [key for key in TRENDS if lies or TRENDS[key][0](rate)]
    key = random.choice(fitting) if fitting else None
    if key is None:
        return None
    subject = {"total": "trade", "balance": f"the {side(truth.level(flow, period))}"}.get(flow, flow)
    options = {key.split()[0]: period} | ({} if base == earlier(period) else {"from": base})
    return claim_of(f"{subject} {TRENDS[key][1]}", flow, "trend", **options)


TRENDS: dict[str, tuple[Callable[[Fraction], bool], str]] = {
    "flat": (lambda rate: abs(rate) <= 1, "was flat"),
    "up": (lambda rate: rate > 0, "rose"),
    "down": (lambda rate: rate < 0, "fell"),
    "edged up": (lambda rate: 0 < rate <= 5, "edged up"),
    "edged down": (lambda rate: -5 <= rate < 0, "edged down"),
    "surge": (lambda rate: rate >= 10, "surged"),
    "plunge": (lambda rate: rate <= -10, "plunged"),
}
#: Fractions in words, and the shares in per cent that they stand for.
FRACTIONS = {
    "a third": (Fraction(95, 3), Fraction(35)),
    "nearly a quarter": (Fraction(95, 4), Fraction(2499, 100)),
    "a half": (Fraction(95, 2), Fraction(105, 2)),
    "two thirds": (Fraction(190, 3), Fraction(70)),
}


def share(random: Random, truth: Truth, lies: bool) -> Claim | None:
    """A share of exports or imports in the total: "exports made up 44 percent of trade", "a third of trade"."""
    flow, period = random.choice(FLOWS[:2]), random.choice(list(truth.levels))
    rate = moved_rate(random, truth.level(flow, period) / truth.level("total", period) * 100, lies)
    words = next((text for text, (low, high) in FRACTIONS.items() if low <= rate <= high), None)
    if words is None or random.random() < 0.4:
        words = None if not 0 < rate < 99 else rate_words(random, rate, doubled=False)
    return (
        None if words is None else claim_of(f"{flow} made up {words} of trade", flow, "share", period=period, of=TOTAL)
    )


TOTAL = {"flow": "total"}


def multiple(random: Random, truth: Truth, lies: bool) -> Claim | None:
    """How many times one flow is another: "exports were 1.5 times imports"."""
    flow, period = random.choice(FLOWS[:2]), random.choice(list(truth.levels))
    other = other_flow(random, flow)
    factor = moved(random, truth.level(flow, period) / truth.level(other, period), lies)
    words = number_words(random, factor, (1, 2))
    if words is None or not Fraction(1, 5) < factor < 50:
        return None
    if factor < 1:  # a hedge would belong to the fall
        words = decimal_text(rounded(factor, 2), 2)
    return claim_of(f"{flow} were {words} times {other}", flow, "multiple", period=period, of={"flow": other})


def increment(random: Random, truth: Truth, lies: bool) -> Claim | None:
    """An amount of change, on a base as first stated or as revised: "exports rose by $4.7 billion"."""
    found = draw_change(random, truth)
    if found is None:
        return None
    flow, period, base, _ = found
    now, then = truth.level(flow, period), truth.base(flow, base, period)
    if random.random() < 0.5 and now * truth.level(flow, base) > 0:
        then = truth.level(flow, base)
    value = moved(random, (now - then) * (-1 if now < 0 and flow == "balance" else 1), lies)
    words = amount_words(random, abs(value))
    if words is None:
        return None
    subject = {"total": "trade", "balance": f"the {side(truth.level(flow, period))}"}.get(flow, flow)
    options = {"period": period} if base == earlier(period) else {"period": period, "from": base}
    return claim_of(f"{subject} {'rose' if value > 0 else 'fell'} by {words}", flow, "difference", **options)


def less(random: Random, truth: Truth, lies: bool) -> Claim | None:
    """How much more one flow is than another: "exports were $10 billion more than imports"."""
    flow, period = random.choice(FLOWS[:2]), random.choice(list(truth.levels))
    other = other_flow(random, flow)
    value = moved(random, truth.level(flow, period) - truth.level(other, period), lies)
    words = amount_words(random, abs(value), hedges=False)
    if words is None:
        return None
    quote = f"{flow} were {words} {'more' if value > 0 else 'less'} than {other}"
    return claim_of(quote, flow, "difference", period=period, less={"flow": other})


def both(random: Random, truth: Truth, lies: bool) -> Claim | None:
    """A rate and an amount in one claim: "exports fell 8.4 percent to $47.16 billion"."""
    found = draw_change(random, truth)
    if found is None or found[0] == "balance" or found[2] != earlier(found[1]):
        return None
    flow, period, _, rate = found
    rate = moved_rate(random, rate, lies)
    share_words = rate_words(random, abs(rate), doubled=False)
    words = level_words(random, abs(moved(random, truth.level(flow, period), lies)))
    if words is None or share_words is None or rate <= -99:
        return None
    verb = "rose" if rate > 0 else "fell"
    kinds = (KindUse("change", {"period": period}), KindUse("level", {"period": period}))
    return Claim("", f"{flow} {verb} {share_words} to {words}", kinds, {"flow": flow})


PLAIN: dict[str, Callable[[Random, Truth, bool], Claim | None]] = {
    "level": level,
    "change": change,
    "trend": trend,
    "share": share,
    "multiple": multiple,
    "increment": increment,
    "less": less,
    "both": both,
}


def claim_of(quote: str, flow: str, kind: str, **options: str | dict[str, str]) -> Claim:
    """A claim of one kind, its name and partner to come."""
    return Claim("", quote, (KindUse(kind, options),), {"flow": flow})


def side(balance: Fraction) -> str:
    """What a balance is called."""
    return "surplus" if balance > 0 else "deficit"


def other_flow(random: Random, flow: str) -> str:
    """Exports for imports and the other way round; for the others either of the two."""
    return {"exports": "imports", "imports": "exports"}.get(flow) or random.choice(FLOWS[:2])


def draw_change(random: Random, truth: Truth) -> tuple[str, str, str, Fraction] | None:
    """A flow, a period, its base and the rate in per cent, that of a balance being the change of its size."""
    if not truth.bases:
        return None
    flow, (period, base) = random.choice(FLOWS), random.choice(truth.changes())
    now, then = truth.level(flow, period), truth.base(flow, base, period)
    if now * then <= 0:
        return None
    return flow, period, base, (now / then - 1) * 100


def moved(random: Random, value: Fraction, lies: bool) -> Fraction:
    """A figure, or what a liar makes of it: a little more or less, seldom with the other sign."""
    if not lies:
        return value
    return value * (1 + random.choice((1, -1)) * random.choice(LIES)) * (-1 if random.random() < 0.05 else 1)


def moved_rate(random: Random, rate: Fraction, lies: bool) -> Fraction:
    """A rate, or what a liar makes of it."""
    return rate + random.choice((1, -1)) * random.choice(POINT_LIES) if lies else rate
