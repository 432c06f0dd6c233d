"""What can be written where the cursor stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.lsp.cursor import cursor_at
from factcheck.lsp.lines import Lines
from factcheck.lsp.period_offers import periods_for
from tests.lsp.story import CLAIMS, STORY, Asked, workspace

HEAD = 'published: 2025-07-14\nclaims:\n  - quote: "x"\n'


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    folder = tmp_path_factory.mktemp("workspace")
    workspace(folder)
    return Asked(folder)


def written(asked: Asked, text: str) -> list[str]:
    """What is offered at the bar in a text."""
    offset = text.index("|")
    path = Path(asked.folder.given) / "claims" / "new.yaml"
    asked.open(path, text.replace("|", "", 1))
    document = asked.documents.named(path.as_uri())
    assert document is not None
    offered = asked.desk.offered(document, offset, asked.state)
    return [] if offered is None else [each.writes for each in offered.offers]


@pytest.mark.parametrize(
    ("text", "some", "none"),
    [
        ("|", {"article: ", "claims: ", "about: "}, {"level: "}),
        ("about:\n  re|", {"reporter: ", "partner: "}, {"quote: ", "level: "}),
        ("about: {reporter: China, |}", {"partner: ", "flow: "}, {"reporter: "}),
        ("claims:\n  - |", {"quote: ", "level: ", "partner: "}, {"claims: "}),
        (HEAD + "    |\n    note: a\n", {"level: ", "trend: "}, {"quote: ", "note: "}),
        (HEAD + "    change: {|}", {"period: ", "from: ", "figure: "}, {"less: ", "quote: "}),
        (HEAD + "    change:\n      period: 2024\n      |", {"from: ", "partner: "}, {"period: "}),
        (HEAD + "    share: {period: 2024, of: {|}}", {"partner: "}, {"period: "}),
        (HEAD + "    seen: {|}", {"source: ", "by: ", "on: "}, {"level: "}),
        (HEAD + "    partner: |", {"Russia", "RUS", "South Korea", "EU"}, {"China (CHN)"}),
        (HEAD + "    partner: [Russia, |]", {"China", "CHN"}, {"[China]"}),
        (HEAD + "    flow: |", {"exports", "imports", "total", "balance"}, {"Russia"}),
        (HEAD + "    source: |", {"gacc", "census"}, {"Russia"}),
        (HEAD + "    commodity: |", {"cars", "crude-oil"}, {"Russia"}),
        (HEAD + "    currency: |", {"USD", "CNY", "t"}, {"Russia"}),
        (HEAD + "    hedge: |", {"nearly", "at least"}, {"Russia"}),
        (HEAD + "    valuation: |", {"CIF", "FOB"}, {"Russia"}),
        (HEAD + "    level: |", {"2024", "2025-H1", "2025-06", "2024-H2", "2025-Q2"}, {"previous"}),
        (HEAD + "    change: {period: 2024, from: |}", {"previous", "2023"}, set()),
        (HEAD + "    date: {event: |}", {"wang-lavrov-beijing-2025-07-13"}, {"2024"}),
        (HEAD + "    count: {of: |}", {"months", "quarters"}, {"2024"}),
        (HEAD + "    record: {high: 2023, still: |}", {"yes", "no"}, {"2024"}),
        (HEAD + "    rank: {among: |}", {"countries", "blocs"}, {"2024"}),
        (HEAD + "    ignore: [|]", {"wrong-level", "conflict"}, {"2024"}),
        (HEAD + "    trend: {surge: [2022, |]}", {"2024"}, {"previous"}),
    ],
)
def test_what_has_its_place_is_offered(asked: Asked, text: str, some: set[str], none: set[str]) -> None:
    """
    Keys and kinds where they are allowed and not there yet, and the values that a key takes.
    """
    found = set(written(asked, text))

    assert some - found == set()
    assert none & found == set()


@pytest.mark.parametrize("text", [HEAD + "    # |", 'claims:\n  - quote: "a, |"', "claims:\n  - quote: a\n  |\n"])
def test_nothing_is_offered_where_nothing_has_a_place(asked: Asked, text: str) -> None:
    """
    In comments and in the words of quotes.
    """

    assert written(asked, text) == []


def test_a_claim_above_that_cannot_be_read_does_no_harm(asked: Asked) -> None:
    """
    The claim that is being written is read by itself.
    """

    assert "exports" in written(asked, 'claims:\n  - quote: {{{ [\n  - quote: "x"\n    flow: |\n')


def test_names_are_quoted_where_yaml_needs_it(asked: Asked) -> None:
    """
    A name with a comma is no list, and inside quotation marks it needs none.
    """
    found = written(asked, HEAD + "    partner: |")

    assert [each for each in found if "," in each and each[0] != '"'] == []
    assert "South Korea" in written(asked, HEAD + '    partner: "Sou|"')


def test_periods_lean_on_the_day_of_publication() -> None:
    """
    Those that the file names come first, then what ended before the day; no clock is read.
    """
    text = "published: 2025-02-10\nclaims:\n  - level: 2019\n    change: 2019\n"
    from datetime import date

    names = [each.name for each in periods_for(text, date(2025, 2, 10))]

    assert names[0] == "2019"
    assert {"2025-01", "2024", "2024-H2", "2024-Q4", "2024-12", "2025-02-10"} <= set(names)
    assert "2025-Q1" not in names


@pytest.mark.slow
@settings(max_examples=150)
@given(data=st.data())
def test_no_place_makes_it_fail(asked: Asked, data: st.DataObject) -> None:
    """
    Hover, completion, fixes and outline at any offset of any spoilt claims file or story: an answer, and no error.
    """
    from factcheck.lsp.places import Span

    pieces = st.sampled_from(
        ["{", "}", "[", "]", '"', "'", ":", "- ", "\n", "    ", "|", "#", "é😀", "&a", "*", "\u2028", "<<: x"]
    )
    name, text = data.draw(st.sampled_from([("story.yaml", CLAIMS), ("story.md", STORY)]))
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(pieces) + text[at + data.draw(st.integers(0, 8)) :]
    path = Path(asked.folder.given) / ("claims" if name.endswith("yaml") else "drafts") / name
    asked.open(path, text)
    document = asked.documents.named(path.as_uri())
    assert document is not None
    offset = data.draw(st.integers(0, len(text)))
    asked.desk.pointed(document, offset, asked.state)
    asked.desk.offered(document, offset, asked.state)
    asked.desk.symbols(document, asked.state)
    asked.desk.fixes(document, Span(offset, min(offset + 40, len(text))), asked.state)
    asked.documents.close(path.as_uri())


@given(st.text("ab:- {}[],'\"#\n\r\t&*|>é😀\ud800", max_size=60), st.data())
def test_any_text_has_a_cursor_or_none(text: str, data: st.DataObject) -> None:
    """
    However broken a text is, it is looked through without an error.
    """
    offset = data.draw(st.integers(0, len(text)))
    cursor = cursor_at(Lines(text), offset)

    assert cursor is None or cursor.start <= offset
