"""
Eurostat's Comext: trade in goods of the European Union and its members with each partner, by month and year, in euros.

Asked through the Statistics API, which answers in JSON-stat. Three things are not as they look. A code that is not
known is no error there but a dimension without codes. Trade with others is out a month before that among members, so
that a member's trade with the world is for a month only that with others. And a year may be summed up before its
December is in. The last two are held back until they are whole.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from factcheck.observations import Answer, Failure, Observation, Query, SeriesQuery
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.budget import Allowance
from factcheck.resolvers.live.eurostat.block import Block, groups_of
from factcheck.resolvers.live.eurostat.codes import DATASET, partner_code, product_code, reporters
from factcheck.resolvers.live.eurostat.reply import Found, Held, Question, refused
from factcheck.resolvers.live.failure import LiveFailure
from factcheck.resolvers.live.rows import answer_of, not_asked, one_each
from factcheck.resolvers.live.service import Service
from factcheck.resolvers.live.transport import Transport

SERVICE = Service(
    name="eurostat",
    source="eurostat",
    agency="Eurostat",
    base_url="https://ec.europa.eu/eurostat/api/comext/dissemination",
    homepage="https://ec.europa.eu/eurostat/web/international-trade-in-goods",
    licence="CC BY 4.0; source: Eurostat",
    holds="goods trade of the EU and its members by partner, month and year, in all and by HS of 2 to 6 digits",
    valuation="exports FOB, imports CIF; not seasonally adjusted",
    lag="trade with non-members about 46 days after the month, among members a month more",
    revisions="every month",
    limits="none is published; one request at a time",
    allowance=Allowance(1.0, 1000),
)
MOST_REQUESTS = 60  # for a group of queries


class Eurostat:
    """
    Answers from Comext; queries go out together while their cells are few.

    Args:
        access: how the service is reached.
    """

    name = SERVICE.name
    live = True
    service = SERVICE

    def __init__(self, access: Access) -> None:
        self._transport = Transport(SERVICE, access)
        self._today = access.now().date()

    def covers(self, query: Query) -> bool:
        """The Union or a member, with a partner or with every one, in all goods or a heading."""
        return (
            isinstance(query, SeriesQuery)
            and query.reporter in reporters()
            and query.partner != query.reporter
            and (query.partner is None or partner_code(query.reporter, query.partner) is not None)
            and product_code(query.commodity) is not None
        )

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        """Answer every query; those that name partners and those that want every one go out apart."""
        asked: list[SeriesQuery] = []
        for query in queries:
            if isinstance(query, SeriesQuery) and self.covers(query):
                asked.append(query)
            else:
                yield not_asked(query, self.name)
        for together in ([each for each in asked if each.partner], [each for each in asked if not each.partner]):
            for group, blocks in groups_of(together, self._today) if together else ():
                yield from self._of_group(group, blocks)

    def _of_group(self, queries: Sequence[SeriesQuery], blocks: Sequence[Block]) -> Iterator[Answer]:
        try:
            found, failed = self._found(blocks)
        except LiveFailure as failure:
            yield from (failure.answer(query, self.name) for query in queries)
            return
        for query in queries:
            why = next((held.why for held in found.held if _fits(held, query)), "")
            # a whole series is asked for some decades only: it may reach further back
            complete = query.periods is not None and not (why and query.partner is None)
            answer = answer_of(query, self.name, found.rows, complete=complete)
            if failed is not None:
                yield failed.beside(answer)
            else:
                yield answer._replace(detail=why) if why and answer.failure is Failure.NO_DATA else answer

    def _found(self, blocks: Sequence[Block]) -> tuple[Found, LiveFailure | None]:
        """
        All rows of the blocks, and why one of them has none.

        A block that has an unknown code is halved until the others are answered.
        """
        waiting, rows, held = deque(blocks), list[Observation](), list[Held]()
        first: LiveFailure | None = None
        requests = 0
        while waiting:
            requests += 1
            if requests > MOST_REQUESTS:
                raise LiveFailure(Failure.TOO_BIG, f"it would take more than {MOST_REQUESTS} requests; ask for less")
            block = waiting.popleft()
            try:
                found = self._ask(block)
            except LiveFailure as failed:
                first = first or failed
                continue
            rows += found.rows
            held += found.held
            if found.unknown:
                waiting.extendleft(reversed(block.halves(found.unknown)))
        return Found(one_each(rows), held), first

    def _ask(self, block: Block) -> Found:
        return self._transport.get(
            f"/statistics/1.0/data/{DATASET}",
            block.params(),
            read=Question(block, SERVICE).read,
            refused=refused,
            statuses={404: Failure.BAD_REQUEST},
        )


def _fits(held: Held, query: SeriesQuery) -> bool:
    return (
        (held.reporter, held.commodity) == (query.reporter, query.commodity)
        and query.partner in (None, held.partner)
        and (query.periods is None or held.period in query.periods)
    )
