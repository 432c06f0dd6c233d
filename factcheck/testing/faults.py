"""
What may go wrong with a reply on its way: each fault makes another reply of the right one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Sent(NamedTuple):
    """
    What a service sends.

    Attributes:
        missing: bytes that are promised and never come.
    """

    status: int
    content_type: str
    body: bytes
    missing: int = 0


Fault = Callable[[Sent], Sent]
TEXT = "text/plain; charset=utf-8"
PAGE = b"<!DOCTYPE html>\n<html><head><title>Under maintenance</title></head><body>Come back later.</body></html>\n"


def as_it_is(right: Sent) -> Sent:
    """No fault."""
    return right


def emptied(right: Sent) -> Sent:
    """Success, and an empty body."""
    return right._replace(body=b"")


def nothing_inside(right: Sent) -> Sent:
    """Success, and a body in which nothing stands."""
    return right._replace(body=b"{}")


def halved(right: Sent) -> Sent:
    """The first half of the body, as if it were all."""
    return right._replace(body=right.body[: len(right.body) // 2])


def cut_off(right: Sent) -> Sent:
    """The first half of the body, then the connection ends."""
    half = halved(right)
    return half._replace(missing=len(right.body) - len(half.body))


def a_page(right: Sent) -> Sent:
    """Success, and a page for people."""
    return Sent(200, "text/html; charset=utf-8", PAGE)


def a_page_in_disguise(right: Sent) -> Sent:
    """Success, and a page for people that says it is what was asked for."""
    return right._replace(body=PAGE)


def an_error(right: Sent) -> Sent:
    """Status 500."""
    return Sent(500, TEXT, b"something went wrong")


def too_often(right: Sent) -> Sent:
    """Status 429, again and again."""
    return Sent(429, TEXT, b"you ask too often")
