"""Looks at every text of the window and its dialogs and says what is wrong with any of them.

A program of its own, because Qt reads its scale when it starts (``QT_SCALE_FACTOR=1.5``). The
window is as large as a screen of 1366 x 768 dots leaves it at that scale. Prints JSON: how many
texts were seen and how many lines were wrapped, and the findings.
"""

# ruff: noqa: T201 - it prints what it found
# pyright: reportPrivateUsage=false

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, partial
from hashlib import sha256
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, QThreadPool
from PySide6.QtGui import (
    QBitmap,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QRegion,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from ita_desktop.app import start_qt
from ita_desktop.db.evidence import add_evidence, store_content
from ita_desktop.db.measures import Kind
from ita_desktop.db.proof import Proof
from ita_desktop.documents.layout import official_layouts
from ita_desktop.documents.model import Digits
from ita_desktop.domain.measures import Round
from ita_desktop.domain.unit_work import work_by_unit
from ita_desktop.thai.words import break_words
from ita_desktop.ui import messages, wording
from ita_desktop.ui.backups.dialog import BackupsDialog
from ita_desktop.ui.backups.proof_dialog import Examined, ProofDialog
from ita_desktop.ui.backups.restoring import RestoreDialog
from ita_desktop.ui.dialogs.fault import FaultDialog
from ita_desktop.ui.dialogs.paper_settings import PaperSettingsDialog
from ita_desktop.ui.dialogs.paste import PreviewDialog, PreviewRow
from ita_desktop.ui.evidence.dialog import EvidenceDialog
from ita_desktop.ui.evidence.item_choice import MoveDialog
from ita_desktop.ui.history.dialog import show_history
from ita_desktop.ui.history.fields import show_score_history, show_text_history
from ita_desktop.ui.history.shorten_dialog import ShortenDialog
from ita_desktop.ui.history.whole_line import show_line
from ita_desktop.ui.history.window_table import WindowTable
from ita_desktop.ui.main_menu import MainMenu
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.calendar.calendar_dialog import show_calendar
from ita_desktop.ui.measures.carrying import show_carry_over
from ita_desktop.ui.measures.from_scores import show_from_scores
from ita_desktop.ui.measures.layouts.layout_editor import LayoutEditor
from ita_desktop.ui.measures.layouts.layouts_dialog import show_layouts
from ita_desktop.ui.measures.layouts.texts_dialog import show_texts
from ita_desktop.ui.measures.rounds import show_rounds
from ita_desktop.ui.measures.suggestions import show_suggestions
from ita_desktop.ui.measures.tab import delegate as measure_cells
from ita_desktop.ui.measures.tab.grid_model import Role as MeasureRole
from ita_desktop.ui.measures.tab.grid_table import GridTable
from ita_desktop.ui.measures.units.unit_returns import show_returns
from ita_desktop.ui.measures.units.unit_sheets import show_unit_sheets
from ita_desktop.ui.opening import guard
from ita_desktop.ui.opening.banner import FileBanner
from ita_desktop.ui.opening.guard import danger_of
from ita_desktop.ui.scores import delegate as score_cells
from ita_desktop.ui.scores.table import ScoreTable
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets import wrapped_text
from ita_desktop.ui.widgets.bubble import Bubble
from ita_desktop.ui.widgets.elided import ElidedButton, ElidedLabel
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.text_block import TextBlock
from ita_desktop.ui.widgets.wrapped_table import WrappedTable
from ita_desktop.ui.workspace import Workspace
from ita_desktop.workflows import backups
from ita_desktop.workflows.described_changes import Line
from ita_desktop.workflows.file_place import Danger, Place
from ita_desktop.workflows.measures import Edit, set_field
from ita_desktop.workflows.opening import new_sample_file, open_file
from ita_desktop.workflows.restore import Look, look_inside
from ita_desktop.workflows.unit_sheet_reading import read_unit_sheets
from ita_desktop.workflows.unit_sheets import freeze_unit_sheets, write_unit_sheets
from tests.workflows.unit_sheet_file import fill_in

SCREEN = QSize(1366, 768)
TIP_WIDTH = 480
HEAD_PADDING = 20
CHOICE_FRAME = 38  # of a combo box: its padding and its arrow
ELLIPSIS = "…"
NEVER_FIRST = frozenset("ๆฯ)]}”’%,;:!?")
LONG = "การเผยแพร่ข้อมูลผลการดำเนินงานของหน่วยงานต่อสาธารณชนผ่านเว็บไซต์หลักของเทศบาลตำบลบ้านตัวอย่างให้เป็นปัจจุบัน "


class Walk:
    """Collects what is seen; ``place`` says where one is."""

    def __init__(self) -> None:
        self.place = ""
        self.texts = 0
        self.wrapped = 0
        self.findings: dict[str, str] = {}
        """What is wrong, and where it was first seen."""
        self.ways: dict[type[QWidget], Callable[[Any], None]] = {
            ElidedLabel: lambda found: self.look_at_elided(found, found.shown, found.text()),
            QLabel: self.look_at_label,
            TextBlock: self.look_at_block,
            QAbstractButton: self.look_at_button,
            QComboBox: self.look_at_choices,
            QLineEdit: self.look_at_line,
            QPlainTextEdit: self.look_at_editor,
            QTabBar: self.look_at_tabs,
            QScrollArea: self.look_at_area,
            QTableView: self.look_at_table,
        }

    def find(self, text: str, trouble: str) -> None:
        """Note that something is wrong with a text."""
        self.findings.setdefault(f"{text[:60]!r} {trouble}", self.place)

    def look(self, place: str, window: QWidget) -> None:
        """Look at every text of a window that can be seen now."""
        self.place = place
        settle()
        for widget in [window, *window.findChildren(QWidget)]:
            if not widget.isVisible():
                continue
            over = widget.parentWidget() if isinstance(widget, Bubble) else None
            seen = QRect() if over is None else over.rect()
            if widget.mapTo(window, widget.rect().topRight()).x() > window.width() or (
                seen.isValid() and not seen.contains(widget.geometry())
            ):
                self.find(widget.accessibleName() or str(widget), "is partly out of sight")
            self.look_at_tip(widget.toolTip())
            for kind, look in self.ways.items():
                if isinstance(widget, kind):
                    look(widget)
                    break

    def fits(self, text: str, needed: QSize, given: QSize) -> None:
        """Find fault with a text that needs more room than it has."""
        self.texts += bool(text)
        if text and (needed.width() > given.width() or needed.height() > given.height()):
            self.find(text, f"needs {needed.toTuple()}, has {given.toTuple()}")

    def look_at_area(self, area: QScrollArea) -> None:
        """Find fault with a page that is wider than the area it is seen through."""
        inside = area.widget()
        if inside is not None and inside.width() > area.viewport().width():
            self.find(str(area), f"{inside.width()} wide, seen {area.viewport().width()}")

    def look_at_tabs(self, tabs: QTabBar) -> None:
        for tab in range(tabs.count()):
            self.fits(tabs.tabText(tab), tabs.tabSizeHint(tab), tabs.tabRect(tab).size())

    def look_at_block(self, block: TextBlock) -> None:
        self.fits(block.text, QSize(0, block.heightForWidth(block.width())), block.size())
        self.look_at_lines(
            block.text, drawn(block.text, block.font(), block.width()), block.width()
        )

    def look_at_lines(self, text: str, layout: QTextLayout, width: float) -> None:
        """Find fault with lines that end inside a word, or are longer than their box."""
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if line.naturalTextWidth() > width + 1:
                self.find(
                    text, f"line {number} is {line.naturalTextWidth():.0f} of {width:.0f} wide"
                )
        self.look_at_breaks(text, layout)

    def look_at_breaks(self, text: str, layout: QTextLayout) -> None:
        """Find fault with lines that end inside a word."""
        for number in range(1, layout.lineCount()):
            start = layout.lineAt(number).textStart()
            self.wrapped += 1
            if not may_break(text, start):
                words = f"{text[max(0, start - 12) : start]}|{text[start : start + 12]}"
                self.find(text, f"is broken {words!r}")

    def look_at_label(self, label: QLabel) -> None:
        text = label.text()
        if not text:
            return
        self.look_at_line_ends(text, str(label.window().property(messages.SENTENCE)))
        self.look_at_ink(text, label)
        rich = label.textFormat() == Qt.TextFormat.AutoText and is_html(text)
        if label.wordWrap():
            needed = QSize(0, label.heightForWidth(label.width()))
            self.fits(text, needed, label.size())
            if not rich:
                width = label.contentsRect().width()
                self.look_at_lines(text, as_qt(text, label.font(), width), width)
        elif ELLIPSIS in text:
            self.look_at_elided(label, text, tip_over(label))
        else:
            self.fits(text, label.sizeHint(), label.size())

    def look_at_ink(self, text: str, label: QLabel) -> None:
        """Find fault with letters whose marks are above or below the label."""
        metrics = QFontMetricsF(label.font())
        room = label.contentsRect()
        lines = 1 + text.count("\n")
        if label.wordWrap():
            lines = as_qt(text, label.font(), room.width()).lineCount()
        spare = (room.height() - lines * metrics.lineSpacing()) / 2
        up, down = ink_of(text, label.font().toString())
        if up > room.top() + spare + metrics.ascent() + 1:
            self.find(text, f"has marks {up} above its line, of {metrics.ascent()}")
        if down > label.height() - room.bottom() - 1 + spare + metrics.descent() + 1:
            self.find(text, f"has marks {down} below its line, of {metrics.descent()}")

    def look_at_button(self, button: QAbstractButton) -> None:
        icon_only = isinstance(button, QToolButton) and (
            button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        if not button.text() or icon_only:
            return
        if isinstance(button, ElidedButton) and button.text() != button.accessibleName():
            self.look_at_elided(button, button.text(), button.accessibleName())
            if not button.toolTip():
                self.find(button.text(), "has no tool tip")
            return
        self.fits(button.text(), button.sizeHint(), button.size())

    def look_at_elided(self, widget: QWidget, text: str, whole: str) -> None:
        """Find fault with a shortened text that cannot be read in full or ends inside a letter."""
        self.texts += 1
        begin, _, end = text.partition(ELLIPSIS)
        plain = whole.replace("\n", "")
        if begin.replace("\n", "").strip() not in plain:
            self.find(text, f"has no tool tip with the whole text, but {whole!r}")
        if begin and begin in plain and cuts_a_letter(plain, plain.index(begin) + len(begin)):
            self.find(text, "ends inside a letter")
        if end and cuts_a_letter(plain, len(plain) - len(end)):
            self.find(text, "goes on inside a letter")
        if QFontMetricsF(widget.font()).horizontalAdvance(text) > widget.width() + 1:
            self.find(text, "is cut all the same")

    def look_at_choices(self, box: QComboBox) -> None:
        metrics = QFontMetricsF(box.font())
        for row in range(box.count()):
            needed = metrics.horizontalAdvance(box.itemText(row)) + CHOICE_FRAME
            self.fits(box.itemText(row), QSize(round(needed), 0), box.size())

    def look_at_line(self, line: QLineEdit) -> None:
        text = line.text() or line.placeholderText()
        self.texts += bool(text)
        if "\u200b" in line.text():
            self.find(text, "has U+200B in it")
        option = line.rect().adjusted(8, 0, -8, 0)
        needed = QFontMetricsF(line.font()).horizontalAdvance(text)
        if not line.text() and needed > option.width():  # what is typed scrolls; a hint does not
            self.find(text, f"needs {needed:.0f}, has {option.width()}")

    def look_at_editor(self, editor: QPlainTextEdit) -> None:
        block = editor.document().firstBlock()
        while block.isValid():
            editor.cursorRect()  # has the lines laid out
            self.texts += 1
            self.look_at_breaks(block.text(), block.layout())
            block = block.next()

    def look_at_tip(self, tip: str) -> None:
        """Find fault with a tool tip that runs over the screen or would be read as HTML."""
        if not tip:
            return
        self.texts += 1
        if is_html(tip):
            if "white-space" not in tip:
                self.find(tip, "is a tool tip that is read as HTML")
            return
        metrics = QFontMetricsF(QApplication.font())
        if max(map(metrics.horizontalAdvance, tip.split("\n"))) > TIP_WIDTH:
            self.find(tip, "is a tool tip that is too wide")
        self.look_at_line_ends(tip, tip.replace("\n", ""))

    def look_at_line_ends(self, text: str, whole: str) -> None:
        """Find fault with line ends that were put into ``whole``."""
        for before, after in pairwise(text.split("\n")):
            self.wrapped += 1
            if before + after in whole and not may_break(before + after, len(before)):
                self.find(text, f"is broken {before[-12:]}|{after[:12]}")

    def look_at_table(self, table: QTableView) -> None:
        model, heads = table.model(), table.horizontalHeader()
        if heads.length() > table.viewport().width() + 1:
            self.find(table.accessibleName(), f"is {heads.length()} wide: a column is out of sight")
        for column in range(model.columnCount()):
            if not table.isColumnHidden(column):
                self.look_at_head(heads, column)
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                cell = model.index(row, column)
                self.look_at_tip(str(cell.data(Qt.ItemDataRole.ToolTipRole) or ""))
                if isinstance(table, ScoreTable):
                    self.look_at_score(table, cell)
                elif isinstance(table, GridTable):
                    self.look_at_measure(table, cell)
                elif isinstance(table, WindowTable):
                    self.look_at_shortened(table, cell)
                else:
                    self.look_at_cell(table, cell)

    def look_at_head(self, heads: QHeaderView, column: int) -> None:
        if heads.isVisible():
            text = str(heads.model().headerData(column, Qt.Orientation.Horizontal) or "")
            width = QFontMetricsF(heads.font()).horizontalAdvance(text) + HEAD_PADDING
            height = heads.sectionSizeFromContents(column).height()
            given = QSize(heads.sectionSize(column), heads.height())
            self.fits(text, QSize(round(width), height), given)

    def look_at_cell(self, table: QTableView, cell: QModelIndex) -> None:
        """Look at a cell that is drawn by Qt's own delegate or one that grows with its text."""
        text = str(cell.data() or "")
        box = table.visualRect(cell)
        if not text or box.isEmpty():
            return
        option = QStyleOptionViewItem()
        table.initViewItemOption(option)
        font: QFont = cell.data(Qt.ItemDataRole.FontRole) or table.font()
        option.rect = box  # pyright: ignore[reportAttributeAccessIssue] - a field in Qt
        needed = table.itemDelegateForIndex(cell).sizeHint(option, cell)
        self.fits(text, QSize(0, needed.height()), box.size())
        if isinstance(table, WrappedTable):
            room = box.width() - 2 * score_cells.PAD_X
            self.look_at_lines(text, drawn(text, font, room), room)
            return
        margin = table.style().pixelMetric(table.style().PixelMetric.PM_FocusFrameHMargin) + 1
        room = box.width() - 2 * margin
        self.look_at_lines(text, as_qt(text, font, room), room)

    def look_at_shortened(self, table: WindowTable, cell: QModelIndex) -> None:
        """Look at a cell that ends in … where it is narrow; its tool tip has the whole text."""
        text, box = str(cell.data() or ""), table.visualRect(cell)
        if not text or box.isEmpty():
            return
        room = box.width() - 2 * score_cells.PAD_X
        metrics = QFontMetricsF(score_cells.theme.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        tip = str(cell.data(Qt.ItemDataRole.ToolTipRole) or "")
        whole = " ".join(tip.replace("\n", "").split())
        self.texts += 1
        head = str(table.model().headerData(cell.column(), Qt.Orientation.Horizontal))
        if shown != text and head.endswith("เมื่อ"):
            self.find(text, "is shortened where it says when")
        begin = shown.partition(ELLIPSIS)[0].strip()
        if begin.replace(" ", "") not in whole.replace(" ", ""):
            self.find(text, f"has no tool tip with the whole text, but {tip!r}")
        self.fits(text, QSize(0, round(metrics.height())), box.size())

    def look_at_score(self, table: ScoreTable, cell: QModelIndex) -> None:
        """Look at a cell as ``ScoreDelegate`` draws it."""
        text = str(cell.data() or "")
        row = table.proxy.source_row(cell.row())
        box = table.visualRect(cell)
        room = box.width() - 2 * score_cells.PAD_X
        column = score_cells.Column(cell.column())
        if not text or box.isEmpty():
            return
        if column in (score_cells.Column.CODE, score_cells.Column.TEXT):
            suffix = str(cell.data(score_cells.Role.QUIET_SUFFIX) or "")
            whole = f"{text} {suffix}" if suffix else text
            font = score_cells.row_font(row.kind)
            height = wrapped_text.wrapped_height(text, font, room, suffix)
            self.fits(whole, QSize(0, height + score_cells.PAD_Y), box.size())
            self.look_at_lines(whole, drawn(whole, font, room), room)
        else:
            strong = column is score_cells.Column.SCORE
            metrics = QFontMetricsF(score_cells.theme.font(strong=strong))
            self.fits(text, QSize(round(metrics.horizontalAdvance(text)), 0), QSize(room, 9))

    def look_at_measure(self, table: GridTable, cell: QModelIndex) -> None:
        """Look at a cell as ``GridDelegate`` draws it; rows out of sight wait to be measured."""
        box, column = table.visualRect(cell), table.grid_model.columns[cell.column()]
        words = cell.data(MeasureRole.CELL)
        state = cell.data(MeasureRole.STATE)
        if box.isEmpty() or not table.viewport().rect().intersects(box):
            return
        line = cell.data(MeasureRole.LINE)
        height = measure_cells.cell_height(line, column.field, words, state, box.width())
        text = words.shown if state is None else state.word
        self.fits(text, QSize(0, height), box.size())
        room = box.width() - 2 * measure_cells.PAD_X
        if state is None and text:
            font = measure_cells.cell_font(line, column.field)
            self.look_at_lines(text, drawn(text, font, room), room)


@cache
def ink_of(text: str, font_name: str) -> tuple[int, int]:
    """Return how far the letters of a text reach above and below their line, in pixels."""
    font = QFont()
    font.fromString(font_name)
    picture = QImage(4000, 160, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setFont(font)
    painter.drawText(4, 80, " ".join(text.split()))
    painter.end()
    box = QRegion(QBitmap.fromImage(picture.createAlphaMask())).boundingRect()
    return 80 - box.top(), box.bottom() + 1 - 80


def drawn(text: str, font: QFont, width: float) -> QTextLayout:
    """Return the lines that the program draws itself."""
    return wrapped_text._laid_out(text, "", font.toString(), round(width))


def as_qt(text: str, font: QFont, width: float) -> QTextLayout:
    """Return the lines as a label has them."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def tip_over(widget: QWidget | None) -> str:
    """Return the tool tip that Qt shows over a widget: its own, or that of what it lies on."""
    while widget is not None and not widget.toolTip():
        widget = widget.parentWidget()
    return "" if widget is None else widget.toolTip()


def is_html(text: str) -> bool:
    might_be: Callable[[str], bool] = QtGui.Qt.mightBeRichText  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType, reportUnknownMemberType]
    return might_be(text)


def may_break(text: str, start: int) -> bool:
    """Say whether a line may begin at ``start``: at a word, and not with a closing sign."""
    if start >= len(text) or text[start - 1 : start] in ("", "\n", "\u2028", "\u2029"):
        return True
    if text[start] in NEVER_FIRST or cuts_a_letter(text, start):
        return False
    if text[start - 1].isspace():
        return True
    done = 0
    for word in break_words(text):
        inside = start - done
        if inside <= 0:
            return inside == 0
        if inside < len(word) and is_words(word[:inside]) and is_words(word[inside:]):
            return True
        done += len(word)
    return True


def is_words(text: str) -> bool:
    return all(word in thai_words() or not word.isalpha() for word in break_words(text))


@cache
def thai_words() -> frozenset[str]:
    from pythainlp.corpus.common import thai_words as known  # noqa: PLC0415 - after break_words

    return known()


def cuts_a_letter(text: str, place: int) -> bool:
    """Say whether the letter at ``place`` is a mark of the one before it."""
    return place < len(text) and text[place] in "ัิีึืฺุู็่้๊๋์ํ๎ำ"


def settle() -> None:
    QThreadPool.globalInstance().waitForDone()
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def tabs_and_what_is_in_them(workspace: Workspace) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give each tab, the items of a topic, and measures that are filtered."""
    for tab in range(workspace.tabs.count()):
        yield f"tab {tab}", lambda tab=tab: workspace.tabs.setCurrentIndex(tab)
    yield "items of a topic", lambda: workspace.measures.heading.items.setChecked(True)
    yield "measures by unit", lambda: workspace.measures.bar.units.setCurrentIndex(1)
    yield "tab 0", lambda: workspace.tabs.setCurrentIndex(0)


def states(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give each thing that a clerk may have before her, with how it comes about."""
    workspace = window.workspace
    assert workspace is not None
    session, scores = workspace.session, workspace.scores
    menu = next(iter(window.findChildren(MainMenu)))
    menu.fill()
    yield from tabs_and_what_is_in_them(workspace)
    for year in session.years:
        yield f"year {year}", lambda year=year: session.select_year(year)
    yield "a score changed", lambda: session.set_score("i7", "88.13")
    yield "scores gone", lambda: session.put_scores({"i8": None, "i9": None}, "ลบคะแนน 2 ค่า")
    yield "a text changed", lambda: session.correct_text("i1", LONG * 2)
    yield "notice", lambda: workspace.notice.say(LONG, [("เปิดไฟล์", bool), ("เปิดโฟลเดอร์", bool)])
    yield "no notice", workspace.notice.hide
    cell = scores.table.visualRect(scores.table.currentIndex())
    yield "bubble", lambda: scores.gestures.bubble.say(f"i7: {LONG}", cell, ("ใช้ ๘๘.๑๓", bool))
    yield "no bubble", scores.gestures.bubble.hide
    line = FileBanner()
    workspace.show_above(line)
    for place in (Place(Danger.SYNCED, "OneDrive"), Place(Danger.SHARE), Place(Danger.REMOVABLE)):
        yield f"in danger: {place}", lambda place=place: show_danger(line, session.path, place)
    yield "read only", lambda: line.say(LONG * 2, [("ลองเปิดเพื่อแก้ไข", bool)])
    yield "no banner", line.hide
    offers = [("ใช้ไฟล์สำรองล่าสุด", bool), ("เปิดอ่านอย่างเดียว", bool), ("เลือกไฟล์อื่น", bool)]
    yield "refused", lambda: messages.offer(window, "เปิดไฟล์ไม่ได้", LONG * 2, offers)
    for code in ("i1", "O1", "O43"):
        yield f"text of {code}", lambda code=code: show_text(workspace, code)
    yield "paste", lambda: scores.gestures.paste(f"i1\t101\ni2\t{LONG}\ni3\t77\n{LONG}\t3")
    yield "import", lambda: preview(window)
    yield "office", window.desk.edit_office
    yield "year", window.desk.add_year
    yield "papers", lambda: PaperSettingsDialog(window._settings, window).open()
    yield "deeds", window.desk.show_history
    yield (
        "a change",
        lambda: show_line(Line("แก้ไข", "ข้อความข้อ i1", "ข้อความ", LONG, LONG * 9), window),
    )
    yield "story of a row", lambda: show_story_of_a_row(window, session)
    yield "after it", lambda: None
    yield "trash", lambda: show_history(session, window).tabs.setCurrentIndex(1)
    yield "shorten", lambda: ShortenDialog(session, window).open()
    yield "story of a score", lambda: show_score_history(session, "i7", window)
    yield "story of a text", lambda: show_text_history(session, "i1", window)
    yield "no backups", window.desk.show_backups
    yield "backups", lambda: show_backups(window)
    yield "restore", lambda: show_restore(window)
    yield "nothing to restore", lambda: show_restore(window, after=())
    yield "sound", window.desk.show_proof
    yield "not sound", lambda: show_findings(window)
    yield from chain(evidence_states(window, session), dialogs_around_measures(window, session))
    yield from units_and_rounds(window, session)
    yield "message", lambda: messages.say(window, "นำเข้าไม่ได้", LONG * 2)
    yield "about", menu._about
    yield "size", lambda: menu._choose_size(100)
    yield "pages", lambda: workspace.show_preview(workspace.papers.first)
    yield "start", window.show_start


def evidence_states(
    window: MainWindow, session: Session
) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give the states of evidence, and the window of a fault."""
    yield "no evidence", window.desk.show_evidence
    yield "evidence", lambda: show_evidence_of(window, session)
    yield "move evidence", lambda: MoveDialog(session.criteria, "O2", (), LONG, window).open()
    report = "KeyError\n  ita_desktop/x.py:1 f"
    yield "fault", lambda: FaultDialog(report, "(disk full)", window).open()


def dialogs_around_measures(
    window: MainWindow, session: Session
) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give what is opened around the measures: from scores, examples, layouts, texts, calendar."""
    settings, topics = window._settings, session.tracker.topics

    def edit_layout() -> None:
        layout = replace(official_layouts()[1], name=LONG)
        LayoutEditor(session, settings, layout, window).open()

    def edit_example() -> None:
        if (dialog := show_suggestions(session, topics[0].id, window)) is not None:
            dialog.edit.click()
            dialog.card.refuse(LONG)

    def show_layouts_and_say() -> None:
        if (dialog := show_layouts(session, settings, window)) is not None:
            dialog.notice.say(LONG, [("แก้ไข", bool)])

    def edit_texts(paper: str, months: Round | None) -> None:
        if (dialog := show_texts(session, settings, paper, months, window)) is not None:
            dialog.fields["title"].editor.setPlainText(LONG)

    def say_in_calendar() -> None:
        if (dialog := show_calendar(session, window, bool)) is not None:
            dialog.notice.say(LONG, [("เลิกทำ", bool)])

    yield "from scores", lambda: show_from_scores(session, window)
    yield "examples", lambda: show_suggestions(session, topics[0].id, window)
    yield "an example", edit_example
    yield "layouts", show_layouts_and_say
    yield "a layout", edit_layout
    yield "texts of questions", lambda: edit_texts("measures-by-question", 6)
    yield "texts with a cover", lambda: edit_texts("measures-six-month", 12)
    yield "calendar", say_in_calendar


def units_and_rounds(
    window: MainWindow, session: Session
) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give the units' sheets, what came back from them, both rounds, and the next year."""

    def say_of_sheets() -> None:
        notice = Notice(window)
        if (dialog := show_unit_sheets(session, window._settings, notice, window)) is not None:
            dialog.notice.say(LONG, [("เปิดโฟลเดอร์", bool)])

    def say_of_rounds() -> None:
        if (dialog := show_rounds(session, window)) is not None:
            dialog.cards[6].deed.click()

    yield "units' sheets", say_of_sheets
    yield "what came back", lambda: show_what_came_back(window, session)
    yield "rounds", lambda: show_rounds(session, window)
    yield "a closed round", say_of_rounds
    yield "the next year", lambda: show_carry_over(session, window)


def show_what_came_back(window: MainWindow, session: Session) -> None:
    """Show a sheet whose first row both sides changed, a refused cell, and a file that is none."""
    unit = work_by_unit(session.tracker, session.office.units)[0].unit
    year, folder = session.fiscal_year, Path(tempfile.mkdtemp())
    frozen = freeze_unit_sheets(session.file, year, 6, [unit], Digits.THAI, LONG)
    paths = write_unit_sheets(frozen, folder)
    (sheet,) = read_unit_sheets(paths)
    first, second = sheet.rows[0].key, sheet.rows[1].key
    fill_in(paths[0], {(first.number, "result"): LONG * 2, (second.number, "percent"): 120})
    edit = Edit(kind=Kind(first.kind), number=first.number, field="result", text=LONG, months=6)
    session.do(lambda file: set_field(file, edit))
    broken = folder / f"{LONG[:40]}.xlsx"
    broken.write_bytes(b"")
    show_returns(session, Notice(window), [*paths, broken], 6, window)


def show_evidence_of(window: MainWindow, session: Session) -> None:
    content = b"%PDF-1.7"
    digest = sha256(content).hexdigest()
    store_content(session.file, digest, content)
    with session.file.deed("แนบหลักฐาน"):
        for code, name in (("O1", "คำสั่ง.pdf"), ("", f"{LONG}.pdf")):
            add_evidence(session.file, session.fiscal_year, code, name, digest)
    window.desk.show_evidence()
    dialog = window.findChildren(EvidenceDialog)[-1]
    dialog.table.selectRow(0)
    dialog.notice.say(LONG, bad=True)


def show_danger(line: FileBanner, path: Path, place: Place) -> None:
    line.say(danger_of(path, place), [(guard.MOVE, bool), (guard.NO_MORE, bool)])


def show_story_of_a_row(window: MainWindow, session: Session) -> None:
    dialog = show_history(session, window)
    dialog.deeds.story.click()


def show_text(workspace: Workspace, code: str) -> None:
    workspace.scores.go_to(code)
    workspace.scores.gestures.show_full_text(workspace.scores.table.currentIndex())


def show_backups(window: MainWindow) -> None:
    assert window.session is not None
    made = [backups.back_up(window.session.path, reason).path for reason in backups.Reason]
    made[1].write_bytes(made[1].read_bytes()[:-1])
    window._settings.remember_second_place(Path("/media/แฟลชไดรฟ์ของสำนักปลัด") / LONG)
    window.desk.show_backups()
    for _ in range(3):  # the list is read, then proved
        settle()
    box = QApplication.activeModalWidget()
    assert isinstance(box, BackupsDialog)
    box.second.show_state(f"ไม่พบที่เก็บสำรองแห่งที่สอง {LONG} กรุณาเสียบอุปกรณ์")


def show_restore(window: MainWindow, after: tuple[str, ...] = (LONG, "ลบคะแนน 2 ค่า")) -> None:
    assert window.session is not None
    file = window.session.file
    backup = backups.back_up(file.path, backups.Reason.TIMER).path
    for number, name in enumerate(after):
        with file.deed(name):
            file.connection.execute("DELETE FROM score WHERE id = ?", (100 + number,))
            file.connection.execute("UPDATE office SET district = ?", (f"{name} {number}",))
    look = look_inside(backup, file.path)
    dialog = RestoreDialog(look, window)
    dialog.finished.connect(partial(_close, look))
    dialog.open()


def _close(look: Look, _result: int) -> None:
    look.close()


def show_findings(window: MainWindow) -> None:
    assert window.session is not None
    dialog = ProofDialog(window.session, window)
    dialog.open()
    settle()
    findings = tuple(f"ตาราง score แถว {row} ไม่ตรงกับประวัติการแก้ไข {LONG}" for row in range(20))
    dialog._show(Examined(Proof(findings, {}, 3, None), 99_000, datetime.now(UTC)))


def preview(window: MainWindow) -> None:
    rows = [
        PreviewRow("แผ่นที่ ๑ C12", "", "๑๐๑", f"คะแนนเกิน ๑๐๐ {LONG}", refused=True),
        PreviewRow("แผ่นที่ ๑ C13", "", "๑๐๑", LONG, remark=True),
        PreviewRow("i7", "๗๙.๐๑", "๘๘.๑๓"),
        PreviewRow("i8", "๗๙.๐๑", "๗๙.๐๑"),
        PreviewRow("ข้อมูลหน่วยงาน", LONG, LONG + "ใหม่"),
    ]
    title = wording.shown("นำเข้า แผ่น.xlsx ปีงบประมาณ 2566")
    PreviewDialog(title, rows, "นำเข้า", window).open()


def main() -> None:
    """Go through everything and print what was seen."""
    application, settings = start_qt()
    settings.remember_scale(100)
    walk = Walk()
    scale = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ตัวอย่าง.ita"
        new_sample_file(path).close()
        window = MainWindow(settings)
        window.enter(open_file(path))
        window.resize(SCREEN / scale)
        window.show()
        for place, come in states(window):
            come()
            settle()
            box = QApplication.activeModalWidget()
            walk.look(place, box or window)
            if box is not None:
                if box.width() > window.width() or box.height() > window.height():
                    walk.find(place, f"is larger than the window: {box.size().toTuple()}")
                assert isinstance(box, QDialog)
                if isinstance(box, FaultDialog) and place != "fault":
                    walk.find(place, f"went wrong: {box.report}")
                if shots := os.environ.get("ITA_WALK_PICTURES"):
                    box.grab().save(f"{shots}/{scale:g} {place}.png")
                box.reject()
                application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            elif shots := os.environ.get("ITA_WALK_PICTURES"):
                window.grab().save(f"{shots}/{scale:g} {place}.png")
        window.close()
    found = {"texts": walk.texts, "wrapped": walk.wrapped, "findings": walk.findings}
    print(json.dumps({**found, "scale": window.devicePixelRatioF()}, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
