"""Claims proposed for a text, as the command proposes them."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims import Article
from factcheck.cli.goods import commodity_ids
from factcheck.draft_text import Draft
from factcheck.drafting.propose import Proposed, propose_article
from factcheck.resolvers import load_resolvers
from factcheck.snapshot import all_events

LEAD = (
    "China’s customs agency said on Monday that trade with Russia fell in the first half of 2025, to $106.48 billion. "
)


@pytest.fixture(scope="session")
def resolvers():
    """
    The embedded snapshot alone.
    """
    return load_resolvers(plugins=False).resolvers


@pytest.fixture(scope="session")
def proposed(resolvers):
    """
    The proposal for a text that was published on 14 July 2025.
    """
    ids, events = commodity_ids(resolvers), tuple(all_events())

    def run(text: str, published: date = date(2025, 7, 14)) -> Proposed:
        draft = Draft(text)
        blank = Article("claims/story.yaml", (), draft="story.md", published=published, draft_read=draft)
        return propose_article(draft, resolvers, ids, events, blank)

    return run


@pytest.fixture(scope="session")
def uses(proposed):
    """
    What the claims of a text say, after the lead: for each its quote, its kinds with their options, and its keys.
    """

    def run(text: str):
        article = proposed(LEAD + text).article
        return [
            (claim.quote, {use.kind: dict(use.options) for use in claim.kinds}, {**article.about, **claim.keys})
            for claim in article.claims
            if claim.quote in text
        ]

    return run
