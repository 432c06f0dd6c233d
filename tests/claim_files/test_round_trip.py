"""Laws of the loader: what is written as YAML comes back as the same text."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claim_files import read_claims_text
from factcheck.claim_files.examples import plain
from factcheck.files.yaml_events import read_yaml

#: what a text editor can write; the parser itself turns some line ends into others
TEXT = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"], exclude_characters="\ufeff"), max_size=20
)
DATA = st.recursive(
    TEXT, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=12
)


class Dumper(yaml.SafeDumper):
    """Writes each text in quotation marks, and no aliases."""

    def ignore_aliases(self, data):
        return True


def as_yaml(data, **style):
    """Any data, its texts quoted."""
    return yaml.dump(data, Dumper=Dumper, default_style='"', allow_unicode=True, **style).replace("!!str ", "")


@given(DATA, st.booleans())
def test_nodes_hold_what_was_written(data, flow):
    """
    Any nesting of quoted texts, in either style, is read back as it was.
    """
    written = as_yaml(data, default_flow_style=flow, sort_keys=False)

    root = read_yaml(written, "data.yaml").root

    assert root is not None
    assert plain(root) == data


@given(
    st.lists(
        st.fixed_dictionaries(
            {"quote": TEXT.filter(str.strip), "change": st.sampled_from(["2024", "2025-H1", "2025-01/2025-05"])},
            optional={
                "note": TEXT.filter(str.strip),
                "flow": st.sampled_from(["total", "exports"]),
                "partner": st.sampled_from(["NO", "Russia", "United States"]) | st.just(["EU", "ASEAN"]),
                "hedge": st.sampled_from(["about", "at most"]),
            },
        ),
        min_size=1,
        max_size=5,
    )
)
def test_claims_hold_what_was_written(claims):
    """
    Quotes, notes and keys of a claim are the texts of its file.
    """
    article, problems = read_claims_text(as_yaml({"claims": claims}), "claims.yaml")

    assert problems == ()
    assert article is not None
    for written, claim in zip(claims, article.claims, strict=True):
        assert claim.quote == written["quote"]
        assert claim.note == written.get("note", "")
        assert claim.kinds[0].options == {"period": written["change"]}
        keys = {name: written[name] for name in ("flow", "hedge") if name in written}
        if "partner" in written:
            partner = written["partner"]
            keys["partner"] = partner if isinstance(partner, str) else tuple(partner)
        assert claim.keys == keys


@given(st.text(max_size=60) | st.text("[]{}:,-?&*!|>'\"%@` \n#a", max_size=60))
def test_any_text_is_read_or_refused_with_a_place(text):
    """
    No text ends in anything but an article or problems whose places lie in it.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    article, problems = read_claims_text(text, "claims.yaml")

    assert (article is None) == bool(problems)
    for problem in problems:
        assert 1 <= problem.location.line <= len(lines) + 1
        assert problem.location.column >= 1
        assert problem.what
