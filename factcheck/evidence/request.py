"""
A request as evidence knows it: everything that decides the reply, and no secret.
"""

from __future__ import annotations

import hashlib
import json
from typing import NamedTuple


class Request(NamedTuple):
    """
    What a live source was asked.

    Attributes:
        method: GET or POST.
        url: scheme, host, port and path; neither a query nor a name and password.
        params: the query, sorted by whoever makes the request; no key of a user in it.
        body: of a POST, as canonical text; blank otherwise.
        accept: the Accept header.
    """

    method: str
    url: str
    params: tuple[tuple[str, str], ...]
    body: str
    accept: str

    @property
    def key(self) -> str:
        """The sha256 of the whole request, in hexadecimal: equal requests have equal keys, and no others."""
        canonical = json.dumps(self._asdict(), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode("ascii")).hexdigest()
