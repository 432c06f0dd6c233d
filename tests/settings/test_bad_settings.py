"""What settings may not say: told with its line and what to write instead, and nothing is obeyed."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import SettingsError, SettingsFileError
from factcheck.settings import read_settings

BAD = [
    # text, line, words of the message, words of the hint
    ("unknown = 1", 1, "unknown setting 'unknown'", "allowed here: claims, fail-on"),
    ("\nfail_on = 'error'", 2, "unknown setting 'fail_on'", "did you mean fail-on?"),
    ("fial-on = 'error'", 1, "unknown setting 'fial-on'", "did you mean fail-on?"),
    ("as-of = 2025-07-14", 1, "unknown setting 'as-of'", "--as-of on the command line"),
    ("as_of = 2025-07-14", 1, "unknown setting 'as_of'", "--as-of on the command line"),
    ("base-url = 'https://example.org'", 1, "unknown setting 'base-url'", "never say where a service is"),
    ("plugins = ['desk.plugin']", 1, "unknown setting 'plugins'", "never named in settings"),
    ("isolated = true", 1, "unknown setting 'isolated'", "--isolated on the command line"),
    ("ignore = ['coarse']", 1, "unknown setting 'ignore'", "ignore: [rule]"),
    ("fail-on = 'eror'", 1, "fail-on is 'eror'", "did you mean error?"),
    ("fail-on = 1", 1, "fail-on is a whole number", "allowed here: error, warning, unresolved, never"),
    ("fail-on = true", 1, "fail-on is true", "allowed here"),
    ("fail-on = ['error']", 1, "fail-on is a list", "allowed here"),
    ("fail-on = 2025-07-14", 1, "fail-on is a day or a time", "allowed here"),
    ("claims = 'claims'", 1, "claims is no list", 'write claims = ["claims"]'),
    ("claims = []", 1, "claims is empty", 'write claims = ["claims"]'),
    ("claims = [1]", 1, "claims is no list of texts", "write claims"),
    ("claims = ['a', 'a']", 1, "'a' stands twice", "write it once"),
    ("claims = ['']", 1, "'' is no path", "from the folder of the settings"),
    ("claims = ['../desk']", 1, "'../desk' leads out", "from the folder of the settings"),
    ("claims = ['a/../../desk']", 1, "leads out", "from the folder of the settings"),
    ("claims = ['/etc']", 1, "'/etc' leads out", "from the folder of the settings"),
    ("claims = ['~/desk']", 1, "'~/desk' leads out", "from the folder of the settings"),
    ("claims = ['.git']", 1, "'.git' is hidden", "from the folder of the settings"),
    ("claims = ['C:/desk']", 1, "has a character", "from the folder of the settings"),
    ('claims = ["a\\u0000b"]', 1, "is no path", "from the folder of the settings"),
    ("claims = [" + "'a'," * 101 + "]", 1, "claims has 101 texts", "at most 100"),
    ("output-format = 'text'", 1, "output-format is no list", 'write output-format = ["text"'),
    ("output-format = ['Text']", 1, "'Text' is no format", "write text"),
    ("output-format = ['json=report.json']", 1, "'report.json' is no name for a report", "factcheck-report.json"),
    ("output-format = ['html=reports/']", 1, "'reports/' is no name for a report", "factcheck-report.json"),
    ("output-format = ['json=package.json']", 1, "is no name for a report", "overwrite nothing of yours"),
    ("output-format = ['markdown=docs/factcheck.md']", 1, "is no name for a report", "factcheck-report.json"),
    ("output-format = ['text=factcheck-notes.txt']", 1, "is no name for a report", "factcheck-report.json"),
    ("output-format = ['text=factcheck.toml']", 1, "is no name for a report", "factcheck-report.json"),
    ("output-format = ['text=factcheck.lock']", 1, "is no name for a report", "factcheck-report.json"),
    ("output-format = ['json=factcheck-baseline.json']", 1, "is no name for a report", "factcheck-report.json"),
    ("output-format = ['json=../factcheck.json']", 1, "leads out", "from the folder of the settings"),
    ("output-format = ['json=.git/factcheck.json']", 1, "is hidden", "from the folder of the settings"),
    ("output-format = ['json=/tmp/factcheck.json']", 1, "leads out", "from the folder of the settings"),
    ("min-coverage = 101", 1, "min-coverage is a whole number", "from 0 to 100"),
    ("min-coverage = -1", 1, "min-coverage is a whole number", "from 0 to 100"),
    ("min-coverage = 80.5", 1, "min-coverage is a number with a point", "from 0 to 100"),
    ("min-coverage = '80'", 1, "min-coverage is '80'", "from 0 to 100"),
    ("min-coverage = true", 1, "min-coverage is true", "from 0 to 100"),
    ("baseline = true", 1, "baseline is true", "factcheck-baseline.json"),
    ("baseline = 'known.yaml'", 1, "baseline is 'known.yaml'", "factcheck-baseline.json"),
    ("baseline = '../known.json'", 1, "leads out", "from the folder of the settings"),
    ("live = 1", 1, "live is a whole number", "write [live]"),
    ("[live]\nbase_url = 'https://example.org'", 2, "unknown setting 'base_url'", "never say where a service is"),
    ("[live]\nkey = 'secret'", 2, "unknown setting 'key'", "allowed here: sources"),
    ("[live]\nsources = 'gacc'", 2, "sources is no list", "the preferred first"),
    ("[live]\nsources = [1]", 2, "sources is no list of texts", "the preferred first"),
    ("[live]\nsources = ['../x']", 2, "'../x' is no name of a source", "gacc or world-bank"),
    ("[live]\nsources = ['GACC']", 2, "'GACC' is no name of a source", "gacc or world-bank"),
    ("[live]\nsources = ['gacc', 'gacc']", 2, "'gacc' stands twice", "write it once"),
    ("[live]\nsources = [['gacc']]", 2, "sources is no list of texts", "the preferred first"),
    ("[live]\nsources = [" + "'a'," * 51 + "]", 2, "sources has 51 texts", "at most 50"),
    ("severities = 1", 1, "severities is a whole number", "write [severities]"),
    ("[severities]\ncoarse = 'none'", 2, "coarse cannot be hidden", "note is the least"),
    ("[severities]\ncoarse = 'eror'", 2, "coarse is 'eror'", "did you mean error?"),
    ("[severities]\ncoarse = 1", 2, "coarse is a whole number", "allowed here: note, warning, error"),
    ("[severities]\ncorse = 'note'", 2, "unknown rule 'corse'", "did you mean coarse"),
    ("[severities]\nconflict = 'note'", 2, "conflict stays an error", "ignore: [conflict]"),
    ("[severities]\nwithin = 'error'", 2, "within names nothing that could fail", "leave it out"),
    ("[severities]\nignored = 'error'", 2, "ignored names nothing that could fail", "leave it out"),
    ("per-path = 1", 1, "per-path is no table of patterns", "[per-path."),
    ("[per-path]\n'a/*' = 1", 2, "'a/*' is a whole number", '[per-path."a/*"]'),
    ("[per-path.'a/*']\nfail-on = 'x'", 2, "fail-on is 'x'", "allowed here"),
    ("[per-path.'a/*']\nclaims = ['a']", 2, "unknown setting 'claims'", "allowed here: fail-on, severities"),
    ("[per-path.'../a']\nfail-on = 'never'", 1, "leads out", "drafts/opinion"),
    ("[per-path.'/a']\nfail-on = 'never'", 1, "leads out", "drafts/opinion"),
    ("[per-path.'']\nfail-on = 'never'", 1, "the pattern is empty", "drafts/opinion"),
    ("[per-path.'a[b]']\nfail-on = 'never'", 1, "has brackets", "two sections"),
    ("[per-path.'a**']\nfail-on = 'never'", 1, "** beside something else", "stands for folders"),
    ("[per-path.'a'.severities]\nwithin = 'note'", 2, "within names nothing", "leave it out"),
    ("[live", 1, "it is no TOML", "correct it"),
    ("fail-on = 'error'\nfail-on = 'never'", 2, "it is no TOML", "correct it"),
    ("x = " + "[" * 5000 + "]" * 5000, 0, "it is nested too deep", "correct it"),
    ("x = " + "1" * 5000, 0, "it is no TOML", "correct it"),
    ("a." * 20 + "a = 1", 0, "a key has over 20 parts", "correct it"),
]


@pytest.mark.parametrize(("text", "line", "what", "hint"), BAD)
def test_faults_are_told_with_their_place(tmp_path: Path, text: str, line: int, what: str, hint: str) -> None:
    """
    The first fault has file and line, says what is wrong, and what to write instead.
    """
    (tmp_path / "factcheck.toml").write_text(text + "\n", encoding="utf-8")

    with pytest.raises(SettingsFileError) as raised:
        read_settings(tmp_path)
    problem = raised.value.problems[0]

    assert (problem.location.path, problem.location.line) == ("factcheck.toml", line)
    assert what in problem.what
    assert hint in problem.hint


def test_all_faults_are_told_in_the_order_of_the_file(tmp_path: Path) -> None:
    """
    One run names everything that is to be mended.
    """
    (tmp_path / "factcheck.toml").write_text(
        "fial-on = 'error'\nmin-coverage = 200\n\n[severities]\ncoarse = 'none'\ncorse = 'note'\n"
    )

    with pytest.raises(SettingsFileError) as raised:
        read_settings(tmp_path)

    assert [problem.location.line for problem in raised.value.problems] == [1, 2, 5, 6]


def test_a_fault_of_settings_is_an_error_of_settings(tmp_path: Path) -> None:
    """
    Those who catch SettingsError catch it too, and it ends a run with exit code 2.
    """
    (tmp_path / "factcheck.toml").write_text("x = 1\n")

    with pytest.raises(SettingsError, match=r"^factcheck\.toml:1:1: ") as raised:
        read_settings(tmp_path)
    assert raised.value.exit_code == 2


def test_a_fault_in_a_shared_file_has_its_line_there(tmp_path: Path) -> None:
    """
    Lines are those of the file, not of the table.
    """
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n\n[tool.factcheck]\nfail-on = 'x'\n")

    with pytest.raises(SettingsFileError) as raised:
        read_settings(tmp_path)

    assert str(raised.value.problems[0].location) == "pyproject.toml:5:1"


@pytest.mark.parametrize("text", ["[tool.factcheck\n", "[tool.factcheck]\nfail-on = \n", "tool.factcheck = 1\n"])
def test_a_shared_file_that_names_us_must_be_in_order(tmp_path: Path, text: str) -> None:
    """
    Settings that cannot be read are never passed over in silence.
    """
    (tmp_path / "pyproject.toml").write_text(text)

    with pytest.raises(SettingsFileError):
        read_settings(tmp_path)
