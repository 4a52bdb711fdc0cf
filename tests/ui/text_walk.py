"""Looks at every text of the window and its dialogs and says what is wrong with any of them.

A program of its own, because Qt reads its scale when it starts (``QT_SCALE_FACTOR=1.5``). The
window is as large as a screen of 1366 x 768 dots leaves it at that scale. Prints JSON: how many
texts were seen and how many lines were wrapped, and the findings. Named a word ("wide"), it ends
where the first finding with that word is made.
"""

# ruff: noqa: T201 - it prints what it found
# pyright: reportPrivateUsage=false

import json
import os
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt
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
from ita_desktop.thai.words import break_words
from ita_desktop.ui import messages
from ita_desktop.ui.dialogs.fault import FaultDialog
from ita_desktop.ui.help.page_look import blocks
from ita_desktop.ui.help.page_view import PageView
from ita_desktop.ui.help.window import HelpWindow
from ita_desktop.ui.history.window_table import WindowTable
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.plan.money.rows import Part
from ita_desktop.ui.plan.money.table import MoneyTable
from ita_desktop.ui.plan.project.period_table import PeriodTable
from ita_desktop.ui.rows import delegate as row_cells
from ita_desktop.ui.rows.grid_model import Role as RowRole
from ita_desktop.ui.rows.grid_table import GridTable
from ita_desktop.ui.scores import delegate as score_cells
from ita_desktop.ui.scores.table import ScoreTable
from ita_desktop.ui.widgets import wrapped_text
from ita_desktop.ui.widgets.bubble import Bubble
from ita_desktop.ui.widgets.elided import ElidedButton, ElidedLabel
from ita_desktop.ui.widgets.text_block import TextBlock
from ita_desktop.ui.widgets.wrapped_table import WrappedTable
from ita_desktop.workflows.opening import new_sample_file, open_file
from tests.ui.text_states import settle, states

SCREEN = QSize(1366, 768)
TIP_WIDTH = 480
HEAD_PADDING = 20
CHOICE_FRAME = 38  # of a combo box: its padding and its arrow
ELLIPSIS = "…"
SIDEWAYS = frozenset({"ผลของโครงการ"})
"""Tables of many columns that are scrolled sideways on a narrow window, names in sight or said."""
NEVER_FIRST = frozenset("ๆฯ)]}”’%,;:!?")


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
            PageView: self.look_at_page,
            QTabBar: self.look_at_tabs,
            QScrollArea: self.look_at_area,
            QTableView: self.look_at_table,
        }

    def find(self, text: str, trouble: str) -> None:
        """Note that something is wrong with a text."""
        self.findings.setdefault(f"{text[:60]!r} {trouble}", self.place)

    def has_found(self, words: Sequence[str]) -> bool:
        """Say whether one of these words is in a finding."""
        return any(word in finding for word in words for finding in self.findings)

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
            block.text,
            drawn(block.text, block.font(), block.width(), anywhere=True),
            block.width(),
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
            room = layout.lineAt(number - 1).width()
            if not may_break(text, start) and not is_long_address(text, start, layout.font(), room):
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
        if isinstance(button, ElidedButton) and ELLIPSIS in button.text():
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

    def look_at_page(self, view: PageView) -> None:
        """Look at a page of the help: no line ends inside a word, nothing is wider than seen."""
        document = view.document()
        if document.size().width() > view.viewport().width():
            self.find(view.page, f"is {document.size().width()} wide: {view.viewport().width()}")
        for block in blocks(document):
            layout = block.layout()
            self.texts += 1
            if "\ufffc" not in block.text():
                width = max(
                    (layout.lineAt(n).width() for n in range(layout.lineCount())), default=0
                )
                self.look_at_lines(block.text(), layout, width)

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
        sideways = isinstance(table, MoneyTable) or table.accessibleName() in SIDEWAYS
        if heads.length() > table.viewport().width() + 1 and not sideways:
            self.find(table.accessibleName(), f"is {heads.length()} wide: a column is out of sight")
        for column in range(model.columnCount()):
            if not table.isColumnHidden(column):
                self.look_at_head(heads, column)
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                cell = model.index(row, column)
                self.look_at_tip(str(cell.data(Qt.ItemDataRole.ToolTipRole) or ""))
                self.look_at_any_cell(table, cell)

    def look_at_any_cell(self, table: QTableView, cell: QModelIndex) -> None:
        """Look at a cell as its own table draws it."""
        if isinstance(table, ScoreTable):
            self.look_at_score(table, cell)
        elif isinstance(table, GridTable):
            self.look_at_row(table, cell)
        elif isinstance(table, MoneyTable):
            self.look_at_money(table, cell)
        elif isinstance(table, PeriodTable):
            self.texts += 1  # one digit a quarter, drawn by itself
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
            self.look_at_lines(text, drawn(text, font, room, anywhere=True), room)
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

    def look_at_money(self, table: MoneyTable, cell: QModelIndex) -> None:
        """Look at a figure; names end in … where they are long, as their tool tip has them."""
        text, box = str(cell.data() or ""), table.visualRect(cell)
        strong = table.row(cell).project is None
        if not text or box.isEmpty():
            return
        self.texts += 1
        if table.column(cell).part is Part.TITLE:
            if not cell.data(Qt.ItemDataRole.ToolTipRole):
                self.find(text, "has no tool tip")
            return
        needed = QFontMetricsF(score_cells.theme.font(strong=strong)).horizontalAdvance(text) + 16
        self.fits(text, QSize(round(needed), 0), box.size())

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

    def look_at_row(self, table: GridTable, cell: QModelIndex) -> None:
        """Look at a cell as ``GridDelegate`` draws it; rows out of sight wait to be measured."""
        box, words = table.visualRect(cell), cell.data(RowRole.CELL)
        state = cell.data(RowRole.STATE)
        if box.isEmpty() or not table.viewport().rect().intersects(box):
            return
        height = row_cells.cell_height(words, state, box.width())
        text = words.shown if state is None else state.word
        self.fits(text, QSize(0, height), box.size())
        room = box.width() - 2 * row_cells.PAD_X
        if state is None and text:
            font = row_cells.cell_font(words)
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


def drawn(text: str, font: QFont, width: float, *, anywhere: bool = False) -> QTextLayout:
    """Return the lines that the program draws itself."""
    return wrapped_text._laid_out(text, "", font.toString(), round(width), anywhere=anywhere)


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
    """Say whether a line may begin at ``start``: at a word, and not with a closing sign.

    In a name of Latin letters it may end with a hyphen.
    """
    if start >= len(text) or text[start - 1 : start] in ("", "\n", "\u2028", "\u2029"):
        return True
    if text[start] in NEVER_FIRST or cuts_a_letter(text, start):
        return False
    if text[start - 1].isspace() or re.fullmatch("[A-Za-z]-", text[start - 2 : start]):
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


def is_long_address(text: str, start: int, font: QFont, width: float) -> bool:
    """Say whether a web address stands at ``start`` that no line has room for."""
    around = (one for one in re.finditer(r"\S+", text) if one.start() < start < one.end())
    words = next((one.group() for one in around), "")
    long = QFontMetricsF(font).horizontalAdvance(words) > width
    return long and words.startswith(("https://", "http://", "www."))


def is_words(text: str) -> bool:
    return all(word in thai_words() or not word.isalpha() for word in break_words(text))


@cache
def thai_words() -> frozenset[str]:
    from pythainlp.corpus.common import thai_words as known  # noqa: PLC0415 - after break_words

    return known()


def cuts_a_letter(text: str, place: int) -> bool:
    """Say whether the letter at ``place`` is a mark of the one before it."""
    return place < len(text) and text[place] in "ัิีึืฺุู็่้๊๋์ํ๎ำ"


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
            active = QApplication.activeWindow()
            seen = box or (active if isinstance(active, HelpWindow) else window)
            walk.look(place, seen)
            if seen.width() > window.width() or seen.height() > window.height():
                walk.find(place, f"is larger than the window: {seen.size().toTuple()}")
            if shots := os.environ.get("ITA_WALK_PICTURES"):
                seen.grab().save(f"{shots}/{scale:g} {place}.png")
            if box is not None:
                assert isinstance(box, QDialog)
                if isinstance(box, FaultDialog) and place != "fault":
                    walk.find(place, f"went wrong: {box.report}")
                box.reject()
                application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            if walk.has_found(sys.argv[1:]):
                break
        window.close()
    found = {"texts": walk.texts, "wrapped": walk.wrapped, "findings": walk.findings}
    print(json.dumps({**found, "scale": window.devicePixelRatioF()}, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
