"""
The straight line from a story to its claims: scan, group, say what each group claims, cut the quote, factor out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.claims import Article, Claim, ClaimError, KindUse, Text
from factcheck.draft_text import Draft
from factcheck.drafting.about import shared, shortened
from factcheck.drafting.clauses import scope, speaks_of_trade
from factcheck.drafting.clusters import clusters
from factcheck.drafting.cut import cut
from factcheck.drafting.events import dates, quotations
from factcheck.drafting.figures import is_about_trade, left_to_people, propose
from factcheck.drafting.goods_named import goods_in
from factcheck.drafting.known import ask
from factcheck.drafting.periods import When, when
from factcheck.drafting.proposal import Proposal
from factcheck.drafting.setting import places_of, setting_of, sides_of
from factcheck.drafting.story import Story, named_periods
from factcheck.drafting.subject import Around, Subject, subject_of
from factcheck.drafting.trends import trends
from factcheck.errors import Location
from factcheck.kinds.compile import Compiled, compile_claim
from factcheck.observations import Event, Resolver
from factcheck.places import fiscal_start
from factcheck.positions import WHOLE, TextMap
from factcheck.reading.balance_words import read_balance_words
from factcheck.scanning import Mention
from factcheck.scanning.scan import scan
from factcheck.scanning.sentences import sentences_of
from factcheck.statements import Within

_Found = tuple[Claim, tuple[tuple[int, int], ...]]
_NAMING = frozenset({"level", "change", "difference", "share"})
MOST_TRIED = 400  # quotes that are compiled for one claim


class Proposed(NamedTuple):
    """
    The claims of a story.

    Attributes:
        article: the claims, their shared keys under ``about``.
        spans: for each claim the places in the draft that it is about: its figures, or its words.
        in_tables: how many figures stand in tables, of which none is proposed.
    """

    article: Article
    spans: tuple[tuple[tuple[int, int], ...], ...]
    in_tables: int = 0


def words_of(draft: Draft) -> tuple[str, TextMap]:
    """A story as the grammar reads it: in English, or put into it for the reader of figures; and the way back."""
    if draft.language in ("", "en"):
        return draft.text, WHOLE
    from factcheck.reading.languages.translate import english

    return english(draft.text, draft.language)


def propose_article(
    draft: Draft,
    resolvers: Sequence[Resolver],
    commodities: tuple[str, ...],
    events: tuple[Event, ...],
    blank: Article,
) -> Proposed:
    """
    Propose the claims of a story.

    Args:
        draft: the story.
        resolvers: asked which series they have figures of.
        commodities: ids of all commodities with figures.
        events: every event that a claim can name.
        blank: the claims file to be: its path, its draft, the title and the day of publication.
    """
    text, way = words_of(draft)
    known = ask(places_of(f"{draft.title}\n\n{text}"), goods_in(text, commodities), resolvers, commodities, events)
    sides = sides_of(draft.title, text, known)
    start = fiscal_start(sides.reporter) if sides.reporter else None
    mentions = scan(text, blank.published, fiscal_start=start)
    setting = setting_of(sides, mentions)
    named = named_periods(mentions)
    at = tuple(each.span[0] for each in named)
    story = Story(text, mentions, sentences_of(text), setting, known, blank.published, draft.text, way, named, at)
    found = [(claim, _places(each, way)) for each in _proposals(story) if (claim := _claim(each, story, blank))]
    found = _once_each(found)
    about = shared([claim for claim, _ in found])
    with_about = replace(blank, about=about)
    claims = tuple(shortened(claim, with_about) for claim, _ in found)
    in_tables = sum(each.figure is not None and story.in_row(each.span[0]) for each in mentions)
    return Proposed(replace(blank, claims=claims, about=about), tuple(span for _, span in found), in_tables)


def _proposals(story: Story) -> list[Proposal]:
    """Every proposal, in the order of the text."""
    told = list(_of_figures(story))
    rest = [*trends(story, [each.span for each in told]), *dates(story), *quotations(story)]
    return sorted([*told, *rest], key=lambda each: (each.span, [use.kind for use in each.kinds]))


def _of_figures(story: Story) -> Iterator[Proposal]:
    """The proposals of all figures in prose; those of tables are left to people."""
    before = _NOTHING
    for cluster in clusters(story.mentions, story.text):
        first, last = cluster[0].mention, cluster[-1].mention
        if story.in_row(first.span[0]):
            continue
        paragraph = story.paragraph(first.span[0])
        before = before.reaching(paragraph, first.sentence)
        start, end = scope(story.text, first.sentence, first.span)
        around = Around(story.text[slice(*first.sentence)], story.text[start:end], first.span[0] - start)
        if not is_about_trade(cluster, around, goes_on=before.subject is not None or _goes_on(first, story)):
            proposal = left_to_people(cluster, around, story)
            if proposal is not None:
                yield proposal
            continue
        told = [each.mention for each in cluster]
        subject = subject_of(told, around, story.setting, story.known, before.subject)
        moment = when(first, last, story, before.moment)
        before = _Before(subject, moment, paragraph, first.sentence)
        yield propose(cluster, subject, moment, story)


class _Before(NamedTuple):
    """What the statement before was about: its subject counts in its paragraph, its period in its sentence."""

    subject: Subject | None
    moment: When | None
    paragraph: int
    sentence: tuple[int, int]

    def reaching(self, paragraph: int, sentence: tuple[int, int]) -> _Before:
        """What of it still counts for the next statement."""
        if paragraph != self.paragraph:
            return _NOTHING
        return self if sentence == self.sentence else self._replace(moment=None)


_NOTHING = _Before(None, None, -1, (0, 0))


def _goes_on(first: Mention, story: Story) -> bool:
    """Whether the sentence before, in the same paragraph, speaks of trade."""
    here = story.sentences.at(first.span[0])
    if not here or story.sentences.all[here - 1].paragraph != story.sentences.all[here].paragraph:
        return False
    last = story.sentences.all[here - 1]
    return speaks_of_trade(story.text[last.start : last.end])


def _claim(proposal: Proposal, story: Story, blank: Article) -> Claim | None:
    """The proposal with its quote; with the fault as a question where no quote reads as its kinds say."""
    claim = Claim(
        id="draft",
        quote="",
        kinds=proposal.kinds,
        keys=dict(proposal.keys),
        note=proposal.note,
        todo=_todo(proposal.asks),
        locations={(): Location("", 1, 1)},
    )
    if not claim.kinds and not claim.todo:
        claim = replace(claim, todo="what does it claim? write its kind and period")
    place = story.original, story.way.span(*proposal.span), story.way.span(*proposal.sentence)
    sentence = story.text[slice(*proposal.sentence)]
    for kinds in (proposal.kinds or proposal.would, _with_figures(proposal)):
        if not kinds:
            continue
        quote = cut(*place, _reads_as(replace(claim, kinds=kinds), proposal, blank, sentence))
        if quote:
            return replace(claim, kinds=kinds if proposal.kinds else (), quote=quote)
    if not proposal.kinds:
        quote = cut(*place, lambda words: True)
        return replace(claim, quote=quote) if quote else None
    fault = _fault(claim, proposal, story, blank)
    bare = replace(claim, kinds=(), todo=_todo((*proposal.asks, *fault)))
    quote = cut(*place, lambda words: True)
    return replace(bare, quote=quote) if quote and bare.todo else None


def _with_figures(proposal: Proposal) -> tuple[KindUse, ...]:
    """The kinds with their figures named, for a quote that cannot be cut so short that it has no others."""
    takes = dict(proposal.takes)
    return tuple(
        KindUse(use.kind, {**use.options, "figure": takes[use.kind]})
        if use.kind in _NAMING and use.kind in takes
        else use
        for use in proposal.kinds
    )


def _places(proposal: Proposal, way: TextMap) -> tuple[tuple[int, int], ...]:
    return tuple(way.span(*span) for span in [each.span for each in proposal.figures] or [proposal.span])


def _todo(asks: Sequence[str]) -> Text:
    return asks[0] if len(asks) == 1 else tuple(asks) if asks else ""


def _reads_as(claim: Claim, proposal: Proposal, blank: Article, sentence: str) -> Callable[[str], bool]:
    """Whether a quote, read by the claim's kinds, says what the story's figures say."""
    tried = 0
    is_balance = proposal.keys.get("flow") == "balance" and bool(read_balance_words(sentence))

    def fits(quote: str) -> bool:
        nonlocal tried
        tried += 1
        if tried > MOST_TRIED:
            return False
        if is_balance and not read_balance_words(quote):
            return False  # without "deficit" an amount states only its size
        try:
            compiled = compile_claim(blank, replace(claim, quote=quote))
        except ClaimError:
            return False
        return _says_the_same(compiled, proposal)

    return fits


def _says_the_same(compiled: Sequence[Compiled], proposal: Proposal) -> bool:
    """Whether each figure of the proposal is one of the statements', with its hedge and sign."""
    withins = [each.statement.expected for each in compiled if isinstance(each.statement, Within)]
    said = {(" ".join(each.text.split()), each.sign) for each in withins}
    texts = {text for text, _ in said}
    for mention in proposal.figures:
        figure = mention.figure
        if figure is None or mention.unit_from is not None or not texts:
            continue
        words = " ".join(f"{figure.hedge_text} {figure.text}".split())
        if words not in texts:
            return False
        if mention.direction and (words, 1 if mention.direction == "up" else -1) not in said:
            return False
    return True


def _fault(claim: Claim, proposal: Proposal, story: Story, blank: Article) -> tuple[str, ...]:
    """Why the whole sentence does not read as the claim says."""
    sentence = " ".join(story.original[slice(*story.way.span(*proposal.sentence))].split())
    try:
        compile_claim(blank, replace(claim, quote=sentence))
    except ClaimError as error:
        return (f"{error.what}: {error.hint}" if error.hint else error.what,)
    return ("what does it claim? write its kind and period",)


def _once_each(found: Sequence[_Found]) -> list[_Found]:
    """Without claims that say what another says in the same words."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    kept = []
    for claim, span in found:
        key = (claim.quote, tuple(use.kind for use in claim.kinds))
        if key not in seen:
            seen.add(key)
            kept.append((claim, span))
    return kept
