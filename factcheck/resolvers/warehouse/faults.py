"""
Why a warehouse gave no figures: a typed reason that its readers raise and the resolver turns into answers.
"""

from __future__ import annotations

from factcheck.errors import FactcheckError
from factcheck.observations import Failure

_LONGEST = 300


class WarehouseFault(FactcheckError):
    """
    No figures, and why.

    Attributes:
        failure: the kind of reason.
        detail: the reason in words, on one line; it never holds an address, a path of the operator or a password.
    """

    def __init__(self, failure: Failure, detail: str) -> None:
        self.failure = failure
        self.detail = one_line(detail)
        super().__init__(f"{failure}: {self.detail}")


def bad_request(detail: str) -> WarehouseFault:
    """A mapping or a setting that asks for what is not there."""
    return WarehouseFault(Failure.BAD_REQUEST, detail)


def bad_payload(detail: str) -> WarehouseFault:
    """A table that does not hold what its mapping says."""
    return WarehouseFault(Failure.BAD_PAYLOAD, detail)


def unavailable(detail: str) -> WarehouseFault:
    """A server or a file that gives no answer now."""
    return WarehouseFault(Failure.UNAVAILABLE, detail)


def too_big(detail: str) -> WarehouseFault:
    """More than is read: an answer is never cut."""
    return WarehouseFault(Failure.TOO_BIG, detail)


def missing_extra(package: str, extra: str) -> WarehouseFault:
    """An optional package that is not installed."""
    return unavailable(f"{package} is not installed: pip install 'factcheck-claims[{extra}]'")


def one_line(text: str) -> str:
    """A text that may be hostile on one line, without characters that act, not too long."""
    plain = "".join(char if char.isprintable() else " " for char in text[: 4 * _LONGEST])
    line = " ".join(plain.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
