"""
An index page of the Chinese customs: which tables by country there are, of which months, and where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from factcheck.resolvers.live.failure import bad_payload
from factcheck.resolvers.live.gacc.heading import read_month, read_title
from factcheck.resolvers.live.gacc.html import only, read_page, words
from factcheck.resolvers.live.reply import Reply

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import Tag

CURRENT = "/statics/report/preliminary.html"  # of the year that the list on the page names first
_PATH = re.compile(r"/statics/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.html", re.IGNORECASE)
_YEAR = re.compile(r"20[0-9]{2}")


class Page(NamedTuple):
    """A table by country: of a month, and of the year up to it, in a currency."""

    year: int
    month: int
    currency: str

    def __str__(self) -> str:
        return f"the table of {self.year}-{self.month:02} in {self.currency}"


class Index(NamedTuple):
    """
    What an index page has.

    Attributes:
        year: of its tables.
        offered: the years that have an index page.
        links: to the tables by country, as they stand in the page.
    """

    year: int
    offered: frozenset[int]
    links: Mapping[Page, str]


def index_path(year: int) -> str:
    """Where the index page of an earlier year is."""
    return f"/statics/report/preliminary{year}.html"


def read_index(reply: Reply, year: int | None) -> Index:
    """
    Read an index page: of a year, or the current one, which says its year itself.

    Raises:
        LiveFailure: it is in another form.
    """
    page = read_page(reply, "nr-n-content-detail")
    chosen, offered = _years(page)
    links: dict[Page, str] = {}
    for found, link in _links(page, year or chosen or offered[0]):
        if links.setdefault(found, link) != link:
            raise bad_payload(f"the index has two links to {found}")
    if year is not None and chosen not in (None, year):
        raise bad_payload(f"the index of {year} is of {chosen}")
    if not any(True for _ in _rows(page)):
        raise bad_payload("the index has no table by country")
    return Index(year or chosen or offered[0], frozenset(offered), links)


def link_path(link: str) -> str:
    """
    What to ask for a link: its path, or all of it where it names a host, which must then be the service's own.

    Raises:
        LiveFailure: it leads to something that is no table.
    """
    try:
        parts = urlsplit(urljoin(CURRENT, link.strip().replace("\\", "/")))
    except ValueError:
        parts = urlsplit("")
    if not _PATH.fullmatch(parts.path) or parts.query or parts.fragment or bool(parts.scheme) != bool(parts.netloc):
        raise bad_payload(f"a link of the index leads to no table: {link[:80]!r}")
    return parts.geturl() if parts.netloc else parts.path


def _years(page: BeautifulSoup) -> tuple[int | None, list[int]]:
    """The year that is chosen in the list of years, if one is, and all of them in order."""
    lists = page.find_all("select", id="preliminarysel")
    options = lists[0].find_all("option") if len(lists) == 1 else []
    found = [_year(option) for option in options]
    years = [year for year in found if year is not None]
    if not years or len(years) < len(found):
        raise bad_payload("the index has no list of years")
    marked = [year for year, option in zip(years, options, strict=True) if option.has_attr("selected")]
    return (marked[0] if marked else None), years


def _year(option: Tag) -> int | None:
    """The year of an option: its value, which may be an address, or what it shows."""
    texts = (str(option.get("value") or "").strip(), words(option).strip())
    return next((int(text) for text in texts if _YEAR.fullmatch(text)), None)


def _links(page: BeautifulSoup, year: int) -> Iterator[tuple[Page, str]]:
    for currency, cell in _rows(page):
        for anchor in cell.find_all("a"):
            link = anchor.get("href")
            if isinstance(link, str) and link.strip():
                yield Page(year, read_month(words(anchor)), currency), link


def _rows(page: BeautifulSoup) -> Iterator[tuple[str, Tag]]:
    """The currency and the cell of months of each row about tables by country."""
    for row in only(page, "div", "nr-n-content-detail").find_all("tr"):
        cells = row.find_all("td", recursive=False)
        title = read_title(words(cells[0])) if len(cells) == 2 else None
        if title is None:
            continue
        if not title.currency:
            raise bad_payload("a row of the index does not say its currency")
        yield title.currency, cells[1]
