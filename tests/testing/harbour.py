"""A right resolver of an invented service: each wrong one of the tests of the contract differs from it in one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from factcheck.observations import Answer, Observation, Query, Resolver, SeriesQuery
from factcheck.periods import Period
from factcheck.plugin_kit.sample import record_sample
from factcheck.resolvers.live import (
    Access,
    Allowance,
    Key,
    LiveFailure,
    Reply,
    Service,
    Transport,
    answer_of,
    bad_payload,
    citation,
    day_of,
    level,
    not_asked,
    number,
    vintage,
)
from factcheck.testing import Fault, ResolverContract

SERVICE = Service(
    name="harbour",
    source="harbour",
    agency="The office that counts",
    base_url="https://statistics.example/api/v1",
    homepage="https://statistics.example",
    licence="free, with attribution",
    holds="trade of Kazakhstan",
    valuation="exports FOB",
    lag="six weeks",
    revisions="monthly",
    limits="none",
    allowance=Allowance(0.0, None),
    key=Key("HARBOUR_KEY", parameter="key", optional=True),
)
FLOWS = {"X": "exports", "M": "imports"}
YEARS = SeriesQuery("KAZ", "CHN", periods=frozenset({Period.parse("2023"), Period.parse("2024")}))
MONTH = SeriesQuery("KAZ", "CHN", periods=frozenset({Period.parse("2025-06")}))
LONG_AGO = SeriesQuery("KAZ", "CHN", periods=frozenset({Period.parse("1990")}))


class Harbour:
    """The right one."""

    name = SERVICE.name
    live = True
    service = SERVICE

    def __init__(self, access: Access) -> None:
        self.access = access
        self.transport = Transport(self.service, access)

    def covers(self, query: Query) -> bool:
        return isinstance(query, SeriesQuery) and query.reporter == "KAZ" and query.partner is not None

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        return [self.answer(query) for query in queries]

    def answer(self, query: Query) -> Answer:
        if not isinstance(query, SeriesQuery) or query.partner is None or not self.covers(query):
            return not_asked(query, self.name)
        try:
            return answer_of(query, self.name, self.rows(query.partner))
        except LiveFailure as failed:
            return failed.answer(query, self.name)

    def rows(self, partner: str) -> list[Observation]:
        asked = [("partner", partner), ("format", "json")]
        return self.transport.get("/trade", asked, read=self.read, keyed=True)

    def read(self, reply: Reply) -> list[Observation]:
        found = reply.json()
        if not isinstance(found, dict) or found.get("currency") != "USD" or found.get("count") != len(found["figures"]):
            raise bad_payload("not what was asked for")
        return [self.row(figure, found, reply) for figure in found["figures"]]

    def row(self, figure: dict[str, str], found: dict[str, str], reply: Reply) -> Observation:
        period = Period.parse(figure["period"])
        return level(
            self.service,
            citation(self.service, reply, "trade"),
            reporter="KAZ",
            partner=found["partner"],
            flow=FLOWS[figure["flow"]],
            period=period,
            unit="USD",
            value=number(figure["value"], "a value"),
            multiplier=6,
            published=vintage(reply, day_of(found["updated"], "updated"), period),
        )


class HarbourContract(ResolverContract):
    """The contract as a plugin's tests inherit it; ``of`` names another resolver for it."""

    known = (YEARS, MONTH)
    unknown = (LONG_AGO, SeriesQuery("FRA", "CHN"))
    maker: type = Harbour

    def make_live(self, access: Access) -> Resolver:
        made: Resolver = self.maker(access)
        return made


def contract(maker: type, folder: Path, **told: object) -> ResolverContract:
    """The contract of a resolver, on the recorded sample in a folder; more can be told to it by name."""
    if not folder.exists():
        record_sample(folder)
    tests = type("Tests", (HarbourContract,), {"maker": maker, "recorded": folder, **told})()
    assert isinstance(tests, ResolverContract)
    return tests


def replaced(old: bytes, new: bytes) -> Fault:
    """A reply with other words in it."""
    return lambda sent: sent._replace(body=sent.body.replace(old, new))


def all_tests() -> list[str]:
    """The names of all tests of the contract."""
    return [name for name in dir(ResolverContract) if name.startswith("test_")]
