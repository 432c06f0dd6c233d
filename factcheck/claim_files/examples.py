"""
The examples of kinds, as data.
"""

from __future__ import annotations

from typing import Any

from factcheck.files.yaml_events import Node, read_yaml
from factcheck.kinds import Kind


def examples(kind: Kind) -> list[Any]:
    """What stands under the key of the kind in its example; nothing for the short form."""
    root = read_yaml(kind.example, f"example of {kind.name}").root
    claims = plain(root) if root is not None else []
    uses = [claim[kind.name] for claim in claims if kind.name in claim]
    return [use for use in uses if isinstance(use, dict)]


def plain(node: Node) -> Any:
    """A node as text, lists and dictionaries."""
    content = node.content
    if isinstance(content, dict):
        return {name: plain(entry.value) for name, entry in content.items()}
    if isinstance(content, list):
        return [plain(item) for item in content]
    return content
