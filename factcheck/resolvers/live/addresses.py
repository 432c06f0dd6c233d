"""
Addresses of a service: with their query, and links in its replies as the mirror that is asked has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, urlencode


def address(url: str, params: Sequence[tuple[str, str]]) -> str:
    """A URL with its query, in the order of the parameters."""
    if not params:
        return url
    joint = "&" if "?" in url else "?"
    return f"{url}{joint}{urlencode(params, quote_via=quote, safe=',:*')}"


def mirrored(link: str, real: str, base_url: str) -> str:
    """
    A link to the service's own place as a link to the place that is asked; any other as it is.

    A mirror, or a test, passes pages on with the links that the service wrote. Whether one of those says http or https
    is of no matter: what is asked is what the operator named.

    Args:
        link: a full address in a reply.
        real: the service's own base URL.
        base_url: the one that is asked.
    """
    place = real.partition("://")[2].rstrip("/")
    for scheme in ("https", "http"):
        own = f"{scheme}://{place}"
        if link.startswith((f"{own}/", f"{own}?")):
            return base_url + link.removeprefix(own)
    return link
