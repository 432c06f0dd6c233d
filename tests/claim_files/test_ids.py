"""The ids of claims."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claim_files import read_claims_text

HEAD = "about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}\nclaims:\n"


def ids(claims: str) -> list[str]:
    """The ids of a file's claims."""
    article, problems = read_claims_text(HEAD + claims, "claims.yaml")
    assert article is not None, problems
    return [claim.id for claim in article.claims]


@pytest.mark.parametrize(
    ("claim", "name"),
    [
        ("change: 2025-H1", "change-2025-h1"),
        ("change: 2025-H1, level: 2024", "change-2025-h1"),
        ("level: 2024, change: 2025-H1", "level-2024"),
        ("change: {from: 2021, period: 2024}", "change-2024"),
        ("level: 2025-01/2025-06", "level-2025-h1"),
        ("level: 2025-01/2025-05", "level-2025-01-2025-05"),
        ("level: FY2024/25, reporter: India", "level-2024-04-2025-03-india"),
        ("trend: {flat: 2024, flow: imports}", "trend-2024-imports"),
        ("trend: {surge: [2022, 2023]}", "trend-2022-2023"),
        ("trend: [2022, 2023]", "trend-2022-2023"),
        ("record: {since: 2016, high: 2023}", "record-2023"),
        ("count: {of: months, down: 2025-06}", "count-2025-06"),
        ("date: {release: 2025-H1}", "date-2025-h1"),
        ("date: {event: a-meeting}", "date"),
        ("quotation: {event: a-meeting}", "quotation"),
        ("flow: total, change: 2024", "change-2024"),
        ("flow: exports, change: {period: 2024, flow: imports}", "change-2024-imports"),
        ("commodity: hs:8703, partner: Hong Kong, change: 2024", "change-2024-hong-kong-hs-8703"),
        ("partner: [EU, ASEAN], change: 2024", "change-2024-eu-asean"),
        ("share: {period: 2024, of: {partner: World}}", "share-2024"),
        ("seen: {source: a, by: b, on: 2025-07-14}", "seen"),
        ("todo: ask", "todo"),
        ("id: my_own-id, change: 2024", "my_own-id"),
    ],
)
def test_an_id_is_made_from_kind_period_and_what_differs_from_about(claim, name):
    """
    The first kind, its canonical period, the series keys in their usual order.
    """
    assert ids(f'  - {{quote: "x", {claim}}}') == [name]


def test_repeats_are_numbered_in_file_order_round_the_written_ones():
    """
    The second is -2, unless somebody has that name already, even further down.
    """
    claims = [
        "change: 2024",
        "change: 2024",
        "change: 2024",
        "id: change-2024-2, level: 2020",
        "change: 2023",
        "id: change-2023, level: 2020",
    ]

    assert ids("".join(f'  - {{quote: "x", {claim}}}\n' for claim in claims)) == [
        "change-2024",
        "change-2024-3",
        "change-2024-4",
        "change-2024-2",
        "change-2023-2",
        "change-2023",
    ]


def test_ids_are_cut_at_80_characters_with_their_number():
    """
    A long id keeps its number and its limit.
    """
    partners = "partner: [Bosnia and Herzegovina, Trinidad and Tobago, Sao Tome and Principe, Antigua and Barbuda]"
    first, second = ids(f'  - {{quote: "x", {partners}, change: 2024}}\n' * 2)

    assert first == "change-2024-bosnia-and-herzegovina-trinidad-and-tobago-sao-tome-and-principe-ant"
    assert second == "change-2024-bosnia-and-herzegovina-trinidad-and-tobago-sao-tome-and-principe-a-2"
    assert (len(first), len(second)) == (80, 80)


@given(
    st.lists(
        st.sampled_from(["change: 2024", "level: 2024", "id: level-2024-2, level: 1990", "trend: 2023"]), max_size=12
    )
)
def test_ids_are_well_formed_and_unique(claims):
    """
    Whatever repeats, no two claims share an id.
    """
    kept = [claim for at, claim in enumerate(claims) if not claim.startswith("id:") or claim not in claims[:at]]
    names = ids("".join(f'  - {{quote: "x", {claim}}}\n' for claim in [*kept, "change: 2001"]))

    assert len(set(names)) == len(names)
    assert all(re.fullmatch("[a-z0-9][a-z0-9_-]{0,79}", name) for name in names)


@given(st.lists(st.sampled_from(["\n", "  # a remark\n"]), max_size=5))
def test_ids_do_not_move_with_lines(lines):
    """
    Blank lines and remarks change no id.
    """
    claims = ['  - {quote: "x", change: 2024}\n', '  - {quote: "y", change: 2024}\n', '  - {quote: "z", level: 2024}\n']

    assert ids("".join(lines).join(["", *claims])) == ["change-2024", "change-2024-2", "level-2024"]
