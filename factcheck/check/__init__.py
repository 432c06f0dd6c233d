"""Checking statements against observations: which rule names the result, how far it is off, what would be true."""

from factcheck.check.finding import check

__all__ = ["check"]
