"""OIT papers as workbooks: they come back to the same, and an edit is exactly that edit."""

import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.exceptions import IllegalCharacterError

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.documents import oit_cells
from ita_desktop.documents.model import Digits
from ita_desktop.domain.disclosure import (
    Disclosure,
    DisclosureItem,
    PublishState,
    asked_contents,
    oit_items,
)
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.import_outcome import Outcome
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.opening import new_file
from tests.workflows.disclosure.disclosures import YEAR, criteria, disclosures, put_disclosure

OFFICE = Office(name="เทศบาลนครตัวอย่าง", kind=OfficeKind.CITY, units=("กองคลัง", "กองช่าง"))
PAPERS = ("oit-duties", "oit-checklist")
Place = tuple[DataFile, Path]
HEADS = (*oit_cells.HEADS, *oit_cells.STATE_HEADS)
SLOW_TO_MAKE = (HealthCheck.too_slow, HealthCheck.data_too_large)
O2 = criteria().item_by_code["O2"]
KNOWN = DisclosureItem(
    code="O2",
    state=PublishState.IN_WORK,
    units="กองคลัง\nงานที่ 1",
    addresses="https://www.example.go.th/o2",
    checked=date(2023, 2, 15),
    contents=frozenset(one.text for one in asked_contents(O2)[:2]),
)


@contextmanager
def office_file() -> Generator[Place]:
    folder = Path(tempfile.mkdtemp())
    file = new_file(folder / "ก.ita", OFFICE, YEAR)
    try:
        yield file, folder / "ข.xlsx"
    finally:
        file.close()
        shutil.rmtree(folder)


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    with office_file() as made:
        yield made


@pytest.fixture
def known(place: Place) -> Place:
    put_disclosure(place[0], Disclosure(fiscal_year=YEAR, items={"O2": KNOWN}))
    return place


def export(place: Place, paper: str, digits: Digits = Digits.THAI) -> Path:
    file, path = place
    draw(freeze(file, paper, YEAR, digits, kind="xlsx"), "xlsx", path)
    return path


def reads_back(place: Place, disclosure: Disclosure, paper: str, digits: Digits) -> None:
    put_disclosure(place[0], disclosure)
    outcome = import_workbook(place[0], export(place, paper, digits), dry_run=True)
    assert outcome.oit == ()
    assert outcome.findings == ()
    assert sum(sheet.unchanged for sheet in outcome.sheets) == 43


@settings(max_examples=10, suppress_health_check=SLOW_TO_MAKE)
@given(disclosures(), st.sampled_from(PAPERS), st.sampled_from(Digits))
def test_any_disclosure_reads_back_unchanged(
    place: Place, disclosure: Disclosure, paper: str, digits: Digits
) -> None:
    reads_back(place, disclosure, paper, digits)


@pytest.mark.slow
@settings(max_examples=200, suppress_health_check=SLOW_TO_MAKE)
@given(disclosures(), st.sampled_from(PAPERS), st.sampled_from(Digits))
def test_very_many_disclosures_read_back_unchanged(
    place: Place, disclosure: Disclosure, paper: str, digits: Digits
) -> None:
    reads_back(place, disclosure, paper, digits)


def becomes(place: Place, before: Disclosure, after: Disclosure, digits: Digits) -> None:
    """Assert that a checklist of what is to be makes it so, whatever stands there before."""
    file = place[0]
    put_disclosure(file, after)
    path = export(place, "oit-checklist", digits)
    put_disclosure(file, before)
    assert import_workbook(file, path).findings == ()
    now = load_disclosure(file, YEAR)
    for item in oit_items(criteria()):
        assert in_one_kind(now.of(item.code)) == in_one_kind(after.of(item.code))


def in_one_kind(item: DisclosureItem) -> DisclosureItem:
    """Return an item with one kind of digits: a paper is in one, and sheets do not tell them."""
    units, addresses = (to_arabic_digits(text) for text in (item.units, item.addresses))
    return replace(item, units=units, addresses=addresses)


@settings(max_examples=10, suppress_health_check=SLOW_TO_MAKE)
@given(disclosures(), disclosures(), st.just(Digits.ARABIC))
def test_a_checklist_makes_the_file_say_what_it_says(
    place: Place, before: Disclosure, after: Disclosure, digits: Digits
) -> None:
    becomes(place, before, after, digits)


@pytest.mark.slow
@settings(max_examples=150, suppress_health_check=SLOW_TO_MAKE)
@given(disclosures(), disclosures(), st.just(Digits.ARABIC))
def test_very_many_checklists_make_the_file_say_what_they_say(
    place: Place, before: Disclosure, after: Disclosure, digits: Digits
) -> None:
    becomes(place, before, after, digits)


VALUES = st.one_of(
    st.text(max_size=80),
    st.sampled_from(["=1/0", "=A1", "#REF!", "[/]", "O7", "x" * 31_000, "\u200b", "<b>ก</b>"]),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1900, 3, 1), date(2600, 1, 1)),
    st.booleans(),
)


@settings(max_examples=10, suppress_health_check=SLOW_TO_MAKE)
@given(st.dictionaries(st.sampled_from(HEADS), VALUES, min_size=1, max_size=4))
def test_whatever_is_typed_is_taken_or_told(place: Place, values: dict[str, object]) -> None:
    put_disclosure(place[0], Disclosure(fiscal_year=YEAR, items={"O2": KNOWN}))
    path = export(place, "oit-checklist")
    try:
        typed(path, "O2", values)
    except IllegalCharacterError:
        return
    outcome = import_workbook(place[0], path)
    assert outcome.applied is not bool(outcome.errors)
    assert all(finding.address for finding in outcome.findings)
    assert {change.code for change in outcome.oit} <= {"O2"}


@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("digits", Digits)
def test_a_workbook_saved_by_libreoffice_reads_back_unchanged(
    known: Place, paper: str, digits: Digits, through_libreoffice: Callable[[Path], Path]
) -> None:
    path = through_libreoffice(export(known, paper, digits))
    outcome = import_workbook(known[0], path, dry_run=True)
    assert (outcome.oit, outcome.findings) == ((), ())


@pytest.mark.slow
@settings(
    max_examples=8, suppress_health_check=[*SLOW_TO_MAKE, HealthCheck.function_scoped_fixture]
)
@given(disclosures())
def test_any_checklist_reads_back_from_libreoffice(
    place: Place, through_libreoffice: Callable[[Path], Path], disclosure: Disclosure
) -> None:
    put_disclosure(place[0], disclosure)
    path = through_libreoffice(export(place, "oit-checklist"))
    outcome = import_workbook(place[0], path, dry_run=True)
    assert (outcome.oit, outcome.findings) == ((), ())


def typed(path: Path, code: str, values: Mapping[str, object]) -> dict[str, str]:
    """Type into the row of an item; return the addresses of its cells by head."""
    book = load_workbook(path)
    sheet: Any = book.worksheets[0]
    heads = next(row for row in sheet.iter_rows() if any(one.value == "ข้อ" for one in row))
    columns = {str(one.value): one.column for one in heads if one.value}
    row = next(
        row[0].row
        for row in sheet.iter_rows()
        if row[columns["ข้อ"] - 1].value == code and row[0].row > heads[0].row
    )
    for head, value in values.items():
        cell = sheet.cell(row, columns[head])
        cell.value = value(cell.value) if callable(value) else value
    book.save(path)
    return {head: sheet.cell(row, column).coordinate for head, column in columns.items()}


def said(outcome: Outcome) -> dict[str, tuple[str, str]]:
    return {change.field: (change.was, change.text) for change in outcome.oit}


def test_each_edit_comes_as_that_edit_at_its_cell(known: Place) -> None:
    path = export(known, "oit-checklist")
    addresses = typed(
        path,
        "O2",
        {
            "หน่วยงานรับผิดชอบ": "กองคลัง\nงานที่ ๑\nกองช่าง",
            "สถานะ": "ตรวจสอบแล้ว",
            "ที่อยู่หน้าเว็บไซต์": "https://www.example.go.th/o2\nwww.example.go.th/new",
            "วันที่ตรวจสอบ": "๑๖ ก.พ. ๖๖",
        },
    )
    outcome = import_workbook(known[0], path)
    assert outcome.findings == ()
    assert said(outcome) == {
        "units": ("กองคลัง\nงานที่ 1", "กองคลัง\nงานที่ 1\nกองช่าง"),
        "state": ("อยู่ระหว่างจัดทำ", "ตรวจสอบแล้ว"),
        "addresses": (
            "https://www.example.go.th/o2",
            "https://www.example.go.th/o2\nwww.example.go.th/new",
        ),
        "checked": ("15 กุมภาพันธ์ 2566", "๑๖ ก.พ. ๖๖"),
    }
    assert {one.field: one.address for one in outcome.oit}["state"] == addresses["สถานะ"]
    now = load_disclosure(known[0], YEAR).of("O2")
    assert (now.state, now.checked) == (PublishState.CHECKED, date(2023, 2, 16))
    assert now.units.split("\n") == ["กองคลัง", "งานที่ 1", "กองช่าง"]
    assert now.contents == KNOWN.contents


def test_ticks_come_back_and_nothing_else(known: Place) -> None:
    path = export(known, "oit-checklist")

    def tick(words: str) -> str:
        lines = words.split("\n")
        marks = [n for n, line in enumerate(lines) if line.startswith("[")]
        lines[marks[0]] = lines[marks[0]].replace("[/]", "[ ]")
        lines[marks[2]] = lines[marks[2]].replace("[ ]", "✓")
        return "\n".join(lines)

    typed(path, "O2", {"องค์ประกอบด้านข้อมูล": tick})
    outcome = import_workbook(known[0], path)
    assert [change.field for change in outcome.oit] == ["contents"]
    assert outcome.findings == ()
    asked = [one.text for one in asked_contents(O2)]
    assert load_disclosure(known[0], YEAR).of("O2").contents == {asked[1], asked[2]}


def test_an_emptied_cell_takes_its_text_away(known: Place) -> None:
    path = export(known, "oit-checklist")
    heads = ("หน่วยงานรับผิดชอบ", "สถานะ", "ที่อยู่หน้าเว็บไซต์", "วันที่ตรวจสอบ")
    typed(path, "O2", dict.fromkeys(heads))
    import_workbook(known[0], path)
    now = load_disclosure(known[0], YEAR).of("O2")
    assert (now.units, now.addresses, now.checked) == ("", "", None)
    assert now.state is PublishState.NOT_BEGUN


def test_one_undo_takes_all_of_an_import_back(known: Place) -> None:
    path = export(known, "oit-checklist")
    typed(path, "O2", {"สถานะ": "เผยแพร่แล้ว", "หน่วยงานรับผิดชอบ": "กองช่าง"})
    typed(path, "O7", {"สถานะ": "เผยแพร่แล้ว"})
    outcome = import_workbook(known[0], path)
    assert len(outcome.oit) == 3
    known[0].undo()
    assert load_disclosure(known[0], YEAR).items == {"O2": KNOWN}


@pytest.mark.parametrize(
    ("head", "bad", "wanted"),
    [
        ("สถานะ", "เสร็จมั้ง", "คำใดคำหนึ่ง"),
        ("วันที่ตรวจสอบ", "เมื่อวาน", "วันที่ เช่น"),
        ("ข้อ", "O3", "O2"),
    ],
)
def test_a_bad_cell_keeps_everything_out(known: Place, head: str, bad: str, wanted: str) -> None:
    path = export(known, "oit-checklist")
    addresses = typed(path, "O2", {head: bad})
    typed(path, "O7", {"สถานะ": "เผยแพร่แล้ว"})
    outcome = import_workbook(known[0], path)
    assert not outcome.applied
    (finding,) = outcome.errors
    assert (finding.sheet, finding.address) == ("รายการตรวจสอบ OIT", addresses[head])
    assert finding.found == bad
    assert wanted in finding.wanted
    assert load_disclosure(known[0], YEAR).items == {"O2": KNOWN}


def test_words_of_the_criteria_are_not_changed_by_a_sheet(known: Place) -> None:
    path = export(known, "oit-duties")
    typed(path, "O2", {"องค์ประกอบด้านข้อมูล": "ข้อความใหม่"})
    outcome = import_workbook(known[0], path)
    assert outcome.oit == ()
    (finding,) = outcome.findings
    assert finding.severity is Severity.WARNING
    assert "เกณฑ์ประเมิน" in finding.problem


def test_a_workbook_is_of_the_year_its_rows_name(known: Place) -> None:
    path = export(known, "oit-checklist")
    typed(path, "O2", {"สถานะ": "เผยแพร่แล้ว"})
    outcome = import_workbook(known[0], path, 2568, dry_run=True)
    assert [(one.fiscal_year, one.code) for one in outcome.oit] == [(YEAR, "O2")]
    assert outcome.fiscal_year == YEAR  # what is told is where it goes
    (finding,) = outcome.findings
    assert finding.severity is Severity.WARNING
    assert f"ปีงบประมาณ {YEAR}" in finding.problem


def test_plain_data_tells_the_changes(known: Place) -> None:
    path = export(known, "oit-checklist")
    addresses = typed(path, "O2", {"สถานะ": "เผยแพร่แล้ว"})
    plain = import_workbook(known[0], path, dry_run=True).as_plain()
    (change,) = plain["oit"]
    assert change["code"] == "O2"
    assert change["year"] == YEAR
    assert change["cell"] == addresses["สถานะ"]
    assert (change["before"], change["after"]) == ("อยู่ระหว่างจัดทำ", "เผยแพร่แล้ว")
