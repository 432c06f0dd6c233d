"""A draft that says its language has its quotes read in that language."""

from __future__ import annotations

import pytest

from factcheck.claim_files import read_claims
from factcheck.kinds.compile import compile_article
from factcheck.resolvers import load_resolvers
from factcheck.verification import verify

STORIES = {
    "de": "Der Handel ist im ersten Halbjahr 2025 um 9,1 Prozent auf 106,48 Milliarden Dollar gesunken.",
    "fr": "Les échanges ont reculé de 9,1 % à 106,48 milliards de dollars au premier semestre 2025.",
    "es": "El comercio cayó un 9,1 % hasta 106,48 millardos de dólares en el primer semestre de 2025.",
    "it": "Gli scambi sono calati del 9,1% a 106,48 miliardi di dollari nel primo semestre 2025.",
}


@pytest.fixture
def articles(tmp_path):
    """
    One claim on the whole sentence, with a change and a level.
    """

    def run(text: str, head: str):
        (tmp_path / "story.md").write_text(f"{head}\n{text}\n", encoding="utf-8")
        (tmp_path / "claims.yaml").write_text(
            "article: story.md\npublished: 2025-07-14\n"
            "about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}\n"
            f'claims: [{{quote: "{text}", change: 2025-H1, level: 2025-H1}}]\n',
            encoding="utf-8",
        )
        found, problems = read_claims([tmp_path / "claims.yaml"], root=tmp_path)
        assert not problems
        return found

    return run


@pytest.mark.parametrize("language", STORIES)
def test_a_change_and_a_level_match_in_the_drafts_language(articles, language):
    """
    9,1 is 9.1 with the sign of the verb, and the billions are billions.
    """
    found = articles(STORIES[language], f"---\nlang: {language}\n---")
    (report,) = verify(found, load_resolvers(plugins=False).resolvers)

    assert [finding.rule for finding in report.findings] == ["published-rate", "within"]


def test_without_its_language_a_decimal_comma_is_no_figure(articles):
    """
    Nothing is guessed: the claim is an error of the file.
    """
    (found,) = articles(STORIES["de"], "")

    assert compile_article(found).faults
