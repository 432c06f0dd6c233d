"""
The words for change: which way each one points, how strongly, and whether it is a verb or a noun.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.reading.sentence_words import word_set


class ChangeWord(NamedTuple):
    """
    What one form of a word for change says.

    Attributes:
        sign: 1 or -1; of a word for pace (slowed, accelerated), that of the rate's own change.
        strong: at least 10 %: jumped, plunged.
        pace: -1 slowing, 1 accelerating, 0 for every other word.
        verb: whether the form can be a verb.
        noun: whether it can be a noun.
        base: whether it is the plain form of the verb, which follows "to" and "will".
        with_figure: it speaks of change only beside a figure: added, lost, cut.
        of_change: it speaks of change only where its subject is a noun of change: the decline deepened.
    """

    sign: int
    strong: bool = False
    pace: int = 0
    verb: bool = True
    noun: bool = False
    base: bool = False
    with_figure: bool = False
    of_change: bool = False


# One verb a group, its plain form first; a star marks a form that is a noun too, a stroke ends the group.
_UP = (
    "grow grows grew grown growing | rise* rises* rose risen rising | increase* increases* increased"
    " increasing | climb* climbs climbed climbing | gain* gains* gained gaining | expand expands expanded"
    " expanding | rebound* rebounds rebounded rebounding | widen widens widened widening | swell swells"
    " swelled swollen swelling | strengthen strengthens strengthened strengthening | recover recovers"
    " recovered recovering | rally* rallies rallied rallying | revive revives revived reviving | - firmed"
    " firming"
)
_DOWN = (
    "slip slips slipped slipping | fall* falls* fell fallen falling | decline* declines* declined"
    " declining | decrease* decreases* decreased decreasing | drop* drops* dropped dropping | dip* dips*"
    " dipped dipping | shrink shrinks shrank shrunk shrinking | slide* slides slid sliding | retreat*"
    " retreats retreated retreating | dwindle dwindles dwindled dwindling | diminish diminishes diminished"
    " diminishing | sink sinks sank sunk sinking | weaken weakens weakened weakening | narrow narrows"
    " narrowed narrowing | lessen lessens lessened lessening | - contracted contracting |"
    " soften softens softened softening | sag* sags* sagged sagging"
)
_SURGE = (
    "jump* jumps* jumped jumping | surge* surges* surged surging | soar soars soared soaring | - rocketed"
    " rocketing | skyrocket skyrockets skyrocketed skyrocketing | - boomed booming | leap* leaps* leaped"
    " leapt leaping | spike* spikes* spiked spiking | - ballooned ballooning | - mushroomed"
    " mushrooming"
)
_PLUNGE = (
    "slump* slumps* slumped slumping | plunge* plunges* plunged plunging | plummet plummets plummeted"
    " plummeting | collapse* collapses collapsed collapsing | tumble* tumbles tumbled tumbling | - crashed"
    " crashing | - cratered cratering | nosedive* nosedives nosedived nosediving |"
    " - dived diving | - tanked tanking"
)
_SLOW = (
    "slow slows slowed slowing | cool cools cooled cooling | ease eases eased easing | moderate moderates"
    " moderated moderating | decelerate decelerates decelerated decelerating"
)
_FAST = "accelerate accelerates accelerated accelerating | quicken quickens quickened quickening"
_DEEPEN = (
    "deepen deepens deepened deepening | worsen worsens worsened worsening | steepen steepens steepened"
    " steepening | intensify intensifies intensified intensifying"
)
_UP_WITH_FIGURE = (
    "add adds added adding | advance* advances advanced advancing | raise raises raised raising | boost*"
    " boosts boosted boosting | lift lifts lifted lifting | improve improves improved improving |"
    " bounce bounces bounced bouncing | edge"
    " edges edged edging | inch - inched inching"
)
_DOWN_WITH_FIGURE = (
    "lose loses lost losing | shed sheds - shedding | cut* cuts* - cutting | reduce reduces reduced"
    " reducing | lower lowers lowered lowering | trim trims trimmed trimming | slash slashes slashed"
    " slashing | halve halves halved halving"
)


def _verbs(like: ChangeWord, groups: str) -> dict[str, ChangeWord]:
    found = {}
    for group in groups.split(" | "):
        for place, form in enumerate(group.split()):
            found[form.rstrip("*")] = like._replace(noun=form.endswith("*"), base=not place)
    found.pop("-", None)
    return found


def _nouns(like: ChangeWord, words: str) -> dict[str, ChangeWord]:
    return dict.fromkeys(words.split(), like._replace(verb=False, noun=True))


#: Every form of every word for change, in lower case.
CHANGE_WORDS: dict[str, ChangeWord] = {
    **_verbs(ChangeWord(1, with_figure=True), _UP_WITH_FIGURE),
    **_verbs(ChangeWord(-1, with_figure=True), _DOWN_WITH_FIGURE),
    **_verbs(ChangeWord(1), _UP),
    **_verbs(ChangeWord(-1), _DOWN),
    **_verbs(ChangeWord(1, strong=True), _SURGE),
    **_verbs(ChangeWord(-1, strong=True), _PLUNGE),
    **_verbs(ChangeWord(-1, pace=-1), _SLOW),
    **_verbs(ChangeWord(1, pace=1), _FAST),
    **_verbs(ChangeWord(1, pace=1, of_change=True), _DEEPEN),
    **_nouns(ChangeWord(1), "growth expansion uptick upturn upswing"),
    **_nouns(ChangeWord(-1), "contraction downturn shrinkage reduction reductions downtick"),
    **_nouns(ChangeWord(-1, pace=-1), "slowdown deceleration"),
    **_nouns(ChangeWord(1, pace=1), "acceleration"),
    **_nouns(ChangeWord(-1, with_figure=True), "loss losses"),
}

#: Verbs that speak of change only without an object: "exports recovered" but not "strengthened ties".
INTRANSITIVE = word_set(
    "strengthen strengthens strengthened strengthening recover recovers recovered recovering rally rallies rallied"
    " rallying revive revives revived reviving firmed firming soften softens softened softening sag sags sagged sagging"
    " dived diving tanked tanking"
)

#: Words that point without a verb: "up 2.2 percent", "8.4 percent lower".
POINTERS: dict[str, int] = {
    **dict.fromkeys(word_set("up higher upward upwards"), 1),
    **dict.fromkeys(word_set("down lower downward downwards"), -1),
}

#: Before "up" and "down" these make another verb: made up 35 percent, set up, shut down.
PHRASAL = word_set(
    "make makes made making set sets setting take takes took taken taking give gives gave given giving"
    " use used snap snapped snapping buy bought buying catch caught catching end ends ended ending open"
    " opened opening shut shutting back backed backing build built building break broke broken breaking"
    " crack cracked cracking come speed speeds sped speeding sum summed add adds added adding double"
    " doubled pay paying write wrote written turn turned turning follow followed clamp clamped prop"
    " propped lock locked call called bring brought hold held team teamed sign signed soak soaked"
)

DETERMINERS = word_set(
    "a an the this that its their his her our any another each some no such first second third fourth fifth"
)
_FLOWS = word_set("exports imports sales shipments purchases prices volumes deliveries flows figures orders")
_PREPOSITIONS = word_set("of in despite amid into")
_NOUN_FOLLOWERS = frozenset({"in", "of"})
_ADJECTIVES = word_set(
    "sharp sharper sharpest steep steeper steepest rapid strong stronger strongest weak weaker slight"
    " marginal small modest further big bigger biggest large larger largest annual yearly monthly"
    " quarterly overall outright year-on-year year month export import trade price economic recent fresh"
    " new massive dramatic huge double-digit digit percent per cent unexpected record deep deeper fast"
    " faster fastest slow slower slowest continued continuing steady worst best previous bilateral total"
    " nominal real similar same corresponding"
)


def is_noun(word: str, before: str, after: str) -> bool:
    """
    Whether a form of a word for change is a noun here: "the decline", "a fall in", "sharp drop", not "exports fall".

    Args:
        word: the form, in lower case.
        before: the word before it; blank at the beginning of a clause.
        after: the word after it; blank at its end.
    """
    says = CHANGE_WORDS[word]
    if not says.verb or not says.noun:
        return says.noun
    if before in _FLOWS or before == "to":
        return False
    return (
        before in DETERMINERS
        or before in _ADJECTIVES
        or before in _PREPOSITIONS
        or before.endswith("'s")
        or after in _NOUN_FOLLOWERS
    )
