"""The same samples over the wire in every way in which a server may send them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from factcheck.observations import Failure, SeriesQuery
from factcheck.resolvers.live.comtrade.resolver import Comtrade
from factcheck.resolvers.live.eurostat.resolver import Eurostat
from factcheck.resolvers.live.gacc.resolver import Gacc
from factcheck.resolvers.live.imf import Imf
from tests.resolvers.live import documented
from tests.resolvers.live.documented import Documented
from tests.resolvers.live.server import Asked, Fault, Handler, Response, text_response
from tests.resolvers.live.test_as_documented_gacc import HTML, PATH, index, table, whole
from tests.resolvers.live.test_as_documented_replies import ask, levels, series


def gacc() -> Documented:
    """An index and a table."""
    said: dict[str, Response] = {
        "GET /statics/report/preliminary.html$": text_response(whole(index()), HTML),
        f"GET {PATH}$": text_response(whole(table()), HTML),
    }
    return Documented(said, documented.NOT_FOUND)


#: name -> the server, the resolver, what is asked, and the exports that stand in the sample.
SERVICES: Mapping[str, tuple[Callable[[], Documented], Any, SeriesQuery, Decimal]] = {
    "JSON": (
        lambda: documented.comtrade(documented.COMTRADE_ROW),
        Comtrade,
        series("CHN", "RUS", "2025-06"),
        Decimal(8280000000),
    ),
    "CSV": (documented.imf, Imf, series("CHN", "RUS", "2025-06"), Decimal(8280000000)),
    "HTML": (gacc, Gacc, series("CHN", "RUS", "2025-06"), Decimal(8280100000)),
}


def raw(head: str, change: Callable[[bytes], bytes] = lambda body: body) -> Fault:
    """The right body after a head that is sent as it is written: {type} and {size} are those of the response."""

    def send(handler: Handler, asked: Asked, response: Response) -> None:
        body = change(response.body)
        text = head.format(type=response.content_type, size=len(body)).replace("\n", "\r\n")
        handler.wfile.write(f"{text}\r\n\r\n".encode() + body)

    return send


def chunks(body: bytes) -> bytes:
    """Chunks with an extension each and a trailer at the end."""
    pieces = [body[start : start + 100] for start in range(0, len(body), 100)]
    sent = b"".join(b"%X;part=%d\r\n%s\r\n" % (len(piece), place, piece) for place, piece in enumerate(pieces))
    return sent + b"0\r\nX-Checksum: 1\r\n\r\n"


def members(body: bytes) -> bytes:
    """Three gzip members."""
    third = len(body) // 3
    return b"".join(gzip.compress(part) for part in (body[:third], body[third : 2 * third], body[2 * third :]))


def without_end(size: int) -> Callable[[bytes], bytes]:
    """A body that lacks its last bytes."""
    return lambda body: body[:-size]


WAYS: Mapping[str, Fault] = {
    "HTTP/1.0 without a length": raw("HTTP/1.0 200 OK\nContent-Type: {type}"),
    "HTTP/1.0 with a length": raw("HTTP/1.0 200 OK\nContent-Type: {type}\nContent-Length: {size}"),
    "HTTP/1.1 without a length": raw("HTTP/1.1 200 OK\nContent-Type: {type}\nConnection: close"),
    "kept alive": raw("HTTP/1.1 200 OK\nContent-Type: {type}\nContent-Length: {size}\nConnection: keep-alive"),
    "small letters": raw("HTTP/1.1 200 ok\ncontent-type: {type}\ncontent-length: {size}"),
    "capitals": raw("HTTP/1.1 200 OK\nCONTENT-TYPE: {type}\nCONTENT-LENGTH: {size}"),
    "no reason": raw("HTTP/1.1 200\nContent-Type: {type}\nContent-Length: {size}"),
    "no type": raw("HTTP/1.1 200 OK\nContent-Length: {size}"),
    "a type with odd parameters": raw(
        'HTTP/1.1 200 OK\nContent-Type: {type}; charset="utf-8" ;odata.metadata=minimal;;\nContent-Length: {size}'
    ),
    "chunks with extensions and a trailer": raw(
        "HTTP/1.1 200 OK\nContent-Type: {type}\nTransfer-Encoding: chunked", chunks
    ),
    "gzip in members": raw(
        "HTTP/1.1 200 OK\nContent-Type: {type}\nContent-Encoding: gzip\nContent-Length: {size}", members
    ),
    "gzip in members and chunks": raw(
        "HTTP/1.1 200 OK\nContent-Type: {type}\nContent-Encoding: GZIP\nTransfer-Encoding: Chunked",
        lambda body: chunks(members(body)),
    ),
    "a BOM": lambda handler, asked, response: replace(response, body=b"\xef\xbb\xbf" + response.body),
    "lines that end in CRLF": lambda handler, asked, response: replace(
        response, body=response.body.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    ),
}


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("way", WAYS)
def test_a_reply_is_the_same_however_it_is_sent(service: str, way: str) -> None:
    """
    The figure arrives whole, whichever way the server has of sending it.
    """
    make, resolver, query, exports = SERVICES[service]
    with make() as server:
        server.always = WAYS[way]
        answer = ask(resolver, server, query, deadline=5.0)

    assert levels(answer).get(("exports", "2025-06")) == exports, answer.detail


@pytest.mark.parametrize("length", ["", "\nContent-Length: -5", "\nContent-Length: all of it"])
@pytest.mark.parametrize("service", SERVICES)
def test_a_reply_without_a_length_that_was_cut_is_none(service: str, length: str) -> None:
    """
    Where the server does not say how long its reply is, or nothing that makes sense, a part is never taken for all.
    """
    make, resolver, query, _ = SERVICES[service]
    for left in (2, 3, 60):
        with make() as server:
            server.always = raw(f"HTTP/1.0 200 OK\nContent-Type: {{type}}{length}", without_end(left))
            answer = ask(resolver, server, query, deadline=5.0)

        assert (answer.failure, answer.observations) == (Failure.BAD_PAYLOAD, ())


@pytest.mark.parametrize(
    ("value", "exports"),
    [
        ("8280000000", "8280000000"),
        ("8.28E9", "8280000000"),
        ("82800000.00e+02", "8280000000"),
        ('"8280000000.5"', "8280000000.5"),
        ("null", None),
        ('"NA"', None),
        ('":"', None),
        ('"-"', None),
        ('"8,280,000,000"', None),
        ('"8\u00a0280\u00a0000\u00a0000"', None),
        ('"\u0668\u0662\u0668\u0660"', None),
        ("1e400", None),
        ("Infinity", None),
        ("-8280000000", None),
        ("true", None),
        ("[8280000000]", None),
    ],
)
def test_a_value_is_a_number_or_there_is_none(value: str, exports: str | None) -> None:
    """
    Numbers as text and with exponents are read; what is no number, or another one to a reader, is no figure.
    """
    row = json.dumps({**documented.COMTRADE_ROW, "fobvalue": None, "primaryValue": "HERE"})
    body = f'{{"elapsedTime":"","count":1,"data":[{row}],"error":""}}'.replace('"HERE"', value).encode()
    with Documented({"GET /public/v1/preview": Response(200, body)}, documented.NOT_FOUND) as server:
        answer = ask(Comtrade, server, series("CHN", "RUS", "2025-06"))

    assert levels(answer) == ({} if exports is None else {("exports", "2025-06"): Decimal(exports)})
    assert exports is not None or answer.failure in (Failure.NO_DATA, Failure.BAD_PAYLOAD)


def test_codes_as_text_are_codes() -> None:
    """
    UN Comtrade's codes mean the same as numbers and as text.
    """
    row = {name: str(value) if type(value) is int else value for name, value in documented.COMTRADE_ROW.items()}
    with documented.comtrade(row) as server:
        answer = ask(Comtrade, server, series("CHN", "RUS", "2025-06"))

    assert levels(answer) == {("exports", "2025-06"): Decimal(8280000000)}


def test_a_cube_with_other_places_of_its_codes() -> None:
    """
    Which code stands at which place the reply says, not the question.
    """
    dimension = json.loads(json.dumps(documented.EUROSTAT_CUBE["dimension"]))
    dimension["freq"]["category"]["index"] = {"M": 0, "Q": 1, "A": 2}
    dimension["time"]["category"]["index"] = ["2024-02", "2024-01"]
    with documented.eurostat(dimension=dimension, size=[3, 1, 1, 1, 1, 1, 2], value={"0": 2, "1": 1}) as server:
        answer = ask(Eurostat, server, series("EU", "CHN", "2024-01", "2024-02"))

    assert levels(answer) == {("imports", "2024-01"): Decimal(1), ("imports", "2024-02"): Decimal(2)}
