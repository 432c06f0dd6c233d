"""The same small worlds as those of the checks."""

from __future__ import annotations

import importlib.util
from pathlib import Path

_SPEC = importlib.util.spec_from_file_location("worlds", Path(__file__).parents[1] / "check" / "conftest.py")
_worlds = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_worlds)
row, check, Rows = _worlds.row, _worlds.check, _worlds.Rows
