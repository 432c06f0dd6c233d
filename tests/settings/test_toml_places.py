"""The places of keys in TOML files."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.settings.toml_places import key_places


@pytest.mark.parametrize(
    ("text", "place", "at"),
    [
        ("a = 1\n", ("a",), (1, 1)),
        ("\n\n  a = 1\n", ("a",), (3, 3)),
        ("# a = 1\na = 1", ("a",), (2, 1)),
        ("[t]\na = 1\n", ("t", "a"), (2, 1)),
        ("[t]\na = 1\n", ("t",), (1, 1)),
        ("t.a = 1\n", ("t",), (1, 1)),
        ("[t . u]\r\n'a b' = 1\r\n", ("t", "u", "a b"), (2, 1)),
        ('[p."a.b/*"]\n"c\\u0064" = 1\n', ("p", "a.b/*", "cd"), (2, 1)),
        ("x = [\n  1, # ]\n  'b = 1',\n]\na = 1\n", ("a",), (5, 1)),
        ('x = """\na = 1\n"""\na = 2\n', ("a",), (4, 1)),
        ("x = '''\na = 1\n'''\na = 2\n", ("a",), (4, 1)),
        ('x = """a""""\na = 2\n', ("a",), (2, 1)),
        ('x = "\\"\\\\"\na = 2\n', ("a",), (2, 1)),
        ("x = {b = 1, c = [1]}\na = 2 # remark\n", ("a",), (2, 1)),
        ("[[t]]\na = 1\n[[t]]\na = 2\n", ("t", "a"), (2, 1)),
    ],
)
def test_places(text: str, place: tuple[str, ...], at: tuple[int, int]) -> None:
    """
    Remarks, texts and lists over several lines lead no key astray.
    """
    tomllib.loads(text)

    assert key_places(text)[place] == at


VALUES = st.one_of(
    st.integers(-9, 9).map(str),
    st.sampled_from(["true", "'x # = ['", '"x\\" ]"', '"""\nk = 1\n"""', "'''a\n[k]\n'''", "[1,\n [2],\n]", "{k = 1}"]),
)
NAMES = st.sampled_from(["a", "b-c", '"d e"', "'f.g'", "a.x", "1"])


@given(
    tables=st.lists(
        st.tuples(NAMES, st.lists(st.tuples(NAMES, VALUES, st.sampled_from(["", " # k = 1"])), max_size=4)), max_size=4
    )
)
def test_every_key_has_a_place_and_no_place_is_of_another(tables: list[Any]) -> None:
    """
    In any file that can be read the places are those of its keys.
    """
    text = "".join(
        f"[t{number}.{name}]\n" + "".join(f"{key} = {value}{remark}\n" for key, value, remark in rows)
        for number, (name, rows) in enumerate(tables)
    )
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError:  # a key twice
        return
    lines = text.split("\n")

    for path, (line, _) in key_places(text).items():
        inside: Any = read
        for part in path:
            inside = inside[part]
        assert path[-1][:1] in lines[line - 1]
    assert {(f"t{number}",) for number in range(len(tables))} <= key_places(text).keys()


@given(st.text(max_size=60))
def test_nothing_breaks_it(text: str) -> None:
    """
    Whatever the text, it ends.
    """
    key_places(text)
