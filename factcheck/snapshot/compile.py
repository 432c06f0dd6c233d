"""
Compile a ``sources`` folder into its index: a SQLite file that is only ever read.

The same sources give the same bytes (with one version of SQLite): rows are sorted, and no time is written.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from factcheck.observations import Citation
from factcheck.periods import Period
from factcheck.snapshot.identities import check_identities
from factcheck.snapshot.packages import Contents, read_all
from factcheck.snapshot.problems import Problems
from factcheck.snapshot.schema import FORMAT, SCHEMA
from factcheck.snapshot.stamp import digest_of, files_of


def compile_index(sources: Path, target: Path) -> None:
    """
    Check every row of the source folders in ``sources`` and write the index ``target``.

    The index is written beside its place and moved there when it is whole.

    Raises:
        SourceError: with everything that is wrong in the folders; nothing is written then.
        OSError: the index cannot be written.
    """
    handle, scratch = tempfile.mkstemp(prefix=f"{target.name}-", dir=target.parent)
    os.close(handle)
    try:
        contents = read_checked(sources, local=False)
        index = sqlite3.connect(scratch, isolation_level=None)
        try:
            index.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
            write_index(index, contents, sources)
        finally:
            index.close()
        with open(scratch, "r+b") as file:
            os.fsync(file.fileno())
        os.chmod(scratch, 0o644)
        os.replace(scratch, target)
    except BaseException:
        os.unlink(scratch)
        raise


def compile_in_memory(sources: Path, *, local: bool, leave_out: frozenset[str] = frozenset()) -> sqlite3.Connection:
    """
    The index of a folder without a file: for a newsroom's own sources, and where nothing can be written.

    Raises:
        SourceError: with everything that is wrong in the folders.
    """
    contents = read_checked(sources, local=local, leave_out=leave_out)
    index = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    write_index(index, contents, sources)
    return index


def read_checked(sources: Path, *, local: bool, leave_out: frozenset[str] = frozenset()) -> list[Contents]:
    """
    All packages of a folder, their rows read and tested on the identities.

    Raises:
        SourceError: with everything that is wrong.
    """
    problems = Problems()
    contents = read_all(sources, problems, local=local, leave_out=leave_out)
    problems.stop()
    check_identities(contents, problems)
    problems.stop()
    return contents


def write_index(index: sqlite3.Connection, contents: Iterable[Contents], sources: Path) -> None:
    """Write packages into an empty database."""
    contents = sorted(contents, key=lambda one: one.package.name)
    index.executescript(f"PRAGMA page_size=4096; PRAGMA encoding='UTF-8'; BEGIN; {SCHEMA}")
    citations: dict[Citation, int] = {}
    for one in contents:
        _write_package(index, one)
    _write_observations(index, contents, citations)
    _write_rates(index, contents, citations)
    _write_events(index, contents, citations)
    index.executemany(
        "INSERT INTO commodities VALUES (?,?,?)", sorted(row for one in contents for row in one.commodities)
    )
    index.executemany(
        "INSERT INTO citations VALUES (?,?,?,?,?,?,?)",
        [
            (number, cited.source, cited.dataset, cited.agency, cited.url, cited.source_kind, cited.note)
            for cited, number in citations.items()
        ],
    )
    files = files_of(sources)
    made_from = [("format", FORMAT), ("files", json.dumps(files)), ("digest", digest_of(sources, files))]
    index.executemany("INSERT INTO made_from VALUES (?,?)", sorted(made_from))
    index.execute("COMMIT")


def _write_package(index: sqlite3.Connection, one: Contents) -> None:
    package = one.package
    rows = len(one.observations) + len(one.rates) + len(one.events) + len(one.commodities)
    licences = json.dumps([licence._asdict() for licence in package.licences], ensure_ascii=False)
    index.execute(
        "INSERT INTO sources VALUES (?,?,?,?,?,?,?,?,?)",
        (
            package.name, package.title, package.publisher, package.homepage, licences, package.attribution,
            package.valuation, package.retrieved, rows,
        ),
    )  # fmt: skip
    counts = Counter(row.citation.dataset for _, row in one.observations)
    described = {dataset.id: dataset for dataset in package.datasets}
    revisions = {row.citation.dataset: row.revision for _, row in one.observations}
    for name in sorted(counts | Counter(dict.fromkeys(described, 0))):
        told = described.get(name)
        index.execute(
            "INSERT INTO datasets VALUES (?,?,?,?,?,?,?)",
            (
                package.name, name, told.title if told else "", str(told.revision if told else revisions[name]),
                told.vintage if told else "", told.valuation if told else "", counts[name],
            ),
        )  # fmt: skip


def _number(citation: Citation, citations: dict[Citation, int]) -> int:
    return citations.setdefault(citation, len(citations))


def _days(period: Period) -> tuple[int, int]:
    return period.first.toordinal(), period.last.toordinal()


def _day(published: date | None) -> int | None:
    return published.toordinal() if published else None


def _write_observations(index: sqlite3.Connection, contents: list[Contents], citations: dict[Citation, int]) -> None:
    observations = [row for one in contents for _, row in one.observations]
    made = [
        (
            row.reporter, row.partner, row.commodity, *_days(row.period), row.flow, row.scope, row.valuation, row.unit,
            row.measure, str(row.value), row.unit_multiplier, row.decimals, _day(row.published) or 0,
            row.standing.value, str(row.revision), _number(row.citation, citations),
        )
        for row in observations
    ]  # fmt: skip
    made.sort()
    index.executemany(
        f"INSERT INTO observations VALUES ({','.join('?' * 18)})",  # noqa: S608  only question marks
        [(*row[:5], number, *row[5:]) for number, row in enumerate(made)],
    )


def _write_rates(index: sqlite3.Connection, contents: list[Contents], citations: dict[Citation, int]) -> None:
    made = [
        (
            rate.base, rate.quote, *_days(rate.period), rate.kind, str(rate.value), rate.decimals,
            _day(rate.published) or 0, _number(rate.citation, citations),
        )
        for one in contents
        for rate in one.rates
    ]  # fmt: skip
    made.sort()
    index.executemany(
        f"INSERT INTO rates VALUES ({','.join('?' * 10)})",  # noqa: S608  only question marks
        [(*row[:4], number, *row[4:]) for number, row in enumerate(made)],
    )


def _write_events(index: sqlite3.Connection, contents: list[Contents], citations: dict[Citation, int]) -> None:
    made = [
        (
            event.id, event.kind, *_days(event.days), event.words, event.source,
            *(_days(event.period) if event.period else (0, 0)), event.text, int(event.scheduled),
            _number(event.citation, citations),
        )
        for one in contents
        for _, event in one.events
    ]  # fmt: skip
    index.executemany(f"INSERT INTO events VALUES ({','.join('?' * 11)})", sorted(made))  # noqa: S608


def sha256(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
