"""
The templates, the style sheet and the script that come with the package.
"""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from factcheck.outputs.html.inert import inert, whole

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates: every text that they print goes through ``inert``, and what is unknown is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # slow to import

    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        finalize=inert,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    made.filters["whole"] = whole
    return made


@lru_cache(maxsize=2)
def own_text(name: str) -> Markup:
    """The style sheet or the script, which stand in the page as they are."""
    return Markup((HERE / name).read_text(encoding="utf-8"))  # noqa: S704  it is a file of this package


def policy(style: str, script: str) -> str:
    """What the page may load: its own style and script, told by their hashes, and nothing else from anywhere."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
