"""
HMRC's OData: sums that the service makes itself, page by page, each row held against the question.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple

from factcheck.errors import UnknownNameError
from factcheck.observations import Failure
from factcheck.periods import Period
from factcheck.places import by_code, place
from factcheck.resolvers.live.failure import LiveFailure, bad_payload, one_line
from factcheck.resolvers.live.reply import Reply
from factcheck.resolvers.live.rows import number
from factcheck.resolvers.live.transport import Transport

CAPS = frozenset({30_000, 40_000})  # rows of a page: one that is just full and has no next one was cut
MOST_PAGES = 10
FLOW_TYPES = {1: "imports", 2: "exports", 3: "imports", 4: "exports"}  # 1 and 2 with the EU, 3 and 4 with the rest
COUNT = ("$count", "true")
#: Ours -> theirs, where theirs is not ISO 3166-1 alpha-2.
ALPHA = {"SRB": "XS", "XKX": "XK"}
#: What the service calls them in all that is published of it; its own list decides.
IDS = {"CHN": 720, "HKG": 740, "MAC": 743}
#: The Emirates are countries of their own there (DH, DU, HA), and what AE holds beside them is not told.
UNSURE = frozenset({"ARE", "GBR"})


class Page(NamedTuple):
    """A page of a reply: its rows, the link to the next one, how many rows there are in all, if it says so."""

    reply: Reply
    rows: tuple[Mapping[str, Any], ...]
    link: str
    total: int | None


class Sums(NamedTuple):
    """
    What is asked in one request: sums by flow type, and by month and country where wanted.

    Attributes:
        span: the months from the first to the last of it.
        monthly: a sum for each month; otherwise one for all of the span.
        countries: ids of the service -> places; empty for all together.
        is_sure: whether it is known that all of the span is out.
    """

    span: Period
    monthly: bool
    countries: Mapping[int, str]
    is_sure: bool = True

    @property
    def params(self) -> list[tuple[str, str]]:
        """The query. ``in (…)`` is refused by the service, so that ids are chained with ``or``."""
        wanted = [f"MonthId ge {_month_id(self.span.first)}", f"MonthId le {_month_id(self.span.last)}"]
        several = len(self.countries) > 1
        if self.countries:
            chosen = " or ".join(f"CountryId eq {each}" for each in sorted(self.countries))
            wanted.append(f"({chosen})" if several else chosen)
        by = ["FlowTypeId", *(["MonthId"] if self.monthly else []), *(["CountryId"] if several else [])]
        apply = f"filter({' and '.join(wanted)})/groupby(({','.join(by)}),aggregate(Value with sum as v))"
        return [("$apply", apply), COUNT]

    def key(self, row: Mapping[str, Any]) -> tuple[str, Period, int]:
        """
        The place, period and flow type of a row.

        Raises:
            LiveFailure: something that was not asked for.
        """
        flow_type = _whole(row, "FlowTypeId")
        if flow_type not in FLOW_TYPES:
            raise bad_payload(f"a row of the flow type {flow_type}, which is not known")
        where = self._where(row) if self.countries else ""
        return where, self._period(row), flow_type

    def _where(self, row: Mapping[str, Any]) -> str:
        if len(self.countries) == 1 and "CountryId" not in row:  # not asked for then
            return next(iter(self.countries.values()))
        country = _whole(row, "CountryId")
        if country not in self.countries:
            raise bad_payload(f"a row of the country {country}, which was not asked for")
        return self.countries[country]

    def _period(self, row: Mapping[str, Any]) -> Period:
        if not self.monthly:
            return self.span
        month = month_of(_whole(row, "MonthId"))
        if not self.span.contains(month):
            raise bad_payload(f"a row of {month}, which was not asked for")
        return month

    def check(self, row: Mapping[str, Any]) -> None:
        """
        See that a row is of what was asked for, and its sum a number or missing.

        Raises:
            LiveFailure: it is not.
        """
        self.key(row)
        amount(row)


def amount(row: Mapping[str, Any]) -> Decimal | None:
    """
    The sum of a row in pounds; None where the service has none.

    Raises:
        LiveFailure: text or anything else in its place.
    """
    if "v" not in row or isinstance(row["v"], str):
        raise bad_payload(f"a row whose sum is {str(row.get('v', 'missing'))[:40]!r}, not a number")
    return None if row["v"] is None else number(row["v"], "a sum")


def fetch(
    transport: Transport,
    path: str,
    params: Sequence[tuple[str, str]],
    check: Callable[[Mapping[str, Any]], object],
) -> list[Page]:
    """
    All pages of a reply.

    Raises:
        LiveFailure: no figures; or pages that lead in circles, contradict each other or do not come to an end.
    """
    pages: list[Page] = []
    seen: set[str] = set()
    link, query = path, params
    while True:
        pages.append(
            transport.get(
                link,
                query,
                read=partial(_page, check=check),
                refused=_refused,
                statuses={404: Failure.BAD_REQUEST},
            )
        )
        link, query = pages[-1].link, ()
        if not link:
            break
        if link in seen or len(pages) == MOST_PAGES:
            raise bad_payload("the links to the next page lead in circles or to no end")
        seen.add(link)
    _check_whole(pages)
    return pages


def _page(reply: Reply, check: Callable[[Mapping[str, Any]], object]) -> Page:
    body = reply.json()
    rows = body.get("value") if isinstance(body, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise bad_payload("the reply has no list of rows under value")
    link, total = body.get("@odata.nextLink") or "", body.get("@odata.count")
    if not isinstance(link, str) or not (total is None or type(total) is int):
        raise bad_payload("the link to the next page or the count of rows is of another type")
    if len(rows) in CAPS and not link:
        raise LiveFailure(Failure.TOO_BIG, f"the service cut the reply at {len(rows)} rows")
    for row in rows:
        check(row)
    return Page(reply, tuple(rows), link, total)


def _check_whole(pages: Sequence[Page]) -> None:
    """See that the pages have as many rows as the service counts, where it does."""
    found = sum(len(page.rows) for page in pages)
    counted = {page.total for page in pages if page.total is not None}
    if counted - {found}:
        raise bad_payload(f"the service counts {', '.join(map(str, sorted(counted)))} rows and sent {found}")


def month_of(month_id: int) -> Period:
    """
    The month of an id such as 202506.

    Raises:
        LiveFailure: it is none.
    """
    year, month = divmod(month_id, 100)
    if not (1900 <= year <= 2199 and 1 <= month <= 12):
        raise bad_payload(f"a row of the month {month_id}, which is none")
    return Period.of_months(year, month)


def last_month(period: Period) -> Period:
    """The month that a period ends with."""
    return Period.of_months(period.last.year, period.last.month)


def alpha_of(code: str) -> str | None:
    """The service's letters of a place; None where it has none or they may mean less than ours."""
    return None if code in UNSURE else ALPHA.get(code) or by_code(code).alpha2


def is_country(row: Mapping[str, Any]) -> None:
    """
    See that a row describes a country.

    Raises:
        LiveFailure: it does not.
    """
    _whole(row, "CountryId")
    if not all(isinstance(row.get(name), str | None) and name in row for name in ("CountryCodeAlpha", "CountryName")):
        raise bad_payload("a country without letters or a name")


def country_id(code: str, rows: Sequence[Mapping[str, Any]]) -> int | None:
    """
    The id of a place in the service's own list of countries; None where it is not there.

    Raises:
        LiveFailure: the letters stand for two countries, or for another one by its name.
    """
    letters = alpha_of(code)
    found = [row for row in rows if letters and (row["CountryCodeAlpha"] or "").strip().upper() == letters]
    if len(found) > 1:  # one that ended may keep its letters beside its successor
        found = [row for row in found if _named(row) == code]
        if len(found) != 1:
            raise bad_payload(f"the letters {letters} stand for several countries")
    if found and _named(found[0]) not in (code, None):
        raise bad_payload(f"the letters {letters} stand for {str(found[0]['CountryName'])[:40]!r}")
    return _whole(found[0], "CountryId") if found else None


def _named(row: Mapping[str, Any]) -> str | None:
    try:
        return place((row["CountryName"] or "").strip()).code
    except UnknownNameError:
        return None


def _whole(row: Mapping[str, Any], name: str) -> int:
    value = row.get(name)
    if type(value) is not int:
        raise bad_payload(f"a row whose {name} is {str(value)[:40]!r}, not a whole number")
    return value


def _month_id(day: date) -> str:
    return f"{day:%Y%m}"


def _refused(reply: Reply) -> None:
    """
    What the service says in its envelope of errors.

    Raises:
        LiveFailure: it refused the question, or is in trouble.
    """
    if not reply.body.lstrip().startswith(b"{") or b'"error"' not in reply.body[:2000]:
        return
    body = reply.json()
    error = body.get("error") if isinstance(body, dict) else None
    if error is None:
        return
    said = error.get("message", "") if isinstance(error, dict) else error
    failure = Failure.UNAVAILABLE if reply.status >= 500 else Failure.BAD_REQUEST
    raise LiveFailure(failure, f"the service says: {one_line(str(said))[:160]} (status {reply.status})")
