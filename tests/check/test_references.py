"""Which row is the reference: the day, the standing, the vintage, the digits, what may be derived."""

from __future__ import annotations

from factcheck.observations import Standing


def test_a_row_published_later_is_not_yet_published(row, check):
    """
    An article of January 2025 is not judged by a figure of July.
    """
    (finding,) = check([row("2024", "244.81", "2025-07-14")], "$230 billion", level="2024", published="2025-01-20")

    assert (finding.verdict, finding.rule) == ("unresolved", "not-yet-published")


def test_a_blank_vintage_counts_once_its_period_has_ended(row, check):
    """
    An undated row decides where its period ended before the article's day.
    """
    (finding,) = check([row("2024", "244.81", None)], "$244.81 billion", level="2024", published="2025-01-01")

    assert finding.rule == "within"


def test_a_blank_vintage_does_not_count_before_its_period_has_ended(row, check):
    """
    An undated row for 2024 cannot have been known on its last day.
    """
    (finding,) = check([row("2024", "244.81", None)], "$244.81 billion", level="2024", published="2024-12-31")

    assert finding.rule == "not-yet-published"


def test_any_dated_row_beats_an_undated_one(row, check):
    """
    A blank vintage never outranks a known one.
    """
    rows = [row("2024", "200.123", None), row("2024", "244.81", "2025-01-13")]

    (finding,) = check(rows, "$244.81 billion", level="2024")

    assert finding.rule == "within"


def test_a_deciding_row_beats_a_newer_supporting_one(row, check):
    """
    Standing comes before vintage.
    """
    rows = [row("2024", "244.81", "2025-01-13"), row("2024", "240", "2025-06-01", standing=Standing.SUPPORTS)]

    (finding,) = check(rows, "$244.81 billion", level="2024")

    assert finding.rule == "within"


def test_the_latest_vintage_on_the_day_decides(row, check):
    """
    A revision that was out on the article's day replaces the first figure.
    """
    rows = [row("2024", "244.81", "2025-01-13"), row("2024", "246.02", "2025-06-18")]

    (finding,) = check(rows, "$246.02 billion", level="2024", published="2025-07-14")

    assert finding.rule == "within"


def test_a_later_revision_is_a_note_and_no_fault(row, check):
    """
    The article was right on its day; the note tells both values and days.
    """
    rows = [row("2024", "244.81", "2025-01-13"), row("2024", "246.02", "2025-06-18")]

    (finding,) = check(rows, "$244.81 billion", level="2024", published="2025-02-01")

    assert (finding.verdict, finding.rule, finding.severity) == ("match", "within", "note")
    (note,) = [note for note in finding.notes if note.kind == "since-revised"]
    assert all(part in note.text for part in ("244.81", "2025-01-13", "246.02", "2025-06-18"))


def test_a_row_that_may_never_be_compared_with_is_no_reference(row, check):
    """
    A misprint is kept to explain errors, not to confirm them.
    """
    (finding,) = check([row("2023-H1", "339", standing=Standing.NEVER)], "$339 billion", level="2023-H1")

    assert (finding.verdict, finding.rule) == ("unresolved", "no-observation")


def test_the_folders_own_row_never_outranks_an_embedded_one(row, check):
    """
    A local row that disagrees is shown and does not decide.
    """
    rows = [row("2024", "244.81"), row("2024", "237", "2025-06-01", local=True)]

    (finding,) = check(rows, "$237 billion", level="2024")

    assert finding.verdict == "discrepancy"
    assert any("237" in note.text for note in finding.notes)


def test_a_total_is_derived_from_its_flows(row, check):
    """
    Exports and imports of one source and day give a total that no row gives.
    """
    rows = [
        row("2025", "3.77", "2026-01-14", flow="exports", unit_multiplier=12),
        row("2025", "2.58", "2026-01-14", flow="imports", unit_multiplier=12),
    ]

    (finding,) = check(rows, "$6.35 trillion", level="2025", published="2026-02-01")

    assert finding.rule == "within"
    assert "derived" in finding.explanation


def test_flows_of_different_days_derive_nothing(row, check):
    """
    A total is not added up over two vintages.
    """
    rows = [
        row("2025", "3.77", "2026-01-14", flow="exports", unit_multiplier=12),
        row("2025", "2.58", "2026-01-18", flow="imports", unit_multiplier=12),
    ]

    (finding,) = check(rows, "$6.35 trillion", level="2025", published="2026-02-01")

    assert finding.rule == "no-observation"


def test_the_second_half_is_derived_from_the_year(row, check):
    """
    H2 is the year less the first half, widened by how much earlier periods are revised.
    """
    rows = [row("2024", "244.81", "2025-01-13"), row("2024-H1", "116.87", "2024-07-12")]

    (finding,) = check(rows, "$127.94 billion", level="2024-H2")

    assert finding.verdict == "match"
    assert "derived" in finding.explanation


def test_a_published_level_is_never_outranked_by_a_derived_one(row, check):
    """
    The printed total decides even where the flows would give another.
    """
    rows = [
        row("2024", "244.81"),
        row("2024", "100", flow="exports"),
        row("2024", "129.32", flow="imports"),
    ]

    (finding,) = check(rows, "$229.32 billion", level="2024")

    assert finding.verdict == "discrepancy"


def test_another_scope_is_another_cell(row, check):
    """
    Goods and services are not judged by goods: a larger amount stays open.
    """
    (finding,) = check([row("2024", "244.81")], "$300 billion", level="2024", keys={"scope": "goods-and-services"})

    assert finding.rule == "no-observation"


def test_goods_alone_refute_the_same_amount_for_goods_and_services(row, check):
    """
    Services come on top, so the goods figure cannot be that of both.
    """
    (finding,) = check([row("2024", "244.81")], "$244.81 billion", level="2024", keys={"scope": "goods-and-services"})

    assert (finding.verdict, finding.rule) == ("discrepancy", "wrong-level")


def test_the_other_sides_figure_supports_where_the_reporter_has_none(row, check):
    """
    Russia's own figure is missing, China's says the same with exports for imports.
    """
    rows = [row("2024", "129.32", flow="imports")]

    (finding,) = check(
        rows, "$129.32 billion", level="2024", keys={"reporter": "Russia", "partner": "China", "flow": "exports"}
    )

    assert (finding.verdict, finding.rule, finding.severity) == ("match", "mirror-only", "warning")


def test_the_other_sides_figure_never_makes_a_match_where_the_reporter_has_one(row, check):
    """
    227 billion by Russian statistics is not China's 240.11.
    """
    rows = [row("2023", "240.11"), row("2023", "227", reporter="RUS", partner="CHN", source="fcs")]

    (finding,) = check(rows, "$227 billion", level="2023")

    assert finding.verdict == "discrepancy"


def test_without_a_day_the_newest_figure_counts(row, check):
    """
    An article without a day of publication is judged by the latest vintage.
    """
    rows = [row("2024", "244.81", "2025-01-13"), row("2024", "246.02", "2025-06-18")]

    (finding,) = check(rows, "$246.02 billion", level="2024", published=None)

    assert finding.rule == "within"


def test_a_claim_that_fits_a_revised_release_is_told_so(row, check):
    """
    A figure that was right when it came out and has been revised since is out of date, not invented.
    """
    rows = [row("2024", "244.81", "2025-01-13"), row("2024", "246.02", "2025-06-18")]

    (finding,) = check(rows, "$244.81 billion", level="2024", published="2025-07-14")

    assert finding.verdict == "discrepancy"
    assert any("earlier release" in note.text for note in finding.notes)


def test_a_derived_level_that_was_printed_later_is_since_revised(row, check):
    """
    The sum of the flows was right on its day; the office printed another total later.
    """
    rows = [
        row("2024", "115.5", flow="exports"),
        row("2024", "129.3", flow="imports"),
        row("2024", "260.0", "2025-06-18"),
    ]

    (finding,) = check(rows, "$244.8 billion", level="2024", published="2025-02-01")

    assert (finding.verdict, finding.severity) == ("match", "note")
    assert any(note.kind == "since-revised" for note in finding.notes)


def test_local_rows_that_a_rank_needed_are_counted(row, check):
    """
    A verdict that needs the folder's own rows says so, also where they are not the reference.
    """
    rows = [row("2024", "244.81"), row("2024", "8", partner="KEN", local=True)]

    (finding,) = check(rows, "the largest", rank={"period": "2024", "among": ("Russia", "Kenya")})

    assert (finding.verdict, finding.local) == ("match", True)


def test_a_local_source_shows_the_embedded_row_that_disagrees(row, check):
    """
    A claim that names the folder's own source is told what the embedded sources say.
    """
    rows = [row("2024", "206.48", source="desk", local=True), row("2024", "244.81")]

    (finding,) = check(rows, "$206.48 billion", level="2024", keys={"source": "desk"})

    assert finding.local
    assert any("244.81" in note.text for note in finding.notes)


def test_a_figure_on_another_basis_is_pointed_to(row, check):
    """
    A seasonally adjusted figure is no reference for a plain one, and it is said that it is there.
    """
    (finding,) = check([row("2025-06", "11.25", "2025-07-10", valuation="sa")], "$11.25 billion", level="2025-06")

    assert finding.rule == "no-observation"
    assert "valuation: sa" in finding.explanation


def test_a_later_shorter_figure_decides_and_the_longer_one_is_told(row, check):
    """
    The latest vintage is the reference; an earlier one with more digits that does not fit is shown.
    """
    rows = [row("2024", "475.07", "2025-01-09"), row("2024", "475", "2025-02-25")]

    (finding,) = check(rows, "$475.4 billion", level="2024")

    assert finding.verdict == "match"
    assert any("475.07" in note.text for note in finding.notes)


def test_a_compilation_beside_the_office_is_left_out(row, check):
    """
    Where the office's own figure decides, a compilation beside it is left out of the notes.
    """
    rows = [row("2024", "244.81"), row("2024", "250", "2025-06-01", standing=Standing.SUPPORTS)]

    (finding,) = check(rows, "$244.81 billion", level="2024")

    assert finding.notes == ()
