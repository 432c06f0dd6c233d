"""
A folder's settings: ``factcheck.toml``, or the table ``[tool.factcheck]`` of a ``pyproject.toml``.

They come with the claims and may be hostile: they say what is read, how strictly, and which services are asked in what
order; never where those are, with what key, nor a file outside. What they loosen is counted in every report.
``--isolated`` takes none.
"""

from factcheck.settings.articles import ArticleSettings, article_settings, with_severities
from factcheck.settings.model import LEVELS, Section, Settings
from factcheck.settings.read import read_settings

__all__ = ["LEVELS", "ArticleSettings", "Section", "Settings", "article_settings", "read_settings", "with_severities"]
