"""
What reports count is what a scan finds, lengths of time apart.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from factcheck.drafts import draft_of_text
from factcheck.scanning.checkable import checkables
from factcheck.scanning.mention import CHECKABLE, MentionKind
from factcheck.scanning.scan import scan

PUBLISHED = date(2025, 7, 14)
STORIES = sorted((Path(__file__).parents[2] / "bench" / "drafting").glob("*/*.md"))
GOLD = sorted((Path(__file__).parents[2] / "bench" / "reading").glob("*.txt"))


def found(mentions):
    return [
        (each.span, each.kind) for each in mentions if each.kind in CHECKABLE and each.kind is not MentionKind.COUNT
    ]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_the_figures_and_days_of_a_story_are_those_of_a_scan(path):
    """
    The quick way finds what the thorough one does.
    """
    text = draft_of_text(path.read_text(encoding="utf-8")).text

    assert found(checkables(text, PUBLISHED)) == found(scan(text, PUBLISHED))


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_the_figures_and_days_of_sentences_are_those_of_a_scan(path):
    """
    Sentence by sentence, too.
    """
    lines = [
        re.sub("[{}]", "", max(line.split("|"), key=len)) for line in path.read_text(encoding="utf-8").splitlines()
    ]
    other = [line for line in lines if found(checkables(line, PUBLISHED)) != found(scan(line, PUBLISHED))]

    assert other == []
