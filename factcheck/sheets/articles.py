"""
From a sheet to claims files: rows by file, their claims written as YAML and read back before anything is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from factcheck.claim_files import read_claims_text
from factcheck.claim_files.series_values import read_day
from factcheck.claim_files.write import write_article, write_claim
from factcheck.claims import SERIES_KEYS, Article, Claim, Text
from factcheck.errors import Problem, WrittenError
from factcheck.kinds.compile import compile_article
from factcheck.sheets.columns import ARTICLE_COLUMNS, Row
from factcheck.sheets.joined import Joined, join, shared_keys
from factcheck.sheets.option_text import HINT, read_options
from factcheck.sheets.said import read_row
from factcheck.sheets.table import Faults, Table, is_export


class Imported(NamedTuple):
    """
    One claims file.

    Attributes:
        file: its path as the sheet has it; blank if it has none.
        row: its first row.
        text: the YAML.
        claims: how many it has.
        notes: claims that cannot be checked as they are, for people.
    """

    file: str
    row: int
    text: str
    claims: int
    notes: tuple[str, ...] = ()


def read_articles(table: Table, faults: Faults) -> tuple[Imported, ...]:
    """
    The claims files that a sheet makes, in the order of their first rows; none where any row has a fault.

    Args:
        table: the sheet.
        faults: where faults go.
    """
    exported = is_export(table.columns)
    files: dict[str, list[tuple[int, Row]]] = {}
    for number, row in table.rows:
        files.setdefault(row.get("file", "").strip(), []).append((number, row))
    if not files:
        faults.add(0, "the sheet has no claims", "write one in each row below the headings")
    read = [_article(file, rows, table, exported, faults) for file, rows in files.items()]
    return () if faults.found else tuple(each for each in read if each is not None)


def _article(
    file: str, rows: Sequence[tuple[int, Row]], table: Table, exported: bool, faults: Faults
) -> Imported | None:
    before = len(faults.found)
    said = [(row.get("id", "").strip(), read_row(number, row, exported, faults)) for number, row in rows]
    article = _head(file, rows, faults)
    if "about" not in table.columns:
        article = replace(article, about=shared_keys([each for _, each in said]))
    claims = tuple(join(said, article.about, faults))
    if len(faults.found) > before:
        return None
    return _Writing(article, claims, rows[0][0], faults).imported()


def _head(file: str, rows: Sequence[tuple[int, Row]], faults: Faults) -> Article:
    """What stands at the top of the file: in one row or in several, but everywhere the same."""
    cells: Row = {}
    for number, row in rows:
        for column in ARTICLE_COLUMNS:
            if column in row and cells.setdefault(column, row[column]) != row[column]:
                hint = "write the same in all rows of the file, or leave it blank in all but one"
                faults.add(number, f"the {column} is another than in the rows before", hint)
    published: date | None = None
    about: Mapping[str, Text] = {}
    try:
        published = read_day(cells["published"].strip()) if "published" in cells else None
        about = _about(cells.get("about", ""))
    except WrittenError as error:
        faults.add(rows[0][0], error.what, error.hint)
    return Article(file, (), cells.get("article", ""), cells.get("title", ""), published, about)


def _about(cell: str) -> dict[str, Text]:
    options = read_options(cell)
    about: dict[str, Text] = {}
    for key, value in options.keys.items():
        if isinstance(value, Mapping) or key not in SERIES_KEYS:
            raise WrittenError(f"{key[:40]!r} has no place under about", f"allowed here: {', '.join(SERIES_KEYS)}")
        about[key] = value
    if options.word:
        raise WrittenError(f"{options.word[:40]!r} has no value", HINT)
    return about


class _Writing(NamedTuple):
    """One file while it is made."""

    article: Article
    claims: tuple[Joined, ...]
    row: int
    faults: Faults

    def imported(self) -> Imported | None:
        """The file, read back and found to say the same; None with faults where it cannot be read."""
        wanted = [joined.claim.id for joined in self.claims]
        made = self._read([""] * len(wanted))
        if made is None:
            return None
        ids = [name if name != claim.id else "" for name, claim in zip(wanted, made.claims, strict=True)]
        article = self._read(ids)
        if article is not None and any(name not in ("", claim.id) for name, claim in self._pairs(wanted, article)):
            ids = wanted
            article = self._read(ids)
        if article is None or not self._says_the_same(article):
            return None
        text = "".join(text for text, _ in self._pieces(ids))
        return Imported(self.article.path, self.row, text, len(wanted), tuple(self._notes(article)))

    def _read(self, ids: Sequence[str]) -> Article | None:
        """The article with these ids as its file is read, its faults put to the rows."""
        try:
            pieces = list(self._pieces(ids))
        except WrittenError as error:
            self.faults.add(self.row, error.what, error.hint)
            return None
        article, problems = read_claims_text("".join(text for text, _ in pieces), self.article.path)
        rows = [row for text, row in pieces for _ in range(text.count("\n"))]
        for problem in problems:
            self.faults.add(self._row_of(problem, rows), problem.what, problem.hint)
        return article

    def _row_of(self, problem: Problem, rows: Sequence[int]) -> int:
        line = problem.location.line
        return rows[line - 1] if 0 < line <= len(rows) else self.row

    def _pieces(self, ids: Sequence[str]) -> Iterator[tuple[str, int]]:
        """The text of the file in pieces, each with the row that it comes from."""
        yield write_article(replace(self.article, claims=()), with_ids=False), self.row
        for place, (name, joined) in enumerate(zip(ids, self.claims, strict=True)):
            row = joined.number
            try:
                text = write_claim(replace(joined.claim, id=name), with_id=True)
            except WrittenError as error:
                raise WrittenError(f"row {row}: {error.what}", error.hint) from None
            yield "\n" if place else "", row
            for line in text.splitlines(keepends=True):
                if line[:4].isspace() and line[4:5] != " ":
                    row = joined.numbers.get(line[4:].partition(":")[0], joined.number)
                yield line, row

    def _pairs(self, wanted: Sequence[str], article: Article) -> Iterator[tuple[str, Claim]]:
        return zip(wanted, article.claims, strict=True)

    def _says_the_same(self, article: Article) -> bool:
        """Whether every claim was read back as the sheet has it."""
        same = True
        for joined, claim in zip(self.claims, article.claims, strict=True):
            if replace(claim, id=joined.claim.id) != joined.claim:
                self.faults.add(joined.number, "the claim would be read otherwise than it stands here", "report this")
                same = False
        return same

    def _notes(self, article: Article) -> Iterator[str]:
        """Claims that the words do not settle: they are written, and a check will say the same of them."""
        rows = {claim.id: joined.number for joined, claim in zip(self.claims, article.claims, strict=True)}
        for fault in compile_article(article).faults:
            yield f"{self.faults.path}:{rows[fault.claim.id]}: cannot be checked yet: {fault.error}"
