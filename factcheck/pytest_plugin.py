"""
``pytest --factcheck claims/``: each claim is a test.

A claim passes where its findings have no error, fails with its report where one has, and is skipped, with the reason,
where it could not be checked. All claims that were collected are checked together, with the first that runs.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from factcheck.findings import Finding, Report
    from factcheck.kinds.compile import CompiledArticle

SUFFIXES = frozenset({".yaml", ".yml"})
LEVELS = ("error", "warning", "unresolved")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of the plugin."""
    group = parser.getgroup("factcheck", "figures in claims files")
    group.addoption(
        "--factcheck",
        action="store_true",
        help="collect claims files (YAML) among the arguments: a test for each claim",
    )
    group.addoption("--factcheck-as-of", metavar="DAY", type=date.fromisoformat, help="use what was published by DAY")
    group.addoption(
        "--factcheck-fail-on", choices=LEVELS, default="error", help="the least serious thing that fails (error)"
    )
    group.addoption("--factcheck-isolated", action="store_true", help="take no sources from the working folder")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a claims file where --factcheck asks for them."""
    if parent.config.getoption("--factcheck") and file_path.suffix in SUFFIXES:
        made: pytest.Collector = ClaimsFile.from_parent(parent, path=file_path)
        return made
    return None


class _Run:
    """The articles of a session, and their reports once the first is wanted."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._articles: list[CompiledArticle] = []
        self._reports: dict[str, Report] = {}

    def add(self, article: CompiledArticle) -> None:
        self._articles.append(article)

    def report(self, path: str) -> Report:
        """The report on the article of a path; all articles are checked at once."""
        if path not in self._reports:
            from factcheck.cli.inputs import read_resolvers
            from factcheck.errors import SourceError
            from factcheck.verification import verify_compiled

            resolvers = read_resolvers(isolated=bool(self._config.getoption("--factcheck-isolated")))
            if resolvers.problems:
                raise SourceError(resolvers.problems)
            as_of = self._config.getoption("--factcheck-as-of")
            self._reports = {each.path: each for each in verify_compiled(self._articles, resolvers.all, as_of)}
        return self._reports[path]


_RUN = pytest.StashKey[_Run]()


class ClaimsFile(pytest.File):
    """A claims file; a fault in it is an error of collection, with its place and what to write instead."""

    def collect(self) -> Iterable[pytest.Item]:
        """One item a claim, in the order of the file."""
        from factcheck.claim_files import problem_of, read_claims, read_lines
        from factcheck.kinds.compile import compile_article

        path = os.path.relpath(self.path)
        articles, problems = read_claims((path,))
        compiled = [compile_article(article) for article in articles]
        told = [str(problem) for problem in problems]
        for article in compiled:
            lines = read_lines(article.article.path) if article.faults else []
            told += [str(problem_of(path, fault.claim, fault.error, lines)) for fault in article.faults]
        if told:
            raise self.CollectError("\n".join(told))
        run = self.session.stash.setdefault(_RUN, _Run(self.config))
        for article in compiled:
            run.add(article)
            for claim in article.article.claims:
                line = claim.location().line
                yield ClaimItem.from_parent(self, name=claim.id, article=article.article.path, line=line)


class ClaimItem(pytest.Item):
    """One claim with all that it states."""

    def __init__(self, *, article: str, line: int, **given: Any) -> None:
        super().__init__(**given)
        self._article, self._line = article, line

    def runtest(self) -> None:
        """Pass, fail or skip as the findings say."""
        report = self.session.stash[_RUN].report(self._article)
        findings = [each for each in report.findings if each.claim == self.name]
        level = self.config.getoption("--factcheck-fail-on")
        failing = [each for each in findings if _fails(each, level)]
        conflicts = [each for each in report.inconsistencies if self.name in each.claims]
        if failing or any(_is_serious(each.rule, level) for each in conflicts):
            told = "\n".join(_told(findings, report))
            raise ClaimFailed(told.strip("\n"))  # pytest repeats the first line in its summary
        for finding in findings:
            if finding.severity.rank:
                self.add_report_section("call", "factcheck", "\n".join(_told([finding], report)))
        _skip(findings)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The finding as ``factcheck verify`` prints it, without a traceback."""
        if isinstance(excinfo.value, ClaimFailed):
            return str(excinfo.value)
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[os.PathLike[str], int, str]:
        """The file, the line and the name of the claim."""
        return self.path, self._line - 1, self.name


class ClaimFailed(AssertionError):
    """A claim that does not hold; its text is the report."""


def _fails(finding: Finding, level: str) -> bool:
    from factcheck.outputs.result import severity_of
    from factcheck.rules import Severity, Verdict

    least = Severity.ERROR if level == "error" else Severity.WARNING
    if severity_of(finding).rank >= least.rank:
        return True
    return level == "unresolved" and finding.verdict in (Verdict.UNRESOLVED, Verdict.INCONSISTENT)


def _is_serious(rule: str, level: str) -> bool:
    from factcheck.outputs.result import rule_severity
    from factcheck.rules import Severity

    return rule_severity(rule).rank >= (Severity.ERROR if level == "error" else Severity.WARNING).rank


def _skip(findings: Sequence[Finding]) -> None:
    """Skip where nothing of the claim was checked: unresolved, attested or set aside."""
    from factcheck.outputs.result import explained
    from factcheck.outputs.visible import visible
    from factcheck.rules import Verdict

    open_ones = [each for each in findings if each.verdict not in (Verdict.MATCH, Verdict.DISCREPANCY)]
    if open_ones and len(open_ones) == len(findings):
        first = open_ones[0]
        pytest.skip(visible(f"{first.verdict}: {explained(first)}"))


def _told(findings: Sequence[Finding], report: Report) -> Iterator[str]:
    from factcheck.outputs.page import Page
    from factcheck.outputs.text import finding_lines, inconsistency_lines

    page = Page()
    for finding in findings:
        yield from finding_lines(finding, page)
    named = {finding.claim for finding in findings}
    for each in report.inconsistencies:
        if named & set(each.claims):
            yield from inconsistency_lines(each, page)
