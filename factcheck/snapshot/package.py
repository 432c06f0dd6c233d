"""What a source says of itself: the parts of its ``datapackage.json``."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from factcheck.errors import Location

DEFAULT_REVISION = Fraction(5, 1000)


class Licence(NamedTuple):
    """Under what a source may be used."""

    name: str
    title: str = ""
    path: str = ""


class Dataset(NamedTuple):
    """
    A table of a source, as the office names it.

    Attributes:
        revision: how far earlier periods are usually revised, a fraction (0.015 is 1.5 %).
        vintage: what is known of the day it was published, in words.
    """

    id: str
    title: str = ""
    revision: Fraction = DEFAULT_REVISION
    vintage: str = ""
    valuation: str = ""


class Explained(NamedTuple):
    """A cell whose figures break an identity for a known reason."""

    identity: str
    cell: tuple[tuple[str, str], ...]  # the keys given, with their values
    reason: str
    location: Location


class Resource(NamedTuple):
    """A CSV file of a package."""

    path: str
    holds: str
    hash: str
    size: int | None


class Package(NamedTuple):
    """
    What a ``datapackage.json`` says.

    Attributes:
        warehouse: the mapping of a table that holds the figures in place of CSV files, as written.
    """

    name: str
    title: str
    publisher: str
    homepage: str
    licences: tuple[Licence, ...]
    attribution: str
    valuation: str
    retrieved: str
    datasets: tuple[Dataset, ...]
    explained: tuple[Explained, ...]
    resources: tuple[Resource, ...]
    warehouse: Mapping[str, Any] | None = None
