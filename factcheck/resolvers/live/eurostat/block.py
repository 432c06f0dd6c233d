"""
What one request to Comext asks: some reporters, partners, products and times of one frequency, never too many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from factcheck.observations import SeriesQuery
from factcheck.periods import Period
from factcheck.resolvers.live.eurostat.codes import FLOWS, OUTSIDE, WORLD, partner_code, product_code, reporters
from factcheck.resolvers.live.wanted import months_of, wanted_periods, years_of

INDICATOR = "VALUE_IN_EUROS"
ALL_PARTNERS = 300  # about so many there are, aggregates included
MOST_CELLS = 50_000  # of a request; from half a million on the service makes one wait
MOST_CODES = 300  # in an address
#: Dimension of the service -> that of a block.
DIMENSIONS = {"reporter": "reporters", "partner": "partners", "product": "products", "time": "times"}


class Block(NamedTuple):
    """
    A request.

    Attributes:
        freq: M or A.
        partners: their codes; none is every partner.
        times: 2024-01 or 2024.
    """

    freq: str
    reporters: tuple[str, ...]
    partners: tuple[str, ...]
    products: tuple[str, ...]
    times: tuple[str, ...]

    @property
    def sent_partners(self) -> tuple[str, ...]:
        """The partners to ask for: to tell whether the world is whole, what comes from outside the Union is needed."""
        beside = WORLD in self.partners and OUTSIDE not in self.partners
        return (*self.partners, OUTSIDE) if beside else self.partners

    @property
    def is_small(self) -> bool:
        """Whether it can be asked at once."""
        partners = len(self.sent_partners)
        others = len(self.reporters) * len(self.products) * len(self.times) * len(FLOWS)
        codes = len(self.reporters) + len(self.products) + len(self.times) + partners
        return others * (partners or ALL_PARTNERS) <= MOST_CELLS and codes <= MOST_CODES

    def params(self) -> list[tuple[str, str]]:
        """The parameters of its request, a code each."""
        asked = [("format", "JSON"), ("lang", "EN"), ("freq", self.freq), ("indicators", INDICATOR)]
        for name, codes in (
            ("reporter", self.reporters),
            ("partner", self.sent_partners),
            ("product", self.products),
            ("flow", tuple(FLOWS)),
            ("time", self.times),
        ):
            asked += [(name, code) for code in codes]
        return asked

    def halves(self, dimension: str = "") -> list[Block]:
        """Two blocks that are this one together: along a dimension of the service, else the longest; none if single."""
        field = DIMENSIONS.get(dimension) or max(DIMENSIONS.values(), key=lambda name: len(getattr(self, name)))
        codes: tuple[str, ...] = getattr(self, field)
        if len(codes) < 2:
            return []
        middle = len(codes) // 2
        return [Block(**{**self._asdict(), field: part}) for part in (codes[:middle], codes[middle:])]


def groups_of(queries: Sequence[SeriesQuery], today: date) -> Iterator[tuple[Sequence[SeriesQuery], list[Block]]]:
    """
    Queries that are asked together, each once, with the blocks that answer them.

    All go into one request if that is small; else they part by reporter, then by goods, then a block is halved.
    """
    blocks = _blocks(queries, today)
    if not all(block.is_small for block in blocks):
        for key in ("reporter", "commodity"):
            if len(values := sorted({getattr(query, key) for query in queries})) > 1:
                for value in values:
                    yield from groups_of([query for query in queries if getattr(query, key) == value], today)
                return
    yield queries, [small for block in blocks for small in _small(block)]


def _blocks(queries: Sequence[SeriesQuery], today: date) -> list[Block]:
    """One block for each frequency."""
    periods = wanted_periods(queries, today)
    own = tuple(sorted({reporters()[query.reporter] for query in queries}))
    found = {partner_code(query.reporter, query.partner) for query in queries if query.partner is not None}
    partners = () if any(query.partner is None for query in queries) else tuple(sorted(filter(None, found)))
    products = tuple(sorted({product_code(query.commodity) or "" for query in queries}))
    times = {"A": [Period.of_year(year) for year in years_of(periods)], "M": months_of(periods)}
    return [Block(freq, own, partners, products, tuple(map(str, wanted))) for freq, wanted in times.items() if wanted]


def _small(block: Block) -> Iterator[Block]:
    if block.is_small:
        yield block
        return
    for half in block.halves():
        yield from _small(half)
