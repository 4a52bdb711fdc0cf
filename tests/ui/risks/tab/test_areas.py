"""The area of a process stands over its words until it has a column of its own."""

# pyright: reportPrivateUsage=false

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ita_desktop.ui.risks.tab.page import RisksPage
from ita_desktop.ui.rows.cell import Cell
from ita_desktop.ui.rows.grid_model import Role


def head(risks: RisksPage) -> Cell:
    """Return the cell that names the first process."""
    cell: Cell = risks.model.index(0, risks.model.column_of("text")).data(Role.CELL)
    return cell


def areas_menu(risks: RisksPage) -> dict[str, QAction]:
    """Return the actions of the submenu ด้าน of the current row, by their words."""
    menu = QMenu(risks)
    risks.gestures.menu_opened.emit(menu)
    areas = next(one.menu() for one in menu.actions() if one.text() == "ด้าน")
    assert isinstance(areas, QMenu)
    return {one.text(): one for one in areas.actions() if one.text()}


def area(risks: RisksPage) -> str:
    return risks._session.register.processes[0].area


def test_the_area_is_over_the_process_unless_it_has_a_column(risks: RisksPage) -> None:
    column = risks.model.column_of("area")
    assert risks.table.isColumnHidden(column)
    assert head(risks).caption == "การใช้จ่ายงบประมาณ"
    assert head(risks).own == "การจัดซื้อจัดจ้าง"
    risks.left.columns.turn(column)
    assert head(risks).caption == ""


def test_a_process_is_given_another_area_by_the_menu_of_any_of_its_rows(risks: RisksPage) -> None:
    risks.go_to(f"risk:{risks._session.register.processes[0].risks[1].id}")
    actions = areas_menu(risks)
    assert [words for words, one in actions.items() if one.isChecked()] == ["การใช้จ่ายงบประมาณ"]
    wanted = risks._session.register.areas[3]
    actions[wanted].trigger()
    assert area(risks) == wanted
    assert head(risks).caption == wanted
    risks._session.undo()
    assert area(risks) == "การใช้จ่ายงบประมาณ"


def test_the_ticked_area_is_taken_away_by_choosing_it_again(risks: RisksPage) -> None:
    risks.go_to(f"process:{risks._session.register.processes[0].id}")
    areas_menu(risks)["การใช้จ่ายงบประมาณ"].trigger()
    assert area(risks) == ""


def test_a_file_that_is_only_read_gives_no_area(
    risks: RisksPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(risks._session.file, "read_only", "อ่านอย่างเดียว")
    menu = QMenu(risks)
    risks.gestures.menu_opened.emit(menu)
    assert not next(one for one in menu.actions() if one.text() == "ด้าน").isEnabled()
