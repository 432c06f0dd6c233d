"""
The models of a claims file, made from the table of kinds; unknown keys are forbidden everywhere.

Files are read by walking their nodes, which knows the place of each fault. The models say the same once more, for the
JSON Schema; a test holds the two together. Importing this module imports pydantic.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, create_model, model_validator

from factcheck.claim_files.claim import SEEN_KEYS
from factcheck.claim_files.examples import examples
from factcheck.claim_files.key_texts import ARTICLE_SAYS, CLAIM_SAYS, FIGURE_SAYS, SEEN_SAYS, SERIES_SAYS
from factcheck.claim_files.kind_values import MEMBERS
from factcheck.claim_files.series_values import VALUATIONS
from factcheck.claims import FIGURE_KEYS, SERIES_KEYS
from factcheck.hedges import Hedge
from factcheck.kinds import KINDS, Key, KeyType, Kind
from factcheck.observations import FLOWS, SCOPES
from factcheck.rules import RULES

Fields = dict[str, Any]
#: Every value is read as text; an editor reads 2024 as a number, yes and NO as booleans.
_SCALAR = {"type": ["string", "number", "boolean"]}
_PERIOD = {"type": ["string", "number"], "examples": ["2024", "2025-H1", "2025-Q2", "2025-06", "2025-01/2025-05"]}
_DAY = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "examples": ["2025-07-14"]}
_ID = {"type": ["string", "number"], "pattern": "^[a-z0-9][a-z0-9_-]{0,79}$"}
_EVENT = {"type": ["string", "number"], "pattern": "^[a-z0-9][a-z0-9_-]{0,119}$"}
_TOLERANCE = {"type": "string", "pattern": "^[0-9]{1,9}([.][0-9]{1,9})? ?(%|pp)$", "examples": ["0.5 %", "0.2 pp"]}
_YES = {"enum": ["yes", "no", True, False]}


class Strict(BaseModel):
    """A mapping with no other keys than its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _text(schema: Mapping[str, object]) -> Any:
    pattern = schema.get("pattern")
    length = Field(min_length=1, pattern=pattern if isinstance(pattern, str) else None)
    return Annotated[str, length, WithJsonSchema(dict(schema))]


def _words(choices: Sequence[str]) -> Any:
    return Literal[tuple(choices)]


def _list(item: Any) -> Any:
    return Annotated[tuple[item, ...], Field(min_length=1)]


def _one_or_list(item: Any) -> Any:
    return item | _list(item)


def _field(type_: Any, says: str, *, required: bool = False) -> Any:
    return (type_, Field(description=says)) if required else (type_ | None, Field(default=None, description=says))


@cache
def claims_file() -> type[Strict]:
    """The model of a whole claims file."""
    claim = _claim()
    fields: Fields = {
        "article": _field(_text({"type": "string"}), ARTICLE_SAYS["article"]),
        "title": _field(_text(_SCALAR), ARTICLE_SAYS["title"]),
        "published": _field(_text(_DAY), ARTICLE_SAYS["published"]),
        "about": _field(_series(), ARTICLE_SAYS["about"]),
        "claims": _field(_list(claim), ARTICLE_SAYS["claims"], required=True),
    }
    return create_model("ClaimsFile", __base__=Strict, __doc__="A claims file of factcheck.", **fields)


def _claim() -> type[Strict]:
    fields: Fields = {
        "id": _field(_text(_ID), CLAIM_SAYS["id"]),
        "quote": _field(_text(_SCALAR), CLAIM_SAYS["quote"]),
        **{kind.name: _field(_use(kind), kind.says) for kind in KINDS.values()},
        "seen": _field(_seen(), CLAIM_SAYS["seen"]),
        "todo": _field(_one_or_list(_text(_SCALAR)), CLAIM_SAYS["todo"]),
        "note": _field(_text(_SCALAR), CLAIM_SAYS["note"]),
        "ignore": _field(_one_or_list(_words(list(RULES))), CLAIM_SAYS["ignore"]),
        "why": _field(_text(_SCALAR), CLAIM_SAYS["why"]),
        **_figure_fields(),
        **_series_fields(),
    }
    says_something = [{"required": [name]} for name in (*KINDS, "seen", "todo")]
    return create_model(
        "Claim",
        __base__=Strict,
        __doc__="A claim: a quote, what it is about, and one or more kinds.",
        __config__=None,
        __validators__={
            "something": _after(_says_something),
            "reason": _after(_has_reason),
        },
        __cls_kwargs__={
            "json_schema_extra": {"anyOf": says_something, "dependencies": {"ignore": ["why"], "why": ["ignore"]}}
        },
        **fields,
    )


def _use(kind: Kind) -> Any:
    """What may stand under the key of a kind: its short form, if it has one, or a mapping."""
    fields: Fields = {
        name: _field(_value(key), key.says, required=(name,) in kind.required) for name, key in kind.keys.items()
    }
    if kind.figure:
        fields |= {name: field for name, field in _figure_fields().items() if name not in fields}
    if kind.series:
        fields |= {name: field for name, field in _series_fields().items() if name not in fields}
    choices = [group for group in kind.required if len(group) > 1]
    extra: dict[str, object] = {"examples": found} if (found := examples(kind)) else {}
    if choices:
        extra["oneOf"] = [{"required": [name]} for group in choices for name in group]
    long_form = create_model(
        kind.name.capitalize(),
        __base__=Strict,
        __doc__=kind.says,
        __validators__={"exactly_one": _after(lambda model: _has_one_of_each(model, choices))},
        __cls_kwargs__={"json_schema_extra": extra},
        **fields,
    )
    return _value(kind.keys[kind.short]) | long_form if kind.short else long_form


def _value(key: Key) -> Any:
    period, word = _text(_PERIOD), _text(_SCALAR)
    match key.type:
        case KeyType.PERIOD | KeyType.BASE:
            return period
        case KeyType.PERIODS:
            return _one_or_list(period)
        case KeyType.SERIES:
            return _series()
        case KeyType.PERIOD_OR_SERIES:
            return period | _series()
        case KeyType.MEMBERS:
            return _words(MEMBERS) | _list(word)
        case KeyType.YES:
            return _text(_YES)
        case KeyType.WORD:
            return _words(key.choices)
        case KeyType.EVENT:
            return _text(_EVENT)
        case KeyType.TEXT:
            return word


@cache
def _series() -> type[Strict]:
    return create_model(
        "Series",
        __base__=Strict,
        __doc__="Which series is meant; the innermost key wins.",
        __cls_kwargs__={"json_schema_extra": {"minProperties": 1}},
        **_series_fields(),
    )


@cache
def _seen() -> type[Strict]:
    types = {"source": _text(_SCALAR), "by": _text(_SCALAR), "on": _text(_DAY)}
    fields: Fields = {name: _field(types[name], SEEN_SAYS[name], required=True) for name in SEEN_KEYS}
    return create_model("Seen", __base__=Strict, __doc__=CLAIM_SAYS["seen"], **fields)


def _series_fields() -> Fields:
    word = _text(_SCALAR)
    special = {
        "partner": _one_or_list(word),
        "flow": _words(FLOWS),
        "scope": _words(SCOPES),
        "valuation": _words(VALUATIONS),
    }
    return {name: _field(special.get(name, word), SERIES_SAYS[name]) for name in SERIES_KEYS}


def _figure_fields() -> Fields:
    types = {
        "figure": _text(_SCALAR),
        "hedge": _words([str(hedge) for hedge in Hedge]),
        "tolerance": _text(_TOLERANCE),
        "direction": _words(("up", "down")),
    }
    return {name: _field(types[name], FIGURE_SAYS[name]) for name in FIGURE_KEYS}


def _after(check: Callable[[Any], str]) -> Any:
    """A check of a whole model: the text that it gives is what is wrong."""

    def validate(model: Any) -> Any:
        fault = check(model)
        if fault:
            raise ValueError(fault)
        return model

    return model_validator(mode="after")(validate)


def _says_something(claim: Any) -> str:
    there = any(getattr(claim, name) is not None for name in (*KINDS, "seen", "todo"))
    return "" if there else "the claim says nothing to check"


def _has_reason(claim: Any) -> str:
    return "" if (claim.ignore is None) == (claim.why is None) else "ignore needs why"


def _has_one_of_each(model: Any, choices: Sequence[Sequence[str]]) -> str:
    for group in choices:
        if sum(getattr(model, name) is not None for name in group) != 1:
            return f"exactly one of {', '.join(group)} must stand"
    return ""
