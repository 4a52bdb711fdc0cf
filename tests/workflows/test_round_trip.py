"""The summary's workbook out and in again: the same data, also after LibreOffice saved it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from ita_desktop.criteria import shipped_criteria
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.offices import load_office, save_office
from ita_desktop.db.scores import entries_of, fiscal_years
from ita_desktop.documents.model import Digits
from ita_desktop.domain.score_entry import EXCLUDED, Entry
from ita_desktop.workflows.dump import dump
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.scores.year_scores import put_entries

Through = Callable[[Path], Path]
PAYLOADS = ("=1+1", "+66 34 000 000", "-กองคลัง", "@เทศบาล", '=HYPERLINK("x")', "'กลาง")
THAI_FIGURE = re.compile(r"\[\$-D00041E\](0|#,##0)(\.0+)?")


def exported(file: DataFile, year: int, digits: Digits = Digits.THAI) -> Path:
    path = file.path.with_name(f"สรุป {year}.xlsx")
    return draw(freeze(file, "score-summary", year, digits), "xlsx", path).path


def put(file: DataFile, entries: Mapping[str, Entry], year: int = 2565) -> None:
    """Make ``entries`` the only scores of the year."""
    old = dict.fromkeys(entries_of(file, year))
    put_entries(file, year, {**old, **entries}, "คะแนน")


@pytest.mark.parametrize("digits", list(Digits))
def test_every_year_of_the_sample_comes_back_unchanged(sample: DataFile, digits: Digits) -> None:
    before = dump(sample)
    for year in fiscal_years(sample):
        outcome = import_workbook(sample, exported(sample, year, digits))
        assert (outcome.fiscal_year, outcome.findings, outcome.scores) == (year, (), ())
        assert sum(sheet.added + sheet.changed for sheet in outcome.sheets) == 0
    assert dump(sample) == before
    assert sample.next_undo() is None


Entries = dict[str, Entry]


def _together(one: Entries, two: Entries, three: Entries) -> Entries:
    return {**one, **two, **three}


def _entries() -> st.SearchStrategy[dict[str, Entry]]:
    criteria = shipped_criteria(2565)
    assert criteria is not None
    figures = sorted(criteria.score_codes - criteria.item_by_code.keys())
    points = st.integers(0, 10_000).map(lambda cents: Decimal(cents).scaleb(-2))
    asked = st.sampled_from([item.code for item in criteria.items if not item.is_oit])
    listed = st.sampled_from([item.code for item in criteria.items if item.is_oit])
    return st.builds(
        _together,
        st.dictionaries(asked, points, max_size=20),
        st.dictionaries(listed, st.sampled_from((Decimal(0), Decimal(100), EXCLUDED)), max_size=20),
        st.dictionaries(st.sampled_from(figures), points, max_size=8),
    )


with_one_file = settings(
    max_examples=settings().max_examples * 2 // 5,  # a workbook each
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@with_one_file
@given(entries=_entries())
def test_random_entries_come_back_unchanged_entered_ones_beside_computed_ones(
    file: DataFile, entries: dict[str, Entry]
) -> None:
    put(file, entries)
    before = dump(file)
    outcome = import_workbook(file, exported(file, 2565))
    assert (outcome.errors, outcome.scores) == ((), ())
    assert dump(file) == before


@with_one_file
@given(entries=_entries())
def test_an_empty_file_gets_the_entered_figures_and_only_those(
    file: DataFile, entries: dict[str, Entry]
) -> None:
    printed = {
        code: entry for code, entry in entries.items() if code[0] not in "ieO" and "/" not in code
    }
    put(file, printed)
    path = exported(file, 2565)
    put(file, {})
    assert import_workbook(file, path).errors == ()
    assert entries_of(file, 2565) == printed


def test_a_figure_that_was_entered_stays_entered_where_it_equals_the_computed_one(
    file: DataFile, tmp_path: Path, seed_indicators: Mapping[str, str]
) -> None:
    entries: dict[str, Entry] = {code: Decimal(score) for code, score in seed_indicators.items()}
    put(file, {**entries, "IIT": Decimal("90.42"), "total": Decimal("95.82")})
    path = exported(file, 2565)
    other = new_file(tmp_path / "อื่น.ita")
    import_workbook(other, path)
    assert entries_of(other, 2565) == entries_of(file, 2565)
    other.close()


def test_a_score_changed_in_the_workbook_moves_what_was_computed_from_it(
    file: DataFile, seed_indicators: Mapping[str, str]
) -> None:
    put(file, {code: Decimal(score) for code, score in seed_indicators.items()})
    path = exported(file, 2565)
    book: Any = load_workbook(path)
    sheet = book["คะแนนรายตัวชี้วัด"]
    cell = next(c for row in sheet.iter_rows() for c in row if c.value == 94.56)
    cell.value = 84.56
    book.save(path)
    outcome = import_workbook(file, path)
    assert [(change.code, change.after) for change in outcome.scores] == [("1", Decimal("84.56"))]
    assert {f.severity.value for f in outcome.findings} == {"warning"}  # the ranking is as it was
    year = dump(file)["years"]["2565"]
    assert (year["instruments"]["IIT"]["source"], year["total_figure"]["source"]) == (
        "items",
        "items",
    )


def test_a_computed_figure_corrected_in_the_workbook_is_entered(
    file: DataFile, seed_indicators: Mapping[str, str]
) -> None:
    put(file, {code: Decimal(score) for code, score in seed_indicators.items()})
    path = exported(file, 2565)
    book: Any = load_workbook(path)
    cell = next(c for row in book["คะแนนถ่วงน้ำหนัก"].iter_rows() for c in row if c.value == 95.66)
    cell.value = "๙๕.๖๕"
    book.save(path)
    import_workbook(file, path)
    assert entries_of(file, 2565)["EIT"] == Decimal("95.65")
    assert dump(file)["years"]["2565"]["total"] == "95.82"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_name_that_looks_like_a_formula_stays_text(file: DataFile, payload: str) -> None:
    office = load_office(file)
    assert office is not None
    with file.deed("ชื่อ"):
        save_office(file, replace(office, name=payload))
    put(file, {"1": Decimal(90)})
    path = exported(file, 2565)
    kinds = {
        cell.data_type for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row
    }
    assert kinds == {"s", "n"}
    with ZipFile(path) as archive:
        sheets = [archive.read(n) for n in archive.namelist() if n.startswith("xl/worksheets/")]
    assert not any(re.search(rb"<f[ />]", sheet) for sheet in sheets)
    assert import_workbook(file, path).scores == ()


def test_figures_are_numbers_that_show_thai_digits(sample: DataFile) -> None:
    for digits, thai in ((Digits.THAI, True), (Digits.ARABIC, False)):
        book: Any = load_workbook(exported(sample, 2566, digits))
        figures = [
            cell
            for sheet in book
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "n" and cell.value is not None
        ]
        assert len(figures) > 30
        shown = {bool(THAI_FIGURE.fullmatch(cell.number_format)) for cell in figures}
        assert shown == {thai}


def figures_only(file: DataFile, seed: Mapping[str, str]) -> int:
    entered = {code: Decimal(score) for code, score in seed.items()}
    put(file, {**entered, "EIT": Decimal("95.65"), "total": Decimal("95.82")})
    return 2565


def items_too(file: DataFile, seed: Mapping[str, str]) -> int:
    put(file, {"i1": Decimal("88.13"), "O1": EXCLUDED, "O2": Decimal(0), "7": Decimal(seed["7"])})
    return 2565


def awkward_name(file: DataFile, seed: Mapping[str, str]) -> int:
    office = load_office(file)
    assert office is not None
    with file.deed("ชื่อ"):
        save_office(file, replace(office, name="=เทศบาล _x0041_ “ตัวอย่าง” & <บุตร>"))
    return figures_only(file, seed)


@pytest.mark.parametrize("fill", [figures_only, items_too, awkward_name])
def test_the_same_data_come_back_after_libreoffice_saved_the_workbook(
    file: DataFile,
    seed_indicators: Mapping[str, str],
    through_libreoffice: Through,
    fill: Callable[[DataFile, Mapping[str, str]], int],
) -> None:
    year = fill(file, seed_indicators)
    before = dump(file)
    saved = through_libreoffice(exported(file, year))
    outcome = import_workbook(file, saved)
    assert (outcome.findings, outcome.scores, outcome.fiscal_year) == ((), (), year)
    assert dump(file) == before
    kinds = {
        cell.data_type
        for sheet in load_workbook(saved)
        for row in sheet.iter_rows()
        for cell in row
    }
    assert kinds == {"s", "n"}
