"""Where a Thai sentence is broken on this screen, to be compared between machines."""

from PySide6.QtWidgets import QTextEdit

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.wrapped_text import wrapped_lines

_WIDTH = 360  # pixels
_SENTENCE = (
    "เทศบาลตำบลตัวอย่างกำหนดให้หัวหน้าส่วนราชการทุกแห่งติดตามผลการดำเนินงานตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส"
    "ที่ได้รับมอบหมาย แล้วรายงานผลสำเร็จ ปัญหา อุปสรรค และข้อเสนอแนะต่อนายกเทศมนตรีภายในวันที่ ๓๐ เมษายน"
    "ของทุกปี เพื่อนำข้อมูลไปปรับปรุงการให้บริการประชาชนให้สะดวก รวดเร็ว เป็นธรรม และตรวจสอบได้ทุกขั้นตอน"
)


def lines_on_screen() -> dict[str, list[str]]:
    """Return the lines of a fixed sentence in the bundled font, 360 pixels wide.

    ``editor``: as a text box breaks it; ``cell``: as a cell of a grid is drawn.
    """
    cell = wrapped_lines(_SENTENCE, theme.font(), _WIDTH)
    return {"editor": _lines_of_editor(), "cell": [line.strip() for line in cell]}


def _lines_of_editor() -> list[str]:
    editor = QTextEdit()
    editor.setFont(theme.font())
    editor.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
    editor.setLineWrapColumnOrWidth(_WIDTH)
    editor.setPlainText(_SENTENCE)
    editor.ensurePolished()
    editor.document().adjustSize()
    editor.document().setTextWidth(_WIDTH)
    layout = editor.document().firstBlock().layout()
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    found = [
        _SENTENCE[line.textStart() : line.textStart() + line.textLength()].strip() for line in lines
    ]
    editor.deleteLater()
    return found
