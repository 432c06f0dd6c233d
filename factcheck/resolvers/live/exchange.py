"""
One HTTP exchange within a deadline and a size: the only place that opens a socket.

``requests`` alone would wait as long as each piece comes within its timeout, and would unpack whatever it is sent.
So the exchange runs in a thread of its own that is left behind at the deadline, reads piece by piece, and unpacks
within bounds.
"""

from __future__ import annotations

import queue
import threading
import time
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from factcheck.resolvers.live.failure import bad_payload

CONNECT, READ = 5.0, 15.0  # seconds
MIB = 1024 * 1024
LARGEST = 32 * MIB  # unpacked
PIECE = 16 * 1024
TOO_LATE = "no complete reply in time"


class Unreachable(Exception):
    """No complete reply: the connection failed, was reset, cut off, or took too long; its text says which."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is sent: ``url`` and ``headers`` may hold a key, so neither is ever printed."""

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Raw:
    """What came back: lower-case header names, the body unpacked."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    delimited: bool


def exchange(question: Question, seconds: float) -> Raw:
    """
    Ask once.

    Raises:
        Unreachable: no complete reply within the seconds.
        LiveFailure: a reply that is too large, or packed in a way that was not asked for.
    """
    if seconds <= 0:
        raise Unreachable(TOO_LATE)
    came: queue.SimpleQueue[Raw | BaseException] = queue.SimpleQueue()
    left = threading.Event()
    threading.Thread(
        target=_ask_aside, args=(question, time.monotonic() + seconds, left, came), name="exchange", daemon=True
    ).start()
    try:
        found = came.get(timeout=seconds)
    except queue.Empty:
        raise Unreachable(TOO_LATE) from None
    finally:
        left.set()
    if isinstance(found, BaseException):
        raise found
    return found


def _ask_aside(
    question: Question, until: float, left: threading.Event, came: queue.SimpleQueue[Raw | BaseException]
) -> None:
    try:
        came.put(_ask(question, until, left))
    except BaseException as error:  # handed to the one who waits; what is left behind has nobody to tell
        came.put(error)


def _ask(question: Question, until: float, left: threading.Event) -> Raw:
    import requests
    import urllib3

    try:
        with requests.Session() as session:
            session.auth = _no_login
            # else it would read a redirect's body by itself, whatever its size, to find out where it leads
            session.get_redirect_target = _nowhere  # type: ignore[method-assign, assignment]
            with session.request(
                question.method,
                question.url,
                headers=dict(question.headers),
                data=question.body,
                timeout=(CONNECT, READ),
                allow_redirects=False,
                stream=True,
            ) as response:
                headers = {name.lower(): value for name, value in response.headers.items()}
                body = _body(response.raw, headers, until, left)
                return Raw(response.status_code, headers, body, _is_delimited(headers, response.status_code))
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        raise Unreachable(_reason(error)) from None


def _nowhere(response: Any) -> None:
    """Where ``requests`` follows a redirect to: our own transport does that."""


def _no_login(request: Any) -> Any:
    """Sends no password of a .netrc file along."""
    return request


def _body(raw: Any, headers: Mapping[str, str], until: float, left: threading.Event) -> bytes:
    """The body, read as it comes and unpacked within bounds."""
    unpack = _Unpacker(headers.get("content-encoding", "").strip().lower())
    pieces: list[bytes] = []
    came = size = 0
    while piece := raw.read1(PIECE, decode_content=False):
        if left.is_set() or time.monotonic() > until:
            raise Unreachable("the reply came too slowly")
        came += len(piece)
        if came > LARGEST:  # packed, it may have nothing in it
            raise bad_payload(f"the reply is larger than {LARGEST // MIB} MiB")
        for part in unpack(piece):
            size += len(part)
            if size > LARGEST:
                raise bad_payload(f"the reply is larger than {LARGEST // MIB} MiB")
            pieces.append(part)
    unpack.close()
    return b"".join(pieces)


class _Unpacker:
    """Undoes gzip or deflate, no more than a mebibyte at a time; several gzip members are one body (RFC 1952, 2.2)."""

    def __init__(self, encoding: str) -> None:
        if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise bad_payload(f"the reply is packed as {encoding[:40]!r}, which was not asked for")
        self._packed = encoding not in ("", "identity")
        self._stream = _new_stream()
        self._begun = False

    def __call__(self, piece: bytes) -> Iterator[bytes]:
        self._begun = True
        if not self._packed:
            yield piece
            return
        while piece:
            if self._stream.eof:
                piece = piece.lstrip(b"\0")  # some writers fill up the last block
                if not piece:
                    return
                self._stream = _new_stream()
            try:
                yield self._stream.decompress(piece, MIB)
            except zlib.error:
                raise bad_payload("the packed reply is damaged") from None
            piece = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail

    def close(self) -> None:
        """See that the packed stream came to its end."""
        if self._packed and self._begun and not self._stream.eof:
            raise Unreachable("the packed reply was cut off")


def _new_stream() -> zlib._Decompress:
    return zlib.decompressobj(zlib.MAX_WBITS | 32)  # gzip or deflate, by the first bytes


def _is_delimited(headers: Mapping[str, str], status: int) -> bool:
    """Whether the server said where the body ends, in a way that the reader understood."""
    chunked = headers.get("transfer-encoding", "").strip().lower() == "chunked"
    length = headers.get("content-length", "").strip()
    return chunked or (length.isascii() and length.isdigit()) or status == 204


#: What went wrong, by words in the errors of the libraries below; their own texts hold the address asked.
_REASONS = (
    (("ProxyError",), "the proxy that the environment names could not be used"),
    (("NameResolution", "getaddrinfo", "Name or service", "nodename", "name resolution"), "its name was not found"),
    (("CERTIFICATE", "certificate", "SSL", "TLS"), "its certificate could not be verified"),
    (("ConnectTimeout", "connect timeout"), "no connection within 5 seconds"),
    (("ReadTimeout", "Read timed out", "timed out"), "it sent nothing for 15 seconds"),
    (("refused",), "the connection was refused"),
    (("IncompleteRead", "incomplete", "InvalidChunk", "end of file"), "the reply was cut off"),
    (("reset", "aborted", "Broken pipe", "without response", "Remote end closed"), "the connection was lost"),
    (("unreachable", "No route"), "the network cannot be reached"),
)


def _reason(error: BaseException) -> str:
    text = f"{type(error).__name__} {error!r}"
    return next((words for marks, words in _REASONS if any(mark in text for mark in marks)), "the connection failed")
