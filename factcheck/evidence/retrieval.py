"""
The index file of a kept reply: what was asked, when, and which body came back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from factcheck.evidence.moments import read_moment, stamp, write_moment
from factcheck.evidence.request import Request
from factcheck.evidence.strict_json import read_json, write_json

SHA256 = re.compile(r"[0-9a-f]{64}")
NAME = re.compile(r"([0-9]{8}T[0-9]{6}\.[0-9]{6}Z)-([0-9a-f]{12})\.json")
#: Headers that say how fresh a reply is. No others are kept: cookies and the like are secrets.
KEPT_HEADERS = ("date", "etag", "last-modified")
_KEYS = {"request", "status", "content_type", "retrieved", "sha256", "headers"}
_REQUEST_TEXTS = ("method", "url", "body", "accept")


class Retrieval(NamedTuple):
    """One reply without its body; the attributes are those of ``Kept``."""

    request: Request
    status: int
    content_type: str
    retrieved: datetime
    sha256: str
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """The name of its index file: names of one request sort by time."""
        return f"{stamp(self.retrieved)}-{self.sha256[:12]}.json"

    def written(self) -> bytes:
        """The index file."""
        return write_json(
            {
                "request": self.request._asdict(),
                "status": self.status,
                "content_type": self.content_type,
                "retrieved": write_moment(self.retrieved),
                "sha256": self.sha256,
                "headers": dict(self.headers),
            }
        )


def kept_headers(headers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The headers of a reply that are kept, by name in small letters."""
    found = {name.lower(): value for name, value in headers.items()}
    return tuple((name, found[name]) for name in KEPT_HEADERS if name in found)


def read_retrieval(content: bytes, key: str, name: str) -> Retrieval:
    """
    Read an index file.

    Args:
        content: of the file.
        key: of the request that its folder is named for.
        name: of the file.

    Raises:
        ValueError: it is not as we write it, or belongs to another request or name.
    """
    found = _mapping(read_json(content), _KEYS)
    retrieval = Retrieval(
        _request(found["request"]),
        _status(found["status"]),
        _text(found["content_type"]),
        read_moment(found["retrieved"]),
        _sha256(found["sha256"]),
        _headers(found["headers"]),
    )
    if retrieval.request.key != key:
        raise ValueError("the request in it is not that of its folder")
    if retrieval.name != name:
        raise ValueError("its name does not fit what it says")
    return retrieval


def _request(found: object) -> Request:
    parts = _mapping(found, set(Request._fields))
    method, url, body, accept = (_text(parts[name]) for name in _REQUEST_TEXTS)
    return Request(method, url, tuple(_pair(pair) for pair in _list(parts["params"])), body, accept)


def _headers(found: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(found, dict) or not set(found) <= set(KEPT_HEADERS):
        raise ValueError("its headers are not those that are kept")
    return tuple((name, _text(found[name])) for name in KEPT_HEADERS if name in found)


def _mapping(found: object, keys: set[str]) -> dict[str, object]:
    if not isinstance(found, dict) or set(found) != keys:
        raise ValueError(f"it does not have exactly the keys {', '.join(sorted(keys))}")
    return found


def _list(found: object) -> list[object]:
    if not isinstance(found, list):
        raise ValueError("the parameters in it are no list")
    return found


def _pair(found: object) -> tuple[str, str]:
    if not isinstance(found, list) or len(found) != 2:
        raise ValueError("a parameter in it is no pair")
    return _text(found[0]), _text(found[1])


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise ValueError("a value in it is no text")
    return found


def _status(found: object) -> int:
    if type(found) is not int or not 100 <= found <= 999:
        raise ValueError("the status in it is none of HTTP")
    return found


def _sha256(found: object) -> str:
    if not isinstance(found, str) or SHA256.fullmatch(found) is None:
        raise ValueError("the sha256 in it is none")
    return found
