"""
Which files of a workspace matter: claims files, drafts, and the folders' own sources and settings.
"""

from __future__ import annotations

#: How the names of sources and settings end.
SOURCE_NAMES = ("datapackage.json", ".csv", "factcheck.toml", "pyproject.toml")
#: Patterns that the editor is asked to watch, where it can.
WATCHED = (
    "**/*.{yaml,yml}",
    "**/*.{md,markdown,txt,text,html,htm,docx}",
    "**/sources/**/*.{json,csv}",
    "**/{factcheck,pyproject}.toml",
)
