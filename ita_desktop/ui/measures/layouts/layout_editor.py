"""The editor of an office's own table layout: its columns and its look, the pages beside it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.layout import (
    SOURCES,
    Grouping,
    Layout,
    LayoutColumn,
    RowOf,
    check_layout,
    official_layout,
)
from ita_desktop.documents.model import Digits, Orientation
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.measures.beside_pages import lay_beside
from ita_desktop.ui.measures.layouts.column_fields import ColumnFields
from ita_desktop.ui.measures.layouts.column_list import ColumnList
from ita_desktop.ui.measures.layouts.live_preview import LivePreview
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.workflows.layouts import free_columns, save_layout
from ita_desktop.workflows.measures.papers import measure_source

T = TypeVar("T")
_SIZE: Final = QSize(1240, 700)
_ORIENTATIONS: Final = {Orientation.LANDSCAPE: "แนวนอน", Orientation.PORTRAIT: "แนวตั้ง"}
_DIGITS: Final = {None: "ตามที่เลือกตอนพิมพ์", Digits.THAI: "เลขไทย", Digits.ARABIC: "เลขอารบิก"}
_GROUPINGS: Final = {
    Grouping.NONE: "ไม่แบ่งกลุ่ม",
    Grouping.BAND: "ตามกลุ่มคะแนน",
    Grouping.INSTRUMENT: "ตามแบบวัดและตัวชี้วัด",
}


class LayoutEditor(QDialog):
    """What is changed is seen at once and kept with ตกลง, as one deed."""

    def __init__(
        self, session: Session, settings: Settings, layout: Layout, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"แก้แบบตาราง {wording.shown(layout.name)}")
        above = parent.window().parentWidget() if parent is not None else None
        self.resize(fitting(above or parent, _SIZE))  # the dialog it is over is smaller
        self._session = session
        self._layout = layout
        digits = Digits.THAI if settings.thai_digits() else Digits.ARABIC
        paper = measure_source(session.file, layout, session.fiscal_year, digits)
        # of a closed round everything is as it was then, also the layout
        paper = replace(paper, source=replace(paper.source, layout=layout))
        self._source = paper.source
        self.name = QLineEdit(layout.name)
        self.name.setCursorPosition(0)  # a long name is read from its beginning
        self.name.setAccessibleName("ชื่อแบบตาราง")
        self.columns = ColumnList(layout.columns)
        self.fields = ColumnFields(layout.row_of, free_columns(session.file))
        self.orientation = _choice("แนวกระดาษ", _ORIENTATIONS, layout.orientation)
        self.digits = _choice("ตัวเลขในตาราง", _DIGITS, layout.digits)
        self.grouping = _choice("การแบ่งกลุ่มในตาราง", _GROUPINGS, layout.grouping)
        self.prefix = QLineEdit(layout.code_prefix)
        self.prefix.setAccessibleName("คำนำหน้ารหัสข้อ")
        self.cover = _check("มีหน้าปก", on=layout.cover)
        self.capitals = _check("รหัสข้อเป็นตัวใหญ่ เช่น E12", on=layout.capital_codes)
        self.numbers = _check("ใส่เลขลำดับหน้ามาตรการ", on=layout.number_measures)
        self.tags = _check("วงเล็บแบบวัดหลังมาตรการ เช่น (IIT)", on=layout.tag_instrument)
        self.signed = _check("มีช่องลงชื่อผู้บริหารท้ายเอกสาร", on=layout.signed)
        self.preview = LivePreview(paper, settings, self)
        self._error = label("", "error", wrap=True)
        self._error.hide()
        self.keep = QPushButton("ตกลง")
        self.keep.setObjectName("main")
        self._lay_out()
        self._show_column(0)
        self._connect()
        self.preview.make()
        self.columns.list.setFocus()

    @property
    def edited(self) -> Layout:
        """The layout as the fields say; it may make no sense yet."""
        return replace(
            self._layout,
            name=" ".join(self.name.text().split()),
            columns=self.columns.columns,
            orientation=Orientation(self.orientation.currentData()),
            digits=_digits_of(self.digits),
            grouping=Grouping(self.grouping.currentData()),
            code_prefix=self.prefix.text(),
            cover=self.cover.isChecked(),
            capital_codes=self.capitals.isChecked(),
            number_measures=self.numbers.isChecked(),
            tag_instrument=self.tags.isChecked(),
            signed=self.signed.isChecked(),
        )

    def accept(self) -> None:
        try:
            save_layout(self._session.file, with_known_heads(self.edited))
        except (ClerkError, MachineError) as refusal:
            self._refuse(str(refusal))
            return
        self._session.refresh()
        super().accept()

    def _changed(self) -> None:
        """Show the pages anew, or say why there could be none."""
        edited = self.edited
        self._show_share()
        try:
            check_layout(edited)
        except ClerkError as refusal:
            self._refuse(str(refusal))
            return
        self._error.hide()
        self.preview.show_soon(replace(self._source, layout=edited))

    def _refuse(self, why: str) -> None:
        self._error.setText(wording.shown(why))
        self._error.show()

    def _show_column(self, place: int) -> None:
        self.fields.show_column(self.columns.columns[place])
        self._show_share()

    def _show_share(self) -> None:
        columns = self.columns.columns
        whole = sum(column.width for column in columns)
        self.fields.show_share(columns[self.columns.place].width / whole)

    def _column_edited(self) -> None:
        column = self.fields.column
        before = self.columns.columns[self.columns.place]
        if column.source != before.source and before.head in ("", _usual_head(before)):
            column = replace(column, head=_usual_head(column))
            self.fields.show_head(column.head)
        self.columns.put(column)

    def _connect(self) -> None:
        self.columns.chosen.connect(self._show_column)
        self.columns.changed.connect(self._changed)
        self.columns.add.clicked.connect(self.fields.source.setFocus)
        self.fields.changed.connect(self._column_edited)
        for box in (self.orientation, self.digits, self.grouping):
            box.activated.connect(self._changed)
        for line in (self.name, self.prefix):
            line.textEdited.connect(self._changed)
        for check in (self.cover, self.capitals, self.numbers, self.tags, self.signed):
            check.toggled.connect(self._changed)
        self.keep.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("ground")
        cards = QVBoxLayout(inner)
        cards.setContentsMargins(0, 0, 4, 0)
        cards.setSpacing(10)
        named = QHBoxLayout()
        named.addWidget(label("ชื่อแบบตาราง"))
        named.addWidget(self.name, 1)
        cards.addLayout(named)
        columns = Card("คอลัมน์")
        columns.body.addWidget(self.columns)
        columns.body.addWidget(self.fields)
        cards.addWidget(columns)
        look = Card("ลักษณะของตาราง")
        look.body.addLayout(self._look_fields())
        for check in self._checks():
            look.body.addWidget(check)
        cards.addWidget(look)
        cards.addStretch()
        lay_beside(self, inner, self.preview, self.keep, self._error)

    def _look_fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        rows: list[tuple[str, QWidget]] = [
            ("แนวกระดาษ", self.orientation),
            ("ตัวเลข", self.digits),
        ]
        if self._layout.row_of is not RowOf.CALENDAR:
            rows += [("การแบ่งกลุ่ม", self.grouping), ("คำนำหน้ารหัสข้อ", self.prefix)]
        for row, (words, field) in enumerate(rows):
            grid.addWidget(label(words), row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _checks(self) -> tuple[QCheckBox, ...]:
        """Return the choices that a table of this kind has."""
        if self._layout.row_of is RowOf.CALENDAR:
            return (self.cover, self.signed)
        return (self.cover, self.capitals, self.numbers, self.tags, self.signed)


def with_known_heads(layout: Layout) -> Layout:
    """Return a layout that also reads sheets with the heads of its official one."""
    usual = {column.source: column for column in official_layout(layout.base).columns}

    def known(column: LayoutColumn) -> LayoutColumn:
        base = usual.get(column.source)
        if base is None or base.head == column.head:
            return column
        heads = dict.fromkeys((*column.known_as, base.head, *base.known_as))
        return replace(column, known_as=tuple(head for head in heads if head != column.head))

    return replace(layout, columns=tuple(map(known, layout.columns)))


def _usual_head(column: LayoutColumn) -> str:
    """Return the head that a column gets when nobody gave it one."""
    return column.extra or SOURCES.get(column.source, "")


def _digits_of(box: QComboBox) -> Digits | None:
    return Digits(chosen) if (chosen := box.currentData()) else None


def _choice(name: str, words: Mapping[T, str], chosen: T) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for value, said in words.items():
        box.addItem(said, value)
    box.setCurrentIndex(list(words).index(chosen))
    return box


def _check(words: str, *, on: bool) -> QCheckBox:
    box = QCheckBox(wording.shown(words))
    box.setChecked(on)
    return box
