"""A small project on disk, checked for real against the snapshot: a story with its claims."""

from __future__ import annotations

from pathlib import Path

from factcheck.claim_files import read_claims
from factcheck.outputs.result import Result
from factcheck.resolvers import load_resolvers
from factcheck.verification import verify

#: 𝟗 takes two units of UTF-16 and four bytes of UTF-8, é and “ take one unit and two or three bytes.
STORY = "# Träde 𝟗\n\nIn 2023 – “é𝟗” – it came to a record high of $237 billion. In 2024 exports fell by\n30 percent.\n"
CLAIMS = """article: {draft}
published: 2025-07-14
about: {{source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}}
claims:
  - {{id: level, note: "é𝟗", quote: "a record high of $237 billion", level: 2023}}
  - id: fall
    quote: "exports fell by 30 percent"
    flow: exports
    change: {{period: 2024}}
  - id: gone
    quote: "an ignored $1 billion"
    level: 2023
    ignore: quote-not-in-draft
    why: the desk knows
"""


def checked(
    folder: Path, *, above: str = "", story: str = STORY, claims: str = CLAIMS, draft: str = "story.md"
) -> Result:
    """
    The run over a project.

    Args:
        folder: where to write it; the root of its repository.
        above: lines that are put before the story and before the claims, as comments of the latter.
        story: the draft.
        claims: the claims file; ``{draft}`` in it is the path of the draft.
        draft: its name.
    """
    (folder / "claims").mkdir(exist_ok=True)
    (folder / "drafts").mkdir(exist_ok=True)
    (folder / "drafts" / draft).write_text(above + story, encoding="utf-8")
    comments = "".join(f"# {line}\n" for line in above.splitlines())
    file = folder / "claims" / "story.yaml"
    file.write_text(comments + claims.format(draft=f"../drafts/{draft}"), encoding="utf-8")
    articles, problems = read_claims([file], root=folder)
    assert problems == ()
    reports = tuple(verify(articles, load_resolvers().resolvers))
    return Result(reports, problems, 1, None, str(folder), str(folder))
