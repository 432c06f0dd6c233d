"""Code that is kept off the network while a test runs."""

from __future__ import annotations

import socket
from contextlib import suppress

import pytest

from factcheck.testing import no_sockets, only_loopback


@pytest.mark.parametrize(
    "opened",
    [
        lambda: socket.socket(),
        lambda: socket.create_connection(("127.0.0.1", 9)),
        lambda: socket.getaddrinfo("statistics.example", 443),
    ],
    ids=["a socket", "a connection", "the look-up of a name"],
)
def test_nothing_is_opened(opened) -> None:
    """
    A socket, a connection and the look-up of a name are errors inside the block.
    """
    with pytest.raises(AssertionError, match="a socket was opened"), no_sockets():
        opened()


def test_an_attempt_cannot_be_hidden() -> None:
    """
    Code that swallows the error is told at the end of the block.
    """
    with pytest.raises(AssertionError, match="a socket was opened"), no_sockets(), suppress(AssertionError):
        socket.socket()


def test_sockets_are_back_afterwards() -> None:
    """
    After the block, also after one that failed, sockets are what they were.
    """
    before = socket.socket, socket.getaddrinfo
    with pytest.raises(ZeroDivisionError), no_sockets():
        _ = 1 / 0

    assert (socket.socket, socket.getaddrinfo) == before


def test_this_machine_can_be_reached_and_no_other() -> None:
    """
    Inside the block a server of this machine answers; another address is an error that names it.
    """
    with socket.create_server(("127.0.0.1", 0)) as server:
        with only_loopback():
            socket.create_connection(server.getsockname()).close()
        with pytest.raises(AssertionError, match=r"a connection to 192\.0\.2\.1"), only_loopback():
            socket.create_connection(("192.0.2.1", 9))
