"""First start: the office's names, a file of her own, or a way back to one."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from ita_desktop.domain.office import OfficeKind
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.start_page import StartPage

MakeWindow = Callable[[Path | None], MainWindow]
Type = Callable[[str], None]
Press = Callable[[str], None]


@pytest.fixture
def window_(make_window: MakeWindow) -> MainWindow:
    return make_window(None)


@pytest.fixture
def start(window_: MainWindow) -> StartPage:
    page = window_.centralWidget()
    assert isinstance(page, StartPage)
    return page


def button(page: StartPage, words: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text().startswith(words))


def begin(page: StartPage) -> None:
    button(page, "เลือกที่เก็บไฟล์").click()


def errors(page: StartPage) -> list[str]:
    return [
        label.text()
        for label in page.findChildren(QLabel, "error")
        if label.isVisible() and label.text()
    ]


@pytest.mark.parametrize(
    ("name", "kind", "title"),
    [
        ("เทศบาลนครทดลอง", OfficeKind.CITY, "นายกเทศมนตรีนครทดลอง"),
        ("เทศบาลเมืองทดลอง", OfficeKind.TOWN, "นายกเทศมนตรีเมืองทดลอง"),
        ("เทศบาลตำบลทดลอง", OfficeKind.SUBDISTRICT, "นายกเทศมนตรีตำบลทดลอง"),
        ("องค์การบริหารส่วนตำบลทดลอง", OfficeKind.TAMBON, "นายกองค์การบริหารส่วนตำบลทดลอง"),
        ("อบต.ทดลอง", OfficeKind.TAMBON, "นายกองค์การบริหารส่วนตำบลทดลอง"),
        ("องค์การบริหารส่วนจังหวัดทดลอง", OfficeKind.PROVINCE, "นายกองค์การบริหารส่วนจังหวัดทดลอง"),
    ],
)
def test_kind_and_title_follow_the_name(
    start: StartPage, type_: Type, name: str, kind: OfficeKind, title: str
) -> None:
    type_(name)
    assert start.form.office().kind is kind  # what Qt hands back is a plain text
    assert start.form.title.text() == title


def test_a_title_of_her_own_stays(start: StartPage, type_: Type) -> None:
    type_("เทศบาลตำบลทด")
    start.form.title.setFocus()
    start.form.title.selectAll()
    type_("ปลัดเทศบาล รักษาราชการแทน")
    start.form.name.setFocus()
    start.form.name.setCursorPosition(99)
    type_("ลอง")
    assert start.form.title.text() == "ปลัดเทศบาล รักษาราชการแทน"


def test_a_new_file_from_the_fields(
    window_: MainWindow, start: StartPage, type_: Type, tmp_path: Path, picked: list[Path]
) -> None:
    type_("เทศบาลตำบลทดลอง")
    start.form.district.setText("อำเภอเมือง")
    start.form.province.setText("จังหวัดทดลอง")
    start.form.executive.setText("นายทดลอง")
    start.form.units.setPlainText("กองคลัง\n\nกองช่าง\nกองคลัง")
    start._year.setCurrentIndex(start._year.findData(2565))
    picked.append(tmp_path / "ของเรา.ita")
    begin(start)
    session = window_.session
    assert session is not None
    assert session.path == tmp_path / "ของเรา.ita"
    assert session.years == (2565,)
    office = session.office
    assert (office.name, office.place) == ("เทศบาลตำบลทดลอง", "อ.เมือง จ.ทดลอง")
    assert office.executive_title == "นายกเทศมนตรีตำบลทดลอง"
    assert office.units == ("กองคลัง", "กองช่าง")
    assert session.next_undo() is None
    assert Settings().recent_files() == (session.path,)
    assert Settings().folder() == tmp_path
    assert window_.workspace is not None
    assert window_.workspace.scores.table.hasFocus()


def test_the_name_that_is_offered_is_one_that_windows_takes(
    start: StartPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def give_up(_parent: object, _title: str, suggested: str, *_rest: object) -> tuple[str, str]:
        offered.append(Path(suggested).name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", give_up)
    start.form.name.setText('ทต.บ้าน "ใหม่" ๑/๒')
    begin(start)
    assert offered == ["ทต.บ้าน _ใหม่_ ๑_๒.ita"]


def test_the_present_fiscal_year_is_offered(start: StartPage) -> None:
    today = QDate.currentDate()
    now = today.year() + 543 + (today.month() >= 10)
    assert start._year.currentData() == min(now, 2569)
    assert start._year.count() == 6


def test_a_missing_name_is_said_and_asked_for(
    window_: MainWindow, start: StartPage, picked: list[Path], tmp_path: Path
) -> None:
    picked.append(tmp_path / "ไม่ถูกใช้.ita")
    start.form.executive.setFocus()
    begin(start)
    assert errors(start) == ["กรุณากรอกชื่อหน่วยงาน เช่น เทศบาลตำบลบ้านตัวอย่าง"]
    assert start.form.name.hasFocus()
    assert window_.session is None
    assert list(tmp_path.iterdir()) == []
    start.form.name.setText("เทศบาลตำบลทดลอง")
    begin(start)
    assert window_.session is not None


def test_a_name_that_is_taken_is_refused(
    window_: MainWindow,
    start: StartPage,
    picked: list[Path],
    sample_path: Path,
    said: list[str],
) -> None:
    before = sample_path.read_bytes()
    start.form.name.setText("เทศบาลตำบลทดลอง")
    picked.append(sample_path)
    begin(start)
    assert said == [f"มีไฟล์ชื่อ {sample_path.name} อยู่แล้ว กรุณาตั้งชื่ออื่นหรือเลือกโฟลเดอร์อื่น"]
    assert window_.session is None
    assert window_.centralWidget() is start
    assert sample_path.read_bytes() == before
    assert start.form.name.text() == "เทศบาลตำบลทดลอง"


@pytest.mark.parametrize("name", ["อบต.ทดลอง", "ITA พ.ศ. 2566", "ของเรา"])
def test_a_dot_in_the_name_is_no_ending(
    window_: MainWindow, start: StartPage, picked: list[Path], tmp_path: Path, name: str
) -> None:
    start.form.name.setText("อบต.ทดลอง")
    picked.append(tmp_path / name)
    begin(start)
    assert window_.session is not None
    assert window_.session.path.name == f"{name}.ita"


def test_giving_up_the_place_leaves_the_page(window_: MainWindow, start: StartPage) -> None:
    start.form.name.setText("เทศบาลตำบลทดลอง")
    begin(start)
    assert window_.centralWidget() is start
    assert not errors(start)


def test_the_sample_and_another_file(
    window_: MainWindow, start: StartPage, picked: list[Path], sample_path: Path
) -> None:
    picked.append(sample_path)
    button(start, "เลือกไฟล์").click()
    assert window_.session is not None
    window_.show_start()
    page = window_.centralWidget()
    assert isinstance(page, StartPage)
    assert button(page, "ตัวอย่าง")
    button(page, "เปิดเทศบาลตัวอย่าง").click()
    assert window_.session is not None
    path = window_.session.path
    assert path.name == "เทศบาลตัวอย่าง.ita"
    window_.show_start()
    connection = sqlite3.connect(path)
    connection.execute("BEGIN EXCLUSIVE")
    connection.close()
    path.unlink()


def test_enter_in_a_field_and_tabs_through_the_form(
    start: StartPage, press: Press, type_: Type
) -> None:
    for field in (start.form.kind, start.form.district, start.form.province):
        press("Tab")
        assert field.hasFocus()
    type_("ทดลอง")
    assert start.form.province.text() == "ทดลอง"


def test_a_long_folder_gives_way_at_its_end(
    make_window: MakeWindow, sample_path: Path, qapp: QApplication
) -> None:
    Settings().remember_file(sample_path)
    window = make_window(None)
    window.resize(860, 480)
    qapp.processEvents()
    link = next(b for b in window.findChildren(QPushButton) if b.objectName() == "link")
    assert link.text().startswith("ตัวอย่าง  —  ")
    assert link.text().endswith("…")
    assert link.accessibleName() == f"ตัวอย่าง  —  {sample_path.parent}"
    window.resize(6000, 768)  # the folder of a test may be a long one
    qapp.processEvents()
    assert link.text() == link.accessibleName()
