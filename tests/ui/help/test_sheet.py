"""The sheet of keys as it is printed: one page, every key in its place; seen, printed, kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ita_desktop.documents.model import Paragraph
from ita_desktop.pdf.setting import Look, Setting
from ita_desktop.thai.text import fold
from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.ui.help.key_table import GROUPS
from ita_desktop.ui.help.sheet_dialog import SheetDialog, frozen_keys
from ita_desktop.ui.help.window import HelpWindow
from ita_desktop.ui.preview.pdf_file import PdfFile
from ita_desktop.ui.preview.printing import Printing
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows.export_document import typeset

_POINT = 72 / 25.4


@pytest.fixture
def dialog(
    help_window: Callable[[str], HelpWindow], at_once: None, dialogs: list[QDialog]
) -> SheetDialog:
    del at_once
    window = help_window("keys")
    window.sheet.click()
    found = dialogs[-1]
    assert isinstance(found, SheetDialog)
    return found


def test_all_keys_are_on_one_page() -> None:
    made = typeset(frozen_keys())
    assert made.pages == 1
    assert not made.lacking
    file = PdfFile(made.data)
    try:
        text = fold("".join(line.text for line in file.lines(0)))
    finally:
        file.close()
    for group in GROUPS:
        assert fold(group.title) in text
        for key in group.keys:
            assert fold(key.words) in text
            assert fold(key.does) in text


def test_nothing_runs_over_the_place_of_what_follows_it() -> None:
    document = frozen_keys().document
    setting = Setting(bundled_typeface(), document.digits)
    page = document.sections[0].page
    room = (210 - page.left - page.right) * _POINT
    for line in document.blocks:
        if not isinstance(line, Paragraph) or isinstance(line.text, str):
            continue
        ends = [*(stop.at * _POINT for stop in line.stops), room]
        begins = [0.0, *ends]
        written = "".join(run.text for run in line.text)
        bolds = [run.bold for run in line.text for _ in run.text]
        place = 0
        parts = written.split("\t")
        for number, part in enumerate(parts):
            bold = bool(part) and bolds[place]
            place += len(part) + 1
            (set_line,) = setting.lines(part or " ", 1000, Look(size=line.size, bold=bold))
            end = room if number == len(parts) - 1 else ends[number]
            assert begins[number] + set_line.width < end, part


def test_it_is_seen_as_it_is_printed(dialog: SheetDialog) -> None:
    made = dialog.pages.made
    assert made is not None
    assert len(made.file.sizes) == 1
    assert dialog.isVisible()
    dialog.reject()
    assert dialog.pages.made is None


def test_it_is_kept_as_pdf(dialog: SheetDialog, picked: list[Path], tmp_path: Path) -> None:
    picked.append(tmp_path / "แป้น.pdf")
    dialog.save_button.click()
    assert (tmp_path / "แป้น.pdf").read_bytes().startswith(b"%PDF")
    assert dialog.notice.isVisible()


def test_it_is_not_printed_twice_at_once(
    dialog: SheetDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def ask(_printing: Printing, *_given: object) -> None:
        asked.append(True)

    monkeypatch.setattr(Printing, "ask", ask)
    monkeypatch.setattr(Printing, "active", True)
    dialog.print_()
    assert not asked
    monkeypatch.setattr(Printing, "active", False)
    dialog.print_()
    assert len(asked) == 1


def test_what_is_being_printed_ends_with_the_sheet(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, settings: Settings, at_once: None
) -> None:
    del at_once
    ended: list[object] = []
    monkeypatch.setattr(Printing, "cancel", ended.append)
    sheet = SheetDialog(settings)
    qtbot.addWidget(sheet)
    sheet.open()
    sheet.reject()
    assert len(ended) == 1


def test_without_a_printer_it_says_what_else_can_be_done(
    dialog: SheetDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> list[str]:
        return []

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", none)
    dialog.print_button.click()
    assert dialog.notice.isVisible()
    assert "เครื่องพิมพ์" in dialog.notice.accessibleName()


def test_it_is_asked_for_from_the_page_of_keys_alone(
    help_window: Callable[[str], HelpWindow],
) -> None:
    window = help_window("keys")
    assert window.sheet.isVisible()
    window.show_page("risks")
    assert not window.sheet.isVisible()


def test_keys_save_print_and_close(
    dialog: SheetDialog,
    press: Callable[[str], None],
    picked: list[Path],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    qtbot.waitUntil(dialog.isActiveWindow)
    picked.append(tmp_path / "ข.pdf")
    press("Ctrl+S")
    assert (tmp_path / "ข.pdf").is_file()
    press("Escape")
    assert not dialog.isVisible()
