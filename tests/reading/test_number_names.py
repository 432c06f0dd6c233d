"""
Bare numbers that are names, codes, addresses or ages, beside those that are figures.
"""

import pytest

from factcheck.reading.figures import read_figures

NAMES = """
The ministry stands at 12 Wangfujing Street.
Its office is at 1600 Pennsylvania Avenue.
He moved to 221 Old Baker Road.
The ship was at 51.5074 N, 0.1278 W.
The driver, 27, was fined.
Anna Meyer, 61, runs the port.
The vessel's number is 9321483.
Apple launched the iPhone 16.
The law is known as H.R. 1.
The group is called the Gang of Four.
The Three Gorges dam is full.
The two countries will meet again.
Their two economies differ.
The "two sessions" have opened.
The COP29 talks ended.
The Dow 30 firms report soon.
The Fortune 500 companies hired.
"""

FIGURES = """
The firm has 12 plants in Street View's list | 12
The town has 12 new streets | 12
It fined 27 drivers | 27
In order, 27 cars were sold | 27 cars
It made 9,321,483 cars | 9,321,483 cars
It made 9321483 tonnes | 9321483 tonnes
Exports Fall for Three Months | Three
Only two countries met | two
Two countries met | Two
The two percent rise | two percent
It cost COP29 billion | COP29 billion
The Dow lost 30 companies | 30 companies
"""


@pytest.mark.parametrize("sentence", NAMES.strip().splitlines())
def test_a_number_that_is_a_name_is_no_figure(sentence):
    """
    Addresses, coordinates, ages, codes and names with a number in them have no figure.
    """
    assert read_figures(sentence) == ()


@pytest.mark.parametrize(("sentence", "figure"), [line.split(" | ") for line in FIGURES.strip().splitlines()])
def test_a_number_beside_such_words_stays_a_figure(sentence, figure):
    """
    What only looks a little like a name is read.
    """
    assert [found.text for found in read_figures(sentence)] == [figure]
