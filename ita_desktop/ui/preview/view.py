"""The pages of a PDF under each other, to be scrolled through and enlarged."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.preview import page_painter
from ita_desktop.ui.preview.layout import GAP, Fit, Layout, Zoom, lay_out, next_step
from ita_desktop.ui.preview.page_text import Hit
from ita_desktop.ui.preview.pdf_file import PdfFile
from ita_desktop.ui.preview.pictures import Pictures
from ita_desktop.ui.preview.seen import strips_of, strips_seen

_MOST_BYTES = 64 * 1024 * 1024
_LINE = 48  # pixels an arrow key goes
_NOTCH = 120  # what a wheel tells for one step


class PdfView(QAbstractScrollArea):
    """Shows one PDF. Only what is seen, and the edges of the pages beside it, is ever drawn."""

    page_changed = Signal(int)
    """Another page (from 0) is in the middle of the view."""
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        # Always there, so that pages that fit the width do not change it by needing one.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._file: PdfFile | None = None
        self._pictures: Pictures | None = None
        self._zoom: Zoom = Fit.WIDTH
        self._layout = Layout((), QSize(), 1.0)
        self._page = 0
        self._going = False
        self._hits: Sequence[Hit] = ()
        self._hits_on: dict[int, list[int]] = {}
        self._hit = -1
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._want_seen)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.horizontalScrollBar().valueChanged.connect(self._moved)
        self._say_place()

    @property
    def page(self) -> int:
        """The page (from 0) in the middle of the view."""
        return self._page

    @property
    def zoom(self) -> Zoom:
        """How large pages are shown, as it was chosen."""
        return self._zoom

    @property
    def scale(self) -> float:
        """How large pages are shown; 1 is the size on paper."""
        return self._layout.scale

    @property
    def pictures(self) -> Pictures | None:
        """What is drawn of the present PDF."""
        return self._pictures

    def show_file(self, file: PdfFile | None) -> None:
        """Show another PDF at the same place; None shows nothing. The caller closes the old one."""
        place = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        if self._pictures is not None:
            self._pictures.stop()
            self._pictures.deleteLater()
        self._file, self._pictures = file, None
        if file is not None:
            self._pictures = Pictures(file, _MOST_BYTES, self)
            self._pictures.drawn.connect(self._repaint_page)
        self.show_hits(())
        self._lay_out()
        self.verticalScrollBar().setValue(place[0])
        self.horizontalScrollBar().setValue(place[1])
        self._moved()

    def go_to(self, page: int) -> None:
        """Bring the upper edge of a page (from 0) to the top; it is the page looked at then."""
        if self._layout.pages:
            page = min(max(page, 0), len(self._layout.pages) - 1)
            self._going = True
            self.verticalScrollBar().setValue(self._layout.pages[page].top() - GAP // 2)
            self._going = False
            self._become(page)

    def set_zoom(self, zoom: Zoom, anchor: QPointF | None = None) -> None:
        """Show pages at another size; what is at ``anchor`` (or in the middle) stays there."""
        at = anchor or QPointF(self.viewport().rect().center())
        shown = bool(self._layout.pages)
        page, share = 0, QPointF()
        if shown:
            page, share = self._layout.place_under(at + QPointF(self._offset()))
        self._zoom = zoom
        self._lay_out()
        if shown:
            corner = (self._layout.point_at(page, share) - at).toPoint()
            self.horizontalScrollBar().setValue(corner.x())
            self.verticalScrollBar().setValue(corner.y())
        self._moved()
        self.zoom_changed.emit()

    def step_zoom(self, step: int, anchor: QPointF | None = None) -> None:
        """Show pages larger (1) or smaller (-1)."""
        self.set_zoom(next_step(self.scale, step), anchor)

    def show_hits(self, hits: Sequence[Hit], at: int = -1) -> None:
        """Mark places; the one with the number ``at`` stands out and is brought into view."""
        self._hits, self._hit, self._hits_on = hits, at, {}
        for number, hit in enumerate(hits):
            self._hits_on.setdefault(hit.page, []).append(number)
        if 0 <= at < len(hits) and self._layout.pages:
            boxes = self._boxes(hits[at])
            where = boxes[0] if boxes else self._layout.pages[hits[at].page]
            _bring(self.verticalScrollBar(), where.top(), where.bottom())
            _bring(self.horizontalScrollBar(), where.left(), where.right())
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        page_painter.draw_ground(painter, event.rect())
        offset = self._offset()
        seen = event.rect().translated(offset)
        for page in self._layout.between(seen.top() - GAP, seen.bottom() + GAP):
            self._paint_page(painter, page, self._layout.pages[page].translated(-offset))
        if self.hasFocus():
            page_painter.draw_focus(painter, self.viewport().rect())
        painter.end()

    def _paint_page(self, painter: QPainter, page: int, rect: QRect) -> None:
        pictures, file, ratio = self._pictures, self._file, self.devicePixelRatioF()
        if pictures is None or file is None:
            return
        page_painter.draw_sheet(painter, rect)
        if (trouble := pictures.troubles.get(page)) is not None:
            page_painter.draw_sentence(painter, rect, trouble)
            return
        drawn = [
            (strip, pictures.picture(strip)) for strip in strips_of(file, self._layout, page, ratio)
        ]
        missing = any(image is None for _, image in drawn)
        if missing and (image := pictures.stand_in(page)) is not None:
            page_painter.draw_stand_in(painter, rect, image)
        for strip, image in drawn:
            if image is not None:
                page_painter.draw_strip(painter, rect, strip, image, ratio)
        for number in self._hits_on.get(page, ()):
            for box in self._boxes(self._hits[number]):
                moved = box.translated(-self._offset())
                page_painter.draw_mark(painter, moved, strong=number == self._hit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if isinstance(self._zoom, Fit):
            self.set_zoom(self._zoom, QPointF(0, 0))
        else:
            self._lay_out()
            self._moved()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._soon.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turn(event)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._answer(event):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        del dx, dy  # the edge that shows the focus stays where it is: everything is drawn anew
        self.viewport().update()

    def _turn(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:
            factor = 1.1 ** (turned / _NOTCH)
            self.set_zoom(min(max(self.scale * factor, 0.1), 4.0), event.position())
        event.accept()

    def _answer(self, event: QKeyEvent) -> bool:
        """Do what a key says; False where it says nothing here."""
        bar, key = self.verticalScrollBar(), event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.ZoomIn) or (control and key == Qt.Key.Key_Equal):
            self.step_zoom(1)
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.step_zoom(-1)
        elif control and key == Qt.Key.Key_0:
            self.set_zoom(Fit.WIDTH)
        elif key == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key in _STEPS and not control:
            across, rows, views = _STEPS[key]
            bar.setValue(bar.value() + rows * _LINE + views * bar.pageStep())
            side = self.horizontalScrollBar()
            side.setValue(side.value() + across * _LINE)
        else:
            return False
        return True

    def _lay_out(self) -> None:
        sizes = self._file.sizes if self._file is not None else ()
        room = self.viewport().size()
        if sizes:
            self._layout = lay_out(sizes, room, self._zoom)
        else:
            self._layout = Layout((), QSize(), 1.0)
        size = self._layout.size
        for bar, have, need in (
            (self.verticalScrollBar(), room.height(), size.height()),
            (self.horizontalScrollBar(), room.width(), size.width()),
        ):
            bar.setPageStep(have)
            bar.setSingleStep(_LINE)
            bar.setRange(0, max(need - have, 0))

    def _moved(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        if not self._going:
            self._become(self._layout.page_at(middle) if self._layout.pages else 0)
        self._soon.start()
        self.viewport().update()

    def _become(self, page: int) -> None:
        changed, self._page = page != self._page, page
        self._say_place()
        if changed:
            self.page_changed.emit(page)

    def _want_seen(self) -> None:
        if self._pictures is not None and self._file is not None:
            top = self.verticalScrollBar().value()
            bottom = top + self.viewport().height()
            ratio = self.devicePixelRatioF()
            self._pictures.want(strips_seen(self._file, self._layout, top, bottom, ratio))

    def _boxes(self, hit: Hit) -> list[QRect]:
        """Return where a place stands on the ground."""
        if self._file is None:
            return []
        size = self._file.sizes[hit.page]
        found = (self._layout.box_on(hit.page, box, size) for box in hit.boxes)
        return [box.adjusted(-2, -2, 2, 2) for box in found]

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _repaint_page(self, page: int) -> None:
        if page < len(self._layout.pages):
            rect = self._layout.pages[page].translated(-self._offset())
            self.viewport().update(rect)

    def _say_place(self) -> None:
        count = len(self._layout.pages)
        place = f"หน้า {self._page + 1} จาก {count}" if count else "ยังไม่มีหน้า"
        self.setAccessibleName(wording.shown(f"หน้าเอกสาร {place}"))


def _bring(bar: QScrollBar, first: int, last: int) -> None:
    """Scroll so that what lies between two places is seen; stay where it is seen already."""
    if first < bar.value() or last > bar.value() + bar.pageStep():
        bar.setValue((first + last - bar.pageStep()) // 2)


_STEPS: dict[int, tuple[int, int, int]] = {
    Qt.Key.Key_Left: (-1, 0, 0),
    Qt.Key.Key_Right: (1, 0, 0),
    Qt.Key.Key_Up: (0, -1, 0),
    Qt.Key.Key_Down: (0, 1, 0),
    Qt.Key.Key_PageUp: (0, 0, -1),
    Qt.Key.Key_PageDown: (0, 0, 1),
}
"""What a key goes: lines to the right, lines down, views down."""
