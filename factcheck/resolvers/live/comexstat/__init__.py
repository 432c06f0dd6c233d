"""Comex Stat of Brazil's Foreign Trade Secretariat: its exports and imports with each country, by month, in dollars."""

from factcheck.resolvers.live.comexstat.resolver import SERVICE, ComexStat

__all__ = ["SERVICE", "ComexStat"]
