"""
Claims and articles as YAML that reads back as the same values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from unicodedata import category

from factcheck.claims import FIGURE_KEYS, SERIES_KEYS, Article, Claim, KindUse, Text
from factcheck.errors import WrittenError
from factcheck.files.text_file import REFUSED, named
from factcheck.kinds import KINDS

WIDEST = 118  # columns of a line with braces or brackets; longer ones are broken
#: Keys whose value people look for by its quotation marks.
_ALWAYS_QUOTED = frozenset({"quote", "figure"})
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_FLOW_INDICATORS = frozenset(",[]{}?;")  # a sheet puts semicolons between keys
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
#: Controls and what nobody sees: written by number, so that a reader of the file sees that they are there.
_UNSEEN = frozenset({"Cc", "Cf"})

Value = Text | Mapping[str, Text | Mapping[str, Text]]


def write_article(article: Article, *, with_ids: bool) -> str:
    """
    A whole claims file.

    Args:
        article: its path is not written; ``draft`` is, under ``article:``.
        with_ids: write the id of every claim; without, ids are made anew when the file is read.

    Raises:
        WrittenError: a text has a character that no claims file can have.
    """
    published = "" if article.published is None else article.published.isoformat()
    top: list[tuple[str, Value]] = [("article", article.draft), ("title", article.title), ("published", published)]
    top.append(("about", _sorted_keys(article.about)))
    lines = [line for key, value in top if value for line in _entry(key, value, 0)]
    claims = "\n".join(write_claim(claim, with_id=with_ids) for claim in article.claims)
    return "".join(f"{line}\n" for line in (*lines, "claims:")) + claims


def write_claim(claim: Claim, *, with_id: bool, comment: str = "") -> str:
    """
    One item of the list under ``claims:``, two-space indented; ends with a line end.

    Args:
        claim: the claim.
        with_id: write its id, if it has one.
        comment: stands above it, each line behind a #.

    Raises:
        WrittenError: a text has a character that no claims file can have.
    """
    lines = [line for key, value in _entries(claim, with_id=with_id) for line in _entry(key, value, 4)]
    if lines:
        lines[0] = f"  - {lines[0].lstrip(' ')}"
    remarks = [f"  # {_visible(line)}".rstrip() for line in comment.splitlines()]
    return "".join(f"{line}\n" for line in (*remarks, *lines))


def _entries(claim: Claim, *, with_id: bool) -> Iterator[tuple[str, Value]]:
    """The keys of a claim in the order in which people read them, blank ones left out."""
    if with_id and claim.id:
        yield "id", claim.id
    if claim.quote:
        yield "quote", claim.quote
    yield from _sorted_keys(claim.keys).items()
    for use in claim.kinds:
        yield use.kind, _use(use)
    if claim.ignore:
        yield "ignore", claim.ignore
    if claim.why:
        yield "why", claim.why
    if claim.note:
        yield "note", claim.note
    if claim.seen is not None:
        yield "seen", claim.seen
    if claim.todo:
        yield "todo", claim.todo


def _sorted_keys(keys: Mapping[str, Text]) -> dict[str, Text]:
    """Series keys and figure keys in the order of the documentation."""
    return {name: keys[name] for name in (*SERIES_KEYS, *FIGURE_KEYS, *keys) if name in keys}


def _use(use: KindUse) -> Value:
    """The short form where it says it all."""
    short = KINDS[use.kind].short
    return use.options[short] if short and list(use.options) == [short] else use.options


def _entry(key: str, value: Value, indent: int) -> Iterator[str]:
    """The lines of a key and its value, on one line where it fits."""
    blanks = " " * indent
    line = f"{blanks}{key}: {_on_one_line(key, value, flow=False)}"
    if isinstance(value, str) or (key != "todo" and len(line) <= WIDEST):
        yield line
    elif isinstance(value, Mapping):
        yield f"{blanks}{key}:"
        for name, inner in value.items():
            yield from _entry(name, inner, indent + 2)
    else:
        yield f"{blanks}{key}:"
        yield from (f"{blanks}  - {_scalar(key, each, flow=False)}" for each in value)


def in_braces(key: str, value: Value) -> str:
    """
    A value as it stands behind its key inside braces.

    Raises:
        WrittenError: a text has a character that no claims file can have.
    """
    return _on_one_line(key, value, flow=True)


def in_brackets(texts: tuple[str, ...]) -> str:
    """
    Texts as a list in brackets.

    Raises:
        WrittenError: a text has a character that no claims file can have.
    """
    return _on_one_line("", texts, flow=True)


def _on_one_line(key: str, value: Value, *, flow: bool) -> str:
    if isinstance(value, str):
        return _scalar(key, value, flow=flow)
    if isinstance(value, Mapping):
        inner = (f"{name}: {_on_one_line(name, each, flow=True)}" for name, each in value.items())
        return f"{{{', '.join(inner)}}}"
    return f"[{', '.join(_scalar(key, each, flow=True) for each in value)}]"


def _scalar(key: str, text: str, *, flow: bool) -> str:
    """A text as it stands behind its key: plain where it reads back as itself."""
    if key not in _ALWAYS_QUOTED and _is_plain(text, flow=flow):
        return text
    return quoted(text)


def _is_plain(text: str, *, flow: bool) -> bool:
    """Whether a text needs no quotation marks; ``flow`` is inside braces or brackets."""
    if text in _NULLS or text[0] in _INDICATORS or text != text.strip():
        return False
    if ": " in text or " #" in text or text.endswith(":") or any(_is_unseen(char) for char in text):
        return False
    return not (flow and (any(char in _FLOW_INDICATORS for char in text) or "://" in text))


def quoted(text: str) -> str:
    """
    A text in double quotation marks, with escapes for marks, backslashes, controls and what is invisible.

    Raises:
        WrittenError: it has a character that no claims file can have.
    """
    return f'"{"".join(_escaped(char) for char in _allowed(text))}"'


def _escaped(char: str) -> str:
    if char in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[char]
    if _is_unseen(char):
        return f"\\u{ord(char):04X}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08X}"
    return char


def _visible(comment: str) -> str:
    """A line of a comment, where nothing is escaped: what is invisible shows its number."""
    return "".join(f"\\u{ord(char):04X}" if _is_unseen(char) else char for char in _allowed(comment))


def _allowed(text: str) -> str:
    found = REFUSED.search(text)
    if found is not None:
        what = f"the character {named(found.group())} cannot stand in a claims file"
        raise WrittenError(what, "delete it from the text")
    return text


def _is_unseen(char: str) -> bool:
    return char < " " or (not char.isascii() and category(char) in _UNSEEN)  # DEL is refused before
