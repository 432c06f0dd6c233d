"""
What people wrote in a claims file stays byte for byte; what is new in the story is added.
"""

import pytest

from factcheck.claim_files import read_claims_text
from factcheck.drafting.merge import merged
from factcheck.errors import WrittenError

OLD = """\
# our own remark
published: 2025-07-14
about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}
claims:
- id: ours   # indented in our own way
  quote: 'slipped by 9.1 percent'
  change: {period: 2025-H1}
title: after the claims
"""
STORY = (
    "China’s customs agency said on Monday that trade with Russia slipped by 9.1 percent in the first half of 2025. "
    "Imports from Russia fell 9.6 percent to $59.32 billion in the first half of 2025."
)


def test_what_people_wrote_stays(proposed):
    """
    Every line of the old file is in the new one, in its order, and the new claims come after the old ones.
    """
    article, _ = read_claims_text(OLD, "claims/story.yaml")
    found = merged(OLD, article, proposed(STORY))
    lines = iter(found.text.splitlines())

    assert all(line in lines for line in OLD.splitlines())
    again, problems = read_claims_text(found.text, "claims/story.yaml")
    assert not problems
    assert again.claims[: len(article.claims)] == article.claims
    assert [claim.quote for claim in again.claims[1:]] == [claim.quote for claim in found.added]


def test_a_second_run_adds_nothing(proposed):
    """
    Once every figure has a claim the file is left alone.
    """
    article, _ = read_claims_text(OLD, "claims/story.yaml")
    text = merged(OLD, article, proposed(STORY)).text
    again = merged(text, read_claims_text(text, "claims/story.yaml")[0], proposed(STORY))

    assert (again.text, again.added) == (text, ())


def test_a_claim_whose_words_are_gone_is_kept_and_named(proposed):
    """
    The story changed under a claim: it stays, and the run says so.
    """
    article, _ = read_claims_text(OLD, "claims/story.yaml")
    found = merged(OLD, article, proposed(STORY.replace("slipped by 9.1", "slipped by 9.2")))

    assert [claim.id for claim in found.gone] == ["ours"]
    assert "slipped by 9.1 percent" in found.text


def test_a_list_in_brackets_takes_no_more(proposed):
    """
    A file to which nothing can be added is an error, not a broken file.
    """
    text = "claims: [{quote: up 2 percent, todo: later}]\n"

    with pytest.raises(WrittenError, match="not a plain list"):
        merged(text, read_claims_text(text, "claims/story.yaml")[0], proposed(STORY))


def test_a_claim_that_was_only_asked_about_is_not_added_again(proposed):
    """
    Two figures of which the quote holds one, and nothing is claimed of either: one run is enough.
    """
    story = STORY + " The council voted for a budget of $48.3 million, 5.2 percent more than last year."
    article, _ = read_claims_text(OLD, "claims/story.yaml")
    text = merged(OLD, article, proposed(story)).text

    assert merged(text, read_claims_text(text, "claims/story.yaml")[0], proposed(story)).added == ()


def test_lines_end_as_the_file_ends_them(proposed):
    """
    A file of another system keeps its line ends, and what is added has the same.
    """
    old = OLD.replace("\n", "\r\n")
    article, _ = read_claims_text(old, "claims/story.yaml")
    found = merged(old, article, proposed(STORY))

    assert found.added
    assert found.text.count("\n") == found.text.count("\r\n")
