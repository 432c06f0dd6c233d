"""What ``import factcheck`` offers, and what it costs."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck

PACKAGE = Path(factcheck.__file__).parent
HEAVY = {
    "click",
    "currency_converter",
    "duckdb",
    "jinja2",
    "pydantic",
    "rapidfuzz",
    "requests",
    "rich",
    "yaml",
    "z3",
}
LATE = {"currency_converter", "duckdb", "jinja2", "rapidfuzz", "requests", "rich", "z3"}


def loaded_by(statement: str) -> set[str]:
    """The top-level packages in memory after a fresh interpreter has run the statement."""
    script = f"{statement}\nimport sys; print(*{{name.partition('.')[0] for name in sys.modules}})"
    return set(subprocess.check_output([sys.executable, "-c", script], text=True).split())


def seen_by_type_checkers() -> dict[str, str]:
    """The names imported under TYPE_CHECKING, with the modules they come from."""
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    blocks = [node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    imports = [node for block in blocks for node in block.body if isinstance(node, ast.ImportFrom)]
    return {alias.name: str(node.module) for node in imports for alias in node.names}


def every_module() -> list[str]:
    paths = [path.relative_to(PACKAGE.parent).with_suffix("") for path in sorted(PACKAGE.rglob("*.py"))]
    return [".".join(path.parts).removesuffix(".__init__") for path in paths if path.name != "__main__"]


def test_all_lists_the_public_names() -> None:
    """
    ``__all__`` holds the names that are loaded late and the version, each once, and nothing else.
    """

    assert sorted([*factcheck._MODULE_OF, "__version__"]) == sorted(factcheck.__all__)


def test_type_checkers_see_the_same_names() -> None:
    """
    Editors complete what the interpreter loads.
    """

    assert seen_by_type_checkers() == factcheck._MODULE_OF


@pytest.mark.parametrize("name", factcheck.__all__)
def test_a_public_name_can_be_used_and_is_listed(name: str) -> None:
    """
    Each public name loads, and ``dir`` shows it.
    """

    assert getattr(factcheck, name) is not None
    assert name in dir(factcheck)


def test_a_name_that_is_not_public_is_refused_as_python_does() -> None:
    """
    A misspelt name is an AttributeError that names it.
    """

    with pytest.raises(AttributeError, match="'verfy'"):
        factcheck.verfy  # noqa: B018


def test_importing_factcheck_loads_no_dependency() -> None:
    """
    Whoever imports factcheck pays for what they use, when they use it.
    """

    assert loaded_by("import factcheck") & HEAVY == set()


def test_no_module_loads_a_slow_dependency_when_it_is_imported() -> None:
    """
    Slow packages are imported in the function that needs them, so that the command starts fast.
    """

    assert loaded_by("\n".join(f"import {name}" for name in every_module())) & LATE == set()
