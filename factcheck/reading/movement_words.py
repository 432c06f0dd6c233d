"""
Words of change, after which "from A to B" is a step from one figure to another and no range.
"""

from __future__ import annotations

from factcheck.reading.tokens import Kind, Token, kind_at, low_at, word_set

#: Words after which "from A to B" and "A to B" are two figures and no range.
CHANGES = word_set(
    "up down rose rise rises rising risen fell fall falls falling fallen grew grow grows growing grown increase "
    "increases increased increasing decrease decreases decreased decreasing jump jumps jumped jumping climb climbs "
    "climbed climbing slip slips slipped slipping slow slows slowed slowing ease eases eased easing accelerate "
    "accelerates accelerated accelerating shrink shrinks shrank shrunk shrinking drop drops dropped dropping decline "
    "declines declined declining went go goes going gone move moves moved moving cut cuts cutting raise raises raised "
    "raising lift lifts lifted lifting lower lowered lowers lowering surge surges surged surging soar soars soared "
    "soaring plunge plunges plunged plunging plummet plummets plummeted plummeting slump slumps slumped slumping edge "
    "edged edges edging widen widens widened widening narrow narrows narrowed narrowing expand expands expanded "
    "expanding change changes changed changing revise revised revises revising swing swings swung swinging advance "
    "advanced advancing improve improved improving gain gains gained gaining bring brings brought bringing took take "
    "takes taking push pushed pushing pushes boost boosted boosting hike hiked hiking sank sink sinking tumble tumbled "
    "tumbling dip dipped dipping rebound rebounded recover recovered recovering shift shifted shifting double doubled "
    "triple tripled growth downgrade downgraded upgrade upgraded trim trimmed reduce reduced reducing reduction higher "
    "compared versus deepen deepened shot crept ballooned swelled swell contracted contract contracting "
    "picked bounced rallied strengthened firmed softened sagged dived tanked weakened nosedived "
    "skyrocketed trended revived"
)
SPREADS = word_set("range ranges ranged ranging vary varies varied varying anywhere")
_LOOK_BACK = 16  # tokens: about eight words


def follows_change(tokens: list[Token], at: int) -> bool:
    """Whether a word of change stands before, in the same clause and within about eight words."""
    for back in range(at - 1, max(-1, at - _LOOK_BACK), -1):
        low = low_at(tokens, back)
        if kind_at(tokens, back) is Kind.BREAK or low in {".", ";", "!", "?", "("} or low in SPREADS:
            return False
        if low in CHANGES:
            return True
    return False
