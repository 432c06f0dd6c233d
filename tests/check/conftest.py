"""Small worlds to check claims in: a few rows, one claim, the finding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

import pytest

from factcheck.claims import Article, Claim, KindUse
from factcheck.findings import Finding
from factcheck.kinds.compile import compile_article
from factcheck.observations import Answer, Citation, Event, EventQuery, Observation, Standing
from factcheck.periods import Period
from factcheck.verification import verify

ABOUT = {"reporter": "China", "partner": "Russia", "flow": "total", "currency": "USD"}


class Rows:
    """A resolver over rows that a test wrote."""

    name = "rows"

    def __init__(self, rows: Sequence[Observation], events: Sequence[Event] = ()) -> None:
        self.rows = tuple(rows)
        self.events = tuple(events)

    def resolve(self, queries):
        for query in queries:
            if isinstance(query, EventQuery):
                found = [
                    event
                    for event in self.events
                    if event.id == query.event
                    or (query.event is None and (event.source, event.period) == (query.source, query.period))
                ]
                yield Answer(query, self.name, events=tuple(found))
            else:
                yield Answer(
                    query,
                    self.name,
                    tuple(
                        row
                        for row in self.rows
                        if row.reporter == query.reporter
                        and row.commodity == query.commodity
                        and query.partner in (None, row.partner)
                        and (query.periods is None or row.period in query.periods)
                    ),
                )


@pytest.fixture
def row() -> Callable[..., Observation]:
    """
    Build a row from its printed text: ``row("2024", "244.81")`` is 244.81 billion dollars, China's total with Russia.
    """

    def build(period: str, value: str, published: str | None = "2025-01-13", **more: object) -> Observation:
        number = Decimal(value)
        measure = str(more.pop("measure", "level"))
        source = str(more.pop("source", "gacc"))
        local = bool(more.pop("local", False))
        settings = {
            "reporter": "CHN",
            "partner": "RUS",
            "flow": "total",
            "commodity": "",
            "scope": "goods",
            "valuation": "",
            "unit": "USD",
            "unit_multiplier": 9 if measure == "level" else 0,
            "decimals": max(0, -int(number.as_tuple().exponent)),
            "standing": Standing.DECIDES,
            **more,
        }
        return Observation(
            period=Period.parse(period),
            measure=measure,
            value=number,
            published=None if published is None else date.fromisoformat(published),
            citation=Citation(source, "test", "Test office", f"https://example.org/{source}", local=local),
            **settings,  # type: ignore[arg-type]
        )

    return build


@pytest.fixture
def check() -> Callable[..., list[Finding]]:
    """
    Check one claim: ``check(rows, "$244.81 billion", level="2024")`` gives its findings.
    """

    def run(
        rows: Sequence[Observation],
        quote: str,
        *,
        published: str | None = "2025-07-14",
        keys: dict[str, str] | None = None,
        about: dict[str, str] | None = None,
        events: Sequence[Event] = (),
        **kinds: object,
    ) -> list[Finding]:
        uses = tuple(
            KindUse(kind, options if isinstance(options, dict) else {"period": options})
            for kind, options in kinds.items()
        )
        claim = Claim("claim", quote, uses, keys or {})
        article = Article(
            "claims.yaml",
            (claim,),
            published=None if published is None else date.fromisoformat(published),
            about=ABOUT if about is None else about,
        )
        faults = compile_article(article).faults
        if faults:
            raise faults[0].error
        (report,) = verify([article], [Rows(rows, events)])
        return list(report.findings)

    return run
