"""What all tests share: golden files, no network, and the same examples on every run in CI."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

GOLDEN = Path(__file__).parent / "golden"
HERE = ("127.0.0.1", "::1", "localhost")

# No deadline: how fast a busy machine is says nothing about the code.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write tests/golden/ anew instead of comparing")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """
    Compare a text whole with the file ``tests/golden/<name>``; with ``--golden``, write the file.
    """

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        elif not path.is_file():
            pytest.fail(f"tests/golden/{name} is missing: run 'make golden' and read what it wrote")
        else:
            assert text == path.read_bytes().decode(), f"differs from tests/golden/{name}; see 'make golden'"

    return compare


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Refuse every connection that leaves this machine, save in a test marked ``network``.
    """
    if request.node.get_closest_marker("network") is None:
        monkeypatch.setattr(socket.socket, "connect", connect_here_only)


connect_anywhere = socket.socket.connect


def connect_here_only(self: socket.socket, address: object) -> None:
    if isinstance(address, tuple) and address[0] not in HERE:
        raise AssertionError(f"a test reached for the network: {address[0]}")
    connect_anywhere(self, address)  # type: ignore[arg-type]
