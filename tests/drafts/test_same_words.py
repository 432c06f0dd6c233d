"""One story gives the same words and figures in every format."""

import pytest

from factcheck.drafts import draft_of_bytes

STORIES = {
    "text": "Trade falls\n\nTrade fell by 9.1 percent to $106.48 billion.\n\nExports\t£5\nImports\t$6\n\nNo more.",
    "markdown": (
        "# Trade falls\n\nTrade fell by **9.1** percent to [$106.48 billion](x).\n\n"
        "| Exports | &pound;5 |\n|---|---|\n| Imports | \\$6 |\n\nNo more.\n"
    ),
    "html": (
        "<h1>Trade falls</h1><p>Trade fell by <b>9.1</b> percent to\n$106.48 billion.</p>"
        "<table><tr><td>Exports</td><td>&pound;5</td></tr><tr><td>Imports</td><td>$6</td></tr></table><p>No more."
    ),
}


@pytest.mark.parametrize("format", STORIES)
def test_the_words_are_those_of_the_plain_text(format):
    """
    Paragraphs are apart by an empty line, cells by a tab, rows by a line feed.
    """
    draft = draft_of_bytes(STORIES[format].encode(), format, "story")

    assert (draft.text, draft.title) == (STORIES["text"], "Trade falls")


@pytest.mark.parametrize("format", STORIES)
@pytest.mark.parametrize("figure", ["9.1", "$106.48 billion", "5", "6"])
def test_a_figure_leads_to_itself(format, figure):
    """
    What stands at the place of a figure in the file is the figure.
    """
    draft = draft_of_bytes(STORIES[format].encode(), format, "story")
    at = draft.text.rindex(figure)
    start, end = draft.in_source(at, at + len(figure))

    assert draft.source[start:end] == figure
