"""
How far a rewrite is from the words: the fewer words it changes, the less it costs.

Why: candidates of one cost are tried together, and a hit counts only if few claims would have been hit by accident by
all that was tried at that cost (MEANING 6).
"""

from __future__ import annotations

BASIS = 0  # the other currency's published rate of the same cell: always named (MEANING 3)
NEAR = 1  # one word of the claim, or its currency, is another
FAR = 2  # a part for its whole, another place's figure, a slip of the pen
BOTH = 3  # another period and another currency
TWO = 4  # any other two
