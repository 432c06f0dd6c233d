"""International trade of the United States Census Bureau: goods by partner and heading, by month and from January."""

from factcheck.resolvers.live.census.resolver import SERVICE, Census

__all__ = ["SERVICE", "Census"]
