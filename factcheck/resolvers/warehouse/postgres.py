"""
Rows of a PostgreSQL table: one connection, one transaction that may only read, one statement.
"""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from threading import Event
from typing import TYPE_CHECKING, Any

from factcheck.observations import Failure
from factcheck.resolvers.warehouse.asked import Branch
from factcheck.resolvers.warehouse.faults import WarehouseFault, missing_extra, unavailable
from factcheck.resolvers.warehouse.identifiers import quoted_table
from factcheck.resolvers.warehouse.limits import Limits, stopped_after
from factcheck.resolvers.warehouse.mapping import TableMapping
from factcheck.resolvers.warehouse.place import Place
from factcheck.resolvers.warehouse.row import Row
from factcheck.resolvers.warehouse.server import Server, server_at
from factcheck.resolvers.warehouse.statement import CAST, Dialect, Statement, lists, statement_of

if TYPE_CHECKING:
    import ssl

_NUMBERS = ("real", "double precision")
# Set for the transaction and not in the address: poolers such as PgBouncer refuse addresses with settings.
_BEGIN = (
    "BEGIN TRANSACTION READ ONLY; SET LOCAL statement_timeout = {milliseconds:d}; SET LOCAL lock_timeout = 5000; "
    "SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL TimeZone = 'UTC'; SET LOCAL extra_float_digits = 1; "
    "SET LOCAL standard_conforming_strings = on"
)
_SHARE = 800  # milliseconds of each second that the statement may take: the server says that it was slow before we cut
_NAMES = "42"  # the class of SQLSTATE whose messages name tables and columns, and nothing else
_CODES = (
    ("28", Failure.UNAUTHORISED, "the user or the password is refused"),
    ("3D", Failure.BAD_REQUEST, "there is no such database"),
    ("42501", Failure.UNAUTHORISED, "the user may not read the table"),
    ("42", Failure.BAD_REQUEST, "the mapping does not fit"),
    ("3F", Failure.BAD_REQUEST, "there is no such schema"),
    ("57014", Failure.UNAVAILABLE, "the query was cancelled, or took too long"),
    ("54", Failure.TOO_BIG, "the query is too large for the server"),
    ("22", Failure.BAD_PAYLOAD, "the table holds what cannot be read as text"),
)
#: What a server that is none, or that breaks off, makes the driver raise: it trusts what it is sent.
_BROKEN = (OSError, struct.error, LookupError, ValueError, TypeError, AttributeError, MemoryError)


def _asked(branch: Branch, number: int, first: int) -> str:
    return f"unnest({', '.join(lists(branch, first))}) AS a ({', '.join(('n', *branch.fields))})"


_DIALECT = Dialect(CAST, "CAST({} AS TEXT)", "CAST(pg_typeof({}) AS TEXT)", _asked)


def rows_of_postgres(branches: Sequence[Branch], mapping: TableMapping, place: Place, limits: Limits) -> Iterator[Row]:
    """
    The rows that were asked for.

    Raises:
        WarehouseFault: the driver is not installed; the server is not told, is down or slow, refuses the user or the
            password; the table or a column is missing.
    """
    try:
        import pg8000.native
        import scramp
    except ImportError:
        raise missing_extra("pg8000", "postgres") from None
    server = server_at(place)
    made = statement_of(branches, mapping, quoted_table(mapping.table), _DIALECT, limits.most_rows)
    late = Event()
    try:
        with _line(server, limits, late) as line:
            rows = _asked_for(server, line, made, limits)
    except (pg8000.native.Error, scramp.ScramException, *_BROKEN) as error:
        raise _fault(error, place, limits, late) from None
    for number, *texts, type_ in rows:
        yield Row(number, tuple(texts), type_ in _NUMBERS)


def _asked_for(server: Server, line: socket.socket, made: Statement, limits: Limits) -> list[list[Any]]:
    import pg8000.native

    connection = pg8000.native.Connection(
        server.user,
        host=server.host,
        database=server.database,
        password=server.password or "",  # an answer to a server that asks for one, not a fault of the driver
        ssl_context=_context(server),
        application_name="factcheck",
        sock=line,
    )
    with closing(connection):
        connection.run(_BEGIN.format(milliseconds=int(limits.seconds * _SHARE)))
        parameters = {f"p{index}": values for index, values in enumerate(made.parameters, 1)}
        rows: list[list[Any]] = connection.run(made.sql, **parameters)
        return rows


@contextmanager
def _line(server: Server, limits: Limits, late: Event) -> Iterator[socket.socket]:
    """A connection that is cut when the time is over, whatever the server sends until then."""
    line = _reached(server, limits)
    with line, line.dup() as same:

        def cut() -> None:
            late.set()
            with suppress(OSError):
                same.shutdown(socket.SHUT_RDWR)

        with stopped_after(limits.seconds, cut):
            yield line


def _reached(server: Server, limits: Limits) -> socket.socket:
    if not server.socket:
        line = socket.create_connection((server.host, server.port), limits.connect_seconds)
    else:
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            line.settimeout(limits.connect_seconds)
            line.connect(server.socket)
        except OSError:
            line.close()
            raise
    line.settimeout(limits.seconds)
    return line


def _context(server: Server) -> ssl.SSLContext | bool:
    """How the driver encrypts: not at all, with anyone, or with the server that the certificate names."""
    if server.tls == "disable" or server.socket:
        return False
    import ssl

    context = ssl.create_default_context(cafile=server.authorities or None)
    if server.tls == "require":
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _fault(error: BaseException, place: Place, limits: Limits, late: Event) -> WarehouseFault:
    """A fault of the server or of the way to it, in words of our own."""
    shown = place.shown
    if late.is_set():
        return unavailable(f"{shown} took more than {limits.seconds:g} seconds to answer")
    told = _told(error)
    if told is None:
        return _unreached(error, shown)
    code, words = told.get("C", ""), told.get("M", "")
    for start, failure, meaning in _CODES:
        if code.startswith(start):
            return WarehouseFault(failure, f"{shown}: {meaning}" + (f": {words}" if code[:2] == _NAMES else ""))
    return unavailable(f"{shown} failed with SQLSTATE {code[:5]}")


def _told(error: BaseException | None) -> dict[str, str] | None:
    """
    What the server said: the driver may hide it behind the fault of a connection that the server then closed.
    """
    while error is not None:
        if error.args and isinstance(error.args[0], dict):
            return error.args[0]
        error = error.__context__ or error.__cause__
    return None


def _unreached(error: BaseException, shown: str) -> WarehouseFault:
    words = str(error)
    if "certificate" in words.lower():
        return unavailable(f"{shown} has a certificate that is not trusted: see sslrootcert and sslmode")
    if "SSL" in words:
        return unavailable(f"{shown} does not encrypt: see sslmode")
    if isinstance(error, TimeoutError):
        return unavailable(f"{shown} cannot be reached: no answer in time")
    return unavailable(f"{shown} cannot be reached, or broke off")
