"""
Keep code off the network while a test runs: all of it, or all but this machine.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

_HERE = frozenset({"127.0.0.1", "::1", "localhost"})
_module: Any = socket  # its names are put out of order and back


@contextmanager
def no_sockets() -> Iterator[None]:
    """
    Make the opening of a socket, or the look-up of a name, an AssertionError while the block runs.

    It is raised again at the end of the block, so that code that swallows errors cannot hide it.
    """
    tried: list[str] = []

    def refuse(*_: object, **__: object) -> NoReturn:
        tried.append("a socket was opened")
        raise AssertionError(tried[0])

    with _replaced(socket=refuse, getaddrinfo=refuse):
        yield
    if tried:
        raise AssertionError(tried[0])


@contextmanager
def only_loopback() -> Iterator[None]:
    """Make a connection to any other machine an AssertionError while the block runs."""
    tried: list[str] = []

    def check(host: object) -> None:
        if host not in _HERE:
            tried.append(f"a connection to {str(host)[:80]}, which is not the service that it was given")
            raise AssertionError(tried[0])

    class Loopback(socket.socket):
        def connect(self, address: Any) -> None:
            check(address[0])
            super().connect(address)

    look_up = socket.getaddrinfo

    def looked_up(host: Any, *more: Any, **given: Any) -> Any:
        check(host)
        return look_up(host, *more, **given)

    with _replaced(socket=Loopback, getaddrinfo=looked_up):
        yield
    if tried:
        raise AssertionError(tried[0])


@contextmanager
def _replaced(**parts: object) -> Iterator[None]:
    kept = {name: getattr(_module, name) for name in parts}
    for name, part in parts.items():
        setattr(_module, name, part)
    try:
        yield
    finally:
        for name, part in kept.items():
            setattr(_module, name, part)
