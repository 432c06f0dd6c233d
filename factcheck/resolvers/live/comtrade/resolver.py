"""
UN Comtrade: what some 200 reporters told the United Nations of their trade, in dollars, with every partner.

With a key a request takes lists of reporters, partners, periods and goods; without, it takes one period and gives 500
rows at most, so that little is asked. Neither says when it cuts a reply. One logical figure stands in several rows:
only the totals are asked for, and only they are kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from urllib.parse import urlsplit

from factcheck.observations import Answer, Failure, Observation, Query, SeriesQuery, Standing
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.budget import Allowance
from factcheck.resolvers.live.comtrade import errors
from factcheck.resolvers.live.comtrade.calls import BESIDE, KEYED, NAMED, PREVIEW, STAND_IN, Call, Want, plan, wants_of
from factcheck.resolvers.live.comtrade.codes import goods_code, partners, period_code, reporters
from factcheck.resolvers.live.comtrade.releases import Releases
from factcheck.resolvers.live.comtrade.rows import Figure, figures
from factcheck.resolvers.live.failure import LiveFailure
from factcheck.resolvers.live.reply import Reply
from factcheck.resolvers.live.rows import answer_of, citation, level, not_asked
from factcheck.resolvers.live.service import Key, Service
from factcheck.resolvers.live.transport import Transport

SERVICE = Service(
    name="comtrade",
    source="comtrade",
    agency="United Nations Statistics Division",
    base_url="https://comtradeapi.un.org",
    homepage="https://comtradeplus.un.org",
    licence="UN Comtrade policy on use and re-dissemination: with attribution; no bulk redistribution without consent",
    holds="goods trade of about 200 reporters with each partner by year and month, in total and by HS heading",
    valuation="exports FOB; imports CIF, or FOB where a country counts them so",
    lag="monthly: weeks to months after the reporter's own release; annual: 3 to 12 months",
    revisions="a data set is replaced as a whole, with the day of its last release; older ones are not kept",
    limits="with a free key 500 calls a day and 12 periods a call; without one period and 500 rows a call",
    allowance=Allowance(2.0, 500),
    key=Key("COMTRADE_API_KEY", header="Ocp-Apim-Subscription-Key", optional=True),
    standing=Standing.SUPPORTS,
    revision=Fraction(1, 100),
)
NOTES = {"TWN": "Taiwan stands there as Other Asia, not elsewhere specified"}


class Comtrade:
    """
    Answers with what reporters told the United Nations.

    Args:
        access: how the service is reached; without a key in it every request is dear.
    """

    name = SERVICE.name
    live = True
    service = SERVICE

    def __init__(self, access: Access) -> None:
        self._access = access
        self._transport = Transport(SERVICE, access)
        self._terms = KEYED if self._transport.has_key else PREVIEW
        self._releases = Releases(Transport(SERVICE, access), self._terms, self._refused)
        self._today = access.now().date()
        self._asked: set[Call] = set()
        self.costly = not self._terms.keyed

    def covers(self, query: Query) -> bool:
        """Goods in total or by heading, of a reporter that has a number there; blocs are no partners."""
        return (
            isinstance(query, SeriesQuery)
            and query.reporter in reporters()
            and (query.partner is None or query.partner in partners())
            and goods_code(query.commodity) is not None
        )

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        """Answer every query; all go out together, in as few requests as the lists allow."""
        asked = [query for query in queries if isinstance(query, SeriesQuery) and self.covers(query)]
        wants = {query: wants_of(query, self._today) for query in asked}
        found = self._found(wants.values())
        for query in queries:
            if isinstance(query, SeriesQuery) and query in wants:
                yield found.answer(query, wants[query])
            else:
                yield not_asked(query, self.name)

    def _found(self, wanted: Iterable[Mapping[Want, int]]) -> _Found:
        """What there is of all that is wanted, and why there is not."""
        wants: dict[Want, int] = {}
        for each in wanted:
            wants.update((want, min(turn, wants.get(want, turn))) for want, turn in each.items())
        found = _Found()
        slots = {_slot(want) for want, turn in wants.items() if turn == NAMED}
        self._ask({want: turn for want, turn in wants.items() if _slot(want) in slots}, found)
        self._ask(found.later({want: turn for want, turn in wants.items() if _slot(want) not in slots}), found)
        for figure, day in zip(found.read, self._releases.days(found.read), strict=True):
            found.rows[figure.reporter, figure.commodity].append(_observation(figure, day))
        return found

    def _ask(self, wants: Mapping[Want, int], found: _Found) -> None:
        """Ask for what is wanted, as far as requests are left."""
        for call, made_for in plan(wants, self._terms):
            if call not in self._asked and len(self._asked) >= self._terms.requests:
                found.beyond.update(made_for)
                continue
            self._asked.add(call)
            try:
                found.read += self._figures(call)
            except LiveFailure as failure:
                found.failed.update(dict.fromkeys(made_for, failure))

    def _figures(self, call: Call) -> list[Figure]:
        return self._transport.get(
            f"{self._terms.data}/C/{call.frequency}/HS",
            call.params(self._terms),
            read=lambda reply: figures(reply, call, self._terms.caps),
            keyed=self._terms.keyed,
            refused=self._refused,
            statuses={404: Failure.BAD_REQUEST},
        )

    def _refused(self, reply: Reply) -> None:
        """
        Look for a refusal, and remember how long there is no use in asking.

        Raises:
            LiveFailure: it is one.
        """
        try:
            errors.check(reply)
        except errors.QuotaGone as gone:
            if gone.wait is not None and self._access.budget is not None:
                self._access.budget.forbid(urlsplit(self._transport.base_url).netloc, self._access.now() + gone.wait)
            raise


class _Found:
    """
    What a batch brought.

    Attributes:
        read: the figures, as they came.
        rows: the same with their days, by reporter and commodity.
        failed: what there is no answer to, and why.
        beyond: what was not asked, for it would have been too many requests.
    """

    def __init__(self) -> None:
        self.read: list[Figure] = []
        self.rows: defaultdict[tuple[str, str], list[Observation]] = defaultdict(list)
        self.failed: dict[Want, LiveFailure] = {}
        self.beyond: set[Want] = set()

    def later(self, wants: Mapping[Want, int]) -> dict[Want, int]:
        """When the rest is asked for, now that the named years are there: some months need not stand in for theirs."""
        years: set[tuple[str | None, ...]] = set()
        for each in self.read:
            for partner in (None, partners()[each.partner]):
                years.add((period_code(each.period), reporters()[each.reporter], partner, goods_code(each.commodity)))
        return {
            want: BESIDE if turn == STAND_IN and (want.period[:4], *want[2:]) in years else turn
            for want, turn in wants.items()
        }

    def answer(self, query: SeriesQuery, wants: Mapping[Want, int]) -> Answer:
        """
        The answer to a query: all that it wants, or what could be asked of it, or why there is nothing.

        Where named periods were not asked, or a request for some failed, it has a failure beside its rows, as a reason
        for what is missing.
        """
        rows = self.rows.get((query.reporter, query.commodity), [])
        beyond = {turn for want, turn in wants.items() if want in self.beyond}
        answer = answer_of(query, SERVICE.name, rows, complete=query.periods is not None and not beyond)
        failure = next((self.failed[want] for want in wants if want in self.failed), None)
        if failure is not None:
            return failure.beside(answer)
        if NAMED in beyond or (beyond and not answer.observations):
            told = _too_many()
            return answer._replace(failure=told.failure, detail=told.detail, complete=False)
        return answer


def _slot(want: Want) -> tuple[str, str, bool]:
    """What shares a request with others at no cost: the period, and whether every partner is wanted."""
    return want.frequency, want.period, want.partner is None


def _too_many() -> LiveFailure:
    detail = (
        f"it would take more requests than one run may make ({PREVIEW.requests} without a key, {KEYED.requests} with "
        "one); a free key, in the environment as COMTRADE_API_KEY, lets one request ask for many periods"
    )
    return LiveFailure(Failure.TOO_BIG, detail)


def _observation(figure: Figure, day: date) -> Observation:
    note = "; ".join(filter(None, (f"reported in {figure.edition}" if figure.edition else "", _note(figure))))
    return level(
        SERVICE,
        citation(SERVICE, figure.reply, f"C-{figure.frequency}-HS", note=note),
        reporter=figure.reporter,
        partner=figure.partner,
        flow=figure.flow,
        period=figure.period,
        unit="USD",
        value=figure.value,
        published=day,
        commodity=figure.commodity,
    )


def _note(figure: Figure) -> str:
    return NOTES.get(figure.partner) or NOTES.get(figure.reporter) or ""
