"""The one escaper of the page."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from factcheck.outputs.html.inert import LONGEST, cut, inert, seen, whole
from factcheck.outputs.html.links import link_to

CASES = [
    ("<b>&\"'", "&lt;b&gt;&amp;&#34;&#39;"),
    ("a\u202eb", "a\\u202eb"),
    ("a\x1b[31m", "a\\x1b[31m"),
    ("\udc80", "\\udc80"),
    ("\U000e0041", "\\U000e0041"),
    ("one\r\n\ttwo", "one   two"),
    ("::error::x", ":&#58;error:&#58;x"),
    ("##[error]x", "#&#35;[error]x"),
    ("10\u200b0 percent", "10\\u200b0 percent"),
    ("1\u200d0", "1\\u200d0"),
    ("Gesetz\xadblatt", "Gesetz\xadblatt"),
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("👩\u200d👧", "👩\u200d👧"),
    ("€ 5 – “ok” Müller 中国", "€ 5 – “ok” Müller 中国"),
]


@pytest.mark.parametrize(("text", "markup"), CASES)
def test_texts_become_inert(text: str, markup: str) -> None:
    """
    Markup is escaped, what is hidden is seen, what scripts and emoji need stays.
    """

    assert inert(text) == markup


def test_every_hidden_character_of_unicode_is_seen() -> None:
    """
    No control, formatting, surrogate, private or separating character of any plane is printed as it is.
    """
    hidden = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    wanted = (chr(code) for code in range(sys.maxunicode + 1))

    assert [
        hex(ord(char)) for char in wanted if unicodedata.category(char) in hidden and char in seen(f"a{char}b")
    ] == ["0xad"]


@given(st.text())
def test_letters_are_left_alone(text: str) -> None:
    """
    What has no hidden character is told letter by letter.
    """
    plain = "".join(char for char in text if char.isprintable())

    assert whole(plain).unescape() == plain


def test_markup_of_our_own_is_not_escaped_again() -> None:
    """
    What a macro has made stays as it is.
    """

    assert inert(Markup("<b>x</b>")) == "<b>x</b>"


def test_no_text_is_longer_than_anyone_reads() -> None:
    """
    Only the story is shown to its end.
    """
    long = "word " * LONGEST

    assert len(inert(long)) <= LONGEST
    assert len(whole(long)) == len(long)
    assert cut("abcdef", 4) == "abc…"


GOOD = ["https://example.org/a?b=c&d#e", "http://example.org", "https://example.org:8443/x", "HTTPS://EXAMPLE.ORG/"]
BAD = [
    "javascript:alert(1)",
    " https://example.org",
    "java\nscript:x",
    "data:text/html,x",
    "//example.org/x",
    "ftp://example.org",
    "https://user:secret@example.org/",
    "https://bank.example@evil.example/",
    "https://ex\u202eample.org",
    "https://exаmple.org/",  # а Cyrillic letter
    "https:///path",
    "https://example.org:port/",
    "https://[::1/",
    "https://example.org\\@evil.example",
    "https://example.org/" + "x" * 3000,
    "https://example.org/\udc80",
    "",
]


@pytest.mark.parametrize("address", GOOD)
def test_addresses_of_the_web_become_links(address: str) -> None:
    """
    Plain http and https addresses are linked as they are.
    """
    link = link_to(address)

    assert link is not None
    assert link.href == address


@pytest.mark.parametrize("address", BAD)
def test_other_addresses_do_not(address: str) -> None:
    """
    Anything else, or an address dressed up as another, is no link.
    """

    assert link_to(address) is None


@given(st.text(min_size=0, max_size=80))
def test_a_link_is_plain_ascii(rest: str) -> None:
    """
    Whatever follows the host, the address of a link is printable ASCII without a quote or a space.
    """
    link = link_to(f"https://example.org/{rest}")

    if link is not None:
        assert link.href.isascii()
        assert link.href.isprintable()
        assert not set(link.href) & set(' "<>`\\{|}^')
