"""
Numbers that are no figures, and figures that are refused rather than guessed.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FigureError
from factcheck.reading.figures import read_figure, read_figures

NO_FIGURE = [
    "on 14 July 2025",
    "on July 14, 2025",
    "on July 14",
    "in July 2025",
    "on 2025-07-14",
    "on 14th July",
    "the 4th of July",
    "14-16 July",
    "from 14 to 16 July",
    "in 2024",
    "by 2030",
    "from 2022 to 2024",
    "between 2022 and 2024",
    "in 2022 and 2023",
    "2022-2024",
    "2022–24",
    "in FY2024/25",
    "in H1 2025",
    "in Q2 2025",
    "the 1990s",
    "the '24 vote",
    "1990's music",
    "the first half of 2025",
    "in the third quarter",
    "the second half",
    "half of 2025",
    "half the year",
    "a half-year low",
    "the first six months",
    "the past 12 months",
    "a five-year low",
    "a 12-month high",
    "the 21st century",
    "a quarter earlier",
    "at 1:30",
    "at 5 p.m.",
    "at 5pm",
    "round 9/11",
    "open 24/7",
    "3/4/2025",
    "a 50-50 split",
    "won 3-1",
    "a Boeing 737",
    "Section 301",
    "HS 8703",
    "the G7",
    "COVID-19",
    "Catch-22",
    "page 12",
    "p. 5",
    "No. 5",
    "clause No. 5",
    "clause number 5",
    "ISO 4217",
    "version 1.2.3",
    "v2.0",
    "192.168.1.1",
    "call 555-1234",
    "call +7 495 123-45-67",
    "call (202) 555-0100",
    "#5",
    "4x4",
    "5G",
    "billions of dollars",
    "hundreds of millions",
    "several billion",
    "a few hundred",
    "tens of thousands",
    "dozens",
    "one of them",
    "no one",
    "twice a week",
    "doubled down",
    "double-digit",
    "a half-hearted try",
    "first, we sell",
    "in 2024 dollars",
    "in 2024 vehicles were sold",
    "pre-2022 trade",
]

REFUSED = [
    "237q",
    "5xyz",
    "$79.3zn",
    "$237 bilion",
    "$237 billoin",
    "237 gazillion",
    "237 mil",
    "237 mil-\nlion",
    "$5billionaire",
    "106,48",
    "10,64",
    "$1,5bn",
    "1,500,00 vehicles",
    "12,34,567",
    "1.500.000",
    "1.2.3 percent",
    "007 percent",
    ".5 percent",
    "10 648 vehicles",
    "10'648 vehicles",
    "10’648 vehicles",
    "10_648 vehicles",
    "1e9",
    "$1e9",
    "0x10",
    "2^10",
    "5*7",
    "106 × 10",
    "5 ± 1 percent",
    "5±1%",
    "5°C",
    "5 ‰",
    "106²",
    "$106²bn",
    "１０６ percent",
    "$1０bn",
    "٣ percent",
    "5⅓ percent",
    "2.5½ percent",
    "50 billones",
    "€50 billones",
    "€50 Billionen",
    "€5 Bio",
    "50 zillionen",
    "50 亿",
    "50 亿美元",
    "50 млрд",
    "$438.9k million",
    "5m million",
    "¥107 trillion, 90 billion",
    "Rs 8,5,000 crore",
    "8,50,000 vehicles",
    "$5\u200bbn",
    "5 bil\u200blion dollars",
    "$5\u202ebn",
    "\u200e$5bn",
    "5 \u200bbillion",
    "$5 millіon",
    "5m",
    "5b",
    "5 m",
    "5 M",
    "$5 t",
    "5 mt",
    "5 dozen",
    "500 short tons",
    "5 US tons",
    "5 km",
    "$5 yuan",
    "$5%",
    "$5bn5",
    "5%5",
    "BUS$5bn",
    "Z$5bn",
    "mid-5%",
    "–5%",
    "5-7xyz",
    "5 to 7zn percent",
    "between $5 and 7zn",
    "$5bn–€7bn",
    "5 -7%",
    "7-5%",
    "5-6-7%",
    "5 million 300 thousand dollars",
    "3 million million dollars",
    "two three percent",
    "nineteen ninety-nine",
    "one and a third million dollars",
    "two thirds of a million",
    "1" * 41 + " percent",
]


#: Figures whose tail is torn off: what would be left of each is a number many times too small.
TORN = [
    "$106.48 billi0n",
    "$106.48 bi11ion",
    "$106.48 Bi11i0n",
    "$106.48 tri11ion",
    "$106.48-bi11ion",
    "$106.48 bi!!ion",
    "237 billi0n",
    "five billi0n dollars",
    "$5 to $7 billi0n",
    "$106.48 X9y",
    "$106.48 billionth",
    "$106.48 millionth",
    "$106.48 hundredths",
    "106.48 bilions",
    "$106.48 milliom",
    "$106.48 bns",
    "$106.48 bn²",
    "$106.48 bill-ion",
    "$106.48 mill-\nion",
    "$106.48 bill ion",
    "$106.48 billión",
    "$106.48 \uff42\uff49\uff4c\uff4c\uff49\uff4f\uff4e",
    "$106.48 b\u0131ll\u0131on",
    "$106.48–bn",
    "$106.48–billion",
    "$106\u2012bn",
    "$106\u2212bn",
    "$106—bn",
    "$106.48–b",
    "$106.48–xyz",
    "237–bn",
    "$106.48--billion",
    "$106.48 – billion",
    "$106.48- billion",
    "$106.48 (billion)",
    "$106.48 'billion'",
    "$106.48/billion",
    "$106.48\u3000billion",
    "$106.48\u2800billion",
    "106.48 dollars billion",
    "106.48 yuan bilion",
    "$106..48 billion",
    "$106.,48 billion",
    "$106...48 billion",
    "$106 .48 billion",
    "$106 . 48 billion",
    "$106. 48 billion",
    "$106\u066b48 billion",
    "$106\uff0e48 billion",
    "$106\uff0c48 billion",
    "$106\u201a48 billion",
    "$106\u22c548 billion",
    "$106\u00b448 billion",
    "$106`48 billion",
    "$1\u204448 billion",
    "$106\u300048 billion",
    "$106~48 billion",
    '$106"48 billion',
    "$106$48 billion",
    "$106·48 billion",
    "$106'48",
    "$1'064'800",
    "$106 48 billion",
    "$5--7 billion",
    "$106.\u200b48 billion",
    "$106,\u2060480 million",
    "$106.\u00ad48 billion",
    "$106.\u202e48 billion",
    "$106\u0301.48 billion",
    "$106.48\ufe0f billion",
]

#: A figure and a word after it that is no scale: the figure is read as it stands.
WHOLE = [
    ("$106.48 billed", "$106.48"),
    ("$5 bills", "$5"),
    ("$9.551 worth", "$9.551"),
    ("$5 bullion", "$5"),
    ("$5 billing", "$5"),
    ("$5 mission", "$5"),
    ("$5 balloon", "$5"),
    ("$5 Milton", "$5"),
    ("$5 well-known", "$5"),
    ("$5 Q2", "$5"),
    ("100 A320 jets", "100"),
    ("$106.48-billion", "$106.48-billion"),
    ("a $5-billion deal", "$5-billion"),
    ("$5—a lot", "$5"),
    ("$5 – a lot", "$5"),
    ("$5, millions", "$5"),
    ("$60-a-barrel", "$60"),
    ("$5/t", "$5"),
    ("$5–$7 billion", "$5–$7 billion"),
    ("$5–US$7 billion", "$5–US$7 billion"),
    ("$5 billion–plus", "$5 billion"),
    ("$5…", "$5"),
    ("$106.48,\u200b all", "$106.48"),
    ("5,000 euros gross", "5,000 euros"),
]


@pytest.mark.parametrize("text", NO_FIGURE)
def test_dates_names_and_manners_of_speaking_are_no_figures(text):
    """
    Years, dates, times, names, durations and loose words hold no figure.
    """
    assert read_figures(f"They met {text}.") == ()


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_understood_is_unread_and_never_a_smaller_number(text):
    """
    An unknown suffix, a chain or a strange character leaves the whole figure unread.
    """
    assert read_figures(f"They paid {text} then") == ()


@pytest.mark.parametrize("text", REFUSED)
def test_a_single_figure_that_is_not_understood_is_an_error(text):
    """
    What is no figure in a text is refused as a figure by itself.
    """
    with pytest.raises(FigureError):
        read_figure(text)


@pytest.mark.parametrize("text", TORN)
def test_a_figure_whose_tail_is_torn_off_is_unread(text):
    """
    No misspelt scale, glued dash, strange separator or invisible character leaves a small number behind.
    """
    assert read_figures(f"They paid {text} then") == ()
    with pytest.raises(FigureError):
        read_figure(text)


@pytest.mark.parametrize(("text", "figure"), WHOLE)
def test_a_word_that_is_no_scale_spoils_no_figure(text, figure):
    """
    Ordinary words, ranges and hyphens after a figure leave it read.
    """
    assert [found.text for found in read_figures(f"They paid {text} then")] == [figure]


@pytest.mark.parametrize(
    "mark", ["\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u202e", "\u2066", "\u0301"]
)
@pytest.mark.parametrize("at", range(1, len("$106.48 billion") + 1))
def test_an_invisible_character_anywhere_in_a_figure_leaves_it_unread(mark, at):
    """
    Wherever such a character stands inside a figure or right after it, nothing is read.
    """
    figure = "$106.48 billion"

    assert read_figures(f"They paid {figure[:at]}{mark}{figure[at:]} then") == ()


@pytest.mark.parametrize(
    ("text", "what", "hint"),
    [
        ("", "an empty figure", "write one figure"),
        ("237q", "unknown suffix 'q'", "bn or tn"),
        ("106,48", "'106,48' can be a decimal comma or thousands", "write 106.48 or 10,648"),
        ("１０６", "U+FF11 FULLWIDTH DIGIT ONE", "digits 0 to 9"),
        ("106²", "U+00B2 SUPERSCRIPT TWO", "digits 0 to 9"),
        ("$106.48 billi0n", "unknown scale 'billi0n'", "write thousand, million"),
        ("$106.48–bn", "'–bn' after a number", "write thousand, million"),
        ("$106..48 billion", "'106..48' is no plain number", "one decimal point"),
        ("$5\u200bbn", "U+200B ZERO WIDTH SPACE", "delete it"),
        ("$5bn and $7bn", "2 figures ('$5bn', '$7bn')", "keep one"),
        ("$5bn in all", "more than a figure: 'in all'", "write '$5bn'"),
        ("2024", "reads as a year", "write 2,024"),
        ("10 648", "numbers in a row", "write thousands with commas"),
        ("1" * 41, "41 characters is longer than 40", "scale word"),
        ("hello", "'hello' is not a figure", "write one figure"),
    ],
)
def test_a_refusal_says_what_is_wrong_and_what_to_write(text, what, hint):
    """
    The error names the characters that were wrong and what to write instead.
    """
    with pytest.raises(FigureError) as refusal:
        read_figure(text)

    assert what in refusal.value.what
    assert hint in refusal.value.hint


def test_a_scale_with_a_half_and_nothing_after_it_is_unread():
    """
    "$2 billion and a half" is neither 2 billion nor certainly 2.5; before a verb the half is a share of its own.
    """
    assert read_figures("They paid $2 billion and a half.") == ()
    assert [figure.text for figure in read_figures("They paid $2 billion and a half went to it.")] == [
        "$2 billion",
        "a half",
    ]


KNOWN = {
    "rmb",
    "bn",
    "bln",
    "tn",
    "tr",
    "trn",
    "trln",
    "mn",
    "mln",
    "m",
    "b",
    "t",
    "k",
    "kg",
    "kt",
    "mt",
    "pp",
    "pc",
    "pct",
    "bp",
    "bps",
    "x",
    "ppt",
    "ppts",
    "bcm",
    "bpd",
    "bbl",
    "bbls",
    "fold",
    "st",
    "nd",
    "rd",
    "th",
    "w",
    "wh",
    "kw",
    "mw",
    "gw",
    "tw",
    "kwh",
    "mwh",
    "gwh",
    "twh",
    "teu",
    "teus",
}


@given(suffix=st.text("abcdefghijklmnopqrstuvwxyzé", min_size=1, max_size=8), scale=st.sampled_from(["", " billion"]))
def test_no_unknown_suffix_makes_a_figure(suffix, scale):
    """
    Letters that are glued to a number and are no known suffix leave it unread, whatever follows.
    """
    if suffix in KNOWN:
        return

    assert read_figures(f"about $237{suffix}{scale} of trade") == ()
    assert read_figures(f"about 237{suffix}{scale} of trade") == ()
