"""JSON-stat: every cell is found under its codes, however the reply writes it."""

from __future__ import annotations

import json
from contextlib import suppress
from itertools import product
from math import prod
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.resolvers.live.failure import LiveFailure
from factcheck.resolvers.live.json_stat import read_cube

#: Two by three cells, of which the last of the first row is missing.
SMALL: dict[str, Any] = {
    "class": "dataset",
    "id": ["flow", "time"],
    "size": [2, 3],
    "dimension": {
        "flow": {"category": {"index": {"2": 0, "1": 1}}},
        "time": {"category": {"index": ["2024", "2023", "2022"]}},
    },
    "value": {"0": 10, "1": 11, "3": 13, "4": 14, "5": 15},
}


def changed(**parts: Any) -> dict[str, Any]:
    """The small cube with other parts."""
    return {**SMALL, **parts}


def values(document: dict[str, Any]) -> dict[tuple[str, ...], Any]:
    """Codes -> value, of all cells that have one."""
    return {tuple(cell.codes.values()): cell.value for cell in read_cube(document).cells() if cell.value is not None}


@st.composite
def cubes(draw: st.DrawFn) -> tuple[dict[str, Any], dict[tuple[str, ...], int]]:
    """A reply, and what is in it."""
    sizes = draw(st.lists(st.integers(0, 4), min_size=1, max_size=5))
    names = [f"d{number}" for number in range(len(sizes))]
    codes = [draw(st.permutations([f"c{number}" for number in range(size)])) for size in sizes]
    held = draw(st.lists(st.none() | st.integers(0, 10**12), min_size=prod(sizes), max_size=prod(sizes)))
    dimension = {}
    for name, order in zip(names, codes, strict=True):
        place = {code: order.index(code) for code in sorted(order)}  # the object's own order says nothing
        index = draw(st.sampled_from([place, order]))
        dimension[name] = {"category": {"index": index}}
    sparse = {str(place): value for place, value in enumerate(held) if value is not None}
    with_nulls = {str(place): value for place, value in enumerate(held)}
    value = draw(st.sampled_from([held, sparse, with_nulls]))
    document = {"class": "dataset", "id": names, "size": sizes, "dimension": dimension, "value": value}
    expected = {key: each for key, each in zip(product(*codes), held, strict=True) if each is not None}
    return document, expected


@given(cubes())
def test_every_cell_is_found_under_its_codes(cube: tuple[dict[str, Any], dict[tuple[str, ...], int]]) -> None:
    """
    Whatever the sizes, the order of the codes and the form of the values, each value has its codes.
    """
    document, expected = cube

    assert values(document) == expected


@given(cubes(), st.data())
def test_a_reply_that_was_tampered_with_ends_in_a_reason(cube: tuple[dict[str, Any], Any], data: st.DataObject) -> None:
    """
    Any part of any reply exchanged for something else is read or refused, and breaks nothing.
    """
    document = json.loads(json.dumps(cube[0]))
    part = data.draw(st.sampled_from(sorted(document)))
    document[part] = data.draw(
        st.sampled_from([None, True, 0, -1, "x", [], {}, [[]], {"0": None}, ["d0", "d0"], [True], [10**30] * 2, [1.5]])
    )

    with suppress(LiveFailure):
        values(document)


def test_the_last_dimension_is_the_fastest() -> None:
    """
    Cells are counted row by row, in the order of the places and not of the object.
    """
    assert values(SMALL) == {
        ("2", "2024"): 10,
        ("2", "2023"): 11,
        ("1", "2024"): 13,
        ("1", "2023"): 14,
        ("1", "2022"): 15,
    }


def test_a_list_with_nulls_says_the_same() -> None:
    """
    A list of all cells is the same as an object of some.
    """
    assert values(changed(value=[10, 11, None, 13, 14, 15])) == values(SMALL)


def test_a_status_without_a_value_is_a_cell() -> None:
    """
    A confidential cell has a status and no value.
    """
    cells = [cell for cell in read_cube(changed(status={"2": "|C", "0": "p"})).cells() if cell.status]

    assert [(cell.codes["time"], cell.value, cell.status) for cell in cells] == [
        ("2024", 10, "p"),
        ("2022", None, "|C"),
    ]


def test_a_single_status_goes_for_every_value() -> None:
    """
    One text in place of flags by place is the flag of all values.
    """
    assert {cell.status for cell in read_cube(changed(status="p")).cells()} == {"p"}


def test_a_single_code_needs_no_place() -> None:
    """
    A dimension of one code may name it by its label alone.
    """
    document = {
        "id": ["geo"],
        "size": [1],
        "dimension": {"geo": {"category": {"label": {"DE": "Germany"}}}},
        "value": [7],
    }

    assert values(document) == {("DE",): 7}


def test_a_dimension_without_codes_is_named() -> None:
    """
    A code that is not known leaves its dimension without codes, and the cube without cells.
    """
    cube = read_cube(
        changed(size=[2, 0], value={}, dimension=SMALL["dimension"] | {"time": {"category": {"index": {}}}})
    )

    assert (cube.empty_dimensions(), [*cube.cells()]) == (["time"], [])


@pytest.mark.parametrize(
    "parts",
    [
        {"class": "collection"},
        {"id": ["flow"]},
        {"id": ["flow", "flow"]},
        {"size": [2, 2]},
        {"size": [3, 3]},
        {"size": [2, -3]},
        {"size": [True, 3]},
        {"size": [2000, 3000]},
        {"size": None},
        {"dimension": {"flow": SMALL["dimension"]["flow"]}},
        {"dimension": SMALL["dimension"] | {"flow": {"category": {"index": {"1": 0, "2": 2}}}}},
        {"dimension": SMALL["dimension"] | {"flow": {"category": {"index": {"1": 0, "2": 0}}}}},
        {"dimension": SMALL["dimension"] | {"flow": {"category": {"index": ["1", "1"]}}}},
        {"dimension": SMALL["dimension"] | {"flow": {"category": {}}}},
        {"value": [1, 2, 3]},
        {"value": {"6": 1}},
        {"value": {"-1": 1}},
        {"value": {"01": 1}},
        {"value": {"9" * 5000: 1}},
        {"value": {"\u0663": 1}},
        {"value": None},
        {"value": "10"},
        {"status": {"9": "p"}},
        {"status": {"0": 3}},
    ],
    ids=repr,
)
def test_parts_that_do_not_fit_are_refused(parts: dict[str, Any]) -> None:
    """
    A cube whose sizes, codes, places or values contradict each other is no cube.
    """
    with pytest.raises(LiveFailure, match="bad payload"):
        read_cube(changed(**parts))


@pytest.mark.parametrize("document", [None, [], "x", 3, {}, {"value": {}}, {"id": [], "size": [], "dimension": {}}])
def test_what_is_no_cube_is_refused(document: Any) -> None:
    """
    Other JSON is no cube.
    """
    with pytest.raises(LiveFailure, match="bad payload"):
        read_cube(document)
