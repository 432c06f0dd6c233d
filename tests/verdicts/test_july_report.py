"""A report of July 2025 on China's trade with Russia, whose figures do not go together; all in billion dollars."""

from __future__ import annotations

import pytest

from factcheck import find_inconsistencies, load_resolvers, read_claims, verify

HEAD = """\
published: 2025-07-14
about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}
claims:
"""
EXPORTS = '  - {id: exports, quote: "exports fell 8.4 percent to $47.16 billion", flow: exports, change: H, level: H}\n'
IMPORTS = '  - {id: imports, quote: "imports fell 9.6 percent to $59.32 billion", flow: imports, change: H, level: H}\n'
SURPLUS = (
    '  - {id: surplus, quote: "Russia’s surplus fell 10.2 percent to $12.16 billion", flow: balance,'
    " holder: Russia, change: H, level: H}\n"
)
TOTAL = '  - {id: total, quote: "trade fell 9.1 percent to $106.48 billion", change: H, level: H}\n'
BEFORE = """\
  - {id: exports-before, quote: "$51.661 billion", flow: exports, level: 2024-H1}
  - {id: imports-before, quote: "$65.213 billion", flow: imports, level: 2024-H1}
  - {id: total-before, quote: "$116.87 billion", level: 2024-H1}
"""
GROWTH_2024 = """\
  - {{id: total, quote: "rose by 1.9 percent", change: 2024}}
  - {{id: exports, quote: "exports rose by 5 percent", flow: exports{parts}, change: 2024}}
  - {{id: imports, quote: "imports rose by 1 percent", flow: imports{parts}, change: 2024}}
"""


@pytest.fixture
def article(tmp_path):
    """
    Write the claims of an article and read them.
    """

    def write(claims: str):
        (tmp_path / "claims.yaml").write_text(HEAD + claims.replace(": H,", ": 2025-H1,").replace(": H}", ": 2025-H1}"))
        articles, problems = read_claims([tmp_path / "claims.yaml"], root=tmp_path)
        assert not problems
        return articles[0]

    return write


def report(article):
    """The report against the embedded snapshot."""
    (found,) = verify([article], load_resolvers(plugins=False).resolvers)
    return found


def test_flows_and_surplus_cannot_all_be_true(article):
    """
    51.48 and 65.62 a year earlier leave a deficit of 14.1, not the 13.54 that 12.16 down 10.2 % says.
    """
    (found,) = find_inconsistencies(article(EXPORTS + IMPORTS + SURPLUS))

    assert (found.rule, found.claims) == ("conflict", ("exports", "imports", "surplus"))


def test_flows_and_total_with_first_published_levels_are_consistent(article):
    """
    47.16/51.661 is −8.7 %, not −8.4 %: the base was revised, by less than it usually is.
    """
    assert find_inconsistencies(article(EXPORTS + IMPORTS + TOTAL + BEFORE)) == ()


def test_parts_in_yuan_beside_a_total_in_dollars_are_mixed(article):
    """
    The claims state their currencies.
    """
    (found,) = find_inconsistencies(article(GROWTH_2024.format(parts=", currency: CNY")))

    assert (found.rule, found.claims) == ("mixed-basis", ("total", "exports", "imports"))


def test_all_in_dollars_nothing_is_found_from_the_claims_alone(article):
    """
    1.9 lies between 5 and 1.
    """
    assert find_inconsistencies(article(GROWTH_2024.format(parts=""))) == ()


def test_all_in_dollars_the_yuan_rates_are_named(article):
    """
    Exports are a discrepancy, imports hold with a revised base: both repeat the yuan rate.
    """
    findings = {finding.id: finding for finding in report(article(GROWTH_2024.format(parts=""))).findings}
    told = {
        name: (finding.verdict, finding.rule, [cause.name for cause in finding.causes][:1])
        for name, finding in findings.items()
    }

    assert told == {
        "total": ("match", "published-rate", []),
        "exports": ("discrepancy", "wrong-change", ["yuan rate as dollar rate"]),
        "imports": ("match", "revised-base", ["yuan rate as dollar rate"]),
    }
    assert findings["imports"].severity == "warning"


def test_all_in_dollars_the_set_is_named_as_mixed(article):
    """
    What the causes say of the parts makes the identity one of two currencies.
    """
    (found,) = report(article(GROWTH_2024.format(parts=""))).inconsistencies

    assert (found.rule, found.claims) == ("mixed-basis", ("total", "exports", "imports"))
