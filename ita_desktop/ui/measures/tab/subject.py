"""What the grids of a topic are about: measures with their steps, and the topic's items."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from ita_desktop.db.rows import Kind
from ita_desktop.domain.measures import Round
from ita_desktop.ui.measures.tab.cells import cell_of, own_text, state_cell
from ita_desktop.ui.measures.tab.lines import Line
from ita_desktop.ui.rows.cell import Cell, StateCell
from ita_desktop.ui.rows.column import Column
from ita_desktop.ui.rows.subject import Subject
from ita_desktop.ui.session import Session


def measure_subject(wordings: Mapping[tuple[int, str], str]) -> Subject:
    """Return what the grids of a topic know; ``wordings`` (by year and code) are read live."""
    return Subject(
        cell_of=partial(_cell_of, wordings),
        state_of=_state_of,
        own_text=own_text,
        row_words=row_words,
        inside={Kind.MEASURE: Kind.STEP},
        tip_of=_tip_of,
        more_of_new=_more_of_new,
    )


def criteria_year_of_new(session: Session, lines: Iterable[Line]) -> int:
    """Return the criteria that a new item is of: its siblings', else last year's scores'."""
    items = [line.item for line in lines if line.item is not None]
    if items:
        return items[-1].criteria_year
    year = session.fiscal_year
    return year - 1 if year - 1 in session.years else year


def row_words(line: Line) -> str:
    """Return what a row is called: ขั้นตอนที่ 2, มาตรการ 1, ข้อ i7."""
    if line.item is not None:
        return f"ข้อ {line.item.code}" if line.item.code else f"ข้อลำดับที่ {line.place}"
    return f"ขั้นตอนที่ {line.place}" if line.kind is Kind.STEP else f"มาตรการ {line.place}"


def _cell_of(
    wordings: Mapping[tuple[int, str], str], line: Line, column: Column, months: Round
) -> Cell:
    return cell_of(line, column, months, wordings)


def _state_of(line: Line, column: Column, months: Round) -> StateCell | None:
    return state_cell(line, months) if column.field == "state" else None


def _tip_of(line: Line, column: Column, cell: Cell) -> str:
    if cell.quiet and line.step is not None:
        return f"{column.head}ตามมาตรการ พิมพ์ทับหากขั้นตอนนี้ต่างออกไป"
    return ""


def _more_of_new(session: Session, lines: Sequence[Line], line: Line) -> Mapping[str, str]:
    if line.kind is not Kind.ITEM:
        return {}
    return {"criteria_year": str(criteria_year_of_new(session, lines))}
