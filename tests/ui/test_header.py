"""The line above the tabs: years, undo, find."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from ita_desktop.ui.dialogs.year import YearDialog
from ita_desktop.ui.header import Header
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.session import Session

Press = Callable[[str], None]
Type = Callable[[str], None]


@pytest.fixture
def header(window: MainWindow) -> Header:
    assert window.workspace is not None
    return window.workspace.header


@pytest.fixture
def session(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def here(window: MainWindow) -> str:
    assert window.workspace is not None
    page = window.workspace.scores
    return page.table.proxy.source_row(page.table.currentIndex().row()).code


def test_office_and_year(header: Header, session: Session) -> None:
    assert header._name.text() == "เทศบาลตำบลบ้านตัวอย่าง"
    assert header._place.text() == "อ.เมือง จ.ตัวอย่าง"
    assert header._year.text() == "ปีงบประมาณ ๒๕๖๖"
    session.set_office(replace(session.office, name="เทศบาลเมืองใหม่", district=""))
    assert header._name.text() == "เทศบาลเมืองใหม่"
    assert header._place.text() == "จ.ตัวอย่าง"


@pytest.mark.parametrize("width", [640, 800, 960, 1099, 1100, 1366, 1920])
def test_a_long_name_gives_way_before_anything_is_cut(
    window: MainWindow, header: Header, session: Session, width: int
) -> None:
    name = f"องค์การบริหารส่วนตำบล{'หนองน้ำใส' * 12}"
    window.resize(width, 600)
    session.set_office(replace(session.office, name=name, district="เมืองนครราชสีมา"))
    shown = header._name.text()
    assert name.startswith(shown.removesuffix("…"))
    assert len(shown) > 8
    layout = header.layout()
    assert layout is not None
    assert layout.minimumSize().width() <= header.width() == width


def test_the_arrows_step_through_the_years(header: Header, session: Session) -> None:
    assert (header._before.isEnabled(), header._after.isEnabled()) == (True, False)
    QTest.mouseClick(header._before, Qt.MouseButton.LeftButton)
    assert session.fiscal_year == 2565
    assert header._year.text() == "ปีงบประมาณ ๒๕๖๕"
    QTest.mouseClick(header._before, Qt.MouseButton.LeftButton)
    assert (header._before.isEnabled(), header._after.isEnabled()) == (False, True)
    QTest.mouseClick(header._after, Qt.MouseButton.LeftButton)
    assert session.fiscal_year == 2565


def test_the_menu_of_years(header: Header, session: Session) -> None:
    actions = header._years_menu.actions()
    assert [action.text() for action in actions if action.text()] == [
        "ปีงบประมาณ ๒๕๖๖",
        "ปีงบประมาณ ๒๕๖๕",
        "ปีงบประมาณ ๒๕๖๔",
        "เริ่มปีงบประมาณใหม่…",
        "เพิ่มปีงบประมาณ…",
    ]
    assert [action.isChecked() for action in actions[:3]] == [True, False, False]
    actions[2].trigger()
    assert session.fiscal_year == 2564
    assert [action.isChecked() for action in header._years_menu.actions()[:3]] == [
        False,
        False,
        True,
    ]


def test_the_keys_step_through_the_years(
    window: MainWindow, session: Session, press: Press
) -> None:
    for keys, year in (
        ("Alt+PgUp", 2565),
        ("Alt+PgUp", 2564),
        ("Alt+PgUp", 2564),
        ("Alt+PgDown", 2565),
    ):
        press(keys)
        assert session.fiscal_year == year
    assert here(window) == "i1"


@pytest.mark.parametrize("keys", ["Alt+Y", "Return"])
def test_keys_open_the_menu_of_years(header: Header, press: Press, keys: str) -> None:
    if keys == "Return":
        header._year.setFocus()
    press(keys)
    assert QApplication.activePopupWidget() is header._years_menu
    header._years_menu.close()


def test_a_year_is_added(header: Header, session: Session, dialogs: list[QDialog]) -> None:
    next(a for a in header._years_menu.actions() if a.text().startswith("เพิ่ม")).trigger()
    dialog = dialogs[-1]
    assert isinstance(dialog, YearDialog)
    offered = [dialog.years.itemText(place) for place in range(dialog.years.count())]
    assert offered == ["ปีงบประมาณ ๒๕๖๙", "ปีงบประมาณ ๒๕๖๘", "ปีงบประมาณ ๒๕๖๗"]
    assert dialog.years.currentData() == 2567  # the one that follows
    dialog._take()
    assert session.fiscal_year == 2567
    assert header._year.text() == "ปีงบประมาณ ๒๕๖๗"
    assert header._deed.text().startswith("เพิ่มปีงบประมาณ ๒๕")
    session.undo()
    assert session.years == (2564, 2565, 2566)


def test_no_year_is_left_to_add(header: Header, session: Session, dialogs: list[QDialog]) -> None:
    for year in (2567, 2568, 2569):
        session.add_year(year)
    next(a for a in header._years_menu.actions() if a.text().startswith("เพิ่ม")).trigger()
    dialog = dialogs[-1]
    assert isinstance(dialog, YearDialog)
    assert dialog.years.count() == 0
    dialog.reject()
    assert len(session.years) == 6


def test_the_buttons_name_the_deed_they_take_back(header: Header, session: Session) -> None:
    assert (header._undo.isEnabled(), header._redo.isEnabled()) == (False, False)
    assert header._undo.accessibleName() == "เลิกทำ"
    session.set_score("i7", "70")
    assert header._undo.isEnabled()
    assert header._deed.text() == "แก้คะแนน i7"
    assert header._undo.accessibleName() == "เลิกทำ: แก้คะแนน i7"
    assert header._undo.toolTip() == "เลิกทำ: แก้คะแนน i7 (Ctrl+Z)"
    QTest.mouseClick(header._undo, Qt.MouseButton.LeftButton)
    assert str(session.result.entries["i7"]) == "79.01"
    assert (header._undo.isEnabled(), header._redo.isEnabled()) == (False, True)
    assert header._redo.toolTip() == "ทำซ้ำ: แก้คะแนน i7 (Ctrl+Y)"
    QTest.mouseClick(header._redo, Qt.MouseButton.LeftButton)
    assert str(session.result.entries["i7"]) == "70"


def test_find_with_the_keyboard_alone(
    window: MainWindow, header: Header, press: Press, type_: Type, qapp: QApplication
) -> None:
    assert window.workspace is not None
    press("Ctrl+F")
    assert header.search.hasFocus()
    type_("79.01")
    assert here(window) == "i7"
    assert header._found.text() == "๑ จาก ๑"
    press("Ctrl+A")
    type_("O๔")
    first = here(window)
    assert first == "O4"
    press("Enter")
    assert here(window) == "O40"
    press("Shift+Enter")
    assert here(window) == first
    assert header.search.hasFocus()
    type_("ไม่มี")
    assert header._found.text() == "ไม่พบ"
    press("Esc")
    assert header.search.text() == ""
    assert header._found.text() == ""
    assert qapp.focusWidget() is window.workspace.scores.table
    assert here(window) == first


def test_thai_and_arabic_digits_find_the_same(
    window: MainWindow, header: Header, type_: Type, press: Press
) -> None:
    found: list[str] = []
    for text in ("๙๑.๖๖", "91.66"):
        press("Ctrl+F")
        type_(text)
        found.append(here(window))
        press("Esc")
    assert found == ["i10", "i10"]
    assert header.search.text() == ""


def test_the_same_words_are_found_again_after_escape(
    window: MainWindow, type_: Type, press: Press
) -> None:
    for _ in range(2):
        press("Ctrl+F")
        type_("79.01")
        assert here(window) == "i7"
        press("Esc")
