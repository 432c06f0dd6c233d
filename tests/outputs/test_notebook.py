"""What a notebook shows: reports, findings and answers as inert HTML, and a report as a pandas table."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

import pytest
from lxml import html

from factcheck import SeriesQuery, load_resolvers, read_claims, verify
from factcheck.findings import Report
from factcheck.observations import Answer, Failure

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>"
CLAIMS = """\
published: 2025-07-14
about: {{source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}}
claims:
  - {{quote: "slipped by 9.1 percent", id: slipped, change: 2025-H1}}
  - {{quote: "{hostile} a record high of $237 billion", id: record, level: 2023}}
"""


@pytest.fixture
def report(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Report:
    """The report on a match and a miss whose quote is hostile."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.yaml").write_text(CLAIMS.format(hostile=HOSTILE))
    articles, problems = read_claims(("story.yaml",))
    assert not problems
    (found,) = verify(articles, load_resolvers(plugins=False).resolvers, illustrated=True)
    return found


def elements(text: str) -> set[str]:
    """The names of all elements."""
    return {str(each.tag) for each in html.fragments_fromstring(text)[0].getroottree().iter()} | {
        str(each.tag) for part in html.fragments_fromstring(f"<div>{text}</div>") for each in part.iter()
    }


def test_a_report_shows_its_findings(report: Report) -> None:
    """
    The report has both findings with their references, and the sparkline of a series.
    """
    text = report._repr_html_()

    assert "240.11" in text
    assert "<svg" in text
    assert "<polyline" in text


def test_a_finding_shows_its_card(report: Report) -> None:
    """
    A finding has its own card and nothing of the others.
    """
    text = report.findings[0]._repr_html_()

    assert "9.1 percent" in text
    assert "237 billion" not in text


def test_a_finding_says_nothing_about_an_article(report: Report) -> None:
    """
    What is known of its article only is left out: the day, what was not checked, what was loosened.
    """
    text = report.findings[1]._repr_html_()

    assert not [
        words for words in ("Checked against", "Not checked", "loosened", "Every claim", "0 matches") if words in text
    ]


def test_a_notebook_has_no_exit_code(report: Report) -> None:
    """
    The counts stand below a report, and no exit code: no command ended.
    """
    text = report._repr_html_()

    assert "1 match, 1 discrepancy, 0 unresolved" in text
    assert "Exit" not in text


def test_words_of_claims_are_inert(report: Report) -> None:
    """
    What a quote holds is text, in a report and in a finding.
    """
    for text in (report._repr_html_(), report.findings[1]._repr_html_()):
        assert not {"script", "img", "iframe"} & elements(text)
        assert "onerror=alert(1)&gt;" in text


def test_an_answer_shows_its_series() -> None:
    """
    The figures of an answer stand in a table, with a line for a series.
    """
    (snapshot,) = load_resolvers(plugins=False).resolvers
    (answer,) = snapshot.resolve((SeriesQuery("CHN", "RUS"),))

    text = answer._repr_html_()

    assert "<table>" in text
    assert "total, Russia, USD" in text
    assert "<polyline" in text


def test_an_answer_without_rows_says_why() -> None:
    """
    A failure is told, with nothing in it that acts.
    """
    answer = Answer(SeriesQuery("CHN", "RUS"), "desk", failure=Failure.UNAVAILABLE, detail=HOSTILE)

    text = answer._repr_html_()

    assert "unavailable" in text
    assert not {"script", "img"} & elements(text)


def test_a_table_has_a_row_a_finding(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The table is made by pandas from plain rows: one a finding, numbers as they were printed.
    """
    pandas = ModuleType("pandas")
    pandas.DataFrame = lambda rows, columns: (rows, columns)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pandas", pandas)

    rows, columns = report.to_dataframe()

    assert [row["id"] for row in rows] == ["slipped", "record"]
    assert (rows[1]["verdict"], rows[1]["source"]) == ("discrepancy", "gacc")
    assert {"quote", "rule", "reference_low", "url", "path", "line"} <= set(columns)


def test_without_pandas_the_error_names_it(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where pandas is missing the error says so.
    """
    monkeypatch.setitem(sys.modules, "pandas", None)

    with pytest.raises(ImportError, match="pandas"):
        report.to_dataframe()
