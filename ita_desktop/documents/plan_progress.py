"""What was done of the plan in a round of a fiscal year (O37 and O38 of 2566): a row a project.

Under the lines of their dimensions, with the three figures of money that E-PlanNACC asks for, and
their sums. Only projects that run in the year, and those that reported although they do not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from typing import Final

from ita_desktop.documents.measure_texts import round_title
from ita_desktop.documents.model import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Number,
    Row,
    Section,
    Signatory,
    Signature,
    Table,
    Unit,
)
from ita_desktop.documents.plan_cells import NOT_RUN, baht
from ita_desktop.documents.plan_paper import LANDSCAPE, plan_title
from ita_desktop.documents.plan_widths import figure_width
from ita_desktop.documents.printed import with_digits
from ita_desktop.documents.source import PlanSource
from ita_desktop.documents.table_rows import head_row, or_nothing, row_key
from ita_desktop.domain.measures import Round
from ita_desktop.domain.office import Office
from ita_desktop.domain.plan import Placed, section_numbers, section_title
from ita_desktop.domain.plan_reports import reporting, sums_of_results
from ita_desktop.domain.project import ProjectResult, ProjectState, Reason
from ita_desktop.thai.money import NO_BUDGET

ID: Final = "plan-progress"
NAME: Final = "ผลการดำเนินการตามแผน"
_TITLE: Final = "รายงานผลการดำเนินการตาม{plan}"
_NOTHING: Final = "ยังไม่มีโครงการที่ดำเนินการในปีงบประมาณ พ.ศ. {year}"
IN_ORDINANCE: Final = "บรรจุแล้ว"
"""Where the ordinance has a project, and its money was not told."""
PLANNED: Final = "ตามแผนพัฒนาท้องถิ่น (บาท)"
SPENT: Final = "เบิกจ่าย (บาท)"
FIELDS: Final = (
    *("order", "name", "state", "planned", "granted", "spent", "result", "problem", "suggestion"),
    "units",
)
"""What the columns hold, in their order."""
_ORDER_WIDTH: Final = 9.0
_MONEY_WIDTH: Final = 25.0
"""Millimetres that the heads of money need; longer figures take more."""
_STATE_WIDTH: Final = 24.0
"""What ดำเนินการได้ and ข้อเสนอแนะ need."""
_NAME, _RESULT, _PROBLEM, _UNITS = 40.0, 31.0, 19.0, 27.5
"""Shares of what is left."""
_ORDER: Final = (
    *(ProjectState.DONE, ProjectState.IN_WORK, ProjectState.NOT_STARTED),
    *(ProjectState.IMPOSSIBLE, ProjectState.UNTOLD),
)


def heads(office: Office) -> tuple[str, ...]:
    """Return the heads of the columns; the office's budget is by its own kind of ordinance."""
    return (
        *("ที่", "โครงการ/กิจกรรม/มาตรการ", "สถานะ", PLANNED, f"ตาม{office.ordinance} (บาท)", SPENT),
        *("ผลการดำเนินการ", "ปัญหา/อุปสรรค", "ข้อเสนอแนะ", "ผู้รับผิดชอบ"),
    )


def plan_progress(source: PlanSource) -> Document:
    """Return the report of a round: landscape, the executive's signature under it."""
    year, words = source.fiscal_year, round_title(source.fiscal_year, source.months)
    title = _TITLE.format(plan=plan_title(source))
    second = f"ประจำปีงบประมาณ พ.ศ. {year} {words}"
    office = source.office
    blocks: tuple[Block, ...] = (
        Heading(text=title, level=1),
        Heading(text=second, level=1, listed=False),
        *or_nothing(progress_table(source), (), _NOTHING.format(year=year)),
        Signature(signatories=(Signatory(name=office.executive, title=office.executive_title),)),
    )
    return with_digits(
        Document(
            id=ID,
            title=f"{title} {second}",
            author=office.name,
            digits=source.digits,
            sections=(Section(blocks=blocks, page=LANDSCAPE),),
            fiscal_year=year,
            months=source.months,
        )
    )


def progress_table(source: PlanSource) -> Table:
    """Return the table; rows carry the key of their project, lines and sums none."""
    those = reporting(source.plan, source.fiscal_year)
    return Table(
        name=NAME,
        columns=_columns(source, those),
        header=(head_row(heads(source.office)),),
        rows=(*_rows(source, those), *_sums(source, those)) if those else (),
        note=counts(those, source.fiscal_year, source.months) if those else "",
    )


def _columns(source: PlanSource, those: Sequence[Placed]) -> tuple[Column, ...]:
    """Return the columns; no figure of money is cut, the sums being the longest."""
    results = [one.project.result(source.fiscal_year, source.months) for one in those]
    told = (money for one in results for money in (one.planned, one.granted, one.spent) if money)
    figures = (*told, *sums_of_results(those, source.fiscal_year, source.months))
    money = Column(
        width=max(_MONEY_WIDTH, figure_width(figures)), unit=Unit.MILLIMETRE, align=Align.RIGHT
    )
    order = Column(width=_ORDER_WIDTH, unit=Unit.MILLIMETRE, align=Align.CENTER)
    state = Column(width=_STATE_WIDTH, unit=Unit.MILLIMETRE, align=Align.CENTER)
    suggestion = replace(state, align=Align.LEFT)
    name, result, problem, units = (
        Column(width=share) for share in (_NAME, _RESULT, _PROBLEM, _UNITS)
    )
    return (order, name, state, money, money, money, result, problem, suggestion, units)


def _rows(source: PlanSource, those: Sequence[Placed]) -> Iterator[Row]:
    numbers = section_numbers(source.plan)
    for dimension, projects in groupby(those, key=lambda one: one.dimension):
        line = section_title(dimension, numbers[dimension.id], 1)
        yield Row(
            cells=(Cell(content=line, columns=len(FIELDS)), *[None] * (len(FIELDS) - 1)),
            group=True,
        )
        for one in projects:
            result = one.project.result(source.fiscal_year, source.months)
            yield Row(
                cells=(
                    Cell(content=Number(Decimal(one.number), 0)),
                    Cell(content=one.project.name),
                    Cell(content=state_words(result)),
                    *_money(one, result),
                    Cell(content=result.result),
                    Cell(content=result.problem),
                    Cell(content=result.suggestion),
                    Cell(content=one.project.units),
                ),
                key=row_key("project", one.project.id, source.file_mark),
            )


def state_words(result: ProjectResult) -> str:
    """Return how far a project is, and in brackets why it could not be done; "" of no report."""
    if result.state is ProjectState.UNTOLD:
        return ""
    why = result.reason_text if result.reason is Reason.OTHER else result.reason.words
    why = why or result.reason.words or result.reason_text
    if result.state is not ProjectState.IMPOSSIBLE or not why:
        return result.state.words
    return f"{result.state.words}\n({why})"


def _money(one: Placed, result: ProjectResult) -> tuple[Cell | None, ...]:
    """Return the three cells of money; one over all three where none is used."""
    told = (result.planned, result.granted, result.spent)
    if not any(told) and (one.project.no_budget or all(amount is not None for amount in told)):
        return Cell(content=NO_BUDGET, align=Align.CENTER, columns=3), None, None
    granted: Number | str = "" if result.granted is None else baht(result.granted)
    if result.granted is None and result.in_ordinance:
        granted = IN_ORDINANCE
    planned, spent = ("" if one is None else baht(one) for one in (result.planned, result.spent))
    return Cell(content=planned), Cell(content=granted), Cell(content=spent)


def _sums(source: PlanSource, those: Sequence[Placed]) -> Iterator[Row]:
    """Give the sums; where no row has a figure to add, no 0 but the same words as in the rows."""
    year, months = source.fiscal_year, source.months
    sums = sums_of_results(those, year, months)
    words = Cell(
        content=f"รวม {len(those)} โครงการ/กิจกรรม/มาตรการ", align=Align.CENTER, bold=True, columns=3
    )
    above = [_money(one, one.project.result(year, months)) for one in those]
    money: tuple[Cell | None, ...] = tuple(
        Cell(content=baht(amount), bold=True)
        if any(_is_figure(cells[place]) for cells in above)
        else Cell(content=NOT_RUN, align=Align.CENTER, bold=True)
        for place, amount in enumerate(sums)
    )
    if all(cells[1] is None for cells in above):
        money = (Cell(content=NO_BUDGET, align=Align.CENTER, bold=True, columns=3), None, None)
    yield Row(cells=(words, None, None, *money, *(Cell() for _ in FIELDS[6:])), closing=True)


def _is_figure(cell: Cell | None) -> bool:
    return cell is not None and isinstance(cell.content, Number)


def counts(those: Sequence[Placed], fiscal_year: int, months: Round) -> str:
    """Return how many projects are how far, in words: the states that there are, in their order.

    Those that report something, but not how far they are, are not said to report nothing.
    """
    results = [one.project.result(fiscal_year, months) for one in those]
    states = [one.state for one in results if one.is_empty or one.state is not ProjectState.UNTOLD]
    told = [f"{state.words} {count}" for state in _ORDER if (count := states.count(state))]
    if stateless := len(results) - len(states):
        told.append(f"ยังไม่ระบุสถานะ {stateless}")
    return f"สถานะ: {', '.join(told)}"
