"""
The replies of Comex Stat: its list of countries, its newest month, and figures, which come as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from factcheck.errors import UnknownNameError
from factcheck.observations import ALL_GOODS, Failure, Observation
from factcheck.periods import Period
from factcheck.places import place
from factcheck.resolvers.live.comexstat.codes import OTHERS, country_of
from factcheck.resolvers.live.failure import LiveFailure, bad_payload
from factcheck.resolvers.live.reply import Reply
from factcheck.resolvers.live.rows import citation, day_of, level, number, vintage
from factcheck.resolvers.live.service import Service

DATASET = "comexstat"
WORLD = "WLD"
#: flow -> ours, and the metrics that are asked for with the valuation they have (blank is the office's own, FOB).
FLOWS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "export": ("exports", {"metricFOB": ""}),
    "import": ("imports", {"metricFOB": "", "metricCIF": "CIF"}),
}
FEWEST_COUNTRIES = 100
_CODE = re.compile(r"[0-9]{3}")
_MONTH = re.compile(r"0?[1-9]|1[0-2]")


class Released(NamedTuple):
    """Up to which month there are figures, and the day on which they were published."""

    newest: Period
    day: date


class Call(NamedTuple):
    """
    One request for figures, within one calendar year: the service has an empty list for a span of two.

    Attributes:
        flow: export or import.
        commodity: as claims write it; blank for all goods.
        partners: codes of countries; None for all, empty for the world as one.
        first: the first month.
        last: the last month.
        by_month: a row for each month; else one for the whole span, added up by the service.
    """

    flow: str
    commodity: str
    partners: frozenset[str] | None
    first: Period
    last: Period
    by_month: bool

    @property
    def is_world(self) -> bool:
        """Whether all partners are asked for as one."""
        return self.partners is not None and not self.partners


def read_released(reply: Reply) -> Released:
    """
    The newest month and the day of its release.

    Raises:
        LiveFailure: another form, or a release before its month was over.
    """
    data = _data(reply)
    year, month = str(data.get("year")), str(data.get("monthNumber"))
    if not re.fullmatch("[12][0-9]{3}", year) or not _MONTH.fullmatch(month):
        raise bad_payload(f"the newest month is {year[:9]!r}, {month[:9]!r}")
    released = Released(Period.of_months(int(year), int(month)), day_of(data.get("updated"), "updated"))
    if released.day <= released.newest.last:
        raise bad_payload(f"{released.newest} is said to be published on {released.day}, before it was over")
    return released


def read_countries(reply: Reply) -> dict[str, str]:
    """
    The service's list of countries: code -> name.

    Raises:
        LiveFailure: another form, or two countries of one name, which rows could not tell apart.
    """
    found: dict[str, str] = {}
    rows = _list(reply)
    for each in rows:
        code, name = each.get("id"), each.get("text", each.get("country"))
        if not isinstance(code, str) or not _CODE.fullmatch(code) or not isinstance(name, str) or not name.strip():
            raise bad_payload(f"a country with the code {str(code)[:20]!r} and the name {str(name)[:20]!r}")
        if found.setdefault(code, name.strip()) != name.strip():
            raise bad_payload(f"the code {code} has two names")
    counted = _data(reply).get("count")
    if counted is not None and counted != len(rows):
        raise bad_payload(f"the list of countries counts {str(counted)[:20]} and has {len(rows)}")
    if counted is None and len(found) < FEWEST_COUNTRIES:
        raise bad_payload(f"the list of countries has {len(found)} of them only")
    return found


def refused(reply: Reply) -> None:
    """
    See whether the service says that it refuses, in words.

    Raises:
        LiveFailure: it does.
    """
    if reply.status == 403:
        raise LiveFailure(Failure.UNAVAILABLE, "a guard against robots refuses this network (status 403)")
    if not reply.body.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") or reply.status >= 500:
        return
    found = reply.json()
    error = found.get("error")
    words = error if isinstance(error, dict) else found
    told = f"the service says: {words.get('message') or 'no more than that'}"
    if isinstance(error, dict) and str(error.get("code")) == "429":
        raise LiveFailure(Failure.RATE_LIMITED, told)
    if isinstance(error, dict) or found.get("success") is False or reply.status == 400:
        raise LiveFailure(Failure.BAD_REQUEST, told)


class FigureReader:
    """
    Reads the figures of one call, and holds every row against it.

    Args:
        call: what was asked for.
        countries: the service's list, code -> name; empty where it gives none.
        released: its newest month and its day.
        service: for citations.
    """

    def __init__(self, call: Call, countries: Mapping[str, str], released: Released, service: Service) -> None:
        self._call, self._released, self._service = call, released, service
        self._codes: dict[str, list[str]] = {}
        for code, name in countries.items():
            self._codes.setdefault(name, []).append(code)

    def read(self, reply: Reply) -> list[Observation]:
        """
        The rows of a reply, several codes of one country added up.

        Raises:
            LiveFailure: another form, or a row of something that was not asked for.
        """
        cells: dict[tuple[str, Period], dict[str, dict[str, Any]]] = {}
        for line in _list(reply, successful=True):
            name, partner = self._partner(line)
            parts = cells.setdefault((partner, self._period(line)), {})
            if name in parts:
                raise bad_payload(f"two rows of {name[:40]!r} for one period")
            parts[name] = line
        return [
            row
            for (partner, period), parts in cells.items()
            if partner
            for row in self._rows(partner, period, parts, reply)
        ]

    def _partner(self, line: Mapping[str, Any]) -> tuple[str, str]:
        """The name in a row and our code of it; blank for what is no country."""
        name = line.get("country")
        if self._call.is_world:
            if name is not None:
                raise bad_payload(f"a row of {str(name)[:40]!r} in place of all countries")
            return "", WORLD
        if not self._codes:
            return self._by_name(name)
        codes = self._codes.get(name.strip(), []) if isinstance(name, str) else []
        if len(codes) != 1:
            raise bad_payload(f"a row of {str(name)[:40]!r}, which the list of countries does not have, or twice")
        partner = country_of().get(codes[0], "")
        if self._call.partners is not None and partner not in self._call.partners:
            raise bad_payload(f"a row of {str(name)[:40]!r}, which was not asked for")
        if not partner and codes[0] not in OTHERS:
            raise bad_payload(f"a row of {str(name)[:40]!r}, whose code {codes[0]} is not known here")
        return str(name).strip(), partner

    def _by_name(self, name: object) -> tuple[str, str]:
        """The partner of a row where there is no list of the service's: by a name that is known here."""
        shown = name.strip() if isinstance(name, str) else ""
        try:
            partner = place(shown).code
        except UnknownNameError:
            partner = ""
        if partner not in (self._call.partners or ()):
            raise bad_payload(f"a row of {shown[:40]!r}, and there is no list of countries to know it by")
        return shown, partner

    def _period(self, line: Mapping[str, Any]) -> Period:
        first, last = self._call.first, self._call.last
        year, month = str(line.get("year")), line.get("monthNumber")
        if year != str(first.first.year) or (month is not None) != self._call.by_month:
            raise bad_payload(f"a row of {year[:9]!r}, month {str(month)[:9]!r}, which was not asked for")
        if not self._call.by_month:
            return Period(first.first, last.last)
        if not _MONTH.fullmatch(str(month)):
            raise bad_payload(f"a row of the month {str(month)[:9]!r}")
        period = Period.of_months(int(year), int(str(month)))
        if not first <= period <= last:
            raise bad_payload(f"a row of {period}, which was not asked for")
        return period

    def _rows(
        self, partner: str, period: Period, parts: Mapping[str, Mapping[str, Any]], reply: Reply
    ) -> Iterator[Observation]:
        flow, metrics = FLOWS[self._call.flow]
        for metric, valuation in metrics.items():
            if valuation and not any(metric in line for line in parts.values()):
                continue
            values = {name: number(line.get(metric), f"{metric} of {period}") for name, line in parts.items()}
            yield level(
                self._service,
                citation(self._service, reply, DATASET, note=_note(values)),
                reporter="BRA",
                partner=partner,
                flow=flow,
                period=period,
                unit="USD",
                value=sum(values.values(), Decimal(0)),
                published=vintage(reply, self._released.day, period),
                commodity=self._call.commodity or ALL_GOODS,
                valuation=valuation,
            )


def _note(values: Mapping[str, Decimal]) -> str:
    """What was added up: the service has some countries in parts, and a total of the main part may be quoted."""
    if len(values) < 2:
        return ""
    return "sum of the service's " + ", ".join(f"{name} {value}" for name, value in sorted(values.items()))


def _data(reply: Reply, *, successful: bool = False) -> dict[str, Any]:
    found = reply.json()
    data = found.get("data") if isinstance(found, dict) else None
    if not isinstance(data, dict) or (successful and found.get("success") is not True):
        raise bad_payload("the reply has another form than the service's")
    return data


def _list(reply: Reply, *, successful: bool = False) -> list[dict[str, Any]]:
    rows = _data(reply, successful=successful).get("list")
    if not isinstance(rows, list) or not all(isinstance(each, dict) for each in rows):
        raise bad_payload("the reply has no list of rows")
    return rows
