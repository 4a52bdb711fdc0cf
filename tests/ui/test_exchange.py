"""Workbooks and criteria files into the window and out of it."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from PySide6.QtWidgets import QDialog, QLabel, QTableWidget

from ita_desktop.documents.model import Digits
from ita_desktop.ui.dialogs.paste import PreviewDialog
from ita_desktop.ui.exchange import Exchange
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.session import Session
from ita_desktop.workflows.export_document import draw, freeze

Rows = Sequence[Sequence[object]]

pytestmark = pytest.mark.usefixtures("at_once")


@pytest.fixture
def session(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


@pytest.fixture
def exchange(window: MainWindow) -> Exchange:
    return window.desk.exchange()


@pytest.fixture
def make_workbook(tmp_path: Path) -> Callable[[Rows], Path]:
    def make(rows: Rows) -> Path:
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        for row in rows:
            sheet.append(list(row))
        path = tmp_path / "คะแนน.xlsx"
        book.save(path)
        return path

    return make


def notice(window: MainWindow) -> str:
    assert window.workspace is not None
    return window.workspace.notice.text if window.workspace.notice.isVisible() else ""


def listed(dialog: QDialog) -> list[list[str]]:
    table = dialog.findChildren(QTableWidget)[0]
    return [
        [cell.text() for column in range(4) if (cell := table.item(row, column)) is not None]
        for row in range(table.rowCount())
    ]


def test_a_workbook_is_shown_and_taken_as_one_deed(
    window: MainWindow,
    session: Session,
    exchange: Exchange,
    picked: list[Path],
    dialogs: list[QDialog],
    make_workbook: Callable[[Rows], Path],
) -> None:
    picked.append(make_workbook([["ข้อ", "คะแนน"], ["i7", 70.5], ["O1", 0], ["i1", 95.2]]))
    before = session.result.entries
    exchange.choose_workbook()
    dialog = dialogs[-1]
    assert isinstance(dialog, PreviewDialog)
    assert "คะแนน.xlsx" in dialog.windowTitle()
    assert "๒๕๖๖" in dialog.windowTitle()  # whatever year the sheet was meant for
    assert session.result.entries == before
    assert [row[:3] for row in listed(dialog)] == [
        ["i7", "๗๙.๐๑", "๗๐.๕๐"],
        ["O1", "๑๐๐.๐๐", "๐.๐๐"],
    ]
    dialog.accept()
    assert str(session.result.entries["i7"]) == "70.5"
    assert "คะแนน.xlsx" in notice(window)
    assert "Ctrl+Z" in notice(window)
    undo = session.next_undo()
    assert undo is not None
    assert undo.name == "นำเข้า คะแนน.xlsx"
    session.undo()
    assert session.result.entries == before


def test_one_error_keeps_the_whole_workbook_out(
    session: Session,
    exchange: Exchange,
    dialogs: list[QDialog],
    make_workbook: Callable[[Rows], Path],
) -> None:
    exchange.show_workbook(make_workbook([["ข้อ", "คะแนน"], ["i7", 70.5], ["i8", 101]]))
    dialog = dialogs[-1]
    assert isinstance(dialog, PreviewDialog)
    assert not dialog.accept_button.isEnabled()
    assert not dialog.accept_button.isVisible()
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "ยังไม่ได้นำเข้าข้อมูลใด กรุณาแก้ไขไฟล์แล้วนำเข้าอีกครั้ง" in said
    assert "B3" in listed(dialog)[0][0]
    dialog.reject()
    assert session.next_undo() is None


def test_what_was_looked_at_is_what_is_taken(
    session: Session,
    exchange: Exchange,
    dialogs: list[QDialog],
    make_workbook: Callable[[Rows], Path],
) -> None:
    exchange.show_workbook(make_workbook([["ข้อ", "คะแนน"], ["i7", 70.5]]))
    make_workbook([["ข้อ", "คะแนน"], ["i7", 11]])
    dialogs[-1].accept()
    assert str(session.result.entries["i7"]) == "70.5"


def test_scores_that_changed_since_the_preview_are_not_written_over(
    window: MainWindow,
    session: Session,
    exchange: Exchange,
    said: list[str],
    dialogs: list[QDialog],
    make_workbook: Callable[[Rows], Path],
) -> None:
    exchange.show_workbook(make_workbook([["ข้อ", "คะแนน"], ["i7", 70.5]]))
    session.set_score("i7", "60")
    dialogs[-1].accept()
    assert len(said) == 1
    assert notice(window) == ""
    assert str(session.result.entries["i7"]) == "60"


def test_what_is_no_workbook_is_told(
    exchange: Exchange, tmp_path: Path, said: list[str], dialogs: list[QDialog]
) -> None:
    path = tmp_path / "ไม่ใช่.xlsx"
    path.write_text("ไม่ใช่แผ่นงาน", encoding="utf-8")
    exchange.show_workbook(path)
    assert len(said) == 1
    assert not any(isinstance(dialog, PreviewDialog) for dialog in dialogs)


def test_giving_up_the_choice_does_nothing(
    exchange: Exchange, session: Session, dialogs: list[QDialog]
) -> None:
    exchange.choose_workbook()
    exchange.export_criteria()
    exchange.import_criteria()
    assert not dialogs
    assert session.next_undo() is None


def test_criteria_go_out_come_in_corrected_and_go_back(
    window: MainWindow,
    session: Session,
    exchange: Exchange,
    picked: list[Path],
    tmp_path: Path,
) -> None:
    assert window.workspace is not None
    page = window.workspace.scores
    page.go_to("i7")
    original = session.criteria.item_by_code["i7"].text
    path = tmp_path / "เกณฑ์.json"
    picked.append(path)
    exchange.export_criteria()
    assert "เกณฑ์.json" in notice(window)
    document = json.loads(path.read_text(encoding="utf-8"))
    text = json.dumps(document, ensure_ascii=False).replace(original, "ถ้อยคำใหม่ของข้อนี้")
    path.write_text(text, encoding="utf-8")
    picked.append(path)
    exchange.import_criteria()
    assert session.criteria.item_by_code["i7"].text == "ถ้อยคำใหม่ของข้อนี้"
    assert page.table.proxy.source_row(page.table.currentIndex().row()).code == "i7"
    assert "๒๕๖๖" in notice(window)
    exchange.restore_criteria()
    assert session.criteria.item_by_code["i7"].text == original
    session.undo()
    session.undo()
    assert session.criteria.item_by_code["i7"].text == original


def test_a_dot_in_the_name_of_a_criteria_file_is_no_ending(
    exchange: Exchange, picked: list[Path], tmp_path: Path
) -> None:
    picked.append(tmp_path / "เกณฑ์ พ.ศ. 2566")
    exchange.export_criteria()
    made = list(tmp_path.glob("เกณฑ์*"))
    assert len(made) == 1
    assert made[0].name.startswith("เกณฑ์ พ.ศ. 2566.")


def test_wrong_criteria_are_told_and_nothing_changes(
    session: Session, exchange: Exchange, tmp_path: Path, said: list[str]
) -> None:
    path = tmp_path / "ผิด.json"
    for text in ("{", '{"fiscal_year": 2566}', "[]"):
        path.write_text(text, encoding="utf-8")
        exchange.take_criteria(path)
    assert len(said) == 3
    assert session.next_undo() is None


def test_a_place_that_cannot_be_written_is_told(
    window: MainWindow, exchange: Exchange, picked: list[Path], tmp_path: Path
) -> None:
    picked.append(tmp_path / "ไม่มีโฟลเดอร์นี้" / "เกณฑ์.json")
    exchange.export_criteria()
    assert notice(window)
    assert window.workspace is not None
    assert window.workspace.notice.property("tone") == "bad"


def test_what_was_read_when_the_file_is_left_already_is_shown_to_nobody(
    window: MainWindow,
    exchange: Exchange,
    dialogs: list[QDialog],
    make_workbook: Callable[[Rows], Path],
) -> None:
    path = make_workbook([["ข้อ", "คะแนน"], ["i7", 70.5]])
    window.show_start()  # the widgets of the file go when the window has time
    exchange.show_workbook(path)
    assert dialogs == []


def test_measures_are_shown_with_what_they_were_and_taken_as_one_deed(
    window: MainWindow,
    session: Session,
    exchange: Exchange,
    picked: list[Path],
    dialogs: list[QDialog],
    tmp_path: Path,
) -> None:
    path = tmp_path / "มาตรการ.xlsx"
    draw(freeze(session.file, "measures-progress", 2566, Digits.THAI, months=6), "xlsx", path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    keys = [str(cell.value) for cell in sheet[get_column_letter(sheet.max_column)]]
    row = next(number for number, key in enumerate(keys, start=1) if key.startswith("step:"))
    before = str(sheet.cell(row, 4).value)
    sheet.cell(row, 4, "ทุกเดือน")
    sheet.append(["๙. เปิดรับฟังความเห็น (EIT)", "จัดเวที", "กองคลัง", "ส.ค. ๖๖", "จัดแล้ว"])
    book.save(path)
    tracker = session.tracker
    picked.append(path)
    exchange.choose_workbook()
    dialog = dialogs[-1]
    assert isinstance(dialog, PreviewDialog)
    rows = listed(dialog)
    assert (rows[0][1], rows[0][2]) == (before, "ทุกเดือน")
    assert rows[0][0].endswith("ขั้นตอนที่ ๑ ระยะเวลา")
    assert rows[0][3].endswith(f"เซลล์ D{row}")
    assert [shown[0] for shown in rows[1:]] == ["เพิ่มประเด็น", "เพิ่มมาตรการ", "เพิ่มขั้นตอน"]
    words = ["เปิดรับฟังความเห็น", "ผู้รับผิดชอบ: กองคลัง", "ระยะเวลา: ส.ค. ๖๖"]
    assert rows[2][2].split("\n") == [*words, "ผลการดำเนินการ รอบ\u00a0๖\u00a0เดือน: จัดแล้ว"]
    assert dialog.accept_button.text() == "นำเข้า ๔ ค่า"
    assert "จะเปลี่ยน ๔ ค่า" in [one.text() for one in dialog.findChildren(QLabel)]
    dialog.accept()
    assert len(session.tracker.topics) == len(tracker.topics) + 1
    assert "ทุกเดือน" in [measure.period for _, measure in session.tracker.measures()] + [
        step.period for _, measure in session.tracker.measures() for step in measure.steps
    ]
    assert "นำเข้า มาตรการ.xlsx แล้ว" in notice(window)
    assert "ผลเป็นของรอบ" in notice(window)
    assert "๖ เดือน" in notice(window)
    session.undo()
    assert session.tracker == tracker


def test_risks_are_shown_with_their_sheet_and_taken_as_one_deed(
    window: MainWindow,
    session: Session,
    exchange: Exchange,
    picked: list[Path],
    dialogs: list[QDialog],
    make_workbook: Callable[[Rows], Path],
) -> None:
    heads = ["ลำดับ", "ขั้นตอน", "เหตุการณ์ความเสี่ยง", "โอกาส", "ผลกระทบ", "ระดับ", "มาตรการควบคุม"]
    rows = [heads, [1, "ใช้รถราชการ", "ใช้รถส่วนตัว", 3, 4, 20, "จดเลขไมล์"]]
    picked.append(make_workbook(rows))
    before = session.register
    exchange.choose_workbook()
    dialog = dialogs[-1]
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("ทะเบียนความเสี่ยง" in text and text.endswith("เพิ่ม ๓ รายการ") for text in words)
    assert [row[0] for row in listed(dialog)[1:]] == [
        "เพิ่มกระบวนงาน",
        "เพิ่มความเสี่ยง",
        "เพิ่มมาตรการควบคุม",
    ]
    assert "๑๒" in listed(dialog)[0][3]  # what its numbers say against the 20 printed
    dialog.accept()
    assert "๓ ค่า" in notice(window)
    assert session.register.processes[-1].risks[0].text == "ใช้รถส่วนตัว"
    session.undo()
    assert session.register == before
