"""A PostgreSQL server: who may ask, how long it may take, and what is said where it fails."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any, NamedTuple
from urllib.parse import quote

import pytest

from factcheck.observations import Answer, Failure, SeriesQuery
from factcheck.resolvers.warehouse import Limits
from factcheck.resolvers.warehouse.postgres import rows_of_postgres
from tests.resolvers.postgres import PASSWORD, PostgresServer
from tests.resolvers.warehouse.tables import MAPPING, answer, figures, periods, warehouse

ASKED = SeriesQuery("CHN", "RUS", periods=periods("2024"))
TOTAL = ("RUS", "total", "", "2024", "244.81")
SHORT = Limits(seconds=1.0, connect_seconds=1.0)
DOWN, ASK, REFUSED, BAD = Failure.UNAVAILABLE, Failure.BAD_REQUEST, Failure.UNAUTHORISED, Failure.BAD_PAYLOAD

READER = "trade reader"
SETUP = f"""
DROP SCHEMA IF EXISTS trade CASCADE;
DROP ROLE IF EXISTS "{READER}";
CREATE ROLE "{READER}" LOGIN PASSWORD 'reader''s';
CREATE SCHEMA trade;
CREATE TABLE trade.figures AS TABLE public.figures;
GRANT USAGE ON SCHEMA trade TO "{READER}";
GRANT SELECT ON trade.figures TO "{READER}";
CREATE TABLE trade.secret AS TABLE public.figures;
CREATE VIEW trade.slow AS SELECT f.* FROM trade.figures f, (SELECT pg_sleep(60)) AS slow;
CREATE FUNCTION trade.write() RETURNS text LANGUAGE plpgsql AS
    $$ BEGIN INSERT INTO trade.figures VALUES ('x'); RETURN 'x'; END $$;
CREATE VIEW trade.writing AS SELECT f.*, trade.write() AS written FROM trade.figures f;
CREATE VIEW trade.divided AS SELECT rep, par, direction, code, month, (1 / length('')) AS amount, out, link
    FROM trade.figures;
"""  # noqa: S608


@pytest.fixture
def server(postgres: PostgresServer, table: Callable[..., str]) -> PostgresServer:
    """The server with the figures, a schema of its own, and a user who may read one table."""
    table("postgres")
    postgres.run(SETUP)
    return postgres


def ask(address: str, *, limits: Limits = SHORT, **changes: Any) -> Answer:
    """The answer about China and Russia in 2024."""
    return answer(warehouse("postgres", address, limits=limits, **changes), ASKED)


def test_a_reader_of_one_table_may_ask(server) -> None:
    """
    The user needs the right to read the table, and no other.
    """
    given = ask(server.address(READER, "reader's"), table="trade.figures")

    assert TOTAL in figures(given)


class Refused(NamedTuple):
    """What is wrong with a question, and what is said of it."""

    failure: Failure
    words: str
    address: dict[str, str] = {}  # noqa: RUF012  never changed
    changes: dict[str, Any] = {}  # noqa: RUF012


REFUSALS: dict[str, Refused] = {
    "a wrong password": Refused(REFUSED, "the user or the password is refused", {"password": "wr0ng"}),
    "no password": Refused(REFUSED, "the user or the password is refused", {"password": ""}),
    "an unknown user": Refused(REFUSED, "the user or the password is refused", {"user": "nobody"}),
    "an unknown database": Refused(ASK, "there is no such database", {"database": "nowhere"}),
    "an unknown table": Refused(ASK, 'relation "nowhere" does not exist', changes={"table": "nowhere"}),
    "an unknown schema": Refused(ASK, 'relation "nowhere.x" does not exist', changes={"table": "nowhere.x"}),
    "a column renamed": Refused(
        ASK, "column t.amount_usd does not exist", changes={"columns": MAPPING["columns"] | {"value": "amount_usd"}}
    ),
    "a table that may not be read": Refused(
        REFUSED, "the user may not read the table", {"user": READER, "password": "reader's"}, {"table": "trade.secret"}
    ),
    "a view that writes": Refused(
        DOWN, "failed with SQLSTATE 25006",
        changes={"table": "trade.writing", "columns": MAPPING["columns"] | {"note": "written"}},
    ),
    "a view that cannot be computed": Refused(
        BAD, "the table holds what cannot be read", changes={"table": "trade.divided"}
    ),
    "a view that takes its time": Refused(DOWN, "was cancelled, or took too long", changes={"table": "trade.slow"}),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSALS)
def test_what_the_server_refuses_is_a_typed_failure(name: str, server) -> None:
    """
    The answer says what was refused, in our words where the server's may hold secrets, and soon.
    """
    refused = REFUSALS[name]
    started = time.monotonic()

    given = ask(server.address(**refused.address), **refused.changes)

    assert (given.failure, given.observations) == (refused.failure, ())
    assert refused.words in given.detail
    assert_no_secret(given)
    assert time.monotonic() - started < 60


def assert_no_secret(given: Answer) -> None:
    """No part of an address stands in an answer."""
    for secret in (PASSWORD, quote(PASSWORD, safe=""), "wr0ng", "reader's", "127.0.0.1", "postgresql://factcheck"):
        assert secret not in given.detail


def test_a_locked_table_is_not_waited_for(server) -> None:
    """
    A table that someone rebuilds is unavailable; the run goes on.
    """
    import pg8000.native

    with closing(
        pg8000.native.Connection(
            "factcheck", host="127.0.0.1", port=server.port, database="postgres", password=PASSWORD, ssl_context=False
        )
    ) as builder:
        builder.run("BEGIN; LOCK TABLE trade.figures IN ACCESS EXCLUSIVE MODE")
        given = ask(server.address(), table="trade.figures")
        builder.run("ROLLBACK")

    assert given.failure is DOWN


def test_a_server_that_is_stopped_is_unavailable(server) -> None:
    """
    When the administrator ends the connection the answer is a failure and not half of the rows.
    """
    ended = threading.Thread(target=end_others, args=(server,))
    ended.start()
    given = ask(server.address(), table="trade.slow", limits=Limits(seconds=20))
    ended.join()

    assert (given.failure, given.observations) == (DOWN, ())


def end_others(server: PostgresServer) -> None:
    """End the connection that waits for the slow view, once it is there."""
    until = time.monotonic() + 10
    ended: list[Any] = []
    while not ended and time.monotonic() < until:
        ended = server.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE application_name = 'factcheck' AND wait_event = 'PgSleep'"
        )
        time.sleep(0.05)


def test_connections_are_given_back(server) -> None:
    """
    However a question ends, no connection of ours stays open.
    """
    ask(server.address(), table="trade.figures")
    ask(server.address(), table="nowhere")
    ask(server.address(), table="trade.slow", limits=Limits(seconds=0.3))
    until = time.monotonic() + 10
    left = None
    while left != [[0]] and time.monotonic() < until:
        left = server.run("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'factcheck'")
        time.sleep(0.05)

    assert left == [[0]]


def test_one_statement_asks_everything(server, monkeypatch) -> None:
    """
    A hundred queries are one statement.
    """
    import pg8000.native

    told: list[str] = []
    run = pg8000.native.Connection.run

    def listening(self: Any, sql: str, *args: Any, **values: Any) -> Any:
        told.append(sql)
        return run(self, sql, *args, **values)

    monkeypatch.setattr(pg8000.native.Connection, "run", listening)
    places = ("CHN", "DEU", "USA", "FRA", "ITA", "JPN", "KOR", "BRA", "IND", "RUS")
    asked = [
        SeriesQuery(one, other, periods=span)
        for one in places
        for other in (*places, None)
        for span in (None, periods("2024"))
    ]

    answers = list(warehouse("postgres", server.address()).resolve(asked))

    assert len(answers) == 220
    assert [sql.split()[0] for sql in told] == ["BEGIN", "SELECT"]


# How the connection is protected.


def test_a_certificate_that_nobody_vouches_for_is_refused(server) -> None:
    """
    A checked connection needs a certificate that is trusted.
    """
    needs_certificate(server)

    given = ask(f"{server.address(host='localhost')}?sslmode=verify-full")

    assert (given.failure, "a certificate that is not trusted" in given.detail) == (DOWN, True)


def test_a_certificate_of_another_name_is_refused(server) -> None:
    """
    A trusted certificate must be that of the host that was named.
    """
    needs_certificate(server)

    given = ask(f"{server.address()}?sslmode=verify-full&sslrootcert={server.certificate}")

    assert (given.failure, "a certificate that is not trusted" in given.detail) == (DOWN, True)


@pytest.mark.parametrize("options", ["sslmode=require", "sslmode=verify-full&sslrootcert={}"])
def test_an_encrypted_connection_answers(options: str, server) -> None:
    """
    With the operator's authority, or with any where only encryption is wanted.
    """
    needs_certificate(server)
    address = f"{server.address(host='localhost')}?{options.format(server.certificate)}"

    assert TOTAL in figures(ask(address, limits=Limits()))


def needs_certificate(server: PostgresServer) -> None:
    if server.certificate is None:
        pytest.skip("needs openssl to make a certificate")


def test_a_certificate_file_that_is_missing_is_told(server) -> None:
    """
    A wrong sslrootcert is a failure like any other.
    """
    given = ask(f"{server.address()}?sslmode=verify-full&sslrootcert=/nowhere/ca.pem")

    assert given.failure is DOWN


def test_a_socket_of_this_machine_answers(server) -> None:
    """
    A server may be asked through its Unix socket.
    """
    assert TOTAL in figures(ask(f"{server.address(host='')}?host={server.folder}", limits=Limits()))


# What is no server.


@contextmanager
def listening(behave: Callable[[socket.socket], object]) -> Iterator[str]:
    """Something that listens where a server should; gives its address."""
    with socket.create_server(("127.0.0.1", 0)) as line:
        line.settimeout(20)

        def serve() -> None:
            try:
                other, _ = line.accept()
                with other:
                    other.settimeout(20)
                    behave(other)
            except OSError:
                pass  # it was cut, as the test wants

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"postgresql://desk:{quote(PASSWORD, safe='')}@127.0.0.1:{line.getsockname()[1]}/trade"
        thread.join()


def says(*parts: bytes) -> Callable[[socket.socket], object]:
    """Answer each message with the next part, then close."""

    def behave(line: socket.socket) -> None:
        for part in parts:
            line.recv(10_000)
            line.sendall(part)

    return behave


def says_nothing(line: socket.socket) -> None:
    while line.recv(10_000):
        pass


def trickles(line: socket.socket) -> None:
    while True:
        line.sendall(b"R")
        time.sleep(0.05)


WELCOME = b"R\0\0\0\x08\0\0\0\0Z\0\0\0\x05I"
STRANGERS: dict[str, Callable[[socket.socket], object]] = {
    "closes at once": lambda line: None,
    "speaks HTTP": says(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"),
    "speaks nonsense": says(b"\xff" * 100),
    "says nothing": says_nothing,
    "says a byte now and then": trickles,
    "asks for an unknown proof": says(b"R\0\0\0\x08\0\0\0\x63"),
    "asks for an unknown mechanism": says(b"R\0\0\0\x0c\0\0\0\x0aX\0\0\0"),
    "breaks off a proof": says(b"R\0\0\0\x17\0\0\0\x0aSCRAM-SHA-256\0\0", b"R\0\0\0\x0c\0\0\0\x0bzzzz"),
    "cuts a message": says(b"R\0\0\0\x05\0"),
    "has lengths below zero": says(b"R\xff\xff\xff\xff"),
    "welcomes and closes": says(WELCOME, b""),
    "welcomes and speaks nonsense": says(WELCOME, b"D\0\0\0\x06\0\x01" * 10),
    "shuts down": says(WELCOME, b"E\0\0\0\x1aSFATAL\0C57P01\0Mbye\0\0\0"),
    "refuses in words of its own": says(b"E\0\0\0\x18SFATAL\0C28P01\0Mno\0\0"),
}


@pytest.mark.parametrize("name", STRANGERS)
def test_what_is_no_server_is_a_typed_failure(name: str) -> None:
    """
    Whatever answers in the place of a server, the run gets a failure within its time, without the address.
    """
    started = time.monotonic()
    with listening(STRANGERS[name]) as address:
        given = ask(address)

    assert given.failure in (DOWN, REFUSED)
    assert time.monotonic() - started < 60
    assert_no_secret(given)


def test_a_server_that_does_not_encrypt_is_told() -> None:
    """
    Where encryption is wanted there is no answer in the clear.
    """
    with listening(says(b"N")) as address:
        given = ask(f"{address}?sslmode=require")

    assert (given.failure, "does not encrypt: see sslmode" in given.detail) == (DOWN, True)


def test_nobody_there_is_unavailable() -> None:
    """
    A port on which nobody listens is told as such.
    """
    with socket.create_server(("127.0.0.1", 0)) as line:
        port = line.getsockname()[1]

    given = ask(f"postgresql://desk:{quote(PASSWORD, safe='')}@127.0.0.1:{port}/trade")

    assert (given.failure, "cannot be reached" in given.detail) == (DOWN, True)
    assert_no_secret(given)


def test_a_host_without_an_address_is_unavailable(monkeypatch) -> None:
    """
    A name that is no host's is told as such.
    """

    def unknown(*_: object, **__: object) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known: secret.example.org")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)

    given = ask("postgresql://desk:x@secret.example.org/trade")

    assert (given.failure, "secret" in given.detail) == (DOWN, False)


def test_faults_carry_no_trace_of_the_driver() -> None:
    """
    What the driver raised, which may repeat the address, is not chained to our own fault.
    """
    from factcheck.resolvers.warehouse.faults import WarehouseFault
    from factcheck.resolvers.warehouse.mapping import TableMapping
    from factcheck.resolvers.warehouse.place import Place

    mapping = TableMapping("postgres", table=("figures",), columns={"value": "amount"})
    with listening(says(b"\xff" * 100)) as address, pytest.raises(WarehouseFault) as raised:
        list(rows_of_postgres((), mapping, Place(address, "what X names"), SHORT))

    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__
