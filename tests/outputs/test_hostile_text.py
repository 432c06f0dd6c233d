"""What claims and sources say may frighten nobody: hostile characters come out as visible escapes."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import Location, Problem
from factcheck.findings import Cause, Finding, Inconsistency, Note, Report
from factcheck.outputs.concise import render_concise
from factcheck.outputs.json import render_json
from factcheck.outputs.page import Page
from factcheck.outputs.result import Result
from factcheck.outputs.text import render_text
from factcheck.outputs.visible import visible

CASES = [
    ("\x1b[2J", r"\x1b[2J"),
    ("a\u202eb", r"a\u202eb"),
    ("\u2066x\u2069", r"\u2066x\u2069"),
    ("\U000e0041", r"\U000e0041"),
    ("\udc80", r"\udc80"),
    ("a\x9bb", r"a\x9bb"),
    ("a\u2028b", r"a\u2028b"),
    ("one\r\n\ttwo", "one two"),
    ("::error::x", r":\x3aerror:\x3ax"),
    ("##[error]x", r"#\x23[error]x"),
    ("€ 5 – “ok” Müller 中国", "€ 5 – “ok” Müller 中国"),
]
HOSTILE = "\x1b[31m\n::error file=x::y\n##[group]\u202e\udcff\x9b]0;title\x07 <b>[bold]" + "x" * 200


def hostile_result(report: Report) -> Result:
    findings = tuple(
        replace(
            finding,
            id=finding.id + HOSTILE,
            quote=HOSTILE + finding.quote,
            explanation=HOSTILE,
            suggestion=HOSTILE,
            location=Location(HOSTILE, 1, 1),
            notes=(Note("", HOSTILE),),
            causes=(Cause(HOSTILE, (HOSTILE,), HOSTILE, HOSTILE),),
        )
        for finding in report.findings
    )
    conflict = Inconsistency("conflict", (HOSTILE,), ((HOSTILE,),), (HOSTILE,), HOSTILE)
    hostile = replace(
        report,
        path=HOSTILE,
        title=HOSTILE,
        findings=findings,
        inconsistencies=(conflict,),
        todo=(HOSTILE,),
        warnings=(HOSTILE,),
        tolerances=(HOSTILE,),
    )
    return Result((hostile,), (Problem(Location(HOSTILE, 1, 1), HOSTILE, HOSTILE, HOSTILE),), 1)


def acting(text: str) -> set[str]:
    """The characters of a report that a terminal would act on, line feeds apart."""
    return {char for char in text if char != "\n" and unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")}


def commands(text: str) -> list[str]:
    """The lines that a CI runner would take for commands."""
    return [line for line in text.splitlines() if line.lstrip().startswith("::") or "##[" in line]


@pytest.mark.parametrize(("written", "shown"), CASES)
def test_acting_characters_become_escapes(written: str, shown: str) -> None:
    """
    Control, bidi and surrogate characters become escapes, other text stays as it is.
    """

    assert visible(written) == shown


@pytest.mark.parametrize("page", [Page(), Page(ascii=True)])
def test_hostile_text_is_inert_for_people(report: Report, page: Page) -> None:
    """
    Neither text nor the concise lines hold a character or a line that acts.
    """
    result = hostile_result(report)

    for text in (render_text(result, page), render_concise(result, page)):
        assert (acting(text), commands(text)) == (set(), [])


def test_hostile_text_is_inert_in_json(report: Report) -> None:
    """
    JSON escapes what acts and loses nothing of it.
    """
    text = render_json(hostile_result(report))

    assert (acting(text), commands(text)) == (set(), [])
    assert json.loads(text)["articles"][0]["title"] == HOSTILE
    assert text.encode("utf-8")


def test_ascii_page_is_ascii(report: Report) -> None:
    """
    A page for a stream without Unicode has ASCII characters only.
    """

    assert render_text(hostile_result(report), Page(ascii=True)).isascii()


@given(quote=st.text(min_size=1, max_size=120), start=st.integers(0, 100), length=st.integers(0, 30))
def test_any_quote_keeps_the_width(quote: str, start: int, length: int) -> None:
    """
    Whatever a quote holds, its lines stay within 80 columns, save an address, and nothing in them acts.
    """
    from factcheck.outputs.page import quoted, safe
    from factcheck.outputs.visible import columns

    text = safe(quoted(Page(), quote, (start, start + length), 2))

    assert acting(text) == set()
    assert all(columns(line) <= 80 or re.search("https?://", line) for line in text.splitlines())


def test_colours_are_only_colour(report: Report, finding: Callable[..., Finding]) -> None:
    """
    Without its colour codes a coloured report is the plain one.
    """
    result = Result((report,), (), 1)
    coloured = render_text(result, Page(colour=True))

    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9]{1,2}m", "", coloured) == render_text(result)
