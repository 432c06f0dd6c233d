"""JUnit XML as GitLab and Jenkins read it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite
from lxml import etree

from factcheck.findings import Report
from factcheck.outputs.junit import render_junit
from factcheck.outputs.result import Result

SCHEMA = Path(__file__).with_name("schemas") / "junit-10.xsd"


def read(result: Result) -> list[TestSuite]:
    """The suites as junitparser reads them, of a document that is valid."""
    text = render_junit(result)
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(etree.fromstring(text.encode()))
    return list(JUnitXml.fromstring(text.encode()))


def outcome(case: TestCase) -> list[str]:
    return [type(each).__name__.lower() for each in case.result]


def test_suites_are_articles(result: Result) -> None:
    """
    Each article is a suite, and the run is the last one.
    """
    suites = read(result)

    assert [(suite.name, suite.tests, suite.failures, suite.errors, suite.skipped) for suite in suites] == [
        ("claims/china-russia.yaml", 7, 2, 0, 3),
        ("factcheck", 1, 0, 1, 0),
    ]


def test_cases_are_statements(result: Result) -> None:
    """
    An error fails, what was not checked is skipped, a warning passes and says so.
    """
    cases = list(read(result)[0])

    assert [(case.name, outcome(case)) for case in cases] == [
        ("change-2025-h1", []),
        ("level-2023", ["failure"]),
        ("coarse", []),
        ("no-observation", ["skipped"]),
        ("seen", ["skipped"]),
        ("ignored", ["skipped"]),
        ("conflict: change-2024, trend-2024-imports, trend-2024-exports", ["failure"]),
    ]
    assert {case.classname for case in cases} == {"claims/china-russia.yaml"}
    assert (cases[2].system_out or "").startswith('match (coarse): "$240 billion"')
    assert cases[0].system_out is None


def test_failures_say_why(result: Result) -> None:
    """
    The message is the first line of what there is to say, the type is the rule.
    """
    (failure,) = list(read(result)[0])[1].result
    (skipped,) = list(read(result)[0])[5].result

    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == (
        "wrong-level",
        'discrepancy (wrong-level): "a record high of $237 billion at the beginning of 2024"'
        " beside 240.11 bn USD, gacc 2024-01-12",
    )
    assert "Cause: looks like 2024 in yuan" in (failure.text or "")
    assert isinstance(skipped, Skipped)
    assert (skipped.message or "").endswith("ignored (wrong-level): a joke")


def test_problems_are_errors(result: Result) -> None:
    """
    A file that could not be checked is an error of the run.
    """
    (case,) = list(read(result)[1])

    assert (case.name, case.classname) == ("claims/bad.yaml:2:3", "claims/bad.yaml")
    assert isinstance(case.result[0], Error)
    assert case.result[0].message == "unknown key 'lavel'"


def test_properties_count(result: Result) -> None:
    """
    The run's properties have all counts, an article's those of its own.
    """
    article, run = ({each.name: each.value for each in suite.properties()} for suite in read(result))

    assert (run["match"], run["discrepancy"], run["ignores"], run["exit_code"]) == ("2", "1", "1", "2")
    assert (article["uncovered"], article["todo"], article["tolerances"]) == ("1", "1", "1")


def test_a_run_that_checked_nothing_is_not_green(report: Report) -> None:
    """
    Where nothing could be checked, a case says so as an error.
    """
    cases = list(read(Result((replace(report, findings=report.findings[3:4], inconsistencies=()),), (), 3))[-1])

    assert [(case.name, outcome(case)) for case in cases] == [("something was checked", ["error"])]


@pytest.mark.parametrize("code", [0, 1])
def test_empty_suites_are_valid(code: int) -> None:
    """
    A run without an article is one empty suite.
    """

    assert [(suite.name, suite.tests) for suite in read(Result((), (), code))] == [("factcheck", 0)]
