"""
Directions that the words beside a figure give or deny: money raised, another month in brackets, stronger, above June.
"""

import pytest

from factcheck.reading.directions import direction_of
from factcheck.reading.figures import read_figures

# sentence, the figure in braces | direction
DIRECTIONS = """
The retailer raised {$79 billion} from investors | -
The levy raised {HK$23.4 million} in its first month | -
Duties were added to the standard {10 percent} | -
It added {5 percent} | 1
Exports rose 5.8 percent in May (April: {8.1 percent}) | 1
Imports fell 5.8 percent in May (April: {8.1 percent}) | -1
The EU bought 19% of its gas there (2021: {45%}) | -
The euro was {0.4 percent} stronger | 1
The yen was {0.4 percent} weaker at 147 | -1
Growth may reach {5.5 percent} | 1
The decline could reach {5.5 percent} | -1
Loadings are set at 6.3 million tons, {0.5 million tons} above June | 1
Loadings are {0.5 million tons} below last year's | -1
The price is {$5} above the cap | -
The deficit is {$5 billion} above the target | -
"""


@pytest.mark.parametrize("line", DIRECTIONS.strip().splitlines())
def test_the_words_beside_a_figure_say_its_direction(line):
    """
    A comparison with another time has a sign; money raised, what is added to and a comparison with a cap have none.
    """
    sentence, sign = (part.strip() for part in line.split("|"))
    start, text = sentence.index("{"), sentence.replace("{", "").replace("}", "")
    figures = read_figures(text)
    figure = next(each for each in figures if each.start >= start)

    assert direction_of(text, figure, figures) == (None if sign == "-" else int(sign))
