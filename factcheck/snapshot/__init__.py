"""The snapshot: reference figures in the folder ``sources``, compiled into an index that answers at once."""

from __future__ import annotations

from pathlib import Path

from factcheck.snapshot.load import snapshot_folder
from factcheck.snapshot.rate import Rate
from factcheck.snapshot.snapshot import Snapshot, all_events, list_sources, rates
from factcheck.snapshot.source_info import DatasetInfo, LicenceInfo, SourceInfo

__all__ = [
    "DatasetInfo",
    "LicenceInfo",
    "Rate",
    "Snapshot",
    "SourceInfo",
    "all_events",
    "compile_index",
    "list_sources",
    "rates",
    "snapshot_folder",
]


def compile_index(sources: Path, target: Path) -> None:
    """
    Check every row of the source folders in ``sources`` and write the index ``target``.

    Raises:
        SourceError: with everything that is wrong in the folders; nothing is written then.
        OSError: the index cannot be written.
    """
    from factcheck.snapshot.compile import compile_index as compile_  # the reader of rows is not needed to answer

    compile_(sources, target)
