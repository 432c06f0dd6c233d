"""Places named in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.places import PlaceMention, names_in, names_of, places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia's surplus with China", [("Russia", "RUS"), ("China", "CHN")]),
        ("the Chinese trade surplus", [("Chinese", "CHN")]),
        ("U.S.-China trade fell", [("U.S.", "USA"), ("China", "CHN")]),
        ("trade with the U.S. and the E.U.", [("U.S.", "USA"), ("E.U.", "EU")]),
        ("the U.S.\u2019s deficit", [("U.S.", "USA")]),
        ("Sino-Russian trade", [("Sino", "CHN"), ("Russian", "RUS")]),
        ("US imports from the EU", [("US", "USA"), ("EU", "EU")]),
        ("let us see who is in or on it, no", []),
        ("IT, NO and IN are words", []),
        ("china plates, polish and a turkey", []),
        ("Polish exports and Turkey's imports", [("Polish", "POL"), ("Turkey", "TUR")]),
        ("CHINA'S EXPORTS TO SOUTH KOREA", [("CHINA", "CHN"), ("SOUTH KOREA", "KOR")]),
        ("South Korea, North Korea and Korea", [("South Korea", "KOR"), ("North Korea", "PRK"),
        ("Korea", "KOR")]),
        ("South Korean and South African cars", [("South Korean", "KOR"), ("South African", "ZAF")]),
        ("Korea, South Africa and Chile", [("Korea", "KOR"), ("South Africa", "ZAF"), ("Chile", "CHL")]),
        ("Latin American buyers, American sellers", [("Latin American", "LATAM"), ("American", "USA")]),
        ("South American soy, North America", []),
        ("the South China Sea and the Korean Peninsula", []),
        ("the Guinea-Bissau deal, Papua New Guinea", [("Guinea-Bissau", "GNB"), ("Papua New Guinea", "PNG")]),
        ("the Congolese and the Congo", []),
        ("Greater China, greater China and China", [("China", "CHN")]),
        ("chn and its usa, can and are", []),
        ("DR Congo and the Republic of the Congo", [("DR Congo", "COD"), ("Republic of the Congo", "COG")]),
        ("C\u00f4te d\u2019Ivoire\u2019s cocoa", [("C\u00f4te d\u2019Ivoire", "CIV")]),
        ("Co\u0302te d'Ivoire", [("Co\u0302te d'Ivoire", "CIV")]),
        ("St. Lucia & Trinidad & Tobago", [("St. Lucia", "LCA"), ("Trinidad & Tobago", "TTO")]),
        ("People\u2019s Republic of China", [("People\u2019s Republic of China", "CHN")]),
        ("mainland China and the eurozone", [("mainland China", "CHN"), ("eurozone", "EA")]),
        ("10 billion U.S. dollars, 5 billion Chinese yuan", []),
        ("China's yuan surplus", [("China", "CHN")]),
        ("the world economy, World Bank", []),
        ("Russians, Germans, Poles and Brits", [("Russians", "RUS"), ("Germans", "DEU"), ("Poles", "POL"),
        ("Brits", "GBR")]),
        ("Chinas Indiana Romanesque", []),
        ("in the United\nStates", [("United\nStates", "USA")]),
        ("in the South\n\nKorea grew", [("Korea", "KOR")]),
        ("\u2018China\u2019 and 'Japan'", [("China", "CHN"), ("Japan", "JPN")]),
        ("the United Kingdom, United Arab Emirates", [("United Kingdom", "GBR"),
        ("United Arab Emirates", "ARE")]),
        ("G7 and Brics, G-7", [("G7", "G7"), ("Brics", "BRICS"), ("G-7", "G7")]),
        ("", []),
    ],
)  # fmt: skip
def test_names_are_found_where_they_stand(text: str, expected: list[tuple[str, str]]) -> None:
    """
    Names, adjectives and demonyms are found leftmost longest, as whole words, written as names.
    """
    assert [(text[found.start : found.end], found.code) for found in names_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "possessive"),
    [
        ("Russia's surplus", True),
        ("Russia\u2019s surplus", True),
        ("the U.S.'s deficit", True),
        ("the Netherlands' surplus", True),
        ("Russian surplus", False),
        ("'Russia' said", False),
    ],
)
def test_a_possessive_is_told(text: str, possessive: bool) -> None:
    """
    A mention says whether its name stands in the possessive.
    """
    (found,) = names_in(text)

    assert found.possessive is possessive


def test_a_mention_is_counted_in_code_points() -> None:
    """
    Start and end are offsets into the text as given.
    """
    assert names_in("\u20ac5bn to Russia\u2019s") == (PlaceMention(8, 14, "RUS", True),)


@pytest.mark.parametrize("code", [code for code, found in places().items() if found.kind != "world"])
def test_the_display_name_of_a_place_is_found_in_text(code: str) -> None:
    """
    What our own messages call a place is read back as that place.
    """
    name = places()[code].name
    found = names_in(f"trade with {name} fell")

    if "(" not in name and code != "CHN+HKG":
        assert [mention.code for mention in found] == [code]


@given(
    st.lists(
        st.sampled_from(
            [
                "Russia",
                "U.S.",
                "South",
                "Korea",
                "Republic of",
                "the",
                "'s",
                "-",
                "\n",
                ".",
                "St",
                "&",
                "\u2019",
            ]
        ),
        max_size=12,
    ).map(" ".join)
    | st.text(max_size=80)
)
def test_mentions_are_in_order_and_apart(text: str) -> None:
    """
    Mentions of any text lie inside it, in order, without overlap, and name known places.
    """
    found = names_in(text)
    edges = [edge for mention in found for edge in (mention.start, mention.end)]

    assert edges == sorted(edges)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)
    assert all(names_of(mention.code) for mention in found)


@pytest.mark.parametrize("text", ["a surplus of US$41.1 billion", "US$ 5 billion", "U.S.$3 billion"])
def test_a_currency_sign_makes_no_place(text):
    """
    "US$" is money: it does not name the United States.
    """
    assert names_in(text) == ()
