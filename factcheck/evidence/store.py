"""
The evidence store: every reply of a live source that was used, kept once, found again by its request or its hash.

    <folder>/bodies/ab/<sha256>                            the reply, byte for byte
    <folder>/requests/<key>/<moment>-<start of sha>.json   what was asked, when, and which body came back

Nothing that is there is ever changed, so writers need no lock. The body is written first: a writer that is killed
leaves at worst a temporary file, or a body that no request leads to. What is read is checked against its hashes;
anything that does not fit counts as absent, with a warning.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from factcheck.evidence.folder import Folder, Warnings, reason
from factcheck.evidence.moments import stamp
from factcheck.evidence.prune import prune
from factcheck.evidence.request import Request
from factcheck.evidence.retrieval import NAME, SHA256, Retrieval, kept_headers, read_retrieval
from factcheck.files.text_file import MIB, RefusedFile

MAX_BODY = 32 * MIB
MAX_INDEX = 64 * 1024
MOST_RETRIEVALS = 10_000  # of one request; a folder with more was not made by us, and the oldest are left out


class Kept(NamedTuple):
    """
    A kept reply.

    Attributes:
        retrieved: when it came, in UTC.
        sha256: of the body, in hexadecimal.
        headers: of those, ``date``, ``etag`` and ``last-modified``, where the reply had them.
    """

    request: Request
    status: int
    content_type: str
    retrieved: datetime
    sha256: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


def to_stderr(message: str) -> None:
    """Say a warning to whoever runs the command."""
    print(message, file=sys.stderr)


class EvidenceStore:
    """
    Replies in a folder, safe against crashes, concurrent writers and edited files.

    Args:
        folder: need not be there; nothing is made before the first reply is kept.
        warn: told of each thing that is wrong with the folder, once.
    """

    def __init__(self, folder: Path, warn: Callable[[str], None] = to_stderr) -> None:
        self._folder = Folder(folder)
        self._warnings = Warnings(warn)

    def keep(
        self,
        request: Request,
        *,
        status: int,
        content_type: str,
        body: bytes,
        retrieved: datetime,
        headers: Mapping[str, str] | None = None,
    ) -> str:
        """
        Keep a reply, and give the sha256 of its body; where it cannot be kept there is a warning and the same hash.

        The same body of the same request at the same moment is one reply: the first index stands.

        Raises:
            ValueError: ``retrieved`` has no time zone.
        """
        sha256 = hashlib.sha256(body).hexdigest()
        reply = Retrieval(request, status, content_type, retrieved, sha256, kept_headers(headers or {}))
        key, name = request.key, reply.name
        try:
            written = _checked(reply, len(body))
        except ValueError as error:
            self._warnings.add(f"evidence: a reply of {request.url[:200]} is not kept: {error}")
            return sha256
        try:
            self._keep_body(sha256, body)
            first = self._retrieval(key, name)
            if first is None or first.sha256 != sha256:  # the name has a part of the hash only: the rest was damaged
                self._folder.write(written, "requests", key, name)
            if not self._folder.is_regular(*_body_parts(sha256)):  # pruned before the index was there to spare it
                self._keep_body(sha256, body)
        except OSError as error:
            self._warnings.add(
                f"evidence: a reply of {request.url[:200]} is not kept: {reason(error)}; "
                "make room or make the folder writable, so that it can be shown later"
            )
        return sha256

    def decline(self, request: Request, why: str) -> None:
        """Say that a reply is not kept, and why."""
        self._warnings.add(f"evidence: a reply of {request.url[:200]} is not kept: {why}")

    def newest(
        self, request: Request, *, not_before: datetime | None = None, not_after: datetime | None = None
    ) -> Kept | None:
        """
        The newest reply to a request whose body is there and right.

        Args:
            request: the full request.
            not_before: leave out what was retrieved before this moment.
            not_after: leave out what was retrieved after this moment: a clock may have been wrong.
        """
        lowest, highest = stamp(not_before) if not_before else "", stamp(not_after) if not_after else "~"
        key = request.key
        names = (name for name in reversed(self._index_names(key)) if lowest <= name.partition("-")[0] <= highest)
        return next(self._kept(key, names), None)

    def all(self, request: Request) -> tuple[Kept, ...]:
        """Every reply to a request whose body is there and right, the oldest first."""
        key = request.key
        return tuple(self._kept(key, iter(self._index_names(key))))

    def has(self, sha256: str) -> bool:
        """Whether a body is there and right."""
        return self.body(sha256) is not None

    def body(self, sha256: str) -> bytes | None:
        """The body of this hash; None if it is absent, or wrong, which is a warning."""
        return self._body(sha256) if SHA256.fullmatch(sha256) is not None else None

    def prune(self, keep: Collection[str]) -> int:
        """
        Remove every body whose sha256 is not among those to keep, with the index files that name it.

        Returns:
            how many bodies went.
        """
        return prune(self._folder, frozenset(keep), self._warnings)

    def _keep_body(self, sha256: str, body: bytes) -> None:
        if self._body(sha256) is None:
            self._folder.write(body, *_body_parts(sha256))

    def _kept(self, key: str, names: Iterator[str]) -> Iterator[Kept]:
        for name in names:
            found = self._retrieval(key, name)
            if found is None:
                continue
            body = self._body(found.sha256, f"requests/{key}/{name}")
            if body is not None:
                yield Kept(
                    found.request, found.status, found.content_type, found.retrieved, found.sha256, body, found.headers
                )

    def _body(self, sha256: str, index: str = "") -> bytes | None:
        """The body of a hash if it is right; where there is none, an index that names it is not to be trusted."""
        parts = _body_parts(sha256)
        try:
            found = self._folder.read(MAX_BODY, *parts)
        except RefusedFile as refused:
            self._distrust("/".join(parts), refused.problem.what)
            return None
        if found is None:
            if index:
                self._distrust(index, "the body that it names is not there")
        elif hashlib.sha256(found).hexdigest() != sha256:
            self._distrust("/".join(parts), "its content does not have the hash of its name")
            return None
        return found

    def _index_names(self, key: str) -> list[str]:
        """The names of a request's index files, the oldest first."""
        try:
            found = [name for name in self._folder.names("requests", key) if NAME.fullmatch(name)]
        except OSError as error:
            self._distrust(f"requests/{key}", reason(error))
            return []
        if len(found) > MOST_RETRIEVALS:
            self._distrust(f"requests/{key}", f"it has more than {MOST_RETRIEVALS:,} files, the oldest left out")
        return found[-MOST_RETRIEVALS:]

    def _retrieval(self, key: str, name: str) -> Retrieval | None:
        try:
            content = self._folder.read(MAX_INDEX, "requests", key, name)
            return None if content is None else read_retrieval(content, key, name)
        except RefusedFile as refused:
            self._distrust(f"requests/{key}/{name}", refused.problem.what)
        except ValueError as error:
            self._distrust(f"requests/{key}/{name}", str(error))
        return None

    def _distrust(self, shown: str, why: str) -> None:
        self._warnings.add(f"evidence: {shown} counts as absent: {why}")


def _body_parts(sha256: str) -> tuple[str, str, str]:
    return "bodies", sha256[:2], sha256


def _checked(reply: Retrieval, size: int) -> bytes:
    """
    The index file of a reply that can be read back.

    Raises:
        ValueError: it could not be.
    """
    written = reply.written()
    if size > MAX_BODY:
        raise ValueError(f"it is larger than {MAX_BODY // MIB} MiB")
    if len(written) > MAX_INDEX:
        raise ValueError(f"what was asked is longer than {MAX_INDEX // 1024} KiB")
    read_retrieval(written, reply.request.key, reply.name)
    return written
