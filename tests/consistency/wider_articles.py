"""
Articles with the other kinds of claim: records, pace, points, runs, sums of partners, the world, quarters.

The checker may leave out what it cannot use, so what it finds here is compared with the oracle one way only.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from random import Random

from factcheck.claims import Article, Claim, KindUse
from factcheck.periods import Period

from .articles import (
    ABOUT,
    MIXED,
    REVISIONS,
    Drawn,
    change,
    claim_of,
    level,
    moved,
    moved_rate,
    named,
    plain_claims,
    share,
)
from .number_words import amount_words, decimal_text, level_words, rate_words, rounded
from .truths import FLOWS, Truth, draw_amount, draw_growth, revised

QUARTERS = ("Q1", "Q2", "Q3", "Q4")
YEARS = (2021, 2022, 2023, 2024)
SPANS = (
    ("2021", "2022", "2023", "2024"),
    ("2022", "2023", "2024"),
    ("2023", "2024", "2024-Q1", "2024-H1"),
    ("2023-H1", "2024-H1", "2024-Q1", "2024-Q2"),
    ("2024", "2024-H1", "2024-Q3", "2024-Q4"),
)
WHO = (("Russia",), ("Russia",), ("Russia", "World"), ("Russia", "Germany"), ("Russia", "Germany", "World"))
PARTS = {"": QUARTERS, "H1": QUARTERS[:2], "H2": QUARTERS[2:]}
BOTH = ("Russia", "Germany")
Truths = dict[str, Truth]
Amounts = dict[str, tuple[Fraction, Fraction]]


def draw_wide_article(seed: int) -> Drawn:
    """An article of two to ten claims of any kind; those with an even seed are honest."""
    random, honest = Random(seed), seed % 2 == 0  # noqa: S311 - the same articles on every run
    r, span = random.choice(REVISIONS), random.choice(SPANS)
    truths = draw_world(random, r, span)
    count, partners = random.randint(3, 10), random.choice(WHO)
    liars = set() if honest else {random.randrange(count) for _ in range(random.choice((1, 2, 3)))}
    said: list[Claim] = []
    while len(said) < count:
        partner = random.choice(partners)
        for claim in wide_claims(random, truths, partner, len(said) in liars):
            said.append(named(claim, f"c{len(said) + 1}", partner))
    return Drawn(Article("a.yaml", tuple(said), published=date(2025, 7, 14), about=ABOUT), r, honest)


def draw_world(random: Random, r: Fraction, span: tuple[str, ...]) -> Truths:
    """Two partners and the world that holds them; their levels lie within a third of r of the sum of the quarters."""
    parts = {name: draw_quarters(random) for name in (*BOTH, "the rest")}
    parts["World"] = {
        quarter: (
            sum((parts[name][quarter][0] for name in parts), Fraction(0)),
            sum((parts[name][quarter][1] for name in parts), Fraction(0)),
        )
        for quarter in parts["the rest"]
    }
    signs = {"World": 1, **dict.fromkeys(BOTH, -1)}  # a member may not pass its whole
    return {name: truth_of(random, parts[name], r, span, sign) for name, sign in signs.items()}


def draw_quarters(random: Random) -> Amounts:
    """Exports and imports of every quarter, growing from year to year."""
    quarters: Amounts = {}
    amounts = [draw_amount(random), draw_amount(random)]
    for year in YEARS:
        amounts = [amount * (1 + draw_growth(random) / 100) for amount in amounts]
        for quarter in QUARTERS:
            exports, imports = (amount * Fraction(random.randrange(20, 31), 100) for amount in amounts)
            quarters[f"{year}-{quarter}"] = (exports, imports)
    return quarters


def truth_of(random: Random, quarters: Amounts, r: Fraction, span: tuple[str, ...], sign: int) -> Truth:
    """The levels of a span's periods, revised up or down, and each as the releases of its like have it."""
    truth = Truth()
    for period in span:
        year, _, part = period.partition("-")
        names = [f"{year}-{quarter}" for quarter in PARTS.get(part, (part,))]
        revisions = [1 + sign * r / 3 * random.choice((0, Fraction(1, 2), 1)) for _ in "em"]
        truth.levels[period] = (
            sum((quarters[name][0] for name in names), Fraction(0)) * revisions[0],
            sum((quarters[name][1] for name in names), Fraction(0)) * revisions[1],
        )
    for period in span:
        for before in span:
            if before[4:] == period[4:] and before < period:
                truth.bases[before, period] = revised(random, truth.levels[before], r)
    return truth


def wide_claims(random: Random, truths: Truths, partner: str, lies: bool) -> Iterator[Claim]:
    """One claim of any kind; none where the truth has no such words."""
    truth = truths[partner]
    say = random.choice(
        (level, change, share, None, None, pace, record, points, run, times, unsigned, of_world, of_both)
    )
    if say is None:
        yield from plain_claims(random, truth, lies, MIXED)
        return
    claim = say(random, truths, lies) if say in (of_world, of_both) else say(random, truth, lies)
    if claim is not None:
        yield claim


def rate(truth: Truth, flow: str, period: str) -> Fraction | None:
    """The change on a year earlier in per cent, None where the truth does not know it."""
    before = str(Period.parse(period).year_earlier)
    if (before, period) not in truth.bases:
        return None
    return (truth.level(flow, period) / truth.base(flow, before, period) - 1) * 100


def pace(random: Random, truth: Truth, lies: bool) -> Claim | None:
    """The order of two rates: "growth in exports slowed", "the decline in exports accelerated"."""
    flow, period = random.choice(FLOWS[:3]), random.choice(list(truth.levels))
    now = rate(truth, flow, period)
    before = rate(truth, flow, str(Period.parse(period).period_before_for_pace))
    if now is None or before is None or (now * before <= 0 and not lies):
        return None
    faster = (abs(now) > abs(before)) != (lies and random.random() < 0.5)
    noun = "growth" if (now > 0) != (lies and random.random() < 0.3) else "the decline"
    key, verb = ("accelerating", "accelerated") if faster else ("slowing", "slowed")
    return claim_of(f"{noun} in {flow} {verb}", flow, "trend", **{key: period})


def record(random: Random, truth: Truth, lies: bool) -> Claim | None:
    """An extreme: "exports hit a record high", "fell to a record low"."""
    flow, period = random.choice(FLOWS[:3]), random.choice(list(truth.levels))
    like = [truth.level(flow, other) for other in truth.levels if other < period and is_like(other, period)]
    own = truth.level(flow, period)
    if all(own > other for other in like) or lies:
        return claim_of(f"{flow} hit a record high", flow, "record", high=period)
    if all(own < other for other in like):
        return claim_of(f"{flow} fell to a record low", flow, "record", low=period)
    return None


def is_like(other: str, period: str) -> bool:
    """Whether they stand in one series: quarters with quarters, years with years, first halves with such."""
    return other[4:] == period[4:] or (other[4:6] == period[4:6] == "-Q")


def points(random: Random, truth: Truth, lies: bool) -> Claim | None:
    """A difference of two rates or of two shares: "growth rose 2.3 percentage points"."""
    flow, period = random.choice(FLOWS[:2]), random.choice(list(truth.levels))
    before = str(Period.parse(period).year_earlier)
    if random.random() < 0.5:
        now, then = rate(truth, flow, period), rate(truth, flow, before)
        if now is None or then is None:
            return None
        difference, what, options = now - then, "growth", {"of": "change"}
    elif before in truth.levels:
        shares = [truth.level(flow, each) / truth.level("total", each) * 100 for each in (period, before)]
        difference, what, options = shares[0] - shares[1], "the share", {"of": "share", "whole": {"flow": "total"}}
    else:
        return None
    difference = moved_rate(random, difference, lies)
    words = rate_words(random, abs(difference), doubled=False)
    if words is None:
        return None
    verb = "rose" if difference > 0 else "fell"
    quote = f"{what} {verb} {words.removesuffix('percent')}percentage points"
    return claim_of(quote, flow, "difference", period=period, **options)


def run(random: Random, truth: Truth, lies: bool) -> Claim | None:
    """A run: "exports rose for a third straight year"."""
    flow, year = random.choice(FLOWS[:3]), random.choice(("2023", "2024"))
    rates = [rate(truth, flow, str(each)) for each in range(int(year), 2021, -1)]
    known = [each for each in rates if each is not None]
    if len(known) < len(rates):
        return None
    rises = known[0] > 0
    length = next((place for place, each in enumerate(known) if (each > 0) != rises), len(known))
    if lies:
        length = random.randint(1, 3)
    ordinal = ("first", "second", "third")[length - 1]
    quote = f"{flow} {'rose' if rises else 'fell'} for a {ordinal} straight year"
    return Claim("", quote, (KindUse("count", {"up" if rises else "down": year, "of": "years"}),), {"flow": flow})


def times(random: Random, truth: Truth, lies: bool) -> Claim | None:
    """A multiple of another period: "exports were 1.6 times what they were in 2021"."""
    flow, period, other = random.choice(FLOWS[:3]), *random.sample(list(truth.levels), 2)
    if other[4:] != period[4:] or other >= period:
        return None
    factor = moved(random, truth.level(flow, period) / truth.level(flow, other), lies)
    if not Fraction(11, 10) < factor < 50:
        return None
    quote = f"{flow} were {decimal_text(rounded(factor, 1), 1)} times what they had been"
    return claim_of(quote, flow, "multiple", period=period, of=other)


def unsigned(random: Random, truth: Truth, lies: bool) -> Claim | None:
    """A balance of which only the size is said: "a balance of $12 billion"."""
    period = random.choice(list(truth.levels))
    words = level_words(random, abs(moved(random, truth.level("balance", period), lies)))
    return None if words is None else claim_of(f"the balance was {words}", "balance", "level", period=period)


def of_world(random: Random, truths: Truths, lies: bool) -> Claim | None:
    """A partner's share of the world: "4.5 percent of all exports"."""
    flow, partner = random.choice(FLOWS[:3]), random.choice(BOTH)
    period = random.choice(list(truths[partner].levels))
    part = truths[partner].level(flow, period) / truths["World"].level(flow, period) * 100
    part = moved_rate(random, part, lies)
    words = rate_words(random, part, doubled=False) if 0 < part < 99 else None
    if words is None:
        return None
    options: dict[str, str | dict[str, str]] = {"period": period, "of": {"partner": "World"}}
    return Claim("", f"it made up {words} of {flow}", (KindUse("share", options),), {"flow": flow, "partner": partner})


def of_both(random: Random, truths: Truths, lies: bool) -> Claim | None:
    """The sum of two partners: an amount, or its change."""
    flow, one, two = random.choice(FLOWS[:3]), *(truths[name] for name in BOTH)
    period = random.choice(list(one.levels))
    keys: dict[str, str | tuple[str, ...]] = {"flow": flow, "partner": BOTH}
    total = one.level(flow, period) + two.level(flow, period)
    before = str(Period.parse(period).year_earlier)
    if (before, period) in one.bases and random.random() < 0.5:
        base = one.base(flow, before, period) + two.base(flow, before, period)
        grown = moved_rate(random, (total / base - 1) * 100, lies)
        words = rate_words(random, abs(grown), doubled=False)
        if words is None or grown <= -99:
            return None
        verb = "rose" if grown > 0 else "fell"
        return Claim("", f"{flow} with the two {verb} {words}", (KindUse("change", {"period": period}),), keys)
    words = amount_words(random, moved(random, total, lies))
    if words is None:
        return None
    return Claim("", f"{flow} with the two were {words}", (KindUse("level", {"period": period}),), keys)
