"""
A page of the Chinese customs as a tree of elements, within bounds, or the reason why it is none.

The parser of the standard library takes minutes over half a megabyte of broken tags, so a page is first held to a
form that it reads in time: no tag without an end, no declaration but the doctype. Real pages have 20 to 45 KB.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.observations import Failure
from factcheck.resolvers.live.failure import LiveFailure, bad_payload
from factcheck.resolvers.live.reply import Reply

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import PageElement, Tag

LARGEST = 256 * 1024  # characters
_TAG = re.compile(r"<(?![!?])[^<>]{1,2000}>")
_DOCTYPE = re.compile(r"\s*<!doctype[^<>]{0,200}>", re.IGNORECASE)
#: Where text may stand that looks like tags: how it begins and how it ends.
_ASIDE = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"))
#: Statuses and words with which sites in China answer programs, in place of the page.
CHALLENGE_STATUSES = frozenset({202, 412, 468, 521})
CHALLENGE_WORDS = (b"$_ts", b"acw_sc__v2", b"__jsl_clearance", b"WZWS-RAY", b"_cf_chl_opt")
CHALLENGED = "the site answers programs with a challenge for browsers, which is not defeated here"


def refuse_challenge(reply: Reply) -> None:
    """
    Recognise a reply that is made to keep programs out.

    Raises:
        LiveFailure: it is one.
    """
    if reply.status in CHALLENGE_STATUSES:
        raise LiveFailure(Failure.UNAVAILABLE, f"{CHALLENGED} (status {reply.status})")
    if any(word in reply.body[:LARGEST] for word in CHALLENGE_WORDS):
        raise LiveFailure(Failure.UNAVAILABLE, CHALLENGED)


def read_page(reply: Reply, holds: str) -> BeautifulSoup:
    """
    A page that has an element of the class ``holds``.

    Raises:
        LiveFailure: it is cut off, broken, or another page.
    """
    from bs4 import BeautifulSoup
    from bs4.exceptions import ParserRejectedMarkup

    markup = _tame(reply.text)
    try:
        page = BeautifulSoup(markup, "html.parser")
    except (ParserRejectedMarkup, ValueError):  # a character reference of thousands of digits is a ValueError
        raise bad_payload("the page cannot be read as HTML") from None
    if page.find(class_=holds) is None:
        if "<script" in reply.text and (page.body is None or not words(page.body)):
            raise LiveFailure(Failure.UNAVAILABLE, CHALLENGED)
        raise bad_payload(f"another page came: it has no {holds!r}, and its title is {_title(page)!r}")
    if not _is_whole(markup.rstrip().lower(), delimited=reply.delimited):
        raise bad_payload("the page was cut off")
    return page


def _is_whole(markup: str, *, delimited: bool) -> bool:
    """Whether a page came to its end, or to that of its boxes and tables where the service says how long it is."""
    closed = all(markup.count(f"<{kind}") == markup.count(f"</{kind}>") for kind in ("div", "table"))
    return markup.endswith("</html>") or (delimited and "<html" not in markup and closed)


def words(element: PageElement) -> str:
    """The text of an element on one line, with single spaces; hard spaces are spaces."""
    return " ".join(element.get_text().split())


def only(parent: Tag, kind: str, css_class: str | None = None) -> Tag:
    """
    The one element of a kind.

    Raises:
        LiveFailure: there is none, or there are several.
    """
    found = parent.find_all(kind, class_=css_class) if css_class else parent.find_all(kind)
    if len(found) != 1:
        raise bad_payload(f"the page has {len(found)} elements {css_class or kind!r} where one was expected")
    return found[0]


def _tame(text: str) -> str:
    """The page without comments and scripts, if every tag in it has an end."""
    if len(text) > LARGEST:
        raise bad_payload(f"the page is larger than {LARGEST // 1024} KB")
    for begin, end in _ASIDE:
        text = _without(text, begin, end)
    text = _DOCTYPE.sub("", text, count=1)
    if text.count("<") != len(_TAG.findall(text)):
        raise bad_payload("the page has broken tags")
    return text


def _without(text: str, begin: str, end: str) -> str:
    """The text without what stands between two marks, the marks included."""
    lower, kept, place = text.lower(), [], 0
    while (start := lower.find(begin, place)) >= 0:
        kept.append(text[place:start])
        stop = lower.find(end, start)
        if stop < 0:
            raise bad_payload(f"the page was cut off within {begin}")
        place = stop + len(end)
    return "".join([*kept, text[place:]])


def _title(page: BeautifulSoup) -> str:
    return words(page.title)[:80] if page.title is not None else ""
