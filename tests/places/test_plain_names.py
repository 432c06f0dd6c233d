"""Names as the table writes them are found without the list of all aliases, and mean the same."""

from __future__ import annotations

from factcheck.places import code_of, places
from factcheck.places.index import _codes, normalise


def test_plain_names_mean_what_their_aliases_mean():
    """
    The short way and the whole list agree on every name and code of the table.
    """
    for code, found in places().items():
        for name in (code, found.name):
            assert (code_of(name), _codes()[normalise(name)]) == (code, code)
