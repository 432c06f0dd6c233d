"""``factcheck verify`` under a folder's settings: obeyed where the command line says nothing, and never in silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.cli.exit_codes import FailOn
from factcheck.settings import LEVELS

HEAD = """\
published: 2025-07-14
about: {source: gacc, reporter: China, partner: Russia, flow: total, currency: USD}
claims:
"""
HOLDS = '  - quote: "slipped by 9.1 percent"\n    change: 2025-H1\n'
MISSES = '  - quote: "a record high of $237 billion"\n    id: record\n    level: 2023\n'
COARSE = '  - quote: "reached $241 billion"\n    id: coarse\n    level: 2023\n'
OPEN = '  - quote: "$90 billion"\n    id: open\n    level: 1995\n'
NEVER = 'fail-on = "never"\n'
NEEDLESS = HOLDS + "    ignore: [wrong-change]\n    why: it once was\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one article, which has an error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a.yaml").write_text(HEAD + HOLDS + MISSES, encoding="utf-8")
    return tmp_path


def settings(desk: Path, text: str) -> None:
    (desk / "factcheck.toml").write_text(text, encoding="utf-8")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, int], str]:
    """The exit code, the counts, and the last line for people."""
    code = main(["verify", "-o", "json=factcheck.json", "-o", "concise", *arguments])
    counts = json.loads(Path("factcheck.json").read_text(encoding="utf-8"))["summary"]
    assert counts["exit_code"] == code
    return code, counts, capsys.readouterr().out.splitlines()[-1]


def test_levels_are_those_of_the_command_line():
    """
    What settings may say is what --fail-on takes.
    """
    assert tuple(FailOn) == LEVELS


def test_settings_say_how_strictly(desk, capsys):
    """
    The errors that they let pass are counted.
    """
    settings(desk, NEVER)
    code, counts, last = run(capsys)

    assert (code, counts["let_pass"]) == (0, 1)
    assert last == "Exit 0: 1 match, 1 discrepancy, 0 unresolved, 1 let pass by settings"


@pytest.mark.parametrize("text", [NEVER, '[per-path."claims/*"]\nfail-on = "never"\n'])
def test_the_command_line_goes_before_settings(desk, capsys, text):
    """
    Also before those of a path.
    """
    settings(desk, text)
    code, counts, _ = run(capsys, "--fail-on", "error")

    assert (code, counts["let_pass"]) == (1, 0)


def test_a_level_of_the_command_line_lets_nothing_pass_by_settings(desk, capsys):
    """
    What the operator says is not counted against the folder.
    """
    settings(desk, NEVER)
    code, counts, _ = run(capsys, "--fail-on", "never")

    assert (code, counts["let_pass"]) == (0, 0)


def test_an_isolated_run_takes_no_settings(desk, capsys):
    """
    Be they in order or not.
    """
    settings(desk, "no toml")

    assert run(capsys, "--isolated")[0] == 1
    assert main(["verify"]) == 2


def test_settings_with_a_fault_stop_the_run(desk, capsys):
    """
    Every fault is told with its line and a caret, and nothing is checked.
    """
    settings(desk, 'fial-on = "error"\nmin-coverage = 200\n')

    assert main(["verify"]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert "factcheck.toml:1:1: unknown setting 'fial-on'" in output.err
    assert "factcheck.toml:2:1: min-coverage is a whole number" in output.err
    assert output.err.count("^") == 2


@pytest.mark.parametrize(
    ("pattern", "code"), [("claims/a.yaml", 0), ("drafts/opinion/*", 0), ("claims/b*", 1), ("drafts/*", 1)]
)
def test_a_path_is_that_of_the_claims_file_or_of_the_draft(desk, capsys, pattern, code):
    """
    A section holds for the articles that fit.
    """
    (desk / "drafts" / "opinion").mkdir(parents=True)
    (desk / "drafts" / "opinion" / "a.md").write_text("It slipped by 9.1 percent from a record high of $237 billion.")
    (desk / "claims" / "a.yaml").write_text(f"article: ../drafts/opinion/a.md\n{HEAD}{HOLDS}{MISSES}", encoding="utf-8")
    settings(desk, f'[per-path."{pattern}"]\nfail-on = "never"\n')

    assert run(capsys)[0] == code


def test_the_last_section_that_fits_counts(desk, capsys):
    """
    Key by key, as in the file.
    """
    settings(desk, '[per-path."claims/"]\nfail-on = "error"\n[per-path."claims/*"]\nfail-on = "never"\n')

    assert run(capsys)[0] == 0


def test_another_article_is_judged_as_before(desk, capsys):
    """
    One that fits no section fails the run.
    """
    (desk / "claims" / "b.yaml").write_text(HEAD + MISSES, encoding="utf-8")
    settings(desk, '[per-path."claims/a.yaml"]\nfail-on = "never"\n')
    code, counts, _ = run(capsys)

    assert (code, counts["let_pass"]) == (1, 1)


@pytest.mark.parametrize(
    ("text", "code", "lowered", "severity"),
    [
        ('[severities]\nwrong-level = "warning"\n', 0, 1, "warning"),
        ('[severities]\nwrong-level = "note"\n', 0, 1, "note"),
        ('[severities]\nwrong-level = "error"\n', 1, 0, "error"),
        ('[per-path."claims/*".severities]\nwrong-level = "note"\n', 0, 1, "note"),
        (
            '[severities]\nwrong-level = "note"\n[per-path."claims/*".severities]\nwrong-level = "error"\n',
            1,
            0,
            "error",
        ),
    ],
)
def test_severities_are_lowered_and_counted(desk, capsys, text, code, lowered, severity):
    """
    The verdict stays; each lowered finding is counted.
    """
    settings(desk, text)
    found, counts, last = run(capsys)
    (article,) = json.loads(Path("factcheck.json").read_text(encoding="utf-8"))["articles"]

    assert (found, counts["lowered"], article["lowered"]) == (code, lowered, lowered)
    assert article["findings"][1]["severity"] == severity
    assert article["findings"][1]["verdict"] == "discrepancy"
    assert ("1 lowered by settings" in last) == bool(lowered)


def test_a_lowered_finding_says_who_lowered_it(desk, capsys):
    """
    With the file and its line.
    """
    settings(desk, '\n[severities]\nwrong-level = "note"\n')
    main(["verify"])

    assert "note       lowered from error to note by factcheck.toml:3" in capsys.readouterr().out


def test_a_severity_may_be_raised(desk, capsys):
    """
    A folder may be stricter than the rules; that needs no count.
    """
    (desk / "claims" / "a.yaml").write_text(HEAD + HOLDS + OPEN, encoding="utf-8")
    settings(desk, '[severities]\nno-observation = "error"\n')
    code, counts, _ = run(capsys)

    assert (code, counts["lowered"]) == (1, 0)


def test_what_a_person_set_aside_stays_aside(desk, capsys):
    """
    Severities do not bring back what a claim ignores.
    """
    ignored = MISSES + "    ignore: [wrong-level]\n    why: an old figure\n"
    (desk / "claims" / "a.yaml").write_text(HEAD + HOLDS + ignored, encoding="utf-8")
    settings(desk, '[severities]\nwrong-level = "error"\n')

    assert run(capsys)[0] == 0


def test_claims_are_read_where_the_settings_say(desk, capsys):
    """
    What they leave out of claims/ is counted.
    """
    (desk / "claims" / "b.yaml").write_text(HEAD + HOLDS, encoding="utf-8")
    settings(desk, 'claims = ["claims/b.yaml"]\n')
    code, counts, last = run(capsys)

    assert (code, counts["articles"], counts["passed_over"]) == (0, 1, 1)
    assert last == "Exit 0: 1 match, 0 discrepancies, 0 unresolved, 1 file passed over by settings"


def test_paths_of_the_command_line_go_before_those_of_settings(desk, capsys):
    """
    Then nothing is passed over.
    """
    settings(desk, 'claims = ["nowhere"]\n')
    code, counts, _ = run(capsys, "claims")

    assert (code, counts["passed_over"]) == (1, 0)


def test_settings_above_lead_to_their_own_claims(desk, capsys, monkeypatch):
    """
    From a folder inside, claims and drafts of the folder of the settings are read.
    """
    (desk / ".git").mkdir()
    (desk / "drafts").mkdir()
    (desk / "drafts" / "a.md").write_text("It slipped by 9.1 percent.")
    (desk / "claims" / "a.yaml").write_text(f"article: ../drafts/a.md\n{HEAD}{HOLDS}", encoding="utf-8")
    settings(desk, 'claims = ["claims"]\n')
    monkeypatch.chdir(desk / "drafts")

    assert run(capsys)[0] == 0


def test_formats_are_those_of_the_settings(desk, capsys):
    """
    A file lies beside the settings.
    """
    settings(desk, 'output-format = ["concise", "json=factcheck-report.json"]\n')
    main(["verify"])

    assert json.loads((desk / "factcheck-report.json").read_text(encoding="utf-8"))["version"] == 1
    assert capsys.readouterr().out.count("\n") == 3


def test_formats_of_the_command_line_go_before_those_of_settings(desk, capsys):
    """
    Then no file of theirs is written.
    """
    settings(desk, 'output-format = ["json=factcheck-report.json"]\n')
    main(["verify", "-o", "concise"])

    assert not (desk / "factcheck-report.json").exists()


def test_an_unknown_format_is_a_fault_of_the_settings(desk, capsys):
    """
    With its line.
    """
    settings(desk, 'output-format = ["jsonn"]\n')

    assert main(["verify"]) == 2
    assert "factcheck.toml:1:1: there is no format 'jsonn'" in capsys.readouterr().err


def test_a_report_of_settings_goes_onto_no_input(desk, capsys):
    """
    A claims file is no place for one, whatever it is called.
    """
    (desk / "claims" / "a.yaml").rename(desk / "claims" / "factcheck.yaml")
    (desk / "factcheck-report.md").write_text("It slipped by 9.1 percent.")
    (desk / "claims" / "factcheck.yaml").write_text(f"article: ../factcheck-report.md\n{HEAD}{HOLDS}", encoding="utf-8")
    settings(desk, 'output-format = ["text=factcheck-report.md"]\n')

    assert main(["verify"]) == 2
    assert (desk / "factcheck-report.md").read_text() == "It slipped by 9.1 percent."


def test_a_baseline_makes_findings_known(desk, capsys):
    """
    From the first run on they fail nothing, and are counted.
    """
    settings(desk, 'baseline = "factcheck-baseline.json"\n')
    assert main(["verify", "--write-baseline"]) == 0
    capsys.readouterr()
    code, counts, last = run(capsys)

    assert (code, counts["known"], counts["errors"], counts["discrepancy"]) == (0, 1, 0, 1)
    assert last == "Exit 0: 1 match, 1 discrepancy, 0 unresolved, 1 known"


def test_a_baseline_survives_moved_lines_and_new_claims(desk, capsys):
    """
    What comes in between makes nothing unknown, and is not known itself.
    """
    settings(desk, 'baseline = "factcheck-baseline.json"\n')
    main(["verify", "--write-baseline"])
    capsys.readouterr()
    other = '  - quote: "it was $150 billion"\n    id: new\n    level: 2022\n'
    (desk / "claims" / "a.yaml").write_text("# a remark\n" + HEAD + other + HOLDS + MISSES, encoding="utf-8")
    code, counts, _ = run(capsys)

    assert (code, counts["known"], counts["errors"]) == (1, 1, 1)


def test_mended_findings_are_told_and_removed(desk, capsys):
    """
    Until the file is written again, every run says so.
    """
    settings(desk, 'baseline = "factcheck-baseline.json"\n')
    main(["verify", "--write-baseline"])
    (desk / "claims" / "a.yaml").write_text(HEAD + HOLDS, encoding="utf-8")
    capsys.readouterr()
    main(["verify"])
    told = "1 entry of the baseline no longer occurs; factcheck verify --write-baseline removes it."

    out = capsys.readouterr().out
    assert told in " ".join(out.split())
    assert out.splitlines()[-1] == "Exit 0: 1 match, 0 discrepancies, 0 unresolved, 1 gone from the baseline"
    main(["verify", "--write-baseline"])
    assert capsys.readouterr().err == "factcheck-baseline.json: 0 known, 0 added, 1 removed\n"
    assert run(capsys)[1]["baseline_gone"] == 0


def test_a_baseline_takes_up_new_findings_only_with_a_reason(desk, capsys):
    """
    The reason stands beside them.
    """
    settings(desk, 'baseline = "factcheck-baseline.json"\n')
    (desk / "claims" / "a.yaml").write_text(HEAD + HOLDS, encoding="utf-8")
    main(["verify", "--write-baseline"])
    (desk / "claims" / "a.yaml").write_text(HEAD + HOLDS + MISSES, encoding="utf-8")

    assert main(["verify", "--write-baseline"]) == 1
    assert main(["verify", "--write-baseline", "--baseline-add", "printed in 2024"]) == 0
    (entry,) = json.loads((desk / "factcheck-baseline.json").read_text())["known"]
    assert (entry["id"], entry["why"]) == ("record", "printed in 2024")


def test_a_baseline_makes_open_claims_known_too(desk, capsys):
    """
    Under --fail-on unresolved they fail no more.
    """
    (desk / "claims" / "a.yaml").write_text(HEAD + HOLDS + OPEN, encoding="utf-8")
    assert main(["verify", "--fail-on", "unresolved"]) == 1

    assert main(["verify", "--write-baseline", "--fail-on", "unresolved"]) == 0


def test_a_new_baseline_says_where_to_name_it(desk, capsys):
    """
    No file is read that nobody names.
    """
    main(["verify", "--write-baseline"])

    assert 'write baseline = "factcheck-baseline.json" into factcheck.toml' in capsys.readouterr().err
    assert main(["verify"]) == 1
    assert main(["verify", "--baseline", "factcheck-baseline.json"]) == 0


def test_a_baseline_that_is_not_there_is_an_error(desk, capsys):
    """
    A name that was mistyped is no empty baseline.
    """
    settings(desk, 'baseline = "known.json"\n')

    assert main(["verify"]) == 2
    assert "there is no baseline known.json" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--baseline-add", "a reason"],
        ["--write-baseline", "--baseline-add", " "],
        ["--write-baseline", "--only-changed", "main"],
        ["--write-baseline", "--diff", "main"],
    ],
)
def test_options_of_the_baseline_that_do_not_go_together(desk, capsys, arguments):
    """
    Wrong usage, and nothing is written.
    """
    assert main(["verify", *arguments]) == 2
    assert not (desk / "factcheck-baseline.json").exists()


def test_a_report_never_goes_onto_the_baseline(desk, capsys):
    """
    It is an input of the run.
    """
    main(["verify", "--write-baseline"])
    before = (desk / "factcheck-baseline.json").read_text()

    assert main(["verify", "--baseline", "factcheck-baseline.json", "-o", "json=factcheck-baseline.json"]) == 2
    assert (desk / "factcheck-baseline.json").read_text() == before


def test_a_baseline_is_written_over_nothing_else(desk, capsys):
    """
    A file that is no baseline stays as it is.
    """
    (desk / "package.json").write_text("{}")
    settings(desk, 'baseline = "package.json"\n')

    assert main(["verify", "--write-baseline"]) == 2
    assert (desk / "package.json").read_text() == "{}"


def test_an_ignore_that_is_not_needed_is_told_and_counted(desk, capsys):
    """
    It is a warning: at that level it fails the run.
    """
    (desk / "claims" / "a.yaml").write_text(HEAD + NEEDLESS, encoding="utf-8")
    code, counts, last = run(capsys)

    assert (code, counts["unneeded_ignores"]) == (0, 1)
    assert last == "Exit 0: 1 match, 0 discrepancies, 0 unresolved, 1 ignore not needed"
    assert run(capsys, "--fail-on", "warning")[0] == 1
    main(["verify"])
    told = " ".join(capsys.readouterr().out.split())
    assert "warning: claim change-2025-h1 ignores wrong-change, which does not occur" in told


@pytest.mark.parametrize(
    "claim",
    [
        MISSES + "    ignore: [wrong-level]\n    why: an old figure\n",
        OPEN + "    ignore: [wrong-level]\n    why: nobody knows\n",
    ],
)
def test_an_ignore_is_needed_where_the_rule_occurs_or_nothing_could_be_checked(desk, capsys, claim):
    """
    A claim without a figure beside it may need it tomorrow.
    """
    (desk / "claims" / "a.yaml").write_text(HEAD + HOLDS + claim, encoding="utf-8")

    assert run(capsys)[1]["unneeded_ignores"] == 0


def test_an_ignore_of_a_contradiction_is_needed_while_it_lasts(desk, capsys):
    """
    Rules over several claims count as well.
    """
    one = '  - quote: "trade was $240 billion in 2023"\n    id: one\n    level: 2023\n'
    two = '  - quote: "trade was $300 billion in 2023"\n    id: two\n    level: 2023\n'
    aside = "    ignore: [wrong-level, conflict]\n    why: the other desk's figure\n"
    (desk / "claims" / "a.yaml").write_text(HEAD + one + two + aside, encoding="utf-8")

    assert run(capsys)[1]["unneeded_ignores"] == 0


@pytest.fixture
def story(desk: Path) -> Path:
    """The folder with a story of two figures, one of which a claim takes."""
    (desk / "story.md").write_text("It slipped by 9.1 percent to $106.48 billion.", encoding="utf-8")
    (desk / "claims" / "a.yaml").write_text(f"article: ../story.md\n{HEAD}{HOLDS}", encoding="utf-8")
    return desk


@pytest.mark.parametrize(
    ("least", "arguments", "code"),
    [
        (50, [], 0),
        (51, [], 1),
        (51, ["--min-coverage", "50"], 0),
        (50, ["--min-coverage", "51"], 1),
        (51, ["--min-coverage", "0"], 0),
        (51, ["--isolated"], 0),
    ],
)
def test_coverage_takes_its_least_from_the_settings(story, capsys, least, arguments, code):
    """
    Unless the command line says it.
    """
    settings(story, f"min-coverage = {least}\n")

    assert main(["coverage", *arguments]) == code


def test_coverage_reads_the_claims_of_the_settings(story, capsys, monkeypatch):
    """
    From a folder inside too.
    """
    (story / ".git").mkdir()
    (story / "inside").mkdir()
    settings(story, 'claims = ["claims"]\nmin-coverage = 51\n')
    monkeypatch.chdir(story / "inside")

    assert main(["coverage"]) == 1
    assert "1 of 2 figures and dates have a claim (50 %)" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [["verify"], ["show", "record"], ["export", "sheet.csv"], ["lock"], ["coverage"]],
    ids=lambda each: each[0],
)
def test_every_command_reads_the_claims_of_the_settings(desk, capsys, arguments):
    """
    Where the command line names none; isolated there are none to read.
    """
    (desk / "claims").rename(desk / "desk")
    (desk / "story.md").write_text("It slipped by 9.1 percent from a record high of $237 billion.")
    (desk / "desk" / "a.yaml").write_text(f"article: ../story.md\n{HEAD}{HOLDS}{MISSES}", encoding="utf-8")
    settings(desk, 'claims = ["desk"]\n')

    assert main(arguments) in (0, 1)
    assert main([*arguments, "--isolated"]) in (2, 3)


def test_a_run_that_lacks_its_sources_writes_no_baseline(desk, capsys):
    """
    Without the lock nothing is found, and everything known would be gone.
    """
    assert main(["verify", "--write-baseline", "--locked"]) == 4
    assert "the baseline was not written" in capsys.readouterr().err
    assert not (desk / "factcheck-baseline.json").exists()
