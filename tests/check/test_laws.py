"""Laws of the checker that hold for every figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import Article, Claim, KindUse
from factcheck.observations import Citation, Observation, Standing
from factcheck.periods import Period
from factcheck.verification import verify

DAY = date(2025, 7, 14)
ABOUT = {"reporter": "China", "partner": "Russia", "flow": "total", "currency": "USD"}
SCALES = {0: "", 6: " million", 9: " billion", 12: " trillion"}

values = st.decimals("0.001", "99999", places=4)
rates = st.decimals("-99", "999", places=4)


class Rows:
    """A resolver that knows a few rows by heart."""

    name = "rows"

    def __init__(self, *rows: Observation) -> None:
        self.rows = rows

    def resolve(self, queries):
        from factcheck.observations import Answer

        for query in queries:
            yield Answer(query, self.name, self.rows if query.reporter == "CHN" else ())


def printed(value: Decimal, multiplier: int = 9, **more: object) -> Observation:
    settings = {
        "flow": "total",
        "measure": "level",
        "standing": Standing.DECIDES,
        "period": Period.parse("2024"),
        **more,
    }
    return Observation(
        reporter="CHN",
        partner="RUS",
        commodity="",
        scope="goods",
        valuation="",
        unit="USD",
        value=value,
        unit_multiplier=multiplier,
        decimals=-int(value.as_tuple().exponent),
        published=date(2025, 1, 13),
        citation=Citation("gacc", "test", "Test office", "https://example.org"),
        **settings,  # type: ignore[arg-type]
    )


def finding(row: Observation, quote: str, kind: str, **keys: str):
    claim = Claim("claim", quote, (KindUse(kind, {"period": "2024"}),), keys)
    (report,) = verify([Article("a.yaml", (claim,), published=DAY, about=ABOUT)], [Rows(row)])
    return report.findings[0]


@given(
    value=values,
    places=st.integers(0, 4),
    multiplier=st.sampled_from(sorted(SCALES)),
    rounding=st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]),
)
def test_a_rounded_amount_matches(value, places, multiplier, rounding):
    """
    Rounding a value to any number of decimals and stating it is never a fault.
    """
    number = value.quantize(Decimal(1).scaleb(-places), rounding)

    found = finding(printed(value, multiplier), f"${number:f}{SCALES[multiplier]}", "level")

    assert found.verdict == "match", found.explanation


@given(value=rates, places=st.integers(0, 4))
def test_a_rounded_rate_matches(value, places):
    """
    The same holds for a published rate, up or down.
    """
    number = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    row = printed(value, 0, measure="yoy")

    found = finding(row, f"a rate of {abs(number):f} percent", "change", direction="down" if value < 0 else "up")

    assert found.verdict == "match", found.explanation


@given(value=values, multiplier=st.sampled_from(sorted(SCALES)))
def test_an_amount_with_all_its_digits_is_within(value, multiplier):
    """
    What is printed, written as printed, matches as within.
    """
    found = finding(printed(value, multiplier), f"${value:f}{SCALES[multiplier]}", "level")

    assert (found.verdict, found.rule) == ("match", "within")


@given(
    value=st.integers(1, 10**6),
    places=st.integers(0, 4),
    units=st.integers(1, 1000),
    up=st.booleans(),
)
def test_an_amount_moved_by_a_unit_of_its_last_digit_misses(value, places, units, up):
    """
    One unit of the last digit more or less is another figure; only a round number near by may pass as coarse.
    """
    moved = value + units if up else value - units
    if moved < 0:
        return
    row = printed(Decimal(value).scaleb(-places))

    found = finding(row, f"${Decimal(moved).scaleb(-places):f} billion", "level")

    assert found.verdict == "discrepancy" or found.rule == "coarse"


@given(value=values, other=values)
def test_the_sign_of_the_margin_tells_match_from_miss(value, other):
    """
    A match leaves room; a miss leaves none, and none at all where the intervals only touch.
    """
    found = finding(printed(value), f"${other:f} billion", "level")

    assert found.margin > 0 if found.verdict == "match" else found.margin <= 0


def test_the_order_of_claims_and_articles_changes_no_verdict():
    """
    A verdict depends on its claim and the figures, not on its neighbours.
    """
    row = printed(Decimal("244.819"))
    texts = {"a": "$244.8 billion", "b": "$237 billion", "c": "about $245 billion"}
    claims = [Claim(name, text, (KindUse("level", {"period": "2024"}),)) for name, text in texts.items()]

    def verdicts(order):
        articles = [Article(f"{c.id}.yaml", (c,), published=DAY, about=ABOUT) for c in order]
        articles.append(Article("all.yaml", tuple(order), published=DAY, about=ABOUT))
        return {
            (report.path, replace(f, statement=None))
            for report in verify(articles, [Rows(row)])
            for f in report.findings
        }

    assert len({frozenset(map(repr, verdicts(order))) for order in permutations(claims)}) == 1


def test_the_order_of_rows_changes_no_verdict():
    """
    The reference is chosen by the rules, not by where a row stands in its file.
    """
    rows = [
        printed(Decimal("244.819")),
        printed(Decimal("244.81")),
        printed(Decimal("246"), standing=Standing.SUPPORTS),
        printed(Decimal("250.1"))._replace(published=None),
    ]
    claim = Claim("claim", "$244.81 billion", (KindUse("level", {"period": "2024"}),))
    article = Article("a.yaml", (claim,), published=DAY, about=ABOUT)

    found = {repr(list(verify([article], [Rows(*order)]))) for order in permutations(rows)}

    assert len(found) == 1
