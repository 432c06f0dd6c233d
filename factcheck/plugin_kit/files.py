"""
The files of a new package, from the templates beside this file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Template

from factcheck import __version__
from factcheck.plugin_kit.names import PluginName

TEMPLATES = Path(__file__).parent / "template"
#: Where each template is written to; MODULE is the importable package.
PATHS = {
    "pyproject.toml": "pyproject.toml",
    "README.md": "README.md",
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "init.py": "src/MODULE/__init__.py",
    "live.py": "src/MODULE/live.py",
    "test_contract.py": "tests/test_contract.py",
    "test_figures.py": "tests/test_figures.py",
    "test_command.py": "tests/test_command.py",
}
MARKER = "src/MODULE/py.typed"  # says that the package has types


def files(name: PluginName) -> Iterator[tuple[str, str]]:
    """Each file of the package by its path, with its text."""
    given = {
        "name": name.name,
        "package": name.package,
        "module": name.module,
        "resolver": name.resolver,
        "version": __version__,
    }
    for template, path in PATHS.items():
        text = (TEMPLATES / f"{template}.txt").read_text(encoding="utf-8")
        yield path.replace("MODULE", name.module), Template(text).substitute(given)
    yield MARKER.replace("MODULE", name.module), ""
