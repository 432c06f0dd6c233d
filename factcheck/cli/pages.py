"""
The documentation pages that ship with the package: ``docs/`` of a checkout, ``factcheck/docs/`` of an installation.
"""

from __future__ import annotations

from pathlib import Path

import factcheck

PACKAGE = Path(factcheck.__file__).parent


def docs_folder() -> Path | None:
    """Where the pages are, None where they were not installed."""
    for folder in (PACKAGE / "docs", PACKAGE.parent / "docs"):
        if (folder / "rules").is_dir():
            return folder
    return None


def rule_page(name: str) -> str | None:
    """The page of a rule or of a note, None if there is none."""
    folder = docs_folder()
    if folder is None or name not in rule_pages():
        return None
    return (folder / "rules" / f"{name}.md").read_text(encoding="utf-8")


def rule_pages() -> tuple[str, ...]:
    """The names of all pages about rules and notes, sorted."""
    folder = docs_folder()
    return () if folder is None else tuple(sorted(path.stem for path in (folder / "rules").glob("*.md")))


def kind_section(name: str) -> str | None:
    """The section of ``docs/claims.md`` about a kind, None if there is none."""
    folder = docs_folder()
    if folder is None:
        return None
    text = (folder / "claims.md").read_text(encoding="utf-8")
    _, found, rest = text.partition(f"\n### {name}\n")
    if not found:
        return None
    ends = [place for place in (rest.find("\n## "), rest.find("\n### ")) if place >= 0]
    return f"# {name}\n{rest[: min(ends)] if ends else rest}".rstrip("\n") + "\n"
