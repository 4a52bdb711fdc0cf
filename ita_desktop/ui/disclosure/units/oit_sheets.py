"""แบบรายงาน OIT ของหน่วยงาน: a work sheet of each unit's OIT items, made and taken back."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from ita_desktop.documents.model import Digits
from ita_desktop.domain.criteria import Item
from ita_desktop.domain.disclosure import Disclosure, oit_items
from ita_desktop.domain.measures import Round
from ita_desktop.domain.responsible import unit_names
from ita_desktop.domain.unit_work import WorkOf, oit_by_unit
from ita_desktop.thai.fiscal import half_year_dates
from ita_desktop.ui import wording
from ita_desktop.ui.disclosure.units.oit_returns import show_oit_returns
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.units.returns_dialog import ReturnsDialog
from ita_desktop.ui.units.sheet_subject import UNKNOWN
from ita_desktop.ui.units.sheets_dialog import UnitSheetsDialog, open_sheets
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.workflows.criteria.in_force import known_criteria
from ita_desktop.workflows.disclosure.unit_sheets import FrozenOitSheet, freeze_oit_sheets

_ABOUT: Final = (
    "โปรแกรมทำไฟล์ Excel ให้หน่วยงานละหนึ่งไฟล์ มีเฉพาะข้อ OIT ที่หน่วยงานนั้นรับผิดชอบ"
    " และช่องให้กรอกสถานะ ที่อยู่หน้าเว็บไซต์ และองค์ประกอบที่มีแล้ว"
    " เมื่อได้ไฟล์คืนแล้ว กด “รับกลับ” เพื่อดูสิ่งที่เปลี่ยนก่อนบันทึก"
)
_EMPTY: Final = (
    "ยังไม่มีข้อ OIT ที่ระบุหน่วยงานรับผิดชอบ จึงยังไม่มีแบบรายงานให้ทำ"
    " กรุณากรอกหน่วยงานรับผิดชอบในแท็บเปิดเผยข้อมูล (OIT) ก่อน"
)


class OitSheets:
    """The sheets of the OIT items of the year looked at; they have no rounds."""

    about = _ABOUT
    empty = _EMPTY
    heads = ("หน่วยงาน", "รับผิดชอบ", "เผยแพร่แล้ว", "หมายเหตุ")
    rounds: tuple[Round, ...] = ()
    first_round: Round = 12

    def __init__(self, session: Session) -> None:
        self._session = session
        self.title = f"แบบรายงาน OIT ของหน่วยงาน ปี {wording.figure(session.fiscal_year)}"

    def works(self, _months: Round) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return each unit and how many items it has to publish and has published."""
        known = self._session.disclosure
        works = oit_by_unit(self._items(), known, self._session.office.units)
        return tuple((one.unit, _cells(one, known)) for one in works)

    def nobodys(self, _months: Round) -> str:
        """Return how many items are in no unit's sheet."""
        known = self._session.disclosure
        count = sum(not unit_names(known.of(item.code).units) for item in self._items())
        if not count:
            return ""
        return f"อีก {count} ข้อยังไม่ระบุหน่วยงานรับผิดชอบ จึงไม่อยู่ในแบบรายงานของหน่วยงานใด"

    def usual_due(self, _months: Round) -> date:
        """Return the end of the first six months, which most items are looked at after."""
        return half_year_dates(self._session.fiscal_year, 6)[1]

    def closed(self, _months: Round) -> str:
        """Return "": OIT items are never closed."""
        return ""

    def freeze(
        self, _months: Round, units: Collection[str], digits: Digits, due: str
    ) -> tuple[FrozenOitSheet, ...]:
        """Return the sheets as things stand. Raises ClerkError or MachineError."""
        year = self._session.fiscal_year
        return freeze_oit_sheets(self._session.file, year, units, digits, due)

    def show_returns(
        self, notice: Notice, paths: tuple[Path, ...], _months: Round, parent: QWidget
    ) -> ReturnsDialog | None:
        """Open what came back."""
        return show_oit_returns(self._session, notice, paths, parent)

    def _items(self) -> tuple[Item, ...]:
        criteria = known_criteria(self._session.file)(self._session.fiscal_year)
        return () if criteria is None else oit_items(criteria)


def show_oit_sheets(
    session: Session, settings: Settings, notice: Notice, parent: QWidget
) -> UnitSheetsDialog | None:
    """Open the units' sheets of OIT items; None where what is being typed has to be mended first.

    ``notice`` of the window tells what was taken back.
    """
    return open_sheets(session, settings, notice, OitSheets(session), parent)


def _cells(one: WorkOf[Item], known: Disclosure) -> tuple[str, ...]:
    public = sum(known.of(item.code).state.is_public for item in one.rows)
    return (
        wording.shown(one.unit),
        wording.shown(f"{len(one.rows)} ข้อ"),
        wording.shown(f"{public} ข้อ") if public else wording.NOTHING,
        "" if one.known else UNKNOWN,
    )
