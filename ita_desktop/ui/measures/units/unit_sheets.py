"""แบบรายงานของหน่วยงาน: work sheets of a round's steps for each unit, made and taken back."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from ita_desktop.documents.model import Digits
from ita_desktop.domain.measures import ROUNDS, Round, result_of
from ita_desktop.domain.unit_work import UnitWork, nobodys_rows, work_by_unit
from ita_desktop.thai.fiscal import half_year_dates
from ita_desktop.ui import wording
from ita_desktop.ui.measures.units.unit_returns import show_returns
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.units.returns_dialog import ReturnsDialog
from ita_desktop.ui.units.sheet_subject import UNKNOWN
from ita_desktop.ui.units.sheets_dialog import UnitSheetsDialog, open_sheets
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.workflows.units.sheets import FrozenSheet, freeze_unit_sheets

_ABOUT: Final = (
    "โปรแกรมทำไฟล์ Excel ให้หน่วยงานละหนึ่งไฟล์ มีเฉพาะขั้นตอนของหน่วยงานนั้น และช่องว่างให้กรอกผล"
    " เมื่อได้ไฟล์คืนแล้ว กด “รับกลับ” เพื่อดูสิ่งที่เปลี่ยนก่อนบันทึก"
)
_EMPTY: Final = (
    "ยังไม่มีขั้นตอนที่ระบุผู้รับผิดชอบ จึงยังไม่มีแบบรายงานให้ทำ กรุณากรอกช่องผู้รับผิดชอบในแท็บติดตามมาตรการก่อน"
)


class MeasureSheets:
    """The sheets of the steps of the year looked at."""

    about = _ABOUT
    empty = _EMPTY
    heads = ("หน่วยงาน", "ต้องรายงาน", "รายงานแล้ว", "หมายเหตุ")
    rounds = ROUNDS

    def __init__(self, session: Session) -> None:
        self._session = session
        self.title = f"แบบรายงานของหน่วยงาน ปีงบประมาณ {wording.figure(session.fiscal_year)}"

    @property
    def first_round(self) -> Round:
        """The first round that is not closed, the year's where both are."""
        closed = self._session.tracker.closed
        return 12 if 6 in closed else 6

    def works(self, months: Round) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return each unit and how many steps it has to report and has reported."""
        works = work_by_unit(self._session.tracker, self._session.office.units)
        return tuple((one.unit, _cells(one, months)) for one in works)

    def nobodys(self, _months: Round) -> str:
        """Return how many steps are in no unit's sheet."""
        count = len(nobodys_rows(self._session.tracker))
        if not count:
            return ""
        return f"อีก {count} ขั้นตอนยังไม่ระบุผู้รับผิดชอบ จึงไม่อยู่ในแบบรายงานของหน่วยงานใด"

    def usual_due(self, months: Round) -> date:
        """Return the last day of the round."""
        return half_year_dates(self._session.fiscal_year, months)[1]

    def closed(self, months: Round) -> str:
        """Return what to do about a round that is closed."""
        if months not in self._session.tracker.closed:
            return ""
        return f"รอบ {months} เดือนปิดแล้ว กรุณาเปิดรอบอีกครั้งก่อนทำหรือรับแบบรายงาน"

    def freeze(
        self, months: Round, units: Collection[str], digits: Digits, due: str
    ) -> tuple[FrozenSheet, ...]:
        """Return the sheets as things stand. Raises ClerkError or MachineError."""
        year = self._session.fiscal_year
        return freeze_unit_sheets(self._session.file, year, months, units, digits, due)

    def show_returns(
        self, notice: Notice, paths: tuple[Path, ...], months: Round, parent: QWidget
    ) -> ReturnsDialog | None:
        """Open what came back of the round."""
        return show_returns(self._session, notice, paths, months, parent)


def show_unit_sheets(
    session: Session, settings: Settings, notice: Notice, parent: QWidget
) -> UnitSheetsDialog | None:
    """Open the units' work sheets; None where what is being typed has to be mended first.

    ``notice`` of the window tells what was taken back.
    """
    return open_sheets(session, settings, notice, MeasureSheets(session), parent)


def _cells(one: UnitWork, months: Round) -> tuple[str, ...]:
    told = sum(not result_of(row.measure, row.step, months).is_empty for row in one.rows)
    return (
        wording.shown(one.unit),
        wording.shown(f"{len(one.rows)} ขั้นตอน"),
        wording.shown(f"{told} ขั้นตอน") if told else wording.NOTHING,
        "" if one.known else UNKNOWN,
    )
