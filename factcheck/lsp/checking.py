"""
One claims file checked as it stands in the editor, beside its draft as it stands there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from factcheck.claim_files import problem_of
from factcheck.claims import Article, Claim
from factcheck.errors import Location, Problem, WrittenError
from factcheck.files.text_file import lines_of
from factcheck.files.yaml_events import without_collection
from factcheck.findings import Report
from factcheck.kinds.compile import CompiledArticle, compile_article
from factcheck.lsp.claims_text import ClaimsText, read_claims_text
from factcheck.lsp.folders import Folder
from factcheck.lsp.texts import Named, Open, named_draft
from factcheck.observations import Resolver
from factcheck.settings import Settings, article_settings, with_severities
from factcheck.verification import observe, report_on

MOST_KEPT = 64  # files whose last check is remembered


_Kept = TypeVar("_Kept")


class Outdated(Exception):
    """Newer text came: what was asked for is no longer wanted."""


class Checked(NamedTuple):
    """
    A claims file with what was found in it.

    Attributes:
        path: the file, links followed.
        text: what was read of it.
        problems: every fault, of its draft and of claims that cannot be compiled too.
        article: the claims that were checked, with their draft; None where nothing could be checked.
        report: what was found; None like ``article``.
        draft: the draft that it names; None where it names none or that cannot be read.
        claims: the claims of the article by their ids.
    """

    path: str
    text: ClaimsText
    problems: tuple[Problem, ...]
    article: Article | None = None
    report: Report | None = None
    draft: Named | None = None
    claims: Mapping[str, Claim] = {}


class Checker:
    """
    Checks claims files, and remembers what it found while neither the file nor its draft changes.

    Args:
        resolvers: what answers.
        settings: how serious rules are.
    """

    def __init__(self, resolvers: Sequence[Resolver], settings: Settings) -> None:
        self._resolvers, self._settings = resolvers, settings
        self._read: dict[str, ClaimsText] = {}
        self._checked: dict[str, Checked] = {}

    def check(
        self, path: str, text: str, shown: str, folder: Folder, open_text: Open, go_on: Callable[[], None]
    ) -> Checked:
        """
        Check one claims file.

        Args:
            path: the file, links followed.
            text: its text.
            shown: its path in messages.
            folder: what it and its draft lie in.
            open_text: what is open in the editor.
            go_on: called between steps; raises where the answer is no longer wanted.

        Raises:
            Outdated: by ``go_on``.
        """
        claims = self._claims_text(path, text, shown)
        draft, problem = _draft(claims, path, folder, open_text)
        known = self._checked.get(path)
        if known is not None and known.text is claims and _same(known.draft, draft) and problem is None:
            return known
        go_on()
        checked = self._check(Checked(path, claims, claims.problems, claims.article, draft=draft), problem, go_on)
        _keep(self._checked, path, checked)
        return checked

    def _claims_text(self, path: str, text: str, shown: str) -> ClaimsText:
        known = self._read.get(path)
        if known is None or known.lines.text != text or known.path != shown:
            known = read_claims_text(text, shown)
            _keep(self._read, path, known)
        return known

    def _check(self, checked: Checked, problem: Problem | None, go_on: Callable[[], None]) -> Checked:
        if problem is not None:
            return checked._replace(problems=_sorted((*checked.problems, problem)), article=None)
        if checked.article is None:
            return checked
        article = checked.article
        if checked.draft is not None:
            article = replace(article, draft_read=checked.draft.draft)
        with without_collection():
            compiled = compile_article(article)
            go_on()
            observed = observe([each.statement for each in compiled.statements], self._resolvers)
            go_on()
            report = report_on(compiled, observed, article.published)
            report = with_severities(report, article_settings(self._settings, checked.path, article.draft))
        faults = tuple(_faults(compiled, checked.text))
        problems = _sorted((*checked.problems, *faults))
        by_id = {claim.id: claim for claim in article.claims}
        return checked._replace(article=article, report=report, problems=problems, claims=by_id)


def _keep(kept: dict[str, _Kept], path: str, new: _Kept) -> None:
    kept.pop(path, None)
    kept[path] = new
    while len(kept) > MOST_KEPT:
        del kept[next(iter(kept))]


def _same(one: Named | None, other: Named | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.path == other.path and one.text == other.text


def _sorted(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.location[1:]))


def _draft(claims: ClaimsText, path: str, folder: Folder, open_text: Open) -> tuple[Named | None, Problem | None]:
    """The draft of a claims file, or why it cannot be read."""
    content = claims.root.content if claims.root is not None else None
    entry = content.get("article") if isinstance(content, dict) else None
    written = entry.value.content if entry is not None else ""
    if entry is None or claims.article is None or not isinstance(written, str) or not claims.article.draft:
        return None, None
    try:
        return named_draft(written, path, folder, open_text), None
    except WrittenError as error:
        at = entry.value
        excerpt = lines_of(claims.lines.text)[at.line - 1]
        return None, Problem(Location(claims.path, at.line, at.column), error.what, error.hint, excerpt)


def _faults(compiled: CompiledArticle, text: ClaimsText) -> Iterator[Problem]:
    """Claims whose words and keys do not settle what is claimed."""
    if compiled.faults:
        lines = lines_of(text.lines.text)
        for fault in compiled.faults:
            yield problem_of(text.path, fault.claim, fault.error, lines)
