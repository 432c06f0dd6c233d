"""Places: countries, blocs and aggregates, by their codes, by every name in use, and in running text."""

from __future__ import annotations

from factcheck.places.blocs import members
from factcheck.places.index import (
    Place,
    by_code,
    code_of,
    countries,
    currency,
    fiscal_start,
    is_bloc,
    names_of,
    normalise,
    place,
    places,
)
from factcheck.places.mentions import PlaceMention, names_in

__all__ = [
    "Place",
    "PlaceMention",
    "by_code",
    "code_of",
    "countries",
    "currency",
    "fiscal_start",
    "is_bloc",
    "members",
    "names_in",
    "names_of",
    "normalise",
    "place",
    "places",
]
