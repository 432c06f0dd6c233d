"""
The baseline in a run: where it is, what it makes of the reports, and writing it again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from factcheck.baseline import Baseline, BaselineFile, Compared, Written
    from factcheck.findings import Report
    from factcheck.settings import Settings


class Known(NamedTuple):
    """
    The baseline of a run.

    Attributes:
        file: where it is; None where the run has none.
        folder: the folder, links followed, that its paths start from.
        baseline: what it holds; None where there is no file yet.
        named: whether the settings or the command line name it.
    """

    file: BaselineFile | None = None
    folder: str = ""
    baseline: Baseline | None = None
    named: bool = True

    def files(self) -> tuple[str, ...]:
        """The path of the baseline, where the run has one."""
        return () if self.file is None else (self.file.place,)

    def refuse(self, targets: Iterable[Path]) -> None:
        """
        Look at the files that reports go to.

        Raises:
            SettingsError: one is the baseline of the run.
        """
        from factcheck.errors import SettingsError

        for target in targets:
            if self.file is not None and os.path.realpath(target) == os.path.realpath(self.file.place):
                raise SettingsError(f"{target} is the baseline of this run; name another file")


def read_known(option: str | None, settings: Settings, *, write: bool, partial: bool, why: str | None) -> Known:
    """
    The baseline that the command line names, else that of the settings.

    Args:
        option: the path that ``--baseline`` gives.
        settings: of the folder.
        write: whether it is to be written, so need not be there.
        partial: whether only some findings are looked at.
        why: the reason of ``--baseline-add``.

    Raises:
        UsageError: options that do not go together.
        SettingsError: it is not there, or cannot be read.
    """
    from factcheck.baseline import NAME, baseline_file
    from factcheck.errors import SettingsError

    if why is not None and not (write and why.strip()):
        raise click.UsageError('--baseline-add takes a reason and goes with --write-baseline: --baseline-add "…"')
    if write and partial:
        raise click.UsageError("--write-baseline looks at everything: leave --only-changed and --diff out")
    here = os.path.realpath(os.curdir)
    folder = settings.folder or here
    if option is not None:
        file = baseline_file(option, here, option)
    elif settings.baseline or write:
        path = settings.baseline or NAME
        file = baseline_file(path, folder, os.path.relpath(os.path.join(folder, path), here))
    else:
        return Known()
    if not file.exists():
        if not write:
            raise SettingsError(f"there is no baseline {file.shown}; write it: factcheck verify --write-baseline")
        return Known(file, folder, None, bool(option or settings.baseline))
    return Known(file, folder, file.read(), bool(option or settings.baseline))


def compared(known: Known, reports: Sequence[Report]) -> Compared | None:
    """The reports beside the baseline; None without one."""
    from factcheck.baseline import Baseline, compare

    if known.file is None:
        return None
    baseline = known.baseline or Baseline()
    paths = {report.path: _from(known.folder, report.path) for report in reports}
    listed = {entry.key.path for entry in baseline.entries}
    absent = frozenset(path for path in listed if not os.path.lexists(os.path.join(known.folder, path)))
    return compare(reports, paths, baseline, absent=absent, shown=known.file.shown)


def write_known(known: Known, reports: Sequence[Report], why: str | None) -> tuple[Known, tuple[str, ...]]:
    """
    Write the baseline again; give it as it is then, and say what became of it.

    Raises:
        SettingsError: it cannot be written; what was there is untouched.
    """
    from factcheck.baseline import rewritten

    run = compared(known, reports)
    if run is None or known.file is None:
        return known, ()
    written = rewritten(run, why, first=known.baseline is None)
    if written.baseline != known.baseline:
        known.file.write(written.baseline)
    return known._replace(baseline=written.baseline), tuple(_told(known, written))


def _told(known: Known, written: Written) -> Iterator[str]:
    shown = known.file.shown if known.file is not None else ""
    yield f"{shown}: {len(written.baseline.entries)} known, {written.added} added, {written.removed} removed"
    if written.unknown:
        verb = "finding is" if written.unknown == 1 else "findings are"
        yield f'{written.unknown} {verb} not in it: mend them, or take them up with --baseline-add "the reason"'
    if not known.named:
        yield f'no settings name it yet: write baseline = "{shown}" into factcheck.toml'


def _from(folder: str, path: str) -> str:
    """The path of a claims file from the folder that the baseline's paths start from; links are not followed."""
    whole = os.path.normpath(os.path.join(os.path.realpath(os.curdir), path))
    return os.path.relpath(whole, folder).replace(os.sep, "/")
