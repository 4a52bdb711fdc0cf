"""The page that is read: its text in lines of a comfortable length, its pictures at half size."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from ita_desktop.ui import theme
from ita_desktop.ui.help.found_marks import FoundMarks
from ita_desktop.ui.help.page_look import (
    INDENT,
    blocks,
    fit_tables,
    fragments,
    in_table,
    page_document,
)
from ita_desktop.ui.help.pages import page_of_link, picture_file, source_of, title_of

PICTURE_SCALE: Final = 2
"""Pixels of a picture for one of the window: they are grabbed at twice the size."""
_TEXT: Final = 660
"""Pixels of a line of text at most: about 75 letters."""
_WIDEST: Final = 860
"""Pixels of the widest picture."""
_AIR: Final = 32
_ABOVE_PICTURE: Final = 6
_BELOW_PICTURE: Final = 14


class PageView(QTextBrowser):
    """Shows one page; a link to another page is told, any other leads nowhere."""

    page_wanted = Signal(str)
    """The page (its id) that a link leads to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpPage")
        self.setOpenLinks(False)
        self.setAccessibleName("หน้าคู่มือ")
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.Highlight, theme.color("accent"))
        colors.setColor(QPalette.ColorRole.HighlightedText, theme.color("on_accent"))
        self.setPalette(colors)
        self.page = ""
        self._seen = 0
        self._marks = FoundMarks(self.document())
        self.anchorClicked.connect(self._follow)

    def show_page(self, page: str) -> None:
        """Show a page from its beginning. Raises LookupError where there is none."""
        source = source_of(page)
        self.page = page
        self.setAccessibleDescription(title_of(page))
        document = page_document(source, self)
        document.setDocumentMargin(_AIR)
        self.document().deleteLater()
        self.setDocument(document)
        self._marks = FoundMarks(document)
        self._seen = 0
        self._fit()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def show_places(self, places: list[tuple[int, int]], at: int) -> None:
        """Mark stretches of the page (from, to); the one with the number ``at`` is brought up."""
        self._marks.mark(places, at)
        if 0 <= at < len(places):
            self._bring_up(places[at][0])

    def _bring_up(self, position: int) -> None:
        """Let a place of the page be seen in the upper third of the view."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        seen = self.cursorRect(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + seen.top() - self.viewport().height() // 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load nothing by itself: pictures are put in at the size there is room for."""
        del kind, name
        return None

    def _fit(self) -> None:
        """Give text and pictures the width there is."""
        seen = self.viewport().width()
        width = min(seen - 2 * _AIR, _WIDEST)
        if seen == self._seen or width <= 0 or not self.page:
            return
        self._seen = seen
        document = self.document()
        spare = seen - 2 * _AIR - width
        root = document.rootFrame()
        frame = root.frameFormat()
        frame.setTopMargin(_AIR / 4)
        frame.setRightMargin(_AIR + spare)
        root.setFrameFormat(frame)
        fit_tables(document, width)
        form = QTextBlockFormat()
        form.setRightMargin(max(width - _TEXT, 0))
        for block in blocks(document):
            cursor = QTextCursor(block)
            if not in_table(block):
                cursor.mergeBlockFormat(form)
            for part in fragments(block):
                if part.charFormat().isImageFormat():
                    image = part.charFormat().toImageFormat()
                    self._fit_picture(part.position(), image, width - _moved_in(block))

    def _fit_picture(self, position: int, form: QTextImageFormat, room: int) -> None:
        file = picture_file(form.name())
        if file is None:
            return
        picture = QImage(str(file))
        size = picture.size() / PICTURE_SCALE
        if size.width() > room:
            size = size.scaled(room, size.height(), Qt.AspectRatioMode.KeepAspectRatio)
        form.setWidth(size.width())
        form.setHeight(size.height())
        document = self.document()
        kind = QTextDocument.ResourceType.ImageResource.value
        document.addResource(kind, QUrl(form.name()), self._framed(picture, size))
        cursor = QTextCursor(document)
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(form)
        wide = QTextBlockFormat()
        wide.setRightMargin(0)  # a picture may be wider than a line
        wide.setTopMargin(_ABOVE_PICTURE)
        wide.setBottomMargin(_BELOW_PICTURE)
        wide.setLineHeight(100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(wide)

    def _framed(self, picture: QImage, size: QSize) -> QImage:
        """Return a picture in the dots of this screen, with a thin line around it."""
        ratio = self.devicePixelRatioF()
        scaled = picture.convertToFormat(QImage.Format.Format_RGB32).scaled(
            QSize(round(size.width() * ratio), round(size.height() * ratio)),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        scaled.setDevicePixelRatio(ratio)
        painter = QPainter(scaled)
        painter.setPen(QPen(theme.color("past"), 1))
        painter.drawRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1))
        painter.end()
        return scaled

    def _follow(self, link: QUrl) -> None:
        if page := page_of_link(link.toString()):
            self.page_wanted.emit(page)


def _moved_in(block: QTextBlock) -> int:
    """Return by how many pixels a block stands to the right of the others."""
    form = block.blockFormat()
    return form.indent() * INDENT + round(form.leftMargin())
