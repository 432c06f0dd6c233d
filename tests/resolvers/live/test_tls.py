"""A certificate that nobody vouches for is refused; one that the operator trusts is not."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path

import pytest

from factcheck.resolvers.live.exchange import Question, Unreachable, exchange

OPENSSL = shutil.which("openssl")
pytestmark = pytest.mark.skipif(OPENSSL is None, reason="no openssl to make a certificate with")


class Quiet(SimpleHTTPRequestHandler):
    """Says that all is well."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def secured(tmp_path: Path) -> Iterator[str]:
    """The address of a server whose certificate is its own; the certificate is in cert.pem."""
    subprocess.run(
        [
            str(OPENSSL), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
            "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "key.pem", "-out", "cert.pem",
        ],
        check=True,
        capture_output=True,
        cwd=tmp_path,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    server = HTTPServer(("127.0.0.1", 0), Quiet)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"https://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


def test_an_unknown_certificate_is_refused(secured: str) -> None:
    """
    Verification is on: a certificate of nobody's ends in a reason.
    """
    with pytest.raises(Unreachable, match="certificate"):
        exchange(Question("GET", secured, {}), 5)


def test_a_certificate_that_the_operator_trusts(secured: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    REQUESTS_CA_BUNDLE in the environment adds what a service forgets to send.
    """
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "cert.pem"))

    assert exchange(Question("GET", secured, {}), 5).body == b"{}"
