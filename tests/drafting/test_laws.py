"""
Whatever a story says, what draft writes loads, compiles and quotes the story.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.anchors import find_quote
from factcheck.claim_files import read_claims_text
from factcheck.claim_files.write import write_article
from factcheck.drafting.merge import merged
from factcheck.kinds.compile import compile_article

PLACES = ["China", "Russia", "the United States", "Germany", "India", "the EU", "Vietnam", "Côte d’Ivoire"]
PERIODS = ["in 2024", "in June", "in the first half of 2025", "last year", "in May from April", "a year earlier", ""]
FIGURES = [
    "9.1 percent",
    "$106.48 billion",
    "¥8.64tn",
    "about 5 percent",
    "1.2 million tonnes",
    "0.3 percentage points",
]
VERBS = ["rose", "fell", "slipped by", "surged", "came to", "was", "accounted for", "narrowed to", "doubled to"]
FLOWS = [
    "exports to",
    "imports from",
    "trade with",
    "a surplus with",
    "imports of cars from",
    "shipments of “steel” to",
]
ODD = ["“", "\\", ": ", " # ", "{", "- ", "…", "\u200b", "\n\n", "  ", "é", "𝟗", "'s", " (", ") "]


@st.composite
def sentences(draw):
    pick = lambda words: draw(st.sampled_from(words))  # noqa: E731
    words = f"{pick(PLACES)}’s {pick(FLOWS)} {pick(PLACES)} {pick(VERBS)} {pick(FIGURES)} {pick(PERIODS)}"
    rest = draw(st.sampled_from([f" and {pick(FIGURES)}", f", or {pick(FIGURES)}", f" from {pick(FIGURES)}", ""]))
    return f"{words}{rest}{draw(st.sampled_from(['', *ODD]))}. "


STORIES = st.lists(sentences(), min_size=1, max_size=5).map("".join)


@settings(max_examples=60, deadline=None)
@given(story=STORIES)
def test_what_draft_writes_loads_and_compiles(proposed, story):
    """
    The file reads back without a problem, every claim compiles, and its quote stands in the story once.
    """
    found = proposed(story)
    if not found.article.claims:
        return
    text = write_article(found.article, with_ids=False)
    article, problems = read_claims_text(text, "claims/story.yaml")

    assert problems == ()
    assert compile_article(article).faults == ()
    assert [find_quote(claim.quote, story).occurrences for claim in article.claims] == [1] * len(article.claims)


@settings(max_examples=40, deadline=None)
@given(story=STORIES, more=sentences())
def test_a_second_run_keeps_the_first_and_finds_nothing_new(proposed, story, more):
    """
    Run again on the same story nothing is added; on a longer one the old file is its beginning.
    """
    first = proposed(story)
    if not first.article.claims:
        return
    text = write_article(first.article, with_ids=False)
    article, _ = read_claims_text(text, "claims/story.yaml")

    assert merged(text, article, proposed(story)).added == ()
    assert merged(text, article, proposed(f"{story}\n\n{more}")).text.startswith(text)
