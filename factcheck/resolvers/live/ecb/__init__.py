"""Euro reference rates of the European Central Bank, and what other currencies cost in each other by them."""

from factcheck.resolvers.live.ecb.resolver import SERVICE, Ecb

__all__ = ["SERVICE", "Ecb"]
