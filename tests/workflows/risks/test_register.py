"""The method of a year and a risk's place in the matrix, as deeds."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.risk_methods import keep_areas, kept_method, own_areas
from ita_desktop.db.rows import Kind
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.domain.risks import USUAL_AREAS, Risk
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.risks.register import choose_method, method_of, put_in_cell, register_of
from ita_desktop.workflows.rows import deeds as rows
from ita_desktop.workflows.rows.deeds import Edit

A, B, _, _, SMALL = preset_methods()
YEAR = 2566


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DataFile]:
    opened = new_file(tmp_path / "บ้านทดลอง.ita")
    with opened.deed("เพิ่มปี"):
        for year in (YEAR, YEAR + 1):
            add_fiscal_year(opened, year)
    yield opened
    opened.close()


def a_risk(file: DataFile, **texts: str) -> int:
    process = rows.add_row(file, Kind.PROCESS, YEAR, {"text": "จัดซื้อวัสดุ"})
    return rows.add_row(file, Kind.RISK, process, {"text": "แบ่งซื้อ", **texts})


def only_risk(file: DataFile) -> Risk:
    (process,) = register_of(file, YEAR).processes
    (risk,) = process.risks
    return risk


def test_a_year_begins_with_the_first_preset_and_keeps_it_from_its_first_level_on(
    file: DataFile,
) -> None:
    risk = a_risk(file)
    assert method_of(file, YEAR) == A
    assert kept_method(file, YEAR) is None
    rows.set_field(file, Edit(kind=Kind.RISK, number=risk, field="likelihood", text="๔"))
    assert kept_method(file, YEAR) == A
    file.undo()
    assert kept_method(file, YEAR) is None


@pytest.mark.parametrize(
    "level",
    [{"level": "สูง"}, {"likelihood": "3"}, {"after_impact": "2"}, {"after_level": "ต่ำ"}],
)
def test_a_new_row_with_a_level_keeps_the_method_too(file: DataFile, level: dict[str, str]) -> None:
    a_risk(file, **level)
    assert kept_method(file, YEAR) == A


def test_a_method_is_chosen_until_risks_have_levels_by_it(file: DataFile) -> None:
    choose_method(file, YEAR, B)
    risk = a_risk(file)
    choose_method(file, YEAR, SMALL)
    rows.set_field(file, Edit(kind=Kind.RISK, number=risk, field="impact", text="3"))
    with pytest.raises(ClerkError, match="เกณฑ์ของปี 2566 แก้ไขไม่ได้แล้ว"):
        choose_method(file, YEAR, replace(SMALL, name="อื่น"))
    assert kept_method(file, YEAR) == SMALL
    rows.set_field(file, Edit(kind=Kind.RISK, number=risk, field="impact", text=""))
    choose_method(file, YEAR, B)
    assert kept_method(file, YEAR) == B


def test_a_new_year_goes_on_with_the_method_of_the_year_before(file: DataFile) -> None:
    choose_method(file, YEAR, B)
    assert method_of(file, YEAR + 1) == B
    assert kept_method(file, YEAR + 1) is None
    assert method_of(file, YEAR - 1) == A


def test_a_chip_put_into_a_cell_is_one_deed_that_takes_the_words_place(file: DataFile) -> None:
    risk = a_risk(file, level="สูง")
    put_in_cell(file, risk, 2, 5, name="๑")
    deed = file.next_undo()
    assert deed is not None
    assert deed.name == "ย้ายความเสี่ยง ๑ ในเมทริกซ์"
    kept = only_risk(file)
    assert (kept.likelihood, kept.impact, kept.level) == (2, 5, "")
    file.undo()
    assert only_risk(file).level == "สูง"
    assert not only_risk(file).is_placed
    file.redo()
    assert only_risk(file).is_placed


def test_the_place_after_treatment_is_set_apart(file: DataFile) -> None:
    risk = a_risk(file, likelihood="5", impact="4")
    put_in_cell(file, risk, 2, 2, after=True)
    kept = only_risk(file)
    assert (kept.likelihood, kept.impact) == (5, 4)
    assert (kept.after_likelihood, kept.after_impact) == (2, 2)


@pytest.mark.parametrize("cell", [(0, 1), (6, 1), (1, 6), (9, 9)])
def test_a_cell_that_the_method_does_not_have_takes_no_risk(
    file: DataFile, cell: tuple[int, int]
) -> None:
    risk = a_risk(file)
    with pytest.raises(ClerkError, match="เกณฑ์ของปี 2566 ไม่มีช่องนี้"):
        put_in_cell(file, risk, *cell)
    assert not only_risk(file).is_placed


def test_a_risk_that_is_gone_is_said_so(file: DataFile) -> None:
    risk = a_risk(file)
    rows.remove_rows(file, Kind.RISK, [risk])
    with pytest.raises(ClerkError, match="ถูกลบไปแล้ว"):
        put_in_cell(file, risk, 1, 1)


def test_a_step_is_read_by_the_method_of_its_own_year(file: DataFile) -> None:
    choose_method(file, YEAR, SMALL)
    risk = a_risk(file)
    with pytest.raises(ClerkError, match="ระดับความจำเป็นของการเฝ้าระวังไม่มีระดับ “4”"):
        rows.set_field(file, Edit(kind=Kind.RISK, number=risk, field="likelihood", text="4"))


def test_areas_are_the_usual_ones_until_the_office_has_its_own(file: DataFile) -> None:
    assert register_of(file, YEAR).areas == USUAL_AREAS
    with file.deed("แก้ด้าน"):
        keep_areas(file, ("พัสดุ", "บุคคล", "พัสดุ"))
    assert register_of(file, YEAR).areas == ("พัสดุ", "บุคคล")
    with file.deed("แก้ด้าน"):
        keep_areas(file, ("บุคคล", "การเงิน"))
    assert own_areas(file) == ("บุคคล", "การเงิน")


def test_a_risk_moved_to_another_process_takes_its_own_treatments_along(file: DataFile) -> None:
    risk = a_risk(file)
    (first,) = register_of(file, YEAR).processes
    other = rows.add_row(file, Kind.PROCESS, YEAR, {"text": "บุคคล"})
    own = rows.add_row(file, Kind.TREATMENT, first.id, {"text": "ของเหตุการณ์"})
    rows.add_row(file, Kind.TREATMENT, first.id, {"text": "ของทั้งกระบวนงาน"})
    with file.deed("ผูกมาตรการ"):
        file.connection.execute("UPDATE treatment SET risk = ? WHERE id = ?", (risk, own))
    rows.move_row(file, Kind.RISK, risk, other)
    before, after = register_of(file, YEAR).processes
    assert [one.text for one in before.treatments] == ["ของทั้งกระบวนงาน"]
    assert [one.text for one in after.treatments] == ["ของเหตุการณ์"]
    rows.move_row(file, Kind.TREATMENT, own, first.id)
    before, _ = register_of(file, YEAR).processes
    assert [one.risk for one in before.treatments] == [None, None]
    rows.remove_rows(file, Kind.RISK, [risk])
    assert len(register_of(file, YEAR).processes[0].treatments) == 2


def test_a_method_that_leaves_a_level_open_is_refused(file: DataFile) -> None:
    hole = replace(A, bands=(A.bands[0], *A.bands[2:]))
    with pytest.raises(ClerkError, match="คะแนน 4, 5, 6, 8"):
        choose_method(file, YEAR, hole)
    assert kept_method(file, YEAR) is None


def test_a_method_is_chosen_for_a_year_that_is_added_with_it(file: DataFile) -> None:
    choose_method(file, YEAR + 2, B)
    assert kept_method(file, YEAR + 2) == B
    assert file.undo() is not None
    assert (YEAR + 2,) not in file.read("SELECT id FROM fiscal_year")
    with pytest.raises(ClerkError):
        choose_method(file, 2600, B)


def test_a_cell_of_a_matrix_that_is_not_square_is_likelihood_by_impact(file: DataFile) -> None:
    choose_method(file, YEAR, replace(A, likelihood=SMALL.likelihood, own=True))
    risk = a_risk(file)
    with pytest.raises(ClerkError, match="ไม่มีช่องนี้"):
        put_in_cell(file, risk, 5, 3)
    put_in_cell(file, risk, 3, 5)
    assert (only_risk(file).likelihood, only_risk(file).impact) == (3, 5)
