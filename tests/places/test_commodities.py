"""Commodity ids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.commodities import parse_commodity
from factcheck.errors import UnknownNameError


@pytest.mark.parametrize(
    ("written", "commodity"),
    [
        ("hs:8703", "hs:8703"), ("HS 8703", "hs:8703"), ("hs8703", "hs:8703"), ("HS: 87", "hs:87"),
        ("HS-87", "hs:87"),
        ("hs:870323", "hs:870323"), ("HS 8703.23", "hs:870323"), ("hs:87.03", "hs:8703"), ("hs:01", "hs:01"),
        (" hs:8703 ", "hs:8703"), ("passenger-cars", "passenger-cars"), ("vehicles", "vehicles"),
        ("crude-oil", "crude-oil"), ("trucks", "trucks"), ("vehicle-parts", "vehicle-parts"),
        ("cars", "cars"),
        ("3d-printers", "3d-printers"),
    ],
)  # fmt: skip
def test_a_commodity_has_one_id(written: str, commodity: str) -> None:
    """
    A heading is hs: and its digits however it was written; a source's own id stays as it is.
    """
    assert parse_commodity(written) == commodity


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("8703", "write hs:8703"),
        ("8703.23", "write hs:870323"),
        ("hs:870", "2, 4 or 6 digits"),
        ("hs:87032310", "write hs:870323"),
        ("hs:", "as in hs:8703"),
        ("hs-cars", "as in hs:8703"),
        ("hs:87x3", "as in hs:8703"),
        ("Passenger cars", "write passenger-cars"),
        ("crude_oil", "write crude-oil"),
        ("-cars", "write cars"),
        ("crude--oil", "write crude-oil"),
        ("", "as in passenger-cars"),
        ("hs:\uff18\uff17", "as in hs:8703"),
        ("x" * 65, "as in passenger-cars"),
    ],
)
def test_what_is_no_id_is_an_error_that_says_what_to_write(written: str, hint: str) -> None:
    """
    Bare digits, other lengths, capitals and spaces are errors with the id to write.
    """
    with pytest.raises(UnknownNameError) as raised:
        parse_commodity(written)

    assert hint in raised.value.hint


@given(st.text(alphabet="hsHS:-. 0123456789abcZ\u00e9", max_size=20))
def test_an_id_reads_as_itself(written: str) -> None:
    """
    Whatever is accepted gives an id that is accepted unchanged.
    """
    try:
        commodity = parse_commodity(written)
    except UnknownNameError:
        return
    assert parse_commodity(commodity) == commodity
