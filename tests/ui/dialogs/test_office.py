"""The office's names and limits: checked before they are taken, and seen at once."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from ita_desktop.domain.bands import BandLimits
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.ui.dialogs.office import OfficeDialog
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.scores.model import Column
from ita_desktop.ui.session import Session

Type = Callable[[str], None]


@pytest.fixture
def dialog(window: MainWindow, dialogs: list[QDialog], qtbot: QtBot) -> OfficeDialog:
    return opened(window, dialogs, qtbot)


def opened(window: MainWindow, dialogs: list[QDialog], qtbot: QtBot) -> OfficeDialog:
    window._edit_office()
    found = dialogs[-1]
    assert isinstance(found, OfficeDialog)
    qtbot.waitUntil(found.isActiveWindow)
    return found


@pytest.fixture
def session(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def error(dialog: OfficeDialog) -> str:
    label = dialog.findChild(QLabel, "error")
    return label.text() if isinstance(label, QLabel) and label.isVisible() else ""


def test_shows_the_present_office(dialog: OfficeDialog, session: Session) -> None:
    assert dialog.form.office() == session.office


def test_limits_change_the_bands_at_once(
    window: MainWindow, dialog: OfficeDialog, session: Session
) -> None:
    assert window.workspace is not None
    page = window.workspace.scores
    cell = page.table.score_model.index(page.table.score_model.row_of("i7"), Column.BAND)
    assert cell.data() == "ต้องแก้ไข"
    dialog.form.urgent.setText("๗๐")
    dialog.form.keep.setText("79.01")
    dialog._take()
    assert session.office.limits == BandLimits(Decimal(70), Decimal("79.01"))
    assert cell.data() == "รักษาไว้"
    undo = session.next_undo()
    assert undo is not None
    assert undo.name == "แก้ข้อมูลหน่วยงาน"
    session.undo()
    assert cell.data() == "ต้องแก้ไข"


@pytest.mark.parametrize(
    ("urgent", "keep", "why"),
    [
        ("95", "90", "ต้องไม่ต่ำกว่า"),
        ("เก้าสิบ", "95", "ไม่ใช่คะแนน"),
        ("", "95", "ยังไม่มีคะแนน"),
        ("90", "101", "เกิน 100"),
        ("-1", "95", "ติดลบ"),
    ],
)
def test_wrong_limits_are_refused(
    dialog: OfficeDialog, session: Session, urgent: str, keep: str, why: str
) -> None:
    before = session.office
    dialog.form.urgent.setText(urgent)
    dialog.form.keep.setText(keep)
    dialog._take()
    assert why in error(dialog)
    assert dialog.isVisible()
    assert session.office == before
    dialog.form.urgent.setText("80")
    dialog.form.keep.setText("90")
    dialog._take()
    assert session.office.limits == BandLimits(Decimal(80), Decimal(90))


def test_a_missing_name_is_refused(dialog: OfficeDialog, session: Session) -> None:
    dialog.form.name.setText("  ")
    dialog._take()
    assert "ชื่อหน่วยงาน" in error(dialog)
    dialog.reject()
    assert session.next_undo() is None


def test_kind_and_units_are_kept(dialog: OfficeDialog, session: Session) -> None:
    dialog.form.kind.setCurrentIndex(list(OfficeKind).index(OfficeKind.TOWN))
    dialog.form.units.setPlainText("กองคลัง\nกองช่าง")
    dialog._take()
    assert session.office.kind is OfficeKind.TOWN
    assert session.office.units == ("กองคลัง", "กองช่าง")


def test_the_usual_title_follows_the_name(dialog: OfficeDialog, type_: Type) -> None:
    dialog.form.name.setFocus()
    dialog.form.name.selectAll()
    type_("เทศบาลเมืองใหม่")
    assert dialog.form.title.text() == "นายกเทศมนตรีเมืองใหม่"
    assert dialog.form.office().kind is OfficeKind.TOWN


def test_a_title_of_her_own_outlives_a_new_name(
    window: MainWindow, session: Session, dialogs: list[QDialog], type_: Type, qtbot: QtBot
) -> None:
    own = "ปลัดเทศบาล ปฏิบัติหน้าที่นายกเทศมนตรี"
    office = session.office
    session.set_office(Office(name=office.name, kind=office.kind, executive_title=own))
    dialog = opened(window, dialogs, qtbot)
    dialog.form.name.setFocus()
    dialog.form.name.setCursorPosition(len(office.name))
    type_("ใหม่")
    assert dialog.form.name.text() == f"{office.name}ใหม่"
    assert dialog.form.title.text() == own
