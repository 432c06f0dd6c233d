"""
Put into the wheel the files of ``sources/``, the index compiled from them, and the pages that ``explain`` prints.

The index is made at packaging, so that an installed factcheck never writes beside itself.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

INDEX = "index.sqlite"


class SnapshotHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds ``factcheck/sources/`` to a wheel; an editable install reads ``sources/`` where it is."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the index into a temporary folder and name every file that the wheel takes."""
        if version == "editable":
            return
        sources = Path(self.root, "sources")
        if not any(sources.glob("*/datapackage.json")):
            raise FileNotFoundError(f"{sources}: no source folder with a datapackage.json for the wheel")
        self.scratch = tempfile.TemporaryDirectory()
        index = Path(self.scratch.name, INDEX)
        compile_from(Path(self.root), sources, index)
        for path in filter(taken, sorted(sources.rglob("*"))):
            name = path.relative_to(sources).as_posix()
            build_data["force_include"][str(path)] = f"factcheck/sources/{name}"
        for page in (*sorted(Path(self.root, "docs", "rules").glob("*.md")), Path(self.root, "docs", "claims.md")):
            name = page.relative_to(self.root).as_posix()
            build_data["force_include"][str(page)] = f"factcheck/{name}"
        build_data["force_include"][str(index)] = f"factcheck/sources/{INDEX}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder."""
        if version != "editable":
            self.scratch.cleanup()


def taken(path: Path) -> bool:
    """Tell whether a file of ``sources/`` belongs in the wheel: not hidden, and no index of a checkout."""
    return path.is_file() and not path.name.startswith((INDEX, "."))


def compile_from(root: Path, sources: Path, index: Path) -> None:
    """Compile the index with the code that is being packaged, whatever factcheck is installed."""
    sys.path.insert(0, str(root))
    try:
        from factcheck.snapshot import compile_index
    finally:
        sys.path.remove(str(root))
    compile_index(sources, index)
