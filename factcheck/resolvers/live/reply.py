"""
A reply of a service, complete and within bounds, and the checks before it is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any

from factcheck.resolvers.live.failure import bad_payload
from factcheck.resolvers.live.strict_json import read_json


class Expected(Enum):
    """What form of reply was asked for: the value is how people call it."""

    JSON = "JSON"
    CSV = "CSV"
    HTML = "HTML"
    XML = "XML"


#: Words in a content type that fit, where the service says one at all.
_TYPES = {
    Expected.JSON: ("json", "text/plain", "octet-stream"),
    Expected.CSV: ("csv", "text/plain", "octet-stream", "excel"),
    Expected.HTML: ("html",),
    Expected.XML: ("xml", "text/plain"),
}


@dataclass(frozen=True, slots=True)
class Reply:
    """
    What a service sent.

    Attributes:
        url: what was asked, without any key: fit to be cited.
        retrieved: when, in UTC.
        sha256: of the body, in hexadecimal: its name in the evidence store.
        delimited: whether the service said where the body ends, so that a cut one would have been noticed.
        kept: whether it came from the evidence store.
    """

    url: str
    status: int
    content_type: str
    body: bytes = field(repr=False)
    retrieved: datetime
    sha256: str
    delimited: bool = True
    kept: bool = False

    @property
    def text(self) -> str:
        """
        The body as text, a BOM left off.

        Raises:
            LiveFailure: it is no UTF-8.
        """
        try:
            return self.body.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise bad_payload(f"the reply is not UTF-8: byte 0x{self.body[error.start]:02X}") from None

    def json(self) -> Any:
        """
        The body as strict JSON: ints, Decimals, text, lists, dicts, None.

        Raises:
            LiveFailure: it is none.
        """
        return read_json(self.body)

    def check(self, expected: Expected) -> None:
        """
        See that this is the form of reply that was asked for.

        Raises:
            LiveFailure: another content type, another first byte, or nothing.
        """
        start = self.body[:400].removeprefix(b"\xef\xbb\xbf").lstrip()
        if not start:
            raise bad_payload("the reply is empty; empty is not zero")
        kind = self.content_type.partition(";")[0].strip().lower()
        if kind and not any(word in kind for word in _TYPES[expected]):
            raise bad_payload(f"the service sent {kind} in place of {expected.value}{_title(self.body)}")
        if (start[:1] == b"<") != (expected in (Expected.HTML, Expected.XML)):
            raise bad_payload(f"the reply is no {expected.value}{_title(self.body)}")
        if expected is Expected.JSON and start[:1] not in (b"{", b"["):
            raise bad_payload(f"the reply is no JSON: it begins with {start[:60].decode('utf-8', 'replace')!r}")


def _title(body: bytes) -> str:
    """The title of a page that came instead, in words that follow a statement."""
    lower = body[:20_000].lower()
    at = lower.find(b"<title")
    if at < 0:
        return ""
    title = body[at : at + 300].partition(b">")[2].partition(b"<")[0].decode("utf-8", "replace").strip()
    return f": a page titled {title[:80]!r}" if title else ""
