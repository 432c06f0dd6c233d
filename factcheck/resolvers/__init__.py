"""Resolvers: what answers queries. Built-in ones register in the entry-point group as any plugin does."""

from __future__ import annotations

from factcheck.resolvers.registry import GROUP, LoadedResolvers, load_live, load_resolvers
from factcheck.resolvers.snapshot import SnapshotResolver, local_sources

__all__ = ["GROUP", "LoadedResolvers", "SnapshotResolver", "load_live", "load_resolvers", "local_sources"]
