"""
Addresses that may become links: http and https, a plain host, and nothing that a reader could not see.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, urlsplit

LONGEST = 2000  # characters of an address; a longer one is told and not linked
_KEPT = "!#$%&'()*+,-./:;=?@[]_~"  # of RFC 3986, what may stand in an address as it is


class Link(NamedTuple):
    """An address for ``href``, pure ASCII, and the name of its host for people."""

    href: str
    host: str


def link_to(address: str) -> Link | None:
    """The link to an address; None where it is no address of the web, or is dressed up as another."""
    if len(address) > LONGEST or not address.lower().startswith(("https://", "http://")):
        return None
    try:
        parts = urlsplit(address)
        host, user, _ = parts.hostname or "", parts.username, parts.port
    except ValueError:
        return None
    if not host or user is not None or not _is_plain(host) or "\\" in address:
        return None
    try:
        return Link(quote(address, safe=_KEPT), host)
    except UnicodeEncodeError:  # a lone surrogate
        return None


def _is_plain(host: str) -> bool:
    return host.isascii() and all(char.isalnum() or char in ".-:[]" for char in host)
