"""The rows that hold exchange rates."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from factcheck.errors import WrittenError
from factcheck.observations import Citation
from factcheck.snapshot import fields as read_as
from factcheck.snapshot.package import Package
from factcheck.snapshot.problems import Problems
from factcheck.snapshot.rate import KINDS, Rate
from factcheck.snapshot.table import Line, short

COLUMNS = (
    "base", "quote", "period", "kind", "rate", "decimals", "n_obs", "agency", "source_url", "source_kind", "published",
    "note",
)  # fmt: skip
REQUIRED = frozenset({"base", "quote", "period", "kind", "rate", "source_url"})


def read_rate(line: Line, package: Package, problems: Problems, *, local: bool) -> Rate | None:
    """The rate of a row; None where something in it is wrong, which then stands in the problems."""
    before = len(problems)
    read = {column: _read(line, column, reader, problems) for column, reader in PARTS.items()}
    if len(problems) != before:
        return None
    fields = line.fields
    agency = fields.get("agency", "") or package.publisher
    citation = Citation(
        package.name,
        "rates",
        agency,
        fields["source_url"],
        fields.get("source_kind", ""),
        fields.get("note", ""),
        local,
    )
    try:
        decimals = read_as.decimals(fields["rate"], fields.get("decimals", ""))
    except WrittenError as error:
        problems.add_written(line.location("decimals"), error)
        return None
    return Rate(
        **{name: read[name] for name in ("base", "quote", "period", "kind")},  # type: ignore[arg-type]
        value=read["rate"],  # type: ignore[arg-type]
        published=read["published"] or None,  # type: ignore[arg-type]
        decimals=decimals,
        citation=citation,
    )


def _read(line: Line, column: str, reader: Callable[[str], object], problems: Problems) -> object:
    try:
        return reader(line.fields.get(column, ""))
    except WrittenError as error:
        problems.add_written(line.location(column), error)
        return None


def _currency(text: str) -> str:
    if text in read_as.currencies():
        return text
    raise WrittenError(f"unknown currency {text[:20]!r}", "write it as ISO 4217 does: USD, CNY, RUB")


def _positive(text: str) -> Decimal:
    read = read_as.number(text)
    if read <= 0:
        raise WrittenError(f"a rate of {text}", "a rate is above zero")
    return read


PARTS: dict[str, Callable[[str], object]] = {
    "base": _currency,
    "quote": _currency,
    "period": read_as.period,
    "kind": read_as.one_of("kind of rate", KINDS, "", {"mean": "average", "spot": "point", "daily": "point"}),
    "rate": _positive,
    "published": read_as.day,
    "source_url": read_as.address,
    "source_kind": read_as.source_kind,
    "agency": short,
    "n_obs": short,
    "note": short,
}
