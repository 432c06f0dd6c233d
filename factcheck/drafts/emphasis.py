"""
Marks of emphasis and of struck-out words: which of ``*``, ``_`` and ``~~`` are marks, by CommonMark's rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Edge = tuple[int, int]  # where marks stand that are no words


class Run:
    """
    A run of equal marks.

    Attributes:
        char: the mark.
        start: offset of the first.
        length: how many there are.
        closing: how many of them, from the left, end something.
        opening: how many of them, from the right, begin something.
    """

    __slots__ = ("can_close", "can_open", "char", "closing", "length", "opening", "start")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.char = text[start]
        self.start = start
        self.length = end - start
        self.closing = self.opening = 0
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        left = not after.isspace() and (after.isalnum() or not before.isalnum())
        right = not before.isspace() and (before.isalnum() or not after.isalnum())
        if before.isdigit() and after.isdigit():  # 5*3 is a product, whatever may follow
            left = right = False
        if self.char == "_":
            left, right = left and not (right and before.isalnum()), right and not (left and after.isalnum())
        self.can_open, self.can_close = left, right

    @property
    def left(self) -> int:
        """How many marks have no use yet."""
        return self.length - self.closing - self.opening

    def used(self) -> Iterator[Edge]:
        """The marks that are no words."""
        if self.closing:
            yield self.start, self.start + self.closing
        if self.opening:
            yield self.start + self.length - self.opening, self.start + self.length


def pair_marks(runs: Sequence[Run]) -> list[Edge]:
    """
    Pair the marks that begin with those that end, and count in each run what has found its use.

    Returns:
        The stretches that are struck out, with their marks.
    """
    struck: list[Edge] = []
    openers: list[Run] = []
    bottoms: dict[tuple[str, bool, int], int] = {}  # below, no opener fits a closer of this sort
    for run in runs:
        while run.can_close and run.left:
            key = (run.char, run.can_open, run.length % 3)
            place = _opener(run, openers, bottoms.get(key, 0))
            if place is None:
                bottoms[key] = len(openers)
                break
            opener = openers[place]
            count = 2 if min(opener.left, run.left) >= 2 else 1
            opener.opening += count
            run.closing += count
            if run.char == "~":
                struck.append((opener.start, run.start + run.length))
            del openers[place + bool(opener.left) :]
            for other, bottom in bottoms.items():
                if bottom > len(openers):
                    bottoms[other] = len(openers)
        if run.can_open and run.left:
            openers.append(run)
    return struck


def _opener(closer: Run, openers: Sequence[Run], bottom: int) -> int | None:
    """The place of the nearest opener that the closer can end."""
    for place in range(len(openers) - 1, bottom - 1, -1):
        opener = openers[place]
        if opener.char == closer.char and not _clash(opener, closer):
            return place
    return None


def _clash(opener: Run, closer: Run) -> bool:
    """CommonMark's rule of three: marks on both sides of words pair only by the sum of their lengths."""
    if not (opener.can_close or closer.can_open):
        return False
    return (opener.length + closer.length) % 3 == 0 and (opener.length % 3 != 0 or closer.length % 3 != 0)
