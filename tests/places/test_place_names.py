"""A written name means one place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UnknownNameError
from factcheck.places import by_code, code_of, countries, names_of, normalise, place, places


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("U.S.", "USA"), ("US", "USA"), ("the United States", "USA"), ("America", "USA"), ("American", "USA"),
        ("Russia", "RUS"), ("Russian Federation", "RUS"), ("the Russian", "RUS"), ("643", "RUS"),
        ("ru", "RUS"),
        ("China", "CHN"), ("Mainland China", "CHN"), ("PRC", "CHN"),
        ("People\u2019s Republic of China", "CHN"),
        ("Britain", "GBR"), ("UK", "GBR"), ("U.K.", "GBR"), ("British", "GBR"), ("Great Britain", "GBR"),
        ("South Korea", "KOR"), ("Korea, Rep.", "KOR"), ("Republic of Korea", "KOR"), ("Korea", "KOR"),
        ("North Korea", "PRK"), ("DPRK", "PRK"), ("Korea, North", "PRK"), ("Korea, South", "KOR"),
        ("Ivory Coast", "CIV"), ("C\u00f4te d'Ivoire", "CIV"), ("Cote d\u2019Ivoire", "CIV"),
        ("Co\u0302te d\u2019Ivoire", "CIV"), ("Turkey", "TUR"), ("T\u00fcrkiye", "TUR"),
        ("T\u00dcRK\u0130YE", "TUR"),
        ("Czechia", "CZE"), ("the Czech Republic", "CZE"), ("Burma", "MMR"), ("Burma/Myanmar", "MMR"),
        ("Holland", "NLD"), ("the Netherlands", "NLD"), ("the Netherlands'", "NLD"), ("Dutch", "NLD"),
        ("UAE", "ARE"), ("Emirates", "ARE"), ("EU", "EU"), ("E.U.", "EU"), ("European Union", "EU"),
        ("the European Union's", "EU"), ("euro area", "EA"), ("Eurozone", "EA"), ("ASEAN", "ASEAN"),
        ("NO", "NOR"), ("no", "NOR"), ("NA", "NAM"), ("Taiwan, China", "TWN"),
        ("Hong Kong SAR, China", "HKG"),
        ("Viet Nam", "VNM"), ("Lao PDR", "LAO"), ("Egypt, Arab Rep.", "EGY"), ("Iran, Islamic Rep.", "IRN"),
        ("St. Lucia", "LCA"), ("Saint Lucia", "LCA"), ("Trinidad & Tobago", "TTO"), ("Bahamas, The", "BHS"),
        ("Congo, Rep.", "COG"), ("Congo, Dem. Rep.", "COD"), ("Guinea", "GIN"), ("Guinea-Bissau", "GNB"),
        ("Niger", "NER"), ("Nigeria", "NGA"), ("Dominica", "DMA"), ("Dominican Republic", "DOM"),
        ("CHN+HKG", "CHN+HKG"), ("mainland China with Hong Kong", "CHN+HKG"), ("Latin America", "LATAM"),
        ("World", "WLD"), ("the world", "WLD"), ("NAFTA", "USMCA"), ("Kosovo", "XKX"), ("Gaza Strip", "XGZ"),
        ("West Bank", "XWB"), ("\u00c5land Islands", "ALA"), ("Curacao", "CUW"), ("Reunion", "REU"),
        ("  south\u00a0 korea ", "KOR"),
        ("Brasil", "BRA"), ("Deutschland", "DEU"),
        ("Kirgizstan", "KGZ"), ("Kirghizia", "KGZ"), ("GEORGIA", "GEO"), ("Bosnia-Herzegovina", "BIH"),
    ],
)  # fmt: skip
def test_a_name_in_use_means_its_place(written: str, code: str) -> None:
    """
    Names as journalists and tables write them, adjectives and ISO codes name their place.
    """
    assert code_of(written) == code


def test_no_name_stands_for_two_places() -> None:
    """
    After normalisation every alias belongs to one place only.
    """
    shared = [name for code in places() for name in names_of(code) if code_of(name) != code]

    assert shared == []


def test_the_table_holds_the_whole_standard() -> None:
    """
    ISO 3166-1 has 249 entries; Kosovo, Gaza and the West Bank come on top.
    """
    standard = [found for found in places().values() if found.numeric]

    assert len(standard) == 249
    assert countries() == {found.code for found in standard} | {"XKX", "XGZ", "XWB"}


def test_the_fields_of_the_standard_are_distinct() -> None:
    """
    No two places share an alpha-2 code, a number or a display name.
    """
    for field in ("alpha2", "numeric", "name"):
        values = [value for found in places().values() if (value := getattr(found, field))]
        assert len(values) == len(set(values))


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Rusia", "Russia (RUS)"),
        ("Untied States", "United States (USA)"),
        ("Slovekia", "Slovakia (SVK)"),
        ("Congo", "Congo-Brazzaville (code COG)"),
        ("the Congo", "DR Congo (Kinshasa, code COD)"),
        ("Virgin Islands", "British Virgin Islands (VGB)"),
        ("Europe", "EU for the European Union"),
        ("Southeast Asia", "ASEAN"),
        ("South-East Asia", "ASEAN"),
        ("Greater China", "CHN+HKG"),
        ("greater China", "CHN+HKG"),
        ("bloc", "EU or ASEAN"),
        ("Scotland", "write UK"),
        ("Moscow", "write Russia"),
        ("Assean", "did you mean ASEAN?"),
        ("zzzzzz", "as in South Korea or KOR"),
        ("", "as in South Korea or KOR"),
        ("x" * 100_000, "as in South Korea or KOR"),
    ],
)
def test_an_unknown_name_says_what_to_write(written: str, hint: str) -> None:
    """
    A misspelt, ambiguous or impossible name is an error with a hint, never the nearest place.
    """
    with pytest.raises(UnknownNameError) as raised:
        place(written)

    assert hint in raised.value.hint
    assert len(raised.value.what) < 120


@pytest.mark.parametrize(
    "written", ["\uff16\uff14\uff13", "6\u00b243", "64\u0304 3", "6 43", "Rus\u200bsia", "R\u0443ssia"]
)
def test_look_alikes_are_not_understood(written: str) -> None:
    """
    Full-width or marked digits, invisible characters and letters of another script name nothing.
    """
    with pytest.raises(UnknownNameError):
        place(written)


def test_a_suggestion_list_has_at_most_three_places() -> None:
    """
    A word like many names gets three suggestions and no more.
    """
    with pytest.raises(UnknownNameError) as raised:
        place("Guine")

    assert 1 <= raised.value.hint.count("(") <= 3


@given(st.text(max_size=60))
def test_any_text_is_a_place_or_a_readable_error(written: str) -> None:
    """
    No text makes the lookup fail in another way, and a name found has the key of one of the place's names.
    """
    try:
        found = place(written)
    except UnknownNameError:
        return
    assert normalise(written) in {normalise(name) for name in names_of(found.code)}


@given(st.text(max_size=60))
def test_normalising_twice_changes_nothing_in_plain_names(written: str) -> None:
    """
    Names made of letters and spaces are normal after one pass.
    """
    once = normalise("".join(char for char in written if char.isascii() and (char.isalpha() or char == " ")))

    assert normalise(once) == once or once.startswith("the ")


def test_codes_are_exact() -> None:
    """
    by_code takes canonical codes only.
    """
    assert by_code("RUS").name == "Russia"
    for written in ("rus", "Russia", "RU", "643"):
        with pytest.raises(UnknownNameError):
            by_code(written)


def test_a_place_knows_its_words() -> None:
    """
    A place carries what messages need.
    """
    assert (place("Russia").name, place("Russia").adjective, place("Russia").kind) == (
        "Russia",
        "Russian",
        "country",
    )
    assert (place("EU").name, place("EU").adjective, place("EU").kind) == ("European Union", "EU", "bloc")
    assert place("World").kind == "world"
    assert place("Africa").kind == "aggregate"
