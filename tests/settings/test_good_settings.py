"""What settings may say: each key read as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.rules import Severity
from factcheck.settings import Section, Settings, read_settings

NOTE, WARNING, ERROR = Severity.NOTE, Severity.WARNING, Severity.ERROR

GOOD = [
    ("", {}),
    ("# nothing but a remark\n", {}),
    ('claims = ["claims"]', {"claims": ("claims",)}),
    ('claims = ["desk/a", "desk/b.yaml"]', {"claims": ("desk/a", "desk/b.yaml")}),
    ('claims = ["."]', {"claims": (".",)}),
    ('fail-on = "error"', {"fail_on": "error"}),
    ('fail-on = "warning"', {"fail_on": "warning"}),
    ('fail-on = "unresolved"', {"fail_on": "unresolved"}),
    ('fail-on = "never"', {"fail_on": "never"}),
    ('"fail-on" = "never"', {"fail_on": "never"}),
    ('output-format = ["text"]', {"output_formats": ("text",)}),
    (
        'output-format = ["text", "json=factcheck-report.json"]',
        {"output_formats": ("text", "json=factcheck-report.json")},
    ),
    ('output-format = ["sarif=reports/factcheck.sarif"]', {"output_formats": ("sarif=reports/factcheck.sarif",)}),
    ('output-format = ["markdown=factcheck-report.md"]', {"output_formats": ("markdown=factcheck-report.md",)}),
    ('output-format = ["json=factcheck-report-a1.json"]', {"output_formats": ("json=factcheck-report-a1.json",)}),
    ("output-format = []", {}),
    ("min-coverage = 0", {"min_coverage": 0}),
    ("min-coverage = 100", {"min_coverage": 100}),
    ('baseline = "factcheck-baseline.json"', {"baseline": "factcheck-baseline.json"}),
    ('baseline = "desk/known.json"', {"baseline": "desk/known.json"}),
    ('[live]\nsources = ["gacc", "world-bank"]', {"sources": ("gacc", "world-bank")}),
    ("[live]", {}),
    ('live.sources = ["imf"]', {"sources": ("imf",)}),
    ('[severities]\ncoarse = "note"', {"severities": {"coarse": NOTE}}),
    ('[severities]\ncoarse = "error"', {"severities": {"coarse": ERROR}}),
    ('[severities]\nno-observation = "warning"', {"severities": {"no-observation": WARNING}}),
    ('[severities]\nwrong-level = "note"', {"severities": {"wrong-level": NOTE}}),
    (
        '[per-path."drafts/opinion/*"]\nfail-on = "never"',
        {"sections": (Section("drafts/opinion/*", "never"),)},
    ),
    (
        '[per-path."a/"]\n[per-path."a/".severities]\ncoarse = "note"',
        {"sections": (Section("a/", None, {"coarse": NOTE}),)},
    ),
    (
        '[per-path."b"]\nfail-on = "never"\n[per-path."a"]\nfail-on = "error"',
        {"sections": (Section("b", "never"), Section("a", "error"))},
    ),
]


@pytest.mark.parametrize(("text", "said"), GOOD)
def test_settings_are_read_as_written(tmp_path: Path, text: str, said: dict[str, object]) -> None:
    """
    Each key has its value; what is not written says nothing.
    """
    (tmp_path / "factcheck.toml").write_text(text + "\n", encoding="utf-8")

    assert read_settings(tmp_path) == Settings("factcheck.toml", str(tmp_path), **said)  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "said"), GOOD)
def test_a_shared_file_says_the_same(tmp_path: Path, text: str, said: dict[str, object]) -> None:
    """
    In a pyproject.toml the same keys stand below [tool.factcheck].
    """
    below = text.replace("[per-path", "[tool.factcheck.per-path").replace("[live", "[tool.factcheck.live")
    below = below.replace("[severities", "[tool.factcheck.severities")
    (tmp_path / "pyproject.toml").write_text(f"[tool.other]\nx = 1\n[tool.factcheck]\n{below}\n", encoding="utf-8")

    assert read_settings(tmp_path) == Settings("pyproject.toml", str(tmp_path), **said)  # type: ignore[arg-type]


def test_no_settings(tmp_path: Path) -> None:
    """
    A folder without settings asks for nothing.
    """

    assert read_settings(tmp_path) == Settings()


def test_the_own_file_goes_first(tmp_path: Path) -> None:
    """
    Where both files of a folder have settings, factcheck.toml is read.
    """
    (tmp_path / "factcheck.toml").write_text('[live]\nsources = ["gacc"]\n')
    (tmp_path / "pyproject.toml").write_text('[tool.factcheck.live]\nsources = ["imf"]\n')

    assert read_settings(tmp_path).sources == ("gacc",)


@pytest.mark.parametrize("text", ["[project\n", '[project]\nname = "x"\n', "[tool.other]\nx = 1\n", "tool = 1\n"])
def test_somebody_elses_file_is_passed_over(tmp_path: Path, text: str) -> None:
    """
    A pyproject.toml that has no table of ours says nothing, be it in order or not.
    """
    (tmp_path / "pyproject.toml").write_text(text)

    assert read_settings(tmp_path) == Settings()
