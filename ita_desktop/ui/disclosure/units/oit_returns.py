"""Sheets of OIT items that the units sent back, in the window."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ita_desktop.ui.session import Session
from ita_desktop.ui.units.returns_dialog import Returning, ReturnsDialog, open_returns
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.workflows.disclosure.unit_planning import OitUnitPlan, plan_oit_sheets
from ita_desktop.workflows.disclosure.unit_reading import OitSheet, read_oit_sheets
from ita_desktop.workflows.disclosure.unit_taking import take_oit_sheets


def show_oit_returns(
    session: Session, notice: Notice, paths: Sequence[Path], parent: QWidget
) -> ReturnsDialog | None:
    """Open what the units sent back; None where what is being typed has to be mended first."""

    def plan(sheets: tuple[OitSheet, ...]) -> OitUnitPlan:
        return plan_oit_sheets(session.file, sheets, session.fiscal_year)

    returning = Returning(
        title="รับแบบรายงาน OIT จากหน่วยงาน",
        row="ข้อ",
        read=read_oit_sheets,
        plan=plan,
        take=partial(take_oit_sheets, session.file),
    )
    return open_returns(session, notice, paths, returning, parent)
