"""Everything that a user can name is in the documentation."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import click
import pytest

from factcheck.cli import COMMANDS, MODULES
from factcheck.cli.exit_codes import PRIORITY
from factcheck.cli.formats import FORMATS
from factcheck.cli.goods import ids_of_source
from factcheck.cli.pages import kind_section, rule_page
from factcheck.hedges import Hedge
from factcheck.kinds import KINDS
from factcheck.rules import RULES, Severity
from factcheck.snapshot import Snapshot

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
NOTES = ("since-revised", "tied", "record-superseded")
LINK = re.compile(r"\]\(([^)#\s]{1,200})(?:#[^)]{0,80})?\)")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_described(name: str) -> None:
    """
    A command has a section in the page about the command line, and every option stands in it or in one before it.
    """
    text = (DOCS / "command-line.md").read_text(encoding="utf-8")
    command = import_module(f"factcheck.cli.{MODULES.get(name, name)}").command
    options = [param.opts[0] for param in command.params if isinstance(param, click.Option)]

    assert f"\n## factcheck {name}\n" in text
    assert [option for option in options if f"`{option}" not in text and option != "--output-format"] == []


@pytest.mark.parametrize("name", [*RULES, *NOTES])
def test_every_rule_has_a_page(name: str) -> None:
    """
    A rule or note has a page with an example, its reason and what to do, and it stands in the index.
    """
    page = rule_page(name) or ""

    assert page.startswith(f"# {name}\n")
    assert all(f"\n## {part}\n" in page for part in ("Example", "Why", "What to do"))
    assert f"(rules/{name}.md)" in (DOCS / "rules.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", RULES)
def test_pages_say_verdict_and_severity(name: str) -> None:
    """
    The page of a rule states the verdict and the severity that the rule has.
    """
    rule = RULES[name]
    said = (rule_page(name) or "").splitlines()[2]
    verdict = "inconsistency" if rule.verdict == "inconsistent" else rule.verdict

    assert verdict in said
    assert ("size of the miss" if rule.severity is None else rule.severity) in said
    assert rule.severity in (None, *Severity)


def test_no_page_without_a_rule() -> None:
    """
    Each page is about a rule or a note that there is.
    """

    assert {path.stem for path in (DOCS / "rules").glob("*.md")} == {*RULES, *NOTES}


@pytest.mark.parametrize("name", [*KINDS, "seen"])
def test_every_kind_is_described(name: str) -> None:
    """
    A kind has a section with an example in the page about claims, and all of its keys stand in it.
    """
    section = kind_section(name) or ""
    keys = KINDS[name].keys if name in KINDS else ("source", "by", "on")

    assert "```yaml" in section
    assert [key for key in keys if f"`{key}`" not in section] == []


def test_every_hedge_is_described() -> None:
    """
    The words that ``hedge:`` takes stand in the page about claims.
    """
    text = (DOCS / "claims.md").read_text(encoding="utf-8")

    assert [hedge for hedge in Hedge if f"`{hedge}`" not in text] == []


@pytest.mark.parametrize("page", ["README.md", "docs/command-line.md"])
def test_exit_codes_and_formats_are_described(page: str) -> None:
    """
    The table of exit codes has them all, and the formats are named.
    """
    text = (ROOT / page).read_text(encoding="utf-8")

    assert [code for code in (0, *PRIORITY) if f"| {code} |" not in text] == []
    assert [name for name in FORMATS if name not in (DOCS / "command-line.md").read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("page", ["README.md", *sorted(path.name for path in DOCS.glob("*.md"))])
def test_links_lead_somewhere(page: str) -> None:
    """
    A relative link in the documentation names a file or folder that is there.
    """
    path = ROOT / page if page == "README.md" else DOCS / page
    links = [link for link in LINK.findall(path.read_text(encoding="utf-8")) if "://" not in link]

    assert [link for link in links if not (path.parent / link).exists()] == []


def test_readme_leads_with_what_it_is() -> None:
    """
    The first sentence says what it is, then come make verify and make test, then a run, within a screen.
    """
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    first = [next(n for n, line in enumerate(lines) if words in line) for words in ("spell-checker", "make verify")]
    first += [next(n for n, line in enumerate(lines) if words in line) for words in ("make test", "$ factcheck verify")]

    assert first == sorted(first)
    assert first[-1] < 20


def test_every_commodity_is_described() -> None:
    """
    The ids of commodities stand in both pages, in the page about sources each with the sources that have it.
    """
    snapshot = Snapshot.open()
    rows = {
        id_: ", ".join(f"`{info.id}`" for info in snapshot.sources() if id_ in ids_of_source(info.id, snapshot))
        for id_ in snapshot.commodity_ids()
    }
    sources = (DOCS / "sources.md").read_text(encoding="utf-8")
    section = sources.partition("\n## Commodities\n")[2].partition("\n## ")[0]
    claims = (DOCS / "claims.md").read_text(encoding="utf-8")

    assert re.findall(r"^\| `([a-z-]{1,40})` \|.{1,120}\| (.{1,80}) \|$", section, re.MULTILINE) == list(rows.items())
    assert [id_ for id_ in rows if f"`{id_}`" not in claims] == []
