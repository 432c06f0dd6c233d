"""
A real PostgreSQL server for tests: found on the machine or installed once, started on a loopback port, stopped after.

    with running_server() as server:
        server.address()                   # postgresql://factcheck:…@127.0.0.1:…/figures
        server.run("CREATE TABLE ...")     # as its owner

``NoServer`` says why there is none; tests then skip.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

OWNER, PASSWORD, DATABASE = "factcheck", "s3cret/p@ss:w?rd#1", "postgres"
_PLACES = (
    "usr/lib/postgresql/*/bin",
    "usr/pgsql-*/bin",
    "opt/homebrew/opt/postgresql*/bin",
    "usr/local/opt/postgresql*/bin",
)
_SETTINGS = {"listen_addresses": "127.0.0.1", "fsync": "off", "max_connections": "20", "shared_buffers": "16MB"}
_PATIENCE = 60.0  # seconds that a start may take on a busy machine


class NoServer(Exception):
    """There is no PostgreSQL here and none can be had; the text says why."""


@dataclass(frozen=True)
class PostgresServer:
    """
    A running server.

    Attributes:
        certificate: a file with the certificate that it shows, good for localhost; None where it does not encrypt.
        folder: where its Unix socket is.
    """

    port: int
    folder: Path
    certificate: Path | None

    def address(
        self, user: str = OWNER, password: str = PASSWORD, host: str = "127.0.0.1", database: str = DATABASE
    ) -> str:
        """The address with which the server is asked."""
        return f"postgresql://{user}:{quote(password, safe='')}@{host}:{self.port}/{database}"

    def run(self, sql: str, **values: Any) -> Any:
        """Run a statement as the server's owner."""
        import pg8000.native

        with closing(
            pg8000.native.Connection(
                OWNER, host="127.0.0.1", port=self.port, database=DATABASE, password=PASSWORD, ssl_context=False
            )
        ) as connection:
            return connection.run(sql, **values)


@contextmanager
def running_server() -> Iterator[PostgresServer]:
    """
    Start a server with an empty database, and stop it again.

    Raises:
        NoServer: none was found, none could be installed, or it did not start.
    """
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="factcheck-pg-"))
    try:
        runner = _runner(folder)
        certificate = _initialised(programs, folder, runner)
        port = _free_port()
        with _started(programs, folder, port, certificate, runner):
            yield PostgresServer(port, folder, certificate)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """The folder of initdb and postgres."""
    found = _found()
    if found is None:
        _install()
        found = _found()
    if found is None:
        raise NoServer("PostgreSQL (initdb, postgres) is not installed, and could not be installed")
    return found


def _found() -> Path | None:
    on_path = shutil.which("initdb")
    folders = [Path(os.path.realpath(on_path)).parent] if on_path else []
    for pattern in _PLACES:
        folders += sorted(Path("/").glob(pattern), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


def _install() -> None:
    """Install it where that takes no question: as root on Debian and its kin."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "postgresql"]
    for command, patience in ((["apt-get", "update", "-qq"], 120), (install, 240)):
        with suppress(OSError, subprocess.SubprocessError):
            subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=patience)


def _runner(folder: Path) -> dict[str, Any]:
    """As whom the server runs: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            user = pwd.getpwnam(name)
            os.chown(folder, user.pw_uid, user.pw_gid)
            return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise NoServer("there is no user other than root to run PostgreSQL as")


def _initialised(programs: Path, folder: Path, runner: dict[str, Any]) -> Path | None:
    """Make an empty database with a password, and a certificate where openssl can."""
    secret = folder / "password"
    secret.write_text(PASSWORD, encoding="utf-8")
    _own(secret, runner)
    _run(
        [
            str(programs / "initdb"), "-D", str(folder / "data"), "-U", OWNER, f"--pwfile={secret}",
            "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync",
        ],
        folder, runner,
    )  # fmt: skip
    secret.unlink()
    return _certificate(folder, runner)


def _certificate(folder: Path, runner: dict[str, Any]) -> Path | None:
    if shutil.which("openssl") is None:
        return None
    files = folder / "data" / "server.key", folder / "data" / "server.crt"
    try:
        _run(
            [
                "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                "-addext", "subjectAltName=DNS:localhost", "-keyout", str(files[0]), "-out", str(files[1]),
            ],
            folder, runner,
        )  # fmt: skip
    except NoServer:
        return None
    files[0].chmod(0o600)
    return files[1]


def _own(path: Path, runner: dict[str, Any]) -> None:
    path.chmod(0o600)
    if runner:
        os.chown(path, runner["user"], runner["group"])


def _run(command: Sequence[str], folder: Path, runner: dict[str, Any]) -> None:
    try:
        subprocess.run(
            command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=True, **runner
        )
    except subprocess.CalledProcessError as error:
        last = error.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise NoServer(f"{Path(command[0]).name} failed: {' '.join(last)}") from None
    except (OSError, subprocess.SubprocessError) as error:
        raise NoServer(f"{Path(command[0]).name} cannot run: {error}") from None


def _free_port() -> int:
    with closing(socket.socket()) as line:
        line.bind(("127.0.0.1", 0))
        port: int = line.getsockname()[1]
        return port


@contextmanager
def _started(
    programs: Path, folder: Path, port: int, certificate: Path | None, runner: dict[str, Any]
) -> Iterator[None]:
    settings = {**_SETTINGS, "port": str(port), "unix_socket_directories": str(folder)}
    settings["ssl"] = "on" if certificate else "off"
    command = [str(programs / "postgres"), "-D", str(folder / "data")]
    for name, value in settings.items():
        command += ["-c", f"{name}={value}"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **runner)
    try:
        _wait(process, port, folder)
        yield
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)
        if process.poll() is None:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    import pg8000.native

    until = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < until:
        with suppress(pg8000.native.Error, OSError):
            pg8000.native.Connection(
                OWNER, host="127.0.0.1", port=port, database=DATABASE, password=PASSWORD, ssl_context=False
            ).close()
            return
        time.sleep(0.1)
    log = (folder / "log").read_text("utf-8", "replace").strip().splitlines()
    raise NoServer(f"PostgreSQL did not start: {' '.join(log[-1:])}")
