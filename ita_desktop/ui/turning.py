"""Where the window turns to after undo or redo: the year and the row that came back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ita_desktop.db import scores as score_table
from ita_desktop.db.change_log import Change
from ita_desktop.db.schema import DISCLOSURE_TABLES, MEASURE_TABLES, PLAN_TABLES, RISK_TABLES

if TYPE_CHECKING:
    from ita_desktop.ui.session import Session


def turn_to(session: "Session", changes: Sequence[Change]) -> None:
    """Look at the year of what was changed, and say by the session's signals which row it is.

    Where what is being typed is refused the year stays, and nothing of another year is told.
    """
    tables = {change.table for change in changes}
    if "score" in tables:
        _turn_to_score(session, changes)
    if tables & MEASURE_TABLES:
        _turn_to_measure(session, changes)
    if tables & RISK_TABLES:
        _turn_to_risk(session, changes)
    if tables & PLAN_TABLES:
        _turn_to_plan(session, changes)
    if tables & DISCLOSURE_TABLES:
        _turn_to_disclosure(session, changes)


def _turn_to_score(session: "Session", changes: Sequence[Change]) -> None:
    touched = [
        score
        for change in changes
        if change.table == "score"
        and (score := score_table.score_of_row(session.file, change)) is not None
    ]
    years = {year for year, _ in touched} & set(session.years)
    if years and session.fiscal_year not in years:
        session.select_year(max(years))
    codes = [code for year, code in touched if year == session.fiscal_year]
    if codes:
        session.reverted.emit(codes[0])


def _turn_to_measure(session: "Session", changes: Sequence[Change]) -> None:
    from ita_desktop.db.touched_topics import first_touched  # noqa: PLC0415 - not at the start

    if (place := first_touched(session.file, changes)) is not None:
        year, topic, row = place
        session.select_year(year)
        if year == session.fiscal_year:
            session.measure_reverted.emit(topic, row)


def _turn_to_risk(session: "Session", changes: Sequence[Change]) -> None:
    from ita_desktop.db.touched_risks import first_touched  # noqa: PLC0415 - not at the start

    if (place := first_touched(session.file, changes)) is not None:
        year, row = place
        session.select_year(year)
        if year == session.fiscal_year:
            session.risk_reverted.emit(row)


def _turn_to_plan(session: "Session", changes: Sequence[Change]) -> None:
    """Look at the plan of what was changed."""
    from ita_desktop.db.touched_plan import first_touched  # noqa: PLC0415 - not at the start

    if (place := first_touched(session.file, changes)) is None:
        return
    plan, row = place
    turn_to_plan(session, plan)
    if session.plan is not None and session.plan.id == plan:
        session.plan_reverted.emit(row)


def _turn_to_disclosure(session: "Session", changes: Sequence[Change]) -> None:
    from ita_desktop.db.disclosure import item_of_row  # noqa: PLC0415 - not at the start

    touched = (item_of_row(session.file, one) for one in changes if one.table in DISCLOSURE_TABLES)
    place = next((one for one in touched if one is not None), None)
    if place is None:
        return
    year, code = place
    session.select_year(year)
    if year == session.fiscal_year:
        session.disclosure_reverted.emit(code)


def turn_to_plan(session: "Session", number: int) -> None:
    """Look at a plan: in the last year of it that the file has, or by itself where it has none.

    Where it is looked at already, or is gone, nothing turns.
    """
    if session.plan is not None and session.plan.id == number:
        return
    covered = next((one.years for one in session.plans if one.id == number), range(0))
    years = [year for year in session.years if year in covered]
    if years and session.fiscal_year not in years:
        session.select_year(years[-1])
    session.choose_plan(number)
