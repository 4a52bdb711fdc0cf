"""Pages of the tests' own, a window of help that is shown, and pictures to put in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ita_desktop.ui.help import finding, pages
from ita_desktop.ui.help.window import HelpWindow
from ita_desktop.ui.settings import Settings

START = """# เริ่มใช้งาน

บันทึกคะแนนปี 2566 ต่าง ๆ ดู [ความเสี่ยง](risks.md) หรือ [ข้างนอก](https://example.org/a)

![หน้าต่าง](pictures/wide.png)

## ขั้นตอน

1. กด **เริ่ม** แล้วกด `Ctrl+1`
2. ① พิมพ์คะแนน

   ![ตาราง](pictures/small.png)
3. ดูผล
   - ข้อย่อย
   - ② ปุ่มบนภาพ

| เรื่อง | ทำอย่างไร |
|---|---|
| เปิดไม่ได้ | กู้จากไฟล์สำรอง |
"""
RISKS = """# ความเสี่ยง

น้ำ และ 12 ข้อ ถึงน้ำ

[กลับ](start.md)
"""


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Let the help be two pages and that of keys; return their folder."""
    folder = tmp_path / "help"
    (folder / "pictures").mkdir(parents=True)
    (folder / "start.md").write_text(START, encoding="utf-8")
    (folder / "risks.md").write_text(RISKS, encoding="utf-8")
    for name, width in (("wide", 1720), ("small", 400)):
        picture = QImage(width, 200, QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        picture.save(str(folder / "pictures" / f"{name}.png"))

    def file(page: str) -> Path:
        return folder / f"{page}.md"

    monkeypatch.setattr(pages, "_file", file)
    _forget()
    yield folder
    _forget()


@pytest.fixture
def help_window(qtbot: QtBot, settings: Settings, small_pages: Path) -> Callable[[str], HelpWindow]:
    """Show the help at a page of the tests' own."""
    del small_pages
    shown: list[HelpWindow] = []  # nobody else holds a window without a parent

    def make(page: str) -> HelpWindow:
        window = HelpWindow(settings)
        qtbot.addWidget(window)
        window.resize(1040, 690)
        window.show_page(page)
        with qtbot.waitExposed(window):
            window.come_forward()
        shown.append(window)
        return window

    return make


def _forget() -> None:
    pages.source_of.cache_clear()
    finding._paragraphs.cache_clear()  # pyright: ignore[reportPrivateUsage]
