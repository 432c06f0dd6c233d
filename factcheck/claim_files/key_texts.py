"""
What each key of a claims file says that is no kind's own, one line each: for editors and for the documentation.
"""

from __future__ import annotations

ARTICLE_SAYS = {
    "article": "the draft, as a path from this file; then every quote must be found there",
    "title": "the headline, for reports",
    "published": "the day of publication; only what was known by then counts",
    "about": "series keys for all claims of the file",
    "claims": "the claims, one by one",
}
CLAIM_SAYS = {
    "id": "a name that stays: small letters, digits, - and _, unique in the file",
    "quote": "the words of the article that carry the claim; … stands for at most 30 words of the same sentence",
    "note": "a remark for people; it changes nothing",
    "ignore": "rules that are set aside for this claim; needs why",
    "why": "the reason for ignore",
    "seen": "what a person saw: source, by and on; attests a claim that has no kind, and changes no verdict of one",
    "todo": "what a person must still settle",
}
SEEN_SAYS = {"source": "the page or document", "by": "who looked", "on": "the day"}
SERIES_SAYS = {
    "source": "the id of a source, as in gacc; any source of the reporter if not written",
    "reporter": "whose figures, as in China",
    "partner": "the other side, as in Russia or World; of a list the total is meant",
    "flow": "total, exports, imports or balance, always the reporter's",
    "commodity": "a heading, as in hs:8703, or an id of the source's own list; all goods if not written",
    "scope": "goods, goods-and-services or services; goods if not written",
    "valuation": "CIF, FOB, FAS, or the basis of a series of its own; the source's own if not written",
    "currency": "the currency that growth is measured in, and what $ and ¥ mean; a unit for goods that are counted",
    "holder": "whose surplus or deficit it is, where the words leave it open",
}
FIGURE_SAYS = {
    "figure": "the figure, where the quote has several",
    "hedge": "what the words allow, where they are misread; none overrules them",
    "tolerance": "added at both ends: 0.5 % of the number, or 0.2 pp for a rate",
    "direction": "up or down, where the words leave it open",
}
