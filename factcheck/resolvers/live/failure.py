"""
Why a live source gave no figure: a typed reason that resolvers raise among themselves and turn into answers.
"""

from __future__ import annotations

from factcheck.errors import FactcheckError
from factcheck.observations import Answer, Failure, Query, SeriesQuery

MOST_DETAIL = 300


class LiveFailure(FactcheckError):
    """
    No figure, and why.

    Attributes:
        failure: the kind of reason.
        detail: the reason in words, on one line, without secrets.
    """

    def __init__(self, failure: Failure, detail: str) -> None:
        self.failure = failure
        self.detail = one_line(detail)
        super().__init__(f"{failure}: {self.detail}")

    def answer(self, query: Query, resolver: str) -> Answer:
        """The answer of a resolver that has nothing to say but this."""
        return Answer(query, resolver, failure=self.failure, detail=self.detail)

    def beside(self, answer: Answer) -> Answer:
        """
        An answer of which a part could not be had: what there is, and why that is not all.

        Named periods of a pair stand on their own. A whole series, or a list of every partner, that lacks a part would
        look like one without it, and make a record or a rank of it: nothing of it is given.
        """
        asked = answer.query
        is_whole = isinstance(asked, SeriesQuery) and (asked.periods is None or asked.partner is None)
        rows = () if is_whole else answer.observations
        return answer._replace(observations=rows, failure=self.failure, detail=self.detail, complete=False)


def bad_payload(detail: str) -> LiveFailure:
    """A reply that is not what was asked for."""
    return LiveFailure(Failure.BAD_PAYLOAD, detail)


def no_data(detail: str) -> LiveFailure:
    """A service that says that it has nothing."""
    return LiveFailure(Failure.NO_DATA, detail)


def one_line(text: str) -> str:
    """A text that may be hostile on one line, without characters that act, not too long."""
    plain = "".join(char if char.isprintable() else " " for char in text[: MOST_DETAIL * 4])
    line = " ".join(plain.split())
    return line if len(line) <= MOST_DETAIL else line[: MOST_DETAIL - 1] + "…"
