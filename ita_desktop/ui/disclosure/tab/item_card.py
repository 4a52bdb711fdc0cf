"""The card of the current item: what it must show, who publishes it, how far it is."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ita_desktop.domain.disclosure import PublishState
from ita_desktop.domain.disclosure_entry import FIELD_WORDS
from ita_desktop.domain.disclosure_sums import ItemStanding
from ita_desktop.thai.dates import format_date
from ita_desktop.ui import today, wording
from ita_desktop.ui.disclosure.tab.address_field import AddressField
from ita_desktop.ui.disclosure.tab.card_rows import DAYS, alone, beside, days
from ita_desktop.ui.disclosure.tab.columns import CONTENTS
from ita_desktop.ui.disclosure.tab.contents_block import ContentsBlock
from ita_desktop.ui.disclosure.tab.item_head import ItemHead
from ita_desktop.ui.disclosure.tab.link import link
from ita_desktop.ui.disclosure.tab.subject import typed_text
from ita_desktop.ui.fields.field import Field
from ita_desktop.ui.fields.heading import Heading
from ita_desktop.ui.fields.text_editor import TextEditor
from ita_desktop.ui.rows.writing import write
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.scrolled import scrolled_down
from ita_desktop.ui.widgets.still import StillComboBox
from ita_desktop.workflows.disclosure.entering import OitEdit, set_oit_field, tick_contents

_NOTHING: Final = "เลือกข้อในตาราง เพื่อดูองค์ประกอบที่ต้องมี และกรอกรายละเอียด"
_NAME: Final = 122
"""Pixels of a field's name."""


class ItemCard(QFrame):
    """Each field is taken when it is left, as one deed; what is refused stays, and says why."""

    evidence_wanted = Signal(str)
    """The evidence of this item is to be seen."""
    wording_wanted = Signal(str)
    """The official text of this item is to be read, corrected or confirmed."""
    history_wanted = Signal(str, str)
    """What became of a field (of the item with this code) is to be seen."""
    units_wanted = Signal(str)
    """Units of this item are to be chosen from the office's."""
    said = Signal(str)
    """What was done."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._session = session
        self._standing: ItemStanding | None = None
        self._year = 0
        self._inner = QWidget(self)
        self._inner.setObjectName("sheet")
        self.head = ItemHead(self._inner)
        self.state = StillComboBox()
        self.state.setAccessibleName(FIELD_WORDS["state"])
        for state in PublishState:
            self.state.addItem(state.words, state)
        self.addresses = AddressField(self._write, self)
        self.fields = {
            "units": self._field("units", TextEditor(self)),
            "addresses": self.addresses.field,
            **{name: self._field(name, TextEditor(self, one_line=True)) for name in DAYS},
            "note": self._field("note", TextEditor(self)),
        }
        self.choose = link("เลือก…", "เลือกจากรายชื่อหน่วยงาน")
        self.choose.setAccessibleName("เลือกหน่วยงานรับผิดชอบ")
        self.today = link("วันนี้", "ใส่วันที่วันนี้เป็นวันที่ตรวจสอบ")
        self.contents = ContentsBlock(self)
        self.proofs = link("แนบหลักฐาน…", "ไฟล์ที่ยืนยันว่าเผยแพร่แล้ว (Ctrl+E)")
        self._nothing = label(_NOTHING, "quiet", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sheet = scrolled_down(self._inner)
        self._lay_out()
        self._connect()
        self.show_item(None, 0)

    @property
    def code(self) -> str:
        """The item that is shown."""
        return "" if self._standing is None else self._standing.item.code

    @property
    def first(self) -> QWidget:
        """What the keyboard begins with."""
        return self.state

    def show_item(self, standing: ItemStanding | None, proofs: int) -> bool:
        """Show an item and how many files prove it.

        False where what is being typed of another item was refused; then all stays.
        """
        year = self._session.fiscal_year
        code = "" if standing is None else standing.item.code
        anew = (code, year) != (self.code, self._year)
        if anew and not self.take():
            return False
        self._standing, self._year = standing, year
        there = standing is not None
        self._sheet.setVisible(there)
        self._nothing.setVisible(not there)
        if standing is not None:
            self._show(standing, anew=anew)
            words = f"หลักฐาน {proofs} ไฟล์…" if proofs else "แนบหลักฐาน…"
            self.proofs.setText(wording.shown(words))
            self.proofs.setAccessibleName(self.proofs.text())
        if anew:
            self._sheet.verticalScrollBar().setValue(0)
        return True

    def take(self) -> bool:
        """Write what is being typed; False, and the keyboard in it, where it was refused."""
        for field in self.fields.values():
            if not field.take():
                field.editor.setFocus()
                self._see(field)
                return False
        return True

    def focus_field(self, field: str) -> bool:
        """Put the keyboard into a field ("note"), or into the ticks ("contents").

        A day is typed over.
        """
        if self._standing is None:
            return False
        goals: dict[str, QWidget] = {name: one.editor for name, one in self.fields.items()}
        goals["state"] = self.state
        goals[CONTENTS] = self.proofs if self.contents.list.isHidden() else self.contents.list
        goal = goals.get(field)
        if goal is None:
            return False
        goal.setFocus()
        if field in DAYS:  # a day that is wrong is typed over, as in the table
            self.fields[field].editor.selectAll()
        self._see(goal)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Order the stops of Tab: Qt forgets their order when the page comes into a window."""
        super().showEvent(event)
        stops: list[QWidget] = [
            *(self.head.confirm, self.state, self.fields["units"].editor, self.choose),
            *(self.fields["addresses"].editor, *self.addresses.buttons),
            *(self.fields[name].editor for name in DAYS),
            *(
                self.today,
                self.contents.all,
                self.contents.list,
                self.fields["note"].editor,
                self.proofs,
            ),
        ]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _show(self, standing: ItemStanding, *, anew: bool) -> None:
        known, file = standing.known, self._session.file
        self.head.show_item(self._session, standing, anew=anew)
        writable = not file.read_only
        self.state.setCurrentIndex(self.state.findData(known.state))
        self.state.setEnabled(writable)
        self.addresses.show_value(known.addresses, anew=anew)
        for name, field in self.fields.items():
            if name != "addresses":
                field.show_value(_seen(standing, name), anew=anew)
            field.set_writable(on=writable)
        units = self.fields["units"].editor
        if isinstance(units, TextEditor):
            units.put_words((*self._session.office.units, "ทุกหน่วยงาน"))
        for button in (self.choose, self.today):
            button.setVisible(writable)
        self.contents.show_item(standing, writable=writable)

    def _field(self, name: str, editor: TextEditor) -> Field:
        return Field(name, FIELD_WORDS[name], editor, self._write)

    def _write(self, field: str, text: str) -> str:
        """Write one field; return why it was refused, or ""."""
        if self._standing is None:
            return ""
        edit, year = OitEdit(code=self.code, field=field, text=text), self._year
        _, why = write(self._session, lambda file: set_oit_field(file, year, edit))
        return why

    def _put(self, field: str, text: str) -> None:
        """Write what was chosen; why it was refused is said at the foot of the window."""
        if why := self._write(field, text):
            self._session.refused.emit(why)

    def _choose_state(self, place: int) -> None:
        state = PublishState(self.state.itemData(place))  # Qt makes plain words of it
        if self._standing is not None and state is not self._standing.known.state:
            self._put("state", state.words)

    def _check_today(self) -> None:
        self._put("checked", format_date(today.today(), thai_digits=False, abbreviated=True))

    def _tick(self, texts: tuple[str, ...], there: bool) -> None:
        code, year = self.code, self._year
        _, why = write(
            self._session, lambda file: tick_contents(file, year, code, texts, there=there)
        )
        if why:
            self.contents.show_again()
            self._session.refused.emit(why)

    def _leave(self) -> None:
        if not self.take():
            self._session.stay()

    def _say_read_only(self) -> None:
        self._session.refused.emit(self._session.file.read_only)

    def _ask_wording(self) -> None:
        if self.code:
            self.wording_wanted.emit(self.code)

    def _ask_history(self, field: str) -> None:
        self.history_wanted.emit(self.code, field)

    def _go_on(self, forward: bool) -> None:
        self.focusNextPrevChild(forward)

    def _see(self, part: QWidget) -> None:
        """Scroll to a part, when it has the size it will have."""
        if self._inner.isAncestorOf(part) and part is not self.contents.list:
            QTimer.singleShot(0, part, lambda: self._sheet.ensureWidgetVisible(part, 0, 24))

    def _see_row(self) -> None:
        """Scroll to the row of the ticks that has the keyboard: the list is as high as all."""
        rows = self.contents.list
        if rows.hasFocus():
            place = rows.visualRect(rows.currentIndex())
            middle = rows.viewport().mapTo(self._inner, place.center()).y()
            self._sheet.ensureVisible(0, middle, 0, place.height() // 2 + 8)

    def _connect(self) -> None:
        self._session.leaving.connect(self._leave)
        self.state.activated.connect(self._choose_state)
        self.today.clicked.connect(lambda _on=False: self._check_today())
        self.choose.clicked.connect(lambda _on=False: self.units_wanted.emit(self.code))
        self.proofs.clicked.connect(lambda _on=False: self.evidence_wanted.emit(self.code))
        self.head.confirm.clicked.connect(lambda _on=False: self._ask_wording())
        wording_keys = QShortcut(QKeySequence("F4"), self)
        wording_keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        wording_keys.activated.connect(self._ask_wording)
        self.contents.ticked.connect(self._tick)
        self.contents.refused.connect(self._say_read_only)
        self.contents.list.currentCellChanged.connect(self._see_row)
        self.contents.list.entered.connect(self._see_row)
        self._sheet.verticalScrollBar().rangeChanged.connect(self._see_row)
        self.addresses.said.connect(self.said)
        for field in self.fields.values():
            field.next_wanted.connect(self._go_on)
            field.history_wanted.connect(self._ask_history)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self._inner)
        rows.setContentsMargins(0, 0, 0, 8)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        fields = self.fields
        for words, parts, goal in (
            (FIELD_WORDS["state"], (alone(self.state, self),), self.state),
            (
                FIELD_WORDS["units"],
                (beside(fields["units"], self.choose, self),),
                fields["units"].editor,
            ),
            (FIELD_WORDS["addresses"], (self.addresses,), fields["addresses"].editor),
        ):
            rows.addWidget(Heading(words, *parts, goes_to=goal, width=_NAME))
        rows.addWidget(days(fields, self.today, self))
        rows.addWidget(self.contents)
        rows.addWidget(
            Heading(FIELD_WORDS["note"], fields["note"], goes_to=fields["note"].editor, width=_NAME)
        )
        proofs = alone(self.proofs, self)
        rows.addWidget(Heading("หลักฐาน", proofs, goes_to=self.proofs, width=_NAME))
        rows.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(self._sheet, 1)
        outer.addWidget(self._nothing, 1)
        self.setMinimumWidth(360)


def _seen(standing: ItemStanding, field: str) -> str:
    """Return a field as it is read in the card; days in Thai digits, as they may be typed."""
    text = typed_text(standing, field)
    return wording.shown(text) if field in DAYS else text
