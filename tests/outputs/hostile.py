"""Runs in which every text is the same hostile one, and what must hold of a report of such a run."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from factcheck.errors import Location, Problem
from factcheck.findings import (
    Cause,
    Claimed,
    Coverage,
    Finding,
    Inconsistency,
    Note,
    Place,
    Reference,
    Report,
    Uncovered,
)
from factcheck.intervals import Interval
from factcheck.observations import Citation, Observation, Standing
from factcheck.outputs.claimreview import Review, render_claimreview
from factcheck.outputs.concise import render_concise
from factcheck.outputs.csv import render_csv
from factcheck.outputs.github import render_github
from factcheck.outputs.gitlab import render_gitlab
from factcheck.outputs.grouped import render_grouped
from factcheck.outputs.json import render_json
from factcheck.outputs.jsonl import render_jsonl
from factcheck.outputs.junit import render_junit
from factcheck.outputs.markdown import render_markdown
from factcheck.outputs.rdjson import render_rdjson
from factcheck.outputs.result import Result
from factcheck.outputs.sarif import render_sarif
from factcheck.outputs.text import render_text
from factcheck.periods import Period
from factcheck.positions import Point, Stretch
from factcheck.rules import RULES, Severity

REVIEW = Review("A Desk", "https://desk.example", "The Paper", "https://paper.example/story")
RENDERERS = {
    "text": render_text,
    "grouped": render_grouped,
    "concise": render_concise,
    "json": render_json,
    "jsonl": render_jsonl,
    "csv": render_csv,
    "markdown": render_markdown,
    "sarif": render_sarif,
    "github": render_github,
    "gitlab": render_gitlab,
    "junit": render_junit,
    "rdjson": render_rdjson,
    "claimreview": lambda result: render_claimreview(result, REVIEW),
}
STRINGS = {
    "markup": '<b onmouseover="x()">bold</b><img src=x onerror=alert(1)><!-- -- > ',
    "script": "</script><script>alert(1)</script>",
    "cdata": "]]> <![CDATA[ &amp; &#0; &lol; ]]>",
    "command": "::error file=x,line=1::owned",
    "command on a line": "fine\n::error::owned\r\n##[error]owned\n::set-output name=a::b",
    "command in escapes": "%0A::error::owned%0D%25%3A%2C",
    "properties": "a,line=9,title=b::c:d%",
    "escapes": "\x1b[31mred\x1b]0;title\x07\x9b2J",
    "bidi": "a\u202eb\u2066c\u2069\u200fd\u061c",
    "invisible": "a\u200b\u200d\u2060\ufeff\u00ad\U000e0041b",
    "half a pair": "\ud83d and \udc80",
    "zero": "a\x00b\x01\x0b\x0c\x1f\x7f",
    "no characters": "\ufffe\uffff\U0001fffe",
    "line ends": "a\nb\rc\r\nd\u2028e\u2029f\x85g",
    "formula": "=cmd|' /C calc'!A0",
    "formula with plus": "+1+1",
    "formula with minus": "-2+3",
    "formula with at": "@SUM(1)",
    "formula with tab": "\t=1",
    "formula with return": "\r=1",
    "formula behind a separator": 'a",=1;=2\t=3',
    "fence": "``` `a` ~~~ ```\n```",
    "table": "a | b || c |\n| --- |",
    "link": "[click](https://evil.example) ![x](https://evil.example/x.png) <https://evil.example>",
    "bare address": "see https://evil.example/x and www.evil.example or me@evil.example",
    "mention": "@everyone @org/team #1 org/repo#2 GH-3 !4 :octocat: $5$",
    "emoji": ":tada",
    "colon": ":",
    "list": "- a\n1. b\n# c\n> d\n\n    e\n* f\n***\n---",
    "list on a line": "- a",
    "numbered": "1. a",
    "rule": "---",
    "placeholder": "{0} {1} [x](1)",
    "quotes": '"\'“”\\" \\n \\u0000 \\',
    "long": "9" * 100_000,
    "long words": "word " * 2000,
    "deep": "[" * 5000 + "(" * 5000 + "<" * 5000,
    "folds": "</details><details open><summary>x</summary></table>",
    "astral": "𝟗𝟗 👩‍👩‍👧 中国 é",
    "blank": " ",
}
PLAIN = "plain words"


def hostile_result(text: str) -> Result:
    """A run of one article in which every text is ``text``."""
    report = Report(
        path=text,
        title=text,
        published=date(2025, 7, 14),
        as_of=date(2025, 7, 14),
        findings=tuple(_finding(rule, number, text) for number, rule in enumerate(_RULES)),
        inconsistencies=(Inconsistency("conflict", (text, "b"), ((text,),), (text, "b"), text),),
        coverage=Coverage(
            2, 0, (Uncovered(text, Location(text, 1, 1)), Uncovered(text, Location("q", 2, 1), text, text))
        ),
        tolerances=(text,),
        local_rows=1,
        todo=(text,),
        questions=(text,),
        warnings=(text,),
        draft=text,
        draft_format="markdown",
    )
    problem = Problem(Location(text, 1, 1), text, text, text)
    return Result((report,), (problem, replace(problem, location=Location(text, 0, 0))), 2, date(2025, 7, 14))


_RULES = ("wrong-level", "wrong-direction", "coarse", "within", "over-precise", "no-observation", "seen", "ignored")


def _finding(rule: str, number: int, text: str) -> Finding:
    known = RULES[rule]
    row = Observation(
        "CHN", "RUS", "total", "", "goods", "", "USD", Period.parse("2024"), "level", Decimal("240.11"), 9, 2,
        date(2025, 1, 13), Standing.DECIDES, Citation(text, text, text, text, text),
    )  # fmt: skip
    reference = Reference(row.interval, row.amount, "USD", "printed", (row,), text)
    at = Stretch(Point(2, 1, 1, 1), Point(2, 5, 5, 5))
    return Finding(
        id=f"{number}{text}",
        claim=text,
        quote=text,
        kind="level",
        period=Period.parse("2024"),
        verdict=known.verdict,
        rule=rule,
        severity=known.severity or Severity.ERROR,
        location=Location(text, 9, 3),
        claimed=Claimed(text, Interval(Fraction(1), Fraction(2)), "USD"),
        reference=reference if number % 2 == 0 else None,
        margin=Fraction(-1, 8),
        explanation=text,
        causes=(Cause(text, (text,), text, text),),
        notes=(Note("ignored" if rule == "ignored" else "", text),),
        suggestion=text,
        place=Place(at, at) if number < 2 else None,
    )


def acting(text: str, but: str = "\n") -> set[str]:
    """The characters of a text that a terminal or a reader would act on without showing them."""
    return {char for char in text if char not in but and unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")}


def commands(text: str) -> list[str]:
    """The lines that a CI runner would take for commands."""
    return [line for line in text.splitlines() if line.lstrip().startswith("::") or "##[" in line]
