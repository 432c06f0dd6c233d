"""
What is known of a public service: facts in a table, for the transport, for citations and for people.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from factcheck.observations import UNKNOWN_REVISION, Standing
from factcheck.resolvers.live.budget import Allowance


class Key(NamedTuple):
    """
    Where the key of a service comes from and where it goes.

    Attributes:
        variable: of the environment.
        header: the header that carries it; blank where the service takes it in the query only.
        parameter: the query parameter that carries it; blank where it goes in a header.
        optional: whether the service answers without it too, if less.
    """

    variable: str
    header: str = ""
    parameter: str = ""
    optional: bool = False


class Service(NamedTuple):
    """
    A public service.

    Attributes:
        name: of its resolver, as in ``--source``.
        source: id of the office whose figures it gives, as ``source:`` in claims.
        agency: the office as people know it.
        base_url: where it is; the operator may set another.
        homepage: for people.
        licence: under what its figures may be used, with the attribution that is asked for.
        holds: what it has, in a line.
        valuation: of exports and imports, in a line.
        lag: how long after a period its figures come.
        revisions: how it revises them.
        limits: what it allows, in a line.
        allowance: how often and how much it may be asked.
        key: None where none is needed.
        standing: ``decides`` for the office itself, ``supports`` for one that passes on what others counted.
        revision: how far earlier periods are usually revised, a fraction.
        by_default: whether ``--live`` asks it without being told; one that repeats other sources is asked by name.
        ca_note: what to do where its certificates are incomplete; blank if nothing.
        again: statuses beside the usual ones after which it is worth asking again.
    """

    name: str
    source: str
    agency: str
    base_url: str
    homepage: str
    licence: str
    holds: str
    valuation: str
    lag: str
    revisions: str
    limits: str
    allowance: Allowance
    key: Key | None = None
    standing: Standing = Standing.DECIDES
    revision: Fraction = UNKNOWN_REVISION
    by_default: bool = True
    ca_note: str = ""
    again: frozenset[int] = frozenset()
