"""
A service on this machine that answers with recorded replies, whole or with a fault.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from factcheck.evidence.request import Request
from factcheck.resolvers.live.access import Access
from factcheck.testing.faults import Fault, Sent, as_it_is
from factcheck.testing.recorded import Recording, last_moment, recordings

DEADLINE = 5.0  # seconds for a request with all its tries
NOT_RECORDED = Sent(404, "text/plain; charset=utf-8", b"there is no recorded reply to this request")


@dataclass
class Replay:
    """
    The running service.

    Attributes:
        url: where it is, without a slash at its end.
        replies: what it can answer with.
        fault: what becomes of each of them.
        key_parameter: the query parameter that carries a key, which recorded requests are without.
        asked: the paths with queries that it was asked for.
        lacking: those of them to which no reply is recorded.
    """

    url: str
    replies: tuple[Recording, ...]
    fault: Fault = as_it_is
    key_parameter: str = ""
    asked: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)

    def access(self, keys: Mapping[str, str] | None = None) -> Access:
        """Access to it, at the moment of the last recording; waits cost no time."""
        moment = last_moment(self.replies)
        return Access(
            base_url=self.url,
            deadline=DEADLINE,
            keys=keys or {},
            now=lambda: moment,
            sleep=lambda seconds: None,
            jitter=lambda: 0.0,
        )

    def answer(self, method: str, target: str, body: bytes) -> Sent:
        """What is sent in answer to a request."""
        self.asked.append(target)
        found = next((each for each in self.replies if self._fits(each.request, method, target, body)), None)
        if found is None:
            self.lacking.append(target)
            return NOT_RECORDED
        theirs = urlsplit(found.request.url)
        return self.fault(_moved(found, f"{theirs.scheme}://{theirs.netloc}", self.url))

    def _fits(self, recorded: Request, method: str, target: str, body: bytes) -> bool:
        """Whether a request is the recorded one, whatever lies before its path, and with a key or without."""
        asked, theirs = urlsplit(target), urlsplit(recorded.url)
        params = [pair for pair in _params(asked.query) if not self.key_parameter or pair[0] != self.key_parameter]
        return (
            method == recorded.method
            and unquote(theirs.path).endswith(unquote(asked.path))
            and params == [*_params(theirs.query), *recorded.params]
            and body.decode("utf-8", "replace") == recorded.body
        )


@contextmanager
def serve(folder: Path | str, fault: Fault = as_it_is, *, key_parameter: str = "") -> Iterator[Replay]:
    """
    A service with the recorded replies of a folder, each changed by a fault; it runs while the block does.

    Name it to a resolver with ``replay.access()``, to the command with ``--base-url NAME=`` and ``replay.url``.
    """
    replies = recordings(folder)
    server = _Server(("127.0.0.1", 0), _Handler)
    server.replay = Replay(f"http://127.0.0.1:{server.server_address[1]}", replies, fault, key_parameter)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        with _no_proxy():
            yield server.replay
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def _no_proxy() -> Iterator[None]:
    """Reach this machine directly, also where the environment names a proxy."""
    names = ("NO_PROXY", "no_proxy")
    kept = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, "127.0.0.1"))
    try:
        yield
    finally:
        for name, value in kept.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _params(query: str) -> list[tuple[str, str]]:
    return parse_qsl(query, keep_blank_values=True)


def _moved(found: Recording, origin: str, here: str) -> Sent:
    """A reply whose links to its own service lead to this one."""
    body = found.body.replace(origin.encode(), here.encode())
    body = body.replace(origin.replace("/", "\\/").encode(), here.replace("/", "\\/").encode())
    return Sent(found.status, found.content_type, body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    replay: Replay

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that left is no news."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        """Answer a GET."""
        self._answer("GET")

    def do_POST(self) -> None:
        """Answer a POST."""
        self._answer("POST")

    def _answer(self, method: str) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        sent = self.server.replay.answer(method, self.path, body)
        self.send_response(sent.status)
        if sent.content_type:
            self.send_header("Content-Type", sent.content_type)
        self.send_header("Content-Length", str(len(sent.body) + sent.missing))
        self.end_headers()
        self.wfile.write(sent.body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
