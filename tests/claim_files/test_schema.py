"""The JSON Schema and the models say the same as the reader."""

from __future__ import annotations

import json

import pytest
import yaml

from factcheck.claim_files import read_claims_text, schema
from factcheck.claim_files.models import claims_file
from factcheck.kinds import KINDS

jsonschema = pytest.importorskip("jsonschema")

GOOD = [
    'claims: [{quote: "up 2 percent", change: 2024}]',
    'claims: [{quote: "up 2 percent", id: 2024, change: 2025-H1, level: {period: 2024, figure: "$2 billion"}}]',
    'claims: [{quote: "x", trend: {surge: [2022, 2023]}, flow: imports, partner: [EU, ASEAN]}]',
    'claims: [{quote: "x", record: {high: 2023, still: yes}}]',
    'claims: [{quote: "x", multiple: {period: 2024, of: {flow: imports}}}]',
    'claims: [{quote: "x", multiple: {period: 2024, of: 2021}}]',
    'claims: [{quote: "x", rank: {period: 2024, among: [EU, ASEAN]}}]',
    'claims: [{quote: "x", partner: NO, change: 2024, hedge: more than, tolerance: 0.5 %}]',
    'claims: [{quote: "x", seen: {source: a, by: b, on: "2025-07-14"}}]',
    'claims: [{quote: "x", todo: [a, b], ignore: coarse, why: because}]',
    'published: "2025-07-14"\nabout: {reporter: China}\ntitle: 2024\nclaims: [{quote: "x", level: 2024}]',
    'claims: [{quote: "x", share: {period: 2024, of: {partner: World}}}]',
]
BAD = [
    "claims: []",
    "title: x",
    'claims: [{quote: "x"}]',
    'claims: [{quote: "x", levle: 2024}]',
    'claims: [{quote: "x", change: {perid: 2024}}]',
    'claims: [{quote: "x", change: {from: 2024}}]',
    'claims: [{quote: "x", record: {high: 2024, low: 2020}}]',
    'claims: [{quote: "x", record: {since: 2024}}]',
    'claims: [{quote: "x", share: 2024}]',
    'claims: [{quote: "x", level: [2023, 2024]}]',
    'claims: [{quote: "x", change: 2024, flow: export}]',
    'claims: [{quote: "x", change: 2024, hedge: almost}]',
    'claims: [{quote: "x", change: 2024, tolerance: 5}]',
    'claims: [{quote: "x", change: 2024, ignore: coarse}]',
    'claims: [{quote: "x", change: 2024, ignore: nonsense, why: x}]',
    'claims: [{quote: "x", record: {high: 2024, hedge: about}}]',
    'claims: [{quote: "x", quotation: {event: a, flow: total}}]',
    'claims: [{quote: "x", seen: {source: a, by: b}}]',
    'claims: [{quote: "x", share: {period: 2024, of: {hedge: about}}}]',
    'claims: [{quote: "x", id: A b, change: 2024}]',
    'about: {hedge: about}\nclaims: [{quote: "x", change: 2024}]',
]


def in_editor(text):
    """What an editor reads: yes and NO may be truths to it; as a key, on is a word."""
    return keys_as_words(yaml.safe_load(text))


def keys_as_words(data):
    """Data whose keys are words."""
    if isinstance(data, dict):
        return {"on" if name is True else name: keys_as_words(value) for name, value in data.items()}
    return [keys_as_words(item) for item in data] if isinstance(data, list) else data


def as_text(data):
    """What an editor reads, as the text that stands in the file."""
    if isinstance(data, dict):
        return {name: as_text(value) for name, value in data.items()}
    if isinstance(data, list):
        return [as_text(item) for item in data]
    return {True: "yes", False: "NO"}.get(data, str(data)) if isinstance(data, bool) else str(data)


@pytest.fixture(scope="module")
def validator():
    """
    A draft-07 validator of the schema.
    """
    made = schema()
    jsonschema.Draft7Validator.check_schema(made)
    return jsonschema.Draft7Validator(made)


@pytest.mark.parametrize("text", GOOD)
def test_reader_schema_and_models_accept_the_same(validator, text):
    """
    What an editor accepts is read; 2024, yes and NO are numbers and truths to it.
    """
    data = in_editor(text)

    assert read_claims_text(text, "claims.yaml")[1] == ()
    assert [error.message for error in validator.iter_errors(data)] == []
    claims_file().model_validate(as_text(data))


@pytest.mark.parametrize("text", BAD)
def test_reader_schema_and_models_refuse_the_same(validator, text):
    """
    What the reader refuses for its shape is marked in the editor.
    """
    data = in_editor(text)

    assert read_claims_text(text, "claims.yaml")[1] != ()
    assert not validator.is_valid(data)
    with pytest.raises(ValueError, match="validation error"):
        claims_file().model_validate(as_text(data))


@pytest.mark.parametrize("name", KINDS)
def test_the_example_of_each_kind_is_valid(validator, name):
    """
    Every kind's example is read, and fits schema and models.
    """
    text = "claims:\n" + KINDS[name].example

    assert read_claims_text(text, "claims.yaml")[1] == ()
    assert validator.is_valid(in_editor(text))


def test_the_schema_is_for_editors():
    """
    It names its draft, describes every key, has examples, and nothing stands beside a reference.
    """
    made = schema()
    claim = made["definitions"]["Claim"]["properties"]

    assert made["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert made["title"] == "Claims file of factcheck"
    assert made["additionalProperties"] is False
    assert all("description" in key for key in claim.values())
    assert set(claim) >= set(KINDS)
    assert "$defs" not in json.dumps(made)
    assert '"null"' not in json.dumps(made)
    assert jsonschema.Draft7Validator(made).is_valid(made["examples"][0])


def test_the_schema_is_the_same_each_time():
    """
    Two makings give the same bytes.
    """
    assert json.dumps(schema()) == json.dumps(schema())
