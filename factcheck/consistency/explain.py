"""
A contradiction in plain words: its members, the rule that decides, what words were taken to mean, what each could be.

For each member it is told what the others leave for it, and the nearest figure that would fit. No culprit is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck.consistency.decision import Decider
from factcheck.consistency.left import left_for
from factcheck.consistency.meant import allowed, listed, meaning, subject
from factcheck.consistency.minimal import shrunk_bits
from factcheck.consistency.needed import needed_rules, told_rules
from factcheck.consistency.shares import over_hundred
from factcheck.consistency.variables import BALANCE
from factcheck.findings import Left
from factcheck.kinds.compile import Compiled
from factcheck.observations import Series
from factcheck.statements import Level, Statement, Total, Within, main_series

MOST_MEMBERS = 6  # of which it is told what the others leave
LONGEST_QUOTE = 120


class Member(NamedTuple):
    """A statement of a contradiction, with its bit in the component."""

    bit: int
    compiled: Compiled


def explain(
    decider: Decider, masks: Sequence[int], statements: Sequence[Compiled], revision: Callable[[Series], Fraction]
) -> tuple[str, str, tuple[Left, ...]]:
    """
    The rule, the reason why the claims of a minimal set cannot all be true, and what is left for each of them.

    Args:
        decider: decides about their component.
        masks: the statements of each claim.
        statements: all statements of the article, by number.
        revision: r of a series.
    """
    mask = shrunk_bits(decider, masks)
    members = [
        Member(bit, statements[number]) for bit, number in enumerate(decider.component.statements) if mask >> bit & 1
    ]
    shares = over_hundred([member.compiled for member in members])
    if shares:
        return "shares-not-100", shares, ()
    left = tuple(_left(decider, mask, members))
    sentences = [_members(members), _rules(decider, mask, members, revision), _meanings(members)]
    sentences.append(f"Given the others, {'; '.join(each.text for each in left)}." if left else "")
    return "conflict", " ".join(sentence for sentence in sentences if sentence), left


def _members(members: Sequence[Member]) -> str:
    by_claim: dict[str, list[Compiled]] = {}
    for member in members:
        by_claim.setdefault(member.compiled.claim.id, []).append(member.compiled)
    told = listed([_member(of_claim) for of_claim in by_claim.values()])
    return f"{'This' if len(by_claim) == 1 else 'These'} cannot {'' if len(by_claim) == 1 else 'all '}be true: {told}."


def _member(statements: Sequence[Compiled]) -> str:
    """A claim with those of its statements that take part: whose figure of when, and what the words allow."""
    whose: dict[str, list[str]] = {}
    for each in statements:
        whose.setdefault(subject(each.statement), []).append(allowed(each.statement))
    told = (f"{name}: {', '.join(words)}" if any(words) else name for name, words in whose.items())
    return f"“{shortened(statements[0].claim.quote)}” ({'; '.join(told)})"


def shortened(quote: str) -> str:
    """A quote within a sentence."""
    return quote if len(quote) <= LONGEST_QUOTE else quote[: LONGEST_QUOTE - 1].rstrip() + "…"


def _rules(decider: Decider, mask: int, members: Sequence[Member], revision: Callable[[Series], Fraction]) -> str:
    rules = needed_rules(decider.component, mask)
    statements = [member.compiled.statement for member in members]
    series = [found for found in map(main_series, statements) if found is not None]
    return told_rules(
        rules,
        rates_only=not any(_is_amount(statement) for statement in statements),
        balance=any(each.flow == BALANCE for each in series),
        revision=max((revision(each) for each in series), default=Fraction(0)),
    )


def _is_amount(statement: Statement) -> bool:
    match statement:
        case Within(quantity=Level() | Total()):
            return True
        case Within(expected=expected):
            return expected.unit not in ("%", "pp")
        case _:
            return False


def _meanings(members: Sequence[Member]) -> str:
    """What words, hedges and round numbers were taken to mean, where they are members."""
    told = list(dict.fromkeys(filter(None, (meaning(member.compiled.statement) for member in members))))
    if not told:
        return ""
    (words, means), *rest = told
    others = "".join(f", {other} as {what}" for other, what in rest)
    return f"{words[0].upper()}{words[1:]} was taken as {means}{others}."


def _left(decider: Decider, mask: int, members: Sequence[Member]) -> Iterator[Left]:
    """What the others leave for each member."""
    for member in members[:MOST_MEMBERS] if len(members) > 1 else ():
        left = left_for(decider, mask & ~(1 << member.bit), member.compiled.statement, member.compiled.claim.id)
        if left is not None:
            yield left
