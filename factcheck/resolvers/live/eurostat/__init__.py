"""Eurostat's Comext: goods trade of the European Union and its members, in euros."""

from factcheck.resolvers.live.eurostat.resolver import SERVICE, Eurostat

__all__ = ["SERVICE", "Eurostat"]
