"""What is shown in little room: wrapped at words, or shortened between letters."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QTableWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.ui import messages, theme
from ita_desktop.ui.widgets.elided import ElidedButton, ElidedLabel
from ita_desktop.ui.widgets.text_block import TextBlock
from ita_desktop.ui.widgets.tool_tip import tool_tip
from ita_desktop.ui.widgets.wrapped_table import WrappedTable, shares
from ita_desktop.ui.widgets.wrapped_text import breaks_thai, wrapped_height, wrapped_lines

SENTENCE = "หน่วยงานของท่านเผยแพร่ข้อมูลผลการดำเนินงานต่อสาธารณชนอย่างสม่ำเสมอ มากน้อยเพียงใด "
MARKS = "ัิีึืฺุู็่้๊๋์ํ๎ำ"


def is_html(text: str) -> bool:
    return bool(QtGui.Qt.mightBeRichText(text))  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]


@pytest.mark.parametrize("text", ["", "สั้น", SENTENCE * 3, f"{SENTENCE}\n{SENTENCE}", "/a" * 400])
@pytest.mark.usefixtures("qapp")
def test_lines_are_the_text_again(text: str) -> None:
    lines = wrapped_lines(text, theme.font(), 300)
    assert "".join(lines) == text.replace("\n", "")
    metrics = QFontMetrics(theme.font())
    assert all(metrics.horizontalAdvance(line.rstrip()) <= 301 for line in lines)


@pytest.mark.usefixtures("qapp")
def test_what_opens_a_quotation_stands_at_no_end_of_a_line() -> None:
    if not breaks_thai():
        pytest.skip("no libthai on this machine")
    text = "แล้วกด “ปิดรอบ” หรือ (ถ้ามี) แถบ “ข้อมูลเปลี่ยนไปแล้ว…” และกด “เลือกไฟล์…” ได้ทันที"
    for width in range(140, 420, 3):
        lines = wrapped_lines(text, theme.font(16), width)
        assert not any(line.rstrip().endswith(("“", "(")) for line in lines), width


@pytest.mark.usefixtures("qapp")
def test_lines_after_an_emoji_end_where_they_should() -> None:
    lines = ("หัวเรื่อง 😀", "ย่อหน้า 😀", "ช่องลงชื่อ")
    assert wrapped_lines("\n".join(lines), theme.font(), 300) == lines
    assert "".join(wrapped_lines(f"😀 {SENTENCE * 2}", theme.font(), 300)) == f"😀 {SENTENCE * 2}"


@pytest.mark.parametrize("sign", ["ๆ", "ฯลฯ"])
@pytest.mark.usefixtures("qapp")
def test_no_line_begins_with_a_sign_that_belongs_to_the_word_before(sign: str) -> None:
    if not breaks_thai():
        pytest.skip("no libthai on this machine")
    text = f"เบิกจ่ายเงินค่าเดินทาง {sign} มากน้อยเพียงใด"
    found = {line for width in range(90, 300) for line in wrapped_lines(text, theme.font(), width)}
    assert len(found) > 8
    assert not any(line.startswith(("ๆ", "ฯ", "ลฯ")) for line in found)


@pytest.mark.usefixtures("qapp")
def test_a_short_tool_tip_stays_as_it_is() -> None:
    assert tool_tip("") == ""
    assert tool_tip("เลิกทำ (Ctrl+Z)") == "เลิกทำ (Ctrl+Z)"


@pytest.mark.usefixtures("qapp")
def test_a_long_tool_tip_is_as_wide_as_a_person_reads() -> None:
    metrics = QFontMetrics(theme.font())
    for text in (SENTENCE * 4, "/folder" * 60):
        lines = tool_tip(text).split("\n")
        assert len(lines) > 2
        assert "".join(lines) == text
        assert max(metrics.horizontalAdvance(line.rstrip()) for line in lines) <= 421


@pytest.mark.parametrize(
    "text", ["<b>หนา</b>", "a < b", "<img src=x>", "&lt;b&gt;", SENTENCE + "<i>"]
)
@pytest.mark.usefixtures("qapp")
def test_what_a_clerk_typed_is_never_read_as_html(text: str) -> None:
    tip = tool_tip(text)
    if is_html(tip):
        document = QtGui.QTextDocument()
        document.setHtml(tip)
        shown = document.toPlainText().replace("\n", "")
        assert shown == text
    else:
        assert tip == text


def test_a_shortened_label_ends_between_letters_and_copies_whole(qtbot: QtBot) -> None:
    whole = "/บ้าน/ที่/ปั๊มน้ำ/ผู้/ญัตติ/กตัญญู/เปี๊ยะ/ตัวอย่าง.ita"
    label = ElidedLabel(whole)
    qtbot.addWidget(label)
    label.show()
    shortened: set[str] = set()
    for width in range(40, 420):
        label.resize(width, 24)
        shortened.add(label.shown)
        begin, dots, end = label.shown.partition("…")
        if dots:
            assert whole.startswith(begin)
            assert whole.endswith(end)
            assert whole[len(begin)] not in MARKS
            assert not end or end[0] not in MARKS
    assert len(shortened) > 10
    assert label.text() == whole
    label.grab()


@pytest.mark.parametrize("number", range(0, 120, 7))
def test_a_button_with_room_enough_shows_its_whole_text(qtbot: QtBot, number: int) -> None:
    text = f"ตัวอย่าง  —  /tmp/งาน-{number}/ที่เก็บไฟล์ของหน่วยงาน_a0"
    button = ElidedButton(text)
    button.setObjectName("link")
    qtbot.addWidget(button)
    button.resize(60, 30)
    button.show()
    assert button.text().endswith("…")
    assert button.toolTip() == text
    button.resize(button.sizeHint())
    assert button.text() == text


@pytest.mark.parametrize(
    ("wanted", "room", "given"),
    [
        ([50, 60, 70], 400, [50, 60, 290]),
        ([50, 900, 70], 400, [50, 280, 70]),
        ([900, 900, 900], 300, [100, 100, 100]),
        ([900, 10, 900], 210, [100, 10, 100]),
        ([80], 30, [30]),
    ],
)
def test_columns_share_the_room(wanted: list[int], room: int, given: list[int]) -> None:
    found = shares(wanted, room)
    assert sum(found) == room
    assert found == given


def test_a_table_is_never_wider_than_its_room_and_its_rows_grow(qtbot: QtBot) -> None:
    table = WrappedTable(2, ["ที่", "ข้อความ", "หมายเหตุ"])
    qtbot.addWidget(table)
    for place, text in enumerate(("๑", SENTENCE * 3, SENTENCE)):
        table.setItem(0, place, QTableWidgetItem(text))
    table.resize(600, 300)
    table.show()
    high = table.rowHeight(0)
    assert high > 3 * table.rowHeight(1)
    assert table.horizontalHeader().length() == table.viewport().width()
    table.resize(1200, 300)
    assert table.rowHeight(0) < high
    assert table.horizontalHeader().length() == table.viewport().width()
    table.grab()


def test_tab_leaves_a_table_that_is_read(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    table, after = WrappedTable(3, ["ข้อ", "คะแนน"], page), QPushButton("ต่อไป", page)
    page.show()
    page.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_home_and_end_go_to_the_first_and_the_last_row(qtbot: QtBot) -> None:
    table = WrappedTable(4, ["ข้อ", "คะแนน"])
    qtbot.addWidget(table)
    for row in range(4):
        table.setItem(row, 0, QTableWidgetItem(str(row)))
        table.setItem(row, 1, QTableWidgetItem("๐"))
    table.selectRow(1)
    for key, row in ((Qt.Key.Key_End, 3), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(table, key)
        assert table.currentRow() == row
        assert [one.row() for one in table.selectionModel().selectedRows()] == [row]


def test_an_address_without_room_goes_on_in_lines_below(qtbot: QtBot) -> None:
    address = "https://www.example.go.th/" + "transparency" * 6
    table = WrappedTable(1, ["ที่อยู่", "สถานะ"])
    qtbot.addWidget(table)
    table.setItem(0, 0, QTableWidgetItem(address))
    table.resize(220, 400)
    table.show()
    table.fit()
    room = table.columnWidth(0) - 20
    assert QFontMetrics(theme.font()).horizontalAdvance(address) > 3 * room
    lines = len(wrapped_lines(address, theme.font(), room))
    assert lines > 3
    assert table.rowHeight(0) > lines * QFontMetrics(theme.font()).ascent()
    block = TextBlock(address)
    qtbot.addWidget(block)
    assert block.heightForWidth(room) > lines * QFontMetrics(theme.font()).ascent()


def test_a_block_of_text_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    block = TextBlock(SENTENCE * 5)
    qtbot.addWidget(block)
    block.resize(300, 10)
    assert block.hasHeightForWidth()
    assert block.heightForWidth(300) > wrapped_height(block.text, theme.font(), 300)
    assert block.minimumSizeHint().height() == block.heightForWidth(300)
    assert block.heightForWidth(600) < block.heightForWidth(300) < block.sizeHint().height() * 2
    block.grab()


def test_a_message_keeps_its_sentence_whole(qtbot: QtBot) -> None:
    sentence = f"<b>{SENTENCE * 4}</b>"
    box = messages.say(None, "บอก", sentence)
    assert box.property(messages.SENTENCE) == sentence
    assert box.text().replace("\n", "") == sentence
    assert box.text().count("\n") >= 3
    with qtbot.waitSignal(box.destroyed):
        box.close()


@pytest.mark.usefixtures("qapp")
def test_the_star_of_a_note_stands_on_no_line_alone() -> None:
    if not breaks_thai():
        pytest.skip("no libthai on this machine")
    text = "แสดงประมวลจริยธรรมสำหรับเจ้าหน้าที่ของรัฐ*"
    for width in range(120, 400):
        lines = wrapped_lines(text, theme.font(), width)
        assert "".join(lines) == text
        assert not lines[-1].startswith("*"), width
