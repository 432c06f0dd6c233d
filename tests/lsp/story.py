"""A small story with its claims file, and a desk to ask about them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from factcheck.lsp.desk import Desk, Marked, State
from factcheck.lsp.documents import Documents
from factcheck.lsp.folders import folder_named

STORY = """# Trade falls

Two-way trade slipped by 9.1 percent to $106.48 billion in the six months to June. 😀 Trade came to
a record high of $237 billion in 2023.

Germany exported goods worth $12.3 billion to Chad in May 2025.
"""
CLAIMS = """article: ../drafts/story.md
published: 2025-07-14
about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}
claims:
  - quote: "slipped by 9.1 percent to $106.48 billion"
    change: 2025-H1
    level: 2025-H1
  # what the story says of 2023
  - id: record
    quote: "a record high of $237 billion"
    level: 2023
"""


def workspace(folder: Path, claims: str = CLAIMS, story: str = STORY) -> tuple[Path, Path]:
    """Write a claims file and its story; their paths."""
    (folder / "claims").mkdir()
    (folder / "drafts").mkdir()
    paths = folder / "claims" / "story.yaml", folder / "drafts" / "story.md"
    for path, text in zip(paths, (claims, story), strict=True):
        path.write_bytes(text.encode())
    return paths


class Asked:
    """
    A desk with what is open.

    Args:
        folder: the workspace.
        paths: what is open, with the texts of the files.
    """

    def __init__(self, folder: Path, *paths: Path) -> None:
        self.desk = Desk(isolated=True)
        self.documents = Documents()
        self.folder = folder_named(str(folder))
        for path in paths:
            self.open(path, path.read_bytes().decode())

    def open(self, path: Path, text: str) -> None:
        self.documents.put(path.as_uri(), str(path), text, 1)

    @property
    def state(self) -> State:
        return State({document.path: document for document in self.documents}, (self.folder,))

    def marked(self, path: Path) -> Marked:
        document = self.documents.named(path.as_uri())
        assert document is not None
        marked = self.desk.marks(document, self.state, lambda: None)
        assert marked is not None
        return marked

    def marks(self, path: Path) -> list[tuple[str, str, str]]:
        """Weight, rule and the underlined words of each mark."""
        marked = self.marked(path)
        return [(mark.weight, mark.rule, marked.lines.text[mark.start : mark.end]) for mark in marked.marks]


def codes(diagnostics: Iterable[dict[str, object]]) -> list[object]:
    """The rules of diagnostics."""
    return [each["code"] for each in diagnostics]
