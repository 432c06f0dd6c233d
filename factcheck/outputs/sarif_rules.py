"""
Rules as SARIF describes them: what they mean, how serious they are, and the documentation page as help.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.outputs.annotations import OWN_RULES, PROBLEM, WARNING
from factcheck.outputs.json import Json
from factcheck.rules import RULES, Severity, Verdict

#: Where the documentation is on the web, with a slash at its end; blank as long as the project has no address there.
DOCS = ""
#: A link to another page, which leads nowhere outside of the documentation.
_LINK = re.compile(r"\[([^\]\n]{1,200})\]\([^)\s]{1,200}\.md(?:#[^)\s]{0,80})?\)")


@lru_cache(maxsize=1)
def rule_ids() -> tuple[str, ...]:
    """The rules that a result may have, in the order of the documentation; those of plain matches have none."""
    known = [name for name, rule in RULES.items() if _may_be_told(rule.verdict, rule.severity)]
    return (*known, *(name for name in OWN_RULES if name not in (PROBLEM, WARNING)))


def _may_be_told(verdict: Verdict, severity: Severity | None) -> bool:
    return verdict not in (Verdict.MATCH, Verdict.ATTESTED) or severity is Severity.WARNING


def rule_value(name: str, page: str) -> dict[str, Json]:
    """
    One rule.

    Args:
        name: of the rule.
        page: its documentation in Markdown; blank where it was not installed.
    """
    rule = RULES.get(name)
    meaning = rule.meaning if rule is not None else OWN_RULES[name]
    text = f"{meaning[0].upper()}{meaning[1:]}."
    level = Severity.NOTE if rule is None else rule.severity or Severity.ERROR
    page = _LINK.sub(r"\1", page)
    more = f" factcheck explain {name} tells more." if rule is not None else ""
    help_: dict[str, Json] = {"text": page or text + more, **({"markdown": page} if page else {})}
    return {
        "id": name,
        "shortDescription": {"text": text},
        "fullDescription": {"text": f"{text} Verdict: {rule.verdict if rule is not None else 'not checked'}."},
        **({"helpUri": address_of(name)} if address_of(name) else {}),
        "help": help_,
        "defaultConfiguration": {"level": str(Severity.NOTE if level is Severity.NONE else level)},
        "properties": {"tags": ["statistics"]},
    }


def address_of(name: str) -> str:
    """The page of a rule on the web; blank where the documentation has no address."""
    page = f"rules/{name}.md" if name in RULES else "formats.md"
    return f"{DOCS}{page}" if DOCS else ""
