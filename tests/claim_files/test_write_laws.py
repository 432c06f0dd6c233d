"""The law of writing: what is written reads back as the same article."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from factcheck.claim_files import read_claims_text
from factcheck.claim_files.values import is_blank
from factcheck.claim_files.write import write_article
from factcheck.claims import Article, Claim, KindUse
from factcheck.files.text_file import REFUSED

PERIOD = st.sampled_from(["2024", "2025-H1", "2025-Q2", "2025-06", "2025-01/2025-05"])
PLACE = st.sampled_from(["NO", "Russia", "United States", "Côte d'Ivoire", "World"])
_MARKS = "\"'\\:#-?[]{},&*!|>%@` \t\n\r~“”‘’…–—\u00a0\u200b\u202e😀👩\u200d💻$¥€9a"
_ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
TEXT = (_ANY | st.text(_MARKS, min_size=1, max_size=40) | st.sampled_from(["~", "null", "...", "---", "<<"])).filter(
    lambda text: not is_blank(text) and not REFUSED.search(text)
)
KEYS = st.fixed_dictionaries(
    {},
    optional={
        "source": st.just("gacc"),
        "reporter": PLACE,
        "partner": PLACE | st.lists(PLACE, min_size=1, max_size=12).map(tuple),
        "flow": st.sampled_from(["exports", "total"]),
        "commodity": st.sampled_from(["hs:8703", "cars"]),
        "currency": st.sampled_from(["USD", "1"]),
    },
)
FIGURES = st.fixed_dictionaries(
    {},
    optional={
        "figure": st.sampled_from(["$10.39 billion", "9.1 percent", "¥1.74tn", "106.48"]),
        "hedge": st.sampled_from(["about", "none"]),
        "tolerance": st.sampled_from(["0.5 %", "0.2 pp"]),
    },
)


def use(kind, own):
    """One kind with its own keys and any series keys."""
    return st.builds(lambda own, keys: KindUse(kind, {**own, **keys}), own, st.just({}) | KEYS)


KINDS = st.one_of(
    use("level", st.builds(lambda period, figure: {"period": period, **figure}, PERIOD, FIGURES)),
    use("change", st.fixed_dictionaries({"period": PERIOD}, optional={"from": PERIOD | st.just("previous")})),
    use("share", st.fixed_dictionaries({"period": PERIOD, "of": KEYS.filter(bool)})),
    use("multiple", st.fixed_dictionaries({"period": PERIOD, "of": PERIOD | KEYS.filter(bool)})),
    use("record", st.fixed_dictionaries({"high": PERIOD}, optional={"still": st.sampled_from(["yes", "no"])})),
    use("rank", st.fixed_dictionaries({"period": PERIOD, "among": st.lists(PLACE, min_size=1, max_size=3).map(tuple)})),
    use("trend", st.fixed_dictionaries({"period": st.lists(PERIOD, min_size=1, max_size=20).map(tuple)})),
    use("trend", st.fixed_dictionaries({"surge": PERIOD | st.lists(PERIOD, min_size=1).map(tuple)})),
    use("count", st.fixed_dictionaries({"down": PERIOD, "of": st.just("months")})),
    st.builds(lambda by: KindUse("quotation", {"event": "a-1", "by": by}), TEXT),
)
TODO = st.just("") | TEXT | st.lists(TEXT, min_size=1, max_size=3).map(tuple)
SEEN = st.builds(lambda source, by: {"source": source, "by": by, "on": "2025-07-14"}, TEXT, TEXT)


@st.composite
def claims(draw, number):
    """A claim that the reader accepts."""
    kinds = tuple({use.kind: use for use in draw(st.lists(KINDS, max_size=3))}.values())
    seen, todo = draw(st.none() | SEEN), draw(TODO)
    why = draw(st.just("") | TEXT)
    return Claim(
        id=f"c{number}",
        quote=draw(TEXT),
        kinds=kinds,
        keys=draw(KEYS),
        note=draw(st.just("") | TEXT),
        ignore=("coarse", "within") if why else (),
        why=why,
        seen=seen,
        todo=todo or ("" if kinds or seen else "settle it"),
    )


@st.composite
def articles(draw):
    """An article that the reader accepts."""
    return Article(
        path="claims.yaml",
        claims=tuple(draw(claims(number)) for number in range(draw(st.integers(1, 3)))),
        draft=draw(st.just("") | TEXT),
        title=draw(st.just("") | TEXT),
        published=draw(st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))),
        about=draw(KEYS),
    )


@given(articles())
def test_what_is_written_reads_back(article):
    """
    Every part of any article comes back as it was, and no line shows fewer characters than it has.
    """
    written = write_article(article, with_ids=True)
    again, problems = read_claims_text(written, "claims.yaml")

    assert problems == ()
    assert again == article
    assert "\u202e" not in written
