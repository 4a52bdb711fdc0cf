"""What else is done with the OIT items; each dialog is loaded when it is first wanted."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ita_desktop.domain.disclosure import asked_contents
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.rows.writing import write
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.workflows.disclosure.entering import OitEdit, apply_oit_edits, set_oit_field


class OtherWork(QObject):
    """Fills the menu of all other work."""

    import_requested = Signal()
    """A workbook is to be taken in."""
    many_requested = Signal()
    """The selected items are to get the same."""
    contents_requested = Signal()
    """The keyboard is to go to the ticks of the current item."""
    copy_requested = Signal()
    """The whole table is to be copied."""

    def __init__(self, session: Session, settings: Settings, notice: Notice, page: QWidget) -> None:
        super().__init__(page)
        self._settings = settings
        self._session, self._notice, self._page = session, notice, page
        self.menu = QMenu(page)
        self.menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.menu.clear()
        writable = not self._session.file.read_only
        many = self.menu.addAction("กำหนดให้ข้อที่เลือกพร้อมกัน…\tCtrl+G", self.many_requested.emit)
        many.setEnabled(writable)
        self.menu.addAction("ไปทำเครื่องหมายองค์ประกอบ\tCtrl+K", self.contents_requested.emit)
        self.menu.addAction("คัดลอกทั้งตาราง", self.copy_requested.emit)
        self.menu.addSeparator()
        bring = self.menu.addAction("นำเข้าจาก Excel…", self.import_requested.emit)
        bring.setEnabled(writable)
        self.menu.addAction("แบบรายงานของหน่วยงาน…", self.show_units)
        year = self.carries_from()
        if year is not None:
            words = wording.shown(f"ยกจากปี {year}…")
            self.menu.addAction(words, self.carry)

    def show_units(self) -> None:
        """Open the units' work sheets: made, and taken back."""
        from ita_desktop.ui.disclosure.units.oit_sheets import show_oit_sheets  # noqa: PLC0415 - seldom

        show_oit_sheets(self._session, self._settings, self._notice, self._page)

    def set_many(self, codes: Sequence[str]) -> None:
        """Ask what several items are to get: state, units, days, all ticks; one deed."""
        from ita_desktop.ui.disclosure.tab.many_dialog import ManyDialog  # noqa: PLC0415 - seldom

        if codes and self._session.leave():
            session = self._session
            items = session.criteria.item_by_code
            asked = sum(len(asked_contents(items[code])) for code in codes)
            dialog = ManyDialog(codes, asked, session.office.units, self._write_many, self._page)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _write_many(self, edits: Sequence[OitEdit], complete: Sequence[str], deed: str) -> str:
        year = self._session.fiscal_year
        _, why = write(
            self._session, lambda file: apply_oit_edits(file, year, edits, deed, complete)
        )
        if not why:
            self._notice.say(wording.shown(f"{deed} แล้ว"), [("เลิกทำ", self._session.undo)])
        return why

    def carries_from(self) -> int | None:
        """Return the year before that has something that can come; None where none has."""
        session = self._session
        before = [year for year in session.years if year < session.fiscal_year]
        if session.file.read_only or not before:
            return None
        from ita_desktop.workflows.disclosure.carry import plan_duties  # noqa: PLC0415 - seldom

        try:
            comes = plan_duties(session.file, before[-1], session.fiscal_year).comes
        except (ClerkError, MachineError):  # then nothing can be carried
            return None
        return before[-1] if comes else None

    def carry(self) -> None:
        """Show which units and addresses of the year before would come."""
        from ita_desktop.ui.disclosure.carrying import show_carry_duties  # noqa: PLC0415 - seldom

        year = self.carries_from()
        if year is not None and self._session.leave():
            dialog = show_carry_duties(self._session, year, self._page)
            dialog.carried.connect(self._say_carried)

    def choose_units(self, code: str) -> None:
        """Open the list of the office's units; those of an item are ticked."""
        from ita_desktop.domain.disclosure import lines_of  # noqa: PLC0415 - seldom
        from ita_desktop.ui.fields.choosing import (  # noqa: PLC0415 - seldom
            Choice,
            ChoosingDialog,
        )

        session = self._session
        if not session.leave():
            return
        known = lines_of(session.disclosure.of(code).units)
        names = dict.fromkeys((*session.office.units, "ทุกหน่วยงาน", *known))
        dialog = ChoosingDialog(
            wording.shown(f"หน่วยงานรับผิดชอบข้อ {code}"),
            ["หน่วยงาน"],
            [Choice(name, (name,)) for name in names],
            known,
            partial(self._put_units, code),
            "ยังไม่มีรายชื่อหน่วยงาน กรอกได้ที่เมนู › ข้อมูลหน่วยงาน…",
            self._page,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_wording(self, code: str) -> None:
        """Open the official text of an item with all it must show."""
        from ita_desktop.ui.dialogs.item_text import ItemTextDialog  # noqa: PLC0415 - seldom

        session = self._session
        if not session.leave():
            return
        dialog = ItemTextDialog(
            session.criteria.item_by_code[code], session.fiscal_year, self._page
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._correct(code, dialog.text))
        dialog.open()

    def _correct(self, code: str, text: str) -> None:
        try:
            self._session.correct_text(code, text)
        except (ClerkError, MachineError) as refusal:
            self._session.refused.emit(wording.said(str(refusal)))

    def _put_units(self, code: str, chosen: tuple[object, ...]) -> None:
        edit = OitEdit(code=code, field="units", text="\n".join(map(str, chosen)))
        year = self._session.fiscal_year
        self._session.do(lambda file: set_oit_field(file, year, edit))

    def _say_carried(self, words: str, _year: int) -> None:
        self._notice.say(words, [("เลิกทำ", self._session.undo)])
