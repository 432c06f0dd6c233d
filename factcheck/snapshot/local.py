"""A newsroom's own ``sources`` folder: read strictly, compiled in memory, marked as local in every citation."""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import WrittenError
from factcheck.snapshot.compile import compile_in_memory
from factcheck.snapshot.folder import DESCRIPTION, LARGEST_DESCRIPTION, read_inside, source_folders
from factcheck.snapshot.load import snapshot_folder
from factcheck.snapshot.snapshot import Snapshot


def open_local(folder: Path) -> Snapshot:
    """
    Open a working folder's own sources.

    A source whose description is byte for byte that of the embedded one is that source, in a copy of this project for
    instance; it is left out, after its tables were found to be those that the description names.

    Raises:
        SourceError: with everything that is wrong in the folder.
    """
    return Snapshot(compile_in_memory(folder, local=True, leave_out=_embedded_copies(folder)), local=True)


def _embedded_copies(folder: Path) -> frozenset[str]:
    embedded = snapshot_folder()
    try:
        return frozenset(one.name for one in source_folders(folder) if _is_copy(folder, one, embedded / one.name))
    except WrittenError:
        return frozenset()  # the reader of all rows says what is wrong


def _is_copy(root: Path, folder: Path, embedded: Path) -> bool:
    names = {DESCRIPTION} | {path.name for path in embedded.glob("*.csv")}
    if not embedded.is_dir() or {path.name for path in folder.iterdir()} != names:
        return False
    try:
        return all(
            read_inside(root, folder / name, LARGEST_DESCRIPTION << 6) == (embedded / name).read_bytes()
            for name in names
        )
    except (WrittenError, OSError):
        return False
