"""
Live resolvers for a run: their access, their order, their progress on a terminal.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.cli.live_options import LiveChoice
from factcheck.errors import SettingsError

if TYPE_CHECKING:
    from factcheck.observations import Resolver
    from factcheck.resolvers.live.access import Access

APP = "factcheck"


class LiveResolvers(NamedTuple):
    """The resolvers together as one, and the warnings of those that could not be loaded."""

    together: Resolver
    warnings: tuple[str, ...] = ()


def read_live(choice: LiveChoice, *, isolated: bool) -> LiveResolvers:
    """
    The live resolvers that are wanted: those of the command line, else of the settings, else all by default.

    Raises:
        SettingsError: a name that no resolver has, or settings that cannot be obeyed.
    """
    from factcheck.cli.progress import progress
    from factcheck.resolvers import load_live
    from factcheck.resolvers.live.together import Together
    from factcheck.resolvers.registry import names_of_live
    from factcheck.settings import read_settings

    accesses = _Accesses(choice)
    wished = choice.sources or (() if isolated else read_settings(Path.cwd()).sources)
    loaded = load_live(accesses.access, wished)
    known = {name for each in loaded.resolvers for name in names_of_live(each)}
    missing = [name for name in wished if name not in known]
    if missing:
        broken = [warning for warning in loaded.warnings if warning.startswith(f"resolver {missing[0]!r} ")]
        if broken:
            raise SettingsError(f"{broken[0]}; factcheck plugins lists what is installed")
        everything = load_live(accesses.access, by_default=False).resolvers
        where = "" if choice.sources else ", which this folder's settings name under [live]"
        raise SettingsError(_unknown(missing[0], where, sorted(each.name for each in everything)))
    own_names = {each.name for each in loaded.resolvers}  # an address belongs to a service, not to an office
    unused = [name for name, _ in choice.base_urls if name not in own_names]
    if unused:
        raise SettingsError(f"--base-url {unused[0]}: no live source of that name is asked")
    return LiveResolvers(Together(loaded.resolvers, preferred=bool(wished), progress=progress()), loaded.warnings)


def evidence_folder(choice: LiveChoice) -> Path:
    """Where replies are kept: the folder that was named, else the user's own, never one that comes with claims."""
    return Path(choice.evidence) if choice.evidence else _home("XDG_DATA_HOME", ".local/share") / APP / "evidence"


def budget_folder() -> Path:
    """Where it is remembered how often hosts were asked."""
    return _home("XDG_CACHE_HOME", ".cache") / APP / "budgets"


def _home(variable: str, usual: str) -> Path:
    """
    A folder of the user's own; never one that would depend on where the command was started, among someone's claims.

    Raises:
        SettingsError: the environment names none, and the system knows no home.
    """
    named, home = os.environ.get(variable, ""), os.path.expanduser("~")
    if os.path.isabs(named):
        return Path(named)
    if not os.path.isabs(home):
        raise SettingsError(f"there is no home folder to keep replies in: set HOME, or {variable} to a full path")
    return Path(home) / usual


def _unknown(name: str, where: str, names: Sequence[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, names, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(names)}"
    return f"there is no live source {name[:40]!r}{where}; {hint}"


class _Accesses:
    """Makes the access of each resolver; all share evidence and budgets."""

    def __init__(self, choice: LiveChoice) -> None:
        from factcheck.evidence.store import EvidenceStore
        from factcheck.resolvers.live.budget import Budget

        self._choice = choice
        self._evidence = EvidenceStore(evidence_folder(choice))
        self._budget = Budget(budget_folder(), now=_now, sleep=time.sleep)

    def access(self, name: str) -> Access:
        from factcheck.resolvers.live.access import FRESH, Access

        return Access(
            base_url=dict(self._choice.base_urls).get(name),
            evidence=self._evidence,
            fresh=timedelta(0) if self._choice.anew else FRESH,
            budget=self._budget,
            keys=os.environ,
            now=_now,
        )


def _now() -> datetime:
    return datetime.now(UTC)
