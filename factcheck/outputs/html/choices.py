"""
What may be chosen about the annotated article.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.snapshot import SourceInfo


class Choices(NamedTuple):
    """
    How the page is made.

    Attributes:
        fragment: only what goes into a page of one's own: no head, no style, no script.
        public: without what is a newsroom's own: notes, reasons, paths, ids, names of its own sources.
        sources: what is known of the sources, for their licences.
        run: whether this is a run of the command, which has an exit code; in a notebook nothing ends.
    """

    fragment: bool = False
    public: bool = False
    sources: tuple[SourceInfo, ...] = ()
    run: bool = True
