"""
Claims as the bench writes them: words and keys for the claims file, and what they say for the bench's own check.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from bench.accuracy.article_forms import Form, Said, Variable, variables_of
from bench.accuracy.article_rows import Family
from bench.accuracy.article_words import Band

Options = str | Mapping[str, Any]


class Statement(NamedTuple):
    """
    One kind of a claim.

    Attributes:
        kind: its key in the claims file.
        options: what stands under it.
        form: what it says.
        said: the band that the words allow.
        known: the band that the source's own figure allows, which lies inside where the claim is true.
    """

    kind: str
    options: Options
    form: Form
    said: Band = Band(None, None)
    known: Band = Band(None, None)


class Claim(NamedTuple):
    """A quote with its series keys and statements; ``id`` is given by its article."""

    quote: str
    keys: Mapping[str, Any]
    statements: tuple[Statement, ...]
    id: str = ""

    @property
    def variables(self) -> tuple[Variable, ...]:
        """The levels and bases that it speaks of."""
        return tuple(variable for each in self.statements for variable in variables_of(each.form))

    @property
    def said(self) -> list[Said]:
        """What its words say."""
        return [Said(each.form, each.said) for each in self.statements]

    @property
    def known(self) -> list[Said]:
        """What the source says of the same."""
        return [Said(each.form, each.known) for each in self.statements]


@dataclass
class Article:
    """An article in the making: whose figures it is mainly about, its day and its claims."""

    about: Family
    published: date
    claims: list[Claim] = field(default_factory=list)

    def numbered(self) -> Article:
        """The same with an id for each claim, by its place."""
        return Article(self.about, self.published, [each._replace(id=f"c{at}") for at, each in enumerate(self.claims)])

    def yaml(self) -> str:
        """The claims file."""
        about = {"flow": "total", **about_keys(self.about)}
        lines = [f"published: {self.published}", f"about: {_flow_yaml(about)}", "claims:"]
        return "\n".join([*lines, *(_claim_yaml(claim, about) for claim in self.claims), ""])


def about_keys(family: Family) -> dict[str, Any]:
    """The series keys of a family."""
    keys = {
        "source": family.source,
        "reporter": family.reporter,
        "partner": family.partner,
        "commodity": family.commodity,
        "scope": "" if family.scope == "goods" else family.scope,
        "valuation": family.valuation,
        "currency": family.unit,
    }
    return {name: value for name, value in keys.items() if value}


def _claim_yaml(claim: Claim, about: Mapping[str, Any]) -> str:
    differing = {name: value for name, value in claim.keys.items() if about.get(name) != value}
    kinds = {each.kind: each.options for each in claim.statements}
    lines = [f"  - id: {claim.id}", f"    quote: {json.dumps(claim.quote, ensure_ascii=False)}"]
    lines += [f"    {name}: {_flow_yaml(value)}" for name, value in {**differing, **kinds}.items()]
    return "\n".join(lines)


def _flow_yaml(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_flow_yaml(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow_yaml(each) for each in value) + "]"
    return f'"{value}"' if "," in str(value) else str(value)
