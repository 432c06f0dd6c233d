"""Resolvers whose answers hang on their process, each with its contract: other processes import this file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from factcheck.observations import Answer, Failure, Query, SeriesQuery
from factcheck.testing import ResolverContract

WORDS = ("gacc", "census", "eurostat", "hmrc", "secex", "imf", "ecb", "wits", "comtrade", "dbnomics")


class Fixed(ResolverContract):
    """Of a resolver that always says the same."""

    known = (SeriesQuery("KAZ", "CHN"),)
    unknown = (SeriesQuery("FRA", "CHN"),)
    name = "fixed"

    def make_resolver(self):
        return self

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        return [Answer(query, self.name, failure=Failure.NO_DATA, detail=self.words()) for query in queries]

    def words(self) -> str:
        return "nothing"


class OrderOfASet(Fixed):
    """Puts a set into words in whatever order it comes."""

    def words(self) -> str:
        return ", ".join(set(WORDS))


class LocalClock(Fixed):
    """Tells a moment in the time zone of the machine."""

    def words(self) -> str:
        return f"{datetime.fromtimestamp(1_772_443_800):%Y-%m-%d %H:%M}"


class BreaksElsewhere(Fixed):
    """Cannot answer in another process."""

    def words(self) -> str:
        if __name__ == "resolver_contract_elsewhere":
            raise ValueError("only at home")
        return "nothing"


class NeedsAFixture(Fixed):
    """Is made from something that only the tests of this process have."""

    def make_resolver(self):
        return self if __name__ != "resolver_contract_elsewhere" else self.given_by_pytest
