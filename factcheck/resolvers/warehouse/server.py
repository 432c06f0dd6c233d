"""
The address of a PostgreSQL server, from the operator's environment alone.

Not one word of it is ever repeated: where it cannot be read the message names the variable.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlsplit

from factcheck.resolvers.warehouse.faults import WarehouseFault, bad_request
from factcheck.resolvers.warehouse.place import Place, missing

_FORM = "write postgresql://user:password@host:5432/database, with signs in the password percent-encoded"
_SCHEMES = ("postgresql", "postgres")
_OPTIONS = frozenset({"host", "sslmode", "sslrootcert"})
TLS = ("disable", "require", "verify-full")
_HERE = ("", "localhost", "127.0.0.1", "::1")
_PORT = 5432


@dataclass(frozen=True, slots=True)
class Server:
    """
    A server and who asks it.

    Attributes:
        socket: the Unix socket, where it is asked through one; else blank.
        tls: disable, require (encrypted, whoever answers) or verify-full (with a certificate of its name).
        authorities: a file of certificates to trust; blank takes the system's.
    """

    host: str = field(repr=False)
    port: int = field(repr=False)
    socket: str = field(repr=False)
    user: str = field(repr=False)
    password: str | None = field(repr=False)
    database: str = field(repr=False)
    tls: str
    authorities: str = field(repr=False)


def server_at(place: Place) -> Server:
    """
    Read the address.

    Raises:
        WarehouseFault: there is none, or it is none of a PostgreSQL server.
    """
    if not place.address:
        raise missing(place, "postgres")
    try:
        parts = urlsplit(place.address)
        port = parts.port or _PORT
        options = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True) if parts.query else ())
    except ValueError:
        raise _unreadable(place) from None
    user, database = unquote(parts.username or ""), unquote(parts.path.removeprefix("/"))
    if parts.scheme not in _SCHEMES or not user or not database or parts.fragment or not options.keys() <= _OPTIONS:
        raise _unreadable(place)
    host, folder = parts.hostname or "", options.get("host", "")
    if (folder and (host or not os.path.isabs(folder))) or "\0" in user + database + folder:
        raise _unreadable(place)
    return Server(
        host=host or "localhost",
        port=port,
        socket=f"{folder}/.s.PGSQL.{port}" if folder else "",
        user=user,
        password=None if parts.password is None else unquote(parts.password),
        database=database,
        tls=_tls(options.get("sslmode", ""), host, place),
        authorities=options.get("sslrootcert", ""),
    )


def _tls(written: str, host: str, place: Place) -> str:
    """How the connection is protected: over a network with a checked certificate, unless the operator says else."""
    if not written:
        return "disable" if host in _HERE else "verify-full"
    if written not in TLS:
        raise bad_request(f"{place.variable or 'the place'}: sslmode is one of {', '.join(TLS)}")
    return written


def _unreadable(place: Place) -> WarehouseFault:
    return bad_request(f"{place.variable or 'the place'} is no address of a PostgreSQL server: {_FORM}")
