"""Chinese customs (GACC): the preliminary release by country and region, from the English pages."""

from factcheck.resolvers.live.gacc.resolver import SERVICE, Gacc

__all__ = ["SERVICE", "Gacc"]
