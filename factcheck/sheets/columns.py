"""
The columns of a sheet: what desks keep, then what makes a claim whole again; and how headings are recognised.
"""

from __future__ import annotations

from factcheck.claims import FIGURE_KEYS, SERIES_KEYS

#: For people: what was claimed, what is known, who looked. ``source`` is where it was seen, by a person or in a source.
DESK = (
    "file",
    "id",
    "quote",
    "kind",
    "period",
    "claimed",
    "reference",
    "gap",
    "verdict",
    "rule",
    "source",
    "url",
    "released",
    "checked by",
    "on",
    "note",
)
#: The series key ``source`` shares its name with the column of desks, so it has another.
SERIES_COLUMNS: dict[str, str] = {key: "series source" if key == "source" else key for key in SERIES_KEYS}
ARTICLE_COLUMNS = ("published", "article", "title", "about")
CLAIM_COLUMNS = ("ignore", "why", "todo")
#: Said of the claims together; nothing is read from it.
TOGETHER = "inconsistency"
#: In the order in which they are written.
COLUMNS: tuple[str, ...] = (
    *DESK,
    *SERIES_COLUMNS.values(),
    *FIGURE_KEYS,
    "options",
    *ARTICLE_COLUMNS,
    *CLAIM_COLUMNS,
    TOGETHER,
)
#: What checking found: written for people, and not read again.
RESULTS = frozenset({"reference", "gap", "verdict", "rule", "url", "released", TOGETHER})
#: Texts of people, which are kept to the last blank.
EXACT = frozenset({"quote", "note", "why", "title", "article", "source", "checked by", "todo"})
LONGEST_HEADING = 40

Row = dict[str, str]  # by column; blank cells may be left out


def heading(column: str) -> str:
    """A column as its heading is written."""
    return "URL" if column == "url" else column


def column_of(heading: str) -> str | None:
    """The column that a heading means, in any case and with spaces, hyphens or underscores; None if none."""
    if len(heading) > LONGEST_HEADING:
        return None
    words = " ".join(heading.replace("_", " ").replace("-", " ").casefold().split())
    return words if words in COLUMNS else None
