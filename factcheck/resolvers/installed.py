"""
Which resolvers are installed, from which package, and whether each can be used: what ``factcheck plugins`` tells.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from factcheck import __version__
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.service import Service
from factcheck.resolvers.registry import BUILT_IN, Registration, load_registered, names_of_live, registrations
from factcheck.resolvers.snapshot import EMBEDDED

OURS = "factcheck-claims"  # the distribution that the built-in resolvers come with


class State(StrEnum):
    """Whether a resolver can be used."""

    READY = "ready"
    NEEDS_KEY = "needs-key"
    BROKEN = "broken"
    NOT_USED = "not-used"


class Installed(NamedTuple):
    """
    One registered resolver.

    Attributes:
        package: the distribution that registers it, and its version; blank where its metadata do not say.
        live: whether it asks a service; None where it cannot be told.
        reason: why it is broken or not used.
        by_default: whether a run asks it without naming it.
        key: the variable of the environment from which it takes a key; blank where it takes none.
        has_key: whether that variable is set.
        names: by which ``--source`` takes it.
        target: ``module:maker``.
        folder: in which its package is installed.
    """

    name: str
    package: str
    version: str
    state: State
    live: bool | None = None
    reason: str = ""
    by_default: bool = True
    key: str = ""
    has_key: bool = False
    names: tuple[str, ...] = ()
    target: str = ""
    folder: str = ""


def installed(environment: Mapping[str, str]) -> tuple[Installed, ...]:
    """
    Every resolver that is registered, the snapshot first, then by name. Each is loaded, none is asked anything.

    Args:
        environment: of which services take their keys.
    """
    folder = str(Path(__file__).parents[2])
    snapshot = Installed(EMBEDDED, OURS, __version__, State.READY, live=False, target=BUILT_IN, folder=folder)
    return (snapshot, *_registered(environment))


def _registered(environment: Mapping[str, str]) -> Iterator[Installed]:
    owner: dict[str, str] = {EMBEDDED: OURS}
    for found in registrations():
        package, version = found.package, found.version
        folder = os.path.dirname(found.metadata)
        plain = Installed(found.name, package, version, State.READY, target=found.target, folder=folder)
        if found.counts:
            owner[found.name] = package or "another package"
            yield _loaded(found, plain, environment)
        else:
            reason = f"{owner[found.name]} has a resolver of this name, which comes first"
            yield plain._replace(state=State.NOT_USED, reason=reason)


def _loaded(found: Registration, plain: Installed, environment: Mapping[str, str]) -> Installed:
    with redirect_stdout(sys.stderr):  # what a plugin prints is no part of the list
        made, reason = load_registered(found, lambda name: Access(offline=True, keys=environment))
        if made is None:
            return plain._replace(state=State.BROKEN, reason=reason.removeprefix("could not be loaded: "))
        try:
            names, live, service = (
                names_of_live(made),
                bool(getattr(made, "live", False)),
                getattr(made, "service", None),
            )
        except Exception as error:  # a plugin may fail in any way; the rest go on
            return plain._replace(state=State.BROKEN, reason=f"{type(error).__name__}: {error}")
    if not all(isinstance(name, str) and name.strip() for name in names):
        return plain._replace(state=State.BROKEN, reason=f"its name is no text: {made.name!r}"[:300])
    told = plain._replace(live=live, names=names)
    if not isinstance(service, Service):
        return told
    key = service.key
    has_key = key is not None and bool(environment.get(key.variable, "").strip())
    return told._replace(
        state=State.READY if key is None or has_key or key.optional else State.NEEDS_KEY,
        by_default=service.by_default,
        key="" if key is None else key.variable,
        has_key=has_key,
    )
