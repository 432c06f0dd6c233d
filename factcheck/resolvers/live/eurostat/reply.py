"""
A reply of Comext, held against what was asked: rows, and figures that are there and cannot be used yet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from factcheck.observations import Failure, Observation, Standing
from factcheck.periods import Period
from factcheck.resolvers.live.eurostat.block import INDICATOR, Block
from factcheck.resolvers.live.eurostat.codes import (
    DATASET,
    EU,
    FLOWS,
    MEMBERS_SINCE,
    OUTSIDE,
    WORLD,
    commodity_of,
    flags_in_words,
    no_figure,
    partners_of,
    reporters,
)
from factcheck.resolvers.live.failure import LiveFailure, bad_payload
from factcheck.resolvers.live.json_stat import Cube, CubeCell, read_cube
from factcheck.resolvers.live.reply import Reply
from factcheck.resolvers.live.rows import citation, day_of, level, number, vintage
from factcheck.resolvers.live.service import Service

NAMES = {"freq", "reporter", "partner", "product", "flow", "indicators", "time"}
WHOLE_YEAR = (4, 1)  # month and day of the next year from which a yearly figure has its December from all
MEMBER = "member"
NOTES = {
    # up to 2019 the Union meant 28 members or fewer: figures of that time decide, those of the 27 support
    EU: "the 27 members since 2020, in every year",
    OUTSIDE: "trade with the world outside the Union",
    # their offices count some imports elsewhere, by origin and not where they are cleared, and decide on their own
    MEMBER: "as the Union counts, which differs from the count of the country's own office",
}


class Held(NamedTuple):
    """A figure that is there and must not be used yet, or that is not for publication."""

    reporter: str
    partner: str
    commodity: str
    period: Period
    why: str


class Found(NamedTuple):
    """
    What a reply has.

    Attributes:
        unknown: the dimension of which no code is known; blank if none.
    """

    rows: list[Observation]
    held: list[Held]
    unknown: str = ""


class Question:
    """What was asked, which every cell of the reply is held against."""

    def __init__(self, block: Block, service: Service) -> None:
        self._block, self._service = block, service
        self._ours = {theirs: ours for ours, theirs in reporters().items()}
        self._asked = {
            "freq": {block.freq},
            "reporter": {*block.reporters},
            "partner": {*block.sent_partners},
            "product": {*block.products},
            "flow": {*FLOWS},
            "indicators": {INDICATOR},
            "time": {*block.times},
        }

    def read(self, reply: Reply) -> Found:
        """
        The rows of a reply.

        Raises:
            LiveFailure: it is of another dataset, has other dimensions, or a figure that was not asked for.
        """
        document = reply.json()
        cube = read_cube(document)
        _check_dataset(document, cube)
        empty = cube.empty_dimensions()
        if empty:
            if unknown := {*empty} & {"freq", "flow", "indicators"}:
                raise bad_payload(f"the service no longer knows the {min(unknown)} that is asked for")
            return Found([], [], empty[0])
        stated = document.get("updated")
        updated = None if stated is None else day_of(stated, "the day of the update")
        return self._found([*cube.cells()], reply, updated)

    def _found(self, cells: Sequence[CubeCell], reply: Reply, updated: date | None) -> Found:
        cells = [cell for cell in cells if self._is_asked(cell)]
        partial = _partial_worlds(cells)
        rows, held = list[Observation](), list[Held]()
        for cell in cells:
            codes = cell.codes
            reporter = self._ours[codes["reporter"]]
            partner = partners_of(reporter).get(codes["partner"])
            if partner is None:  # another aggregate, or a place that is no country: ships' stores, "not specified"
                continue
            period = Period.parse(codes["time"])
            why = no_figure(cell.status) or self._not_whole(codes, period, updated or reply.retrieved.date(), partial)
            if why:
                held.append(Held(reporter, partner, commodity_of(codes["product"]), period, f"{period}: {why}"))
            elif cell.value is not None:
                rows.append(self._row(cell, partner, period, reply, updated))
        return Found(rows, held)

    def _is_asked(self, cell: CubeCell) -> bool:
        """
        Whether a cell was asked for; one that was not may be named, but have no value.

        Raises:
            LiveFailure: a figure of another reporter, partner, product, flow, frequency, time or measure.
        """
        for name, asked in self._asked.items():
            if cell.codes[name] not in asked and (asked or name != "partner"):  # no partner asked is every one
                if cell.value is not None:
                    raise bad_payload(f"a figure of the {name} {cell.codes[name]!r}, which was not asked for")
                return False
        return True

    def _not_whole(self, codes: Mapping[str, str], period: Period, updated: date, partial: set[tuple[str, ...]]) -> str:
        """Why a figure is only a part of what it seems; blank if it is whole."""
        if codes["freq"] == "A" and updated < date(period.last.year + 1, *WHOLE_YEAR):
            return f"the year may lack its last months; the data are of {updated}"
        if _key(codes) in partial and (codes["partner"] == WORLD or not self._block.partners):
            return "only trade with countries outside the Union is out so far"
        return ""

    def _row(self, cell: CubeCell, partner: str, period: Period, reply: Reply, updated: date | None) -> Observation:
        codes = cell.codes
        is_union = codes["reporter"] == EU
        is_decided_elsewhere = not is_union or period.first.year < MEMBERS_SINCE
        standing = Standing.SUPPORTS if is_decided_elsewhere else Standing.DECIDES
        service = self._service._replace(standing=standing)
        notes = (NOTES[EU], NOTES.get(codes["partner"], "")) if is_union else (NOTES[MEMBER],)
        note = "; ".join(filter(None, (*notes, flags_in_words(cell.status))))
        return level(
            service,
            citation(service, reply, DATASET, note=note),
            reporter=self._ours[codes["reporter"]],
            partner=partner,
            flow=FLOWS[codes["flow"]],
            period=period,
            unit="EUR",
            value=number(cell.value, f"the value of {period}"),
            published=vintage(reply, updated, period),
            commodity=commodity_of(codes["product"]),
        )


def _key(codes: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(codes[name] for name in ("reporter", "product", "flow", "time"))


def _partial_worlds(cells: Sequence[CubeCell]) -> set[tuple[str, ...]]:
    """Where a member's trade with the world is no more than that with the world outside the Union."""
    outside = {_key(cell.codes): cell.value for cell in cells if cell.codes["partner"] == OUTSIDE}
    return {
        _key(cell.codes)
        for cell in cells
        if cell.codes["partner"] == WORLD
        and cell.codes["reporter"] != EU
        and cell.value is not None
        and cell.value == outside.get(_key(cell.codes))
    }


def _check_dataset(document: Any, cube: Cube) -> None:
    extension = document.get("extension")
    named = extension.get("id") if isinstance(extension, dict) else None
    if named is not None and str(named).upper() != DATASET:
        raise bad_payload(f"the reply is of the dataset {named!r}, not of {DATASET}")
    if {*cube.dimensions} != NAMES:
        raise bad_payload(f"the dimensions of the reply are {', '.join(cube.dimensions)}, not those of {DATASET}")


def refused(reply: Reply) -> None:
    """
    Look for an error or a warning, whatever the status is.

    Raises:
        LiveFailure: the service refused, or wants time to prepare its answer.
    """
    try:
        document = reply.json()
    except LiveFailure:
        return  # told in its own words when the reply is read
    if isinstance(document, dict):
        for kind in ("error", "warning"):
            told = document.get(kind)
            for fault in told if isinstance(told, list) else [told] if told else []:
                _raise_for(kind, fault if isinstance(fault, dict) else {"label": str(fault)})


def _raise_for(kind: str, fault: dict[str, Any]) -> None:
    label, status = str(fault.get("label", "")), fault.get("status")
    if "ASYNCHRONOUS" in label.upper():
        raise LiveFailure(Failure.UNAVAILABLE, f"Eurostat prepares the answer; try again later: {label}")
    if "TOO_BIG" in label.upper() or status == 413:
        raise LiveFailure(Failure.TOO_BIG, f"Eurostat found the question too large: {label}")
    if kind == "error":
        is_down = isinstance(status, int) and status >= 500
        failure = Failure.UNAVAILABLE if is_down else Failure.BAD_REQUEST
        raise LiveFailure(failure, f"Eurostat refused the question: {label or fault}")
