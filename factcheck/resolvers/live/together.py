"""
Several live resolvers as one: asked side by side, each for what it covers, a broken one named and the rest go on.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence

from factcheck.observations import Answer, Failure, Query, RateQuery, Resolver
from factcheck.resolvers.live.failure import one_line

Progress = Callable[[str, str], None]  # the name of a resolver, and what it does: "asked", "done"


def _silent(name: str, state: str) -> None:
    return None


class Together:
    """
    Answers of several live resolvers.

    Args:
        resolvers: in the order of preference.
        preferred: whether that order was wished for: then it decides between figures of the same standing.
        progress: told when a resolver is asked and when it is done; from any thread.
    """

    name = "live"
    live = True
    knows_rates = True

    def __init__(self, resolvers: Sequence[Resolver], *, preferred: bool = False, progress: Progress = _silent) -> None:
        self.resolvers = tuple(resolvers)
        self._preferred = preferred
        self._progress = progress

    def resolve(self, queries: Sequence[Query]) -> Iterable[Answer]:
        """Ask all at once; the answers come in the order of the resolvers, whoever was first."""
        return self.resolve_needed(queries, queries)

    def resolve_needed(self, queries: Sequence[Query], needed: Sequence[Query]) -> Iterable[Answer]:
        """The same, but that costly resolvers are asked only the needed queries."""
        answers: list[list[Answer]] = [[] for _ in self.resolvers]
        threads = [
            threading.Thread(
                target=self._ask,
                args=(resolver, needed if getattr(resolver, "costly", False) else queries, found),
                name=resolver.name,
                daemon=True,
            )
            for resolver, found in zip(self.resolvers, answers, strict=True)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        ranks = range(len(answers)) if self._preferred else [0] * len(answers)
        return [_ranked(answer, rank) for rank, found in zip(ranks, answers, strict=True) for answer in found]

    def _ask(self, resolver: Resolver, queries: Sequence[Query], found: list[Answer]) -> None:
        asked = list(queries)
        try:
            asked = [query for query in queries if covers(resolver, query)]
            if not asked:
                return
            self._progress(resolver.name, "asked")
            found.extend(resolver.resolve(asked))
        except Exception as error:  # a plugin may fail in any way; the rest go on
            detail = one_line(f"the resolver broke: {type(error).__name__}: {error}")
            found[:] = [Answer(query, resolver.name, failure=Failure.UNAVAILABLE, detail=detail) for query in asked]
        self._progress(resolver.name, "done")


def _ranked(answer: Answer, rank: int) -> Answer:
    """An answer whose rows say the place of their source in the order of preference."""
    if not rank:
        return answer
    rows = tuple(row._replace(citation=row.citation._replace(rank=rank)) for row in answer.observations)
    return answer._replace(observations=rows)


def covers(resolver: Resolver, query: Query) -> bool:
    """Whether a resolver may have an answer: it says so itself, where it has ``covers``."""
    if isinstance(query, RateQuery) and not getattr(resolver, "knows_rates", False):
        return False
    says = getattr(resolver, "covers", None)
    return True if says is None else bool(says(query))
