"""
The drafts of a set of stories keep what they have reached: what is right, and how little is wrong in silence.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from bench.drafting.gold import HELD_OUT, stories
from bench.drafting.judging import place_of
from bench.drafting.scores import Scored, scored, totals
from factcheck.claim_files import read_claims_text
from factcheck.claim_files.write import write_article
from factcheck.claims import Article
from factcheck.cli.goods import commodity_ids
from factcheck.cli.inputs import read_resolvers
from factcheck.cli.stories import read_story
from factcheck.drafting.merge import merged
from factcheck.drafting.propose import propose_article
from factcheck.snapshot import all_events

#: Reached when the set was last measured: what is right may not become less.
LEAST = {"right": 190}
#: Neither may what is wrong become more; ``key``, ``silent`` and ``invented`` are wrong without a question.
MOST = {"key": 1, "silent": 0, "missing": 17, "invented": 0}


@lru_cache(maxsize=1)
def measured() -> tuple[Scored, ...]:
    return scored(read_resolvers(isolated=True).all, stories())


@pytest.mark.parametrize("count", sorted(LEAST))
def test_enough_is_right(count):
    """
    The drafts say at least so much as a careful editor would.
    """
    reached = totals(measured())[count]

    assert reached >= LEAST[count]


@pytest.mark.parametrize("count", sorted(MOST))
def test_little_is_wrong(count):
    """
    The drafts are wrong, silently or by leaving out, at most so often.
    """
    reached = totals(measured())[count]

    assert reached <= MOST[count]


@pytest.mark.parametrize("story", [*stories(), *stories(HELD_OUT)], ids=lambda story: story.name)
def test_the_words_of_an_expectation_stand_once_in_the_story(story):
    """
    Each expectation names one place of its story, and its figure is there.
    """
    text = read_story(story.path).text

    assert all(text[slice(*place_of(entry, text))].split() == entry.figure.split() for entry in story.entries)


@pytest.mark.parametrize("story", stories(), ids=lambda story: Path(story.path).stem)
def test_drafting_a_story_twice_adds_nothing(story):
    """
    What the first run wrote is what the second run finds.
    """
    draft = read_story(story.path)
    blank = Article("claims/story.yaml", (), draft="story.md", published=draft.published, draft_read=draft)
    resolvers = read_resolvers(isolated=True).all
    proposed = propose_article(draft, resolvers, commodity_ids(resolvers), tuple(all_events()), blank)
    text = write_article(proposed.article, with_ids=False)
    article, problems = read_claims_text(text, "claims/story.yaml")

    assert problems == ()
    assert merged(text, article, proposed).added == ()
