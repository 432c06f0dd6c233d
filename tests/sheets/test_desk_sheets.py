"""Sheets that a desk keeps of its own, with a few columns under its own headings."""

from __future__ import annotations

import pytest

HEAD = "reporter,partner,flow,currency,published"
OURS = "China,Russia,total,USD,2025-07-14"


def test_quote_kind_and_period_are_enough(article):
    """
    Three columns make claims, in the order of the rows.
    """
    made = article('quote,kind,period\n"fell 9.1 percent",change,2025-H1\n"$237 billion",Level,2023\n')

    assert [(claim.quote, claim.kinds[0].kind, claim.kinds[0].options) for claim in made.claims] == [
        ("fell 9.1 percent", "change", {"period": "2025-H1"}),
        ("$237 billion", "level", {"period": "2023"}),
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("heading", ["checked by", "Checked_By", " CHECKED  BY ", "checked-by"])
def test_headings_in_any_case_and_separators_of_any_country(article, separator, heading):
    """
    Case, blanks, hyphens and underscores do not count; semicolons and tabs are read too, with a BOM or without.
    """
    rows = [["\ufeffOn", heading, "Source", "QUOTE"], ["2025-07-15", "A. Editor", "a page", "two days"]]
    (claim,) = article("\r\n".join(separator.join(row) for row in rows)).claims

    assert claim.seen == {"source": "a page", "by": "A. Editor", "on": "2025-07-15"}
    assert claim.kinds == ()


def test_a_quote_alone_asks_what_it_claims(article):
    """
    A row without kind and without anybody who saw it is something to do.
    """
    made = article("quote,kind,period\nsome words,,\nmore words,,2024\n")

    assert [claim.todo for claim in made.claims] == [
        "say what it claims: kind and period",
        "say what it claims: its kind, for 2024",
    ]


def test_what_all_rows_share_stands_at_the_top(article):
    """
    Series keys that are the same in every row go under about, the others to their claims.
    """
    made = article(f'quote,kind,period,{HEAD}\n"$1 billion",level,2023,{OURS}\n"$2 billion",level,2024,{OURS}\n')

    assert made.about == {"reporter": "China", "partner": "Russia", "flow": "total", "currency": "USD"}
    assert [claim.keys for claim in made.claims] == [{}, {}]
    assert str(made.published) == "2025-07-14"


def test_rows_of_one_id_are_one_claim(article):
    """
    An id in several rows joins their kinds; what only one row says holds for the claim.
    """
    (claim,) = article("id,quote,kind,period,note\na,x,change,2024,\na,x,level,2024,seen twice\n").claims

    assert (claim.id, [use.kind for use in claim.kinds], claim.note) == ("a", ["change", "level"], "seen twice")


@pytest.mark.parametrize(
    ("kind", "period", "options", "says"),
    [
        ("record high", "2023", "", {"high": "2023"}),
        ("record", "2023", "low; since: 2020", {"low": "2023", "since": "2020"}),
        ("trend surge", "2022 and 2023", "", {"surge": ("2022", "2023")}),
        ("trend", "2024", "", {"period": "2024"}),
        ("count", "2025-06", "down; of: months", {"down": "2025-06", "of": "months"}),
        ("date", "2025-H1", "release", {"release": "2025-H1"}),
        ("date", "", "event: a-1", {"event": "a-1"}),
        ("share", "2024", "of: {partner: World}", {"period": "2024", "of": {"partner": "World"}}),
    ],
)
def test_the_key_of_the_period_is_a_word(article, kind, period, options, says):
    """
    Which key the period belongs to stands behind the kind, or alone among the options.
    """
    (claim,) = article(f'quote,kind,period,options\nx,{kind},{period},"{options}"\n').claims

    assert claim.kinds[0].options == says


@pytest.mark.parametrize(
    ("cells", "keys", "note"),
    [
        ("gacc,", {"source": "gacc"}, ""),
        ("a page,https://example.org/a", {}, "source: a page, https://example.org/a"),
        (",https://example.org/a", {}, "source: https://example.org/a"),
    ],
)
def test_a_source_that_nobody_checked_is_kept(article, cells, keys, note):
    """
    The id of a source is the key of the series; any other place goes to the note.
    """
    made = article(f"quote,kind,period,source,url\nx,level,2024,{cells}\n")

    assert ({**made.about, **made.claims[0].keys}, made.claims[0].note) == (keys, note)


def test_what_is_claimed_is_the_figure_where_there_is_no_quote(article):
    """
    A sheet of figures has no words around them.
    """
    (claim,) = article("claimed,kind,period\n$237 billion,level,2023\n").claims

    assert (claim.quote, claim.keys) == ("", {"figure": "$237 billion"})


def test_columns_that_are_not_read_are_named(read):
    """
    A heading that means nothing here is told, not passed over.
    """
    _, faults, notes = read("quote,kind,period,Editor's mood\nx,level,2024,fine\n")

    assert faults == ()
    assert notes == ('not read: the columns "Editor\'s mood"',)


def test_results_of_a_desk_are_named_as_not_read(read):
    """
    Verdicts come from checking, so a desk's own are told to be left aside.
    """
    _, faults, notes = read("quote,kind,period,verdict,gap\nx,level,2024,match,\n")

    assert faults == ()
    assert notes == ("not read, because checking finds them anew: the columns verdict, gap",)
