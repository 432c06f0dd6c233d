"""
A local server that speaks as a public service does, and the faults that any service may show.

A service of the tests is a subclass of ``FakeService`` with one method, ``respond``: it refuses what the real one
refuses. Faults are put in front of it: for the next requests (``faults``) or for all (``always``).
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qsl, unquote, urlsplit


@dataclass(frozen=True)
class Asked:
    """A request as the server saw it."""

    method: str
    path: str
    params: tuple[tuple[str, str], ...]
    headers: dict[str, str]  # names in lower case
    body: bytes = b""

    @property
    def query(self) -> dict[str, str]:
        """The parameters by name, the last of equal ones."""
        return dict(self.params)

    def every(self, name: str) -> list[str]:
        """All values of a parameter."""
        return [value for key, value in self.params if key == name]


@dataclass(frozen=True)
class Response:
    """What the server says."""

    status: int = 200
    body: bytes = b""
    content_type: str = "application/json; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)


def json_response(value: Any, status: int = 200, **headers: str) -> Response:
    """A JSON body."""
    return Response(status, json.dumps(value, ensure_ascii=False).encode(), headers=headers)


def text_response(text: str, content_type: str, status: int = 200) -> Response:
    """A text body."""
    return Response(status, text.encode(), content_type)


#: A fault writes to the connection itself and returns None, or returns the response to send in place of the right one.
Fault = Callable[["Handler", Asked, Response], "Response | None"]


class FakeService:
    """A service on a free port of this machine; use it in a ``with`` block."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.faults: list[Fault] = []
        self.always: Fault | None = None

    def respond(self, asked: Asked) -> Response:
        """What the real service would say."""
        raise NotImplementedError

    @property
    def url(self) -> str:
        """The base URL, without a slash at its end."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._server = _Server(("127.0.0.1", 0), Handler)
        self._server.service = self
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    service: FakeService

    def __init__(self, *args: Any) -> None:
        self.stopping = threading.Event()
        super().__init__(*args)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that left is no news."""


class Handler(BaseHTTPRequestHandler):
    """Hands each request to the service, through its faults."""

    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        self._serve("GET")

    def do_POST(self) -> None:
        self._serve("POST")

    def _serve(self, method: str) -> None:
        service = self.server.service
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(
            method,
            unquote(parts.path),
            tuple(parse_qsl(parts.query, keep_blank_values=True)),
            headers,
            body,
        )
        service.asked.append(asked)
        fault = service.faults.pop(0) if service.faults else service.always
        response: Response | None = service.respond(asked)
        if fault is not None and response is not None:
            response = fault(self, asked, response)
        if response is not None:
            self.send(response)
        self.close_connection = True

    def send(self, response: Response) -> None:
        """Send a whole response."""
        self.send_response(response.status)
        if response.content_type:
            self.send_header("Content-Type", response.content_type)
        if "Content-Length" not in response.headers and response.status != 204:
            self.send_header("Content-Length", str(len(response.body)))
        for name, value in response.headers.items():
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(response.body)

    def wait(self, seconds: float) -> None:
        """Wait, or until the server stops."""
        self.server.stopping.wait(seconds)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(service: FakeService) -> Iterator[FakeService]:
    """A service that runs while the block does."""
    with service:
        yield service


def changed(response: Response, body: bytes) -> Response:
    """The same response with another body."""
    return replace(response, body=body)
