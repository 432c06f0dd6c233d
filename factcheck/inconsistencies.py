"""
The public door to what cannot all be true: from the claims of an article alone.
"""

from __future__ import annotations

from factcheck.claims import Article
from factcheck.consistency import find_inconsistencies as find_in
from factcheck.findings import Inconsistency
from factcheck.kinds.compile import compile_article
from factcheck.snapshot import Snapshot


def find_inconsistencies(article: Article) -> tuple[Inconsistency, ...]:
    """
    Claims of an article that cannot all be true, whatever any source says; see docs/consistency.md.

    No figure of any source is used. How much an office usually revises its earlier figures, which is what a growth
    rate and an earlier level may differ by, is read from the embedded snapshot's description of its datasets.
    A claim that cannot be compiled takes no part.
    """
    snapshot = Snapshot.open()
    try:
        return find_in(compile_article(article), snapshot.revision)
    finally:
        snapshot.close()
