"""The record of how sources/ was made still makes it, where the collected data are at hand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"


@pytest.mark.skipif(not DATA.is_dir(), reason="the collected data are not here")
def test_the_converter_makes_the_sources_that_are_kept(tmp_path) -> None:
    """
    Every file of sources/ comes out of the converter byte for byte, and no other.
    """
    subprocess.run([sys.executable, ROOT / "tools" / "build_sources.py", DATA, tmp_path], check=True)

    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    kept = {path.relative_to(ROOT / "sources"): path.read_bytes() for path in (ROOT / "sources").glob("*/*")}
    assert sorted(made) == sorted(kept)
    assert [path for path in made if made[path] != kept[path]] == []
