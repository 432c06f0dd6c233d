"""
Rows of a source that are observations: each field read strictly, with what to write instead where it cannot be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from factcheck import units
from factcheck.errors import WrittenError
from factcheck.observations import FLOWS, SCOPES, Citation, Observation, Standing
from factcheck.periods import Period
from factcheck.snapshot import fields as read_as
from factcheck.snapshot.package import Dataset, Package
from factcheck.snapshot.problems import Problems
from factcheck.snapshot.table import Line, short

COLUMNS = (
    "dataset", "reporter", "partner", "flow", "commodity", "period", "unit", "value", "unit_multiplier", "decimals",
    "measure", "scope", "valuation", "published", "standing", "agency", "source_kind", "source_url", "note",
)  # fmt: skip
REQUIRED = frozenset({"reporter", "partner", "flow", "period", "unit", "value", "source_url"})
MEASURES = ("level", "yoy", "mom", "share")
#: Bases of a valuation that make cells of their own; blank is the source's own.
VALUATIONS = ("", "CIF", "FOB", "FAS", "bop", "sa", "bop-sa")
_DATASET = re.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


class RowReader:
    """Reads the observation rows of one package; what a field may say is learnt once and then looked up."""

    def __init__(self, package: Package, problems: Problems, *, local: bool) -> None:
        self._package, self._problems, self._local = package, problems, local
        self._datasets = {dataset.id: dataset for dataset in package.datasets}
        self._known: dict[tuple[str, str], object] = {}
        self._citations: dict[tuple[str, ...], Citation] = {}

    def read(self, line: Line) -> Observation | None:
        """The observation of a row; None where something in it is wrong, which then stands in the problems."""
        fields = line.fields
        before = len(self._problems)
        read = {column: self._field(line, column, fields.get(column, "")) for column in PARTS}
        if len(self._problems) != before:
            return None
        try:
            column = "decimals"
            decimals = read_as.decimals(fields["value"], fields.get("decimals", ""))
            column = "value"
            _sign(fields, read)
            column = "unit"
            _unit(read)
            column = "published"
            _vintage(read)
        except WrittenError as error:
            self._problems.add_written(line.location(column), error, _excerpt(line))
            return None
        return self._observation(line, read, decimals)

    def _field(self, line: Line, column: str, text: str) -> object:
        key = column, text
        known = self._known.get(key)
        if known is not None:
            return known
        try:
            read = self._dataset(text) if column == "dataset" else PARTS[column](text)
        except WrittenError as error:
            self._problems.add_written(line.location(column), error, _excerpt(line))
            return None
        if column != "value":
            self._known[key] = read
        return read

    def _dataset(self, text: str) -> Dataset:
        name = text or self._package.name
        if self._datasets and text and text not in self._datasets:
            raise WrittenError(
                f"dataset {text[:64]!r} is not described", f"datapackage.json has {', '.join(sorted(self._datasets))}"
            )
        if not _DATASET.fullmatch(name):
            raise WrittenError(f"{name[:64]!r} is no id of a dataset", "use letters, digits, points, _ and -")
        return self._datasets.get(name) or Dataset(name)

    def _observation(self, line: Line, read: Mapping[str, object], decimals: int) -> Observation:
        dataset = read["dataset"]
        assert isinstance(dataset, Dataset)  # noqa: S101  told to the type checker: _dataset gave it
        return Observation(
            **{name: read[name] for name in _SAME},  # type: ignore[arg-type]
            published=read["published"] or None,  # type: ignore[arg-type]
            decimals=decimals,
            citation=self._citation(line, dataset.id),
            revision=dataset.revision,
        )

    def _citation(self, line: Line, dataset: str) -> Citation:
        agency = line.fields.get("agency", "") or self._package.publisher
        kind, note = line.fields.get("source_kind", ""), line.fields.get("note", "")
        key = dataset, agency, line.fields["source_url"], kind, note
        if key not in self._citations:
            self._citations[key] = Citation(self._package.name, *key, local=self._local)
        return self._citations[key]


def check_together(fields: Mapping[str, str], read: Mapping[str, object]) -> None:
    """
    Test the fields of a row on each other: sign and flow, unit and measure, vintage and period.

    Raises:
        WrittenError: two of them do not fit.
    """
    _sign(fields, read)
    _unit(read)
    _vintage(read)


def _excerpt(line: Line) -> str:
    return line.raw if len(line.raw) <= 160 else ""


def _unit(read: Mapping[str, object]) -> None:
    unit, measure = str(read["unit"]), read["measure"]
    if measure != "level" and read["unit_multiplier"] != 0:
        raise WrittenError(f"a {measure} rate with a unit_multiplier", "rates are in per cent: write 0")
    if unit == "" and measure != "level":
        return
    if unit in units.QUANTITIES or unit in read_as.currencies():
        return
    if measure != "level":
        raise WrittenError(
            f"unknown unit {unit[:20]!r} of a rate",
            "write the unit in which growth was measured, USD; blank if unknown",
        )
    if not unit:
        raise WrittenError("the level has no unit", "write a currency as USD, or t, 1, bbl ...")
    raise WrittenError(
        f"unknown unit {unit[:20]!r}", f"write a currency as USD, or one of {', '.join(units.QUANTITIES)}"
    )


def _sign(fields: Mapping[str, str], read: Mapping[str, object]) -> None:
    if fields["value"].startswith("-") and read["flow"] != "balance" and read["measure"] == "level":
        raise WrittenError(f"{read['flow']} of {fields['value'][:20]}", "only a balance can be below zero")


def _vintage(read: Mapping[str, object]) -> None:
    published, period = read["published"], read["period"]
    if isinstance(published, date) and isinstance(period, Period) and published < period.last:
        raise WrittenError(
            f"published on {published}, before its period ended on {period.last}", "mend the period or the day"
        )


_STANDING = read_as.one_of(
    "standing", tuple(Standing), "decides", {"decide": "decides", "support": "supports", "primary": "decides"}
)
#: How each column is read; the lock reads its rows with the same.
PARTS: dict[str, Callable[[str], object]] = {
    "dataset": str,
    "reporter": read_as.place_code,
    "partner": read_as.place_code,
    "flow": read_as.one_of(
        "flow",
        FLOWS,
        "",
        {"export": "exports", "import": "imports", "trade": "total", "turnover": "total", "surplus": "balance"},
    ),
    "commodity": read_as.commodity,
    "period": read_as.period,
    "unit": str,
    "value": read_as.number,
    "unit_multiplier": read_as.power,
    "measure": read_as.one_of("measure", MEASURES, "level", {"yoy_pct": "yoy", "mom_pct": "mom", "share_pct": "share"}),
    "scope": read_as.one_of("scope", SCOPES, "goods", {"goods_and_services": "goods-and-services"}),
    "valuation": read_as.one_of(
        "valuation", VALUATIONS, "", {"cif": "CIF", "fob": "FOB", "fas": "FAS", "bop": "bop", "sa": "sa"}
    ),
    "published": read_as.day,
    "standing": lambda text: Standing(_STANDING(text)),
    "agency": short,
    "source_kind": read_as.source_kind,
    "source_url": read_as.address,
    "note": short,
}
_SAME = (
    "reporter", "partner", "flow", "commodity", "scope", "valuation", "unit", "period", "measure", "value",
    "unit_multiplier", "standing",
)  # fmt: skip
