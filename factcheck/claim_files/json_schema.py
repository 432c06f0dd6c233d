"""
The JSON Schema (draft-07) of claims files, made from the models: what editors complete and check them with.
"""

from __future__ import annotations

from typing import Any

DRAFT = "http://json-schema.org/draft-07/schema#"
TITLE = "Claims file of factcheck"
EXAMPLE = {
    "published": "2025-07-14",
    "about": {"source": "gacc", "reporter": "China", "partner": "Russia", "flow": "total", "currency": "USD"},
    "claims": [
        {"quote": "slipped by 9.1 percent to $106.48 billion", "change": "2025-H1", "level": "2025-H1"},
    ],
}


def schema() -> dict[str, Any]:
    """The schema as data, ready for ``json.dumps``."""
    from factcheck.claim_files.models import claims_file

    made = _tidied(claims_file().model_json_schema(ref_template="#/definitions/{model}"))
    definitions = made.pop("$defs")
    return {
        "$schema": DRAFT,
        **made,
        "title": TITLE,
        "examples": [EXAMPLE],
        "definitions": dict(sorted(definitions.items())),
    }


def _tidied(part: Any) -> Any:
    """No null (a key is there or it is not), no titles that repeat the key, no keys beside ``$ref``."""
    if isinstance(part, list):
        return [_tidied(item) for item in part if item != {"type": "null"}]
    if not isinstance(part, dict):
        return part
    tidy = {
        name: {key: _tidied(value) for key, value in inner.items()}
        if name in ("properties", "$defs")
        else _tidied(inner)
        for name, inner in part.items()
        if not (name == "default" and inner is None) and not (name == "title" and isinstance(inner, str))
    }
    options = tidy.get("anyOf")
    if isinstance(options, list) and len(options) == 1:
        tidy = {**{key: value for key, value in tidy.items() if key != "anyOf"}, **options[0]}
    if "$ref" in tidy and len(tidy) > 1:  # draft-07 reads nothing beside a reference
        tidy = {"allOf": [{"$ref": tidy["$ref"]}], **{key: value for key, value in tidy.items() if key != "$ref"}}
    return tidy
