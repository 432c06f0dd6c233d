"""
Which files of a workspace matter: claims files, drafts, and the folders' own sources.
"""

from __future__ import annotations

SOURCE_NAMES = ("datapackage.json", ".csv", ".parquet", ".sqlite", ".duckdb")
#: Patterns that the editor is asked to watch, where it can.
WATCHED = (
    "**/*.{yaml,yml}",
    "**/*.{md,markdown,txt,text,html,htm,docx}",
    "**/sources/**/*.{json,csv}",
)
