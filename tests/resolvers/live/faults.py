"""
The faults that every service may show, each with what must come of it: the right value, or one of some typed reasons.
"""

from __future__ import annotations

import gzip
import socket
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from factcheck.observations import Failure
from tests.resolvers.live.server import Asked, Fault, Handler, Response, changed

RIGHT: frozenset[Failure] = frozenset()
DOWN = frozenset({Failure.UNAVAILABLE})
BAD = frozenset({Failure.BAD_PAYLOAD})
LIMITED = frozenset({Failure.RATE_LIMITED})


class Trouble(NamedTuple):
    """A fault for the next ``times`` requests (0: for all), and the failures that may follow; none means right."""

    name: str
    fault: Fault
    times: int
    ends_in: frozenset[Failure]


def status(code: int, body: bytes = b"", content_type: str = "text/plain", **headers: str) -> Fault:
    """Another status."""
    return lambda handler, asked, response: Response(
        code, body, content_type, {name.replace("_", "-"): value for name, value in headers.items()}
    )


def limited(**headers: str) -> Fault:
    """429, with headers."""
    return status(429, b'{"statusCode":429,"message":"Rate limit is exceeded."}', "application/json", **headers)


def reset(handler: Handler, asked: Asked, response: Response) -> None:
    """The connection is reset before a word."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def reset_amid(handler: Handler, asked: Asked, response: Response) -> None:
    """The connection is reset after half of the body."""
    handler.send(replace(response, body=response.body[: len(response.body) // 2], headers=_of_length(response)))
    handler.wfile.flush()
    reset(handler, asked, response)


def cut(handler: Handler, asked: Asked, response: Response) -> None:
    """Half of the body that was promised, then the end."""
    handler.send(replace(response, body=response.body[: len(response.body) // 2], headers=_of_length(response)))


def cut_chunked(handler: Handler, asked: Asked, response: Response) -> None:
    """A chunked body without its last chunk."""
    handler.send_response(200)
    handler.send_header("Content-Type", response.content_type)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"%x\r\n%s\r\n" % (len(response.body) // 2, response.body[: len(response.body) // 2]))


def chunked(handler: Handler, asked: Asked, response: Response) -> None:
    """A whole chunked body, in small chunks."""
    handler.send_response(response.status)
    handler.send_header("Content-Type", response.content_type)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    for start in range(0, len(response.body), 97):
        piece = response.body[start : start + 97]
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
    handler.wfile.write(b"0\r\n\r\n")


def silent(handler: Handler, asked: Asked, response: Response) -> None:
    """Nothing comes."""
    handler.wait(20)


def drip(handler: Handler, asked: Asked, response: Response) -> None:
    """A byte of the body now and then."""
    handler.send(replace(response, body=b"", headers=_of_length(response)))
    for place in range(len(response.body)):
        handler.wfile.write(response.body[place : place + 1])
        handler.wfile.flush()
        if handler.server.stopping.wait(0.1):
            return


def drip_headers(handler: Handler, asked: Asked, response: Response) -> None:
    """A byte of the headers now and then."""
    for byte in b"HTTP/1.1 200 OK\r\n" + b"X-Slow: " + b"a" * 600:
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()
        if handler.server.stopping.wait(0.1):
            return


def endless(handler: Handler, asked: Asked, response: Response) -> None:
    """More and more, without an end."""
    handler.send_response(200)
    handler.send_header("Content-Type", response.content_type)
    handler.end_headers()
    for _ in range(64 * 20):
        handler.wfile.write(b" " * 64 * 1024)


def bomb(handler: Handler, asked: Asked, response: Response) -> Response:
    """A small packed body that becomes 300 MB."""
    pack = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    first, again = (pack.compress(b" " * 1024 * 1024) + pack.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return replace(response, body=first + again * 299, headers={"Content-Encoding": "gzip"})  # each block stands alone


def packed(handler: Handler, asked: Asked, response: Response) -> Response:
    """The right body, packed."""
    return replace(response, body=gzip.compress(response.body), headers={"Content-Encoding": "gzip"})


def packed_in_parts(handler: Handler, asked: Asked, response: Response) -> Response:
    """The right body in several gzip members, as files that were joined are, with blanks after them."""
    parts = [response.body[start : start + 61] for start in range(0, len(response.body), 61)]
    whole = b"".join(map(gzip.compress, parts)) + b"\0" * 9
    return replace(response, body=whole, headers={"Content-Encoding": "gzip"})


def packed_in_parts_and_cut(handler: Handler, asked: Asked, response: Response) -> Response:
    """Several gzip members, the last of which lacks its end."""
    half = len(response.body) // 2
    whole = gzip.compress(response.body[:half]) + gzip.compress(response.body[half:])[:-9]
    return replace(response, body=whole, headers={"Content-Encoding": "gzip"})


def packed_with_more(handler: Handler, asked: Asked, response: Response) -> Response:
    """Packed, and something else after it."""
    return replace(response, body=gzip.compress(response.body) + b"<html>", headers={"Content-Encoding": "gzip"})


def badly_packed(handler: Handler, asked: Asked, response: Response) -> Response:
    """Called packed, and is not."""
    return replace(response, headers={"Content-Encoding": "gzip"})


def packed_and_cut(handler: Handler, asked: Asked, response: Response) -> Response:
    """Packed, its end missing."""
    return replace(response, body=gzip.compress(response.body)[:-9], headers={"Content-Encoding": "gzip"})


def packed_otherwise(handler: Handler, asked: Asked, response: Response) -> Response:
    """Packed in a way that nobody asked for."""
    return replace(response, headers={"Content-Encoding": "br"})


def to_another_host(handler: Handler, asked: Asked, response: Response) -> Response:
    """A redirect to another place."""
    return Response(302, b"", "", {"Location": "http://localhost:9/elsewhere"})


def to_itself_with_a_bomb(handler: Handler, asked: Asked, response: Response) -> Response:
    """A redirect whose own body becomes 300 MB."""
    bombed = bomb(handler, asked, response)
    return replace(bombed, status=302, headers={**bombed.headers, "Location": handler.path})


def to_itself_without_an_end(handler: Handler, asked: Asked, response: Response) -> None:
    """A redirect whose own body has no end."""
    handler.send_response(302)
    handler.send_header("Location", handler.path)
    handler.end_headers()
    while not handler.server.stopping.is_set():
        handler.wfile.write(b" " * 64 * 1024)


def to_no_address(handler: Handler, asked: Asked, response: Response) -> Response:
    """A redirect to what is no address."""
    return Response(302, b"", "", {"Location": "http://[::1"})


def in_circles(handler: Handler, asked: Asked, response: Response) -> Response:
    """A redirect to the same address."""
    return Response(302, b"", "", {"Location": handler.path})


def body(make: Callable[[bytes], bytes]) -> Fault:
    """The right response with its body changed."""
    return lambda handler, asked, response: changed(response, make(response.body))


def typed(content_type: str) -> Fault:
    """The right body under another content type."""
    return lambda handler, asked, response: replace(response, content_type=content_type)


def page(handler: Handler, asked: Asked, response: Response) -> Response:
    """A page of HTML with status 200."""
    return Response(200, b"<!DOCTYPE html><html><title>Under maintenance</title></html>", "text/html")


def page_in_disguise(handler: Handler, asked: Asked, response: Response) -> Response:
    """A page of HTML that says it is what was asked for."""
    return Response(200, b"<html><title>Challenge</title></html>", response.content_type)


def _of_length(response: Response) -> dict[str, str]:
    return {"Content-Length": str(len(response.body))}


#: For every service. Those whose replies are HTML leave out the two pages.
COMMON = (
    Trouble("429 once, wait 1", limited(Retry_After="1"), 1, RIGHT),
    Trouble("429 once, no wait named", limited(), 1, RIGHT),
    Trouble("429 once, a date in the past", limited(Retry_After="Wed, 21 Oct 2015 07:28:00 GMT"), 1, RIGHT),
    Trouble("429 once, below zero", limited(Retry_After="-5"), 1, RIGHT),
    Trouble("429 once, words", limited(Retry_After="soon"), 1, RIGHT),
    Trouble("429, wait six hours", limited(Retry_After="21600"), 1, LIMITED),
    Trouble("429, wait for ever", limited(Retry_After="9" * 4000), 0, LIMITED),
    Trouble("429, a day in 2099", limited(Retry_After="Wed, 21 Oct 2099 07:28:00 GMT"), 1, LIMITED),
    Trouble("429 for ever", limited(Retry_After="0"), 0, LIMITED),
    Trouble("503 once", status(503), 1, RIGHT),
    Trouble("502 twice", status(502), 2, RIGHT),
    Trouble("504 thrice", status(504), 3, RIGHT),
    Trouble("503 for ever", status(503), 0, DOWN),
    Trouble("500", status(500), 0, DOWN),
    Trouble("401", status(401), 0, frozenset({Failure.UNAUTHORISED})),
    Trouble("reset once", reset, 1, RIGHT),
    Trouble("reset for ever", reset, 0, DOWN),
    Trouble("reset in the body", reset_amid, 0, DOWN),
    Trouble("cut off once", cut, 1, RIGHT),
    Trouble("cut off for ever", cut, 0, DOWN),
    Trouble("chunks without an end", cut_chunked, 0, DOWN),
    Trouble("chunks", chunked, 0, RIGHT),
    Trouble("silence", silent, 0, DOWN),
    Trouble("a slow drip", drip, 0, DOWN),
    Trouble("a slow drip of headers", drip_headers, 0, DOWN),
    Trouble("a body without an end", endless, 0, BAD | DOWN),
    Trouble("a gzip bomb", bomb, 0, BAD),
    Trouble("gzip", packed, 0, RIGHT),
    Trouble("gzip in parts", packed_in_parts, 0, RIGHT),
    Trouble("gzip in parts, cut off", packed_in_parts_and_cut, 0, DOWN),
    Trouble("gzip with something after it", packed_with_more, 0, BAD),
    Trouble("gzip that is none", badly_packed, 0, BAD),
    Trouble("gzip cut off", packed_and_cut, 0, DOWN),
    Trouble("brotli", packed_otherwise, 0, BAD),
    Trouble("a redirect to another host", to_another_host, 0, BAD),
    Trouble("redirects in circles", in_circles, 0, BAD),
    Trouble("a redirect with a gzip bomb", to_itself_with_a_bomb, 0, BAD),
    Trouble("a redirect without an end", to_itself_without_an_end, 0, BAD | DOWN),
    Trouble("a redirect to no address", to_no_address, 0, BAD),
    Trouble("an empty body", body(lambda _: b""), 0, BAD),
    Trouble("spaces", body(lambda _: b"  \n "), 0, BAD),
    Trouble("a BOM", body(lambda right: b"\xef\xbb\xbf" + right), 0, RIGHT),
    Trouble("bytes that are no UTF-8", body(lambda right: right[:30] + b"\xff\xfe" + right[30:]), 0, BAD),
    Trouble("an image", typed("image/png"), 0, BAD),
    Trouble("a page with status 200", page, 0, BAD),
    Trouble("a page in disguise", page_in_disguise, 0, BAD),
)
#: For services that speak JSON.
JSON_ONLY = (
    Trouble("NaN", body(lambda right: b'{"value": NaN}'), 0, BAD),
    Trouble("deep nesting", body(lambda right: b"[" * 100_000 + b"]" * 100_000), 0, BAD),
    Trouble("a key twice", body(lambda right: b'{"data": [], "data": []}'), 0, BAD),
    Trouble("another form", body(lambda right: b'{"unexpected": true}'), 0, BAD),
    Trouble("a list of nothing known", body(lambda right: b'[["a"], 1, null]'), 0, BAD),
    Trouble("the end missing", body(lambda right: right[: len(right) // 2]), 0, BAD),
    Trouble("a number of 5,000 digits", body(lambda right: b'{"a": ' + b"9" * 5000 + b"}"), 0, BAD),
)
