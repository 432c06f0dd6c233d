"""One version, told the same everywhere."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

import factcheck

ROOT = Path(__file__).parents[2]


def test_the_changelog_begins_with_this_version() -> None:
    """
    The first version that the changelog describes is the one in the package.
    """
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert headings[0] == factcheck.__version__


def test_the_installed_distribution_has_this_version() -> None:
    """
    What pip shows is what ``factcheck.__version__`` says.
    """

    assert metadata.version("factcheck-claims") == factcheck.__version__
