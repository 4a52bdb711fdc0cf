"""What Markdown becomes: our letters, Thai numbers, no dot before a callout."""

import pytest
from PySide6.QtGui import QFont, QTextBlock, QTextDocument, QTextTable

from ita_desktop.ui import theme
from ita_desktop.ui.help.markdown import shown_markdown
from ita_desktop.ui.help.page_look import (
    BODY_PX,
    blocks,
    fit_tables,
    fragments,
    in_table,
    page_document,
)

from .conftest import START


@pytest.fixture
def document(qapp: object) -> QTextDocument:
    del qapp
    return page_document(START)


def block_with(document: QTextDocument, words: str) -> QTextBlock:
    return next(block for block in blocks(document) if words in block.text())


def test_steps_are_numbered_in_thai_and_go_on_after_a_picture(document: QTextDocument) -> None:
    starts = [block_with(document, words).text() for words in ("แล้วกด", "พิมพ์คะแนน", "ดูผล")]
    assert [text.partition("\t")[0] for text in starts] == ["๑.", "๒.", "๓."]


def test_a_link_is_underlined_in_the_colour_of_what_can_be_done(document: QTextDocument) -> None:
    (link, _) = (
        part.charFormat()
        for part in fragments(block_with(document, "บันทึกคะแนน"))
        if part.charFormat().isAnchor()
    )
    assert link.fontUnderline()
    assert link.foreground().color() == theme.color("accent")


def test_an_entry_has_a_dot_and_a_callout_its_own_number(document: QTextDocument) -> None:
    assert block_with(document, "ข้อย่อย").text() == "•\tข้อย่อย"
    assert block_with(document, "ปุ่มบนภาพ").text() == "②\tปุ่มบนภาพ"
    assert block_with(document, "พิมพ์คะแนน").text() == "๒.\t① พิมพ์คะแนน"


def test_entries_of_a_step_stand_further_in(document: QTextDocument) -> None:
    step, entry = block_with(document, "ดูผล"), block_with(document, "ข้อย่อย")
    assert entry.blockFormat().leftMargin() > step.blockFormat().leftMargin() > 0


def test_digits_are_thai_but_those_of_keys(document: QTextDocument) -> None:
    assert "๒๕๖๖" in block_with(document, "บันทึกคะแนนปี").text()
    assert "Ctrl+1" in block_with(document, "แล้วกด").text()


def test_repetition_never_begins_a_line() -> None:
    assert shown_markdown("ต่าง ๆ") == "ต่าง\u00a0ๆ"


def test_all_letters_are_of_the_program_s_face_and_weights(document: QTextDocument) -> None:
    for block in blocks(document):
        for part in fragments(block):
            font = part.charFormat().font()
            assert font.family() == theme.FAMILY
            assert font.weight() in (QFont.Weight.Normal, QFont.Weight.DemiBold)
            level = block.blockFormat().headingLevel()
            assert font.pixelSize() > BODY_PX if level else font.pixelSize() == BODY_PX


def test_a_key_stands_on_a_ground_of_its_own(document: QTextDocument) -> None:
    step = block_with(document, "แล้วกด")
    key = next(part for part in fragments(step) if part.text() == "Ctrl+1")
    assert key.charFormat().background().color() == theme.color("group_strong")


def test_a_table_stays_one(document: QTextDocument) -> None:
    assert in_table(block_with(document, "กู้จากไฟล์สำรอง"))
    assert not in_table(block_with(document, "ดูผล"))


def test_tables_of_a_page_have_their_columns_in_one_line(qapp: object) -> None:
    del qapp
    short, long = "| ก | ข |\n|---|---|\n| 1 | 2 |", "| ก | ข |\n|---|---|\n| กกกกกกกกก | 2 |"
    document = page_document(f"# ก\n\n{short}\n\nคั่น\n\n{long}\n")
    fit_tables(document, 660)
    tables = [one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable)]
    widths = [[w.rawValue() for w in one.format().columnWidthConstraints()] for one in tables]
    assert widths == [[34, 66], [34, 66]]


def test_a_key_is_not_broken_where_there_is_little_room(qapp: object) -> None:
    del qapp
    document = page_document("# ก\n\n| แป้น | ผล |\n|---|---|\n| `Ctrl+Shift+Tab, F1` | ข |\n")
    fit_tables(document, 330)
    document.setTextWidth(330)
    assert document.size().height() > 0  # it is laid out
    block = block_with(document, "Ctrl+Shift")
    assert block.text()[: block.layout().lineAt(0).textLength()].strip() == "Ctrl+Shift+Tab,"
