"""The law of sheets: claims that were exported and imported are the same claims."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claim_files import read_claims, read_claims_text
from factcheck.claim_files.write import write_article
from factcheck.claims import Article, Claim, KindUse
from factcheck.kinds.compile import compile_article
from factcheck.sheets.articles import read_articles
from factcheck.sheets.csv_sheet import read_csv, write_csv
from factcheck.sheets.rows import Told, article_rows
from factcheck.sheets.table import Faults
from factcheck.sheets.xlsx_sheet import read_xlsx, write_xlsx
from factcheck.verification import verify_compiled

ROOT = Path(__file__).parents[2]
FORMATS = {"csv": (lambda rows: write_csv(rows).encode(), read_csv), "xlsx": (write_xlsx, read_xlsx)}
PERIOD = st.sampled_from(["2024", "2025-H1", "2025-06", "2025-01/2025-06"])
WORDS = st.sampled_from(["", " =1+1", " a\nb\tc", " “x”; y, 'z'", " 😀\u200d…", " a\u202e\\u202E", " _x0041_", "  "])
NOTE = st.sampled_from(["", "=cmd|' /C calc'!A1", "'tis", "- a; =b", "a: b # c", "+1", "@x", "\\u0000", "[a] or b"])
KEYS = st.fixed_dictionaries(
    {},
    optional={
        "flow": st.sampled_from(["exports", "imports", "total"]),
        "partner": st.sampled_from(["Russia", "World", "USA"]),
        "source": st.just("gacc"),
        "currency": st.just("USD"),
    },
)
FIGURE = st.fixed_dictionaries({}, optional={"hedge": st.just("about"), "tolerance": st.just("0.5 %")})
#: Words that settle a claim of each kind, and what stands under its key.
SAID = {
    "level": ("it was $106.48 billion", st.fixed_dictionaries({"period": PERIOD})),
    "change": ("it fell 9.1 percent", st.fixed_dictionaries({"period": PERIOD})),
    "difference": (
        "it rose by $3 billion",
        st.fixed_dictionaries({"period": PERIOD}, optional={"from": st.just("2020")}),
    ),
    "share": ("4 percent of all", st.builds(lambda period: {"period": period, "of": {"partner": "India"}}, PERIOD)),
    "multiple": ("1.6 times", st.builds(lambda period: {"period": period, "of": "2021"}, PERIOD)),
    "record": (
        "a record",
        st.sampled_from([{"high": "2023"}, {"low": "2025-H1", "since": "2020"}, {"high": "2024", "still": "yes"}]),
    ),
    "rank": (
        "the fifth-largest",
        st.sampled_from(
            [{"period": "2024", "among": "countries"}, {"period": "2024", "among": ("Russia", "World", "USA")}]
        ),
    ),
    "trend": (
        "it surged",
        st.sampled_from([{"surge": "2024"}, {"surge": ("2022", "2023")}, {"period": "2024"}, {"period": ("2024",)}]),
    ),
    "count": ("a fourth straight month", st.just({"up": "2025-06", "of": "months"})),
    "date": ("on Monday", st.sampled_from([{"release": "2025-H1"}, {"event": "a-1"}])),
    "quotation": ("“one” and “two”", st.sampled_from([{"event": "a-1"}, {"event": "a-1", "by": "A; B: C"}])),
}


@st.composite
def uses(draw, kind, about):
    """A kind with its own keys, and now and then series keys inside."""
    inside = draw(KEYS) if kind != "quotation" and draw(st.booleans()) else {}
    return KindUse(kind, {**draw(SAID[kind][1]), **inside})


@st.composite
def claims(draw, number):
    """A claim of one or two kinds, or one that was seen, or one with something to do."""
    kinds = draw(st.lists(st.sampled_from(sorted(SAID)), max_size=2, unique=True))
    keys = draw(KEYS)
    if len(kinds) == 1 and kinds[0] in ("level", "change"):
        keys |= draw(FIGURE)
    seen = draw(st.none() | st.just({"source": "=a; b", "by": "- A. Editor ", "on": "2025-07-14"}))
    todo = draw(st.sampled_from(["", "2023 or 2024?", "[2023] or 2024?", ("a", "b; c")]))
    note = draw(NOTE)
    return Claim(
        id=draw(st.sampled_from([f"c{number}", f"made-{number}"])),
        quote=" and ".join(SAID[kind][0] for kind in kinds or ["trend"]) + draw(WORDS),
        kinds=tuple(draw(uses(kind, keys)) for kind in kinds),
        keys=keys,
        note=note,
        ignore=("coarse", "truncated") if note else (),
        why="the desk rounds" if note else "",
        seen=seen,
        todo=todo if kinds or seen or todo else "settle it",
    )


@st.composite
def articles(draw):
    """An article whose claims say something, each as its file would be read."""
    article = Article(
        path="claims/a.yaml",
        claims=tuple(draw(claims(number)) for number in range(draw(st.integers(1, 4)))),
        draft=draw(st.sampled_from(["", "../a.md"])),
        title=draw(NOTE),
        published=draw(st.none() | st.just(date(2025, 7, 14))),
        about={"reporter": "China", "partner": "Russia", "flow": "total", **draw(KEYS)},
    )
    return read_again(write_article(article, with_ids=draw(st.booleans())))


def read_again(text):
    """The article of a text that has no fault."""
    article, problems = read_claims_text(text, "claims/a.yaml")
    assert not problems, (text, problems)
    return article


def rows_of(article):
    """The rows of an article, of which no source knows anything."""
    (report,) = verify_compiled([compile_article(article)], [])
    return list(article_rows(article, report, {finding.id: Told("=r", "-g") for finding in report.findings}))


def through(rows, form):
    """The article that a sheet in one of the formats comes back as."""
    write, read = FORMATS[form]
    faults = Faults("s")
    (found,) = read_articles(read(write(rows), "s", faults), faults)
    assert not faults.found
    return read_again(found.text)


def statements(article):
    """What an article says, with the ids of what it says."""
    return [(each.id, each.kind, each.statement) for each in compile_article(article).statements]


@pytest.mark.parametrize("form", FORMATS)
@given(article=articles())
def test_claims_come_back(form, article):
    """
    Words, notes and seen are the same texts; kinds and keys say the same statements under the same ids.
    """
    again = through(rows_of(article), form)

    assert statements(again) == statements(article)
    assert (again.draft, again.title, again.published, again.about) == (
        article.draft,
        article.title,
        article.published,
        article.about,
    )
    for was, now in zip(article.claims, again.claims, strict=True):
        assert replace(now, kinds=(), keys={}) == replace(was, kinds=(), keys={})
        assert [use.kind for use in now.kinds] == [use.kind for use in was.kinds]


@pytest.mark.parametrize("form", FORMATS)
def test_the_projects_own_article_comes_back(form):
    """
    The claims file of this project is the same article after a sheet.
    """
    (article,), _ = read_claims([ROOT / "claims"], root=ROOT)
    again = through(rows_of(article), form)

    assert replace(again, path=article.path) == replace(article, draft_read=None)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_rows_are_the_same_bytes(form):
    """
    A sheet has no clock in it.
    """
    (article,), _ = read_claims([ROOT / "claims"], root=ROOT)
    write = FORMATS[form][0]

    assert write(rows_of(article)) == write(rows_of(article))
