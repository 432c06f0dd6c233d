"""
The lock in a run: where it is, what answers from it, and what is wrong with it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.inputs import Resolvers, read_resolvers
from factcheck.errors import SettingsError

if TYPE_CHECKING:
    from factcheck.cli.live_options import LiveChoice
    from factcheck.kinds.compile import CompiledArticle
    from factcheck.lock.file import LockFile
    from factcheck.lock.pinned import Lock
    from factcheck.statements import Statement


def resolvers_of(
    articles: Sequence[CompiledArticle], *, isolated: bool, live: LiveChoice, locked: bool, lock: str | None
) -> Resolvers:
    """
    What answers for the articles: the lock alone, or everything else.

    Raises:
        SettingsError: a live source that nobody has, or settings that cannot be obeyed.
    """
    if not articles:
        return Resolvers()
    if locked:
        return read_locked(project_lock(lock), articles, isolated=isolated)
    return read_resolvers(isolated=isolated, live=live)


def project_lock(named: str | None) -> LockFile:
    """The lock that the command line names, else that of the working folder."""
    from factcheck.lock.file import lock_file

    return lock_file(named, Path.cwd())


def refuse_lock(files: Iterable[Path], named: str | None) -> None:
    """
    Look at the files that reports go to.

    Raises:
        SettingsError: one is the lock of the run.
    """
    for file in files:
        if os.path.realpath(file) == str(project_lock(named).path):
            raise SettingsError(f"{file} is an input of this run; name another file")


def read_locked(file: LockFile, articles: Sequence[CompiledArticle], *, isolated: bool) -> Resolvers:
    """The lock as what answers for the articles; where there is none it lacks everything."""
    from factcheck.errors import LockError
    from factcheck.lock.pinned import Lock
    from factcheck.lock.resolver import LockResolver
    from factcheck.verification import queries_of

    try:
        lock = file.read()
        notes = () if lock is None else tuple(compared(lock, file))
    except LockError as error:
        return Resolvers(problems=error.problems)
    if lock is None:
        lock, notes = Lock(), (missing(file),)
    resolver = LockResolver(lock, shown=file.shown, isolated=isolated)
    lacking = resolver.lacking(queries_of(statements_of(articles)))
    return Resolvers((resolver,), notes=notes, lacking=bool(lacking))


def missing(file: LockFile) -> str:
    """That there is no lock, and how to make it."""
    return f"there is no {file.shown}; make it: factcheck lock"


def compared(lock: Lock, file: LockFile) -> Iterator[str]:
    """
    Compare a lock with what is installed; what is to be said of it where the snapshot or a resolver is another one.

    Raises:
        LockError: it says otherwise of the snapshot than the snapshot does.
    """
    from factcheck.lock.same_snapshot import check_snapshot, same_snapshot, unlike
    from factcheck.snapshot import Snapshot

    yield from _strangers(lock, file)
    if not lock.snapshot:
        return
    snapshot = Snapshot.open()
    try:
        if same_snapshot(lock, snapshot):
            check_snapshot(lock, snapshot, file.text(), file.shown)
        else:
            yield _other_snapshot(file, unlike(lock, snapshot), len(lock.rows))
    finally:
        snapshot.close()


def _strangers(lock: Lock, file: LockFile) -> Iterator[str]:
    """Of which resolvers the lock has rows that nobody here could ask; rows of the folder's own are counted as such."""
    from factcheck.lock.pinned import SNAPSHOT

    rows = Counter(pinned.by for pinned in lock.rows if pinned.by != SNAPSHOT and not pinned.row.citation.local)
    if not rows:
        return
    from factcheck.resolvers.registry import registrations

    for name in sorted(rows.keys() - {found.name for found in registrations()}):
        count = "1 row" if rows[name] == 1 else f"{rows[name]} rows"
        yield f"note: {file.shown} has {count} by {name[:40]}, which is not installed here: nothing can be compared"


def _other_snapshot(file: LockFile, unlike: int, all_rows: int) -> str:
    """That the lock is of another snapshot, which an edit could say too, and how far it is from the installed one."""
    note = f"note: {file.shown} was made with another snapshot than the one installed; "
    if not unlike:
        return f"{note}none of its rows is otherwise in that one"
    rows = f"{unlike} of its {all_rows} rows {'is' if unlike == 1 else 'are'} otherwise in that one"
    return f"{note}{rows}; factcheck sources diff says which verdicts that changes"


def statements_of(articles: Sequence[CompiledArticle]) -> list[Statement]:
    """All that the articles say."""
    return [each.statement for article in articles for each in article.statements]
