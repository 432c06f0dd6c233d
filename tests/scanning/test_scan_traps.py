"""
Sentences and tables in which a scale once went to a figure that has none.
"""

from decimal import Decimal

import pytest

from factcheck.drafts import draft_of_text
from factcheck.scanning.scan import scan

VALUES = [
    ("Imports rose from 950,000 to 1.2 million tonnes.", [950_000, 1_200_000]),
    ("It rose from $950,000 to $1.2 million.", [950_000, 1_200_000]),
    ("It cost 1,100 to 1,200 billion yuan.", [1_100 * 10**9]),
    ("Trade slipped by 9.1 percent to 106.48 billion.", [Decimal("-9.1"), 106_480_000_000]),
    ("It paid $5 or 6 billion.", [5 * 10**9, 6 * 10**9]),
    ("Exports hit Rs 1.06 lakh cr.", [1_060_000_000_000]),
]


@pytest.mark.parametrize(("text", "values"), VALUES)
def test_each_figure_has_its_own_magnitude(text, values):
    """
    A written-out number, a percentage and an amount keep what is theirs.
    """
    assert [mention.value for mention in scan(text) if mention.figure] == values


def test_the_first_columns_unit_is_not_the_tables():
    """
    Under "Jobs" stand jobs, whatever the exports are in.
    """
    found = scan("Exports ($bn)\tJobs\n5.2\t8\n")

    assert [(mention.surface, mention.value) for mention in found if mention.surface == "8"] == [("8", 8)]


def test_a_language_that_is_not_read_gives_no_figure_and_a_note():
    """
    In Dutch 10.648 is ten thousand: nothing is read, and the draft says so.
    """
    draft = draft_of_text("---\nlang: nl\n---\nHet kostte € 10.648.\n")

    assert scan(draft.text, language=draft.language) == ()
    assert "'nl'" in draft.notes[0]
