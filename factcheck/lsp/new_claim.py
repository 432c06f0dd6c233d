"""
A claim for a figure that nothing checks, as ``factcheck draft`` would write it: with a todo where a person must choose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims import Article
from factcheck.draft_text import Draft
from factcheck.drafting.merge import merged
from factcheck.drafting.propose import Proposed, propose_article
from factcheck.errors import WrittenError
from factcheck.lsp.checking import Checked
from factcheck.lsp.fixes import Edit, Fix, difference
from factcheck.lsp.lines import BOM, Lines
from factcheck.lsp.marks import UNCOVERED, Mark
from factcheck.lsp.sources import Sources
from factcheck.outputs.sentences import line


def new_claims(checked: Sequence[Checked], marks: Sequence[Mark], lines: Lines, sources: Sources) -> Iterator[Fix]:
    """
    Claims for figures of a draft.

    Args:
        checked: the claims files that name the draft.
        marks: the marks that somebody asks about.
        lines: the draft as it stands in the editor.
        sources: asked which series there are figures of.
    """
    uncovered = [mark for mark in marks if mark.rule == UNCOVERED]
    for each in checked if uncovered else ():
        if each.article is None or each.problems or each.draft is None:
            continue
        proposed = _proposed(each.article, each.draft.draft, sources)
        for mark in uncovered:
            edit = _edit(mark, proposed, each, lines)
            if edit is not None:
                title = line(f"Add a claim for “{mark.about}” to {each.text.path}")
                yield Fix(title, each.path, (edit,), mark, certain=len(checked) == 1)


def _proposed(article: Article, draft: Draft, sources: Sources) -> Proposed:
    blank = replace(article, claims=(), about={}, published=article.published or draft.published)
    commodities = tuple(each.name for each in sources.names.commodities)
    return propose_article(draft, sources.plain, commodities, sources.events, blank)


def _edit(mark: Mark, proposed: Proposed, checked: Checked, lines: Lines) -> Edit | None:
    """The change of the claims file; None where no claim is proposed for the figure, or none can be added."""
    assert checked.article is not None  # noqa: S101  looked at above
    draft = proposed.article.draft_read
    lead = lines.text.startswith(BOM)
    for claim, spans in zip(proposed.article.claims, proposed.spans, strict=True):
        found = (draft.in_source(*span) for span in spans) if draft is not None else ()
        if any(start + lead < mark.end and mark.start < end + lead for start, end in found):
            one = Proposed(replace(proposed.article, claims=(claim,)), (spans,))
            try:
                with_it = merged(checked.text.lines.text, checked.article, one)
            except WrittenError:
                return None
            return difference(checked.text.lines.text, with_it.text) if with_it.added else None
    return None
