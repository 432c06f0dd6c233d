"""
A weekday that does not fit its date: "Tuesday, 14 July 2025" was a Monday.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.findings import Inconsistency
from factcheck.kinds.compile import Compiled
from factcheck.periods import in_words
from factcheck.statements import OnDay

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def wrong_weekdays(statements: Sequence[Compiled]) -> Iterator[Inconsistency]:
    """Claims whose quote names a day of the week and the date of another."""
    for each in statements:
        match each.statement:
            case OnDay(days=days, weekday=int(weekday)) if days.first == days.last:
                if days.first.weekday() != weekday:
                    own = (each.claim.id,)
                    text = (
                        f"This cannot be true: “{each.claim.quote}” says {WEEKDAYS[weekday]}, and {in_words(days)}"
                        f" was a {WEEKDAYS[days.first.weekday()]}."
                    )
                    yield Inconsistency("conflict", own, (), own, text)
