"""The key of a request."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.evidence.request import Request

REQUESTS = st.builds(
    Request,
    st.sampled_from(["GET", "POST"]),
    st.text(),
    st.lists(st.tuples(st.text(), st.text()), max_size=3).map(tuple),
    st.text(),
    st.text(),
)


@given(REQUESTS, REQUESTS)
def test_equal_requests_have_equal_keys_and_no_others(one: Request, other: Request) -> None:
    """
    Two requests have the same key exactly when they are the same.
    """

    assert (one.key == other.key) == (one == other)


@given(REQUESTS, st.sampled_from(Request._fields), st.text(min_size=1))
def test_every_part_changes_the_key(request: Request, part: str, more: str) -> None:
    """
    No part of a request is left out of its key.
    """
    value = getattr(request, part)
    changed = request._replace(**{part: (*value, (more, "")) if part == "params" else value + more})

    assert changed.key != request.key


def test_what_stands_in_two_parts_is_not_run_together() -> None:
    """
    A parameter that moves from one name to another is another request.
    """
    one = Request("GET", "https://example.org/", (("a", "bc"),), "", "")
    other = Request("GET", "https://example.org/", (("ab", "c"),), "", "")

    assert one.key != other.key


def test_a_key_stays_the_same_between_versions() -> None:
    """
    Evidence that an older factcheck kept is found by this one.
    """
    request = Request("GET", "https://stats.example.org/trade", (("period", "2024"),), "", "application/json")

    assert request.key == "82ef993420a550c43a77d65c55ec91e7a92a7a8390b8974036854bcf248bfc22"


def test_a_key_is_the_name_of_a_folder() -> None:
    """
    A key is 64 hexadecimal digits, whatever the request has in it.
    """
    request = Request("GET", "https://example.org/../\x00\u202e", (("..", "/"),), "\n", "")

    assert (len(request.key), set(request.key) <= set("0123456789abcdef")) == (64, True)
