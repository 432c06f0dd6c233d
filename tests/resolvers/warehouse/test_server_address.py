"""The address of a server: read strictly, never repeated."""

from __future__ import annotations

import pytest

from factcheck.observations import Failure
from factcheck.resolvers.warehouse.faults import WarehouseFault
from factcheck.resolvers.warehouse.place import Place
from factcheck.resolvers.warehouse.server import Server, server_at

VARIABLE = "FACTCHECK_WAREHOUSE_TRADE_DESK"


def read(address: str) -> Server:
    """The server at an address of the operator."""
    return server_at(Place(address, f"what {VARIABLE} names", VARIABLE))


def test_all_parts_are_read() -> None:
    """
    User, password, host, port and database, percent-encoded where they hold signs.
    """
    server = read("postgresql://de%40sk:p%2Fw%3Aw%25@db.example.org:6432/tr%20ade?sslmode=require")

    assert (server.user, server.password, server.host, server.port) == ("de@sk", "p/w:w%", "db.example.org", 6432)
    assert (server.database, server.tls, server.socket) == ("tr ade", "require", "")


@pytest.mark.parametrize(
    ("address", "tls"),
    [
        ("postgres://desk@db.example.org/trade", "verify-full"),
        ("postgresql://desk@10.0.0.7/trade", "verify-full"),
        ("postgresql://desk@localhost/trade", "disable"),
        ("postgresql://desk@127.0.0.1/trade", "disable"),
        ("postgresql://desk@[::1]/trade", "disable"),
        ("postgresql://desk@localhost/trade?sslmode=verify-full", "verify-full"),
        ("postgresql://desk@db.example.org/trade?sslmode=disable", "disable"),
    ],
)
def test_a_network_is_not_trusted(address: str, tls: str) -> None:
    """
    Over a network the certificate is checked, unless the operator says otherwise.
    """
    assert read(address).tls == tls


def test_a_socket_of_this_machine_is_a_host_too() -> None:
    """
    The folder of a Unix socket stands where libpq has it.
    """
    assert read("postgresql://desk@/trade?host=/run/postgresql").socket == "/run/postgresql/.s.PGSQL.5432"


UNREADABLE = [
    "db.example.org",
    "postgresql://",
    "postgresql://db.example.org/trade",
    "postgresql://desk:s3cret@db.example.org",
    "postgresql://desk:s3cret@db.example.org:port/trade",
    "postgresql://desk:s3cret@db.example.org:99999/trade",
    "postgresql://desk:s3c#ret@db.example.org/trade",
    "postgresql://desk:s3c?ret@db.example.org/trade",
    "postgresql://desk:s3cret@[::1/trade",
    "postgresql://desk:s3cret@db.example.org/trade?options=-csearch_path%3Dx",
    "postgresql://desk:s3cret@db.example.org/trade?host=/run",
    "postgresql://desk:s3cret@/trade?host=run",
    "postgresql://desk:s3cret@db.example.org/tra%00de",
    "mysql://desk:s3cret@db.example.org/trade",
    "https://desk:s3cret@db.example.org/trade",
    "host=db.example.org user=desk password=s3cret",
]


@pytest.mark.parametrize("address", UNREADABLE)
def test_an_address_that_cannot_be_read_is_not_repeated(address: str) -> None:
    """
    The fault names the variable and the form, and nothing of what stands in it.
    """
    with pytest.raises(WarehouseFault) as raised:
        read(address)

    assert raised.value.failure is Failure.BAD_REQUEST
    assert raised.value.detail.startswith(f"{VARIABLE} is no address of a PostgreSQL server: write postgresql://user:")
    assert not any(secret in str(raised.value) for secret in ("s3c", "example.org", "desk", "trade?"))
    assert raised.value.__cause__ is None


def test_an_unknown_protection_is_told() -> None:
    """
    Of libpq's modes three are known; "prefer" would protect nothing.
    """
    with pytest.raises(WarehouseFault, match="sslmode is one of disable, require, verify-full"):
        read("postgresql://desk:s3cret@db.example.org/trade?sslmode=prefer")


def test_what_is_printed_of_a_server_holds_no_secret() -> None:
    """
    Neither a place nor a server shows in a traceback where it is or who asks.
    """
    address = "postgresql://desk:s3cret@db.example.org/trade"
    shown = repr(Place(address, "what X names")) + repr(read(address))

    assert not any(secret in shown for secret in ("s3cret", "example.org", "desk@", "/trade"))
