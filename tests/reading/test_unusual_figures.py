"""
Figures in less usual dress: points, parts of a point, dozens, thin spaces, joined hedges, accounting brackets.
"""

from decimal import Decimal

import pytest

from factcheck.hedges import Hedge
from factcheck.reading.figures import read_figures

# sentence with the figure in braces | value | unit | hedge
READ = """
cut by {a quarter point} | 0.25 | pp |
cut by {half a point} | 0.5 | pp |
the margin slipped {1.2 points} to 8.9 percent | 1.2 | pp |
the share rose {2 points} from 7% | 2 | pp |
{A dozen ships} waited | 12 | 1 |
about {a dozen ships} waited | 12 | 1 | about
growth of {0.7 mb/d} | 700000 | bbl/d |
a rise of {30 kb/d} | 30000 | bbl/d |
it employs {500}-plus people | 500 | 1 | at least
its {1,800}-strong crew | 1800 | 1 |
some {40}-odd tankers | 40 | 1 | about
exports almost reached {$60 billion} | 60000000000 | USD | nearly
output nearly hit {5 million tonnes} | 5000000 | t | nearly
the quota is {10\u202f648 tonnes} | 10648 | t |
the quota is {1\u2009234\u2009567.5 tonnes} | 1234567.5 | t |
Operating income: ({$4.2 million}) | -4200000 | USD |
USD\t({$4.2 million})\t7 | -4200000 | USD |
1.74 trillion yuan ({$237 billion}) | 237000000000 | USD |
"""


def _told(sentence):
    return sentence.replace("{", "").replace("}", "")


@pytest.mark.parametrize("line", READ.strip().splitlines())
def test_an_unusual_figure_says_what_an_editor_reads(line):
    """
    Value, unit and hedge are those that the words mean.
    """
    sentence, value, unit, hedge = (part.strip(" ") for part in line.split("|"))
    words = sentence[sentence.index("{") + 1 : sentence.index("}")]
    figure = next(each for each in read_figures(_told(sentence)) if each.text == words)

    assert (figure.value, figure.unit, figure.hedge) == (Decimal(value), unit, Hedge(hedge) if hedge else None)


@pytest.mark.parametrize("text", ["rose 12 points to 3,400", "rose 1.2 points, or 8 percent"])
def test_points_that_may_be_those_of_an_index_stay_a_plain_number(text):
    """
    Points are percentage points only where a percentage follows.
    """
    assert read_figures(text)[0].unit == "1"


@pytest.mark.parametrize(
    "text",
    [
        "106.480 millones",
        "10,648 Milliarden",
        "2.000 mio",
        "2024\u202f648 tonnes",
        "10 648 tonnes",
        "half a dozen ships",
    ],
)
def test_what_can_be_two_numbers_is_unread(text):
    """
    Three digits after a point before a foreign scale, groups by plain spaces and a year before a number stay unread.
    """
    assert read_figures(f"worth {text} then") == ()


@pytest.mark.parametrize(
    "text",
    [
        "worth $106.48 US billion",
        "some $106.48 whopping billion",
        "costs $106 grand",
        "about 20 cr rupees",
        "some $106 billion M",
        "some 5 mill",
        "106 MMDD",
        "3 Kilotonnen",
    ],
)
def test_a_scale_that_is_not_read_leaves_the_figure_unread(text):
    """
    A scale one word further on, or an unknown one, never leaves a small amount behind.
    """
    assert read_figures(text) == ()


@pytest.mark.parametrize("text", ["$5 per million tokens", "$3 and millions more", "$40 a million"])
def test_a_scale_of_something_else_leaves_the_amount(text):
    """
    What begins with a preposition or an article is another figure.
    """
    assert read_figures(text)[0].unit_multiplier == 0
