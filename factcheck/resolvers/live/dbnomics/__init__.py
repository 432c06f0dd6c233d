"""DBnomics: euro rates of the European Central Bank, passed on; asked by name only."""

from factcheck.resolvers.live.dbnomics.resolver import SERVICE, DBnomics

__all__ = ["SERVICE", "DBnomics"]
