"""The list of areas: begun, added to, named anew in all years, ordered, cut."""

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.registers import load_processes
from ita_desktop.db.rows import Kind
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.domain.risks import USUAL_AREAS
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.risks import areas as risk_areas
from ita_desktop.workflows.rows import deeds as rows

FIRST, SECOND, THIRD, FOURTH = USUAL_AREAS


def listed(file: DataFile) -> list[str]:
    return [area.name for area in risk_areas.areas_of(file) if area.listed]


def test_an_office_begins_with_the_usual_list_and_changes_it_by_deeds(file: DataFile) -> None:
    assert listed(file) == list(USUAL_AREAS)
    assert risk_areas.add_area(file, " การรับ\u200bสินบน ", before=SECOND) == "การรับสินบน"
    assert listed(file) == [FIRST, "การรับสินบน", SECOND, THIRD, FOURTH]
    risk_areas.move_area(file, "การรับสินบน", 1)
    risk_areas.move_area(file, FIRST, -1)
    risk_areas.move_area(file, FOURTH, 1)
    assert listed(file) == [FIRST, SECOND, "การรับสินบน", THIRD, FOURTH]
    risk_areas.remove_area(file, SECOND)
    assert listed(file) == [FIRST, "การรับสินบน", THIRD, FOURTH]
    for _ in range(3):
        assert file.undo() is not None
    assert listed(file) == list(USUAL_AREAS)


def test_a_new_name_goes_into_the_risks_of_all_years(file: DataFile) -> None:
    with file.deed("เพิ่มปี"):
        add_fiscal_year(file, 2566)
    for year, area in ((2565, FIRST), (2565, FIRST), (2566, FIRST), (2566, SECOND)):
        rows.add_row(file, Kind.PROCESS, year, {"text": "ก", "area": area})
    (used, *_) = risk_areas.areas_of(file)
    assert (used.processes, used.years) == (3, (2565, 2566))
    assert risk_areas.rename_area(file, FIRST, "การอนุญาต") == 3
    assert listed(file) == ["การอนุญาต", SECOND, THIRD, FOURTH]
    areas = [one.area for year in (2565, 2566) for one in load_processes(file, year)]
    assert areas == ["การอนุญาต", "การอนุญาต", "การอนุญาต", SECOND]
    assert file.undo() is not None
    assert load_processes(file, 2565)[0].area == FIRST


def test_what_leaves_the_list_stays_where_it_was_used(file: DataFile) -> None:
    rows.add_row(file, Kind.PROCESS, 2565, {"text": "ก", "area": FIRST})
    risk_areas.remove_area(file, FIRST)
    *_, last = risk_areas.areas_of(file)
    assert (last.name, last.listed, last.processes) == (FIRST, False, 1)
    assert load_processes(file, 2565)[0].area == FIRST
    assert risk_areas.rename_area(file, FIRST, "งานอนุญาต") == 1  # of the words alone
    assert listed(file) == [SECOND, THIRD, FOURTH]


def test_both_starting_lists_have_four_areas_and_can_be_taken(file: DataFile) -> None:
    usual, work = risk_areas.STARTING_LISTS
    assert usual.areas == USUAL_AREAS
    risk_areas.take_list(file, work)
    assert listed(file) == list(work.areas)
    assert len(work.areas) == 4
    newest = file.latest_deed()
    risk_areas.take_list(file, work)
    assert file.latest_deed() == newest


@pytest.mark.parametrize("name", ["", "  ", FIRST, FIRST.replace(" ", ""), "ก" * 201])
def test_a_name_that_cannot_be_is_refused(file: DataFile, name: str) -> None:
    with pytest.raises(ClerkError):
        risk_areas.add_area(file, name)
    with pytest.raises(ClerkError):
        risk_areas.rename_area(file, SECOND, name)
    assert listed(file) == list(USUAL_AREAS)


def test_the_last_area_stays_and_the_list_has_an_end(file: DataFile) -> None:
    for name in USUAL_AREAS[1:]:
        risk_areas.remove_area(file, name)
    with pytest.raises(ClerkError):
        risk_areas.remove_area(file, FIRST)
    for number in range(risk_areas.MOST - 1):
        risk_areas.add_area(file, f"ด้าน {number}")
    with pytest.raises(ClerkError):
        risk_areas.add_area(file, "อีกด้าน")


def test_the_same_name_again_writes_nothing(file: DataFile) -> None:
    newest = file.latest_deed()
    assert risk_areas.rename_area(file, FIRST, FIRST) == 0
    risk_areas.move_area(file, "ไม่มี", 1)
    risk_areas.remove_area(file, "ไม่มี")
    assert file.latest_deed() == newest


def test_a_name_moves_to_both_ends(file: DataFile) -> None:
    risk_areas.move_area(file, SECOND, -1)
    risk_areas.move_area(file, THIRD, 1)
    assert listed(file) == [SECOND, FIRST, FOURTH, THIRD]
