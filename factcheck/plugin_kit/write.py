"""
Writing a new package: whole or not at all, over nothing that is there.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from factcheck.errors import SettingsError
from factcheck.plugin_kit.files import files
from factcheck.plugin_kit.names import PluginName
from factcheck.plugin_kit.sample import record_sample


def write_package(name: PluginName, folder: Path) -> Path:
    """
    Write the package into a folder, and give its path.

    Raises:
        SettingsError: something stands in its place, or it cannot be written; nothing was changed.
    """
    target = folder / name.package
    if not folder.is_dir():
        raise SettingsError(f"{folder} is no folder; make it first, or name another with --to")
    if os.path.lexists(target):
        raise SettingsError(
            f"{target} is there already, and nothing is overwritten; move it, or name another with --to"
        )
    try:
        # In a folder of our own beside the target, so that it appears there at once, with the usual permissions.
        with tempfile.TemporaryDirectory(prefix=f".{name.package}-", dir=folder) as aside:
            made = Path(aside, name.package)
            _write(name, made)
            made.rename(target)
    except OSError as error:
        raise SettingsError(f"{target} cannot be written: {error.strerror or error}; nothing was left there") from None
    return target


def _write(name: PluginName, folder: Path) -> None:
    for path, text in files(name):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    record_sample(folder / "tests" / "recorded")
