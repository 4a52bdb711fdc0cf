"""A page as it is seen: our fonts and distances, Thai numbers before steps, frames of tables.

Qt reads the Markdown; what it makes of it is dressed anew here, block by block.
"""

from collections.abc import Iterator
from typing import Final, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrameFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextOption,
    QTextTable,
)

from ita_desktop.ui import theme, wording
from ita_desktop.ui.help.markdown import shown_markdown

BODY_PX: Final = 16
_HEADS_PX: Final = {1: 26, 2: 20, 3: 17}
_HEADS_BEFORE: Final = {1: 0, 2: 22, 3: 14}
_AFTER: Final = 8
INDENT: Final = 30
"""Pixels by which the steps of a list are moved in, to each level."""
_HANG: Final = 26
"""Pixels by which their number stands out."""
_LINE: Final = 112
"""Per cent of the font's own line: Sarabun's is low for running text."""
_CELL: Final = 6
_FIRST_COLUMN: Final = 34
"""Per cent of a table: alike in all tables of a page, so that their columns stand in one line."""
_MOST: Final = 60
"""Per cent, whatever words stand in it."""
_EDGE: Final = 16
"""Pixels for the lines around a cell and the margin of the document."""
CALLOUTS: Final = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
"""Numbers of places on a picture: an entry that begins with one needs no dot before it."""


def page_document(source: str, parent: QObject | None = None) -> QTextDocument:
    """Return a page, dressed, from its Markdown; pictures are put in by whoever shows it."""
    document = QTextDocument(parent)
    document.setDefaultFont(theme.font(BODY_PX))
    document.setIndentWidth(INDENT)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setMarkdown(shown_markdown(source))
    for table in _tables(document):
        _dress_table(table)
    for block in blocks(document):
        _dress_block(block)
        _dress_letters(block)
    for block, mark, level in _steps(document):
        _hang(block, mark, level)
    return document


def fit_tables(document: QTextDocument, room: int) -> None:
    """Share out the columns of all tables alike, in ``room`` pixels.

    The first is never so narrow that a key written as one word would be broken.
    """
    tables = [table for table in _tables(document) if table.columns() > 1]
    letters = QFontMetricsF(theme.font(BODY_PX, strong=True))
    longest = max((letters.horizontalAdvance(word) for word in _first_words(tables)), default=0)
    needed = 100 * (longest + 2 * _CELL + _EDGE) / room
    first = min(max(_FIRST_COLUMN, needed), _MOST)
    percent = QTextLength.Type.PercentageLength
    for table in tables:
        form = table.format()
        others = table.columns() - 1
        rest = [QTextLength(percent, (100 - first) / others)] * others
        form.setColumnWidthConstraints([QTextLength(percent, first), *rest])
        table.setFormat(form)


def _first_words(tables: list[QTextTable]) -> Iterator[str]:
    for table in tables:
        for row in range(table.rows()):
            yield from table.cellAt(row, 0).firstCursorPosition().block().text().split()


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the blocks of a document in order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def in_table(block: QTextBlock) -> bool:
    """Say whether a block stands in a table."""
    table = cast("QTextTable | None", QTextCursor(block).currentTable())
    return table is not None


def fragments(block: QTextBlock) -> tuple[QTextFragment, ...]:
    """Return the stretches of one manner in a block."""
    found: list[QTextFragment] = []
    place = block.begin()
    while not place.atEnd():
        found.append(place.fragment())
        place += 1
    return tuple(found)


def _dress_block(block: QTextBlock) -> None:
    form = QTextBlockFormat()
    level = block.blockFormat().headingLevel()
    in_cell = in_table(block)
    form.setTopMargin(_HEADS_BEFORE.get(level, 0))
    form.setBottomMargin(0 if in_cell else _AFTER)
    form.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if block.blockFormat().hasProperty(QTextFormat.Property.BlockQuoteLevel):
        form.setLeftMargin(_CELL * 2)
        form.setRightMargin(0)
        form.setBackground(QBrush(theme.color("group")))
    cursor = QTextCursor(block)
    cursor.mergeBlockFormat(form)
    if level:
        letters = QTextCharFormat()  # another than Qt's: the size of that follows steps of its own
        letters.setFont(theme.font(_HEADS_PX.get(level, BODY_PX), strong=True))
        letters.setForeground(theme.color("accent" if level == 1 else "ink"))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(letters)


def _dress_letters(block: QTextBlock) -> None:
    """Give bold words the weight there is, and keys a ground of their own.

    Qt would set them in a typewriter's letters, which know no Thai.
    """
    for part in fragments(block):
        old = part.charFormat()
        form = QTextCharFormat()
        if old.isAnchor():
            form.setForeground(theme.color("accent"))
            form.setFontUnderline(True)
        if old.fontFixedPitch():
            form.setFont(theme.font(BODY_PX, strong=True))
            form.setBackground(QBrush(theme.color("group_strong")))
        elif (
            old.fontWeight() > QFont.Weight.Normal.value and not block.blockFormat().headingLevel()
        ):
            form.setFontWeight(QFont.Weight.DemiBold.value)
        if form.propertyCount():
            cursor = QTextCursor(block)
            cursor.setPosition(part.position())
            cursor.setPosition(part.position() + part.length(), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(form)


def _steps(document: QTextDocument) -> list[tuple[QTextBlock, str, int]]:
    """Return the entries of lists with what stands before them; read before any is changed."""
    styles = QTextListFormat.Style
    found: list[tuple[QTextBlock, str, int]] = []
    for block in blocks(document):
        entries = cast("QTextList | None", block.textList())
        if entries is None:
            continue
        form = entries.format()
        counted = form.style() is styles.ListDecimal
        number = entries.itemNumber(block) + max(form.start(), 1)
        mark = wording.shown(f"{number}.") if counted else "•"
        if not counted and block.text()[:1] in CALLOUTS and block.text()[1:2] == " ":
            mark = block.text()[:1]
        found.append((block, mark, form.indent()))
    return found


def _hang(block: QTextBlock, mark: str, level: int) -> None:
    """Hang a number of our own before an entry: Qt counts lists in Arabic digits."""
    entries = cast("QTextList | None", block.textList())
    if entries is not None:
        entries.remove(block)
    form = QTextBlockFormat()
    form.setIndent(0)
    form.setLeftMargin(INDENT * level)
    form.setTextIndent(-_HANG)
    form.setTabPositions([QTextOption.Tab(_HANG, QTextOption.TabType.LeftTab)])
    cursor = QTextCursor(block)
    cursor.mergeBlockFormat(form)
    if mark in CALLOUTS:
        cursor.deleteChar()
        cursor.deleteChar()
    letters = QTextCharFormat()
    letters.setFont(theme.font(BODY_PX, strong=True))
    letters.setForeground(theme.color("accent"))
    cursor.insertText(f"{mark}\t", letters)


def _tables(document: QTextDocument) -> list[QTextTable]:
    frames = document.rootFrame().childFrames()
    return [frame for frame in frames if isinstance(frame, QTextTable)]


def _dress_table(table: QTextTable) -> None:
    form = table.format()
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QBrush(theme.color("line")))
    form.setBorderCollapse(True)
    form.setCellPadding(_CELL)
    form.setCellSpacing(0)
    form.setTopMargin(4)
    form.setBottomMargin(14)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setAlignment(Qt.AlignmentFlag.AlignLeft)
    table.setFormat(form)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        ground = cell.format()
        ground.setBackground(QBrush(theme.color("head")))
        cell.setFormat(ground)
