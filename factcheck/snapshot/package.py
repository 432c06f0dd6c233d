"""What a source says of itself: the parts of its ``datapackage.json``."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from factcheck.errors import Location

DEFAULT_REVISION = Fraction(5, 1000)


@dataclass(frozen=True, slots=True)
class Licence:
    """Under what a source may be used."""

    name: str
    title: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Dataset:
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


@dataclass(frozen=True, slots=True)
class Explained:
    """A cell whose figures break an identity for a known reason."""

    identity: str
    cell: tuple[tuple[str, str], ...]  # the keys given, with their values
    reason: str
    location: Location


@dataclass(frozen=True, slots=True)
class Resource:
    """A CSV file of a package."""

    path: str
    holds: str
    hash: str
    size: int | None


@dataclass(frozen=True, slots=True)
class Package:
    """What a ``datapackage.json`` says."""

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
