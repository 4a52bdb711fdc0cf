"""Sheets of measures that the units sent back, in the window."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ita_desktop.domain.measures import Round
from ita_desktop.ui.session import Session
from ita_desktop.ui.units.returns_dialog import Returning, ReturnsDialog, open_returns
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.workflows.units.plan import UnitPlan
from ita_desktop.workflows.units.planning import plan_unit_sheets
from ita_desktop.workflows.units.reading import ReadSheet, read_unit_sheets
from ita_desktop.workflows.units.taking import take_unit_sheets


def show_returns(
    session: Session,
    notice: Notice,
    paths: Sequence[Path],
    months: Round | None,
    parent: QWidget,
) -> ReturnsDialog | None:
    """Open what the units sent back; None where what is being typed has to be mended first.

    ``months``: the round that is to be taken; None takes each sheet for its own.
    """

    def plan(sheets: tuple[ReadSheet, ...]) -> UnitPlan:
        return plan_unit_sheets(session.file, sheets, session.fiscal_year, months)

    returning = Returning(
        title="รับแบบรายงานจากหน่วยงาน",
        row="ขั้นตอน",
        read=read_unit_sheets,
        plan=plan,
        take=partial(take_unit_sheets, session.file),
    )
    return open_returns(session, notice, paths, returning, parent)
