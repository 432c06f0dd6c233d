"""The deciding rows of a source must fit each other, or the source says why they do not."""

from __future__ import annotations

import pytest

from factcheck.errors import SourceError
from factcheck.observations import SeriesQuery
from factcheck.snapshot.local import open_local

HEADER = "partner,flow,period,value,measure,standing,published,note,reporter,unit,source_url"


def table(*rows: str) -> str:
    """A table of Chinese rows in dollars; each row is partner,flow,period,value and what follows."""
    lines = []
    for number, row in enumerate(rows):
        fields = row.split(",")
        fields += [""] * (8 - len(fields))
        fields[4] = fields[4] or "level"
        lines.append(",".join([*fields, "CHN", "USD", f"https://example.org/{number}"]))
    return "\n".join([HEADER, *lines, ""])


def faults(sources) -> list[str]:
    """What is wrong, without the places."""
    with pytest.raises(SourceError) as caught:
        open_local(sources)
    return [problem.what for problem in caught.value.problems]


HOLD = {
    "rounded parts": ("RUS,exports,2024-Q1,81.4", "RUS,imports,2024-Q1,94.9", "RUS,total,2024-Q1,176.4"),
    "a balance": ("RUS,exports,2025-H1,47.16", "RUS,imports,2025-H1,59.32", "RUS,balance,2025-H1,-12.16"),
    "two vintages of one total": (
        "RUS,exports,2024,10,,,2025-01-13",
        "RUS,imports,2024,20,,,2025-01-13",
        "RUS,total,2024,30,,,2025-01-13",
        "RUS,total,2024,35,,,2025-07-14",
    ),
    "one of two totals of a day fits": (
        "RUS,exports,2024,10.0",
        "RUS,imports,2024,20.0",
        "RUS,total,2024,30.0",
        "RUS,total,2024,30.3,,supports",
    ),
    "a cumulative with earlier months revised by 1 %": (
        "RUS,total,2025-01/2025-04,70.00",
        "RUS,total,2025-05,18.00",
        "RUS,total,2025-01/2025-05,88.50",
    ),
    "growth on a base revised by 2 %": ("RUS,total,2023,240.1", "RUS,total,2024,244.8", "RUS,total,2024,4.0,yoy"),
    "growth of 1.9 % beside levels that give 2.0": (
        "RUS,total,2023,240.11",
        "RUS,total,2024,244.81",
        "RUS,total,2024,1.9,yoy",
    ),
    "what does not decide": ("RUS,exports,2024,10", "RUS,imports,2024,20", "RUS,total,2024,99,,supports"),
    "what is explained in its note": (
        "RUS,total,2023,100",
        "RUS,total,2024,200",
        "RUS,total,2024,5,yoy,,,EXPLAINED: another definition",
    ),
}

BREAK = {
    "a total": (
        ("RUS,exports,2024,115.50", "RUS,imports,2024,129.31", "RUS,total,2024,237.00"),
        "exports and imports of 2024 do not add up to the total: 115.50 + 129.31 ≠ 237.00",
        3,
    ),
    "a balance of the wrong sign": (
        ("RUS,exports,2025-H1,47.16", "RUS,imports,2025-H1,59.32", "RUS,balance,2025-H1,12.16"),
        "exports and imports of 2025-H1 do not differ by the balance: 47.16 − 59.32 ≠ 12.16",
        3,
    ),
    "a cumulative": (
        ("RUS,total,2025-01/2025-04,70.0", "RUS,total,2025-05,18.0", "RUS,total,2025-01/2025-05,98.0"),
        "2025-01/2025-05 is 98.0, but 2025-01/2025-04 and 2025-05 are 70.0 and 18.0",
        1,
    ),
    "a growth rate": (
        ("RUS,total,2023,240.11", "RUS,total,2024,244.81", "RUS,total,2024,19,yoy"),
        "19 % for total of 2024, but the levels are 240.11 and 244.81",
        1,
    ),
}


@pytest.mark.parametrize("name", HOLD)
def test_rows_that_fit_pass(make_source, name) -> None:
    """
    Printed digits, revisions within the measured allowance, vintages and standings are no faults.
    """
    snapshot = open_local(make_source(table(*HOLD[name])))

    assert len(snapshot.observations(SeriesQuery("CHN", "RUS"))) == len(HOLD[name])


@pytest.mark.parametrize("name", BREAK)
def test_rows_that_break_an_identity_stop_the_source(make_source, name) -> None:
    """
    A deciding row that breaks an identity unexplained stops the source and is named.
    """
    rows, what, count = BREAK[name]

    found = faults(make_source(table(*rows)))

    assert found == [what] * count


def test_an_explanation_lets_a_break_pass(make_source) -> None:
    """
    A reason in the description, for the cell that breaks, lets the row decide.
    """
    rows = table("RUS,imports,2022-Q1,21.73", "RUS,imports,2023-Q1,29.772", "RUS,imports,2023-Q1,32.6,yoy")
    reason = {"identity": "growth", "flow": "imports", "period": "2023-Q1", "reason": "a base revised by 3.3 %"}

    assert len(open_local(make_source(rows, explained=[reason])).observations(SeriesQuery("CHN", "RUS"))) == 3


def test_an_explanation_that_explains_nothing_is_an_error(make_source) -> None:
    """
    A reason for a break that is not there would hide the next one; it is an error.
    """
    reason = {"identity": "growth", "period": "2023-Q1", "reason": "a base revised by 3.3 %"}

    found = faults(make_source(table("RUS,imports,2022-Q1,21.73"), explained=[reason]))

    assert found == ["the explanation 'a base revised by 3.3 %' fits no row that breaks"]
